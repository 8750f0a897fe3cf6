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

/// The modes of legs, the one with most metres first; of as many the earlier.
pub(crate) fn modes(legs: &[Leg]) -> Vec<Mode> {
    let mut modes: Vec<(Mode, Metres)> = Vec::new();
    for leg in legs {
        let length = leg.to - leg.from;
        match modes.iter_mut().find(|(mode, _)| *mode == leg.mode) {
            Some((_, metres)) => *metres += length,
            None => modes.push((leg.mode, length)),
        }
    }
    modes.sort_by(|(_, one), (_, other)| other.0.total_cmp(&one.0));
    modes.into_iter().map(|(mode, _)| mode).collect()
}

/// How much of a line of that length is only indicative, 0 to 1.
pub(crate) fn indicative_share(legs: &[Leg], length: Metres) -> f64 {
    let indicative = legs.iter().filter(|leg| leg.origin == Origin::Indicative);
    let share = indicative.map(|leg| leg.to - leg.from).sum::<Metres>().0 / length.0;
    // What a bundle tells of a line without length says nothing.
    if share.is_nan() { 0.0 } else { share.clamp(0.0, 1.0) }
}
