//! Reading files of a source and turning their words into values, collecting what is wrong on the way.
//!
//! Nothing here stops at the first finding: an editor wants them all.

use std::collections::BTreeSet;
use std::io::{self, Read};
use std::path::{Path, PathBuf};
use std::sync::Arc;

use route_guide_core::files::{open_regular, plain};
use route_guide_core::geometry::{Metres, Point, PointError};
use route_guide_core::model::{Fact, IdError, Language, PhoneNumber, Text, Unverified};
use serde::de::DeserializeOwned;
use toml::Spanned;

use super::files::{FactEntry, Texts};
use super::finding::{self, Finding, Severity, Spot};
use super::{strings, typesetting};

/// The largest text file of a source.
const LARGEST_FILE: u64 = 64 << 20;

/// A source being read: its folder and what was found so far.
pub struct Reading {
    folder: PathBuf,
    /// The languages every text must have.
    pub languages: Vec<Language>,
    /// What was found so far.
    pub findings: Vec<Finding>,
    /// The files that something named, whether or not they could be read.
    pub read: BTreeSet<PathBuf>,
}

impl Reading {
    /// Begins to read a folder.
    pub fn of(folder: &Path) -> Reading {
        Reading { folder: folder.to_owned(), languages: Vec::new(), findings: Vec::new(), read: BTreeSet::new() }
    }

    /// Adds a finding.
    pub fn report(&mut self, finding: Finding) {
        self.findings.push(finding);
    }

    /// How much of what was found keeps the source from being packed.
    pub fn errors(&self) -> usize {
        self.findings.iter().filter(|finding| finding.severity == Severity::Error).count()
    }

    /// The full path of a file named relative to the source's folder.
    pub fn path(&self, relative: impl AsRef<Path>) -> PathBuf {
        self.folder.join(relative)
    }

    /// The text of a file, or a finding.
    pub fn text(&mut self, relative: impl AsRef<Path>, named_by: Option<Spot>) -> Option<Arc<finding::File>> {
        let bytes = self.bytes(&relative, named_by, LARGEST_FILE)?;
        let path = self.path(relative);
        match String::from_utf8(bytes) {
            Ok(text) => Some(Arc::new(finding::File { path, text })),
            Err(wrong) => {
                let readable = wrong.utf8_error().valid_up_to();
                let text = String::from_utf8_lossy(&wrong.as_bytes()[..readable]).into_owned();
                let file = Arc::new(finding::File { path, text });
                let what = format!("byte {} of the file is no UTF-8 text", readable + 1);
                self.report(Finding::error(Spot::new(&file, readable..readable), what, "save the file as UTF-8"));
                None
            }
        }
    }

    /// The bytes of a file, or a finding where the file that names it does so.
    pub fn bytes(&mut self, relative: impl AsRef<Path>, named_by: Option<Spot>, limit: u64) -> Option<Vec<u8>> {
        let path = self.path(relative);
        self.read.insert(path.clone());
        let read = read_file(&path, &self.folder, limit);
        let at = || {
            named_by
                .unwrap_or_else(|| Spot::whole(&Arc::new(finding::File { path: path.clone(), text: String::new() })))
        };
        let finding = match read {
            Ok(Some(bytes)) => return Some(bytes),
            Ok(None) => Finding::error(
                at(),
                format!("{} is larger than {} MB", path.display(), limit >> 20),
                "make it smaller or split it",
            ),
            Err(error) => Finding::error(
                at(),
                format!("{} cannot be read: {}", path.display(), plain(&error)),
                "see that the file is there under just this name and may be read",
            ),
        };
        self.report(finding);
        None
    }

    /// A TOML file as its entries, or a finding.
    pub fn toml<T: DeserializeOwned>(&mut self, file: &Arc<finding::File>) -> Option<T> {
        match toml::from_str(&file.text) {
            Ok(entries) => {
                strings::check(self, file);
                Some(entries)
            }
            Err(error) => {
                let at = error.span().map_or_else(|| Spot::whole(file), |span| Spot::new(file, span));
                let what = error.message().trim().replace('\n', "; ");
                self.report(Finding::error(at, what, "see README.md in this folder for the keys and their form"));
                None
            }
        }
    }

    /// An id, or a finding.
    pub fn id<T>(
        &mut self,
        file: &Arc<finding::File>,
        text: &Spanned<String>,
        make: fn(&str) -> Result<T, IdError>,
    ) -> Option<T> {
        make(text.get_ref())
            .map_err(|wrong| {
                self.report(Finding::error(spot(file, text), wrong.to_string(), "write it like `nida-dune-2`"))
            })
            .ok()
    }

    /// A word of a closed list, or a finding that names the list.
    pub fn word<T: Copy + std::fmt::Display>(
        &mut self,
        file: &Arc<finding::File>,
        text: &Spanned<String>,
        what: &str,
        all: &[T],
        named: fn(&str) -> Option<T>,
    ) -> Option<T> {
        let found = named(text.get_ref());
        if found.is_none() {
            let list: Vec<String> = all.iter().map(|word| format!("`{word}`")).collect();
            let finding = Finding::error(
                spot(file, text),
                format!("`{}` is no {what}", text.get_ref()),
                format!("use one of {}", list.join(", ")),
            );
            self.report(finding);
        }
        found
    }

    /// A length in metres above zero, or a finding.
    pub fn metres(&mut self, file: &Arc<finding::File>, number: &Spanned<f64>, limit: f64) -> Option<Metres> {
        let metres = *number.get_ref();
        if metres > 0.0 && metres <= limit {
            return Some(Metres(metres));
        }
        let what = format!("{metres} is no length between 0 and {}", Metres(limit));
        self.report(Finding::error(spot(file, number), what, "give the length in metres"));
        None
    }

    /// A position, or a finding.
    pub fn point(&mut self, file: &Arc<finding::File>, lat: &Spanned<f64>, lon: &Spanned<f64>) -> Option<Point> {
        Point::new(*lat.get_ref(), *lon.get_ref())
            .map_err(|wrong| {
                let at = if matches!(wrong, PointError::Longitude { .. }) { lon } else { lat };
                let mend = "give decimal degrees, latitude north, longitude east; see that they are not exchanged";
                self.report(Finding::error(spot(file, at), wrong.to_string(), mend));
            })
            .ok()
    }

    /// A number to call, or a finding.
    pub fn phone_number(&mut self, file: &Arc<finding::File>, number: &Spanned<String>) -> Option<PhoneNumber> {
        PhoneNumber::new(number.get_ref())
            .map_err(|wrong| {
                let finding = Finding::error(spot(file, number), wrong.to_string(), "write it like `+370 46 412186`");
                self.report(finding.because("phones take other signs for commands to the network"));
            })
            .ok()
    }

    /// Marks of what nobody has checked, or findings.
    pub fn unverified(&mut self, file: &Arc<finding::File>, names: &[Spanned<String>]) -> Vec<Unverified> {
        let mut marks = Vec::new();
        for name in names {
            match Unverified::from_name(name.get_ref()) {
                Some(mark) => marks.push(mark),
                None => self.report(Finding::error(
                    spot(file, name),
                    format!("`{}` cannot be marked unverified", name.get_ref()),
                    "use `position`, `name.lt` (or another language), `former_de`, `stages`, `modes`, `phone` or `use`",
                )),
            }
        }
        marks
    }

    /// A text in every language the collection promises, at most `longest` characters long.
    pub fn texts(&mut self, file: &Arc<finding::File>, what: &str, texts: &Spanned<Texts>, longest: usize) -> Text {
        let text = self.texts_as_they_are(file, texts);
        for language in self.languages.clone() {
            match text.exactly(language) {
                Some(words) if !words.is_empty() => {}
                _ => self.report(
                    Finding::error(
                        Spot::new(file, texts.span()),
                        format!("the {what} is missing in `{language}`"),
                        format!("add `{language} = \"…\"`"),
                    )
                    .because("a traveller reads and hears one language; a gap would be filled with another"),
                ),
            }
        }
        for (code, words) in texts.get_ref() {
            let length = paragraphs(words.get_ref()).chars().count();
            if length > longest {
                self.report(
                    Finding::warning(
                        spot(file, words),
                        format!("the {what} in `{}` has {length} characters, {longest} fit", code.get_ref()),
                        "say it shorter",
                    )
                    .because("long texts are cut on small screens and tire the listener"),
                );
            }
        }
        text
    }

    /// A text in whatever languages there are.
    pub fn texts_as_they_are(&mut self, file: &Arc<finding::File>, texts: &Spanned<Texts>) -> Text {
        let mut text = Text::default();
        for (code, words) in texts.get_ref() {
            match Language::new(code.get_ref()) {
                Ok(language) => text.set(language, paragraphs(words.get_ref())),
                Err(wrong) => {
                    self.report(Finding::error(spot(file, code), wrong.to_string(), "use the language's code"))
                }
            }
        }
        text
    }

    /// Facts, with a warning for each that has no source.
    pub fn facts(&mut self, file: &Arc<finding::File>, entries: &[FactEntry]) -> Vec<Fact> {
        entries
            .iter()
            .map(|entry| {
                let source = entry.source.as_ref().map(|source| source.get_ref().trim().to_owned());
                if source.as_ref().is_none_or(String::is_empty) {
                    self.report(
                        Finding::warning(
                            spot(file, &entry.text),
                            "a fact without a source",
                            "add `source = \"https://…\"`",
                        )
                        .because("travellers and other editors can only trust what they can look up"),
                    );
                }
                Fact {
                    text: entry.text.get_ref().trim().to_owned(),
                    source: source.filter(|source| !source.is_empty()),
                }
            })
            .collect()
    }
}

/// Where a value stands in its file.
pub fn spot<T>(file: &Arc<finding::File>, value: &Spanned<T>) -> Spot {
    Spot::new(file, value.span())
}

/// A text as it is shown: line ends within a paragraph become spaces, paragraphs stay apart.
fn paragraphs(text: &str) -> String {
    let mut paragraphs: Vec<String> = Vec::new();
    let mut words: Vec<&str> = Vec::new();
    for line in text.lines().chain([""]) {
        if line.trim().is_empty() {
            if !words.is_empty() {
                paragraphs.push(typesetting::joined(&words));
                words.clear();
            }
        } else {
            words.extend(line.split_ascii_whitespace());
        }
    }
    paragraphs.join("\n\n")
}

/// Whether a path leads out of the folder, over a link in it: what lies elsewhere is not the source's to show or pack.
pub fn leads_out(path: &Path, folder: &Path) -> io::Result<bool> {
    Ok(!path.canonicalize()?.starts_with(folder.canonicalize()?))
}

/// The bytes of a file in the folder, or `None` where there are more than `limit`. What is no file (a pipe, a device)
/// may have no end, or never begin.
fn read_file(path: &Path, folder: &Path, limit: u64) -> io::Result<Option<Vec<u8>>> {
    let file = open_regular(path)?;
    if leads_out(path, folder)? {
        return Err(io::Error::other("it is a link that leads out of the source; copy the file into the source"));
    }
    let mut bytes = Vec::new();
    file.take(limit + 1).read_to_end(&mut bytes)?;
    Ok((bytes.len() as u64 <= limit).then_some(bytes))
}

#[cfg(test)]
mod tests {
    use super::paragraphs;

    #[test]
    fn lines_flow_into_paragraphs() {
        assert_eq!(paragraphs("\none\ntwo\n\n three \n"), "one two\n\nthree");
        assert_eq!(paragraphs(" \n"), "");
    }
}
