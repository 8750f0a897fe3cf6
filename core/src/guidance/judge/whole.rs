//! A ride that is known from its beginning to its end, as a file has it.

use super::super::admission::possible;
use super::claim::AGREEING;
use super::relation::{Relation, distance, relation};
use super::{Judge, Link, Verdict};
use crate::model::{Fix, Mode};

/// When more than this share of a ride cannot be believed, it is not the fixes that are wrong but their times: somebody
/// made them up, and what cannot be judged by them stands as it is.
const MOST_WRONG: f64 = 0.2;
/// Unless the way over all of them is so many times as long as that over those that are believed, and these are this
/// share of the ride: then it is the fixes.
const ASTRAY: f64 = 3.0;
const LEAST_BELIEVED: f64 = 0.4;

/// A fix that lies on the way from the one before to the next, if not at its time, makes that way no longer than so many
/// times, and so many metres beyond it.
const ON_THE_WAY: f64 = 1.5;
const BESIDE_THE_WAY: f64 = 60.0;
/// Before the first and behind the last that is believed the way goes on in steps of at most so many times the usual one.
const UNUSUAL_STEP: f64 = 3.0;
/// One that is alone at either end was reached at no more than so many times the speed that is usual in this ride, and
/// not after a silence of more seconds than this that is so many times longer than is usual.
const UNUSUAL_SPEED: f64 = 2.0;
const LONG_SILENCE: f64 = 180.0;
const UNUSUAL_SILENCE: f64 = 10.0;
/// So many stories before it are looked at to find out what one goes on from.
const LOOK_BACK: usize = 16;

/// How a fix of a ride goes on from those before it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Standing {
    /// Nobody was there then.
    Wrong,
    /// It goes on, or begins the ride.
    GoesOn,
    /// Nobody knows how the traveller got there, and nobody travelled the straight line.
    Jumps,
}

/// How the fixes of a ride stand. One that was alone and that the next admits goes on: nothing in the ride contradicts
/// it. So does one that lies on the way: then it is its time that is wrong. Where the traveller was elsewhere for a few
/// fixes and back, or began elsewhere, those few are wrong.
#[must_use]
pub fn judge_ride(fixes: &[Fix], mode: Mode) -> Vec<Standing> {
    let mut heard = hear(fixes, mode);
    let begins = leave_out_stories(fixes, &mut heard, mode);
    let Heard { mut believed, alone, .. } = heard;
    admit_alone(fixes, &alone, &mut believed, mode);
    admit_on_the_way(fixes, &mut believed);
    admit_at_the_ends(fixes, &mut believed);
    if are_times_made_up(fixes, &believed) {
        return vec![Standing::GoesOn; fixes.len()];
    }
    let standing = |(number, believed)| match believed {
        false => Standing::Wrong,
        true if begins.binary_search(&number).is_ok() => Standing::Jumps,
        true => Standing::GoesOn,
    };
    believed.into_iter().enumerate().map(standing).collect()
}

/// What a judge says of a ride.
struct Heard {
    believed: Vec<bool>,
    /// The numbers of those that nothing speaks against but that they are alone.
    alone: Vec<usize>,
    /// What is believed, story by story: nobody gets from one to the next.
    stories: Vec<Story>,
}

/// What was believed without a jump.
struct Story {
    first: usize,
    last: usize,
    /// How many fixes it has.
    count: usize,
}

fn hear(fixes: &[Fix], mode: Mode) -> Heard {
    let mut judge = Judge::default();
    let mut heard = Heard { believed: vec![false; fixes.len()], alone: Vec::new(), stories: Vec::new() };
    for (number, fix) in fixes.iter().enumerate() {
        match judge.take(fix, number, mode) {
            Verdict::Believed => heard.believe(number),
            Verdict::Confirmed { waited, link } => {
                if matches!(link, Link::Jumps | Link::Anew) {
                    let first = waited.first().map_or(number, |(_, number)| *number);
                    heard.stories.push(Story { first, last: first, count: 0 });
                }
                waited.iter().for_each(|(_, number)| heard.believe(*number));
                heard.believe(number);
            }
            Verdict::Waits(None) => heard.alone.push(number),
            Verdict::Waits(Some(_)) | Verdict::Refused(_) => {}
        }
    }
    judge.settle().iter().for_each(|(_, number)| heard.believe(*number));
    heard
}

impl Heard {
    fn believe(&mut self, number: usize) {
        self.believed[number] = true;
        match self.stories.last_mut() {
            Some(story) => (story.last, story.count) = (number, story.count + 1),
            None => self.stories.push(Story { first: number, last: number, count: 1 }),
        }
    }
}

/// Disbelieves the stories that do not go on from one another, if they are but a small part of the ride: the others are
/// the heaviest row of stories one can have gone through. Gives the numbers of the fixes that a jump remains before.
fn leave_out_stories(fixes: &[Fix], heard: &mut Heard, mode: Mode) -> Vec<usize> {
    let stories = &heard.stories;
    let how = |from: usize, to: usize| how(&fixes[stories[from].last], &fixes[stories[to].first], mode);
    // For each story how many fixes a row has that ends with it, and which story comes before it there.
    let mut rows: Vec<(usize, Option<usize>)> = Vec::with_capacity(stories.len());
    for (number, story) in stories.iter().enumerate() {
        let before = (number.saturating_sub(LOOK_BACK)..number).filter(|before| how(*before, number) == How::Near);
        let before = before.max_by_key(|before| (rows[*before].0, *before));
        rows.push((story.count + before.map_or(0, |before| rows[before].0), before));
    }
    let heaviest = (0..rows.len()).max_by_key(|number| rows[*number].0);
    let mut kept: Vec<usize> = std::iter::successors(heaviest, |number| rows[*number].1).collect();
    kept.reverse();
    let all: usize = stories.iter().map(|story| story.count).sum();
    let of_kept: usize = kept.iter().map(|number| stories[*number].count).sum();
    if (all - of_kept) as f64 > MOST_WRONG * all as f64 {
        kept = (0..stories.len()).collect();
    }
    let far =
        kept.windows(2).filter(|pair| how(pair[0], pair[1]) == How::Far).map(|pair| stories[pair[1]].first).collect();
    let mut given_up = vec![false; fixes.len()];
    for (number, story) in stories.iter().enumerate() {
        if kept.binary_search(&number).is_err() {
            given_up[story.first..=story.last].fill(true);
        }
    }
    heard.believed.iter_mut().zip(&given_up).for_each(|(believed, given_up)| *believed &= !given_up);
    heard.alone.retain(|number| !given_up[*number]);
    far
}

/// Whether one can have got from one fix to another.
#[derive(PartialEq)]
enum How {
    Near,
    Far,
    Untimed,
}

fn how(from: &Fix, to: &Fix, mode: Mode) -> How {
    match possible(to).map(|now| relation(from, to, &now, mode, 0.0)) {
        Ok(Relation::Near { .. } | Relation::Untimed { near: true }) => How::Near,
        Ok(Relation::Far { .. }) => How::Far,
        _ => How::Untimed,
    }
}

/// Whether more cannot be believed than fixes are ever wrong.
fn are_times_made_up(fixes: &[Fix], believed: &[bool]) -> bool {
    let count = believed.iter().filter(|believed| **believed).count();
    if (fixes.len() - count) as f64 <= MOST_WRONG * fixes.len() as f64 {
        return false;
    }
    !are_enough(count, fixes) || length(fixes.iter()) <= ASTRAY * length(those_believed(fixes, believed))
}

/// Whether so many tell what is usual of these.
fn are_enough(count: usize, fixes: &[Fix]) -> bool {
    count >= AGREEING && count as f64 >= LEAST_BELIEVED * fixes.len() as f64
}

fn those_believed<'f>(fixes: &'f [Fix], believed: &[bool]) -> impl Iterator<Item = &'f Fix> {
    fixes.iter().zip(believed).filter(|(_, believed)| **believed).map(|(fix, _)| fix)
}

fn length<'f>(fixes: impl Iterator<Item = &'f Fix>) -> f64 {
    let mut before = None;
    fixes.map(|fix| before.replace(fix).map_or(0.0, |before| distance(before, fix))).sum()
}

/// Believes those that were alone and from which one can have got to the next that is believed; at the ends, at a pace
/// that is usual in this ride.
fn admit_alone(fixes: &[Fix], alone: &[usize], believed: &mut [bool], mode: Mode) {
    let usual = Usual::of(fixes, believed);
    let Some(first) = believed.iter().position(|believed| *believed) else {
        return alone.iter().for_each(|number| believed[*number] = true);
    };
    let mut next = believed.iter().rposition(|believed| *believed).unwrap_or(first);
    let (ahead, behind): (Vec<usize>, Vec<usize>) = alone.iter().partition(|number| **number <= next);
    let mut last = next;
    for number in behind {
        if usual.admits(&fixes[last], &fixes[number], mode) {
            believed[number] = true;
            last = number;
        }
    }
    for number in ahead.into_iter().rev() {
        next = (number + 1..=next).find(|number| believed[*number]).unwrap_or(next);
        believed[number] |= match number < first {
            true => usual.admits(&fixes[number], &fixes[next], mode),
            false => how(&fixes[number], &fixes[next], mode) == How::Near,
        };
    }
}

/// What is usual in a ride.
struct Usual {
    /// Seconds between its fixes.
    interval: f64,
    /// Metres a second, where it is fast.
    speed: f64,
}

impl Usual {
    fn of(fixes: &[Fix], believed: &[bool]) -> Usual {
        let of_it: Vec<&Fix> = those_believed(fixes, believed).collect();
        let steps = of_it.windows(2).filter_map(|pair| {
            let seconds = pair[1].time_ms.saturating_sub(pair[0].time_ms) as f64 / 1000.0;
            (seconds > 0.0).then(|| (seconds, distance(pair[0], pair[1]) / seconds))
        });
        let (mut intervals, mut speeds): (Vec<f64>, Vec<f64>) = steps.unzip();
        intervals.sort_by(f64::total_cmp);
        speeds.sort_by(f64::total_cmp);
        Usual {
            interval: intervals.get(intervals.len() / 2).copied().unwrap_or(f64::INFINITY),
            speed: speeds.get(speeds.len() * 9 / 10).copied().unwrap_or(f64::INFINITY),
        }
    }

    /// Whether one who goes as is usual can have got from one fix to the next.
    fn admits(&self, from: &Fix, to: &Fix, mode: Mode) -> bool {
        let Ok(now) = possible(to) else { return false };
        match relation(from, to, &now, mode, 0.0) {
            Relation::Near { stayed: true, .. } | Relation::Untimed { near: true } => true,
            Relation::Near { seconds, distance, .. } => {
                let silent = seconds > LONG_SILENCE.max(UNUSUAL_SILENCE * self.interval);
                !silent && distance <= UNUSUAL_SPEED * self.speed * seconds + BESIDE_THE_WAY
            }
            _ => false,
        }
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
    let of_believed: Vec<&Fix> = those_believed(fixes, believed).collect();
    let told_by: Vec<&Fix> = if are_enough(of_believed.len(), fixes) { of_believed } else { fixes.iter().collect() };
    let mut usual: Vec<f64> = told_by.windows(2).map(|pair| distance(pair[0], pair[1])).collect();
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

#[cfg(test)]
mod tests {
    use super::Standing::{GoesOn, Jumps, Wrong};
    use super::*;

    fn ride(count: i64) -> Vec<Fix> {
        (0..count).map(|second| Fix::of_position(second * 1_000, 55.0 + second as f64 * 4e-5, 21.0, 10.0)).collect()
    }

    fn wrong(fixes: &[Fix]) -> Vec<usize> {
        let standings = judge_ride(fixes, Mode::Car);
        (0..fixes.len()).filter(|number| standings[*number] == Wrong).collect()
    }

    #[test]
    fn one_who_was_elsewhere_for_a_while_and_back_was_not() {
        for (from, count) in [(0, 3), (0, 15), (40, 3), (40, 15), (85, 15), (97, 3)] {
            for degrees in [0.01, 0.5, 60.0] {
                let mut fixes = ride(100);
                fixes[from..from + count].iter_mut().for_each(|fix| fix.lat -= degrees);
                assert_eq!(wrong(&fixes), (from..from + count).collect::<Vec<_>>(), "{count} from {from}, {degrees}°");
            }
        }
    }

    #[test]
    fn every_second_fix_that_is_elsewhere_is_wrong() {
        for (every, degrees) in [(2, 0.1), (2, 60.0), (3, 0.1), (4, 5.0)] {
            let mut fixes = ride(120);
            fixes.iter_mut().skip(1).step_by(every).for_each(|fix| fix.lat -= degrees);
            assert_eq!(wrong(&fixes), (1..120).step_by(every).collect::<Vec<_>>(), "every {every}th, {degrees}°");
        }
    }

    #[test]
    fn a_ride_that_goes_on_elsewhere_jumps_there() {
        let mut fixes = ride(100);
        fixes[40..].iter_mut().for_each(|fix| fix.lat += 3.0);
        let standings = judge_ride(&fixes, Mode::Car);
        assert_eq!(standings.iter().position(|standing| *standing == Jumps), Some(40));
        assert_eq!(standings.iter().filter(|standing| **standing == GoesOn).count(), 99);
    }

    #[test]
    fn one_that_is_alone_at_an_end_is_believed_at_the_pace_of_the_ride() {
        for (seconds, metres, right) in [(60, 260, true), (60, 2_000, false), (600, 2_000, false), (170, 700, true)] {
            let mut fixes = ride(100);
            let far = f64::from(metres) / 111_200.0;
            fixes[0].time_ms -= (seconds - 1) * 1_000;
            fixes[0].lat -= far;
            fixes[99].time_ms += (seconds - 1) * 1_000;
            fixes[99].lat += far;
            assert_eq!(wrong(&fixes).is_empty(), right, "{metres} m and {seconds} s: {:?}", wrong(&fixes));
        }
    }

    #[test]
    fn the_wrong_ones_are_told_from_the_others() {
        let mut fixes = ride(100);
        fixes[0].lat += 3.0;
        fixes[50].lon -= 0.1;
        let wrong = wrong(&fixes);
        assert_eq!(wrong, [0, 50]);
    }

    #[test]
    fn one_that_is_seen_rarely_and_irregularly_is_believed() {
        let minutes = [0, 3, 4, 19, 22, 60, 61, 140, 150];
        let at = |minute: i64| Fix::of_position(minute * 60_000, 55.0 + minute as f64 * 1e-3, 21.0, 10.0);
        assert_eq!(judge_ride(&minutes.map(at), Mode::Bike), [GoesOn; 9]);
    }

    #[test]
    fn one_whose_time_is_wrong_is_on_the_way_all_the_same() {
        let mut fixes = ride(100);
        fixes[40].time_ms += 9_000_000_000;
        fixes[60].time_ms = 0;
        assert_eq!(judge_ride(&fixes, Mode::Car), vec![GoesOn; 100]);
    }

    #[test]
    fn one_who_is_too_fast_for_the_clock_is_followed_to_the_end() {
        let at = |second: i64| Fix::of_position(second * 1_000, 55.0 + second as f64 * 1.2e-3, 21.0, 10.0);
        assert_eq!(judge_ride(&(0..60).map(at).collect::<Vec<Fix>>(), Mode::Car), vec![GoesOn; 60]);
    }

    #[test]
    fn of_two_that_contradict_each_other_neither_is_wrong() {
        let far = [Fix::of_position(0, 55.0, 21.0, 8.0), Fix::of_position(1_000, 57.0, 21.0, 8.0)];
        assert_eq!(judge_ride(&far, Mode::Car), [GoesOn; 2]);
    }

    #[test]
    fn times_that_somebody_made_up_condemn_nobody() {
        let at = |second: i64| Fix::of_position(second * 1_000, 55.0 + second as f64 * 0.01, 21.0, 10.0);
        let flown: Vec<Fix> = (0..50).map(at).collect();
        assert_eq!(judge_ride(&flown, Mode::Car), [GoesOn; 50]);
    }
}
