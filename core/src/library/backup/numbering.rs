//! The numbers of fixes: those that are not in the GPX file stand in their places between the others, and where fixes
//! were lost a gap stays.

use std::iter::Peekable;

use crate::gpx::RecordedFix;
use crate::library::recordings::KeptFix;

/// Gaps longer than this, all in all, no damage has left.
const MOST_LOST: u64 = 100_000_000;

/// Finds the gaps among numbers that come in their order: where each begins and how long it is.
#[derive(Default)]
pub(super) struct Gaps {
    next: u32,
    missing: Vec<[u32; 2]>,
}

impl Gaps {
    /// Goes on to the next number that is there.
    pub fn pass(&mut self, number: u32) {
        if number > self.next {
            self.missing.push([self.next, number - self.next]);
        }
        self.next = self.next.max(number.saturating_add(1));
    }

    /// The gaps, up to a total.
    pub fn up_to(mut self, total: u64) -> Vec<[u32; 2]> {
        let end = u32::try_from(total).unwrap_or(u32::MAX);
        if end > self.next {
            self.missing.push([self.next, end - self.next]);
        }
        self.missing
    }
}

/// How many fixes are missing in gaps; `None` where no damage can have left such gaps.
pub(super) fn lost(missing: &[[u32; 2]]) -> Option<u64> {
    let (mut end, mut lost) = (0, 0);
    for [from, count] in missing.iter().map(|gap| gap.map(u64::from)) {
        if from < end || count == 0 {
            return None;
        }
        end = from + count;
        lost += count;
    }
    (lost <= MOST_LOST && end <= u64::from(u32::MAX)).then_some(lost)
}

/// The fixes of a ride in the order of their numbers. Those of its GPX file come without and take what is free.
pub(super) struct Numbered<'m, B, O: Iterator> {
    believed: B,
    others: Peekable<O>,
    missing: &'m [[u32; 2]],
    next: u64,
    /// How many of the others had a number that was given already.
    dropped: usize,
}

impl<'m, B, O, E> Numbered<'m, B, O>
where
    B: Iterator<Item = Result<RecordedFix, E>>,
    O: Iterator<Item = Result<KeptFix, E>>,
{
    /// Brings together what is in the GPX file and the others, which come in the order of their numbers. `missing` are gaps
    /// in their order.
    pub fn new(believed: B, others: O, missing: &'m [[u32; 2]]) -> Self {
        Numbered { believed, others: others.peekable(), missing, next: 0, dropped: 0 }
    }

    /// How many of the others were left out: their numbers were given already.
    pub fn dropped(&self) -> usize {
        self.dropped
    }

    fn pass_gaps(&mut self) {
        while let Some(([from, count], behind)) = self.missing.split_first() {
            if u64::from(*from) > self.next {
                return;
            }
            self.next = self.next.max(u64::from(*from) + u64::from(*count));
            self.missing = behind;
        }
    }
}

impl<B, O, E> Iterator for Numbered<'_, B, O>
where
    B: Iterator<Item = Result<RecordedFix, E>>,
    O: Iterator<Item = Result<KeptFix, E>>,
{
    type Item = Result<KeptFix, E>;

    fn next(&mut self) -> Option<Self::Item> {
        loop {
            self.pass_gaps();
            let number = u32::try_from(self.next).ok()?;
            let other = match self.others.peek() {
                Some(Ok(other)) => Some(other.number),
                Some(Err(_)) => return self.others.next(),
                None => None,
            };
            match other {
                // A number that was given already.
                Some(other) if other < number => {
                    self.others.next();
                    self.dropped += 1;
                    continue;
                }
                Some(other) if other == number => {
                    self.next += 1;
                    return self.others.next();
                }
                _ => {}
            }
            match self.believed.next() {
                Some(recorded) => {
                    self.next += 1;
                    return Some(recorded.map(|RecordedFix { segment, steady_ms: ride_ms, fix }| KeptFix {
                        number,
                        segment,
                        ride_ms,
                        fix,
                        refused: None,
                    }));
                }
                None => self.next = u64::from(other?),
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Fix;

    fn numbers(believed: usize, others: &[u32], missing: &[[u32; 2]]) -> Vec<(u32, bool)> {
        let fix = Fix::of_position(0, 55.0, 21.0, 5.0);
        let believed = (0..believed).map(|_| Ok::<_, ()>(RecordedFix { segment: 0, steady_ms: 0, fix }));
        let others = others
            .iter()
            .map(|number| Ok(KeptFix { number: *number, segment: 0, ride_ms: 0, fix, refused: Some("old".into()) }));
        let numbered = Numbered::new(believed, others, missing);
        numbered.map(|kept| kept.map(|kept| (kept.number, kept.refused.is_none())).expect("is there")).collect()
    }

    #[test]
    fn gaps_are_found_and_left_free_again() {
        let gaps = |there: &[u32], total| {
            let mut gaps = Gaps::default();
            there.iter().for_each(|number| gaps.pass(*number));
            gaps.up_to(total)
        };
        let missing = gaps(&[2, 3, 7], 10);
        assert_eq!(missing, [[0, 2], [4, 3], [8, 2]]);
        assert_eq!(lost(&missing), Some(7));
        assert_eq!(numbers(3, &[3], &missing), [(2, true), (3, false), (7, true), (10, true)]);
        assert_eq!(gaps(&[0, 1], 2), [[0; 2]; 0]);
    }

    #[test]
    fn others_stand_between_and_behind_the_believed_ones() {
        assert_eq!(numbers(2, &[0, 2, 9], &[]), [(0, false), (1, true), (2, false), (3, true), (9, false)]);
        assert_eq!(numbers(1, &[1, 1, 0], &[]), [(0, true), (1, false)], "a number is given once");
    }

    #[test]
    fn numbers_at_their_end_end() {
        assert_eq!(numbers(2, &[], &[[0, u32::MAX]]), [(u32::MAX, true)]);
        assert_eq!(numbers(0, &[u32::MAX, 0], &[]), [(u32::MAX, false)]);
        assert_eq!(numbers(2, &[], &[[1, u32::MAX]]), [(0, true)]);
        for wrong in [&[[0, u32::MAX]][..], &[[5, 1], [4, 1]], &[[0, 3], [2, 1]], &[[0, 0]]] {
            assert_eq!(lost(wrong), None);
        }
    }
}
