//! Rides that nobody rode: a course travelled at a pace, with the errors of a real receiver, and the truth beside it.
//!
//! For demonstrations, tests and the desk. A ride is made of a seed and a few wishes; the same ones give the same ride
//! on every machine.

use libm::{cos, exp, log, sin, sqrt};

use super::course::Course;
use super::movement::movement;
use crate::geometry::{Along, Bearing, Ecef, Metres, Point};
use crate::model::Fix;

/// The radius that holds 68 % of a circular normal distribution, in standard deviations of one axis.
const RADIUS_68: f64 = 1.51;
/// A receiver's slow error (satellites, the ionosphere, trees) as a share of its whole error, and how long it lasts.
const SLOW_SHARE: f64 = 0.8;
const SLOW_SECONDS: f64 = 40.0;
/// A traveller's pace varies by this share, over this time.
const PACE_SHARE: f64 = 0.15;
const PACE_SECONDS: f64 = 60.0;
/// One who is taken elsewhere goes this fast, in metres a second.
const TAKEN: f64 = 15.0;
/// When simulated rides begin: 2026-06-01 08:00 UTC.
const BEGINNING_MS: i64 = 1_780_300_800_000;

/// A ride to be simulated.
#[derive(Debug, Clone)]
pub struct Ride<'a> {
    course: &'a Course,
    from: Along,
    to: Along,
    speed: Option<f64>,
    noise: Metres,
    interval: f64,
    seed: u64,
    measures_motion: bool,
    happenings: Vec<(Along, Happening)>,
}

#[derive(Debug, Clone, Copy)]
enum Happening {
    Pause { seconds: f64 },
    Gap { seconds: f64 },
    Detour { length: Metres, size: Metres },
    Taken { to: Along },
}

/// Where the simulated traveller really was.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Truth {
    /// The place on the line.
    pub along: Along,
    /// The number of the leg.
    pub leg: usize,
    /// The position, before the receiver's errors.
    pub position: Point,
    /// How far that is from the line at its nearest.
    pub off_line: Metres,
}

impl<'a> Ride<'a> {
    /// From the course's start to its end at the usual pace of each mode, a fix each second, without errors.
    #[must_use]
    pub fn along(course: &'a Course) -> Ride<'a> {
        Ride {
            course,
            from: Along::START,
            to: course.line().end(),
            speed: None,
            noise: Metres::ZERO,
            interval: 1.0,
            seed: 0,
            measures_motion: true,
            happenings: Vec::new(),
        }
    }

    /// Between two places; backwards if the second comes first.
    #[must_use]
    pub fn between(self, from: Along, to: Along) -> Ride<'a> {
        Ride { from, to, ..self }
    }

    /// The other way round.
    #[must_use]
    pub fn reversed(self) -> Ride<'a> {
        let (from, to) = (self.to, self.from);
        Ride { from, to, ..self }
    }

    /// At a steady speed, whatever the mode.
    #[must_use]
    pub fn at_kmh(self, speed: f64) -> Ride<'a> {
        Ride { speed: Some(speed / 3.6), ..self }
    }

    /// With a receiver that is right within that radius in 68 of 100 cases, and says so.
    #[must_use]
    pub fn with_noise(self, radius: Metres) -> Ride<'a> {
        Ride { noise: radius, ..self }
    }

    /// With other chances.
    #[must_use]
    pub fn with_seed(self, seed: u64) -> Ride<'a> {
        Ride { seed, ..self }
    }

    /// With a fix every so many seconds.
    #[must_use]
    pub fn every(self, seconds: f64) -> Ride<'a> {
        Ride { interval: seconds, ..self }
    }

    /// With a receiver that measures positions only, neither speed nor course.
    #[must_use]
    pub fn without_motion(self) -> Ride<'a> {
        Ride { measures_motion: false, ..self }
    }

    /// Standing still at a place.
    #[must_use]
    pub fn pausing(self, at: Along, seconds: f64) -> Ride<'a> {
        self.with(at, Happening::Pause { seconds })
    }

    /// Without fixes for some seconds from a place on.
    #[must_use]
    pub fn with_gap(self, from: Along, seconds: f64) -> Ride<'a> {
        self.with(from, Happening::Gap { seconds })
    }

    /// Leaving the line to its right by `size` half-way through the stretch of that length.
    #[must_use]
    pub fn with_detour(self, from: Along, length: Metres, size: Metres) -> Ride<'a> {
        self.with(from, Happening::Detour { length, size })
    }

    /// Taken from one place to another with the phone switched off.
    #[must_use]
    pub fn taken(self, from: Along, to: Along) -> Ride<'a> {
        self.with(from, Happening::Taken { to })
    }

    fn with(mut self, at: Along, happening: Happening) -> Ride<'a> {
        self.happenings.push((at, happening));
        self
    }

    /// The fixes of the ride, each with the truth.
    #[must_use]
    pub fn fixes(&self) -> Vec<(Fix, Truth)> {
        let mut rider = Rider::setting_out(self);
        rider.ride();
        rider.fixes
    }
}

struct Rider<'a> {
    ride: &'a Ride<'a>,
    along: f64,
    /// +1 towards the line's end, −1 towards its start.
    heading: f64,
    seconds: f64,
    silent_until: f64,
    detour: Option<(f64, f64, f64, Ecef)>,
    chance: Chance,
    pace: f64,
    slow_error: (f64, f64),
    fixes: Vec<(Fix, Truth)>,
}

impl<'a> Rider<'a> {
    fn setting_out(ride: &'a Ride<'a>) -> Rider<'a> {
        let mut chance = Chance(ride.seed.wrapping_mul(0x2545_f491_4f6c_dd1d).wrapping_add(0x9e37_79b9_7f4a_7c15));
        let slow_error = (chance.normal(), chance.normal());
        Rider {
            ride,
            along: ride.from.metres(),
            heading: if ride.to >= ride.from { 1.0 } else { -1.0 },
            seconds: 0.0,
            silent_until: 0.0,
            detour: None,
            pace: chance.normal(),
            chance,
            slow_error,
            fixes: Vec::new(),
        }
    }

    fn ride(&mut self) {
        let to = self.ride.to.metres();
        self.fix(self.speed());
        while (to - self.along) * self.heading > 0.0 {
            let (before, speed) = (self.along, self.speed());
            let stride = (speed * self.ride.interval).min((to - before).abs());
            self.along += self.heading * stride;
            self.pass_time();
            self.fix(speed);
            let met = |at: Along| {
                (at.metres() - before) * self.heading >= 0.0 && (self.along - at.metres()) * self.heading > 0.0
            };
            let happenings: Vec<(Along, Happening)> =
                self.ride.happenings.iter().filter(|(at, _)| met(*at)).copied().collect();
            for (_, happening) in happenings {
                self.live_through(happening);
            }
        }
    }

    fn live_through(&mut self, happening: Happening) {
        match happening {
            Happening::Gap { seconds } => self.silent_until = self.seconds + seconds,
            Happening::Pause { seconds } => {
                let over = self.seconds + seconds;
                while self.seconds < over {
                    self.pass_time();
                    self.fix(0.0);
                }
            }
            Happening::Detour { length, size } => {
                let here = self.ride.course.line().ecef_at(Along(Metres(self.along)));
                let way = self.ride.course.line().bearing_at(Along(Metres(self.along))).degrees() + 90.0;
                let (east, north) = axes(here);
                let aside = east * sin(way.to_radians()) + north * cos(way.to_radians());
                self.detour = Some((self.along, length.0, size.0, aside));
            }
            Happening::Taken { to } => {
                self.seconds += (to.metres() - self.along).abs() / TAKEN;
                self.along = to.metres();
            }
        }
    }

    fn speed(&self) -> f64 {
        let leg = self.ride.course.leg_at(Along(Metres(self.along)));
        let usual = movement(self.ride.course.legs()[leg].mode).pace;
        self.ride.speed.unwrap_or(usual) * (1.0 + PACE_SHARE * self.pace).max(0.3)
    }

    fn pass_time(&mut self) {
        let seconds = self.ride.interval;
        self.seconds += seconds;
        self.pace = self.chance.drift(self.pace, seconds / PACE_SECONDS);
        let (east, north) = self.slow_error;
        self.slow_error =
            (self.chance.drift(east, seconds / SLOW_SECONDS), self.chance.drift(north, seconds / SLOW_SECONDS));
    }

    /// Where the traveller is: on the line, or aside of it on a detour.
    fn position(&mut self) -> Ecef {
        let on_line = self.ride.course.line().ecef_at(Along(Metres(self.along)));
        let Some((from, length, size, aside)) = self.detour else { return on_line };
        let share = (self.along - from).abs() / length;
        if share >= 1.0 {
            self.detour = None;
            return on_line;
        }
        let bulge = sin(share * std::f64::consts::PI);
        on_line + aside * (size * bulge)
    }

    fn fix(&mut self, speed: f64) {
        let position = self.position();
        let (white_east, white_north) = (self.chance.normal(), self.chance.normal());
        let (speed_error, course_error) = (self.chance.normal(), self.chance.normal());
        if self.seconds < self.silent_until {
            return;
        }
        let spread = self.ride.noise.0 / RADIUS_68;
        let (slow, white) = (SLOW_SHARE * spread, sqrt(1.0 - SLOW_SHARE * SLOW_SHARE) * spread);
        let (east, north) = axes(position);
        let off_east = slow * self.slow_error.0 + white * white_east;
        let off_north = slow * self.slow_error.1 + white * white_north;
        let seen = Point::from(position + east * off_east + north * off_north);
        let course = self.ride.course;
        let along = Along(Metres(self.along));
        let measured = (speed + 0.2 * speed_error).max(0.0);
        let bearing = course.line().bearing_at(along).degrees() + if self.heading < 0.0 { 180.0 } else { 0.0 };
        let moves = self.ride.measures_motion && self.detour.is_none();
        let fix = Fix {
            time_ms: BEGINNING_MS + (self.seconds * 1000.0) as i64,
            monotonic_ms: None,
            lat: seen.lat(),
            lon: seen.lon(),
            accuracy_m: self.ride.noise.0.max(1.0),
            altitude_m: None,
            speed_mps: moves.then_some(measured),
            course_deg: (moves && measured > 0.5).then(|| Bearing::new(bearing + 6.0 * course_error).degrees()),
        };
        let truth = Truth {
            along,
            leg: course.leg_at(along),
            position: Point::from(position),
            off_line: course.index().nearest(position).distance,
        };
        self.fixes.push((fix, truth));
    }
}

/// The directions east and north at a position.
fn axes(at: Ecef) -> (Ecef, Ecef) {
    let across = sqrt(at.x * at.x + at.y * at.y).max(1e-9);
    let east = Ecef { x: -at.y / across, y: at.x / across, z: 0.0 };
    let north = at.cross(east);
    (east, north * (1.0 / sqrt(north.dot(north)).max(1e-9)))
}

/// Chances that are the same everywhere: SplitMix64 (Steele, Lea and Flood, 2014).
struct Chance(u64);

impl Chance {
    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        mixed ^ (mixed >> 31)
    }

    /// Above 0, up to 1.
    fn share(&mut self) -> f64 {
        ((self.next() >> 11) as f64 + 1.0) / (1_u64 << 53) as f64
    }

    /// From the standard normal distribution (Box and Muller, 1958).
    fn normal(&mut self) -> f64 {
        sqrt(-2.0 * log(self.share())) * cos(std::f64::consts::TAU * self.share())
    }

    /// A step of a process that forgets itself over `times` of its memory and stays normal (Gauss and Markov).
    fn drift(&mut self, value: f64, times: f64) -> f64 {
        let kept = exp(-times);
        kept * value + sqrt(1.0 - kept * kept) * self.normal()
    }
}
