//! Databases as SQLite leaves them on the disk, and what is true of them.

use std::collections::{BTreeMap, BTreeSet};

use rusqlite::types::ValueRef;
use rusqlite::{Connection, params};
use tempfile::TempDir;

use super::super::{Row, Value, rows};

pub(super) const PAGE: usize = 4_096;
pub(super) const LOG_HEADER: usize = 32;
pub(super) const FRAME: usize = 24 + PAGE;

/// A database still open, so that its log lies beside it.
pub(super) struct Desk {
    folder: TempDir,
    connection: Connection,
}

/// What lies on the disk.
#[derive(Clone)]
pub(super) struct Files {
    pub database: Vec<u8>,
    pub wal: Vec<u8>,
}

pub(super) type Found = BTreeMap<i64, Vec<Value>>;

impl Desk {
    pub fn new() -> Desk {
        Desk::with_pages_of(PAGE)
    }

    pub fn with_pages_of(bytes: usize) -> Desk {
        let folder = tempfile::tempdir().unwrap();
        let connection = Connection::open(folder.path().join("library.db")).unwrap();
        let settings = format!(
            "PRAGMA page_size={bytes}; PRAGMA journal_mode=WAL; PRAGMA synchronous=OFF; PRAGMA wal_autocheckpoint=0;
             PRAGMA secure_delete=ON;
             CREATE TABLE fix (id INTEGER PRIMARY KEY, note TEXT, at REAL, picture BLOB, seal BLOB);
             CREATE INDEX fix_at ON fix (at);"
        );
        connection.execute_batch(&settings).unwrap();
        Desk { folder, connection }
    }

    /// A row in a transaction of its own; the picture is of so many bytes and bears the row's mark all over.
    pub fn write(&self, id: i64, picture_bytes: usize) -> &Desk {
        let note = mark(id);
        let picture: Vec<u8> = note.bytes().cycle().take(picture_bytes).collect();
        let at = id as f64 + 0.5;
        let values = [Value::Null, Value::Text(note.clone()), Value::Real(at), Value::Blob(picture.clone())];
        let row = params![id, note, at, picture, seal(id, &values)];
        self.connection.execute("INSERT OR REPLACE INTO fix VALUES (?1, ?2, ?3, ?4, ?5)", row).unwrap();
        self
    }

    /// Rows small and large, some of which go on over several pages.
    pub fn write_all(&self, ids: impl Iterator<Item = i64>) -> &Desk {
        for id in ids {
            self.write(id, if id % 17 == 0 { 20_000 } else { (id as usize * 37) % 300 });
        }
        self
    }

    pub fn run(&self, sql: &str) -> &Desk {
        self.connection.execute_batch(sql).unwrap();
        self
    }

    pub fn files(&self) -> Files {
        let read = |name: &str| std::fs::read(self.folder.path().join(name)).unwrap_or_default();
        Files { database: read("library.db"), wal: read("library.db-wal") }
    }

    /// Every row as SQLite reads it, the schema's too.
    pub fn all_rows(&self) -> Vec<Row> {
        let mut rows = Vec::new();
        for table in ["sqlite_schema", "fix"] {
            let mut statement = self.connection.prepare(&format!("SELECT rowid, * FROM {table}")).unwrap();
            let columns = statement.column_count();
            let mut cursor = statement.query([]).unwrap();
            while let Some(row) = cursor.next().unwrap() {
                let mut values: Vec<Value> = (1..columns).map(|column| value(row.get_ref(column).unwrap())).collect();
                if table == "fix" {
                    values[0] = Value::Null;
                }
                rows.push(Row { rowid: row.get(0).unwrap(), values });
            }
        }
        rows
    }

    pub fn true_rows(&self) -> Found {
        sealed(self.all_rows())
    }
}

pub(super) fn value(column: ValueRef<'_>) -> Value {
    match column {
        ValueRef::Null => Value::Null,
        ValueRef::Integer(number) => Value::Integer(number),
        ValueRef::Real(number) => Value::Real(number),
        ValueRef::Text(text) => Value::Text(str::from_utf8(text).unwrap().to_owned()),
        ValueRef::Blob(bytes) => Value::Blob(bytes.to_vec()),
    }
}

impl Files {
    pub fn rows(&self) -> Vec<Row> {
        let mut found = Vec::new();
        rows(&self.database, &self.wal, &mut |row| found.push(row));
        found
    }

    /// As the library takes them: the first true row of a key.
    pub fn true_rows(&self) -> Found {
        sealed(self.rows())
    }

    pub fn frames(&self) -> usize {
        (self.wal.len() - LOG_HEADER) / FRAME
    }

    pub fn page_of_frame(&self, frame: usize) -> usize {
        let at = LOG_HEADER + frame * FRAME;
        u32::from_be_bytes(self.wal[at..at + 4].try_into().unwrap()) as usize
    }

    pub fn is_commit(&self, frame: usize) -> bool {
        let at = LOG_HEADER + frame * FRAME + 4;
        self.wal[at..at + 4] != [0; 4]
    }

    /// The place in the log of each page's newest frame.
    pub fn newest_frames(&self) -> BTreeMap<usize, usize> {
        (0..self.frames()).map(|frame| (self.page_of_frame(frame), frame)).collect()
    }
}

pub(super) fn mark(id: i64) -> String {
    format!("<fix {id:05} of a ride along the lagoon>")
}

pub(super) fn seal(id: i64, values: &[Value]) -> Vec<u8> {
    blake3::hash(format!("{id} {values:?}").as_bytes()).as_bytes()[..8].to_vec()
}

pub(super) fn sealed(rows: Vec<Row>) -> Found {
    let mut found = Found::new();
    for row in rows {
        if let [values @ .., Value::Blob(bytes)] = &row.values[..]
            && *bytes == seal(row.rowid, values)
        {
            found.entry(row.rowid).or_insert(row.values);
        }
    }
    found
}

/// The rows that bear their mark in these bytes, also where it goes over from a page to the next.
pub(super) fn marked(bytes: &[u8]) -> BTreeSet<i64> {
    let begin = b"<fix ";
    let starts = (0..bytes.len().saturating_sub(10)).filter(|&at| bytes[at..].starts_with(begin));
    starts.filter_map(|at| str::from_utf8(&bytes[at + 5..at + 10]).ok()?.parse().ok()).collect()
}
