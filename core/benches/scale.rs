//! How the cost of a bundle grows with its routes: 10, 100, 1,000 of 50 stops each, all made up.
//!
//! Not Criterion: the largest takes seconds and is done once. `cargo bench --bench scale -- 5000x60` tries another size.

#![allow(clippy::expect_used, clippy::print_stdout, missing_docs, reason = "a bench that cannot be set up has failed")]

use std::fs;
use std::hint::black_box;
use std::path::Path;
use std::time::{Duration, Instant};

use route_guide_core::bundle::{self, Bundle};
use route_guide_core::geometry::{Along, Line};
use route_guide_core::library::Library;
use route_guide_core::model::{Collection, Route, RouteId, RouteParts, StopId};

#[path = "../../tests/support/collection.rs"]
mod small;

const SIZES: [(usize, usize); 3] = [(10, 50), (100, 50), (1_000, 50)];
const VERTICES: usize = 2_000;

fn collection(routes: usize, stops: usize) -> Collection {
    let mut all = small::collection();
    let pattern = all.routes.remove(0);
    all.routes = (0..routes).map(|number| route(&pattern, number, stops)).collect();
    all.renditions.clear();
    all
}

fn route(pattern: &RouteParts, number: usize, stops: usize) -> Route {
    let east = 0.002 * number as f64;
    let vertices = (0..VERTICES).map(|step| {
        let north = step as f64 * 0.0002;
        small::at(55.3 + north, 10.0 + east + 0.01 * libm::sin(north * 500.0))
    });
    let line = Line::new(vertices.collect()).expect("a line");
    let words = "Smėlio kopos juda, o vėjas piešia jų keterose vis kitokius raštus. ".repeat(6);
    let mut parts = pattern.clone();
    parts.id = RouteId::new(&format!("route-{number}")).expect("an id");
    parts.description = small::text(&words, &words, &words);
    parts.pictures.clear();
    parts.stages.truncate(1);
    parts.stages[0].to = line.end();
    parts.legs.truncate(1);
    (parts.legs[0].from, parts.legs[0].to) = (Along::START, line.end());
    parts.stops = (0..stops)
        .map(|place| {
            let mut stop = pattern.stops[0].clone();
            stop.id = StopId::new(&format!("stop-{number}-{place}")).expect("an id");
            stop.along = line.along_of(place * (VERTICES / stops));
            stop.description = parts.description.clone();
            stop.facts = pattern.facts.clone();
            stop.pictures.clear();
            stop
        })
        .collect();
    Route::new(RouteParts { line, ..parts }).expect("a route")
}

fn took<T>(work: impl FnOnce() -> T) -> (T, Duration) {
    let begun = Instant::now();
    let done = work();
    (done, begun.elapsed())
}

fn size(routes: usize, stops: usize, folder: &Path) {
    let path = folder.join(format!("{routes}x{stops}.gpkg"));
    let collection = collection(routes, stops);
    let ((), write) = took(|| bundle::write(&collection, &path).expect("packs"));
    drop(collection);
    let (opened, open) = took(|| Bundle::open(black_box(&path)).expect("opens"));
    let (listed, list) = took(|| opened.routes().expect("lists"));
    let last = &listed.last().expect("a route").id;
    let (_, one) = took(|| opened.route(last).expect("reads"));
    let ((), verify) = took(|| opened.verify().expect("whole"));
    let mut library = Library::open(&folder.join(format!("library {routes}")), 0).expect("opens");
    let (_, install) = took(|| library.install(&path, None, &[], 0).expect("installs"));
    let megabytes = fs::metadata(&path).expect("is there").len() as f64 / 1e6;
    println!(
        "{routes:5} x {stops} {megabytes:8.1} MB  write {write:9.3?}  open {open:9.3?}  list {list:9.3?}  a route {one:9.3?}  verify {verify:9.3?}  install {install:9.3?}"
    );
    fs::remove_file(&path).expect("removes");
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
