//! How large the pages are, stated or guessed.

use super::leaf::{Kind, Leaf, MAGIC};
use crate::sqlite::{u16_at, u32_at};

const USUAL: usize = 4_096;
const POSSIBLE: [usize; 8] = [512, 1_024, 2_048, 4_096, 8_192, 16_384, 32_768, 65_536];

/// A size that pages can have.
pub(super) fn valid(size: u32) -> Option<usize> {
    usize::try_from(size).ok().filter(|size| POSSIBLE.contains(size))
}

/// What a database header says, if it looks like one: sizes of pages and of what is usable of each.
pub(super) fn stated(first_page: &[u8]) -> Option<(usize, usize)> {
    // Three numbers that are the same in every database (section 1.3.4).
    let genuine = first_page.starts_with(MAGIC) && first_page.get(21..24)? == [64, 32, 32];
    let size = match u16_at(first_page, 16).filter(|_| genuine)? {
        1 => 65_536,
        size => valid(u32::from(size))?,
    };
    let reserved = usize::from(*first_page.get(20)?);
    size.checked_sub(reserved).filter(|&usable| usable >= 480).map(|usable| (size, usable))
}

/// All sizes there are, likely ones first.
pub(super) fn guesses<const N: usize>(likely: [Option<usize>; N]) -> impl Iterator<Item = usize> {
    likely.into_iter().flatten().chain([USUAL]).chain(POSSIBLE)
}

/// The size of the pages of a file: as it says if that agrees with its length, else that at which most rows are found.
pub(super) fn of_file(database: &[u8]) -> usize {
    let likely = stated(database).map_or(USUAL, |(size, _)| size);
    if fills(database, likely) {
        return likely;
    }
    let rows = |size: usize| {
        let leaves = database.chunks(size).map(|page| Leaf::new(page, false, size));
        leaves.filter(|leaf| leaf.kind() == Kind::Leaf).map(|leaf| leaf.listed().0.len()).sum::<usize>()
    };
    // Of equals the last wins, which is the likely size.
    POSSIBLE.into_iter().chain([likely]).max_by_key(|&size| rows(size)).unwrap_or(likely)
}

/// How much of each page is usable: as is said, unless more leaves add up when all of it is.
pub(super) fn usable(database: &[u8], size: usize, said: usize) -> usize {
    let sound = |usable: usize| {
        let leaves = database.chunks(size).map(|page| Leaf::new(page, false, usable));
        leaves.filter(|leaf| leaf.kind() == Kind::Leaf && leaf.listed().1).count()
    };
    if said == size || sound(said) >= sound(size) { said } else { size }
}

/// Do as many pages of this size as the header counts make up the file?
fn fills(database: &[u8], size: usize) -> bool {
    let count = u32_at(database, 28).and_then(|count| usize::try_from(count).ok());
    count.and_then(|count| count.checked_mul(size)) == Some(database.len())
}

/// A page of the database file that is whole.
pub(super) fn page(database: &[u8], size: usize, number: u32) -> Option<&[u8]> {
    let start = usize::try_from(number.checked_sub(1)?).ok()?.checked_mul(size)?;
    database.get(start..)?.get(..size)
}
