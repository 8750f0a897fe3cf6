//! A ride that is known from its beginning to its end, as a file has it.

use super::super::admission::possible;
use super::relation::{Relation, relation};
use super::{Judge, Verdict};
use crate::model::{Fix, Mode};

/// When more than this share of a ride cannot be believed, it is not the fixes that are wrong but their times: somebody
/// made them up, and what cannot be judged by them stands as it is.
const MOST_WRONG: f64 = 0.2;

/// Which fixes of a ride are believed. One that was alone and that the next admits is: nothing in the ride contradicts it.
#[must_use]
pub fn judge_ride(fixes: &[Fix], mode: Mode) -> Vec<bool> {
    let mut judge = Judge::default();
    let mut believed = vec![false; fixes.len()];
    let mut alone = Vec::new();
    for (number, fix) in fixes.iter().enumerate() {
        match judge.take(fix, number, mode) {
            Verdict::Believed => believed[number] = true,
            Verdict::Confirmed { waited, .. } => {
                waited.iter().for_each(|(_, number)| believed[*number] = true);
                believed[number] = true;
            }
            Verdict::Waits(None) => alone.push(number),
            Verdict::Waits(Some(_)) | Verdict::Refused(_) => {}
        }
    }
    for (_, number) in judge.settle() {
        believed[number] = true;
    }
    alone.retain(|number| !believed[*number]);
    for number in alone.into_iter().rev() {
        let next = (number + 1..fixes.len()).find(|next| believed[*next]);
        believed[number] = next.is_none_or(|next| admits(&fixes[next], &fixes[number], mode));
    }
    let wrong = believed.iter().filter(|believed| !**believed).count();
    if wrong as f64 > MOST_WRONG * fixes.len() as f64 { vec![true; fixes.len()] } else { believed }
}

/// Whether one can have got from that fix to the next.
fn admits(next: &Fix, fix: &Fix, mode: Mode) -> bool {
    possible(next).is_ok_and(|now| matches!(relation(fix, next, &now, mode, 0.0), Relation::Near { .. }))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn ride(count: i64) -> Vec<Fix> {
        (0..count).map(|second| Fix::of_position(second * 1_000, 55.0 + second as f64 * 4e-5, 21.0, 10.0)).collect()
    }

    #[test]
    fn the_wrong_ones_are_told_from_the_others() {
        let mut fixes = ride(100);
        fixes[0].lat += 3.0;
        fixes[50].lon -= 0.1;
        let wrong: Vec<usize> = (0..100).filter(|number| !judge_ride(&fixes, Mode::Car)[*number]).collect();
        assert_eq!(wrong, [0, 50]);
    }

    #[test]
    fn one_that_is_seen_rarely_and_irregularly_is_believed() {
        let minutes = [0, 3, 4, 19, 22, 60, 61, 140, 150];
        let at = |minute: i64| Fix::of_position(minute * 60_000, 55.0 + minute as f64 * 1e-3, 21.0, 10.0);
        assert_eq!(judge_ride(&minutes.map(at), Mode::Bike), [true; 9]);
    }

    #[test]
    fn times_that_somebody_made_up_condemn_nobody() {
        let at = |second: i64| Fix::of_position(second * 1_000, 55.0 + second as f64 * 0.01, 21.0, 10.0);
        let flown: Vec<Fix> = (0..50).map(at).collect();
        assert_eq!(judge_ride(&flown, Mode::Car), [true; 50]);
    }
}
