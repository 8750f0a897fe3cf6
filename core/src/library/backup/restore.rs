//! A backup into the library: judged first, each file once, and taken in at once or not at all.

use std::collections::{BTreeMap, BTreeSet};
use std::fs::File;
use std::io::{Read, Write};
use std::path::{Path, PathBuf};

use super::fixes::{Judged, Ride, judge};
use super::form::{KeptJson, MilestoneJson, NAME, RIDES, RecordingJson, StandingJson, TRACKS};
use super::omitted::Omitted;
use super::reading::read_json;
use super::size;
use super::taking::Taking;
use crate::files::Aside;
use crate::gpx;
use crate::library::archive::{Archive, MOST_UNPACKED_BYTES};
use crate::library::recordings::{Contents, Original, Place, read_tracks};
use crate::library::{Library, LibraryError};

/// How much is unpacked at once.
const PIECE: usize = 64 << 10;

/// What a backup brought.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Restored {
    /// Rides and tracks that were not here.
    pub recordings: usize,
    /// Rides that were here, but shorter.
    pub extended: usize,
    /// Rides and tracks that were here already.
    pub known: usize,
    /// Favourites that were not here.
    pub favourites: usize,
    /// Notes that were not here.
    pub notes: usize,
    /// Settings of which none had been chosen here.
    pub settings: usize,
    /// What of the backup could not be read: files of rides and tracks, and where something was [left
    /// out](Restored::omitted), the file that holds all else.
    pub refused: Vec<PathBuf>,
    /// What of it was left out.
    pub omitted: Omitted,
}

impl Library {
    /// Takes in what a backup holds and this library does not; what is here stays as it is. What of it cannot be read is
    /// left out and said; all else goes in, or nothing.
    ///
    /// # Errors
    /// When the file is no backup, was made by a newer version, or the disk is full; when the library would hold more
    /// than can be backed up again.
    pub fn restore(&mut self, path: &Path, now_ms: i64) -> Result<Restored, LibraryError> {
        let mut archive = Archive::open(path)?;
        let backup = read_json(path, &mut archive)?;
        let mut restored = Restored::default();
        let omitted = &mut restored.omitted;
        let mut taking = Taking {
            favourites: backup.favourites.meant(&mut omitted.favourites, |line: KeptJson| line.favourite()),
            notes: backup.notes.meant(&mut omitted.notes, |line: KeptJson| line.note()),
            milestones: backup.milestones.meant(&mut omitted.milestones, |line: MilestoneJson| line.milestone()),
            standings: backup.standings.meant(&mut omitted.standings, |line: StandingJson| line.placed()),
            ..Taking::default()
        };
        omitted.settings = backup.settings.unreadable;
        let recordings = backup.recordings.meant(&mut omitted.recordings, Some);
        omitted.files = unspoken_of(&archive, &recordings);
        self.judge_all(&mut archive, recordings, now_ms, &mut taking, &mut restored)?;
        let chosen: BTreeSet<String> = self.chosen()?.into_keys().collect();
        let mut settings = self.settings()?;
        for (name, value) in backup.settings.settings.iter().filter(|(name, _)| !chosen.contains(*name)) {
            restored.settings += usize::from(settings.set(name, value));
        }
        let places: Vec<Place> = taking.places();
        let clear = || places.iter().for_each(Place::clear);
        self.change_or(clear, |transaction| {
            settings.keep(transaction)?;
            taking.keep(transaction, path, &mut restored)?;
            size::fits(transaction)
        })?;
        if restored.omitted.all() > 0 {
            restored.refused.push(archive.place(NAME));
        }
        Ok(restored)
    }

    /// Looks through all rides and tracks, file by file; tracks that are not here are written aside.
    fn judge_all(
        &self,
        archive: &mut Archive,
        recordings: Vec<RecordingJson>,
        now_ms: i64,
        taking: &mut Taking,
        restored: &mut Restored,
    ) -> Result<(), LibraryError> {
        let here = self.contents()?;
        let scratch = self.folder.tracks().join("restored.gpx");
        let aside = Aside::beside(&scratch).map_err(|error| LibraryError::disk(&scratch, &error))?;
        let mut beside = BTreeSet::new();
        for (first, more) in by_file(recordings) {
            match judge(archive, first)? {
                Judged::Ride(ride) => {
                    // A ride is one, whoever else says they are in its file.
                    restored.omitted.recordings += more.len();
                    let ride = with_fixes(archive, ride, &mut beside, restored)?;
                    ride.told.omit(&mut restored.omitted);
                    taking.rides.push(ride);
                }
                Judged::Track(first) => {
                    let told = std::iter::once(first).chain(more).collect();
                    self.judge_track(archive, told, (aside.path(), &here, now_ms), taking, restored)?;
                }
            }
        }
        Ok(())
    }

    /// Looks through the file of a track, or of several.
    fn judge_track(
        &self,
        archive: &mut Archive,
        told: Vec<RecordingJson>,
        (scratch, here, now_ms): (&Path, &Contents, i64),
        taking: &mut Taking,
        restored: &mut Restored,
    ) -> Result<(), LibraryError> {
        let Some(name) = told.first().map(|first| first.file.clone()) else { return Ok(()) };
        let place = archive.place(&name);
        let unpacked = match unpack(archive, &name, scratch) {
            // What the disk does not give today it may give tomorrow: then nothing goes in.
            Err(error) if error.is_of_library() => return Err(error),
            unpacked => unpacked,
        };
        let disk = |error: std::io::Error| LibraryError::disk(scratch, &error);
        let original = unpacked.ok().map(|(digest, bytes)| Original::File { path: scratch, digest, bytes });
        let file = File::open(scratch).map_err(disk)?;
        let gpx = original.is_some().then(|| read_tracks(file).ok()).flatten().map(|(gpx, _)| gpx);
        let Some((original, gpx)) = original.zip(gpx).filter(|(_, gpx)| !gpx::parts(gpx).is_empty()) else {
            restored.refused.push(place);
            return Ok(());
        };
        told.iter().for_each(|told| told.omit(&mut restored.omitted));
        let offered = self.offer((&place, &gpx), &original, told, here, now_ms)?;
        taking.known.extend(offered.known);
        taking.tracks.extend(offered.new);
        Ok(())
    }
}

/// What is told of recordings, file by file: the first line that names it, and those that name it, too.
fn by_file(recordings: Vec<RecordingJson>) -> Vec<(RecordingJson, Vec<RecordingJson>)> {
    let mut files: Vec<(RecordingJson, Vec<RecordingJson>)> = Vec::new();
    let mut places: BTreeMap<String, usize> = BTreeMap::new();
    for told in recordings {
        match places.get(&told.file).and_then(|place| files.get_mut(*place)) {
            Some((_, more)) => more.push(told),
            None => {
                places.insert(told.file.clone(), files.len());
                files.push((told, Vec::new()));
            }
        }
    }
    files
}

/// How many files of rides and tracks there are of which nothing is told.
fn unspoken_of(archive: &Archive, recordings: &[RecordingJson]) -> usize {
    let told = recordings.iter().flat_map(|told| [Some(&told.file), told.fixes.as_ref()]).flatten();
    let told: BTreeSet<&str> = told.map(String::as_str).collect();
    let is_ours = |name: &str| [RIDES, TRACKS].contains(&name.split('/').next().unwrap_or_default());
    archive.names().iter().filter(|name| is_ours(name) && !told.contains(name.as_str())).count()
}

/// The ride with the file of fixes beside it that is its own: one that is there, and that no other ride has.
fn with_fixes(
    archive: &mut Archive,
    mut ride: Ride,
    taken: &mut BTreeSet<String>,
    restored: &mut Restored,
) -> Result<Ride, LibraryError> {
    let Some(name) = ride.told.fixes.take() else { return Ok(ride) };
    let place = archive.place(&name);
    match archive.unpack(&name, u64::MAX) {
        Err(error) if error.is_of_library() => return Err(error),
        Err(_) => restored.refused.push(place),
        Ok(_) if taken.insert(name.clone()) => ride.told.fixes = Some(name),
        Ok(_) => restored.omitted.details += 1,
    }
    Ok(ride)
}

/// Unpacks a file of the archive into another one. Gives the digest of what is in it and how much that is.
fn unpack(archive: &mut Archive, name: &str, into: &Path) -> Result<(blake3::Hash, u64), LibraryError> {
    let disk = |error: std::io::Error| LibraryError::disk(into, &error);
    let mut out = File::create(into).map_err(disk)?;
    let mut file = archive.unpack(name, MOST_UNPACKED_BYTES)?;
    let mut hasher = blake3::Hasher::new();
    let mut piece = vec![0; PIECE];
    loop {
        let read = match file.read(&mut piece) {
            Ok(read) => read,
            Err(error) if error.kind() == std::io::ErrorKind::Interrupted => continue,
            Err(error) => return Err(file.fault().unwrap_or_else(|| disk(error))),
        };
        let Some(read) = piece.get(..read).filter(|read| !read.is_empty()) else { break };
        hasher.update(read);
        out.write_all(read).map_err(disk)?;
    }
    Ok((hasher.finalize(), hasher.count()))
}
