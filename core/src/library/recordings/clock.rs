//! The time of a ride: it goes on with every fix, whatever happens to the phone's clock.

use serde::{Deserialize, Serialize};

use crate::model::Fix;
use crate::model::clocks::Between;

/// Without a clock that nobody sets, a longer silence than this is a clock that was set: seven days.
const LONGEST_SILENCE_MS: i64 = 7 * 24 * 3600 * 1000;
/// Where the clocks stood at the last fix.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub(in super::super) struct RideClock {
    time_ms: i64,
    monotonic_ms: Option<i64>,
    /// The time of the ride: the phone's at the first fix, and from there on what really passed.
    pub(in super::super) ride_ms: i64,
}

impl RideClock {
    /// The clocks at a fix, after those at the one before it.
    pub(in super::super) fn after(before: Option<RideClock>, fix: &Fix) -> RideClock {
        before.map_or(RideClock::beginning_with(fix), |before| before.at(fix))
    }

    /// The clocks at the first fix of a ride.
    fn beginning_with(fix: &Fix) -> RideClock {
        RideClock { time_ms: fix.time_ms, monotonic_ms: fix.monotonic_ms, ride_ms: fix.time_ms }
    }

    /// The same, where the time of the ride is known already.
    pub(in super::super) fn standing_at(self, ride_ms: i64) -> RideClock {
        RideClock { ride_ms, ..self }
    }

    /// The clocks at the next fix. One that came late has a time of the ride before this one's.
    pub(in super::super) fn at(&self, fix: &Fix) -> RideClock {
        let passed = match fix.since((self.time_ms, self.monotonic_ms)) {
            Between::Passed(passed) => passed,
            Between::HeldUp(by) => -by,
            Between::ByWall(passed) if (0..=LONGEST_SILENCE_MS).contains(&passed) => passed,
            // The clock was set and nothing says how much time passed: the order is kept.
            Between::ByWall(_) => 1,
        };
        RideClock { time_ms: fix.time_ms, monotonic_ms: fix.monotonic_ms, ride_ms: self.ride_ms.saturating_add(passed) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const HOUR: i64 = 3_600_000;

    fn fix(time_ms: i64, monotonic_ms: Option<i64>) -> Fix {
        Fix {
            time_ms,
            monotonic_ms,
            lat: 55.0,
            lon: 21.0,
            accuracy_m: 5.0,
            altitude_m: None,
            speed_mps: None,
            course_deg: None,
        }
    }

    fn ride_times(fixes: &[(i64, Option<i64>)]) -> Vec<i64> {
        let mut clock = RideClock::beginning_with(&fix(fixes[0].0, fixes[0].1));
        let mut times = vec![clock.ride_ms];
        for (time_ms, monotonic_ms) in &fixes[1..] {
            let next = clock.at(&fix(*time_ms, *monotonic_ms));
            times.push(next.ride_ms);
            if next.ride_ms > clock.ride_ms {
                clock = next;
            }
        }
        times
    }

    #[test]
    fn a_clock_set_back_a_day_or_forward_a_year_changes_no_duration() {
        let (day, year) = (24 * HOUR, 365 * 24 * HOUR);
        let phone = [(1_000, Some(50)), (2_000 - day, Some(1_050)), (3_000 + year, Some(2_050)), (4_000, Some(3_050))];
        assert_eq!(ride_times(&phone), [1_000, 2_000, 3_000, 4_000]);
    }

    #[test]
    fn without_a_steady_clock_the_order_is_kept_and_the_next_second_is_one_again() {
        let day = 24 * HOUR;
        let phone = [(1_000, None), (2_000 - day, None), (3_000 - day, None), (4_000 + 400 * day, None)];
        assert_eq!(ride_times(&phone), [1_000, 1_001, 2_001, 2_002]);
    }

    #[test]
    fn a_phone_started_anew_goes_by_its_wall_clock() {
        assert_eq!(ride_times(&[(1_000, Some(9 * HOUR)), (61_000, Some(20_000))]), [1_000, 61_000]);
    }

    #[test]
    fn a_phone_started_anew_whose_clock_was_lost_too_does_not_go_back() {
        let day = 24 * HOUR;
        let phone = [(9 * day, Some(9 * HOUR)), (0, Some(20_000)), (1_000, Some(21_000))];
        assert_eq!(ride_times(&phone), [9 * day, 9 * day + 1, 9 * day + 1_001]);
    }

    #[test]
    fn a_fix_that_was_held_up_has_an_earlier_time_and_moves_no_clock() {
        assert_eq!(
            ride_times(&[(5_000, Some(500_000)), (4_000, Some(499_000)), (6_000, Some(501_000))]),
            [5_000, 4_000, 6_000]
        );
    }

    #[test]
    fn the_ends_of_time_do_no_harm() {
        assert_eq!(ride_times(&[(i64::MAX, Some(0)), (i64::MIN, Some(i64::MAX))])[1], i64::MAX);
        assert_eq!(ride_times(&[(i64::MIN, None), (i64::MAX, None)])[1], i64::MIN + 1);
    }
}
