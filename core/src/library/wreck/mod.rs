//! Rows out of a damaged database, read from the file format itself.
//!
//! It takes the bytes of an SQLite database and of its write-ahead log and gives every row of every table that can
//! still be read. It knows the format and nothing of our tables: which table a row is of and whether it is true is for
//! the caller to see, from the seal in its last column. It writes nothing and needs no SQLite. Section numbers below
//! are those of the document "Database File Format".
//!
//! What is guaranteed, for any bytes at all:
//!
//! - No panic and no endless loop. One row is held at a time, of at most 16 MiB and 2,000 columns; all else held is a
//!   few words a page. Overflow pages are read at most a few times over.
//! - Each row in a cell that lies whole in the file, or in the log up to its last commit, is given, unless a newer
//!   version of its page is sound. So one bad page, sector or frame costs no row beyond those in it.
//! - Newer versions of a row come before older ones: frames of the log from the last to the first, then the file, then
//!   what lies about in pages whose lists of cells are broken. The first true row of a key is the newest there is.
//! - Of a healthy database exactly the rows are given that SQLite would give, of every table that has rowids. An older
//!   version of a page counts only if the newer one is damaged: its frame does not verify, or it is a leaf that does
//!   not add up. Then rows deleted since may come back, and some rows may come more than once.
//!   This holds where rows are deleted with `secure_delete`, as ours are: otherwise they lie on in free pages.
//! - False rows come only out of damage, and only such whose lengths fit.
//!
//! What SQLite does to rows shows here: the column that is the rowid reads as null, whole numbers in a `REAL` column
//! read as integers, and rows older than a column of their table end before it. Tables `WITHOUT ROWID` are not read.

mod cell;
mod leaf;
mod log;
mod page_size;
mod pages;
mod search;
mod sum;

#[cfg(test)]
mod tests;

use rusqlite::types::Value;

/// A row of some table.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Row {
    pub rowid: i64,
    pub values: Vec<Value>,
}

/// Gives every row that can still be read, newer versions of a row first.
pub(super) fn rows(database: &[u8], wal: &[u8], each: &mut dyn FnMut(Row)) {
    search::Search::new(pages::Pages::new(database, wal), each).run();
}

/// Gives every row in those versions of pages that [`rows`] leaves out, because a newer version is sound. A row that
/// moved to another page when its own was full is still there when that other page is lost; but so are deleted ones, and
/// which is which is for the caller to know.
pub(super) fn older_rows(database: &[u8], wal: &[u8], each: &mut dyn FnMut(Row)) {
    search::Search::run_through_older(pages::Pages::new(database, wal), each);
}

/// Would SQLite read all of the log that was committed?
///
/// It ignores, without a word, all behind a broken frame, and the whole log if its header is broken. The log is not
/// whole if there is something true behind: a commit that verifies, or with a broken header any frame that does. A
/// last transaction written in part, frames of an earlier round and an empty log are as they should be.
pub(super) fn wal_is_whole(wal: &[u8]) -> bool {
    log::is_whole(wal)
}
