//! A phone's two clocks: one that people and networks set, and one that nobody sets, which begins anew with the phone.
//!
//! What they say together of the time between two fixes; whoever asks decides what to make of a clock that was set.

use super::Fix;

/// The clock that nobody sets goes on for less than this until the phone is started anew: ten years.
const LONGEST_STEADY_MS: i64 = 3_653 * 24 * 3600 * 1000;
/// A fix is held up for less than this.
const LONGEST_HOLD_UP_MS: i64 = 3600 * 1000;
/// How far the two clocks drift apart in that time.
const DRIFT_MS: u64 = 2_000;

/// Where both clocks stood: the one that is set, and the other where the phone has it.
pub(crate) type Clocks = (i64, Option<i64>);

/// What the clocks say of the time from one fix to the next.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Between {
    /// So many milliseconds passed, 0 or more.
    Passed(i64),
    /// The second is the older one, by both clocks: it was held up, so many milliseconds.
    HeldUp(i64),
    /// Only the clock that people set tells: it went on so many milliseconds, or back.
    ByWall(i64),
}

impl Fix {
    /// Where the clocks stood at it.
    pub(crate) fn clocks(&self) -> Clocks {
        (self.time_ms, self.monotonic_ms)
    }

    /// How much time passed since the clocks stood so.
    pub(crate) fn since(&self, (time_ms, monotonic_ms): Clocks) -> Between {
        let by_wall = self.time_ms.saturating_sub(time_ms);
        let steady = monotonic_ms.zip(self.monotonic_ms).map(|(before, now)| now.saturating_sub(before));
        match steady {
            Some(steady) if (1..LONGEST_STEADY_MS).contains(&steady) => Between::Passed(steady),
            // Had the phone been started anew, the clocks would differ.
            Some(steady) if (-LONGEST_HOLD_UP_MS..=0).contains(&steady) && steady.abs_diff(by_wall) < DRIFT_MS => {
                if steady == 0 {
                    Between::Passed(0)
                } else {
                    Between::HeldUp(by_wall.min(0).saturating_neg())
                }
            }
            _ => Between::ByWall(by_wall),
        }
    }
}
