//! Whether the pages of a file make trees, looked at before SQLite follows them.
//!
//! SQLite goes wherever a page points. Where two places point to the same page, or pages lead round in circles, a file
//! of a few kilobytes is as long as its maker likes, and a single step of SQLite's machine can take for ever: counting
//! steps does not help. So every tree is walked here once, from its root to its last overflow page, and no page may be
//! met twice, nor may the cells of a page lie over one another. Whatever reads the file afterwards meets each byte once
//! a reading. This takes one look at each page, however the file is made: as long as its size, and no longer.
//!
//! The rest of the format is for SQLite to judge. What is refused here is refused by it too, or never written by it.

use std::io::{self, Read, Seek, SeekFrom};

use rusqlite::types::Value;

use super::Problem;
use super::header::Pages;
use super::limits::{MAX_INDEX_KEY_BYTES, MAX_OBJECTS, MAX_SCHEMA_BYTES};
use crate::sqlite::{
    DATABASE_HEADER, INDEX_INNER, INDEX_LEAF, TABLE_INNER, TABLE_LEAF, local_length, record, u16_at, u32_at, varint_at,
};

/// The page where the list of tables and indexes begins.
const FIRST: u32 = 1;
/// SQLite writes lengths in as many bytes at most; it reads longer forms otherwise than it documents them.
const LENGTH_BYTES: usize = 5;
/// An overflow page begins with the number of the next.
const NEXT: usize = 4;

/// Says no to a file whose pages are met twice or cannot be followed.
pub(super) fn check(file: impl Read + Seek, pages: Pages) -> Result<(), Problem> {
    let met = vec![false; usize::try_from(pages.count).unwrap_or(0)];
    let mut walk = Walk { file, pages, met, waiting: Vec::new() };
    let mut list = List::default();
    walk.tree(FIRST, Some(&mut list))?;
    list.roots.into_iter().try_for_each(|root| walk.tree(root, None))
}

/// Tables and indexes, by the pages where they begin.
#[derive(Default)]
struct List {
    roots: Vec<u32>,
    objects: usize,
    bytes: usize,
}

struct Walk<F> {
    file: F,
    pages: Pages,
    /// Which pages were met, from the first.
    met: Vec<bool>,
    /// Pages of the tree that were met and not looked at yet.
    waiting: Vec<u32>,
}

impl<F: Read + Seek> Walk<F> {
    /// Walks a tree; of that of the list it takes down what is listed.
    fn tree(&mut self, root: u32, mut list: Option<&mut List>) -> Result<(), Problem> {
        self.meet(root)?;
        self.waiting.push(root);
        let mut page = vec![0; self.pages.size];
        while let Some(number) = self.waiting.pop() {
            self.look(number, &mut page)?;
            self.page(number, &page, list.as_deref_mut())?;
        }
        Ok(())
    }

    fn page(&mut self, number: u32, page: &[u8], mut list: Option<&mut List>) -> Result<(), Problem> {
        let Pages { usable, .. } = self.pages;
        let page = page.get(..usable).unwrap_or(page);
        let start = if number == FIRST { DATABASE_HEADER } else { 0 };
        let kind = Kind::of(page.get(start).copied(), usable).ok_or_else(|| broken(number))?;
        let count = usize::from(u16_at(page, start + 3).ok_or_else(|| broken(number))?);
        let mut behind = start + 8;
        if kind.inner {
            self.wait_for(u32_at(page, behind).ok_or_else(|| broken(number))?)?;
            behind += 4;
        }
        let cells = behind + 2 * count;
        let mut used = cells;
        for pointer in (behind..cells).step_by(2) {
            let at = u16_at(page, pointer).map(usize::from).filter(|at| *at >= cells);
            let cell = at.and_then(|at| Cell::at(page, at, kind)).ok_or_else(|| broken(number))?;
            used += cell.bytes;
            if used > usable {
                return Err(Problem::Endless);
            }
            if let Some(child) = cell.child {
                self.wait_for(child)?;
            }
            if kind.index && cell.length > MAX_INDEX_KEY_BYTES {
                return Err(broken(number));
            }
            match list.as_deref_mut().filter(|_| !kind.inner) {
                Some(list) => self.object(number, &cell, list)?,
                None => self.overflow(&cell, None)?,
            }
        }
        Ok(())
    }

    /// Takes down a row of the list.
    fn object(&mut self, number: u32, cell: &Cell<'_>, list: &mut List) -> Result<(), Problem> {
        list.objects += 1;
        list.bytes += cell.length;
        if list.objects > MAX_OBJECTS || list.bytes > MAX_SCHEMA_BYTES {
            return Err(Problem::TooManyTables);
        }
        let mut row = cell.local.to_vec();
        self.overflow(cell, Some(&mut row))?;
        match record::read(&row).as_deref() {
            // What has no page of its own, such as a view, says nought.
            Some([_, _, _, Value::Integer(0), _]) => {}
            Some([_, _, _, Value::Integer(root), _]) => list.roots.push(u32::try_from(*root).unwrap_or(0)),
            _ => return Err(broken(number)),
        }
        Ok(())
    }

    /// Follows a row onto its overflow pages; `row` takes what stands there, else nobody looks at it.
    fn overflow(&mut self, cell: &Cell<'_>, mut row: Option<&mut Vec<u8>>) -> Result<(), Problem> {
        let Some(mut next) = cell.overflow else { return Ok(()) };
        let mut page = vec![0; if row.is_some() { self.pages.usable } else { NEXT }];
        let mut left = cell.length - cell.local.len();
        while left > 0 {
            self.meet(next)?;
            self.look(next, &mut page)?;
            let here = left.min(self.pages.usable - NEXT);
            if let Some(row) = &mut row {
                row.extend(page.get(NEXT..NEXT + here).unwrap_or_default());
            }
            left -= here;
            next = u32_at(&page, 0).unwrap_or(0);
        }
        Ok(())
    }

    fn wait_for(&mut self, page: u32) -> Result<(), Problem> {
        self.meet(page)?;
        self.waiting.push(page);
        Ok(())
    }

    /// Every page is met once.
    fn meet(&mut self, page: u32) -> Result<(), Problem> {
        let place = usize::try_from(page).ok().and_then(|page| page.checked_sub(1));
        let met = place.and_then(|place| self.met.get_mut(place)).ok_or_else(|| broken(page))?;
        if std::mem::replace(met, true) { Err(Problem::Endless) } else { Ok(()) }
    }

    fn look(&mut self, page: u32, into: &mut [u8]) -> Result<(), Problem> {
        let at = u64::from(page.saturating_sub(1)) * self.pages.size as u64;
        self.file.seek(SeekFrom::Start(at)).and_then(|_| self.file.read_exact(into)).map_err(|error| {
            match error.kind() {
                // The file shrinks while it is read.
                io::ErrorKind::UnexpectedEof => Problem::Changed,
                _ => Problem::Unreadable(error),
            }
        })
    }
}

/// What kind of page it is.
#[derive(Clone, Copy)]
struct Kind {
    index: bool,
    inner: bool,
    /// How much of a row or key may stay in it.
    most: usize,
}

impl Kind {
    fn of(flag: Option<u8>, usable: usize) -> Option<Kind> {
        let (index, inner) = match flag? {
            TABLE_LEAF => (false, false),
            TABLE_INNER => (false, true),
            INDEX_LEAF => (true, false),
            INDEX_INNER => (true, true),
            _ => return None,
        };
        let most =
            if index { (usable.checked_sub(12)? * 64 / 255).checked_sub(23)? } else { usable.checked_sub(35)? };
        Some(Kind { index, inner, most })
    }
}

/// A cell of a page (section 1.6).
struct Cell<'p> {
    /// The page with what comes before it.
    child: Option<u32>,
    /// How many bytes its row or key has.
    length: usize,
    /// Those of them in this page.
    local: &'p [u8],
    /// The page where they go on.
    overflow: Option<u32>,
    /// How much of the page it takes.
    bytes: usize,
}

impl<'p> Cell<'p> {
    fn at(page: &'p [u8], start: usize, kind: Kind) -> Option<Cell<'p>> {
        let child = if kind.inner { Some(u32_at(page, start)?) } else { None };
        let behind = if kind.inner { start + 4 } else { start };
        if kind.inner && !kind.index {
            let (_, end) = varint_at(page, behind)?;
            return Some(Cell { child, length: 0, local: &[], overflow: None, bytes: end - start });
        }
        let (length, mut at) = varint_at(page, behind)?;
        let length = u32::try_from(length).ok().filter(|_| at - behind <= LENGTH_BYTES)?;
        let length = usize::try_from(length).ok()?;
        if !kind.index {
            (_, at) = varint_at(page, at)?;
        }
        let here = local_length(length, kind.most, page.len())?;
        let local = page.get(at..at.checked_add(here)?)?;
        let end = at + here;
        let (overflow, end) = if here < length { (Some(u32_at(page, end)?), end + 4) } else { (None, end) };
        Some(Cell { child, length, local, overflow, bytes: end - start })
    }
}

fn broken(page: u32) -> Problem {
    Problem::Damaged { part: "its pages", source: format!("page {page} cannot be followed").into() }
}

#[cfg(test)]
mod tests {
    use std::io::Cursor;
    use std::sync::LazyLock;

    use proptest::prelude::*;
    use rusqlite::Connection;

    use super::super::header;
    use super::*;

    /// Counts how often it is read.
    struct Counted<'f> {
        file: Cursor<&'f [u8]>,
        looks: usize,
    }

    impl Read for Counted<'_> {
        fn read(&mut self, into: &mut [u8]) -> io::Result<usize> {
            self.looks += 1;
            self.file.read(into)
        }
    }

    impl Seek for Counted<'_> {
        fn seek(&mut self, to: SeekFrom) -> io::Result<u64> {
            self.file.seek(to)
        }
    }

    /// The verdict, and how many pages there are and were looked at.
    fn judged(file: &[u8]) -> (Result<(), Problem>, usize, usize) {
        let mut counted = Counted { file: Cursor::new(file), looks: 0 };
        let pages = header::check(&file[..header::LENGTH], file.len() as u64).expect("a header");
        let verdict = check(&mut counted, pages);
        (verdict, pages.count as usize, counted.looks)
    }

    fn bundle() -> Vec<u8> {
        include_bytes!("../../../tests/fixtures/format-1.1.gpkg").to_vec()
    }

    /// A bundle after some SQL, with pages of a size.
    fn altered(page_size: usize, sql: &str) -> Vec<u8> {
        let folder = tempfile::tempdir().expect("a folder");
        let path = folder.path().join("altered.gpkg");
        std::fs::write(&path, bundle()).expect("writes");
        let connection = Connection::open(&path).expect("opens");
        let sized = format!("PRAGMA page_size = {page_size}; VACUUM; {sql}");
        connection.execute_batch(&sized).expect("runs");
        drop(connection);
        std::fs::read(path).expect("reads")
    }

    /// Makes a table whose only row is so long, and tells its bytes' overflow pages in their order.
    fn chain(page_size: usize, pages: usize) -> (Vec<u8>, Vec<usize>) {
        let bytes = (page_size - 4) * pages;
        let file = altered(
            page_size,
            &format!(
                "CREATE TABLE long (a); INSERT INTO long VALUES (CAST(replace(hex(zeroblob({bytes} / 2)), '0', 'q') AS BLOB))"
            ),
        );
        let whole = |page: &[u8]| page[4..].iter().all(|byte| *byte == b'q');
        let found = file.chunks(page_size).enumerate().filter(|(_, page)| whole(page)).map(|(number, _)| number);
        let found: Vec<usize> = found.collect();
        assert!(found.len() > pages / 2);
        (file, found)
    }

    #[test]
    fn whatever_its_pages_size_an_honest_file_is_looked_at_once() {
        for size in [512, 1_024, 4_096, 65_536] {
            let more = "CREATE TABLE keys (a TEXT PRIMARY KEY, b) WITHOUT ROWID;
                WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 3000)
                INSERT INTO keys SELECT printf('%d %.600c', i, 'k'), i FROM n; DELETE FROM keys WHERE b % 3 = 0";
            let file = altered(size, more);
            let (verdict, pages, looks) = judged(&file);
            verdict.expect("is followed");
            assert!(looks <= pages && looks > pages / 2, "{looks} of {pages}");
        }
        judged(include_bytes!("../../../tests/fixtures/format-1.0.gpkg")).0.expect("is followed");
    }

    #[test]
    fn a_chain_that_bites_its_tail_or_is_shared_is_refused() {
        for (size, length) in [(512, 40), (1_024, 900), (4_096, 300)] {
            let (whole, chain) = chain(size, length);
            judged(&whole).0.expect("is followed");
            for (from, to) in [(3, 3), (9, 2), (chain.len() - 2, 0), (1, chain.len() - 1)] {
                let mut file = whole.clone();
                let next = chain[to] as u32 + 1;
                file[chain[from] * size..][..4].copy_from_slice(&next.to_be_bytes());
                let (verdict, pages, looks) = judged(&file);
                assert!(
                    verdict.is_err() && looks <= pages,
                    "{from} to {to} of {size}: {verdict:?}, {looks} of {pages}"
                );
            }
        }
    }

    #[test]
    fn two_tables_on_one_page_and_cells_over_one_another_are_refused() {
        let shared = altered(
            4_096,
            "PRAGMA writable_schema = ON; UPDATE sqlite_schema SET rootpage =
            (SELECT rootpage FROM sqlite_schema WHERE name = 'stop') WHERE name = 'place'",
        );
        assert!(matches!(judged(&shared).0, Err(Problem::Endless)));
        // All cells of a page are the same one, the longest.
        let mut file = altered(
            4_096,
            "CREATE TABLE z (a); WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n
            WHERE i < 500) INSERT INTO z SELECT iif(i = 1, zeroblob(2000), 1) FROM n LIMIT 200",
        );
        let root = file.len() - 4_096;
        let longest = file[root + 8..root + 10].to_vec();
        for cell in 1..150 {
            file[root + 8 + 2 * cell..][..2].copy_from_slice(&longest);
        }
        assert!(matches!(judged(&file).0, Err(Problem::Endless)));
    }

    #[test]
    fn endless_lists_and_keys_are_refused() {
        let tables: String = (0..1_001).map(|number| format!("CREATE TABLE t{number} (a);")).collect();
        assert!(matches!(judged(&altered(4_096, &tables)).0, Err(Problem::TooManyTables)));
        let wordy = format!("CREATE TABLE t (a /* {} */)", "word ".repeat(60_000));
        assert!(matches!(judged(&altered(4_096, &wordy)).0, Err(Problem::TooManyTables)));
        let key = "CREATE TABLE k (a UNIQUE); INSERT INTO k VALUES (zeroblob(20000))";
        assert!(matches!(judged(&altered(4_096, key)).0, Err(Problem::Damaged { .. })));
    }

    proptest! {
        /// Wherever numbers of pages stand, they may be any.
        #[test]
        fn no_pointers_make_it_look_at_a_page_twice(
            size in prop::sample::select(vec![512_usize, 4_096]),
            pointers in prop::collection::vec((any::<prop::sample::Index>(), 0..64_usize, any::<u32>(), any::<bool>()), 1..20),
        ) {
            static FILES: LazyLock<[Vec<u8>; 2]> = LazyLock::new(|| [altered(512, ""), altered(4_096, "")]);
            let mut file = FILES[usize::from(size == 4_096)].clone();
            let count = file.len() / size;
            for (page, at, number, in_file) in pointers {
                let page = page.index(count) * size;
                let at = page + if page == 0 { 100 + at } else { at };
                let number = if in_file { 1 + number % count as u32 } else { number };
                file[at..at + 4].copy_from_slice(&number.to_be_bytes());
            }
            let (_, pages, looks) = judged(&file);
            prop_assert!(looks <= pages, "{looks} looks at {pages} pages");
        }
    }
}
