//! A library that suffers one harm after the other, and what must be true of it each time.

use std::collections::BTreeMap;
use std::fs;
use std::io::Write;
use std::panic::{self, AssertUnwindSafe};
use std::path::{Path, PathBuf};

use route_guide_core::guidance::Course;
use route_guide_core::library::{Damage, KeptFix, Library, Origin, Start, State};
use route_guide_core::model::Fix;
use tempfile::TempDir;

use crate::travelled::{Contents, MORNING_MS, contents, fixes, note, quick_folder, spit_bundle, spit_way, travel};
use crate::{collection, copy_folder};

/// A page of the database has so many bytes.
pub const PAGE: usize = 4_096;
/// And a frame of the log so many before its page.
pub const FRAME_HEADER: usize = 24;
/// Before its first frame the log has so many.
pub const LOG_HEADER: usize = 32;
/// A fix that is kept takes so many frames at most.
const LAST_FRAMES: usize = 4;
/// How long a stretch of a fix's row is looked for.
const ENCODED: usize = 19;

/// What is laid in the place of the database.
pub struct Harm {
    /// The database.
    pub database: Vec<u8>,
    /// Its log.
    pub log: Vec<u8>,
}

/// A library that suffers one harm after the other.
pub struct Victim {
    folder: TempDir,
    /// Its database, unharmed.
    pub database: Vec<u8>,
    /// The log of that.
    pub log: Vec<u8>,
    /// What is in it.
    pub truth: Contents,
    /// Where in the database and then the log the positions of a fix lie.
    places: BTreeMap<(u32, u32), Vec<usize>>,
    newer: PathBuf,
    suffered: usize,
    reported: usize,
    lost: usize,
}

/// What came of it.
pub struct Outcome {
    /// Whether the library said so.
    pub reported: bool,
    /// How many fixes it cost.
    pub lost: usize,
}

impl Victim {
    /// All of it is in the database.
    pub fn with_empty_log() -> Victim {
        let folder = quick_folder();
        drop(travel(folder.path()));
        Victim::of(folder)
    }

    /// All of it is still in the log.
    pub fn with_all_in_the_log() -> Victim {
        let lived = quick_folder();
        let library = travel(lived.path());
        let folder = quick_folder();
        copy_folder(lived.path(), folder.path());
        drop(library);
        Victim::of(folder)
    }

    /// Some of it is in the database, what came later in the log.
    pub fn with_some_in_the_log() -> Victim {
        let lived = quick_folder();
        drop(travel(lived.path()));
        let mut library = Library::open(lived.path(), MORNING_MS).expect("opens");
        let open = library.open_recording().expect("reads").expect("is open").id;
        let course = library.course(&spit_way()).expect("leads somewhere");
        for fix in &fixes(&course, 240, 3)[120..] {
            library.record(open, fix).expect("is kept");
        }
        let folder = quick_folder();
        copy_folder(lived.path(), folder.path());
        drop(library);
        Victim::of(folder)
    }

    fn of(folder: TempDir) -> Victim {
        let _ = fs::remove_file(folder.path().join("library.sqlite-shm"));
        let database = fs::read(folder.path().join("library.sqlite")).expect("reads");
        let log = fs::read(folder.path().join("library.sqlite-wal")).unwrap_or_default();
        let newer = spit_bundle(folder.path(), 4);
        let mut victim = Victim {
            folder,
            database,
            log,
            truth: Contents::default(),
            places: BTreeMap::new(),
            newer,
            suffered: 0,
            reported: 0,
            lost: 0,
        };
        let copy = victim.lay(&victim.unharmed());
        let library = Library::open(copy.path(), MORNING_MS).expect("opens");
        victim.truth = contents(&library);
        let mut positions = BTreeMap::new();
        for (recording, _) in library.recordings().expect("reads") {
            let number = recording.id.number();
            let keep = |kept: KeptFix| {
                positions.insert(encoded(&kept.fix), (number, kept.number));
            };
            library.each_fix(recording.id, keep).expect("reads");
        }
        victim.places = positions.values().map(|key| (*key, Vec::new())).collect();
        let all = [victim.database.as_slice(), &victim.log].concat();
        for (at, window) in all.windows(ENCODED).enumerate().filter(|(_, window)| window[3] == 0x40) {
            if let Some(key) = positions.get(window) {
                victim.places.get_mut(key).expect("is there").push(at);
            }
        }
        assert!(victim.places.len() > 300 && victim.places.values().all(|places| !places.is_empty()));
        victim
    }

    /// As it was.
    pub fn unharmed(&self) -> Harm {
        Harm { database: self.database.clone(), log: self.log.clone() }
    }

    /// A folder in which the harm is laid in its place.
    pub fn lay(&self, harm: &Harm) -> TempDir {
        let folder = quick_folder();
        copy_folder(self.folder.path(), folder.path());
        fs::write(folder.path().join("library.sqlite"), &harm.database).expect("writes");
        if !harm.log.is_empty() {
            fs::write(folder.path().join("library.sqlite-wal"), &harm.log).expect("writes");
        }
        folder
    }

    /// Lays the harm in place of the library and looks what becomes of it; `sound` says which bytes of the database
    /// and the log behind it were left alone.
    pub fn suffer(&mut self, harm: &Harm, sound: impl Fn(usize) -> bool) -> Outcome {
        let folder = self.lay(harm);
        let opened = panic::catch_unwind(AssertUnwindSafe(|| self.open(folder.path(), harm, sound)));
        let harmed = |whole: &[u8], now: &[u8]| whole.iter().zip(now).position(|(whole, now)| whole != now);
        let places = (harmed(&self.database, &harm.database), harmed(&self.log, &harm.log));
        let outcome = opened.unwrap_or_else(|_| panic!("with harm {} at {places:?}", self.suffered));
        self.suffered += 1;
        self.reported += usize::from(outcome.reported);
        self.lost += outcome.lost;
        outcome
    }

    fn open(&self, folder: &Path, harm: &Harm, sound: impl Fn(usize) -> bool) -> Outcome {
        let library = Library::open(folder, MORNING_MS).expect("opens");
        let found = contents(&library);
        let damages = library.damages().expect("reads");
        let Some(damage) = damages.first() else {
            return self.unreported(harm, &found);
        };
        assert_eq!(damages.len(), 1);
        self.set_aside_whole(folder, damage, harm);
        let false_fix = found.fixes.iter().find(|(key, fix)| self.truth.fixes.get(key) != Some(fix));
        assert_eq!(false_fix, None, "a fix that never was");
        for (key, places) in &self.places {
            let intact = places.iter().any(|&at| sound(at) && sound(at + ENCODED - 1));
            assert!(!intact || found.fixes.contains_key(key), "fix {key:?} was intact and is gone");
        }
        assert_eq!(damage.fixes, found.fixes.len() as u64);
        counts_are_honest(&library);
        let known = |other: &&String| !self.truth.others.contains(*other) && !is_replaceable(other);
        assert_eq!(found.others.iter().find(known), None, "something that never was");
        drop(library);
        self.goes_on(folder, &found);
        Outcome { reported: true, lost: self.truth.fixes.len() - found.fixes.len() }
    }

    /// What was not reported means nothing, or is the end of a log: a write that a killed phone did not finish looks the
    /// same.
    fn unreported(&self, harm: &Harm, found: &Contents) -> Outcome {
        let place = self.log.iter().zip(&harm.log).position(|(whole, now)| whole != now);
        let last = self.log.len().saturating_sub(LAST_FRAMES * (FRAME_HEADER + PAGE));
        if place.is_none_or(|place| place < last) {
            assert_eq!(*found, self.truth, "it means something else, and nobody noticed");
        }
        let lost = self.truth.fixes.iter().filter(|(key, fix)| found.fixes.get(key) != Some(fix)).count();
        assert!(lost <= 1 && found.fixes.len() + lost == self.truth.fixes.len(), "more than the last fix is gone");
        Outcome { reported: false, lost }
    }

    fn set_aside_whole(&self, folder: &Path, damage: &Damage, harm: &Harm) {
        let aside = folder.join(&damage.set_aside);
        assert!(fs::read(aside.join("library.sqlite")).expect("is set aside") == harm.database);
        let log = fs::read(aside.join("library.sqlite-wal")).unwrap_or_default();
        assert!(log == harm.log, "the log was changed");
    }

    /// It opens again without a new report, and does what it is for.
    fn goes_on(&self, folder: &Path, found: &Contents) {
        let mut library = Library::open(folder, MORNING_MS).expect("opens again");
        assert_eq!(library.damages().expect("reads").len(), 1);
        assert_eq!(contents(&library), *found);
        let open = library.open_recording().expect("reads");
        let id = match open {
            Some(open) => {
                if open.state == State::Paused {
                    library.resume_recording(open.id).expect("goes on");
                }
                open.id
            }
            None => library.start_recording(&Start { time_ms: MORNING_MS + 1, ..Start::default() }).expect("starts"),
        };
        let before = library.tally(id).expect("reads");
        let mut fix = a_later_fix();
        fix.time_ms += 86_400_000;
        let tally = library.record(id, &fix).expect("is kept");
        assert_eq!((tally.fixes, tally.lost), (before.fixes + 1, before.lost));
        library.write_note(&note("pier", "Toliau.")).expect("writes");
        library.install_as_wanted(&self.newer, None, &[], MORNING_MS + 1).expect("installs");
        counts_are_honest(&library);
        library.acknowledge_damages().expect("writes");
        assert!(library.check().expect("reads"));
        assert_eq!(contents(&library).fixes.len(), found.fixes.len() + 1);
    }

    /// Says what came of all the harm.
    pub fn tell(&self, what: &str) {
        let Victim { suffered, reported, lost, .. } = self;
        say(&format!("{what}: harmed {suffered}, reported {reported}, fixes lost {lost} in all"));
    }
}

/// A stretch of a fix's row that no other row has: the time of the steady clock, latitude and longitude.
fn encoded(fix: &Fix) -> Vec<u8> {
    let steady = fix.monotonic_ms.expect("is known").to_be_bytes();
    [&steady[5..], &fix.lat.to_be_bytes(), &fix.lon.to_be_bytes()].concat()
}

/// A fix some way along.
fn a_later_fix() -> Fix {
    let route = collection().routes.into_iter().next().expect("a route");
    let course = Course::of_route(&route);
    fixes(&course, 300, 3)[299]
}

/// Where what replaces the newest of its kind is concerned, an older one may come back: settings, where one is, a
/// bundle's row.
fn is_replaceable(other: &str) -> bool {
    ["Settings", "None", "Some(Standing", "InstalledBundle"].iter().any(|kind| other.starts_with(kind))
}

/// What recordings come to is what is there, and what is said to be missing was there.
pub fn counts_are_honest(library: &Library) {
    for (recording, tally) in library.recordings().expect("reads") {
        let (mut count, mut next) = (0, 0);
        library
            .each_fix(recording.id, |kept| {
                count += 1;
                next = u64::from(kept.number) + 1;
            })
            .expect("reads");
        if recording.origin == Origin::Imported {
            continue;
        }
        assert_eq!(tally.fixes, count, "{recording:?}");
        assert!(tally.fixes + tally.lost >= next, "{recording:?} {tally:?}");
    }
}

/// Past the test harness, which keeps what a passing test prints to itself.
pub fn say(what: &str) {
    let _ = writeln!(std::io::stderr(), "{what}");
}
