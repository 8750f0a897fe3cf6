//! A damaged library opens, says so, and gives back what can be read; nothing false, nothing deleted.
//!
//! A sample is damaged each time; all of it with `ROUTE_GUIDE_FULL=1`.

use std::collections::BTreeMap;
use std::fs;
use std::io::Write;
use std::panic::{self, AssertUnwindSafe};
use std::path::{Path, PathBuf};

use route_guide_core::library::{Damage, KeptFix, Library, LibraryError, Origin, Start, State};
use route_guide_core::model::Fix;
use route_guide_tests::{
    Contents, Dice, MORNING_MS, contents, copy_folder, fixes, full, note, quick_folder, spit_bundle, travel,
};
use rusqlite::Connection;
use tempfile::TempDir;

const PAGE: usize = 4_096;
const FRAME_HEADER: usize = 24;
const LOG_HEADER: usize = 32;
/// A fix that is kept takes so many frames at most.
const LAST_FRAMES: usize = 4;
/// How long a stretch of a fix's row is looked for.
const ENCODED: usize = 19;
/// Where in the database's header its form stands.
const FORM: std::ops::Range<usize> = 60..64;

#[test]
fn a_database_cut_anywhere_gives_back_every_fix_before_the_cut() {
    let mut victim = Victim::with_empty_log();
    let length = victim.database.len();
    for cut in (0..length).step_by(if full() { 512 } else { 2_560 }) {
        let mut harm = victim.unharmed();
        harm.database.truncate(cut);
        let whole = cut / PAGE * PAGE;
        let told = victim.suffer(&harm, |at| at < whole);
        assert!(told.reported, "cut at {cut}, and nobody noticed");
    }
    victim.tell("cuts of the database");
}

#[test]
fn every_page_may_be_lost_and_only_its_fixes_are_missing() {
    for mut victim in [Victim::with_empty_log(), Victim::with_some_in_the_log()] {
        for page in (0..victim.database.len() / PAGE).step_by(if full() { 1 } else { 3 }) {
            let range = page * PAGE..(page + 1) * PAGE;
            let mut harm = victim.unharmed();
            harm.database[range.clone()].iter_mut().for_each(|byte| *byte = !*byte);
            victim.suffer(&harm, |at| !range.contains(&at));
        }
        victim.tell("pages of the database");
    }
}

#[test]
fn a_flipped_bit_costs_one_row_at_most() {
    let mut dice = Dice::seeded(0x9E37_79B9_7F4A_7C15);
    for mut victim in [Victim::with_empty_log(), Victim::with_some_in_the_log()] {
        for _ in 0..if full() { 4_000 } else { 100 } {
            let at = dice.below(victim.database.len());
            let mut harm = victim.unharmed();
            harm.database[at] ^= 1 << dice.below(8);
            let lost = victim.suffer(&harm, |place| place.abs_diff(at) > PAGE).lost;
            assert!(lost <= 1, "a bit at {at} cost {lost} fixes");
        }
        victim.tell("bits of the database");
    }
}

#[test]
fn every_bit_of_the_first_bytes_may_be_flipped() {
    let mut victim = Victim::with_empty_log();
    for at in (0..108).filter(|at| !FORM.contains(at)) {
        for bit in (0..8).filter(|bit| full() || bit % 4 == at % 4) {
            let mut harm = victim.unharmed();
            harm.database[at] ^= 1 << bit;
            assert_eq!(victim.suffer(&harm, |_| true).lost, 0);
        }
    }
    victim.tell("bits of the database's header");
}

#[test]
fn a_form_that_says_empty_is_damage_and_one_that_says_newer_is_believed() {
    let mut victim = Victim::with_empty_log();
    let mut harm = victim.unharmed();
    harm.database[63] = 0;
    assert!(victim.suffer(&harm, |_| true).reported);
    harm.database[63] = 3;
    let folder = victim.lay(&harm);
    assert!(matches!(Library::open(folder.path(), MORNING_MS), Err(LibraryError::Newer { found: 3, .. })));
    assert!(fs::read(folder.path().join("library.sqlite")).expect("reads") == harm.database);
}

#[test]
fn every_frame_of_the_log_may_be_lost() {
    for mut victim in [Victim::with_all_in_the_log(), Victim::with_some_in_the_log()] {
        let frames = (victim.log.len() - LOG_HEADER) / (FRAME_HEADER + PAGE);
        for frame in (0..frames).step_by(if full() { 1 } else { frames / 12 }) {
            let start = LOG_HEADER + frame * (FRAME_HEADER + PAGE);
            let range = start..start + FRAME_HEADER + PAGE;
            let mut harm = victim.unharmed();
            harm.log[range.clone()].iter_mut().for_each(|byte| *byte = !*byte);
            let base = victim.database.len();
            victim.suffer(&harm, |at| !(at >= base && range.contains(&(at - base))));
        }
        victim.tell("frames of the log");
    }
}

#[test]
fn a_flipped_bit_in_the_log_costs_one_row_at_most() {
    let mut dice = Dice::seeded(0xD1B5_4A32_D192_ED03);
    let mut victim = Victim::with_all_in_the_log();
    for round in 0..if full() { 3_000 } else { 40 } {
        let at = if round < 16 { round * 2 } else { dice.below(victim.log.len()) };
        let mut harm = victim.unharmed();
        harm.log[at] ^= 1 << dice.below(8);
        let base = victim.database.len();
        victim.suffer(&harm, |place| place < base || place.abs_diff(base + at) > PAGE + FRAME_HEADER);
    }
    victim.tell("bits of the log");
}

#[test]
fn a_log_cut_off_gives_back_what_was_committed_by_then() {
    let victim = Victim::with_all_in_the_log();
    let step = if full() { 512 } else { victim.log.len() / 40 };
    for cut in (0..victim.log.len()).step_by(step) {
        let mut harm = victim.unharmed();
        harm.log.truncate(cut);
        let folder = victim.lay(&harm);
        let library = Library::open(folder.path(), MORNING_MS).expect("opens");
        let found = contents(&library);
        let mut wrong = found.fixes.iter().filter(|(key, fix)| victim.truth.fixes.get(key) != Some(fix));
        assert_eq!(wrong.next(), None, "cut at {cut}");
        counts_are_honest(&library);
    }
}

#[test]
fn lost_again_and_again_it_tells_each_time() {
    let victim = Victim::with_empty_log();
    let mut harm = victim.unharmed();
    harm.database.truncate(victim.database.len() / 2);
    let folder = victim.lay(&harm);
    for round in 1..4 {
        let library = Library::open(folder.path(), MORNING_MS + round).expect("opens");
        assert_eq!(library.damages().expect("reads")[0].time_ms, MORNING_MS + round);
        drop(library);
        let path = folder.path().join("library.sqlite");
        let mut database = fs::read(&path).expect("reads");
        let last = database.len() - 1;
        database[last / 2..].iter_mut().for_each(|byte| *byte = !*byte);
        fs::write(&path, database).expect("writes");
    }
    assert_eq!(fs::read_dir(folder.path().join("damaged")).expect("reads").count(), 3);
}

#[test]
fn a_track_whose_row_was_lost_is_brought_in_again() {
    let victim = Victim::with_empty_log();
    let mut harm = victim.unharmed();
    harm.database.clear();
    let folder = victim.lay(&harm);
    let library = Library::open(folder.path(), MORNING_MS).expect("opens");
    let names: Vec<_> = library.recordings().expect("reads").into_iter().map(|(one, _)| one.name).collect();
    assert_eq!(names, [Some("Aplink".to_owned())]);
    assert_eq!(library.bundles().expect("reads").len(), 1);
}

#[test]
fn a_lost_name_of_a_file_deletes_no_file() {
    let victim = Victim::with_empty_log();
    let folder = victim.lay(&victim.unharmed());
    let track = only_file(&folder.path().join("tracks"));
    let name = track.file_name().expect("a name").to_str().expect("UTF-8").as_bytes().to_owned();
    grow(folder.path());
    let path = folder.path().join("library.sqlite");
    let mut database = fs::read(&path).expect("reads");
    for at in places(&database, &name) {
        database[at] ^= 1;
    }
    fs::write(&path, database).expect("writes");
    for _ in 0..2 {
        let library = Library::open(folder.path(), MORNING_MS).expect("opens");
        assert!(track.is_file(), "the track is gone");
        drop(library);
    }
    let library = Library::open(folder.path(), MORNING_MS).expect("opens");
    assert!(library.recordings().expect("reads").iter().any(|(one, _)| one.name.as_deref() == Some("Aplink")));
}

#[test]
fn a_kill_in_the_middle_of_a_salvage_is_gone_on_with() {
    let victim = Victim::with_some_in_the_log();
    let mut harm = victim.unharmed();
    let half = harm.database.len() / 2;
    harm.database.truncate(half);
    // How it looks when all is done.
    let done = victim.lay(&harm);
    let found = contents(&Library::open(done.path(), MORNING_MS).expect("opens"));
    let aside = only_file(&done.path().join("damaged"));
    let salvaged = fs::read(done.path().join("library.sqlite")).expect("reads");
    let aside_name = aside.file_name().expect("a name");

    let moved: [&[&str]; 3] = [&[], &["library.sqlite-wal"], &["library.sqlite-wal", "library.sqlite"]];
    for moved in moved {
        let folder = victim.lay(&harm);
        fs::write(folder.path().join("library.salvaged"), &salvaged).expect("writes");
        fs::write(folder.path().join("library.sqlite-shm"), [7; 100]).expect("writes");
        let begun = [".library.part", ".library.sqlite.77-0.part"].map(|name| folder.path().join(name));
        begun.iter().for_each(|path| fs::write(path, "half a database").expect("writes"));
        let target = folder.path().join("damaged").join(aside_name);
        fs::create_dir_all(&target).expect("a folder");
        for name in moved {
            fs::rename(folder.path().join(name), target.join(name)).expect("moves");
        }
        let library = Library::open(folder.path(), MORNING_MS + 1).expect("opens");
        assert_eq!(contents(&library), found);
        assert_eq!(library.damages().expect("reads").len(), 1);
        assert!(fs::read(target.join("library.sqlite")).expect("reads") == harm.database);
        assert!(fs::read(target.join("library.sqlite-wal")).expect("reads") == harm.log);
        assert!(!folder.path().join("library.salvaged").exists() && !begun.iter().any(|path| path.exists()));
    }
}

#[test]
fn a_salvage_without_its_folder_never_overwrites_what_was_set_aside_before() {
    let victim = Victim::with_empty_log();
    let folder = victim.lay(&victim.unharmed());
    let earlier = folder.path().join("damaged").join("7").join("library.sqlite");
    fs::create_dir_all(earlier.parent().expect("a parent")).expect("a folder");
    fs::write(&earlier, "of an earlier time").expect("writes");
    fs::copy(folder.path().join("library.sqlite"), folder.path().join("library.salvaged")).expect("copies");
    let library = Library::open(folder.path(), MORNING_MS).expect("opens");
    assert_eq!(contents(&library), victim.truth);
    assert_eq!(fs::read(&earlier).expect("reads"), b"of an earlier time");

    let folder = victim.lay(&victim.unharmed());
    fs::copy(folder.path().join("library.sqlite"), folder.path().join("library.salvaged")).expect("copies");
    assert_eq!(contents(&Library::open(folder.path(), MORNING_MS).expect("opens")), victim.truth);
}

#[test]
fn damage_in_a_large_library_is_noticed_when_it_is_read_and_mended_at_the_next_opening() {
    let victim = Victim::with_empty_log();
    let folder = victim.lay(&victim.unharmed());
    grow(folder.path());
    let library = Library::open(folder.path(), MORNING_MS).expect("opens");
    assert!(library.check().expect("reads"));
    drop(library);
    let whole = fs::read(folder.path().join("library.sqlite")).expect("reads");
    assert!(whole.len() > 2 << 20, "as large as is not looked through at every opening");
    let mut dice = Dice::seeded(0xB492_B66F_BE98_F273);
    let pages = (0..if full() { 100 } else { 8 }).map(|_| dice.below(whole.len() / PAGE));
    let (mut opening, mut reading, mut checking) = (0, 0, 0);
    for page in (0..4).chain(pages) {
        let mut harmed = whole.clone();
        harmed[page * PAGE..][..PAGE].iter_mut().for_each(|byte| *byte = !*byte);
        let folder = victim.lay(&Harm { database: harmed, log: Vec::new() });
        let library = Library::open(folder.path(), MORNING_MS).expect("opens");
        let damages = library.damages();
        if damages.as_ref().is_ok_and(|damages| !damages.is_empty()) {
            opening += 1;
        } else {
            match damages.and_then(|_| library.notes()) {
                Err(LibraryError::Damaged { .. }) => reading += 1,
                Err(error) => panic!("{error}"),
                Ok(notes) if notes.len() < 603 => reading += 1,
                Ok(_) => {
                    assert!(!library.check().expect("reads"), "page {page} means something");
                    checking += 1;
                }
            }
        }
        drop(library);
        let library = Library::open(folder.path(), MORNING_MS).expect("is mended");
        assert_eq!(library.damages().expect("reads").len(), 1, "page {page}");
        assert!(library.check().expect("reads"));
        assert!(library.notes().expect("reads").len() >= 600);
        counts_are_honest(&library);
    }
    say(&format!("pages of a large library: noticed at opening {opening}, reading {reading}, by a check {checking}"));
}

#[test]
fn an_error_says_that_the_library_is_damaged_and_what_to_do() {
    let victim = Victim::with_empty_log();
    let folder = victim.lay(&victim.unharmed());
    grow(folder.path());
    let path = folder.path().join("library.sqlite");
    let mut database = fs::read(&path).expect("reads");
    let middle = database.len() / PAGE / 2 * PAGE;
    // The pages behind the middle hold the words of notes, each in several pages that lead to the next.
    database[middle..middle + 8 * PAGE].fill(0xAA);
    fs::write(&path, database).expect("writes");
    let library = Library::open(folder.path(), MORNING_MS).expect("opens");
    let error = library.notes().expect_err("is damaged").to_string().replace(&folder.path().display().to_string(), "…");
    assert_eq!(
        error,
        "the library in … is damaged; close it and open it again: the damaged file is set aside and what can be read is salvaged"
    );
}

/// What is laid in the place of the database.
struct Harm {
    database: Vec<u8>,
    log: Vec<u8>,
}

/// A library that suffers one harm after the other.
struct Victim {
    folder: TempDir,
    database: Vec<u8>,
    log: Vec<u8>,
    truth: Contents,
    /// Where in the database and then the log the positions of a fix lie.
    places: BTreeMap<(u32, u32), Vec<usize>>,
    newer: PathBuf,
    suffered: usize,
    reported: usize,
    lost: usize,
}

/// What came of it.
struct Outcome {
    reported: bool,
    lost: usize,
}

impl Victim {
    /// All of it is in the database.
    fn with_empty_log() -> Victim {
        let folder = quick_folder();
        drop(travel(folder.path()));
        Victim::of(folder)
    }

    /// All of it is still in the log.
    fn with_all_in_the_log() -> Victim {
        let lived = quick_folder();
        let library = travel(lived.path());
        let folder = quick_folder();
        copy_folder(lived.path(), folder.path());
        drop(library);
        Victim::of(folder)
    }

    /// Some of it is in the database, what came later in the log.
    fn with_some_in_the_log() -> Victim {
        let lived = quick_folder();
        drop(travel(lived.path()));
        let mut library = Library::open(lived.path(), MORNING_MS).expect("opens");
        let open = library.open_recording().expect("reads").expect("is open").id;
        let course = library.course(&route_guide_tests::spit_way()).expect("leads somewhere");
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

    fn unharmed(&self) -> Harm {
        Harm { database: self.database.clone(), log: self.log.clone() }
    }

    fn lay(&self, harm: &Harm) -> TempDir {
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
    fn suffer(&mut self, harm: &Harm, sound: impl Fn(usize) -> bool) -> Outcome {
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
        library.install(&self.newer, None, &[], MORNING_MS + 1).expect("installs");
        counts_are_honest(&library);
        library.acknowledge_damages().expect("writes");
        assert!(library.check().expect("reads"));
        assert_eq!(contents(&library).fixes.len(), found.fixes.len() + 1);
    }

    fn tell(&self, what: &str) {
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
    let route = route_guide_tests::collection().routes.into_iter().next().expect("a route");
    let course = route_guide_core::guidance::Course::of_route(&route);
    fixes(&course, 300, 3)[299]
}

/// Where what replaces the newest of its kind is concerned, an older one may come back: settings, where one is, a
/// bundle's row.
fn is_replaceable(other: &str) -> bool {
    ["Settings", "None", "Some(Standing", "InstalledBundle"].iter().any(|kind| other.starts_with(kind))
}

/// What recordings come to is what is there, and what is said to be missing was there.
fn counts_are_honest(library: &Library) {
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

/// Makes a library larger than is looked through at each opening: with notes, which are the quickest.
fn grow(folder: &Path) {
    let mut library = Library::open(folder, MORNING_MS).expect("opens");
    for number in 0..600 {
        library.write_note(&note("dune", &format!("{number} {}", "smėlis ".repeat(1_900)))).expect("writes");
    }
    drop(library);
    assert!(fs::metadata(folder.join("library.sqlite")).expect("is there").len() > 8 << 20);
}

/// Where those bytes lie.
fn places(bytes: &[u8], wanted: &[u8]) -> Vec<usize> {
    let starts = bytes.windows(wanted.len()).enumerate();
    starts.filter(|(_, window)| *window == wanted).map(|(at, _)| at).collect()
}

fn only_file(folder: &Path) -> PathBuf {
    let mut entries = fs::read_dir(folder).expect("reads");
    let only = entries.next().expect("one").expect("an entry").path();
    assert!(entries.next().is_none());
    only
}

/// Past the test harness, which keeps what a passing test prints to itself.
fn say(what: &str) {
    let _ = writeln!(std::io::stderr(), "{what}");
}

#[test]
fn an_unharmed_library_has_nothing_to_report() {
    for victim in [Victim::with_empty_log(), Victim::with_some_in_the_log(), Victim::with_all_in_the_log()] {
        let folder = victim.lay(&victim.unharmed());
        let library = Library::open(folder.path(), MORNING_MS).expect("opens");
        assert!(library.damages().expect("reads").is_empty() && library.check().expect("reads"));
        assert_eq!(contents(&library), victim.truth);
        let form: u32 = Connection::open(folder.path().join("library.sqlite"))
            .and_then(|database| database.query_row("PRAGMA user_version", [], |row| row.get(0)))
            .expect("reads");
        assert_eq!(form, 2);
    }
}
