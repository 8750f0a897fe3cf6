//! A GPX file in memory: points compactly, everything else as the file has it.

use std::ops::Range;

use super::children::Children;
use super::fault::{At, Warnings};
use crate::geometry::Point;

/// The versions of GPX.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Version {
    /// GPX 1.0 of 2002.
    V1_0,
    /// GPX 1.1 of 2004.
    V1_1,
}

/// What the first element says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Root {
    /// The version.
    pub version: Version,
    /// The program that wrote the file.
    pub creator: Option<String>,
    /// The prefix of GPX's own elements, mostly empty.
    pub(super) prefix: Box<str>,
    /// All attributes as they stand.
    pub(super) attributes: Box<str>,
}

/// A whole GPX file.
#[derive(Debug, Clone, PartialEq)]
pub struct Gpx {
    /// What the first element says.
    pub root: Root,
    /// What is neither waypoint nor route nor track: `metadata`, `extensions`; in GPX 1.0 `name`, `desc` and so on.
    pub children: Children,
    /// Its waypoints.
    pub waypoints: Vec<Waypoint>,
    /// Its routes: points to go to.
    pub routes: Vec<Itinerary>,
    /// Its tracks: where one went.
    pub tracks: Vec<Track>,
    /// What was odd but could be read.
    pub warnings: Warnings,
}

impl Gpx {
    /// Its name, wherever the version keeps it, in one line without HTML.
    #[must_use]
    pub fn name(&self) -> Option<String> {
        let metadata = self.children.get("metadata").and_then(|metadata| metadata.children().line("name"));
        metadata.or_else(|| self.children.line("name"))
    }

    /// Its description as the file has it.
    #[must_use]
    pub fn description(&self) -> Option<String> {
        let metadata = self.children.get("metadata").and_then(|metadata| metadata.children().text("desc"));
        metadata.or_else(|| self.children.text("desc"))
    }

    /// How many points the tracks have.
    #[must_use]
    pub fn track_points(&self) -> usize {
        self.tracks.iter().flat_map(|track| &track.segments).map(Segment::len).sum()
    }

    /// How many points the routes have.
    #[must_use]
    pub fn route_points(&self) -> usize {
        self.routes.iter().map(|route| route.points.len()).sum()
    }
}

/// A waypoint or a point of a route.
#[derive(Debug, Clone, PartialEq)]
pub struct Waypoint {
    /// Where.
    pub point: Point,
    /// Metres above the sea.
    pub elevation: Option<f64>,
    /// Milliseconds since 1970-01-01 UTC.
    pub time_ms: Option<i64>,
    /// All else: `name`, `desc`, `sym`, `extensions`.
    pub children: Children,
}

/// What GPX calls a route (`rte`): points to go to.
#[derive(Debug, Clone, PartialEq)]
pub struct Itinerary {
    /// Where it begins in the file.
    pub at: At,
    /// `name`, `desc`, `extensions` and so on.
    pub children: Children,
    /// Its points.
    pub points: Vec<Waypoint>,
}

/// A track (`trk`).
#[derive(Debug, Clone, PartialEq)]
pub struct Track {
    /// Where it begins in the file.
    pub at: At,
    /// `name`, `desc`, `extensions` and so on.
    pub children: Children,
    /// Its segments: between two of them nothing was recorded.
    pub segments: Vec<Segment>,
}

impl Track {
    /// Its name.
    #[must_use]
    pub fn name(&self) -> Option<String> {
        self.children.text("name")
    }
}

/// One point of a track.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct TrackPoint<'s> {
    /// Where.
    pub point: Point,
    /// Metres above the sea.
    pub elevation: Option<f64>,
    /// Milliseconds since 1970-01-01 UTC.
    pub time_ms: Option<i64>,
    /// All else: `hdop`, `speed`, `extensions`; XML as it stands, mostly empty.
    pub children: &'s str,
}

/// A segment of a track (`trkseg`): points without a break.
///
/// A point takes 16 bytes, and 8 more each where the segment has elevations and times.
#[derive(Debug, Clone, Default)]
pub struct Segment {
    points: Vec<Point>,
    /// As many as points, or none; NaN where unknown.
    elevations: Vec<f64>,
    /// As many as points, or none; [`NO_TIME`] where unknown.
    times: Vec<i64>,
    /// The XML of all points' children, one behind the other.
    details: String,
    /// Which points have children, and where these end in `details`.
    detail_ends: Vec<(usize, usize)>,
    /// What else stands in the segment.
    pub children: Children,
}

/// No time can be parsed to this.
const NO_TIME: i64 = i64::MIN;

/// Equal are segments whose points are: how unknowns are stored does not matter.
impl PartialEq for Segment {
    fn eq(&self, other: &Segment) -> bool {
        self.iter().eq(other.iter()) && self.children == other.children
    }
}

impl Segment {
    /// How many points it has.
    #[must_use]
    pub fn len(&self) -> usize {
        self.points.len()
    }

    /// Whether it has no points.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.points.is_empty()
    }

    /// The positions.
    #[must_use]
    pub fn points(&self) -> &[Point] {
        &self.points
    }

    /// The elevations, where every point has one.
    #[must_use]
    pub fn elevations(&self) -> Option<&[f64]> {
        let all = self.elevations.len() == self.points.len() && self.elevations.iter().all(|metres| metres.is_finite());
        all.then_some(&self.elevations)
    }

    /// The points one by one, with all that is known of them.
    pub fn iter(&self) -> impl Iterator<Item = TrackPoint<'_>> {
        self.points_from(0..self.points.len(), 0, 0)
    }

    /// The points of a range whose details begin there.
    fn points_from(
        &self,
        range: Range<usize>,
        first_detail: usize,
        mut begin: usize,
    ) -> impl Iterator<Item = TrackPoint<'_>> {
        let mut ends = self.detail_ends.iter().skip(first_detail).peekable();
        let numbered = range.clone().zip(self.points.get(range).unwrap_or_default());
        numbered.map(move |(number, &point)| TrackPoint {
            point,
            elevation: self.elevations.get(number).copied().filter(|metres| !metres.is_nan()),
            time_ms: self.times.get(number).copied().filter(|time| *time != NO_TIME),
            children: match ends.next_if(|(owner, _)| *owner == number) {
                Some(&(_, end)) => self.details.get(std::mem::replace(&mut begin, end)..end).unwrap_or_default(),
                None => "",
            },
        })
    }

    /// The points of that range, as [`Segment::iter`] gives them.
    pub(super) fn range(&self, range: Range<usize>) -> impl Iterator<Item = TrackPoint<'_>> {
        let first_detail = self.detail_ends.partition_point(|(owner, _)| *owner < range.start);
        let begin =
            first_detail.checked_sub(1).and_then(|before| self.detail_ends.get(before)).map_or(0, |(_, end)| *end);
        self.points_from(range, first_detail, begin)
    }

    /// Leaves out the points that are not wanted.
    pub fn retain(&mut self, mut wanted: impl FnMut(&TrackPoint<'_>) -> bool) {
        let mut kept = Segment { children: std::mem::take(&mut self.children), ..Segment::default() };
        self.iter().filter(|point| wanted(point)).for_each(|point| kept.push(point));
        *self = kept;
    }

    /// Its points in segments of their own, none of them empty: with one for which `begins` is true a new one begins.
    pub fn divided(&self, mut begins: impl FnMut(&TrackPoint<'_>) -> bool) -> Vec<Segment> {
        let mut divided: Vec<Segment> = Vec::new();
        for point in self.iter() {
            if begins(&point) || divided.is_empty() {
                let children = if divided.is_empty() { self.children.clone() } else { Children::default() };
                divided.push(Segment { children, ..Segment::default() });
            }
            if let Some(segment) = divided.last_mut() {
                segment.push(point);
            }
        }
        divided
    }

    /// Appends a point.
    pub fn push(&mut self, point: TrackPoint<'_>) {
        push_known(&mut self.elevations, self.points.len(), point.elevation, f64::NAN);
        push_known(&mut self.times, self.points.len(), point.time_ms, NO_TIME);
        if !point.children.is_empty() {
            self.details.push_str(point.children);
            self.detail_ends.push((self.points.len(), self.details.len()));
        }
        self.points.push(point.point);
    }

    /// The room it takes besides itself.
    #[cfg(test)]
    pub(super) fn bytes(&self) -> usize {
        let columns =
            self.points.capacity() * size_of::<Point>() + (self.elevations.capacity() + self.times.capacity()) * 8;
        columns + self.details.capacity() + self.detail_ends.capacity() * size_of::<(usize, usize)>()
    }

    pub(super) fn shrink(&mut self) {
        self.points.shrink_to_fit();
        self.elevations.shrink_to_fit();
        self.times.shrink_to_fit();
        self.details.shrink_to_fit();
        self.detail_ends.shrink_to_fit();
    }
}

/// Appends the value of point `number` to a column that stays empty until its first known value.
#[inline]
fn push_known<T: Copy>(column: &mut Vec<T>, number: usize, value: Option<T>, unknown: T) {
    if value.is_some() && column.is_empty() {
        column.resize(number, unknown);
    }
    if value.is_some() || !column.is_empty() {
        column.push(value.unwrap_or(unknown));
    }
}
