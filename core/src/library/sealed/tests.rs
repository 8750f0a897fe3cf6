//! Rows with whole and broken seals, and rows that say nothing.

use crate::library::{Library, LibraryError, Origin, Start, State, migrations};
use crate::model::Fix;

use super::*;

fn notes() -> Connection {
    let connection = Connection::open_in_memory().expect("opens");
    connection.execute_batch(migrations::FIRST).expect("is SQL");
    connection
}

fn read(connection: &Connection) -> (Vec<String>, usize) {
    let mut texts = Vec::new();
    let broken = NOTE.each(connection, "ORDER BY number", [], |_, values| {
        texts.push(values[3].text().expect("a text").to_owned());
        Ok::<_, rusqlite::Error>(())
    });
    (texts, broken.expect("reads"))
}

fn note(text: &str) -> Vec<Value> {
    ["spit", "stop/dune", "{}", text].map(|text| Value::Text(text.into())).into_iter().chain([7.into()]).collect()
}

#[test]
fn a_changed_row_is_noticed_and_left_out() {
    let connection = notes();
    NOTE.add(&connection, &note("windy")).expect("adds");
    let number = NOTE.add(&connection, &note("calm")).expect("adds");
    NOTE.put(&connection, number, &note("calmer")).expect("changes");
    assert_eq!(read(&connection), (vec!["windy".into(), "calmer".into()], 0));
    connection.execute("UPDATE note SET text = 'Windy' WHERE number = 1", []).expect("changes");
    assert_eq!(read(&connection), (vec!["calmer".into()], 1));
}

#[test]
fn a_row_moved_to_another_number_or_table_is_not_what_it_was() {
    let sealed = |number| {
        let values = note("x");
        [vec![Value::Null], values.clone(), vec![Value::Integer(NOTE.seal(number, &values))]].concat()
    };
    assert!(NOTE.owns(3, &sealed(3)).is_some());
    assert!(NOTE.owns(4, &sealed(3)).is_none());
    assert!(TABLES.iter().filter(|table| table.owns(3, &sealed(3)).is_some()).count() == 1);
}

#[test]
fn a_real_without_decimals_keeps_its_seal() {
    assert_eq!(FIX.seal(1, &[Value::Real(5.0)]), FIX.seal(1, &[Value::Integer(5)]));
    assert_eq!(FIX.seal(1, &[Value::Real(-0.0)]), FIX.seal(1, &[Value::Integer(0)]));
    assert_ne!(FIX.seal(1, &[Value::Real(5.5)]), FIX.seal(1, &[Value::Integer(5)]));
}

#[test]
fn every_table_is_as_its_migration_made_it() {
    let connection = notes();
    for table in TABLES {
        let sql = format!("SELECT group_concat(name, ' ') FROM pragma_table_info('{}')", table.name);
        let found: String = connection.query_row(&sql, [], |row| row.get(0)).expect("reads");
        assert_eq!(found, format!("number {} sum", table.columns.join(" ")));
    }
}

/// Writes a row with its seal, whatever it says.
fn put_anything(table: &Table, connection: &Connection, number: i64, values: &[Value]) {
    let marks = ", ?".repeat(values.len() + 1);
    let sql =
        format!("INSERT OR REPLACE INTO {} (number, {}, sum) VALUES (?{marks})", table.name, table.columns.join(", "));
    let ends = [Value::Integer(number), Value::Integer(table.seal(number, values))];
    let all = ends[..1].iter().chain(values).chain(&ends[1..]);
    connection.execute(&sql, params_from_iter(all)).expect("writes");
}

#[test]
fn a_row_that_says_nothing_is_as_broken_in_a_list_as_alone_and_the_library_mends_it() {
    for table in TABLES {
        let folder = tempfile::TempDir::new().expect("a folder");
        let library = Library::open(folder.path(), 7).expect("opens");
        let values = vec![Value::Blob(vec![0xff]); table.columns.len()];
        put_anything(table, &library.connection, 9, &values);
        let mut taken = 0;
        let listed = table.each::<Trouble>(&library.connection, "", [], |_, _| {
            taken += 1;
            Ok(())
        });
        assert_eq!((listed.expect("reads"), taken), (1, 0), "{}", table.name);
        let alone = table.one(&library.connection, "number = 9", [], |_, _| Some(()));
        assert!(matches!(alone, Err(Trouble::Broken)), "{}", table.name);
        assert!(!library.check().expect("looks"), "{}", table.name);
        drop(library);
        let library = Library::open(folder.path(), 8).expect("opens");
        let told: Vec<i64> = library.damages().expect("reads").iter().map(|damage| damage.time_ms).collect();
        assert_eq!(told, [8], "{}", table.name);
        assert_eq!(table.count(&library.connection, "number = 9", []).expect("counts"), 0, "{}", table.name);
        assert!(library.check().expect("looks"), "{}", table.name);
    }
}

#[test]
fn a_ride_in_a_state_that_nobody_knows_comes_back_with_its_fixes() {
    let folder = tempfile::TempDir::new().expect("a folder");
    let mut library = Library::open(folder.path(), 7).expect("opens");
    let id = library.start_recording(&Start { time_ms: 7, ..Start::default() }).expect("starts");
    library.record(id, &Fix::of_position(8, 55.5, 21.1, 5.0)).expect("records");
    library.stop_recording(id, 9).expect("stops");
    let mut values = library.recording(id).expect("reads").values();
    values[1] = Value::Text("afloat".into());
    put_anything(&RECORDING, &library.connection, id.row(), &values);
    assert!(!library.folder.suspicion().exists());
    assert_eq!(library.recordings().expect("reads"), []);
    assert!(library.folder.suspicion().exists(), "left out, and nothing is looked at");
    assert!(matches!(library.recording(id), Err(LibraryError::Damaged { .. })));
    drop(library);
    let library = Library::open(folder.path(), 10).expect("opens");
    let damages = library.damages().expect("reads");
    assert_eq!((damages[0].recordings, damages[0].fixes, damages[0].fixes_lost), (1, 1, 0));
    let ride = library.recording(id).expect("is there");
    assert_eq!((ride.state, ride.origin), (State::Closed, Origin::Salvaged));
    assert_eq!(library.tally(id).expect("counts").fixes, 1);
}
