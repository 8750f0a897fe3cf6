//! Which part of its file a track is, and what follows from it: its course, its line, its profile.
//!
//! Several tracks may share one file. A row says by the digest of its points which part of the file it stands for;
//! where that is none of them, or the file has but one, it stands for the whole file.

use std::collections::BTreeMap;
use std::io::Read;
use std::path::{Path, PathBuf};

use super::incoming::Told;
use super::sources::read_bounded;
use super::tally::is_gap;
use super::{Recording, RecordingId, content, names, start};
use crate::geometry::{Line, Point};
use crate::gpx::{self, Accuracies, Gpx, GpxError, Limits, Part, PartKind, Piece, Segment, Track, TrackPoint};
use crate::guidance::{ACCURACY_LIMIT, Course, Standing, Waypoint, judge_ride};
use crate::library::{Library, LibraryError};
use crate::model::{Fix, Mode};

/// A file with more parts than this is brought in as one track: a list of thousands helps nobody.
const MOST_PARTS: usize = 200;

/// What of a file becomes one recording: one of its parts, or all of them.
pub(super) struct Share<'g> {
    gpx: &'g Gpx,
    pub parts: Vec<Part<'g>>,
    /// How many parts the file has.
    of: usize,
    /// What it is by its points.
    pub content: Option<String>,
}

/// Whether a file has more parts than a list can show.
pub(super) fn are_too_many(parts: &[Part<'_>]) -> bool {
    parts.len() > MOST_PARTS
}

/// The recordings that a file becomes: one a part.
pub(super) fn shares(gpx: &Gpx) -> Vec<Share<'_>> {
    let parts = gpx::parts(gpx);
    if parts.len() < 2 || are_too_many(&parts) {
        return if parts.is_empty() { Vec::new() } else { vec![all(gpx, parts)] };
    }
    let of = parts.len();
    let mut shares: Vec<Share<'_>> = Vec::with_capacity(of);
    for part in parts {
        let content = content::of_parts(std::slice::from_ref(&part));
        // The same points twice are one track.
        if shares.iter().all(|share| share.content != content) {
            shares.push(Share { gpx, parts: vec![part], of, content });
        }
    }
    shares
}

/// What of a file a recording of that content stands for: `None` where the file has nothing to follow.
pub(super) fn share<'g>(gpx: &'g Gpx, content: Option<&str>) -> Option<Share<'g>> {
    let of_content = |share: &Share<'_>| content.is_some() && share.content.as_deref() == content;
    shares(gpx).into_iter().find(of_content).or_else(|| whole(gpx))
}

/// What is told of the tracks of a file, line by line, under the share of it that each line stands for by its content.
/// What the shares are is worked out once, however many lines there are.
pub(super) fn told_of<T: Told>(gpx: &Gpx, lines: Vec<T>) -> Vec<(Share<'_>, Vec<T>)> {
    let mut shares = shares(gpx);
    if shares.len() > 1 {
        shares.extend(whole(gpx));
    }
    let mut places = BTreeMap::new();
    for (place, share) in shares.iter().enumerate() {
        if let Some(content) = share.content.clone() {
            places.entry(content).or_insert(place);
        }
    }
    let mut told: Vec<(Share<'_>, Vec<T>)> = shares.into_iter().map(|share| (share, Vec::new())).collect();
    let all_of_it = told.len().saturating_sub(1);
    for line in lines {
        let place = line.content().and_then(|content| places.get(content)).copied().unwrap_or(all_of_it);
        if let Some((_, lines)) = told.get_mut(place) {
            lines.push(line);
        }
    }
    told.retain(|(_, lines)| !lines.is_empty());
    told
}

/// All of a file as one.
pub(super) fn whole(gpx: &Gpx) -> Option<Share<'_>> {
    Some(gpx::parts(gpx)).filter(|parts| !parts.is_empty()).map(|parts| all(gpx, parts))
}

/// The file with nothing else in it that could be followed than what a recording of that content stands for; `None`
/// where that is all of it.
pub(super) fn alone(mut gpx: Gpx, content: Option<&str>) -> Option<Gpx> {
    let share = share(&gpx, content)?;
    let [part] = &*share.parts else { return None };
    let (kind, source) = (part.kind(), *part.sources().first().filter(|_| share.of > 1)?);
    let mut number = 0..;
    let mut is_it = || number.next() == Some(source);
    match kind {
        PartKind::Track => gpx.tracks.retain(|_| is_it()),
        PartKind::Route => {
            gpx.tracks.clear();
            gpx.routes.retain(|_| is_it());
        }
    }
    Some(gpx)
}

fn all<'g>(gpx: &'g Gpx, parts: Vec<Part<'g>>) -> Share<'g> {
    // A file's own digest knows of its routes only where it has no tracks.
    let is_mixed = parts.iter().any(|part| Some(part.kind()) != parts.first().map(Part::kind));
    let content = if is_mixed { content::of_parts(&parts) } else { content::of_file(gpx) };
    Share { gpx, of: parts.len(), parts, content }
}

impl<'g> Share<'g> {
    /// What is followed of it.
    fn followed(&self) -> Option<Part<'g>> {
        match &*self.parts {
            [part] => Some(part.clone()),
            _ => gpx::whole(self.gpx).ok(),
        }
    }

    /// What it is called: as the file says, else as the file is called.
    pub fn name(&self, path: &Path) -> String {
        self.own_name().unwrap_or_else(|| self.name_by_file(path))
    }

    /// What it is called where the file has no name for it.
    pub fn name_by_file(&self, path: &Path) -> String {
        match &*self.parts {
            [part] if self.of > 1 => format!("{} ({})", names::of_file(path), part.number()),
            _ => names::of_file(path),
        }
    }

    /// What the file calls it.
    pub fn own_name(&self) -> Option<String> {
        let own = match &*self.parts {
            [part] => part.name().map(names::shown),
            parts => gpx::joined(self.gpx, parts).as_ref().and_then(Part::name).map(names::shown),
        };
        let of_file = || self.gpx.name().as_deref().map(names::shown);
        let seen = |name: &String| !name.is_empty();
        own.filter(seen).or_else(of_file).filter(seen)
    }

    /// How exact its points say to be.
    pub fn accuracies(&self) -> Accuracies {
        Accuracies::of(self.gpx)
    }

    /// When it began, where its times tell.
    pub fn started_ms(&self) -> Option<i64> {
        start::of(self.points().filter_map(|point| point.time_ms))
    }

    /// The places marked on it, as guidance announces them.
    pub fn waypoints(&self) -> Vec<Waypoint> {
        let marked = self.followed().map(|part| gpx::marked_places(self.gpx, &part)).unwrap_or_default();
        let waypoints = marked.into_iter().filter_map(|place| {
            let name = Some(names::shown(&place.name)).filter(|name| !name.is_empty())?;
            Some(Waypoint { name, words: place.words, position: place.point })
        });
        waypoints.collect()
    }

    /// Whether it shows the same places and heights as another one of the same points.
    pub fn shows_the_same(&self, other: &Share<'_>) -> bool {
        let heights = self.points().map(|point| point.elevation);
        self.waypoints() == other.waypoints() && heights.eq(other.points().map(|point| point.elevation))
    }

    fn points(&self) -> impl Iterator<Item = gpx::TrackPoint<'_>> {
        self.parts.iter().flat_map(|part| part.pieces()).flat_map(Piece::iter)
    }
}

/// A file, with what of its tracks is believed, and how many of their points are not.
pub(super) fn read(path: &Path, bytes: &[u8]) -> Result<(Gpx, usize), LibraryError> {
    read_tracks(bytes).map_err(|reason| LibraryError::Gpx { path: path.to_owned(), reason: Box::new(reason) })
}

/// The same, from wherever the file comes.
pub(in super::super) fn read_tracks(file: impl Read) -> Result<(Gpx, usize), GpxError> {
    let mut gpx = gpx::read(file, &Limits::phone())?;
    let unbelieved = leave_out_unbelieved(&mut gpx);
    Ok((gpx, unbelieved))
}

/// Leaves out the points of a file's tracks where nobody can have been at that time, the same that a recording does not
/// believe, and begins a segment where a track jumps. Says how many are left out.
pub fn leave_out_unbelieved(gpx: &mut Gpx) -> usize {
    let accuracies = Accuracies::of(gpx);
    gpx.tracks.iter_mut().map(|track| leave_out_wrong(track, accuracies)).sum()
}

fn leave_out_wrong(track: &mut Track, accuracies: Accuracies) -> usize {
    let points = track.segments.iter().flat_map(Segment::iter);
    let timed: Vec<Fix> = points
        .filter_map(|point| {
            // One that is said to be of no use for following may be all that there is.
            let accuracy = accuracies.at(&point).min(ACCURACY_LIMIT);
            Some(Fix::of_position(point.time_ms?, point.point.lat(), point.point.lon(), accuracy.0))
        })
        .collect();
    // Nothing is known of the mode: the fastest is believed.
    let standings = judge_ride(&timed, Mode::Car);
    let wrong = standings.iter().filter(|standing| **standing == Standing::Wrong).count();
    if standings.iter().all(|standing| *standing == Standing::GoesOn) {
        return 0;
    }
    let mut of_timed = standings.iter().copied();
    let of_points = track.segments.iter().flat_map(Segment::iter).map(|point| match point.time_ms {
        Some(_) => of_timed.next().unwrap_or(Standing::GoesOn),
        None => Standing::GoesOn,
    });
    let of_points: Vec<Standing> = of_points.collect();
    let mut retained = of_points.iter().map(|standing| *standing != Standing::Wrong);
    track.segments.iter_mut().for_each(|segment| segment.retain(|_| retained.next().unwrap_or(true)));
    let mut begins = of_points.iter().filter(|standing| **standing != Standing::Wrong);
    let mut begins = |_: &TrackPoint<'_>| begins.next() == Some(&Standing::Jumps);
    track.segments = track.segments.iter().flat_map(|segment| segment.divided(&mut begins)).collect();
    wrong
}

impl Library {
    /// A track of the traveller's own, ready to be followed: its line, and its waypoints as stops.
    pub(in super::super) fn track_course(&self, recording: &Recording) -> Result<Course, LibraryError> {
        let mode = recording.mode.unwrap_or(Mode::Bike);
        let name = recording.name.clone().unwrap_or_default();
        let Some(file) = &recording.file else {
            return Ok(Course::of_track(&name, self.line_of_fixes(recording.id)?, &[], mode, &[]));
        };
        let (path, gpx) = self.track_file(file)?;
        let nothing = || LibraryError::NothingToFollow { path: path.clone(), reason: gpx::NoLine };
        let share = share(&gpx, recording.content.as_deref()).ok_or_else(nothing)?;
        let way = share.followed().and_then(|part| part.way().ok()).ok_or_else(nothing)?;
        Ok(Course::of_track(&name, way.line, &way.gaps, mode, &share.waypoints()))
    }

    /// A recording as it is drawn: its believed positions, piece by piece between the pauses and
    /// silences.
    ///
    /// # Errors
    /// When there is no such recording, or the file of a track that was brought in is gone.
    pub fn drawn(&self, id: RecordingId) -> Result<Vec<Vec<Point>>, LibraryError> {
        let recording = self.recording(id)?;
        let Some(file) = &recording.file else {
            let mut pieces: Vec<Vec<Point>> = Vec::new();
            let mut before: Option<(u32, i64)> = None;
            self.each_fix(id, |kept| {
                let Some(point) = kept.place() else { return };
                let goes_on = before.is_some_and(|(segment, ride_ms)| {
                    segment == kept.segment && !is_gap(kept.ride_ms.saturating_sub(ride_ms))
                });
                before = Some((kept.segment, kept.ride_ms));
                match pieces.last_mut().filter(|_| goes_on) {
                    Some(piece) => piece.push(point),
                    None => pieces.push(vec![point]),
                }
            })?;
            return Ok(pieces);
        };
        let (_, gpx) = self.track_file(file)?;
        let parts = share(&gpx, recording.content.as_deref()).map(|share| share.parts).unwrap_or_default();
        Ok(parts.iter().flat_map(|part| part.pieces()).map(|piece| piece.positions().collect()).collect())
    }

    /// How a recording rises and falls, as [`Line::profile`] tells it; nothing where hardly any height is known, or
    /// where there is no line yet.
    ///
    /// # Errors
    /// When there is no such recording, or the file of a track that was brought in is gone.
    pub fn profile(&self, id: RecordingId, heights: usize) -> Result<Option<Vec<f64>>, LibraryError> {
        match self.track_course(&self.recording(id)?) {
            Ok(course) => Ok(course.line().profile(heights)),
            Err(LibraryError::NoLine { .. } | LibraryError::NothingToFollow { .. }) => Ok(None),
            Err(error) => Err(error),
        }
    }

    /// The file that a track was brought in as, read.
    pub(super) fn track_file(&self, file: &str) -> Result<(PathBuf, Gpx), LibraryError> {
        let path = self.folder.tracks().join(file);
        let (gpx, _) = read(&path, &read_bounded(&path)?)?;
        Ok((path, gpx))
    }

    fn line_of_fixes(&self, id: RecordingId) -> Result<Line, LibraryError> {
        let (mut points, mut heights) = (Vec::new(), Vec::new());
        self.each_fix(id, |kept| {
            if let Some(point) = kept.place() {
                points.push(point);
                heights.push(kept.fix.altitude_m);
            }
        })?;
        let line = Line::new(points).and_then(|line| line.with_known_elevations(&heights));
        line.map_err(|reason| LibraryError::NoLine { id, reason })
    }
}
