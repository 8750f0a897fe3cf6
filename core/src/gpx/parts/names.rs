//! What a part of a file is called.
//!
//! A part goes by its own name: `metadata` names a collection (“My Places”) more often than a ride. Where it has none, it
//! goes by the file's, with its number where the file has several parts. Joined parts go by the file's name, else by the
//! names of the first and the last. A name is one line without HTML.

use super::super::document::Gpx;
use super::{Part, PartKind};

/// A name as one line: white space of any kind is one blank, and what would not be seen is left out.
#[must_use]
pub fn in_one_line(name: &str) -> String {
    let words = name.split(|letter: char| letter.is_whitespace() || letter.is_control());
    let mut line = String::with_capacity(name.len());
    for word in words.filter(|word| !word.is_empty()) {
        if !line.is_empty() {
            line.push(' ');
        }
        line.extend(word.chars().filter(|letter| !turns_text(*letter)));
    }
    line
}

/// Marks that turn the direction of the text around them, so that it reads otherwise than it is.
fn turns_text(letter: char) -> bool {
    matches!(letter, '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}')
}

/// What a part is called that is one of so many.
pub(super) fn of_part(gpx: &Gpx, part: &Part<'_>, of: usize) -> Option<String> {
    let source = *part.sources.first()?;
    let own = match part.kind {
        PartKind::Track => gpx.tracks.get(source)?.children.line("name"),
        PartKind::Route => gpx.routes.get(source)?.children.line("name"),
    };
    let numbered = |name: String| if of > 1 { format!("{name} ({})", part.number()) } else { name };
    own.or_else(|| gpx.name().map(numbered))
}

/// What all parts together are called.
pub(super) fn of_joined(gpx: &Gpx, parts: &[Part<'_>]) -> Option<String> {
    let (first, last) = (parts.first()?, parts.last()?);
    match (first.name(), last.name()) {
        (name, _) if parts.len() == 1 => name.map(str::to_owned),
        (Some(first), Some(last)) => gpx.name().or_else(|| Some(format!("{first} – {last}"))),
        (first, last) => gpx.name().or_else(|| first.or(last).map(str::to_owned)),
    }
}
