//! A ride that is known from its beginning to its end, as a file has it.

use super::super::admission::possible;
use super::relation::{Relation, distance, relation};
use super::{Judge, Verdict};
use crate::model::{Fix, Mode};

/// When more than this share of a ride cannot be believed, it is not the fixes that are wrong but their times: somebody
/// made them up, and what cannot be judged by them stands as it is.
const MOST_WRONG: f64 = 0.2;

/// A fix that lies on the way from the one before to the next, if not at its time, makes that way no longer than so many
/// times, and so many metres beyond it.
const ON_THE_WAY: f64 = 1.5;
const BESIDE_THE_WAY: f64 = 60.0;
/// Before the first and behind the last that is believed the way goes on in steps of at most so many times the usual one.
const UNUSUAL_STEP: f64 = 3.0;

/// Which fixes of a ride are believed. One that was alone and that the next admits is: nothing in the ride contradicts it.
/// So is one that lies on the way: then it is its time that is wrong.
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
    admit_alone(fixes, &alone, &mut believed, mode);
    admit_on_the_way(fixes, &mut believed);
    admit_at_the_ends(fixes, &mut believed);
    let wrong = believed.iter().filter(|believed| !**believed).count();
    if wrong as f64 > MOST_WRONG * fixes.len() as f64 { vec![true; fixes.len()] } else { believed }
}

/// Believes those that were alone and from which one can have got to the next that is believed.
fn admit_alone(fixes: &[Fix], alone: &[usize], believed: &mut [bool], mode: Mode) {
    let mut alone = alone.iter().rev().peekable();
    let mut next: Option<&Fix> = None;
    for (number, fix) in fixes.iter().enumerate().rev() {
        if alone.next_if_eq(&&number).is_some() {
            believed[number] |= next.is_none_or(|next| admits(next, fix, mode));
        }
        next = if believed[number] { Some(fix) } else { next };
    }
}

/// Believes those that lie between the ones before and behind them that are believed.
fn admit_on_the_way(fixes: &[Fix], believed: &mut [bool]) {
    let at = |number: usize| possible(&fixes[number]).ok().map(|possible| possible.at);
    let mut nexts = vec![None; fixes.len()];
    let mut next = None;
    for number in (0..fixes.len()).rev() {
        nexts[number] = next;
        next = if believed[number] { Some(number) } else { next };
    }
    let mut before = None;
    for number in 0..fixes.len() {
        if !believed[number]
            && let (Some(before), Some(here), Some(next)) =
                (before.and_then(at), at(number), nexts[number].and_then(at))
        {
            let over_it = before.ground_distance(here).0 + here.ground_distance(next).0;
            believed[number] = over_it <= ON_THE_WAY * before.ground_distance(next).0 + BESIDE_THE_WAY;
        }
        before = if believed[number] { Some(number) } else { before };
    }
}

/// Believes those before the first and behind the last that are believed, as far as the way goes on in its usual steps.
fn admit_at_the_ends(fixes: &[Fix], believed: &mut [bool]) {
    let steps = || fixes.windows(2).map(|pair| distance(&pair[0], &pair[1]));
    let mut usual: Vec<f64> = steps().collect();
    usual.sort_by(f64::total_cmp);
    let most = UNUSUAL_STEP * usual.get(usual.len() / 2).copied().unwrap_or(0.0) + BESIDE_THE_WAY;
    let ends =
        |believed: &[bool]| Some((believed.iter().position(|one| *one)?, believed.iter().rposition(|one| *one)?));
    let Some((first, last)) = ends(believed) else { return };
    for (from, numbers) in [(first, (0..first).rev().collect::<Vec<_>>()), (last, (last + 1..fixes.len()).collect())] {
        let mut here = from;
        for number in numbers {
            if distance(&fixes[here], &fixes[number]) <= most {
                believed[number] = true;
                here = number;
            }
        }
    }
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
    fn one_whose_time_is_wrong_is_on_the_way_all_the_same() {
        let mut fixes = ride(100);
        fixes[40].time_ms += 9_000_000_000;
        fixes[60].time_ms = 0;
        assert_eq!(judge_ride(&fixes, Mode::Car), vec![true; 100]);
    }

    #[test]
    fn one_who_is_too_fast_for_the_clock_is_followed_to_the_end() {
        let at = |second: i64| Fix::of_position(second * 1_000, 55.0 + second as f64 * 1.2e-3, 21.0, 10.0);
        assert_eq!(judge_ride(&(0..60).map(at).collect::<Vec<Fix>>(), Mode::Car), vec![true; 60]);
    }

    #[test]
    fn times_that_somebody_made_up_condemn_nobody() {
        let at = |second: i64| Fix::of_position(second * 1_000, 55.0 + second as f64 * 0.01, 21.0, 10.0);
        let flown: Vec<Fix> = (0..50).map(at).collect();
        assert_eq!(judge_ride(&flown, Mode::Car), [true; 50]);
    }
}
