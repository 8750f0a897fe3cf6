//! Rows that know what they are.
//!
//! Every table of what cannot be made anew ends in `sum`: a digest of the table's name, the row's number and its
//! values. A byte that a disk changed is noticed when the row is read, and a row found in a broken file is known for
//! what it is, wherever in the file it lay. This keeps out accidents, not malice.
//!
//! A row whose seal is whole, but which says nothing that is understood here, is broken, too: it is left out of lists and
//! a trouble where it is asked for alone, the whole database is no longer whole with it, and it is not salvaged. So what
//! a row says changes only with the database's form.

use rusqlite::types::{Value, ValueRef};
use rusqlite::{CachedStatement, Connection, OptionalExtension, Params, Row, params_from_iter};

use super::recordings::{Attachment, KeptFix, Recording};
use super::standing::Placed;
use super::{Damage, Favourite, Milestone, Note, Trouble, bundles, settings};

/// A table whose rows are sealed.
#[derive(Debug)]
pub(super) struct Table {
    /// Its name.
    pub name: &'static str,
    /// Its columns but for `number`, which comes first, and `sum`, which comes last.
    pub columns: &'static [&'static str],
    /// Whether a row's values, after its number, say something that those who read it understand.
    pub understands: fn(i64, &[Value]) -> bool,
}

/// Installed bundles.
pub(super) const BUNDLE: Table = Table {
    name: "bundle",
    columns: &["id", "version", "file", "bytes", "digest", "key", "installed_ms", "manifest"],
    understands: |_, values| bundles::read(values).is_some(),
};
/// The traveller's recordings.
pub(super) const RECORDING: Table = Table {
    name: "recording",
    columns: &[
        "key",
        "state",
        "origin",
        "name",
        "mode",
        "bundle",
        "route",
        "followed",
        "started_ms",
        "ended_ms",
        "binned_ms",
        "content",
        "file",
        "bytes",
    ],
    understands: |number, values| Recording::read(number, values).is_some(),
};
/// Their fixes.
pub(super) const FIX: Table = Table {
    name: "fix",
    columns: &[
        "segment",
        "ride_ms",
        "time_ms",
        "monotonic_ms",
        "lat",
        "lon",
        "accuracy_m",
        "altitude_m",
        "speed_mps",
        "course_deg",
        "refused",
    ],
    understands: |number, values| KeptFix::read(number, values).is_some(),
};
/// What they come to; one that another version wrote is counted again.
pub(super) const TALLY: Table =
    Table { name: "tally", columns: &["tally"], understands: |_, values| matches!(values, [Value::Text(_)]) };
/// Photos and voice notes.
pub(super) const ATTACHMENT: Table = Table {
    name: "attachment",
    columns: &["recording", "kind", "name", "bytes", "digest", "time_ms", "lat", "lon"],
    understands: |_, values| Attachment::read(values).is_some(),
};
/// What was reached and when.
pub(super) const MILESTONE: Table = Table {
    name: "milestone",
    columns: &["kind", "bundle", "route", "item", "name", "time_ms", "lat", "lon", "recording"],
    understands: |_, values| Milestone::read(values).is_some(),
};
/// Where the traveller is on each route.
pub(super) const STANDING: Table = Table {
    name: "standing",
    columns: &["bundle", "route", "reversed", "along_m", "share", "time_ms", "fix", "guidance"],
    understands: |_, values| Placed::read(values).is_some(),
};
/// What the traveller likes.
pub(super) const FAVOURITE: Table = Table {
    name: "favourite",
    columns: &["bundle", "item", "name", "time_ms"],
    understands: |_, values| Favourite::read(values).is_some(),
};
/// What the traveller wrote.
pub(super) const NOTE: Table = Table {
    name: "note",
    columns: &["bundle", "item", "name", "text", "time_ms"],
    understands: |number, values| Note::read(number, values).is_some(),
};
/// What the traveller chose.
pub(super) const SETTING: Table =
    Table { name: "setting", columns: &["name", "value"], understands: |_, values| settings::understands(values) };
/// What was salvaged and lost.
pub(super) const DAMAGE: Table =
    Table { name: "damage", columns: &["report"], understands: |_, values| Damage::read(values).is_some() };

/// All of them, the recordings before what hangs on them.
pub(super) const TABLES: [&Table; 11] =
    [&BUNDLE, &RECORDING, &FIX, &TALLY, &ATTACHMENT, &MILESTONE, &STANDING, &FAVOURITE, &NOTE, &SETTING, &DAMAGE];

impl Table {
    /// Writes a row with its seal, in place of the one of that number. Another row with the same key is an error.
    pub fn put(&self, connection: &Connection, number: i64, values: &[Value]) -> rusqlite::Result<()> {
        debug_assert_eq!(values.len(), self.columns.len());
        debug_assert!((self.understands)(number, values), "{} {number}: {values:?}", self.name);
        let columns = self.columns.join(", ");
        let marks = ", ?".repeat(values.len() + 1);
        let set: Vec<String> = self.columns.iter().map(|column| format!("{column} = excluded.{column}")).collect();
        let sql = format!(
            "INSERT INTO {} (number, {columns}, sum) VALUES (?{marks})
             ON CONFLICT (number) DO UPDATE SET {}, sum = excluded.sum",
            self.name,
            set.join(", ")
        );
        let ends = [Value::Integer(number), Value::Integer(self.seal(number, values))];
        let [number, sum] = &ends;
        let all = std::iter::once(number).chain(values).chain(std::iter::once(sum));
        connection.prepare_cached(&sql)?.execute(params_from_iter(all)).map(drop)
    }

    /// Writes a row unless there is one of that number or key. Says whether it did.
    pub fn put_if_absent(&self, connection: &Connection, number: i64, values: &[Value]) -> rusqlite::Result<bool> {
        let columns = self.columns.join(", ");
        let marks = ", ?".repeat(values.len() + 1);
        let sql = format!("INSERT OR IGNORE INTO {} (number, {columns}, sum) VALUES (?{marks})", self.name);
        let ends = [Value::Integer(number), Value::Integer(self.seal(number, values))];
        let [number, sum] = &ends;
        let all = std::iter::once(number).chain(values).chain(std::iter::once(sum));
        Ok(connection.prepare_cached(&sql)?.execute(params_from_iter(all))? > 0)
    }

    /// Writes a new row and gives its number.
    pub fn add(&self, connection: &Connection, values: &[Value]) -> rusqlite::Result<i64> {
        let number = self.next_number(connection)?;
        self.put(connection, number, values)?;
        Ok(number)
    }

    /// A number that no row has.
    pub fn next_number(&self, connection: &Connection) -> rusqlite::Result<i64> {
        let sql = format!("SELECT ifnull(max(number), 0) + 1 FROM {}", self.name);
        connection.prepare_cached(&sql)?.query_row([], |row| row.get(0))
    }

    /// Writes a row in place of the one that `condition` names, or a new one.
    pub fn upsert(
        &self,
        connection: &Connection,
        condition: &str,
        params: impl Params,
        values: &[Value],
    ) -> rusqlite::Result<()> {
        let there = self.find(connection, condition, params)?;
        let number = there.map_or_else(|| self.next_number(connection), Ok)?;
        self.put(connection, number, values)
    }

    /// The number of the row that `condition` names.
    pub fn find(&self, connection: &Connection, condition: &str, params: impl Params) -> rusqlite::Result<Option<i64>> {
        let sql = format!("SELECT number FROM {} WHERE {condition} LIMIT 1", self.name);
        connection.prepare_cached(&sql)?.query_row(params, |row| row.get(0)).optional()
    }

    /// How many rows `condition` names.
    pub fn count(&self, connection: &Connection, condition: &str, params: impl Params) -> rusqlite::Result<usize> {
        let sql = format!("SELECT count(*) FROM {} WHERE {condition}", self.name);
        let count: i64 = connection.prepare_cached(&sql)?.query_row(params, |row| row.get(0))?;
        Ok(usize::try_from(count).unwrap_or(0))
    }

    /// Takes away the rows that `condition` names and says how many.
    pub fn remove(&self, connection: &Connection, condition: &str, params: impl Params) -> rusqlite::Result<usize> {
        connection.prepare_cached(&format!("DELETE FROM {} WHERE {condition}", self.name))?.execute(params)
    }

    /// Reads the rows that `rest` (`WHERE`, `ORDER BY`) names, each with its number; says how many are broken and were
    /// left out.
    pub fn each<E: From<rusqlite::Error>>(
        &self,
        connection: &Connection,
        rest: &str,
        params: impl Params,
        mut take: impl FnMut(i64, &[Value]) -> Result<(), E>,
    ) -> Result<usize, E> {
        let mut statement = self.statement(connection, rest)?;
        let mut rows = statement.query(params)?;
        let mut values = Vec::with_capacity(self.columns.len());
        let mut broken = 0;
        while let Some(row) = rows.next()? {
            match self.unsealed(row, &mut values)? {
                Some(number) => take(number, &values)?,
                None => broken += 1,
            }
        }
        Ok(broken)
    }

    /// Reads the one row that `condition` names.
    ///
    /// What hangs on a single row must not go on as if it were not there: a broken one is a trouble.
    pub fn one<T>(
        &self,
        connection: &Connection,
        condition: &str,
        params: impl Params,
        read: impl Fn(i64, &[Value]) -> Option<T>,
    ) -> Result<Option<T>, Trouble> {
        let mut found = None;
        let broken =
            self.each::<Trouble>(connection, &format!("WHERE {condition} LIMIT 1"), params, |number, values| {
                found = Some(read(number, values).ok_or(Trouble::Broken)?);
                Ok(())
            })?;
        if broken > 0 { Err(Trouble::Broken) } else { Ok(found) }
    }

    /// Asks for the rows that `rest` names, to be [read](Table::read) one by one.
    pub fn statement<'c>(&self, connection: &'c Connection, rest: &str) -> rusqlite::Result<CachedStatement<'c>> {
        connection.prepare_cached(&format!("SELECT number, {}, sum FROM {} {rest}", self.columns.join(", "), self.name))
    }

    /// The number and the values of a row; `None` where it is broken.
    pub fn read(&self, row: &Row<'_>) -> rusqlite::Result<Option<(i64, Vec<Value>)>> {
        let mut values = Vec::with_capacity(self.columns.len());
        Ok(self.unsealed(row, &mut values)?.map(|number| (number, values)))
    }

    fn unsealed(&self, row: &Row<'_>, values: &mut Vec<Value>) -> rusqlite::Result<Option<i64>> {
        values.clear();
        for column in 1..=self.columns.len() {
            values.push(owned(row.get_ref(column)?));
        }
        let (Ok(number), Ok(sum)) = (row.get(0), row.get::<_, i64>(self.columns.len() + 1)) else { return Ok(None) };
        Ok((sum == self.seal(number, values) && (self.understands)(number, values)).then_some(number))
    }

    /// Whether a row found in a broken file is one of this table's; its values then are all but the last.
    pub fn owns<'v>(&self, number: i64, found: &'v [Value]) -> Option<&'v [Value]> {
        // The first value stands for the number, which such rows keep elsewhere.
        let [_, values @ .., Value::Integer(sum)] = found else { return None };
        let is_ours = values.len() == self.columns.len() && *sum == self.seal(number, values);
        (is_ours && (self.understands)(number, values)).then_some(values)
    }

    fn seal(&self, number: i64, values: &[Value]) -> i64 {
        // One piece for the digest: most rows are shorter than what it takes at once.
        let mut row = Vec::with_capacity(256);
        row.extend(self.name.as_bytes());
        row.extend(number.to_le_bytes());
        for value in values {
            match value {
                Value::Null => row.push(0),
                Value::Integer(whole) => tagged(&mut row, 1, &whole.to_le_bytes()),
                // A file holds a real without decimals as an integer; read back either way it is the same number.
                Value::Real(real) if *real as i64 as f64 == *real => {
                    tagged(&mut row, 1, &(*real as i64).to_le_bytes());
                }
                Value::Real(real) => tagged(&mut row, 2, &real.to_bits().to_le_bytes()),
                Value::Text(text) => {
                    tagged(&mut row, 3, &(text.len() as u64).to_le_bytes());
                    row.extend(text.as_bytes());
                }
                Value::Blob(bytes) => {
                    tagged(&mut row, 4, &(bytes.len() as u64).to_le_bytes());
                    row.extend(bytes);
                }
            }
        }
        let [a, b, c, d, e, f, g, h, ..] = *blake3::hash(&row).as_bytes();
        i64::from_le_bytes([a, b, c, d, e, f, g, h])
    }
}

/// Appends a value with what tells it from others.
fn tagged(row: &mut Vec<u8>, kind: u8, bytes: &[u8]) {
    row.push(kind);
    row.extend(bytes);
}

/// A value as it is in the database; text that is not in UTF-8 becomes bytes, which no seal fits.
fn owned(value: ValueRef<'_>) -> Value {
    match value {
        ValueRef::Null => Value::Null,
        ValueRef::Integer(whole) => Value::Integer(whole),
        ValueRef::Real(real) => Value::Real(real),
        ValueRef::Text(bytes) => match std::str::from_utf8(bytes) {
            Ok(text) => Value::Text(text.to_owned()),
            Err(_) => Value::Blob(bytes.to_vec()),
        },
        ValueRef::Blob(bytes) => Value::Blob(bytes.to_vec()),
    }
}

/// What a sealed value is, for those who know what they put there.
pub(super) trait Read {
    /// The whole number.
    fn integer(&self) -> Option<i64>;
    /// The number.
    fn real(&self) -> Option<f64>;
    /// The text.
    fn text(&self) -> Option<&str>;
}

impl Read for Value {
    fn integer(&self) -> Option<i64> {
        if let Value::Integer(whole) = self { Some(*whole) } else { None }
    }

    fn real(&self) -> Option<f64> {
        match self {
            Value::Integer(whole) => Some(*whole as f64),
            Value::Real(real) => Some(*real),
            _ => None,
        }
    }

    fn text(&self) -> Option<&str> {
        if let Value::Text(text) = self { Some(text) } else { None }
    }
}

/// A text or nothing, as a value.
pub(super) fn text(text: Option<impl Into<String>>) -> Value {
    text.map_or(Value::Null, |text| Value::Text(text.into()))
}

/// A whole number or nothing, as a value.
pub(super) fn integer(whole: Option<i64>) -> Value {
    whole.map_or(Value::Null, Value::Integer)
}

/// A number or nothing, as a value. SQLite has no NaN.
pub(super) fn real(real: Option<f64>) -> Value {
    real.filter(|real| !real.is_nan()).map_or(Value::Null, Value::Real)
}

#[cfg(test)]
mod tests;
