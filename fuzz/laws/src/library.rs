//! What must hold of every library, whatever was handed to it: all of it can be read, shown, handed on and backed up, and
//! a backup of it becomes the same elsewhere.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use route_guide_core::errors::{Complaint, Kind};
use route_guide_core::gpx::{Profile, RideExport};
use route_guide_core::library::{
    Handed, KeptFix, Library, LibraryError, Recording, RecordingId, Restored, State, Tally,
};
use route_guide_core::model::Language;
use route_guide_tests::MORNING_MS;

/// An answer, or nothing where what was handed in is at fault; the library itself never is.
pub fn told<T>(answer: Result<T, LibraryError>) -> Option<T> {
    let complain = |error: &LibraryError| {
        for language in [Language::LT, Language::EN, Language::DE] {
            let complaint = Complaint::of_library(error, language);
            let ours = matches!(complaint.kind, Kind::Internal | Kind::Damaged | Kind::Busy | Kind::Full);
            assert!(!ours && !complaint.text.is_empty(), "{}: {error}", complaint.code);
        }
    };
    answer.inspect_err(complain).ok()
}

/// Reads everything that is in a library.
pub fn is_whole(library: &Library) {
    assert!(library.check().expect("can be checked"), "the library is damaged");
    assert!(library.damages().expect("reads").is_empty(), "the library was damaged");
    for (recording, tally) in library.recordings().expect("recordings are listed") {
        is_readable(library, recording.id, &tally);
    }
    library.favourites().expect("favourites are listed");
    library.notes().expect("notes are listed");
    library.milestones(None).expect("milestones are listed");
    library.standings(Language::LT).expect("standings are listed");
    library.underway(Language::LT).expect("what is under way is told");
    library.settings().expect("settings are read");
    library.storage().expect("storage is told");
    library.bundles().expect("bundles are listed");
}

fn is_readable(library: &Library, id: RecordingId, tally: &Tally) {
    library.recording(id).expect("what is listed is there");
    library.attachments(id).expect("attachments are listed");
    let climb = tally.climb().map_or([0.0; 2], |climb| [climb.gain.0, climb.loss.0]);
    for sum in climb.into_iter().chain([tally.distance_m, tally.pace().unwrap_or_default()]) {
        assert!(sum.is_finite() && sum >= 0.0, "it comes to {tally:?}");
    }
    let mut fixes = 0;
    library.each_fix(id, |_| fixes += 1).expect("fixes are read");
    // Those of a track that was brought in stay in its file.
    assert!(fixes == tally.fixes || fixes == 0, "{fixes} fixes are there, {} counted", tally.fixes);
    let drawn = library.drawn(id).expect("what is recorded can be drawn");
    if let Some(profile) = library.profile(id, 64).expect("what is recorded has a profile or none") {
        assert!(profile.iter().all(|height| height.is_finite()), "heights of {profile:?}");
    }
    assert!(drawn.iter().map(Vec::len).sum::<usize>() <= 1 << 20);
}

/// Hands every recording on in every form.
pub fn is_handed_on(library: &Library, folder: &Path) {
    let path = folder.join("handed-on.gpx");
    for (recording, _) in library.recordings().expect("recordings are listed") {
        for profile in [Profile::Plain, Profile::Garmin, Profile::Osmand, Profile::Komoot] {
            let how = RideExport { profile, language: Language::LT };
            let Handed::Ride(_) = library.export_recording(recording.id, how, &path).expect("is handed on") else {
                break;
            };
        }
    }
}

/// A backup of the library becomes the same in an empty one, and changes nothing where all of it is.
pub fn comes_back(library: &mut Library, folder: &Path) {
    let backup = folder.join("backup.zip");
    let left_out = library.back_up(&backup).expect("can be backed up");
    assert!(left_out.is_empty(), "tracks are gone: {left_out:?}");
    let before = contents(library);
    let mut other = Library::open(&folder.join("elsewhere"), MORNING_MS).expect("opens");
    let restored = other.restore(&backup, MORNING_MS).expect("our own backup");
    assert!(restored.refused.is_empty(), "of our own backup is refused {:?}", restored.refused);
    is_whole(&other);
    assert_eq!(contents(&other), before, "what came back is something else");
    for library in [library, &mut other] {
        let Restored { recordings, extended, favourites, notes, settings, refused, .. } =
            library.restore(&backup, MORNING_MS).expect("our own backup");
        let new = [recordings, extended, favourites, notes, settings, refused.len()];
        assert_eq!(new, [0; 6], "a second time brings something");
        assert_eq!(contents(library), before, "a second time changes something");
    }
}

/// What the traveller made, whatever its numbers are: those of another library are others.
#[derive(Debug, PartialEq)]
struct Contents {
    recordings: BTreeMap<String, Vec<String>>,
    others: BTreeSet<String>,
}

fn contents(library: &Library) -> Contents {
    let mut recordings = BTreeMap::new();
    for (recording, _) in library.recordings().expect("recordings are listed") {
        let mut told: Vec<String> = Vec::new();
        library.each_fix(recording.id, |kept: KeptFix| told.push(format!("{kept:?}"))).expect("fixes are read");
        told.extend(library.attachments(recording.id).expect("reads").iter().map(|attached| format!("{attached:?}")));
        told.push(about(&recording));
        recordings.insert(recording.key, told);
    }
    let favourites = library.favourites().expect("reads");
    let notes = library.notes().expect("reads").into_iter().map(|note| (note.bundle, note.item, note.text));
    let milestones = library.milestones(None).expect("reads");
    let others = favourites.iter().map(|liked| format!("{liked:?}"));
    let others = others.chain(notes.map(|note| format!("{note:?}")));
    let others = others.chain(milestones.iter().map(|reached| format!("{reached:?}")));
    let others = others.chain([format!("{:?}", library.settings().expect("reads"))]).collect();
    Contents { recordings, others }
}

/// What is told of a recording; what is still open here is closed elsewhere.
fn about(recording: &Recording) -> String {
    let Recording { state, origin, name, mode, followed, started_ms, .. } = recording;
    format!("{} {origin:?} {name:?} {mode:?} {followed:?} {started_ms}", *state == State::Binned)
}
