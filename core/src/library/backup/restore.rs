//! A backup into the library.

use std::collections::{BTreeMap, BTreeSet};
use std::fs::File;
use std::io::{Read, Write};
use std::path::{Path, PathBuf};

use rusqlite::Connection;

use super::fixes::{Judged, Ride, judge};
use super::form::{KeptJson, MilestoneJson, NAME, RecordingJson, StandingJson};
use super::reading::read_json;
use super::ride::{self, Taken};
use crate::files::Aside;
use crate::gpx::{self, Limits};
use crate::library::archive::{Archive, MOST_UNPACKED_BYTES};
use crate::library::bounds::is_key;
use crate::library::recordings::{Offer, Original, Place, RecordingId, Track, keeping};
use crate::library::sealed::{FAVOURITE, NOTE, RECORDING};
use crate::library::standing::Placed;
use crate::library::{Favourite, Library, LibraryError, Milestone, Note, Trouble};

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
    /// What of the backup could not be read: files of rides and tracks, and where lines of it are bad, the file that holds
    /// all else.
    pub refused: Vec<PathBuf>,
    /// How many lines those are: notes, favourites, what was reached, rides and tracks of which nothing is known.
    pub unreadable: usize,
}

/// What of a backup can be taken in.
#[derive(Default)]
struct Taking {
    rides: Vec<Ride>,
    tracks: Vec<(RecordingJson, Box<Track>)>,
    favourites: Vec<Favourite>,
    notes: Vec<Note>,
    milestones: Vec<Milestone>,
    standings: Vec<Placed>,
    /// The keys that recordings have in the backup, and those they have here.
    keys: BTreeMap<String, String>,
}

impl Library {
    /// Takes in what a backup holds and this library does not; what is here stays as it is. What of it cannot be read is
    /// left out and said; all else goes in, or nothing.
    ///
    /// # Errors
    /// When the file is no backup, was made by a newer version, or the disk is full.
    pub fn restore(&mut self, path: &Path, now_ms: i64) -> Result<Restored, LibraryError> {
        let mut archive = Archive::open(path)?;
        let backup = read_json(path, &mut archive)?;
        let mut restored = Restored::default();
        let bad = &mut restored.unreadable;
        let mut taking = Taking {
            favourites: backup.favourites.meant(bad, |line: KeptJson| line.favourite()),
            notes: backup.notes.meant(bad, |line: KeptJson| line.note()),
            milestones: backup.milestones.meant(bad, |line: MilestoneJson| line.milestone()),
            standings: backup.standings.meant(bad, |line: StandingJson| line.placed()),
            ..Taking::default()
        };
        let recordings = backup.recordings.meant(bad, Some);
        *bad += recordings.iter().map(RecordingJson::unreadable).sum::<usize>();
        self.judge_all(&mut archive, recordings, now_ms, &mut taking, &mut restored)?;
        if restored.unreadable > 0 {
            restored.refused.push(archive.place(NAME));
        }
        let chosen: BTreeSet<String> = self.chosen()?.into_keys().collect();
        let mut settings = self.settings()?;
        for (name, value) in backup.settings.iter().filter(|(name, _)| !chosen.contains(*name)) {
            restored.settings += usize::from(settings.set(name, value));
        }
        let places: Vec<Place> = taking.tracks.iter().map(|(_, track)| track.place()).collect();
        let clear = || places.iter().for_each(Place::clear);
        self.change_or(clear, |transaction| {
            settings.keep(transaction)?;
            taking.keep(transaction, path, &mut restored)
        })?;
        Ok(restored)
    }

    /// Looks through all rides and tracks; tracks that are not here are written aside.
    fn judge_all(
        &self,
        archive: &mut Archive,
        recordings: Vec<RecordingJson>,
        now_ms: i64,
        taking: &mut Taking,
        restored: &mut Restored,
    ) -> Result<(), LibraryError> {
        let mut tracks: BTreeMap<String, Vec<RecordingJson>> = BTreeMap::new();
        let mut order = Vec::new();
        for told in recordings {
            // What one file became is told of one behind the other.
            match tracks.get_mut(&told.file) {
                Some(same) => same.push(told),
                None => match judge(archive, told)? {
                    Judged::Ride(ride) => taking.rides.push(ride),
                    Judged::Track(told) => {
                        order.push(told.file.clone());
                        tracks.insert(told.file.clone(), vec![told]);
                    }
                },
            }
        }
        let scratch = self.folder.tracks().join("restored.gpx");
        let aside = Aside::beside(&scratch).map_err(|error| LibraryError::disk(&scratch, &error))?;
        for name in order {
            let told = tracks.remove(&name).unwrap_or_default();
            self.judge_track(archive, &name, told, aside.path(), now_ms, taking, restored)?;
        }
        Ok(())
    }

    /// Looks through the file of a track, or of several.
    #[allow(clippy::too_many_arguments)]
    fn judge_track(
        &self,
        archive: &mut Archive,
        name: &str,
        recordings: Vec<RecordingJson>,
        scratch: &Path,
        now_ms: i64,
        taking: &mut Taking,
        restored: &mut Restored,
    ) -> Result<(), LibraryError> {
        let place = archive.place(name);
        let unpacked = match unpack(archive, name, scratch) {
            // What the disk does not give today it may give tomorrow: then nothing goes in.
            Err(error) if error.is_of_library() => return Err(error),
            unpacked => unpacked,
        };
        let disk = |error: std::io::Error| LibraryError::disk(scratch, &error);
        let original = unpacked.ok().map(|(digest, bytes)| Original::File { path: scratch, digest, bytes });
        let file = File::open(scratch).map_err(disk)?;
        let gpx = original.is_some().then(|| gpx::read(file, &Limits::phone()).ok()).flatten();
        let Some((original, gpx)) = original.zip(gpx) else {
            restored.refused.push(place);
            return Ok(());
        };
        for told in recordings {
            match self.offer(&place, &gpx, &original, told.content.as_deref(), now_ms) {
                Ok(Offer::New(track)) => taking.tracks.push((told, track)),
                Ok(Offer::Known(id)) => {
                    restored.known += 1;
                    taking.keys.insert(told.key, self.recording(id)?.key);
                }
                Err(error) if error.is_of_library() => return Err(error),
                Err(_) => restored.refused.push(place.clone()),
            }
        }
        Ok(())
    }
}

impl Taking {
    /// Takes all of it in.
    fn keep(mut self, connection: &Connection, path: &Path, restored: &mut Restored) -> Result<(), Trouble> {
        for (told, track) in self.tracks {
            let (id, is_new) = track.take(connection)?;
            if is_new {
                describe(connection, id, &told)?;
                restored.recordings += 1;
            } else {
                restored.known += 1;
            }
            self.keys.insert(told.key, keeping::recording(connection, id)?.key);
        }
        if !self.rides.is_empty() {
            // Read once more, so that no ride is in memory; two files of the archive at once.
            let mut archives = [Archive::open(path)?, Archive::open(path)?];
            for ride in &self.rides {
                match ride::take(connection, ride, &mut archives, path)? {
                    Taken::New => restored.recordings += 1,
                    Taken::Extended => restored.extended += 1,
                    Taken::Known => restored.known += 1,
                }
                self.keys.insert(ride.told.key.clone(), ride.about.key.clone());
            }
        }
        for favourite in self.favourites {
            let key = (favourite.bundle.as_str(), favourite.item.to_string());
            if FAVOURITE.find(connection, "bundle = ?1 AND item = ?2", key)?.is_none() {
                FAVOURITE.add(connection, &favourite.values())?;
                restored.favourites += 1;
            }
        }
        for note in self.notes {
            if note.find(connection)?.is_none() {
                NOTE.add(connection, &note.values())?;
                restored.notes += 1;
            }
        }
        for mut milestone in self.milestones {
            milestone.recording = milestone.recording.and_then(|key| here(&self.keys, key));
            milestone.keep(connection)?;
        }
        for mut placed in self.standings {
            let [bundle, item] = &mut placed.way;
            if bundle.is_empty() {
                let Some(key) = here(&self.keys, std::mem::take(item)) else { continue };
                *item = key;
            }
            placed.standing.put_if_newer(connection, &placed.way, placed.reversed)?;
        }
        Ok(())
    }
}

/// What a recording is called here that has that key in the backup; one that is nowhere keeps a sound key.
fn here(keys: &BTreeMap<String, String>, key: String) -> Option<String> {
    keys.get(&key).cloned().or_else(|| Some(key).filter(|key| is_key(key)))
}

/// Says of a track what was told of it.
fn describe(connection: &Connection, id: RecordingId, told: &RecordingJson) -> Result<(), Trouble> {
    let mut recording = keeping::recording(connection, id)?;
    told.describe(&mut recording);
    // It got a key when it was brought in; what hangs on the one it had must find it.
    if is_key(&told.key) && RECORDING.find(connection, "key = ?1", [&told.key])?.is_none() {
        recording.key.clone_from(&told.key);
    }
    RECORDING.put(connection, id.row(), &recording.values())?;
    told.attached().try_for_each(|attachment| attachment.keep(connection, id))
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
