//! A traveller under way: each fix goes to guidance and, with what it brought about, into the library at once.
//!
//! Guidance goes on whatever happens to the disk. A fix that could not be kept is kept with the next one that can.

use rusqlite::Connection;

use super::database::Durability;
use super::recordings::{RideClock, keeping};
use super::sealed::RECORDING;
use super::standing::{LastFix, Standing};
use super::{Followed, Library, LibraryError, Milestone, Recording, RecordingId, Tally, Trouble};
use crate::geometry::{Along, Point};
use crate::guidance::{Course, Guide, GuideState, Settings, Step};
use crate::model::{BundleId, Fix, RouteId};

/// A stage counts as travelled once the place on it is this certain.
const SURE: f64 = 0.6;
/// The most fixes that wait for room on the disk: an hour and more at one a second.
const MOST_WAITING: usize = 4_096;

/// What is followed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Way {
    /// A route of an installed bundle.
    Route {
        /// The bundle.
        bundle: BundleId,
        /// The route.
        route: RouteId,
    },
    /// A ride or track of the traveller's own.
    Track(RecordingId),
}

impl Way {
    /// What progress on it is kept under: stays the same in every library.
    pub(super) fn key(&self, connection: &Connection) -> Result<[String; 2], Trouble> {
        match self {
            Way::Route { bundle, route } => Ok([bundle.to_string(), route.to_string()]),
            Way::Track(id) => {
                let mut key = None;
                RECORDING.each::<Trouble>(connection, "WHERE number = ?1", [id.row()], |number, values| {
                    key = Recording::read(number, values).map(|recording| recording.key);
                    Ok(())
                })?;
                // No bundle has an empty id.
                Ok([String::new(), key.ok_or(LibraryError::NoRecording(*id))?])
            }
        }
    }
}

/// How guidance took up where it was.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Resumption {
    /// The traveller was never on this way.
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
    key: [String; 2],
    reversed: bool,
    guide: Guide,
    settings: Settings,
    state: GuideState,
    clock: Option<RideClock>,
    recording: Option<Recording>,
    /// Fixes for which there was no room.
    waiting: Vec<Fix>,
}

/// What came of a fix.
#[derive(Debug)]
pub struct Advance {
    /// What guidance says.
    pub step: Step,
    /// What the recording comes to, where there is one; or why it was not kept. Guidance is right all the same.
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

    /// The recording that the fixes go into.
    #[must_use]
    pub fn recording(&self) -> Option<RecordingId> {
        self.recording.as_ref().map(|recording| recording.id)
    }

    /// How many fixes wait for room on the disk.
    #[must_use]
    pub fn waiting(&self) -> usize {
        self.waiting.len()
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

    /// Sets out on a way, or goes on where the traveller was when the app was last used.
    ///
    /// # Errors
    /// When there is no such route or recording, or it leads nowhere.
    pub fn set_out(
        &self,
        way: &Way,
        reversed: bool,
        settings: Settings,
        recording: Option<RecordingId>,
    ) -> Result<(Journey, Resumption), LibraryError> {
        let recording = recording.map(|id| self.recording(id)).transpose()?;
        let key = self.ask(|connection| way.key(connection))?;
        let course = self.course(way)?;
        let guide = Guide::new(if reversed { course.reversed() } else { course }, settings);
        let standing = self.standing(way, reversed)?;
        let (state, resumption) = match &standing {
            None => (guide.start(), Resumption::Anew),
            Some(standing) => match guide.restore(&standing.guidance) {
                Ok(state) => (state, Resumption::Exactly),
                Err(_) => {
                    let found = guide.find_again(&standing.last.fix());
                    (found.state, Resumption::FoundAgain { text: found.text })
                }
            },
        };
        let clock = standing.map(|standing| standing.last.clock);
        let (way, waiting) = (way.clone(), Vec::new());
        Ok((Journey { way, key, reversed, guide, settings, state, clock, recording, waiting }, resumption))
    }

    /// Takes the next fix: guidance says what changed, and the fix, the place on the way, what was reached and the
    /// guidance to go on with are committed together.
    pub fn advance(&mut self, journey: &mut Journey, fix: &Fix) -> Advance {
        let clock = journey.clock.map_or(RideClock::beginning_with(fix), |clock| clock.at(fix));
        let timed = Fix { time_ms: clock.ride_ms, ..*fix };
        let step = journey.guide.step(journey.state.clone(), &timed);
        if step.outcome.is_ok() {
            journey.state = step.state.clone();
            journey.clock = Some(clock);
        }
        journey.waiting.push(*fix);
        let kept = self.keep_journey(journey, &step, &timed, clock);
        if journey.waiting.len() > MOST_WAITING {
            journey.waiting.remove(0);
        }
        Advance { step, kept }
    }

    /// Commits what waits, and with the last fix what it brought about.
    fn keep_journey(
        &mut self,
        journey: &mut Journey,
        step: &Step,
        timed: &Fix,
        clock: RideClock,
    ) -> Result<Option<Tally>, LibraryError> {
        let progress = |connection: &Connection| journey.keep_progress(connection, step, timed, clock);
        let Some(id) = journey.recording() else {
            // A place on the way is soon another; what was reached is to stay.
            let reached = step.outcome.as_ref().is_ok_and(|update| !update.cues.is_empty());
            let durability = if reached { Durability::Every } else { Durability::Later };
            self.change_durably(durability, |transaction| progress(transaction))?;
            journey.waiting.clear();
            return Ok(None);
        };
        let (last, before) = journey.waiting.split_last().map_or((*timed, [].as_slice()), |(last, rest)| (*last, rest));
        let mut kept = 0;
        for fix in before {
            match self.record(id, fix) {
                Ok(_) => kept += 1,
                Err(error) => {
                    journey.waiting.drain(..kept);
                    return Err(error);
                }
            }
        }
        let tally = self.recording_with(id, &last, progress);
        if tally.is_ok() {
            kept += 1;
        }
        journey.waiting.drain(..kept);
        tally.map(Some)
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
    fn keep_progress(
        &self,
        connection: &Connection,
        step: &Step,
        timed: &Fix,
        clock: RideClock,
    ) -> Result<(), Trouble> {
        let Ok(update) = &step.outcome else { return Ok(()) };
        let length = self.guide.course().line().length();
        let along_course = update.matched.along;
        // Told as the route runs, whichever way round it is travelled.
        let along = if self.reversed { Along(length - along_course.0) } else { along_course };
        let share = update.progress.share;
        let last = LastFix { clock, lat: timed.lat, lon: timed.lon, accuracy_m: timed.accuracy_m };
        let standing = Standing { along, share, time_ms: clock.ride_ms, last, guidance: self.state.to_bytes() };
        standing.put(connection, &self.key, self.reversed)?;
        let Way::Route { bundle, route } = &self.way else { return Ok(()) };
        if update.matched.confidence >= SURE {
            self.keep_stage(connection, along_course)?;
        }
        for cue in &update.cues {
            let reached = Milestone::of_cue(cue, self.guide.course(), (bundle, route), self.settings.language);
            let Some(reached) = reached else { continue };
            let milestone = Milestone {
                time_ms: clock.ride_ms,
                position: Point::new(timed.lat, timed.lon).ok(),
                recording: self.recording.as_ref().map(|recording| recording.key.clone()),
                ..reached
            };
            milestone.keep(connection)?;
        }
        Ok(())
    }

    /// Adds a stage to those that the recording says it travelled.
    fn keep_stage(&self, connection: &Connection, along: Along) -> Result<(), Trouble> {
        let (Some(id), Some(stage)) = (self.recording(), self.guide.course().stage_at(along)) else { return Ok(()) };
        let name = self.guide.course().stages()[stage].name.in_language(self.settings.language);
        let mut recording = keeping::recording(connection, id)?;
        match &mut recording.followed {
            Some(followed) if !followed.names.iter().any(|known| known == name) => followed.names.push(name.to_owned()),
            _ => return Ok(()),
        }
        Ok(RECORDING.put(connection, id.row(), &recording.values())?)
    }
}
