//! What a recording comes to, kept up with every fix.
//!
//! The distance is that of the way ([`Trail`]), whatever the clock says: times make durations and nothing else. A silence
//! is a gap in time and not in the way: the straight line over it counts, and how much of the distance is such lines is
//! kept beside it. A pause that was asked for is a gap in the way. Climbs are counted as everywhere ([`Climb`]).

use serde::{Deserialize, Serialize};

use super::RideClock;
use super::scales::Spot;
use super::trail::{Hop, Trail};
use crate::geometry::{Climb, ElevationSums, Metres, Point};
use crate::guidance::Judge;
use crate::model::Fix;

/// After a silence of more milliseconds than this nobody knows where the way led: guidance asks for fixes at least every
/// minute.
const GAP_MS: i64 = 180_000;
/// A clock that says so little passed does not know; the order is kept.
const NO_TIME_MS: i64 = 1;
/// One who has got nowhere for this long pauses.
const PAUSE_MS: i64 = 30_000;
/// Slower than this, in metres a second, is standing about.
const PAUSE_PACE: f64 = 0.35;
/// How fast one is taken to have moved in the last steps before a pause ended.
const USUAL_PACE: f64 = 1.0;
/// So far one has to get, in metres and as far as the accuracy goes, not to be pausing.
const STIRRING: std::ops::RangeInclusive<f64> = 5.0..=25.0;
/// One who pauses has to get this many times farther to count as going on: noise wanders.
const LEAVING: f64 = 2.5;

/// Whether so many milliseconds without a fix are a gap in what is known.
pub(super) fn is_gap(passed_ms: i64) -> bool {
    passed_ms > GAP_MS
}

/// What a recording comes to.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub struct Tally {
    /// Fixes committed, refused ones too.
    pub fixes: u64,
    /// Fixes that were believed: those that are drawn and exported.
    pub believed: u64,
    /// Fixes that were committed and lost again when the database was damaged.
    pub lost: u64,
    /// Stretches between the pauses that were asked for.
    pub segments: u32,
    /// Metres travelled.
    pub distance_m: f64,
    /// How many of them are a straight line over a silence: where the way led between is not known.
    #[serde(default)]
    pub bridged_m: f64,
    /// Milliseconds recorded, pauses that were asked for excluded. A silence counts, as the way over it does: the
    /// traveller was under way. Nought where no time can be trusted.
    pub duration_ms: i64,
    /// Milliseconds in motion; what happened in a silence is not known.
    pub moving_ms: i64,
    /// Whether the traveller is standing about now.
    pub pausing: bool,
    pub(super) clock: Option<RideClock>,
    /// When what was written last reached the disk itself.
    pub(super) synced_ms: Option<i64>,
    pub(super) climb: Climb,
    /// The next fix begins a segment.
    pub(super) broken: bool,
    pub(super) place: Option<Place>,
    /// Which fixes are believed; it knows those that wait by their number in the recording.
    #[serde(default)]
    pub(super) judge: Judge<u32>,
}

/// Where the traveller is and was.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub(super) struct Place {
    /// The last believed fix: time of the ride, degrees, accuracy.
    at: (i64, f64, f64, f64),
    /// How the segment went on; a library of an older form did not keep it.
    #[serde(default)]
    going: Option<Going>,
}

/// A segment being travelled.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
struct Going {
    trail: Trail,
    /// What is certain of the distance.
    certain_m: f64,
    certain_bridged_m: f64,
    /// The last time that was known, and whether it was that of the last position.
    heard_ms: Option<i64>,
    heard_here: bool,
    /// Milliseconds since the last that is certain, silences excluded.
    spent_ms: i64,
    /// Where the traveller last got somewhere, and how long ago.
    stirred: Spot,
    still_ms: i64,
}

/// A position that is believed, from a phone or a file.
#[derive(Debug, Clone, Copy)]
pub(super) struct Sighted {
    pub point: Point,
    pub accuracy_m: f64,
    pub altitude_m: Option<f64>,
    /// When, on a clock that does not go back, if that can be trusted.
    pub time_ms: Option<i64>,
}

impl Tally {
    /// What fixes come to that are all believed.
    #[must_use]
    pub fn of(fixes: &[Fix]) -> Tally {
        let mut tally = Tally::default();
        for fix in fixes {
            let clock = RideClock::after(tally.clock, fix);
            tally.add(&Fix { time_ms: clock.ride_ms, ..*fix }, clock, false);
        }
        tally
    }

    /// How much was climbed and descended; `None` while no height is known.
    #[must_use]
    pub fn climb(&self) -> Option<ElevationSums> {
        self.climb.sums()
    }

    /// The mean speed in motion, in metres a second.
    #[must_use]
    pub fn pace(&self) -> Option<f64> {
        let metres = self.distance_m - self.bridged_m;
        (self.moving_ms > 0 && metres > 0.0).then(|| metres / (self.moving_ms as f64 / 1_000.0))
    }

    /// The last position that was believed.
    #[must_use]
    pub fn position(&self) -> Option<Point> {
        self.place.as_ref().and_then(|place| Point::new(place.at.1, place.at.2).ok())
    }

    /// The clocks at the next fix; the time of the ride goes on with every one that is believed.
    pub(super) fn clock_at(&self, fix: &Fix) -> RideClock {
        let clock = RideClock::after(self.clock, fix);
        let after = self.clock.map_or(i64::MIN, |before| before.ride_ms.saturating_add(1));
        clock.standing_at(clock.ride_ms.max(after))
    }

    /// Forgets what was counted before anything was confirmed.
    pub(super) fn begin_anew(&mut self) {
        let before = std::mem::take(self);
        *self = Tally {
            fixes: before.fixes,
            lost: before.lost,
            synced_ms: before.synced_ms,
            judge: before.judge,
            ..Tally::default()
        };
    }

    /// The last fix that was believed, with the time of the ride, to judge the next by.
    pub(super) fn last(&self) -> Option<Fix> {
        self.place.as_ref().map(|place| {
            let (time_ms, lat, lon, accuracy_m) = place.at;
            Fix::of_position(time_ms, lat, lon, accuracy_m)
        })
    }

    /// What comes next begins a new segment, and neither the way nor the time until then counts.
    pub(super) fn interrupt(&mut self) {
        self.settle();
        self.broken = true;
        self.pausing = false;
    }

    /// Takes in the next fix, whose time is that of the ride. Gives the number of its segment.
    pub(super) fn add(&mut self, fix: &Fix, clock: RideClock, refused: bool) -> u32 {
        match Point::new(fix.lat, fix.lon).ok().filter(|_| !refused) {
            Some(point) => {
                self.clock = Some(clock);
                let (accuracy_m, altitude_m) = (fix.accuracy_m, fix.altitude_m);
                self.see(&Sighted { point, accuracy_m, altitude_m, time_ms: Some(fix.time_ms) })
            }
            None => {
                self.fixes = self.fixes.saturating_add(1);
                self.segments.saturating_sub(1)
            }
        }
    }

    /// Takes in the next position that is believed. Gives the number of its segment.
    pub(super) fn see(&mut self, seen: &Sighted) -> u32 {
        self.fixes = self.fixes.saturating_add(1);
        self.believed = self.believed.saturating_add(1);
        let accuracy = if seen.accuracy_m.is_finite() { seen.accuracy_m.clamp(0.0, 200.0) } else { 200.0 };
        let known_ms = self.place.as_ref().map_or(0, |place| place.at.0);
        let at = (seen.time_ms.unwrap_or(known_ms), seen.point.lat(), seen.point.lon(), accuracy);
        let before = self.place.take().filter(|_| !self.broken && self.segments > 0);
        self.broken = false;
        let going = match before.and_then(|place| self.going(place)) {
            Some(going) => self.go_on(going, seen, accuracy),
            None => {
                self.segments = self.segments.saturating_add(1);
                // What lies between is not known, so that no height can be too steep.
                self.climb.add(seen.altitude_m, Metres(f64::MAX));
                self.begin(seen.point, accuracy, seen.time_ms)
            }
        };
        self.place = Some(Place { at, going: Some(going) });
        self.segments.saturating_sub(1)
    }

    /// How the segment goes on that an older form may have begun.
    fn going(&self, place: Place) -> Option<Going> {
        let (time_ms, lat, lon, accuracy) = place.at;
        place.going.or_else(|| Some(self.begin(Point::new(lat, lon).ok()?, accuracy, Some(time_ms))))
    }

    fn begin(&self, point: Point, accuracy: f64, time_ms: Option<i64>) -> Going {
        let trail = Trail::beginning_at(point.ecef(), accuracy);
        Going {
            stirred: trail.latest(),
            trail,
            certain_m: self.distance_m,
            certain_bridged_m: self.bridged_m,
            heard_ms: time_ms,
            heard_here: time_ms.is_some(),
            spent_ms: 0,
            still_ms: 0,
        }
    }

    fn go_on(&mut self, mut going: Going, seen: &Sighted, accuracy: f64) -> Going {
        // A file that others wrote may go back in time; no time passes then.
        let passed = seen.time_ms.zip(going.heard_ms).map_or(0, |(now, before)| now.saturating_sub(before));
        let passed = if passed > NO_TIME_MS { passed } else { 0 };
        let silent = is_gap(passed) && going.heard_here;
        self.duration_ms = self.duration_ms.saturating_add(passed);
        if !silent {
            going.spent_ms = going.spent_ms.saturating_add(passed);
        }
        going.heard_here = seen.time_ms.is_some();
        going.heard_ms = going.heard_ms.max(seen.time_ms);
        let before = going.trail.latest();
        let certain = going.trail.go_on(seen.point.ecef(), accuracy, silent);
        self.climb.add(seen.altitude_m, Metres(going.trail.from(before)));
        if let Some(hop) = certain {
            going.certain_m += hop.metres;
            going.certain_bridged_m += hop.bridged;
            self.move_on(hop, going.spent_ms);
            going.spent_ms = 0;
        }
        let rest = going.trail.rest();
        // What was told is not taken back: one who rests at the end of a way went there.
        self.distance_m = self.distance_m.max(going.certain_m + rest.metres);
        self.bridged_m = self.bridged_m.max(going.certain_bridged_m + rest.bridged).min(self.distance_m);
        self.stir(&mut going, passed, accuracy);
        going
    }

    /// Counts the time of a piece of way as time in motion, as far as it was.
    fn move_on(&mut self, hop: Hop, spent_ms: i64) {
        let metres = hop.metres - hop.bridged;
        let strolling = metres < PAUSE_PACE * (spent_ms as f64 / 1_000.0);
        let moved = if strolling { (metres / USUAL_PACE * 1_000.0) as i64 } else { spent_ms };
        self.moving_ms = self.moving_ms.saturating_add(moved);
    }

    fn stir(&mut self, going: &mut Going, passed: i64, accuracy: f64) {
        going.still_ms = going.still_ms.saturating_add(passed);
        let reach = accuracy.clamp(*STIRRING.start(), *STIRRING.end());
        if going.trail.from(going.stirred) >= if self.pausing { LEAVING * reach } else { reach } {
            going.stirred = going.trail.latest();
            going.still_ms = 0;
            self.pausing = false;
        } else if going.still_ms > PAUSE_MS {
            self.pausing = true;
        }
    }

    /// Ends what is counted: the time of the last piece of way is time in motion too.
    pub(super) fn settle(&mut self) {
        if let Some(going) = self.place.as_mut().and_then(|place| place.going.as_mut()) {
            let (rest, spent_ms) = (going.trail.rest(), std::mem::take(&mut going.spent_ms));
            self.move_on(rest, spent_ms);
        }
    }

    /// The distance.
    #[must_use]
    pub fn distance(&self) -> Metres {
        Metres(self.distance_m)
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::geometry::{Along, Line};
    use crate::guidance::Course;
    use crate::guidance::simulation::Ride;
    use crate::model::Mode;

    fn course(mode: Mode) -> Course {
        let at = |step: u32| {
            let step = f64::from(step);
            Point::new(55.3 + 0.0005 * step, 21.0 + 0.002 * libm::sin(step / 4.0)).expect("on the earth")
        };
        Course::of_line(Line::new((0..200).map(at).collect()).expect("a line"), mode)
    }

    fn tally(ride: &Ride<'_>) -> Tally {
        Tally::of(&ride.fixes().into_iter().map(|(fix, _)| fix).collect::<Vec<Fix>>())
    }

    #[test]
    fn the_distance_is_that_of_the_way_whatever_the_noise() {
        for mode in [Mode::Walk, Mode::Bike, Mode::Car] {
            let course = course(mode);
            for (noise, most) in [(3.0, 0.03), (8.0, 0.05), (15.0, 0.08)] {
                let tally = tally(&Ride::along(&course).with_noise(Metres(noise)).every(1.0).with_seed(7));
                let share = tally.distance_m / course.line().length().0;
                assert!((share - 1.0).abs() < most, "{mode}, {noise} m of noise: {share}");
            }
        }
    }

    #[test]
    fn one_who_rests_is_pausing_and_goes_nowhere() {
        let course = course(Mode::Walk);
        let moving = tally(&Ride::along(&course).with_noise(Metres(8.0)).every(1.0));
        let middle = Along(Metres(course.line().length().0 / 2.0));
        let rested = tally(&Ride::along(&course).with_noise(Metres(8.0)).every(1.0).pausing(middle, 3_600.0));
        let extra = rested.distance_m - moving.distance_m;
        assert!(extra.abs() < 0.02 * moving.distance_m, "an hour's rest added {extra} m");
        assert!((rested.moving_ms - moving.moving_ms).abs() < 300_000, "{} {}", rested.moving_ms, moving.moving_ms);
        assert!(rested.duration_ms - moving.duration_ms > 3_500_000);
        assert_eq!(rested.fixes, rested.believed);
        assert_eq!(rested.segments, 1);
    }

    #[test]
    fn a_silence_is_a_gap_in_time_and_a_pause_one_in_the_way() {
        let course = course(Mode::Bike);
        let fixes: Vec<Fix> = Ride::along(&course).every(5.0).fixes().into_iter().map(|(fix, _)| fix).collect();
        let (middle, whole) = (fixes.len() / 2, Tally::of(&fixes));
        let silent = |ms: i64| {
            let later = fixes[middle + 20..].iter().map(|fix| Fix { time_ms: fix.time_ms + ms, ..*fix });
            fixes[..middle].iter().copied().chain(later).collect::<Vec<Fix>>()
        };
        let short = Tally::of(&silent(0));
        assert_eq!(short.bridged_m, 0.0);
        let long = Tally::of(&silent(600_000));
        assert_eq!(long.distance_m, short.distance_m);
        let straight = Point::new(fixes[middle - 1].lat, fixes[middle - 1].lon).expect("on earth");
        let straight = straight.distance(Point::new(fixes[middle + 20].lat, fixes[middle + 20].lon).expect("on earth"));
        assert!((long.bridged_m - straight.0).abs() < 0.2 * straight.0, "{} of {straight}", long.bridged_m);
        assert_eq!(long.duration_ms, short.duration_ms + 600_000);
        assert!(long.moving_ms < short.moving_ms && short.moving_ms <= short.duration_ms);
        let mut paused = Tally::of(&fixes[..middle]);
        paused.interrupt();
        for fix in &fixes[middle + 20..] {
            let clock = RideClock::after(paused.clock, fix);
            paused.add(fix, clock, false);
        }
        assert_eq!((paused.segments, paused.bridged_m), (2, 0.0));
        let left_out = short.distance_m - paused.distance_m;
        assert!((left_out - straight.0).abs() < 0.1 * straight.0, "{left_out} m of {straight}");
        assert!(whole.distance_m > short.distance_m);
    }

    #[test]
    fn a_recording_that_an_older_form_began_goes_on() {
        let old = concat!(
            r#"{"fixes":9,"believed":9,"lost":0,"segments":1,"distance_m":500.0,"duration_ms":90000,"moving_ms":80000,"#,
            r#""pausing":false,"clock":{"time_ms":90000,"monotonic_ms":null,"ride_ms":90000},"synced_ms":80000,"#,
            r#""climb":{"counted":12.0,"gain":7.0,"loss":0.0},"broken":false,"place":{"at":[90000,55.0,21.0,8.0],"#,
            r#""smooth":[3422444.0,1313752.0,5201383.0],"counted":[3422444.0,1313752.0,5201383.0],"counted_ms":90000}}"#,
        );
        let mut tally: Tally = serde_json::from_str(old).expect("can be read");
        let fix = Fix { altitude_m: Some(20.0), ..Fix::of_position(100_000, 55.001, 21.0, 8.0) };
        let clock = RideClock::after(tally.clock, &fix);
        tally.add(&fix, clock, false);
        assert!((tally.distance_m - 611.3).abs() < 1.0, "{}", tally.distance_m);
        assert_eq!((tally.fixes, tally.segments, tally.duration_ms), (10, 1, 100_000));
        assert_eq!(tally.climb().map(|sums| sums.gain), Some(Metres(15.0)));
    }

    /// A ride with noise of its own, and a time for each fix that has nothing to do with it.
    fn any_ride() -> impl Strategy<Value = Vec<(Fix, bool)>> {
        let moment = prop_oneof![any::<i64>(), 0_i64..10_000_000];
        let near = (55.0..55.02_f64, 21.0..21.02_f64);
        let place = prop_oneof![8 => near, 1 => (-90.0..=90.0_f64, -180.0..=180.0_f64), 1 => any::<(f64, f64)>()];
        let fix = (moment, place, any::<f64>(), proptest::option::of(any::<f64>()), any::<bool>(), 0_u8..20);
        let fix = fix.prop_map(|(time_ms, (lat, lon), accuracy_m, altitude_m, exact, pause)| {
            let accuracy_m = if exact { 8.0 } else { accuracy_m };
            (Fix { altitude_m, ..Fix::of_position(time_ms, lat, lon, accuracy_m) }, pause == 0)
        });
        proptest::collection::vec(fix, 0..120)
    }

    proptest! {
        #[test]
        fn whatever_comes_a_tally_is_finite_and_reads_back(ride in any_ride()) {
            let mut tally = Tally::default();
            for (fix, pause) in ride {
                if pause {
                    tally.interrupt();
                }
                let clock = RideClock::after(tally.clock, &fix);
                tally.add(&fix, clock, false);
                let json = serde_json::to_string(&tally).expect("is written");
                let read: Option<Tally> = serde_json::from_str(&json).ok();
                prop_assert_eq!(read.as_ref(), Some(&tally));
                prop_assert!(json.len() < 2_500, "{}", json.len());
                prop_assert!(tally.distance_m.is_finite() && (0.0..=tally.distance_m).contains(&tally.bridged_m));
                prop_assert!(tally.duration_ms >= 0 && tally.moving_ms >= 0);
            }
        }

        #[test]
        fn no_clock_changes_the_length_of_a_way(ride in any_ride()) {
            let (mut timed, mut untimed) = (Tally::default(), Tally::default());
            for (fix, pause) in ride {
                let Ok(point) = Point::new(fix.lat, fix.lon) else { continue };
                for (tally, time_ms) in [(&mut timed, Some(fix.time_ms)), (&mut untimed, None)] {
                    if pause {
                        tally.interrupt();
                    }
                    tally.see(&Sighted { point, accuracy_m: fix.accuracy_m, altitude_m: fix.altitude_m, time_ms });
                }
            }
            prop_assert_eq!((timed.distance_m, timed.climb()), (untimed.distance_m, untimed.climb()));
            prop_assert_eq!((untimed.duration_ms, untimed.moving_ms, untimed.bridged_m), (0, 0, 0.0));
        }
    }
}
