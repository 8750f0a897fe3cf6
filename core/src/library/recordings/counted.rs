//! What a track that was brought in comes to.

use super::parts::Share;
use super::tally::{Sighted, Tally, is_gap};
use super::times;
use crate::gpx::{Part, TrackPoint};

/// What a share of a file comes to. Over a silence the way goes on straight; between pieces that the file itself separates
/// nothing is counted.
pub(super) fn tally(share: &Share<'_>) -> Tally {
    let accuracies = share.accuracies();
    let mut tally = Tally::default();
    for way in ways(&share.parts) {
        tally.interrupt();
        for (point, time_ms) in way.points.iter().zip(way.elapsed()) {
            let (accuracy_m, altitude_m) = (accuracies.at(point).0, point.elevation);
            tally.see(&Sighted { point: point.point, accuracy_m, altitude_m, time_ms });
        }
    }
    tally.settle();
    // Nothing is recorded any more.
    tally.pausing = false;
    tally
}

/// Points that follow one another.
#[derive(Default)]
struct Way<'g> {
    points: Vec<TrackPoint<'g>>,
    /// Where the file begins a segment.
    joints: Vec<usize>,
}

fn ways<'g>(parts: &'g [Part<'_>]) -> Vec<Way<'g>> {
    let mut ways: Vec<Way<'g>> = Vec::new();
    for piece in parts.iter().flat_map(Part::pieces) {
        if piece.begins_segment() {
            ways.push(Way::default());
        }
        let Some(way) = ways.last_mut() else { continue };
        way.joints.extend(piece.joints().map(|joint| way.points.len() + joint));
        way.points.extend(piece.iter());
    }
    ways
}

impl Way<'_> {
    /// When each point was on a clock that does not go back and stands still in the pauses between the segments.
    fn elapsed(&self) -> Vec<Option<i64>> {
        let mut elapsed = times::elapsed(&self.points.iter().map(|point| point.time_ms).collect::<Vec<_>>());
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
