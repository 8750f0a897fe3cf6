//! Names that files bring along, made fit to be shown.

use std::path::Path;

use crate::gpx::Gpx;

/// The longest name taken from a file.
const MOST_CHARACTERS: usize = 200;

/// A name in one line and of a length that can be shown, without what would turn or hide the text around it. Empty where
/// nothing of it can be seen.
pub(super) fn shown(name: &str) -> String {
    let turns = |letter: char| matches!(letter, '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}');
    let is_break = |letter: char| letter.is_control() || letter.is_whitespace();
    let letters: String = name.chars().filter(|letter| !turns(*letter)).collect();
    let words: Vec<&str> = letters.split(is_break).filter(|word| !word.is_empty()).collect();
    let name: String = words.join(" ").chars().take(MOST_CHARACTERS).collect();
    if name.chars().all(|letter| letter == ' ' || is_unseen(letter)) { String::new() } else { name.trim_end().into() }
}

/// Letters without a shape of their own.
fn is_unseen(letter: char) -> bool {
    matches!(letter, '\u{AD}' | '\u{34F}' | '\u{61C}' | '\u{115F}' | '\u{1160}' | '\u{180E}' | '\u{200B}'..='\u{200F}'
        | '\u{2060}'..='\u{206F}' | '\u{2800}' | '\u{3164}' | '\u{FE00}'..='\u{FE0F}' | '\u{FEFF}' | '\u{FFA0}'
        | '\u{E0000}'..='\u{E0FFF}')
}

/// The name of a file without its endings.
pub(super) fn of_file(path: &Path) -> String {
    let name = path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
    let mut stem = name.as_str();
    for ending in [".gz", ".gpx"] {
        let begin = stem.len().saturating_sub(ending.len());
        stem = match stem.get(begin..) {
            Some(end) if begin > 0 && end.eq_ignore_ascii_case(ending) => &stem[..begin],
            _ => stem,
        };
    }
    shown(stem)
}

/// The names that stand in a file, whatever they are of: as they are shown, and as they stand.
fn all_in(gpx: &Gpx) -> impl Iterator<Item = String> {
    let metadata = gpx.children.get("metadata").map(|metadata| metadata.children().text("name"));
    let of_file = [metadata.flatten(), gpx.children.text("name"), gpx.name()];
    let tracks = gpx.tracks.iter().map(|track| &track.children);
    let routes = gpx.routes.iter().map(|route| &route.children);
    let named = tracks.chain(routes).flat_map(|children| [children.text("name"), children.line("name")]);
    of_file.into_iter().chain(named).flatten()
}

/// Whether a name came out of that file, now or with an earlier version: then the traveller gave it none of their own.
pub(super) fn is_of(name: &str, gpx: &Gpx) -> bool {
    let earlier = |name: &str| {
        let letters = name.trim().chars().filter(|letter| !letter.is_control());
        letters.take(MOST_CHARACTERS).collect::<String>()
    };
    all_in(gpx).any(|known| shown(&known) == name || earlier(&known) == name)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_one_line_that_turns_nothing_around() {
        assert_eq!(shown("line one\nline two"), "line one line two");
        assert_eq!(shown(" \u{1b}[31mNida\u{7}\r\n\t 3 "), "[31mNida 3");
        assert_eq!(shown("ride\u{202E}xpg.exe\u{2066}"), "ridexpg.exe");
        assert_eq!(shown("مسیر\u{200C}ها 👨\u{200D}👩\u{200D}👧"), "مسیر\u{200C}ها 👨\u{200D}👩\u{200D}👧");
        assert_eq!(shown(&"ė ".repeat(300)).chars().count(), 199);
    }

    #[test]
    fn a_name_of_which_nothing_can_be_seen_is_none() {
        for blank in ["", "  \u{A0}\u{3000}", "\u{200B}\u{FEFF}", "\u{202E}", "\u{3164} \u{2800}", "\0\0"] {
            assert_eq!(shown(blank), "", "{blank:?}");
        }
    }

    #[test]
    fn a_file_is_called_by_its_name_without_endings() {
        for (file, name) in [
            ("a/One.GPX", "One"),
            ("a/one.gpx.gz", "one"),
            ("one.xml", "one.xml"),
            (".gpx", ".gpx"),
            ("x\u{202E}.gpx", "x"),
            ("ė.gpx", "ė"),
        ] {
            assert_eq!(of_file(Path::new(file)), name, "{file}");
        }
    }
}
