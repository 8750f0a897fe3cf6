//! Bundles come into the library, are replaced and go; what the traveller made stays.

use std::env;
use std::fs;
use std::path::Path;
use std::process::{Command, Stdio};

use route_guide_core::geometry::Line;
use route_guide_core::guidance::Settings;
use route_guide_core::library::{
    Departure, Installation, Library, LibraryError, MilestoneKind, Resumption, Start, Way,
};
use route_guide_core::model::{BundleId, Collection, Language, Route, RouteId, RouteParts};
use route_guide_tests::{Desk, MORNING_MS, at, contents, favourite, fixes, note, quick_folder, spit_way, travel};
use rusqlite::Connection;

#[test]
fn a_bundle_comes_is_replaced_by_newer_ones_and_goes() {
    let desk = Desk::new();
    let home = quick_folder();
    let mut library = Library::open(home.path(), MORNING_MS).expect("opens");
    let (third, fourth) = (desk.pack("spit-3", |_| {}), desk.pack("spit-4", |spit| spit.manifest.version = 4));
    assert_eq!(library.install(&third, None, &[], MORNING_MS).expect("installs"), Installation::New);
    assert_eq!(library.install(&third, None, &[], MORNING_MS).expect("is there"), Installation::Unchanged);
    let mut install = |file: &Path| library.install_as_wanted(file, None, &[], MORNING_MS).expect("installs");
    assert_eq!(install(&fourth), Installation::Updated { from: 3 });
    assert_eq!(library.bundle(&spit()).expect("opens").manifest().version, 4);
    assert_eq!(files_in(&home.path().join("bundles")), 1);
    library.uninstall(&spit()).expect("goes");
    assert!(library.bundles().expect("reads").is_empty() && files_in(&home.path().join("bundles")) == 0);
    assert!(matches!(library.uninstall(&spit()), Err(LibraryError::NoBundle(_))));
    assert!(matches!(library.course(&spit_way()), Err(LibraryError::NoBundle(_))));
    assert_eq!(library.install(&third, None, &[], MORNING_MS).expect("installs"), Installation::New);
}

#[test]
fn an_installed_file_that_was_damaged_or_lost_is_mended_by_installing_it_again() {
    let desk = Desk::new();
    let third = desk.pack("spit-3", |_| {});
    let home = quick_folder();
    let mut library = Library::open(home.path(), MORNING_MS).expect("opens");
    library.install(&third, None, &[], MORNING_MS).expect("installs");
    let whole = fs::read(&third).expect("reads");
    let file = || {
        let mut entries = fs::read_dir(home.path().join("bundles")).expect("reads");
        entries.next().expect("a file").expect("an entry").path()
    };
    let mut harmed = whole.clone();
    let middle = harmed.len() / 2;
    harmed[middle..].fill(0);
    fs::write(file(), harmed).expect("writes");
    library.install(&third, None, &[], MORNING_MS).expect("installs");
    library.bundle(&spit()).and_then(|bundle| Ok(bundle.verify()?)).expect("is whole again");
    assert!(fs::read(file()).expect("reads") == whole);
    fs::remove_file(file()).expect("removes");
    library.install(&third, None, &[], MORNING_MS).expect("installs");
    library.bundle(&spit()).and_then(|bundle| Ok(bundle.verify()?)).expect("is there again");
}

#[test]
fn an_update_keeps_what_the_traveller_made_and_a_stop_that_went_stays_by_its_name() {
    let desk = Desk::new();
    let home = quick_folder();
    let mut library = travel(home.path());
    library.like(&favourite("pier")).expect("likes");
    library.write_note(&note("pier", "Kavos nėra.")).expect("writes");
    let before = contents(&library);
    let names = |library: &Library| {
        let reached = library.milestones(Some((&spit(), &route()))).expect("reads");
        reached.iter().map(|one| (one.kind, one.item.clone(), one.name.clone())).collect::<Vec<_>>()
    };
    assert!(names(&library).contains(&(MilestoneKind::Visited, "pier".into(), "Didžioji kopa".into())));
    let without_pier = desk.pack("spit-4", |spit| {
        spit.manifest.version = 4;
        alter_route(spit, |parts| parts.stops.retain(|stop| stop.id.as_str() != "pier"));
    });
    library.install_as_wanted(&without_pier, None, &[], MORNING_MS + 1).expect("installs");
    let after = contents(&library);
    assert_eq!((&after.fixes, &after.recordings), (&before.fixes, &before.recordings));
    let lost: Vec<_> = before.others.difference(&after.others).collect();
    assert!(lost.len() == 1 && lost[0].starts_with("InstalledBundle"), "{lost:?}");
    assert!(names(&library).contains(&(MilestoneKind::Visited, "pier".into(), "Didžioji kopa".into())));
    assert!(library.favourites().expect("reads").contains(&favourite("pier")));
    // The line is the same, so the place on it is too.
    let (_, resumption) = library
        .set_out(&spit_way(), false, Departure::Continue, Settings::in_language(Language::EN), None)
        .expect("sets out");
    assert!(matches!(resumption, Resumption::Exactly | Resumption::FoundAgain { .. }));

    library.uninstall(&spit()).expect("goes");
    let after = contents(&library);
    assert_eq!((&after.fixes, &after.recordings), (&before.fixes, &before.recordings));
    let lost: Vec<_> = before.others.difference(&after.others).collect();
    assert!(lost.len() == 1 && lost[0].starts_with("InstalledBundle"), "{lost:?}");
}

#[test]
fn a_line_that_moved_is_found_again_and_said_so() {
    let desk = Desk::new();
    let moved = desk.pack("spit-4", |spit| {
        spit.manifest.version = 4;
        alter_route(spit, |parts| {
            let mut points = parts.line.points().to_vec();
            points[3] = at(55.53, 21.105);
            let line = Line::new(points).expect("a line");
            parts.legs.iter_mut().enumerate().for_each(|(number, leg)| {
                (leg.from, leg.to) = (line.along_of(number), line.along_of(number + 1));
            });
            (parts.stages[0].to, parts.stages[1].from) = (line.along_of(3), line.along_of(3));
            parts.stages[1].to = line.end();
            parts.stops.iter_mut().for_each(|stop| stop.position = line.at(stop.along));
            parts.line = line;
        });
    });
    for (language, expected) in [
        (
            Language::LT,
            "Šis maršrutas atnaujintas nuo tada, kai paskutinį kartą juo keliavote. Jūsų vieta jame nustatyta iš naujo.",
        ),
        (Language::EN, "This route has been updated since you were last on it. Your position has been found again."),
        (
            Language::DE,
            "Diese Route wurde aktualisiert, seit Sie zuletzt auf ihr unterwegs waren. Ihr Standort darauf wurde neu bestimmt.",
        ),
    ] {
        let home = quick_folder();
        let mut library = travel(home.path());
        let before = library.standing(&spit_way(), false).expect("reads").expect("was there");
        library.install_as_wanted(&moved, None, &[], MORNING_MS + 1).expect("installs");
        let settings = Settings::in_language(language);
        let (mut journey, resumption) =
            library.set_out(&spit_way(), false, Departure::Continue, settings, None).expect("sets out");
        assert_eq!(resumption, Resumption::FoundAgain { text: expected.into() });
        let course = library.course(&spit_way()).expect("leads somewhere");
        let next = fixes(&course, 61, 1)[60];
        let update = library.advance(&mut journey, &next).step.outcome.expect("is believed");
        let moved_on = update.matched.along - before.along;
        assert!(moved_on.0.abs() < 100.0, "{moved_on:?}");
        let (_, resumption) =
            library.set_out(&spit_way(), false, Departure::Continue, settings, None).expect("sets out");
        assert_eq!(resumption, Resumption::Exactly);
    }
}

#[test]
fn two_hands_on_one_library_do_each_others_work_no_harm() {
    let desk = Desk::new();
    let (third, fourth) = (desk.pack("spit-3", |_| {}), desk.pack("spit-4", |spit| spit.manifest.version = 4));
    let home = quick_folder();
    let mut one = Library::open(home.path(), MORNING_MS).expect("opens");
    let mut other = Library::open(home.path(), MORNING_MS).expect("opens");
    one.install(&third, None, &[], MORNING_MS).expect("installs");
    assert_eq!(other.install(&third, None, &[], MORNING_MS).expect("is there"), Installation::Unchanged);
    other.install_as_wanted(&fourth, None, &[], MORNING_MS).expect("installs");
    assert_eq!(one.bundles().expect("reads")[0].manifest.version, 4);
    one.bundle(&spit()).expect("opens");
    let id = one.start_recording(&Start::default()).expect("starts");
    assert!(matches!(other.start_recording(&Start::default()), Err(LibraryError::StillOpen(open)) if open == id));
    let course = one.course(&spit_way()).expect("leads somewhere");
    for (number, fix) in fixes(&course, 60, 1).iter().enumerate() {
        let hand = if number % 2 == 0 { &mut one } else { &mut other };
        assert_eq!(hand.record(id, fix).expect("is kept").fixes, number as u64 + 1);
    }
    drop(one);
    let third = Library::open(home.path(), MORNING_MS).expect("opens");
    assert_eq!(contents(&third), contents(&other));
    assert!(third.check().expect("reads"));
}

#[test]
fn two_processes_on_one_library_lose_nothing() {
    const HOME: &str = "ROUTE_GUIDE_HOME_OF_TWO";
    const NOTES: usize = 150;
    let write = |folder: &Path, who: &str| {
        for number in 0..NOTES {
            // Each time anew: opening must not disturb the other either.
            let mut library = Library::open(folder, MORNING_MS).expect("opens");
            library.write_note(&note("dune", &format!("{who} {number}"))).expect("writes");
            assert!(library.damages().expect("reads").is_empty());
        }
    };
    if let Some(folder) = env::var_os(HOME) {
        return write(Path::new(&folder), "child");
    }
    let home = quick_folder();
    drop(Library::open(home.path(), MORNING_MS).expect("opens"));
    let mut child = Command::new(env::current_exe().expect("has a path"))
        .args(["--exact", "two_processes_on_one_library_lose_nothing", "--nocapture"])
        .env(HOME, home.path())
        .stdout(Stdio::null())
        .spawn()
        .expect("starts");
    write(home.path(), "parent");
    assert!(child.wait().expect("ends").success());
    let library = Library::open(home.path(), MORNING_MS).expect("opens");
    assert_eq!(library.notes().expect("reads").len(), 2 * NOTES);
    assert!(library.check().expect("reads"));
}

#[test]
fn a_library_of_a_newer_app_is_refused_and_stays_as_it_is() {
    let home = quick_folder();
    drop(travel(home.path()));
    let path = home.path().join("library.sqlite");
    let newer = |only_in_the_log: bool| {
        let connection = Connection::open(&path).expect("opens");
        connection.execute_batch("PRAGMA user_version = 99; CREATE TABLE IF NOT EXISTS later (what);").expect("runs");
        if only_in_the_log {
            let copy = quick_folder();
            for name in ["library.sqlite", "library.sqlite-wal"] {
                fs::copy(home.path().join(name), copy.path().join(name)).expect("copies");
            }
            return Some(copy);
        }
        None
    };
    let in_the_log = newer(true).expect("a copy");
    assert!(newer(false).is_none());
    for folder in [home.path(), in_the_log.path()] {
        let read = |name: &str| fs::read(folder.join(name)).unwrap_or_default();
        let before = ["library.sqlite", "library.sqlite-wal"].map(read);
        for _ in 0..2 {
            let error = Library::open(folder, MORNING_MS).expect_err("is newer");
            assert!(matches!(error, LibraryError::Newer { found: 99, .. }), "{error}");
            assert!(error.to_string().ends_with("update the app. Nothing was changed"), "{error}");
            assert!(["library.sqlite", "library.sqlite-wal"].map(read) == before, "it was changed");
            assert!(!folder.join("damaged").exists());
        }
    }
}

fn spit() -> BundleId {
    BundleId::new("spit").expect("an id")
}

fn route() -> RouteId {
    let Way::Route { route, .. } = spit_way() else { unreachable!("it is a route") };
    route
}

/// Changes the first route of the collection.
fn alter_route(collection: &mut Collection, alter: impl FnOnce(&mut RouteParts)) {
    let mut parts: RouteParts = (*collection.routes[0]).clone();
    alter(&mut parts);
    collection.routes[0] = Route::new(parts).expect("a route");
}

fn files_in(folder: &Path) -> usize {
    fs::read_dir(folder).expect("reads").count()
}
