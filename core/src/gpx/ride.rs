//! A recorded ride as the fixes a phone would have given.

use super::children::Children;
use super::digits::number;
use super::document::{Gpx, Segment, TrackPoint};
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
/// Accuracy is what an extension gives in metres, else `hdop` (or `pdop`) times [`ACCURACY_PER_HDOP`]. Some programs write
/// metres as `hdop`, as we do for OsmAnd; they are known by their names, or by numbers that no dilution has.
/// Speed and course come from GPX 1.0 or an extension.
#[must_use]
pub fn ride(gpx: &Gpx) -> Ride {
    let accuracies = Accuracies::of(gpx);
    let mut ride = Ride { fixes: Vec::with_capacity(gpx.track_points()), untimed: 0 };
    for point in points(gpx) {
        match point.time_ms {
            Some(time_ms) => ride.fixes.push(accuracies.fix(&point, time_ms)),
            None => ride.untimed += 1,
        }
    }
    ride
}

/// How exact the points of a file say to be.
#[derive(Debug, Clone, Copy)]
pub struct Accuracies {
    per_hdop: Metres,
}

impl Accuracies {
    /// As the program that wrote the file has it.
    #[must_use]
    pub fn of(gpx: &Gpx) -> Accuracies {
        Accuracies { per_hdop: if hdop_is_metres(gpx) { Metres(1.0) } else { ACCURACY_PER_HDOP } }
    }

    /// The accuracy of a point.
    #[must_use]
    pub fn at(&self, point: &TrackPoint<'_>) -> Metres {
        self.said(&Details::of(point.children))
    }

    fn said(&self, details: &Details) -> Metres {
        let above_zero = |number: &f64| *number > 0.0;
        let by_hdop = details.hdop.filter(above_zero).map(|hdop| hdop * self.per_hdop.0);
        // Nobody is known to write metres there.
        let by_pdop = details.pdop.filter(above_zero).map(|pdop| pdop * ACCURACY_PER_HDOP.0);
        let accuracy = details.accuracy.filter(above_zero).or(by_hdop).or(by_pdop);
        accuracy.map_or(USUAL_ACCURACY, Metres)
    }

    fn fix(&self, point: &TrackPoint<'_>, time_ms: i64) -> Fix {
        let details = Details::of(point.children);
        Fix {
            time_ms,
            monotonic_ms: None,
            lat: point.point.lat(),
            lon: point.point.lon(),
            accuracy_m: self.said(&details).0,
            altitude_m: point.elevation,
            speed_mps: details.speed,
            course_deg: details.course,
        }
    }
}

fn points(gpx: &Gpx) -> impl Iterator<Item = TrackPoint<'_>> {
    gpx.tracks.iter().flat_map(|track| &track.segments).flat_map(Segment::iter)
}

/// Programs that write the accuracy in metres as `hdop`.
const METRES_AS_HDOP: [&str; 3] = ["OsmAnd", "Locus", "AlpineQuest"];
/// No receiver rides with a dilution of precision above this half of the time.
const MOST_DILUTION: f64 = 12.0;
/// As many points tell whether a file is such a one.
const LOOKED_AT: usize = 2_000;

fn hdop_is_metres(gpx: &Gpx) -> bool {
    let creator = gpx.root.creator.as_deref().unwrap_or_default();
    let is_known = METRES_AS_HDOP.iter().any(|program| creator.starts_with(program));
    if is_known || (creator == CREATOR && gpx.root.attributes.contains(OSMAND.1)) {
        return true;
    }
    let with_details = points(gpx).filter(|point| !point.children.is_empty());
    let mut dilutions: Vec<f64> =
        with_details.take(LOOKED_AT).filter_map(|point| Details::of(point.children).hdop).collect();
    dilutions.sort_by(f64::total_cmp);
    dilutions.get(dilutions.len() / 2).is_some_and(|usual| *usual > MOST_DILUTION)
}

/// What a point says of itself besides place, height and time; numbers only.
#[derive(Debug, Clone, Copy, Default)]
struct Details {
    accuracy: Option<f64>,
    hdop: Option<f64>,
    pdop: Option<f64>,
    speed: Option<f64>,
    course: Option<f64>,
}

impl Details {
    fn of(children: &str) -> Details {
        let mut details = Details::default();
        Children(children).each(&mut |element| {
            let known = match element.local_name() {
                // Ours, OSMTracker, BasicAirData; OpenTracks; Apple's Health; others.
                "accuracy"
                | "accuracy_horizontal"
                | "hAcc"
                | "hacc"
                | "h_acc"
                | "horizontalAccuracy"
                | "horizontal_accuracy"
                | "horaccur" => &mut details.accuracy,
                "hdop" => &mut details.hdop,
                "pdop" => &mut details.pdop,
                "speed" => &mut details.speed,
                "course" | "heading" | "bearing" => &mut details.course,
                _ => return,
            };
            *known = known.or_else(|| number(&element.text()).filter(|number| *number >= 0.0));
        });
        details
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

    #[test]
    fn programs_write_the_accuracy_in_their_own_ways() {
        let accuracy = |creator: &str, details: &str| {
            let point = format!("<trkpt lat='55' lon='21'><time>2026-06-01T08:00:00Z</time>{details}</trkpt>");
            ride_of(creator, &point.repeat(3)).fixes[0].accuracy_m
        };
        assert_eq!(accuracy("Locus Map, Android", "<hdop>4</hdop>"), 4.0);
        assert_eq!(accuracy("x", "<hdop>45</hdop>"), 45.0);
        assert_eq!(accuracy("x", "<hdop>0</hdop><pdop>2</pdop>"), 10.0);
        let within = |name: &str| format!("<extensions><a:b><c:{name}>4,5</c:{name}></a:b></extensions>");
        for name in ["accuracy", "accuracy_horizontal", "hAcc", "horizontalAccuracy"] {
            assert_eq!(accuracy("x", &within(name)), 4.5, "{name}");
        }
        for name in ["accuracy_vertical", "vAcc", "verticalAccuracy"] {
            assert_eq!(accuracy("x", &within(name)), USUAL_ACCURACY.0, "{name}");
        }
    }
}
