//! What can be told to the traveller, before it is put into words.

use super::off_route::OffRoute;
use crate::geometry::{Metres, Side};
use crate::model::Mode;

/// Something to tell now. Stops and stages are numbers in [`Course::stops`](super::Course::stops) and
/// [`Course::stages`](super::Course::stages).
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Event {
    /// A stop lies ahead.
    StopAhead {
        /// Which.
        stop: usize,
        /// How far along the line.
        distance: Metres,
        /// On which hand and how far from the line, if not on it.
        aside: Option<(Side, Metres)>,
    },
    /// A stop is reached.
    Arrived {
        /// Which.
        stop: usize,
        /// On which hand and how far away, if one does not stand before it.
        aside: Option<(Side, Metres)>,
        /// Whether what there is to say of it was told before on this journey.
        told_before: bool,
    },
    /// A stop that lies off the line is abeam.
    InView {
        /// Which.
        stop: usize,
        /// On which hand.
        side: Side,
        /// How far away.
        distance: Metres,
        /// Whether what there is to say of it was told before on this journey.
        told_before: bool,
    },
    /// A stop was passed without being reached.
    Skipped {
        /// Which.
        stop: usize,
    },
    /// A stage is done.
    StageEnded {
        /// Which.
        stage: usize,
        /// The one that follows.
        next: Option<usize>,
    },
    /// The whole route is done.
    RouteEnded,
    /// The way goes on in another mode soon.
    ModeAhead {
        /// In which.
        mode: Mode,
        /// How far ahead.
        distance: Metres,
    },
    /// From here the line only joins the stops.
    LineIsIndicative,
    /// From here the line is more than a join of stops again.
    LineShowsTheWay {
        /// Whether it lies on the way itself, until it only joins the stops again; else the way may run beside it.
        exact: bool,
    },
    /// The traveller has not come to the route yet.
    RouteIsThere(OffRoute),
    /// The traveller has left the route.
    OffRoute(OffRoute),
    /// The traveller is still off it: a silent reminder.
    StillOffRoute(OffRoute),
    /// The traveller is back on it.
    BackOnRoute,
}

/// Something to tell now, in the traveller's language.
#[derive(Debug, Clone, PartialEq)]
pub struct Cue {
    /// What.
    pub event: Event,
    /// To be read.
    pub text: String,
    /// To be heard; `None` where it is not worth interrupting anybody.
    pub spoken: Option<String>,
}
