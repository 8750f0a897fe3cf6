//! A recorded ride as the fixes a phone would have given.

use super::children::Children;
use super::document::{Gpx, Root, Segment, TrackPoint};
use super::export::{CREATOR, OSMAND};
use crate::geometry::Metres;
use crate::model::Fix;

/// Metres of accuracy for a dilution of precision of 1: what a phone's receiver reaches under an open sky.
pub const ACCURACY_PER_HDOP: Metres = Metres(5.0);
/// The accuracy of a point that says nothing of it.
pub const USUAL_ACCURACY: Metres = Metres(10.0);

/// A ride read from a file.
#[derive(Debug, Clone, PartialEq)]
pub struct Ride {
    /// Its fixes, in the order of the file.
    pub fixes: Vec<Fix>,
    /// How many points had no time and were left out.
    pub untimed: usize,
}

/// The fixes of all tracks in a file, one after the other.
///
/// Accuracy is `accuracy` of an extension where there is one, else `hdop` (or `pdop`) times [`ACCURACY_PER_HDOP`];
/// OsmAnd writes metres as `hdop`, as we do for it, and is read so. Speed and course come from GPX 1.0 or an extension.
#[must_use]
pub fn ride(gpx: &Gpx) -> Ride {
    let per_hdop = if hdop_is_metres(&gpx.root) { Metres(1.0) } else { ACCURACY_PER_HDOP };
    let mut ride = Ride { fixes: Vec::with_capacity(gpx.track_points()), untimed: 0 };
    for point in gpx.tracks.iter().flat_map(|track| &track.segments).flat_map(Segment::iter) {
        match point.time_ms {
            Some(time_ms) => ride.fixes.push(fix(&point, time_ms, per_hdop)),
            None => ride.untimed += 1,
        }
    }
    ride
}

fn hdop_is_metres(root: &Root) -> bool {
    let creator = root.creator.as_deref().unwrap_or_default();
    creator.starts_with("OsmAnd") || (creator == CREATOR && root.attributes.contains(OSMAND.1))
}

fn fix(point: &TrackPoint<'_>, time_ms: i64, per_hdop: Metres) -> Fix {
    let details = Children(point.children);
    let known = |name: &str| {
        let number = details.find(name)?.text().trim().parse().ok();
        number.filter(|number: &f64| number.is_finite() && *number >= 0.0)
    };
    let dilution = known("hdop").or_else(|| known("pdop")).filter(|dilution| *dilution > 0.0);
    Fix {
        time_ms,
        monotonic_ms: None,
        lat: point.point.lat(),
        lon: point.point.lon(),
        accuracy_m: known("accuracy").or(dilution.map(|times| times * per_hdop.0)).unwrap_or(USUAL_ACCURACY.0),
        altitude_m: point.elevation,
        speed_mps: known("speed"),
        course_deg: known("course").or_else(|| known("heading")).or_else(|| known("bearing")),
    }
}

#[cfg(test)]
mod tests {
    use super::super::{Limits, read};
    use super::*;

    fn ride_of(creator: &str, points: &str) -> Ride {
        let xml = format!(
            "<gpx version='1.1' creator='{creator}' xmlns='http://www.topografix.com/GPX/1/1'><trk><trkseg>{points}</trkseg></trk></gpx>"
        );
        ride(&read(xml.as_bytes(), &Limits::default()).expect("readable"))
    }

    const POINT: &str = "<trkpt lat='55' lon='21'><time>1970-01-01T00:00:01Z</time><hdop>1.5</hdop><extensions><g:TrackPointExtension><g:speed>4.2</g:speed><g:course>90</g:course></g:TrackPointExtension></extensions></trkpt>";

    #[test]
    fn a_point_becomes_the_fix_it_was() {
        let fix = Fix {
            time_ms: 1_000,
            monotonic_ms: None,
            lat: 55.0,
            lon: 21.0,
            accuracy_m: 7.5,
            altitude_m: None,
            speed_mps: Some(4.2),
            course_deg: Some(90.0),
        };
        assert_eq!(ride_of("x", POINT).fixes, [fix]);
        assert_eq!(ride_of("OsmAnd~ 4.4", POINT).fixes, [Fix { accuracy_m: 1.5, ..fix }]);
    }

    #[test]
    fn points_without_time_are_counted_and_bare_ones_have_the_usual_accuracy() {
        let ride = ride_of("x", "<trkpt lat='1' lon='1'/><trkpt lat='1' lon='1'><time>2026-05-17</time></trkpt>");
        assert_eq!((ride.untimed, ride.fixes.len()), (1, 1));
        assert_eq!(ride.fixes[0].accuracy_m, USUAL_ACCURACY.0);
    }
}
