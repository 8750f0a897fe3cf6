//! Our own recording out of a GPX file.

use std::str::FromStr;

use super::{Attachment, FileName, NAMESPACE, RecordedFix, RideAbout, RideWaypoint, RideWaypointKind};
use crate::geometry::Point;
use crate::gpx::{Children, Element, Gpx, Root, TrackPoint, USUAL_ACCURACY, Waypoint, parse_time};
use crate::model::{Fix, Mode};

/// A recording read from a file.
#[derive(Debug, Clone, PartialEq)]
pub struct RecordedRide {
    /// What is known of it.
    pub about: RideAbout,
    /// What was seen and made on the way.
    pub waypoints: Vec<RideWaypoint>,
    /// Its fixes, in the order of the file.
    pub fixes: Vec<RecordedFix>,
    /// How many points and waypoints were left out: without a time, of an unknown kind, or with a file elsewhere.
    pub left_out: usize,
}

/// The recording in a file that [`export_ride`](crate::gpx::export_ride) wrote in the plain profile, to the bit.
///
/// `None` for files of other programs and other profiles: [`ride`](crate::gpx::ride) reads those. Where another
/// program has rewritten the file and left out what it did not know, what is left counts.
#[must_use]
pub fn recorded_ride(gpx: &Gpx) -> Option<RecordedRide> {
    if !is_recording(&gpx.root) {
        return None;
    }
    let about = about(&gpx.children)?;
    let waypoints: Vec<RideWaypoint> = gpx.waypoints.iter().filter_map(waypoint).collect();
    let mut fixes = Vec::with_capacity(gpx.track_points());
    let mut expected = 0;
    for segment in gpx.tracks.iter().flat_map(|track| &track.segments) {
        let number = number_of(&segment.children).unwrap_or(expected);
        fixes.extend(segment.iter().filter_map(|point| recorded_fix(number, &point)));
        expected = number.saturating_add(1);
    }
    let left_out = gpx.waypoints.len() - waypoints.len() + gpx.track_points() - fixes.len();
    Some(RecordedRide { about, waypoints, fixes, left_out })
}

/// Whether a file with that first element is such a one, as far as one can see there.
pub(in crate::gpx) fn is_recording(root: &Root) -> bool {
    root.attributes.contains(NAMESPACE)
}

/// What the children of `<gpx>` say of a recording.
pub(super) fn about<S: AsRef<str>>(children: &Children<S>) -> Option<RideAbout> {
    let metadata = children.get("metadata")?.children();
    let own = metadata.get("extensions")?.children();
    let time = metadata.text("time").and_then(|text| parse_time(&text));
    Some(RideAbout {
        key: own.text("key")?,
        name: metadata.text("name").unwrap_or_default(),
        description: metadata.text("desc"),
        followed: own
            .iter()
            .filter(|element| element.local_name() == "followed")
            .filter_map(|element| text(&element))
            .collect(),
        started_ms: time.or_else(|| value(&own.get("time")?))?,
        mode: own.text("mode").and_then(|name| Mode::from_name(&name)),
    })
}

fn waypoint(waypoint: &Waypoint) -> Option<RideWaypoint> {
    let own = waypoint.children.get("extensions")?.children();
    let attachment = || {
        Some(Attachment {
            file: FileName::from_reference(&waypoint.children.get("link")?.attribute("href")?)?,
            bytes: value(&own.get("bytes")?)?,
            digest: own.text("digest").unwrap_or_default(),
        })
    };
    let kind = match own.text("kind")?.as_str() {
        "stop" => RideWaypointKind::Stop,
        "photo" => RideWaypointKind::Photo(attachment()?),
        "note" => RideWaypointKind::Note(attachment()?),
        _ => return None,
    };
    let degrees = |name: &str| own.get(name).and_then(|element| value(&element));
    Some(RideWaypoint {
        name: waypoint.children.text("name").unwrap_or_default(),
        point: moved(waypoint.point, degrees("lat"), degrees("lon")),
        time_ms: waypoint.time_ms.or_else(|| value(&own.get("time")?))?,
        kind,
    })
}

pub(super) fn number_of(segment: &Children) -> Option<u32> {
    value(&segment.get("extensions")?.children().get("segment")?)
}

pub(super) fn recorded_fix(segment: u32, point: &TrackPoint<'_>) -> Option<RecordedFix> {
    let mut fix = Fix {
        time_ms: 0,
        monotonic_ms: None,
        lat: 0.0,
        lon: 0.0,
        accuracy_m: USUAL_ACCURACY.0,
        altitude_m: point.elevation,
        speed_mps: None,
        course_deg: None,
    };
    let (mut steady_ms, mut phone_ms) = (point.time_ms, None);
    let (mut lat, mut lon) = (None, None);
    let details = Children(point.children);
    let own = details.get("extensions").map(|own| own.children()).unwrap_or_default();
    for element in own.iter() {
        match element.local_name() {
            "time" => steady_ms = value(&element).or(steady_ms),
            "phoneTime" => phone_ms = value(&element),
            "lat" => lat = value(&element),
            "lon" => lon = value(&element),
            "accuracy" => fix.accuracy_m = value(&element).unwrap_or(fix.accuracy_m),
            "altitude" => fix.altitude_m = value(&element).or(fix.altitude_m),
            "speed" => fix.speed_mps = value(&element),
            "course" => fix.course_deg = value(&element),
            "monotonic" => fix.monotonic_ms = value(&element),
            _ => {}
        }
    }
    let position = moved(point.point, lat, lon);
    (fix.lat, fix.lon) = (position.lat(), position.lon());
    let steady_ms = steady_ms?;
    fix.time_ms = phone_ms.unwrap_or(steady_ms);
    Some(RecordedFix { segment, steady_ms, fix })
}

/// The position that the file means where GPX could only say one nearby.
fn moved(near: Point, lat: Option<f64>, lon: Option<f64>) -> Point {
    Point::new(lat.unwrap_or(near.lat()), lon.unwrap_or(near.lon())).unwrap_or(near)
}

fn text(element: &Element<'_>) -> Option<String> {
    Some(element.text().trim().to_owned()).filter(|text| !text.is_empty())
}

/// What the text of an element means, if it means such a thing.
fn value<T: FromStr>(element: &Element<'_>) -> Option<T> {
    element.text().trim().parse().ok()
}
