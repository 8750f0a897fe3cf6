//! Points of a track that lie elsewhere.
//!
//! Where no point has a time nobody can tell how fast somebody would have been; but a line tells by its own spacing. A point
//! or a few are astray where the way leads to them and back over two steps out of all proportion to those around, while
//! the points before and behind are as near to one another as neighbours are. They are left out when the file is read.
//!
//! The rule asks no length of anything, and takes none of these for one: a ferry leads on and not back; who goes out and
//! back, on a pier or to an island, comes back to where they left; a hairpin's legs, a coarse line or a route of a few
//! points have neighbours as far apart as they are. Routes, tracks with times (they are judged by those) and our own
//! recordings are read as they stand.

use std::collections::BTreeSet;

use super::coordinates::is_nowhere;
use super::document::{Gpx, Segment, TrackPoint};
use super::fault::{At, Oddity, Warning};
use super::recording::is_recording;
use crate::geometry::{Ecef, Point};

/// A step this many times as long as those around it is out of all proportion.
const FAR: f64 = 50.0;
/// As many steps are looked at before and behind.
const AROUND: usize = 8;
/// Fewer of them say nothing of the spacing.
const FEWEST: usize = 4;
/// So many points may be astray together.
const TOGETHER: usize = 3;
/// Who came back to where they left is nearer to it than so many steps as they are around.
const RETURNED: f64 = 0.3;
/// Neighbours are no farther apart than so many steps for each that leads from one to the other.
const NEIGHBOURS: f64 = 2.0;
/// More steps that may lead astray than this are how the line is.
const MOST: usize = 1_000;
/// A step may lead astray that is this many times as long as they have been on average.
const SUSPECT: f64 = 8.0;

/// The points of a file that may be astray.
#[derive(Debug, Default)]
pub(super) struct Astray {
    suspects: Vec<Suspect>,
    before: Option<Point>,
    /// What steps measure in this segment, in degrees, on average of late.
    usual: f64,
}

#[derive(Debug, Clone, Copy)]
struct Suspect {
    track: usize,
    segment: usize,
    number: usize,
    at: At,
}

impl Astray {
    /// A segment begins.
    pub(super) fn begin(&mut self) {
        (self.before, self.usual) = (None, 0.0);
    }

    /// Whether the next point of the segment may be astray, or the one before it was and this one is back.
    #[inline]
    pub(super) fn suspects(&mut self, point: &TrackPoint<'_>) -> bool {
        let here = point.point;
        // Where a receiver had no position is told otherwise.
        if is_nowhere(here) {
            return false;
        }
        let Some(before) = self.before.replace(here) else { return false };
        if point.time_ms.is_some() {
            return false;
        }
        // The longest there can be, as nobody knows how wide a degree is here; enough to look more closely.
        let step = (here.lat() - before.lat()).abs() + (here.lon() - before.lon()).abs();
        let is_far = step > SUSPECT * self.usual && self.usual > 0.0;
        if !is_far {
            self.usual = if self.usual > 0.0 { 0.75 * self.usual + 0.25 * step } else { step };
        }
        is_far
    }

    /// Keeps in mind where a point stands that may be astray, or is the first behind such.
    pub(super) fn suspect(&mut self, track: usize, segment: usize, number: usize, at: At) {
        if self.suspects.len() <= MOST {
            self.suspects.push(Suspect { track, segment, number, at });
        }
    }

    /// Leaves out those that are.
    pub(super) fn leave_out(self, gpx: &mut Gpx) {
        if self.suspects.len() > MOST || is_recording(&gpx.root) {
            return;
        }
        for of_segment in self.suspects.chunk_by(|one, next| (one.track, one.segment) == (next.track, next.segment)) {
            let Some(Suspect { track, segment, .. }) = of_segment.first().copied() else { continue };
            let Some(found) = gpx.tracks.get_mut(track).and_then(|track| track.segments.get_mut(segment)) else {
                continue;
            };
            let astray = astray(found, of_segment);
            if astray.is_empty() {
                continue;
            }
            let numbers: BTreeSet<usize> = astray.iter().flat_map(|(from, count, _)| *from..from + count).collect();
            let mut number = 0..;
            found.retain(|_| number.next().is_none_or(|number| !numbers.contains(&number)));
            for (_, count, at) in astray {
                gpx.warnings.note_late(Warning { at, oddity: Oddity::Astray { points: count } });
            }
        }
    }
}

/// The points of a segment that are astray: the first of each block, how many there are, and where it stands.
fn astray(segment: &Segment, suspects: &[Suspect]) -> Vec<(usize, usize, At)> {
    if segment.iter().any(|point| point.time_ms.is_some()) {
        return Vec::new();
    }
    let places: Vec<Ecef> = segment.points().iter().map(|point| point.ecef()).collect();
    let mut found: Vec<(usize, usize, At)> = Vec::new();
    for pair in suspects.windows(2) {
        let [out, back] = pair else { continue };
        let count = back.number.saturating_sub(out.number);
        let is_free = found.last().is_none_or(|(from, count, _)| from + count < out.number);
        if is_free && (1..=TOGETHER).contains(&count) && is_detour(&places, out.number, count) {
            found.push((out.number, count, out.at));
        }
    }
    found
}

/// Whether so many points from there on are a detour that nobody made.
fn is_detour(places: &[Ecef], from: usize, count: usize) -> bool {
    let behind = from + count;
    let (Some(before), Some(after)) = (from.checked_sub(1).and_then(|at| places.get(at)), places.get(behind)) else {
        return false;
    };
    let step = |to: usize| -> Option<f64> { Some(places.get(to.checked_sub(1)?)?.ground_distance(*places.get(to)?).0) };
    let steps_before = (from.saturating_sub(AROUND)..from).filter_map(step);
    let steps_behind = (behind + 1..=behind + AROUND).filter_map(step);
    let mut around: Vec<f64> = steps_before.chain(steps_behind).collect();
    around.sort_by(f64::total_cmp);
    let at = |share: usize| around.get(around.len() * share / 4).copied().unwrap_or_default();
    let (usual, long) = (at(2), at(3));
    let (Some(out), Some(back)) = (step(from), step(behind)) else { return false };
    let apart = before.ground_distance(*after).0;
    around.len() >= FEWEST
        && out.min(back) > FAR * long
        && apart >= RETURNED * usual
        && apart <= NEIGHBOURS * (count + 1) as f64 * long
}

#[cfg(test)]
mod tests {
    use super::super::{Gpx, Limits, Warning, read};

    /// What is read of a track of these places, in metres east and north of one: how many points, and what is told.
    fn read_of(places: &[(f64, f64)]) -> (usize, Vec<String>) {
        let degrees: Vec<(f64, f64)> = places.iter().map(|place| degrees(*place)).collect();
        let gpx = of_degrees(&degrees);
        (gpx.track_points(), gpx.warnings.first().iter().map(Warning::to_string).collect())
    }

    fn degrees((east, north): (f64, f64)) -> (f64, f64) {
        (55.7 + north / 111_320.0, 21.1 + east / 62_700.0)
    }

    fn of_degrees(places: &[(f64, f64)]) -> Gpx {
        let points: String =
            places.iter().map(|(lat, lon)| format!("<trkpt lat=\"{lat}\" lon=\"{lon}\"/>\n")).collect();
        let xml = format!(
            "<gpx version=\"1.1\" xmlns=\"http://www.topografix.com/GPX/1/1\">\n<trk><trkseg>\n{points}</trkseg></trk></gpx>"
        );
        read(xml.as_bytes(), &Limits::phone()).expect("readable")
    }

    /// A bending way of so many steps of so many metres.
    fn way(steps: usize, metres: f64) -> Vec<(f64, f64)> {
        let mut at = (0.0, 0.0);
        let walk = (0..=steps).map(|number| {
            let course = (number as f64 / 9.0).sin();
            let next = (at.0 + metres * course.sin(), at.1 + metres * course.cos());
            std::mem::replace(&mut at, next)
        });
        walk.collect()
    }

    #[test]
    fn a_point_that_lies_elsewhere_is_left_out_and_told() {
        for metres in [5.0, 46.0, 300.0] {
            for far in [60.0 * metres, 50_000.0, 2_000_000.0] {
                for at in [3, 50, 96] {
                    let mut places = way(99, metres);
                    places[at].0 += far.max(60.0 * metres);
                    let (points, told) = read_of(&places);
                    let wanted = format!(
                        "{}:1: this point is far from those around it, which are near to one another; it was left out",
                        at + 3
                    );
                    assert_eq!((points, told), (99, vec![wanted]), "{metres} {far} {at}");
                }
            }
        }
    }

    #[test]
    fn swapped_and_flipped_degrees_a_few_at_once_and_several_times_are_found() {
        let plain: Vec<(f64, f64)> = way(150, 46.0).into_iter().map(degrees).collect();
        for harm in
            [|(lat, lon)| (lon, lat), |(lat, lon): (f64, f64)| (-lat, lon), |(lat, lon): (f64, f64)| (lat, -lon)]
        {
            for numbers in [vec![70], vec![70, 71], vec![70, 71, 72], vec![20, 60, 100, 140], vec![40, 44]] {
                let mut places = plain.clone();
                for number in &numbers {
                    places[*number] = harm(places[*number]);
                }
                assert_eq!(of_degrees(&places).track_points(), 151 - numbers.len(), "{numbers:?}");
            }
        }
        // One between two that follow one another, and none in the place of one.
        let mut places = way(100, 20.0);
        places.insert(60, (9_000.0, 0.0));
        assert_eq!(read_of(&places).0, 101);
    }

    #[test]
    fn no_true_point_is_taken() {
        let ferry =
            [way(60, 20.0), way(60, 20.0).into_iter().map(|(east, north)| (east + 30_000.0, north)).collect()].concat();
        let by_the_island = [
            &way(60, 20.0)[..],
            &[(15_000.0, 0.0)],
            &way(60, 20.0).into_iter().map(|(east, north)| (east + 30_000.0, north)).collect::<Vec<_>>(),
        ]
        .concat();
        let pier = {
            let (mut places, out) = (way(60, 20.0), way(60, 20.0)[30]);
            places.splice(31..31, [(out.0 + 4_000.0, out.1), out]);
            places
        };
        let switchback = {
            let mut places = way(30, 15.0);
            let (east, north) = places[30];
            places.push((east + 500.0, north + 10.0));
            places.extend(
                way(30, 15.0).into_iter().map(|(more_east, more_north)| (east + more_east, north + 30.0 + more_north)),
            );
            places
        };
        let coarse: Vec<(f64, f64)> = vec![(0.0, 0.0), (20_000.0, 0.0), (0.0, 900.0), (21_000.0, 0.0), (100.0, 100.0)];
        let star = (0..40).map(|ray| (f64::from(ray % 2) * 3_000.0, f64::from(ray) * 30.0)).collect();
        let last = [&way(60, 20.0)[..], &[(50_000.0, 0.0)]].concat();
        let first = [&[(50_000.0, 0.0)], &way(60, 20.0)[..]].concat();
        let rest = vec![(0.0, 0.0); 40];
        for places in [ferry, by_the_island, pier, switchback, coarse, star, last, first, rest, way(4, 20_000.0)] {
            assert_eq!(read_of(&places), (places.len(), vec![]));
        }
    }

    #[test]
    fn what_has_times_is_judged_by_those() {
        let points: String = (0..100)
            .map(|number| {
                let lon = if number == 50 { 25.0 } else { 21.1 };
                format!(
                    "<trkpt lat=\"{}\" lon=\"{lon}\"><time>2026-06-01T08:{:02}:{:02}Z</time></trkpt>",
                    55.0 + f64::from(number) * 0.0005,
                    number / 60,
                    number % 60
                )
            })
            .collect();
        let xml = format!(
            "<gpx version=\"1.1\" xmlns=\"http://www.topografix.com/GPX/1/1\"><trk><trkseg>{points}</trkseg></trk></gpx>"
        );
        assert_eq!(read(xml.as_bytes(), &Limits::phone()).expect("readable").track_points(), 100);
    }
}
