//! Writes the rides and what Rust makes of them, for the checks of Kotlin and Swift; or what a fix costs.

use std::fs;
use std::hint::black_box;
use std::path::Path;
use std::process::ExitCode;
use std::time::Instant;

use route_guide_core::bundle::Bundle;
use route_guide_core::guidance::{Course, Guide, Settings};
use route_guide_core::library::{Departure, Library, Start, Way};
use route_guide_core::model::{Language, Route, RouteId};
use route_guide_tests::border::{
    Journey, answers, long_bundle, pictured_bundle, recorded, simulated, travelled_stream, write_rides,
};
use route_guide_tests::quick_folder;

fn main() -> ExitCode {
    let words: Vec<String> = std::env::args().skip(1).collect();
    let words: Vec<&str> = words.iter().map(String::as_str).collect();
    match words.as_slice() {
        ["rides", bundle, folder] => rides(Path::new(bundle), Path::new(folder)),
        ["streams", bundle, folder] => streams(Path::new(bundle), Path::new(folder)),
        ["measure", bundle, long] => {
            measure(Path::new(bundle));
            measure_line(Path::new(long));
        }
        _ => {
            eprintln!("usage: border rides|streams BUNDLE FOLDER | measure BUNDLE LONG");
            return ExitCode::from(2);
        }
    }
    ExitCode::SUCCESS
}

fn journeys(bundle: &Bundle) -> Vec<Journey> {
    let routes = routes(bundle);
    [simulated(&routes), recorded(&routes)].concat()
}

fn routes(bundle: &Bundle) -> Vec<Route> {
    let listed = bundle.routes().expect("reads");
    listed.iter().map(|route| bundle.route(&route.id).expect("reads")).collect()
}

/// The rides, the questions, a bundle with a long line and one with pictures.
fn rides(file: &Path, folder: &Path) {
    let bundle = Bundle::open(file).expect("opens");
    write_rides(folder, &bundle.manifest().id, &journeys(&bundle)).expect("writes");
    let _ = (long_bundle(folder), pictured_bundle(folder));
}

/// What comes of them.
fn streams(file: &Path, folder: &Path) {
    let bundle = Bundle::open(file).expect("opens");
    fs::create_dir_all(folder).expect("makes the folder");
    let write = |name: String, bytes: &[u8]| fs::write(folder.join(name), bytes).expect("writes");
    for journey in journeys(&bundle) {
        let home = quick_folder();
        let stream = travelled_stream(home.path(), file, &bundle.manifest().id, &journey);
        write(format!("{}.steps", journey.name), stream.steps.as_bytes());
        write(format!("{}-plain.gpx", journey.name), &stream.plain);
        write(format!("{}-garmin.gpx", journey.name), &stream.garmin);
    }
    write("searches.found".into(), answers(quick_folder().path(), file).as_bytes());
}

/// What a fix costs without a border, in microseconds.
fn measure(file: &Path) {
    let bundle = Bundle::open(file).expect("opens");
    let journey = journeys(&bundle).into_iter().next().expect("a journey");
    let route = bundle.route(&journey.route).expect("reads");
    let settings = Settings::in_language(Language::LT);
    let guide = Guide::new(Course::of_route(&route), settings);
    println!(
        "fix_guide_us {:.3}",
        median(30, || {
            let mut state = guide.start();
            let begun = Instant::now();
            for fix in &journey.fixes {
                state = black_box(guide.step(state.clone(), fix)).state;
            }
            begun.elapsed().as_secs_f64() * 1e6 / journey.fixes.len() as f64
        })
    );
    println!(
        "fix_journey_us {:.3}",
        median(5, || {
            let home = quick_folder();
            let mut library = Library::open(home.path(), 0).expect("opens");
            library.install(file, None, &[], 0).expect("installs");
            let way = Way::Route { bundle: bundle.manifest().id.clone(), route: journey.route.clone() };
            let id = library.start_recording(&Start::default()).expect("starts");
            let (mut under_way, _) =
                library.set_out(&way, false, Departure::Continue, settings, Some(id)).expect("sets out");
            let begun = Instant::now();
            for fix in &journey.fixes {
                black_box(library.advance(&mut under_way, fix));
            }
            begun.elapsed().as_secs_f64() * 1e6 / journey.fixes.len() as f64
        })
    );
}

/// What a line of 20,000 positions costs from an open bundle, in milliseconds.
fn measure_line(file: &Path) {
    let bundle = Bundle::open(file).expect("opens");
    let id = RouteId::new("long-route").expect("an id");
    println!(
        "line_20000_ms {:.3}",
        median(50, || {
            let begun = Instant::now();
            black_box(bundle.route(&id).expect("reads").line.points().len());
            begun.elapsed().as_secs_f64() * 1e3
        })
    );
}

fn median(times: usize, mut measured: impl FnMut() -> f64) -> f64 {
    let mut all: Vec<f64> = (0..times).map(|_| measured()).collect();
    all.sort_by(f64::total_cmp);
    all[times / 2]
}
