//! What a library holds, whatever its numbers are, and whether a backup brings all of it back.

use std::collections::BTreeSet;
use std::path::PathBuf;

use route_guide_core::library::{Library, Note, State};

use crate::home::Home;
use crate::travelled::{MORNING_MS, quick_folder, spit_way};

/// What is the same in every library that holds the same.
///
/// # Panics
/// When something cannot be read.
#[must_use]
pub fn held(library: &Library) -> BTreeSet<String> {
    let mut held = BTreeSet::new();
    for (recording, tally) in library.recordings().expect("reads") {
        let (id, key) = (recording.id, recording.key);
        // What is under way on one phone is done on another.
        let binned = recording.state == State::Binned;
        let (origin, name, mode, followed) = (recording.origin, recording.name, recording.mode, recording.followed);
        held.insert(format!("{key} {binned} {origin:?} {name:?} {mode:?} {followed:?} {}", recording.started_ms));
        held.insert(format!("{key} {} {} {} {}", tally.fixes, tally.believed, tally.lost, tally.distance_m));
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

/// Backs up, restores elsewhere and says what both libraries hold.
///
/// # Panics
/// When something of it cannot be backed up or restored.
#[must_use]
pub fn here_and_there(home: &Home) -> (BTreeSet<String>, BTreeSet<String>) {
    let backup = home.path("both.zip");
    assert_eq!(home.library.back_up(&backup).expect("backs up"), []);
    let other = quick_folder();
    let mut library = Library::open(other.path(), MORNING_MS).expect("opens");
    // Later, as backups are: what is made at one moment may get one key.
    let restored = library.restore(&backup, MORNING_MS + 86_400_000).expect("restores");
    assert_eq!((restored.refused, restored.omitted.all()), (Vec::<PathBuf>::new(), 0));
    assert!(library.check().expect("reads"));
    (held(&home.library), held(&library))
}
