//! What is followed, made ready once: the indexed line, its legs, stages, stops and turns.

use std::ops::Range;

use super::gaps;
use super::movement::MODES;
use super::turns::turns;
use crate::geometry::{Along, Ecef, Line, Metres, Point, Side};
use crate::model::{Language, Mode, Origin, Route, StageId, StopId, Text, TrackId};
use crate::spatial::{IndexedLine, Points};

/// How far a line without known accuracy may lie from the real way: a track recorded by a phone.
pub(super) const TRACK_ACCURACY: Metres = Metres(15.0);

/// Waypoints farther than this from a track are not met on it.
const WAYPOINT_REACH: Metres = Metres(500.0);
/// One who is this near to a waypoint has arrived.
const WAYPOINT_RADIUS: Metres = Metres(40.0);

/// By how many metres the tolerance of an inaccurate leg shrinks with each metre beyond it.
const TAPER: f64 = 3.0;

/// Something to follow. Making one takes time in proportion to the line; following it does not.
#[derive(Debug, Clone)]
pub struct Course {
    name: Text,
    index: IndexedLine,
    legs: Vec<CourseLeg>,
    stages: Vec<CourseStage>,
    stops: Vec<CourseStop>,
    passages: Vec<Passage>,
    turns: Vec<f64>,
    /// For each leg and mode, how many metres of that mode lie before the leg.
    travelled_before: Vec<[f64; MODES]>,
    fingerprint: u64,
}

/// A stretch with one mode, one origin and one accuracy.
#[derive(Debug, Clone, PartialEq)]
pub struct CourseLeg {
    /// The leg's id in its route; a bare line has none.
    pub id: Option<TrackId>,
    /// How it is travelled.
    pub mode: Mode,
    /// Where its line comes from.
    pub origin: Origin,
    /// The real way lies within this distance of the line.
    pub accuracy: Metres,
    /// Where it begins.
    pub from: Along,
    /// Where it ends.
    pub to: Along,
}

/// A day's part.
#[derive(Debug, Clone, PartialEq)]
pub struct CourseStage {
    /// Its id in the route.
    pub id: StageId,
    /// Its name.
    pub name: Text,
    /// Where it begins.
    pub from: Along,
    /// Where it ends.
    pub to: Along,
}

/// A stop as guidance needs it.
#[derive(Debug, Clone, PartialEq)]
pub struct CourseStop {
    /// Its id in the route.
    pub id: StopId,
    /// Its name.
    pub name: Text,
    /// What is said on arrival.
    pub summary: Text,
    /// Where it is.
    pub position: Point,
    pub(super) ecef: Ecef,
    /// The real object lies within this distance of the position.
    pub accuracy: Metres,
    /// One who is this near has arrived.
    pub radius: Metres,
    /// Its place on the line.
    pub along: Along,
    /// How far from the line it lies.
    pub distance: Metres,
    /// On which hand of one travelling forward.
    pub side: Side,
}

impl CourseStop {
    /// Whether it may lie farther from its position than one who has arrived: then nobody can say that one has.
    #[must_use]
    pub fn is_vague(&self) -> bool {
        self.accuracy > self.radius
    }
}

/// A place that a track's maker marked.
#[derive(Debug, Clone, PartialEq)]
pub struct Waypoint {
    /// What they call it.
    pub name: String,
    /// What they say of it.
    pub words: String,
    /// Where it is.
    pub position: Point,
}

/// The line goes by a stop.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Passage {
    pub(super) along: f64,
    pub(super) stop: u32,
}

/// The parts from which every course is made.
struct Parts {
    name: Text,
    line: Line,
    legs: Vec<CourseLeg>,
    stages: Vec<CourseStage>,
    stops: Vec<CourseStop>,
}

impl Course {
    /// A route, travelled from its start.
    #[must_use]
    pub fn of_route(route: &Route) -> Course {
        let legs = route.legs.iter().map(|leg| CourseLeg {
            id: Some(leg.id.clone()),
            mode: leg.mode,
            origin: leg.origin,
            accuracy: leg.accuracy,
            from: leg.from,
            to: leg.to,
        });
        let stages = route.stages.iter().map(|stage| CourseStage {
            id: stage.id.clone(),
            name: stage.name.clone(),
            from: stage.from,
            to: stage.to,
        });
        let stops = route.stops.iter().map(|stop| CourseStop {
            id: stop.id.clone(),
            name: stop.name.clone(),
            summary: stop.summary.clone(),
            position: stop.position,
            ecef: stop.position.ecef(),
            accuracy: stop.accuracy,
            radius: stop.radius,
            along: stop.along,
            distance: stop.distance,
            side: stop.side,
        });
        Course::from_parts(Parts {
            name: route.name.clone(),
            line: route.line.clone(),
            legs: legs.collect(),
            stages: stages.collect(),
            stops: stops.collect(),
        })
    }

    /// A bare line, such as any GPX track: one leg, no stages, no stops.
    #[must_use]
    pub fn of_line(line: Line, mode: Mode) -> Course {
        Course::of_stops(line, &[], mode, Vec::new())
    }

    fn of_stops(line: Line, gaps: &[Range<Along>], mode: Mode, stops: Vec<CourseStop>) -> Course {
        let legs = gaps::legs(line.end(), gaps, mode);
        let stops = gaps::with_continuations(&line, &legs, stops);
        Course::from_parts(Parts { name: Text::default(), line, legs, stages: Vec::new(), stops })
    }

    /// A track of the traveller's own: one leg, no stages, and the waypoints beside it as stops.
    ///
    /// Each gap of the track is an indicative leg; where the way goes on behind a long one is a stop.
    #[must_use]
    pub fn of_track(name: &str, line: Line, gaps: &[Range<Along>], mode: Mode, waypoints: &[Waypoint]) -> Course {
        let numbered = (1_usize..).zip(waypoints).map(|(number, waypoint)| (waypoint.position, (number, waypoint)));
        let points = Points::new(numbered);
        let beside = points.beside(&line, (Along::START, line.end()), WAYPOINT_REACH, |_| true);
        let stops = beside.into_iter().filter_map(|beside| {
            let (number, waypoint) = beside.item;
            let ecef = waypoint.position.ecef();
            Some(CourseStop {
                id: StopId::new(&format!("waypoint-{number}")).ok()?,
                name: [(Language::EN, waypoint.name.as_str())].into_iter().collect(),
                summary: [(Language::EN, waypoint.words.as_str())].into_iter().collect(),
                position: waypoint.position,
                ecef,
                accuracy: Metres::ZERO,
                radius: WAYPOINT_RADIUS,
                along: beside.along,
                distance: beside.distance,
                side: line.side_of(beside.along, ecef),
            })
        });
        let stops = stops.collect();
        Course { name: [(Language::EN, name)].into_iter().collect(), ..Course::of_stops(line, gaps, mode, stops) }
    }

    /// The same, travelled from its end.
    #[must_use]
    pub fn reversed(&self) -> Course {
        let end = self.line().length();
        let mirrored = |along: Along| Along(end - along.0);
        let legs = self.legs.iter().rev();
        let stages = self.stages.iter().rev();
        let stops = self.stops.iter().rev().filter(|stop| !gaps::is_continuation(stop, &self.legs));
        let stops =
            stops.map(|stop| CourseStop { along: mirrored(stop.along), side: stop.side.opposite(), ..stop.clone() });
        let line = self.line().reversed();
        let legs: Vec<CourseLeg> =
            legs.map(|leg| CourseLeg { from: mirrored(leg.to), to: mirrored(leg.from), ..leg.clone() }).collect();
        Course::from_parts(Parts {
            name: self.name.clone(),
            stops: gaps::with_continuations(&line, &legs, stops.collect()),
            line,
            legs,
            stages: stages
                .map(|stage| CourseStage { from: mirrored(stage.to), to: mirrored(stage.from), ..stage.clone() })
                .collect(),
        })
    }

    fn from_parts(parts: Parts) -> Course {
        let turns = turns(&parts.line);
        let index = IndexedLine::new(parts.line);
        let mut course = Course {
            passages: passages(&index, &parts.stops),
            travelled_before: travelled_before(&parts.legs),
            fingerprint: 0,
            name: parts.name,
            index,
            legs: parts.legs,
            stages: parts.stages,
            stops: parts.stops,
            turns,
        };
        course.fingerprint = course.digest();
        course
    }

    /// A number that tells this course from others, so that a state is not taken up on the wrong one (FNV-1a).
    fn digest(&self) -> u64 {
        let mut digest = 0xcbf2_9ce4_8422_2325_u64;
        let mut add = |bytes: &[u8]| {
            for byte in bytes {
                digest = (digest ^ u64::from(*byte)).wrapping_mul(0x0100_0000_01b3);
            }
        };
        for point in self.line().points() {
            add(&point.lat().to_bits().to_le_bytes());
            add(&point.lon().to_bits().to_le_bytes());
        }
        for stop in &self.stops {
            add(stop.id.as_str().as_bytes());
            add(&stop.along.metres().to_bits().to_le_bytes());
        }
        for leg in &self.legs {
            add(&leg.from.metres().to_bits().to_le_bytes());
            add(leg.mode.name().as_bytes());
        }
        digest
    }

    /// The route's name; empty for a bare line.
    #[must_use]
    pub fn name(&self) -> &Text {
        &self.name
    }

    /// What is followed.
    #[must_use]
    pub fn line(&self) -> &Line {
        self.index.line()
    }

    /// Its legs, in order.
    #[must_use]
    pub fn legs(&self) -> &[CourseLeg] {
        &self.legs
    }

    /// Its stages, in order.
    #[must_use]
    pub fn stages(&self) -> &[CourseStage] {
        &self.stages
    }

    /// Its stops, in order.
    #[must_use]
    pub fn stops(&self) -> &[CourseStop] {
        &self.stops
    }

    pub(super) fn index(&self) -> &IndexedLine {
        &self.index
    }

    pub(super) fn fingerprint(&self) -> u64 {
        self.fingerprint
    }

    pub(super) fn passages(&self) -> &[Passage] {
        &self.passages
    }

    /// Where the line turns, in order.
    pub(super) fn turns(&self) -> &[f64] {
        &self.turns
    }

    /// The number of the leg at a place: at a joint the one that begins there.
    #[must_use]
    pub fn leg_at(&self, along: Along) -> usize {
        self.legs.partition_point(|leg| leg.from <= along).saturating_sub(1)
    }

    /// The number of the stage at a place; `None` for a bare line.
    #[must_use]
    pub fn stage_at(&self, along: Along) -> Option<usize> {
        self.stages.partition_point(|stage| stage.from <= along).checked_sub(1)
    }

    /// How far from the line the real way may lie here. Where a leg joins a less accurate one, the larger distance
    /// tapers off: one who comes in from an indicative leg need not appear on the line at once.
    pub(super) fn tolerance_at(&self, along: Along) -> Tolerance {
        let number = self.leg_at(along);
        let own = &self.legs[number];
        let before = number.checked_sub(1).and_then(|before| self.legs.get(before));
        let after = self.legs.get(number + 1);
        let mut widest = Tolerance { accuracy: own.accuracy.0, indicative: own.origin == Origin::Indicative };
        let neighbours = [before.map(|leg| (leg, along - own.from)), after.map(|leg| (leg, own.to - along))];
        for (leg, away) in neighbours.into_iter().flatten() {
            let tapered = leg.accuracy.0 - TAPER * away.0;
            if tapered > own.accuracy.0 {
                widest.indicative |= leg.origin == Origin::Indicative;
                widest.accuracy = widest.accuracy.max(tapered);
            }
        }
        widest
    }

    /// How many metres of each mode lie between two places.
    pub(super) fn metres_by_mode(&self, from: Along, to: Along) -> [f64; MODES] {
        let (one, other) = (self.metres_before(from), self.metres_before(to));
        std::array::from_fn(|mode| (other[mode] - one[mode]).abs())
    }

    fn metres_before(&self, along: Along) -> [f64; MODES] {
        let leg = self.leg_at(along);
        let mut sums = self.travelled_before[leg];
        sums[self.legs[leg].mode as usize] += (along - self.legs[leg].from).0;
        sums
    }
}

/// How far off the line is still as expected.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Tolerance {
    pub(super) accuracy: f64,
    pub(super) indicative: bool,
}

/// Where the line goes by each stop: at the stop's own place, and wherever else it comes within its radius.
fn passages(index: &IndexedLine, stops: &[CourseStop]) -> Vec<Passage> {
    let mut passages = Vec::with_capacity(stops.len());
    for (number, stop) in (0..).zip(stops) {
        passages.push(Passage { along: stop.along.metres(), stop: number });
        index.passages(stop.ecef, stop.radius, &mut |foot| {
            if (foot.along - stop.along).abs() > stop.radius.max(stop.distance) {
                passages.push(Passage { along: foot.along.metres(), stop: number });
            }
        });
    }
    passages.sort_by(|one, other| one.along.total_cmp(&other.along).then(one.stop.cmp(&other.stop)));
    passages
}

fn travelled_before(legs: &[CourseLeg]) -> Vec<[f64; MODES]> {
    let mut sums = [0.0; MODES];
    let before = legs.iter().map(|leg| {
        let so_far = sums;
        sums[leg.mode as usize] += (leg.to - leg.from).0;
        so_far
    });
    before.collect()
}
