//! Pictograms as letters: categories, kinds and modes have a glyph each in a font of our own, so that the map needs no
//! picture sheet and a pictogram takes any colour, size and halo as a letter does.

use crate::model::{Category, Mode, PlaceKind};

/// The font of the pictograms.
pub(super) const FONT: &str = "Route Guide Symbols";

/// What has a pictogram.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Symbol {
    /// A kind of stop.
    Category(Category),
    /// A way of travelling.
    Mode(Mode),
    /// Where ferries land.
    FerryPier,
    /// A tourist information centre.
    Information,
    /// Been there.
    Visited,
    /// Passed by.
    Skipped,
    /// This way.
    Direction,
}

/// All pictograms with their letters in Unicode's private use area.
///
/// A letter once given stays: glyph files of an older version may still lie on a phone.
pub const SYMBOLS: &[(char, Symbol)] = &[
    ('\u{e000}', Symbol::Category(Category::Activity)),
    ('\u{e001}', Symbol::Category(Category::Beach)),
    ('\u{e002}', Symbol::Category(Category::Bridge)),
    ('\u{e003}', Symbol::Category(Category::CastleMound)),
    ('\u{e004}', Symbol::Category(Category::Church)),
    ('\u{e005}', Symbol::Category(Category::Ferry)),
    ('\u{e006}', Symbol::Category(Category::Harbour)),
    ('\u{e007}', Symbol::Category(Category::Lighthouse)),
    ('\u{e008}', Symbol::Category(Category::Manor)),
    ('\u{e009}', Symbol::Category(Category::Monument)),
    ('\u{e00a}', Symbol::Category(Category::Museum)),
    ('\u{e00b}', Symbol::Category(Category::Nature)),
    ('\u{e00c}', Symbol::Category(Category::Park)),
    ('\u{e00d}', Symbol::Category(Category::Viewpoint)),
    ('\u{e00e}', Symbol::Category(Category::Village)),
    ('\u{e020}', Symbol::Mode(Mode::Walk)),
    ('\u{e021}', Symbol::Mode(Mode::Bike)),
    ('\u{e022}', Symbol::Mode(Mode::Car)),
    ('\u{e023}', Symbol::Mode(Mode::Boat)),
    ('\u{e024}', Symbol::Mode(Mode::Ferry)),
    ('\u{e030}', Symbol::FerryPier),
    ('\u{e031}', Symbol::Information),
    ('\u{e032}', Symbol::Visited),
    ('\u{e033}', Symbol::Skipped),
    ('\u{e034}', Symbol::Direction),
];

impl Symbol {
    /// The pictogram of a kind of place, where it has one.
    #[must_use]
    pub fn of_place(kind: PlaceKind) -> Option<Symbol> {
        match kind {
            PlaceKind::FerryPier => Some(Symbol::FerryPier),
            PlaceKind::InformationCentre => Some(Symbol::Information),
            PlaceKind::City | PlaceKind::Town | PlaceKind::SmallTown | PlaceKind::Village | PlaceKind::District => None,
        }
    }

    /// Its letter, as a string for a style.
    #[must_use]
    pub fn letter(self) -> String {
        SYMBOLS.iter().filter(|(_, symbol)| *symbol == self).map(|(letter, _)| *letter).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_category_and_mode_has_a_pictogram() {
        for category in Category::ALL {
            assert_eq!(Symbol::Category(*category).letter().chars().count(), 1, "{category}");
        }
        for mode in Mode::ALL {
            assert_eq!(Symbol::Mode(*mode).letter().chars().count(), 1, "{mode}");
        }
    }

    #[test]
    fn no_letter_is_given_twice() {
        let mut letters: Vec<char> = SYMBOLS.iter().map(|(letter, _)| *letter).collect();
        letters.dedup();
        assert_eq!(letters.len(), SYMBOLS.len());
        assert!(letters.is_sorted());
    }
}
