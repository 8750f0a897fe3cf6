//! A library of every form there has been lies in `fixtures/` and is opened here, for ever.

use std::fs;
use std::path::{Path, PathBuf};

use route_guide_core::guidance::Settings as Guidance;
use route_guide_core::library::{Departure, Library, MilestoneKind, Origin, Resumption, State, Way};
use route_guide_core::map::Drawing;
use route_guide_core::model::Language;
use route_guide_tests::{
    MORNING_MS, copy_folder, favourite, fixes, project, quick_folder, spit_bundle, spit_way, travel,
};
use rusqlite::Connection;

/// The form that libraries have now.
const PRESENT: u32 = 2;

/// How a fixture came about. A new form gets a new folder; those of older forms are never written again.
#[test]
#[ignore = "writes the fixture of the present form"]
fn the_fixture_of_the_present_form_is_written() {
    let home = quick_folder();
    drop(travel(home.path()));
    let fixture = fixture(PRESENT);
    fs::create_dir_all(&fixture).expect("a folder");
    fs::copy(home.path().join("library.sqlite"), fixture.join("library.sqlite")).expect("copies");
    copy_folder(&home.path().join("tracks"), &fixture.join("tracks"));
}

#[test]
fn a_library_of_every_form_opens_with_everything_in_it() {
    for form in 1..=PRESENT {
        let home = quick_folder();
        copy_folder(&fixture(form), home.path());
        assert_eq!(form_of(home.path()), form);
        opens_with_everything_in_it(home.path());
        assert_eq!(form_of(home.path()), PRESENT);
    }
}

fn form_of(home: &Path) -> u32 {
    let database = Connection::open(home.join("library.sqlite")).expect("opens");
    database.query_row("PRAGMA user_version", [], |row| row.get(0)).expect("reads")
}

fn opens_with_everything_in_it(home: &Path) {
    let mut library = Library::open(home, MORNING_MS).expect("opens");
    assert!(library.damages().expect("reads").is_empty() && library.check().expect("reads"));

    let recordings = library.recordings().expect("reads");
    let told: Vec<_> = recordings
        .iter()
        .map(|(one, tally)| (one.name.as_deref().unwrap_or(""), one.origin, one.state, tally.fixes, tally.believed))
        .collect();
    assert_eq!(
        told,
        [
            ("Dar vyksta", Origin::Recorded, State::Open, 120, 120),
            ("Nepavyko", Origin::Recorded, State::Binned, 20, 20),
            ("Iki kopų", Origin::Recorded, State::Closed, 180, 180),
            ("Aplink", Origin::Imported, State::Closed, 3, 3),
        ]
    );
    let (done, tally) = &recordings[2];
    assert_eq!(
        done.followed.as_ref().map(|followed| followed.names.clone()),
        Some(vec!["Malonūs nuovargiai".into(), "Diena".into()])
    );
    assert!((tally.distance_m - 3_500.0).abs() < 1_500.0, "{}", tally.distance_m);
    let mut kept = 0;
    library.each_fix(done.id, |fix| kept += usize::from(fix.fix.monotonic_ms.is_some())).expect("reads");
    assert_eq!(kept, 180);
    assert_eq!(library.attachments(done.id).expect("reads")[0].file.as_str(), "kopa.jpg");
    assert!(library.milestones_of(&done.key).expect("reads").iter().any(|one| one.kind == MilestoneKind::Visited));
    assert_eq!(library.favourites().expect("reads"), [favourite("dune")]);
    assert_eq!(library.notes().expect("reads").len(), 3);
    let settings = library.settings().expect("reads");
    assert_eq!((settings.map_style, settings.bin_days), (Drawing::Plain, 7));
    assert_eq!(library.bundles().expect("reads")[0].manifest.version, 3);
    library.course(&Way::Track(recordings[3].0.id)).expect("leads somewhere");

    // The bundle's own file is no part of the fixture, and today's tool may pack other last digits: its next version is
    // followed where the traveller was.
    library.install_as_wanted(&spit_bundle(home, 4), None, &[], MORNING_MS).expect("installs");
    let open = recordings[0].0.id;
    let settings = Guidance::in_language(Language::LT);
    let (mut journey, resumption) =
        library.set_out(&spit_way(), false, Departure::Continue, settings, Some(open)).expect("sets out");
    assert!(matches!(resumption, Resumption::Exactly | Resumption::FoundAgain { .. }));
    let course = library.course(&spit_way()).expect("leads somewhere");
    let next = fixes(&course, 121, 3)[120];
    let tally = library.advance(&mut journey, &next).kept.expect("is kept").expect("is recorded");
    assert_eq!(tally.fixes, 121);
}

fn fixture(form: u32) -> PathBuf {
    project(&format!("tests/fixtures/library-{form}"))
}
