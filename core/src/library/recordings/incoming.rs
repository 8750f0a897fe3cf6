//! A file on its way among the library's tracks: written aside first, named and listed in one transaction.
//!
//! Each part of it gets a row; all rows name the one file. No file is taken away while a row names it.

use std::cell::Cell;
use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::rc::Rc;

use rusqlite::Connection;

use super::parts::{self, Share};
use super::{Origin, Recording, RecordingId, State, Tally, counted, keeping};
use crate::files::Aside;
use crate::gpx::Gpx;
use crate::library::sealed::RECORDING;
use crate::library::{Library, LibraryError, Trouble};

/// What is told of a track that comes in.
pub(in super::super) trait Told {
    /// What it is by its points, where that is told.
    fn content(&self) -> Option<&str>;
}

/// What becomes of the tracks of a file that comes in, of each of which `T` is told.
pub(in super::super) struct Offered<T> {
    /// Those that are here already.
    pub known: Vec<(RecordingId, Vec<T>)>,
    /// Those that can be taken in.
    pub new: Option<Tracks<T>>,
}

/// A file beside its place, with the rows that it is to get.
pub(in super::super) struct Tracks<T> {
    stored: Stored,
    rows: Vec<(Recording, Tally, Vec<T>)>,
    now_ms: i64,
}

/// Which recordings there are by their points, for who asks for thousands.
pub(in super::super) struct Contents(BTreeMap<String, RecordingId>);

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
    /// Writes a file aside, so that only rows are wanting for its tracks to be here. Each line that is told of them is of
    /// the part of the file that has its content, or of the whole file.
    pub(in super::super) fn offer<T: Told>(
        &self,
        (path, gpx): (&Path, &Gpx),
        original: &Original<'_>,
        lines: Vec<T>,
        here: &Contents,
        now_ms: i64,
    ) -> Result<Offered<T>, LibraryError> {
        let (mut known, mut rows) = (Vec::new(), Vec::new());
        for (share, lines) in parts::told_of(gpx, lines) {
            match here.find(share.content.as_deref()) {
                Some(id) => known.push((id, lines)),
                None => {
                    let (recording, tally) = row(&share, path, now_ms);
                    rows.push((recording, tally, lines));
                }
            }
        }
        let stored = if rows.is_empty() { None } else { Some(self.store(original)?) };
        Ok(Offered { known, new: stored.map(|stored| Tracks { stored, rows, now_ms }) })
    }

    /// Which recordings there are by their points.
    pub(in super::super) fn contents(&self) -> Result<Contents, LibraryError> {
        Ok(self.rows(&RECORDING, "", [], Recording::read)?.into_iter().collect())
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
    let key = key(connection, recording.content.as_deref(), now_ms, number)?;
    keeping::put(connection, &Recording { id, key, ..recording }, tally)?;
    Ok(id)
}

/// The key of a track that is brought in: by its points, so that it has the same one in every library; one of its own
/// where that is taken.
fn key(connection: &Connection, content: Option<&str>, now_ms: i64, number: i64) -> Result<String, Trouble> {
    if let Some(content) = content {
        let key = blake3::hash(content.as_bytes()).to_hex()[..24].to_owned();
        if RECORDING.find(connection, "key = ?1", [&key])?.is_none() {
            return Ok(key);
        }
    }
    keeping::free_key(connection, now_ms, number)
}

impl FromIterator<Recording> for Contents {
    fn from_iter<I: IntoIterator<Item = Recording>>(recordings: I) -> Self {
        let mut contents = Contents(BTreeMap::new());
        recordings.into_iter().for_each(|recording| contents.add(recording.content, recording.id));
        contents
    }
}

impl Contents {
    /// The same, within a transaction.
    pub fn of(connection: &Connection) -> Result<Contents, Trouble> {
        let mut contents = Contents(BTreeMap::new());
        RECORDING.each::<Trouble>(connection, "", [], |number, values| {
            let recording = Recording::read(number, values);
            recording.into_iter().for_each(|recording| contents.add(recording.content, recording.id));
            Ok(())
        })?;
        Ok(contents)
    }

    fn find(&self, content: Option<&str>) -> Option<RecordingId> {
        self.0.get(content?).copied()
    }

    fn add(&mut self, content: Option<String>, id: RecordingId) {
        if let Some(content) = content {
            self.0.entry(content).or_insert(id);
        }
    }
}

impl<T> Tracks<T> {
    pub fn place(&self) -> Place {
        self.stored.place()
    }

    /// Gives the file its name and lists its tracks, within the transaction at hand. Says which recordings they are and
    /// which of them are new: another process may have been quicker.
    pub fn take(
        self,
        connection: &Connection,
        here: &mut Contents,
    ) -> Result<Vec<(RecordingId, bool, Vec<T>)>, Trouble> {
        let Tracks { stored, rows, now_ms } = self;
        let mut taken = Vec::with_capacity(rows.len());
        for (recording, tally, lines) in rows {
            let known = here.find(recording.content.as_deref());
            let id = match known {
                Some(known) => known,
                None => {
                    let content = recording.content.clone();
                    let id = list(connection, stored.named_by(recording), &tally, now_ms)?;
                    here.add(content, id);
                    id
                }
            };
            taken.push((id, known.is_none(), lines));
        }
        if taken.iter().any(|(_, is_new, _)| *is_new) {
            stored.publish()?;
        }
        Ok(taken)
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
