//! Is that where the traveller is? A lone fix may be an old one, a network's, or one with a wrong clock.
//!
//! A [`Judge`] keeps the story it trusts and beside it a few claims: fixes that do not go on from the last trusted one,
//! as they lie too far, run against its clock, come after a silence, or are the first of all. A claim waits until others
//! agree with it; then it is what is trusted, and those of it that waited are believed with it. So one wrong fix never
//! shuts out those that follow, and what a lone one says is never acted upon: several hypotheses of where the traveller
//! is, confirmed by repetition, as trackers of radar plots do it (M-of-N confirmation; Blackman and Popoli, 1999).
//!
//! Guidance, recordings and rides that were brought in are judged by the same rules. A judge knows fixes and modes, and
//! nothing of lines.

mod claim;
mod relation;
mod whole;

use serde::{Deserialize, Serialize};

use super::admission::{Possible, Refusal, possible};
use crate::geometry::Metres;
use crate::model::{Fix, Mode};
use claim::APART;
pub(super) use claim::{Claim, MOST_WAITING, Step, Waiting};
pub(super) use relation::seconds_between;
use relation::{Relation, is_same, relation};
pub use whole::{Standing, judge_ride};

/// Nobody heard of a traveller for this many seconds: the next fix is alone. Guidance asks more often, but for where
/// nothing can be missed; there what is usual has become so.
const SILENCE: f64 = 45.0;
/// Intervals that are this many times longer than is usual are a silence.
const UNUSUAL: f64 = 3.0;
/// Times farther apart than this do not belong to one ride.
const ONE_RIDE_S: f64 = 24.0 * 3600.0;
/// As many claims are kept.
pub(super) const MOST_CLAIMS: usize = 3;
/// A claim that so many more trusted fixes spoke against than for it is given up.
const HOPELESS: u8 = 3;
/// How quickly what is usual follows what is seen.
const LEARNING: f64 = 0.3;

/// Judges fixes one after the other. `T` is what the caller knows a fix by when it was believed late.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Judge<T> {
    pub(super) trusted: Option<Trusted>,
    /// That of the newest fix comes last.
    pub(super) claims: Vec<Claim<T>>,
}

impl<T> Default for Judge<T> {
    fn default() -> Judge<T> {
        Judge { trusted: None, claims: Vec::new() }
    }
}

/// What a fix is.
#[derive(Debug, Clone, PartialEq)]
pub enum Verdict<T> {
    /// It goes on from the one before.
    Believed,
    /// It waits until others agree. Without a reason nothing speaks against it but that it is alone.
    Waits(Option<Refusal>),
    /// It is believed, and those before it that waited for it.
    Confirmed {
        /// Those that waited, the oldest first.
        waited: Vec<(Fix, T)>,
        /// How they go on from what was believed before.
        link: Link,
    },
    /// It is no position, or one from before the last.
    Refused(Refusal),
}

/// How a story that was confirmed goes on from the one before.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum Link {
    /// Nothing was confirmed before it.
    Begins,
    /// From where the traveller was last seen.
    Follows,
    /// Somewhere else: what was believed before was wrong, or nobody can say how the traveller got there.
    Jumps,
    /// On another day.
    Anew,
}

/// The story that is trusted.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
pub(super) struct Trusted {
    pub(super) last: Fix,
    /// What is usual: seconds between fixes, and metres a second.
    pub(super) interval: f64,
    pub(super) speed: f64,
    /// The times of its fixes say nothing.
    pub(super) timeless: bool,
}

impl<T: Copy> Judge<T> {
    /// One who trusts that fix, as others did before.
    #[must_use]
    pub fn trusting(last: Option<Fix>) -> Judge<T> {
        let last = last.filter(|last| possible(last).is_ok());
        let trusted = last.map(|last| Trusted { last: bare(&last), interval: 0.0, speed: 0.0, timeless: false });
        Judge { trusted, claims: Vec::new() }
    }

    /// Whether any fix was believed.
    #[must_use]
    pub fn has_begun(&self) -> bool {
        self.trusted.is_some()
    }

    /// Takes the next fix, of one who travels in that mode.
    pub fn take(&mut self, fix: &Fix, tag: T, mode: Mode) -> Verdict<T> {
        let now = match possible(fix) {
            Ok(now) => now,
            Err(reason) => return Verdict::Refused(reason),
        };
        let doubt = match &mut self.trusted {
            Some(trusted) => match trusted.go_on(fix, &now, mode) {
                Ok(()) => {
                    self.oppose();
                    return Verdict::Believed;
                }
                Err(doubt) => doubt,
            },
            None => self.doubt_at_first(fix, &now, mode),
        };
        let Doubt::Claims { reason, link } = doubt else { return Verdict::Refused(Refusal::Old) };
        for number in (0..self.claims.len()).rev() {
            let Some(step) = self.claims[number].step_to(fix, &now, mode) else { continue };
            let claim = &mut self.claims[number];
            claim.add(Waiting { fix: bare(fix), tag, step });
            if let Some(from) = claim.confirmed() {
                return self.trust(number, from);
            }
            let newest = self.claims.remove(number);
            self.claims.push(newest);
            return Verdict::Waits(reason);
        }
        self.claim(Waiting { fix: bare(fix), tag, step: Step::Untimed }, link);
        Verdict::Waits(reason)
    }

    /// The fixes that wait with the newest one, and how they would go on from what is trusted.
    pub(super) fn newest(&self) -> Option<(Link, Vec<Fix>)> {
        let claim = self.claims.last()?;
        let from = claim.close_together();
        Some((claim.link, claim.waiting[from..].iter().map(|waiting| waiting.fix).collect()))
    }

    /// What becomes of those that wait when no more fixes come: those that others agree with are believed, and where
    /// nothing else is known, the only ones.
    pub fn settle(&mut self) -> Vec<(Fix, T)> {
        let claims = std::mem::take(&mut self.claims);
        let [claim] = &claims[..] else { return Vec::new() };
        let from = match claim.link {
            Link::Begins => 0,
            Link::Follows if claim.opposed == 0 => claim.close_together(),
            _ => return Vec::new(),
        };
        if claim.link == Link::Follows && claim.waiting.len() - from < 2 {
            return Vec::new();
        }
        self.trusted = claim.trusted(from);
        claim.waited(from, claim.waiting.len())
    }

    /// Before anything was confirmed, what contradicts the claim with most to say for it has a reason against it.
    fn doubt_at_first(&self, fix: &Fix, now: &Possible, mode: Mode) -> Doubt {
        let claims = |reason| Doubt::Claims { reason, link: Link::Begins };
        let likeliest = self.claims.iter().rev().max_by_key(|claim| claim.agreeing);
        let Some(first) = likeliest.and_then(|claim| claim.waiting.last()) else { return claims(None) };
        match relation(&first.fix, fix, now, mode, 0.0) {
            Relation::Late => Doubt::Late,
            Relation::Near { .. } | Relation::Untimed { near: true, .. } => claims(None),
            Relation::Far { distance, .. } => claims(Some(Refusal::Jumped { distance: Metres(distance) })),
            Relation::Untimed { near: false } => claims(Some(Refusal::Old)),
        }
    }

    /// A trusted fix speaks against all claims.
    fn oppose(&mut self) {
        self.claims.retain_mut(|claim| {
            claim.opposed = claim.opposed.saturating_add(1);
            claim.opposed < claim.agreeing.saturating_add(HOPELESS)
        });
    }

    fn claim(&mut self, first: Waiting<T>, link: Link) {
        if self.claims.len() == MOST_CLAIMS
            && let Some(weakest) = (0..MOST_CLAIMS).min_by_key(|number| self.claims[*number].agreeing)
        {
            self.claims.remove(weakest);
        }
        self.claims.push(Claim { waiting: vec![first], agreeing: 1, opposed: 0, link });
    }

    /// Trusts a claim from that fix on; its last one is the fix at hand.
    fn trust(&mut self, number: usize, from: usize) -> Verdict<T> {
        let claim = &self.claims[number];
        let link = match claim.link {
            _ if self.trusted.is_none() => Link::Begins,
            // What others came between does not follow, and what was given up of it tells nothing of the way.
            Link::Follows if claim.opposed > 0 => Link::Jumps,
            link => link,
        };
        let waited = claim.waited(from, claim.waiting.len() - 1);
        self.trusted = claim.trusted(from);
        self.claims.clear();
        Verdict::Confirmed { waited, link }
    }
}

/// Why a fix does not simply go on.
enum Doubt {
    /// It is from before.
    Late,
    /// It claims something else, or is alone.
    Claims { reason: Option<Refusal>, link: Link },
}

impl Trusted {
    /// Goes on with that fix, or tells why not.
    fn go_on(&mut self, fix: &Fix, now: &Possible, mode: Mode) -> Result<(), Doubt> {
        let claims = |reason, link| Err(Doubt::Claims { reason, link });
        match relation(&self.last, fix, now, mode, self.speed) {
            Relation::Late => Err(Doubt::Late),
            Relation::Near { seconds, .. } if seconds >= ONE_RIDE_S => claims(None, Link::Anew),
            Relation::Near { seconds, stayed: false, .. } if seconds > SILENCE.max(UNUSUAL * self.interval) => {
                claims(None, Link::Follows)
            }
            Relation::Near { seconds, distance, .. } => {
                self.timeless = false;
                self.learn(seconds, distance);
                self.last = bare(fix);
                Ok(())
            }
            Relation::Far { seconds, distance } => {
                let link = if seconds >= ONE_RIDE_S { Link::Anew } else { Link::Jumps };
                claims(Some(Refusal::Jumped { distance: Metres(distance) }), link)
            }
            Relation::Untimed { near: true } if self.timeless && !is_same(&self.last, fix) => {
                self.last = bare(fix);
                Ok(())
            }
            Relation::Untimed { .. } if is_same(&self.last, fix) => Err(Doubt::Late),
            Relation::Untimed { near } => claims(Some(Refusal::Old), if near { Link::Follows } else { Link::Jumps }),
        }
    }

    fn learn(&mut self, seconds: f64, distance: f64) {
        self.interval += LEARNING * (seconds.min(ONE_RIDE_S) - self.interval);
        if seconds > 0.5 {
            let share = LEARNING * (seconds / APART).min(1.0);
            self.speed += share * (distance / seconds - self.speed);
        }
    }
}

/// The fix without what nobody judges it by; what is no number is unknown.
fn bare(fix: &Fix) -> Fix {
    let known = |number: Option<f64>| number.filter(|number| number.is_finite());
    Fix { altitude_m: None, speed_mps: known(fix.speed_mps), course_deg: known(fix.course_deg), ..*fix }
}

#[cfg(test)]
mod tests;
