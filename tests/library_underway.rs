//! A journey is under way until it is finished, whatever becomes of the app meanwhile.

use std::fs;
use std::path::Path;

use route_guide_core::guidance::{Event, Settings};
use route_guide_core::library::{
    Departure, Journey, Library, RecordingId, Resumption, Start, Underway, Way, WayStanding,
};
use route_guide_core::model::{BundleId, Language};
use route_guide_tests::{MORNING_MS, STRANGE_TRACK, fixes, note, quick_folder, spit_bundle, spit_way};
use tempfile::TempDir;

/// A phone with a bundle, a track of another program and a recording that is open.
struct Home {
    folder: TempDir,
    library: Library,
    track: RecordingId,
    open: RecordingId,
}

impl Home {
    fn new() -> Home {
        let folder = quick_folder();
        let mut library = opened(folder.path());
        library.install(&spit_bundle(folder.path(), 3), None, &[], MORNING_MS).expect("installs");
        let file = folder.path().join("aplink.gpx");
        fs::write(&file, STRANGE_TRACK).expect("writes");
        let track = library.import(&file, MORNING_MS).expect("imports").brought[0];
        let open = library.start_recording(&Start { time_ms: MORNING_MS, ..Start::default() }).expect("starts");
        Home { folder, library, track, open }
    }

    /// The phone kills the app, and the traveller opens it again.
    fn killed(self) -> Home {
        let Home { folder, library, track, open } = self;
        drop(library);
        let library = opened(folder.path());
        Home { folder, library, track, open }
    }

    fn set_out(&mut self, way: &Way, departure: Departure) -> (Journey, Resumption) {
        let settings = Settings::in_language(Language::LT);
        self.library.set_out(way, false, departure, settings, Some(self.open)).expect("sets out")
    }

    /// Travels from the start of a way to its fix of that number.
    fn travel(&mut self, journey: &mut Journey, from: usize, to: usize) {
        let course = self.library.course(journey.way()).expect("leads somewhere");
        for fix in &fixes(&course, to, 3)[from..] {
            self.library.advance(journey, fix).kept.expect("is kept");
        }
    }

    fn underway(&self) -> Option<Underway> {
        self.library.underway(Language::LT).expect("reads")
    }

    fn standings(&self) -> Vec<WayStanding> {
        self.library.standings(Language::LT).expect("reads")
    }
}

fn opened(folder: &Path) -> Library {
    Library::open(folder, MORNING_MS).expect("opens")
}

fn spit() -> BundleId {
    let Way::Route { bundle, .. } = spit_way() else { unreachable!("it is a route") };
    bundle
}

#[test]
fn a_journey_is_under_way_through_kills_until_it_is_finished() {
    let mut home = Home::new();
    assert_eq!(home.underway(), None);
    let (mut journey, _) = home.set_out(&spit_way(), Departure::Continue);
    let mut home = home.killed();
    let name = "Malonūs nuovargiai".to_owned();
    let expected = Underway { way: spit_way(), reversed: false, recording: Some(home.open), name };
    assert_eq!(home.underway(), Some(expected.clone()), "also before the first fix");

    home.travel(&mut journey, 0, 60);
    let mut home = home.killed();
    let found = home.underway().expect("is under way");
    assert_eq!(found, expected);
    let (mut journey, resumption) = home.set_out(&found.way, Departure::Continue);
    assert_eq!(resumption, Resumption::Exactly);
    home.travel(&mut journey, 60, 70);

    home.library.finish(&mut journey).expect("finishes");
    assert_eq!(home.underway(), None);
    let home = home.killed();
    assert_eq!(home.underway(), None);
    assert_eq!(home.library.tally(home.open).expect("reads").fixes, 70, "the recording stays");
    assert!(home.library.standing(&spit_way(), false).expect("reads").is_some(), "and so does the place");
}

#[test]
fn what_cannot_be_followed_is_not_under_way() {
    let mut home = Home::new();
    home.set_out(&spit_way(), Departure::Continue);
    home.library.uninstall(&spit()).expect("uninstalls");
    assert_eq!(home.underway(), None);

    home.set_out(&Way::Track(home.track), Departure::Continue);
    let found = home.underway().expect("is under way");
    assert_eq!((found.way, found.name.as_str()), (Way::Track(home.track), "Aplink"));
    home.library.discard_recording(home.track, MORNING_MS).expect("discards");
    assert_eq!(home.underway(), None);
    home.library.free().expect("empties the bin");
    assert_eq!(home.killed().underway(), None);
}

#[test]
fn a_recording_that_was_stopped_is_gone_on_without() {
    let mut home = Home::new();
    home.set_out(&spit_way(), Departure::Continue);
    home.library.pause_recording(home.open).expect("pauses");
    assert_eq!(home.underway().expect("is under way").recording, Some(home.open));
    home.library.stop_recording(home.open, MORNING_MS).expect("stops");
    assert_eq!(home.underway().expect("is under way").recording, None);
}

#[test]
fn finishing_an_old_journey_leaves_the_one_set_out_on_since() {
    let mut home = Home::new();
    let (mut old, _) = home.set_out(&spit_way(), Departure::Continue);
    let track = Way::Track(home.track);
    home.set_out(&track, Departure::Continue);
    home.library.finish(&mut old).expect("finishes");
    assert_eq!(home.underway().map(|found| found.way), Some(track));
}

#[test]
fn setting_out_here_forgets_where_the_traveller_was() {
    let mut home = Home::new();
    let (mut journey, resumption) = home.set_out(&spit_way(), Departure::Here);
    assert_eq!(resumption, Resumption::Anew);
    home.travel(&mut journey, 0, 60);
    let before = home.library.standing(&spit_way(), false).expect("reads").expect("was there");

    let (mut journey, resumption) = home.set_out(&spit_way(), Departure::Here);
    assert_eq!(resumption, Resumption::Anew);
    let mut home = home.killed();
    assert_eq!(
        home.library.standing(&spit_way(), false).expect("reads"),
        None,
        "also when killed before the first fix"
    );
    home.travel(&mut journey, 90, 100);
    let after = home.library.standing(&spit_way(), false).expect("reads").expect("is there");
    assert!(after.along.metres() > before.along.metres(), "{after:?}");
}

#[test]
fn whoever_was_told_that_the_route_is_done_is_not_asked_to_go_on() {
    let mut home = Home::new();
    let (mut journey, _) = home.set_out(&spit_way(), Departure::Continue);
    let course = home.library.course(&spit_way()).expect("leads somewhere");
    let told = fixes(&course, 10_000, 3).iter().any(|fix| {
        let step = home.library.advance(&mut journey, fix).step;
        step.outcome.expect("is believed").cues.iter().any(|cue| cue.event == Event::RouteEnded)
    });
    assert!(told);
    assert_eq!(home.standings()[0].standing.share, 1.0);
}

#[test]
fn standings_are_of_ways_that_are_there_the_newest_first() {
    let mut home = Home::new();
    let track = Way::Track(home.track);
    let (mut journey, _) = home.set_out(&spit_way(), Departure::Continue);
    home.travel(&mut journey, 0, 60);
    let (mut journey, _) = home.set_out(&track, Departure::Continue);
    home.travel(&mut journey, 0, 4);
    let told: Vec<_> = home.standings().into_iter().map(|one| (one.way, one.reversed, one.name)).collect();
    let route = (spit_way(), false, "Malonūs nuovargiai".to_owned());
    assert_eq!(told, [route, (track.clone(), false, "Aplink".to_owned())]);
    assert!(home.standings()[0].standing.share > 0.0);

    home.library.uninstall(&spit()).expect("uninstalls");
    assert_eq!(home.standings().into_iter().map(|one| one.way).collect::<Vec<_>>(), [track]);
}

#[test]
fn a_backup_does_not_say_what_is_under_way() {
    let mut home = Home::new();
    home.library.write_note(&note("dune", "Vėjas.")).expect("writes");
    home.set_out(&spit_way(), Departure::Continue);
    let backup = home.folder.path().join("backup.zip");
    home.library.back_up(&backup).expect("writes");
    let other = quick_folder();
    let mut library = opened(other.path());
    library.install(&spit_bundle(other.path(), 3), None, &[], MORNING_MS).expect("installs");
    let restored = library.restore(&backup, MORNING_MS).expect("restores");
    assert_eq!((restored.notes, restored.settings), (1, 0));
    assert_eq!(library.underway(Language::LT).expect("reads"), None);
}
