//! The pages of the database, each in the versions there are: frames of the log, and the file.

use std::collections::BTreeMap;

use super::log::{Frame, Log};
use super::page_size;

/// All that can be read of a database, page by page.
pub(super) struct Pages<'a> {
    database: &'a [u8],
    /// The log up to its last commit.
    pub frames: Vec<Frame<'a>>,
    size: usize,
    /// How much of a page trees may use.
    pub usable: usize,
    /// The frames of each page, in the order of the log.
    versions: BTreeMap<u32, Vec<usize>>,
    /// For each frame, how many frames had been committed before its transaction.
    committed_before: Vec<usize>,
}

impl<'a> Pages<'a> {
    pub fn new(database: &'a [u8], wal: &'a [u8]) -> Pages<'a> {
        let stated = page_size::stated(database);
        let log = Log::read(wal, database, stated.map(|(size, _)| size));
        // What the log says is proved by checksums; the header of the database has none.
        let size = log.as_ref().map_or_else(|| page_size::of_file(database), |log| log.page_size);
        let frames = log.map_or_else(Vec::new, Log::committed);
        let first_pages = frames.iter().rev().filter(|frame| frame.page == Some(1)).map(|frame| frame.content);
        let stated = first_pages.chain([database]).filter_map(page_size::stated).find(|&(stated, _)| stated == size);
        let usable = page_size::usable(database, size, stated.map_or(size, |(_, usable)| usable));
        let mut versions = BTreeMap::<u32, Vec<usize>>::new();
        let mut committed_before = Vec::with_capacity(frames.len());
        let mut committed = 0;
        for (position, frame) in frames.iter().enumerate() {
            committed_before.push(committed);
            if let Some(page) = frame.page {
                versions.entry(page).or_default().push(position);
            }
            if frame.sound && frame.commit.is_some() {
                committed = position + 1;
            }
        }
        Pages { database, frames, size, usable, versions, committed_before }
    }

    /// How much there is to read.
    pub fn bytes(&self) -> usize {
        self.database.len() + self.frames.len() * self.size
    }

    /// How many pages the database has by its last commit, where the log says so.
    pub fn count(&self) -> Option<u32> {
        self.frames.last().and_then(|frame| frame.commit)
    }

    /// The pages of the file with their numbers; the last may be cut off.
    pub fn in_file(&self) -> impl Iterator<Item = (u32, &'a [u8])> + use<'a> {
        let count = self.count().unwrap_or(u32::MAX);
        (1..=count).zip(self.database.chunks(self.size))
    }

    /// How many frames the database consisted of before the transaction of this frame.
    pub fn committed_before(&self, position: usize) -> usize {
        self.committed_before.get(position).copied().unwrap_or(self.frames.len())
    }

    /// A page as it was when the log had so many frames, and whether it can be trusted to be that.
    pub fn as_of(&self, number: u32, frames: usize) -> Option<(&'a [u8], bool)> {
        let versions = self.versions.get(&number).map_or(&[][..], Vec::as_slice);
        let newest = versions.iter().rev().find(|&&position| position < frames);
        match newest.and_then(|&position| self.frames.get(position)) {
            Some(frame) => Some((frame.content, frame.sound)),
            None => {
                let start = usize::try_from(number.checked_sub(1)?).ok()?.checked_mul(self.size)?;
                let rest = self.database.get(start..).filter(|rest| !rest.is_empty())?;
                Some((rest.get(..self.size).unwrap_or(rest), true))
            }
        }
    }
}
