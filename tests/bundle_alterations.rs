//! Whatever is altered in a bundle is noticed or makes no difference, and never costs more memory than stated.
//!
//! A sample is altered each time; all of it with `ROUTE_GUIDE_FULL=1`, which takes five minutes.

use std::env;
use std::fs::{self, File};
use std::io::{Seek, SeekFrom, Write};
use std::panic::{self, AssertUnwindSafe};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use route_guide_core::bundle::{self, Bundle, BundleError, Problem};
use route_guide_core::model::Collection;
use route_guide_tests::{Dice, collection, project};
use rusqlite::{Connection, ErrorCode};
use tempfile::TempDir;

/// The address space that all of a test must do with: 512 MiB.
const MOST_KIB: u32 = 512 << 10;
/// Tells a test that it has no more than that.
const LIMITED: &str = "ROUTE_GUIDE_LIMITED";

#[test]
fn no_byte_of_a_small_bundle_changes_its_meaning_unnoticed() {
    limited("no_byte_of_a_small_bundle_changes_its_meaning_unnoticed", || {
        let mut victim = Victim::new(&collection());
        victim.shrink();
        let mut dice = Dice::seeded(0x9E37_79B9_7F4A_7C15);
        for at in (0..victim.whole.len()).step_by(if full() { 1 } else { 41 }) {
            victim.alter(&[(at, other_byte(&mut dice))]);
        }
        victim.tell("bytes of a small bundle");
    });
}

#[test]
fn no_harm_to_the_real_bundle_changes_its_meaning_unnoticed() {
    limited("no_harm_to_the_real_bundle_changes_its_meaning_unnoticed", || {
        let source = route_guide_cli::source::read(&project("route-data"));
        let mut victim = Victim::new(&source.collection.expect("the source has no errors"));
        let mut dice = Dice::seeded(0xD1B5_4A32_D192_ED03);
        for _ in 0..if full() { 10_000 } else { 200 } {
            let harm = several_bytes(&mut dice, victim.whole.len());
            victim.alter(&harm);
        }
        victim.tell("random harms to the real bundle");
    });
}

fn full() -> bool {
    env::var_os("ROUTE_GUIDE_FULL").is_some_and(|full| full == "1")
}

/// Does the work of a test in a process of its own, which gets no more memory than stated.
fn limited(test: &str, work: impl FnOnce()) {
    // Elsewhere shells set no such limit.
    if env::var_os(LIMITED).is_some() || cfg!(not(target_os = "linux")) {
        return work();
    }
    let child = Command::new("sh")
        .args(["-c", &format!("ulimit -v {MOST_KIB} && exec \"$0\" \"$@\"")])
        .arg(env::current_exe().expect("has a path"))
        .args(["--exact", test, "--nocapture"])
        .env(LIMITED, "1")
        .stderr(Stdio::inherit())
        .output()
        .expect("starts");
    let told = String::from_utf8_lossy(&child.stdout);
    assert!(child.status.success() && told.contains("1 passed"), "{}\n{told}", child.status);
}

/// Something to lay over a byte so that it becomes another.
fn other_byte(dice: &mut Dice) -> u8 {
    1 + dice.below(255) as u8
}

/// Two to nine bytes of one page; half the time at its start, where its structure is.
fn several_bytes(dice: &mut Dice, length: usize) -> Vec<(usize, u8)> {
    let page = dice.below(length / 4096) * 4096;
    let span = if dice.below(2) == 0 { 64 } else { 4096 };
    (0..2 + dice.below(8)).map(|_| (page + dice.below(span), other_byte(dice))).collect()
}

/// A bundle that suffers one harm after the other, and is whole in between.
struct Victim {
    _folder: TempDir,
    path: PathBuf,
    whole: Vec<u8>,
    meaning: Collection,
    refused: usize,
    identical: usize,
}

impl Victim {
    fn new(packed: &Collection) -> Victim {
        // In memory where there is a disk in memory.
        let memory = Path::new("/dev/shm");
        let folder = if memory.is_dir() { TempDir::new_in(memory) } else { TempDir::new() }.expect("a folder");
        let path = folder.path().join("victim.gpkg");
        bundle::write(packed, &path).expect("packs");
        let whole = fs::read(&path).expect("reads");
        let meaning = read(&path).expect("is whole");
        Victim { _folder: folder, path, whole, meaning, refused: 0, identical: 0 }
    }

    /// Makes its pages small, so that there are fewer bytes between those that mean something.
    fn shrink(&mut self) {
        let connection = Connection::open(&self.path).expect("opens");
        connection.execute_batch("PRAGMA page_size = 512; VACUUM").expect("runs");
        self.whole = fs::read(&self.path).expect("reads");
        assert_eq!(read(&self.path).expect("is whole"), self.meaning);
    }

    /// Lays each byte over the one in its place, looks what becomes of the bundle, and heals it.
    fn alter(&mut self, harm: &[(usize, u8)]) {
        let mut altered = self.whole.clone();
        harm.iter().for_each(|(at, mask)| altered[*at] ^= mask);
        harm.iter().for_each(|(at, _)| self.put(*at, altered[*at]));
        match panic::catch_unwind(AssertUnwindSafe(|| read(&self.path))) {
            Ok(Ok(meaning)) => {
                assert!(meaning == self.meaning, "means something else, and nobody noticed, after {harm:?}");
                self.identical += 1;
            }
            Ok(Err(error)) => {
                assert!(!is_out_of_memory(&error), "{error} after {harm:?}");
                self.refused += 1;
            }
            Err(_) => panic!("panicked after {harm:?}"),
        }
        harm.iter().for_each(|(at, _)| self.put(*at, self.whole[*at]));
    }

    fn put(&self, at: usize, byte: u8) {
        let mut file = File::options().write(true).open(&self.path).expect("opens");
        file.seek(SeekFrom::Start(at as u64)).and_then(|_| file.write_all(&[byte])).expect("writes");
    }

    fn tell(&self, what: &str) {
        assert_eq!(read(&self.path).expect("is healed"), self.meaning);
        let Victim { refused, identical, .. } = self;
        let told = format!("{what}: altered {}, refused {refused}, identical {identical}", refused + identical);
        // Past the test harness, which keeps what a passing test prints to itself.
        let _ = writeln!(std::io::stderr(), "{told}");
    }
}

/// All that is in a bundle, if it verifies; what does not is read nevertheless, and only must not panic.
fn read(path: &Path) -> Result<Collection, BundleError> {
    let bundle = Bundle::open(path)?;
    let meaning = bundle.collection();
    bundle.verify()?;
    Ok(meaning.expect("what verifies can be read"))
}

/// Whether there was too little memory: that is no answer to a bundle.
fn is_out_of_memory(error: &BundleError) -> bool {
    let Problem::Damaged { source, .. } = &error.problem else { return false };
    let sqlite = source.downcast_ref::<rusqlite::Error>().and_then(rusqlite::Error::sqlite_error_code);
    sqlite == Some(ErrorCode::OutOfMemory)
}
