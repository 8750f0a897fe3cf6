//! What is measured, as a traveller reads and hears it: lengths, heights, times, speeds, directions, places, and how
//! exact a line is; in Lithuanian, English and German, in metres or in yards and miles.
//!
//! What lives here: the one rounding of lengths, and the words around numbers (`texts/*.ftl`). What must not: when
//! something is told. Cues are sentences of `guidance`, which says its lengths with these words.

mod aloud;
mod amounts;
mod lengths;
mod lines;
mod position;

use fluent_bundle::{FluentArgs, FluentValue};

pub(crate) use lengths::{Form, Medium};
pub use position::PositionText;

use crate::model::{Language, Units};
use crate::texts::{Source, Texts};

const SOURCE: Source =
    Source { lt: include_str!("texts/lt.ftl"), en: include_str!("texts/en.ftl"), de: include_str!("texts/de.ftl") };

/// Stands where there is no number.
const NOTHING: &str = "–";

/// Says what is measured in one language and its traveller's units.
pub struct Measures {
    texts: Texts,
    units: Units,
    decimal_mark: char,
}

impl Measures {
    /// The words are read once, here; a language without words of its own gets the English ones.
    #[must_use]
    pub fn new(language: Language, units: Units) -> Measures {
        let texts = Texts::new(&SOURCE, language);
        let decimal_mark = if texts.language() == Language::EN { '.' } else { ',' };
        Measures { texts, units, decimal_mark }
    }

    fn say<'a, const N: usize>(&self, message: &str, arguments: [(&'static str, FluentValue<'a>); N]) -> String {
        self.texts.say(message, &FluentArgs::from_iter(arguments))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::texts::checking;

    #[test]
    fn every_message_stands_in_all_languages_with_the_same_arguments() {
        assert!(checking::same_in_all_languages(&SOURCE).len() > 20);
    }

    #[test]
    fn every_text_is_read_and_said_without_an_error() {
        checking::said_without_an_error(&SOURCE);
    }
}
