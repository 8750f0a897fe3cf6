//! Which stop is ahead, reached, passed in view or skipped: each told once a pass.
//!
//! A pass begins when a stop comes within the lead distance along the line or the traveller within its radius, and
//! ends when the traveller has left it. Only passes under way are remembered, so that what is remembered does not
//! grow with the number of stops, and one who comes back begins a new pass. What there is to know about a stop is told in
//! the first of them.

use super::course::{Course, CourseStop, Passage};
use super::event::Event;
use super::heard::Heard;
use super::travel::{Direction, Stride};
use crate::geometry::{Along, Ecef, Metres, Side};

/// As many passes as can be under way at once.
pub(super) const MOST: usize = 40;
/// As many passages as are looked at before and behind the traveller.
const LOOKED_AT: usize = 32;
/// A stop that lies farther from the line than this is looked at, not stepped on.
const ASIDE: f64 = 150.0;
/// One has arrived within this distance even where the line goes right by the stop.
const CLOSE: f64 = 100.0;
/// What was not reached is skipped when it lies this far behind.
const BEHIND: f64 = 60.0;
/// A gap longer than this many seconds says nothing about the way in between.
const UNSEEN: f64 = 120.0;
/// Not more stops are told as skipped at once, after a long gap.
const SKIPPED_AT_ONCE: usize = 8;

/// How far a pass has come.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Phase {
    /// Under way, nothing told.
    Near,
    /// Told that it lies ahead.
    Ahead,
    /// Told on arrival.
    Arrived,
    /// Told in passing.
    InView,
}

/// A stop that is being passed.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Pass {
    /// The number of the passage in the course.
    pub(super) passage: u32,
    pub(super) phase: Phase,
    /// The nearest the traveller has been.
    pub(super) nearest: f64,
}

/// What the announcer needs to know of the moment.
#[derive(Debug, Clone, Copy)]
pub(super) struct Moment {
    pub(super) stride: Stride,
    /// The fix before, if it was recent, and this one.
    pub(super) way: (Option<Ecef>, Ecef),
    pub(super) seconds: f64,
    /// How far the fix and the place on the line may be off.
    pub(super) noise: f64,
    /// From where on a stop is told to lie ahead.
    pub(super) lead: f64,
    /// How far from the line one may travel here.
    pub(super) tolerance: f64,
    /// Whether the place on the line can be relied on.
    pub(super) sure: bool,
}

/// Takes in the moment; tells what there is to tell of stops.
pub(super) fn announce(
    course: &Course,
    passes: &mut Vec<Pass>,
    heard: &mut Heard,
    moment: &Moment,
    events: &mut Vec<Event>,
) {
    let announcer = Announcer { course, moment };
    announcer.begin(passes);
    announcer.skip_unseen(passes, events);
    passes.retain_mut(|pass| announcer.go_on(pass, heard, events));
}

struct Announcer<'a> {
    course: &'a Course,
    moment: &'a Moment,
}

impl Announcer<'_> {
    fn stop(&self, passage: Passage) -> &CourseStop {
        &self.course.stops()[passage.stop as usize]
    }

    fn ahead(&self, passage: Passage) -> f64 {
        self.moment.stride.direction.ahead(self.moment.stride.to, Along(Metres(passage.along))).0
    }

    fn distance(&self, stop: &CourseStop) -> f64 {
        self.moment.way.1.ground_distance(stop.ecef).0
    }

    /// The nearest that the traveller came to the stop since the fix before.
    fn nearest_on_the_way(&self, stop: &CourseStop) -> f64 {
        let (before, here) = self.moment.way;
        let Some(before) = before.filter(|_| self.moment.seconds <= UNSEEN) else { return self.distance(stop) };
        let (way, to_stop) = (here - before, stop.ecef - before);
        let length_2 = way.dot(way);
        let share = if length_2 > 0.0 { (to_stop.dot(way) / length_2).clamp(0.0, 1.0) } else { 0.0 };
        (before + way * share).ground_distance(stop.ecef).0
    }

    /// Begins the passes that the traveller comes near enough for.
    fn begin(&self, passes: &mut Vec<Pass>) {
        let passages = self.course.passages();
        let here = passages.partition_point(|passage| passage.along < self.moment.stride.to.metres());
        let near = here.saturating_sub(LOOKED_AT)..(here + LOOKED_AT).min(passages.len());
        for number in near {
            let passage = passages[number];
            let stop = self.stop(passage);
            let nearest = self.nearest_on_the_way(stop);
            let ahead = self.ahead(passage);
            let comes = self.moment.sure && (0.0..=self.moment.lead).contains(&ahead);
            if !comes && nearest > stop.radius.0 {
                continue;
            }
            let known = passes.iter().position(|pass| passages[pass.passage as usize].stop == passage.stop);
            if let Some(known) = known {
                let nearer = ahead.abs() < self.ahead(passages[passes[known].passage as usize]).abs();
                if nearer {
                    passes[known].passage = number as u32;
                }
            } else if passes.len() < MOST {
                passes.push(Pass { passage: number as u32, phase: Phase::Near, nearest: f64::INFINITY });
            }
        }
    }

    /// Stops that were passed between two fixes without ever having been near.
    fn skip_unseen(&self, passes: &[Pass], events: &mut Vec<Event>) {
        let stride = self.moment.stride;
        if !(stride.continuous && self.moment.sure) {
            return;
        }
        let (low, high) = match stride.direction {
            Direction::Forward => (stride.from + Metres(self.moment.lead), stride.to),
            Direction::Backward => (stride.to, stride.from - Metres(self.moment.lead)),
        };
        let passages = self.course.passages();
        let first = passages.partition_point(|passage| passage.along <= low.metres());
        let between = passages[first..].iter().take_while(|passage| passage.along < high.metres());
        let unseen = between.filter(|passage| {
            let is_its_place = passage.along == self.stop(**passage).along.metres();
            is_its_place && !passes.iter().any(|pass| passages[pass.passage as usize].stop == passage.stop)
        });
        events.extend(unseen.take(SKIPPED_AT_ONCE).map(|passage| Event::Skipped { stop: passage.stop as usize }));
    }

    /// What there is to tell of a pass under way; false when it is over.
    fn go_on(&self, pass: &mut Pass, heard: &mut Heard, events: &mut Vec<Event>) -> bool {
        let passage = self.course.passages()[pass.passage as usize];
        let stop = self.stop(passage);
        let number = passage.stop as usize;
        let (distance, ahead) = (self.distance(stop), self.ahead(passage));
        let nearest = self.nearest_on_the_way(stop);
        let left = distance > stop.radius.0 + (stop.radius.0 / 2.0).max(75.0) + 2.0 * self.moment.noise;
        if pass.phase == Phase::Arrived {
            return !left;
        }
        if !left && self.arrives(stop, pass, nearest, distance) {
            let side = self.side(stop, passage);
            let aside = (distance > ASIDE).then_some((side, Metres(distance)));
            events.push(Event::Arrived { stop: number, aside, told_before: heard.note(passage.stop) });
            pass.phase = Phase::Arrived;
            return true;
        }
        pass.nearest = pass.nearest.min(nearest);
        if !self.moment.sure {
            return !left || ahead.abs() < 1.5 * self.moment.lead;
        }
        let is_off_line = stop.distance.0 > stop.radius.0;
        if pass.phase == Phase::Near && ahead > 0.0 && distance > self.close(stop) {
            let aside = (stop.distance.0 > ASIDE / 3.0).then_some((self.side(stop, passage), stop.distance));
            events.push(Event::StopAhead { stop: number, distance: Metres(ahead), aside });
            pass.phase = Phase::Ahead;
        } else if is_off_line
            && ahead <= 0.0
            && pass.phase != Phase::InView
            && distance < 2.0 * stop.distance.0 + self.moment.tolerance
        {
            let (side, told_before) = (self.side(stop, passage), heard.note(passage.stop));
            events.push(Event::InView { stop: number, side, distance: Metres(distance), told_before });
            pass.phase = Phase::InView;
        }
        let behind = -ahead > BEHIND + 2.0 * self.moment.noise + self.moment.tolerance / 2.0;
        if behind && distance > stop.radius.0 {
            if pass.phase != Phase::InView {
                events.push(Event::Skipped { stop: number });
            }
            return false;
        }
        ahead <= 1.5 * self.moment.lead || !left
    }

    /// Within this distance one has arrived at once; within the stop's radius, when it gets no nearer.
    fn close(&self, stop: &CourseStop) -> f64 {
        stop.radius.0.min((stop.distance.0 + CLOSE / 2.0).max(CLOSE))
    }

    fn arrives(&self, stop: &CourseStop, pass: &Pass, nearest: f64, distance: f64) -> bool {
        let so_far = pass.nearest.min(nearest);
        let gets_farther = distance > so_far + 25.0 + 3.0 * self.moment.noise;
        nearest <= self.close(stop) || (so_far <= stop.radius.0 && gets_farther)
    }

    fn side(&self, stop: &CourseStop, passage: Passage) -> Side {
        let forward = self.course.line().side_of(Along(Metres(passage.along)), stop.ecef);
        match self.moment.stride.direction {
            Direction::Forward => forward,
            Direction::Backward => forward.opposite(),
        }
    }
}

/// The stops in the direction of travel that have not been reached in this pass, the next one first, by their numbers.
pub(super) fn stops_ahead(
    course: &Course,
    passes: &[Pass],
    along: Along,
    direction: Direction,
) -> impl Iterator<Item = usize> {
    let passages = course.passages();
    let (before, after) = passages.split_at(passages.partition_point(|passage| passage.along <= along.metres()));
    let (behind, ahead) = match direction {
        Direction::Forward => (&[][..], after),
        Direction::Backward => (before, &[][..]),
    };
    let is_to_come = move |passage: &&Passage| {
        let is_its_place = passage.along == course.stops()[passage.stop as usize].along.metres();
        let reached = passes
            .iter()
            .any(|pass| pass.phase == Phase::Arrived && passages[pass.passage as usize].stop == passage.stop);
        is_its_place && !reached
    };
    ahead.iter().chain(behind.iter().rev()).filter(is_to_come).map(|passage| passage.stop as usize)
}
