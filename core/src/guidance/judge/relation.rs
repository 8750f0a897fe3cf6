//! How one fix goes on from another: how much time passed between them, and whether anybody gets from there to here
//! in it.

use super::super::admission::{Possible, possible};
use super::super::movement::movement;
use crate::model::clocks::{Between, Clocks};
use crate::model::{Fix, Mode};

/// For this many seconds anybody may go as fast as their mode allows at all; over longer times, as fast as it is kept up.
const BURST: f64 = 20.0;
/// Where nothing tells how much time passed, fixes this many seconds of travel apart still belong together.
const UNTIMED: f64 = 5.0;
/// One who is seen again within this many metres, beyond what the accuracies explain, and seconds, has rested: however
/// long the silence, the two fixes agree.
const STAYED: f64 = 100.0;
const STAY: f64 = 1_800.0;
/// One fix after another.
pub(super) enum Relation {
    /// It came late: it is from before.
    Late,
    /// Where one can have got in so many seconds.
    Near { seconds: f64, distance: f64, stayed: bool },
    /// Where nobody gets in that time.
    Far { distance: f64, seconds: f64 },
    /// Nothing tells how much time passed between the two.
    Untimed { near: bool },
}

/// How far two fixes are apart, in metres.
pub(super) fn distance(one: &Fix, other: &Fix) -> f64 {
    match (possible(one), possible(other)) {
        (Ok(one), Ok(other)) => one.at.ground_distance(other.at).0,
        _ => 0.0,
    }
}

/// Whether the phone said the same twice.
pub(super) fn is_same(one: &Fix, other: &Fix) -> bool {
    one.time_ms == other.time_ms && is_at_same(one, other)
}

/// Whether two fixes have the very same coordinates.
pub(super) fn is_at_same(one: &Fix, other: &Fix) -> bool {
    (one.lat, one.lon) == (other.lat, other.lon)
}

/// How a fix goes on from another, for one who usually goes that fast.
pub(super) fn relation(before: &Fix, fix: &Fix, now: &Possible, mode: Mode, usual: f64) -> Relation {
    let Ok(then) = possible(before) else { return Relation::Untimed { near: false } };
    let distance = then.at.ground_distance(now.at).0;
    let unsure = 3.0 * (now.accuracy.0 + then.accuracy.0);
    match elapsed(before.clocks(), fix) {
        Elapsed::Late => Relation::Late,
        Elapsed::Unknown => Relation::Untimed { near: distance <= unsure + reach(mode, UNTIMED, 0.0, None) },
        Elapsed::Seconds(seconds) if distance <= unsure + reach(mode, seconds, usual, now.speed) => {
            let stayed = distance <= unsure + STAYED && seconds <= STAY;
            Relation::Near { seconds, distance, stayed }
        }
        Elapsed::Seconds(seconds) => Relation::Far { distance, seconds },
    }
}

/// How far somebody gets: as the mode has it, as this one usually goes, or as the phone measured.
fn reach(mode: Mode, seconds: f64, usual: f64, measured: Option<f64>) -> f64 {
    let movement = movement(mode);
    let kept_up = movement.kept_up.max(1.5 * usual);
    let by_mode = movement.limit.max(kept_up) * seconds.min(BURST) + kept_up * (seconds - BURST).max(0.0);
    by_mode.max(measured.map_or(0.0, |speed| (1.5 * speed + 5.0) * seconds))
}

enum Elapsed {
    Seconds(f64),
    /// It is older than the one before, by both clocks, or the same.
    Late,
    /// The clock was set, or stands.
    Unknown,
}

/// How much time passed since a moment by the phone's clocks.
fn elapsed(before: Clocks, now: &Fix) -> Elapsed {
    match now.since(before) {
        Between::Passed(0) | Between::HeldUp(_) => Elapsed::Late,
        Between::Passed(passed) | Between::ByWall(passed) if passed > 0 => Elapsed::Seconds(passed as f64 / 1000.0),
        Between::Passed(_) | Between::ByWall(_) => Elapsed::Unknown,
    }
}

/// How many seconds passed since a moment by the phone's clocks; where nothing tells, one.
pub(in super::super) fn seconds_between(before: Clocks, now: &Fix) -> f64 {
    match elapsed(before, now) {
        Elapsed::Seconds(seconds) => seconds,
        Elapsed::Late | Elapsed::Unknown => 1.0,
    }
}
