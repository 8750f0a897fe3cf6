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
mod bounds;
mod bundles;
mod database;
mod error;
mod folder;
mod journey;
mod kept;
mod migrations;
mod milestones;
mod nearby;
mod passed;
mod recordings;
mod salvage;
mod sealed;
mod search;
mod settings;
mod standing;
mod storage;
mod succession;
mod trust;
mod underway;
mod way;
mod wreck;

use std::cell::RefCell;
use std::path::Path;

use rusqlite::types::Value;
use rusqlite::{Connection, ErrorCode, Params, Transaction, TransactionBehavior};

use database::{Durability, Opened};
use folder::{Folder, Keeper};
use nearby::Surroundings;
use sealed::{BUNDLE, RECORDING, Read as _, Table};

use crate::bundle::BundleError;
use crate::files::Aside;

pub use backup::{LeftOut, Omitted, Restored, WhyLeftOut};
pub use bundles::{Installation, InstalledBundle};
pub use error::{Distrust, LibraryError};
pub use journey::{Advance, Departure, Journey, Resumption};
pub use kept::{Favourite, Item, Note};
pub use milestones::{Milestone, MilestoneKind};
pub use nearby::Nearby;
pub use passed::PassedStops;
pub use recordings::{
    Attachment, AttachmentKind, Followed, Handed, Holds, Imported, KeptFix, NotImported, Origin, Recording,
    RecordingId, Remark, RemarkAbout, Remarks, Start, State, Tally, leave_out_unbelieved,
};
pub use salvage::Damage;
pub use search::{Found, MOST_FOUND, Matched, Query, Quote, What};
pub use settings::{Settings, Theme};
pub use standing::{Standing, WayStanding};
pub use storage::{Storage, Stored};
pub use succession::MAX_VERSION;
pub use trust::TrustedKey;
pub use underway::Underway;
pub use way::Way;

/// What is on the phone. It answers one question at a time: who shares it puts it behind a lock.
///
/// A method that fails has changed nothing. Every method that changes something has written it to the disk itself when
/// it returns, but for fixes ([`record`](Library::record), [`advance`](Library::advance)): killing the process cannot lose
/// them, a power cut those of the last 20 seconds.
#[derive(Debug)]
pub struct Library {
    folder: Folder,
    connection: Connection,
    /// What can lie near, once somebody has asked.
    surroundings: RefCell<Option<Surroundings>>,
    // Others may come in while it is held, but none of them may mend or tidy.
    _keeper: Keeper,
}

/// What went wrong inside: the database's own word, or one that people understand.
#[derive(Debug)]
enum Trouble {
    Database(rusqlite::Error),
    /// A row whose seal is broken, or which says nothing that is understood.
    Broken,
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

impl From<BundleError> for Trouble {
    fn from(error: BundleError) -> Trouble {
        Trouble::Told(error.into())
    }
}

impl Trouble {
    /// What people are told of it.
    fn told(self, folder: &Path) -> LibraryError {
        match self {
            Trouble::Told(error) => error,
            Trouble::Broken => LibraryError::Damaged { folder: folder.to_owned() },
            Trouble::Database(error) => LibraryError::database(folder, &error),
        }
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
        let folder =
            Folder::at(path).map_err(disk)?.ok_or_else(|| LibraryError::NotALibrary { folder: path.to_owned() })?;
        let mut keeper = folder.enter().map_err(disk)?;
        if keeper.alone {
            folder.remove_begun().and_then(|()| salvage::finish(&folder)).map_err(disk)?;
            if salvage::is_damaged(&folder)? {
                salvage::salvage(&folder, now_ms)?;
            } else if !folder.database().exists() {
                make(&folder)?;
            }
        }
        let connection = match ready(&folder, keeper.alone) {
            // Large databases are not looked through, but here something came to light; or the disk failed for a moment.
            Err(LibraryError::Damaged { .. }) if keeper.alone => {
                salvage::read_all(&folder)?;
                match ready(&folder, true) {
                    Err(LibraryError::Damaged { .. }) => {
                        salvage::salvage(&folder, now_ms)?;
                        ready(&folder, true)?
                    }
                    ready => ready?,
                }
            }
            ready => ready?,
        };
        keeper.share().map_err(disk)?;
        Ok(Library { folder, connection, surroundings: RefCell::default(), _keeper: keeper })
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

    /// Changes the database, all at once or not at all; what is changed is on the disk itself afterwards.
    fn change<T>(&mut self, change: impl FnOnce(&Transaction<'_>) -> Result<T, Trouble>) -> Result<T, LibraryError> {
        self.change_durably(Durability::Every, change)
    }

    /// The same, with a say in when it reaches the disk itself.
    fn change_durably<T>(
        &mut self,
        durability: Durability,
        change: impl FnOnce(&Transaction<'_>) -> Result<T, Trouble>,
    ) -> Result<T, LibraryError> {
        self.change_in(durability, || {}, change)
    }

    /// The same; where surely nothing of it is there, `undo` takes away what was made outside the database.
    ///
    /// That is not sure when the disk failed at the last step: the change may yet come to light at the next opening,
    /// which tidies up if it does not.
    fn change_or<T>(
        &mut self,
        undo: impl FnOnce(),
        change: impl FnOnce(&Transaction<'_>) -> Result<T, Trouble>,
    ) -> Result<T, LibraryError> {
        self.change_in(Durability::Every, undo, change)
    }

    fn change_in<T>(
        &mut self,
        durability: Durability,
        undo: impl FnOnce(),
        change: impl FnOnce(&Transaction<'_>) -> Result<T, Trouble>,
    ) -> Result<T, LibraryError> {
        let mut is_sure = true;
        let work = || {
            database::set_durability(&self.connection, durability)?;
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
        // What was told already was looked at where it came to light.
        let is_new = !matches!(trouble, Trouble::Told(_));
        let error = trouble.told(self.folder.path());
        if is_new && matches!(error, LibraryError::Damaged { .. }) {
            self.suspect();
        }
        error
    }

    /// Has the whole database checked at the next opening. Where even that cannot be written down, the next question
    /// to the damaged part will try again.
    fn suspect(&self) {
        let _ = std::fs::write(self.folder.suspicion(), []);
    }

    /// Reads rows that are whole. Where one is broken, the whole database is checked at the next opening.
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

/// Makes an empty database, whole or not at all: so one without bytes is always a damaged one.
fn make(folder: &Folder) -> Result<(), LibraryError> {
    let disk = |error: std::io::Error| LibraryError::disk(folder.path(), &error);
    let aside = Aside::beside(&folder.database()).map_err(disk)?;
    database::blank(aside.path()).map_err(|error| LibraryError::database(folder.path(), &error))?;
    aside.publish(&folder.database()).map_err(disk)
}

/// Opens the database and, for the one who has the folder alone, tidies.
fn ready(folder: &Folder, alone: bool) -> Result<Connection, LibraryError> {
    let told = |error: rusqlite::Error| LibraryError::database(folder.path(), &error);
    let mut connection = match database::open(&folder.database()).map_err(told)? {
        Opened::Ready(connection) => connection,
        Opened::Newer(found) => {
            return Err(LibraryError::Newer { folder: folder.path().to_owned(), found, known: migrations::FORM });
        }
    };
    if alone {
        tidy(folder, &connection)?;
    }
    database::believe(&connection).map_err(told)?;
    if alone && let Err(Trouble::Database(error)) = bundles::index_again(&mut connection, &folder.bundles()) {
        let error = told(error);
        // What cannot be made searchable now, as the disk is full, is at the next opening.
        if matches!(error, LibraryError::Damaged { .. }) {
            return Err(error);
        }
    }
    Ok(connection)
}

/// Removes files that killed work left. Only for the one who has the folder alone.
fn tidy(folder: &Folder, connection: &Connection) -> Result<(), LibraryError> {
    let told = |error: rusqlite::Error| LibraryError::database(folder.path(), &error);
    for (path, table) in [(folder.bundles(), &BUNDLE), (folder.tracks(), &RECORDING)] {
        let place = table.columns.iter().position(|column| *column == "file");
        let mut named = Vec::new();
        let broken = table.each(connection, "", [], |_, values| {
            named.extend(place.and_then(|place| values.get(place)?.text()).map(str::to_owned));
            Ok::<_, rusqlite::Error>(())
        });
        // A row that cannot be read may name any of the files.
        if broken.map_err(told)? > 0 {
            return Err(LibraryError::Damaged { folder: folder.path().to_owned() });
        }
        let strays = folder.strays(&path, &named).map_err(|error| LibraryError::disk(&path, &error))?;
        // A row that was lost without a trace would have named one of them.
        if !strays.is_empty() && !salvage::is_whole(connection).map_err(told)? {
            return Err(LibraryError::Damaged { folder: folder.path().to_owned() });
        }
        for stray in strays {
            // On Windows one that another program has open stays, and is tried again at the next opening.
            let _ = std::fs::remove_file(&stray);
        }
    }
    Ok(())
}
