//! What to tell the traveller.

use route_guide_core::geometry::{Metres, Side};
use route_guide_core::guidance::{self, Course, Event};

use super::{OffRoute, TravelMode};

/// Something to tell now, in the traveller's language.
#[derive(Debug, Clone, PartialEq, uniffi::Record)]
pub struct Cue {
    /// What it is about: for pictograms, vibration and what is shown.
    pub event: CueEvent,
    /// To be read.
    pub text: String,
    /// To be heard; nothing where it is not worth interrupting anybody.
    pub spoken: Option<String>,
}

/// On which hand something lies, and how far from where one stands or passes.
#[derive(Debug, Clone, Copy, PartialEq, uniffi::Record)]
pub struct Aside {
    /// On which hand.
    pub side: Side,
    /// How far.
    pub distance_m: f64,
}

/// What a cue is about. Stops and stages by their ids.
#[derive(Debug, Clone, PartialEq, uniffi::Enum)]
pub enum CueEvent {
    /// A stop lies ahead.
    StopAhead {
        /// Which.
        stop: String,
        /// How far along the line.
        distance_m: f64,
        /// Where from the line, if not on it.
        aside: Option<Aside>,
    },
    /// A stop is reached.
    Arrived {
        /// Which.
        stop: String,
        /// Where, if one does not stand before it.
        aside: Option<Aside>,
    },
    /// A stop that lies off the line is abeam.
    InView {
        /// Which.
        stop: String,
        /// Where.
        aside: Aside,
    },
    /// A stop was passed without being reached.
    Skipped {
        /// Which.
        stop: String,
    },
    /// A stage is done.
    StageEnded {
        /// Which.
        stage: String,
        /// The one that follows.
        next: Option<String>,
    },
    /// The whole route is done.
    RouteEnded,
    /// The way goes on in another mode soon.
    ModeAhead {
        /// In which.
        mode: TravelMode,
        /// How far ahead.
        distance_m: f64,
    },
    /// From here the line only joins the stops.
    LineIsIndicative,
    /// From here the line is more than a join of stops again: it shows the way, or runs near it.
    LineShowsTheWay,
    /// The traveller has not come to the route yet.
    RouteIsThere {
        /// Where it is.
        way: OffRoute,
    },
    /// The traveller has left the route.
    LeftRoute {
        /// The way back.
        way: OffRoute,
    },
    /// The traveller is still off it: a silent reminder.
    StillOffRoute {
        /// The way back.
        way: OffRoute,
    },
    /// The traveller is back on it.
    BackOnRoute,
}

impl Cue {
    pub(crate) fn of(cue: guidance::Cue, course: &Course) -> Cue {
        let guidance::Cue { event, text, spoken } = cue;
        Cue { event: CueEvent::of(event, course), text, spoken }
    }
}

impl CueEvent {
    fn of(event: Event, course: &Course) -> CueEvent {
        let stop = |number: usize| course.stops().get(number).map(|stop| stop.id.to_string()).unwrap_or_default();
        let stage = |number: usize| course.stages().get(number).map(|stage| stage.id.to_string()).unwrap_or_default();
        let aside = |(side, distance): (Side, Metres)| Aside { side, distance_m: distance.0 };
        match event {
            Event::StopAhead { stop: at, distance, aside: beside } => {
                CueEvent::StopAhead { stop: stop(at), distance_m: distance.0, aside: beside.map(aside) }
            }
            Event::Arrived { stop: at, aside: beside, told_before: _ } => {
                CueEvent::Arrived { stop: stop(at), aside: beside.map(aside) }
            }
            Event::InView { stop: at, side, distance, told_before: _ } => {
                CueEvent::InView { stop: stop(at), aside: aside((side, distance)) }
            }
            Event::Skipped { stop: at } => CueEvent::Skipped { stop: stop(at) },
            Event::StageEnded { stage: at, next } => CueEvent::StageEnded { stage: stage(at), next: next.map(stage) },
            Event::RouteEnded => CueEvent::RouteEnded,
            Event::ModeAhead { mode, distance } => CueEvent::ModeAhead { mode, distance_m: distance.0 },
            Event::LineIsIndicative => CueEvent::LineIsIndicative,
            Event::LineShowsTheWay { exact: _ } => CueEvent::LineShowsTheWay,
            Event::RouteIsThere(way) => CueEvent::RouteIsThere { way: way.into() },
            Event::OffRoute(way) => CueEvent::LeftRoute { way: way.into() },
            Event::StillOffRoute(way) => CueEvent::StillOffRoute { way: way.into() },
            Event::BackOnRoute => CueEvent::BackOnRoute,
        }
    }
}
