//! Stretches of a route that are travelled and known in one way.

use super::named::named;
use super::{StageId, TrackId};
use crate::geometry::{Along, Metres};

named!(
    /// How a leg is travelled.
    Mode {
        /// On foot.
        Walk = "walk",
        /// By bicycle.
        Bike = "bike",
        /// By car.
        Car = "car",
        /// In a boat or canoe.
        Boat = "boat",
        /// On a ferry.
        Ferry = "ferry",
    }
);

named!(
    /// Where a leg's line comes from.
    Origin {
        /// Measured on the ground.
        Surveyed = "surveyed",
        /// Traced along something a map shows.
        Digitised = "digitised",
        /// Only joins stops: it shows the direction, not the way.
        Indicative = "indicative",
    }
);

/// A stretch of a route's line with one mode, one origin and one accuracy.
#[derive(Debug, Clone, PartialEq)]
pub struct Leg {
    /// The name of its track in the route's GPX file.
    pub id: TrackId,
    /// The stage it is part of.
    pub stage: StageId,
    /// How it is travelled.
    pub mode: Mode,
    /// Where its line comes from.
    pub origin: Origin,
    /// The real way lies within this distance of the line.
    pub accuracy: Metres,
    /// What the line was drawn from, for those who draw it better.
    pub follows: String,
    /// Where it begins on the route's line.
    pub from: Along,
    /// Where it ends.
    pub to: Along,
}
