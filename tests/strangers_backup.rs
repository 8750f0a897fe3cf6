//! A backup can always be made and restored, whatever was kept.

use std::fs;

use proptest::prelude::*;
use route_guide_core::library::{
    Favourite, LeftOut, Library, LibraryError, Note, RecordingId, Start, State, WhyLeftOut,
};
use route_guide_core::model::{Fix, Mode};
use route_guide_tests::{
    Home, MORNING_MS, favourite, full, here_and_there, note, photo, quick_folder, stranger, travel,
};

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
    assert!(home.library.check().expect("reads") && !home.is_suspect());
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
    assert!(here.library.check().expect("reads") && !here.is_suspect());
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
    home.library.import(&stranger("hostile/tally-infinite-climb.gpx"), MORNING_MS).expect("goes on");
    let (here, there) = here_and_there(&home);
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
    let (here, there) = here_and_there(&home);
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
        prop_assert!(home.library.check().expect("reads") && !home.is_suspect());
        let (here, there) = here_and_there(&home);
        prop_assert_eq!(here, there);
    }
}
