//! A file that says it is a backup does no harm: it costs what its size allows, and what of it is left out is told.

use std::fs::File;
use std::io::Read;
use std::path::{Path, PathBuf};
use std::process::Command;

use route_guide_core::library::{Library, Omitted, Start, Way};
use route_guide_core::model::Fix;
use route_guide_tests::{
    Home, MORNING_MS, STRANGE_TRACK, favourite, file_of, held, here_and_there, quick_folder, straight_track, stranger,
    travel,
};
use serde_json::{Value, json};
use zip::ZipArchive;

fn hostile(name: &str) -> PathBuf {
    stranger("hostile").join(name)
}

fn track(key: &str) -> Value {
    json!({"key": key, "state": "closed", "origin": "imported", "name": "x", "mode": null, "followed": null,
           "started_ms": 0, "ended_ms": null, "binned_ms": null, "file": "t.gpx"})
}

fn backup(home: &Home, name: &str, json: &Value) -> PathBuf {
    let json = json.to_string();
    home.zip(name, &[("t.gpx", STRANGE_TRACK), ("library.json", &json)])
}

#[test]
fn a_key_that_leads_elsewhere_or_is_too_long_is_another_one_here() {
    let home = Home::new();
    let long = "k".repeat(81);
    let mut backups: Vec<PathBuf> = ["key-long.zip", "key-trav.zip", "key-huge.zip"].map(hostile).to_vec();
    for (number, key) in ["", "..", "a/b", "A", "a b", "a\0b", "ž", &long].iter().enumerate() {
        backups.push(backup(&home, &format!("{number}.zip"), &json!({"form": [1, 0], "recordings": [track(key)]})));
    }
    for backup in backups {
        let mut home = Home::new();
        let restored = home.library.restore(&backup, MORNING_MS).expect("restores");
        assert_eq!((restored.recordings, restored.refused.len()), (1, 0), "{}", backup.display());
        let key = home.library.recordings().expect("reads").remove(0).0.key;
        assert!((1..=80).contains(&key.len()) && key.bytes().all(|byte| byte.is_ascii_alphanumeric()), "{key}");
        let (here, there) = here_and_there(&home);
        assert_eq!(here, there);
        let packed = ZipArchive::new(File::open(home.path("both.zip")).expect("opens")).expect("is an archive");
        assert!(packed.file_names().all(|name| !name.expect("a name").contains("..")));
        assert!(home.library.check().expect("reads") && !home.is_suspect());
    }
}

#[test]
fn what_hangs_on_a_key_that_became_another_one_finds_it() {
    let mut home = Home::new();
    let standing = |route: &str, along: Value| {
        json!({"way": ["", route], "reversed": false, "along_m": along, "share": 0.5, "time_ms": MORNING_MS,
               "last": {"clock": {"time_ms": MORNING_MS, "monotonic_ms": null, "ride_ms": MORNING_MS},
                        "lat": 55.3, "lon": 21.0, "accuracy_m": 5.0}, "guidance": ""})
    };
    let json = json!({"form": [1, 1], "recordings": [track("../x")],
        "milestones": [{"kind": "visited", "bundle": "spit", "route": "spit-route", "item": "dune", "name": "Kopa",
                        "time_ms": MORNING_MS, "position": [55.3, 21.0], "recording": "../x"}],
        "standings": [standing("../x", json!(7.0)), standing("../y", json!(7.0)), standing("z", json!(-1e300))]});
    let restored = home.library.restore(&backup(&home, "b.zip", &json), MORNING_MS).expect("restores");
    // One stands on no way, one on a way of a track that is nowhere.
    assert_eq!((restored.recordings, restored.omitted), (1, Omitted { standings: 2, ..Omitted::default() }));
    let recording = home.library.recordings().expect("reads").remove(0).0;
    assert_eq!(home.library.milestones_of(&recording.key).expect("reads").len(), 1);
    let way = route_guide_core::library::Way::Track(recording.id);
    let standing = home.library.standing(&way, false).expect("reads").expect("is known");
    assert_eq!(standing.along.metres(), 7.0);
}

#[test]
fn files_that_lie_over_one_another_are_refused_at_once() {
    let mut home = Home::new();
    let error = home.library.restore(&hostile("overlap.zip"), MORNING_MS).expect_err("is refused");
    assert!(error.to_string().contains("lie over one another"), "{error}");
    assert!(home.library.import(&hostile("overlap.zip"), MORNING_MS).is_err());
    assert!(home.library.recordings().expect("reads").is_empty());
}

#[test]
fn the_same_track_many_times_is_one() {
    let mut home = Home::new();
    let names: Vec<String> = (0..150).map(|number| format!("{number}.gpx")).collect();
    let recordings: Vec<Value> = (0..150)
        .map(|number| {
            let mut told = track(&format!("r{number}"));
            told["file"] = json!(names[number]);
            told
        })
        .collect();
    let json = json!({"form": [1, 0], "recordings": recordings}).to_string();
    let mut files: Vec<(&str, &[u8])> = names.iter().map(|name| (name.as_str(), STRANGE_TRACK.as_bytes())).collect();
    files.push(("library.json", json.as_bytes()));
    let backup = home.zip("same.zip", &files);
    let restored = home.library.restore(&backup, MORNING_MS).expect("restores");
    assert_eq!((restored.recordings, restored.known, restored.refused.len()), (1, 149, 0));
    assert_eq!(home.library.restore(&backup, MORNING_MS).expect("restores").known, 150);
    let (here, there) = here_and_there(&home);
    assert_eq!(here, there);
}

#[test]
fn what_a_backup_says_beyond_all_need_costs_little() {
    let mut home = Home::new();
    let wide = format!("{{\"form\":[1,0],\"x\":[{}[]]}}", "[],".repeat(2_000_000));
    let backup = home.zip("wide.zip", &[("library.json", wide.as_bytes())]);
    assert_eq!(home.library.restore(&backup, MORNING_MS).expect("restores").omitted.all(), 0);
    let wider = vec![b' '; (64 << 20) + 1];
    let backup = home.zip("wider.zip", &[("library.json", &wider)]);
    let error = home.library.restore(&backup, MORNING_MS).expect_err("is refused").to_string();
    assert!(error.contains("unpacks to more than"), "{error}");
    // Details of more than a phone keeps are no track; the rest goes in.
    let point = "<trkpt lat=\"55.3\" lon=\"21\"><x>".to_owned() + &"x".repeat(1_000) + "</x></trkpt>";
    let kept = format!(
        "<gpx version=\"1.1\" xmlns=\"http://www.topografix.com/GPX/1/1\"><trk><trkseg>{}</trkseg></trk></gpx>",
        point.repeat(70_000)
    );
    let json = json!({"form": [1, 0], "recordings": [track("a")]}).to_string();
    let backup = home.zip("kept.zip", &[("t.gpx", kept.as_bytes()), ("library.json", json.as_bytes())]);
    let restored = home.library.restore(&backup, MORNING_MS).expect("restores");
    assert_eq!((restored.recordings, restored.refused), (0, vec![backup.join("t.gpx")]));
}

#[test]
fn a_bad_line_is_left_out_and_said_and_the_rest_goes_in() {
    let mut home = Home::new();
    let kept = |item: &str, time_ms: Value| json!({"bundle": "spit", "item": item, "name": "x".repeat(5_000), "text": "Vėjas.", "time_ms": time_ms});
    let json = json!({
        "form": [1, 7],
        "settings": {"bin-days": "7", "theme": 3, "language": "x".repeat(100_000), "new": "x"},
        "favourites": [kept("stop/dune", json!(1)), kept("stop/..", json!(1)), kept("stop/pier", json!(-1)), 7, null],
        "notes": [kept("stop/dune", json!(1)), kept("stop/dune", json!(i64::MAX)), kept("stop/dune", json!(1e300))],
        "milestones": [{"kind": "eaten"}],
        "standings": [[]],
        "recordings": [track("a"), {"key": 1}, "x"],
        "strange": {"a": [1, 2, {"b": null}]},
    });
    let backup = backup(&home, "bad.zip", &json);
    let restored = home.library.restore(&backup, MORNING_MS).expect("restores");
    assert_eq!((restored.recordings, restored.favourites, restored.notes, restored.settings), (1, 1, 1, 1));
    let omitted = Omitted {
        settings: 3,
        favourites: 4,
        notes: 2,
        milestones: 1,
        standings: 1,
        recordings: 2,
        ..Omitted::default()
    };
    assert_eq!((restored.omitted, restored.refused), (omitted, vec![backup.join("library.json")]));
    assert_eq!(home.library.favourites().expect("reads")[0].name.len(), 1_024);
    let (here, there) = here_and_there(&home);
    assert_eq!(here, there);
}

/// The files of an archive.
fn unpacked(archive: &Path) -> Vec<(String, Vec<u8>)> {
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
fn repacked(home: &Home, backup: &Path, change: impl Fn(&mut Value, &[(String, Vec<u8>)]), ending: &str) -> PathBuf {
    let mut files = unpacked(backup);
    let (_, json) = files.pop().expect("ends with what is for programs");
    let mut json: Value = serde_json::from_slice(&json).expect("is JSON");
    change(&mut json, &files);
    files.retain(|(name, _)| !name.ends_with(ending));
    files.push(("library.json".into(), json.to_string().into_bytes()));
    let files: Vec<(&str, &[u8])> = files.iter().map(|(name, bytes)| (name.as_str(), bytes.as_slice())).collect();
    home.zip("repacked.zip", &files)
}

#[test]
fn a_ride_with_impossible_gaps_loses_no_fix() {
    let folder = quick_folder();
    let library = travel(folder.path());
    let backup = folder.path().join("backup.zip");
    library.back_up(&backup).expect("backs up");
    let believed =
        |library: &Library| library.recordings().expect("reads").iter().map(|(_, tally)| tally.believed).sum::<u64>();
    for missing in [json!([[0, u32::MAX]]), json!([[5, 1], [0, 3]]), json!([[u32::MAX, u32::MAX]])] {
        let mut home = Home::new();
        let gaps = |json: &mut Value, _: &[(String, Vec<u8>)]| {
            for told in json["recordings"].as_array_mut().expect("a list") {
                told["missing"] = missing.clone();
                told["fixes"] = json!("nowhere.jsonl");
            }
        };
        home.library.restore(&repacked(&home, &backup, gaps, ".jsonl"), MORNING_MS).expect("restores");
        assert_eq!(believed(&home.library), believed(&library), "{missing}");
    }
}

/// In the first form, fixes that are not in a GPX file stood among what is known of the ride.
#[test]
fn a_backup_of_the_first_form_is_read_as_before() {
    let mut phone = Home::new();
    let id = phone.library.start_recording(&Start { time_ms: MORNING_MS, ..Start::default() }).expect("starts");
    for number in 0..40 {
        let accuracy = if number % 3 == 0 { f64::INFINITY } else { 5.0 };
        let time_ms = MORNING_MS + number * 1_000;
        phone.library.record(id, &Fix::of_position(time_ms, 55.3, 21.0, accuracy)).expect("records");
    }
    let backup = phone.path("backup.zip");
    phone.library.back_up(&backup).expect("backs up");
    let first = |json: &mut Value, files: &[(String, Vec<u8>)]| {
        json["form"] = json!([1, 0]);
        let told = &mut json["recordings"][0];
        let name = told.as_object_mut().and_then(|told| told.remove("fixes")).expect("has fixes beside");
        let (_, lines) = files.iter().find(|(file, _)| *file == name).expect("is there");
        let lines = std::str::from_utf8(lines).expect("is text").lines();
        told["refused"] = lines.map(|line| serde_json::from_str::<Value>(line).expect("is JSON")).collect();
        assert_eq!(told["refused"].as_array().map(Vec::len), Some(14));
    };
    let mut other = Home::new();
    other.library.restore(&repacked(&other, &backup, first, ".jsonl"), MORNING_MS).expect("restores");
    assert_eq!(held(&other.library), held(&phone.library));
}

#[cfg(unix)]
#[test]
fn a_pipe_or_device_is_refused_and_nobody_waits() {
    let mut home = Home::new();
    let pipe = home.path("pipe.zip");
    assert!(std::process::Command::new("mkfifo").arg(&pipe).status().expect("runs").success());
    for path in [pipe.as_path(), Path::new("/dev/zero")] {
        for told in [
            home.library.restore(path, MORNING_MS).expect_err("is refused").to_string(),
            home.library.install(path, None, &[], MORNING_MS).expect_err("is refused").to_string(),
        ] {
            assert!(told.contains("no ordinary file") || told.contains("not a file"), "{told}");
        }
    }
}

/// Each line would cost the whole file again: had it to be looked at once a line, this would be read for hours.
#[test]
fn thousands_of_lines_that_name_one_file_cost_no_more_than_the_file() {
    let tracks: String = (0..150).map(|number| straight_track("", 40.0 + f64::from(number) * 0.05, 120, "")).collect();
    let mut home = Home::new();
    let contents: Vec<Option<String>> = {
        let brought = home.bring(&home.file("t.gpx", file_of(&tracks)));
        brought.iter().map(|id| home.library.recording(*id).expect("reads").content).collect()
    };
    let line = |number: usize| {
        let mut told = track(&format!("k{number}"));
        // Some name a track of the file, some all of it, some what is not in it.
        told["content"] = match number % 3 {
            0 => json!(contents[number % 150]),
            1 => Value::Null,
            _ => json!(format!("{number:032x}")),
        };
        told
    };
    let lines: Vec<Value> = (0..19_000).map(line).collect();
    let json = json!({"form": [1, 1], "recordings": lines}).to_string();
    let backup = home.zip("many.zip", &[("t.gpx", file_of(&tracks)), ("library.json", json)]);
    let mut other = Home::new();
    let restored = other.library.restore(&backup, MORNING_MS).expect("restores");
    // Every third of the 150 tracks, and all of them as one.
    assert_eq!((restored.recordings, restored.known), (51, 19_000 - 51));
    assert_eq!((restored.omitted, restored.refused.len(), other.stored()), (Omitted::default(), 0, 1));
    let again = other.library.restore(&backup, MORNING_MS).expect("restores");
    assert_eq!((again.recordings, again.known, other.stored()), (0, 19_000, 1));
    assert!(other.library.check().expect("reads"));
}

#[test]
fn more_recordings_than_a_backup_holds_are_left_out_and_counted() {
    let mut home = Home::new();
    let lines: Vec<Value> = (0..20_500).map(|number| track(&format!("k{number}"))).collect();
    let restored =
        home.library.restore(&backup(&home, "b.zip", &json!({"form": [1, 1], "recordings": lines})), MORNING_MS);
    let restored = restored.expect("restores");
    assert_eq!(restored.omitted, Omitted { recordings: 500, ..Omitted::default() });
    assert_eq!((restored.recordings, restored.known), (1, 19_999));
}

/// A backup of that many rides of the traveller's own, three fixes and one that is not believed each.
fn rides(home: &mut Home, count: i64) -> PathBuf {
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

#[test]
fn a_ride_named_by_many_lines_is_one_ride() {
    let mut home = Home::new();
    let backup = rides(&mut home, 1);
    let many = |json: &mut Value, _: &[(String, Vec<u8>)]| {
        let lines = json["recordings"].as_array_mut().expect("a list");
        for number in 0..15_000 {
            let mut line = lines[0].clone();
            line["key"] = json!(format!("k{number}"));
            lines.push(line);
        }
    };
    let backup = repacked(&home, &backup, many, "none");
    let mut other = Home::new();
    let restored = other.library.restore(&backup, MORNING_MS).expect("restores");
    assert_eq!((restored.recordings, restored.known, restored.extended), (1, 0, 0));
    assert_eq!(restored.omitted, Omitted { recordings: 15_000, ..Omitted::default() });
    assert_eq!(held(&other.library), held(&home.library));
}

/// Else a small archive becomes a large library.
#[test]
fn fixes_beside_a_ride_are_of_that_ride_alone() {
    let mut home = Home::new();
    let backup = rides(&mut home, 40);
    let shared = |json: &mut Value, _: &[(String, Vec<u8>)]| {
        let first = json["recordings"][0]["fixes"].clone();
        assert!(first.is_string(), "it has fixes beside it");
        json["recordings"].as_array_mut().expect("a list").iter_mut().for_each(|told| told["fixes"] = first.clone());
    };
    let backup = repacked(&home, &backup, shared, "none");
    let mut other = Home::new();
    let restored = other.library.restore(&backup, MORNING_MS).expect("restores");
    // 39 rides without what was beside them, and as many files of which nobody speaks.
    assert_eq!(restored.omitted, Omitted { details: 39, files: 39, ..Omitted::default() });
    let fixes: u64 = other.library.recordings().expect("reads").iter().map(|(_, tally)| tally.fixes).sum();
    assert_eq!((restored.recordings, fixes), (40, 4 + 39 * 3));
}

#[test]
fn whatever_is_left_out_of_a_backup_is_counted_by_its_kind() {
    let mut home = Home::new();
    let backup = rides(&mut home, 3);
    let spoilt = |json: &mut Value, files: &[(String, Vec<u8>)]| {
        assert_eq!(files.len(), 6);
        let told = json["recordings"].as_array_mut().expect("a list");
        told[0]["mode"] = json!("flying carpet");
        told[0]["followed"] = json!({"bundle": "..", "route": "r", "names": []});
        told[0]["missing"] = json!([[5, 1], [0, 3]]);
        told[0]["attachments"] =
            json!([{"kind": "smell", "file": "a", "bytes": 1, "digest": "d", "time_ms": 1, "position": null}, 7]);
        told[1]["fixes"] = json!("rides/nowhere.jsonl");
        told.truncate(2);
        let unknown: serde_json::Map<String, Value> =
            (0..100_000).map(|number| (format!("x{number}"), json!("y"))).collect();
        json["settings"] = Value::Object(unknown);
        json["settings"]["bin-days"] = json!("7");
        json["settings"]["theme"] = json!("invisible");
    };
    let backup = repacked(&home, &backup, spoilt, "none");
    let mut other = Home::new();
    let restored = other.library.restore(&backup, MORNING_MS).expect("restores");
    let told = Omitted { settings: 100_001, details: 3, attachments: 2, files: 3, ..Omitted::default() };
    assert_eq!((restored.omitted, restored.omitted.all()), (told, 100_009));
    assert_eq!((restored.recordings, restored.settings), (2, 1));
    assert_eq!(restored.refused, ["rides/nowhere.jsonl", "library.json"].map(|name| backup.join(name)));
}

#[test]
fn fixes_beside_a_ride_that_cannot_be_read_are_counted() {
    let mut home = Home::new();
    let backup = rides(&mut home, 1);
    let mut files = unpacked(&backup);
    let (_, lines) = files.iter_mut().find(|(name, _)| name.ends_with(".jsonl")).expect("fixes beside");
    let whole = String::from_utf8(lines.clone()).expect("is text");
    // The second comes with a number that was given already, the third is none, and the last breaks off.
    *lines = [&whole, &whole, "{}\n", &whole[..whole.len() / 2]].concat().into_bytes();
    let files: Vec<(&str, &Vec<u8>)> = files.iter().map(|(name, bytes)| (name.as_str(), bytes)).collect();
    let backup = home.zip("spoilt.zip", &files);
    let mut other = Home::new();
    let restored = other.library.restore(&backup, MORNING_MS).expect("restores");
    assert_eq!(restored.omitted, Omitted { fixes: 3, ..Omitted::default() });
    assert_eq!(held(&other.library), held(&home.library));
}

/// What import leaves out of a track is left out when it comes back, too: it is the same track.
#[test]
fn a_track_with_a_wrong_point_comes_back_as_what_it_is() {
    let mut home = Home::new();
    for name in ["null-island.gpx", "first-fix-300km-off.gpx", "three-tracks.gpx"] {
        home.bring(&stranger(name));
    }
    let (here, there) = here_and_there(&home);
    assert_eq!(here, there);
    let recordings = home.library.recordings().expect("reads").len();
    let again = home.library.restore(&home.path("both.zip"), MORNING_MS).expect("restores");
    assert_eq!((again.recordings, again.known), (0, recordings));
}

/// What was attached to a track since it was backed up from another phone is attached here, too.
#[test]
fn photos_of_a_track_that_is_here_are_attached_to_it() {
    let (mut home, mut other) = (Home::new(), Home::new());
    let id = home.bring(&stranger("three-tracks.gpx"))[0];
    let there = other.bring(&stranger("three-tracks.gpx"))[0];
    home.library.attach(id, &route_guide_tests::photo("nida.jpg")).expect("attaches");
    let backup = home.path("b.zip");
    home.library.back_up(&backup).expect("backs up");
    assert_eq!(other.library.restore(&backup, MORNING_MS).expect("restores").known, 3);
    let attached = |library: &Library, id| library.attachments(id).expect("reads");
    assert_eq!(attached(&other.library, there), attached(&home.library, id));
    assert!(other.library.course(&Way::Track(there)).is_ok());
}

/// What a library is given by a backup it can give back.
#[test]
fn more_lines_than_a_backup_holds_are_left_out_and_a_library_of_more_says_so_before_it_is_backed_up() {
    let mut home = Home::new();
    let line = |number: u32| json!({"bundle": "spit", "item": format!("stop/s{number}"), "name": "", "time_ms": 1});
    let lines: Vec<Value> = (0..200_001).map(line).collect();
    let json = json!({"form": [1, 1], "favourites": lines});
    let restored = home.library.restore(&backup(&home, "b.zip", &json), MORNING_MS).expect("restores");
    assert_eq!((restored.favourites, restored.omitted.favourites), (200_000, 1));
    let again = home.path("again.zip");
    assert_eq!(home.library.back_up(&again).expect("backs up"), []);
    home.library.like(&favourite("dune")).expect("likes");
    let error = home.library.back_up(&home.path("too-many.zip")).expect_err("is too much").to_string();
    assert!(error.contains("the 200000 that a backup holds of each; remove some"), "{error}");
    assert!(!home.path("too-many.zip").exists());
}

#[test]
fn the_tool_says_what_it_left_out_and_ends_as_one_that_did_not_do_all() {
    let home = Home::new();
    let settings: serde_json::Map<String, Value> =
        (0..500_000).map(|number| (format!("x{number}"), json!("y"))).collect();
    let json = json!({"form": [1, 1], "settings": settings, "notes": [1], "recordings": [track("a")]});
    let backup = backup(&home, "b.zip", &json);
    let mut tool = Command::new(env!("CARGO_BIN_EXE_desk"));
    let ended = tool.arg("library").arg(home.path("desk")).arg("restore").arg(&backup).output().expect("runs");
    let said = String::from_utf8(ended.stderr).expect("is text");
    assert!(
        said.starts_with("error: left out of the backup: 500000 settings, 1 note; they are cut short, out of bounds"),
        "{said}"
    );
    let out = String::from_utf8(ended.stdout).expect("is text");
    assert!(out.starts_with("1 recording taken in"), "{out}");
    assert_eq!(ended.status.code(), Some(1));
}
