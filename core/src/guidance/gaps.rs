//! A track's gaps as something to follow: nobody knows the way, but where it goes on.
//!
//! The straight line over a gap is an indicative leg, so nobody is off it; and where the way goes on behind a long one is
//! a stop, so that its direction and distance are shown on the way there.

use std::ops::Range;

use super::course::{CourseLeg, CourseStop, TRACK_ACCURACY};
use super::words::continuation;
use crate::geometry::{Along, Line, Metres, Side};
use crate::model::{Mode, Origin, StopId, Text};

/// A traveller comes to a gap, and from it to where the way goes on, within this distance of the line.
const GAP_ACCURACY: Metres = Metres(500.0);
/// A gap this long wants a stop behind it; a shorter one can be looked across.
const WORTH_A_STOP: Metres = Metres(500.0);
/// One who is this near to where the way goes on has found it.
const CONTINUATION_RADIUS: Metres = Metres(60.0);
/// What the ids of these stops begin with; waypoints' begin otherwise.
const CONTINUATION: &str = "continuation-";

/// The legs of a track that ends there: known ones, and between them its gaps, which come in order.
pub(super) fn legs(end: Along, gaps: &[Range<Along>], mode: Mode) -> Vec<CourseLeg> {
    let leg = |origin, accuracy, from, to| CourseLeg { id: None, mode, origin, accuracy, from, to };
    let mut legs = Vec::with_capacity(2 * gaps.len() + 1);
    let mut known_from = Along::START;
    for gap in gaps.iter().filter(|gap| gap.start < gap.end) {
        if known_from < gap.start {
            legs.push(leg(Origin::Surveyed, TRACK_ACCURACY, known_from, gap.start));
        }
        let accuracy = ((gap.end - gap.start) / 2.0).min(GAP_ACCURACY).max(TRACK_ACCURACY);
        legs.push(leg(Origin::Indicative, accuracy, gap.start, gap.end));
        known_from = gap.end;
    }
    if known_from < end || legs.is_empty() {
        legs.push(leg(Origin::Surveyed, TRACK_ACCURACY, known_from, end));
    }
    legs
}

/// The stops, and among them where a track goes on behind each long gap.
pub(super) fn with_continuations(line: &Line, legs: &[CourseLeg], mut stops: Vec<CourseStop>) -> Vec<CourseStop> {
    let far = legs.iter().filter(|leg| is_gap(leg) && leg.to - leg.from >= WORTH_A_STOP && leg.to < line.end());
    let mut name: Option<Text> = None;
    stops.extend((1..).zip(far).filter_map(|(number, gap)| {
        let position = line.at(gap.to);
        Some(CourseStop {
            id: StopId::new(&format!("{CONTINUATION}{number}")).ok()?,
            name: name.get_or_insert_with(continuation).clone(),
            summary: Text::default(),
            position,
            ecef: position.ecef(),
            accuracy: TRACK_ACCURACY,
            radius: CONTINUATION_RADIUS,
            along: gap.to,
            distance: Metres::ZERO,
            side: Side::Right,
        })
    }));
    stops.sort_by(|one, other| one.along.metres().total_cmp(&other.along.metres()));
    stops
}

/// Whether a stop of a course with these legs is where a track goes on.
pub(super) fn is_continuation(stop: &CourseStop, legs: &[CourseLeg]) -> bool {
    stop.id.as_str().starts_with(CONTINUATION) && legs.iter().any(|leg| is_gap(leg) && leg.to == stop.along)
}

fn is_gap(leg: &CourseLeg) -> bool {
    leg.id.is_none() && leg.origin == Origin::Indicative
}
