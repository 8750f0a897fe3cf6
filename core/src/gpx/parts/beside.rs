//! Whether a route of a file only marks places on its tracks.
//!
//! Planners write what they plan as a route and where it leads as a track; such a route's points are stops. A route that
//! lies elsewhere is a way of its own.

use super::super::document::{Gpx, Itinerary, Segment, Track};
use crate::geometry::{Bounds, Metres, Point};

/// A point this near to where a track is may be a place on it.
const NEAR: Metres = Metres(2_000.0);

/// Where the tracks of a file are.
pub(super) struct Tracks(Vec<Bounds>);

impl Tracks {
    pub(super) fn of(gpx: &Gpx) -> Tracks {
        let around = |track: &Track| Bounds::around(track.segments.iter().flat_map(Segment::points).copied());
        Tracks(gpx.tracks.iter().filter_map(around).collect())
    }

    /// Whether half of a route's points or more are where one of the tracks is.
    pub(super) fn are_beside(&self, route: &Itinerary) -> bool {
        let near = |bounds: &Bounds| {
            let inside = route.points.iter().filter(|point| is_near(bounds, point.point)).count();
            2 * inside >= route.points.len()
        };
        self.0.iter().any(near)
    }
}

fn is_near(bounds: &Bounds, point: Point) -> bool {
    if bounds.crosses_antimeridian() || bounds.contains(point) {
        return true;
    }
    let lat = point.lat().clamp(bounds.south, bounds.north);
    let lon = point.lon().clamp(bounds.west, bounds.east);
    Point::new(lat, lon).is_ok_and(|nearest| nearest.distance(point) <= NEAR)
}
