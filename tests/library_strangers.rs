//! What strangers hand in spoils nothing: files in our own form that break its rules, folders that are none of ours.

use std::fs;
use std::path::Path;

use route_guide_core::guidance::Settings;
use route_guide_core::library::{Departure, LeftOut, Library, LibraryError, Origin, RecordingId, Start, WhyLeftOut};
use route_guide_core::model::{Fix, Language};
use route_guide_tests::{Home, MORNING_MS, STRANGE_TRACK, fixes, quick_folder, spit_bundle, spit_way, travel};
use rusqlite::Connection;

/// A file that says it is a recording of ours.
fn ours(key: &str, waypoints: &str, points: &str) -> String {
    format!(
        r#"<gpx version="1.1" creator="route-guide" xmlns="http://www.topografix.com/GPX/1/1" xmlns:rg="urn:x-route-guide:recording">
<metadata><name>Ride</name><time>2026-06-01T08:00:00Z</time><extensions><rg:key>{key}</rg:key></extensions></metadata>
{waypoints}<trk><trkseg>{points}</trkseg></trk></gpx>"#
    )
}

fn point(number: u32, time: &str, more: &str) -> String {
    let lat = 55.3 + f64::from(number) * 1e-4;
    format!(r#"<trkpt lat="{lat}" lon="21.0">{time}<extensions>{more}</extensions></trkpt>"#)
}

fn phone_time(ms: i64) -> String {
    format!("<rg:time>{ms}</rg:time>")
}

#[test]
fn a_file_in_our_form_that_breaks_its_rules_is_a_track_like_any_other() {
    let mut home = Home::new();
    let second = |number: u32| format!("<time>2026-06-01T08:00:{number:02}Z</time>");
    let proper = |more: &str| (0..4).map(|number| point(number, &second(number), more)).collect::<String>();
    let wild = [
        (
            "times at both ends",
            [0, i64::MIN, 0, i64::MIN].map(|ms| point((ms & 3) as u32, "", &phone_time(ms))).concat(),
        ),
        ("times that go back", (0..4).rev().map(|number| point(number, &second(number), "")).collect()),
        ("accuracies that are none", proper("<rg:accuracy>NaN</rg:accuracy>")),
        ("endless accuracies", proper("<rg:accuracy>INF</rg:accuracy>")),
    ];
    for (what, points) in wild {
        let path = home.file("wild.gpx", ours("abc", "", &points));
        let imported = home.library.import(&path, MORNING_MS).expect("goes on");
        for id in imported.brought {
            assert_eq!(home.library.recording(id).expect("reads").origin, Origin::Imported, "{what}");
            let told = home.library.tally(id).expect("reads");
            let listed = home.library.recordings().expect("reads").into_iter().find(|(one, _)| one.id == id);
            assert_eq!(listed.expect("is listed").1, told, "{what}");
            assert!(told.distance_m.is_finite() && told.distance_m < 1_000.0, "{what}: {}", told.distance_m);
        }
    }
    for key in ["../../../x", "A B", &"k".repeat(70_000), ""] {
        let path = home.file("key.gpx", ours(key, "", &proper("<rg:accuracy>5</rg:accuracy>")));
        home.library.import(&path, MORNING_MS).expect("goes on");
    }
    assert!(home.library.check().expect("reads"));
    home.library.back_up(&home.path("backup.zip")).expect("writes");
    let packed = fs::read(home.path("backup.zip")).expect("reads");
    assert!(!packed.windows(3).any(|window| window == b"../"));
}

#[test]
fn photos_that_cannot_be_told_apart_are_no_damage() {
    let mut home = Home::new();
    let photo = |digest: &str| {
        format!(
            r#"<wpt lat="55.3" lon="21.0"><time>2026-06-01T08:00:01Z</time><link href="a.jpg"/><extensions><rg:kind>photo</rg:kind><rg:bytes>1</rg:bytes>{digest}</extensions></wpt>"#
        )
    };
    let same = photo("<rg:digest>d</rg:digest>").repeat(2);
    let points: String = (0..4)
        .map(|number| {
            point(number, &format!("<time>2026-06-01T08:00:{number:02}Z</time>"), "<rg:accuracy>5</rg:accuracy>")
        })
        .collect();
    let path = home.file("photos.gpx", ours("abc", &(same + &photo("").repeat(2)), &points));
    let imported = home.library.import(&path, MORNING_MS).expect("goes on");
    assert_eq!((imported.brought.len(), imported.refused.len()), (1, 0));
    let id = imported.brought[0];
    assert_eq!(home.library.recording(id).expect("reads").origin, Origin::Recorded);
    assert_eq!(home.library.attachments(id).expect("reads").len(), 1);
    assert!(!home.path("phone").join("library.suspect").exists());
}

#[test]
fn a_folder_of_others_is_not_taken_for_a_library() {
    let folder = quick_folder();
    let releases = folder.path().join("bundles");
    fs::create_dir_all(&releases).expect("a folder");
    fs::write(releases.join("SHA256SUMS"), "precious").expect("writes");
    let error = Library::open(folder.path(), MORNING_MS).expect_err("is refused");
    assert!(matches!(error, LibraryError::NotALibrary { .. }));
    assert_eq!(fs::read_dir(folder.path()).expect("reads").count(), 1, "nothing was made there");

    let library = quick_folder();
    drop(travel(library.path()));
    fs::write(library.path().join("bundles").join("README.txt"), "mine").expect("writes");
    drop(Library::open(library.path(), MORNING_MS).expect("opens"));
    assert!(library.path().join("bundles").join("README.txt").exists(), "a file of another kind is none of ours");
}

#[test]
fn a_row_lost_without_a_trace_does_not_cost_a_track_its_file() {
    let folder = quick_folder();
    drop(travel(folder.path()));
    let only = |path: &Path| fs::read_dir(path).expect("reads").count();
    assert_eq!(only(&folder.path().join("tracks")), 1);
    let path = folder.path().join("library.sqlite");
    let root: i64 = Connection::open(&path)
        .and_then(|database| {
            database.query_row("SELECT rootpage FROM sqlite_schema WHERE name = 'recording'", [], |row| row.get(0))
        })
        .expect("reads");
    // The leaf says it holds fewer rows than it does, which no reading notices.
    let mut bytes = fs::read(&path).expect("reads");
    let leaf = (usize::try_from(root).expect("a page") - 1) * 4_096;
    assert_eq!(bytes[leaf], 13, "a leaf");
    let rows = bytes[leaf + 4];
    bytes[leaf + 4] = 1;
    assert!(rows > 1);
    // As large as is not looked through at every opening.
    fs::write(&path, bytes).expect("writes");
    let library = Library::open(folder.path(), MORNING_MS).expect("opens");
    assert_eq!(only(&folder.path().join("tracks")), 1);
    assert_eq!(library.damages().expect("reads").len(), 1);
    assert_eq!(library.recordings().expect("reads").len(), usize::from(rows));
}

#[test]
fn a_backup_goes_on_without_a_track_whose_file_is_gone() {
    let folder = quick_folder();
    let library = travel(folder.path());
    let track = library.recordings().expect("reads").into_iter().find(|(one, _)| one.origin == Origin::Imported);
    let track = track.expect("a track").0.id;
    fs::remove_dir_all(folder.path().join("tracks")).expect("removes");
    let backup = folder.path().join("backup.zip");
    let gone = LeftOut { recording: track, reason: WhyLeftOut::Gone };
    assert_eq!(library.back_up(&backup).expect("writes"), [gone]);
    let mut other = Library::open(&folder.path().join("other"), MORNING_MS).expect("opens");
    assert_eq!(other.restore(&backup, MORNING_MS).expect("restores").recordings, 3);
    let how =
        route_guide_core::gpx::RideExport { profile: route_guide_core::gpx::Profile::Plain, language: Language::EN };
    let error = library.export_recording(track, how, &folder.path().join("x.gpx")).expect_err("is gone").to_string();
    assert!(error.contains("tracks"), "{error}");
}

/// A pause is a pause of the recording: the traveller goes on along the route, and what is seen there is theirs alone.
#[test]
fn a_paused_recording_stops_neither_the_way_nor_takes_what_came_meanwhile() {
    let mut home = Home::new();
    home.library.install(&spit_bundle(&home.path(""), 3), None, &[], MORNING_MS).expect("installs");
    let way = spit_way();
    let course = home.library.course(&way).expect("leads somewhere");
    let ride = fixes(&course, 120, 1);
    let id = home.library.start_recording(&Start { time_ms: MORNING_MS, ..Start::default() }).expect("starts");
    let settings = Settings::in_language(Language::LT);
    let (mut journey, _) =
        home.library.set_out(&way, false, Departure::Continue, settings, Some(id)).expect("sets out");
    for fix in &ride[..40] {
        home.library.advance(&mut journey, fix).kept.expect("is kept");
    }
    home.library.pause_recording(id).expect("pauses");
    for fix in &ride[40..80] {
        assert_eq!(home.library.advance(&mut journey, fix).kept.expect("goes on"), None);
    }
    let standing = home.library.standing(&way, false).expect("reads").expect("is known");
    assert_eq!(standing.time_ms, ride[79].time_ms);
    home.library.resume_recording(id).expect("resumes");
    for fix in &ride[80..] {
        home.library.advance(&mut journey, fix).kept.expect("is kept");
    }
    let mut times = Vec::new();
    home.library.each_fix(id, |kept| times.push(kept.fix.time_ms)).expect("reads");
    let expected: Vec<i64> = ride[..40].iter().chain(&ride[80..]).map(|fix| fix.time_ms).collect();
    assert_eq!(times, expected);
    home.library.stop_recording(id, MORNING_MS).expect("stops");
    let again = home.library.advance(&mut journey, &ride[119]);
    assert!(again.kept.expect("goes on").is_none() && journey.waiting() == 0);
    home.library.discard_recording(id, MORNING_MS).expect("discards");
    home.library.free().expect("frees");
    let next = Fix { time_ms: ride[119].time_ms + 5_000, monotonic_ms: None, ..ride[119] };
    home.library.advance(&mut journey, &next).kept.expect("goes on without a recording");
}

#[test]
fn a_ride_brought_in_while_it_went_on_is_completed_by_the_whole_one() {
    let mut here = Home::new();
    let id = here.library.start_recording(&Start { time_ms: MORNING_MS, ..Start::default() }).expect("starts");
    here.library.install(&spit_bundle(&here.path(""), 3), None, &[], MORNING_MS).expect("installs");
    let ride = fixes(&here.library.course(&spit_way()).expect("leads somewhere"), 60, 1);
    let how =
        route_guide_core::gpx::RideExport { profile: route_guide_core::gpx::Profile::Plain, language: Language::EN };
    let mut files = Vec::new();
    for (number, part) in ride.chunks(30).enumerate() {
        for fix in part {
            here.library.record(id, fix).expect("records");
        }
        files.push(here.path(&format!("{number}.gpx")));
        here.library.export_recording(id, how, &files[number]).expect("exports");
    }
    let mut there = Home::new();
    let first = there.library.import(&files[0], MORNING_MS).expect("imports").brought;
    assert_eq!(there.library.import(&files[1], MORNING_MS).expect("imports").brought, first);
    assert_eq!(there.library.tally(first[0]).expect("reads").fixes, 60);
    for file in &files {
        let again = there.library.import(file, MORNING_MS).expect("imports");
        assert_eq!((again.brought, again.known), (Vec::<RecordingId>::new(), first.clone()));
    }
    let known = there.file("strange.gpx", STRANGE_TRACK);
    there.library.import(&known, MORNING_MS).expect("imports");
    assert_eq!(there.library.recordings().expect("reads").len(), 2);
}
