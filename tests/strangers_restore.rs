//! A file that says it is a backup does no harm: it costs what its size allows, and what of it is left out is told.

use std::collections::BTreeSet;
use std::fs::{self, File};
use std::path::{Path, PathBuf};

use route_guide_core::library::{Library, Omitted, Origin, Way};
use route_guide_tests::{
    Home, MORNING_MS, STRANGE_TRACK, backed_up_rides, backup_of, file_of, held, here_and_there, repacked,
    straight_track, stranger, told_track,
};
use serde_json::{Value, json};
use zip::ZipArchive;

fn hostile(name: &str) -> PathBuf {
    stranger("hostile").join(name)
}

#[test]
fn a_key_that_leads_elsewhere_or_is_too_long_is_another_one_here() {
    let home = Home::new();
    let long = "k".repeat(81);
    let mut backups: Vec<PathBuf> = ["key-long.zip", "key-trav.zip", "key-huge.zip"].map(hostile).to_vec();
    for (number, key) in ["", "..", "a/b", "A", "a b", "a\0b", "ž", &long].iter().enumerate() {
        backups.push(backup_of(
            &home,
            &format!("{number}.zip"),
            &json!({"form": [1, 0], "recordings": [told_track(key)]}),
        ));
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
    let json = json!({"form": [1, 1], "recordings": [told_track("../x")],
        "milestones": [{"kind": "visited", "bundle": "spit", "route": "spit-route", "item": "dune", "name": "Kopa",
                        "time_ms": MORNING_MS, "position": [55.3, 21.0], "recording": "../x"}],
        "standings": [standing("../x", json!(7.0)), standing("../y", json!(7.0)), standing("z", json!(-1e300))]});
    let restored = home.library.restore(&backup_of(&home, "b.zip", &json), MORNING_MS).expect("restores");
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
            let mut told = told_track(&format!("r{number}"));
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
    let json = json!({"form": [1, 0], "recordings": [told_track("a")]}).to_string();
    let backup = home.zip("kept.zip", &[("t.gpx", kept.as_bytes()), ("library.json", json.as_bytes())]);
    let restored = home.library.restore(&backup, MORNING_MS).expect("restores");
    assert_eq!((restored.recordings, restored.refused), (0, vec![backup.join("t.gpx")]));
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
        let mut told = told_track(&format!("k{number}"));
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
fn a_ride_named_by_many_lines_is_one_ride() {
    let mut home = Home::new();
    let backup = backed_up_rides(&mut home, 1);
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
    let backup = backed_up_rides(&mut home, 40);
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

/// Two that each can be restored may be too much together: then every later backup would fail.
#[test]
fn a_library_takes_no_more_than_it_can_give_back() {
    let mut home = Home::new();
    let words = "v".repeat(9_990);
    let many = |letter: &str| {
        let note = |number: u32| json!({"bundle": "spit", "item": "stop/dune", "name": "", "text": format!("{letter}{number}{words}"), "time_ms": 1});
        json!({"form": [1, 1], "notes": (0..3_500).map(note).collect::<Vec<Value>>()})
    };
    let (one, two) = (backup_of(&home, "one.zip", &many("a")), backup_of(&home, "two.zip", &many("b")));
    assert_eq!(home.library.restore(&one, MORNING_MS).expect("restores").notes, 3_500);
    let error = home.library.restore(&two, MORNING_MS).expect_err("is too much").to_string();
    assert!(error.contains("more than the 56 MiB that a backup holds"), "{error}");
    assert_eq!(home.library.notes().expect("reads").len(), 3_500);
    assert_eq!(home.library.restore(&one, MORNING_MS).expect("is here").notes, 0);
    assert_eq!(home.library.back_up(&home.path("again.zip")).expect("backs up"), []);
}

#[test]
fn a_recording_has_as_many_photos_as_can_be_backed_up() {
    let mut home = Home::new();
    let photo = |number: u32| json!({"kind": "photo", "file": "a.jpg", "bytes": 1, "digest": format!("d{number}"), "time_ms": 1, "position": null});
    let mut told = told_track("a");
    told["attachments"] = (0..1_500).map(photo).collect();
    let restored =
        home.library.restore(&backup_of(&home, "b.zip", &json!({"form": [1, 1], "recordings": [told]})), MORNING_MS);
    assert_eq!(restored.expect("restores").omitted, Omitted { attachments: 500, ..Omitted::default() });
    // Nor with more lines that name the same track.
    let more = |first: u32| {
        let mut told = told_track(&format!("k{first}"));
        told["attachments"] = (first..first + 600).map(photo).collect();
        told
    };
    let json = json!({"form": [1, 1], "recordings": [more(900), more(3_000)]});
    let restored = home.library.restore(&backup_of(&home, "c.zip", &json), MORNING_MS).expect("restores");
    assert_eq!(restored.omitted, Omitted { attachments: 500 + 600, ..Omitted::default() });
    let id = home.library.recordings().expect("reads")[0].0.id;
    assert_eq!(home.library.attachments(id).expect("reads").len(), 1_000);
    let one_more = route_guide_tests::photo("nida.jpg");
    let error = home.library.attach(id, &one_more).expect_err("is one too many").to_string();
    assert!(error.contains("has 1000 photos and voice notes"), "{error}");
    let again = route_guide_core::library::Attachment { digest: "d7".into(), ..one_more };
    home.library.attach(id, &again).expect("is there");
    // Who says that their file is a ride of ours with more of them has made it: it is a track like any other.
    for (count, origin) in [(1_000, Origin::Recorded), (1_001, Origin::Imported)] {
        let photos: String = (0..count).map(|number| format!("<wpt lat=\"55.3\" lon=\"21\"><time>2026-06-01T08:00:01Z</time><link href=\"a.jpg\"/><extensions><rg:kind>photo</rg:kind><rg:bytes>1</rg:bytes><rg:digest>d{number}</rg:digest></extensions></wpt>")).collect();
        let points: String = (0..4).map(|number| format!("<trkpt lat=\"55.3{number}\" lon=\"21\"><time>2026-06-01T08:0{number}:00Z</time><extensions><rg:accuracy>5</rg:accuracy></extensions></trkpt>")).collect();
        let file = format!(
            "<gpx version=\"1.1\" creator=\"route-guide\" xmlns=\"http://www.topografix.com/GPX/1/1\" xmlns:rg=\"urn:x-route-guide:recording\"><metadata><name>Ride</name><time>2026-06-01T08:00:00Z</time><extensions><rg:key>abc</rg:key></extensions></metadata>{photos}<trk><trkseg>{points}</trkseg></trk></gpx>"
        );
        let mut other = Home::new();
        let brought = other.bring(&other.file("ride.gpx", file));
        assert_eq!(other.library.recording(brought[0]).expect("reads").origin, origin, "{count}");
    }
}

/// Tracks come back under the keys they had, in whatever order an archive has them.
#[test]
fn a_track_has_the_same_key_in_every_library() {
    let mut home = Home::new();
    let track = |north: u32, month: u32| {
        let time = |step: u32| format!("2026-{month:02}-01T08:{step:02}:00Z");
        let point = |step: u32| format!("<trkpt lat='{north}.{step:02}' lon='21'><time>{}</time></trkpt>", time(step));
        let points: String = (0..9).map(point).collect();
        format!(
            "<gpx version='1.1' xmlns='http://www.topografix.com/GPX/1/1'><trk><trkseg>{points}</trkseg></trk></gpx>"
        )
    };
    let keys = |library: &Library| -> BTreeSet<(Option<String>, String)> {
        library.recordings().expect("reads").into_iter().map(|(one, _)| (one.name, one.key)).collect()
    };
    for (name, north, month) in [("c", 50, 9), ("a", 51, 5), ("b", 52, 7)] {
        let path = home.path(&format!("{name}.gpx"));
        fs::write(&path, track(north, month)).expect("writes");
        home.library.import(&path, MORNING_MS).expect("is brought in");
    }
    let backup = home.path("backup.zip");
    home.library.back_up(&backup).expect("backs up");
    let mut other = Home::new();
    other.library.restore(&backup, MORNING_MS).expect("restores");
    assert_eq!(keys(&other.library), keys(&home.library));
}
