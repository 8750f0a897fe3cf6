//! A file on its way among the library's tracks: written aside first, named and listed in one transaction.
//!
//! Each part of it gets a row; all rows name the one file. No file is taken away while a row names it.

use std::cell::Cell;
use std::fs;
use std::path::{Path, PathBuf};
use std::rc::Rc;

use rusqlite::Connection;

use super::parts::{self, Share};
use super::{Origin, Recording, RecordingId, State, Tally, counted, keeping};
use crate::files::Aside;
use crate::gpx::{self, Gpx};
use crate::library::sealed::RECORDING;
use crate::library::{Library, LibraryError, Trouble};

/// A file that may become a recording.
pub(in super::super) enum Offer {
    /// It is this one already.
    Known(RecordingId),
    /// It can be taken in.
    New(Box<Track>),
}

/// A file beside its place, with the row that it is to get.
pub(in super::super) struct Track {
    stored: Stored,
    recording: Recording,
    tally: Tally,
    now_ms: i64,
}

/// A file beside its place.
pub(super) struct Stored {
    aside: Aside,
    place: Place,
    name: String,
    bytes: u64,
}

/// Where a track's file gets its name, and whether it has it.
#[derive(Clone)]
pub(in super::super) struct Place {
    target: PathBuf,
    taken: Rc<Cell<bool>>,
}

impl Library {
    /// Writes a track aside, so that only a row is wanting for it to be here: the part of a file that has that content,
    /// or the whole file.
    pub(in super::super) fn offer(
        &self,
        path: &Path,
        gpx: &Gpx,
        original: &Original<'_>,
        content: Option<&str>,
        now_ms: i64,
    ) -> Result<Offer, LibraryError> {
        let nothing = || LibraryError::NothingToFollow { path: path.to_owned(), reason: gpx::NoLine };
        let share = parts::share(gpx, content).ok_or_else(nothing)?;
        if let Some(known) = self.known(share.content.as_deref())? {
            return Ok(Offer::Known(known));
        }
        let (recording, tally) = row(&share, path, now_ms);
        Ok(Offer::New(Box::new(Track { stored: self.store(original)?, recording, tally, now_ms })))
    }

    pub(super) fn known(&self, content: Option<&str>) -> Result<Option<RecordingId>, LibraryError> {
        let found = self.rows(&RECORDING, "WHERE content = ?1 LIMIT 1", [content], Recording::read)?;
        Ok(found.first().map(|recording| recording.id))
    }

    /// Writes a file aside.
    pub(super) fn store(&self, original: &Original<'_>) -> Result<Stored, LibraryError> {
        let (name, bytes) = original.name_and_bytes();
        let target = self.folder.tracks().join(&name);
        let disk = |error: std::io::Error| LibraryError::disk(&target, &error);
        let aside = Aside::one_of_many(&target).map_err(disk)?;
        original.copy(aside.path()).and_then(|()| aside.sync()).map_err(disk)?;
        Ok(Stored { aside, place: Place { target, taken: Rc::default() }, name, bytes })
    }

    /// Takes files away that no recording names any more.
    pub(super) fn sweep(&mut self, files: &[String]) -> Result<(), LibraryError> {
        if files.is_empty() {
            return Ok(());
        }
        let tracks = self.folder.tracks();
        // Within a transaction nobody else brings the same file in again.
        self.change(|transaction| {
            for file in files {
                if RECORDING.find(transaction, "file = ?1", [file])?.is_none() {
                    // What is left is tidied away at the next opening.
                    let _ = fs::remove_file(tracks.join(file));
                }
            }
            Ok(())
        })
    }
}

/// What a track is kept as: the bytes that were read.
pub(in super::super) enum Original<'b> {
    /// In memory.
    Bytes(&'b [u8]),
    /// In a file.
    File {
        /// Where.
        path: &'b Path,
        /// Of what is in it.
        digest: blake3::Hash,
        /// How much that is.
        bytes: u64,
    },
}

impl Original<'_> {
    /// What it is called among the library's tracks, and how large it is.
    pub fn name_and_bytes(&self) -> (String, u64) {
        let (digest, bytes) = match self {
            Original::Bytes(bytes) => (blake3::hash(bytes), bytes.len() as u64),
            Original::File { digest, bytes, .. } => (*digest, *bytes),
        };
        (format!("{}.gpx", &digest.to_hex()[..32]), bytes)
    }

    fn copy(&self, to: &Path) -> std::io::Result<()> {
        match self {
            Original::Bytes(bytes) => fs::write(to, bytes),
            Original::File { path, .. } => fs::copy(path, to).map(drop),
        }
    }
}

/// The row of a share, but for its number, its key and its file.
pub(super) fn row(share: &Share<'_>, path: &Path, now_ms: i64) -> (Recording, Tally) {
    let started_ms = share.started_ms().unwrap_or(now_ms);
    let recording = Recording {
        name: Some(share.name(path)).filter(|name| !name.is_empty()),
        content: share.content.clone(),
        ..Recording::new(RecordingId(0), String::new(), State::Closed, Origin::Imported, started_ms)
    };
    (recording, counted::tally(share))
}

/// Lists a new recording, with a number and a key of its own.
pub(super) fn list(
    connection: &Connection,
    recording: Recording,
    tally: &Tally,
    now_ms: i64,
) -> Result<RecordingId, Trouble> {
    let number = RECORDING.next_number(connection)?;
    let id = RecordingId::of_row(number);
    let key = keeping::free_key(connection, now_ms, number)?;
    keeping::put(connection, &Recording { id, key, ..recording }, tally)?;
    Ok(id)
}

impl Track {
    pub fn place(&self) -> Place {
        self.stored.place()
    }

    /// Gives the file its name and lists it, within the transaction at hand. Says which recording it is and whether it
    /// is new: another process may have been quicker.
    pub fn take(self, connection: &Connection) -> Result<(RecordingId, bool), Trouble> {
        let Track { stored, recording, tally, now_ms } = self;
        if let Some(known) = RECORDING.find(connection, "content = ?1", [&recording.content])? {
            return Ok((RecordingId::of_row(known), false));
        }
        let id = list(connection, stored.named_by(recording), &tally, now_ms)?;
        stored.publish()?;
        Ok((id, true))
    }
}

impl Stored {
    pub fn place(&self) -> Place {
        self.place.clone()
    }

    /// The recording with this as its file.
    pub fn named_by(&self, recording: Recording) -> Recording {
        Recording { file: Some(self.name.clone()), bytes: self.bytes, ..recording }
    }

    /// Gives the file its name.
    pub fn publish(self) -> Result<(), Trouble> {
        let Stored { aside, place, .. } = self;
        // One that is there already belongs to other rows.
        place.taken.set(!place.target.exists());
        Ok(aside.publish(&place.target).map_err(|error| LibraryError::disk(&place.target, &error))?)
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
