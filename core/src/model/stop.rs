//! Points of interest in their place on a route.

use super::named::named;
use super::{Fact, Picture, StageId, StopId, Text, Unverified};
use crate::geometry::{Along, Metres, Point, Side};

named!(
    /// What kind of place a stop is.
    Category {
        /// Something to do.
        Activity = "activity",
        /// A beach.
        Beach = "beach",
        /// A bridge or pier.
        Bridge = "bridge",
        /// A castle mound.
        CastleMound = "castle-mound",
        /// A church or monastery.
        Church = "church",
        /// A ferry pier.
        Ferry = "ferry",
        /// A harbour or waterway.
        Harbour = "harbour",
        /// A lighthouse.
        Lighthouse = "lighthouse",
        /// A manor.
        Manor = "manor",
        /// A monument or shrine.
        Monument = "monument",
        /// A museum.
        Museum = "museum",
        /// A sight of nature.
        Nature = "nature",
        /// A park.
        Park = "park",
        /// A place with a view.
        Viewpoint = "viewpoint",
        /// A village.
        Village = "village",
    }
);

/// A point of interest in its place on a route.
#[derive(Debug, Clone, PartialEq)]
pub struct Stop {
    /// Unique in its bundle.
    pub id: StopId,
    /// The stage that visits it.
    pub stage: StageId,
    /// What kind of place it is.
    pub category: Category,
    /// Where it is.
    pub position: Point,
    /// The real object lies within this distance of the position.
    pub accuracy: Metres,
    /// Where the position comes from.
    pub position_source: String,
    /// One who is this near has arrived.
    pub radius: Metres,
    /// Whether the route's makers name it themselves.
    pub official: bool,
    /// What there is to say about that.
    pub official_note: Option<String>,
    /// Whether it is an extension that may be skipped.
    pub optional: bool,
    /// The stop of another route at the same spot.
    pub same_place_as: Option<StopId>,
    /// What nobody has checked yet.
    pub unverified: Vec<Unverified>,
    /// Its name.
    pub name: Text,
    /// One or two sentences, also spoken on arrival.
    pub summary: Text,
    /// What to know while standing there.
    pub description: Text,
    /// What the texts rest on.
    pub facts: Vec<Fact>,
    /// Its pictures.
    pub pictures: Vec<Picture>,
    /// The place on the route's line nearest to it.
    pub along: Along,
    /// How far from the line it lies.
    pub distance: Metres,
    /// On which hand of one travelling the route forward.
    pub side: Side,
}
