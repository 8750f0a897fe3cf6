//! How one fix goes on from another: how much time passed between them, and whether anybody gets from there to here
//! in it.

use super::super::admission::{Possible, possible};
use super::super::movement::movement;
use crate::model::{Fix, Mode};

/// For this many seconds anybody may go as fast as their mode allows at all; over longer times, as fast as it is kept up.
const BURST: f64 = 20.0;
/// Where nothing tells how much time passed, fixes this many seconds of travel apart still belong together.
const UNTIMED: f64 = 5.0;
/// One who is seen again within this many metres, beyond what the accuracies explain, and seconds, has rested: however
/// long the silence, the two fixes agree.
const STAYED: f64 = 100.0;
const STAY: f64 = 1_800.0;
/// Without a clock that nobody sets, what is older by both of a phone's clocks was held up, by less than this; they drift
/// apart by less than that.
const LONGEST_HOLD_UP_MS: i64 = 3600 * 1000;
const DRIFT_MS: u64 = 2_000;
/// A clock that nobody sets goes on for less than this until the phone is started anew: ten years.
const LONGEST_STEADY_MS: i64 = 3_653 * 24 * 3600 * 1000;

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
    match elapsed(before, fix) {
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
    /// It is older than the one before, by both clocks.
    Late,
    /// The clock was set, or stands.
    Unknown,
}

/// How much time passed between two fixes.
fn elapsed(before: &Fix, now: &Fix) -> Elapsed {
    between((before.time_ms, before.monotonic_ms), now)
}

/// How many seconds passed since a moment by the phone's clocks; where nothing tells, one.
pub(in super::super) fn seconds_between(before: (i64, Option<i64>), now: &Fix) -> f64 {
    match between(before, now) {
        Elapsed::Seconds(seconds) => seconds,
        Elapsed::Late | Elapsed::Unknown => 1.0,
    }
}

fn between((time_ms, monotonic_ms): (i64, Option<i64>), now: &Fix) -> Elapsed {
    let wall = now.time_ms.saturating_sub(time_ms);
    let steady = monotonic_ms.zip(now.monotonic_ms).map(|(before, now)| now.saturating_sub(before));
    let passed = match steady {
        Some(steady) if (1..LONGEST_STEADY_MS).contains(&steady) => steady,
        Some(steady) if (-LONGEST_HOLD_UP_MS..=0).contains(&steady) && steady.abs_diff(wall) < DRIFT_MS => {
            return Elapsed::Late;
        }
        _ => wall,
    };
    if passed > 0 { Elapsed::Seconds(passed as f64 / 1000.0) } else { Elapsed::Unknown }
}
