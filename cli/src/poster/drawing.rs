//! An SVG sheet as it is written: shapes first to last, coordinates to a hundredth of a unit, letters as outlines.
//!
//! Nothing here knows what a route is.

use std::collections::BTreeSet;
use std::fmt::Write;

use super::lettering::{Cut, Lettering, UNITS_PER_EM, Words, glyph_name};
use super::plane::{Rect, Spot};

/// A sheet being drawn.
pub(super) struct Drawing<'a> {
    pub lettering: &'a Lettering,
    body: String,
    glyphs: BTreeSet<(Cut, u32)>,
    clips: Vec<Rect>,
}

/// Where words stand on their line.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Anchor {
    Start,
    Middle,
    End,
}

/// How words are drawn.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Ink {
    pub colour: &'static str,
    /// Colour and width of the rim that keeps words readable on a map.
    pub halo: Option<(&'static str, f64)>,
}

impl Ink {
    pub fn plain(colour: &'static str) -> Ink {
        Ink { colour, halo: None }
    }
}

impl<'a> Drawing<'a> {
    pub fn new(lettering: &'a Lettering) -> Drawing<'a> {
        Drawing { lettering, body: String::new(), glyphs: BTreeSet::new(), clips: Vec::new() }
    }

    /// Begins a group named for those who cannot see it.
    pub fn open(&mut self, attributes: &str) {
        let space = if attributes.is_empty() { "" } else { " " };
        let _ = writeln!(self.body, "<g{space}{attributes}>");
    }

    /// Begins a group of which only what lies in `rect` is seen.
    pub fn open_clipped(&mut self, rect: Rect) {
        self.clips.push(rect);
        self.open(&format!("clip-path=\"url(#clip{})\"", self.clips.len()));
    }

    /// Ends the group begun last.
    pub fn close(&mut self) {
        self.body.push_str("</g>\n");
    }

    /// A path with its `d` as built by [`PathText`].
    pub fn path(&mut self, path: &PathText, attributes: &str) {
        if !path.0.is_empty() {
            let _ = writeln!(self.body, "<path d=\"{}\" {attributes}/>", path.0);
        }
    }

    pub fn rect(&mut self, rect: Rect, attributes: &str) {
        let (x, y) = (number(rect.left), number(rect.top));
        let (width, height) = (number(rect.width()), number(rect.height()));
        let _ = writeln!(self.body, "<rect x=\"{x}\" y=\"{y}\" width=\"{width}\" height=\"{height}\" {attributes}/>");
    }

    pub fn circle(&mut self, middle: Spot, radius: f64, attributes: &str) {
        let (x, y, radius) = (number(middle.x), number(middle.y), number(radius));
        let _ = writeln!(self.body, "<circle cx=\"{x}\" cy=\"{y}\" r=\"{radius}\" {attributes}/>");
    }

    pub fn line(&mut self, from: Spot, to: Spot, attributes: &str) {
        self.path(&PathText::line(&[from, to]), attributes);
    }

    /// Words with their baseline through `at`.
    pub fn words(&mut self, words: &Words, at: Spot, anchor: Anchor, ink: Ink) {
        self.words_turned(words, at, anchor, ink, 0.0);
    }

    /// Words with their baseline through `at`, turned clockwise by degrees.
    pub fn words_turned(&mut self, words: &Words, at: Spot, anchor: Anchor, ink: Ink, turn: f64) {
        let scale = words.size / UNITS_PER_EM;
        let back = match anchor {
            Anchor::Start => 0.0,
            Anchor::Middle => words.width / 2.0,
            Anchor::End => words.width,
        };
        let mut transform = format!("translate({} {})", number(at.x), number(at.y));
        if turn != 0.0 {
            let _ = write!(transform, " rotate({})", number(turn));
        }
        let _ = write!(transform, " scale({scale:.5})");
        let mut uses = String::new();
        for glyph in &words.glyphs {
            let x = f64::from(glyph.x) - back / scale;
            let _ = write!(uses, "<use xlink:href=\"#{}\" x=\"{x:.0}\"/>", glyph_name(words.cut, glyph.id));
            self.glyphs.insert((words.cut, glyph.id));
        }
        let label = escaped(&words.text);
        let _ = writeln!(self.body, "<g role=\"img\" aria-label=\"{label}\" transform=\"{transform}\">");
        if let Some((colour, width)) = ink.halo {
            let width = number(width / scale);
            let _ = writeln!(
                self.body,
                "<g fill=\"{colour}\" stroke=\"{colour}\" stroke-width=\"{width}\" stroke-linejoin=\"round\">{uses}</g>"
            );
        }
        let _ = writeln!(self.body, "<g fill=\"{}\">{uses}</g></g>", ink.colour);
    }

    /// The whole sheet: its size in units and on paper, and what it shows in one line.
    pub fn finish(self, size: Rect, on_paper: &str, title: &str) -> String {
        let mut svg = format!(
            "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<svg xmlns=\"http://www.w3.org/2000/svg\" \
             xmlns:xlink=\"http://www.w3.org/1999/xlink\" {on_paper} viewBox=\"0 0 {} {}\" role=\"img\">\n\
             <title>{}</title>\n<defs>\n",
            number(size.width()),
            number(size.height()),
            escaped(title),
        );
        for (place, clip) in (1..).zip(&self.clips) {
            let (x, y, width, height) =
                (number(clip.left), number(clip.top), number(clip.width()), number(clip.height()));
            let _ = writeln!(
                svg,
                "<clipPath id=\"clip{place}\"><rect x=\"{x}\" y=\"{y}\" width=\"{width}\" height=\"{height}\"/></clipPath>"
            );
        }
        for (cut, id) in &self.glyphs {
            let _ =
                writeln!(svg, "<path id=\"{}\" d=\"{}\"/>", glyph_name(*cut, *id), self.lettering.outline(*cut, *id));
        }
        svg.push_str("</defs>\n");
        svg.push_str(&self.body);
        svg.push_str("</svg>\n");
        svg
    }
}

/// The `d` of a path.
#[derive(Debug, Default)]
pub(super) struct PathText(String);

impl PathText {
    /// A path of one line.
    pub fn line(spots: &[Spot]) -> PathText {
        let mut path = PathText::default();
        path.add(spots, false);
        path
    }

    /// A path of one ring.
    pub fn ring(spots: &[Spot]) -> PathText {
        let mut path = PathText::default();
        path.add(spots, true);
        path
    }

    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Adds a line, or a ring that closes itself.
    pub fn add(&mut self, spots: &[Spot], closed: bool) {
        for (place, spot) in spots.iter().enumerate() {
            let letter = match place {
                0 => "M",
                1 => "L",
                _ => " ",
            };
            let _ = write!(self.0, "{letter}{} {}", number(spot.x), number(spot.y));
        }
        if closed && !spots.is_empty() {
            self.0.push('Z');
        }
    }
}

/// A number to a hundredth, as short as it can be written.
pub(super) fn number(value: f64) -> String {
    let text = format!("{value:.2}");
    let short = text.trim_end_matches('0').trim_end_matches('.');
    if short == "-0" || short.is_empty() { "0".to_owned() } else { short.to_owned() }
}

/// Text as XML allows it: marks of its own are written out, and control characters are left out.
pub(super) fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for letter in text.chars() {
        match letter {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\'' => out.push_str("&#39;"),
            '\t' | '\n' | '\r' => out.push(' '),
            '\u{fffe}' | '\u{ffff}' => {}
            _ if letter.is_control() => {}
            _ => out.push(letter),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_short_and_never_minus_nothing() {
        for (value, text) in
            [(1.0, "1"), (-0.001, "0"), (12.345_6, "12.35"), (100.0, "100"), (0.5, "0.5"), (-3.1, "-3.1")]
        {
            assert_eq!(number(value), text);
        }
    }

    #[test]
    fn names_may_hold_what_xml_may_not() {
        assert_eq!(escaped("<Ūla> & \"Bū\"\u{0}\u{b}\n"), "&lt;Ūla&gt; &amp; &quot;Bū&quot; ");
    }
}
