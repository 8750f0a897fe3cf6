//! One row of an answer, each value checked for type, range and length as it is read.

use rusqlite::Row;
use rusqlite::types::ValueRef;

use super::Problem;
use super::blob::{self, BlobError};
use super::limits::{MAX_LINE_VERTICES, MAX_METADATA_BYTES, MAX_TEXT_BYTES};
use super::tables::{Tables, sql_problem};
use crate::geometry::{Along, Line, Metres, Point};
use crate::model::{IdError, Unverified};

/// A row of `table`, whose first column is its number.
pub(super) struct Record<'r> {
    pub table: &'static str,
    pub row: &'r Row<'r>,
    pub tables: &'r Tables,
}

impl Record<'_> {
    /// The row's number.
    pub fn number(&self) -> Result<i64, Problem> {
        match self.row.get_ref(0) {
            Ok(ValueRef::Integer(number)) => Ok(number),
            _ => Err(Problem::Value { table: self.table, row: 0, reason: "it has no number".into() }),
        }
    }

    /// What is wrong with this row.
    pub fn wrong(&self, reason: impl Into<String>) -> Problem {
        Problem::Value { table: self.table, row: self.number().unwrap_or_default(), reason: reason.into() }
    }

    fn value(&self, column: &'static str) -> Result<ValueRef<'_>, Problem> {
        self.row.get_ref(column).map_err(|error| sql_problem(self.table, error))
    }

    fn bounded_text(&self, column: &'static str, most: usize) -> Result<Option<&str>, Problem> {
        match self.value(column)? {
            ValueRef::Null => Ok(None),
            ValueRef::Text(bytes) if bytes.len() > most => {
                let what = format!("`{column}` in row {} of table `{}`", self.number()?, self.table);
                Err(Problem::TextTooLong { what, bytes: bytes.len() })
            }
            ValueRef::Text(bytes) => {
                self.tables.spend(bytes.len() as u64)?;
                let text = std::str::from_utf8(bytes);
                text.map(Some).map_err(|_| self.wrong(format!("`{column}` is not in UTF-8")))
            }
            _ => Err(self.wrong(format!("`{column}` is no text"))),
        }
    }

    /// A text or nothing.
    pub fn maybe_text(&self, column: &'static str) -> Result<Option<&str>, Problem> {
        self.bounded_text(column, MAX_TEXT_BYTES)
    }

    /// A text or nothing, to keep.
    pub fn maybe_string(&self, column: &'static str) -> Result<Option<String>, Problem> {
        Ok(self.maybe_text(column)?.map(str::to_owned))
    }

    /// A text.
    pub fn text(&self, column: &'static str) -> Result<&str, Problem> {
        self.maybe_text(column)?.ok_or_else(|| self.missing(column))
    }

    /// A text, to keep.
    pub fn string(&self, column: &'static str) -> Result<String, Problem> {
        self.text(column).map(str::to_owned)
    }

    /// A piece of metadata.
    pub fn metadata(&self) -> Result<&str, Problem> {
        self.bounded_text("metadata", MAX_METADATA_BYTES)?.ok_or_else(|| self.missing("metadata"))
    }

    /// One word of a closed list.
    pub fn word<T>(&self, column: &'static str, from_name: impl Fn(&str) -> Option<T>) -> Result<T, Problem> {
        let name = self.text(column)?;
        from_name(name).ok_or_else(|| self.wrong(format!("`{column}` is `{name:.40}`, which no bundle says")))
    }

    /// An id.
    pub fn id<T>(&self, column: &'static str, new: impl Fn(&str) -> Result<T, IdError>) -> Result<T, Problem> {
        new(self.text(column)?).map_err(|error| self.wrong(error.to_string()))
    }

    /// A list of texts.
    pub fn list(&self, column: &'static str) -> Result<Vec<String>, Problem> {
        serde_json::from_str(self.text(column)?).map_err(|_| self.wrong(format!("`{column}` is no list of texts")))
    }

    /// The marks of what nobody has checked.
    pub fn unverified(&self) -> Result<Vec<Unverified>, Problem> {
        let mark = |name: String| {
            let unknown = || self.wrong(format!("`{name:.40}` is no mark of what is unverified"));
            Unverified::from_name(&name).ok_or_else(unknown)
        };
        self.list("unverified")?.into_iter().map(mark).collect()
    }

    fn maybe_real(&self, column: &'static str) -> Result<Option<f64>, Problem> {
        match self.value(column)? {
            ValueRef::Null => Ok(None),
            ValueRef::Real(real) if real.is_finite() => Ok(Some(real)),
            _ => Err(self.wrong(format!("`{column}` is no number"))),
        }
    }

    /// A length of nothing or more, where it is known.
    pub fn maybe_metres(&self, column: &'static str) -> Result<Option<Metres>, Problem> {
        match self.maybe_real(column)? {
            Some(metres) if metres < 0.0 => Err(self.wrong(format!("`{column}` is {metres}, less than nothing"))),
            metres => Ok(metres.map(Metres)),
        }
    }

    /// A length of nothing or more.
    pub fn metres(&self, column: &'static str) -> Result<Metres, Problem> {
        self.maybe_metres(column)?.ok_or_else(|| self.missing(column))
    }

    /// A place along the line.
    pub fn along(&self, column: &'static str) -> Result<Along, Problem> {
        Ok(Along(Metres(self.maybe_real(column)?.ok_or_else(|| self.missing(column))?)))
    }

    /// A whole number or nothing.
    pub fn maybe_count(&self, column: &'static str) -> Result<Option<u32>, Problem> {
        let none = || self.wrong(format!("`{column}` is no number of things"));
        match self.value(column)? {
            ValueRef::Null => Ok(None),
            ValueRef::Integer(count) => u32::try_from(count).map(Some).map_err(|_| none()),
            _ => Err(none()),
        }
    }

    /// A whole number.
    pub fn count(&self, column: &'static str) -> Result<u32, Problem> {
        self.maybe_count(column)?.ok_or_else(|| self.missing(column))
    }

    /// The number of a row of some table.
    pub fn reference(&self, column: &'static str) -> Result<i64, Problem> {
        match self.value(column)? {
            ValueRef::Integer(number) => Ok(number),
            _ => Err(self.wrong(format!("`{column}` is no row's number"))),
        }
    }

    /// Yes or no.
    pub fn flag(&self, column: &'static str) -> Result<bool, Problem> {
        match self.value(column)? {
            ValueRef::Integer(flag @ 0..=1) => Ok(flag == 1),
            _ => Err(self.wrong(format!("`{column}` is neither yes (1) nor no (0)"))),
        }
    }

    /// The bytes of a file or shape.
    pub fn bytes(&self, column: &'static str) -> Result<&[u8], Problem> {
        match self.value(column)? {
            ValueRef::Blob(bytes) => {
                self.tables.spend(bytes.len() as u64)?;
                Ok(bytes)
            }
            _ => Err(self.wrong(format!("`{column}` holds no bytes"))),
        }
    }

    /// The shape of this row.
    pub fn shape<T>(&self, read: impl Fn(&[u8]) -> Result<T, BlobError>) -> Result<T, Problem> {
        let (table, row) = (self.table, self.number()?);
        read(self.bytes("geometry")?).map_err(|error| match error {
            BlobError::Position(reason) => Problem::Position { table, row, reason },
            BlobError::TooManyVertices(vertices) => Problem::TooManyVertices { table, row, vertices },
            BlobError::Malformed(reason) => self.wrong(reason),
        })
    }

    /// The position of this row.
    pub fn position(&self) -> Result<Point, Problem> {
        self.shape(blob::read_point)
    }

    /// The positions of the line of this row, and their elevations where they are known.
    pub fn positions(&self) -> Result<(Vec<Point>, Option<Vec<f64>>), Problem> {
        self.shape(|bytes| blob::read_line(bytes, MAX_LINE_VERTICES))
    }

    /// The line of this row.
    pub fn line(&self) -> Result<Line, Problem> {
        let (table, row) = (self.table, self.number()?);
        let (points, elevations) = self.positions()?;
        let line = Line::new(points).and_then(|line| match elevations {
            Some(elevations) => line.with_elevations(elevations),
            None => Ok(line),
        });
        line.map_err(|reason| Problem::Line { table, row, reason })
    }

    fn missing(&self, column: &'static str) -> Problem {
        self.wrong(format!("`{column}` is missing"))
    }
}
