//! What is done with a phone's library, each with every state the phone may be in when it is cut short.

use std::fs::{self, File};
use std::io::Write as _;
use std::path::Path;

use route_guide_core::bundle;
use route_guide_core::geometry::{Along, Metres};
use route_guide_core::gpx::{FileName, Profile, RideExport, format_time};
use route_guide_core::guidance::Course;
use route_guide_core::guidance::simulation::Ride;
use route_guide_core::library::{
    Attachment, AttachmentKind, Favourite, Item, Library, Note, RecordingId, Settings, Start,
};
use route_guide_core::model::{BundleId, Fix, Language, RouteId, StopId};
use rusqlite::Connection;
use zip::ZipWriter;
use zip::write::SimpleFileOptions;

use super::{Phone, State, ride};
use crate::{NOW_MS, at, collection, copy_folder, project};

/// The route that rides follow.
pub const ROUTE: &str = "spit-route";
/// How many fixes the ride has that is recorded.
const FIXES: usize = 200;
/// The tracks in an archive, in their order there.
const TRACKS: [&str; 3] = ["one.gpx", "ride.gpx", "two.gpx"];

/// Something done with a library.
pub struct Operation {
    /// What it is called.
    pub name: &'static str,
    /// How it finds the phone.
    pub before: Phone,
    /// The words to the tool; `@` stands for the phone's folder.
    words: &'static str,
    /// Every state it may leave the phone in, from the old one to the new.
    pub states: Vec<State>,
    /// Whether doing it once more changes nothing.
    pub repeatable: bool,
}

impl Operation {
    fn new(
        name: &'static str,
        before: &Phone,
        words: &'static str,
        work: impl FnOnce(&mut Library, &Phone, &mut dyn FnMut(&Library)),
    ) -> Operation {
        let model = before.twin();
        let mut library = model.open();
        let mut states = vec![State::of(&model, &library)];
        work(&mut library, &model, &mut |library| states.push(State::of(&model, library)));
        Operation { name, before: before.twin(), words, states, repeatable: true }
    }

    fn only_once(self) -> Operation {
        Operation { repeatable: false, ..self }
    }

    /// The words to the tool that do it.
    #[must_use]
    pub fn words(&self, phone: &Phone) -> Vec<String> {
        self.words.split(' ').map(|word| word.replace('@', &phone.folder().to_string_lossy())).collect()
    }

    /// The state when it is done.
    ///
    /// # Panics
    /// Never: there is one.
    #[must_use]
    pub fn done(&self) -> &State {
        self.states.last().expect("at least one")
    }
}

/// All that is done with a library.
///
/// # Panics
/// When something cannot be done even on a disk without faults.
#[must_use]
pub fn operations() -> Vec<Operation> {
    let new = Phone::new();
    prepare(&new);
    // Found as a phone is whose process was killed: with all of it in the log.
    let used = new.twin();
    let library = live(&used, &new.incoming("early.zip"));
    library.back_up(&new.incoming("backup.zip")).expect("writes");
    export(&library, 1, &new.incoming("ride.gpx"));
    zip_tracks(&new);
    let used = used.twin();
    let other = new.twin();
    let mut library = other.open();
    library.write_note(&note("Here already.")).expect("writes");
    let other = other.twin();
    let earlier = new.twin();
    earlier.open().restore(&new.incoming("early.zip"), NOW_MS).expect("restores");
    let earlier = earlier.twin();
    let migration = Operation::new("migration", &of_form_1(), "library @/library list", |_, _, _| {});
    vec![
        migration,
        Operation::new("making", &new, "library @/library list", |_, _, _| {}),
        Operation::new("install", &new, "library @/library install @/in/spit-3.gpkg", |library, phone, look| {
            install(library, &phone.incoming("spit-3.gpkg"));
            look(library);
        }),
        Operation::new(
            "update",
            &used,
            "library @/library install @/in/spit-4.gpkg --replace",
            |library, phone, look| {
                install(library, &phone.incoming("spit-4.gpkg"));
                look(library);
            },
        ),
        Operation::new("uninstall", &used, "library @/library uninstall spit", |library, _, look| {
            library.uninstall(&spit()).expect("goes");
            look(library);
        })
        .only_once(),
        Operation::new(
            "recording",
            &used,
            "library @/library record @/in/long.gpx --route spit-route --each",
            |library, phone, look| {
                let refused = |error: &_| panic!("{error}");
                ride(library, &phone.incoming("long.gpx"), ROUTE, refused, look);
            },
        )
        .only_once(),
        Operation::new("import of a file", &used, "library @/library import @/in/three.gpx", |library, phone, look| {
            library.import(&phone.incoming("three.gpx"), NOW_MS).expect("imports");
            look(library);
        }),
        Operation::new(
            "import of a zip",
            &other,
            "library @/library import @/in/tracks.zip",
            |library, phone, look| {
                for track in TRACKS {
                    library.import(&phone.incoming(track), NOW_MS).expect("imports");
                    look(library);
                }
            },
        ),
        Operation::new("backup", &used, "library @/library backup @/out/backup.zip", |library, phone, look| {
            library.back_up(&phone.outgoing("backup.zip")).expect("writes");
            look(library);
        }),
        Operation::new("restore", &other, "library @/library restore @/in/backup.zip", |library, phone, look| {
            library.restore(&phone.incoming("backup.zip"), NOW_MS).expect("restores");
            look(library);
        }),
        Operation::new(
            "restore of a longer ride",
            &earlier,
            "library @/library restore @/in/backup.zip",
            |library, phone, look| {
                let restored = library.restore(&phone.incoming("backup.zip"), NOW_MS).expect("restores");
                assert_eq!(restored.extended, 1, "{restored:?}");
                look(library);
            },
        ),
        Operation::new("export", &used, "library @/library export 2 -o @/out/track.gpx", |library, phone, look| {
            export(library, 2, &phone.outgoing("track.gpx"));
            look(library);
        }),
        Operation::new("emptying the bin", &used, "empty-bin @/library", |library, _, look| {
            library.free().expect("frees");
            look(library);
        }),
    ]
}

/// A phone with a library of the first form.
fn of_form_1() -> Phone {
    let phone = Phone::new();
    let library = phone.library();
    copy_folder(&project("tests/fixtures/library-1"), &library);
    // The bundle is not kept with it.
    let database = Connection::open(library.join("library.sqlite")).expect("opens");
    let name: String = database.query_row("SELECT file FROM bundle", [], |row| row.get(0)).expect("reads");
    fs::create_dir_all(library.join("bundles")).expect("a folder");
    bundle::write(&collection(), &library.join("bundles").join(name)).expect("packs");
    phone
}

/// Lays the files that come in on an empty phone.
fn prepare(phone: &Phone) {
    let mut collection = collection();
    for version in [3, 4] {
        collection.manifest.version = version;
        bundle::write(&collection, &phone.incoming(&format!("spit-{version}.gpkg"))).expect("packs");
    }
    let course = Course::of_route(&collection.routes[0]);
    let fixes = |from: f64, count: usize| {
        let ride = Ride::along(&course).between(Along(Metres(from)), course.line().end()).every(30.0);
        let fixes = ride.fixes().into_iter().map(|(fix, _)| fix);
        fixes.take(count).collect::<Vec<Fix>>()
    };
    // Into the dune's surroundings, so that a stop is visited under way.
    write_track(&phone.incoming("long.gpx"), "Long", &fixes(18_000.0, FIXES), true);
    write_track(&phone.incoming("short.gpx"), "Short", &fixes(0.0, 20), true);
    for (number, name) in (1..).zip(["one", "two", "three", "four"]) {
        let fixes = fixes(1_000.0 * f64::from(number), 40);
        write_track(&phone.incoming(&format!("{name}.gpx")), name, &fixes, false);
    }
    let days = [1, 2, 3].map(|day| track(&format!("Day {day}"), &fixes(7_000.0 * f64::from(day), 30), false));
    fs::write(phone.incoming("days.gpx"), gpx(&days.concat())).expect("writes");
}

/// A library in which something of everything was done; it is still open. It was backed up in the middle of its ride, too.
fn live(phone: &Phone, early: &Path) -> Library {
    let mut library = phone.open();
    install(&mut library, &phone.incoming("spit-3.gpkg"));
    let mut fixes = 0;
    let mut back_up = |library: &Library| {
        fixes += 1;
        if fixes == 10 {
            library.back_up(early).expect("writes");
        }
    };
    ride(&mut library, &phone.incoming("short.gpx"), ROUTE, |error| panic!("{error}"), &mut back_up);
    let photo = Attachment {
        kind: AttachmentKind::Photo,
        file: FileName::new("dune.jpg").expect("a name"),
        bytes: 1_234_567,
        digest: "d1".into(),
        time_ms: NOW_MS,
        position: Some(at(55.6, 21.1)),
    };
    library.attach(RecordingId::new(1), &photo).expect("attaches");
    library.import(&phone.incoming("four.gpx"), NOW_MS).expect("imports");
    library.rename_recording(RecordingId::new(2), "The fourth").expect("renames");
    let binned = library.import(&phone.incoming("one.gpx"), NOW_MS).expect("imports").brought;
    library.discard_recording(binned[0], NOW_MS).expect("goes");
    let thrown = library.start_recording(&Start { time_ms: 5_000, ..Start::default() }).expect("starts");
    library.discard_recording(thrown, NOW_MS).expect("goes");
    assert_eq!(library.import(&phone.incoming("days.gpx"), NOW_MS).expect("imports").brought.len(), 3);
    library.write_note(&note("Bring water.")).expect("writes");
    let favourite = Favourite {
        bundle: spit(),
        item: Item::Route(RouteId::new(ROUTE).expect("an id")),
        name: "The spit".into(),
        time_ms: NOW_MS,
    };
    library.like(&favourite).expect("writes");
    library.choose(&Settings { voice: false, bin_days: 7, ..Settings::default() }).expect("writes");
    // What is there already is replaced or stays.
    fs::write(phone.outgoing("backup.zip"), "an older backup").expect("writes");
    library
}

fn install(library: &mut Library, file: &Path) {
    library.install_as_wanted(file, None, &[], NOW_MS).expect("installs");
}

fn export(library: &Library, recording: u32, path: &Path) {
    let how = RideExport { profile: Profile::Plain, language: Language::EN };
    library.export_recording(RecordingId::new(recording), how, path).expect("exports");
}

fn note(text: &str) -> Note {
    Note {
        number: 0,
        bundle: spit(),
        item: Item::Stop(StopId::new("dune").expect("an id")),
        name: "The Great Dune".into(),
        text: text.into(),
        time_ms: NOW_MS,
    }
}

fn spit() -> BundleId {
    BundleId::new("spit").expect("an id")
}

fn write_track(path: &Path, name: &str, fixes: &[Fix], timed: bool) {
    fs::write(path, gpx(&track(name, fixes, timed))).expect("writes");
}

fn gpx(tracks: &str) -> String {
    format!("<gpx version=\"1.1\">{tracks}</gpx>")
}

fn track(name: &str, fixes: &[Fix], timed: bool) -> String {
    let points = fixes.iter().map(|fix| {
        let time = format_time(fix.time_ms).filter(|_| timed).map(|time| format!("<time>{time}</time>"));
        format!("<trkpt lat=\"{:.6}\" lon=\"{:.6}\">{}</trkpt>\n", fix.lat, fix.lon, time.unwrap_or_default())
    });
    format!("<trk><name>{name}</name><trkseg>{}</trkseg></trk>", points.collect::<String>())
}

fn zip_tracks(phone: &Phone) {
    let mut zip = ZipWriter::new(File::create(phone.incoming("tracks.zip")).expect("opens"));
    for track in TRACKS {
        zip.start_file(track, SimpleFileOptions::default()).expect("begins");
        zip.write_all(&fs::read(phone.incoming(track)).expect("reads")).expect("writes");
    }
    zip.finish().expect("ends");
}
