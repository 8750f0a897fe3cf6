//! Backups as anybody can make them.

use std::fs::File;
use std::io::Read;
use std::path::{Path, PathBuf};

use route_guide_core::library::Start;
use route_guide_core::model::Fix;
use serde_json::{Value, json};
use zip::ZipArchive;

use crate::home::Home;
use crate::travelled::{MORNING_MS, STRANGE_TRACK};

/// What a backup says of the track in its file `t.gpx`.
#[must_use]
pub fn told_track(key: &str) -> Value {
    json!({"key": key, "state": "closed", "origin": "imported", "name": "x", "mode": null, "followed": null,
           "started_ms": 0, "ended_ms": null, "binned_ms": null, "file": "t.gpx"})
}

/// A backup that says that, with a track in `t.gpx`.
///
/// # Panics
/// When it cannot be made or read.
#[must_use]
pub fn backup_of(home: &Home, name: &str, json: &Value) -> PathBuf {
    let json = json.to_string();
    home.zip(name, &[("t.gpx", STRANGE_TRACK), ("library.json", &json)])
}

/// The files of an archive.
///
/// # Panics
/// When it cannot be made or read.
#[must_use]
pub fn unpacked(archive: &Path) -> Vec<(String, Vec<u8>)> {
    let mut from = ZipArchive::new(File::open(archive).expect("opens")).expect("is an archive");
    let mut files: Vec<(String, Vec<u8>)> = Vec::new();
    for number in 0..from.len() {
        let mut file = from.by_index(number).expect("is there");
        let (name, mut bytes) = (file.name().expect("a name").into_owned(), Vec::new());
        file.read_to_end(&mut bytes).expect("unpacks");
        files.push((name, bytes));
    }
    files
}

/// A backup packed anew, with other JSON and without some of its files.
///
/// # Panics
/// When it cannot be made or read.
#[must_use]
pub fn repacked(
    home: &Home,
    backup: &Path,
    change: impl Fn(&mut Value, &[(String, Vec<u8>)]),
    ending: &str,
) -> PathBuf {
    let mut files = unpacked(backup);
    let (_, json) = files.pop().expect("ends with what is for programs");
    let mut json: Value = serde_json::from_slice(&json).expect("is JSON");
    change(&mut json, &files);
    files.retain(|(name, _)| !name.ends_with(ending));
    files.push(("library.json".into(), json.to_string().into_bytes()));
    let files: Vec<(&str, &[u8])> = files.iter().map(|(name, bytes)| (name.as_str(), bytes.as_slice())).collect();
    home.zip("repacked.zip", &files)
}

/// A backup of that many rides of the traveller's own, three fixes and one that is not believed each.
///
/// # Panics
/// When it cannot be made or read.
#[must_use]
pub fn backed_up_rides(home: &mut Home, count: i64) -> PathBuf {
    for ride in 0..count {
        let start_ms = MORNING_MS + ride * 100_000;
        let id = home.library.start_recording(&Start { time_ms: start_ms, ..Start::default() }).expect("starts");
        for (second, accuracy_m) in [(0, 5.0), (1, 5_000.0), (2, 5.0), (3, 5.0)] {
            let fix = Fix::of_position(start_ms + second * 1_000, 55.3, 21.0 + ride as f64 * 1e-3, accuracy_m);
            home.library.record(id, &fix).expect("records");
        }
        home.library.stop_recording(id, start_ms + 4_000).expect("stops");
    }
    let backup = home.path("rides.zip");
    home.library.back_up(&backup).expect("backs up");
    backup
}
