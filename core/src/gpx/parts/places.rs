//! The places that a file's maker marked: waypoints, and the points of routes that are more than the line's shape.

use std::collections::BTreeSet;

use super::super::document::{Gpx, Waypoint};
use super::{Part, PartKind};
use crate::geometry::Point;

/// Marks of one name within a thousandth of a degree mean one place: programs write a stop as waypoint and route point.
const SAME_PLACE: f64 = 1_000.0;

/// A place with a name.
#[derive(Debug, Clone, PartialEq)]
pub struct MarkedPlace {
    /// What it is called, in one line.
    pub name: String,
    /// What is said of it, as plain text; mostly nothing.
    pub words: String,
    /// Where it is.
    pub point: Point,
}

/// The places marked for that part of the file, wherever they lie: the file's waypoints, and the points of the route
/// that the part is, or of all routes beside a track. What has no name, or only shapes the line, is none.
#[must_use]
pub fn marked_places(gpx: &Gpx, part: &Part<'_>) -> Vec<MarkedPlace> {
    let is_of_part = |source: usize| part.kind == PartKind::Track || part.sources.contains(&source);
    let routes = gpx.routes.iter().enumerate().filter(|(source, _)| is_of_part(*source));
    let route_points = routes.flat_map(|(_, route)| &route.points).filter(|point| !point.only_shapes());
    let mut known = BTreeSet::new();
    let places = gpx.waypoints.iter().chain(route_points).filter_map(marked);
    places.filter(|place| known.insert((place.name.clone(), near(place.point)))).collect()
}

fn marked(waypoint: &Waypoint) -> Option<MarkedPlace> {
    let name = waypoint.children.line("name")?;
    let words = waypoint.children.plain_text("cmt").or_else(|| waypoint.children.plain_text("desc"));
    Some(MarkedPlace { name, words: words.unwrap_or_default(), point: waypoint.point })
}

fn near(point: Point) -> (i64, i64) {
    ((point.lat() * SAME_PLACE).round() as i64, (point.lon() * SAME_PLACE).round() as i64)
}
