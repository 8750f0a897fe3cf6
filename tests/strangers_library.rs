//! What strangers' files bring into the library: several tracks in one file, archives and folders, names, times, a file
//! that comes again. The inputs under `fixtures/strangers` were made after faults that other programs had.

use std::fs::{self, File};
use std::io::Write;
use std::path::{Path, PathBuf};

use route_guide_core::errors::{Caveat, CaveatCode, Complaint};
use route_guide_core::gpx::{Gpx, Limits, Profile, RideExport, format_time, read};
use route_guide_core::guidance::Settings;
use route_guide_core::library::{Departure, Imported, Library, LibraryError, RecordingId, RemarkAbout, State, Way};
use route_guide_core::model::{Fix, Language};
use route_guide_tests::{MORNING_MS, quick_folder};
use tempfile::TempDir;
use zip::ZipWriter;
use zip::write::SimpleFileOptions;

const DAY_MS: i64 = 86_400_000;

/// A library, and room beside it.
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

    fn file(&self, name: &str, content: impl AsRef<[u8]>) -> PathBuf {
        let path = self.path(name);
        fs::create_dir_all(path.parent().expect("a folder")).expect("makes");
        fs::write(&path, content).expect("writes");
        path
    }

    fn zip(&self, name: &str, files: &[(&str, impl AsRef<[u8]>)]) -> PathBuf {
        let path = self.path(name);
        let mut zip = ZipWriter::new(File::create(&path).expect("creates"));
        for (name, content) in files {
            zip.start_file(*name, SimpleFileOptions::default()).expect("begins");
            zip.write_all(content.as_ref()).expect("packs");
        }
        zip.finish().expect("packs");
        path
    }

    fn import(&mut self, path: &Path) -> Imported {
        self.library.import(path, MORNING_MS).expect("goes on")
    }

    /// Closes the library, does something to its folder, and opens it again.
    fn reopen(&mut self, between: impl FnOnce(&Path)) {
        let waiting = Library::open(&self.path("waiting"), MORNING_MS).expect("opens");
        drop(std::mem::replace(&mut self.library, waiting));
        between(&self.path("phone"));
        self.library = Library::open(&self.path("phone"), MORNING_MS).expect("opens");
    }

    /// Brings in a file of which all is taken.
    fn bring(&mut self, path: &Path) -> Vec<RecordingId> {
        let imported = self.import(path);
        assert!(imported.refused.is_empty(), "{:?}", imported.refused);
        imported.brought
    }

    fn name(&self, id: RecordingId) -> String {
        self.library.recording(id).expect("reads").name.expect("has a name")
    }

    fn names(&self, ids: &[RecordingId]) -> Vec<String> {
        ids.iter().map(|id| self.name(*id)).collect()
    }

    fn kilometres(&self, id: RecordingId) -> f64 {
        (self.library.tally(id).expect("reads").distance_m / 100.0).round() / 10.0
    }

    fn stops(&self, id: RecordingId) -> Vec<String> {
        let course = self.library.course(&Way::Track(id)).expect("leads somewhere");
        course.stops().iter().map(|stop| stop.name.in_language(Language::EN).to_owned()).collect()
    }

    fn stored(&self) -> usize {
        fs::read_dir(self.path("phone/tracks")).expect("reads").count()
    }

    fn started(&self, id: RecordingId) -> String {
        format_time(self.library.recording(id).expect("reads").started_ms).expect("a time of our years")
    }
}

fn stranger(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("fixtures/strangers").join(name)
}

fn gpx(path: &Path) -> Gpx {
    read(File::open(path).expect("opens"), &Limits::default()).expect("is GPX")
}

/// A straight track northward from there, so many points 50 m apart.
fn track(name: &str, from: f64, points: u32, more: &str) -> String {
    let points = (0..points).map(|number| {
        let lat = from + f64::from(number) * 0.000_45;
        format!("<trkpt lat=\"{lat:.6}\" lon=\"21.13\">{more}</trkpt>")
    });
    format!("<trk>{name}<trkseg>{}</trkseg></trk>", points.collect::<String>())
}

fn file_of(inside: &str) -> String {
    format!("<gpx version=\"1.1\" xmlns=\"http://www.topografix.com/GPX/1/1\">{inside}</gpx>")
}

#[test]
fn each_track_of_a_file_is_brought_in_and_followed_by_its_own_name() {
    let mut home = Home::new();
    let ids = home.bring(&stranger("three-tracks.gpx"));
    assert_eq!(home.names(&ids), ["Day 1", "Day 2", "Day 3"]);
    assert_eq!(home.stored(), 1, "one file for all");
    let file = gpx(&stranger("three-tracks.gpx"));
    for (id, track) in ids.iter().zip(&file.tracks) {
        let course = home.library.course(&Way::Track(*id)).expect("leads somewhere");
        assert_eq!(course.line().points(), track.line().expect("a line").points());
        let drawn = home.library.drawn(*id).expect("reads").concat();
        assert_eq!(drawn, course.line().points());
        let length = course.line().length().0;
        assert!((home.library.tally(*id).expect("reads").distance_m - length).abs() < 0.02 * length);
    }
    let again = home.import(&stranger("three-tracks.gpx"));
    assert_eq!((again.brought.len(), again.updated.len(), again.known), (0, 0, ids));
}

#[test]
fn tracks_that_go_on_in_one_another_are_made_one_without_a_second_file() {
    let mut home = Home::new();
    let imported = home.import(&stranger("three-tracks.gpx"));
    let days = imported.brought;
    assert_eq!(imported.joinable, days[..1]);
    let name = home.library.joinable(days[1]).expect("reads").expect("they meet");
    assert_eq!(name, "Day 1 – Day 3");
    let joined = home.library.join(days[2], MORNING_MS).expect("joins");
    assert_eq!((home.name(joined), home.stored()), (name, 1));
    let all: f64 = days.iter().map(|id| home.library.tally(*id).expect("reads").distance_m).sum();
    let told = home.library.tally(joined).expect("reads").distance_m;
    assert!((told - all).abs() < 0.02 * all, "{told} of {all}");
    let points = |id| home.library.course(&Way::Track(id)).expect("leads somewhere").line().points().len();
    assert!(points(joined) + 2 >= days.iter().map(|id| points(*id)).sum());
    // Once is enough.
    assert_eq!(home.library.joinable(days[0]).expect("reads"), None);
    assert_eq!(home.library.join(days[0], MORNING_MS).expect("is there"), joined);
    let apart = file_of(&[track("", 55.0, 40, ""), track("", 56.0, 40, "")].concat());
    let apart = home.import(&home.file("apart.gpx", apart));
    assert_eq!((apart.brought.len(), apart.joinable.len()), (2, 0));
    assert_eq!(home.library.joinable(apart.brought[0]).expect("reads"), None);
    assert!(home.library.join(apart.brought[0], MORNING_MS).is_err());
    assert_eq!(home.names(&apart.brought), ["apart (1)", "apart (2)"]);
}

#[test]
fn tracks_of_one_file_live_and_go_each_by_itself() {
    let mut home = Home::new();
    let days = home.bring(&stranger("three-tracks.gpx"));
    let joined = home.library.join(days[0], MORNING_MS).expect("joins");
    let bytes = fs::metadata(stranger("three-tracks.gpx")).expect("is there").len();
    let storage = |home: &Home| {
        let storage = home.library.storage().expect("reads");
        (storage.recordings.iter().map(|stored| stored.bytes).sum::<u64>(), storage.can_be_freed)
    };
    assert!(storage(&home).0 <= bytes && storage(&home).0 > bytes - 4);
    let before = storage(&home).1;
    home.library.discard_recording(days[1], MORNING_MS).expect("discards");
    assert_eq!(storage(&home).1, before, "the file stays for the others");
    home.library.free().expect("frees");
    assert_eq!(home.stored(), 1);
    for id in [days[0], days[2], joined] {
        assert!(home.library.course(&Way::Track(id)).is_ok());
    }
    home.reopen(|_| ());
    assert_eq!(home.stored(), 1, "tidying takes nothing that is named");
    // What was deleted comes back when it is brought in again, and nothing else.
    let again = home.import(&stranger("three-tracks.gpx"));
    assert_eq!((home.names(&again.brought), again.known.len()), (vec!["Day 2".to_owned()], 3));
    for id in [days[0], days[2], joined, again.brought[0]] {
        home.library.discard_recording(id, MORNING_MS).expect("discards");
    }
    home.library.free().expect("frees");
    assert_eq!(home.stored(), 0);
}

#[test]
fn a_track_out_of_a_file_with_several_leaves_alone() {
    let mut home = Home::new();
    let places = "<wpt lat=\"55.001\" lon=\"21.13\"><name>Bakery</name></wpt>";
    let file =
        file_of(&[places, &track("<name>A</name>", 55.0, 40, ""), &track("<name>B</name>", 56.0, 40, "")].concat());
    let ids = home.bring(&home.file("two.gpx", file));
    let how = RideExport { profile: Profile::Plain, language: Language::EN };
    for (id, name) in ids.iter().zip(["A", "B"]) {
        let out = home.path("out.gpx");
        home.library.export_recording(*id, how, &out).expect("exports");
        let names: Vec<_> = gpx(&out).tracks.iter().filter_map(|track| track.name()).collect();
        assert_eq!(names, [name]);
        assert_eq!(home.import(&out).known, [*id]);
    }
    assert_eq!(home.stops(ids[0]), ["Bakery"]);
    assert_eq!(home.stops(ids[1]), [""; 0]);
}

#[test]
fn tracks_of_one_file_come_out_of_a_backup_as_what_they_were() {
    let mut home = Home::new();
    let days = home.bring(&stranger("three-tracks.gpx"));
    home.library.join(days[0], MORNING_MS).expect("joins");
    home.library.rename_recording(days[1], "The wet day").expect("renames");
    let backup = home.path("backup.zip");
    home.library.back_up(&backup).expect("writes");
    let mut other = Library::open(&home.path("other"), MORNING_MS).expect("opens");
    let restored = other.restore(&backup, MORNING_MS + DAY_MS).expect("restores");
    assert_eq!((restored.recordings, restored.known, restored.refused.len()), (4, 0, 0));
    let told = |library: &Library| {
        let recordings = library.recordings().expect("reads").into_iter();
        let mut told: Vec<_> = recordings.map(|(one, tally)| (one.key, one.name, one.content, tally)).collect();
        told.sort_by(|one, other| one.0.cmp(&other.0));
        told
    };
    assert_eq!(told(&other), told(&home.library));
    assert_eq!(fs::read_dir(home.path("other/tracks")).expect("reads").count(), 1);
    assert_eq!(other.restore(&backup, MORNING_MS).expect("restores").known, 4);
    assert_eq!(other.import(&stranger("three-tracks.gpx"), MORNING_MS).expect("goes on").known.len(), 4);
}

#[test]
fn tracks_of_one_file_are_listed_again_when_the_database_is_lost() {
    let mut home = Home::new();
    let days = home.bring(&stranger("three-tracks.gpx"));
    let tallies: Vec<_> = days.iter().map(|id| home.library.tally(*id).expect("reads")).collect();
    home.reopen(|phone| {
        for file in ["library.sqlite", "library.sqlite-wal", "library.sqlite-shm"] {
            let _ = fs::remove_file(phone.join(file));
        }
    });
    let found: Vec<_> = home.library.recordings().expect("reads").into_iter().rev().collect();
    let names: Vec<_> = found.iter().filter_map(|(one, _)| one.name.as_deref()).collect();
    assert_eq!(names, ["Day 1", "Day 2", "Day 3"]);
    assert_eq!(found.into_iter().map(|(_, tally)| tally).collect::<Vec<_>>(), tallies);
}

#[test]
fn a_row_of_an_earlier_version_stands_for_the_whole_file() {
    let mut home = Home::new();
    let days = home.bring(&stranger("three-tracks.gpx"));
    let whole = home.library.join(days[0], MORNING_MS).expect("joins");
    for day in days {
        home.library.discard_recording(day, MORNING_MS).expect("discards");
    }
    home.library.free().expect("frees");
    // As it was before: one recording of the file.
    let again = home.import(&stranger("three-tracks.gpx"));
    assert_eq!((again.brought.len(), again.known), (3, vec![whole]));
}

#[test]
fn a_list_of_hundreds_of_tracks_is_one_recording_and_that_is_said() {
    let mut home = Home::new();
    let many: String = (0..250).map(|number| track("", 50.0 + f64::from(number) * 0.01, 5, "")).collect();
    let imported = home.import(&home.file("year.gpx", file_of(&many)));
    assert_eq!(imported.brought.len(), 1);
    assert_eq!(imported.remarks.first()[0].about, RemarkAbout::AsOne { parts: 250 });
    assert!((home.library.tally(imported.brought[0]).expect("reads").distance_m - 250.0 * 200.0).abs() < 500.0);
    assert_eq!(home.library.drawn(imported.brought[0]).expect("reads").len(), 250);
}

#[test]
fn what_leads_nowhere_is_left_out_and_said() {
    let mut home = Home::new();
    let dot = "<trk><name>dot</name><trkseg><trkpt lat=\"55\" lon=\"21\"/></trkseg></trk>";
    let file = file_of(&[dot, "<trk/>", &track("<name>way</name>", 55.0, 9, ""), dot].concat());
    let imported = home.import(&home.file("dots.gpx", file));
    assert_eq!(home.names(&imported.brought), ["way"]);
    assert_eq!(imported.remarks.first().len(), 1);
    assert_eq!(imported.remarks.first()[0].about, RemarkAbout::LeftOut { parts: 2 });
}

#[test]
fn a_track_beside_a_route_is_the_way() {
    let mut home = Home::new();
    let ids = home.bring(&stranger("route-and-track.gpx"));
    assert_eq!(ids.iter().map(|id| home.kilometres(*id)).collect::<Vec<_>>(), [5.9]);
    let route: String = (0..5)
        .map(|number| {
            format!(
                "<rtept lat=\"{:.4}\" lon=\"21.13\"><name>S{number}</name></rtept>",
                55.0 + f64::from(number) * 0.004
            )
        })
        .collect();
    let file = file_of(&(format!("<rte>{route}</rte>") + &track("", 55.0, 40, "")));
    let id = home.bring(&home.file("both.gpx", file))[0];
    assert_eq!(home.stops(id), ["S0", "S1", "S2", "S3", "S4"]);
}

#[test]
fn routes_without_tracks_come_in_each_by_its_name() {
    let mut home = Home::new();
    let route = |name: &str, from: f64| {
        let points = (0..9).map(|number| format!("<rtept lat=\"{:.4}\" lon=\"21\"/>", from + f64::from(number) * 0.01));
        format!("<rte><name>{name}</name>{}</rte>", points.collect::<String>())
    };
    let ids = home.bring(&home.file("routes.gpx", file_of(&[route("East", 55.0), route("West", 57.0)].concat())));
    assert_eq!(home.names(&ids), ["East", "West"]);
    assert!(ids.iter().all(|id| (home.kilometres(*id) - 8.9).abs() < 0.11));
    let again = home.import(&home.path("routes.gpx"));
    assert_eq!(again.known, ids);
}

#[test]
fn a_gap_is_no_way() {
    let mut home = Home::new();
    for name in ["two-pieces-untimed.gpx", "two-pieces-timed.gpx"] {
        let ids = home.bring(&stranger(name));
        let told = home.library.tally(ids[0]).expect("reads").distance_m;
        assert!(ids.len() == 1 && (told - 4_650.0).abs() < 0.02 * 4_650.0, "{name}: {told}");
        assert_eq!(home.library.drawn(ids[0]).expect("reads").len(), 2, "{name}");
    }
}

#[test]
fn a_newer_file_of_the_same_way_brings_its_name_and_places() {
    let mut home = Home::new();
    let id = home.bring(&stranger("brought-in-again-1.gpx"))[0];
    assert_eq!((home.name(id), home.stops(id)), ("Sunday".into(), vec!["Bakery".to_owned()]));
    let way = Way::Track(id);
    let fix = |second: i64| Fix::of_position(MORNING_MS + second * 1_000, 55.702, 21.131_558, 5.0);
    let settings = Settings::in_language(Language::EN);
    let (mut journey, _) = home.library.set_out(&way, false, Departure::Here, settings, None).expect("sets out");
    for second in 0..3 {
        home.library.advance(&mut journey, &fix(second)).kept.expect("is kept");
    }
    home.library.finish(&mut journey).expect("ends");
    let standing = home.library.standing(&way, false).expect("reads").expect("is known");

    let again = home.import(&stranger("brought-in-again-2.gpx"));
    assert_eq!((again.brought.len(), again.updated, again.known.len()), (0, vec![id], 0));
    assert_eq!(
        (home.name(id), home.stops(id)),
        ("Sunday, with the ferry".into(), vec!["Bakery".to_owned(), "Ferry".into()])
    );
    assert_eq!(home.stored(), 1, "the older file is gone");
    assert_eq!(home.library.standing(&way, false).expect("reads"), Some(standing));
    assert_eq!(home.import(&stranger("brought-in-again-2.gpx")).known, [id]);
    // The file brought in last is the newest.
    assert_eq!(home.import(&stranger("brought-in-again-1.gpx")).updated, [id]);
    assert_eq!((home.name(id), home.stops(id).len()), ("Sunday".into(), 1));
}

#[test]
fn a_name_that_the_traveller_gave_stays() {
    let mut home = Home::new();
    let id = home.bring(&stranger("brought-in-again-1.gpx"))[0];
    home.library.rename_recording(id, "With grandmother").expect("renames");
    assert_eq!(home.import(&stranger("brought-in-again-2.gpx")).updated, [id]);
    assert_eq!((home.name(id), home.stops(id).len()), ("With grandmother".into(), 2));
    home.library.rename_recording(id, "").expect("renames");
    assert_eq!(home.import(&stranger("brought-in-again-1.gpx")).updated, [id]);
    assert_eq!(home.library.recording(id).expect("reads").name, None);
    // Named after its file at first, after what the newer file says later.
    let bare = home.bring(&home.file("ride 7.gpx", file_of(&track("", 54.0, 30, ""))))[0];
    assert_eq!(home.name(bare), "ride 7");
    home.import(&home.file("ride 7.gpx", file_of(&track("<name>To the lake</name>", 54.0, 30, ""))));
    assert_eq!(home.name(bare), "To the lake");
}

#[test]
fn a_file_that_says_the_same_in_other_words_is_known() {
    let mut home = Home::new();
    let text = fs::read_to_string(stranger("brought-in-again-1.gpx")).expect("reads");
    let id = home.bring(&stranger("brought-in-again-1.gpx"))[0];
    let again =
        home.import(&home.file("copy.gpx", text.replace('\n', "\r\n").replace("creator=\"test\"", "creator=\"x\"")));
    assert_eq!((again.updated.len(), again.known), (0, vec![id]));
    // Heights that were wanting are taken.
    let high = text.replace("></trkpt>", "><ele>7</ele></trkpt>");
    assert_eq!(home.import(&home.file("high.gpx", high)).updated, [id]);
    assert!(home.library.profile(id, 10).expect("reads").is_some());
}

#[test]
fn one_of_several_tracks_that_comes_again_alone_is_updated_alone() {
    let mut home = Home::new();
    let [one, two] = [55.0, 56.0].map(|from| track("<name>old</name>", from, 30, ""));
    let ids = home.bring(&home.file("both.gpx", file_of(&(one + &two))));
    let again = home.import(&home.file("second.gpx", file_of(&track("<name>new</name>", 56.0, 30, ""))));
    assert_eq!(again.updated, ids[1..]);
    assert_eq!((home.names(&ids), home.stored()), (vec!["old".to_owned(), "new".into()], 2));
    assert!(ids.iter().all(|id| home.library.course(&Way::Track(*id)).is_ok()));
}

#[test]
fn a_file_that_is_gone_comes_back_with_the_next_import() {
    let mut home = Home::new();
    let id = home.bring(&stranger("brought-in-again-1.gpx"))[0];
    for file in fs::read_dir(home.path("phone/tracks")).expect("reads") {
        fs::remove_file(file.expect("an entry").path()).expect("removes");
    }
    assert!(home.library.course(&Way::Track(id)).is_err());
    assert_eq!(home.import(&stranger("brought-in-again-1.gpx")).updated, [id]);
    assert!(home.library.course(&Way::Track(id)).is_ok());
}

#[test]
fn a_recording_has_the_rides_own_name_in_one_line() {
    let mut home = Home::new();
    for (file, name) in [
        ("name-organic-maps.gpx", "Evening ride to the pier"),
        ("name-of-route.gpx", "Kuršių marios"),
        ("name-with-newline.gpx", "line one line two"),
    ] {
        let ids = home.bring(&stranger(file));
        assert_eq!(home.names(&ids), [name], "{file}");
    }
}

#[test]
fn hostile_names_are_harmless() {
    let mut home = Home::new();
    let long = "ilgas ".repeat(5_000);
    let cases = [
        ("ride\u{202E}xpg.exe", "ridexpg.exe"),
        ("&#x9;\u{2067}a\u{2069} &#xD;&#xA; b ", "a b"),
        (" \u{200B}\u{3000} ", "file 2"),
        (&long, &"ilgas ".repeat(34)[..200]),
        ("&lt;b&gt;bold&lt;/b&gt;", "bold"),
    ];
    for (number, (name, shown)) in cases.iter().enumerate() {
        let file = file_of(&track(&format!("<name>{name}</name>"), 50.0 + number as f64, 20, ""));
        let ids = home.bring(&home.file(&format!("file {number}.gpx"), file));
        assert_eq!(home.names(&ids), [*shown], "{number}");
    }
    let ids = home.bring(&home.file("evil\n\u{202E}\u{1b}[31m.gpx", file_of(&track("", 59.0, 20, ""))));
    assert_eq!(home.names(&ids), ["evil [31m"]);
}

#[test]
fn a_recording_starts_when_most_of_the_file_says() {
    let mut home = Home::new();
    let first = home.bring(&stranger("times-first-future-decade.gpx"))[0];
    assert_eq!(home.started(first), "2026-06-01T08:00:10Z");
    let backwards = home.bring(&stranger("times-backwards.gpx"))[0];
    assert_eq!(home.started(backwards), "2026-06-01T08:00:00Z");
    // Nothing is known of it but when it was brought in.
    let never = home.bring(&stranger("times-all-1970.gpx"))[0];
    assert_eq!(home.library.recording(never).expect("reads").started_ms, MORNING_MS);
}

#[test]
fn what_marks_places_only_is_refused_and_said_to_be_that() {
    let mut home = Home::new();
    let places = "<wpt lat=\"55\" lon=\"21\"><name>a</name></wpt>".repeat(3);
    for (inside, code) in
        [(places.as_str(), "gpx.only-waypoints"), ("", "gpx.nothing-to-follow"), ("<trk/>", "gpx.nothing-to-follow")]
    {
        let imported = home.import(&home.file("places.gpx", file_of(inside)));
        assert!(imported.brought.is_empty());
        assert_eq!(Complaint::of_library(&imported.refused[0].reason, Language::EN).code, code, "{inside}");
    }
}

#[test]
fn a_file_that_is_prefixed_below_its_root_is_read() {
    let mut home = Home::new();
    let ids = home.bring(&stranger("prefixed-below-the-root.gpx"));
    assert_eq!(home.names(&ids), ["pėsčiomis"]);
    assert_eq!(home.library.tally(ids[0]).expect("reads").fixes, 11);
}

#[test]
fn companions_of_a_mac_are_passed_over() {
    let mut home = Home::new();
    let imported = home.import(&stranger("mac.zip"));
    assert_eq!((imported.brought.len(), imported.refused.len(), imported.remarks.count()), (2, 0, 0));
}

#[test]
fn what_strava_hands_out_is_read() {
    let mut home = Home::new();
    let imported = home.import(&stranger("strava.zip"));
    assert_eq!((home.names(&imported.brought), imported.refused.len()), (vec!["one".to_owned()], 0));
    let passed = imported.remarks.first()[0].to_string();
    assert!(passed.ends_with("passed over, as no GPX: 1 .csv"), "{passed}");
}

#[test]
fn an_archive_without_gpx_says_what_is_in_it() {
    let mut home = Home::new();
    let kmz = home.import(&stranger("trip.kmz")).refused;
    assert!(kmz[0].reason.to_string().contains("KML, as Google Earth has it"), "{}", kmz[0].reason);
    assert_eq!(Complaint::of_library(&kmz[0].reason, Language::EN).code, "gpx.other-format");
    let zip = home.zip("photos.zip", &[("a/1.jpg", "x"), ("a/2.JPG", "y"), ("notes.txt", "z"), ("._3.gpx", "")]);
    let other = home.import(&zip).refused;
    assert!(other[0].reason.to_string().contains("no GPX file in it, but 2 .jpg, 1 .txt;"), "{}", other[0].reason);
    assert_eq!(Complaint::of_library(&other[0].reason, Language::EN).code, "gpx.none-inside");
    let empty = home.zip("empty.zip", &[] as &[(&str, &str)]);
    assert!(home.import(&empty).refused[0].reason.to_string().contains("it is empty; choose another"));
    fs::create_dir(home.path("bare")).expect("makes");
    assert_eq!(home.import(&home.path("bare")).refused.len(), 1);
}

#[test]
fn gpx_in_an_archive_is_known_by_what_it_is() {
    let mut home = Home::new();
    let plain = |number: u32| file_of(&track("", 50.0 + f64::from(number), 20, ""));
    let utf_16: Vec<u8> = format!("\u{FEFF}{}", plain(3)).encode_utf16().flat_map(u16::to_le_bytes).collect();
    let zip = home.zip(
        "mixed.zip",
        &[
            ("Rides\\2025\\ONE.GPX", plain(1).as_bytes()),
            ("Rides\\2025\\", b"".as_slice()),
            ("export", plain(2).as_bytes()),
            ("track.xml", &utf_16),
            ("page.html", b"<!doctype html><p>nothing"),
            ("a/b/c/d/e/f.Gpx", plain(4).as_bytes()),
        ],
    );
    let imported = home.import(&zip);
    assert_eq!((imported.brought.len(), imported.refused.len()), (4, 0), "{:?}", imported.refused);
    assert_eq!(home.name(imported.brought[0]), "ONE");
}

#[test]
fn folders_are_looked_into_and_nothing_outside_them() {
    let mut home = Home::new();
    let plain = |number: u32| file_of(&track("", 50.0 + f64::from(number), 20, ""));
    home.file("rides/2025/one.gpx", plain(1));
    home.file("rides/2025/May/two.GPX", plain(2));
    home.file("rides/three", plain(3));
    home.file("rides/._one.gpx", "Mac");
    home.file("rides/.DS_Store", "Mac");
    home.file("rides/2025/photo.jpg", "x");
    home.file("rides/broken.gpx", "not GPX");
    fs::rename(home.zip("mail.zip", &[("in/four.gpx", plain(4))]), home.path("rides/mail.zip")).expect("moves");
    fs::rename(home.zip("letter.docx", &[("word/x.xml", "<x/>")]), home.path("rides/letter.docx")).expect("moves");
    home.file("elsewhere/five.gpx", plain(5));
    #[cfg(unix)]
    {
        std::os::unix::fs::symlink(home.path("elsewhere"), home.path("rides/elsewhere")).expect("links");
        std::os::unix::fs::symlink(home.path("elsewhere/five.gpx"), home.path("rides/five.gpx")).expect("links");
        std::os::unix::fs::symlink(home.path("rides"), home.path("rides/2025/round")).expect("links");
    }
    let imported = home.import(&home.path("rides"));
    let mut names = home.names(&imported.brought);
    names.sort();
    assert_eq!(names, ["four", "one", "three", "two"]);
    assert_eq!(imported.refused.len(), 1, "{:?}", imported.refused);
    assert!(imported.refused[0].file.ends_with("broken.gpx"));
    let passed = imported.remarks.first()[0].to_string();
    assert!(passed.contains("1 .docx, 1 .jpg"), "{passed}");
    if cfg!(unix) {
        assert!(passed.contains("3 links"), "{passed}");
    }
}

#[cfg(unix)]
#[test]
fn a_pipe_or_a_device_is_not_waited_for() {
    let mut home = Home::new();
    let pipe = home.path("rides/pipe.gpx");
    home.file("rides/one.gpx", file_of(&track("", 50.0, 20, "")));
    assert!(std::process::Command::new("mkfifo").arg(&pipe).status().expect("runs").success());
    for path in [pipe.as_path(), Path::new("/dev/zero"), Path::new("/dev/null")] {
        let error = home.library.import(path, MORNING_MS).expect_err("is no file");
        assert!(matches!(error, LibraryError::Disk { .. }), "{error}");
    }
    assert_eq!(home.import(&home.path("rides")).brought.len(), 1);
}

#[test]
fn warnings_of_a_file_reach_whoever_brings_it_in() {
    let mut home = Home::new();
    let points = ["12", "1,5x", "x", "13", "y"].iter().enumerate();
    let points = points.map(|(number, height)| {
        format!("<trkpt lat=\"55.00{number}\" lon=\"21\"><ele>{height}</ele><time>soon</time></trkpt>\n")
    });
    let file = file_of(&format!("<trk><trkseg>\n{}</trkseg></trk>", points.collect::<String>()));
    let imported = home.import(&home.file("odd.gpx", file));
    let of = |code: CaveatCode| {
        let caveats = imported.remarks.first().iter().map(|remark| Caveat::of_import(remark, Language::EN));
        caveats.filter(|caveat| caveat.code == code).map(|caveat| (caveat.text, caveat.detail)).next().expect("is told")
    };
    let (text, detail) = of(CaveatCode::Heights);
    assert_eq!(
        text,
        "The file “odd.gpx” was imported without 3 heights that cannot be right (first: line 3, character 35)."
    );
    assert!(detail.contains("odd.gpx:3:35: ") && detail.ends_with("; and 2 more like it"), "{detail}");
    assert!(
        of(CaveatCode::Times).0.contains("without 5 times that cannot be read (first: line 2"),
        "{:?}",
        of(CaveatCode::Times)
    );
    // Once it is here there is nothing new to say.
    assert_eq!(home.import(&home.path("odd.gpx")).remarks.count(), 0);
}

#[test]
fn what_of_a_file_could_not_be_read_is_said_and_the_rest_comes_in() {
    for (file, code, points) in [
        ("cut-off-in-a-point.gpx", CaveatCode::CutOff, 331),
        ("cut-off-after-a-point.gpx", CaveatCode::CutOff, 331),
        ("one-point-without-place.gpx", CaveatCode::Positions, 100),
        ("waypoint-without-place.gpx", CaveatCode::Positions, 101),
        ("heights-minus-32768.gpx", CaveatCode::Heights, 101),
        ("heights-1e300.gpx", CaveatCode::Heights, 101),
    ] {
        // Some are the same way.
        let mut home = Home::new();
        let imported = home.import(&stranger(file));
        assert!(imported.refused.is_empty(), "{:?}", imported.refused);
        assert_eq!(home.library.tally(imported.brought[0]).expect("reads").fixes, points, "{file}");
        let of = |remark| Caveat::of_import(remark, Language::EN);
        let codes: Vec<CaveatCode> = imported.remarks.first().iter().map(|remark| of(remark).code).collect();
        assert_eq!(codes, [code], "{file}");
    }
}

#[test]
fn remarks_are_bounded() {
    let mut home = Home::new();
    let many: String =
        (0..400).map(|number| format!("<trkpt lat=\"55.{number:03}\" lon=\"21\"><ele>x</ele></trkpt>")).collect();
    for number in 0..130 {
        let more = format!("<trkpt lat=\"56.{number:03}\" lon=\"21\"/>");
        home.file(&format!("rides/{number}.gpx"), file_of(&format!("<trk><trkseg>{many}{more}</trkseg></trk>")));
    }
    let imported = home.import(&home.path("rides"));
    assert_eq!(imported.brought.len(), 130);
    assert_eq!(imported.remarks.first().len(), 100);
    assert!(imported.remarks.count() >= 260);
    let more = &imported.remarks.first()[1].about;
    assert!(matches!(more, RemarkAbout::MoreOdd { count: 300 }), "{more:?}");
}

#[test]
fn a_discarded_track_that_comes_again_stays_in_the_bin() {
    let mut home = Home::new();
    let id = home.bring(&stranger("brought-in-again-1.gpx"))[0];
    home.library.discard_recording(id, MORNING_MS).expect("discards");
    assert_eq!(home.import(&stranger("brought-in-again-2.gpx")).updated, [id]);
    assert_eq!(home.library.recording(id).expect("reads").state, State::Binned);
}
