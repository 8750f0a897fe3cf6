//! A library that somebody has travelled with: something of everything in it.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

use route_guide_core::bundle;
use route_guide_core::geometry::{Along, Metres};
use route_guide_core::gpx::FileName;
use route_guide_core::guidance::simulation::Ride;
use route_guide_core::guidance::{self, Course};
use route_guide_core::library::{
    Attachment, AttachmentKind, Departure, Favourite, Item, KeptFix, Library, Note, RecordingId, Settings, Start, Way,
};
use route_guide_core::map::Drawing;
use route_guide_core::model::{BundleId, Fix, Language, Mode, RouteId, StopId};
use tempfile::TempDir;

use crate::collection;

/// When simulated rides begin: 2026-06-01 08:00 UTC.
pub const MORNING_MS: i64 = 1_780_300_800_000;

/// A folder that costs no waiting: in memory where there is a disk in memory.
///
/// # Panics
/// When no folder can be made.
#[must_use]
pub fn quick_folder() -> TempDir {
    let memory = Path::new("/dev/shm");
    if memory.is_dir() { TempDir::new_in(memory) } else { TempDir::new() }.expect("a folder")
}

/// Whether all is to be tried that can be, and not only a sample.
#[must_use]
pub fn full() -> bool {
    std::env::var_os("ROUTE_GUIDE_FULL").is_some_and(|full| full == "1")
}

/// The small collection as a bundle of that version.
///
/// # Panics
/// When it cannot be written.
#[must_use]
pub fn spit_bundle(folder: &Path, version: u32) -> PathBuf {
    let mut collection = collection();
    collection.manifest.version = version;
    let path = folder.join(format!("spit-{version}.gpkg"));
    bundle::write(&collection, &path).expect("packs");
    path
}

/// The route of the small collection.
#[must_use]
pub fn spit_way() -> Way {
    Way::Route { bundle: BundleId::new("spit").expect("an id"), route: RouteId::new("spit-route").expect("an id") }
}

/// The first fixes of a ride along a course, as a phone with both clocks would give them.
#[must_use]
pub fn fixes(course: &Course, count: usize, seed: u64) -> Vec<Fix> {
    let ride = Ride::along(course).with_noise(Metres(5.0)).with_seed(seed).every(5.0);
    let far = Along(Metres(course.line().length().0.min(40.0 * count as f64 + 1_000.0)));
    let ride = ride.between(Along::START, far).fixes().into_iter().map(|(fix, _)| with_steady_clock(fix));
    ride.take(count).collect()
}

/// The fix with what a clock that nobody sets shows: the phone was switched on an hour before the ride.
#[must_use]
pub fn with_steady_clock(fix: Fix) -> Fix {
    Fix { monotonic_ms: Some(fix.time_ms - MORNING_MS + 3_600_000), ..fix }
}

/// What the traveller liked.
#[must_use]
pub fn favourite(stop: &str) -> Favourite {
    Favourite {
        bundle: BundleId::new("spit").expect("an id"),
        item: Item::Stop(StopId::new(stop).expect("an id")),
        name: "Didžioji kopa".into(),
        time_ms: MORNING_MS,
    }
}

/// What the traveller wrote.
#[must_use]
pub fn note(stop: &str, words: &str) -> Note {
    let Favourite { bundle, item, name, time_ms } = favourite(stop);
    Note { number: 0, bundle, item, name, text: words.into(), time_ms }
}

/// A photo.
#[must_use]
pub fn photo(name: &str) -> Attachment {
    Attachment {
        kind: AttachmentKind::Photo,
        file: FileName::new(name).expect("a name"),
        bytes: 2_345_678,
        digest: format!("digest of {name}"),
        time_ms: MORNING_MS + 60_000,
        position: None,
    }
}

/// A track of another program, with a stop to announce.
pub const STRANGE_TRACK: &str = r#"<?xml version="1.0"?>
<gpx xmlns="http://www.topografix.com/GPX/1/1" version="1.1" creator="somebody">
 <wpt lat="55.3045" lon="21.0005"><name>Švyturys</name></wpt>
 <trk><name>Aplink</name><trkseg>
  <trkpt lat="55.3000" lon="21.0000"><time>2026-05-01T08:00:00Z</time></trkpt>
  <trkpt lat="55.3040" lon="21.0004"><time>2026-05-01T08:04:00Z</time></trkpt>
  <trkpt lat="55.3090" lon="21.0008"><time>2026-05-01T08:09:00Z</time></trkpt>
 </trkseg></trk>
</gpx>
"#;

/// Travels with a new library: an installed bundle, a ride on its route that was stopped, one that was discarded, one
/// that is still open, a track brought in, notes, a favourite, a photo and settings. It is small enough that all of it
/// is still in the log of the database.
///
/// # Panics
/// When the library does not do what it is for.
#[must_use]
pub fn travel(folder: &Path) -> Library {
    let beside = quick_folder();
    let mut library = Library::open(folder, MORNING_MS).expect("opens");
    library.install(&spit_bundle(beside.path(), 3), None, &[], MORNING_MS).expect("installs");
    let way = spit_way();
    let course = library.course(&way).expect("leads somewhere");
    let start =
        |name: &str| Start { time_ms: MORNING_MS, name: Some(name.into()), mode: Some(Mode::Bike), followed: None };
    let settings = guidance::Settings::in_language(Language::LT);

    let followed = library.followed(&way, settings).expect("is there");
    let done = library.start_recording(&Start { followed, ..start("Iki kopų") }).expect("starts");
    let (mut journey, _) = library.set_out(&way, false, Departure::Continue, settings, Some(done)).expect("sets out");
    for fix in fixes(&course, 60, 1) {
        library.advance(&mut journey, &fix).kept.expect("is kept");
    }
    record(&mut library, done, &fixes(&course, 180, 1)[60..]);
    library.attach(done, &photo("kopa.jpg")).expect("attaches");
    library.stop_recording(done, MORNING_MS + 3_600_000).expect("stops");

    let discarded = library.start_recording(&start("Nepavyko")).expect("starts");
    record(&mut library, discarded, &fixes(&course, 20, 2));
    library.discard_recording(discarded, MORNING_MS + 7_200_000).expect("discards");

    let track = beside.path().join("aplink.gpx");
    fs::write(&track, STRANGE_TRACK).expect("writes");
    assert_eq!(library.import(&track, MORNING_MS).expect("imports").brought.len(), 1);

    library.like(&favourite("dune")).expect("likes");
    for words in ["Vėjas.", "Daug smėlio, mažai pavėsio.", "Čia sugrįšiu."] {
        library.write_note(&note("dune", words)).expect("writes");
    }
    library.choose(&Settings { map_style: Drawing::Plain, bin_days: 7, ..Settings::default() }).expect("chooses");

    let open = library.start_recording(&start("Dar vyksta")).expect("starts");
    record(&mut library, open, &fixes(&course, 120, 3));
    library
}

fn record(library: &mut Library, id: RecordingId, fixes: &[Fix]) {
    for fix in fixes {
        library.record(id, fix).expect("is kept");
    }
}

/// All that can be read in a library, so that two can be compared to the bit.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Contents {
    /// Each fix by its recording's number and its own.
    pub fixes: BTreeMap<(u32, u32), String>,
    /// The recordings with what they come to, by their numbers.
    pub recordings: BTreeMap<u32, String>,
    /// Notes, favourites, milestones, attachments, bundles and settings.
    pub others: BTreeSet<String>,
}

/// Reads everything.
///
/// # Panics
/// When something cannot be read.
#[must_use]
pub fn contents(library: &Library) -> Contents {
    let mut contents = Contents::default();
    for (recording, tally) in library.recordings().expect("reads") {
        let id = recording.id;
        library
            .each_fix(id, |kept: KeptFix| {
                contents.fixes.insert((id.number(), kept.number), format!("{kept:?}"));
            })
            .expect("reads");
        contents.recordings.insert(id.number(), format!("{recording:?} {tally:?}"));
        contents.others.extend(library.attachments(id).expect("reads").iter().map(|one| format!("{id} {one:?}")));
    }
    contents.others.extend(library.notes().expect("reads").iter().map(|one| format!("{one:?}")));
    contents.others.extend(library.favourites().expect("reads").iter().map(|one| format!("{one:?}")));
    contents.others.extend(library.milestones(None).expect("reads").iter().map(|one| format!("{one:?}")));
    contents.others.extend(library.bundles().expect("reads").iter().map(|one| format!("{one:?}")));
    contents.others.insert(format!("{:?}", library.settings().expect("reads")));
    contents.others.insert(format!("{:?}", library.standing(&spit_way(), false).expect("reads")));
    contents
}
