//! The numbers of rows in the indexes: what ranks higher has the smaller number.
//!
//! A number is made of what the row holds, its language, the rank of its kind, the cell of the earth it lies in, and
//! the thing it is about. So a hit can be ranked, by distance too, before anything is read of it, and a language is a
//! range of numbers.

use std::ops::RangeInclusive;

use crate::geometry::Point;

const THING_BITS: u32 = 22;
const CELL_BITS: u32 = 30;
const KIND_BITS: u32 = 2;
const LANGUAGE_BITS: u32 = 6;
const HOLDS_BITS: u32 = 3;

const KIND_FROM: u32 = THING_BITS + CELL_BITS;
const LANGUAGE_FROM: u32 = KIND_FROM + KIND_BITS;
const HOLDS_FROM: u32 = LANGUAGE_FROM + LANGUAGE_BITS;

/// How many things there can be on one phone.
pub(super) const MOST_THINGS: u32 = 1 << THING_BITS;
/// The highest number of a language; languages beyond share it.
pub(super) const LAST_LANGUAGE: u8 = (1 << LANGUAGE_BITS) - 1;

/// What a row holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Holds {
    /// The name as one word.
    WholeName,
    /// Each alternative name as one word.
    WholeAlternatives,
    /// The words of the name.
    Name,
    /// The words of the name and of the alternative names.
    Alternatives,
    /// These and the words for the category.
    Category,
    /// All these and the texts.
    Texts,
}

impl Holds {
    pub const ALL: [Holds; 6] =
        [Holds::WholeName, Holds::WholeAlternatives, Holds::Name, Holds::Alternatives, Holds::Category, Holds::Texts];
}

/// What the number of a row says.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Number {
    pub holds: Holds,
    pub language: u8,
    /// 0 to 3.
    pub rank: u8,
    pub cell: u32,
    pub thing: u32,
}

impl Number {
    pub fn packed(self) -> i64 {
        (self.holds as i64) << HOLDS_FROM
            | i64::from(self.language) << LANGUAGE_FROM
            | i64::from(self.rank) << KIND_FROM
            | i64::from(self.cell) << THING_BITS
            | i64::from(self.thing)
    }
}

/// All numbers of some kinds of rows in all languages.
pub(super) fn all(holds: RangeInclusive<Holds>) -> RangeInclusive<i64> {
    let end = *holds.end() as i64 + 1;
    (*holds.start() as i64) << HOLDS_FROM..=(end << HOLDS_FROM) - 1
}

/// All numbers of one kind of row in some languages.
pub(super) fn range(holds: Holds, languages: RangeInclusive<u8>) -> RangeInclusive<i64> {
    let from = |language: i64| (holds as i64) << HOLDS_FROM | language << LANGUAGE_FROM;
    from(i64::from(*languages.start()))..=from(i64::from(*languages.end())) + (1 << LANGUAGE_FROM) - 1
}

/// The least number of a kind of row about stops and places in a cell.
pub(super) fn from_here(holds: Holds, language: u8, cell: u32) -> i64 {
    let kind = (holds as i64) << HOLDS_FROM | i64::from(language) << LANGUAGE_FROM | 1 << KIND_FROM;
    kind | i64::from(cell) << THING_BITS
}

fn part(number: i64, from: u32, bits: u32) -> u32 {
    ((number >> from) & ((1 << bits) - 1)) as u32
}

pub(super) fn thing(number: i64) -> u32 {
    part(number, 0, THING_BITS)
}

/// What the row holds, as a number that is smaller for what ranks higher.
pub(super) fn holds(number: i64) -> u32 {
    part(number, HOLDS_FROM, HOLDS_BITS)
}

pub(super) fn language(number: i64) -> u8 {
    part(number, LANGUAGE_FROM, LANGUAGE_BITS) as u8
}

pub(super) fn rank(number: i64) -> u8 {
    part(number, KIND_FROM, KIND_BITS) as u8
}

/// Whether the row holds that.
pub(super) fn is(number: i64, what: Holds) -> bool {
    holds(number) == what as u32
}

/// The middle of the cell: no more than 1 km from any place in it.
pub(super) fn middle(number: i64) -> Option<Point> {
    let cell = part(number, THING_BITS, CELL_BITS);
    let degrees = |steps: u32, whole: f64| (f64::from(steps) + 0.5) / SIDE * whole - whole / 2.0;
    Point::new(degrees(gathered(cell >> 1), 180.0), degrees(gathered(cell), 360.0)).ok()
}

/// How many cells stand on each other from pole to pole, and side by side around the earth.
const SIDE: f64 = (1 << (CELL_BITS / 2)) as f64;

/// The cell a point lies in. Latitude and longitude take turns in its bits, so that neighbours have numbers close by.
pub(super) fn cell(at: Point) -> u32 {
    let steps = |degrees: f64, whole: f64| ((degrees + whole / 2.0) / whole * SIDE).clamp(0.0, SIDE - 1.0) as u32;
    spread(steps(at.lat(), 180.0)) << 1 | spread(steps(at.lon(), 360.0))
}

/// The sixteen lowest bits, each with a gap after it.
fn spread(steps: u32) -> u32 {
    let steps = (steps | steps << 8) & 0x00FF_00FF;
    let steps = (steps | steps << 4) & 0x0F0F_0F0F;
    let steps = (steps | steps << 2) & 0x3333_3333;
    (steps | steps << 1) & 0x5555_5555
}

/// Every other bit, without the gaps.
fn gathered(cell: u32) -> u32 {
    let cell = cell & 0x5555_5555;
    let cell = (cell | cell >> 1) & 0x3333_3333;
    let cell = (cell | cell >> 2) & 0x0F0F_0F0F;
    let cell = (cell | cell >> 4) & 0x00FF_00FF;
    (cell | cell >> 8) & 0x0000_FFFF
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::geometry::Metres;

    proptest! {
        #[test]
        fn a_number_gives_back_what_it_was_made_of(
            (language, rank, thing) in (0..=LAST_LANGUAGE, 0..4_u8, 0..MOST_THINGS),
            (lat, lon) in (-90.0..=90.0, -180.0..=180.0),
        ) {
            let at = Point::new(lat, lon).expect("on the earth");
            let number = Number { holds: Holds::Texts, language, rank, cell: cell(at), thing }.packed();
            prop_assert_eq!((self::language(number), self::rank(number), self::thing(number)), (language, rank, thing));
            prop_assert!(middle(number).expect("a middle").distance(at) < Metres(1_000.0));
            prop_assert!(range(Holds::Texts, language..=language).contains(&number));
            prop_assert!(!range(Holds::Category, 0..=LAST_LANGUAGE).contains(&number));
            prop_assert!(all(Holds::Name..=Holds::Texts).contains(&number));
            prop_assert!(!all(Holds::WholeName..=Holds::Category).contains(&number));
        }
    }
}
