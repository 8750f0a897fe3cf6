//! A backup into the library.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

use rusqlite::Connection;

use super::form::{BackupJson, FORM, NAME, RecordingJson, StandingJson};
use super::numbering::{numbered, total};
use crate::gpx::{self, Limits, RecordedRide};
use crate::library::archive::Archive;
use crate::library::recordings::{
    KeptFix, Offer, Place, RecordingId, add_ride, each_fix, find_ride, is_sound, keeping, rows,
};
use crate::library::sealed::{FAVOURITE, FIX, NOTE, RECORDING};
use crate::library::{Library, LibraryError, Note, Trouble};

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
    /// Rides and tracks whose file in the backup could not be read.
    pub refused: Vec<PathBuf>,
}

impl Library {
    /// Takes in what a backup holds and this library does not; what is here stays as it is. All of it goes in, or
    /// nothing.
    ///
    /// # Errors
    /// When the file is no backup, was made by a newer version, or the disk is full.
    pub fn restore(&mut self, path: &Path, now_ms: i64) -> Result<Restored, LibraryError> {
        let mut archive = Archive::open(path)?;
        let backup = read(path, &archive.read(NAME)?)?;
        let mut restored = Restored::default();
        let (mut rides, mut tracks) = (Vec::new(), Vec::new());
        let mut known_as = BTreeMap::new();
        for told in &backup.recordings {
            let place = archive.place(&told.file);
            let bytes = match archive.read(&told.file) {
                // What the disk does not give today it may give tomorrow: then nothing goes in.
                Err(error) if error.is_of_library() => return Err(error),
                bytes => bytes,
            };
            let read = bytes.ok().and_then(|bytes| Some((gpx::read(&*bytes, &Limits::phone()).ok()?, bytes)));
            let Some((gpx, bytes)) = read else {
                restored.refused.push(place);
                continue;
            };
            match gpx::recorded_ride(&gpx).filter(is_sound) {
                Some(_) => rides.push(told),
                None => match self.offer(&place, &gpx, &bytes, told.content.as_deref(), now_ms) {
                    Ok(Offer::New(track)) => tracks.push((told, track)),
                    Ok(Offer::Known(id)) => {
                        restored.known += 1;
                        known_as.insert(told.key.clone(), self.recording(id)?.key);
                    }
                    Err(error) if error.is_of_library() => return Err(error),
                    Err(_) => restored.refused.push(place),
                },
            }
        }
        let chosen: BTreeSet<String> = self.chosen()?.into_keys().collect();
        let mut settings = self.settings()?;
        for (name, value) in backup.settings.iter().filter(|(name, _)| !chosen.contains(*name)) {
            restored.settings += usize::from(settings.set(name, value));
        }
        let places: Vec<Place> = tracks.iter().map(|(_, track)| track.place()).collect();
        let clear = || places.iter().for_each(Place::clear);
        self.change_or(clear, |transaction| {
            settings.keep(transaction)?;
            for (told, track) in tracks {
                match track.take(transaction)? {
                    (id, false) => {
                        restored.known += 1;
                        known_as.insert(told.key.clone(), keeping::recording(transaction, id)?.key);
                    }
                    (id, true) => {
                        describe(transaction, id, told)?;
                        restored.recordings += 1;
                    }
                }
            }
            // Read once more, so that no two rides are in memory at once.
            let mut archive = Archive::open(path)?;
            for told in rides {
                let gpx = gpx::read(&*archive.read(&told.file)?, &Limits::phone()).ok();
                let ride = gpx.as_ref().and_then(gpx::recorded_ride).filter(is_sound);
                let changed = || LibraryError::Archive {
                    path: path.to_owned(),
                    reason: "the file changed while it was read; try again".into(),
                };
                match take(transaction, told, &ride.ok_or_else(changed)?)? {
                    Taken::New => restored.recordings += 1,
                    Taken::Extended => restored.extended += 1,
                    Taken::Known => restored.known += 1,
                }
            }
            for favourite in backup.favourites.iter().filter_map(|kept| kept.favourite()) {
                let key = (favourite.bundle.as_str(), favourite.item.to_string());
                if FAVOURITE.find(transaction, "bundle = ?1 AND item = ?2", key)?.is_none() {
                    FAVOURITE.add(transaction, &favourite.values())?;
                    restored.favourites += 1;
                }
            }
            for note in backup.notes.iter().filter_map(|kept| kept.note()).filter(Note::fits) {
                let key = (note.bundle.as_str(), note.item.to_string(), &note.text);
                if NOTE.find(transaction, "bundle = ?1 AND item = ?2 AND text = ?3", key)?.is_none() {
                    NOTE.add(transaction, &note.values())?;
                    restored.notes += 1;
                }
            }
            for milestone in backup.milestones.iter().filter_map(|told| told.milestone()) {
                milestone.keep(transaction)?;
            }
            for mut placed in backup.standings.iter().map(StandingJson::placed) {
                let [bundle, route] = &mut placed.way;
                if let Some(key) = known_as.get(route).filter(|_| bundle.is_empty()) {
                    route.clone_from(key);
                }
                placed.standing.put_if_newer(transaction, &placed.way, placed.reversed)?;
            }
            Ok(())
        })?;
        Ok(restored)
    }
}

enum Taken {
    New,
    Extended,
    Known,
}

/// Takes in a ride, or what is missing of one that is here: when all of that is in the backup and more.
fn take(connection: &Connection, told: &RecordingJson, ride: &RecordedRide) -> Result<Taken, Trouble> {
    let (id, new) = match find_ride(connection, ride)? {
        Some(id) => (id, false),
        None => (add_ride(connection, ride)?, true),
    };
    let fixes = numbered(told, ride);
    let mut here = Vec::new();
    each_fix::<Trouble>(connection, id, |kept| {
        here.push(kept);
        Ok(())
    })?;
    for attachment in told.attachments.iter().filter_map(|told| told.attachment()) {
        attachment.keep(connection, id)?;
    }
    if new {
        describe(connection, id, told)?;
    } else if here.len() >= fixes.len() || !holds(&fixes, &here) {
        return Ok(Taken::Known);
    }
    // Numbered anew: in a GPX file those that were not believed are left out, and with them their numbers.
    FIX.remove(connection, "number BETWEEN ?1 AND ?2", rows(id))?;
    for kept in &fixes {
        kept.put(connection, id)?;
    }
    let mut recording = keeping::recording(connection, id)?;
    recording.content = recording.content.and(keeping::content(connection, id)?);
    let lost = total(told, ride).saturating_sub(fixes.len() as u64);
    keeping::put(connection, &recording, &keeping::recount(connection, id, lost)?)?;
    Ok(if new { Taken::New } else { Taken::Extended })
}

/// Whether each of some fixes is among others, whatever their numbers.
fn holds(fixes: &[KeptFix], some: &[KeptFix]) -> bool {
    // A fix of nothing but what is no number is equal to itself here.
    let words = |kept: &KeptFix| format!("{} {:?}", kept.ride_ms, kept.fix);
    let all: BTreeSet<String> = fixes.iter().map(words).collect();
    some.iter().all(|kept| all.contains(&words(kept)))
}

fn describe(connection: &Connection, id: RecordingId, told: &RecordingJson) -> Result<(), Trouble> {
    let mut recording = keeping::recording(connection, id)?;
    told.describe(&mut recording);
    // Tracks get a key when they are brought in; what hangs on the one they had must find them.
    if RECORDING.find(connection, "key = ?1", [&told.key])?.is_none() {
        recording.key.clone_from(&told.key);
    }
    let tally = keeping::tally(connection, id)?;
    keeping::put(connection, &recording, &tally)
}

fn read(path: &Path, json: &[u8]) -> Result<BackupJson, LibraryError> {
    let wrong = |reason: String| LibraryError::Archive { path: path.to_owned(), reason };
    let form: serde_json::Value = serde_json::from_slice(json)
        .map_err(|error| wrong(format!("`{NAME}` in it is damaged ({error}); make the backup again")))?;
    let major = form.get("form").and_then(|form| form.get(0)).and_then(serde_json::Value::as_u64);
    match major {
        Some(major) if major == u64::from(FORM[0]) => serde_json::from_value(form)
            .map_err(|error| wrong(format!("`{NAME}` in it is damaged ({error}); make the backup again"))),
        Some(major) => {
            Err(wrong(format!("the backup has form {major}, this version reads form {}; update the app", FORM[0])))
        }
        None => Err(wrong("the archive is no backup of this app; choose one that it made".into())),
    }
}
