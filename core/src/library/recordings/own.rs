//! Rides that come back in the form in which this program writes them.

use rusqlite::Connection;

use super::{
    Attachment, AttachmentKind, KeptFix, Origin, Recording, RecordingId, State, fixes, keeping, names, recount,
};
use crate::gpx::{RecordedFix, RecordedRide, RideWaypointKind};
use crate::guidance::refusal;
use crate::library::Trouble;
use crate::library::bounds::{MOST_ATTACHMENTS, YEARS_MS, is_key};
use crate::library::sealed::RECORDING;

/// Whether a ride is what this program would have recorded: a file in our form may be anybody's. What is not is taken
/// as any other track.
pub(super) fn is_sound(ride: &RecordedRide) -> bool {
    let is_known = is_key(&ride.about.key) && YEARS_MS.contains(&ride.about.started_ms);
    let mut before: Option<(u32, i64)> = None;
    let mut follows = |recorded: &RecordedFix| {
        let rises = before.is_none_or(|(segment, last)| segment <= recorded.segment && last < recorded.steady_ms);
        before = Some((recorded.segment, recorded.steady_ms));
        rises && refusal(&recorded.fix).is_none() && YEARS_MS.contains(&recorded.steady_ms)
    };
    let attached = ride.waypoints.iter().filter(|waypoint| waypoint.kind.attachment().is_some()).count();
    is_known && attached <= MOST_ATTACHMENTS && ride.fixes.iter().all(&mut follows)
}

/// Takes in a ride that this program wrote: as a new recording, or where there is one of its key, the fixes that come
/// after those it has. Says which recording it is and whether anything was new.
pub(super) fn take_ride(connection: &Connection, ride: &RecordedRide) -> Result<(RecordingId, bool), Trouble> {
    match find_ride(connection, ride)? {
        Some(id) => Ok((id, extend(connection, id, ride)?)),
        None => Ok((add_ride(connection, ride)?, true)),
    }
}

/// The recording of a ride's key.
fn find_ride(connection: &Connection, ride: &RecordedRide) -> Result<Option<RecordingId>, Trouble> {
    let there = RECORDING.find(connection, "key = ?1", [&ride.about.key])?;
    Ok(there.map(RecordingId::of_row))
}

/// Takes in a ride whose key is not here.
fn add_ride(connection: &Connection, ride: &RecordedRide) -> Result<RecordingId, Trouble> {
    let id = RecordingId::of_row(RECORDING.next_number(connection)?);
    for (number, recorded) in (0_u32..).zip(&ride.fixes) {
        let kept = KeptFix {
            number,
            segment: recorded.segment,
            ride_ms: recorded.steady_ms,
            fix: recorded.fix,
            refused: None,
        };
        kept.put(connection, id)?;
    }
    for waypoint in &ride.waypoints {
        let kind = match &waypoint.kind {
            RideWaypointKind::Stop => continue,
            RideWaypointKind::Photo(_) => AttachmentKind::Photo,
            RideWaypointKind::Note(_) => AttachmentKind::VoiceNote,
        };
        let Some(file) = waypoint.kind.attachment() else { continue };
        let attachment = Attachment {
            kind,
            file: file.file.clone(),
            bytes: file.bytes,
            digest: file.digest.clone(),
            time_ms: waypoint.time_ms,
            position: Some(waypoint.point),
        };
        // One that cannot be told from others is none.
        attachment.keep(connection, id)?;
    }
    let about = &ride.about;
    let recording = Recording {
        name: Some(names::shown(&about.name)).filter(|name| !name.is_empty()),
        mode: about.mode,
        ended_ms: ride.fixes.last().map(|last| last.steady_ms),
        content: keeping::content(connection, id)?,
        ..Recording::new(id, about.key.clone(), State::Closed, Origin::Recorded, about.started_ms)
    };
    let tally = recount::recount(connection, id, 0)?;
    keeping::put(connection, &recording, &tally)?;
    Ok(id)
}

/// Adds what a longer version of a ride has behind the last fix that is here. Says whether there was anything.
fn extend(connection: &Connection, id: RecordingId, ride: &RecordedRide) -> Result<bool, Trouble> {
    let mut recording = keeping::recording(connection, id)?;
    let mut last = None;
    fixes::each::<Trouble>(connection, id, |kept| {
        last = Some((kept.number, kept.segment, kept.ride_ms));
        Ok(())
    })?;
    // What is still going on here is the longer version.
    let Some((number, segment, ride_ms)) = last.filter(|_| recording.state == State::Closed) else { return Ok(false) };
    let more: Vec<&RecordedFix> = ride.fixes.iter().filter(|fix| fix.steady_ms > ride_ms).collect();
    for (number, recorded) in (number.saturating_add(1)..).zip(&more) {
        let segment = recorded.segment.max(segment);
        let (ride_ms, fix) = (recorded.steady_ms, recorded.fix);
        KeptFix { number, segment, ride_ms, fix, refused: None }.put(connection, id)?;
    }
    if more.is_empty() {
        return Ok(false);
    }
    recording.content = keeping::content(connection, id)?;
    recording.ended_ms = recording.ended_ms.max(more.last().map(|last| last.steady_ms));
    let lost = keeping::tally(connection, id)?.lost;
    keeping::put(connection, &recording, &recount::recount(connection, id, lost)?)?;
    Ok(true)
}
