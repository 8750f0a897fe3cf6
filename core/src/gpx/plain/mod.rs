//! Descriptions as people read and hear them: HTML becomes text.
//!
//! Many programs write HTML into `desc` and `cmt`. Paragraphs, lines, items of lists and links stay as text; tags, comments,
//! scripts and styles go. A `<` that begins no tag of HTML, and an `&` that begins no reference, stay as they are. The text
//! is not understood beyond that: nothing is loaded, nothing is styled.

mod entities;
mod tag;

use self::entities::reference;
use self::tag::{Break, Tag, tag, unclosed};

/// The character that a text is a reference to, as XML or HTML has it.
pub(super) fn reference_to(text: &str) -> Option<char> {
    reference(text).filter(|(_, rest)| rest.is_empty()).map(|(character, _)| character)
}

/// Appends a text whose references become the characters they stand for.
pub(super) fn push_resolved(text: &str, into: &mut String) {
    if text.contains('&') { into.push_str(&decoded(text)) } else { into.push_str(text) }
}

/// The text as it can be shown and spoken; text without HTML keeps its lines.
#[must_use]
pub fn plain_text(text: &str) -> String {
    if is_html(text) {
        return without_markup(text);
    }
    let decoded = decoded(text);
    // Some programs escape once too often.
    if is_html(&decoded) { without_markup(&decoded) } else { in_lines(&decoded) }
}

fn is_html(text: &str) -> bool {
    let begins_tag = |rest: &str| tag(rest).is_some() || unclosed(rest).is_some();
    text.match_indices('<').any(|(at, _)| text.get(at..).is_some_and(begins_tag))
}

/// References become the characters they stand for.
fn decoded(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.find('&') {
        let (before, from) = rest.split_at(at);
        out.push_str(before);
        rest = match reference(from) {
            Some((character, after)) => {
                out.push(character);
                after
            }
            None => {
                out.push('&');
                &from[1..]
            }
        };
    }
    out + rest
}

fn without_markup(html: &str) -> String {
    let mut page = Page::default();
    let mut rest = html;
    while let Some(at) = rest.find('<') {
        let (before, from) = rest.split_at(at);
        page.text(before);
        let Some((tag, after)) = tag(from).or_else(|| Some((unclosed(from)?, ""))) else {
            page.text("<");
            rest = &from[1..];
            continue;
        };
        rest = after;
        match tag {
            Tag::Nothing => {}
            Tag::Text(text) => page.text(text),
            Tag::Dropped(name) => rest = behind(name, after),
            Tag::Break(wanted) => page.interrupt(wanted),
            Tag::NewLine => page.break_line(),
            Tag::Item => page.begin_item(),
            Tag::Link(target) => page.begin_link(decoded(target)),
            Tag::LinkEnd => page.end_link(),
        }
    }
    page.text(rest);
    page.end_link();
    page.text
}

/// What comes behind the end of a dropped element; nothing where it has none.
fn behind<'t>(name: &str, rest: &'t str) -> &'t str {
    let ends = rest.match_indices("</").filter_map(|(at, _)| rest.get(at + 2..));
    let end = ends.into_iter().find(|end| end.get(..name.len()).is_some_and(|word| word.eq_ignore_ascii_case(name)));
    end.and_then(|end| end.split_once('>')).map_or("", |(_, after)| after)
}

/// Text as it grows.
#[derive(Default)]
struct Page {
    text: String,
    /// What separates what comes next from what stands there.
    due: Break,
    /// An item of a list begins with it.
    is_item: bool,
    /// The open link: where it leads, and where in the text its words begin.
    link: Option<(String, usize)>,
}

impl Page {
    /// Appends text in which all white space is alike.
    fn text(&mut self, raw: &str) {
        for letter in decoded(raw).chars() {
            if letter.is_whitespace() {
                self.interrupt(Break::Blank);
            } else if !letter.is_control() {
                self.separate();
                self.text.push(letter);
            }
        }
    }

    /// A second one leaves a line empty.
    fn break_line(&mut self) {
        self.interrupt(if self.due >= Break::Line { Break::Paragraph } else { Break::Line });
    }

    fn interrupt(&mut self, wanted: Break) {
        if !self.is_item {
            self.due = self.due.max(wanted);
        }
    }

    fn begin_item(&mut self) {
        self.interrupt(Break::Line);
        self.is_item = true;
    }

    /// Nothing separates the first word from what is before it, but an item is marked even there.
    fn separate(&mut self) {
        let due = std::mem::take(&mut self.due);
        self.text.push_str(match due {
            _ if self.text.is_empty() => "",
            Break::None => "",
            Break::Blank => " ",
            Break::Line => "\n",
            Break::Paragraph => "\n\n",
        });
        if std::mem::take(&mut self.is_item) {
            self.text.push_str("– ");
        }
    }

    fn begin_link(&mut self, target: String) {
        self.end_link();
        let words_at = self.text.len();
        self.link = Some((target, words_at));
    }

    /// Says where a link leads, unless its words do.
    fn end_link(&mut self) {
        let Some((target, words_at)) = self.link.take() else { return };
        let words = self.text.get(words_at..).unwrap_or_default().trim();
        let bare = |address: &str| {
            let address = address.trim_end_matches('/');
            address.split_once("://").map_or(address, |(_, rest)| rest).to_lowercase()
        };
        let shown = target.strip_prefix("mailto:").or_else(|| target.strip_prefix("tel:")).unwrap_or(&target);
        if bare(words) == bare(shown) {
            return;
        }
        let shown = if words.is_empty() { shown.to_owned() } else { format!(" ({shown})") };
        if words.is_empty() {
            self.separate();
        }
        self.text.push_str(&shown);
    }
}

/// Lines without blanks at their ends, and not more than one empty one between two.
fn in_lines(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut empty = 0;
    for line in text.lines().map(str::trim) {
        if line.is_empty() {
            empty += 1;
            continue;
        }
        if !out.is_empty() {
            out.push_str(if empty > 0 { "\n\n" } else { "\n" });
        }
        empty = 0;
        out.extend(line.chars().filter(|letter| *letter == '\t' || !letter.is_control()));
    }
    out
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn html_becomes_text_with_its_paragraphs_lines_items_and_links() {
        for (html, text) in [
            ("<p>One</p>\n<p>Two<br/>three</p>", "One\n\nTwo\nthree"),
            ("One<br><br />\nTwo</p>", "One\n\nTwo"),
            ("<div>Kavinė</div><div>nuo 9&nbsp;val.</div>", "Kavinė\nnuo 9 val."),
            ("See:<ul><li>pier</li> <li>dune</li></ul>after", "See:\n– pier\n– dune\n\nafter"),
            ("<a href=\"https://neringa.lt/a?x=1&amp;y=2\">Neringa</a>!", "Neringa (https://neringa.lt/a?x=1&y=2)!"),
            ("<A HREF='https://neringa.lt/'>neringa.lt</A>", "neringa.lt"),
            ("at <a href=https://neringa.lt><img src=x.png></a>.", "at https://neringa.lt."),
            ("<a href='javascript:alert(1)'>here</a> <a href='#top'>top</a>", "here top"),
            ("<a href='mailto:a@b.lt'>a@b.lt</a>, <a href='tel:+370'>call</a>", "a@b.lt, call (+370)"),
            ("<style>p { color: red }</style><script>if (a<b) {}</script><b>Bold</b> <I>it</I>", "Bold it"),
            ("a<!-- <b>no</b> -->b &euro;5 &#381;&#x105; &Auml;", "ab €5 Žą Ä"),
            ("<h2>Nida</h2><table><tr><td>1</td><td>2</td></tr><tr><td>3</td></tr></table>", "Nida\n\n1 2\n3"),
            ("<img src='x.jpg' alt='The pier'><p>below", "The pier\n\nbelow"),
            ("&lt;p&gt;One&lt;/p&gt;&lt;p&gt;Two &amp;amp; three&lt;/p&gt;", "One\n\nTwo & three"),
            ("<script>never ends", ""),
            ("Text <b>bold <a href=\"http://y.lt", "Text bold http://y.lt"),
            ("Text <a class='x' href='http://y", "Text"),
            ("See <img src=\"x.png\" al", "See"),
            ("", ""),
        ] {
            assert_eq!(plain_text(html), text, "{html}");
        }
    }

    #[test]
    fn text_that_is_no_html_is_not_harmed() {
        for text in [
            "a < b & c > d",
            "1<2",
            "if x<y and y>z",
            "AT&T; R&D",
            "<3 Nida",
            "one\n\ntwo\nthree",
            "<Nida>",
            "a<b and b>c",
            "where a <b",
            "a <b = c",
            "if <x y=1",
        ] {
            assert_eq!(plain_text(text), text);
        }
        assert_eq!(plain_text(" one \r\n\r\n\r\n two  "), "one\n\ntwo");
        assert_eq!(plain_text("Tom &amp; Jerry"), "Tom & Jerry");
    }

    proptest! {
        #[test]
        fn no_text_makes_it_stumble(text in "[<>/a-z\"'=&;#! -]{0,60}", wild in "\\PC{0,40}") {
            let _ = (plain_text(&text), plain_text(&wild));
        }

        #[test]
        fn text_without_angles_and_references_only_loses_white_space(text in "[a-zą .,()\n]{0,60}") {
            let words = |text: &str| text.split_whitespace().map(str::to_owned).collect::<Vec<_>>();
            prop_assert_eq!(words(&plain_text(&text)), words(&text));
        }
    }
}
