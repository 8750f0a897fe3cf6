//! Points where a receiver had no position.
//!
//! Many devices write 0°, 0° then. In a file that has points elsewhere and none in that part of the Gulf of Guinea these are
//! no places: they are left out when the file is read, so that no line, no ride and no tally goes there.

use super::coordinates::is_nowhere;
use super::document::Gpx;
use super::fault::{At, KEPT, Oddity, Warning};
use super::recording::is_recording;
use crate::geometry::{Metres, Point};

/// Who has a point this near to 0°, 0° was there.
const NEAR: Metres = Metres(100_000.0);

/// The points at 0°, 0° of a file: where the first ones stand, and how many there are.
#[derive(Debug, Default)]
pub(super) struct Nowhere {
    places: Vec<At>,
    more: u64,
}

impl Nowhere {
    pub(super) fn note(&mut self, at: At) {
        if self.places.len() < KEPT {
            self.places.push(at);
        } else {
            self.more += 1;
        }
    }

    /// Leaves them out of a file that is from elsewhere; our own recordings come back as they were.
    pub(super) fn leave_out(self, gpx: &mut Gpx) {
        if self.places.is_empty() || is_recording(&gpx.root) || !is_from_elsewhere(gpx) {
            return;
        }
        let is_somewhere = |point: Point| !is_nowhere(point);
        gpx.waypoints.retain(|waypoint| is_somewhere(waypoint.point));
        gpx.routes.iter_mut().for_each(|route| route.points.retain(|point| is_somewhere(point.point)));
        gpx.tracks.iter_mut().flat_map(|track| &mut track.segments).for_each(|segment| {
            if segment.points().iter().any(|point| is_nowhere(*point)) {
                segment.retain(|point| is_somewhere(point.point));
            }
        });
        for at in self.places {
            gpx.warnings.note_late(Warning { at, oddity: Oddity::Nowhere });
        }
        gpx.warnings.count_more(self.more);
    }
}

fn is_from_elsewhere(gpx: &Gpx) -> bool {
    let Ok(nowhere) = Point::new(0.0, 0.0) else { return false };
    let segments = gpx.tracks.iter().flat_map(|track| &track.segments);
    let route_points = gpx.routes.iter().flat_map(|route| &route.points);
    let named = gpx.waypoints.iter().chain(route_points).map(|waypoint| waypoint.point);
    let mut others = named.chain(segments.flat_map(|segment| segment.points().iter().copied()));
    let mut others = others.by_ref().filter(|point| !is_nowhere(*point)).peekable();
    others.peek().is_some() && others.all(|point| point.distance(nowhere) > NEAR)
}

#[cfg(test)]
mod tests {
    use super::super::{Limits, read};

    fn points(inside: &str) -> (usize, u64) {
        let xml = format!("<gpx version='1.1' xmlns='http://www.topografix.com/GPX/1/1'>{inside}</gpx>");
        let gpx = read(xml.as_bytes(), &Limits::default()).expect("readable");
        (gpx.track_points() + gpx.route_points() + gpx.waypoints.len(), gpx.warnings.count())
    }

    fn track(places: &[(f64, f64)]) -> String {
        let points =
            places.iter().map(|(lat, lon)| format!("<trkpt lat=\"{lat}\" lon=\"{lon}\"><hdop>1</hdop></trkpt>"));
        format!("<trk><trkseg>{}</trkseg></trk>", points.collect::<String>())
    }

    #[test]
    fn a_receiver_without_a_position_was_not_in_the_gulf_of_guinea() {
        for places in [
            [(0.0, 0.0), (55.0, 21.0), (55.1, 21.0)],
            [(55.0, 21.0), (-0.0, 0.0), (55.1, 21.0)],
            [(55.0, 21.0), (55.1, 21.0), (0.000001, 0.0)],
        ] {
            assert_eq!(points(&track(&places)), (2, 1), "{places:?}");
        }
        let all = format!("<wpt lat='0' lon='0'/><rte><rtept lat='0.0' lon='0.0'/></rte>{}", track(&[(55.0, 21.0); 2]));
        assert_eq!(points(&all), (2, 2));
    }

    #[test]
    fn who_is_near_was_there_and_who_has_no_other_point_may_have_been() {
        assert_eq!(points(&track(&[(0.01, 0.0), (0.0, 0.0), (-0.01, 0.0)])), (3, 0));
        assert_eq!(points(&track(&[(0.0, 0.0), (0.0, 0.0)])), (2, 0));
        assert_eq!(points(&track(&[(0.0, 21.0), (0.0, 21.1)])), (2, 0));
    }
}
