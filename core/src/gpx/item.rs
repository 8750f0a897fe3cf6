//! The pieces a file is read in.

use super::children::Children;
use super::document::{Root, TrackPoint, Waypoint};
use super::fault::At;

/// What a GPX file is made of, in the file's order.
#[derive(Debug)]
pub enum Item<'r> {
    /// `<gpx>` begins.
    Root(Root),
    /// A waypoint.
    Waypoint(Waypoint),
    /// A route begins there.
    RouteStart(At),
    /// A point of the route.
    RoutePoint(Waypoint),
    /// The route ends; what it says about itself.
    RouteEnd(Children),
    /// A track begins there.
    TrackStart(At),
    /// A segment begins.
    SegmentStart,
    /// A point of the segment.
    Point(TrackPoint<'r>),
    /// The segment ends; what it says about itself.
    SegmentEnd(Children),
    /// The track ends; what it says about itself.
    TrackEnd(Children),
    /// Another child of `<gpx>`, as it stands: `metadata`, `extensions`.
    Other(&'r str),
}
