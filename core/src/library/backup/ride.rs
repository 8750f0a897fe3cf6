//! A ride out of a backup: as a new recording, or what is missing of one that is here.

use std::path::Path;

use rusqlite::{Connection, Rows};

use super::fixes::{Fixes, Ride};
use super::omitted::Omitted;
use crate::library::archive::Archive;
use crate::library::recordings::{KeptFix, Origin, Recording, RecordingId, State, keeping, recount, rows};
use crate::library::sealed::{FIX, RECORDING};
use crate::library::{LibraryError, Trouble};
use crate::model::Fix;

/// What came of it.
pub(super) enum Taken {
    New,
    Extended,
    Known,
}

/// Takes in a ride; of one that is here what is missing, when all of that is in the backup and more. Counts what had
/// to be left out.
pub(super) fn take(
    connection: &Connection,
    ride: &Ride,
    archives: &mut [Archive; 2],
    path: &Path,
    omitted: &mut Omitted,
) -> Result<Taken, Trouble> {
    let changed = || {
        let reason = "the file changed while it was read; try again".into();
        LibraryError::Archive { path: path.to_owned(), reason }
    };
    let there = RECORDING.find(connection, "key = ?1", [&ride.about.key])?;
    let id = RecordingId::of_row(there.map_or_else(|| RECORDING.next_number(connection), Ok)?);
    let mut recording = match there {
        None => {
            let about = &ride.about;
            Recording::new(id, about.key.clone(), State::Closed, Origin::Recorded, about.started_ms)
        }
        Some(_) => {
            omitted.attachments += ride.told.attach(connection, id)?;
            if !ride.read(archives, &changed, &mut 0, |fixes| extend(connection, id, fixes))? {
                return Ok(Taken::Known);
            }
            keeping::recording(connection, id)?
        }
    };
    // Numbered anew: in a GPX file those that were not believed are left out, and with them their numbers.
    FIX.remove(connection, "number BETWEEN ?1 AND ?2", rows(id))?;
    let last_ms = ride.read(archives, &changed, &mut omitted.fixes, |fixes| put(connection, id, fixes))?;
    let content = keeping::content(connection, id)?;
    if there.is_none() {
        recording.ended_ms = last_ms;
        ride.told.describe(&mut recording);
        recording.content = content;
    } else {
        recording.content = recording.content.and(content);
    }
    keeping::put(connection, &recording, &recount::recount(connection, id, ride.lost())?)?;
    if there.is_none() {
        omitted.attachments += ride.told.attach(connection, id)?;
    }
    Ok(if there.is_none() { Taken::New } else { Taken::Extended })
}

/// Keeps fixes. Gives the time of the last that was believed.
fn put(connection: &Connection, id: RecordingId, fixes: &mut Fixes<'_>) -> Result<Option<i64>, Trouble> {
    let mut last_ms = None;
    for kept in fixes {
        let kept = kept?;
        kept.put(connection, id)?;
        last_ms = if kept.refused.is_none() { Some(kept.ride_ms) } else { last_ms };
    }
    Ok(last_ms)
}

/// Whether fixes are all that are here, in their order, and more.
fn extend(connection: &Connection, id: RecordingId, fixes: &mut Fixes<'_>) -> Result<bool, Trouble> {
    let mut statement = FIX.statement(connection, "WHERE number BETWEEN ?1 AND ?2 ORDER BY number")?;
    let mut found = statement.query(rows(id))?;
    let mut here = next(&mut found)?;
    let mut more = false;
    for kept in fixes {
        let kept = kept?;
        if here.as_ref().is_some_and(|here| is_same(here, &kept)) {
            here = next(&mut found)?;
        } else {
            more = true;
        }
    }
    Ok(here.is_none() && more)
}

/// The next fix whose seal is whole.
fn next(found: &mut Rows<'_>) -> Result<Option<KeptFix>, Trouble> {
    while let Some(row) = found.next()? {
        if let Some((_, kept)) = FIX.read(row)?.and_then(|(number, values)| KeptFix::read(number, &values)) {
            return Ok(Some(kept));
        }
    }
    Ok(None)
}

/// Whether two fixes are the same, whatever their numbers. What is no number is equal to itself here.
fn is_same(one: &KeptFix, other: &KeptFix) -> bool {
    let numbers = |fix: &Fix| {
        let always = [fix.lat, fix.lon, fix.accuracy_m].map(Some);
        let known = always.into_iter().chain([fix.altitude_m, fix.speed_mps, fix.course_deg]);
        known.map(|number| number.filter(|number| !number.is_nan())).collect::<Vec<_>>()
    };
    let times = |kept: &KeptFix| (kept.ride_ms, kept.fix.time_ms, kept.fix.monotonic_ms);
    times(one) == times(other) && numbers(&one.fix) == numbers(&other.fix)
}
