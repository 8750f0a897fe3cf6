//! A damaged database is set aside, and what can be read of it goes into a new one.
//!
//! The new database is written whole beside the old one and named `library.salvaged`; from then on it is the one that
//! counts, and putting it in the old one's place can be gone on with at any later opening. Nothing is deleted: the
//! damaged files lie in `damaged/` until the traveller has them removed.

use std::collections::BTreeMap;
use std::fs::{self, File};
use std::io;
use std::path::{Path, PathBuf};

use rusqlite::types::Value;
use rusqlite::{Connection, OpenFlags};
use serde::{Deserialize, Serialize};

use super::folder::{DATABASE, Folder};
use super::recordings::{KeptFix, keeping, list_tracks_again, recount};
use super::sealed::{DAMAGE, FIX, RECORDING, Read, TABLES, TALLY};
use super::{Library, LibraryError, Origin, Recording, RecordingId, State, Trouble};
use super::{bundles, database, migrations, wreck};
use crate::files::sync_folder;

/// Databases up to this size are checked at every opening, larger ones when something in them looked damaged: a check
/// reads everything, and nobody wants to wait for a map.
const ALWAYS_CHECKED_BYTES: u64 = 2 << 20;

/// What was damaged, what was salvaged and what was lost.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Damage {
    /// When it was found, in milliseconds since 1970-01-01 UTC.
    pub time_ms: i64,
    /// The folder within the library where the damaged files lie.
    pub set_aside: String,
    /// Recordings that were salvaged.
    pub recordings: u64,
    /// Fixes that were salvaged.
    pub fixes: u64,
    /// Fixes that are known to have been there and were lost.
    pub fixes_lost: u64,
    /// Notes, favourites, what was reached and all else that was salvaged.
    pub others: u64,
}

impl Library {
    /// What was damaged so far, the newest first, until it is [acknowledged](Library::acknowledge_damages).
    ///
    /// # Errors
    /// When the database is damaged again.
    pub fn damages(&self) -> Result<Vec<Damage>, LibraryError> {
        self.rows(&DAMAGE, "ORDER BY number DESC", [], |_, values| Damage::read(values))
    }

    /// The traveller has seen what was damaged.
    ///
    /// # Errors
    /// When the disk is full.
    pub fn acknowledge_damages(&mut self) -> Result<(), LibraryError> {
        self.change(|transaction| Ok(DAMAGE.remove(transaction, "true", []).map(drop)?))
    }

    /// Checks the whole database, which takes its time; damage is then mended at the next opening. Says whether all is
    /// well.
    ///
    /// # Errors
    /// When the disk says no.
    pub fn check(&self) -> Result<bool, LibraryError> {
        // SQLite calls it damage when the disk does not give a page: what a second look does not see was that.
        for _ in 0..2 {
            match self.ask(|connection| is_whole(connection).map_err(Trouble::Database)) {
                Ok(true) => return Ok(true),
                Ok(false) | Err(LibraryError::Damaged { .. }) => {}
                Err(error) => return Err(error),
            }
        }
        self.suspect();
        Ok(false)
    }
}

impl Damage {
    pub(super) fn read(values: &[Value]) -> Option<Damage> {
        serde_json::from_str(values.first()?.text()?).ok()
    }
}

/// Whether the database in the folder is to be salvaged. Only for the one who has the folder alone.
pub(super) fn is_damaged(folder: &Folder) -> Result<bool, LibraryError> {
    let disk = |path: &Path| {
        let path = path.to_owned();
        move |error: io::Error| LibraryError::disk(&path, &error)
    };
    let (database, log) = (folder.database(), folder.log());
    let log_bytes = read_or_empty(&log).map_err(disk(&log))?;
    let length = match fs::metadata(&database) {
        Ok(metadata) => metadata.len(),
        Err(error) if error.kind() == io::ErrorKind::NotFound => {
            let files = [folder.bundles(), folder.tracks()].map(|path| holds_files(&path).map_err(disk(&path)));
            return Ok(!log_bytes.is_empty() || files.into_iter().collect::<Result<Vec<bool>, _>>()?.contains(&true));
        }
        Err(error) => return Err(disk(&database)(error)),
    };
    if length == 0 || !wreck::wal_is_whole(&log_bytes) {
        return Ok(true);
    }
    let suspicion = folder.suspicion();
    if length + log_bytes.len() as u64 > ALWAYS_CHECKED_BYTES && !suspicion.exists() {
        return Ok(false);
    }
    let mut damaged = looks_damaged(folder)?;
    if damaged {
        read_all(folder)?;
        damaged = looks_damaged(folder)?;
    }
    if !damaged && suspicion.exists() {
        fs::remove_file(&suspicion).map_err(disk(&suspicion))?;
    }
    Ok(damaged)
}

/// Reads all of the database. SQLite calls it damage, too, when the disk does not give a page: only what it says again
/// after this is believed.
pub(super) fn read_all(folder: &Folder) -> Result<(), LibraryError> {
    [folder.database(), folder.log()].iter().try_for_each(|path| match read_or_empty(path) {
        Ok(_) => Ok(()),
        Err(error) => Err(LibraryError::disk(path, &error)),
    })
}

fn looks_damaged(folder: &Folder) -> Result<bool, LibraryError> {
    let whole = looks_whole(&folder.database()).map_err(|error| LibraryError::database(folder.path(), &error));
    match whole {
        Err(LibraryError::Damaged { .. }) => Ok(true),
        whole => whole.map(|whole| !whole),
    }
}

/// Looks through a database without changing it.
fn looks_whole(path: &Path) -> rusqlite::Result<bool> {
    let flags = OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_NO_MUTEX;
    let connection = Connection::open_with_flags(path, flags)?;
    connection.set_db_config(rusqlite::config::DbConfig::SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, true)?;
    connection.set_db_config(rusqlite::config::DbConfig::SQLITE_DBCONFIG_TRUSTED_SCHEMA, false)?;
    // Of an unknown form nothing can be said.
    if migrations::form(&connection)? > migrations::FORM {
        return Ok(true);
    }
    // The header of a database may say that it is only to be read.
    if connection.is_readonly(rusqlite::MAIN_DB)? && !fs::metadata(path).is_ok_and(|file| file.permissions().readonly())
    {
        return Ok(false);
    }
    is_whole(&connection)
}

pub(super) fn is_whole(connection: &Connection) -> rusqlite::Result<bool> {
    if !migrations::is_as_made(connection)? {
        return Ok(false);
    }
    let found: String = connection.query_row("PRAGMA integrity_check(1)", [], |row| row.get(0))?;
    if found != "ok" {
        return Ok(false);
    }
    for table in TABLES {
        let broken = table.each(connection, "", [], |_, _| Ok::<_, rusqlite::Error>(()))?;
        if broken > 0 {
            return Ok(false);
        }
    }
    Ok(true)
}

/// Makes a new database out of what can be read of the damaged one, and sets the damaged one aside.
pub(super) fn salvage(folder: &Folder, now_ms: i64) -> Result<(), LibraryError> {
    let part = folder.path().join(".library.part");
    let told = |trouble: Trouble| trouble.told(folder.path());
    let disk = |error: io::Error| LibraryError::disk(folder.path(), &error);
    let aside = set_aside_folder(folder, now_ms).map_err(disk)?;
    fill(&part, folder, &aside, now_ms).map_err(told)?;
    File::options().write(true).open(&part).and_then(|file| file.sync_all()).map_err(disk)?;
    fs::rename(&part, folder.salvaged()).and_then(|()| sync_folder(folder.path())).map_err(disk)?;
    finish(folder).map_err(disk)
}

/// Puts a salvaged database in the damaged one's place, as far as that is not done yet.
pub(super) fn finish(folder: &Folder) -> io::Result<()> {
    let salvaged = folder.salvaged();
    if !salvaged.exists() {
        return Ok(());
    }
    let aside = match newest(&folder.damaged()) {
        // What was set aside earlier stays as it is.
        Ok(aside) if !(folder.database().exists() && aside.join(DATABASE).exists()) => aside,
        Err(error) if error.kind() != io::ErrorKind::NotFound => return Err(error),
        _ => set_aside_folder(folder, 0)?,
    };
    for path in [folder.log(), folder.database()] {
        if let Some(name) = path.file_name().filter(|_| path.exists()) {
            fs::rename(&path, aside.join(name))?;
        }
    }
    remove_if_there(&folder.log_index())?;
    sync_folder(&aside)?;
    fs::rename(&salvaged, folder.database())?;
    remove_if_there(&folder.suspicion())?;
    sync_folder(folder.path())
}

fn fill(part: &Path, folder: &Folder, aside: &Path, now_ms: i64) -> Result<(), Trouble> {
    let disk = |error: io::Error| Trouble::Told(LibraryError::disk(folder.path(), &error));
    let database = read_or_empty(&folder.database()).map_err(disk)?;
    let log = read_or_empty(&folder.log()).map_err(disk)?;
    let mut connection = database::blank(part)?;
    let transaction = connection.transaction()?;
    let mut damage = Damage {
        time_ms: now_ms,
        set_aside: aside.strip_prefix(folder.path()).unwrap_or(aside).display().to_string(),
        recordings: 0,
        fixes: 0,
        fixes_lost: 0,
        others: 0,
    };
    let mut trouble = None;
    wreck::rows(&database, &log, &mut |row| {
        let owner = TABLES.iter().find_map(|table| Some((*table, table.owns(row.rowid, &row.values)?)));
        let Some((table, values)) = owner.filter(|_| trouble.is_none()) else { return };
        match table.put_if_absent(&transaction, row.rowid, values) {
            Ok(false) => {}
            Ok(true) if table.name == FIX.name => damage.fixes += 1,
            Ok(true) if table.name == RECORDING.name => damage.recordings += 1,
            Ok(true) if table.name == TALLY.name => {}
            Ok(true) => damage.others += 1,
            Err(error) => trouble = Some(error),
        }
    });
    if let Some(error) = trouble {
        return Err(error.into());
    }
    damage.recordings += adopt_orphans(&transaction)? + list_tracks_again(&transaction, folder, aside, now_ms)?;
    damage.fixes += add_older_fixes(&transaction, &database, &log)?;
    damage.fixes_lost = count_again(&transaction)?;
    bundles::list_again(&transaction, &folder.bundles())?;
    DAMAGE.add(&transaction, &[Value::Text(serde_json::to_string(&damage).unwrap_or_default())])?;
    Ok(transaction.commit()?)
}

/// Gives fixes whose recording was lost a recording. Says how many.
fn adopt_orphans(connection: &Connection) -> Result<u64, Trouble> {
    let mut first: BTreeMap<RecordingId, i64> = BTreeMap::new();
    FIX.each::<Trouble>(connection, "ORDER BY number", [], |row, values| {
        if let Some((id, kept)) = KeptFix::read(row, values) {
            first.entry(id).or_insert(kept.ride_ms);
        }
        Ok(())
    })?;
    let mut adopted = 0;
    for (id, started_ms) in first {
        if RECORDING.find(connection, "number = ?1", [id.row()])?.is_some() {
            continue;
        }
        adopted += 1;
        let key = keeping::free_key(connection, started_ms, id.row())?;
        let recording = Recording::new(id, key, State::Closed, Origin::Salvaged, started_ms);
        RECORDING.put(connection, id.row(), &recording.values())?;
    }
    Ok(adopted)
}

/// Adds fixes whose newest place was lost, but not an older one. Only those that a recording is known to have had: others
/// may have been deleted. Says how many.
fn add_older_fixes(connection: &Connection, database: &[u8], log: &[u8]) -> Result<u64, Trouble> {
    let mut told = BTreeMap::new();
    TALLY.each::<Trouble>(connection, "", [], |number, values| {
        told.extend(keeping::read_tally(values).map(|tally| (number, tally.fixes + tally.lost)));
        Ok(())
    })?;
    let (mut added, mut trouble) = (0, None);
    wreck::older_rows(database, log, &mut |row| {
        let Some(values) = FIX.owns(row.rowid, &row.values).filter(|_| trouble.is_none()) else { return };
        let Some((id, kept)) = KeptFix::read(row.rowid, values) else { return };
        if told.get(&id.row()).is_some_and(|fixes| u64::from(kept.number) < *fixes) {
            match FIX.put_if_absent(connection, row.rowid, values) {
                Ok(new) => added += u64::from(new),
                Err(error) => trouble = Some(error),
            }
        }
    });
    trouble.map_or(Ok(added), |error| Err(error.into()))
}

/// Makes the tallies true again. Says how many fixes are known to be missing.
fn count_again(connection: &Connection) -> Result<u64, Trouble> {
    let mut recordings = Vec::new();
    RECORDING.each::<Trouble>(connection, "WHERE file IS NULL", [], |number, values| {
        recordings.extend(Recording::read(number, values));
        Ok(())
    })?;
    let mut all_lost = 0;
    for mut recording in recordings {
        let id = recording.id;
        let (mut found, mut next) = (0_u64, 0_u64);
        super::recordings::each_fix::<Trouble>(connection, id, |kept| {
            found += 1;
            next = u64::from(kept.number) + 1;
            Ok(())
        })?;
        let told = keeping::kept_tally(connection, id)?;
        let expected = told.as_ref().map_or(0, |tally| tally.fixes + tally.lost);
        let lost = expected.max(next).saturating_sub(found);
        all_lost += lost.saturating_sub(told.as_ref().map_or(0, |tally| tally.lost));
        if told.is_none_or(|tally| (tally.fixes, tally.lost) != (found, lost)) {
            let tally = recount::recount(connection, id, lost)?;
            recording.content = recording.content.and(keeping::content(connection, id)?);
            keeping::put(connection, &recording, &tally)?;
        }
    }
    Ok(all_lost)
}

/// A new folder for damaged files, the newest by its name.
fn set_aside_folder(folder: &Folder, now_ms: i64) -> io::Result<PathBuf> {
    let damaged = folder.damaged();
    fs::create_dir_all(&damaged)?;
    let last = newest(&damaged).ok().and_then(|path| number(&path)).unwrap_or(0);
    let path = damaged.join(last.saturating_add(1).max(u64::try_from(now_ms).unwrap_or(0)).to_string());
    fs::create_dir_all(&path)?;
    // They must be there after a power cut too: the salvaged database relies on them.
    sync_folder(&damaged)?;
    sync_folder(folder.path())?;
    Ok(path)
}

fn newest(damaged: &Path) -> io::Result<PathBuf> {
    let mut newest = None;
    for entry in fs::read_dir(damaged)? {
        let path = entry?.path();
        newest = newest.max(number(&path).map(|number| (number, path)));
    }
    newest.map(|(_, path)| path).ok_or_else(|| io::ErrorKind::NotFound.into())
}

fn number(path: &Path) -> Option<u64> {
    path.file_name()?.to_str()?.parse().ok()
}

fn holds_files(folder: &Path) -> io::Result<bool> {
    for entry in fs::read_dir(folder)? {
        if entry?.file_type()?.is_file() {
            return Ok(true);
        }
    }
    Ok(false)
}

fn read_or_empty(path: &Path) -> io::Result<Vec<u8>> {
    match fs::read(path) {
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(Vec::new()),
        read => read,
    }
}

fn remove_if_there(path: &Path) -> io::Result<()> {
    match fs::remove_file(path) {
        Err(error) if error.kind() != io::ErrorKind::NotFound => Err(error),
        _ => Ok(()),
    }
}
