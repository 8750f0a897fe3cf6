//! When a track of a file began, though some of its times may be wrong.
//!
//! A receiver that has no time yet writes one of its own making: that of its first or last day, or one a whole cycle of
//! weeks away. The start is when most of the file says it was.

/// Earlier than this is the first day of a clock that was never set (1970, 1980): milliseconds of 1990.
const EARLIEST_MS: i64 = 631_152_000_000;
/// Later than this nobody rode: milliseconds of 2200.
const LATEST_MS: i64 = 7_258_118_400_000;
/// As far from the middle of a file's times may be what belongs to it: 30 days, or so many times what half of them span.
const FARTHEST_MS: i64 = 30 * 24 * 3_600_000;
const SPANS: i64 = 4;
/// A start comes before what follows it: before the middle of so many.
const FOLLOWING: usize = 5;

/// When a track began whose points have these times, in the order of the points; `None` where nothing is known of it.
pub(super) fn of(times: impl Iterator<Item = i64>) -> Option<i64> {
    let mut times: Vec<i64> = times.filter(|time_ms| (EARLIEST_MS..LATEST_MS).contains(time_ms)).collect();
    let mut sorted = times.clone();
    sorted.sort_unstable();
    let at = |share: usize| sorted.get(sorted.len().saturating_sub(1) * share / 4).copied();
    let (early, middle, late) = (at(1)?, at(2)?, at(3)?);
    let reach = FARTHEST_MS.max((late - early) * SPANS);
    times.retain(|time_ms| (time_ms - middle).abs() <= reach);
    let comes_first = |begin: usize| {
        let (first, rest) = times.get(begin..)?.split_first()?;
        let mut following: Vec<i64> = rest.iter().take(FOLLOWING).copied().collect();
        following.sort_unstable();
        // Of two that differ neither is known to be wrong; the earlier one is as good as any.
        following.get(following.len() / 2).is_none_or(|next| first <= next).then_some(*first)
    };
    (0..times.len()).find_map(comes_first)
}

#[cfg(test)]
mod tests {
    use super::of;

    const DAY: i64 = 86_400_000;
    const MORNING: i64 = 1_780_300_800_000;

    fn start(times: &[i64]) -> Option<i64> {
        of(times.iter().copied())
    }

    #[test]
    fn a_track_starts_with_its_first_time() {
        let minutely: Vec<i64> = (0..300).map(|minute| MORNING + minute * 60_000).collect();
        assert_eq!(start(&minutely), Some(MORNING));
        assert_eq!(start(&[MORNING]), Some(MORNING));
        assert_eq!(start(&[MORNING; 9]), Some(MORNING));
        assert_eq!(start(&[]), None);
    }

    #[test]
    fn first_times_that_the_rest_does_not_bear_out_are_not_the_start() {
        let rest: Vec<i64> = (0..60).map(|minute| MORNING + minute * 60_000).collect();
        for wrong in [MORNING + 3_653 * DAY, MORNING - 7_168 * DAY, MORNING + DAY, MORNING + 3_600_000 * 2, 0, -DAY] {
            for count in 1..4 {
                let times = [vec![wrong; count], rest.clone()].concat();
                assert_eq!(start(&times), Some(MORNING), "{count} times {wrong}");
            }
        }
    }

    #[test]
    fn a_long_way_begins_at_its_beginning() {
        let monthly: Vec<i64> = (0..24).map(|month| MORNING + month * 30 * DAY).collect();
        assert_eq!(start(&monthly), Some(MORNING));
        let with_a_break = [vec![MORNING; 3], (0..90).map(|minute| MORNING + 20 * DAY + minute * 60_000).collect()];
        assert_eq!(start(&with_a_break.concat()), Some(MORNING));
    }

    #[test]
    fn a_clock_that_was_never_set_tells_no_start() {
        assert_eq!(start(&[0; 40]), None);
        assert_eq!(start(&[315_964_800_000, 315_964_801_000]), None);
        assert_eq!(start(&[i64::MIN, i64::MAX, 253_402_300_799_000]), None);
    }

    #[test]
    fn of_times_that_run_backwards_the_earliest_is_the_start() {
        let backwards: Vec<i64> = (0..60).rev().map(|minute| MORNING + minute * 60_000).collect();
        assert_eq!(start(&backwards), Some(MORNING));
    }
}
