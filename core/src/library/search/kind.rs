//! What a row is about, as stored.

use rusqlite::Row;
use rusqlite::types::{ToSql, ToSqlOutput};

use super::sort::Sort;

/// What a row is about, as stored.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    Route = 0,
    Stop = 1,
    Place = 2,
    Stage = 3,
}

impl Kind {
    pub fn of(sort: Sort) -> Kind {
        match sort {
            Sort::Route => Kind::Route,
            Sort::Stop(_) => Kind::Stop,
            Sort::Place(_) => Kind::Place,
            Sort::Stage => Kind::Stage,
        }
    }

    pub fn read(row: &Row<'_>, column: usize) -> rusqlite::Result<Kind> {
        Ok(match row.get(column)? {
            0 => Kind::Route,
            1 => Kind::Stop,
            2 => Kind::Place,
            3 => Kind::Stage,
            other => return Err(rusqlite::Error::IntegralValueOutOfRange(column, other)),
        })
    }

    /// What people look for first: a route, then a stop or place, then a stage.
    pub fn rank(self) -> u8 {
        match self {
            Kind::Route => 0,
            Kind::Stop | Kind::Place => 1,
            Kind::Stage => 2,
        }
    }
}

impl ToSql for Kind {
    fn to_sql(&self) -> rusqlite::Result<ToSqlOutput<'_>> {
        Ok((*self as u8).into())
    }
}
