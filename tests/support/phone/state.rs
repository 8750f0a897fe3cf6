//! All that can be seen of a phone's library.

use std::collections::BTreeSet;
use std::fmt::Write as _;
use std::fs;
use std::hash::{DefaultHasher, Hash, Hasher};
use std::path::Path;

use route_guide_core::library::{Library, MOST_FOUND, Origin, Query, Way};
use route_guide_core::model::Language;

use super::Phone;

/// What lies in a library's folder.
const PARTS: [&str; 6] =
    ["bundles", "tracks", "library.lock", "library.sqlite", "library.sqlite-wal", "library.sqlite-shm"];

/// All that can be seen of a phone's library, and what was taken out of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct State(String);

impl State {
    /// What can be seen now.
    ///
    /// # Panics
    /// When something in it cannot be read, does not agree with itself, or lies about unnamed.
    #[must_use]
    pub fn of(phone: &Phone, library: &Library) -> State {
        let mut seen = String::new();
        assert_eq!(library.damages().expect("reads"), [], "something was damaged");
        assert!(library.check().expect("reads"), "the database is damaged");
        tell_bundles(library, &mut seen);
        tell_recordings(library, &mut seen);
        let _ = writeln!(seen, "{:?}", library.milestones(None).expect("reads"));
        let _ = writeln!(seen, "{:?}", library.favourites().expect("reads"));
        let _ = writeln!(seen, "{:?}", library.notes().expect("reads"));
        let _ = writeln!(seen, "{:?}", library.settings().expect("reads"));
        let query = Query { text: "kopa", language: Language::LT, near: None, limit: MOST_FOUND };
        let _ = writeln!(seen, "{:?}", library.search(&query).expect("searches"));
        tell_files(&phone.folder().join("out"), &mut seen);
        let parts = names(&phone.library());
        let strange: Vec<&String> = parts.iter().filter(|part| !PARTS.contains(&part.as_str())).collect();
        assert!(strange.is_empty(), "{strange:?} lies about");
        State(seen)
    }

    /// The lines that only one of the two has.
    #[must_use]
    pub fn difference(&self, other: &State) -> String {
        let (here, there): (BTreeSet<&str>, BTreeSet<&str>) = (self.0.lines().collect(), other.0.lines().collect());
        let only = |sign, lines: Vec<&&str>| lines.iter().map(|line| format!("{sign} {line}\n")).collect::<String>();
        only('-', here.difference(&there).collect()) + &only('+', there.difference(&here).collect())
    }
}

fn tell_bundles(library: &Library, seen: &mut String) {
    let bundles = library.bundles().expect("reads");
    assert_eq!(names(&library.folder().join("bundles")).len(), bundles.len(), "each bundle has its file");
    for installed in bundles {
        let bundle = library.bundle(&installed.manifest.id).expect("opens");
        bundle.verify().expect("is whole");
        let _ = writeln!(seen, "{installed:?}");
        for route in bundle.routes().expect("reads") {
            let way = Way::Route { bundle: installed.manifest.id.clone(), route: route.id };
            let _ = writeln!(seen, "{:?}", library.standing(&way, false).expect("reads"));
        }
    }
}

fn tell_recordings(library: &Library, seen: &mut String) {
    let mut tracks = BTreeSet::new();
    for (recording, tally) in library.recordings().expect("reads") {
        let _ = writeln!(seen, "{recording:?} {tally:?}");
        if recording.origin == Origin::Imported {
            // The days came in one file.
            let is_day = recording.name.as_deref().is_some_and(|name| name.starts_with("Day "));
            tracks.insert(if is_day { "days".into() } else { recording.key.clone() });
            library.course(&Way::Track(recording.id)).expect("can be followed");
            continue;
        }
        let mut fixes = 0;
        let each = library.each_fix(recording.id, |kept| {
            assert_eq!(u64::from(kept.number), fixes, "no fix is missing");
            fixes += 1;
            let _ = writeln!(seen, "{} {kept:?}", recording.id);
        });
        each.expect("reads");
        assert_eq!(tally.fixes, fixes, "the tally is true");
        let _ = writeln!(seen, "{:?}", library.attachments(recording.id).expect("reads"));
    }
    assert_eq!(names(&library.folder().join("tracks")).len(), tracks.len(), "each track has its file");
}

fn tell_files(folder: &Path, seen: &mut String) {
    // What killed work left of a file has no name that anybody would take for the file.
    for name in names(folder).into_iter().filter(|name| !(name.starts_with('.') && name.ends_with(".part"))) {
        let mut hasher = DefaultHasher::new();
        fs::read(folder.join(&name)).expect("reads").hash(&mut hasher);
        let _ = writeln!(seen, "{name} {:x}", hasher.finish());
    }
}

fn names(folder: &Path) -> BTreeSet<String> {
    let entries = fs::read_dir(folder).expect("reads").map(|entry| entry.expect("an entry"));
    entries.map(|entry| entry.file_name().to_string_lossy().into_owned()).collect()
}
