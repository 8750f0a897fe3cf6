//! A page as the leaf of a table (section 1.6).

use std::collections::BTreeSet;

use super::cell::Cell;
use crate::sqlite::{DATABASE_HEADER, INDEX_INNER, INDEX_LEAF, TABLE_INNER, TABLE_LEAF, u16_at};

/// Inner pages of tables and all pages of indexes.
const OTHER_TREE_PAGES: [u8; 3] = [INDEX_INNER, TABLE_INNER, INDEX_LEAF];
const HEADER: usize = 8;
/// The first bytes of a database.
pub(super) const MAGIC: &[u8] = b"SQLite format 3\0";

/// What a page seems to be.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    Leaf,
    /// Another page of a tree: no rows in it.
    Tree,
    /// An overflow page, an empty one, or one whose header is gone.
    Unknown,
}

/// A page looked at as a leaf; it may be cut off.
#[derive(Debug, Clone, Copy)]
pub(super) struct Leaf<'a> {
    page: &'a [u8],
    start: usize,
    usable: usize,
}

impl<'a> Leaf<'a> {
    /// `first`: it is the first page of the database, as far as is known.
    pub fn new(page: &'a [u8], first: bool, usable: usize) -> Leaf<'a> {
        let start = if first || page.starts_with(MAGIC) { DATABASE_HEADER } else { 0 };
        Leaf { page, start, usable }
    }

    /// What the first byte of its header says.
    pub fn kind(&self) -> Kind {
        match self.page.get(self.start) {
            Some(&TABLE_LEAF) => Kind::Leaf,
            Some(kind) if OTHER_TREE_PAGES.contains(kind) => Kind::Tree,
            _ => Kind::Unknown,
        }
    }

    /// The cells its list points to, and whether these with the free space make up the page.
    pub fn listed(&self) -> (Vec<Cell<'a>>, bool) {
        let mut seen = BTreeSet::new();
        let mut cells = Vec::new();
        let mut used = 0;
        let count = u16_at(self.page, self.start + 3).map_or(0, usize::from);
        for pointer in (self.start + HEADER..self.usable).step_by(2).take(count) {
            let Some(at) = u16_at(self.page, pointer).map(usize::from) else { break };
            if at < self.start + HEADER || !seen.insert(at) {
                continue;
            }
            if let Some(cell) = Cell::at(self.page, self.usable, at) {
                used += cell.end - at;
                cells.push(cell);
            }
        }
        let whole = cells.len() == count && self.free().is_some_and(|free| used + free == self.usable);
        (cells, whole)
    }

    /// Whether there are cells, and they and the free space make up the page.
    pub fn adds_up(&self) -> bool {
        let (cells, whole) = self.listed();
        whole && !cells.is_empty()
    }

    /// Whatever may be a cell, wherever in the page it begins.
    pub fn lying_about(&self) -> impl Iterator<Item = Cell<'a>> + use<'a> {
        let Leaf { page, usable, .. } = *self;
        (0..page.len()).filter_map(move |at| Cell::at(page, usable, at))
    }

    /// What of the page is no cell: headers and list, the gap behind them, free blocks and fragments.
    fn free(&self) -> Option<usize> {
        let gap_end = match u16_at(self.page, self.start + 5)? {
            0 => 65_536,
            end => usize::from(end),
        };
        let fragments = usize::from(*self.page.get(self.start + 7)?);
        let mut free = gap_end + fragments;
        let mut block = usize::from(u16_at(self.page, self.start + 1)?);
        while block != 0 {
            free += usize::from(u16_at(self.page, block + 2)?);
            let next = usize::from(u16_at(self.page, block)?);
            if next != 0 && next <= block {
                return None;
            }
            block = next;
        }
        Some(free)
    }
}
