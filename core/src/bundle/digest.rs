//! The digest of a bundle's content: whoever alters a byte with meaning alters the digest.
//!
//! It is BLAKE3 over every table but SQLite's own, in the order of their names: the table's name, the names of its
//! columns in their order, then its rows in the order of their keys, each value with its type and length, so that no
//! two contents hash alike. It is kept in hexadecimal as a piece of metadata, where its own value counts as NULL.
//!
//! The tables and columns are those of the file, so that a bundle of a later minor format, which may have more, can be
//! checked as well. A digest tells what was damaged or edited on its way, not who made it: that is for a signature.

use blake3::{Hash, Hasher};
use rusqlite::types::ValueRef;
use rusqlite::{Connection, Row};

use super::Problem;
use super::metadata::DIGEST_URI;
use super::schema::layout;
use super::tables::{ROW_BYTES, Tables, sql_problem};

/// The first format whose bundles say their digest.
const SINCE: (u32, u32) = (1, 1);
/// What is read here, as errors call it.
const PART: &str = "its content";

/// Whether the content is still what the bundle `declared`. One of format 1.0 declares nothing.
pub(super) fn check(tables: &Tables, format: (u32, u32), declared: Option<&str>) -> Result<(), Problem> {
    match declared {
        Some(declared) if of(&tables.connection, |bytes| tables.spend(bytes))?.to_hex().as_str() == declared => Ok(()),
        Some(_) => Err(Problem::Altered),
        None if format < SINCE => Ok(()),
        None => Err(Problem::NoDigest),
    }
}

/// The digest of what is in the tables; `spend` may stop it and is told the bytes of each row as they come.
pub(super) fn of(connection: &Connection, spend: impl Fn(u64) -> Result<(), Problem>) -> Result<Hash, Problem> {
    let mut press = Press { hasher: Hasher::new(), spend };
    for (table, columns) in layout(connection)?.tables().filter(|(table, _)| !table.starts_with("sqlite_")) {
        press.table(connection, table, &columns)?;
    }
    Ok(press.hasher.finalize())
}

/// A hash being made; one value at a time is in memory.
struct Press<S> {
    hasher: Hasher,
    spend: S,
}

impl<S: Fn(u64) -> Result<(), Problem>> Press<S> {
    fn table(&mut self, connection: &Connection, table: &str, columns: &[&str]) -> Result<(), Problem> {
        self.bytes(b't', table.as_bytes());
        columns.iter().for_each(|column| self.bytes(b'c', column.as_bytes()));
        let wrong = |error| sql_problem(PART, error);
        let mut statement = connection.prepare(&every_row(table, columns)).map_err(wrong)?;
        let mut rows = statement.query([]).map_err(wrong)?;
        while let Some(row) = rows.next().map_err(wrong)? {
            self.row(row, columns.len())?;
        }
        Ok(())
    }

    fn row(&mut self, row: &Row<'_>, columns: usize) -> Result<(), Problem> {
        (self.spend)(ROW_BYTES)?;
        self.hasher.update(b"r");
        (0..columns).try_for_each(|column| self.value(row.get_ref(column).map_err(|error| sql_problem(PART, error))?))
    }

    fn value(&mut self, value: ValueRef<'_>) -> Result<(), Problem> {
        match value {
            ValueRef::Null => _ = self.hasher.update(b"0"),
            ValueRef::Integer(integer) => self.number(b'i', integer.to_le_bytes()),
            ValueRef::Real(real) => self.number(b'f', real.to_le_bytes()),
            ValueRef::Text(text) => {
                (self.spend)(text.len() as u64)?;
                self.bytes(b's', text);
            }
            ValueRef::Blob(blob) => {
                (self.spend)(blob.len() as u64)?;
                self.bytes(b'b', blob);
            }
        }
        Ok(())
    }

    fn number(&mut self, kind: u8, number: [u8; 8]) {
        self.hasher.update(&[kind]).update(&number);
    }

    fn bytes(&mut self, kind: u8, bytes: &[u8]) {
        self.number(kind, (bytes.len() as u64).to_le_bytes());
        self.hasher.update(bytes);
    }
}

/// Asks for all of a table. Without an index its rows come in the order of their keys, and nothing is sorted.
fn every_row(table: &str, columns: &[&str]) -> String {
    let columns: Vec<String> = columns
        .iter()
        .map(|column| match (table, *column) {
            ("gpkg_metadata", "metadata") => format!("iif(md_standard_uri IS '{DIGEST_URI}', NULL, metadata)"),
            (_, column) => quoted(column),
        })
        .collect();
    format!("SELECT {} FROM {} NOT INDEXED", columns.join(", "), quoted(table))
}

fn quoted(name: &str) -> String {
    format!("\"{}\"", name.replace('"', "\"\""))
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;
    use std::path::Path;

    use super::super::Bundle;
    use super::*;

    fn digest_after(sql: &str) -> Hash {
        let connection = Connection::open_in_memory().expect("opens");
        connection.execute_batch(sql).expect("runs");
        of(&connection, |_| Ok(())).expect("reads")
    }

    #[test]
    fn no_two_contents_hash_alike() {
        let contents = [
            "",
            "CREATE TABLE a (b)",
            "CREATE TABLE a (b, c)",
            "CREATE TABLE ab (c)",
            "CREATE TABLE a (b); CREATE TABLE c (d)",
            "CREATE TABLE a (b); INSERT INTO a VALUES (NULL)",
            "CREATE TABLE a (b); INSERT INTO a VALUES (NULL), (NULL)",
            "CREATE TABLE a (b, c); INSERT INTO a VALUES (NULL, NULL)",
            "CREATE TABLE a (b); INSERT INTO a VALUES (1)",
            "CREATE TABLE a (b); INSERT INTO a VALUES (1.0)",
            "CREATE TABLE a (b); INSERT INTO a VALUES ('1')",
            "CREATE TABLE a (b); INSERT INTO a VALUES (x'31')",
            "CREATE TABLE a (b); INSERT INTO a VALUES ('')",
            "CREATE TABLE a (b); INSERT INTO a VALUES (x'')",
            "CREATE TABLE a (b, c); INSERT INTO a VALUES ('xy', 'z')",
            "CREATE TABLE a (b, c); INSERT INTO a VALUES ('x', 'yz')",
            "CREATE TABLE a (b); INSERT INTO a VALUES ('x'), ('y')",
            "CREATE TABLE a (b); INSERT INTO a VALUES ('y'), ('x')",
        ];
        let digests: BTreeSet<String> = contents.iter().map(|sql| digest_after(sql).to_hex().to_string()).collect();
        assert_eq!(digests.len(), contents.len());
    }

    #[test]
    fn only_the_text_of_the_digest_does_not_count() {
        let metadata = |uri: &str, text: &str| {
            let table = "CREATE TABLE gpkg_metadata (md_standard_uri TEXT, metadata TEXT)";
            digest_after(&format!("{table}; INSERT INTO gpkg_metadata VALUES ('{uri}', '{text}')"))
        };
        assert_eq!(metadata(DIGEST_URI, ""), metadata(DIGEST_URI, "00ff"));
        assert_ne!(metadata(DIGEST_URI, ""), metadata("urn:other", ""));
        assert_ne!(metadata("urn:other", ""), metadata("urn:other", "00ff"));
    }

    #[test]
    fn names_of_tables_and_columns_may_hold_anything() {
        let odd = r#"CREATE TABLE "o'd""d" ("a""b" TEXT, "SELECT" TEXT); INSERT INTO "o'd""d" VALUES ('1', '"#;
        assert_ne!(digest_after(&format!("{odd}2')")), digest_after(&format!("{odd}3')")));
    }

    /// Tables and columns of which this code knows nothing are guarded as those it knows.
    #[test]
    fn a_bundle_of_a_later_minor_format_is_checked() {
        let folder = tempfile::tempdir().expect("a folder");
        let path = folder.path().join("later.gpkg");
        std::fs::write(&path, include_bytes!("../../../tests/fixtures/format-1.1.gpkg")).expect("writes");
        run(
            &path,
            "UPDATE gpkg_metadata SET metadata = json_set(metadata, '$.format', json('[1,7]')) WHERE id = 1;
             CREATE TABLE tide (hour INTEGER PRIMARY KEY, height_m DOUBLE) WITHOUT ROWID;
             INSERT INTO tide VALUES (3, 0.5), (1, 0.25);
             ALTER TABLE stop ADD COLUMN bench TEXT DEFAULT 'oak'",
        );
        assert!(matches!(verify(&path), Err(Problem::Altered)));
        let later = of(&Connection::open(&path).expect("opens"), |_| Ok(())).expect("reads");
        run(&path, &format!("UPDATE gpkg_metadata SET metadata = '{later}' WHERE md_standard_uri = '{DIGEST_URI}'"));
        verify(&path).expect("whole");
        run(&path, "UPDATE tide SET height_m = 0.75 WHERE hour = 3");
        assert!(matches!(verify(&path), Err(Problem::Altered)));
        run(&path, "UPDATE tide SET height_m = 0.5 WHERE hour = 3");
        verify(&path).expect("whole again");
        run(&path, "UPDATE stop SET bench = 'elm'");
        assert!(matches!(verify(&path), Err(Problem::Altered)));
    }

    fn run(path: &Path, sql: &str) {
        Connection::open(path).and_then(|bundle| bundle.execute_batch(sql)).expect("runs");
    }

    fn verify(path: &Path) -> Result<(), Problem> {
        Bundle::open(path).and_then(|bundle| bundle.verify()).map_err(|error| error.problem)
    }
}
