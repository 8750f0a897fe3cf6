//! GPX files as devices and programs really write them: each is read as the table says, or refused as it says.
//!
//! `gpx_corpus.tsv` names every file with its counts, or with line, column and reason. After a wanted change,
//! `ROUTE_GUIDE_WRITE_TABLES=1 cargo test -p route-guide-tests --test gpx_corpus` writes it anew.
use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use route_guide_core::gpx::{Gpx, Limits, Oddity, Part, parts, read, ride, write};
use route_guide_tests::shared;

const TABLE: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/gpx_corpus.tsv");
const HEADING: &str = "file\twaypoints\troutes\troute points\ttracks\tsegments\ttrack points\twith time\twith elevation\twarnings, or why it is refused";

fn corpus() -> Vec<PathBuf> {
    let Some(folder) = shared("gpx-corpus") else { return Vec::new() };
    let entries = fs::read_dir(folder).expect("a folder");
    let mut files: Vec<PathBuf> = entries.map(|entry| entry.expect("an entry").path()).collect();
    files.retain(|path| path.extension().is_some_and(|extension| extension == "gpx"));
    files.sort();
    files
}

fn name(path: &Path) -> String {
    path.file_name().expect("a file").to_string_lossy().into_owned()
}

fn whole(bytes: &[u8]) -> Result<Gpx, route_guide_core::gpx::GpxError> {
    read(bytes, &Limits::default())
}

fn row(path: &Path) -> String {
    let told = match whole(&fs::read(path).expect("readable")) {
        Ok(gpx) => {
            let segments = || gpx.tracks.iter().flat_map(|track| &track.segments);
            let points = || segments().flat_map(|segment| segment.iter());
            let counts = [
                gpx.waypoints.len(),
                gpx.routes.len(),
                gpx.route_points(),
                gpx.tracks.len(),
                segments().count(),
                gpx.track_points(),
                points().filter(|point| point.time_ms.is_some()).count(),
                points().filter(|point| point.elevation.is_some()).count(),
            ];
            let warnings: Vec<String> = gpx.warnings.first().iter().map(ToString::to_string).collect();
            format!("{}\t{}", counts.map(|count| count.to_string()).join("\t"), warnings.join(" | "))
        }
        Err(error) => format!("\t\t\t\t\t\t\t\trefused {error}"),
    };
    format!("{}\t{told}", name(path)).trim_end().to_owned()
}

#[test]
fn every_file_is_read_or_refused_as_the_table_says() {
    let files = corpus();
    if files.is_empty() {
        return;
    }
    let rows: Vec<String> = files.iter().map(|path| row(path)).collect();
    let found = format!("{HEADING}\n{}\n", rows.join("\n"));
    if std::env::var_os("ROUTE_GUIDE_WRITE_TABLES").is_some() {
        fs::write(TABLE, &found).expect("writable");
    }
    let table = fs::read_to_string(TABLE).expect("the table is in the project");
    for (found, wanted) in found.lines().zip(table.lines()) {
        assert_eq!(found, wanted);
    }
    assert_eq!(found.lines().count(), table.lines().count());
}

#[test]
fn the_counts_are_those_that_other_programs_find() {
    let files = corpus();
    if files.is_empty() {
        return;
    }
    let manifest = shared("gpx-corpus/manifest.json").expect("beside the corpus");
    let manifest: serde_json::Value = serde_json::from_slice(&fs::read(manifest).expect("readable")).expect("JSON");
    let by_name: BTreeMap<&str, &serde_json::Value> = manifest["files"]
        .as_array()
        .expect("a list")
        .iter()
        .map(|entry| (entry["file"].as_str().expect("a name"), &entry["counts_gpxpy"]))
        .collect();
    let mut compared = 0;
    for path in &files {
        let Ok(gpx) = whole(&fs::read(path).expect("readable")) else { continue };
        let counts = by_name[name(path).as_str()];
        if counts.is_null() {
            continue;
        }
        let segments = gpx.tracks.iter().map(|track| track.segments.len()).sum();
        let points = || gpx.tracks.iter().flat_map(|track| &track.segments).flat_map(|segment| segment.iter());
        for (what, found) in [
            ("tracks", gpx.tracks.len()),
            ("segments", segments),
            ("trkpt", gpx.track_points()),
            ("routes", gpx.routes.len()),
            ("rtept", gpx.route_points()),
            ("wpt", gpx.waypoints.len()),
            ("with_time", points().filter(|point| point.time_ms.is_some()).count()),
            ("with_ele", points().filter(|point| point.elevation.is_some()).count()),
        ] {
            assert_eq!(counts[what].as_u64(), Some(found as u64), "{what} of {}", name(path));
        }
        compared += 1;
    }
    assert!(compared >= 80, "only {compared} files were compared");
}

#[test]
fn written_back_every_file_holds_the_same_and_its_extensions_byte_for_byte() {
    for path in corpus() {
        let bytes = fs::read(&path).expect("readable");
        let Ok(gpx) = whole(&bytes) else { continue };
        let mut written = Vec::new();
        write(&gpx, &mut written).expect("written");
        let again = whole(&written).unwrap_or_else(|error| panic!("{}: {error}", name(&path)));
        assert_eq!(again.root, gpx.root, "{}", name(&path));
        assert_eq!(again.waypoints, gpx.waypoints, "{}", name(&path));
        let content = |gpx: &Gpx| {
            let routes: Vec<_> = gpx.routes.iter().map(|r| (r.children.clone(), r.points.clone())).collect();
            let tracks: Vec<_> = gpx.tracks.iter().map(|t| (t.children.clone(), t.segments.clone())).collect();
            (routes, tracks)
        };
        assert_eq!(content(&again), content(&gpx), "{}", name(&path));
        let mut twice = Vec::new();
        write(&again, &mut twice).expect("written");
        assert_eq!(twice, written, "{}", name(&path));

        if leaves_something_out(&gpx) {
            continue;
        }
        let (Ok(original), Ok(copy)) = (String::from_utf8(bytes), String::from_utf8(written)) else { continue };
        assert_eq!(extensions(&copy), extensions(&original), "{}", name(&path));
    }
}

#[test]
fn points_read_the_short_way_are_those_of_the_long_way() {
    for path in corpus() {
        let Ok(text) = fs::read_to_string(&path) else { continue };
        let (Ok(short), Ok(long)) = (whole(text.as_bytes()), whole(text.replace("<trkpt ", "<trkpt x='' ").as_bytes()))
        else {
            continue;
        };
        let segments = |gpx: &Gpx| gpx.tracks.iter().flat_map(|track| track.segments.clone()).collect::<Vec<_>>();
        assert_eq!(segments(&short), segments(&long), "{}", name(&path));
    }
}

/// Whether not all that the file holds was read.
fn leaves_something_out(gpx: &Gpx) -> bool {
    let is_whole = |oddity: &Oddity| {
        use Oddity::{Elevation, ImpossibleElevation, Namespace, Time, Version};
        matches!(oddity, Elevation(_) | ImpossibleElevation(_) | Namespace(_) | Time(_) | Version(_))
    };
    !gpx.warnings.first().iter().all(|warning| is_whole(&warning.oddity))
}

/// Every `<extensions>` with all it holds, sorted; those in comments do not count.
fn extensions(text: &str) -> Vec<&str> {
    const BEGIN: &str = "<extensions>";
    const END: &str = "</extensions>";
    let mut found = Vec::new();
    let mut rest = text;
    while let Some(start) = rest.find(BEGIN) {
        match rest[..start].find("<!--") {
            Some(comment) => {
                let Some(end) = rest[comment..].find("-->") else { break };
                rest = &rest[comment + end..];
            }
            None => {
                let Some(length) = rest[start..].find(END) else { break };
                let end = start + length + END.len();
                found.push(&rest[start..end]);
                rest = &rest[end..];
            }
        }
    }
    found.sort_unstable();
    found
}

#[test]
fn cut_off_or_damaged_no_file_makes_it_stumble() {
    let mut seed = 7_u64;
    let mut random = |below: usize| {
        seed = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (seed >> 33) as usize % below
    };
    for path in corpus() {
        let bytes = fs::read(&path).expect("readable");
        let complete = whole(&bytes).is_ok();
        if bytes.len() < 700 {
            for end in 0..bytes.len() {
                let Err(error) = whole(&bytes[..end]) else { continue };
                assert!(!error.to_string().is_empty());
            }
        }
        // Only blanks may be missing at the end.
        let cut = bytes.iter().rposition(|byte| *byte == b'>').unwrap_or(0);
        let told = whole(&bytes[..cut]).map_or(true, |gpx| gpx.warnings.count() > 0);
        assert!(!complete || told, "{}", name(&path));
        for _ in 0..if bytes.len() < 4_000 { 30 } else { 0 } {
            let mut damaged = bytes.clone();
            for _ in 0..=random(4) {
                let (at, with) = (random(damaged.len()), random(256) as u8);
                match random(3) {
                    0 => damaged[at] = with,
                    1 => damaged.insert(at, with),
                    _ => drop(damaged.drain(at..(at + random(30)).min(bytes.len() - 40).max(at))),
                }
            }
            if let Ok(gpx) = whole(&damaged) {
                let ways: Vec<_> = parts(&gpx).iter().map(Part::way).collect();
                let _ = (ways, ride(&gpx), gpx.name(), write(&gpx, &mut Vec::new()));
            }
        }
    }
}
