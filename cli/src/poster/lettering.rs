//! Words as shapes: measured, broken into lines, and drawn from outlines.
//!
//! The sheet carries outlines and no text elements, so that it looks the same in every viewer and at every printer's,
//! with no font installed. What a label says stands beside it as `aria-label`.

use harfrust::{ShapeOptions, ShaperData, UnicodeBuffer};
use skrifa::outline::{DrawSettings, OutlinePen};
use skrifa::prelude::{LocationRef, Size};
use skrifa::{FontRef, GlyphId, MetadataProvider};

/// Which cut of the font.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Cut {
    Regular,
    Bold,
    /// For water, as maps do.
    Italic,
}

impl Cut {
    /// The letter that glyph ids of this cut begin with.
    fn letter(self) -> char {
        match self {
            Cut::Regular => 'r',
            Cut::Bold => 'b',
            Cut::Italic => 'i',
        }
    }
}

/// One glyph of a line of words.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Glyph {
    pub id: u32,
    /// From the start of the line, in font units.
    pub x: i32,
}

/// One line of words, set in one cut and size.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Words {
    pub text: String,
    pub cut: Cut,
    pub size: f64,
    pub width: f64,
    pub glyphs: Vec<Glyph>,
}

/// Font units in an em, the same in all three cuts.
pub(super) const UNITS_PER_EM: f64 = 1_000.0;
/// The height of a line above its baseline, as a share of the size: capitals with their accents.
pub(super) const ASCENT: f64 = 0.80;
/// The depth of a line below its baseline.
pub(super) const DESCENT: f64 = 0.22;

/// The font in its three cuts.
pub(super) struct Lettering {
    regular: Face,
    bold: Face,
    italic: Face,
}

struct Face {
    font: FontRef<'static>,
    shaping: ShaperData,
}

impl Face {
    #[expect(clippy::expect_used, reason = "the font is part of the program, and every poster reads it")]
    fn new(bytes: &'static [u8]) -> Face {
        let font = FontRef::new(bytes).expect("the font that ships is a font");
        let shaping = ShaperData::new(&font);
        Face { font, shaping }
    }
}

impl Lettering {
    pub fn new() -> Lettering {
        Lettering {
            regular: Face::new(include_bytes!("../../assets/fonts/NotoSans-Regular.ttf")),
            bold: Face::new(include_bytes!("../../assets/fonts/NotoSans-Bold.ttf")),
            italic: Face::new(include_bytes!("../../assets/fonts/NotoSans-Italic.ttf")),
        }
    }

    fn face(&self, cut: Cut) -> &Face {
        match cut {
            Cut::Regular => &self.regular,
            Cut::Bold => &self.bold,
            Cut::Italic => &self.italic,
        }
    }

    /// One line of words.
    pub fn set(&self, cut: Cut, size: f64, text: &str) -> Words {
        self.set_wide(cut, size, 0.0, text)
    }

    /// One line of words with `spacing` ems between letters.
    pub fn set_wide(&self, cut: Cut, size: f64, spacing: f64, text: &str) -> Words {
        let face = self.face(cut);
        let mut buffer = UnicodeBuffer::new();
        buffer.push_str(text);
        buffer.guess_segment_properties();
        let shaped = face.shaping.shaper(&face.font).build().shape(buffer, ShapeOptions::new());
        let gap = (spacing * UNITS_PER_EM) as i32;
        let (mut glyphs, mut x) = (Vec::with_capacity(shaped.len()), 0_i32);
        for (glyph, position) in shaped.glyph_infos().iter().zip(shaped.glyph_positions()) {
            glyphs.push(Glyph { id: glyph.glyph_id, x: x.saturating_add(position.x_offset) });
            x = x.saturating_add(position.x_advance).saturating_add(gap);
        }
        let width = f64::from(x.saturating_sub(gap).max(0)) / UNITS_PER_EM * size;
        Words { text: text.to_owned(), cut, size, width, glyphs }
    }

    /// As many lines as it takes to stay within `width`; a single word that is wider stands on its own line.
    pub fn wrap(&self, cut: Cut, size: f64, width: f64, text: &str) -> Vec<Words> {
        let mut lines: Vec<Words> = Vec::new();
        let mut line = String::new();
        for word in text.split_ascii_whitespace() {
            let longer = if line.is_empty() { word.to_owned() } else { format!("{line} {word}") };
            if !line.is_empty() && self.set(cut, size, &longer).width > width {
                lines.push(self.set(cut, size, &line));
                word.clone_into(&mut line);
            } else {
                line = longer;
            }
        }
        if !line.is_empty() {
            lines.push(self.set(cut, size, &line));
        }
        lines
    }

    /// The outline of a glyph as an SVG path in font units, y downwards.
    pub fn outline(&self, cut: Cut, id: u32) -> String {
        let mut pen = PathPen(String::new());
        let outlines = self.face(cut).font.outline_glyphs();
        if let Some(glyph) = outlines.get(GlyphId::new(id)) {
            let settings = DrawSettings::unhinted(Size::unscaled(), LocationRef::default());
            // A glyph that cannot be drawn is left blank, as a space is.
            if glyph.draw(settings, &mut pen).is_err() {
                return String::new();
            }
        }
        pen.0
    }
}

/// The name of a glyph among the sheet's definitions.
pub(super) fn glyph_name(cut: Cut, id: u32) -> String {
    format!("{}{id}", cut.letter())
}

/// Writes outlines in whole font units.
struct PathPen(String);

impl PathPen {
    fn command(&mut self, letter: char, numbers: &[f32]) {
        self.0.push(letter);
        for (place, pair) in numbers.chunks_exact(2).enumerate() {
            if place > 0 {
                self.0.push(' ');
            }
            self.0.push_str(&format!("{} {}", pair[0].round() as i32, -(pair[1].round() as i32)));
        }
    }
}

impl OutlinePen for PathPen {
    fn move_to(&mut self, x: f32, y: f32) {
        self.command('M', &[x, y]);
    }

    fn line_to(&mut self, x: f32, y: f32) {
        self.command('L', &[x, y]);
    }

    fn quad_to(&mut self, cx: f32, cy: f32, x: f32, y: f32) {
        self.command('Q', &[cx, cy, x, y]);
    }

    fn curve_to(&mut self, cx: f32, cy: f32, dx: f32, dy: f32, x: f32, y: f32) {
        self.command('C', &[cx, cy, dx, dy, x, y]);
    }

    fn close(&mut self) {
        self.0.push('Z');
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_letter_of_the_three_languages_has_a_shape() {
        let lettering = Lettering::new();
        for cut in [Cut::Regular, Cut::Bold, Cut::Italic] {
            for letter in "AZazĄČĘĖĮŠŲŪŽąčęėįšųūžÄÖÜäöüßẞ0123456789„“”‘’–—…°·×©".chars()
            {
                let words = lettering.set(cut, 10.0, &letter.to_string());
                assert!(words.glyphs.iter().all(|glyph| glyph.id != 0), "{cut:?} has no {letter}");
                assert!(!lettering.outline(cut, words.glyphs[0].id).is_empty(), "{cut:?} draws no {letter}");
            }
        }
    }

    #[test]
    fn lines_stay_within_their_width_and_lose_no_word() {
        let lettering = Lettering::new();
        let text = "Nuo Palangos jūros tilto keliausite pajūriu į pietus";
        let lines = lettering.wrap(Cut::Regular, 10.0, 90.0, text);
        assert!(lines.len() > 2 && lines.iter().all(|line| line.width <= 90.0));
        let joined: Vec<&str> = lines.iter().map(|line| line.text.as_str()).collect();
        assert_eq!(joined.join(" "), text);
    }

    #[test]
    fn a_word_wider_than_the_column_is_kept() {
        let lines = Lettering::new().wrap(Cut::Bold, 10.0, 20.0, "Kuršių Nerija nebeprisikiškiakopūsteliaujantiesiems");
        assert_eq!(lines.len(), 3);
    }
}
