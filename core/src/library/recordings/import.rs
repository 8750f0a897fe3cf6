//! Tracks brought in from GPX files: one file, a folder of them, or a zip archive.
//!
//! A file of another program is kept as it is, byte for byte, beside the database; a ride that this program wrote
//! becomes the recording it was. What is there already, by its points, is known again. What cannot be read is listed
//! with the reason, and the rest goes in.

use std::cell::Cell;
use std::fs::{self, File};
use std::io::{BufReader, Read};
use std::path::{Path, PathBuf};
use std::rc::Rc;

use rusqlite::Connection;

use super::counted;
use super::own::{is_sound, take_ride};
use super::tally::is_gap;
use super::{Content, Origin, Recording, RecordingId, State, Tally, keeping};
use crate::files::Aside;
use crate::geometry::{Line, Point};
use crate::gpx::{self, Gpx, Limits, Segment};
use crate::guidance::{Course, Waypoint};
use crate::library::archive::{Archive, is_archive};
use crate::library::sealed::RECORDING;
use crate::library::{Library, LibraryError, Trouble};
use crate::model::Mode;

/// The largest file that is brought in: 256 MiB.
const MOST_BYTES: u64 = 256 << 20;
/// The longest name taken from a file.
const MOST_NAME_CHARACTERS: usize = 200;

/// What came of bringing files in.
#[derive(Debug, Default)]
pub struct Imported {
    /// The recordings made, in the order of the files.
    pub brought: Vec<RecordingId>,
    /// The recordings that were there already.
    pub known: Vec<RecordingId>,
    /// What was not brought in.
    pub refused: Vec<NotImported>,
}

/// A file that was not brought in.
#[derive(Debug)]
pub struct NotImported {
    /// The file, and within an archive its name there.
    pub file: PathBuf,
    /// Why.
    pub reason: LibraryError,
}

impl Library {
    /// Brings in the tracks of a GPX file, of the GPX files in a folder, or of those in a zip archive.
    ///
    /// # Errors
    /// When the folder or archive itself cannot be read, or the disk is full; what went in by then stays.
    pub fn import(&mut self, path: &Path, now_ms: i64) -> Result<Imported, LibraryError> {
        let disk = |error: std::io::Error| LibraryError::disk(path, &error);
        let mut imported = Imported::default();
        if fs::metadata(path).map_err(disk)?.is_dir() {
            let mut files: Vec<PathBuf> = Vec::new();
            for entry in fs::read_dir(path).map_err(disk)? {
                let file = entry.map_err(disk)?.path();
                if has_gpx_ending(&file) && file.is_file() {
                    files.push(file);
                }
            }
            files.sort();
            for file in files {
                let bytes = read_bounded(&file);
                self.bring(&file, bytes, now_ms, &mut imported)?;
            }
        } else if is_archive(path).map_err(disk)? {
            let mut archive = Archive::open(path)?;
            for name in archive.names() {
                let file = archive.place(&name);
                if has_gpx_ending(&file) {
                    let bytes = match archive.read(&name) {
                        Err(error) if error.is_of_library() => return Err(error),
                        bytes => bytes,
                    };
                    self.bring(&file, bytes, now_ms, &mut imported)?;
                }
            }
        } else {
            let bytes = read_bounded(path);
            self.bring(path, bytes, now_ms, &mut imported)?;
        }
        Ok(imported)
    }

    fn bring(
        &mut self,
        file: &Path,
        bytes: Result<Vec<u8>, LibraryError>,
        now_ms: i64,
        imported: &mut Imported,
    ) -> Result<(), LibraryError> {
        // What is wrong with this file is no reason to stop; what is wrong with the library is.
        match bytes.map(|bytes| self.bring_one(file, &bytes, now_ms)) {
            Ok(Ok((id, true))) => imported.brought.push(id),
            Ok(Ok((id, false))) => imported.known.push(id),
            Ok(Err(error)) if error.is_of_library() => return Err(error),
            Ok(Err(reason)) | Err(reason) => imported.refused.push(NotImported { file: file.to_owned(), reason }),
        }
        Ok(())
    }

    /// Brings one file in. Says which recording it is and whether it is new.
    fn bring_one(&mut self, path: &Path, bytes: &[u8], now_ms: i64) -> Result<(RecordingId, bool), LibraryError> {
        let gpx = read(path, bytes)?;
        if let Some(ride) = gpx::recorded_ride(&gpx).filter(|ride| !ride.fixes.is_empty() && is_sound(ride)) {
            if let Some(known) = self.known(content(&gpx).as_deref())? {
                return Ok((known, false));
            }
            return self.change(|transaction| take_ride(transaction, &ride));
        }
        match self.offer(path, &gpx, bytes, now_ms)? {
            Offer::Known(id) => Ok((id, false)),
            Offer::New(track) => {
                let place = track.place();
                self.change_or(|| place.clear(), |transaction| track.take(transaction))
            }
        }
    }

    /// Writes a track aside, so that only a row is wanting for it to be here.
    pub(in super::super) fn offer(
        &self,
        path: &Path,
        gpx: &Gpx,
        bytes: &[u8],
        now_ms: i64,
    ) -> Result<Offer, LibraryError> {
        gpx::whole(gpx).map_err(|reason| LibraryError::NothingToFollow { path: path.to_owned(), reason })?;
        let content = content(gpx);
        if let Some(known) = self.known(content.as_deref())? {
            return Ok(Offer::Known(known));
        }
        let file = format!("{}.gpx", &blake3::hash(bytes).to_hex()[..32]);
        let target = self.folder.tracks().join(&file);
        let disk = |error: std::io::Error| LibraryError::disk(&target, &error);
        let aside = Aside::beside(&target).map_err(disk)?;
        fs::write(aside.path(), bytes).and_then(|()| aside.sync()).map_err(disk)?;
        let recording = track(gpx, RecordingId(0), file, bytes.len() as u64, now_ms);
        Ok(Offer::New(Box::new(Track {
            aside,
            place: Place { target, taken: Rc::default() },
            recording: Recording { name: Some(name_of(gpx, path)), ..recording },
            tally: counted::tally(gpx),
            now_ms,
        })))
    }

    fn known(&self, content: Option<&str>) -> Result<Option<RecordingId>, LibraryError> {
        let found = self.rows(&RECORDING, "WHERE content = ?1 LIMIT 1", [content], Recording::read)?;
        Ok(found.first().map(|recording| recording.id))
    }

    /// A track of the traveller's own, ready to be followed: its line, and its waypoints as stops.
    pub(in super::super) fn track_course(&self, recording: &Recording) -> Result<Course, LibraryError> {
        let mode = recording.mode.unwrap_or(Mode::Bike);
        let name = recording.name.clone().unwrap_or_default();
        let Some(file) = &recording.file else {
            return Ok(Course::of_track(&name, self.line_of_fixes(recording.id)?, &[], mode, &[]));
        };
        let (path, gpx) = self.track_file(file)?;
        let nothing = |reason| LibraryError::NothingToFollow { path: path.clone(), reason };
        let part = gpx::whole(&gpx).map_err(nothing)?;
        let way = part.way().map_err(|_| nothing(gpx::NoLine))?;
        let places = gpx::marked_places(&gpx, &part).into_iter();
        let waypoints =
            places.map(|place| Waypoint { name: shortened(&place.name), words: place.words, position: place.point });
        Ok(Course::of_track(&name, way.line, &way.gaps, mode, &waypoints.collect::<Vec<Waypoint>>()))
    }

    /// A recording as it is drawn: its believed positions, piece by piece between the pauses and
    /// silences.
    ///
    /// # Errors
    /// When there is no such recording, or the file of a track that was brought in is gone.
    pub fn drawn(&self, id: RecordingId) -> Result<Vec<Vec<Point>>, LibraryError> {
        let Some(file) = self.recording(id)?.file else {
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
        let (_, gpx) = self.track_file(&file)?;
        let segments = gpx.tracks.iter().flat_map(|track| &track.segments);
        let pieces: Vec<Vec<Point>> = segments.map(|segment| segment.points().to_vec()).collect();
        if pieces.iter().any(|piece| !piece.is_empty()) {
            return Ok(pieces);
        }
        Ok(gpx.routes.iter().map(|route| route.points.iter().map(|point| point.point).collect()).collect())
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
        let gpx = read(&path, &read_bounded(&path)?)?;
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

/// A file that may become a recording.
pub(in super::super) enum Offer {
    /// It is this one already.
    Known(RecordingId),
    /// It can be taken in.
    New(Box<Track>),
}

/// A track beside its place, with the row that it is to get.
pub(in super::super) struct Track {
    aside: Aside,
    place: Place,
    recording: Recording,
    tally: Tally,
    now_ms: i64,
}

/// Where a track's file gets its name, and whether it has it.
#[derive(Clone)]
pub(in super::super) struct Place {
    target: PathBuf,
    taken: Rc<Cell<bool>>,
}

impl Track {
    pub fn place(&self) -> Place {
        self.place.clone()
    }

    /// Gives the file its name and lists it, within the transaction at hand. Says which recording it is and whether it
    /// is new: another process may have been quicker.
    pub fn take(self, connection: &Connection) -> Result<(RecordingId, bool), Trouble> {
        let Track { aside, place, recording, tally, now_ms } = self;
        if let Some(known) = RECORDING.find(connection, "content = ?1", [&recording.content])? {
            return Ok((RecordingId::of_row(known), false));
        }
        let number = RECORDING.next_number(connection)?;
        let id = RecordingId::of_row(number);
        let key = keeping::free_key(connection, now_ms, number)?;
        keeping::put(connection, &Recording { id, key, ..recording }, &tally)?;
        place.taken.set(true);
        aside.publish(&place.target).map_err(|error| LibraryError::disk(&place.target, &error))?;
        Ok((id, true))
    }
}

impl Place {
    /// Takes the file away again.
    pub fn clear(&self) {
        if self.taken.get() {
            let _ = fs::remove_file(&self.target);
        }
    }
}

/// The recording that a track becomes, whose file has that name among the library's tracks.
pub(super) fn track(gpx: &Gpx, id: RecordingId, file: String, bytes: u64, now_ms: i64) -> Recording {
    let started_ms = counted::first_time(gpx).unwrap_or(now_ms);
    Recording {
        name: Some(name_of(gpx, Path::new(&file))),
        content: content(gpx),
        file: Some(file),
        bytes,
        ..Recording::new(id, keeping::key(now_ms, id.row()), State::Closed, Origin::Imported, started_ms)
    }
}

pub(super) fn read(path: &Path, bytes: &[u8]) -> Result<Gpx, LibraryError> {
    gpx::read(bytes, &Limits::phone())
        .map_err(|reason| LibraryError::Gpx { path: path.to_owned(), reason: Box::new(reason) })
}

pub(super) fn read_bounded(path: &Path) -> Result<Vec<u8>, LibraryError> {
    let disk = |error: std::io::Error| LibraryError::disk(path, &error);
    let file = File::open(path).map_err(disk)?;
    let mut bytes = Vec::new();
    BufReader::new(file).take(MOST_BYTES + 1).read_to_end(&mut bytes).map_err(disk)?;
    if bytes.len() as u64 > MOST_BYTES {
        let reason = format!("{} has more than {MOST_BYTES} bytes; split it into several files", path.display());
        return Err(LibraryError::Value(reason));
    }
    Ok(bytes)
}

fn has_gpx_ending(path: &Path) -> bool {
    path.extension().is_some_and(|ending| ending.eq_ignore_ascii_case("gpx"))
}

fn segments(gpx: &Gpx) -> impl Iterator<Item = &Segment> {
    gpx.tracks.iter().flat_map(|track| &track.segments)
}

/// What the file is by its points: of its tracks, or where it has none, of its routes.
fn content(gpx: &Gpx) -> Option<String> {
    let mut content = Content::new();
    for point in segments(gpx).flat_map(Segment::iter) {
        content.add(point.point.lat(), point.point.lon(), point.time_ms);
    }
    if gpx.track_points() == 0 {
        for point in gpx.routes.iter().flat_map(|route| &route.points) {
            content.add(point.point.lat(), point.point.lon(), None);
        }
    }
    content.digest()
}

fn name_of(gpx: &Gpx, path: &Path) -> String {
    let named = gpx.name().or_else(|| gpx.tracks.iter().find_map(|track| track.name()));
    let file = || path.file_stem().map(|stem| stem.to_string_lossy().into_owned()).unwrap_or_default();
    shortened(&named.unwrap_or_else(file))
}

pub(super) fn shortened(name: &str) -> String {
    name.trim().chars().filter(|letter| !letter.is_control()).take(MOST_NAME_CHARACTERS).collect()
}
