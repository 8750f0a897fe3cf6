//! What a file, or a part of one, comes to.

use super::tally::{Sighted, Tally, is_gap};
use super::times;
use crate::geometry::{Metres, Point};
use crate::gpx::{Gpx, USUAL_ACCURACY};

/// Pieces whose ends are no farther apart than this are one way.
const TOUCHING: Metres = Metres(100.0);

/// A point of a way that was brought in.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Counted {
    pub point: Point,
    /// When, as the file has it.
    pub time_ms: Option<i64>,
    /// Metres above the sea, as the file has it.
    pub elevation: Option<f64>,
}

/// What pieces of a way come to, of which each goes on where the one before it was left.
pub(super) fn count(pieces: &[Vec<Counted>]) -> Tally {
    let mut tally = Tally::default();
    for way in joined(pieces) {
        tally.interrupt();
        for (counted, time_ms) in way.points.iter().zip(way.elapsed()) {
            let (point, altitude_m) = (counted.point, counted.elevation);
            tally.see(&Sighted { point, accuracy_m: USUAL_ACCURACY.0, altitude_m, time_ms });
        }
    }
    tally.settle();
    // Nothing is recorded any more.
    tally.pausing = false;
    tally
}

/// When pieces of a way were begun, by the first time that can be trusted.
pub(super) fn beginning(pieces: &[Vec<Counted>]) -> Option<i64> {
    joined(pieces).iter().find_map(|way| times::beginning(&way.times()))
}

/// Pieces that are one way.
#[derive(Default)]
struct Joined {
    points: Vec<Counted>,
    /// Where a piece was joined to those before it.
    joints: Vec<usize>,
}

/// Points that are pieces of their own, one after the other, and pieces whose ends touch are one way.
fn joined(pieces: &[Vec<Counted>]) -> Vec<Joined> {
    let mut ways: Vec<Joined> = Vec::new();
    let mut single = false;
    for piece in pieces {
        let Some(first) = piece.first() else { continue };
        let is_single = piece.len() == 1;
        let last = ways.last().and_then(|way| way.points.last());
        let goes_on = last.is_some_and(|last| (single && is_single) || last.point.distance(first.point) <= TOUCHING);
        if !goes_on {
            ways.push(Joined::default());
        }
        if let Some(way) = ways.last_mut() {
            way.joints.push(way.points.len());
            way.points.extend(piece);
        }
        single = is_single;
    }
    ways
}

impl Joined {
    fn times(&self) -> Vec<Option<i64>> {
        self.points.iter().map(|point| point.time_ms).collect()
    }

    /// When each point was on a clock that does not go back and stands still in the pauses between the pieces.
    fn elapsed(&self) -> Vec<Option<i64>> {
        let mut elapsed = times::elapsed(&self.times());
        let (mut paused, mut before) = (0, None);
        for (number, at) in elapsed.iter_mut().enumerate() {
            let Some(at) = at else { continue };
            let passed = before.map_or(0, |before| *at - before);
            before = Some(*at);
            if is_gap(passed) && self.joints.binary_search(&number).is_ok() {
                paused += passed;
            }
            *at -= paused;
        }
        elapsed
    }
}

/// What a file comes to: its tracks, or where it has none, its routes.
pub(super) fn tally(gpx: &Gpx) -> Tally {
    count(&pieces(gpx))
}

/// When a file was begun, by the first time that can be trusted.
pub(super) fn first_time(gpx: &Gpx) -> Option<i64> {
    beginning(&pieces(gpx))
}

fn pieces(gpx: &Gpx) -> Vec<Vec<Counted>> {
    let tracks = gpx.tracks.iter().flat_map(|track| &track.segments).map(|segment| {
        let counted = |point: crate::gpx::TrackPoint<'_>| Counted {
            point: point.point,
            time_ms: point.time_ms,
            elevation: point.elevation,
        };
        segment.iter().map(counted).collect()
    });
    let routes = gpx.routes.iter().map(|route| {
        let counted = |point: &crate::gpx::Waypoint| Counted {
            point: point.point,
            time_ms: None,
            elevation: point.elevation,
        };
        route.points.iter().map(counted).collect()
    });
    if gpx.track_points() > 0 { tracks.collect() } else { routes.collect() }
}
