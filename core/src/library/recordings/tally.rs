//! What a recording comes to, kept up with every fix.
//!
//! Positions are smoothed before distances are added up, and a step counts once it is longer than a receiver's noise:
//! one who stands still goes nowhere. Climbs are counted as everywhere ([`Climb`]).

use serde::{Deserialize, Serialize};

use super::RideClock;
use crate::geometry::{Climb, Ecef, ElevationSums, Metres, Point};
use crate::guidance::Judge;
use crate::model::Fix;

/// A silence of this many milliseconds ends a segment: guidance asks for fixes at least every minute.
const GAP_MS: i64 = 180_000;
/// One who has got nowhere for this long pauses.
const PAUSE_MS: i64 = 30_000;
/// Slower than this, in metres a second, is standing about.
const PAUSE_PACE: f64 = 0.35;
/// How fast one is taken to have moved in the last steps before a pause ended.
const USUAL_PACE: f64 = 1.0;
/// Shorter steps than this are noise; so are those shorter than half the accuracy, up to the longest.
const STEP: std::ops::RangeInclusive<f64> = 5.0..=30.0;
/// One who pauses has to get this many times farther to count as going on: noise wanders.
const LEAVING: f64 = 2.5;
/// Positions are smoothed over at most so many seconds.
const SMOOTHING: f64 = 12.0;

/// What a recording comes to.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub struct Tally {
    /// Fixes committed, refused ones too.
    pub fixes: u64,
    /// Fixes that were believed: those that are drawn and exported.
    pub believed: u64,
    /// Fixes that were committed and lost again when the database was damaged.
    pub lost: u64,
    /// Stretches without a break.
    pub segments: u32,
    /// Metres travelled.
    pub distance_m: f64,
    /// Milliseconds recorded, pauses that were asked for excluded.
    pub duration_ms: i64,
    /// Milliseconds in motion.
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
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
pub(super) struct Place {
    /// The last believed fix: time of the ride, degrees, accuracy.
    at: (i64, f64, f64, f64),
    /// The same, smoothed.
    smooth: [f64; 3],
    /// To where the distance is counted, and since when.
    counted: [f64; 3],
    counted_ms: i64,
}

impl Tally {
    /// How much was climbed and descended; `None` while no height is known.
    #[must_use]
    pub fn climb(&self) -> Option<ElevationSums> {
        self.climb.sums()
    }

    /// The mean speed in motion, in metres a second.
    #[must_use]
    pub fn pace(&self) -> Option<f64> {
        (self.moving_ms > 0).then(|| self.distance_m / (self.moving_ms as f64 / 1_000.0))
    }

    /// The last position that was believed.
    #[must_use]
    pub fn position(&self) -> Option<Point> {
        self.place.and_then(|place| Point::new(place.at.1, place.at.2).ok())
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
        self.place.map(|place| {
            let (time_ms, lat, lon, accuracy_m) = place.at;
            Fix::of_position(time_ms, lat, lon, accuracy_m)
        })
    }

    /// What comes next begins a new segment, and the time until then does not count.
    pub(super) fn interrupt(&mut self) {
        self.broken = true;
        self.pausing = false;
    }

    /// Takes in the next fix, whose time is that of the ride. Gives the number of its segment.
    pub(super) fn add(&mut self, fix: &Fix, clock: RideClock, refused: bool) -> u32 {
        self.fixes += 1;
        let Some(point) = Point::new(fix.lat, fix.lon).ok().filter(|_| !refused) else {
            return self.segments.saturating_sub(1);
        };
        self.clock = Some(clock);
        self.believed += 1;
        // A file that others wrote may go back in time; no time passes then.
        let silence = self.place.map_or(0, |place| fix.time_ms.saturating_sub(place.at.0)).max(0);
        if self.segments == 0 || self.broken || silence > GAP_MS {
            self.segments += 1;
            self.place = None;
        } else {
            self.duration_ms = self.duration_ms.saturating_add(silence);
        }
        self.broken = false;
        if let Some(height) = fix.altitude_m {
            self.climb.add(height);
        }
        self.go(point, fix);
        self.segments.saturating_sub(1)
    }

    fn go(&mut self, point: Point, fix: &Fix) {
        let here = point.ecef();
        let accuracy = if fix.accuracy_m.is_finite() { fix.accuracy_m.clamp(0.0, 100.0) } else { 100.0 };
        let at = (fix.time_ms, fix.lat, fix.lon, accuracy);
        let Some(place) = &mut self.place else {
            self.place = Some(Place { at, smooth: array(here), counted: array(here), counted_ms: fix.time_ms });
            return;
        };
        let seconds = fix.time_ms.saturating_sub(place.at.0).max(0) as f64 / 1_000.0;
        place.at = at;
        let speed = fix.speed_mps.filter(|speed| speed.is_finite()).unwrap_or(USUAL_PACE).max(0.5);
        let over = (accuracy / speed).min(SMOOTHING);
        let smooth = ecef(place.smooth).towards(here, seconds / (seconds + over).max(f64::MIN_POSITIVE));
        place.smooth = array(smooth);
        let step = ecef(place.counted).ground_distance(smooth).0;
        let since = fix.time_ms.saturating_sub(place.counted_ms).max(0);
        let noise = (accuracy / 2.0).clamp(*STEP.start(), *STEP.end());
        if step >= if self.pausing { LEAVING * noise } else { noise } {
            self.distance_m += step;
            let strolling = step / (since as f64 / 1_000.0) < PAUSE_PACE;
            let moved = if strolling { (step / USUAL_PACE * 1_000.0) as i64 } else { since };
            self.moving_ms = self.moving_ms.saturating_add(moved);
            self.pausing = false;
            place.counted = array(smooth);
            place.counted_ms = fix.time_ms;
        } else if since > PAUSE_MS {
            self.pausing = true;
        }
    }

    /// The distance.
    #[must_use]
    pub fn distance(&self) -> Metres {
        Metres(self.distance_m)
    }
}

fn array(at: Ecef) -> [f64; 3] {
    [at.x, at.y, at.z]
}

fn ecef([x, y, z]: [f64; 3]) -> Ecef {
    Ecef { x, y, z }
}

#[cfg(test)]
mod tests {
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
        let mut tally = Tally::default();
        for (fix, _) in ride.fixes() {
            let clock = RideClock::after(tally.clock, &fix);
            tally.add(&fix, clock, false);
        }
        tally
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
}
