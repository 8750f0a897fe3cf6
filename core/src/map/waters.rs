//! Seas and lagoons, whose names differ from language to language more than those of towns do.

use crate::model::{Language, Text};

/// The name of a water of the base map by its class, where it is one of these.
#[must_use]
pub fn water_name(class: &str) -> Option<Text> {
    let (lithuanian, english, german) = match class {
        "baltic-sea" => ("Baltijos jūra", "Baltic Sea", "Ostsee"),
        "curonian-lagoon" => ("Kuršių marios", "Curonian Lagoon", "Kurisches Haff"),
        _ => return None,
    };
    Some([(Language::LT, lithuanian), (Language::EN, english), (Language::DE, german)].into_iter().collect())
}
