//! The walk over all pages, from the newest to the oldest.

use std::collections::{BTreeMap, BTreeSet};

use super::Row;
use super::cell::{Cell, MAX_PAYLOAD};
use super::leaf::{Kind, Leaf};
use super::pages::Pages;
use crate::sqlite::{record, u32_at};

/// How often the bytes of a page may be given in rows; those of a healthy page are given once.
const REPEATS: usize = 8;

/// How often its bytes may be tried: what lies about in a page looks like the start of many a row that is none.
const TRIES: usize = 512;

/// Gives the rows of one database.
pub(super) struct Search<'a, 'f> {
    pages: Pages<'a>,
    each: &'f mut dyn FnMut(Row),
    /// Pages on which records go on.
    claimed: BTreeSet<u32>,
    doubtful: Vec<Version<'a>>,
    /// How many bytes of overflow pages may still be read.
    allowance: usize,
}

/// A page as it was at some time.
#[derive(Debug, Clone, Copy)]
struct Version<'a> {
    number: Option<u32>,
    leaf: Leaf<'a>,
    /// How many frames the log had when it was replaced.
    frames: usize,
}

impl<'a, 'f> Search<'a, 'f> {
    pub fn new(pages: Pages<'a>, each: &'f mut dyn FnMut(Row)) -> Search<'a, 'f> {
        let allowance = pages.bytes().saturating_mul(REPEATS).saturating_add(MAX_PAYLOAD);
        Search { pages, each, claimed: BTreeSet::new(), doubtful: Vec::new(), allowance }
    }

    /// Frames from the last to the first, then the file, then what lies about where lists are broken.
    pub fn run(mut self) {
        self.walk();
        self.glean();
    }

    /// Only what lies in pages of which there is a newer version, and that is sound.
    pub fn run_through_older(pages: Pages<'a>, each: &'f mut dyn FnMut(Row)) {
        let mut nothing = |_| {};
        let mut search = Search::new(pages, &mut nothing);
        let older = search.walk();
        let mut search = Search::new(search.pages, each);
        for version in older {
            search.give(version, true);
        }
    }

    /// Gives what is listed in the newest versions of all pages, and in older ones where those are not sound. Tells which
    /// versions were left out.
    fn walk(&mut self) -> Vec<Version<'a>> {
        let mut older = Vec::new();
        let mut settled = BTreeSet::new();
        let mut replaced = BTreeMap::new();
        for position in (0..self.pages.frames.len()).rev() {
            let Some(frame) = self.pages.frames.get(position) else { continue };
            let (number, sound, content) = (frame.page, frame.sound, frame.content);
            let frames = self.lifetime(number.and_then(|number| replaced.get(&number).copied())).max(position + 1);
            let version = self.version(number, content, frames);
            if number.is_some_and(|number| settled.contains(&number) || sound && self.is_cut_away(number)) {
                replaced.extend(number.map(|number| (number, position)));
                older.push(version);
                continue;
            }
            let whole = self.give(version, sound);
            if let Some(number) = number {
                replaced.insert(number, position);
                if sound && whole {
                    settled.insert(number);
                }
            }
        }
        for (number, content) in self.pages.in_file() {
            let frames = self.lifetime(replaced.get(&number).copied());
            let version = self.version(Some(number), content, frames);
            if settled.contains(&number) {
                older.push(version);
            } else {
                self.give(version, false);
            }
        }
        older
    }

    fn version(&self, number: Option<u32>, content: &'a [u8], frames: usize) -> Version<'a> {
        Version { number, leaf: Leaf::new(content, number == Some(1), self.pages.usable), frames }
    }

    /// Whether the database has become shorter since.
    fn is_cut_away(&self, number: u32) -> bool {
        self.pages.count().is_some_and(|count| number > count)
    }

    /// How many frames there were until a page was replaced by the frame at this place.
    fn lifetime(&self, replaced: Option<usize>) -> usize {
        replaced.map_or(self.pages.frames.len(), |position| self.pages.committed_before(position))
    }

    /// Gives the rows listed in a page and tells whether nothing of it is missing.
    fn give(&mut self, version: Version<'a>, sound: bool) -> bool {
        match version.leaf.kind() {
            Kind::Leaf => {}
            // One bit makes it of another kind, but to add up as a leaf it must be one.
            Kind::Tree if !sound && version.leaf.adds_up() => {}
            Kind::Unknown if !sound => {
                self.doubtful.push(version);
                return false;
            }
            Kind::Tree | Kind::Unknown => return true,
        }
        let (cells, adds_up) = version.leaf.listed();
        let given = self.give_cells(cells.into_iter(), version.frames);
        if !adds_up {
            self.doubtful.push(version);
        }
        adds_up && given
    }

    /// Looks everywhere in the pages whose headers or lists are broken.
    fn glean(&mut self) {
        for version in std::mem::take(&mut self.doubtful) {
            if !version.number.is_some_and(|number| self.claimed.contains(&number)) {
                self.give_cells(version.leaf.lying_about(), version.frames);
            }
        }
    }

    /// Gives those rows whose records are there to the end and tells whether all were.
    fn give_cells(&mut self, cells: impl Iterator<Item = Cell<'a>>, frames: usize) -> bool {
        let mut all = true;
        let mut left = self.pages.usable * REPEATS;
        let mut tries = self.pages.usable * TRIES;
        for cell in cells {
            let length = cell.local.len();
            let Some(rest) = tries.checked_sub(length).filter(|_| length <= left) else { return false };
            tries = rest;
            match self.record(&cell, frames).and_then(|(record, sound)| Some((record::read(&record)?, sound))) {
                Some((values, sound)) => {
                    all &= sound;
                    left -= length;
                    (self.each)(Row { rowid: cell.rowid, values });
                }
                None => all = false,
            }
        }
        all
    }

    /// The whole record of a cell, and whether each page of it can be trusted.
    fn record(&mut self, cell: &Cell<'a>, frames: usize) -> Option<(Vec<u8>, bool)> {
        let mut record = cell.local.to_vec();
        let mut all_sound = true;
        let mut next = cell.overflow;
        let mut chain = BTreeSet::new();
        while record.len() < cell.length {
            let number = next.filter(|&number| chain.insert(number))?;
            let (page, sound) = self.pages.as_of(number, frames)?;
            self.allowance = self.allowance.checked_sub(page.len())?;
            let room = self.pages.usable.checked_sub(4)?.min(cell.length - record.len());
            record.extend_from_slice(page.get(4..4 + room)?);
            all_sound &= sound;
            next = u32_at(page, 0);
        }
        self.claimed.extend(chain);
        Some((record, all_sound))
    }
}
