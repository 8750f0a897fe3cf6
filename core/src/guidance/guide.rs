//! The step from one fix to the next.

use super::admission::{Admitted, admit};
use super::course::Course;
use super::follower::{Position, follow};
use super::next_fix::{NextFix, next_fix};
use super::off_route::{Change, Here, OffRoute, is_wide};
use super::state::{GuideState, StateError};
use super::stops::{self, Moment};
use super::travel::{Direction, Travel, progress};
use super::update::{Match, NextStop, Refused, Step, Update};
use super::words::Words;
use super::{Cue, Event};
use crate::geometry::{Along, Metres, Side};
use crate::model::{Fix, Language, Mode};

/// A stop is told this many seconds ahead, but no nearer or farther than [`LEAD`] metres.
const LEAD_SECONDS: f64 = 60.0;
const LEAD: std::ops::RangeInclusive<f64> = 120.0..=1200.0;
/// Below this confidence nothing is told that hangs on the place on the line.
const SURE: f64 = 0.6;
/// Within this many standard deviations of the line a fix is no reason for doubt.
const NO_DOUBT: f64 = 2.0;
/// The fix wanted when there is nothing to go by.
const FIRST_FIX: NextFix = NextFix { after_s: 1.0, accuracy: Metres(10.0) };

/// What a traveller may choose.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Settings {
    /// The language of cues: `lt`, `en` or `de`; others get English.
    pub language: Language,
}

/// Follows a course: takes fixes and tells what changed. It remembers nothing itself; see [`GuideState`].
pub struct Guide {
    course: Course,
    words: Words,
}

impl Guide {
    /// A guide along that course.
    #[must_use]
    pub fn new(course: Course, settings: Settings) -> Guide {
        Guide { course, words: Words::new(settings.language) }
    }

    /// What is followed.
    #[must_use]
    pub fn course(&self) -> &Course {
        &self.course
    }

    /// The state before the first fix.
    #[must_use]
    pub fn start(&self) -> GuideState {
        GuideState::new(&self.course)
    }

    /// The state that was saved as those bytes; guidance goes on from it exactly.
    ///
    /// # Errors
    /// When the bytes are no state, or not one of this course.
    pub fn restore(&self, bytes: &[u8]) -> Result<GuideState, StateError> {
        GuideState::from_bytes(bytes, &self.course)
    }

    /// Takes the next fix and tells what changed. A refused fix leaves the state as it was.
    ///
    /// A state of another course is not gone on from: guidance begins anew.
    #[must_use]
    pub fn step(&self, state: GuideState, fix: &Fix) -> Step {
        let mut state = if state.fingerprint == self.course.fingerprint() { state } else { self.start() };
        match admit(fix, state.believed.as_ref(), self.mode_at(&state)) {
            Err(reason) => {
                let refused = Refused { reason, text: self.words.refusal(&reason) };
                Step { state, outcome: Err(refused), next_fix: FIRST_FIX }
            }
            Ok(admitted) => {
                if admitted.anew {
                    let paces = state.paces;
                    state = GuideState { paces, ..self.start() };
                }
                let (update, next_fix) = self.advance(&mut state, &admitted);
                Step { state, outcome: Ok(update), next_fix }
            }
        }
    }

    fn mode_at(&self, state: &GuideState) -> Mode {
        let along = state.travel.map_or(0.0, |travel| travel.along);
        self.course.legs()[self.course.leg_at(Along(Metres(along)))].mode
    }

    fn advance(&self, state: &mut GuideState, admitted: &Admitted) -> (Update, NextFix) {
        let course = &self.course;
        let before = state.believed.map(|believed| believed.at);
        state.believed = Some(admitted.believed);
        let direction = state.travel.map_or(Direction::Forward, |travel| travel.direction);
        let position = follow(course, &mut state.hypotheses, &admitted.sighting, direction);
        let mut travel = state.travel.unwrap_or(Travel::beginning_at(position.along));
        let stride = travel.go(&position);
        state.travel = Some(travel);

        let mode = course.legs()[course.leg_at(position.along)].mode;
        if stride.continuous {
            state.paces.learn(mode, position.speed.abs(), admitted.sighting.seconds);
        }
        let here = Here {
            point: admitted.point,
            at: admitted.sighting.at,
            accuracy: admitted.accuracy,
            time_ms: admitted.believed.time_ms,
        };
        let (off_route, change) = state.watch.look(course, &position, &here);
        let mut events: Vec<Event> = change.and_then(|change| told(change, off_route)).into_iter().collect();

        let pace = state.paces.of(mode).max(position.speed.abs());
        let moment = Moment {
            stride,
            way: (before, here.at),
            seconds: admitted.sighting.seconds,
            noise: admitted.sighting.noise.max(position.spread),
            lead: (pace * LEAD_SECONDS).clamp(*LEAD.start(), *LEAD.end()),
            tolerance: course.tolerance_at(position.along).accuracy,
            sure: position.share >= SURE && off_route.is_none(),
        };
        stops::announce(course, &mut state.passes, &moment, &mut events);
        if moment.sure {
            state.stretches.announce(course, &stride, moment.noise, moment.lead, &mut events);
        }

        let next_stop = self.next_stop(state, &position, &here, stride.direction);
        let end = match stride.direction {
            Direction::Forward => course.line().end(),
            Direction::Backward => Along::START,
        };
        let alert = off_route.is_some() || is_wide(course, &position, admitted.accuracy);
        let to_stop = next_stop.as_ref().map(|stop| stop.ahead.min(stop.distance));
        let wanted = next_fix(course, &moment, pace, to_stop, alert);
        let update = Update {
            matched: self.matched(&position, &here, &moment),
            progress: progress(course, position.along, stride.direction),
            next_stop,
            eta_ms: here.time_ms.saturating_add(state.paces.time_between(course, position.along, end)),
            off_route,
            cues: events.into_iter().map(|event| self.words.cue(event, course)).collect::<Vec<Cue>>(),
        };
        (update, wanted)
    }

    fn matched(&self, position: &Position, here: &Here, moment: &Moment) -> Match {
        let line = self.course.line();
        let cross = match line.side_of(position.along, here.at) {
            Side::Left => -position.distance,
            Side::Right => position.distance,
        };
        let across = moment.noise + moment.tolerance / 2.0;
        let doubt = (position.distance.0 / across - NO_DOUBT).max(0.0);
        Match {
            along: position.along,
            cross,
            confidence: position.share * libm::exp(-doubt),
            leg: self.course.leg_at(position.along),
            segment: line.segment_at(position.along),
            point: line.at(position.along),
            direction: moment.stride.direction,
        }
    }

    fn next_stop(
        &self,
        state: &GuideState,
        position: &Position,
        here: &Here,
        direction: Direction,
    ) -> Option<NextStop> {
        let number = stops::next_stop(&self.course, &state.passes, position.along, direction)?;
        let stop = &self.course.stops()[number];
        let side = match direction {
            Direction::Forward => stop.side,
            Direction::Backward => stop.side.opposite(),
        };
        Some(NextStop {
            id: stop.id.clone(),
            number,
            ahead: direction.ahead(position.along, stop.along),
            distance: here.at.ground_distance(stop.ecef),
            bearing: here.point.bearing(stop.position),
            side,
            eta_ms: here.time_ms.saturating_add(state.paces.time_between(&self.course, position.along, stop.along)),
        })
    }
}

fn told(change: Change, off_route: Option<OffRoute>) -> Option<Event> {
    Some(match change {
        Change::Back => Event::BackOnRoute,
        Change::Left => Event::OffRoute(off_route?),
        Change::NotReached => Event::RouteIsThere(off_route?),
        Change::StillOff => Event::StillOffRoute(off_route?),
    })
}

#[cfg(test)]
mod shareable {
    /// The shells hold one guide and call it from whichever thread they have.
    #[test]
    fn a_guide_can_be_shared_between_threads() {
        fn shareable<T: Send + Sync>() {}
        shareable::<super::Guide>();
    }
}
