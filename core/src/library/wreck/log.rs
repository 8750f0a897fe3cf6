//! The write-ahead log: which of its frames are true, and which page each holds (section 4).
//!
//! Each frame's checksum goes on from that of the frame before. SQLite stops at the first frame that does not follow;
//! here the chain is taken up again from the sum that stands in the broken frame, so one broken frame hides no other.
//! Frames behind the end, of an earlier round of the log, carry other salts and are left alone.

use super::page_size;
use super::sum::{Order, Sum};
use crate::sqlite::u32_at;

const HEADER: usize = 32;
const FRAME_HEADER: usize = 24;
const MAGIC_LITTLE: u32 = 0x377F_0682;
const MAGIC_BIG: u32 = 0x377F_0683;

/// Would SQLite read all that was committed? See [`wal_is_whole`](super::wal_is_whole).
pub(super) fn is_whole(wal: &[u8]) -> bool {
    let Some(log) = Log::read(wal, &[], None) else { return true };
    let mut unread = log.frames.iter().skip(log.accepted);
    !unread.any(|frame| frame.sound && (frame.commit.is_some() || !log.header_sound))
}

/// The frames of the log, from its first to its last, broken ones and uncommitted ones with them.
#[derive(Debug)]
pub(super) struct Log<'a> {
    pub frames: Vec<Frame<'a>>,
    pub page_size: usize,
    /// Whether the header verified; otherwise all it says was guessed and confirmed by the frames.
    pub header_sound: bool,
    /// How many frames SQLite reads before it stops.
    accepted: usize,
}

/// A page as a transaction left it.
#[derive(Debug)]
pub(super) struct Frame<'a> {
    /// Which page, if the frame's header can be believed.
    pub page: Option<u32>,
    /// How many pages the database has after it, if it ends a transaction.
    pub commit: Option<u32>,
    /// Whether its checksum says it is as it was written.
    pub sound: bool,
    pub content: &'a [u8],
}

impl<'a> Log<'a> {
    /// Reads the log of a database; pages of that may stand in for broken copies of them here.
    pub fn read(wal: &'a [u8], database: &'a [u8], likely_size: Option<usize>) -> Option<Log<'a>> {
        if let Some(header) = Header::read(wal) {
            return Some(header.follow(wal, database));
        }
        let guesses = page_size::guesses([likely_size, stated_size(wal)]);
        let headers = guesses.flat_map(|size| [Order::Little, Order::Big].map(|order| (size, order)));
        headers
            .flat_map(|(size, order)| Header::guess(wal, size, order))
            .map(|header| header.follow(wal, database))
            .find(|log| log.frames.iter().any(|frame| frame.sound))
    }

    /// The log up to its last commit that verifies.
    pub fn committed(mut self) -> Vec<Frame<'a>> {
        let last = self.frames.iter().rposition(|frame| frame.sound && frame.commit.is_some());
        self.frames.truncate(last.map_or(0, |last| last + 1));
        self.frames
    }
}

/// What must be known to follow the frames.
#[derive(Debug)]
struct Header {
    sound: bool,
    order: Order,
    page_size: usize,
    salts: Salts,
    /// The sum the first frame goes on from.
    stored: Sum,
    counted: Sum,
}

impl Header {
    fn read(wal: &[u8]) -> Option<Header> {
        let order = match u32_at(wal, 0)? {
            MAGIC_LITTLE => Order::Little,
            MAGIC_BIG => Order::Big,
            _ => return None,
        };
        let header = Header::with(wal, stated_size(wal)?, order, Salts::at(wal, 16)?)?;
        (header.stored == header.counted).then_some(Header { sound: true, ..header })
    }

    /// What may have stood in a broken header.
    ///
    /// The salts are still there, or are those of the first frame, or of the first that follows the one before it; but
    /// not if the first frame is of a later round, for then that round is the log.
    fn guess(wal: &[u8], page_size: usize, order: Order) -> Vec<Header> {
        let first = raw_frames(wal, page_size).next().map(|frame| frame.salts);
        let pairs = raw_frames(wal, page_size).zip(raw_frames(wal, page_size).skip(1));
        let linked = pairs
            .filter(|(before, frame)| before.salts == frame.salts && frame.page != 0)
            .find(|(before, frame)| frame.sum_after(before.stored, order) == frame.stored)
            .map(|(_, frame)| frame.salts)
            .filter(|salts| first.is_none_or(|first| !first.later_than(*salts)));
        let salts = [Salts::at(wal, 16), first, linked];
        salts.into_iter().flatten().filter_map(|salts| Header::with(wal, page_size, order, salts)).collect()
    }

    fn with(wal: &[u8], page_size: usize, order: Order, salts: Salts) -> Option<Header> {
        let counted = Sum::START.over(wal.get(..24)?, order);
        Some(Header { sound: false, order, page_size, salts, stored: Sum::stored(wal, 24)?, counted })
    }

    fn follow<'a>(&self, wal: &'a [u8], database: &'a [u8]) -> Log<'a> {
        let mut chain = Chain {
            header: self,
            database,
            before: self.stored,
            across: (!self.sound).then_some(self.counted),
            linked: self.sound,
        };
        let mut frames: Vec<Frame<'a>> = Vec::new();
        let mut accepted = None;
        for raw in raw_frames(wal, self.page_size) {
            let link = chain.next(&raw);
            if link == Link::Across
                && let Some(before) = frames.last_mut()
            {
                before.sound = true;
            }
            if accepted.is_none() && !(self.sound && link == Link::Follows && raw.salts == self.salts) {
                accepted = Some(frames.len());
            }
            let content = if let Link::Mended(content) = link { content } else { raw.content };
            frames.push(Frame {
                page: (raw.page != 0 && (link != Link::Broken || raw.salts == self.salts)).then_some(raw.page),
                commit: (raw.commit != 0).then_some(raw.commit),
                sound: link != Link::Broken,
                content,
            });
        }
        let accepted = accepted.unwrap_or(frames.len());
        Log { frames, page_size: self.page_size, header_sound: self.sound, accepted }
    }
}

/// How a frame hangs on the one before.
#[derive(Debug, PartialEq, Eq)]
enum Link<'a> {
    Follows,
    /// It follows what is in the frame before, only the sum that stands there is wrong: so both are true.
    Across,
    /// It follows with the page as the database has it: it was moved there before the frame broke.
    Mended(&'a [u8]),
    Broken,
}

struct Chain<'h, 'a> {
    header: &'h Header,
    database: &'a [u8],
    /// The sum that stands in the frame before.
    before: Sum,
    /// The sum counted over the frame before, where that is another.
    across: Option<Sum>,
    /// Whether the frame before was true.
    linked: bool,
}

impl<'a> Chain<'_, 'a> {
    fn next(&mut self, raw: &RawFrame<'a>) -> Link<'a> {
        let (link, counted) = self.link(raw);
        self.before = raw.stored;
        self.across = counted.filter(|_| link == Link::Broken);
        self.linked = link != Link::Broken;
        link
    }

    fn link(&self, raw: &RawFrame<'a>) -> (Link<'a>, Option<Sum>) {
        let ours = raw.salts == self.header.salts;
        if raw.page == 0 || !(ours || self.linked) {
            return (Link::Broken, None);
        }
        let order = self.header.order;
        let counted = raw.sum_after(self.before, order);
        if counted == raw.stored {
            return (Link::Follows, None);
        }
        if ours && self.across.is_some_and(|across| raw.sum_after(across, order) == raw.stored) {
            return (Link::Across, None);
        }
        let copy = page_size::page(self.database, self.header.page_size, raw.page);
        match copy.map(|content| RawFrame { content, ..*raw }) {
            Some(mended) if ours && mended.sum_after(self.before, order) == raw.stored => {
                (Link::Mended(mended.content), None)
            }
            _ => (Link::Broken, Some(counted)),
        }
    }
}

/// A frame as it stands in the log.
#[derive(Debug, Clone, Copy)]
struct RawFrame<'a> {
    /// Its first eight bytes, which the checksum covers.
    covered: &'a [u8],
    page: u32,
    commit: u32,
    salts: Salts,
    stored: Sum,
    content: &'a [u8],
}

impl RawFrame<'_> {
    fn sum_after(&self, before: Sum, order: Order) -> Sum {
        before.over(self.covered, order).over(self.content, order)
    }
}

fn raw_frames(wal: &[u8], page_size: usize) -> impl Iterator<Item = RawFrame<'_>> {
    let frames = wal.get(HEADER..).unwrap_or_default().chunks_exact(FRAME_HEADER + page_size);
    frames.filter_map(|frame| {
        Some(RawFrame {
            covered: frame.get(..8)?,
            page: u32_at(frame, 0)?,
            commit: u32_at(frame, 4)?,
            salts: Salts::at(frame, 8)?,
            stored: Sum::stored(frame, 16)?,
            content: frame.get(FRAME_HEADER..)?,
        })
    })
}

/// Two numbers every frame of a round of the log has: the first counts the rounds, the second is drawn by lot.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Salts(u32, u32);

impl Salts {
    fn at(bytes: &[u8], at: usize) -> Option<Salts> {
        Some(Salts(u32_at(bytes, at)?, u32_at(bytes, at + 4)?))
    }

    fn later_than(self, other: Salts) -> bool {
        (1..0x1_0000).contains(&self.0.wrapping_sub(other.0))
    }
}

fn stated_size(wal: &[u8]) -> Option<usize> {
    page_size::valid(u32_at(wal, 8)?)
}
