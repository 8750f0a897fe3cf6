//! Lists: `recordings`, `storage`.

use route_guide_core::gpx::format_time;
use route_guide_core::library::{Followed, Library, Recording, Storage, Stored, Tally};
use serde::Serialize;

use super::record::{day, summary};
use crate::failure::Failure;
use crate::output;

/// Lists the recordings, the newest first.
///
/// # Errors
/// When the library cannot be read.
pub fn recordings(library: &Library, json: bool) -> Result<(), Failure> {
    for (recording, tally) in library.recordings().map_err(Failure::work)? {
        if json {
            output::json_line(&Line::of(library, &recording, &tally))?;
            continue;
        }
        output::line(format!(
            "{:>4}  {}  {:<8} {}  {}",
            recording.id,
            day(recording.started_ms),
            recording.state,
            output::harmless(&name(library, &recording)),
            summary(&tally)
        ));
    }
    Ok(())
}

/// As many stages stand beside the route's name; of a ride of more the route says enough.
const STAGES_NAMED: usize = 2;

/// What the traveller calls it, or the route it followed, with the stages where it was only a few of them.
fn name(library: &Library, recording: &Recording) -> String {
    let followed = recording.followed.as_ref().map(|followed| match followed.names.split_first() {
        Some((route, stages)) if stages.len() > STAGES_NAMED || is_whole(library, followed) => route.clone(),
        _ => followed.names.join(" – "),
    });
    recording.name.clone().or(followed).unwrap_or_default()
}

/// Whether all stages of the route were travelled; of a route that is gone nobody can say.
fn is_whole(library: &Library, followed: &Followed) -> bool {
    let route = library.route(&followed.bundle, &followed.route);
    route.is_ok_and(|route| followed.names.len() > route.stages.len())
}

#[derive(Serialize)]
struct Line {
    id: u32,
    key: String,
    state: &'static str,
    origin: &'static str,
    name: String,
    mode: Option<&'static str>,
    route: Option<String>,
    started: Option<String>,
    ended: Option<String>,
    fixes: u64,
    believed: u64,
    lost: u64,
    segments: u32,
    distance_m: f64,
    bridged_m: f64,
    duration_ms: i64,
    moving_ms: i64,
    climb_m: Option<f64>,
    pace_mps: Option<f64>,
}

impl Line {
    fn of(library: &Library, recording: &Recording, tally: &Tally) -> Line {
        Line {
            id: recording.id.number(),
            key: recording.key.clone(),
            state: recording.state.name(),
            origin: recording.origin.name(),
            name: name(library, recording),
            mode: recording.mode.map(|mode| mode.name()),
            route: recording.followed.as_ref().map(|followed| followed.route.to_string()),
            started: format_time(recording.started_ms),
            ended: recording.ended_ms.and_then(format_time),
            fixes: tally.fixes,
            believed: tally.believed,
            lost: tally.lost,
            segments: tally.segments,
            distance_m: tally.distance_m.round(),
            bridged_m: tally.bridged_m.round(),
            duration_ms: tally.duration_ms,
            moving_ms: tally.moving_ms,
            climb_m: tally.climb().map(|sums| sums.gain.0.round()),
            pace_mps: tally.pace().map(|pace| (pace * 100.0).round() / 100.0),
        }
    }
}

/// Shows how much room everything takes.
///
/// # Errors
/// When the folder cannot be read.
pub fn storage(library: &Library, json: bool) -> Result<(), Failure> {
    let storage = library.storage().map_err(Failure::work)?;
    if json {
        return output::json_line(&StorageLine::of(&storage));
    }
    let megabytes = |bytes: u64| format!("{:>9.2} MB", bytes as f64 / 1e6);
    for (part, stored) in [("bundle", &storage.bundles), ("recording", &storage.recordings)] {
        for Stored { name, bytes } in stored {
            output::line(format!("{}  {part} {name}", megabytes(*bytes)));
        }
    }
    output::line(format!("{}  the database, recordings included", megabytes(storage.database)));
    output::line(format!("{}    of it what can be searched", megabytes(storage.search)));
    output::line(format!("{}  damaged databases set aside", megabytes(storage.damaged)));
    output::line(format!(
        "{}  in all; {} can be freed",
        megabytes(storage.total),
        megabytes(storage.can_be_freed).trim()
    ));
    Ok(())
}

#[derive(Serialize)]
struct StorageLine<'s> {
    bundles: Vec<(&'s str, u64)>,
    recordings: Vec<(&'s str, u64)>,
    database: u64,
    search: u64,
    damaged: u64,
    total: u64,
    can_be_freed: u64,
}

impl<'s> StorageLine<'s> {
    fn of(storage: &'s Storage) -> StorageLine<'s> {
        let parts = |stored: &'s [Stored]| stored.iter().map(|one| (one.name.as_str(), one.bytes)).collect();
        StorageLine {
            bundles: parts(&storage.bundles),
            recordings: parts(&storage.recordings),
            database: storage.database,
            search: storage.search,
            damaged: storage.damaged,
            total: storage.total,
            can_be_freed: storage.can_be_freed,
        }
    }
}
