//! The state's values as bytes, little-endian, and back.

use super::super::follower;
use super::super::heard::{self, Heard};
use super::super::hypothesis::Hypothesis;
use super::super::judge::{Claim, Judge, Link, MOST_CLAIMS, MOST_WAITING, Step, Trusted, Waiting};
use super::super::movement::MODES;
use super::super::off_route::Watch;
use super::super::pace::Paces;
use super::super::stops::{self, Pass, Phase};
use super::super::stretches::Stretches;
use super::super::travel::{Direction, Travel};
use super::{Believed, GuideState};
use crate::geometry::Ecef;
use crate::model::Fix;

/// Puts values behind one another.
pub(super) struct Writer(pub(super) Vec<u8>);

impl Writer {
    pub(super) fn u8(&mut self, value: u8) {
        self.0.push(value);
    }

    pub(super) fn u32(&mut self, value: u32) {
        self.0.extend(value.to_le_bytes());
    }

    pub(super) fn u64(&mut self, value: u64) {
        self.0.extend(value.to_le_bytes());
    }

    pub(super) fn i64(&mut self, value: i64) {
        self.0.extend(value.to_le_bytes());
    }

    pub(super) fn f64s<const N: usize>(&mut self, values: [f64; N]) {
        self.0.extend(values.into_iter().flat_map(f64::to_le_bytes));
    }

    fn fix(&mut self, fix: &Fix) {
        self.i64(fix.time_ms);
        self.option(fix.monotonic_ms, Writer::i64);
        self.f64s([fix.lat, fix.lon, fix.accuracy_m]);
        for known in [fix.speed_mps, fix.course_deg] {
            self.option(known, |out, known| out.f64s([known]));
        }
    }

    pub(super) fn judge(&mut self, judge: &Judge<()>) {
        self.option(judge.trusted, |out, trusted| {
            out.fix(&trusted.last);
            out.f64s([trusted.interval, trusted.speed]);
            out.u8(u8::from(trusted.timeless));
        });
        self.u8(judge.claims.len() as u8);
        for claim in &judge.claims {
            self.u8(claim.link as u8);
            self.u8(claim.agreeing);
            self.u8(claim.opposed);
            self.u8(claim.waiting.len() as u8);
            for waiting in &claim.waiting {
                self.fix(&waiting.fix);
                let (kind, seconds) = match waiting.step {
                    Step::Untimed => (0, 0.0),
                    Step::After(seconds) => (1, seconds),
                    Step::Silence(seconds) => (2, seconds),
                };
                self.u8(kind);
                self.f64s([seconds]);
            }
        }
    }

    pub(super) fn heard(&mut self, heard: &Heard) {
        self.u8(heard.stops().len() as u8);
        for stop in heard.stops() {
            self.u32(*stop);
        }
    }

    pub(super) fn option<T>(&mut self, value: Option<T>, write: impl Fn(&mut Writer, T)) {
        self.u8(u8::from(value.is_some()));
        if let Some(value) = value {
            write(self, value);
        }
    }
}

/// Takes them off again; `None` where they are not what was written.
pub(super) struct Reader<'a>(pub(super) &'a [u8]);

impl Reader<'_> {
    pub(super) fn take<const N: usize>(&mut self) -> Option<[u8; N]> {
        let (taken, rest) = self.0.split_first_chunk()?;
        self.0 = rest;
        Some(*taken)
    }

    pub(super) fn u8(&mut self) -> Option<u8> {
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

    pub(super) fn u64(&mut self) -> Option<u64> {
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

    pub(super) fn state(&mut self, fingerprint: u64, with_heard: bool) -> Option<GuideState> {
        Some(GuideState {
            fingerprint,
            believed: self.option(Reader::believed)?,
            hypotheses: self.many(follower::MOST, Reader::hypothesis)?,
            travel: self.option(Reader::travel)?,
            watch: self.watch()?,
            passes: self.many(stops::MOST, Reader::pass)?,
            stretches: self.stretches()?,
            paces: Paces(self.paces()?),
            judge: self.judge()?,
            heard: if with_heard { Heard::of(self.many(heard::MOST, Reader::u32)?) } else { Heard::default() },
        })
    }

    fn believed(&mut self) -> Option<Believed> {
        let (time_ms, monotonic_ms) = (self.i64()?, self.option(Reader::i64)?);
        let at = Ecef { x: self.f64()?, y: self.f64()?, z: self.f64()? };
        Some(Believed { time_ms, monotonic_ms, at, accuracy: self.f64()? })
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

    fn direction(&mut self) -> Option<Direction> {
        Some(if self.bool()? { Direction::Forward } else { Direction::Backward })
    }

    fn travel(&mut self) -> Option<Travel> {
        Some(Travel { direction: self.direction()?, turned_at: self.f64()?, along: self.f64()? })
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
            way: self.f64()?,
            since: self.option(|input| Some((input.f64()?, input.direction()?)))?,
        })
    }

    fn paces(&mut self) -> Option<[f64; MODES]> {
        let mut paces = [0.0; MODES];
        for pace in &mut paces {
            *pace = self.f64()?;
        }
        Some(paces)
    }

    fn fix(&mut self) -> Option<Fix> {
        Some(Fix {
            time_ms: self.i64()?,
            monotonic_ms: self.option(Reader::i64)?,
            lat: self.f64()?,
            lon: self.f64()?,
            accuracy_m: self.f64()?,
            altitude_m: None,
            speed_mps: self.option(Reader::f64)?,
            course_deg: self.option(Reader::f64)?,
        })
    }

    fn judge(&mut self) -> Option<Judge<()>> {
        let trusted = self.option(|input| {
            let (last, interval, speed) = (input.fix()?, input.f64()?, input.f64()?);
            Some(Trusted { last, interval, speed, timeless: input.bool()? })
        })?;
        Some(Judge { trusted, claims: self.many(MOST_CLAIMS, Reader::claim)? })
    }

    fn claim(&mut self) -> Option<Claim<()>> {
        let link = match self.u8()? {
            0 => Link::Begins,
            1 => Link::Follows,
            2 => Link::Jumps,
            3 => Link::Anew,
            _ => return None,
        };
        let (agreeing, opposed) = (self.u8()?, self.u8()?);
        Some(Claim { waiting: self.many(MOST_WAITING, Reader::waiting)?, agreeing, opposed, link })
    }

    fn waiting(&mut self) -> Option<Waiting<()>> {
        let (fix, kind, seconds) = (self.fix()?, self.u8()?, self.f64()?);
        let step = match kind {
            // Of these there is one form only, so that what is restored is what was saved.
            0 if seconds.to_bits() == 0 => Step::Untimed,
            1 => Step::After(seconds),
            2 => Step::Silence(seconds),
            _ => return None,
        };
        Some(Waiting { fix, tag: (), step })
    }
}
