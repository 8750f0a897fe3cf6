//! Tracks and routes as lines over the ground.

use super::document::{Gpx, Itinerary, Segment, Track};
use crate::geometry::{Line, LineError, Point};

/// Why a file has no line to follow.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("the file has no track and no route of two points or more; export one that has")]
pub struct NoLine;

/// The line to follow in a file: its longest track, or where it has none, its longest route.
///
/// # Errors
/// When nothing in it has any length.
pub fn line_of(gpx: &Gpx) -> Result<Line, NoLine> {
    let tracks = gpx.tracks.iter().filter_map(|track| track.line().ok());
    longest(tracks).or_else(|| longest(gpx.routes.iter().filter_map(|route| route.line().ok()))).ok_or(NoLine)
}

/// The longest of some lines; of equal ones the first.
fn longest(lines: impl Iterator<Item = Line>) -> Option<Line> {
    lines.reduce(|longest, line| if line.length() > longest.length() { line } else { longest })
}

impl Track {
    /// The track as one line: its segments joined straight, with elevations where most points have one.
    ///
    /// # Errors
    /// When it has fewer than two points or no length.
    pub fn line(&self) -> Result<Line, LineError> {
        let points: Vec<Point> = self.segments.iter().flat_map(Segment::points).copied().collect();
        let elevations: Vec<Option<f64>> =
            self.segments.iter().flat_map(Segment::iter).map(|point| point.elevation).collect();
        Line::new(points)?.with_known_elevations(&elevations)
    }
}

impl Itinerary {
    /// The route as one line through its points, with elevations where most points have one.
    ///
    /// # Errors
    /// When it has fewer than two points or no length.
    pub fn line(&self) -> Result<Line, LineError> {
        let line = Line::new(self.points.iter().map(|point| point.point).collect())?;
        let elevations: Vec<Option<f64>> = self.points.iter().map(|point| point.elevation).collect();
        line.with_known_elevations(&elevations)
    }
}

#[cfg(test)]
mod tests {
    use super::super::{Gpx, Limits, read};
    use super::*;

    fn gpx(inside: &str) -> Gpx {
        let xml = format!("<gpx version=\"1.1\" xmlns=\"http://www.topografix.com/GPX/1/1\">{inside}</gpx>");
        read(xml.as_bytes(), &Limits::default()).expect("readable")
    }

    #[test]
    fn the_longest_track_is_the_line() {
        let gpx = gpx(concat!(
            "<rte><rtept lat='0' lon='0'/><rtept lat='9' lon='9'/></rte>",
            "<trk><trkseg><trkpt lat='1' lon='1'/></trkseg></trk>",
            "<trk><trkseg><trkpt lat='1' lon='1'/><trkpt lat='1' lon='2'/></trkseg>",
            "<trkseg><trkpt lat='1' lon='3'><ele>7</ele></trkpt></trkseg></trk>",
        ));
        let line = line_of(&gpx).expect("has a track");
        assert_eq!(line.points().len(), 3);
        assert_eq!(line.elevations(), None);
    }

    #[test]
    fn without_tracks_a_route_will_do_and_its_heights_come_along() {
        let gpx =
            gpx("<rte><rtept lat='0' lon='0'><ele>3</ele></rtept><rtept lat='0' lon='1'><ele>4.5</ele></rtept></rte>");
        assert_eq!(line_of(&gpx).expect("has a route").elevations(), Some(&[3.0, 4.5][..]));
    }

    #[test]
    fn waypoints_make_no_line() {
        assert_eq!(line_of(&gpx("<wpt lat='0' lon='0'/><trk/><trk><trkseg/></trk>")).err(), Some(NoLine));
    }
}
