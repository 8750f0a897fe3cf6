//! The shape of a route between its points.
//!
//! Garmin's programs write the way between two points of a route as `gpxx:rpt` in an extension of the first one, and
//! mark those of its points that only draw the line over another road as `trp:ShapingPoint`.

use super::children::Children;
use super::digits::number;
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
        shape(self.children.as_str()).into_iter().flatten().collect()
    }

    /// Whether it only draws the line over another road and is no place to call at.
    pub(super) fn only_shapes(&self) -> bool {
        self.children.find("ShapingPoint").is_some()
    }
}

/// The points that draw the line on from a point of a route, by what its children say: one that has no position is an
/// error that tells what it has.
fn shape(children: &str) -> Vec<Result<Point, String>> {
    let children = Children(children);
    let Some(extension) = children.find("RoutePointExtension") else { return Vec::new() };
    let extension = extension.children();
    let points = extension.iter().filter(|element| element.local_name() == "rpt").map(|element| {
        let [lat, lon] = ["lat", "lon"].map(|name| element.attribute(name).unwrap_or_default());
        let point = number(&lat).zip(number(&lon)).and_then(|(north, east)| Point::new(north, east).ok());
        point.ok_or_else(|| format!("lat=\"{lat}\" lon=\"{lon}\""))
    });
    points.collect()
}

/// How many of those points have no position, and what the first of them says.
pub(super) fn flawed_shape(children: &str) -> Option<(usize, String)> {
    if !children.contains("rpt") {
        return None;
    }
    let mut flawed = shape(children).into_iter().filter_map(Result::err);
    let first = flawed.next()?;
    Some((1 + flawed.count(), first))
}
