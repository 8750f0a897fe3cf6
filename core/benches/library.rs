//! What a phone waits for: a fix committed (under 0.5 ms), a full library opened (under 50 ms), a day's ride exported
//! (under 1 s), a bundle of 50 MB installed (at most three times a copy with one pass of a hash).
//!
//! Peers are measured in the same run: the bare SQLite commit of one row, and the copy with its hash.

#![allow(clippy::expect_used, missing_docs, reason = "a bench that cannot be set up has failed")]

use std::fs;
use std::hint::black_box;
use std::path::{Path, PathBuf};

use criterion::{BatchSize, Criterion, criterion_group, criterion_main};
use route_guide_core::bundle;
use route_guide_core::gpx::{Profile, RideExport};
use route_guide_core::guidance::simulation::Ride;
use route_guide_core::guidance::{Course, Settings};
use route_guide_core::library::{Departure, Library, RecordingId, Start, Way};
use route_guide_core::model::{BundleId, Collection, Fix, Language, PictureId, Rendition, Size};
use tempfile::TempDir;

#[path = "../../tests/support/picture.rs"]
mod picture_file;
#[path = "../../tests/support/collection.rs"]
mod small;

/// Beside the build's files, which lie on a disk; a temporary folder may lie in memory.
fn folder() -> TempDir {
    tempfile::Builder::new().prefix("library-bench-").tempdir_in(env!("CARGO_TARGET_TMPDIR")).expect("a folder")
}

fn fix(second: i64) -> Fix {
    let turn = second as f64 / 40.0;
    Fix {
        time_ms: 1_790_000_000_000 + second * 1_000,
        monotonic_ms: Some(second * 1_000),
        lat: 55.3 + second as f64 * 9e-6,
        lon: 21.0 + 0.001 * libm::sin(turn),
        accuracy_m: 5.0 + libm::cos(turn),
        altitude_m: Some(12.0 + 3.0 * libm::sin(turn / 9.0)),
        speed_mps: Some(1.1),
        course_deg: Some(libm::fabs(libm::sin(turn)) * 90.0),
    }
}

fn recorded(library: &mut Library, fixes: i64) -> RecordingId {
    let id = library.start_recording(&Start::default()).expect("starts");
    for second in 0..fixes {
        library.record(id, &fix(second)).expect("records");
    }
    id
}

fn packed(folder: &Path, collection: &Collection) -> PathBuf {
    let path = folder.join(format!("{}.gpkg", collection.manifest.id));
    bundle::write(collection, &path).expect("packs");
    path
}

fn recording(criterion: &mut Criterion) {
    let mut group = criterion.benchmark_group("library");
    let home = folder();
    let mut library = Library::open(home.path(), 0).expect("opens");
    let id = library.start_recording(&Start::default()).expect("starts");
    let mut second = 0;
    group.bench_function("a fix committed", |bench| {
        bench.iter(|| {
            second += 1;
            library.record(id, &fix(second)).expect("records")
        });
    });
    library.stop_recording(id, 0).expect("stops");

    let route = packed(home.path(), &small::collection());
    library.install(&route, None, &[], 0).expect("installs");
    let collection = small::collection();
    let way = Way::Route { bundle: collection.manifest.id.clone(), route: collection.routes[0].id.clone() };
    let id = library.start_recording(&Start::default()).expect("starts");
    let settings = Settings::in_language(Language::EN);
    let (mut journey, _) = library.set_out(&way, false, Departure::Continue, settings, Some(id)).expect("sets out");
    let course = Course::of_route(&collection.routes[0]);
    let ride: Vec<Fix> = Ride::along(&course).fixes().into_iter().map(|(fix, _)| fix).collect();
    let mut fixes = ride.iter().cycle();
    group.bench_function("a fix followed and committed", |bench| {
        bench.iter(|| library.advance(&mut journey, fixes.next().expect("endless")).kept.expect("kept"));
    });
    drop(library);

    let bare = rusqlite::Connection::open(home.path().join("bare.sqlite")).expect("opens");
    bare.execute_batch(
        "PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL; CREATE TABLE fix (number INTEGER PRIMARY KEY, a, b, c)",
    )
    .expect("makes");
    group.bench_function("peer: one row committed by SQLite", |bench| {
        bench.iter(|| {
            bare.prepare_cached("INSERT INTO fix (a, b, c) VALUES (1, 2.5, 3.5)").expect("prepares").execute([])
        });
    });
    group.finish();
}

fn opening(criterion: &mut Criterion) {
    let home = folder();
    let mut library = Library::open(home.path(), 0).expect("opens");
    for number in 0..100 {
        let mut collection = small::collection();
        collection.manifest.id = BundleId::new(&format!("bundle-{number}")).expect("an id");
        library.install(&packed(home.path(), &collection), None, &[], 0).expect("installs");
    }
    for _ in 0..1_000_u32 {
        let id = recorded(&mut library, 60);
        library.stop_recording(id, 0).expect("stops");
    }
    drop(library);
    let mut group = criterion.benchmark_group("library");
    group.bench_function("open with 100 bundles and 1,000 recordings of 60 fixes", |bench| {
        bench.iter(|| Library::open(black_box(home.path()), 0).expect("opens"));
    });
    let library = Library::open(home.path(), 0).expect("opens");
    group.bench_function("list 100 bundles", |bench| bench.iter(|| library.bundles().expect("lists")));
    group.bench_function("list 1,000 recordings", |bench| bench.iter(|| library.recordings().expect("lists")));
    group.finish();
}

fn a_day(criterion: &mut Criterion) {
    let home = folder();
    let mut library = Library::open(home.path(), 0).expect("opens");
    let id = recorded(&mut library, 86_400);
    let mut group = criterion.benchmark_group("library");
    let mut second = 86_400;
    group.bench_function("a fix committed after a day", |bench| {
        bench.iter(|| {
            second += 1;
            library.record(id, &fix(second)).expect("records")
        });
    });
    group.sample_size(10);
    for profile in [Profile::Plain, Profile::Garmin] {
        let how = RideExport { profile, language: Language::EN };
        let path = home.path().join("day.gpx");
        group.bench_function(format!("export a day for {}", profile.name()), |bench| {
            bench.iter(|| library.export_recording(id, how, &path).expect("exports"));
        });
    }
    group.finish();
}

/// A bundle of 50 MB, most of it pictures as a real one would have.
fn large() -> Collection {
    let mut collection = small::collection();
    let mut bytes = vec![0_u8; 300_000];
    let mut seed = 1_u64;
    let mut noise = || {
        seed = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (seed >> 56) as u8
    };
    bytes.iter_mut().for_each(|byte| *byte = noise());
    let pattern = collection.routes[0].pictures[0].clone();
    let ids = (0..56).map(|number| PictureId::new(&format!("large-{number}")).expect("an id"));
    let mut parts = (*collection.routes[1]).clone();
    for id in ids {
        parts.pictures.push(route_guide_core::model::Picture { id: id.clone(), ..pattern.clone() });
        collection.renditions.extend(Size::ALL.iter().map(|size| Rendition {
            picture: id.clone(),
            size: *size,
            media_type: "image/jpeg".into(),
            width: size.pixels(),
            height: size.pixels(),
            bytes: picture_file::jpeg(size.pixels(), size.pixels(), &bytes),
        }));
    }
    collection.routes[1] = route_guide_core::model::Route::new(parts).expect("a route");
    collection
}

fn installing(criterion: &mut Criterion) {
    let home = folder();
    let path = packed(home.path(), &large());
    let bytes = fs::metadata(&path).expect("is there").len();
    let mut group = criterion.benchmark_group("library");
    group.sample_size(10);
    group.bench_function(format!("install a bundle of {} MB", bytes / 1_000_000), |bench| {
        bench.iter_batched(
            || {
                let empty = folder();
                let library = Library::open(empty.path(), 0).expect("opens");
                (empty, library)
            },
            |(empty, mut library)| {
                library.install(&path, None, &[], 0).expect("installs");
                (empty, library)
            },
            BatchSize::PerIteration,
        );
    });
    let target = home.path().join("copy");
    group.bench_function("peer: cp and one pass of a hash", |bench| {
        bench.iter(|| {
            fs::copy(&path, &target).expect("copies");
            blake3::hash(&fs::read(&target).expect("reads"))
        });
    });
    group.bench_function("peer: the same, and synced as an installation is", |bench| {
        bench.iter(|| {
            fs::copy(&path, &target).expect("copies");
            fs::File::open(&target).expect("opens").sync_all().expect("syncs");
            blake3::hash(&fs::read(&target).expect("reads"))
        });
    });
    group.finish();
}

criterion_group!(benches, recording, opening, a_day, installing);
criterion_main!(benches);
