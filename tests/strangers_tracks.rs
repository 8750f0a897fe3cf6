//! Several tracks or routes in one file of a stranger: each is brought in, followed, kept and given back by its own name.

use std::fs::{self, File};
use std::path::Path;

use route_guide_core::gpx::{Gpx, Limits, Profile, RideExport, read};
use route_guide_core::library::{Library, RemarkAbout, Way};
use route_guide_core::model::Language;
use route_guide_tests::{Home, MORNING_MS, file_of, straight_track, stranger};

const DAY_MS: i64 = 86_400_000;

fn gpx(path: &Path) -> Gpx {
    read(File::open(path).expect("opens"), &Limits::default()).expect("is GPX")
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
    let apart = file_of(&[straight_track("", 55.0, 40, ""), straight_track("", 56.0, 40, "")].concat());
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
    let file = file_of(
        &[places, &straight_track("<name>A</name>", 55.0, 40, ""), &straight_track("<name>B</name>", 56.0, 40, "")]
            .concat(),
    );
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
    let many: String = (0..250).map(|number| straight_track("", 50.0 + f64::from(number) * 0.01, 5, "")).collect();
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
    let file = file_of(&[dot, "<trk/>", &straight_track("<name>way</name>", 55.0, 9, ""), dot].concat());
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
    let file = file_of(&(format!("<rte>{route}</rte>") + &straight_track("", 55.0, 40, "")));
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
fn one_of_several_tracks_that_comes_again_alone_is_updated_alone() {
    let mut home = Home::new();
    let [one, two] = [55.0, 56.0].map(|from| straight_track("<name>old</name>", from, 30, ""));
    let ids = home.bring(&home.file("both.gpx", file_of(&(one + &two))));
    let again = home.import(&home.file("second.gpx", file_of(&straight_track("<name>new</name>", 56.0, 30, ""))));
    assert_eq!(again.updated, ids[1..]);
    assert_eq!((home.names(&ids), home.stored()), (vec!["old".to_owned(), "new".into()], 2));
    assert!(ids.iter().all(|id| home.library.course(&Way::Track(*id)).is_ok()));
}
