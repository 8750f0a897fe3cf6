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
