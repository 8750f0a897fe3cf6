//! `route-guide guide`: a ride as the traveller hears it.

use std::path::Path;

use route_guide_core::geometry::Metres;
use route_guide_core::gpx::{self, format_time};
use route_guide_core::guidance::simulation::Ride;
use route_guide_core::guidance::{Course, Guide, Settings, Step};
use route_guide_core::library::leave_out_unbelieved;
use route_guide_core::model::Fix;
use serde::Serialize;

use super::bundle::{self, find_route};
use super::check::plural;
use super::following::follow;
use super::import::{read_gpx, tell_warnings};
use super::parts;
use crate::arguments::GuideArguments;
use crate::failure::Failure;
use crate::output;

/// Follows the ride and prints cues and a summary, or one JSON object a fix.
///
/// # Errors
/// When the bundle, the track or the ride cannot be read or holds nothing to follow.
pub fn guide(arguments: &GuideArguments) -> Result<(), Failure> {
    let course = course(arguments)?;
    let fixes = fixes(arguments, &course)?;
    let guide = Guide::new(course, Settings::in_language(arguments.language));
    if arguments.json {
        follow(&guide, &fixes, |fix, step| output::json_line(&Line::of(&guide, fix, step)))?;
        return Ok(());
    }
    let summary = follow(&guide, &fixes, |fix, step| {
        tell(fix, step);
        Ok::<(), Failure>(())
    })?;
    output::line("");
    for line in summary.lines(guide.course().stops().len()) {
        output::line(line);
    }
    Ok(())
}

/// Prints what the traveller is told after this fix.
pub fn tell(fix: &Fix, step: &Step) {
    let Ok(update) = &step.outcome else { return };
    for cue in &update.cues {
        let time = format_time(fix.time_ms).unwrap_or_default();
        let clock = time.get(11..19).unwrap_or(&time);
        let silent = if cue.spoken.is_some() { " " } else { "·" };
        // Paragraphs of what is said of a place are for a screen that scrolls.
        let text = gpx::in_one_line(&cue.text);
        output::line(format!("{clock}  {:>6.1} km {silent} {text}", update.progress.travelled.0 / 1_000.0));
    }
}

fn course(arguments: &GuideArguments) -> Result<Course, Failure> {
    let course = match (&arguments.track, &arguments.bundle, &arguments.route) {
        (Some(track), _, _) => {
            let mut gpx = read_gpx(track)?;
            tell_warnings(track, &gpx);
            let wrong = leave_out_unbelieved(&mut gpx);
            if wrong > 0 {
                let wrong = plural(wrong, "point");
                output::note(format!("warning: {}: {wrong} left out where nobody can have been then", track.display()));
            }
            parts::course(track, &gpx, arguments.part)?
        }
        (None, Some(bundle), Some(route)) => {
            Course::of_route(&find_route(&bundle::open(bundle, arguments.language)?, route)?)
        }
        _ => return Err(Failure::Call("name a bundle and a route, or a --track".into())),
    };
    Ok(if arguments.reverse { course.reversed() } else { course })
}

fn fixes(arguments: &GuideArguments, course: &Course) -> Result<Vec<Fix>, Failure> {
    let Some(ride) = &arguments.ride else {
        let ride = Ride::along(course).with_noise(Metres(arguments.noise)).with_seed(arguments.seed);
        let ride = arguments.speed.into_iter().fold(ride, Ride::at_kmh);
        return Ok(ride.fixes().into_iter().map(|(fix, _)| fix).collect());
    };
    let gpx = read_gpx(ride)?;
    tell_warnings(ride, &gpx);
    let recorded = gpx::ride(&gpx);
    if recorded.fixes.is_empty() {
        return Err(in_file(
            ride,
            "no point of a track has a time, so there is no ride to follow; record one with times",
        ));
    }
    if recorded.untimed > 0 {
        let untimed = plural(recorded.untimed, "point");
        output::note(format!("{}: {untimed} without a time left out", ride.display()));
    }
    Ok(recorded.fixes)
}

fn in_file(path: &Path, wrong: impl std::fmt::Display) -> Failure {
    Failure::Work(format!("{}: {wrong}", path.display()))
}

/// One fix for programs.
#[derive(Serialize)]
struct Line<'s> {
    time: Option<String>,
    #[serde(rename = "match")]
    matched: Option<MatchLine<'s>>,
    refused: Option<&'s str>,
    off_route: Option<OffRouteLine>,
    next_stop: Option<&'s str>,
    distance_m: Option<f64>,
    eta: Option<String>,
    cues: Vec<&'s str>,
    next_fix_s: f64,
    next_fix_m: f64,
}

#[derive(Serialize)]
struct MatchLine<'s> {
    along_m: f64,
    cross_m: f64,
    confidence: f64,
    leg: Option<&'s str>,
}

#[derive(Serialize)]
struct OffRouteLine {
    distance_m: f64,
    bearing_deg: f64,
}

impl<'s> Line<'s> {
    fn of(guide: &'s Guide, fix: &Fix, step: &'s Step) -> Line<'s> {
        let update = step.outcome.as_ref().ok();
        let next = update.and_then(|update| update.next_stop.as_ref());
        Line {
            time: format_time(fix.time_ms),
            matched: update.map(|update| MatchLine {
                along_m: centimetres(update.matched.along.metres()),
                cross_m: centimetres(update.matched.cross.0),
                confidence: update.matched.confidence,
                leg: guide.course().legs()[update.matched.leg].id.as_ref().map(|id| id.as_str()),
            }),
            refused: step.outcome.as_ref().err().map(|refused| refused.text.as_str()),
            off_route: update.and_then(|update| update.off_route.as_ref()).map(|off| OffRouteLine {
                distance_m: centimetres(off.distance.0),
                bearing_deg: centimetres(off.back.degrees()),
            }),
            next_stop: next.map(|next| next.id.as_str()),
            distance_m: next.map(|next| centimetres(next.ahead.0)),
            eta: next.and_then(|next| format_time(next.eta_ms)),
            cues: update.map(|update| update.cues.iter().map(|cue| cue.text.as_str()).collect()).unwrap_or_default(),
            next_fix_s: step.next_fix.after_s,
            next_fix_m: step.next_fix.accuracy.0,
        }
    }
}

/// Two decimals: more would only be noise in the file.
fn centimetres(metres: f64) -> f64 {
    (metres * 100.0).round() / 100.0
}
