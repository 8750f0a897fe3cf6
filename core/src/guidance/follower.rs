//! Where on the line is the traveller?
//!
//! The follower keeps a handful of [`Hypothesis`] about the along-track position and weighs them with each fix: a
//! hidden Markov model in the manner of Newson and Krumm (2009) with travel along the line in place of a road graph.
//! What a hypothesis costs is how far the fix lies from its place on the line, against the accuracy of both, and how
//! far the traveller would have had to move. New hypotheses arise wherever the line comes near the fix; they begin
//! with the handicap of a jump, so that where the line overlaps itself the way ridden so far decides.
//!
//! It knows lines and fixes. It knows nothing of stops, cues or languages.

use libm::{cos, exp, sin, sqrt};

use super::course::Course;
use super::hypothesis::{Hypothesis, log_normal};
use super::movement::{Movement, movement};
use super::travel::Direction;
use crate::geometry::{Along, Bearing, Ecef, Foot, Metres};
use crate::spatial::Expectation;

/// As many hypotheses as are kept.
pub(super) const MOST: usize = 8;
/// What it costs at most to have got from one place of the line to another without travelling it.
const JUMP: f64 = 9.0;
/// What the smallest jump costs, and how many metres along the line cost one more: at the far end of a way out and
/// back the two ways are neighbours.
const SMALL_JUMP: f64 = 1.0;
const JUMP_METRES: f64 = 60.0;
/// What it costs to have turned round.
const TURNING_ROUND: f64 = 6.0;
/// Hypotheses this much less likely than the best are given up.
const HOPELESS: f64 = -14.0;
/// No single fix speaks more against a hypothesis than this: fixes can be wild.
const WORST: f64 = 8.0;
/// Fixes within this many seconds share their errors, so that together they weigh as one.
const INDEPENDENT: f64 = 4.0;
/// Who begins within this distance of the line's start probably begins there.
const AT_START: f64 = 300.0;
/// How much more probable that is.
const STARTS_AT_START: f64 = 3.0;
/// The line is looked up around the fix no farther than legs this inaccurate ask for.
const WIDEST_TOLERANCE: f64 = 150.0;
/// Farther than this many standard deviations from the line, the traveller is not on it.
const ON_LINE: f64 = 3.0;
/// Places within this many standard deviations of a sighting are the same.
const SAME: f64 = 2.5;
/// Another hypothesis takes over when it is this much better: two equals must not take turns.
const TAKES_OVER: f64 = 0.7;
/// A phone's speed is off by this much, and by [`SPEED_SHARE`] of itself.
const SPEED_NOISE: f64 = 0.8;
const SPEED_SHARE: f64 = 0.15;
/// Slower than this, a phone's course means nothing.
const STEADY: f64 = 0.7;

/// Speed and course, each off by its standard deviation, are off by this in squares.
const USUAL_SURPRISE: f64 = 2.0;

/// A believable fix, made ready for arithmetic.
#[derive(Debug, Clone, Copy)]
pub(super) struct Sighting {
    pub(super) at: Ecef,
    /// The standard deviation on each axis.
    pub(super) noise: f64,
    /// Seconds since the fix before; 0 for the first.
    pub(super) seconds: f64,
    pub(super) speed: Option<f64>,
    pub(super) course: Option<Bearing>,
}

/// A traveller seems to have turned round.
#[derive(Debug, Clone, Copy)]
struct Turn {
    /// How far back that was.
    back: f64,
    /// How far the fix is from the line on the way back.
    distance: Metres,
}

/// What the follower makes of a fix.
#[derive(Debug, Clone, Copy)]
pub(super) struct Position {
    pub(super) along: Along,
    /// Towards the line's end, metres a second.
    pub(super) speed: f64,
    /// +1 or −1: which way the traveller goes, unless it is but a few steps back.
    pub(super) heading: f64,
    /// The standard deviation of `along`.
    pub(super) spread: f64,
    /// How far the fix is from the line there.
    pub(super) distance: Metres,
    /// The share of all probability that lies on this place.
    pub(super) share: f64,
    /// Whether the traveller is on the line, as far as one can tell.
    pub(super) on_line: bool,
    /// Whether this place follows from the one before, rather than from a jump.
    pub(super) continuous: bool,
}

/// Takes in a sighting; the most likely hypothesis comes first afterwards. `direction` is the way the traveller has
/// gone so far.
pub(super) fn follow(
    course: &Course,
    hypotheses: &mut Vec<Hypothesis>,
    sighting: &Sighting,
    direction: Direction,
) -> Position {
    let follower = Follower { course, sighting, direction, end: course.line().length().0 };
    for number in 0..hypotheses.len() {
        if let Some(turn) = follower.weigh(&mut hypotheses[number]) {
            follower.look_ahead(hypotheses, number, turn);
        }
    }
    let leader = hypotheses.first().map(|first| first.along);
    follower.look_around(hypotheses);
    follower.select(hypotheses);
    let continuous = leader == hypotheses.first().map(|first| first.along);
    follower.position(hypotheses, continuous)
}

struct Follower<'a> {
    course: &'a Course,
    sighting: &'a Sighting,
    direction: Direction,
    end: f64,
}

impl Follower<'_> {
    fn movement_at(&self, along: f64) -> Movement {
        movement(self.course.legs()[self.course.leg_at(Along(Metres(along)))].mode)
    }

    /// The standard deviation of fixes across the line at a place: the fix's own and the line's.
    fn noise_across(&self, along: Along) -> f64 {
        let line = self.course.legs()[self.course.leg_at(along)].accuracy.0 / 2.0;
        sqrt(self.sighting.noise * self.sighting.noise + line * line)
    }

    /// How much a fix counts when others came just before it.
    fn evidence(&self) -> f64 {
        (self.sighting.seconds / INDEPENDENT).clamp(0.2, 1.0)
    }

    /// Takes in the sighting; tells whether the traveller has turned round, if the hypothesis is true.
    fn weigh(&self, hypothesis: &mut Hypothesis) -> Option<Turn> {
        let sighting = self.sighting;
        hypothesis.predict(sighting.seconds, self.movement_at(hypothesis.along), self.end);
        let foot = self.foot_of(hypothesis);
        let noise = self.noise_along(foot);
        let across = self.noise_across(foot.along);
        let spread = hypothesis.spread_of_sighting(noise);
        let best = log_normal(0.0, spread);
        let place = log_normal(foot.along.metres() - hypothesis.along, spread) + fit(foot.distance.0, across);
        hypothesis.seen_at(foot.along.metres(), noise, self.end);
        let direction = self.learn_speed(hypothesis);
        hypothesis.weight += self.evidence() * (place.max(best - WORST) + direction);
        if foot.distance.0 > ON_LINE * across {
            // Off the line, coming and going along it mean nothing.
            hypothesis.farthest = hypothesis.along;
            return None;
        }
        let back = hypothesis.turns_round(sighting.noise, self.movement_at(hypothesis.along));
        back.filter(|_| self.is_against(hypothesis)).map(|back| Turn { back, distance: foot.distance })
    }

    /// Whether the hypothesis has the traveller go against the way gone so far.
    fn is_against(&self, hypothesis: &Hypothesis) -> bool {
        hypothesis.heading != self.direction.sign()
    }

    /// The weight of a hypothesis with what it costs to have turned round.
    fn standing(&self, hypothesis: &Hypothesis) -> f64 {
        hypothesis.weight - if self.is_against(hypothesis) { TURNING_ROUND } else { 0.0 }
    }

    /// One who seems to have turned round may have gone round the far end of a way out and back instead.
    fn look_ahead(&self, hypotheses: &mut Vec<Hypothesis>, number: usize, turn: Turn) {
        let turned = hypotheses[number];
        let spread = turned.spread_of_sighting(self.sighting.noise);
        let ahead = |metres: f64| Along(Metres(turned.along - turned.heading * metres));
        // The other way lies as far beyond the far end as the traveller has come back from it.
        let (near, far) = (ahead(1.5 * spread), ahead(2.0 * turn.back + 15.0 * spread));
        let (from, to) = if near < far { (near, far) } else { (far, near) };
        let Some(foot) = self.course.index().nearest_between(self.sighting.at, from, to) else { return };
        // Both ways lead over the same ground, however inexactly it was drawn.
        let as_near = foot.distance.0 < turn.distance.0 + ON_LINE * self.sighting.noise;
        if as_near && hypotheses.len() < MOST {
            let along = foot.along.metres();
            let weight = turned.weight - SMALL_JUMP;
            let movement = self.movement_at(along);
            let noise = self.noise_along(foot);
            hypotheses.push(Hypothesis::at(along, noise, movement, -turned.heading, weight, self.end));
        }
    }

    /// The place on the line that explains the sighting best, given the hypothesis.
    fn foot_of(&self, hypothesis: &Hypothesis) -> Foot {
        let expected = Along(Metres(hypothesis.along));
        let spread = hypothesis.spread_of_sighting(self.sighting.noise);
        let reach = Metres(4.0 * spread);
        let across = self.noise_across(expected);
        let expectation = Expectation { along: expected, spread: Metres(spread), noise: Metres(across) };
        let index = self.course.index();
        let rough = index.likeliest(self.sighting.at, expectation, expected - reach, expected + reach);
        // What was expected has chosen the passage; where on it, the fix alone says. Inside a segment it has.
        let (start, end) = (index.line().along_of(rough.segment), index.line().along_of(rough.segment + 1));
        if rough.along > start && rough.along < end {
            return rough;
        }
        let about = rough.distance + Metres(1.0);
        index.nearest_between(self.sighting.at, rough.along - about, rough.along + about).unwrap_or(rough)
    }

    /// The standard deviation of a foot along the line: the farther away the line, the less it says where.
    fn noise_along(&self, foot: Foot) -> f64 {
        let lever = foot.distance.0 / 4.0;
        sqrt(self.sighting.noise * self.sighting.noise + lever * lever)
    }

    /// Takes in the phone's speed and course; how likely they are on this piece of the line.
    fn learn_speed(&self, hypothesis: &mut Hypothesis) -> f64 {
        let Some(speed) = self.sighting.speed else { return 0.0 };
        let noise = SPEED_NOISE + SPEED_SHARE * speed;
        if speed < STEADY {
            hypothesis.moving_at(0.0, SPEED_NOISE + speed, self.end);
            return 0.0;
        }
        let here = Along(Metres(hypothesis.along));
        let Some(course) = self.sighting.course else { return 0.0 };
        let turn = self.course.line().bearing_at(here).turn_to(course).to_radians();
        let aside = speed * sin(turn) / (SPEED_NOISE + 0.5 * speed);
        let along = speed * cos(turn);
        let surprise = (along - hypothesis.speed) / sqrt(hypothesis.speed_2 + noise * noise);
        hypothesis.moving_at(along, noise, self.end);
        if self.course.tolerance_at(here).indicative {
            return 0.0;
        }
        // What is usual costs nothing, or each fix would speak against lines that show the way.
        (-0.5 * (aside * aside + surprise * surprise - USUAL_SURPRISE).max(0.0)).max(-WORST / 4.0)
    }

    /// Adds a hypothesis for every passage of the line near the fix where there is none.
    fn look_around(&self, hypotheses: &mut Vec<Hypothesis>) {
        let begun = !hypotheses.is_empty();
        let widest = match hypotheses.first() {
            Some(best) => self.course.tolerance_at(Along(Metres(best.along))).accuracy,
            None => WIDEST_TOLERANCE,
        };
        let line = widest.min(WIDEST_TOLERANCE) / 2.0;
        let radius = 3.0 * sqrt(self.sighting.noise * self.sighting.noise + line * line);
        self.course.index().passages(self.sighting.at, Metres(radius), &mut |foot| {
            if !hypotheses.iter().any(|known| self.is_at(known, foot)) {
                self.add(hypotheses, foot, begun);
            }
        });
        if hypotheses.is_empty() {
            self.add(hypotheses, self.course.index().nearest(self.sighting.at), false);
        }
    }

    fn is_at(&self, known: &Hypothesis, foot: Foot) -> bool {
        (known.along - foot.along.metres()).abs() < SAME * known.spread_of_sighting(self.sighting.noise)
    }

    fn add(&self, hypotheses: &mut Vec<Hypothesis>, foot: Foot, begun: bool) {
        let along = foot.along.metres();
        let across = self.noise_across(foot.along);
        let mut weight = fit(foot.distance.0, across).max(-WORST);
        if let (true, Some(best)) = (begun, hypotheses.first()) {
            // No better than the best but for the jump, and worse by how badly it fits.
            let jump = (SMALL_JUMP + (along - best.along).abs() / JUMP_METRES).min(JUMP);
            weight += best.weight - jump;
        } else if along < AT_START {
            weight += STARTS_AT_START;
        }
        let (noise, movement) = (self.noise_along(foot), self.movement_at(along));
        let mut added = Hypothesis::at(along, noise, movement, self.direction.sign(), weight, self.end);
        self.learn_speed(&mut added);
        if hypotheses.len() < MOST {
            hypotheses.push(added);
        } else if let Some(worst) =
            hypotheses.iter_mut().skip(1).min_by(|one, other| one.weight.total_cmp(&other.weight))
            && worst.weight < weight
        {
            *worst = added;
        }
    }

    /// Joins hypotheses that have met, gives up hopeless ones, and puts the best first.
    fn select(&self, hypotheses: &mut Vec<Hypothesis>) {
        hypotheses[1..].sort_by(|one, other| self.standing(other).total_cmp(&self.standing(one)));
        if let [first, second, ..] = &hypotheses[..]
            && self.standing(second) > self.standing(first) + TAKES_OVER
        {
            hypotheses.swap(0, 1);
        }
        let mut next = 1;
        while next < hypotheses.len() {
            let (before, rest) = hypotheses.split_at(next);
            if before.iter().any(|kept| have_met(kept, &rest[0])) {
                hypotheses.remove(next);
            } else {
                next += 1;
            }
        }
        let best = hypotheses.iter().map(|hypothesis| self.standing(hypothesis)).fold(f64::NEG_INFINITY, f64::max);
        for hypothesis in hypotheses.iter_mut() {
            hypothesis.weight -= best;
        }
        // The first one stays: it is worse than the best by no more than it takes to take over.
        hypotheses.retain(|hypothesis| self.standing(hypothesis) > HOPELESS);
    }

    fn position(&self, hypotheses: &[Hypothesis], continuous: bool) -> Position {
        let best = hypotheses[0];
        let all: f64 = hypotheses.iter().map(|hypothesis| exp(self.standing(hypothesis))).sum();
        let along = Along(Metres(best.along));
        // The nearest place thereabouts, and not the filtered one: the distance must be of this very fix.
        let distance = self.foot_of(&best).distance;
        Position {
            along,
            speed: best.speed,
            spread: sqrt(best.along_2),
            distance,
            share: exp(self.standing(&best)) / all,
            heading: best.heading,
            on_line: distance.0 <= ON_LINE * self.noise_across(along),
            continuous,
        }
    }
}

/// How well a distance from the line fits, 0 at best. Not a density: how exact a leg was drawn is the same for all
/// fixes on it, so it must not speak against the leg with each of them.
fn fit(off: f64, spread: f64) -> f64 {
    let share = off / spread;
    -0.5 * share * share
}

/// Whether two hypotheses suppose the same.
fn have_met(one: &Hypothesis, other: &Hypothesis) -> bool {
    let apart = (one.along - other.along).abs();
    apart < 5.0 + 2.0 * sqrt(one.along_2.min(other.along_2)) && (one.speed - other.speed).abs() < 1.5
}
