//! One supposition about where on the line the traveller is: a place, a speed along the line, and how sure of both.
//!
//! A Kalman filter on the along-track distance. Speed is an Ornstein-Uhlenbeck process around standing still, so that
//! after a gap in the fixes (a tunnel, a phone switched off) both a pause and a ride straight on were foreseen.

use libm::{exp, log, sqrt};

use super::movement::Movement;

/// After this many seconds little is left of a speed once seen: people stop, look and turn round.
const PERSISTENCE: f64 = 60.0;
/// For this many seconds a speed is expected to last.
const LASTING: f64 = 10.0;
/// One who has gone back this far has turned round, whatever the speed.
const TURNED: f64 = 30.0;
/// A direction is sure from this many standard deviations of the speed on.
const SURE: f64 = 2.5;
/// No supposition is so sure that it cannot be taught otherwise.
const SUREST: f64 = 1.0;

/// A supposition about place and speed. Distances are metres, times seconds.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Hypothesis {
    /// Metres from the line's start.
    pub(super) along: f64,
    /// Metres a second towards the line's end; negative towards its start.
    pub(super) speed: f64,
    /// The variance of `along`.
    pub(super) along_2: f64,
    /// The covariance of the two.
    pub(super) both: f64,
    /// The variance of `speed`.
    pub(super) speed_2: f64,
    /// +1 if the traveller goes towards the line's end, −1 if towards its start.
    pub(super) heading: f64,
    /// The farthest place that way.
    pub(super) farthest: f64,
    /// The logarithm of its probability, the best one having 0.
    pub(super) weight: f64,
}

impl Hypothesis {
    /// At a place on a line of that length, with nothing known of the speed but what is usual.
    pub(super) fn at(along: f64, noise: f64, movement: Movement, heading: f64, weight: f64, end: f64) -> Hypothesis {
        let speed_2 = movement.spread * movement.spread;
        let mut begun = Hypothesis {
            along,
            speed: 0.0,
            along_2: noise * noise,
            both: 0.0,
            speed_2,
            heading,
            farthest: along,
            weight,
        };
        begun.bound(end);
        begun
    }

    /// What becomes of it while `seconds` pass without a fix.
    pub(super) fn predict(&mut self, seconds: f64, movement: Movement, end: f64) {
        let left = exp(-seconds / PERSISTENCE);
        let reverted = PERSISTENCE * (1.0 - left);
        // From fix to fix the speed is expected to last; only over gaps does it wear off.
        let gap = (seconds - LASTING).max(0.0);
        let lasting = exp(-gap / PERSISTENCE);
        let carried = (seconds - gap) + PERSISTENCE * (1.0 - lasting);
        let usual_2 = movement.spread * movement.spread;
        let drift_2 = usual_2 * PERSISTENCE * (2.0 * seconds - PERSISTENCE * (3.0 - 4.0 * left + left * left)).max(0.0);
        self.along_2 += 2.0 * carried * self.both + carried * carried * self.speed_2 + drift_2;
        self.both = lasting * (self.both + carried * self.speed_2) + usual_2 * reverted * reverted / PERSISTENCE;
        self.speed_2 = lasting * lasting * self.speed_2 + usual_2 * (1.0 - left * left);
        self.along = (self.along + carried * self.speed).clamp(0.0, end);
        self.speed *= lasting;
        self.bound(end);
    }

    /// Beyond the whole line there is nothing to be unsure about.
    fn bound(&mut self, end: f64) {
        self.along_2 = self.along_2.min(end * end + SUREST);
        let most = sqrt(self.along_2 * self.speed_2);
        self.both = self.both.clamp(-most, most);
    }

    /// Takes in that the traveller was seen at `along`, give or take `noise`.
    pub(super) fn seen_at(&mut self, along: f64, noise: f64, end: f64) {
        let whole = self.along_2 + noise * noise;
        let (to_along, to_speed) = (self.along_2 / whole, self.both / whole);
        let surprise = along - self.along;
        self.along = (self.along + to_along * surprise).clamp(0.0, end);
        self.speed += to_speed * surprise;
        self.speed_2 = (self.speed_2 - to_speed * self.both).max(1e-4);
        self.both *= 1.0 - to_along;
        self.along_2 = (self.along_2 * (1.0 - to_along)).max(SUREST);
    }

    /// Takes in that the traveller moves at `speed` along the line, give or take `noise`.
    pub(super) fn moving_at(&mut self, speed: f64, noise: f64, end: f64) {
        let whole = self.speed_2 + noise * noise;
        let (to_along, to_speed) = (self.both / whole, self.speed_2 / whole);
        let surprise = speed - self.speed;
        self.along = (self.along + to_along * surprise).clamp(0.0, end);
        self.speed += to_speed * surprise;
        self.along_2 = (self.along_2 - to_along * self.both).max(SUREST);
        self.both *= 1.0 - to_speed;
        self.speed_2 = (self.speed_2 * (1.0 - to_speed)).max(1e-4);
    }

    /// Whether the traveller has turned round: gone back farther than noise explains, or surely going back. Takes note
    /// of it and tells how far back that was.
    pub(super) fn turns_round(&mut self, noise: f64, movement: Movement) -> Option<f64> {
        let back = (self.farthest - self.along) * self.heading;
        if back < 0.0 {
            self.farthest = self.along;
        }
        let surely = movement.pause + SURE * sqrt(self.speed_2);
        let turns = back > TURNED + 2.0 * noise || (back > noise && self.speed * self.heading < -surely);
        if turns {
            self.heading = -self.heading;
            self.farthest = self.along;
        }
        turns.then_some(back)
    }

    /// The standard deviation of a sighting with that noise around what is expected.
    pub(super) fn spread_of_sighting(&self, noise: f64) -> f64 {
        sqrt(self.along_2 + noise * noise)
    }
}

/// The logarithm of a normal density, but for its constant.
pub(super) fn log_normal(off: f64, spread: f64) -> f64 {
    let share = off / spread;
    -0.5 * share * share - log(spread)
}

#[cfg(test)]
mod tests {
    use super::super::movement::movement;
    use super::*;
    use crate::model::Mode;

    #[test]
    fn steady_riding_is_learnt() {
        let bike = movement(Mode::Bike);
        let mut ridden = Hypothesis::at(0.0, 10.0, bike, 1.0, 0.0, 10_000.0);
        for second in 1..=60 {
            ridden.predict(1.0, bike, 10_000.0);
            ridden.seen_at(f64::from(second) * 5.0, 10.0, 10_000.0);
        }
        assert!((ridden.speed - 5.0).abs() < 0.3, "{}", ridden.speed);
        assert!((ridden.along - 300.0).abs() < 5.0, "{}", ridden.along);
    }

    #[test]
    fn after_a_gap_both_a_pause_and_a_ride_straight_on_were_foreseen() {
        let bike = movement(Mode::Bike);
        let mut waiting = Hypothesis {
            along: 1_000.0,
            speed: 5.0,
            along_2: 100.0,
            both: 0.0,
            speed_2: 0.25,
            heading: 1.0,
            farthest: 1_000.0,
            weight: 0.0,
        };
        waiting.predict(600.0, bike, 100_000.0);
        let spread = sqrt(waiting.along_2);
        assert!(waiting.along - 3.0 * spread < 1_000.0 && waiting.along + 3.0 * spread > 1_000.0 + 5.0 * 600.0);
    }
}
