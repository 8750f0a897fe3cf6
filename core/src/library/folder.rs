//! The library's folder: what lies where, and who may tidy it.

use std::fs::{self, File, OpenOptions};
use std::io;
use std::path::{Path, PathBuf};

use fs4::{FileExt, TryLockError};

use crate::files::{Aside, is_full};

/// The database's name.
pub(super) const DATABASE: &str = "library.sqlite";
/// The file by which those who are in the folder know of one another.
const LOCK: &str = "library.lock";
/// As much as the database's log and its index need to go on.
const ROOM: usize = 64 << 10;

/// Where everything lies.
#[derive(Debug)]
pub(super) struct Folder(PathBuf);

impl Folder {
    /// The folder at that path, made where it is not there yet; `None` where it holds files of others.
    pub fn at(path: &Path) -> io::Result<Option<Folder>> {
        let folder = Folder(path.to_owned());
        if folder.is_of_others() {
            return Ok(None);
        }
        for path in [folder.bundles(), folder.tracks()] {
            fs::create_dir_all(path)?;
        }
        Ok(Some(folder))
    }

    /// The folder itself.
    pub fn path(&self) -> &Path {
        &self.0
    }

    /// The database.
    pub fn database(&self) -> PathBuf {
        self.0.join(DATABASE)
    }

    /// The database's write-ahead log.
    pub fn log(&self) -> PathBuf {
        self.0.join("library.sqlite-wal")
    }

    /// The log's index, which can be made anew.
    pub fn log_index(&self) -> PathBuf {
        self.0.join("library.sqlite-shm")
    }

    /// A salvaged database that is to take the damaged one's place.
    pub fn salvaged(&self) -> PathBuf {
        self.0.join("library.salvaged")
    }

    /// Is there when something in the database looked damaged: then the whole of it is checked at the next opening.
    pub fn suspicion(&self) -> PathBuf {
        self.0.join("library.suspect")
    }

    /// Damaged databases, each in a folder of its own.
    pub fn damaged(&self) -> PathBuf {
        self.0.join("damaged")
    }

    /// The bundles' files.
    pub fn bundles(&self) -> PathBuf {
        self.0.join("bundles")
    }

    /// The files of tracks that were brought in.
    pub fn tracks(&self) -> PathBuf {
        self.0.join("tracks")
    }

    /// What killed work left among the bundles or the tracks: files begun, and files of our kind that nothing names.
    /// Other files are none of ours.
    pub fn strays(&self, folder: &Path, named: &[String]) -> io::Result<Vec<PathBuf>> {
        let ending = if folder == self.bundles() { ".gpkg" } else { ".gpx" };
        let mut strays = Vec::new();
        for entry in fs::read_dir(folder)? {
            let entry = entry?;
            let is_stray = entry.file_name().to_str().is_some_and(|name| {
                let begun = name.starts_with('.') && name.ends_with(".part");
                begun || (name.ends_with(ending) && !named.iter().any(|named| named == name))
            });
            if is_stray {
                strays.push(entry.path());
            }
        }
        Ok(strays)
    }

    /// Whether a folder with files of others would be taken for a library.
    fn is_of_others(&self) -> bool {
        let ours = [self.0.join(LOCK), self.database(), self.log(), self.salvaged()];
        let holds_files = |path: &Path| fs::read_dir(path).is_ok_and(|mut entries| entries.next().is_some());
        !ours.iter().any(|path| path.exists()) && [self.bundles(), self.tracks()].iter().any(|path| holds_files(path))
    }

    /// Removes databases that killed work had begun to make. Only for the one who has the folder
    /// [alone](Keeper::alone).
    pub fn remove_begun(&self) -> io::Result<()> {
        for entry in fs::read_dir(&self.0)? {
            let entry = entry?;
            let name = entry.file_name();
            // Beside it may lie what SQLite needed to make it.
            if name.to_str().is_some_and(|name| name.starts_with(".library.") && name.contains("part")) {
                // What stays, as another program has it open, is tried again at the next opening.
                let _ = fs::remove_file(entry.path());
            }
        }
        Ok(())
    }

    /// Whether a little can be written into the library in that folder: tried out, as no system says so beforehand.
    pub fn has_room(path: &Path) -> bool {
        // In a folder that is tidied, should the process be killed now.
        let tried = Aside::beside(&Folder(path.to_owned()).bundles().join("room"));
        let tried = tried.and_then(|aside| fs::write(aside.path(), [1; ROOM]).and_then(|()| aside.sync()));
        !tried.is_err_and(|error| is_full(&error))
    }

    /// Asks to be the only one in this folder.
    pub fn enter(&self) -> io::Result<Keeper> {
        let path = self.0.join(LOCK);
        let lock = OpenOptions::new().create(true).truncate(false).write(true).open(path)?;
        match FileExt::try_lock(&lock) {
            Ok(()) => Ok(Keeper { lock, alone: true }),
            Err(TryLockError::Error(error)) => Err(error),
            Err(TryLockError::WouldBlock) => {
                // Waits while the other is mending or tidying; that one lets others in afterwards.
                FileExt::lock_shared(&lock)?;
                Ok(Keeper { lock, alone: false })
            }
        }
    }
}

/// One who is in the folder; leaving it is dropping this.
#[derive(Debug)]
pub(super) struct Keeper {
    lock: File,
    /// Whether nobody else is there: may mend and tidy.
    pub alone: bool,
}

impl Keeper {
    /// Lets others in.
    pub fn share(&mut self) -> io::Result<()> {
        if !std::mem::take(&mut self.alone) {
            return Ok(());
        }
        // The standard library's locks are not there on Android yet.
        FileExt::unlock(&self.lock)?;
        FileExt::lock_shared(&self.lock)
    }
}
