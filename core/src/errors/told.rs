//! What is to be told, and its words for the traveller. The texts stand in `texts/*.ftl`, one file a language.

use std::io;
use std::path::Path;

use fluent_bundle::{FluentArgs, FluentValue};

use super::codes::Code;
use crate::files::is_full;
use crate::gpx::At;
use crate::model::Language;
use crate::texts::{Source, Texts};

const SOURCE: Source =
    Source { lt: include_str!("texts/lt.ftl"), en: include_str!("texts/en.ftl"), de: include_str!("texts/de.ftl") };

/// As many characters of a name as a message on a phone can bear.
const LONGEST_NAME: usize = 60;

/// A code and what its text names.
pub(super) struct Told<C = Code> {
    pub code: C,
    arguments: FluentArgs<'static>,
}

/// A code that has a text.
pub(super) trait Coded: Copy {
    /// The code itself.
    fn code(self) -> &'static str;
}

impl Coded for Code {
    fn code(self) -> &'static str {
        self.name()
    }
}

impl Told {
    /// What the system said of a file.
    pub fn of_io(error: &io::Error) -> Told {
        Told::of(if is_full(error) { Code::DiskFull } else { Code::DiskFailed })
    }
}

impl<C: Coded> Told<C> {
    pub fn of(code: C) -> Told<C> {
        Told { code, arguments: FluentArgs::new() }.with("known", "no").with("file", "")
    }

    /// Something that is no name: a number, or one of the words a text chooses by.
    pub fn with(mut self, argument: &'static str, value: impl Into<FluentValue<'static>>) -> Told<C> {
        self.arguments.set(argument, value);
        self
    }

    /// A name that somebody gave.
    pub fn named(self, argument: &'static str, name: &str) -> Told<C> {
        self.with(argument, shortened(name))
    }

    /// The file it is about.
    pub fn file(self, path: &Path) -> Told<C> {
        match path.file_name() {
            Some(name) => self.with("known", "yes").named("file", &name.to_string_lossy()),
            None => self,
        }
    }

    /// Where in the file.
    pub fn at(self, at: At) -> Told<C> {
        self.with("line", at.line).with("column", at.column)
    }

    /// The words for the traveller.
    pub fn text(&self, language: Language) -> String {
        Texts::new(&SOURCE, language).say(&message(self.code.code()), &self.arguments)
    }
}

/// The message of a code: Fluent knows no dots.
fn message(code: &str) -> String {
    code.replace('.', "-")
}

/// A name in one line, without marks that would turn the text around it, and only as long as a message can bear.
fn shortened(name: &str) -> String {
    let is_mark = |letter: char| matches!(letter, '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}');
    let plain = |letter: char| if letter.is_control() { ' ' } else { letter };
    let mut letters = name.trim().chars().filter(|letter| !is_mark(*letter)).map(plain);
    let mut short: String = letters.by_ref().take(LONGEST_NAME).collect();
    if letters.next().is_some() {
        short.push('…');
    }
    short
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::super::CODES;
    use super::super::caveat::CaveatCode;
    use super::*;
    use crate::texts::checking;

    /// Messages that stand within others.
    const PARTS: [&str; 4] = ["the-file", "quoted-file", "place", "first-place"];

    #[test]
    fn every_code_has_a_text_in_all_languages_and_every_text_a_code() {
        let mut codes: BTreeSet<String> = CODES.iter().map(|(code, _)| message(code)).collect();
        assert_eq!(codes.len(), CODES.len(), "two codes share a message");
        codes.extend(CaveatCode::ALL.iter().map(|code| message(code.name())));
        assert_eq!(codes.len(), CODES.len() + CaveatCode::ALL.len(), "two codes share a message");
        codes.extend(PARTS.map(String::from));
        assert_eq!(checking::same_in_all_languages(&SOURCE), codes);
    }

    #[test]
    fn every_text_is_read_and_said_without_an_error() {
        checking::said_without_an_error(&SOURCE);
    }

    #[test]
    fn names_are_short_and_in_one_line() {
        assert_eq!(shortened(" spit\n3\u{202E}.gpkg "), "spit 3.gpkg");
        assert_eq!(shortened(&"ė".repeat(61)), format!("{}…", "ė".repeat(60)));
        assert_eq!(shortened(&"ė".repeat(60)), "ė".repeat(60));
    }

    #[test]
    fn a_file_without_a_name_is_just_the_file() {
        let text = Told::of(Code::GpxEmpty).file(Path::new("/")).text(Language::EN);
        assert!(text.starts_with("The file is empty"), "{text}");
    }
}
