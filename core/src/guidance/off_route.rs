//! Is the traveller off the route, and which way is back?
//!
//! Decided on the fix at hand: its distance to the nearest piece of the whole line, beyond what the accuracies of fix
//! and leg explain, for a while. Where the line is only indicative nobody is off it.

use super::course::{Course, Tolerance};
use super::follower::Position;
use crate::geometry::{Along, Bearing, Ecef, Metres, Point};

/// This much is nobody's fault, unless the traveller wants the alarm later.
pub(super) const SLACK: Metres = Metres(10.0);
/// How many times the fix's accuracy a fix may be off: three standard deviations of an axis.
const ACCURACIES: f64 = 2.0;
/// One is off the route after this time, in milliseconds, and two fixes.
const OFF_AFTER_MS: i64 = 10_000;
/// And back after this time within the inner limit.
const BACK_AFTER_MS: i64 = 4_000;
/// The inner limit as a share of the outer.
const INNER: f64 = 0.6;
/// The first silent reminder; each next one comes after twice the time.
const REMIND_AFTER_MS: i64 = 120_000;

/// What is remembered from fix to fix.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub(super) struct Watch {
    /// Since when the fixes have been beyond the limit, as long as nothing was said.
    pub(super) beyond_since: Option<i64>,
    /// Since when the traveller is off the route.
    pub(super) off_since: Option<i64>,
    /// Since when the fixes have been within the inner limit again.
    pub(super) within_since: Option<i64>,
    /// When the traveller was last told.
    pub(super) told: i64,
    /// How many times since leaving the route.
    pub(super) times_told: u8,
    /// Whether the traveller has been on the line since it last showed the way.
    pub(super) has_been_on: bool,
}

/// Where one who is off the route finds back to it.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct OffRoute {
    /// How far it is to the route.
    pub distance: Metres,
    /// Which way.
    pub back: Bearing,
    /// The nearest place on the route.
    pub rejoin: Point,
    /// The same, by its distance from the start.
    pub rejoin_along: Along,
    /// Since when, as the fixes' time in milliseconds.
    pub since_ms: i64,
}

/// What happened between traveller and route.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) enum Change {
    Left,
    /// Has not come to it yet.
    NotReached,
    StillOff,
    Back,
}

/// The fix as far as this matters.
pub(super) struct Here {
    pub(super) point: Point,
    pub(super) at: Ecef,
    pub(super) accuracy: Metres,
    pub(super) time_ms: i64,
    /// How much is nobody's fault.
    pub(super) slack: Metres,
}

/// How far off a fix of that accuracy may be where the line is that exact.
fn limit(tolerance: Tolerance, here: &Here) -> f64 {
    tolerance.accuracy + ACCURACIES * here.accuracy.0 + here.slack.0
}

/// Whether the fix is far enough from the line that the next one should come soon.
pub(super) fn is_wide(course: &Course, position: &Position, here: &Here) -> bool {
    let tolerance = course.tolerance_at(position.along);
    !tolerance.indicative && position.distance.0 > 0.5 * limit(tolerance, here)
}

/// Whether the fix is no farther from the line than their accuracies explain, also where the line is only indicative.
pub(super) fn is_beside(course: &Course, position: &Position, here: &Here) -> bool {
    position.distance.0 <= limit(course.tolerance_at(position.along), here)
}

/// Where the traveller is, seen from the route.
#[derive(Debug, Clone, Copy, PartialEq)]
enum Place {
    On,
    /// Where the line is only indicative.
    Anywhere,
    Beside,
    Beyond,
}

fn place(course: &Course, position: &Position, here: &Here) -> Place {
    let tolerance = course.tolerance_at(position.along);
    let outer = limit(tolerance, here);
    if tolerance.indicative {
        return Place::Anywhere;
    }
    if position.distance.0 <= INNER * outer {
        return Place::On;
    }
    if position.distance.0 <= outer {
        return Place::Beside;
    }
    // Perhaps elsewhere on the route: then the follower will find out, and there is nothing to tell.
    let nearest = course.index().nearest(here.at);
    let tolerance = course.tolerance_at(nearest.along);
    let elsewhere = tolerance.indicative || nearest.distance.0 <= limit(tolerance, here);
    if elsewhere { Place::Beside } else { Place::Beyond }
}

fn way_back(course: &Course, here: &Here, since_ms: i64) -> OffRoute {
    let nearest = course.index().nearest(here.at);
    let rejoin = course.line().at(nearest.along);
    OffRoute {
        distance: nearest.distance,
        back: here.point.bearing(rejoin),
        rejoin,
        rejoin_along: nearest.along,
        since_ms,
    }
}

impl Watch {
    /// Where the clock was set back, nothing has happened later than now.
    pub(super) fn set_clock(&mut self, now: i64) {
        for since in [&mut self.beyond_since, &mut self.off_since, &mut self.within_since].into_iter().flatten() {
            *since = (*since).min(now);
        }
        self.told = self.told.min(now);
    }

    /// Takes in where the traveller is; says where back is, if off, and what changed.
    pub(super) fn look(
        &mut self,
        course: &Course,
        position: &Position,
        here: &Here,
    ) -> (Option<OffRoute>, Option<Change>) {
        let change = match place(course, position, here) {
            Place::On => self.on(here.time_ms),
            Place::Anywhere => {
                let change = self.on(here.time_ms);
                self.has_been_on &= self.off_since.is_some();
                change
            }
            Place::Beside => {
                (self.beyond_since, self.within_since) = (None, None);
                None
            }
            Place::Beyond => self.beyond(here.time_ms),
        };
        (self.off_since.map(|since| way_back(course, here, since)), change)
    }

    fn on(&mut self, now: i64) -> Option<Change> {
        self.beyond_since = None;
        if self.off_since.is_some() {
            let since = *self.within_since.get_or_insert(now);
            if now.saturating_sub(since) < BACK_AFTER_MS {
                return None;
            }
        }
        let was = std::mem::replace(self, Watch { has_been_on: true, ..Watch::default() });
        was.off_since.map(|_| Change::Back)
    }

    fn beyond(&mut self, now: i64) -> Option<Change> {
        self.within_since = None;
        if self.off_since.is_some() {
            let due = REMIND_AFTER_MS << self.times_told.saturating_sub(1).min(5);
            if now.saturating_sub(self.told) < due {
                return None;
            }
            self.told = now;
            self.times_told = self.times_told.saturating_add(1);
            return Some(Change::StillOff);
        }
        let since = *self.beyond_since.get_or_insert(now);
        if now.saturating_sub(since) < OFF_AFTER_MS {
            return None;
        }
        let has_been_on = self.has_been_on;
        *self = Watch { off_since: Some(since), told: now, times_told: 1, has_been_on, ..Watch::default() };
        Some(if has_been_on { Change::Left } else { Change::NotReached })
    }
}
