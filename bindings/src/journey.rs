//! A traveller under way: guidance and what the library keeps of it, with each fix.

use std::sync::Arc;

use route_guide_core::errors::Complaint;
use route_guide_core::library;
use route_guide_core::map;
use route_guide_core::model;

use crate::border::{Answer, Held};
use crate::bundle::whole_routes;
use crate::failure::{Said, Told as _};
use crate::phone::Phone;
use crate::records::{Fix, Step, StopAhead, Tally, number};

/// A traveller under way. Each fix, the place on the way and what was reached are committed before `step` answers.
#[derive(uniffi::Object)]
pub struct Journey {
    journey: Held<library::Journey>,
    resumed: Resumed,
    phone: Arc<Phone>,
}

/// How guidance took up where it was.
#[derive(Debug, Clone, PartialEq, Eq, uniffi::Enum)]
pub enum Resumed {
    /// The traveller was never on this way, or where they were is forgotten.
    Anew,
    /// It goes on exactly.
    Exactly,
    /// The line has changed since: the place was found again by the last fix.
    FoundAgain {
        /// What to tell the traveller.
        text: String,
    },
}

impl From<library::Resumption> for Resumed {
    fn from(resumption: library::Resumption) -> Resumed {
        match resumption {
            library::Resumption::Anew => Resumed::Anew,
            library::Resumption::Exactly => Resumed::Exactly,
            library::Resumption::FoundAgain { text } => Resumed::FoundAgain { text },
        }
    }
}

/// What came of a fix.
#[derive(Debug, Clone, PartialEq, uniffi::Record)]
pub struct JourneyStep {
    /// What guidance says.
    pub step: Step,
    /// What the recording comes to, where one is open.
    pub tally: Option<Tally>,
    /// Why nothing was kept. Guidance is right all the same, and what waits is kept with the next fix that can be.
    pub not_kept: Option<Said>,
    /// How many fixes wait for room on the disk.
    pub waiting: u32,
}

impl Journey {
    pub(crate) fn new(
        (journey, resumption): (library::Journey, library::Resumption),
        phone: Arc<Phone>,
    ) -> Arc<Journey> {
        Arc::new(Journey { journey: Held::new("journey", journey), resumed: resumption.into(), phone })
    }
}

#[uniffi::export]
impl Journey {
    /// How guidance took up where it was.
    pub fn resumed(&self) -> Resumed {
        self.resumed.clone()
    }

    /// The number of the recording that the fixes go into.
    pub fn recording(&self) -> Answer<Option<u32>> {
        let language = self.phone.language();
        self.journey.ask(language, |journey| Ok(journey.recording().map(library::RecordingId::number)))
    }

    /// Takes the next fix, tells what changed and keeps it. A fix that is not believed is kept as such.
    pub fn step(&self, fix: Fix) -> Answer<JourneyStep> {
        self.journey.change(self.phone.language(), |journey| {
            self.phone.change(|library, language| {
                let library::Advance { step, kept } = library.advance(journey, &model::Fix::from(fix));
                let (tally, not_kept) = match kept {
                    Ok(tally) => (tally.map(Tally::from), None),
                    Err(error) => (None, Some(Complaint::of_library(&error, language).into())),
                };
                let step = Step::of(step.outcome, step.next_fix, journey.guide().course());
                Ok(JourneyStep { step, tally, not_kept, waiting: number(journey.waiting()) })
            })
        })
    }

    /// The stops that come, the next one first; none before the first fix, and none on a track.
    pub fn stops_ahead(&self) -> Answer<Vec<StopAhead>> {
        let language = self.phone.language();
        self.journey.ask(language, |journey| Ok(journey.stops_ahead().into_iter().map(StopAhead::from).collect()))
    }

    /// The bundle's layer of stops as `map_layers` has it, with those of this route in their state for this journey. On a
    /// track there are none.
    pub fn stops_layer(&self) -> Answer<String> {
        self.journey.ask(self.phone.language(), |journey| {
            self.phone.ask(|library, language| {
                let Some(passed) = library.passed_stops(journey).told(language)? else {
                    return Ok(map::stops([], |_, _| map::StopState::Ahead).as_str().to_owned());
                };
                let routes = whole_routes(&library.bundle(&passed.bundle).told(language)?).told(language)?;
                let layer = map::stops(&routes, |route, stop| passed.state(&route.id, &stop.id));
                Ok(layer.as_str().to_owned())
            })
        })
    }

    /// Commits what waits for room on the disk. To be called before a recording is stopped.
    pub fn catch_up(&self) -> Answer<()> {
        self.journey.change(self.phone.language(), |journey| {
            self.phone.change(|library, language| library.catch_up(journey).told(language))
        })
    }

    /// Ends the journey: keeps what waits, closes it, and it is no longer under way. The recording and the place on the
    /// way stay. Where there is no room it fails and goes on.
    pub fn finish(&self) -> Answer<()> {
        self.journey.change(self.phone.language(), |journey| {
            self.phone.change(|library, language| library.finish(journey).told(language))
        })?;
        self.close()
    }

    /// Ends guidance; the recording and the place on the way stay, and the journey stays under way until it is finished
    /// or another one is set out on. From then on every call says so.
    pub fn close(&self) -> Answer<()> {
        self.journey.close(self.phone.language())
    }
}
