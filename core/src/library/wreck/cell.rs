//! A cell of a table's leaf: a row's number and as much of its record as the page has room for (section 1.6).

use crate::sqlite::{local_length, record, u32_at, varint_at};

/// No row of ours comes near it.
pub(super) const MAX_PAYLOAD: usize = 16 << 20;

/// A row as it lies in its page.
#[derive(Debug)]
pub(super) struct Cell<'a> {
    pub rowid: i64,
    /// How many bytes the whole record has.
    pub length: usize,
    /// Those of them in this page.
    pub local: &'a [u8],
    /// The page where the record goes on.
    pub overflow: Option<u32>,
    /// Where in the page the cell ends.
    pub end: usize,
}

impl<'a> Cell<'a> {
    /// The cell that begins here, if one can.
    pub fn at(page: &'a [u8], usable: usize, at: usize) -> Option<Cell<'a>> {
        let page = page.get(..usable).unwrap_or(page);
        let (length, next) = varint_at(page, at)?;
        let length = usize::try_from(length).ok().filter(|length| (2..=MAX_PAYLOAD).contains(length))?;
        let (rowid, start) = varint_at(page, next)?;
        let here = local_length(length, usable.checked_sub(35)?, usable)?;
        let local = page.get(start..start.checked_add(here)?)?;
        let behind = start + here;
        let goes_on = here < length;
        let overflow = if goes_on { Some(u32_at(page, behind)?) } else { None };
        let end = if goes_on { behind + 4 } else { behind };
        record::may_start(local, length).then_some(Cell { rowid: rowid.cast_signed(), length, local, overflow, end })
    }
}
