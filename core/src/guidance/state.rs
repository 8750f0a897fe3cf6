//! What must be remembered between two fixes, and its form as bytes.
//!
//! The bytes: `RGGS`, a version, the course's fingerprint, the parts in order (little-endian), and a checksum. They
//! stay under [`GuideState::MAX_BYTES`] however long the route, because nothing in them grows with it.

use super::admission::Believed;
use super::course::Course;
use super::follower;
use super::hypothesis::Hypothesis;
use super::movement::MODES;
use super::off_route::Watch;
use super::pace::Paces;
use super::stops::{self, Pass, Phase};
use super::stretches::Stretches;
use super::travel::{Direction, Travel};
use crate::geometry::Ecef;

const MAGIC: [u8; 4] = *b"RGGS";
const VERSION: u8 = 1;

/// Everything a [`Guide`](super::Guide) remembers between two fixes.
#[derive(Debug, Clone, PartialEq)]
pub struct GuideState {
    pub(super) fingerprint: u64,
    pub(super) believed: Option<Believed>,
    pub(super) hypotheses: Vec<Hypothesis>,
    pub(super) travel: Option<Travel>,
    pub(super) watch: Watch,
    pub(super) passes: Vec<Pass>,
    pub(super) stretches: Stretches,
    pub(super) paces: Paces,
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
            believed: None,
            hypotheses: Vec::with_capacity(follower::MOST),
            travel: None,
            watch: Watch::default(),
            passes: Vec::new(),
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
        out.f64s(self.paces.0);
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
        match input.u8() {
            Some(VERSION) => {}
            other => return Err(other.map_or(StateError::Damaged, StateError::Version)),
        }
        if sum != checksum(body).to_le_bytes() || bytes.len() > GuideState::MAX_BYTES {
            return Err(StateError::Damaged);
        }
        let fingerprint = input.u64().ok_or(StateError::Damaged)?;
        if fingerprint != course.fingerprint() {
            return Err(StateError::OtherCourse);
        }
        let state = input.state(fingerprint).filter(|state| input.0.is_empty() && state.fits(course));
        state.ok_or(StateError::Damaged)
    }

    /// Whether everything lies on the course: a checksum keeps out accidents, not malice.
    fn fits(&self, course: &Course) -> bool {
        let end = course.line().length().0;
        let on_line = |along: f64| (0.0..=end).contains(&along);
        let variance = |value: f64, most: f64| value > 0.0 && value <= most;
        let within = |number: Option<u32>, count: usize| number.is_none_or(|number| (number as usize) < count);
        let on_earth = |at: Ecef| (5e6..8e6).contains(&libm::sqrt(at.dot(at)));
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
            && within(self.stretches.stage, course.stages().len())
            && within(self.stretches.leg, course.legs().len())
            && within(self.stretches.leg_told, course.legs().len())
            && self.paces.0.iter().all(|pace| (0.0..1e3).contains(pace))
    }
}

/// FNV-1a.
pub(super) fn checksum(bytes: &[u8]) -> u64 {
    bytes.iter().fold(0xcbf2_9ce4_8422_2325, |sum, byte| (sum ^ u64::from(*byte)).wrapping_mul(0x0100_0000_01b3))
}

struct Writer(Vec<u8>);

impl Writer {
    fn u8(&mut self, value: u8) {
        self.0.push(value);
    }

    fn u32(&mut self, value: u32) {
        self.0.extend(value.to_le_bytes());
    }

    fn u64(&mut self, value: u64) {
        self.0.extend(value.to_le_bytes());
    }

    fn i64(&mut self, value: i64) {
        self.0.extend(value.to_le_bytes());
    }

    fn f64s<const N: usize>(&mut self, values: [f64; N]) {
        self.0.extend(values.into_iter().flat_map(f64::to_le_bytes));
    }

    fn option<T>(&mut self, value: Option<T>, write: impl Fn(&mut Writer, T)) {
        self.u8(u8::from(value.is_some()));
        if let Some(value) = value {
            write(self, value);
        }
    }
}

struct Reader<'a>(&'a [u8]);

impl Reader<'_> {
    fn take<const N: usize>(&mut self) -> Option<[u8; N]> {
        let (taken, rest) = self.0.split_first_chunk()?;
        self.0 = rest;
        Some(*taken)
    }

    fn u8(&mut self) -> Option<u8> {
        self.take().map(|[byte]: [u8; 1]| byte)
    }

    fn bool(&mut self) -> Option<bool> {
        match self.u8()? {
            0 => Some(false),
            1 => Some(true),
            _ => None,
        }
    }

    fn u32(&mut self) -> Option<u32> {
        self.take().map(u32::from_le_bytes)
    }

    fn u64(&mut self) -> Option<u64> {
        self.take().map(u64::from_le_bytes)
    }

    fn i64(&mut self) -> Option<i64> {
        self.take().map(i64::from_le_bytes)
    }

    fn f64(&mut self) -> Option<f64> {
        self.take().map(f64::from_le_bytes)
    }

    fn option<T>(&mut self, read: impl Fn(&mut Self) -> Option<T>) -> Option<Option<T>> {
        if self.bool()? { read(self).map(Some) } else { Some(None) }
    }

    fn many<T>(&mut self, most: usize, read: impl Fn(&mut Self) -> Option<T>) -> Option<Vec<T>> {
        let count = usize::from(self.u8()?);
        if count > most {
            return None;
        }
        let mut read_so_far = Vec::with_capacity(most);
        for _ in 0..count {
            read_so_far.push(read(self)?);
        }
        Some(read_so_far)
    }

    fn state(&mut self, fingerprint: u64) -> Option<GuideState> {
        Some(GuideState {
            fingerprint,
            believed: self.option(Reader::believed)?,
            hypotheses: self.many(follower::MOST, Reader::hypothesis)?,
            travel: self.option(Reader::travel)?,
            watch: self.watch()?,
            passes: self.many(stops::MOST, Reader::pass)?,
            stretches: self.stretches()?,
            paces: Paces(self.paces()?),
        })
    }

    fn believed(&mut self) -> Option<Believed> {
        let time_ms = self.i64()?;
        let at = Ecef { x: self.f64()?, y: self.f64()?, z: self.f64()? };
        Some(Believed { time_ms, at, accuracy: self.f64()? })
    }

    fn hypothesis(&mut self) -> Option<Hypothesis> {
        Some(Hypothesis {
            along: self.f64()?,
            speed: self.f64()?,
            along_2: self.f64()?,
            both: self.f64()?,
            speed_2: self.f64()?,
            heading: self.f64()?,
            farthest: self.f64()?,
            weight: self.f64()?,
        })
    }

    fn travel(&mut self) -> Option<Travel> {
        let direction = if self.bool()? { Direction::Forward } else { Direction::Backward };
        Some(Travel { direction, turned_at: self.f64()?, along: self.f64()? })
    }

    fn watch(&mut self) -> Option<Watch> {
        Some(Watch {
            beyond_since: self.option(Reader::i64)?,
            off_since: self.option(Reader::i64)?,
            within_since: self.option(Reader::i64)?,
            told: self.i64()?,
            times_told: self.u8()?,
            has_been_on: self.bool()?,
        })
    }

    fn pass(&mut self) -> Option<Pass> {
        let passage = self.u32()?;
        let phase = match self.u8()? {
            0 => Phase::Near,
            1 => Phase::Ahead,
            2 => Phase::Arrived,
            3 => Phase::InView,
            _ => return None,
        };
        Some(Pass { passage, phase, nearest: self.f64()? })
    }

    fn stretches(&mut self) -> Option<Stretches> {
        Some(Stretches {
            stage: self.option(Reader::u32)?,
            leg: self.option(Reader::u32)?,
            leg_told: self.option(Reader::u32)?,
            indicative: self.bool()?,
            ended: self.bool()?,
        })
    }

    fn paces(&mut self) -> Option<[f64; MODES]> {
        let mut paces = [0.0; MODES];
        for pace in &mut paces {
            *pace = self.f64()?;
        }
        Some(paces)
    }
}
