//! `route-guide import`: what strangers' GPX files hold, or why they cannot be read.

use std::io::ErrorKind;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use route_guide_core::files::open_regular;
use route_guide_core::geometry::Metres;
use route_guide_core::gpx::{self, Gpx, Limits, Part};
use serde::Serialize;

use super::check::plural;
use super::parts::{self, PartLine};
use crate::failure::Failure;
use crate::output;

/// Says of each file what was read or why not; exit code 1 when one could not be read.
///
/// # Errors
/// When standard output fails.
pub fn import(files: &[PathBuf], json: bool) -> Result<ExitCode, Failure> {
    let mut code = ExitCode::SUCCESS;
    for path in files {
        let read = read_gpx(path);
        if read.is_err() {
            code = ExitCode::from(1);
        }
        if json {
            output::json_line(&Line::of(path, &read))?;
            continue;
        }
        match read {
            Ok(gpx) => tell(path, &gpx),
            Err(failure) => {
                output::note(format!("error: {failure}"));
            }
        }
    }
    Ok(code)
}

/// Reads one file; what is wrong is told as `file:line:column: reason; way out`.
///
/// # Errors
/// When it cannot be opened or is no GPX.
pub fn read_gpx(path: &Path) -> Result<Gpx, Failure> {
    let file = open_regular(path).map_err(|error| match error.kind() {
        ErrorKind::IsADirectory => Failure::Work(format!("{} is a folder; name the GPX files in it", path.display())),
        _ => output::cannot("opened", path, &error),
    })?;
    gpx::read(file, &Limits::default()).map_err(|wrong| Failure::Work(format!("{}:{wrong}", path.display())))
}

fn tell(path: &Path, gpx: &Gpx) {
    let all = gpx::parts(gpx);
    let length: Metres = all.iter().map(Part::length).sum();
    output::line(format!(
        "{}: {} with {}, {} with {}, {}; {} to follow",
        path.display(),
        plural(gpx.tracks.len(), "track"),
        plural(gpx.track_points(), "point"),
        plural(gpx.routes.len(), "route"),
        plural(gpx.route_points(), "point"),
        plural(gpx.waypoints.len(), "waypoint"),
        output::length(length),
    ));
    all.iter().for_each(|part| output::line(parts::told(part)));
    tell_warnings(path, gpx);
}

/// As many warnings of a file are told one by one, besides those of its end.
const TOLD: usize = 10;

/// Says to standard error what was odd in a file or left out of it.
pub fn tell_warnings(path: &Path, gpx: &Gpx) {
    let all = gpx.warnings.first();
    let end = all.iter().rposition(|warning| !warning.oddity.is_of_end()).map_or(0, |last| last + 1);
    let (others, of_end) = all.split_at(end);
    let tell = |warning| output::note(format!("warning: {}:{warning}", path.display()));
    others.iter().take(TOLD).for_each(tell);
    let more = gpx.warnings.count().saturating_sub((others.len().min(TOLD) + of_end.len()) as u64);
    if more > 0 {
        output::note(format!("warning: {}: and {more} more", path.display()));
    }
    of_end.iter().for_each(tell);
}

#[derive(Serialize)]
struct Line {
    file: String,
    error: Option<String>,
    name: Option<String>,
    tracks: usize,
    track_points: usize,
    routes: usize,
    route_points: usize,
    waypoints: usize,
    parts: Vec<PartLine>,
    /// The first hundred.
    warnings: Vec<String>,
    warnings_in_all: u64,
}

impl Line {
    fn of(path: &Path, read: &Result<Gpx, Failure>) -> Line {
        let gpx = read.as_ref().ok();
        Line {
            file: path.display().to_string(),
            error: read.as_ref().err().map(ToString::to_string),
            name: gpx.and_then(Gpx::name),
            tracks: gpx.map_or(0, |gpx| gpx.tracks.len()),
            track_points: gpx.map_or(0, Gpx::track_points),
            routes: gpx.map_or(0, |gpx| gpx.routes.len()),
            route_points: gpx.map_or(0, Gpx::route_points),
            waypoints: gpx.map_or(0, |gpx| gpx.waypoints.len()),
            parts: gpx.map_or_else(Vec::new, |gpx| gpx::parts(gpx).iter().map(PartLine::of).collect()),
            warnings: gpx.map_or_else(Vec::new, |gpx| gpx.warnings.first().iter().map(ToString::to_string).collect()),
            warnings_in_all: gpx.map_or(0, |gpx| gpx.warnings.count()),
        }
    }
}
