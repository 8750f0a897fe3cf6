//! Finds routes, stages, stops and places by what a traveller types, in the traveller's language first.
//!
//! The index lies in the library's database and is made from the installed bundles: [`Indexing`] when one is installed,
//! [`forget()`] when it goes. [`Library::search`] asks FTS5 for ever poorer kinds of hits – a whole name, the beginning of a
//! name, a word of a name, an alternative name, the category, the texts, the same words in another case, a word
//! with a typing error – until it has enough. What is stored and what is asked goes through the same folding
//! (`fold.rs`), and the numbers of rows say how they rank (`number.rs`).
//!
//! Nothing here opens a database or begins a transaction, and nothing opens a bundle: content is handed in.

mod ending;
mod fold;
mod found;
mod index;
mod kind;
mod language;
mod looking;
mod number;
mod quote;
mod round;
mod show;
mod slip;
mod sort;
#[cfg(test)]
mod tests;
mod thing;
mod wanted;

use rusqlite::Connection;

pub use found::{Found, Matched, What};
pub(super) use index::{Indexing, forget};
pub use quote::Quote;

use super::{Library, LibraryError};
use crate::geometry::Point;
use crate::model::Language;
use language::Languages;
use looking::Looking;
use show::Showing;

/// The most things one search gives.
pub const MOST_FOUND: usize = 100;

/// What a traveller looks for.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Query<'q> {
    /// As typed so far. Anything may stand here.
    pub text: &'q str,
    /// The traveller's language.
    pub language: Language,
    /// Where the traveller is.
    pub near: Option<Point>,
    /// How many things are wanted, at most [`MOST_FOUND`].
    pub limit: usize,
}

impl Library {
    /// Finds routes, stages, stops and places in all installed bundles: the best first, each once; nothing where no word
    /// was typed.
    ///
    /// # Errors
    /// When the database is damaged.
    pub fn search(&self, query: &Query<'_>) -> Result<Vec<Found>, LibraryError> {
        self.ask(|connection| Ok(find(connection, query)?))
    }
}

/// What is found, the best first, each thing once; nothing where no word was typed.
///
/// # Errors
/// When the database cannot be read.
fn find(connection: &Connection, query: &Query<'_>) -> rusqlite::Result<Vec<Found>> {
    let words = wanted::words(query.text);
    let enough = query.limit.min(MOST_FOUND);
    if words.is_empty() || enough == 0 {
        return Ok(Vec::new());
    }
    let languages = Languages::read(connection)?;
    let mut looking = Looking::new(connection, languages.number(query.language), query.near, enough);
    let rounds = round::look(connection, &mut looking, &words)?;
    let showing = Showing { connection, languages: &languages, language: query.language };
    looking.hits.iter().map(|hit| showing.found(hit, &rounds[hit.round])).collect()
}
