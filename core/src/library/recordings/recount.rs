//! A recording counted again from its fixes, where its tally is gone or came from elsewhere.

use std::collections::BTreeMap;

use rusqlite::Connection;

use super::clock::RideClock;
use super::fixes::{self, KeptFix};
use super::{RecordingId, Tally};
use crate::guidance::Judge;
use crate::library::Trouble;
use crate::model::Fix;

/// Before a fix that waited is believed, fewer than this are that came after it.
const MOST_LATE: usize = 64;

/// The tally made anew from the fixes.
pub(in super::super) fn recount(connection: &Connection, id: RecordingId, lost: u64) -> Result<Tally, Trouble> {
    let mut count = Recount { tally: Tally { lost, ..Tally::default() }, segment: 0, believed: BTreeMap::new() };
    fixes::each::<Trouble>(connection, id, |kept| {
        count.take(kept);
        Ok(())
    })?;
    Ok(count.end())
}

/// A recording being counted again. Fixes were counted as they were believed, which the time of the ride tells, and not as
/// they came: some had to wait for others.
struct Recount {
    tally: Tally,
    segment: u32,
    /// The last that were believed, by their time.
    believed: BTreeMap<(i64, u32), KeptFix>,
}

impl Recount {
    fn take(&mut self, kept: KeptFix) {
        if kept.refused.is_some() {
            self.tally.add(&kept.fix, RideClock::after(self.tally.clock, &kept.fix), true);
            return;
        }
        self.believed.insert((kept.ride_ms, kept.number), kept);
        if self.believed.len() > MOST_LATE
            && let Some((_, first)) = self.believed.pop_first()
        {
            self.count(&first);
        }
    }

    fn count(&mut self, kept: &KeptFix) {
        if kept.segment != self.segment {
            self.tally.interrupt();
            self.segment = kept.segment;
        }
        let clock = RideClock::after(self.tally.clock, &kept.fix).standing_at(kept.ride_ms);
        self.tally.add(&Fix { time_ms: kept.ride_ms, ..kept.fix }, clock, false);
    }

    fn end(mut self) -> Tally {
        while let Some((_, first)) = self.believed.pop_first() {
            self.count(&first);
        }
        self.tally.judge = Judge::trusting(self.tally.last());
        self.tally
    }
}
