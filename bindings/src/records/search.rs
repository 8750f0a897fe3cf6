//! What a traveller looks for and finds.

use route_guide_core::library;
use route_guide_core::model::Language;

use super::{PlaceKind, Position, StopCategory};
use crate::packed;

/// What a traveller looks for.
#[derive(Debug, Clone, PartialEq, uniffi::Record)]
pub struct SearchQuery {
    /// As typed so far. Anything may stand here.
    pub text: String,
    /// Where the traveller is.
    pub near: Option<Position>,
    /// How many things are wanted, at most 100.
    pub limit: u32,
}

/// What was found.
#[derive(Debug, Clone, PartialEq, uniffi::Record)]
pub struct SearchAnswer {
    /// The best first, each once.
    pub found: Vec<Found>,
    /// Where each of them is, in the same order, as coordinates: for the map.
    pub positions: Vec<u8>,
}

impl From<Vec<library::Found>> for SearchAnswer {
    fn from(found: Vec<library::Found>) -> SearchAnswer {
        let positions = packed::coordinates(found.iter().map(|found| found.position));
        SearchAnswer { found: found.into_iter().map(Found::from).collect(), positions }
    }
}

/// One thing that was found.
#[derive(Debug, Clone, PartialEq, uniffi::Record)]
pub struct Found {
    /// The bundle it is in.
    pub bundle: String,
    /// What it is.
    pub thing: FoundThing,
    /// Its name.
    pub name: String,
    /// What kind of thing it is, as a word: `Museum`.
    pub kind: String,
    /// How far from here it is, where here is known.
    pub distance_m: Option<f64>,
    /// Where the words of the question stood.
    pub matched: Matched,
    /// Whether it was found only because a letter of the question was taken for a typing error.
    pub corrected: bool,
}

/// A stop or place near a position.
#[derive(Debug, Clone, PartialEq, uniffi::Record)]
pub struct Nearby {
    /// The bundle it is in.
    pub bundle: String,
    /// What it is.
    pub thing: FoundThing,
    /// Its name.
    pub name: String,
    /// What kind of thing it is, as a word: `Museum`.
    pub kind: String,
    /// How far it is as the crow flies.
    pub distance_m: f64,
    /// In which direction it lies.
    pub bearing_deg: f64,
    /// Where it is.
    pub position: Position,
}

impl From<library::Nearby> for Nearby {
    fn from(nearby: library::Nearby) -> Nearby {
        let library::Nearby { bundle, what, name, kind, distance, bearing, position } = nearby;
        Nearby {
            bundle: bundle.to_string(),
            thing: what.into(),
            name,
            kind: kind.to_owned(),
            distance_m: distance.0,
            bearing_deg: bearing.degrees(),
            position: position.into(),
        }
    }
}

/// Something that can be found, with its ids.
#[derive(Debug, Clone, PartialEq, Eq, uniffi::Enum)]
pub enum FoundThing {
    /// A route.
    Route {
        /// Which.
        route: String,
    },
    /// A stage of a route.
    Stage {
        /// The route.
        route: String,
        /// Which.
        stage: String,
    },
    /// A stop of a route.
    Stop {
        /// The route.
        route: String,
        /// Which.
        stop: String,
        /// What kind of place it is.
        category: StopCategory,
    },
    /// A place.
    Place {
        /// Which.
        place: String,
        /// What kind of place it is.
        kind: PlaceKind,
    },
}

/// Where the words of a question stood.
#[derive(Debug, Clone, PartialEq, Eq, uniffi::Enum)]
pub enum Matched {
    /// In its name; another than the one shown where it is of another language.
    Name {
        /// The name.
        name: String,
        /// Its language.
        language: Option<String>,
    },
    /// In a name it has besides, or used to have.
    AlternativeName {
        /// The name.
        name: String,
        /// Its language.
        language: Option<String>,
    },
    /// They say what kind of thing it is.
    Kind,
    /// In a text about it.
    InText {
        /// What stands before the word.
        before: String,
        /// The word.
        word: String,
        /// What stands after it.
        after: String,
    },
}

impl From<library::Found> for Found {
    fn from(found: library::Found) -> Found {
        let library::Found { bundle, what, name, kind, distance, matched, corrected, .. } = found;
        Found {
            bundle: bundle.to_string(),
            thing: what.into(),
            name,
            kind: kind.to_owned(),
            distance_m: distance.map(|distance| distance.0),
            matched: matched.into(),
            corrected,
        }
    }
}

impl From<library::What> for FoundThing {
    fn from(what: library::What) -> FoundThing {
        match what {
            library::What::Route(route) => FoundThing::Route { route: route.to_string() },
            library::What::Stage(route, stage) => {
                FoundThing::Stage { route: route.to_string(), stage: stage.to_string() }
            }
            library::What::Stop(route, stop, category) => {
                FoundThing::Stop { route: route.to_string(), stop: stop.to_string(), category }
            }
            library::What::Place(place, kind) => FoundThing::Place { place: place.to_string(), kind },
        }
    }
}

impl From<library::Matched> for Matched {
    fn from(matched: library::Matched) -> Matched {
        let code = |language: Option<Language>| language.map(|language| language.to_string());
        match matched {
            library::Matched::Name(name, language) => Matched::Name { name, language: code(language) },
            library::Matched::AlternativeName(name, language) => {
                Matched::AlternativeName { name, language: code(language) }
            }
            library::Matched::Kind => Matched::Kind,
            library::Matched::Text(library::Quote { before, word, after }) => Matched::InText { before, word, after },
        }
    }
}
