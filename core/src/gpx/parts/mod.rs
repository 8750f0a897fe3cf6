//! What in a file can be followed: its tracks, and those of its routes that lie elsewhere.
//!
//! A [`Part`] is one of them, with its number and its name, in [`Piece`]s: between two of these nothing is known of the
//! way. [`whole()`] is what is meant where nobody chose: all parts as one where each goes on where the one before it ends,
//! else the longest. A track beside a route is the way, and the route's points are places on it ([`marked_places`]).
//!
//! How a gap is followed, or what a part comes to as a ride, is decided elsewhere.

mod beside;
mod names;
mod piece;
mod pieces;
mod places;

use std::borrow::Cow;
use std::ops::{Range, RangeInclusive};

use self::beside::Tracks;
pub use self::names::in_one_line;
pub use self::piece::Piece;
pub use self::places::{MarkedPlace, marked_places};
use super::document::{Gpx, Segment};
use super::line::NoLine;
use crate::geometry::{Along, Line, LineError, Metres, Point};

/// Where a part ends this near to the start of the next, the one goes on in the other.
const MEETING: Metres = Metres(300.0);

/// A track or a route of a file, or several that go on in one another.
#[derive(Debug, Clone)]
pub struct Part<'g> {
    numbers: RangeInclusive<usize>,
    kind: PartKind,
    name: Option<String>,
    pieces: Vec<Piece<'g>>,
    /// Which tracks or routes of the file, counted from 0.
    sources: Vec<usize>,
}

/// As what a file holds a part.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PartKind {
    /// Where one went: `trk`.
    Track,
    /// Points to go to: `rte`.
    Route,
}

/// The line of a part, and where on it nothing is known of the way.
#[derive(Debug, Clone, PartialEq)]
pub struct Way {
    /// All of it, its gaps bridged straight, with elevations where most points have one.
    pub line: Line,
    /// The stretches that only bridge a gap, in order.
    pub gaps: Vec<Range<Along>>,
}

/// The parts of a file in its order: its tracks, then the routes that do not lie beside one that has any length.
#[must_use]
pub fn parts(gpx: &Gpx) -> Vec<Part<'_>> {
    let mut parts: Vec<Part<'_>> = Vec::new();
    for (source, track) in gpx.tracks.iter().enumerate() {
        let segments = track.segments.iter().map(Cow::Borrowed).collect();
        parts.extend(Part::of(PartKind::Track, source, segments));
    }
    let tracks = (!parts.is_empty() && !gpx.routes.is_empty()).then(|| Tracks::of(gpx));
    for (source, route) in gpx.routes.iter().enumerate() {
        if tracks.as_ref().is_none_or(|tracks| !tracks.are_beside(route)) {
            parts.extend(Part::of(PartKind::Route, source, vec![Cow::Owned(route.drawn())]));
        }
    }
    let of = parts.len();
    for (number, part) in (1..).zip(&mut parts) {
        part.numbers = number..=number;
        part.name = names::of_part(gpx, part, of);
    }
    parts
}

/// All parts of a file as one, where each begins near the end of the one before it; `None` where one does not, or where
/// some are tracks and some are routes.
#[must_use]
pub fn joined<'g>(gpx: &Gpx, parts: &[Part<'g>]) -> Option<Part<'g>> {
    let (first, others) = parts.split_first()?;
    let mut joined = first.clone();
    for part in others {
        if part.kind != joined.kind || joined.last()?.distance(part.first()?) > MEETING {
            return None;
        }
        joined.go_on(part);
    }
    joined.name = names::of_joined(gpx, parts);
    Some(joined)
}

/// What is followed of a file where nobody chose: its tracks, or where it has none, its routes, as one where they
/// [meet](joined), else the longest of them.
///
/// # Errors
/// When nothing in it has any length.
pub fn whole(gpx: &Gpx) -> Result<Part<'_>, NoLine> {
    let mut parts = parts(gpx);
    if let Some(kind) = parts.first().map(Part::kind) {
        parts.retain(|part| part.kind == kind);
    }
    joined(gpx, &parts).or_else(|| longest(parts)).ok_or(NoLine)
}

/// The longest of some parts; of equal ones the first.
fn longest(parts: Vec<Part<'_>>) -> Option<Part<'_>> {
    parts.into_iter().reduce(|longest, part| if part.length() > longest.length() { part } else { longest })
}

impl<'g> Part<'g> {
    fn of(kind: PartKind, source: usize, segments: Vec<Cow<'g, Segment>>) -> Option<Part<'g>> {
        let pieces = pieces::pieces(segments);
        let part = Part { numbers: 0..=0, kind, name: None, pieces, sources: vec![source] };
        let first = part.first()?;
        let leads_somewhere = part.positions().any(|point| point != first);
        leads_somewhere.then_some(part)
    }

    fn go_on(&mut self, part: &Part<'g>) {
        let gap = self.last().zip(part.first()).map(|(end, start)| end.distance(start));
        let mut pieces = part.pieces.iter().cloned();
        if gap.is_some_and(|gap| gap <= pieces::NO_GAP)
            && let (Some(last), Some(next)) = (self.pieces.last_mut(), pieces.next())
        {
            last.go_on(next);
        }
        self.pieces.extend(pieces);
        self.numbers = *self.numbers.start()..=*part.numbers.end();
        self.sources.extend(&part.sources);
    }

    /// Its number among the file's parts, from 1; of joined ones the first.
    #[must_use]
    pub fn number(&self) -> usize {
        *self.numbers.start()
    }

    /// The numbers of the file's parts it is made of.
    #[must_use]
    pub fn numbers(&self) -> RangeInclusive<usize> {
        self.numbers.clone()
    }

    /// Which of the file's tracks or routes it is made of, counted from 0.
    #[must_use]
    pub fn sources(&self) -> &[usize] {
        &self.sources
    }

    /// As what the file holds it.
    #[must_use]
    pub fn kind(&self) -> PartKind {
        self.kind
    }

    /// What it is called, in one line: by its own name, else by the file's (with its number where the file has several
    /// parts). Joined ones go by the file's name, else by the names of the first and the last.
    #[must_use]
    pub fn name(&self) -> Option<&str> {
        self.name.as_deref()
    }

    /// Its pieces, in order; one or more.
    #[must_use]
    pub fn pieces(&self) -> &[Piece<'g>] {
        &self.pieces
    }

    /// How many points it has.
    #[must_use]
    pub fn points(&self) -> usize {
        self.pieces.iter().map(Piece::len).sum()
    }

    /// The length of its pieces: what a gap bridges is no way.
    #[must_use]
    pub fn length(&self) -> Metres {
        self.pieces.iter().map(Piece::length).sum()
    }

    /// The line to follow.
    ///
    /// # Errors
    /// Hardly: a part has two places or more. Places too near to one another make no length.
    pub fn way(&self) -> Result<Way, LineError> {
        let elevations: Vec<Option<f64>> =
            self.pieces.iter().flat_map(Piece::iter).map(|point| point.elevation).collect();
        let line = Line::new(self.positions().collect())?.with_known_elevations(&elevations)?;
        let mut vertex = 0;
        let mut gaps = Vec::new();
        for piece in &self.pieces {
            if vertex > 0 {
                gaps.push(line.along_of(vertex - 1)..line.along_of(vertex));
            }
            vertex += piece.len();
        }
        Ok(Way { line, gaps })
    }

    fn positions(&self) -> impl Iterator<Item = Point> {
        self.pieces.iter().flat_map(Piece::positions)
    }

    fn first(&self) -> Option<Point> {
        self.pieces.first()?.positions().next()
    }

    fn last(&self) -> Option<Point> {
        self.pieces.last()?.last()
    }
}

#[cfg(test)]
mod tests;
