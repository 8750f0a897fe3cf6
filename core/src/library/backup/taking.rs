//! What was judged of a backup, taken into the library within one transaction.

use std::collections::BTreeMap;
use std::path::Path;

use rusqlite::Connection;

use super::fixes::Ride;
use super::form::RecordingJson;
use super::restore::Restored;
use super::ride::{self, Taken};
use crate::library::archive::Archive;
use crate::library::bounds::is_key;
use crate::library::recordings::{Contents, Place, RecordingId, Tracks, keeping};
use crate::library::sealed::{FAVOURITE, NOTE, RECORDING};
use crate::library::standing::Placed;
use crate::library::{Favourite, Milestone, Note, Trouble};

/// What of a backup can be taken in.
#[derive(Default)]
pub(super) struct Taking {
    pub rides: Vec<Ride>,
    /// Tracks that were not here, file by file.
    pub tracks: Vec<Tracks<RecordingJson>>,
    /// Tracks that were here.
    pub known: Vec<(RecordingId, Vec<RecordingJson>)>,
    pub favourites: Vec<Favourite>,
    pub notes: Vec<Note>,
    pub milestones: Vec<Milestone>,
    pub standings: Vec<Placed>,
}

/// The keys that recordings have in the backup, and those they have here.
type Keys = BTreeMap<String, String>;

impl Taking {
    /// Where the files of tracks will be.
    pub fn places(&self) -> Vec<Place> {
        self.tracks.iter().map(Tracks::place).collect()
    }

    /// Takes all of it in.
    pub fn keep(mut self, connection: &Connection, path: &Path, restored: &mut Restored) -> Result<(), Trouble> {
        let mut keys = Keys::new();
        self.keep_tracks(connection, &mut keys, restored)?;
        self.keep_rides(connection, path, &mut keys, restored)?;
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
            milestone.recording = milestone.recording.and_then(|key| here(&keys, key));
            milestone.keep(connection)?;
        }
        for mut placed in self.standings {
            let [bundle, item] = &mut placed.way;
            if bundle.is_empty() {
                let Some(key) = here(&keys, std::mem::take(item)) else {
                    restored.omitted.standings += 1;
                    continue;
                };
                *item = key;
            }
            placed.standing.put_if_newer(connection, &placed.way, placed.reversed)?;
        }
        Ok(())
    }

    fn keep_tracks(
        &mut self,
        connection: &Connection,
        keys: &mut Keys,
        restored: &mut Restored,
    ) -> Result<(), Trouble> {
        let mut contents = Contents::of(connection)?;
        let mut taken = Vec::new();
        for tracks in self.tracks.drain(..) {
            taken.extend(tracks.take(connection, &mut contents)?);
        }
        taken.extend(self.known.drain(..).map(|(id, told)| (id, false, told)));
        for (id, mut is_new, told) in taken {
            for told in told {
                if is_new {
                    describe(connection, id, &told)?;
                    restored.recordings += 1;
                } else {
                    restored.known += 1;
                }
                // Who says it of the same track once more has brought no other.
                is_new = false;
                restored.omitted.attachments += told.attach(connection, id)?;
                keys.insert(told.key, keeping::recording(connection, id)?.key);
            }
        }
        Ok(())
    }

    fn keep_rides(
        &self,
        connection: &Connection,
        path: &Path,
        keys: &mut Keys,
        restored: &mut Restored,
    ) -> Result<(), Trouble> {
        if self.rides.is_empty() {
            return Ok(());
        }
        // Read once more, so that no ride is in memory; two files of the archive at once.
        let mut archives = [Archive::open(path)?, Archive::open(path)?];
        for ride in &self.rides {
            match ride::take(connection, ride, &mut archives, path, &mut restored.omitted)? {
                Taken::New => restored.recordings += 1,
                Taken::Extended => restored.extended += 1,
                Taken::Known => restored.known += 1,
            }
            keys.insert(ride.told.key.clone(), ride.about.key.clone());
        }
        Ok(())
    }
}

/// What a recording is called here that has that key in the backup; one that is nowhere keeps a sound key.
fn here(keys: &Keys, key: String) -> Option<String> {
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
    Ok(())
}
