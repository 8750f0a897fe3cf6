//! A small bundle of which bytes and pages were altered, or any bytes in its place.

use std::fs;
use std::sync::LazyLock;

use arbitrary::Arbitrary;
use route_guide_core::bundle;
use route_guide_core::model::Collection;
use route_guide_tests::{collection, quick_folder};
use rusqlite::Connection;

use crate::bundle::asked;
use crate::given::given;

/// What SQLite's files begin with.
const SQLITE: &[u8] = b"SQLite format 3\0";
/// Small pages, so that there are few bytes between those that mean something.
const PAGE: usize = 512;

/// The small bundle.
static WHOLE: LazyLock<(Vec<u8>, Collection)> = LazyLock::new(|| {
    let folder = quick_folder();
    let path = folder.path().join("whole.gpkg");
    bundle::write(&collection(), &path).expect("packs");
    Connection::open(&path).and_then(|file| file.execute_batch("PRAGMA page_size = 512; VACUUM")).expect("shrinks");
    let meaning = asked(&path).expect("is whole");
    (fs::read(path).expect("reads"), meaning)
});

/// One harm.
#[derive(Debug, Arbitrary)]
enum Harm {
    /// Another byte, counted from the start of a page.
    Byte { page: u8, at: u16, byte: u8 },
    /// A number of two bytes near the start of a page, where its cells are counted and found.
    Cell { page: u8, at: u8, number: u16 },
    /// A number of four bytes: of another page, mostly.
    Pointer { page: u8, at: u16, to: u8 },
    /// A page in the place of another.
    Page { page: u8, from: u8 },
    /// Many of the same byte.
    Fill { page: u8, at: u16, count: u16, byte: u8 },
    /// The end is missing.
    Cut { pages: u8, bytes: u16 },
    /// Something follows.
    More { count: u16, byte: u8 },
}

/// A bundle whose bytes are in any state: bytes that begin as SQLite's files do are taken as they are, others tell what
/// harm is done to a small bundle.
pub fn bundle_pages(bytes: &[u8]) {
    let folder = quick_folder();
    let path = folder.path().join("any.gpkg");
    if bytes.starts_with(SQLITE) {
        fs::write(&path, bytes).expect("writes");
        asked(&path);
        return;
    }
    let Some((harms, _shown)) = given::<Vec<Harm>>(bytes) else { return };
    let (whole, meaning) = &*WHOLE;
    let mut altered = whole.clone();
    harms.iter().for_each(|harm| harm.is_done_to(&mut altered));
    fs::write(&path, &altered).expect("writes");
    if let Some(found) = asked(&path) {
        assert!(found == *meaning, "it means something else, and nobody noticed");
    }
}

impl Harm {
    fn is_done_to(&self, file: &mut Vec<u8>) {
        let pages = (file.len() / PAGE).max(1);
        let start = |page: u8| usize::from(page) % pages * PAGE;
        let place = |page: u8, at: u16| start(page) + usize::from(at) % PAGE;
        match *self {
            Harm::Byte { page, at, byte } => put(file, place(page, at), &[byte]),
            Harm::Cell { page, at, number } => put(file, place(page, u16::from(at)), &number.to_be_bytes()),
            Harm::Pointer { page, at, to } => put(file, place(page, at), &u32::from(to).to_be_bytes()),
            Harm::Page { page, from } => {
                let from: Vec<u8> = file.iter().skip(start(from)).take(PAGE).copied().collect();
                put(file, start(page), &from);
            }
            Harm::Fill { page, at, count, byte } => {
                put(file, place(page, at), &vec![byte; usize::from(count) % (4 * PAGE)]);
            }
            Harm::Cut { pages, bytes } => file.truncate(start(pages) + usize::from(bytes) % PAGE),
            Harm::More { count, byte } => file.resize(file.len() + usize::from(count), byte),
        }
    }
}

/// Lays bytes over those in their place, as far as there are any.
fn put(file: &mut [u8], at: usize, bytes: &[u8]) {
    file.iter_mut().skip(at).zip(bytes).for_each(|(byte, new)| *byte = *new);
}
