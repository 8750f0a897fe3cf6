//! `library … record`: a ride replayed into the library as a phone would record it.

use std::path::Path;

use route_guide_core::geometry::Metres;
use route_guide_core::gpx::{format_time, ride};
use route_guide_core::guidance::Settings;
use route_guide_core::library::{
    Departure, Journey, Library, Recording, RecordingId, Resumption, Start, State, Tally, Way,
};
use route_guide_core::model::{Fix, Language, RouteId};

use super::{counted, now_ms};
use crate::commands::guide::tell;
use crate::commands::import::read_gpx;
use crate::failure::Failure;
use crate::output;

/// Records a ride, or goes on with the part of it that is not recorded yet.
///
/// # Errors
/// When the ride cannot be read, another recording is open, or the disk is full: then what was committed is there.
pub fn record(
    library: &mut Library,
    path: &Path,
    route: Option<&str>,
    language: Language,
    each: bool,
) -> Result<(), Failure> {
    let fixes = ride(&read_gpx(path)?).fixes;
    let first = fixes.first().ok_or_else(|| {
        Failure::Work(format!("{}: no point has a time, so there is no ride to record; choose another", path.display()))
    })?;
    let way = route.map(|route| way(library, route)).transpose()?;
    let settings = Settings::in_language(language);
    let (id, done) = match library.open_recording().map_err(Failure::work)? {
        Some(open) => go_on(library, &open, first)?,
        None => {
            let followed = way.as_ref().map(|way| library.followed(way, settings)).transpose();
            let followed = followed.map_err(Failure::work)?.flatten();
            let start = Start { time_ms: first.time_ms, followed, ..Start::default() };
            (library.start_recording(&start).map_err(Failure::work)?, 0)
        }
    };
    let mut journey = way.map(|way| set_out(library, &way, settings, id)).transpose()?;
    for fix in fixes.get(done..).unwrap_or_default() {
        let tally = match &mut journey {
            Some(journey) => advance(library, journey, fix, each)?,
            None => library.record(id, fix).map_err(Failure::work)?,
        };
        if each {
            output::line(tally.fixes);
        }
    }
    if let Some(journey) = &mut journey {
        library.finish(journey).map_err(Failure::work)?;
    }
    library.stop_recording(id, now_ms()).map_err(Failure::work)?;
    if !each {
        output::line(format!("recording {id}: {}", summary(&library.tally(id).map_err(Failure::work)?)));
    }
    Ok(())
}

/// The open recording, if it is of this ride, and how much of the ride it has.
fn go_on(library: &mut Library, open: &Recording, first: &Fix) -> Result<(RecordingId, usize), Failure> {
    let id = open.id;
    if open.started_ms != first.time_ms {
        return Err(Failure::Work(format!("recording {id} of another ride is still open; `stop` it or go on with it")));
    }
    if open.state == State::Paused {
        library.resume_recording(id).map_err(Failure::work)?;
    }
    let tally = library.tally(id).map_err(Failure::work)?;
    // What was lost by damage was there once: it is not recorded a second time.
    let done = tally.fixes + tally.lost;
    output::note(format!("going on with recording {id} after {}", counted(done)));
    Ok((id, usize::try_from(done).unwrap_or(usize::MAX)))
}

fn way(library: &Library, route: &str) -> Result<Way, Failure> {
    let route = RouteId::new(route).map_err(|wrong| Failure::Call(wrong.to_string()))?;
    let bundle = library.bundle_of(&route).map_err(Failure::work)?;
    Ok(Way::Route { bundle, route })
}

fn set_out(library: &mut Library, way: &Way, settings: Settings, id: RecordingId) -> Result<Journey, Failure> {
    let (journey, resumption) =
        library.set_out(way, false, Departure::Continue, settings, Some(id)).map_err(Failure::work)?;
    if let Resumption::FoundAgain { text } = resumption {
        output::note(text);
    }
    Ok(journey)
}

fn advance(library: &mut Library, journey: &mut Journey, fix: &Fix, quiet: bool) -> Result<Tally, Failure> {
    let advance = library.advance(journey, fix);
    if !quiet {
        tell(fix, &advance.step);
    }
    let kept = advance.kept.map_err(Failure::work)?;
    Ok(kept.unwrap_or_default())
}

/// Ends the recording that is open.
///
/// # Errors
/// When there is none.
pub fn stop(library: &mut Library) -> Result<(), Failure> {
    let open = library.open_recording().map_err(Failure::work)?;
    let open = open.ok_or_else(|| Failure::Work("no recording is open; there is nothing to stop".into()))?;
    library.stop_recording(open.id, now_ms()).map_err(Failure::work)?;
    output::line(format!("recording {}: {}", open.id, summary(&library.tally(open.id).map_err(Failure::work)?)));
    Ok(())
}

/// What a recording comes to, in a line.
pub fn summary(tally: &Tally) -> String {
    // Of no time at all nothing is known: a file may have none, or none that can be trusted.
    let minutes = |ms: i64| match ms {
        0 => "–".to_owned(),
        ms => format!("{}:{:02} h", ms / 3_600_000, ms / 60_000 % 60),
    };
    let bridged = match tally.bridged_m {
        none if none < 50.0 => String::new(),
        bridged => format!(" ({} of it straight over gaps)", output::length(Metres(bridged))),
    };
    let climb = tally.climb().map(|sums| format!(", {:.0} m up, {:.0} m down", sums.gain.0, sums.loss.0));
    let refused = tally.fixes - tally.believed;
    let refused = if refused > 0 { format!(", {} not believed", counted(refused)) } else { String::new() };
    let lost = if tally.lost > 0 { format!(", {} lost", counted(tally.lost)) } else { String::new() };
    format!(
        "{}{bridged} in {}, {} of it in motion{}; {}{refused}{lost}",
        output::length(Metres(tally.distance_m)),
        minutes(tally.duration_ms),
        minutes(tally.moving_ms),
        climb.unwrap_or_default(),
        counted(tally.fixes),
    )
}

/// The day of a time, for lists.
pub fn day(time_ms: i64) -> String {
    format_time(time_ms).unwrap_or_default().chars().take(10).collect()
}
