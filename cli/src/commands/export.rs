//! `route-guide export`: routes as GPX.

use std::path::Path;

use route_guide_core::geometry::Metres;
use route_guide_core::gpx::{self, Detail, Export, Exported, ExportedTrack, Profile, Selection};
use route_guide_core::model::Route;

use super::bundle::{self, all_routes, find_route};
use super::check::plural;
use crate::arguments::{ExportArguments, ProfileName};
use crate::failure::Failure;
use crate::output;

/// As many tracks are told one by one; more are summed up.
const LISTED: usize = 10;

impl From<ProfileName> for Profile {
    fn from(name: ProfileName) -> Profile {
        match name {
            ProfileName::Plain => Profile::Plain,
            ProfileName::Garmin => Profile::Garmin,
            ProfileName::Osmand => Profile::Osmand,
            ProfileName::Komoot => Profile::Komoot,
        }
    }
}

/// Exports what was chosen and says how much was left out.
///
/// # Errors
/// When the bundle cannot be read, the route or stage is not in it, or the file cannot be written.
pub fn run(arguments: &ExportArguments) -> Result<(), Failure> {
    output::must_be(&arguments.output, &["gpx"])?;
    let bundle = bundle::open(&arguments.bundle, arguments.language)?;
    let tolerance = arguments.tolerance.map(|metres| Detail::Tolerance(Metres(metres)));
    let how = Export {
        profile: arguments.profile.into(),
        language: arguments.language,
        detail: tolerance.or(arguments.points.map(Detail::Points)),
        manifest: bundle.manifest(),
        time_ms: None,
    };
    let routes: Vec<Route> = match &arguments.route {
        Some(name) => vec![find_route(&bundle, name)?],
        None => all_routes(&bundle)?,
    };
    let selection = match arguments.stage {
        None => Selection::Routes(&routes),
        Some(number) => {
            let stages = &routes[0].stages;
            let stage = number.checked_sub(1).and_then(|number| stages.get(number));
            let wrong = || {
                Failure::Call(format!(
                    "there is no stage {number}; `{}` has {}",
                    routes[0].id,
                    plural(stages.len(), "stage")
                ))
            };
            Selection::Stage(&routes[0], &stage.ok_or_else(wrong)?.id)
        }
    };
    let exported = write(selection, &how, &arguments.output)?;
    if exported.tracks.len() <= LISTED {
        exported.tracks.iter().for_each(|track| output::note(format!("{}: {}", track.name, kept(track))));
    } else if let Some(all) = together(&exported.tracks) {
        output::note(format!("{}: {}", plural(exported.tracks.len(), "track"), kept(&all)));
    }
    if let Some(limit) = arguments.points {
        tell_longer(&exported.tracks, limit);
    }
    output::note(format!("{}: {}", arguments.output.display(), plural(exported.waypoints, "waypoint")));
    Ok(())
}

/// What all tracks come to, as if they were one.
fn together(tracks: &[ExportedTrack]) -> Option<ExportedTrack> {
    tracks.iter().cloned().reduce(|all, track| ExportedTrack {
        points: all.points + track.points,
        of: all.of + track.of,
        written: all.written + track.written,
        tolerance: all.tolerance.max(track.tolerance),
        ..all
    })
}

/// Warns of the tracks that have more points than was asked for: one by one where they are few.
fn tell_longer(tracks: &[ExportedTrack], limit: usize) {
    let longer: Vec<&ExportedTrack> = tracks.iter().filter(|track| limit < track.written).collect();
    if longer.len() <= LISTED {
        for ExportedTrack { name, written, .. } in longer {
            output::note(format!(
                "warning: {name}: stops and the ends of legs stay, so the track has {written} points, not {limit}"
            ));
        }
    } else if let Some(longest) = longer.iter().max_by_key(|track| track.written) {
        output::note(format!(
            "warning: stops and the ends of legs stay, so {} have more than {limit} points; the most, {}, has {}",
            plural(longer.len(), "track"),
            longest.written,
            longest.name
        ));
    }
}

/// How much of a line a track keeps.
fn kept(track: &ExportedTrack) -> String {
    if track.points == track.of {
        return format!("all {} points of the line", track.of);
    }
    format!("{} of {} points, {:.1} at most from the full line", track.points, track.of, track.tolerance)
}

/// Writes the GPX file, whole or not at all.
///
/// # Errors
/// When the choice makes no sense or the file cannot be written.
pub fn write(selection: Selection<'_>, how: &Export<'_>, path: &Path) -> Result<Exported, Failure> {
    gpx::export_file(selection, how, path).map_err(|error| match error {
        gpx::ExportError::Write(error) => output::cannot("written", path, &error),
        wrong => Failure::work(wrong),
    })
}
