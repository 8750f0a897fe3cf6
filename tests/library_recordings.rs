//! A recording from its start to the bin and back, and out into a file.

use std::fs;
use std::path::Path;

use route_guide_core::gpx::{self, Limits, Profile, RideExport, Track};
use route_guide_core::library::{
    Attachment, AttachmentKind, Handed, Library, LibraryError, Origin, RecordingId, Start, State,
};
use route_guide_core::model::{Fix, Language, Mode};
use route_guide_tests::{MORNING_MS, STRANGE_TRACK, collection, contents, fixes, photo, quick_folder, travel};
use tempfile::TempDir;

#[test]
fn a_recording_is_started_paused_resumed_and_stopped() {
    let mut walk = Walk::new();
    let id = walk.start();
    walk.record(id, 0..20);
    walk.library.pause_recording(id).expect("pauses");
    assert!(matches!(
        walk.library.record(id, &walk.fixes[20]),
        Err(LibraryError::NotNow { state: State::Paused, asked: "given a fix", .. })
    ));
    assert!(matches!(walk.library.pause_recording(id), Err(LibraryError::NotNow { .. })));
    let walk = &mut walk.opened_again();
    let paused = walk.library.open_recording().expect("reads").expect("is found again");
    assert_eq!((paused.id, paused.state), (id, State::Paused));
    assert!(
        matches!(walk.library.start_recording(&Start::default()), Err(LibraryError::StillOpen(open)) if open == id)
    );
    walk.library.resume_recording(id).expect("goes on");
    walk.record(id, 30..50);
    let tally = walk.library.tally(id).expect("reads");
    assert_eq!((tally.fixes, tally.believed, tally.segments), (40, 40, 2));
    // The pause does not count.
    assert_eq!(tally.duration_ms, (19 + 19) * 5_000);
    walk.library.stop_recording(id, MORNING_MS + 300_000).expect("stops");
    let refused = walk.library.resume_recording(id).expect_err("is done").to_string();
    assert_eq!(refused, format!("recording {id} is closed, so it cannot be resumed"));
    assert!(matches!(walk.library.stop_recording(id, 0), Err(LibraryError::NotNow { .. })));
    assert!(walk.library.open_recording().expect("reads").is_none());
    let recording = walk.library.recording(id).expect("reads");
    assert_eq!((recording.ended_ms, recording.content.is_some()), (Some(MORNING_MS + 300_000), true));
}

#[test]
fn a_long_silence_is_a_gap_in_time_and_begins_no_segment() {
    let mut walk = Walk::new();
    let id = walk.start();
    walk.record(id, 0..10);
    walk.record(id, 60..70);
    let mut segments = Vec::new();
    walk.library.each_fix(id, |kept| segments.push(kept.segment)).expect("reads");
    assert_eq!(segments, [0; 20]);
    let export = walk.export(id, Profile::Plain);
    assert_eq!(export.tracks[0].segments.iter().map(|one| one.iter().count()).collect::<Vec<_>>(), [20]);
    let drawn: Vec<usize> = walk.library.drawn(id).expect("reads").iter().map(Vec::len).collect();
    assert_eq!(drawn, [10, 10], "nobody knows where the way led between");
    let tally = walk.library.tally(id).expect("reads");
    assert!(tally.bridged_m > 0.0 && tally.bridged_m < tally.distance_m, "{tally:?}");
    assert_eq!(tally.duration_ms, 69 * 5_000);
}

#[test]
fn what_was_discarded_comes_back_until_the_bin_is_emptied() {
    let home = quick_folder();
    let mut library = travel(home.path());
    let before = contents(&library);
    let id = library.open_recording().expect("reads").expect("is open").id;
    library.discard_recording(id, MORNING_MS + 10).expect("goes into the bin");
    assert!(library.open_recording().expect("reads").is_none());
    assert!(matches!(library.discard_recording(id, 0), Err(LibraryError::NotNow { state: State::Binned, .. })));
    library.take_back_recording(id).expect("comes back");
    assert_eq!(library.recording(id).expect("reads").state, State::Closed);
    assert_eq!(contents(&library).fixes, before.fixes);
    assert!(matches!(library.take_back_recording(id), Err(LibraryError::NotNow { .. })));

    library.discard_recording(id, MORNING_MS + 8_000_000).expect("goes into the bin");
    let kept_ms = i64::from(library.settings().expect("reads").bin_days) * 24 * 3_600_000;
    assert_eq!(library.empty_bin(MORNING_MS + 8_000_000 + kept_ms).expect("empties"), 1);
    library.recording(id).expect("was discarded later");
    let track = library.recordings().expect("reads").into_iter().find(|(one, _)| one.origin == Origin::Imported);
    let track = track.expect("a track").0.id;
    library.discard_recording(track, 0).expect("goes into the bin");
    assert!(library.storage().expect("reads").can_be_freed > 0);
    library.free().expect("frees");
    assert!(matches!(library.recording(id), Err(LibraryError::NoRecording(_))));
    assert_eq!(fs::read_dir(home.path().join("tracks")).expect("reads").count(), 0);
    assert_eq!(library.recordings().expect("reads").len(), 1);
    assert!(library.check().expect("reads"));
    // What was deleted lies nowhere any more, neither in the database nor in its log.
    drop(library);
    let bytes = fs::read(home.path().join("library.sqlite")).expect("reads");
    assert!(!bytes.windows(8).any(|window| window == b"Nepavyko"));
}

#[test]
fn photos_and_voice_notes_hang_on_a_recording_and_leave_with_it() {
    let mut walk = Walk::new();
    let id = walk.start();
    walk.record(id, 0..10);
    let here = Attachment { time_ms: MORNING_MS + 1, ..photo("kopa.jpg") };
    let voice = Attachment { kind: AttachmentKind::VoiceNote, time_ms: MORNING_MS + 2, ..photo("balsas.m4a") };
    for attachment in [&here, &voice, &here] {
        walk.library.attach(id, attachment).expect("attaches");
    }
    let attached = walk.library.attachments(id).expect("reads");
    assert_eq!(attached.iter().map(|one| one.file.as_str()).collect::<Vec<_>>(), ["kopa.jpg", "balsas.m4a"]);
    let last = walk.fixes[9];
    assert!(attached.iter().all(|one| one.position.is_some_and(|at| (at.lat(), at.lon()) == (last.lat, last.lon))));
    let unknown = Attachment { digest: String::new(), ..here };
    assert!(matches!(walk.library.attach(id, &unknown), Err(LibraryError::Value(_))));
    assert!(matches!(walk.library.attach(RecordingId::new(9), &voice), Err(LibraryError::NoRecording(_))));
    let names: Vec<_> = walk.export(id, Profile::Plain).waypoints.iter().map(|one| one.children.text("name")).collect();
    assert_eq!(names, [Some("kopa.jpg".into()), Some("balsas.m4a".into())]);
}

#[test]
fn a_ride_is_exported_in_every_profile_while_it_is_recorded() {
    let mut walk = Walk::new();
    let id = walk.start();
    for count in [1, 2, 40, 80] {
        let done = walk.library.tally(id).expect("reads").fixes as usize;
        walk.record(id, done..count);
        for profile in Profile::ALL {
            let export = walk.export(id, profile);
            let points = export.tracks.iter().flat_map(|track: &Track| &track.segments);
            assert_eq!(points.map(|segment| segment.iter().count()).sum::<usize>(), count, "{}", profile.name());
        }
    }
    let missing = walk.home.path().join("nowhere").join("ride.gpx");
    assert!(matches!(
        walk.library.export_recording(id, plain(Profile::Plain), &missing),
        Err(LibraryError::Disk { .. })
    ));
}

#[test]
fn a_ride_comes_back_from_its_file_as_it_was_and_is_known_again() {
    let mut walk = Walk::new();
    let id = walk.start();
    walk.record(id, 0..40);
    walk.library.pause_recording(id).expect("pauses");
    walk.library.resume_recording(id).expect("goes on");
    walk.record(id, 50..80);
    walk.library.attach(id, &photo("kopa.jpg")).expect("attaches");
    walk.library.stop_recording(id, walk.fixes[79].time_ms).expect("stops");
    for profile in Profile::ALL {
        let file = walk.home.path().join("ride.gpx");
        walk.library.export_recording(id, plain(profile), &file).expect("exports");
        let other = quick_folder();
        let mut there = Library::open(other.path(), MORNING_MS).expect("opens");
        let brought = there.import(&file, MORNING_MS).expect("imports").brought;
        let told = profile.name();
        assert_eq!(brought.len(), 1, "{told}");
        let [here, back] = [(&walk.library, id), (&there, brought[0])].map(|(library, id)| {
            let mut kept = Vec::new();
            library.each_fix(id, |one| kept.push(format!("{one:?}"))).expect("reads");
            let recording = library.recording(id).expect("reads");
            let said = (recording.key, recording.mode, kept, library.attachments(id).expect("reads"));
            (recording.content, recording.name, said)
        });
        assert_eq!((&back.0, &back.1), (&here.0, &here.1), "{told}");
        // Devices are given what they understand; the plain file holds everything.
        assert!(profile != Profile::Plain || back.2 == here.2, "{told}");
        assert_eq!(there.import(&file, MORNING_MS + 1).expect("imports").known, brought);
        assert_eq!(walk.library.import(&file, MORNING_MS).expect("imports").known, [id], "{told}");
        assert_eq!(there.recordings().expect("reads").len(), 1);
    }
}

#[test]
fn a_track_leaves_as_the_file_it_was() {
    let home = quick_folder();
    let mut library = Library::open(home.path(), MORNING_MS).expect("opens");
    let file = home.path().join("aplink.gpx");
    fs::write(&file, STRANGE_TRACK).expect("writes");
    let id = library.import(&file, MORNING_MS).expect("imports").brought[0];
    let out = home.path().join("out.gpx");
    assert_eq!(library.export_recording(id, plain(Profile::Garmin), &out).expect("exports"), Handed::AsItCame);
    assert_eq!(fs::read_to_string(&out).expect("reads"), STRANGE_TRACK);
}

#[test]
fn fixes_that_cannot_be_are_kept_with_the_reason_and_left_out() {
    let mut walk = Walk::new();
    let id = walk.start();
    walk.record(id, 0..10);
    let wild = |lat: f64, lon: f64, accuracy_m: f64| Fix { lat, lon, accuracy_m, ..walk.fixes[10] };
    let all = [
        wild(0.0, 0.0, 5.0),
        wild(f64::NAN, 21.0, 5.0),
        wild(91.0, 21.0, 5.0),
        wild(55.0, f64::INFINITY, 5.0),
        wild(55.7, 21.1, 5_000.0),
        wild(10.0, 21.1, 5.0),
        walk.fixes[3],
    ];
    for fix in &all {
        walk.library.record(id, fix).expect("is kept");
    }
    walk.record(id, 11..20);
    let mut reasons = Vec::new();
    walk.library.each_fix(id, |kept| reasons.extend(kept.refused)).expect("reads");
    assert_eq!(reasons, ["nowhere", "not-a-number", "out-of-range", "not-a-number", "inaccurate", "jumped", "old"]);
    let tally = walk.library.tally(id).expect("reads");
    assert_eq!((tally.fixes, tally.believed), (26, 19));
    assert_eq!(walk.export(id, Profile::Plain).tracks[0].segments[0].iter().count(), 19);
}

#[test]
fn a_ride_has_a_profile_where_most_fixes_have_a_height() {
    let mut walk = Walk::new();
    let id = walk.start();
    for (minute, fix) in walk.fixes.iter_mut().enumerate() {
        fix.altitude_m = Some(if (32..=34).contains(&minute) { 61.0 } else { minute as f64 / 10.0 });
    }
    walk.record(id, 0..1);
    assert_eq!(walk.library.profile(id, 20).expect("reads"), None, "one fix is no line");
    walk.record(id, 1..60);
    let profile = walk.library.profile(id, 20).expect("reads").expect("every height is known");
    assert_eq!((profile.len(), profile[0], profile[19]), (20, 0.0, 5.9));
    assert!(profile.contains(&61.0), "{profile:?}");
    for fix in &mut walk.fixes[60..80] {
        fix.altitude_m = None;
    }
    walk.record(id, 60..61);
    let goes_on = walk.library.profile(id, 20).expect("reads").expect("most heights are known");
    assert_eq!(goes_on[19], 5.9, "as high as the last that is known");
}

#[test]
fn an_empty_recording_is_one_too() {
    let mut walk = Walk::new();
    let id = walk.start();
    walk.library.stop_recording(id, MORNING_MS).expect("stops");
    assert_eq!(walk.library.tally(id).expect("reads").fixes, 0);
    let way = route_guide_core::library::Way::Track(id);
    assert!(matches!(walk.library.course(&way), Err(LibraryError::NoLine { .. })));
    let file = walk.home.path().join("empty.gpx");
    walk.library.export_recording(id, plain(Profile::Plain), &file).expect("exports");
    assert!(fs::read_to_string(&file).expect("reads").contains("<gpx"));
}

fn plain(profile: Profile) -> RideExport {
    RideExport { profile, language: Language::LT }
}

/// A walk that is recorded in a library with nothing else.
struct Walk {
    home: TempDir,
    library: Library,
    fixes: Vec<Fix>,
}

impl Walk {
    fn new() -> Walk {
        let home = quick_folder();
        let library = Library::open(home.path(), MORNING_MS).expect("opens");
        let route = collection().routes.remove(0);
        let fixes = fixes(&route_guide_core::guidance::Course::of_route(&route), 80, 5);
        Walk { home, library, fixes }
    }

    fn opened_again(self) -> Walk {
        let Walk { home, library, fixes } = self;
        drop(library);
        let library = Library::open(home.path(), MORNING_MS).expect("opens");
        Walk { home, library, fixes }
    }

    fn start(&mut self) -> RecordingId {
        let start = Start {
            time_ms: MORNING_MS,
            name: Some("Pasivaikščiojimas".into()),
            mode: Some(Mode::Bike),
            ..Start::default()
        };
        self.library.start_recording(&start).expect("starts")
    }

    fn record(&mut self, id: RecordingId, which: std::ops::Range<usize>) {
        for fix in &self.fixes[which] {
            self.library.record(id, fix).expect("is kept");
        }
    }

    fn export(&self, id: RecordingId, profile: Profile) -> gpx::Gpx {
        let file = self.home.path().join("export.gpx");
        self.library.export_recording(id, plain(profile), &file).expect("exports");
        read(&file)
    }
}

fn read(file: &Path) -> gpx::Gpx {
    gpx::read(&*fs::read(file).expect("reads"), &Limits::phone()).expect("is GPX")
}
