//! Tracks and routes as lines over the ground.

use super::document::{Itinerary, Segment, Track};
use crate::geometry::{Line, LineError, Point};

/// Why a file has no line to follow.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("the file has no track and no route of two points or more; export one that has")]
pub struct NoLine;

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
