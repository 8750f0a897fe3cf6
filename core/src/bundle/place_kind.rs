//! Kinds of places that earlier readers do not know.
//!
//! A reader refuses a kind it never heard of. A small town therefore stands in a bundle as a town, which it is, and what
//! it is called stands beside it among the texts of its row, which those who do not look for it pass over.

use crate::model::{Language, PlaceKind, Text};

/// The text that says what a town is called.
pub(super) const FIELD: &str = "kind";

/// What a kind is written as: one that every reader knows, and the words beside it where there have to be any.
pub(super) fn written(kind: PlaceKind) -> (PlaceKind, Text) {
    match kind {
        PlaceKind::SmallTown => {
            let languages = [Language::LT, Language::EN, Language::DE].into_iter();
            (PlaceKind::Town, languages.map(|language| (language, kind.word(language))).collect())
        }
        known => (known, Text::default()),
    }
}

/// The kind that was written so.
pub(super) fn read(kind: PlaceKind, words: &Text) -> PlaceKind {
    if kind == PlaceKind::Town && !words.is_empty() { PlaceKind::SmallTown } else { kind }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_kind_is_read_as_it_was_written_and_known_to_earlier_readers() {
        let earlier = ["ferry-pier", "information-centre", "city", "town", "village", "district"];
        for &kind in PlaceKind::ALL {
            let (known, words) = written(kind);
            assert_eq!(read(known, &words), kind);
            assert!(earlier.contains(&known.name()), "{kind}");
        }
    }
}
