//! Fixes that agree with one another and wait for more.

use serde::{Deserialize, Serialize};

use super::super::admission::Possible;
use super::relation::{Relation, distance, is_at_same, is_same, relation};
use super::{Link, SILENCE, Trusted, UNUSUAL};
use crate::model::{Fix, Mode};

/// So many fixes that agree are believed.
pub(super) const AGREEING: usize = 3;
/// Two are enough when this many seconds lie between them.
pub(super) const APART: f64 = 10.0;
/// Fixes at one and the same coordinates may be one old position said again and again: they agree after so many seconds.
const SAME_APART: f64 = 20.0;
/// What contradicts a story that is trusted has to last so many seconds.
const LASTING: f64 = 5.0;
/// As many fixes of a claim are kept.
pub(in super::super) const MOST_WAITING: usize = 6;

/// Fixes that agree with one another and wait for more.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub(in super::super) struct Claim<T> {
    /// The first and the newest of them, the oldest first.
    pub(in super::super) waiting: Vec<Waiting<T>>,
    /// How many agreed so far, and how many trusted ones came meanwhile.
    pub(in super::super) agreeing: u8,
    pub(in super::super) opposed: u8,
    pub(in super::super) link: Link,
}

/// A fix that waits.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
pub(in super::super) struct Waiting<T> {
    pub(in super::super) fix: Fix,
    pub(in super::super) tag: T,
    /// How it goes on from the one before it.
    pub(in super::super) step: Step,
}

/// From one fix of a claim to the next.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
pub(in super::super) enum Step {
    /// So many seconds later.
    After(f64),
    /// After a silence of so many seconds.
    Silence(f64),
    /// Nobody knows when.
    Untimed,
}

impl<T: Copy> Claim<T> {
    /// How the fix goes on from the last of this claim; `None` where it contradicts it.
    pub(super) fn step_to(&self, fix: &Fix, now: &Possible, mode: Mode) -> Option<Step> {
        let last = self.waiting.last()?;
        match relation(&last.fix, fix, now, mode, 0.0) {
            Relation::Near { seconds, stayed: false, .. } if seconds > SILENCE => Some(Step::Silence(seconds)),
            Relation::Near { seconds, .. } => Some(Step::After(seconds)),
            Relation::Untimed { near: true } if !is_same(&last.fix, fix) => Some(Step::Untimed),
            _ => None,
        }
    }

    pub(super) fn add(&mut self, next: Waiting<T>) {
        if self.waiting.len() == MOST_WAITING {
            let from = self.close_together();
            if let (0, Step::After(before), Step::After(seconds)) =
                (from, self.waiting[1].step, &mut self.waiting[2].step)
            {
                // How long they have agreed is told by the first.
                *seconds += before;
                self.waiting.remove(1);
            } else {
                self.waiting.remove(0);
            }
        }
        self.waiting.push(next);
        self.agreeing = self.agreeing.saturating_add(1);
    }

    /// From which of its fixes on the claim is confirmed, if it is.
    pub(super) fn confirmed(&self) -> Option<usize> {
        // Of two that take turns, neither displaces the other.
        if self.agreeing < self.opposed.saturating_add(2) {
            return None;
        }
        let from = self.close_together();
        let close = &self.waiting[from..];
        if agree(close) && (self.link != Link::Jumps || seconds(close) >= LASTING) {
            return Some(from);
        }
        // Or else all of them, if they come at such intervals.
        let steps = || self.waiting[1..].iter().map(|waiting| waiting.step.seconds());
        let (longest, shortest) = (steps().fold(0.0, f64::max), steps().fold(f64::INFINITY, f64::min));
        let regular = self.waiting.len() >= AGREEING && longest <= UNUSUAL * shortest;
        (from > 0 && regular && agree(&self.waiting)).then_some(0)
    }

    /// From which fix on they came one soon after the other: what lies before a silence, or another setting of the clock,
    /// does not agree with what comes after it, but only admits it.
    pub(super) fn close_together(&self) -> usize {
        let mut steps = self.waiting.iter().skip(1).map(|waiting| waiting.step);
        steps.rposition(|step| !matches!(step, Step::After(_))).map_or(0, |before| before + 1)
    }

    /// Those that waited, up to one of them.
    pub(super) fn waited(&self, from: usize, to: usize) -> Vec<(Fix, T)> {
        self.waiting[from..to].iter().map(|waiting| (waiting.fix, waiting.tag)).collect()
    }

    /// What is trusted when this is.
    pub(super) fn trusted(&self, from: usize) -> Option<Trusted> {
        let of_it = self.waiting.get(from..)?;
        let last = of_it.last()?.fix;
        let seconds = seconds(of_it);
        let metres: f64 = of_it.windows(2).map(|pair| distance(&pair[0].fix, &pair[1].fix)).sum();
        let steps = of_it.len().saturating_sub(1).max(1);
        Some(Trusted {
            last,
            interval: seconds / steps as f64,
            speed: if seconds > 0.5 { metres / seconds } else { 0.0 },
            timeless: of_it[1..].iter().any(|waiting| waiting.step == Step::Untimed),
        })
    }
}

/// Whether so many fixes, and so far apart in time, are enough to believe them.
fn agree<T>(waiting: &[Waiting<T>]) -> bool {
    let others = waiting.windows(2).filter(|pair| !is_at_same(&pair[0].fix, &pair[1].fix)).count();
    others + 1 >= AGREEING
        || (others == 1 && seconds(waiting) >= APART)
        || (waiting.len() > 1 && seconds(waiting) >= SAME_APART)
}

/// How long they took.
fn seconds<T>(waiting: &[Waiting<T>]) -> f64 {
    waiting.iter().skip(1).map(|waiting| waiting.step.seconds()).sum()
}

impl Step {
    /// Whether it is one that two fixes can have made.
    pub(in super::super) fn is_sound(self) -> bool {
        (0.0..1e16).contains(&self.seconds())
    }

    fn seconds(self) -> f64 {
        match self {
            Step::After(seconds) | Step::Silence(seconds) => seconds,
            Step::Untimed => 0.0,
        }
    }
}
