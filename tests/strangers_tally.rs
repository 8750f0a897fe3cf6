//! What files and rides of strangers come to: distance, climb and times, whatever is wrong with their clocks and heights.

use std::path::PathBuf;

use route_guide_core::geometry::{Metres, Point};
use route_guide_core::gpx::{self, Limits, format_time};
use route_guide_core::library::{Library, Recording, RecordingId, Start, State, Tally};
use route_guide_core::model::Fix;
use route_guide_tests::{MORNING_MS, quick_folder};
use rusqlite::Connection;
use tempfile::TempDir;

const MINUTE: i64 = 60_000;

#[test]
fn distance_does_not_hang_on_the_clock() {
    for (name, kilometres) in [
        ("fix-every-181-s", 33.8),
        ("half-the-gaps-240-s", 33.8),
        ("times-backwards", 5.85),
        ("times-all-1970", 5.85),
        ("times-first-future-decade", 5.85),
        ("times-jump-back", 60.56),
        ("one-point-without-time", 5.85),
        ("first-and-last-without-time", 5.85),
        ("course-100-m-each-second", 60.56),
    ] {
        let (_, tally) = brought_in(name);
        let share = tally.distance_m / (kilometres * 1_000.0);
        assert!((share - 1.0).abs() < 0.01, "{name}: {} m", tally.distance_m);
        assert_eq!(tally.segments, 1, "{name}");
    }
}

#[test]
fn what_is_a_straight_line_over_a_silence_is_said() {
    for (name, share) in [("fix-every-181-s", 1.0), ("half-the-gaps-240-s", 0.5), ("times-all-1970", 0.0)] {
        let (_, tally) = brought_in(name);
        let bridged = tally.bridged_m / tally.distance_m;
        assert!((bridged - share).abs() < 0.02, "{name}: {bridged}");
    }
    let (_, sparse) = brought_in("fix-every-181-s");
    assert_eq!((sparse.duration_ms, sparse.moving_ms), (60 * 181_000, 0));
    let (_, half) = brought_in("half-the-gaps-240-s");
    assert_eq!((half.duration_ms, half.moving_ms), (30 * 6 * MINUTE, 30 * 2 * MINUTE));
}

#[test]
fn a_sparse_ride_that_is_recorded_is_as_long() {
    for name in ["fix-every-181-s", "half-the-gaps-240-s"] {
        let (imported, recorded) = (brought_in(name).1, recorded(name).tally());
        assert_eq!(recorded.believed, 61, "{name}");
        assert!((recorded.distance_m - 33_800.0).abs() < 100.0, "{name}: {}", recorded.distance_m);
        assert!((recorded.bridged_m - imported.bridged_m).abs() < 1.0, "{name}");
        assert_eq!(recorded.duration_ms, imported.duration_ms, "{name}");
    }
}

#[test]
fn durations_come_from_the_times_that_can_be_trusted() {
    for (name, minutes) in [
        ("one-point-without-time", 16..=17),
        ("first-and-last-without-time", 16..=17),
        ("times-first-future-decade", 16..=17),
        ("times-jump-back", 99..=200),
        ("times-backwards", 0..=0),
        ("times-all-1970", 0..=0),
        ("heights-without-times", 0..=0),
    ] {
        let (_, tally) = brought_in(name);
        assert!(minutes.contains(&(tally.duration_ms / MINUTE)), "{name}: {} min", tally.duration_ms / MINUTE);
        assert!(tally.moving_ms <= tally.duration_ms, "{name}");
        assert_eq!(tally.duration_ms == 0, *minutes.end() == 0, "{name}: nothing is made up");
    }
}

#[test]
fn a_ride_begins_when_most_of_it_does() {
    let (recording, _) = brought_in("times-first-future-decade");
    assert_eq!(format_time(recording.started_ms).as_deref(), Some("2026-06-01T08:00:10Z"));
}

#[test]
fn pieces_count_and_what_lies_between_them_does_not() {
    for (name, kilometres, segments) in
        [("each-point-its-segment", 2.3, 1), ("two-pieces-untimed", 4.6, 2), ("two-pieces-timed", 4.6, 2)]
    {
        let (_, tally) = brought_in(name);
        assert!((tally.distance_m / 1_000.0 - kilometres).abs() < 0.1, "{name}: {}", tally.distance_m);
        assert_eq!((tally.segments, tally.bridged_m), (segments, 0.0), "{name}");
    }
    assert_eq!(brought_in("each-point-its-segment").1.duration_ms, 400_000);
    assert_eq!(brought_in("two-pieces-timed").1.duration_ms, 80 * 10_000);
}

#[test]
fn heights_count_with_and_without_times_and_impossible_ones_are_unknown() {
    for name in ["heights-without-times", "heights-minus-32768", "heights-1e300"] {
        let home = home_with(name);
        let (up, profile) = (climbed(&home.tally()), home.library.profile(home.id, 100).expect("reads"));
        assert_eq!(up, 95, "{name}");
        let profile = profile.expect("heights are known");
        assert!(profile.iter().all(|height| (0.0..300.0).contains(height)), "{name}: {profile:?}");
    }
    for name in ["heights-minus-32768", "heights-1e300"] {
        assert_eq!(climbed(&recorded(name).tally()), 95, "{name}, recorded");
    }
    assert_eq!(climbed(&brought_in("one-point-without-time").1), 40);
    assert_eq!(climbed(&brought_in("first-and-last-without-time").1), 40);
}

#[test]
fn bends_are_not_cut_at_any_speed() {
    // Quarters of circles of a hundred metres, to the left and to the right, a fix each second.
    for kmh in [4.0, 15.0, 25.0, 50.0, 90.0, 130.0] {
        let (mut at, mut way) = (Point::new(55.7, 21.1).expect("on earth"), 0.0);
        let (mut fixes, step) = (Vec::new(), kmh / 3.6);
        for second in 0..1_500_i64 {
            let arc = (way / 157.0_f64).floor();
            let turned = (way / 157.0 - arc) * 90.0;
            let bearing = if arc as i64 % 2 == 0 { turned - 45.0 } else { 45.0 - turned };
            fixes.push(Fix::of_position(MORNING_MS + second * 1_000, at.lat(), at.lon(), 10.0));
            at = at.destination(route_guide_core::geometry::Bearing::new(bearing), Metres(step));
            way += step;
        }
        let said = Tally::of(&fixes).distance_m / (step * 1_499.0);
        assert!((0.98..1.005).contains(&said), "{kmh} km/h: {said}");
    }
}

#[test]
fn an_infinite_climb_is_never_kept() {
    let home = home_with("hostile/tally-infinite-climb");
    assert_eq!(home.tally().climb(), None);
    let ride = recorded("hostile/tally-ride-stuck");
    let tally = ride.tally();
    assert_eq!((tally.fixes, tally.believed), (63, 63));
    assert_eq!(climbed(&tally), 0);
}

#[test]
fn a_tally_that_cannot_be_read_is_counted_again() {
    for mut home in [home_with("one-point-without-time"), recorded("fix-every-181-s")] {
        let before = home.tally();
        let path = home.folder.path().join("library.sqlite");
        drop(home.library);
        let file = Connection::open(&path).expect("opens");
        let broken = r#"{"fixes":61,"climb":{"counted":null,"gain":null}}"#;
        seal(&file, home.id, broken);
        drop(file);
        home.library = Library::open(home.folder.path(), MORNING_MS).expect("opens");
        assert_eq!(counts(&home.tally()), counts(&before));
        let listed = home.library.recordings().expect("reads");
        assert_eq!(counts(&listed[0].1), counts(&before));
        home.library.discard_recording(home.id, MORNING_MS).expect("goes into the bin");
        assert_eq!(home.library.recording(home.id).expect("reads").state, State::Binned);
        assert_eq!(counts(&home.tally()), counts(&before));
    }
}

/// Writes a tally in place of a recording's, sealed as the library seals its rows.
fn seal(file: &Connection, id: RecordingId, tally: &str) {
    let number = i64::from(id.number());
    let mut row = b"tally".to_vec();
    row.extend(number.to_le_bytes());
    row.push(3);
    row.extend((tally.len() as u64).to_le_bytes());
    row.extend(tally.as_bytes());
    let sum = i64::from_le_bytes(blake3::hash(&row).as_bytes()[..8].try_into().expect("eight bytes"));
    let changed = file.execute("UPDATE tally SET tally = ?2, sum = ?3 WHERE number = ?1", (number, tally, sum));
    assert_eq!(changed.expect("is written"), 1);
}

fn counts(tally: &Tally) -> (u64, u64, String, i64, i64) {
    (tally.fixes, tally.believed, format!("{:.0}", tally.distance_m), tally.duration_ms, tally.moving_ms)
}

fn climbed(tally: &Tally) -> i64 {
    tally.climb().map_or(-1, |sums| sums.gain.0.round() as i64)
}

/// A library with one recording.
struct Home {
    library: Library,
    id: RecordingId,
    folder: TempDir,
}

impl Home {
    fn tally(&self) -> Tally {
        self.library.tally(self.id).expect("reads")
    }
}

fn file(name: &str) -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("fixtures/strangers").join(format!("{name}.gpx"))
}

fn home_with(name: &str) -> Home {
    let folder = quick_folder();
    let mut library = Library::open(folder.path(), MORNING_MS).expect("opens");
    let imported = library.import(&file(name), MORNING_MS).expect("brings in");
    let id = *imported.brought.first().expect("one recording");
    Home { library, id, folder }
}

fn brought_in(name: &str) -> (Recording, Tally) {
    let home = home_with(name);
    (home.library.recording(home.id).expect("reads"), home.tally())
}

fn recorded(name: &str) -> Home {
    let gpx = gpx::read(std::fs::File::open(file(name)).expect("opens"), &Limits::default()).expect("a GPX file");
    let folder = quick_folder();
    let mut library = Library::open(folder.path(), MORNING_MS).expect("opens");
    let id = library.start_recording(&Start { time_ms: MORNING_MS, ..Start::default() }).expect("starts");
    for fix in gpx::ride(&gpx).fixes {
        library.record(id, &fix).expect("is kept");
    }
    Home { library, id, folder }
}
