//! Which fixes of a recording are believed, and when.
//!
//! Every fix is committed as it comes. One that is alone, or contradicts those before it, is kept as not believed until
//! others agree with it ([`Judge`](crate::guidance::Judge)); then its row is written anew and it is counted with them.

use rusqlite::Connection;

use super::clock::RideClock;
use super::fixes::{self, KeptFix};
use super::keeping::put_tally;
use super::{Recording, RecordingId, Tally};
use crate::guidance::{Link, Verdict};
use crate::library::Trouble;
use crate::model::{Fix, Mode};

/// Why a fix was not believed that no other agreed with, and nothing spoke against.
const ALONE: &str = "alone";

/// Commits the next fix of a recording.
pub(super) fn keep(
    connection: &Connection,
    recording: &Recording,
    tally: &mut Tally,
    fix: &Fix,
    synced: bool,
) -> Result<(), Trouble> {
    let id = recording.id;
    let number = fixes::next(connection, id)?.max(tally.fixes + tally.lost);
    let number = u32::try_from(number).unwrap_or(u32::MAX);
    let clock = RideClock::after(tally.clock, fix);
    let timed = Fix { time_ms: clock.ride_ms, ..*fix };
    let has_begun = tally.judge.has_begun();
    // Without a mode the fastest is believed.
    let reason = match tally.judge.take(&timed, number, recording.mode.unwrap_or(Mode::Car)) {
        Verdict::Believed => None,
        // Nothing is counted yet on the strength of it, and so it may be drawn; others may show that it was wrong.
        Verdict::Waits(None) if !has_begun => None,
        Verdict::Waits(reason) => Some(reason.map_or(ALONE, |reason| reason.name())),
        Verdict::Refused(reason) => Some(reason.name()),
        Verdict::Confirmed { waited, link } => {
            if !has_begun {
                disbelieve(connection, id, tally)?;
            }
            // Nobody travelled the straight line to where they suddenly are.
            if matches!(link, Link::Jumps | Link::Anew) {
                tally.interrupt();
            }
            for (_, number) in waited {
                believe(connection, id, tally, number)?;
            }
            None
        }
    };
    let clock = if reason.is_none() { tally.clock_at(fix) } else { clock };
    let timed = Fix { time_ms: clock.ride_ms, ..*fix };
    let segment = tally.add(&timed, clock, reason.is_some());
    if synced {
        tally.synced_ms = Some(clock.ride_ms);
    }
    let refused = reason.map(str::to_owned);
    KeptFix { number, segment, ride_ms: clock.ride_ms, fix: *fix, refused }.put(connection, id)?;
    put_tally(connection, id, tally)
}

/// Believes a fix that waited for others to agree; it was counted among the fixes when it came.
fn believe(connection: &Connection, id: RecordingId, tally: &mut Tally, number: u32) -> Result<(), Trouble> {
    let Some(kept) = fixes::one(connection, id, number)? else { return Ok(()) };
    let clock = tally.clock_at(&kept.fix);
    let segment = tally.add(&Fix { time_ms: clock.ride_ms, ..kept.fix }, clock, false);
    tally.fixes -= 1;
    Ok(KeptFix { segment, ride_ms: clock.ride_ms, refused: None, ..kept }.put(connection, id)?)
}

/// Takes back what was believed before anything was confirmed.
fn disbelieve(connection: &Connection, id: RecordingId, tally: &mut Tally) -> Result<(), Trouble> {
    let mut believed = Vec::new();
    fixes::each::<Trouble>(connection, id, |kept| {
        believed.extend(kept.refused.is_none().then_some(kept));
        Ok(())
    })?;
    for kept in believed {
        KeptFix { refused: Some(ALONE.to_owned()), ..kept }.put(connection, id)?;
    }
    tally.begin_anew();
    Ok(())
}

/// Believes what waited and nothing speaks against, as no more fixes come for now.
pub(super) fn settle(connection: &Connection, id: RecordingId, tally: &mut Tally) -> Result<(), Trouble> {
    let has_begun = tally.judge.has_begun();
    let waited = tally.judge.settle();
    // Those of the beginning are counted already.
    for (_, number) in waited.into_iter().filter(|_| has_begun) {
        believe(connection, id, tally, number)?;
    }
    Ok(())
}
