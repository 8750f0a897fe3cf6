//! A backup can always be restored, whatever was kept; and a file that says it is one does no harm.

use std::collections::BTreeSet;
use std::fs::{self, File};
use std::io::{Read, Write};
use std::path::{Path, PathBuf};

use proptest::prelude::*;
use route_guide_core::library::{
    Favourite, LeftOut, Library, LibraryError, Note, RecordingId, Start, State, WhyLeftOut,
};
use route_guide_core::model::{Fix, Mode};
use route_guide_tests::{MORNING_MS, STRANGE_TRACK, favourite, full, note, photo, quick_folder, spit_way, travel};
use serde_json::{Value, json};
use tempfile::TempDir;
use zip::write::SimpleFileOptions;
use zip::{ZipArchive, ZipWriter};

/// Two libraries, and room beside them.
struct Home {
    folder: TempDir,
    library: Library,
}

impl Home {
    fn new() -> Home {
        let folder = quick_folder();
        let library = Library::open(&folder.path().join("phone"), MORNING_MS).expect("opens");
        Home { folder, library }
    }

    fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    /// An archive of these files.
    fn zip(&self, name: &str, files: &[(&str, &[u8])]) -> PathBuf {
        let path = self.path(name);
        let mut zip = ZipWriter::new(File::create(&path).expect("creates"));
        for (name, bytes) in files {
            zip.start_file(*name, SimpleFileOptions::default()).expect("begins");
            zip.write_all(bytes).expect("packs");
        }
        zip.finish().expect("packs");
        path
    }

    fn backup(&self, name: &str, json: &Value) -> PathBuf {
        let json = json.to_string();
        self.zip(name, &[("t.gpx", STRANGE_TRACK.as_bytes()), ("library.json", json.as_bytes())])
    }

    /// Backs up, restores elsewhere and says what both libraries hold.
    fn both(&self) -> (BTreeSet<String>, BTreeSet<String>) {
        let backup = self.path("both.zip");
        assert_eq!(self.library.back_up(&backup).expect("backs up"), []);
        let other = quick_folder();
        let mut library = Library::open(other.path(), MORNING_MS).expect("opens");
        let restored = library.restore(&backup, MORNING_MS).expect("restores");
        assert_eq!((restored.refused, restored.unreadable), (Vec::<PathBuf>::new(), 0));
        assert!(library.check().expect("reads"));
        (held(&self.library), held(&library))
    }
}

/// What is the same in every library that holds the same.
fn held(library: &Library) -> BTreeSet<String> {
    let mut held = BTreeSet::new();
    for (recording, tally) in library.recordings().expect("reads") {
        let (id, key) = (recording.id, recording.key);
        // What is under way on one phone is done on another.
        let binned = recording.state == State::Binned;
        let (origin, name, mode, followed) = (recording.origin, recording.name, recording.mode, recording.followed);
        held.insert(format!("{key} {binned} {origin:?} {name:?} {mode:?} {followed:?} {}", recording.started_ms));
        held.insert(format!("{key} {} {} {}", tally.fixes, tally.believed, tally.lost));
        library.each_fix(id, |kept| held.extend([format!("{key} {kept:?}")])).expect("reads");
        held.extend(library.attachments(id).expect("reads").iter().map(|one| format!("{key} {one:?}")));
    }
    let notes = library.notes().expect("reads").into_iter();
    held.extend(notes.map(|note| format!("{:?}", Note { number: 0, ..note })));
    held.extend(library.favourites().expect("reads").iter().map(|one| format!("{one:?}")));
    held.extend(library.milestones(None).expect("reads").iter().map(|one| format!("{one:?}")));
    held.insert(format!("{:?}", library.settings().expect("reads")));
    held.insert(format!("{:?}", library.standing(&spit_way(), false).expect("reads")));
    held
}

fn hostile(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("fixtures/strangers/hostile").join(name)
}

fn track(key: &str) -> Value {
    json!({"key": key, "state": "closed", "origin": "imported", "name": "x", "mode": null, "followed": null,
           "started_ms": 0, "ended_ms": null, "binned_ms": null, "file": "t.gpx"})
}

fn is_suspect(home: &Home) -> bool {
    home.path("phone").join("library.suspect").exists()
}

#[test]
fn a_key_that_leads_elsewhere_or_is_too_long_is_another_one_here() {
    let home = Home::new();
    let long = "k".repeat(81);
    let mut backups: Vec<PathBuf> = ["key-long.zip", "key-trav.zip", "key-huge.zip"].map(hostile).to_vec();
    for (number, key) in ["", "..", "a/b", "A", "a b", "a\0b", "ž", &long].iter().enumerate() {
        backups.push(home.backup(&format!("{number}.zip"), &json!({"form": [1, 0], "recordings": [track(key)]})));
    }
    for backup in backups {
        let mut home = Home::new();
        let restored = home.library.restore(&backup, MORNING_MS).expect("restores");
        assert_eq!((restored.recordings, restored.refused.len()), (1, 0), "{}", backup.display());
        let key = home.library.recordings().expect("reads").remove(0).0.key;
        assert!((1..=80).contains(&key.len()) && key.bytes().all(|byte| byte.is_ascii_alphanumeric()), "{key}");
        let (here, there) = home.both();
        assert_eq!(here, there);
        let packed = ZipArchive::new(File::open(home.path("both.zip")).expect("opens")).expect("is an archive");
        assert!(packed.file_names().all(|name| !name.expect("a name").contains("..")));
        assert!(home.library.check().expect("reads") && !is_suspect(&home));
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
    let restored = home.library.restore(&home.backup("b.zip", &json), MORNING_MS).expect("restores");
    assert_eq!((restored.recordings, restored.unreadable), (1, 1));
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
    let (here, there) = home.both();
    assert_eq!(here, there);
}

#[test]
fn what_a_backup_says_beyond_all_need_costs_little() {
    let mut home = Home::new();
    let wide = format!("{{\"form\":[1,0],\"x\":[{}[]]}}", "[],".repeat(2_000_000));
    let backup = home.zip("wide.zip", &[("library.json", wide.as_bytes())]);
    assert_eq!(home.library.restore(&backup, MORNING_MS).expect("restores").unreadable, 0);
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
    let backup = home.backup("bad.zip", &json);
    let restored = home.library.restore(&backup, MORNING_MS).expect("restores");
    assert_eq!((restored.recordings, restored.favourites, restored.notes, restored.settings), (1, 1, 1, 1));
    assert_eq!((restored.unreadable, restored.refused), (4 + 2 + 1 + 1 + 2, vec![backup.join("library.json")]));
    assert_eq!(home.library.favourites().expect("reads")[0].name.len(), 1_024);
    let (here, there) = home.both();
    assert_eq!(here, there);
}

/// A backup packed anew, with other JSON and without some of its files.
fn repacked(home: &Home, backup: &Path, change: impl Fn(&mut Value, &[(String, Vec<u8>)]), ending: &str) -> PathBuf {
    let mut from = ZipArchive::new(File::open(backup).expect("opens")).expect("is an archive");
    let mut files: Vec<(String, Vec<u8>)> = Vec::new();
    for number in 0..from.len() {
        let mut file = from.by_index(number).expect("is there");
        let (name, mut bytes) = (file.name().expect("a name").into_owned(), Vec::new());
        file.read_to_end(&mut bytes).expect("unpacks");
        files.push((name, bytes));
    }
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

#[test]
fn the_same_note_of_the_same_moment_is_no_damage() {
    let mut home = Home::new();
    let words = Note { time_ms: MORNING_MS, ..note("dune", "!!!!") };
    let first = home.library.write_note(&words).expect("writes");
    assert_eq!(home.library.write_note(&words).expect("is there"), first);
    let other = home.library.write_note(&Note { text: "?".into(), ..words.clone() }).expect("writes");
    home.library.change_note(other, "!!!!", MORNING_MS).expect("changes");
    home.library.change_note(other, "!!!!", MORNING_MS).expect("changes");
    let notes = home.library.notes().expect("reads");
    assert_eq!(notes.iter().map(|note| note.text.as_str()).collect::<Vec<_>>(), ["!!!!", "!!!!"]);
    assert!(home.library.check().expect("reads") && !is_suspect(&home));
}

#[test]
fn two_phones_that_began_at_the_same_moment_are_no_damage() {
    let start = Start { time_ms: MORNING_MS, ..Start::default() };
    let mut there = Home::new();
    let id = there.library.start_recording(&start).expect("starts");
    there.library.record(id, &Fix::of_position(MORNING_MS, 55.3, 21.0, 5.0)).expect("records");
    there.library.back_up(&there.path("b.zip")).expect("backs up");
    let mut here = Home::new();
    let gone = here.library.start_recording(&Start { time_ms: MORNING_MS - 1, ..start.clone() }).expect("starts");
    here.library.discard_recording(gone, MORNING_MS).expect("discards");
    here.library.restore(&there.path("b.zip"), MORNING_MS).expect("restores");
    for (recording, _) in here.library.recordings().expect("reads") {
        if recording.state != State::Binned {
            here.library.discard_recording(recording.id, MORNING_MS).expect("discards");
        }
    }
    for _ in 0..3 {
        let id = here.library.start_recording(&start).expect("starts");
        here.library.stop_recording(id, MORNING_MS).expect("stops");
    }
    assert!(here.library.check().expect("reads") && !is_suspect(&here));
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

#[test]
fn one_track_that_cannot_be_read_keeps_nobody_from_the_others() {
    let folder = quick_folder();
    let library = travel(folder.path());
    let tracks = fs::read_dir(folder.path().join("tracks")).expect("reads");
    for track in tracks {
        fs::write(track.expect("an entry").path(), "no GPX").expect("writes");
    }
    let backup = folder.path().join("backup.zip");
    let left_out = library.back_up(&backup).expect("backs up");
    assert!(matches!(left_out[..], [LeftOut { reason: WhyLeftOut::Unreadable, .. }]), "{left_out:?}");
    let mut other = Home::new();
    let restored = other.library.restore(&backup, MORNING_MS).expect("restores");
    assert_eq!((restored.recordings, restored.refused.len()), (3, 0));
}

#[test]
fn a_file_of_impossible_heights_spoils_no_backup() {
    let mut home = Home::new();
    home.library.import(&hostile("tally-infinite-climb.gpx"), MORNING_MS).expect("goes on");
    let (here, there) = home.both();
    assert_eq!(here, there);
}

#[test]
fn a_recording_whose_tally_cannot_be_read_is_backed_up_all_the_same() {
    let folder = quick_folder();
    let library = travel(folder.path());
    let before = library.recordings().expect("reads").len();
    drop(library);
    let database = rusqlite::Connection::open(folder.path().join("library.sqlite")).expect("opens");
    database.execute("UPDATE tally SET tally = '{\"climb\":null}'", []).expect("spoils");
    drop(database);
    let library = Library::open(folder.path(), MORNING_MS).expect("opens");
    let backup = folder.path().join("backup.zip");
    assert_eq!(library.back_up(&backup).expect("backs up"), []);
    let mut other = Home::new();
    assert_eq!(other.library.restore(&backup, MORNING_MS).expect("restores").recordings, before);
}

/// Days of riding are one file, and come back whole.
#[test]
fn a_ride_of_many_fixes_comes_back_whole() {
    let mut home = Home::new();
    let id = home.library.start_recording(&Start { time_ms: MORNING_MS, ..Start::default() }).expect("starts");
    let count = if full() { 1_000_000 } else { 3_000 };
    for number in 0..count {
        let lat = 55.0 + f64::from(number) * 1e-5 % 1.0;
        // Every fifth is not believed.
        let accuracy = if number % 5 == 0 { 5_000.0 } else { 5.0 };
        let fix = Fix::of_position(MORNING_MS + i64::from(number) * 1_000, lat, 21.0, accuracy);
        home.library.record(id, &fix).expect("records");
    }
    let (here, there) = home.both();
    assert!(here == there);
}

/// Any number a phone may give, the odd ones often.
fn number() -> impl Strategy<Value = f64> + Clone {
    let odd = [0.0, -0.0, f64::NAN, f64::INFINITY, f64::NEG_INFINITY, 5e-324, f64::MAX, f64::MIN, 180.0, -90.0, 91.0];
    prop_oneof![-1e3..1e3, any::<f64>(), proptest::sample::select(odd.to_vec())]
}

/// A height that somebody can have stood at, or one that is none.
fn height() -> impl Strategy<Value = f64> + Clone {
    prop_oneof![4 => -400.0..9_000.0, 1 => proptest::sample::select(vec![0.0, -0.0, f64::NAN, 5e-324])]
}

/// Any time, most of them of one ride.
fn time() -> impl Strategy<Value = i64> {
    prop_oneof![4 => MORNING_MS..MORNING_MS + 100_000, 1 => any::<i64>()]
}

fn fix() -> impl Strategy<Value = Fix> {
    let place = prop_oneof![
        3 => (55.3..55.301, 21.0..21.001, 1.0..20.0),
        1 => (number(), number(), number())
    ];
    let others = proptest::option::of(number());
    let others = (proptest::option::of(height()), others.clone(), others);
    (time(), proptest::option::of(time()), place, others).prop_map(
        |(time_ms, monotonic_ms, (lat, lon, accuracy_m), (altitude_m, speed_mps, course_deg))| Fix {
            time_ms,
            monotonic_ms,
            lat,
            lon,
            accuracy_m,
            altitude_m,
            speed_mps,
            course_deg,
        },
    )
}

/// What somebody does with a library.
#[derive(Debug, Clone)]
enum Deed {
    Start(String, i64, Option<Mode>),
    Fixes(Vec<Fix>),
    Pause,
    Stop(i64),
    Discard(i64),
    Rename(String),
    Attach(String, i64),
    Like(String, i64),
    Write(String, String, i64),
}

fn deed() -> impl Strategy<Value = Deed> {
    let words =
        prop_oneof!["\\PC{0,20}", any::<String>(), Just("x".repeat(3_000)), Just("a\0\n\u{202E}\u{FFFF}".into())];
    let mode = proptest::option::of(proptest::sample::select(Mode::ALL.to_vec()));
    prop_oneof![
        3 => (words.clone(), time(), mode).prop_map(|(name, time_ms, mode)| Deed::Start(name, time_ms, mode)),
        6 => proptest::collection::vec(fix(), 1..40).prop_map(Deed::Fixes),
        1 => Just(Deed::Pause),
        1 => time().prop_map(Deed::Stop),
        1 => time().prop_map(Deed::Discard),
        1 => words.clone().prop_map(Deed::Rename),
        1 => ("\\PC{1,20}", time()).prop_map(|(digest, time_ms)| Deed::Attach(digest, time_ms)),
        1 => (words.clone(), time()).prop_map(|(name, time_ms)| Deed::Like(name, time_ms)),
        2 => (words.clone(), words, time()).prop_map(|(name, text, time_ms)| Deed::Write(name, text, time_ms)),
    ]
}

fn act(library: &mut Library, deed: &Deed) -> Result<(), LibraryError> {
    let open = library.open_recording()?.map(|open| open.id);
    let last = library.recordings()?.first().map(|(recording, _)| recording.id);
    let id = open.or(last).unwrap_or(RecordingId::new(1));
    match deed.clone() {
        Deed::Start(name, time_ms, mode) => {
            let start = Start { time_ms, name: Some(name), mode, followed: None };
            library.start_recording(&start).map(drop)
        }
        Deed::Fixes(fixes) => fixes.iter().try_for_each(|fix| library.record(id, fix).map(drop)),
        Deed::Pause => library.pause_recording(id).and_then(|()| library.resume_recording(id)),
        Deed::Stop(now_ms) => library.stop_recording(id, now_ms),
        Deed::Discard(now_ms) => library.discard_recording(id, now_ms),
        Deed::Rename(name) => library.rename_recording(id, &name),
        Deed::Attach(digest, time_ms) => {
            let photo = photo("nida.jpg");
            library.attach(id, &route_guide_core::library::Attachment { digest, time_ms, ..photo })
        }
        Deed::Like(name, time_ms) => library.like(&Favourite { name, time_ms, ..favourite("dune") }),
        Deed::Write(name, text, time_ms) => {
            library.write_note(&Note { name, time_ms, ..note("dune", &text) }).map(drop)
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: if full() { 400 } else { 12 }, ..ProptestConfig::default() })]

    #[test]
    fn whatever_is_kept_can_be_backed_up_and_comes_back_equal(deeds in proptest::collection::vec(deed(), 1..25)) {
        let mut home = Home::new();
        for deed in &deeds {
            match act(&mut home.library, deed) {
                Ok(()) => {}
                Err(LibraryError::Damaged { .. }) => prop_assert!(false, "{deed:?} is said to be damage"),
                Err(_) => {}
            }
        }
        prop_assert!(home.library.check().expect("reads") && !is_suspect(&home));
        let (here, there) = home.both();
        prop_assert_eq!(here, there);
    }
}
