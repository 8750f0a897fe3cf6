//! How fast this traveller goes, by mode, and when they will be where.

use libm::exp;

use super::course::Course;
use super::movement::{MODES, movement};
use crate::geometry::Along;
use crate::model::Mode;

/// The pace follows the traveller's with this time constant, in seconds of moving.
const MEMORY: f64 = 300.0;
/// No gap in the fixes counts for more than this many seconds.
const LONGEST: f64 = 60.0;
/// No pace is slower than this, in metres a second: arrival stays within a lifetime.
const SLOWEST: f64 = 0.1;

/// The traveller's moving speed in each mode, pauses excluded, in metres a second.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Paces(pub(super) [f64; MODES]);

impl Default for Paces {
    fn default() -> Paces {
        let mut paces = [0.0; MODES];
        for mode in Mode::ALL {
            paces[*mode as usize] = movement(*mode).pace;
        }
        Paces(paces)
    }
}

impl Paces {
    /// Takes in how fast the traveller moved for some seconds.
    pub(super) fn learn(&mut self, mode: Mode, speed: f64, seconds: f64) {
        let usual = movement(mode);
        if speed < usual.pause || speed > usual.limit {
            return;
        }
        let kept = exp(-seconds.min(LONGEST) / MEMORY);
        let pace = &mut self.0[mode as usize];
        *pace = *pace * kept + speed * (1.0 - kept);
    }

    /// The pace in a mode.
    pub(super) fn of(&self, mode: Mode) -> f64 {
        self.0[mode as usize].max(SLOWEST)
    }

    /// How many milliseconds the way between two places takes.
    pub(super) fn time_between(&self, course: &Course, from: Along, to: Along) -> i64 {
        let metres = course.metres_by_mode(from, to);
        let seconds: f64 = Mode::ALL.iter().map(|mode| metres[*mode as usize] / self.of(*mode)).sum();
        (seconds * 1000.0) as i64
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pauses_do_not_slow_the_pace() {
        let mut paces = Paces::default();
        for _ in 0..900 {
            paces.learn(Mode::Bike, 6.0, 1.0);
            paces.learn(Mode::Bike, 0.1, 1.0);
        }
        assert!((paces.of(Mode::Bike) - 6.0).abs() < 0.1, "{}", paces.of(Mode::Bike));
        assert_eq!(paces.of(Mode::Walk), movement(Mode::Walk).pace);
    }
}
