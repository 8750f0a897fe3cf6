//! A traveller under way: each fix goes to guidance and, with what it brought about, into the library at once.
//!
//! Guidance goes on whatever happens to the disk. What could not be kept, a fix and what it brought about, is kept with
//! the next fix that can.

use rusqlite::Connection;

use super::database::Durability;
use super::recordings::RideClock;
use super::sealed::RECORDING;
use super::standing::{LastFix, Standing};
use super::underway::Kept;
use super::{Followed, Library, LibraryError, Milestone, Recording, RecordingId, Tally, Trouble, Way};
use crate::geometry::{Along, Point};
use crate::guidance::{Course, Guide, GuideState, Settings, Step, StopAhead};
use crate::model::Fix;

/// A stage counts as travelled once the place on it is this certain.
const SURE: f64 = 0.6;
/// The most fixes that wait for room on the disk: an hour and more at one a second.
const MOST_WAITING: usize = 4_096;

/// Where a journey begins.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Departure {
    /// Where the traveller was on this way when the app was last used.
    Continue,
    /// Where the next fix finds the traveller: the place where they were on this way is forgotten.
    Here,
}

/// How guidance took up where it was.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Resumption {
    /// The traveller was never on this way, or where they were is forgotten.
    Anew,
    /// It goes on exactly.
    Exactly,
    /// The line has changed, by an update of the bundle, or what was saved could not be used: the place was found again
    /// by the last fix.
    FoundAgain {
        /// What to tell the traveller.
        text: String,
    },
}

/// A traveller under way.
pub struct Journey {
    way: Way,
    pub(super) kept: Kept,
    guide: Guide,
    settings: Settings,
    state: GuideState,
    clock: Option<RideClock>,
    recording: Option<Recording>,
    waiting: Waiting,
    /// From when on what was reached belongs to this journey: all of it where an earlier one is gone on with, nothing
    /// yet before the first fix of a new one.
    since_ms: i64,
}

/// What there was no room for on the disk yet.
#[derive(Debug, Default, PartialEq)]
struct Waiting {
    /// How the journey began, until that is kept.
    departure: Option<Departure>,
    fixes: Vec<Fix>,
    /// The newest place; those before it no longer matter.
    standing: Option<Standing>,
    stages: Vec<String>,
    reached: Vec<Milestone>,
}

/// What came of a fix.
#[derive(Debug)]
pub struct Advance {
    /// What guidance says.
    pub step: Step,
    /// What the recording comes to, where one is open; or why nothing was kept. Guidance is right all the same.
    pub kept: Result<Option<Tally>, LibraryError>,
}

impl Journey {
    /// What is followed.
    #[must_use]
    pub fn way(&self) -> &Way {
        &self.way
    }

    /// The guide, for the course and its texts.
    #[must_use]
    pub fn guide(&self) -> &Guide {
        &self.guide
    }

    /// What guidance remembers.
    #[must_use]
    pub fn state(&self) -> &GuideState {
        &self.state
    }

    /// The stops of the route that come, the next one first; none on a track, whose waypoints are not stops of a route.
    #[must_use]
    pub fn stops_ahead(&self) -> Vec<StopAhead> {
        match self.way {
            Way::Route { .. } => self.guide.stops_ahead(&self.state),
            Way::Track(_) => Vec::new(),
        }
    }

    /// The recording that the fixes go into.
    #[must_use]
    pub fn recording(&self) -> Option<RecordingId> {
        self.recording.as_ref().map(|recording| recording.id)
    }

    pub(super) fn since_ms(&self) -> i64 {
        self.since_ms
    }

    /// What was reached and waits for room on the disk.
    pub(super) fn reached_lately(&self) -> &[Milestone] {
        &self.waiting.reached
    }

    /// How many fixes wait for room on the disk.
    #[must_use]
    pub fn waiting(&self) -> usize {
        self.waiting.fixes.len()
    }
}

impl Library {
    /// What there is to follow on a way, from its start.
    ///
    /// # Errors
    /// When there is no such route or recording, or it leads nowhere.
    pub fn course(&self, way: &Way) -> Result<Course, LibraryError> {
        match way {
            Way::Route { bundle, route } => Ok(Course::of_route(&self.route(bundle, route)?)),
            Way::Track(id) => self.track_course(&self.recording(*id)?),
        }
    }

    /// Sets out on a way. From now on the journey is [under way](Library::underway), until it is
    /// [finished](Library::finish).
    ///
    /// # Errors
    /// When there is no such route or recording, or it leads nowhere.
    pub fn set_out(
        &mut self,
        way: &Way,
        reversed: bool,
        departure: Departure,
        settings: Settings,
        recording: Option<RecordingId>,
    ) -> Result<(Journey, Resumption), LibraryError> {
        let recording = recording.map(|id| self.recording(id)).transpose()?;
        let key = self.ask(|connection| way.key(connection))?;
        let course = self.course(way)?;
        let guide = Guide::new(if reversed { course.reversed() } else { course }, settings);
        let standing = match departure {
            Departure::Continue => self.standing(way, reversed)?,
            Departure::Here => None,
        };
        let (state, resumption) = match &standing {
            None => (guide.start(), Resumption::Anew),
            Some(standing) => match guide.restore(&standing.guidance) {
                Ok(state) => (state, Resumption::Exactly),
                Err(reason) => {
                    let found = guide.find_again(&standing.last.fix(), reason);
                    (found.state, Resumption::FoundAgain { text: found.text })
                }
            },
        };
        let clock = standing.map(|standing| standing.last.clock);
        let since_ms = if resumption == Resumption::Anew { i64::MAX } else { i64::MIN };
        let waiting = Waiting { departure: Some(departure), ..Waiting::default() };
        let kept = Kept { way: key, reversed, recording: recording.as_ref().map(|recording| recording.key.clone()) };
        let mut journey =
            Journey { way: way.clone(), kept, guide, settings, state, clock, recording, waiting, since_ms };
        // Where there is no room the traveller is guided all the same; it waits like what the fixes will bring.
        if self.change(|transaction| journey.waiting.keep(transaction, &journey.kept, None)).is_ok() {
            journey.waiting = Waiting::default();
        }
        Ok((journey, resumption))
    }

    /// Takes the next fix: guidance says what changed, and the fix, the place on the way, what was reached and the
    /// guidance to go on with are committed together.
    pub fn advance(&mut self, journey: &mut Journey, fix: &Fix) -> Advance {
        let clock = RideClock::after(journey.clock, fix);
        let timed = Fix { time_ms: clock.ride_ms, ..*fix };
        let step = journey.guide.step(journey.state.clone(), &timed);
        journey.state = step.state.clone();
        if step.outcome.as_ref().is_ok_and(|update| update.confirmed) {
            journey.clock = Some(clock);
            journey.since_ms = journey.since_ms.min(clock.ride_ms);
        }
        journey.await_room(fix, &step, &timed, clock);
        let kept = self.keep_journey(journey);
        Advance { step, kept }
    }

    /// Commits what waits for room on the disk: before a recording is stopped, when the last fix could not be kept.
    ///
    /// # Errors
    /// When there is still no room; all of it goes on waiting.
    pub fn catch_up(&mut self, journey: &mut Journey) -> Result<(), LibraryError> {
        if journey.waiting == Waiting::default() { Ok(()) } else { self.keep_journey(journey).map(drop) }
    }

    fn keep_journey(&mut self, journey: &mut Journey) -> Result<Option<Tally>, LibraryError> {
        let (id, kept, waiting) = (journey.recording(), &journey.kept, &journey.waiting);
        let progress = |connection: &Connection| waiting.keep(connection, kept, id);
        // A place on the way is soon another; what was reached is to stay.
        let durability = if waiting.reached.is_empty() { Durability::Later } else { Durability::Every };
        let recorded = id.map(|id| self.recording_with(id, &waiting.fixes, progress));
        let kept = match recorded {
            Some(Ok(tally)) => Some(tally),
            // Paused or stopped it takes no fixes; the way goes on all the same.
            None | Some(Err(LibraryError::NotNow { .. } | LibraryError::NoRecording(_))) => {
                self.change_durably(durability, |transaction| progress(transaction))?;
                None
            }
            Some(Err(error)) => return Err(error),
        };
        journey.waiting = Waiting::default();
        Ok(kept)
    }

    /// What a recording on this way says it follows; the stages are added as they are travelled.
    ///
    /// # Errors
    /// When there is no such route.
    pub fn followed(&self, way: &Way, settings: Settings) -> Result<Option<Followed>, LibraryError> {
        let Way::Route { bundle, route } = way else { return Ok(None) };
        let name = self.route(bundle, route)?.name.in_language(settings.language).to_owned();
        Ok(Some(Followed { bundle: bundle.clone(), route: route.clone(), names: vec![name] }))
    }
}

impl Journey {
    /// Adds a fix and what it brought about to what waits.
    fn await_room(&mut self, fix: &Fix, step: &Step, timed: &Fix, clock: RideClock) {
        let waiting = &mut self.waiting;
        if self.recording.is_some() {
            if waiting.fixes.len() == MOST_WAITING {
                waiting.fixes.remove(0);
            }
            waiting.fixes.push(*fix);
        }
        let Some(update) = step.outcome.as_ref().ok().filter(|update| update.confirmed) else { return };
        let course = self.guide.course();
        let along_course = update.matched.along;
        // Told as the route runs, whichever way round it is travelled.
        let along = if self.kept.reversed { Along(course.line().length() - along_course.0) } else { along_course };
        // Whoever was told that the route is done is not asked to go on with its last metres.
        let share = if self.state.is_at_end() { 1.0 } else { update.progress.share };
        let last = LastFix { clock, lat: timed.lat, lon: timed.lon, accuracy_m: timed.accuracy_m };
        let guidance = self.state.to_bytes();
        waiting.standing = Some(Standing { along, share, time_ms: clock.ride_ms, last, guidance });
        let Way::Route { bundle, route } = &self.way else { return };
        let language = self.settings.language;
        if update.matched.confidence >= SURE
            && let Some(stage) = course.stage_at(along_course).and_then(|stage| course.stages().get(stage))
        {
            let name = stage.name.in_language(language);
            if waiting.stages.last().is_none_or(|last| last != name) {
                waiting.stages.push(name.to_owned());
            }
        }
        let recording = self.recording.as_ref().map(|recording| &recording.key);
        for cue in &update.cues {
            let reached = Milestone::of_cue(cue, course, (bundle, route), language);
            waiting.reached.extend(reached.map(|reached| Milestone {
                time_ms: clock.ride_ms,
                position: Point::new(timed.lat, timed.lon).ok(),
                recording: recording.cloned(),
                ..reached
            }));
        }
    }
}

impl Waiting {
    /// Commits all but the fixes.
    fn keep(&self, connection: &Connection, kept: &Kept, recording: Option<RecordingId>) -> Result<(), Trouble> {
        if self.departure == Some(Departure::Here) {
            Standing::forget(connection, &kept.way, kept.reversed)?;
        }
        if self.departure.is_some() {
            kept.put(connection)?;
        }
        if let Some(standing) = &self.standing {
            standing.put(connection, &kept.way, kept.reversed)?;
        }
        if let Some(id) = recording {
            self.keep_stages(connection, id)?;
        }
        self.reached.iter().try_for_each(|milestone| milestone.keep(connection))
    }

    /// Adds stages to those that the recording says it travelled.
    fn keep_stages(&self, connection: &Connection, id: RecordingId) -> Result<(), Trouble> {
        if self.stages.is_empty() {
            return Ok(());
        }
        // It may be gone from the bin meanwhile.
        let found = RECORDING.one(connection, "number = ?1", [id.row()], Recording::read)?;
        let Some(mut recording) = found else { return Ok(()) };
        let Some(followed) = &mut recording.followed else { return Ok(()) };
        let known = followed.names.len();
        for name in &self.stages {
            if !followed.names.contains(name) {
                followed.names.push(name.clone());
            }
        }
        if followed.names.len() == known {
            return Ok(());
        }
        Ok(RECORDING.put(connection, id.row(), &recording.values())?)
    }
}
