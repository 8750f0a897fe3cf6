//! Which tables and columns a bundle has.

use std::collections::BTreeMap;
use std::sync::OnceLock;

use rusqlite::Connection;

use super::Problem;
use crate::model::BaseLayerKind;

/// The tables of the format this code writes, and the rows that are the same in every bundle.
pub(super) const SCHEMA: &str = include_str!("schema.sql");

/// The table of a layer of the base map.
pub(super) fn base_table(kind: BaseLayerKind) -> &'static str {
    match kind {
        BaseLayerKind::Water => "base_water",
        BaseLayerKind::Land => "base_land",
        BaseLayerKind::InlandWater => "base_inland_water",
        BaseLayerKind::Waterway => "base_waterway",
        BaseLayerKind::Border => "base_border",
    }
}

/// Whether a layer's table holds areas; else it holds lines.
pub(super) fn holds_areas(kind: BaseLayerKind) -> bool {
    match kind {
        BaseLayerKind::Water | BaseLayerKind::Land | BaseLayerKind::InlandWater => true,
        BaseLayerKind::Waterway | BaseLayerKind::Border => false,
    }
}

/// Tables with their columns, each as it was declared.
#[derive(Debug)]
pub(super) struct Layout(BTreeMap<String, BTreeMap<String, String>>);

/// What the tables of a database look like.
///
/// # Errors
/// When there is something that no bundle of any version has and that runs code when read: views, triggers, virtual
/// tables, generated columns, indexes on expressions.
pub(super) fn layout(connection: &Connection) -> Result<Layout, Problem> {
    let mut tables = BTreeMap::new();
    for (kind, name, sql) in objects(connection).map_err(damaged)? {
        match kind.as_str() {
            "table" if is_virtual(&sql) => return Err(Problem::Foreign { kind: "virtual table", name }),
            "table" => {
                let columns = columns(connection, &name)?;
                tables.insert(name, columns);
            }
            // An index that SQLite made itself for a UNIQUE has no text.
            "index" if sql.is_empty() => {}
            "index" => return Err(Problem::Foreign { kind: "index", name }),
            "view" => return Err(Problem::Foreign { kind: "view", name }),
            _ => return Err(Problem::Foreign { kind: "trigger", name }),
        }
    }
    Ok(Layout(tables))
}

/// What the tables of a bundle look like; found out once, as it takes longer than all else in opening a bundle.
pub(super) fn known() -> Result<&'static Layout, Problem> {
    static KNOWN: OnceLock<Layout> = OnceLock::new();
    if let Some(known) = KNOWN.get() {
        return Ok(known);
    }
    let known = of_schema()?;
    Ok(KNOWN.get_or_init(|| known))
}

fn of_schema() -> Result<Layout, Problem> {
    let connection = Connection::open_in_memory().map_err(damaged)?;
    connection.execute_batch(SCHEMA).map_err(damaged)?;
    layout(&connection)
}

impl Layout {
    /// Whether there is such a table with such a column.
    pub fn has(&self, table: &str, column: &str) -> bool {
        self.0.get(table).is_some_and(|columns| columns.contains_key(column))
    }

    /// Every table with its columns, all in the order of their names.
    pub fn tables(&self) -> impl Iterator<Item = (&str, Vec<&str>)> {
        self.0.iter().map(|(table, columns)| (table.as_str(), columns.keys().map(String::as_str).collect()))
    }

    /// Whether all that is known is here as known, and, unless it may have `more`, nothing else.
    pub fn check(&self, known: &Layout, more: bool) -> Result<(), Problem> {
        for (table, expected) in &known.0 {
            let found = self.0.get(table).ok_or_else(|| Problem::MissingTable(table.clone()))?;
            check_columns(table, found, expected, more)?;
        }
        match self.0.keys().find(|table| !known.0.contains_key(*table)) {
            Some(table) if !more => Err(Problem::Foreign { kind: "table", name: table.clone() }),
            _ => Ok(()),
        }
    }
}

type Columns = BTreeMap<String, String>;

fn check_columns(table: &str, found: &Columns, expected: &Columns, more: bool) -> Result<(), Problem> {
    let table = || table.to_owned();
    for (column, expected) in expected {
        let column = || column.clone();
        match found.get(&column()) {
            None => return Err(Problem::MissingColumn { table: table(), column: column() }),
            Some(found) if found != expected => {
                let (found, expected) = (found.clone(), expected.clone());
                return Err(Problem::ColumnType { table: table(), column: column(), found, expected });
            }
            Some(_) => {}
        }
    }
    match found.keys().find(|column| !expected.contains_key(*column)) {
        Some(column) if !more => Err(Problem::Foreign { kind: "column", name: format!("{}.{column}", table()) }),
        _ => Ok(()),
    }
}

fn objects(connection: &Connection) -> rusqlite::Result<Vec<(String, String, String)>> {
    let mut statement = connection.prepare("SELECT type, name, ifnull(sql, '') FROM sqlite_schema")?;
    statement.query_map([], |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?)))?.collect()
}

fn is_virtual(sql: &str) -> bool {
    sql.split_whitespace().nth(1).is_some_and(|word| word.eq_ignore_ascii_case("VIRTUAL"))
}

fn columns(connection: &Connection, table: &str) -> Result<Columns, Problem> {
    let sql = "SELECT name, type || iif(pk, ' PRIMARY KEY', '') || iif(\"notnull\", ' NOT NULL', ''), hidden
               FROM pragma_table_xinfo(?1)";
    let read = || -> rusqlite::Result<Vec<(String, String, bool)>> {
        let mut statement = connection.prepare_cached(sql)?;
        statement.query_map([table], |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?)))?.collect()
    };
    let mut columns = Columns::new();
    for (name, declared, hidden) in read().map_err(damaged)? {
        if hidden {
            return Err(Problem::Foreign { kind: "generated column", name: format!("{table}.{name}") });
        }
        columns.insert(name, declared);
    }
    Ok(columns)
}

fn damaged(source: rusqlite::Error) -> Problem {
    Problem::Damaged { part: "its list of tables", source: source.into() }
}
