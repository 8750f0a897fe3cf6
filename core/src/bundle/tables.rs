//! The open file: every question to a bundle goes through here and is bounded.

use std::cell::Cell;
use std::path::Path;
use std::sync::Arc;
use std::sync::atomic::{AtomicU32, Ordering};

use rusqlite::config::DbConfig;
use rusqlite::limits::Limit;
use rusqlite::{Connection, ErrorCode, OpenFlags, Params};

use super::Problem;
use super::limits::{MAX_ROW_BYTES, MAX_ROWS};
use super::record::Record;

/// SQLite asks after so many steps of its machine whether to go on.
const STEPS_BETWEEN: u32 = 10_000;
/// What a question of many parts may take, as so many parts: one for each route would be a thousand times too long.
const PARTS: u64 = 20;
/// What each row takes in the file at least: its length, its number and its place in the page.
pub(super) const ROW_BYTES: u64 = 4;

/// The tables of a bundle.
///
/// No answer may be longer than the file, and none may take endless steps: what is asked of every stop can be made to
/// look at every text. That no page of the file is met twice was seen [before](super::pages).
pub(super) struct Tables {
    pub connection: Connection,
    file_bytes: u64,
    bytes_left: Cell<u64>,
    steps_left: Arc<Steps>,
}

/// The steps that are left for a question and for the part of it under way, counted as often as SQLite asks.
#[derive(Default)]
struct Steps {
    question: AtomicU32,
    part: AtomicU32,
}

impl Steps {
    /// Takes some away; nothing where there are none left.
    fn take(&self) -> Option<()> {
        let one_less = |left: u32| left.checked_sub(1);
        for left in [&self.question, &self.part] {
            left.fetch_update(Ordering::Relaxed, Ordering::Relaxed, one_less).ok()?;
        }
        Some(())
    }
}

impl Tables {
    /// Opens the file for reading only, believing nothing it says.
    pub fn open(path: &Path, file_bytes: u64) -> Result<Tables, Problem> {
        let steps_left = Arc::new(Steps::default());
        let connection = connect(path, steps_left.clone()).map_err(|error| sql_problem("its first page", error))?;
        let tables = Tables { connection, file_bytes, bytes_left: Cell::new(0), steps_left };
        tables.begin();
        Ok(tables)
    }

    /// Begins a new question with fresh bounds.
    pub fn begin(&self) {
        // Twice the file, as some things are told more than once: a caption with every stop that shows its picture.
        self.bytes_left.set(2 * self.file_bytes);
        self.steps_left.question.store(self.steps(PARTS), Ordering::Relaxed);
        self.begin_part();
    }

    /// Begins the next part of a long question: its steps are counted afresh, its bytes go on.
    pub fn begin_part(&self) {
        self.steps_left.part.store(self.steps(1), Ordering::Relaxed);
    }

    /// How often SQLite may ask in so many parts.
    fn steps(&self, parts: u64) -> u32 {
        // Reading an honest file takes less than one step a byte, and a little more where it is small.
        let steps = parts * (5_000_000 + 5 * self.file_bytes);
        u32::try_from(steps / u64::from(STEPS_BETWEEN)).unwrap_or(u32::MAX)
    }

    /// Reads every row of an answer; its first column is the row's number in `table`.
    pub fn each<T>(
        &self,
        table: &'static str,
        sql: &str,
        params: impl Params,
        read: impl Fn(&Record<'_>) -> Result<T, Problem>,
    ) -> Result<Vec<T>, Problem> {
        let wrong = |error| sql_problem(table, error);
        let mut statement = self.connection.prepare_cached(sql).map_err(wrong)?;
        let mut rows = statement.query(params).map_err(wrong)?;
        let mut all = Vec::new();
        while let Some(row) = rows.next().map_err(wrong)? {
            self.spend(ROW_BYTES)?;
            if all.len() >= MAX_ROWS {
                return Err(Problem::TooManyRows(table));
            }
            all.push(read(&Record { table, row, tables: self })?);
        }
        Ok(all)
    }

    /// Counts what an answer brings; an honest one never has more bytes than the file.
    pub fn spend(&self, bytes: u64) -> Result<(), Problem> {
        let left = self.bytes_left.get().checked_sub(bytes).ok_or(Problem::Endless)?;
        self.bytes_left.set(left);
        Ok(())
    }
}

fn connect(path: &Path, steps_left: Arc<Steps>) -> rusqlite::Result<Connection> {
    let flags = OpenFlags::SQLITE_OPEN_READ_ONLY | OpenFlags::SQLITE_OPEN_URI | OpenFlags::SQLITE_OPEN_NO_MUTEX;
    let mut connection = Connection::open_with_flags(immutable(path), flags)?;
    for (config, on) in [
        (DbConfig::SQLITE_DBCONFIG_DEFENSIVE, true),
        (DbConfig::SQLITE_DBCONFIG_TRUSTED_SCHEMA, false),
        (DbConfig::SQLITE_DBCONFIG_ENABLE_TRIGGER, false),
        (DbConfig::SQLITE_DBCONFIG_ENABLE_VIEW, false),
    ] {
        connection.set_db_config(config, on)?;
    }
    for (limit, most) in [
        (Limit::SQLITE_LIMIT_LENGTH, MAX_ROW_BYTES),
        (Limit::SQLITE_LIMIT_SQL_LENGTH, 100_000),
        (Limit::SQLITE_LIMIT_COLUMN, 100),
        (Limit::SQLITE_LIMIT_EXPR_DEPTH, 20),
        (Limit::SQLITE_LIMIT_COMPOUND_SELECT, 4),
        (Limit::SQLITE_LIMIT_VDBE_OP, 25_000),
        (Limit::SQLITE_LIMIT_FUNCTION_ARG, 8),
        (Limit::SQLITE_LIMIT_ATTACHED, 0),
        (Limit::SQLITE_LIMIT_LIKE_PATTERN_LENGTH, 50),
        (Limit::SQLITE_LIMIT_VARIABLE_NUMBER, 10),
        (Limit::SQLITE_LIMIT_TRIGGER_DEPTH, 1),
        (Limit::SQLITE_LIMIT_WORKER_THREADS, 0),
    ] {
        connection.set_limit(limit, most)?;
    }
    let every = i32::try_from(STEPS_BETWEEN).unwrap_or(i32::MAX);
    let stop = move || steps_left.take().is_none();
    connection.progress_handler(every, Some(stop))?;
    // The size of the cache is SQLite's own, said here because else the file's header may say another.
    connection.execute_batch(
        "PRAGMA cell_size_check = ON; PRAGMA mmap_size = 0; PRAGMA query_only = ON; PRAGMA cache_size = -2000;",
    )?;
    Ok(connection)
}

/// The file's address in the form that says: nobody changes this, look for no journal and take no lock.
fn immutable(path: &Path) -> String {
    let mut uri = String::from("file:");
    for byte in path.as_os_str().as_encoded_bytes() {
        match byte {
            b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'/' | b'-' | b'_' | b'.' => uri.push(char::from(*byte)),
            _ => uri.push_str(&format!("%{byte:02X}")),
        }
    }
    uri + "?immutable=1"
}

/// What the database said, in a bundle's words.
pub(super) fn sql_problem(table: &'static str, error: rusqlite::Error) -> Problem {
    match error.sqlite_error_code() {
        Some(ErrorCode::TooBig) => Problem::RowTooLarge(table),
        Some(ErrorCode::OperationInterrupted) => Problem::Endless,
        _ => Problem::Damaged { part: table, source: error.into() },
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_does_not_say_how_much_of_it_is_kept_in_memory() {
        let folder = tempfile::tempdir().expect("a folder");
        let path = folder.path().join("greedy.gpkg");
        let mut bytes = include_bytes!("../../../tests/fixtures/format-1.1.gpkg").to_vec();
        // The suggested size of the cache, in pages.
        bytes[48..52].copy_from_slice(&1_000_000_i32.to_be_bytes());
        std::fs::write(&path, &bytes).expect("writes");
        let tables = Tables::open(&path, bytes.len() as u64).expect("opens");
        let kept = || tables.connection.query_row("PRAGMA cache_size", [], |row| row.get::<_, i32>(0));
        assert_eq!(kept(), Ok(-2000));
        tables.connection.query_row("SELECT count(*) FROM stop", [], |_| Ok(())).expect("reads");
        assert_eq!(kept(), Ok(-2000));
    }

    #[test]
    fn odd_names_of_files_stay_one_name() {
        let uri = immutable(Path::new("/srv/Žirgų sala?mode=rwc#1%.gpkg"));
        assert_eq!(uri, "file:/srv/%C5%BDirg%C5%B3%20sala%3Fmode%3Drwc%231%25.gpkg?immutable=1");
    }
}
