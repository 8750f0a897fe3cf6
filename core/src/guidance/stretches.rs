//! Stages that end, legs that begin, and the end of it all: each told once.

use super::course::{Course, CourseLeg};
use super::event::Event;
use super::travel::{Direction, Stride};
use crate::geometry::{Along, Metres};
use crate::model::Origin;

/// Within this distance of the last place one is there.
const AT_END: f64 = 30.0;
/// One who goes away this far from the end can end the route again.
const AWAY_FROM_END: f64 = 300.0;

/// One who ends a route has come this way along it, or this share of a shorter one: standing at its end is no ride.
const WORTH_ENDING: f64 = 100.0;
const SHARE_WORTH_ENDING: f64 = 0.25;
/// A line whose ends are nearer to each other than this is a ring: who begins so little before its end, or that share of
/// a shorter one, begins a round.
const RING: f64 = 300.0;
const WORTH_ENDING_A_RING: f64 = 1_000.0;

/// How the line is to be taken is told for legs of this length: a short one between others is no news.
const WORTH_TELLING: Metres = Metres(1_000.0);
/// A line known as closely as this lies on the way; beside others the way runs where it will.
const EXACT: Metres = Metres(50.0);

/// Which stretches the traveller is on and has been told of. They move on in the direction of travel only, so that
/// wavering about a joint is no news.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub(super) struct Stretches {
    pub(super) stage: Option<u32>,
    pub(super) leg: Option<u32>,
    /// The leg ahead that was told of.
    pub(super) leg_told: Option<u32>,
    /// Whether the traveller was told that the line is only indicative.
    pub(super) indicative: bool,
    pub(super) ended: bool,
    /// How far the traveller has come along the line up to `since`, and from where on and in which direction they go now.
    pub(super) way: f64,
    pub(super) since: Option<(f64, Direction)>,
}

/// Moves on in the direction of travel; back only with a jump.
fn moved_on(before: Option<u32>, now: u32, stride: &Stride) -> u32 {
    match before {
        Some(before) if stride.continuous => match stride.direction {
            Direction::Forward => before.max(now),
            Direction::Backward => before.min(now),
        },
        _ => now,
    }
}

/// Whether the line lies on the way from that leg on, as far as it is told to be more than a join of stops.
fn is_exact_from(legs: &[CourseLeg], leg: usize, direction: Direction) -> bool {
    let told_of = |leg: &&CourseLeg| leg.origin != Origin::Indicative || leg.to - leg.from < WORTH_TELLING;
    let is_exact = |leg: &CourseLeg| leg.accuracy <= EXACT;
    match direction {
        Direction::Forward => legs[leg..].iter().take_while(told_of).all(is_exact),
        Direction::Backward => legs[..=leg].iter().rev().take_while(told_of).all(is_exact),
    }
}

impl Stretches {
    /// Tells of stages and legs at a stride that was [taken note of](Stretches::go). `noise` is how far the place may be off, `lead` how far ahead a
    /// change of mode is told.
    pub(super) fn announce(
        &mut self,
        course: &Course,
        stride: &Stride,
        noise: f64,
        lead: f64,
        events: &mut Vec<Event>,
    ) {
        self.announce_end(course, stride, noise, events);
        self.announce_stage(course, stride, events);
        self.announce_leg(course, stride, events);
        self.announce_mode(course, stride, lead, events);
    }

    fn announce_stage(&mut self, course: &Course, stride: &Stride, events: &mut Vec<Event>) {
        let Some(here) = course.stage_at(stride.to) else { return };
        let now = moved_on(self.stage, here as u32, stride);
        if let Some(before) = self.stage.filter(|before| *before != now && stride.continuous) {
            events.push(Event::StageEnded { stage: before as usize, next: Some(now as usize) });
        }
        self.stage = Some(now);
    }

    fn announce_leg(&mut self, course: &Course, stride: &Stride, events: &mut Vec<Event>) {
        let now = moved_on(self.leg, course.leg_at(stride.to) as u32, stride);
        self.leg = Some(now);
        let leg = &course.legs()[now as usize];
        let indicative = leg.origin == Origin::Indicative;
        if indicative != self.indicative && leg.to - leg.from >= WORTH_TELLING {
            self.indicative = indicative;
            let exact = is_exact_from(course.legs(), now as usize, stride.direction);
            events.push(if indicative { Event::LineIsIndicative } else { Event::LineShowsTheWay { exact } });
        }
    }

    fn announce_mode(&mut self, course: &Course, stride: &Stride, lead: f64, events: &mut Vec<Event>) {
        let here = course.leg_at(stride.to);
        let (next, joint) = match stride.direction {
            Direction::Forward => (here + 1, course.legs()[here].to),
            Direction::Backward => (here.wrapping_sub(1), course.legs()[here].from),
        };
        let Some(leg) = course.legs().get(next) else { return };
        let distance = stride.direction.ahead(stride.to, joint);
        let told = self.leg_told == Some(next as u32);
        if distance.0 <= lead && leg.mode != course.legs()[here].mode && !told {
            events.push(Event::ModeAhead { mode: leg.mode, distance });
            self.leg_told = Some(next as u32);
        }
    }

    /// Takes note of the way, also where nothing can be told of it; what wavers to and fro does not add up.
    pub(super) fn go(&mut self, stride: &Stride) {
        let goes_on = stride.continuous.then_some(self.since).flatten().filter(|since| since.1 == stride.direction);
        if goes_on.is_none() {
            self.way = self.way_until(stride.from);
            let from = if stride.continuous { stride.from } else { stride.to };
            self.since = Some((from.metres(), stride.direction));
        }
    }

    /// How far the traveller has come along the line, up to a place.
    fn way_until(&self, here: Along) -> f64 {
        self.way + self.since.map_or(0.0, |(since, _)| (here.metres() - since).abs())
    }

    fn is_way_worth_ending(&self, course: &Course, stride: &Stride) -> bool {
        let line = course.line();
        let share = SHARE_WORTH_ENDING * line.length().0;
        let ends = (line.ecef_at(Along::START), line.ecef_at(line.end()));
        let is_ring = ends.0.ground_distance(ends.1).0 < RING.min(share);
        self.way_until(stride.to) >= share.min(if is_ring { WORTH_ENDING_A_RING } else { WORTH_ENDING })
    }

    fn announce_end(&mut self, course: &Course, stride: &Stride, noise: f64, events: &mut Vec<Event>) {
        let end = match stride.direction {
            Direction::Forward => course.line().end(),
            Direction::Backward => Along::START,
        };
        let ahead = stride.direction.ahead(stride.to, end);
        if self.ended {
            self.ended = ahead < Metres(AWAY_FROM_END);
        } else if stride.continuous && ahead.0 <= AT_END + noise && self.is_way_worth_ending(course, stride) {
            self.ended = true;
            if course.stages().len() > 1 {
                let last = match stride.direction {
                    Direction::Forward => course.stages().len() - 1,
                    Direction::Backward => 0,
                };
                events.push(Event::StageEnded { stage: last, next: None });
            }
            events.push(Event::RouteEnded);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Mode;

    /// Legs one behind the other: their origin, accuracy and length.
    fn legs(parts: &[(Origin, f64, f64)]) -> Vec<CourseLeg> {
        let mut from = Along::START;
        let leg = |&(origin, accuracy, length): &(Origin, f64, f64)| {
            let to = from + Metres(length);
            let leg = CourseLeg { id: None, mode: Mode::Bike, origin, accuracy: Metres(accuracy), from, to };
            from = to;
            leg
        };
        parts.iter().map(leg).collect()
    }

    #[test]
    fn a_line_shows_the_way_where_all_of_it_is_known_that_closely() {
        let joined = (Origin::Indicative, 800.0, 2_000.0);
        let measured = (Origin::Surveyed, 5.0, 2_000.0);
        let traced = (Origin::Digitised, 1_000.0, 2_000.0);
        let legs = legs(&[joined, measured, measured, joined, measured, traced, measured]);
        assert!(is_exact_from(&legs, 1, Direction::Forward));
        assert!(is_exact_from(&legs, 2, Direction::Backward));
        assert!(!is_exact_from(&legs, 4, Direction::Forward), "it does not from the next leg on");
        assert!(is_exact_from(&legs, 6, Direction::Forward));
        assert!(!is_exact_from(&legs, 6, Direction::Backward));
    }

    #[test]
    fn a_short_join_of_which_nothing_is_told_counts_as_well() {
        let (measured, join) = ((Origin::Surveyed, 5.0, 2_000.0), |accuracy| (Origin::Indicative, accuracy, 200.0));
        assert!(is_exact_from(&legs(&[measured, join(40.0), measured]), 0, Direction::Forward));
        assert!(!is_exact_from(&legs(&[measured, join(500.0), measured]), 0, Direction::Forward));
    }
}
