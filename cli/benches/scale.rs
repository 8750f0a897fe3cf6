//! How the cost of a bundle grows with its routes: 10, 100, 1,000 of 50 stops each, from the editor's files to what a
//! traveller finds.
//!
//! Not Criterion: the largest takes seconds and is done once. `cargo bench -p route-guide-cli --bench scale -- 5000x60`
//! tries another size.

#![allow(clippy::expect_used, clippy::print_stdout, missing_docs, reason = "a bench that cannot be set up has failed")]

use std::fs;
use std::hint::black_box;
use std::path::Path;
use std::time::{Duration, Instant};

use route_guide_cli::source;
use route_guide_core::bundle::{self, Bundle};
use route_guide_core::library::{Library, Query};
use route_guide_core::model::Language;

#[path = "../tests/support/made_up.rs"]
mod made_up;

const SIZES: [(usize, usize); 3] = [(10, 50), (100, 50), (1_000, 50)];

fn took<T>(work: impl FnOnce() -> T) -> (T, Duration) {
    let begun = Instant::now();
    let done = work();
    (done, begun.elapsed())
}

fn size(routes: usize, stops: usize, folder: &Path) {
    let (files, path) = (folder.join("source"), folder.join("made-up.gpkg"));
    made_up::source(&files, routes, stops);
    let (read, source) = took(|| source::read(&files));
    let collection = read.collection.expect("no errors");
    let ((), write) = took(|| bundle::write(&collection, &path).expect("packs"));
    drop(collection);
    let bytes = fs::metadata(&path).expect("is there").len() as f64;
    let (opened, open) = took(|| Bundle::open(black_box(&path)).expect("opens"));
    let (listed, list) = took(|| opened.routes().expect("lists"));
    let ((), verify) = took(|| opened.verify().expect("whole"));
    let id = opened.manifest().id.clone();
    let mut library = Library::open(&folder.join("library"), 0).expect("opens");
    let (_, install) = took(|| library.install(&path, None, &[], 0).expect("installs"));
    let last = listed.last().map(|route| route.id.clone()).expect("a route");
    let (_, one) = took(|| library.bundle(&id).expect("opens").route(&last).expect("reads"));
    let wanted = Query { text: "kopa 7 ke", language: Language::LT, near: None, limit: 20 };
    let (found, search) = took(|| library.search(&wanted).expect("searches"));
    let a_route = |time: Duration| time.as_secs_f64() * 1e3 / routes as f64;
    let a_second = |time: Duration| bytes / 1e6 / time.as_secs_f64();
    println!(
        "{routes:5} x {stops} {:7.1} MB: read {:.2} ms and write {:.2} ms a route, open {open:.1?}, list {list:.1?}, \
         verify {:.0} MB/s, install {:.0} MB/s; installed: open and read a route {one:.1?}, find {} in {search:.1?}",
        bytes / 1e6,
        a_route(source),
        a_route(write),
        a_second(verify),
        a_second(install),
        found.len(),
    );
    fs::remove_dir_all(&files).and_then(|()| fs::remove_file(&path)).expect("removes");
    fs::remove_dir_all(folder.join("library")).expect("removes");
}

fn main() {
    let folder = tempfile::tempdir().expect("a folder");
    let asked: Vec<(usize, usize)> = std::env::args()
        .filter_map(|size| {
            let (routes, stops) = size.split_once('x')?;
            Some((routes.parse().ok()?, stops.parse().ok()?))
        })
        .collect();
    for (routes, stops) in if asked.is_empty() { SIZES.to_vec() } else { asked } {
        size(routes, stops, folder.path());
    }
}
