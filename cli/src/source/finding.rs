//! What is wrong with a source, told so that an editor can mend it.

use std::ops::Range;
use std::path::PathBuf;
use std::sync::Arc;

use crate::output;
use annotate_snippets::{AnnotationKind, Level, Renderer, Snippet};

/// How bad a finding is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Severity {
    /// The source cannot be packed.
    Error,
    /// It can be packed; a traveller will be served less well.
    Warning,
}

/// One thing that is wrong: what, where, why it matters and how to mend it.
#[derive(Debug, Clone, PartialEq)]
pub struct Finding {
    /// How bad it is.
    pub severity: Severity,
    /// What is wrong.
    pub what: String,
    /// Where.
    pub at: Spot,
    /// Why it matters; empty where `what` says enough.
    pub why: &'static str,
    /// How to mend it.
    pub mend: String,
}

/// A file of the source with its text, to quote lines from.
#[derive(Debug, PartialEq)]
pub struct File {
    /// As people would write it: below the folder given on the command line.
    pub path: PathBuf,
    /// Its text; empty for a file that is no text or is missing.
    pub text: String,
}

/// A stretch of a file's text.
#[derive(Debug, Clone, PartialEq)]
pub struct Spot {
    /// The file.
    pub file: Arc<File>,
    /// Bytes of its text.
    pub span: Range<usize>,
}

impl Spot {
    /// A stretch of a file; kept within its text.
    #[must_use]
    pub fn new(file: &Arc<File>, span: Range<usize>) -> Spot {
        let floor = |byte: usize| (0..=byte.min(file.text.len())).rev().find(|&at| file.text.is_char_boundary(at));
        let start = floor(span.start).unwrap_or(0);
        Spot { file: Arc::clone(file), span: start..floor(span.end).unwrap_or(0).max(start) }
    }

    /// The whole file.
    #[must_use]
    pub fn whole(file: &Arc<File>) -> Spot {
        Spot::new(file, 0..0)
    }

    /// Line and column, both from 1, the column in characters.
    #[must_use]
    pub fn line_column(&self) -> (usize, usize) {
        let before = &self.file.text[..self.span.start];
        let line_start = before.rfind('\n').map_or(0, |newline| newline + 1);
        (before.matches('\n').count() + 1, before[line_start..].chars().count() + 1)
    }
}

/// `file:line:column`.
impl std::fmt::Display for Spot {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let (line, column) = self.line_column();
        write!(out, "{}:{line}:{column}", self.file.path.display())
    }
}

impl Finding {
    /// Something that keeps the source from being packed.
    #[must_use]
    pub fn error(at: Spot, what: impl Into<String>, mend: impl Into<String>) -> Finding {
        Finding { severity: Severity::Error, what: what.into(), at, why: "", mend: mend.into() }
    }

    /// Something that can be packed all the same.
    #[must_use]
    pub fn warning(at: Spot, what: impl Into<String>, mend: impl Into<String>) -> Finding {
        Finding { severity: Severity::Warning, what: what.into(), at, why: "", mend: mend.into() }
    }

    /// The same finding with the reason why it matters.
    #[must_use]
    pub fn because(self, why: &'static str) -> Finding {
        Finding { why, ..self }
    }

    /// The finding with its line of the file, as compilers show theirs.
    #[must_use]
    pub fn render(&self, colour: bool) -> String {
        let level = match self.severity {
            Severity::Error => Level::ERROR,
            Severity::Warning => Level::WARNING,
        };
        let path = output::harmless(&self.at.file.path.display().to_string());
        let (what, mend) = (output::harmless(&self.what), output::harmless(&self.mend));
        let title = level.primary_title(what);
        let mut group = if self.at.file.text.is_empty() {
            let mend = Level::HELP.message(mend);
            title.element(annotate_snippets::Origin::path(path)).element(mend)
        } else {
            let mark = AnnotationKind::Primary.span(self.at.span.clone()).label(mend);
            let text: String = self.at.file.text.chars().map(shown).collect();
            title.element(Snippet::source(text).path(path).annotation(mark))
        };
        if !self.why.is_empty() {
            group = group.element(Level::NOTE.message(self.why));
        }
        let renderer = if colour { Renderer::styled() } else { Renderer::plain() };
        renderer.render(&[group])
    }
}

/// A letter of a line as it is shown. What would command a terminal is another one of as many bytes, so that the mark stays
/// where it is; the first controls the renderer shows by itself.
fn shown(letter: char) -> char {
    match letter.len_utf8() {
        1 => letter,
        _ if !output::commands_a_terminal(letter) => letter,
        2 => '¿',
        _ => '\u{fffd}',
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_that_is_shown_commands_no_terminal() {
        let text: String = (0..0xA0_u8).map(char::from).chain("\u{202e}\u{2066}\u{61c}".chars()).collect();
        let line = format!("a = \"{text}\"\n");
        let at = line.len() - 2..line.len() - 1;
        let file = Arc::new(File { path: "collection.toml".into(), text: line });
        let shown = Finding::error(Spot::new(&file, at), "no", "mend").render(false);
        let commands = |one: char| one != '\n' && output::commands_a_terminal(one);
        assert!(!shown.chars().any(commands), "{shown:?}");
    }

    #[test]
    fn a_finding_names_file_line_and_column_and_shows_the_line() {
        let file = Arc::new(File { path: "stops/nida-dune.toml".into(), text: "id = \"ž\"\nlat = 95.3\n".into() });
        let finding = Finding::error(Spot::new(&file, 16..20), "latitude 95.3 is no latitude", "give degrees north");
        assert_eq!(finding.at.to_string(), "stops/nida-dune.toml:2:7");
        let shown = finding.because("the stop could not be drawn").render(false);
        for part in
            ["error: latitude 95.3", "stops/nida-dune.toml:2:7", "lat = 95.3", "give degrees north", "note: the stop"]
        {
            assert!(shown.contains(part), "{part} in\n{shown}");
        }
    }

    #[test]
    fn a_spot_outside_its_file_is_brought_inside() {
        let file = Arc::new(File { path: "x.toml".into(), text: "ąč".into() });
        assert_eq!(Spot::new(&file, 1..99).span, 0..4);
    }
}
