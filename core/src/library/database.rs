//! The one place that opens the library's database.

use std::path::Path;
use std::time::Duration;

use rusqlite::config::DbConfig;
use rusqlite::limits::Limit;
use rusqlite::{Connection, OpenFlags};

use super::migrations::{self, FORM};

/// How long to wait for another process that is writing.
const PATIENCE: Duration = Duration::from_secs(5);
/// The longest value: notes, guidance and manifests are far shorter.
const MAX_VALUE_BYTES: i32 = 16 << 20;

/// What opening brought.
pub(super) enum Opened {
    /// Ready, and of the newest form.
    Ready(Connection),
    /// Of a form that this code does not know. It was not touched.
    Newer(u32),
}

/// Opens the database at that path and brings it to the newest form. Until it is [believed](believe), closing it
/// changes nothing.
pub(super) fn open(path: &Path) -> rusqlite::Result<Opened> {
    let flags = OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_NO_MUTEX;
    let mut connection = Connection::open_with_flags(path, flags)?;
    connection.busy_timeout(PATIENCE)?;
    for (config, on) in [
        (DbConfig::SQLITE_DBCONFIG_DEFENSIVE, true),
        (DbConfig::SQLITE_DBCONFIG_TRUSTED_SCHEMA, false),
        (DbConfig::SQLITE_DBCONFIG_ENABLE_TRIGGER, false),
        (DbConfig::SQLITE_DBCONFIG_ENABLE_VIEW, false),
        // Until the form is known and all looks well nothing may be written, not even on the way out.
        (DbConfig::SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, true),
    ] {
        connection.set_db_config(config, on)?;
    }
    for (limit, most) in [(Limit::SQLITE_LIMIT_LENGTH, MAX_VALUE_BYTES), (Limit::SQLITE_LIMIT_ATTACHED, 0)] {
        connection.set_limit(limit, most)?;
    }
    let form = migrations::form(&connection)?;
    if form > FORM {
        return Ok(Opened::Newer(form));
    }
    // What is deleted is overwritten: it is private, and it must not come back when a damaged file is salvaged.
    // Nothing goes into files outside the library's folder.
    connection.execute_batch(
        "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON; PRAGMA secure_delete = ON; PRAGMA temp_store = MEMORY;
         PRAGMA mmap_size = 0; PRAGMA cell_size_check = ON; PRAGMA journal_size_limit = 4194304;",
    )?;
    migrations::migrate(&mut connection)?;
    connection.set_prepared_statement_cache_capacity(64);
    Ok(Opened::Ready(connection))
}

/// Has the log brought into the database when the last one closes it.
pub(super) fn believe(connection: &Connection) -> rusqlite::Result<()> {
    connection.set_db_config(DbConfig::SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, false).map(drop)
}

/// A new database of the newest form that nobody else sees yet: it is written without a journal, to be synced and
/// given its name by the caller.
pub(super) fn blank(path: &Path) -> rusqlite::Result<Connection> {
    let mut connection = Connection::open(path)?;
    connection.execute_batch(
        "PRAGMA auto_vacuum = INCREMENTAL; PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF;
         PRAGMA temp_store = MEMORY;",
    )?;
    migrations::migrate(&mut connection)?;
    Ok(connection)
}

/// How often what is written reaches the disk itself.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Durability {
    /// With every transaction.
    Every,
    /// When the system sees fit: a killed process loses nothing, a power cut what came since the last [`Every`](Self::Every).
    Later,
}

/// Says how durable the next transaction is.
pub(super) fn set_durability(connection: &Connection, durability: Durability) -> rusqlite::Result<()> {
    let level = if durability == Durability::Every { "FULL" } else { "NORMAL" };
    connection.prepare_cached(&format!("PRAGMA synchronous = {level}"))?.execute([]).map(drop)
}
