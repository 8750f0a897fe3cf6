//! Tracks of strangers come in, whatever they are packed in; what cannot come in is told why.

use std::fs::{self, File};
use std::io::Write;
use std::path::{Path, PathBuf};

use route_guide_core::guidance::Settings;
use route_guide_core::guidance::simulation::Ride;
use route_guide_core::library::{Departure, Imported, Library, LibraryError, Origin, Way};
use route_guide_core::model::Language;
use route_guide_tests::{Dice, MORNING_MS, STRANGE_TRACK, full, quick_folder, shared, with_steady_clock};
use tempfile::TempDir;
use zip::ZipWriter;
use zip::write::SimpleFileOptions;

#[test]
fn a_folder_of_every_kind_of_gpx_comes_in_and_the_rest_is_told_why() {
    let Some(corpus) = shared("gpx-corpus") else { return };
    let home = Home::new();
    let mut library = home.library();
    let files = fs::read_dir(&corpus).expect("reads").map(|entry| entry.expect("an entry").path());
    let mut files: Vec<PathBuf> = files.filter(|path| path.extension().is_some_and(|end| end == "gpx")).collect();
    files.sort();
    let from_folder = library.import(&corpus, MORNING_MS).expect("imports");
    // A file with several tracks is several recordings.
    assert!(count(&from_folder) >= files.len());
    assert!(!from_folder.brought.is_empty() && !from_folder.refused.is_empty());
    for refused in &from_folder.refused {
        let reason = refused.reason.to_string();
        assert!(reason.contains(&*refused.file.to_string_lossy()), "{reason}");
        use LibraryError::{Gpx, NothingToFollow, OnlyWaypoints};
        assert!(matches!(refused.reason, Gpx { .. } | NothingToFollow { .. } | OnlyWaypoints { .. }), "{reason}");
    }
    for (recording, tally) in library.recordings().expect("reads") {
        assert!(matches!(recording.origin, Origin::Imported | Origin::Recorded));
        let course = library.course(&Way::Track(recording.id));
        assert!(course.is_ok_and(|course| course.line().length().0 > 0.0), "{recording:?} {tally:?}");
    }
    // Again, as an archive: everything is known.
    let archive = home.zip("corpus.zip", |zip| {
        for file in &files {
            zip.start_file(format!("gpx/{}", name(file)), SimpleFileOptions::default()).expect("begins");
            zip.write_all(&fs::read(file).expect("reads")).expect("packs");
        }
    });
    let from_archive = library.import(&archive, MORNING_MS + 1).expect("imports");
    let taken = |imported: &Imported| count(imported) - imported.refused.len();
    assert_eq!(taken(&from_archive), taken(&from_folder));
    assert!(from_archive.brought.is_empty(), "{:?}", from_archive.brought);
    // One of the corpus is an archive itself: of one in an archive it is only said that it is one.
    assert_eq!(from_archive.refused.len() + 1, from_folder.refused.len());
    let told = format!(
        "files imported: brought {}, known {}, refused {}",
        from_folder.brought.len(),
        from_folder.known.len(),
        from_folder.refused.len()
    );
    // Past the test harness, which keeps what a passing test prints to itself.
    let _ = writeln!(std::io::stderr(), "{told}");
}

#[test]
fn a_track_that_is_followed_announces_its_waypoints() {
    let home = Home::new();
    let mut library = home.library();
    let id =
        library.import(&home.file("aplink.gpx", STRANGE_TRACK.as_bytes()), MORNING_MS).expect("imports").brought[0];
    let way = Way::Track(id);
    let settings = Settings::in_language(Language::LT);
    let course = library.course(&way).expect("leads somewhere");
    let fixes: Vec<_> =
        Ride::along(&course).every(5.0).fixes().into_iter().map(|(fix, _)| with_steady_clock(fix)).collect();
    let (mut journey, _) = library.set_out(&way, false, Departure::Continue, settings, None).expect("sets out");
    let mut heard = String::new();
    for fix in &fixes {
        let advance = library.advance(&mut journey, fix);
        advance.kept.expect("is kept");
        for cue in advance.step.outcome.expect("is believed").cues {
            heard.push_str(&cue.text);
            heard.push('\n');
        }
    }
    assert!(heard.contains("Švyturys"), "{heard}");
    assert!(library.standing(&way, false).expect("reads").is_some_and(|standing| standing.share > 0.9));
}

#[test]
fn the_same_track_twice_is_known_also_within_one_folder() {
    let home = Home::new();
    let mut library = home.library();
    let folder = home.0.path().join("tracks of a friend");
    fs::create_dir(&folder).expect("a folder");
    for name in ["a.gpx", "b.GPX"] {
        fs::write(folder.join(name), STRANGE_TRACK).expect("writes");
    }
    fs::write(folder.join("c.txt"), "not GPX").expect("writes");
    let imported = library.import(&folder, MORNING_MS).expect("imports");
    assert_eq!((imported.brought.len(), imported.known.len(), imported.refused.len()), (1, 1, 0));
    assert!(matches!(
        library.import(&folder.join("c.txt"), MORNING_MS).expect("lists").refused[0].reason,
        LibraryError::Gpx { .. }
    ));
    assert!(matches!(library.import(&folder.join("d"), MORNING_MS), Err(LibraryError::Disk { .. })));
}

#[test]
fn names_in_an_archive_lead_nowhere() {
    let home = Home::new();
    let mut library = home.library();
    let names = ["../../evil.gpx", "/tmp/route-guide-evil.gpx", "..\\evil.gpx", "a/../../evil.gpx", "C:\\evil.gpx"];
    let archive = home.zip("names.zip", |zip| {
        for (number, name) in names.iter().enumerate() {
            zip.start_file(*name, SimpleFileOptions::default()).expect("begins");
            let track = STRANGE_TRACK.replace("55.3040", &format!("55.304{number}"));
            zip.write_all(if number % 2 == 0 { track.as_bytes() } else { b"not GPX" }).expect("packs");
        }
    });
    let before = home.everything();
    let imported = library.import(&archive, MORNING_MS).expect("imports");
    assert_eq!(count(&imported), names.len());
    for refused in &imported.refused {
        assert!(refused.file.starts_with(&archive), "{}", refused.file.display());
    }
    let new: Vec<_> = home.everything().into_iter().filter(|path| !before.contains(path)).collect();
    assert!(new.iter().all(|path| path.starts_with(home.0.path().join("library"))), "{new:?}");
    assert!(!Path::new("/tmp/route-guide-evil.gpx").exists());
}

#[test]
fn an_archive_that_swells_or_holds_too_much_is_refused() {
    let home = Home::new();
    let mut library = home.library();
    let many = home.zip("many.zip", |zip| {
        for number in 0..100_000 {
            zip.start_file(format!("{number}.gpx"), SimpleFileOptions::default()).expect("begins");
        }
    });
    let error = library.import(&many, MORNING_MS).expect_err("is refused").to_string();
    assert!(error.ends_with("the archive holds more than 20000 files; split it"), "{error}");
    let bomb = home.zip("bomb.zip", |zip| {
        zip.start_file("bomb.gpx", SimpleFileOptions::default()).expect("begins");
        let spaces = vec![b' '; 1 << 20];
        for _ in 0..300 {
            zip.write_all(&spaces).expect("packs");
        }
    });
    assert!(fs::metadata(&bomb).expect("is there").len() < 1 << 20);
    let refused = library.import(&bomb, MORNING_MS).expect("lists").refused;
    assert!(refused[0].reason.to_string().contains("unpacks to more than"), "{}", refused[0].reason);
    assert!(matches!(library.restore(&bomb, MORNING_MS), Err(LibraryError::Archive { .. })));
    assert!(library.recordings().expect("reads").is_empty());
}

#[test]
fn many_files_that_swell_are_refused_together() {
    let home = Home::new();
    let mut library = home.library();
    let archive = home.zip("swelling.zip", |zip| {
        let spaces = vec![b' '; 1 << 20];
        for number in 0..12 {
            zip.start_file(format!("{number:02}.gpx"), SimpleFileOptions::default()).expect("begins");
            for _ in 0..100 {
                zip.write_all(&spaces).expect("packs");
            }
        }
    });
    let refused = library.import(&archive, MORNING_MS).expect("lists").refused;
    assert_eq!(refused.len(), 12);
    let last = refused[11].reason.to_string();
    assert!(last.contains("the files in the archive unpack to more than"), "{last}");
}

#[test]
fn an_archive_cut_off_or_garbled_does_no_harm() {
    let home = Home::new();
    let mut library = home.library();
    let whole = home.zip("whole.zip", |zip| {
        for number in 0..3 {
            zip.start_file(format!("{number}.gpx"), SimpleFileOptions::default()).expect("begins");
            zip.write_all(STRANGE_TRACK.replace("55.3040", &format!("55.304{number}")).as_bytes()).expect("packs");
        }
    });
    let whole = fs::read(whole).expect("reads");
    for cut in (0..whole.len()).step_by(if full() { 1 } else { 37 }) {
        let _ = library.import(&home.file("cut.zip", &whole[..cut]), MORNING_MS);
        let _ = library.restore(&home.file("cut.zip", &whole[..cut]), MORNING_MS);
    }
    let mut dice = Dice::seeded(0xD1B5_4A32_D192_ED03);
    for _ in 0..if full() { 20_000 } else { 300 } {
        let mut garbled = whole.clone();
        for _ in 0..=dice.below(4) {
            let at = dice.below(garbled.len());
            garbled[at] = dice.below(256) as u8;
        }
        let file = home.file("garbled.zip", &garbled);
        let _ = library.import(&file, MORNING_MS);
        let _ = library.restore(&file, MORNING_MS);
    }
    assert!(library.check().expect("reads"));
}

/// A library, and room beside it.
struct Home(TempDir);

impl Home {
    fn new() -> Home {
        Home(quick_folder())
    }

    fn library(&self) -> Library {
        Library::open(&self.0.path().join("library"), MORNING_MS).expect("opens")
    }

    fn file(&self, name: &str, bytes: &[u8]) -> PathBuf {
        let path = self.0.path().join(name);
        fs::write(&path, bytes).expect("writes");
        path
    }

    fn zip(&self, name: &str, fill: impl FnOnce(&mut ZipWriter<File>)) -> PathBuf {
        let path = self.0.path().join(name);
        let mut zip = ZipWriter::new(File::create(&path).expect("creates"));
        fill(&mut zip);
        zip.finish().expect("packs");
        path
    }

    /// All files beside and in the library, and those beside its folder.
    fn everything(&self) -> Vec<PathBuf> {
        let mut found = Vec::new();
        let mut folders = vec![self.0.path().to_owned()];
        while let Some(folder) = folders.pop() {
            for entry in fs::read_dir(folder).expect("reads").map(|entry| entry.expect("an entry").path()) {
                if entry.is_dir() {
                    folders.push(entry.clone());
                }
                found.push(entry);
            }
        }
        found.push(self.0.path().with_file_name("evil.gpx"));
        found.retain(|path| path.exists());
        found
    }
}

fn count(imported: &Imported) -> usize {
    imported.brought.len() + imported.updated.len() + imported.known.len() + imported.refused.len()
}

fn name(path: &Path) -> String {
    path.file_name().expect("a name").to_string_lossy().into_owned()
}
