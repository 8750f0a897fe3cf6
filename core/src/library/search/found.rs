//! What was found, ready to be shown.

use super::quote::Quote;
use super::sort::Sort;
use crate::geometry::{Metres, Point};
use crate::model::{BundleId, Category, Language, PlaceId, PlaceKind, RouteId, StageId, StopId};

/// A route, stage, stop or place that was found.
#[derive(Debug, Clone, PartialEq)]
pub struct Found {
    /// The bundle it is in.
    pub bundle: BundleId,
    /// What it is, with its id.
    pub what: What,
    /// Its name in the language asked for, or the one it has.
    pub name: String,
    /// What kind of thing it is, in the language asked for: `Museum`.
    pub kind: &'static str,
    /// Where it is; of a route or stage, where it starts.
    pub position: Point,
    /// How far that is from here, where here is known.
    pub distance: Option<Metres>,
    /// Where the words of the question stood.
    pub matched: Matched,
    /// Whether it was found only because a letter of the question was taken for a typing error.
    pub corrected: bool,
}

/// What was found, with its id.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum What {
    /// A route.
    Route(RouteId),
    /// A stage of a route.
    Stage(RouteId, StageId),
    /// A stop of a route.
    Stop(RouteId, StopId, Category),
    /// A place.
    Place(PlaceId, PlaceKind),
}

impl What {
    /// What kind of thing it is, as a word: `Museum`.
    #[must_use]
    pub fn kind(&self, language: Language) -> &'static str {
        let sort = match self {
            What::Route(_) => Sort::Route,
            What::Stage(..) => Sort::Stage,
            What::Stop(_, _, category) => Sort::Stop(*category),
            What::Place(_, kind) => Sort::Place(*kind),
        };
        sort.word(language)
    }
}

/// Where the words of the question stood: in the name alone, or also where the name does not say it all.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Matched {
    /// In its name; another than the one shown where it is of another language.
    Name(String, Option<Language>),
    /// In a name it has besides, or used to have.
    AlternativeName(String, Option<Language>),
    /// They say what kind of thing it is.
    Kind,
    /// In a text about it.
    Text(Quote),
}
