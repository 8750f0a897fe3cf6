//! Everything the traveller made goes into one file and comes back on another phone.

use std::collections::{BTreeMap, BTreeSet};
use std::fs::{self, File};
use std::io::{Read, Write};
use std::path::{Path, PathBuf};

use route_guide_core::guidance;
use route_guide_core::library::{Departure, Library, LibraryError, Restored, Settings, Start, State, Theme, Way};
use route_guide_core::map::Drawing;
use route_guide_core::model::{Fix, Language, Mode};
use route_guide_tests::{Dice, MORNING_MS, favourite, fixes, full, note, photo, quick_folder, spit_way, travel};
use tempfile::TempDir;
use zip::write::SimpleFileOptions;
use zip::{ZipArchive, ZipWriter};

#[test]
fn an_empty_library_becomes_equal_to_the_one_backed_up() {
    let phone = Phone::travelled();
    let backup = phone.back_up();
    let mut other = Phone::new();
    let restored = other.library.restore(&backup, MORNING_MS + 1).expect("restores");
    assert_eq!((restored.recordings, restored.known, restored.refused.len()), (6, 0, 0), "{restored:?}");
    assert_eq!((restored.favourites, restored.notes, restored.settings), (1, 3, 2));
    other.is_as(&phone);
    // Once more changes nothing.
    let before = other.everything();
    let again = other.library.restore(&backup, MORNING_MS + 2).expect("restores");
    assert_eq!(again, Restored { known: 6, ..Restored::default() });
    assert_eq!(other.everything(), before);
    // And what was restored can be backed up again.
    let mut third = Phone::new();
    third.library.restore(&other.back_up(), MORNING_MS + 3).expect("restores");
    third.is_as(&phone);
    assert!(third.library.check().expect("reads"));
}

#[test]
fn a_journey_goes_on_exactly_on_the_other_phone() {
    let mut phone = Phone::travelled();
    let track =
        phone.library.recordings().expect("reads").into_iter().find(|(one, _)| one.name.as_deref() == Some("Aplink"));
    let track = Way::Track(track.expect("a track").0.id);
    let settings = guidance::Settings::in_language(Language::EN);
    let (mut journey, _) = phone.library.set_out(&track, false, Departure::Continue, settings, None).expect("sets out");
    let course = phone.library.course(&track).expect("leads somewhere");
    for fix in fixes(&course, 20, 9) {
        phone.library.advance(&mut journey, &fix).kept.expect("is kept");
    }
    let before = phone.library.standing(&track, false).expect("reads").expect("is there");
    let backup = phone.back_up();
    for mut other in [Phone::new(), Phone::with_the_track()] {
        other.library.restore(&backup, MORNING_MS + 1).expect("restores");
        let there = other
            .library
            .recordings()
            .expect("reads")
            .into_iter()
            .find(|(one, _)| one.name.as_deref() == Some("Aplink"));
        let way = Way::Track(there.expect("a track").0.id);
        assert_eq!(other.library.standing(&way, false).expect("reads"), Some(before.clone()));
    }
}

#[test]
fn what_is_there_already_stays_as_it_is() {
    let phone = Phone::travelled();
    let backup = phone.back_up();
    let mut other = Phone::new();
    let library = &mut other.library;
    let start = Start { time_ms: MORNING_MS + 77, name: Some("Mano".into()), ..Start::default() };
    let mine = library.start_recording(&start).expect("starts");
    let course = guidance::Course::of_route(&route_guide_tests::collection().routes[0]);
    for fix in fixes(&course, 30, 8) {
        library.record(mine, &fix).expect("is kept");
    }
    library
        .choose(&Settings { theme: Theme::Dark, map_style: Drawing::Full, bin_days: 90, ..Settings::default() })
        .expect("chooses");
    library.write_note(&note("pier", "Mano.")).expect("writes");
    library.like(&favourite("pier")).expect("likes");
    library.like(&route_guide_core::library::Favourite { name: "Kitaip".into(), ..favourite("dune") }).expect("likes");
    let before = other.everything();
    let restored = other.library.restore(&backup, MORNING_MS + 1).expect("restores");
    assert_eq!((restored.recordings, restored.favourites, restored.notes, restored.settings), (6, 0, 3, 1));
    let after = other.everything();
    for (key, told) in &before.recordings {
        assert_eq!(after.recordings.get(key), Some(told));
    }
    // Of a route that nobody was on here, there was no standing.
    let stays = |one: &&String| !one.starts_with("Settings") && *one != "None";
    assert_eq!(before.others.iter().filter(stays).find(|one| !after.others.contains(*one)), None);
    let settings = other.library.settings().expect("reads");
    assert_eq!((settings.theme, settings.bin_days, settings.map_style), (Theme::Dark, 90, Drawing::Plain));
    assert_eq!(other.library.open_recording().expect("reads").map(|open| open.id), Some(mine));
}

#[test]
fn a_longer_version_of_a_ride_extends_the_shorter_one_and_never_the_other_way() {
    let mut phone = Phone::travelled();
    let early = phone.back_up();
    let open = phone.library.open_recording().expect("reads").expect("is open").id;
    let course = guidance::Course::of_route(&route_guide_tests::collection().routes[0]);
    for fix in &fixes(&course, 200, 3)[120..] {
        phone.library.record(open, fix).expect("is kept");
    }
    let late = phone.back_up();
    let mut other = Phone::new();
    other.library.restore(&early, MORNING_MS).expect("restores");
    let restored = other.library.restore(&late, MORNING_MS).expect("restores");
    assert_eq!((restored.recordings, restored.extended, restored.known), (0, 1, 5));
    other.is_as(&phone);
    let before = other.everything();
    let restored = other.library.restore(&early, MORNING_MS).expect("restores");
    assert_eq!((restored.recordings, restored.extended, restored.known), (0, 0, 6));
    assert_eq!(other.everything(), before);
}

#[test]
fn a_ride_with_fixes_lost_in_a_damage_keeps_its_gaps() {
    let mut phone = Phone::travelled();
    let path = phone.home.path().join("library.sqlite");
    phone = phone.opened_after(|| {
        let mut database = fs::read(&path).expect("reads");
        let pages = database.len() / 4_096;
        for page in [pages / 2, pages - 3] {
            database[page * 4_096..][..4_096].fill(0x55);
        }
        fs::write(&path, database).expect("writes");
    });
    let lost: u64 = phone.library.recordings().expect("reads").iter().map(|(_, tally)| tally.lost).sum();
    assert!(lost > 0, "nothing was lost");
    let mut other = Phone::new();
    other.library.restore(&phone.back_up(), MORNING_MS + 1).expect("restores");
    other.is_as(&phone);
}

#[test]
fn a_backup_of_a_later_app_or_of_another_program_is_refused_with_a_reason() {
    let phone = Phone::travelled();
    let backup = phone.back_up();
    let mut other = Phone::new();
    let before = other.everything();
    let mut refuse = |name: &str, json: &dyn Fn(&str) -> Option<String>| {
        let path = phone.home.path().join(name);
        repack(&backup, &path, json);
        let error = other.library.restore(&path, MORNING_MS).expect_err("is refused");
        assert!(matches!(error, LibraryError::Archive { .. }), "{error}");
        error.to_string().replace(&format!("{}/", phone.home.path().display()), "")
    };
    let told = [
        refuse("later.zip", &|json| Some(json.replacen("1,", "2,", 1))),
        refuse("strange.zip", &|_| Some("{\"hello\": 1}".into())),
        refuse("broken.zip", &|json| Some(json[..9].into())),
        refuse("empty.zip", &|_| None),
    ];
    insta::assert_snapshot!(told.join("\n"));
    assert_eq!(other.everything(), before);
    let text = phone.home.path().join("text.zip");
    fs::write(&text, "no archive").expect("writes");
    assert!(matches!(other.library.restore(&text, MORNING_MS), Err(LibraryError::Archive { .. })));
}

#[test]
fn a_garbled_backup_restores_what_is_sound_or_is_refused_and_nothing_breaks() {
    let phone = Phone::travelled();
    let backup = phone.back_up();
    let mut dice = Dice::seeded(0x9E37_79B9_7F4A_7C15);
    let mut refused = 0;
    for _ in 0..if full() { 3_000 } else { 60 } {
        let path = phone.home.path().join("garbled.zip");
        let at = dice.below(1_000_000);
        let letter = ['0', '9', '"', '-', 'e', '}', 'ž'][dice.below(7)];
        repack(&backup, &path, &|json| {
            let mut letters: Vec<char> = json.chars().collect();
            let at = at % letters.len();
            letters[at] = letter;
            Some(letters.into_iter().collect())
        });
        let mut other = Phone::new();
        match other.library.restore(&path, MORNING_MS) {
            Ok(_) => drop(other.everything()),
            Err(LibraryError::Archive { .. }) => refused += 1,
            Err(error) => panic!("{error}"),
        }
        assert!(other.library.check().expect("reads"));
    }
    let _ = writeln!(std::io::stderr(), "garbled backups: {refused} refused, the others restored");
}

/// A phone with a library.
struct Phone {
    home: TempDir,
    library: Library,
}

/// All that two equal libraries have in common.
#[derive(Debug, PartialEq)]
struct Everything {
    /// By their keys: what is said of each recording, and its fixes to the bit.
    recordings: BTreeMap<String, (String, Vec<String>)>,
    others: BTreeSet<String>,
}

impl Phone {
    fn new() -> Phone {
        let home = quick_folder();
        let library = Library::open(home.path(), MORNING_MS).expect("opens");
        Phone { home, library }
    }

    /// With something of everything, and a ride of fixes that no phone should give.
    fn travelled() -> Phone {
        let home = quick_folder();
        let mut library = travel(home.path());
        let open = library.open_recording().expect("reads").expect("is open").id;
        library.pause_recording(open).expect("pauses");
        library.stop_recording(open, MORNING_MS + 9_000_000).expect("stops");
        let wild =
            library.start_recording(&Start { time_ms: MORNING_MS + 5, mode: Some(Mode::Walk), ..Start::default() });
        let wild = wild.expect("starts");
        let course = library.course(&spit_way()).expect("leads somewhere");
        let calm = fixes(&course, 40, 4);
        let odd = [0.0, -0.0, f64::NAN, f64::INFINITY, f64::NEG_INFINITY, 5e-324, f64::MAX, 91.0];
        for (number, fix) in calm.iter().enumerate() {
            let odd = odd[number % odd.len()];
            let fix = match number % 5 {
                1 => Fix { lat: odd, ..*fix },
                2 => Fix { altitude_m: Some(odd), speed_mps: Some(odd), course_deg: Some(odd), ..*fix },
                3 => Fix { lon: odd, accuracy_m: odd, altitude_m: Some(odd), ..*fix },
                _ => *fix,
            };
            library.record(wild, &fix).expect("is kept");
        }
        library.attach(wild, &photo("keista.jpg")).expect("attaches");
        library.stop_recording(wild, MORNING_MS + 400_000).expect("stops");
        let late = Start { time_ms: MORNING_MS + 6, ..Start::default() };
        let late = library.start_recording(&late).expect("starts");
        for fix in &fixes(&course, 120, 3) {
            library.record(late, fix).expect("is kept");
        }
        Phone { home, library }
    }

    /// With the track of a stranger that the other phone has too.
    fn with_the_track() -> Phone {
        let mut phone = Phone::new();
        let file = phone.home.path().join("aplink.gpx");
        fs::write(&file, route_guide_tests::STRANGE_TRACK).expect("writes");
        phone.library.import(&file, MORNING_MS + 50).expect("imports");
        phone
    }

    fn opened_after(self, harm: impl FnOnce()) -> Phone {
        let Phone { home, library } = self;
        drop(library);
        harm();
        let library = Library::open(home.path(), MORNING_MS).expect("opens");
        Phone { home, library }
    }

    fn back_up(&self) -> PathBuf {
        let count = fs::read_dir(self.home.path()).expect("reads").count();
        let path = self.home.path().join(format!("backup-{count}.zip"));
        self.library.back_up(&path).expect("backs up");
        path
    }

    fn everything(&self) -> Everything {
        let library = &self.library;
        let mut recordings = BTreeMap::new();
        for (recording, tally) in library.recordings().expect("reads") {
            let mut kept = Vec::new();
            library.each_fix(recording.id, |one| kept.push(format!("{one:?}"))).expect("reads");
            // What is under way on one phone is done on another.
            let state = if recording.state == State::Binned { State::Binned } else { State::Closed };
            let said = format!(
                "{state:?} {:?} {:?} {:?} {:?} {} {:?} | {} {} {} {} {} {} {} {:?} | {:?}",
                recording.origin,
                recording.name,
                recording.mode,
                recording.followed,
                recording.started_ms,
                recording.binned_ms,
                tally.fixes,
                tally.believed,
                tally.lost,
                tally.segments,
                tally.distance_m,
                tally.duration_ms,
                tally.moving_ms,
                tally.climb(),
                library.attachments(recording.id).expect("reads")
            );
            recordings.insert(recording.key, (said, kept));
        }
        let mut others = BTreeSet::new();
        let numberless = library
            .notes()
            .expect("reads")
            .into_iter()
            .map(|note| format!("{:?}", (note.text, note.item, note.name, note.time_ms)));
        others.extend(numberless);
        others.extend(library.favourites().expect("reads").iter().map(|one| format!("{one:?}")));
        others.extend(library.milestones(None).expect("reads").iter().map(|one| format!("{one:?}")));
        others.insert(format!("{:?}", library.settings().expect("reads")));
        others.insert(format!("{:?}", library.standing(&spit_way(), false).expect("reads")));
        Everything { recordings, others }
    }

    fn is_as(&self, other: &Phone) {
        let (here, there) = (self.everything(), other.everything());
        for (key, (said, kept)) in &there.recordings {
            let (here_said, here_kept) = here.recordings.get(key).unwrap_or_else(|| panic!("{said} is missing"));
            assert_eq!(here_said, said);
            assert_eq!(here_kept.len(), kept.len(), "{said}");
            for (here, there) in here_kept.iter().zip(kept) {
                assert_eq!(here, there, "{said}");
            }
        }
        assert_eq!(here.recordings.len(), there.recordings.len());
        assert_eq!(here.others, there.others);
    }
}

/// Packs a backup anew, with another `library.json` or none.
fn repack(backup: &Path, to: &Path, json: &dyn Fn(&str) -> Option<String>) {
    let mut from = ZipArchive::new(File::open(backup).expect("opens")).expect("is an archive");
    let mut out = ZipWriter::new(File::create(to).expect("creates"));
    for number in 0..from.len() {
        let mut file = from.by_index(number).expect("is there");
        let (name, mut bytes) = (file.name().expect("a name").into_owned(), Vec::new());
        file.read_to_end(&mut bytes).expect("unpacks");
        if name == "library.json" {
            match json(std::str::from_utf8(&bytes).expect("is text")) {
                Some(json) => bytes = json.into_bytes(),
                None => continue,
            }
        }
        out.start_file(name, SimpleFileOptions::default()).expect("begins");
        out.write_all(&bytes).expect("packs");
    }
    out.finish().expect("packs");
}
