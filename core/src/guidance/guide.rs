//! The step from one fix to the next.

use super::admission::{Possible, Refusal, possible};
use super::course::Course;
use super::follower::{Position, follow};
use super::judge::{Judge, Link, Verdict, seconds_between};
use super::next_fix::{NextFix, next_fix};
use super::off_route::{Change, Here, OffRoute, SLACK, is_beside, is_wide};
use super::state::{Believed, GuideState, StateError};
use super::stops::{self, Moment};
use super::travel::{Direction, Travel, progress, stage_progress};
use super::update::{Match, NextStop, Refused, Step, StopAhead, Update};
use super::words::Words;
use super::{Cue, Event};
use crate::geometry::{Along, Metres, Side};
use crate::model::{Fix, Language, Mode, Units};

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
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Settings {
    /// The language of cues: `lt`, `en` or `de`; others get English.
    pub language: Language,
    /// In what lengths are told.
    pub units: Units,
    /// How far from the route the alarm comes, beyond what the accuracies of fix and leg explain.
    pub off_route_alarm: Metres,
    /// How far ahead a stop is told; `None` leaves it to the pace.
    pub stop_ahead: Option<Metres>,
}

impl Settings {
    /// What holds until the traveller chooses otherwise.
    #[must_use]
    pub fn in_language(language: Language) -> Settings {
        Settings { language, units: Units::Metric, off_route_alarm: SLACK, stop_ahead: None }
    }
}

/// Follows a course: takes fixes and tells what changed. It remembers nothing itself; see [`GuideState`].
pub struct Guide {
    course: Course,
    words: Words,
    settings: Settings,
}

impl Guide {
    /// A guide along that course.
    #[must_use]
    pub fn new(course: Course, settings: Settings) -> Guide {
        Guide { course, words: Words::new(settings.language, settings.units), settings }
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

    /// Takes the next fix and tells what changed. A refused fix leaves the traveller where they were.
    ///
    /// A fix that is alone, at the beginning or after a silence, shows where the traveller may be and changes nothing
    /// until others agree with it; see [`Update::confirmed`]. A state of another course is not gone on from: guidance
    /// begins anew.
    #[must_use]
    pub fn step(&self, state: GuideState, fix: &Fix) -> Step {
        let mut state = if state.fingerprint == self.course.fingerprint() { state } else { self.start() };
        match state.judge.take(fix, (), self.mode_at(&state)) {
            Verdict::Refused(reason) | Verdict::Waits(Some(reason)) => self.refused(state, reason),
            Verdict::Waits(None) => {
                let (link, waiting) = state.judge.newest().unwrap_or((Link::Begins, Vec::new()));
                let mut seen = state.clone();
                self.link(&mut seen, link);
                let mut shown = None;
                for fix in &waiting {
                    shown = possible(fix).ok().map(|possible| self.advance(&mut seen, fix, &possible));
                }
                let Some((update, _)) = shown else { return self.refused(state, Refusal::NotANumber) };
                let update = Update { cues: Vec::new(), confirmed: false, ..update };
                Step { state, outcome: Ok(update), next_fix: FIRST_FIX }
            }
            Verdict::Believed => self.believe(state, fix, Vec::new()),
            Verdict::Confirmed { waited, link } => {
                self.link(&mut state, link);
                let mut cues = Vec::new();
                for (fix, ()) in &waited {
                    if let Ok(possible) = possible(fix) {
                        cues.extend(self.advance(&mut state, fix, &possible).0.cues);
                    }
                }
                self.believe(state, fix, cues)
            }
        }
    }

    fn refused(&self, state: GuideState, reason: Refusal) -> Step {
        let refused = Refused { reason, text: self.words.refusal(&reason) };
        Step { state, outcome: Err(refused), next_fix: FIRST_FIX }
    }

    /// Takes a believed fix; what those that waited for it brought about is told first.
    fn believe(&self, mut state: GuideState, fix: &Fix, mut cues: Vec<Cue>) -> Step {
        match possible(fix) {
            Err(reason) => self.refused(state, reason),
            Ok(possible) => {
                let (update, next_fix) = self.advance(&mut state, fix, &possible);
                cues.extend(update.cues);
                Step { state, outcome: Ok(Update { cues, ..update }), next_fix }
            }
        }
    }

    /// Makes the state ready for fixes that go on in that way from those before.
    fn link(&self, state: &mut GuideState, link: Link) {
        match link {
            Link::Begins | Link::Follows => {}
            // Where on the line they are is looked for anew; what was told of it stays told.
            Link::Jumps => {
                state.hypotheses.clear();
                state.believed = None;
            }
            Link::Anew => {
                let (judge, paces) = (state.judge.clone(), state.paces);
                *state = GuideState { judge, paces, ..self.start() };
            }
        }
    }

    /// Begins anew where a saved state was [no good](Guide::restore), on a line that has changed since, say: the place is
    /// found again by the last fix, which was believed then.
    #[must_use]
    pub fn find_again(&self, last: &Fix, reason: StateError) -> FoundAgain {
        let mut state = GuideState { judge: Judge::trusting(Some(*last)), ..self.start() };
        if let Ok(possible) = possible(last) {
            self.advance(&mut state, last, &possible);
        }
        FoundAgain { state, text: self.words.found_again(reason) }
    }

    /// The number of the stop that comes next, as the state has it; nothing before the first fix and after the last stop.
    #[must_use]
    pub fn next_stop_of(&self, state: &GuideState) -> Option<usize> {
        let travel = state.travel?;
        stops::stops_ahead(&self.course, &state.passes, Along(Metres(travel.along)), travel.direction).next()
    }

    /// The stops that come, the next one first, as the state has it; none before the first fix and after the last stop.
    #[must_use]
    pub fn stops_ahead(&self, state: &GuideState) -> Vec<StopAhead> {
        let Some(travel) = state.travel else { return Vec::new() };
        let here = Along(Metres(travel.along));
        let numbers = stops::stops_ahead(&self.course, &state.passes, here, travel.direction);
        let ahead = numbers.filter_map(|number| {
            let stop = self.course.stops().get(number)?;
            Some(StopAhead {
                id: stop.id.clone(),
                name: stop.name.in_language(self.settings.language).to_owned(),
                ahead: travel.direction.ahead(here, stop.along),
            })
        });
        ahead.collect()
    }

    fn mode_at(&self, state: &GuideState) -> Mode {
        let along = state.travel.map_or(0.0, |travel| travel.along);
        self.course.legs()[self.course.leg_at(Along(Metres(along)))].mode
    }

    fn advance(&self, state: &mut GuideState, fix: &Fix, possible: &Possible) -> (Update, NextFix) {
        let course = &self.course;
        let before = state.believed.map(|believed| believed.at);
        let seconds = state.believed.map_or(0.0, |before| seconds_between((before.time_ms, before.monotonic_ms), fix));
        let sighting = possible.sighting(seconds);
        state.believed = Some(Believed {
            time_ms: fix.time_ms,
            monotonic_ms: fix.monotonic_ms,
            at: possible.at,
            accuracy: possible.accuracy.0,
        });
        state.watch.set_clock(fix.time_ms);
        let direction = state.travel.map_or(Direction::Forward, |travel| travel.direction);
        let position = follow(course, &mut state.hypotheses, &sighting, direction);
        let mut travel = state.travel.unwrap_or(Travel::beginning_at(position.along));
        let stride = travel.go(&position);
        state.travel = Some(travel);

        let mode = course.legs()[course.leg_at(position.along)].mode;
        if stride.continuous {
            state.paces.learn(mode, position.speed.abs(), seconds);
        }
        let here = Here {
            point: possible.point,
            at: possible.at,
            accuracy: possible.accuracy,
            time_ms: fix.time_ms,
            slack: self.settings.off_route_alarm,
        };
        let (off_route, change) = state.watch.look(course, &position, &here);
        let mut events: Vec<Event> = change.and_then(|change| told(change, off_route)).into_iter().collect();

        let pace = state.paces.of(mode).max(position.speed.abs());
        let moment = Moment {
            stride,
            way: (before, here.at),
            seconds,
            noise: sighting.noise.max(position.spread),
            lead: self.lead(pace),
            tolerance: course.tolerance_at(position.along).accuracy,
            sure: position.share >= SURE && off_route.is_none(),
        };
        stops::announce(course, &mut state.passes, &mut state.heard, &moment, &mut events);
        state.stretches.go(&stride);
        // Whoever is far from the line has come to the end of nothing, also before that is told.
        if moment.sure && is_beside(course, &position, &here) {
            state.stretches.announce(course, &stride, moment.noise, moment.lead, &mut events);
        }

        let next_stop = self.next_stop(state, &position, &here, stride.direction);
        let end = match stride.direction {
            Direction::Forward => course.line().end(),
            Direction::Backward => Along::START,
        };
        let alert = off_route.is_some() || is_wide(course, &position, &here);
        let to_stop = next_stop.as_ref().map(|stop| stop.ahead.min(stop.distance));
        let wanted = next_fix(course, &moment, pace, to_stop, alert);
        let update = Update {
            matched: self.matched(&position, &here, &moment),
            progress: progress(course, position.along, stride.direction),
            stage: stage_progress(course, position.along, stride.direction, self.settings.language),
            next_stop,
            eta_ms: here.time_ms.saturating_add(state.paces.time_between(course, position.along, end)),
            off_route,
            confirmed: true,
            cues: events.into_iter().map(|event| self.words.cue(event, course)).collect::<Vec<Cue>>(),
        };
        (update, wanted)
    }

    /// How far ahead a stop is told at that pace.
    fn lead(&self, pace: f64) -> f64 {
        let by_pace = (pace * LEAD_SECONDS).clamp(*LEAD.start(), *LEAD.end());
        self.settings.stop_ahead.map_or(by_pace, |ahead| ahead.0)
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
        let number = stops::stops_ahead(&self.course, &state.passes, position.along, direction).next()?;
        let stop = &self.course.stops()[number];
        let side = match direction {
            Direction::Forward => stop.side,
            Direction::Backward => stop.side.opposite(),
        };
        Some(NextStop {
            id: stop.id.clone(),
            name: stop.name.in_language(self.settings.language).to_owned(),
            number,
            ahead: direction.ahead(position.along, stop.along),
            distance: here.at.ground_distance(stop.ecef),
            bearing: here.point.bearing(stop.position),
            side,
            eta_ms: here.time_ms.saturating_add(state.paces.time_between(&self.course, position.along, stop.along)),
        })
    }
}

/// Guidance that could not go on exactly.
#[derive(Debug, Clone, PartialEq)]
pub struct FoundAgain {
    /// To go on from.
    pub state: GuideState,
    /// What to tell the traveller.
    pub text: String,
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
mod tests {
    use proptest::prelude::*;

    use super::super::simulation::Ride;
    use super::*;
    use crate::geometry::{Line, Point};

    fn shore() -> Course {
        let at =
            |step: u32| Point::new(55.7 - f64::from(step) * 0.001, 21.1 + f64::from(step % 7) * 0.0004).expect("valid");
        Course::of_line(Line::new((0..150).map(at).collect()).expect("a line"), Mode::Bike)
    }

    fn guide() -> Guide {
        Guide::new(shore(), Settings::in_language(Language::EN))
    }

    fn fixes(course: &Course) -> Vec<Fix> {
        let ride = Ride::along(course).with_noise(Metres(10.0)).every(5.0).with_seed(3);
        ride.fixes().into_iter().map(|(fix, _)| fix).collect()
    }

    #[test]
    fn a_ride_comes_to_its_end() {
        let guide = guide();
        let mut state = guide.start();
        let mut heard = Vec::new();
        for fix in fixes(guide.course()) {
            let step = guide.step(state, &fix);
            state = step.state;
            heard.extend(step.outcome.expect("believed").cues.into_iter().map(|cue| cue.text));
        }
        assert_eq!(heard, ["You have reached the end of the route."]);
    }

    #[test]
    fn a_refused_fix_changes_nothing_and_says_why() {
        let guide = guide();
        let fix = fixes(guide.course())[0];
        let state = guide.step(guide.start(), &fix).state;
        let step = guide.step(state.clone(), &Fix { lat: f64::NAN, ..fix });
        assert_eq!(step.state, state);
        assert_eq!(step.outcome.expect_err("refused").text, "The phone reported a position that is not a number.");
    }

    #[test]
    fn saved_and_restored_at_any_moment_guidance_goes_on_exactly() {
        let guide = guide();
        let (mut kept, mut restored) = (guide.start(), guide.start());
        for fix in fixes(guide.course()) {
            let one = guide.step(kept, &fix);
            let other = guide.step(guide.restore(&restored.to_bytes()).expect("our own bytes"), &fix);
            assert_eq!(one.state.to_bytes(), other.state.to_bytes());
            assert!(one.state.to_bytes().len() <= GuideState::MAX_BYTES);
            assert_eq!(one.outcome, other.outcome);
            (kept, restored) = (one.state, other.state);
        }
    }

    #[test]
    fn a_state_saved_before_it_knew_what_was_heard_goes_on() {
        let guide = guide();
        let mut state = guide.start();
        for fix in &fixes(guide.course())[..20] {
            state = guide.step(state, fix).state;
        }
        let mut bytes = state.to_bytes();
        // An empty list of what was heard and the checksum are the last nine bytes.
        bytes.truncate(bytes.len() - 9);
        bytes[4] = 2;
        let sum = super::super::state::checksum(&bytes);
        bytes.extend(sum.to_le_bytes());
        assert_eq!(guide.restore(&bytes), Ok(state));
    }

    #[test]
    fn a_state_of_another_course_is_refused() {
        let backward = Guide::new(shore().reversed(), Settings::in_language(Language::EN));
        assert_eq!(backward.restore(&guide().start().to_bytes()), Err(StateError::OtherCourse));
    }

    /// The shells hold one guide and call it from whichever thread they have.
    #[test]
    fn a_guide_can_be_shared_between_threads() {
        fn shareable<T: Send + Sync>() {}
        shareable::<Guide>();
    }

    /// Other bytes at a place of a state, and a checksum that agrees.
    fn forge(mut bytes: Vec<u8>, at: usize, forged: [u8; 8]) -> Vec<u8> {
        let body = bytes.len() - 8;
        let at = at % (body - 7);
        bytes[at..at + 8].copy_from_slice(&forged);
        let sum = super::super::state::checksum(&bytes[..body]);
        bytes[body..].copy_from_slice(&sum.to_le_bytes());
        bytes
    }

    #[test]
    fn a_fix_that_followed_none_followed_after_no_seconds() {
        let guide = guide();
        let whole = guide.step(guide.start(), &fixes(guide.course())[0]).state.to_bytes();
        // The seconds stand last.
        let at = whole.len() - 16;
        assert!(guide.restore(&forge(whole.clone(), at, [0; 8])).is_ok());
        assert_eq!(guide.restore(&forge(whole, at, 30.0_f64.to_le_bytes())), Err(StateError::Damaged));
    }

    proptest! {
        #[test]
        fn damaged_bytes_are_no_state(at in 0_usize..200, to in any::<u8>(), cut in 0_usize..400) {
            let guide = guide();
            let state = guide.step(guide.start(), &fixes(guide.course())[0]).state;
            let whole = state.to_bytes();
            let mut changed = whole.clone();
            let at = at % changed.len();
            changed[at] = to;
            prop_assert!(changed == whole || guide.restore(&changed).is_err());
            prop_assert!(guide.restore(&whole[..cut.min(whole.len() - 1)]).is_err());
        }

        #[test]
        fn forged_bytes_never_cause_a_panic(at in 13_usize..400, forged in any::<[u8; 8]>()) {
            let guide = guide();
            let some = fixes(guide.course());
            let bytes = forge(guide.step(guide.start(), &some[0]).state.to_bytes(), at, forged);
            if let Ok(state) = guide.restore(&bytes) {
                prop_assert_eq!(state.to_bytes(), bytes);
                let _ = guide.step(state, &some[1]);
            }
        }

        #[test]
        fn no_fix_causes_a_panic(
            time_ms in any::<i64>(), lat in any::<f64>(), lon in any::<f64>(), accuracy_m in any::<f64>(),
            speed in any::<f64>(), course in any::<f64>(),
        ) {
            let guide = guide();
            let wild = Fix {
                time_ms, monotonic_ms: None, lat, lon, accuracy_m, altitude_m: None, speed_mps: Some(speed), course_deg: Some(course),
            };
            let first = guide.step(guide.start(), &fixes(guide.course())[0]).state;
            let _ = guide.step(guide.step(first.clone(), &wild).state, &wild);
            let near = Fix { lat: 55.69, lon: 21.1, accuracy_m: 10.0, ..wild };
            let _ = guide.step(first, &near);
        }
    }
}
