//! What of a backup cannot be taken in is left out and told by its kind, and the rest goes in.

use std::process::Command;

use route_guide_core::library::{Library, Omitted, Start};
use route_guide_core::model::Fix;
use route_guide_tests::{
    Home, MORNING_MS, backed_up_rides, backup_of, favourite, held, here_and_there, quick_folder, repacked, told_track,
    travel, unpacked,
};
use serde_json::{Value, json};

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
        "recordings": [told_track("a"), {"key": 1}, "x"],
        "strange": {"a": [1, 2, {"b": null}]},
    });
    let backup = backup_of(&home, "bad.zip", &json);
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

#[test]
fn whatever_is_left_out_of_a_backup_is_counted_by_its_kind() {
    let mut home = Home::new();
    let backup = backed_up_rides(&mut home, 3);
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
    let backup = backed_up_rides(&mut home, 1);
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

#[test]
fn the_tool_says_what_it_left_out_and_ends_as_one_that_did_not_do_all() {
    let home = Home::new();
    let settings: serde_json::Map<String, Value> =
        (0..500_000).map(|number| (format!("x{number}"), json!("y"))).collect();
    let json = json!({"form": [1, 1], "settings": settings, "notes": [1], "recordings": [told_track("a")]});
    let backup = backup_of(&home, "b.zip", &json);
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

#[test]
fn more_recordings_than_a_backup_holds_are_left_out_and_counted() {
    let mut home = Home::new();
    let lines: Vec<Value> = (0..20_500).map(|number| told_track(&format!("k{number}"))).collect();
    let restored =
        home.library.restore(&backup_of(&home, "b.zip", &json!({"form": [1, 1], "recordings": lines})), MORNING_MS);
    let restored = restored.expect("restores");
    assert_eq!(restored.omitted, Omitted { recordings: 500, ..Omitted::default() });
    assert_eq!((restored.recordings, restored.known), (1, 19_999));
}

/// What a library is given by a backup it can give back.
#[test]
fn more_lines_than_a_backup_holds_are_left_out_and_a_library_of_more_says_so_before_it_is_backed_up() {
    let mut home = Home::new();
    let line = |number: u32| json!({"bundle": "spit", "item": format!("stop/s{number}"), "name": "", "time_ms": 1});
    let lines: Vec<Value> = (0..200_001).map(line).collect();
    let json = json!({"form": [1, 1], "favourites": lines});
    let restored = home.library.restore(&backup_of(&home, "b.zip", &json), MORNING_MS).expect("restores");
    assert_eq!((restored.favourites, restored.omitted.favourites), (200_000, 1));
    let again = home.path("again.zip");
    assert_eq!(home.library.back_up(&again).expect("backs up"), []);
    home.library.like(&favourite("dune")).expect("likes");
    let error = home.library.back_up(&home.path("too-many.zip")).expect_err("is too much").to_string();
    assert!(error.contains("the 200000 that a backup holds of each; remove some"), "{error}");
    assert!(!home.path("too-many.zip").exists());
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
        let lat = 55.3 + number as f64 * 1e-6;
        phone.library.record(id, &Fix::of_position(time_ms, lat, 21.0, accuracy)).expect("records");
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
