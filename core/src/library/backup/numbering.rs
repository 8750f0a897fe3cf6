//! The numbers of fixes: those that were not believed stand in their places between the others, and where fixes were lost
//! a gap stays.

use std::collections::{BTreeMap, BTreeSet};

use super::form::{RecordingJson, RefusedJson};
use crate::gpx::RecordedRide;
use crate::library::recordings::KeptFix;

/// The gaps among numbers that come in their order, up to a total: where each begins and how long it is.
pub(super) fn missing(numbers: impl Iterator<Item = u32>, total: u64) -> Vec<[u32; 2]> {
    let mut missing = Vec::new();
    let mut next: u32 = 0;
    let end = u32::try_from(total).unwrap_or(u32::MAX);
    for number in numbers.chain([end]) {
        if number > next {
            missing.push([next, number - next]);
        }
        next = next.max(number.saturating_add(1));
    }
    missing
}

/// How many fixes a ride had, the lost ones too.
pub(super) fn total(told: &RecordingJson, ride: &RecordedRide) -> u64 {
    let lost: u64 = told.missing.iter().map(|[_, count]| u64::from(*count)).sum();
    (ride.fixes.len() as u64 + told.refused.len() as u64).saturating_add(lost)
}

/// The fixes of a ride, each with its number.
pub(super) fn numbered(told: &RecordingJson, ride: &RecordedRide) -> Vec<KeptFix> {
    let mut all: Vec<KeptFix> = told.refused.iter().map(RefusedJson::kept).collect();
    let taken: BTreeSet<u32> = all.iter().map(|kept| kept.number).collect();
    let believed = free(&taken, &told.missing).zip(&ride.fixes).map(|(number, recorded)| KeptFix {
        number,
        segment: recorded.segment,
        ride_ms: recorded.steady_ms,
        fix: recorded.fix,
        refused: None,
    });
    all.extend(believed);
    all.sort_by_key(|kept| kept.number);
    all
}

/// Numbers that nothing has.
fn free(taken: &BTreeSet<u32>, missing: &[[u32; 2]]) -> impl Iterator<Item = u32> {
    let missing: BTreeMap<u32, u32> = missing.iter().map(|[from, count]| (*from, *count)).collect();
    let mut next: u32 = 0;
    std::iter::from_fn(move || {
        loop {
            let gap = missing.range(..=next).next_back().filter(|(from, count)| next - **from < **count);
            match gap {
                Some((from, count)) => next = from.checked_add(*count)?,
                None if taken.contains(&next) => next = next.checked_add(1)?,
                None => {
                    let free = next;
                    next = next.checked_add(1)?;
                    return Some(free);
                }
            }
        }
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn gaps_are_found_and_left_free_again() {
        let gaps = missing([2, 3, 7].into_iter(), 10);
        assert_eq!(gaps, [[0, 2], [4, 3], [8, 2]]);
        assert_eq!(free(&BTreeSet::from([3]), &gaps).take(3).collect::<Vec<_>>(), [2, 7, 10]);
        assert_eq!(missing([0, 1].into_iter(), 2), [[0; 2]; 0]);
    }

    #[test]
    fn numbers_at_their_end_end() {
        assert_eq!(free(&BTreeSet::new(), &[[0, u32::MAX]]).next(), None);
        assert_eq!(free(&BTreeSet::new(), &[[1, u32::MAX]]).collect::<Vec<_>>(), [0]);
    }
}
