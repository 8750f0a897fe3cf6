//! The forms the database has had, and the way from each to the next.
//!
//! A form is a number, kept as `user_version`. A new form is a new file, never a change of an old one; a database of
//! every form lies in `tests/fixtures/` and is opened by a test.

use rusqlite::{Connection, TransactionBehavior};

/// The first form.
pub(super) const FIRST: &str = include_str!("migrations/1.sql");
/// The second form, which can be searched.
pub(super) const SEARCH: &str = include_str!("migrations/2.sql");
/// What makes each form out of the one before.
const STEPS: [&str; 2] = [FIRST, SEARCH];

/// The newest form this code knows.
pub(super) const FORM: u32 = STEPS.len() as u32;

/// The form of a database; 0 for an empty one.
pub(super) fn form(connection: &Connection) -> rusqlite::Result<u32> {
    connection.query_row("PRAGMA user_version", [], |row| row.get(0))
}

/// Whether the tables of a database of an older or the newest form are to the letter what its migrations made.
pub(super) fn is_as_made(connection: &Connection) -> rusqlite::Result<bool> {
    let schema = |connection: &Connection| {
        let mut statement = connection.prepare("SELECT type, name, tbl_name, sql FROM sqlite_schema ORDER BY name")?;
        let rows = statement.query_map([], |row| {
            (0..4).map(|column| row.get(column)).collect::<rusqlite::Result<Vec<Option<String>>>>()
        })?;
        rows.collect::<rusqlite::Result<Vec<_>>>()
    };
    let made = Connection::open_in_memory()?;
    let form = usize::try_from(form(connection)?).unwrap_or(usize::MAX);
    for step in STEPS.iter().take(form) {
        made.execute_batch(step)?;
    }
    // Only an empty file has none, and ours are never empty.
    Ok(form > 0 && schema(connection)? == schema(&made)?)
}

/// Brings a database to the newest form, all at once or not at all. Says from which form it came.
pub(super) fn migrate(connection: &mut Connection) -> rusqlite::Result<u32> {
    let transaction = connection.transaction_with_behavior(TransactionBehavior::Immediate)?;
    // Asked again within the transaction: another process may have been quicker.
    let from = form(&transaction)?;
    for (number, step) in (1_u32..).zip(STEPS) {
        if number > from {
            transaction.execute_batch(step)?;
        }
    }
    if from < FORM {
        transaction.pragma_update(None, "user_version", FORM)?;
    }
    transaction.commit()?;
    Ok(from)
}
