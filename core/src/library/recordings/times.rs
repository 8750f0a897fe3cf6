//! Which times of a file can be trusted.
//!
//! Clocks are set, files are written backwards, a first point has a time of another decade. The times of most points
//! that rise are believed; what the others say of when is not, but how long a stretch of them took is.

/// A longer silence than this is a clock that was wrong, not a ride: seven days.
const LONGEST_SILENCE_MS: i64 = 7 * 24 * 3600 * 1000;

/// Times are in order of which at least this share rises, or so many of the steps from one to the next: a clock may have
/// been set again and again.
const RISING: f64 = 0.4;
const RISING_STEPS: f64 = 0.7;

/// For each point of a way how many milliseconds after the first trusted one it was, where that can be told.
///
/// What is given never falls. Nothing can be told of times that are all the same, only fall, or are in no order.
pub(super) fn elapsed(times: &[Option<i64>]) -> Vec<Option<i64>> {
    let mut elapsed = vec![None; times.len()];
    let rising = rising(times);
    let Some((&first, &last)) = rising.first().zip(rising.last()).filter(|(first, last)| first != last) else {
        return elapsed;
    };
    if !are_in_order(times, rising.len()) {
        return elapsed;
    }
    let mut at = run(times, 0, first);
    if at > 0 {
        set(&mut elapsed, 0, 0);
    }
    set(&mut elapsed, first, at);
    for pair in rising.windows(2) {
        let [from, to] = pair else { continue };
        let between = run(times, from + 1, *to);
        let passed = time(times, *to).saturating_sub(time(times, *from));
        at = at.saturating_add(if passed > LONGEST_SILENCE_MS { between } else { passed.max(between) });
        set(&mut elapsed, *to, at);
    }
    let after = run(times, last + 1, times.len());
    if let Some(end) = elapsed.last_mut().filter(|_| after > 0) {
        *end = Some(at.saturating_add(after));
    }
    elapsed
}

/// Whether times of which so many rise say when something was.
fn are_in_order(times: &[Option<i64>], rising: usize) -> bool {
    let known: Vec<i64> = times.iter().copied().flatten().collect();
    let steps = known.windows(2).filter(|pair| pair[0] < pair[1]).count();
    let falls = known.windows(2).filter(|pair| pair[0] > pair[1]).count();
    rising as f64 >= RISING * known.len() as f64 || steps as f64 >= RISING_STEPS * (steps + falls) as f64
}

/// The numbers of as many points as possible whose times rise (Schensted, 1961), of several choices the earliest times.
fn rising(times: &[Option<i64>]) -> Vec<usize> {
    // For each length of a rising row the point with the least time at which one ends, and what comes before each point.
    let mut ends: Vec<usize> = Vec::new();
    let mut before: Vec<Option<usize>> = vec![None; times.len()];
    for (number, now) in times.iter().enumerate() {
        let Some(now) = now else { continue };
        let length = ends.partition_point(|end| time(times, *end) < *now);
        if let Some(previous) = before.get_mut(number) {
            *previous = length.checked_sub(1).and_then(|shorter| ends.get(shorter).copied());
        }
        match ends.get_mut(length) {
            Some(end) => *end = number,
            None => ends.push(number),
        }
    }
    let mut row: Vec<usize> =
        std::iter::successors(ends.last().copied(), |number| before.get(*number).copied().flatten()).collect();
    row.reverse();
    row
}

/// How long those that rise among some points took, stretch by stretch.
fn run(times: &[Option<i64>], from: usize, to: usize) -> i64 {
    let known: Vec<i64> = times.get(from..to).unwrap_or_default().iter().copied().flatten().collect();
    let steps = known.windows(2).map(|pair| pair[1].saturating_sub(pair[0]));
    steps.filter(|step| (1..=LONGEST_SILENCE_MS).contains(step)).fold(0, i64::saturating_add)
}

fn time(times: &[Option<i64>], number: usize) -> i64 {
    times.get(number).copied().flatten().unwrap_or(0)
}

fn set(elapsed: &mut [Option<i64>], number: usize, at: i64) {
    if let Some(place) = elapsed.get_mut(number) {
        *place = Some(at);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const DECADE: i64 = 10 * 365 * 24 * 3_600_000;

    fn told(times: &[i64]) -> Vec<Option<i64>> {
        elapsed(&times.iter().map(|time| (*time >= 0).then_some(*time)).collect::<Vec<_>>())
    }

    #[test]
    fn times_that_rise_are_believed() {
        assert_eq!(told(&[5_000, 6_000, -1, 8_000]), [Some(0), Some(1_000), None, Some(3_000)]);
        assert_eq!(told(&[-1, 6_000, 7_000, -1]), [None, Some(0), Some(1_000), None]);
    }

    #[test]
    fn what_falls_or_stands_still_tells_nothing() {
        assert_eq!(told(&[9_000, 8_000, 7_000]), [None, None, None]);
        assert_eq!(told(&[0, 0, 0]), [None, None, None]);
        assert_eq!(told(&[]), []);
    }

    #[test]
    fn times_in_no_order_tell_nothing() {
        // 1,000 times of a day, stirred.
        let times: Vec<i64> = (0..1_000_i64).map(|number| (number * 611_953 + 7) % 1_000 * 86_400).collect();
        assert_eq!(told(&times), vec![None; 1_000]);
    }

    #[test]
    fn a_wrong_time_is_left_out_wherever_it_stands() {
        for wrong in [DECADE, 0, i64::MAX, 20_000] {
            for at in 0..6 {
                let mut times: Vec<Option<i64>> = (0..6).map(|second| Some(3_000_000_000 + second * 1_000)).collect();
                times[at] = Some(wrong);
                let last = elapsed(&times).into_iter().flatten().max();
                let known = if at == 0 || at == 5 { 4_000 } else { 5_000 };
                // It may cost the steps beside it, and no more.
                assert!(last.is_some_and(|last| (known - 2_000..=known).contains(&last)), "{wrong} at {at}: {last:?}");
            }
        }
    }

    #[test]
    fn a_clock_that_is_set_changes_no_duration() {
        for shift in [-3_600_000, 3_600_000, DECADE, -DECADE] {
            let clock = |second: i64| 2 * DECADE + second * 1_000 + if second < 5_000 { 0 } else { shift };
            let times: Vec<Option<i64>> = (0..10_000).map(|second| Some(clock(second))).collect();
            let last = elapsed(&times).into_iter().flatten().max();
            // An hour forward may have been a silence.
            let set_on = if shift == 3_600_000 { shift } else { 0 };
            assert!(last.is_some_and(|last| (last - set_on - 9_999_000).abs() <= 3_000), "{shift}: {last:?}");
        }
    }
}
