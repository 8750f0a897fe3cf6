//! SQLite's file format, as far as it is read without SQLite: numbers, records, and how much of a row stays in its page.
//!
//! Sections named in this room and those that use it are those of <https://www.sqlite.org/fileformat2.html>. What is
//! read may be cut off, damaged or made to harm. Which pages there are and what their rows mean is not known here.

mod bytes;
pub(crate) mod record;

pub(crate) use bytes::{u16_at, u32_at, varint_at};

/// The page of a table whose cells are its rows.
pub(crate) const TABLE_LEAF: u8 = 0x0D;
/// A page of a table that leads to others.
pub(crate) const TABLE_INNER: u8 = 0x05;
/// The page of an index that leads to no other.
pub(crate) const INDEX_LEAF: u8 = 0x0A;
/// A page of an index that leads to others.
pub(crate) const INDEX_INNER: u8 = 0x02;
/// The database header stands before the first page's own.
pub(crate) const DATABASE_HEADER: usize = 100;

/// How much of a row or key of `length` bytes stays in its page (section 1.6): all of it up to `most`.
pub(crate) fn local_length(length: usize, most: usize, usable: usize) -> Option<usize> {
    if length <= most {
        return Some(length);
    }
    let least = (usable.checked_sub(12)? * 32 / 255).checked_sub(23)?;
    let filled = least + length.checked_sub(least)?.checked_rem(usable.checked_sub(4)?)?;
    Some(if filled <= most { filled } else { least })
}
