//! Where a track has a gap.
//!
//! A new segment only says that the recorder paused; and a phone that sleeps writes none. So a step from one point to the
//! next is a gap where it is longer than the spacing around it explains, if a segment ends there or the clock went on for
//! long. Points that each have a segment of their own are written so by programs, and follow one another.

use std::borrow::Cow;

use super::super::document::Segment;
use super::piece::{Piece, Run};
use crate::geometry::Metres;

/// A step this short is no gap.
pub(super) const NO_GAP: Metres = Metres(100.0);
/// Nor is one this short within a segment, however long it took.
const NO_GAP_IN_A_SEGMENT: Metres = Metres(200.0);
/// A point that comes this much later than the one before it comes after a silence, in milliseconds.
const SILENCE_MS: i64 = 180_000;
/// As many steps are looked at before and behind one.
const AROUND: usize = 8;
/// A step of this many times the spacing around it is explained by it.
const EXPLAINED: f32 = 3.0;

/// From one point to the next.
struct Step {
    metres: f32,
    kind: Kind,
}

/// Between which points a step leads.
#[derive(Clone, Copy, PartialEq)]
enum Kind {
    /// Two of one segment.
    Within,
    /// Two of one segment, the second long after the first.
    AfterSilence,
    /// Two that each are a whole segment.
    Alone,
    /// The last of a segment and the first of the next.
    Between,
}

impl Kind {
    /// A step longer than this wants others around it that are as long.
    fn doubted_from(self) -> f32 {
        let metres = match self {
            Kind::Within => return f32::INFINITY,
            Kind::AfterSilence => NO_GAP_IN_A_SEGMENT,
            Kind::Alone | Kind::Between => NO_GAP,
        };
        metres.0 as f32
    }
}

/// The segments' points in pieces.
pub(super) fn pieces(segments: Vec<Cow<'_, Segment>>) -> Vec<Piece<'_>> {
    let segments: Vec<_> = segments.into_iter().filter(|segment| !segment.is_empty()).collect();
    let steps = steps(&segments);
    let mut pieces = Vec::new();
    let mut runs = Vec::new();
    // The number of the step to the point at hand.
    let mut number = 0;
    for segment in segments {
        let mut from = 0;
        for point in 0..segment.len() {
            if number > 0 && is_gap(&steps, number - 1) {
                if point > from {
                    runs.push(Run { segment: segment.clone(), range: from..point });
                }
                from = point;
                pieces.push(Piece::new(std::mem::take(&mut runs)));
            }
            number += 1;
        }
        runs.push(Run { range: from..segment.len(), segment });
    }
    if !runs.is_empty() {
        pieces.push(Piece::new(runs));
    }
    pieces
}

fn steps(segments: &[Cow<'_, Segment>]) -> Vec<Step> {
    let mut steps = Vec::new();
    let mut before = None;
    let mut alone_before = false;
    for segment in segments {
        let alone = segment.len() == 1;
        for (number, point) in segment.iter().enumerate() {
            let here = (point.point.ecef(), point.time_ms);
            if let Some((place, time)) = before.replace(here) {
                let is_long = |before: i64, now: i64| now.saturating_sub(before) > SILENCE_MS;
                let kind = match number {
                    0 if alone && alone_before => Kind::Alone,
                    0 => Kind::Between,
                    _ if time.zip(here.1).is_some_and(|(before, now)| is_long(before, now)) => Kind::AfterSilence,
                    _ => Kind::Within,
                };
                steps.push(Step { metres: here.0.ground_distance(place).0 as f32, kind });
            }
        }
        alone_before = alone;
    }
    steps
}

fn is_gap(steps: &[Step], number: usize) -> bool {
    let Some(step) = steps.get(number) else { return false };
    step.metres > step.kind.doubted_from() && step.metres > EXPLAINED * spacing(steps, number)
}

/// How far apart the points around a step are: three quarters of them are nearer.
fn spacing(steps: &[Step], number: usize) -> f32 {
    let around = number.saturating_sub(AROUND)..(number + AROUND + 1).min(steps.len());
    let others = around.filter(|other| *other != number).filter_map(|other| steps.get(other));
    let mut metres: Vec<f32> = others.filter(|step| step.kind != Kind::Between).map(|step| step.metres).collect();
    metres.sort_by(f32::total_cmp);
    metres.get(metres.len() * 3 / 4).copied().unwrap_or(0.0)
}

#[cfg(test)]
mod tests {
    use super::super::super::document::TrackPoint;
    use super::*;
    use crate::geometry::Point;

    /// Points so many metres north of one another, with so many seconds between them.
    fn segment(places: &[f64], times: &[i64]) -> Cow<'static, Segment> {
        let mut segment = Segment::default();
        for (number, metres) in places.iter().enumerate() {
            let point = Point::new(55.0 + metres / 111_320.0, 21.0).expect("valid");
            let time_ms = times.get(number).map(|seconds| seconds * 1_000);
            segment.push(TrackPoint { point, elevation: None, time_ms, children: "" });
        }
        Cow::Owned(segment)
    }

    fn lengths(segments: Vec<Cow<'_, Segment>>) -> Vec<usize> {
        pieces(segments).iter().map(Piece::len).collect()
    }

    fn every(metres: f64, from: f64) -> Vec<f64> {
        (0..20).map(|number| from + f64::from(number) * metres).collect()
    }

    #[test]
    fn a_far_segment_begins_a_piece_and_a_near_one_does_not() {
        let at = |from: f64| segment(&every(20.0, from), &[]);
        assert_eq!(lengths(vec![at(0.0), at(470.0)]), [40]);
        assert_eq!(lengths(vec![at(0.0), at(600.0), at(1_050.0)]), [20, 40]);
        assert_eq!(lengths(vec![at(0.0), at(0.0), segment(&[], &[])]), [20, 20]);
    }

    #[test]
    fn the_spacing_explains_a_step() {
        assert_eq!(lengths(vec![segment(&every(500.0, 0.0), &[]), segment(&every(500.0, 10_700.0), &[])]), [40]);
        assert_eq!(lengths(vec![segment(&every(500.0, 0.0), &[]), segment(&every(500.0, 12_000.0), &[])]), [20, 20]);
    }

    #[test]
    fn points_that_each_are_a_segment_follow_one_another() {
        let alone = |places: &[f64]| places.iter().map(|place| segment(&[*place], &[])).collect::<Vec<_>>();
        assert_eq!(lengths(alone(&every(400.0, 0.0))), [20]);
        let twice = [alone(&every(40.0, 0.0)), alone(&every(40.0, 9_000.0))].concat();
        assert_eq!(lengths(twice), [20, 20]);
    }

    #[test]
    fn a_long_silence_over_a_long_way_is_a_gap() {
        let times =
            |pause: i64| (0..20).map(|number| number * 10 + if number < 10 { 0 } else { pause }).collect::<Vec<_>>();
        let places = |jump: f64| -> Vec<f64> {
            every(20.0, 0.0).iter().map(|metres| if *metres < 200.0 { *metres } else { metres + jump }).collect()
        };
        assert_eq!(lengths(vec![segment(&places(5_000.0), &times(600))]), [10, 10]);
        assert_eq!(lengths(vec![segment(&places(5_000.0), &times(60))]), [20]);
        assert_eq!(lengths(vec![segment(&places(100.0), &times(600))]), [20]);
        assert_eq!(lengths(vec![segment(&places(5_000.0), &[])]), [20]);
        let slow: Vec<i64> = (0..20).map(|number| number * 181).collect();
        assert_eq!(lengths(vec![segment(&every(700.0, 0.0), &slow)]), [20]);
        let uneven: Vec<i64> = (0..20_i64).map(|number| number * 180 + number % 2 * 60).collect();
        assert_eq!(lengths(vec![segment(&every(600.0, 0.0), &uneven)]), [20]);
    }
}
