//! A small bundle in whose rows other values stand: sound as a file, of a format without a digest, and so what reading it
//! makes of the values is all that protects.

use std::fs;
use std::sync::LazyLock;

use arbitrary::Arbitrary;
use route_guide_core::bundle;
use route_guide_core::library::{Library, Query};
use route_guide_core::model::Language;
use route_guide_tests::{MORNING_MS, collection, quick_folder};
use rusqlite::types::Value;
use rusqlite::{Connection, params_from_iter};

use crate::bundle::{asked, packed_again, used};
use crate::given::given;
use crate::library::is_whole;
use crate::odd::{Number, Word};

/// Takes the digest away; a bundle of the first format has none.
const WITHOUT_DIGEST: &str = "
    PRAGMA foreign_keys = OFF;
    DELETE FROM gpkg_metadata WHERE md_standard_uri LIKE '%digest%';
    UPDATE gpkg_metadata SET metadata = json_set(metadata, '$.format', json('[1,0]')) WHERE id = 1;
    DELETE FROM gpkg_metadata_reference WHERE md_file_id NOT IN (SELECT id FROM gpkg_metadata)";

/// The small bundle, without its digest, and its tables with their columns.
static WHOLE: LazyLock<(Vec<u8>, Vec<Table>)> = LazyLock::new(|| {
    let folder = quick_folder();
    let path = folder.path().join("whole.gpkg");
    bundle::write(&collection(), &path).expect("packs");
    let file = Connection::open(&path).expect("opens");
    file.execute_batch(WITHOUT_DIGEST).expect("runs");
    let tables = tables(&file);
    drop(file);
    assert!(asked(&path).is_some(), "is whole without its digest");
    (fs::read(path).expect("reads"), tables)
});

struct Table {
    name: String,
    columns: Vec<String>,
}

fn tables(file: &Connection) -> Vec<Table> {
    let sql = "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%' ORDER BY name";
    let mut statement = file.prepare(sql).expect("prepares");
    let names = statement.query_map([], |row| row.get(0)).expect("reads").map(|name| name.expect("a name"));
    let table = |name: String| Table { columns: columns(file, &name), name };
    names.map(table).collect()
}

fn columns(file: &Connection, table: &str) -> Vec<String> {
    let mut statement = file.prepare("SELECT name FROM pragma_table_info(?1)").expect("prepares");
    let names = statement.query_map([table], |row| row.get(0)).expect("reads");
    names.map(|name| name.expect("a name")).collect()
}

/// What is done to one table.
#[derive(Debug, Arbitrary)]
struct Change {
    table: u8,
    row: u8,
    what: What,
}

#[derive(Debug, Arbitrary)]
enum What {
    /// Another value in the place of one.
    Put { column: u8, value: Put },
    /// Some bytes of a text or blob, from its start.
    Bytes { column: u8, at: u16, bytes: [u8; 8], count: u8 },
    /// Part of a JSON text.
    Json { path: u8, value: Put },
    /// The value of another row.
    Copy { column: u8, from: u8 },
    /// The row once more.
    Twice { times: u8 },
    /// The row goes.
    Remove,
}

#[derive(Debug, Arbitrary)]
enum Put {
    Nothing,
    Integer(i64),
    Small(i8),
    Number(Number),
    Text(Word),
    Bytes(Vec<u8>),
    Noughts(u32),
}

impl Put {
    fn value(&self) -> Value {
        match self {
            Put::Nothing => Value::Null,
            Put::Integer(integer) => Value::Integer(*integer),
            Put::Small(integer) => Value::Integer(i64::from(*integer)),
            Put::Number(Number(number)) => Value::Real(*number),
            Put::Text(Word(text)) => Value::Text(text.clone()),
            Put::Bytes(bytes) => Value::Blob(bytes.clone()),
            Put::Noughts(count) => Value::Blob(vec![0; *count as usize % (1 << 20)]),
        }
    }
}

/// A bundle whose rows hold anything.
pub fn bundle_values(bytes: &[u8]) {
    let Some((changes, _shown)) = given::<Vec<Change>>(bytes) else { return };
    let (whole, tables) = &*WHOLE;
    let folder = quick_folder();
    let path = folder.path().join("any.gpkg");
    fs::write(&path, whole).expect("writes");
    let file = Connection::open(&path).expect("opens");
    let quick = "PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; PRAGMA foreign_keys = OFF;
                 PRAGMA ignore_check_constraints = ON; BEGIN";
    file.execute_batch(quick).expect("runs");
    changes.iter().take(16).for_each(|change| change.is_done_to(&file, tables));
    file.execute_batch("COMMIT").expect("runs");
    drop(file);
    let Some(meaning) = asked(&path) else { return };
    used(&meaning);
    packed_again(&meaning, &folder.path().join("again.gpkg"));
    let mut library = Library::open(&folder.path().join("library"), MORNING_MS).expect("opens");
    if library.install(&path, None, &[], MORNING_MS).is_ok() {
        let query = Query { text: "kopa", language: Language::LT, near: None, limit: 20 };
        library.search(&query).expect("what is installed can be searched");
        library.bundle(&meaning.manifest.id).expect("what is installed can be opened");
    }
    is_whole(&library);
}

impl Change {
    /// What cannot be done is left.
    fn is_done_to(&self, file: &Connection, tables: &[Table]) {
        let Table { name, columns } = &tables[usize::from(self.table) % tables.len()];
        let column = |number: u8| &columns[usize::from(number) % columns.len()];
        let row = |number: u8| {
            format!("(SELECT rowid FROM {name} LIMIT 1 OFFSET {number} % max(1, (SELECT count(*) FROM {name})))")
        };
        let run = |sql: String, values: Vec<Value>| _ = file.execute(&sql, params_from_iter(values));
        let here = row(self.row);
        match &self.what {
            What::Put { column: put, value } => {
                let column = column(*put);
                run(format!("UPDATE {name} SET \"{column}\" = ?1 WHERE rowid = {here}"), vec![value.value()]);
            }
            What::Bytes { column: put, at, bytes, count } => {
                let column = column(*put);
                let sql =
                    format!("SELECT CAST(\"{column}\" AS BLOB), typeof(\"{column}\") FROM {name} WHERE rowid = {here}");
                let found = file.query_row(&sql, [], |row| Ok((row.get::<_, Vec<u8>>(0)?, row.get::<_, String>(1)?)));
                let Ok((mut value, kind)) = found else { return };
                let new = bytes.iter().take(usize::from(*count));
                value.iter_mut().skip(usize::from(*at)).zip(new).for_each(|(byte, new)| *byte = *new);
                let into = if kind == "text" { "TEXT" } else { "BLOB" };
                run(
                    format!("UPDATE {name} SET \"{column}\" = CAST(?1 AS {into}) WHERE rowid = {here}"),
                    vec![Value::Blob(value)],
                );
            }
            What::Json { path, value } => {
                const PATHS: [&str; 13] = [
                    "$.format",
                    "$.format[0]",
                    "$.format[1]",
                    "$.id",
                    "$.version",
                    "$.published",
                    "$.publisher",
                    "$.name",
                    "$.name.lt",
                    "$.languages",
                    "$.languages[1]",
                    "$.emergency.number",
                    "$.attributions",
                ];
                let path = PATHS[usize::from(*path) % PATHS.len()];
                run(
                    format!("UPDATE gpkg_metadata SET metadata = json_set(metadata, '{path}', ?1) WHERE id = 1"),
                    vec![value.value()],
                );
            }
            What::Copy { column: put, from } => {
                let (column, from) = (column(*put), row(*from));
                let value = format!("(SELECT \"{column}\" FROM {name} WHERE rowid = {from})");
                run(format!("UPDATE {name} SET \"{column}\" = {value} WHERE rowid = {here}"), Vec::new());
            }
            What::Twice { times } => {
                let rest = columns.iter().skip(1).map(|column| format!("\"{column}\"")).collect::<Vec<_>>().join(", ");
                for _ in 0..*times {
                    run(
                        format!("INSERT INTO {name} ({rest}) SELECT {rest} FROM {name} WHERE rowid = {here}"),
                        Vec::new(),
                    );
                }
            }
            What::Remove => run(format!("DELETE FROM {name} WHERE rowid = {here}"), Vec::new()),
        }
    }
}
