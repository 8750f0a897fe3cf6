//! What is on the phone: installed bundles, recordings, progress, settings and what can be searched.
//!
//! One folder with one database and the files it names. Nothing here asks for the time, the network or anything else
//! that was not handed in. Nothing the traveller made is ever lost: every change is there whole or not at all, also
//! when the process is killed or the disk is full; a damaged database is set aside, what can be read of it is salvaged,
//! and both are said. What is known from the bundles (names, what can be searched) is only a copy and made anew.
//!
//! What thinks about lines and fixes lives in `guidance`; what is drawn, in `map`.

mod archive;
mod backup;
mod bundles;
mod database;
mod error;
mod folder;
mod journey;
mod kept;
mod migrations;
mod milestones;
mod recordings;
mod salvage;
mod sealed;
mod settings;
mod standing;
mod storage;
mod trust;
mod wreck;

use std::path::Path;

use rusqlite::types::Value;
use rusqlite::{Connection, ErrorCode, Params, Transaction, TransactionBehavior};

use database::Opened;
use folder::{Folder, Keeper};
use sealed::Table;

pub use backup::Restored;
pub use bundles::{Installation, InstalledBundle};
pub use error::{Distrust, LibraryError};
pub use journey::{Advance, Journey, Resumption, Way};
pub use kept::{Favourite, Item, Note};
pub use milestones::{Milestone, MilestoneKind};
pub use recordings::{
    Attachment, AttachmentKind, Followed, Handed, Imported, KeptFix, NotImported, Origin, Recording, RecordingId,
    Start, State, Tally,
};
pub use salvage::Damage;
pub use settings::{MapStyle, Settings, Theme};
pub use standing::Standing;
pub use storage::{Storage, Stored};
pub use trust::TrustedKey;

/// What is on the phone. It answers one question at a time: who shares it puts it behind a lock.
///
/// Every method that changes something has written it to the disk when it returns; a method that fails has changed
/// nothing.
#[derive(Debug)]
pub struct Library {
    folder: Folder,
    connection: Connection,
    // Others may come in while it is held, but none of them may mend or tidy.
    _keeper: Keeper,
}

/// What went wrong inside: the database's own word, or one that people understand.
#[derive(Debug)]
enum Trouble {
    Database(rusqlite::Error),
    Told(LibraryError),
}

impl From<rusqlite::Error> for Trouble {
    fn from(error: rusqlite::Error) -> Trouble {
        Trouble::Database(error)
    }
}

impl From<LibraryError> for Trouble {
    fn from(error: LibraryError) -> Trouble {
        Trouble::Told(error)
    }
}

impl Library {
    /// Opens the library in a folder, or makes an empty one there.
    ///
    /// What killed work left is tidied away; a database of an older form is brought to the newest; a damaged one is
    /// set aside and salvaged, which [`damages`](Library::damages) tells.
    ///
    /// # Errors
    /// When the folder cannot be used, another program holds it, or a newer version of this one wrote it.
    pub fn open(path: &Path, now_ms: i64) -> Result<Library, LibraryError> {
        let disk = |error: std::io::Error| LibraryError::disk(path, &error);
        let folder = Folder::at(path).map_err(disk)?;
        let mut keeper = folder.enter().map_err(disk)?;
        if keeper.alone {
            salvage::finish(&folder).map_err(disk)?;
            if salvage::is_damaged(&folder)? {
                salvage::salvage(&folder, now_ms)?;
            }
        }
        let connection = match database::open(&folder.database()) {
            Ok(Opened::Ready(connection)) => connection,
            Ok(Opened::Newer(found)) => {
                return Err(LibraryError::Newer { folder: path.to_owned(), found, known: migrations::FORM });
            }
            Err(error) => return Err(LibraryError::database(path, &error)),
        };
        if keeper.alone {
            tidy(&folder, &connection)?;
        }
        keeper.share().map_err(disk)?;
        Ok(Library { folder, connection, _keeper: keeper })
    }

    /// The folder it is in.
    #[must_use]
    pub fn folder(&self) -> &Path {
        self.folder.path()
    }

    /// Asks the database something.
    fn ask<T>(&self, question: impl FnOnce(&Connection) -> Result<T, Trouble>) -> Result<T, LibraryError> {
        question(&self.connection).map_err(|trouble| self.told(trouble))
    }

    /// Changes the database, all at once or not at all.
    fn change<T>(&mut self, change: impl FnOnce(&Transaction<'_>) -> Result<T, Trouble>) -> Result<T, LibraryError> {
        self.change_or(|| {}, change)
    }

    /// Changes the database; where surely nothing of it is there, `undo` takes away what was made outside it.
    ///
    /// That is not sure when the disk failed at the last step: the change may yet come to light at the next opening,
    /// which tidies up if it does not.
    fn change_or<T>(
        &mut self,
        undo: impl FnOnce(),
        change: impl FnOnce(&Transaction<'_>) -> Result<T, Trouble>,
    ) -> Result<T, LibraryError> {
        let mut is_sure = true;
        let work = || {
            let transaction = self.connection.transaction_with_behavior(TransactionBehavior::Immediate)?;
            let done = change(&transaction)?;
            transaction
                .commit()
                .inspect_err(|error| is_sure = error.sqlite_error_code() == Some(ErrorCode::DiskFull))?;
            Ok(done)
        };
        let worked = work();
        if worked.is_err() && is_sure {
            undo();
        }
        worked.map_err(|trouble| self.told(trouble))
    }

    fn told(&self, trouble: Trouble) -> LibraryError {
        let error = match trouble {
            Trouble::Told(error) => return error,
            Trouble::Database(error) => LibraryError::database(self.folder.path(), &error),
        };
        if matches!(error, LibraryError::Damaged { .. }) {
            self.suspect();
        }
        error
    }

    /// Has the whole database checked at the next opening. Where even that cannot be written down, the next question
    /// to the damaged part will try again.
    fn suspect(&self) {
        let _ = std::fs::write(self.folder.suspicion(), []);
    }

    /// Reads rows whose seals are whole.
    fn rows<T>(
        &self,
        table: &Table,
        rest: &str,
        params: impl Params,
        read: impl Fn(i64, &[Value]) -> Option<T>,
    ) -> Result<Vec<T>, LibraryError> {
        let mut found = Vec::new();
        let broken = self.ask(|connection| {
            table.each(connection, rest, params, |number, values| {
                found.extend(read(number, values));
                Ok(())
            })
        })?;
        if broken > 0 {
            self.suspect();
        }
        Ok(found)
    }
}

/// Removes files that killed work left. Only for the one who has the folder alone.
fn tidy(folder: &Folder, connection: &Connection) -> Result<(), LibraryError> {
    for (path, sql) in [
        (folder.bundles(), "SELECT file FROM bundle"),
        (folder.tracks(), "SELECT file FROM recording WHERE file IS NOT NULL"),
    ] {
        let named = || {
            let mut statement = connection.prepare(sql)?;
            let names = statement.query_map([], |row| row.get(0))?;
            names.collect::<rusqlite::Result<Vec<String>>>()
        };
        let named = named().map_err(|error| LibraryError::database(folder.path(), &error))?;
        Folder::tidy(&path, &named).map_err(|error| LibraryError::disk(&path, &error))?;
    }
    Ok(())
}
