//! The shape of a route between its points.
//!
//! Garmin's programs write the way between two points of a route as `gpxx:rpt` in an extension of the first one, and
//! mark those of its points that only draw the line over another road as `trp:ShapingPoint`.

use super::document::{Itinerary, Segment, TrackPoint, Waypoint};
use crate::geometry::Point;

impl Itinerary {
    /// The route as it is drawn: its points, and between them those that its extensions give.
    pub(super) fn drawn(&self) -> Segment {
        let mut drawn = Segment::default();
        for point in &self.points {
            drawn.push(TrackPoint { point: point.point, elevation: point.elevation, time_ms: None, children: "" });
            for point in point.shape() {
                drawn.push(TrackPoint { point, elevation: None, time_ms: None, children: "" });
            }
        }
        drawn
    }
}

impl Waypoint {
    /// Where the line goes on its way to the route's next point.
    fn shape(&self) -> Vec<Point> {
        let Some(extension) = self.children.find("RoutePointExtension") else { return Vec::new() };
        let extension = extension.children();
        let points = extension.iter().filter(|element| element.local_name() == "rpt").filter_map(|element| {
            let degrees = |name: &str| element.attribute(name)?.trim().parse().ok();
            Point::new(degrees("lat")?, degrees("lon")?).ok()
        });
        points.collect()
    }

    /// Whether it only draws the line over another road and is no place to call at.
    pub(super) fn only_shapes(&self) -> bool {
        self.children.find("ShapingPoint").is_some()
    }
}
