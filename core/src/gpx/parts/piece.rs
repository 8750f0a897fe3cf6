//! Points that follow one another without a gap, wherever in the file they stand.

use std::borrow::Cow;
use std::ops::Range;

use super::super::document::{Segment, TrackPoint};
use crate::geometry::{Metres, Point};

/// A piece of a part: one point or more, between which the way is known.
#[derive(Debug, Clone)]
pub struct Piece<'g> {
    runs: Vec<Run<'g>>,
}

/// Points that stand one behind the other in one segment.
#[derive(Debug, Clone)]
pub(super) struct Run<'g> {
    pub(super) segment: Cow<'g, Segment>,
    pub(super) range: Range<usize>,
}

impl<'g> Piece<'g> {
    pub(super) fn new(runs: Vec<Run<'g>>) -> Piece<'g> {
        Piece { runs }
    }

    pub(super) fn go_on(&mut self, next: Piece<'g>) {
        self.runs.extend(next.runs);
    }

    /// How many points it has.
    #[must_use]
    #[allow(clippy::len_without_is_empty)] // It never is.
    pub fn len(&self) -> usize {
        self.runs.iter().map(|run| run.range.len()).sum()
    }

    /// Its points, with all that is known of them.
    pub fn iter(&self) -> impl Iterator<Item = TrackPoint<'_>> {
        self.runs.iter().flat_map(|run| run.segment.range(run.range.clone()))
    }

    /// Whether it begins where the file begins a segment; else it goes on after a silence.
    #[must_use]
    pub fn begins_segment(&self) -> bool {
        self.runs.first().is_none_or(|run| run.range.start == 0)
    }

    /// The numbers of those of its points that begin a segment of the file.
    pub fn joints(&self) -> impl Iterator<Item = usize> {
        let mut before = 0;
        self.runs.iter().filter_map(move |run| {
            let first = before;
            before += run.range.len();
            (run.range.start == 0).then_some(first)
        })
    }

    /// Where they are.
    pub fn positions(&self) -> impl Iterator<Item = Point> {
        self.runs.iter().flat_map(|run| run.segment.points().get(run.range.clone()).unwrap_or_default()).copied()
    }

    /// How long it is.
    #[must_use]
    pub fn length(&self) -> Metres {
        let mut positions = self.positions().map(|point| point.ecef());
        let Some(mut before) = positions.next() else { return Metres::ZERO };
        positions.map(|here| std::mem::replace(&mut before, here).ground_distance(here)).sum()
    }

    pub(super) fn last(&self) -> Option<Point> {
        let run = self.runs.last()?;
        run.segment.points().get(run.range.clone())?.last().copied()
    }
}
