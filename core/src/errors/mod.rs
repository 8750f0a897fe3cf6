//! What is shown when something goes wrong, and what a shell can do about it.
//!
//! The public errors of the rooms below become [`Complaint`]s, each told to three listeners: the traveller, in their
//! language and with what to do next on a phone; support and programs, by a code; whoever mends it, in the error's own
//! words. A code never changes its meaning and is never used again for something else; new errors get new codes where
//! the traveller or support would do something else. A file is told by its name and never by its path, and what a text
//! takes from elsewhere stands shortened in quotes. What went well but for something becomes a [`Caveat`], told to the same
//! three.
//!
//! Nothing here decides what is an error or tries anything again, and no other room of core knows this one. That a
//! bundle cannot be written is the desk's affair ([`WriteError`](crate::bundle::WriteError)) and has no text here.

mod bundle;
mod caveat;
mod codes;
mod export;
mod gpx;
mod library;
mod told;

use std::error::Error;

pub use caveat::{Caveat, CaveatCode};
pub use codes::{CODES, Kind};

use crate::bundle::BundleError;
use crate::gpx::{ExportError, GpxError};
use crate::library::LibraryError;
use crate::model::Language;
use codes::Code;
use told::Told;

/// Something that went wrong, told to three listeners.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Complaint {
    /// For the shell: what it can do about it.
    pub kind: Kind,
    /// For programs and support, stable: `bundle.altered`.
    pub code: &'static str,
    /// For the traveller, in their language; in English where there are no texts in it.
    pub text: String,
    /// For whoever mends it, in English: the error's own words and those of what caused it. May hold paths.
    pub detail: String,
}

impl Complaint {
    /// What went wrong with the library, or with what was handed to it.
    #[must_use]
    pub fn of_library(error: &LibraryError, language: Language) -> Complaint {
        let detail = match error {
            LibraryError::Bundle(error) => bundle_detail(error),
            error => detail(error.to_string(), error.source()),
        };
        Complaint::new(&library::told(error), language, detail)
    }

    /// What is wrong with a bundle.
    #[must_use]
    pub fn of_bundle(error: &BundleError, language: Language) -> Complaint {
        Complaint::new(&bundle::told(error), language, bundle_detail(error))
    }

    /// What is wrong with a GPX file whose name is not known.
    #[must_use]
    pub fn of_gpx(error: &GpxError, language: Language) -> Complaint {
        Complaint::new(&gpx::told(error), language, detail(error.to_string(), error.source()))
    }

    /// Why a route was not written as GPX.
    #[must_use]
    pub fn of_export(error: &ExportError, language: Language) -> Complaint {
        Complaint::new(&export::told(error), language, detail(error.to_string(), error.source()))
    }

    /// An argument that makes no sense: an id, a language code, a coordinate. `name` is the argument's, `reason` is
    /// technical.
    #[must_use]
    pub fn of_argument(name: &str, reason: &str, language: Language) -> Complaint {
        Complaint::new(&Told::of(Code::Argument), language, format!("`{name}`: {reason}"))
    }

    /// Something that was closed is asked for more.
    #[must_use]
    pub fn closed(object: &str, language: Language) -> Complaint {
        Complaint::new(&Told::of(Code::Closed), language, format!("`{object}` was closed; open it again"))
    }

    /// A fault of ours.
    #[must_use]
    pub fn internal(report: &str, language: Language) -> Complaint {
        Complaint::new(&Told::of(Code::Internal), language, report.to_owned())
    }

    /// An earlier fault of ours left something unusable.
    #[must_use]
    pub fn broken(object: &str, language: Language) -> Complaint {
        let detail = format!("an earlier fault left `{object}` unusable; close it and open it again");
        Complaint::new(&Told::of(Code::Broken), language, detail)
    }

    fn new(told: &Told, language: Language, detail: String) -> Complaint {
        Complaint { kind: told.code.kind(), code: told.code.name(), text: told.text(language), detail }
    }
}

/// A bundle's error does not name what is wrong as its cause, since its own words hold it.
fn bundle_detail(error: &BundleError) -> String {
    detail(error.to_string(), error.problem.source())
}

/// An error's own words, followed by those of its causes that do not stand in them yet.
fn detail(own: String, mut cause: Option<&dyn Error>) -> String {
    let mut told = own;
    while let Some(error) = cause {
        let words = error.to_string();
        if !told.contains(&words) {
            told = format!("{told}: {words}");
        }
        cause = error.source();
    }
    told
}

#[cfg(test)]
mod tests {
    use std::io;
    use std::path::PathBuf;

    use super::*;
    use crate::bundle::Problem;

    #[test]
    fn the_text_names_the_file_and_the_detail_its_path_and_every_cause() {
        let missing = io::Error::other("no such device");
        let path = PathBuf::from("/home/ona/Siuntiniai/spit.gpkg");
        let error = LibraryError::from(BundleError { path, problem: Problem::Unreadable(missing) });
        let complaint = Complaint::of_library(&error, Language::EN);
        assert_eq!((complaint.kind, complaint.code), (Kind::NotFound, "bundle.missing"));
        assert!(complaint.text.contains("“spit.gpkg”") && !complaint.text.contains("ona"), "{}", complaint.text);
        assert!(complaint.detail.starts_with("/home/ona/Siuntiniai/spit.gpkg: the file cannot be read"));
        assert!(complaint.detail.ends_with("may read it: no such device"), "{}", complaint.detail);
    }

    #[test]
    fn a_cause_that_the_error_tells_itself_is_told_once() {
        let error = ExportError::Write(io::Error::other("the card was taken out"));
        let complaint = Complaint::of_export(&error, Language::LT);
        assert_eq!(complaint.detail.matches("the card was taken out").count(), 1);
    }

    #[test]
    fn a_full_disk_is_one_whatever_was_written() {
        let full = || io::Error::from(io::ErrorKind::StorageFull);
        let at = crate::gpx::At { line: 1, column: 1 };
        let reading = GpxError { at, fault: crate::gpx::Fault::Io(full()) };
        assert_eq!(Complaint::of_export(&ExportError::Write(full()), Language::DE).code, "disk.full");
        assert_eq!(Complaint::of_gpx(&reading, Language::DE).kind, Kind::Full);
    }

    #[test]
    fn who_reads_another_language_reads_english() {
        let finnish = Language::new("fi").expect("a code");
        assert_eq!(Complaint::internal("x", finnish), Complaint::internal("x", Language::EN));
    }
}
