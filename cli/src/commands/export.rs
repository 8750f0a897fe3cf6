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
    for track in &exported.tracks {
        output::note(format!("{}: {}", track.name, kept(track)));
        if let Some(limit) = arguments.points.filter(|limit| *limit < track.written) {
            output::note(format!(
                "warning: {}: stops and the ends of legs stay, so the track has {} points, not {limit}",
                track.name, track.written
            ));
        }
    }
    output::note(format!("{}: {}", arguments.output.display(), plural(exported.waypoints, "waypoint")));
    Ok(())
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
