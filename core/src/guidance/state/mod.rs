//! What must be remembered between two fixes, and its form as bytes.
//!
//! The bytes ([`bytes`]): `RGGS`, a version, the course's fingerprint, the parts in order (little-endian), and a checksum. They
//! stay under [`GuideState::MAX_BYTES`] however long the route, because nothing in them grows with it.

mod bytes;

use super::admission::possible;
use super::course::Course;
use super::heard::Heard;
use super::hypothesis::Hypothesis;
use super::judge::Judge;
use super::off_route::Watch;
use super::pace::Paces;
use super::stops::Pass;
use super::stretches::Stretches;
use super::travel::{Direction, Travel};
use crate::geometry::Ecef;
use crate::model::Fix;
use bytes::{Reader, Writer};

const MAGIC: [u8; 4] = *b"RGGS";
/// Version 1 had no judge, and is no longer read; version 2 did not know what the traveller had heard.
const VERSION: u8 = 3;
const WITHOUT_HEARD: u8 = 2;

/// Everything a [`Guide`](super::Guide) remembers between two fixes.
#[derive(Debug, Clone, PartialEq)]
pub struct GuideState {
    pub(super) fingerprint: u64,
    pub(super) judge: Judge<()>,
    pub(super) believed: Option<Believed>,
    pub(super) hypotheses: Vec<Hypothesis>,
    pub(super) travel: Option<Travel>,
    pub(super) watch: Watch,
    pub(super) passes: Vec<Pass>,
    pub(super) heard: Heard,
    pub(super) stretches: Stretches,
    pub(super) paces: Paces,
}

/// The last fix that was believed.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Believed {
    pub(super) time_ms: i64,
    pub(super) monotonic_ms: Option<i64>,
    pub(super) at: Ecef,
    pub(super) accuracy: f64,
}

/// Why bytes are no state of this guide.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum StateError {
    /// Not made by [`GuideState::to_bytes`], or damaged since.
    #[error("the saved guidance is damaged; begin the route anew")]
    Damaged,
    /// Made by another version.
    #[error("the saved guidance was made by another version ({0}) of this program; begin the route anew")]
    Version(u8),
    /// Made on another route, or on an older version of this one.
    #[error("the saved guidance belongs to another route, or to an older version of this one; begin the route anew")]
    OtherCourse,
}

impl GuideState {
    /// No state is longer than this.
    pub const MAX_BYTES: usize = 4096;

    pub(super) fn new(course: &Course) -> GuideState {
        GuideState {
            fingerprint: course.fingerprint(),
            judge: Judge::default(),
            believed: None,
            hypotheses: Vec::with_capacity(super::follower::MOST),
            travel: None,
            watch: Watch::default(),
            passes: Vec::new(),
            heard: Heard::default(),
            stretches: Stretches::default(),
            paces: Paces::default(),
        }
    }

    /// Whether the traveller was told that they are at the end, and has not gone away from it since.
    #[must_use]
    pub fn is_at_end(&self) -> bool {
        self.stretches.ended
    }

    /// The state as bytes, to be kept anywhere.
    #[must_use]
    pub fn to_bytes(&self) -> Vec<u8> {
        let mut out = Writer(Vec::with_capacity(1024));
        out.0.extend(MAGIC);
        out.u8(VERSION);
        out.u64(self.fingerprint);
        out.option(self.believed, |out, believed| {
            out.i64(believed.time_ms);
            out.option(believed.monotonic_ms, Writer::i64);
            out.f64s([believed.at.x, believed.at.y, believed.at.z, believed.accuracy]);
        });
        out.u8(self.hypotheses.len() as u8);
        for one in &self.hypotheses {
            out.f64s([one.along, one.speed, one.along_2, one.both, one.speed_2, one.heading, one.farthest, one.weight]);
        }
        out.option(self.travel, |out, travel| {
            out.u8(u8::from(travel.direction == Direction::Forward));
            out.f64s([travel.turned_at, travel.along]);
        });
        let watch = self.watch;
        for since in [watch.beyond_since, watch.off_since, watch.within_since] {
            out.option(since, |out, since| out.i64(since));
        }
        out.i64(watch.told);
        out.u8(watch.times_told);
        out.u8(u8::from(watch.has_been_on));
        out.u8(self.passes.len() as u8);
        for pass in &self.passes {
            out.u32(pass.passage);
            out.u8(pass.phase as u8);
            out.f64s([pass.nearest]);
        }
        let stretches = self.stretches;
        for number in [stretches.stage, stretches.leg, stretches.leg_told] {
            out.option(number, |out, number| out.u32(number));
        }
        out.u8(u8::from(stretches.indicative));
        out.u8(u8::from(stretches.ended));
        out.f64s([stretches.way]);
        out.option(stretches.since, |out, (since, direction)| {
            out.f64s([since]);
            out.u8(u8::from(direction == Direction::Forward));
        });
        out.f64s(self.paces.0);
        out.judge(&self.judge);
        out.heard(&self.heard);
        let checksum = checksum(&out.0);
        out.u64(checksum);
        out.0
    }

    /// The state that those bytes were made of, if it belongs to that course.
    pub(super) fn from_bytes(bytes: &[u8], course: &Course) -> Result<GuideState, StateError> {
        let body = bytes.len().checked_sub(8).ok_or(StateError::Damaged)?;
        let (body, sum) = bytes.split_at(body);
        let mut input = Reader(body);
        if input.take::<4>() != Some(MAGIC) {
            return Err(StateError::Damaged);
        }
        let version = match input.u8() {
            Some(version @ (WITHOUT_HEARD | VERSION)) => version,
            other => return Err(other.map_or(StateError::Damaged, StateError::Version)),
        };
        if sum != checksum(body).to_le_bytes() || bytes.len() > GuideState::MAX_BYTES {
            return Err(StateError::Damaged);
        }
        let fingerprint = input.u64().ok_or(StateError::Damaged)?;
        if fingerprint != course.fingerprint() {
            return Err(StateError::OtherCourse);
        }
        let state =
            input.state(fingerprint, version > WITHOUT_HEARD).filter(|state| input.0.is_empty() && state.fits(course));
        state.ok_or(StateError::Damaged)
    }

    /// Whether everything lies on the course: a checksum keeps out accidents, not malice.
    fn fits(&self, course: &Course) -> bool {
        let end = course.line().length().0;
        let on_line = |along: f64| (0.0..=end).contains(&along);
        let variance = |value: f64, most: f64| value > 0.0 && value <= most;
        let within = |number: Option<u32>, count: usize| number.is_none_or(|number| (number as usize) < count);
        let on_earth = |at: Ecef| (5e6..8e6).contains(&libm::sqrt(at.dot(at)));
        let fix = |fix: &Fix| possible(fix).is_ok();
        let judge = &self.judge;
        let time = |time: Option<i64>| time.is_none_or(|time| self.believed.is_some_and(|last| time <= last.time_ms));
        self.believed.is_none_or(|last| on_earth(last.at) && (0.0..1e6).contains(&last.accuracy))
            && self.believed.is_some() == self.travel.is_some()
            && self.believed.is_some() != self.hypotheses.is_empty()
            && self.hypotheses.iter().all(|one| {
                let agree = one.both * one.both <= 1.001 * one.along_2 * one.speed_2 + 1e-6;
                let moves =
                    one.speed.abs() < 1e4 && one.both.is_finite() && one.weight.abs() < 1e6 && one.heading.abs() == 1.0;
                on_line(one.along)
                    && on_line(one.farthest)
                    && variance(one.along_2, end * end + 1e6)
                    && variance(one.speed_2, 1e6)
                    && agree
                    && moves
            })
            && self.travel.is_none_or(|travel| on_line(travel.along) && on_line(travel.turned_at))
            && [self.watch.beyond_since, self.watch.off_since, self.watch.within_since].into_iter().all(time)
            && self
                .passes
                .iter()
                .all(|pass| (pass.passage as usize) < course.passages().len() && !pass.nearest.is_nan())
            && self.heard.stops().iter().all(|stop| (*stop as usize) < course.stops().len())
            && (0.0..1e12).contains(&self.stretches.way)
            && self.stretches.since.is_none_or(|(since, _)| on_line(since))
            && within(self.stretches.stage, course.stages().len())
            && within(self.stretches.leg, course.legs().len())
            && within(self.stretches.leg_told, course.legs().len())
            && self.paces.0.iter().all(|pace| (0.0..1e3).contains(pace))
            && judge.trusted.is_none_or(|trusted| {
                fix(&trusted.last) && (0.0..1e15).contains(&trusted.interval) && (0.0..1e8).contains(&trusted.speed)
            })
            && judge.claims.iter().all(|claim| {
                !claim.waiting.is_empty()
                    && claim.waiting.iter().all(|waiting| fix(&waiting.fix) && waiting.step.is_sound())
            })
    }
}

/// FNV-1a.
pub(super) fn checksum(bytes: &[u8]) -> u64 {
    bytes.iter().fold(0xcbf2_9ce4_8422_2325, |sum, byte| (sum ^ u64::from(*byte)).wrapping_mul(0x0100_0000_01b3))
}
