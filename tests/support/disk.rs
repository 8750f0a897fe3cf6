//! A disk that fails on demand, or kills who writes to it: `disk.c`, laid before the programs that tests start.

use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::Command;

use tempfile::TempDir;

/// The time of day that programs see which are laid upon such a disk, in milliseconds since 1970-01-01 UTC.
pub const NOW_MS: i64 = 1_795_000_000_000;

/// What is to happen at a call. Calls are numbered from 1.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Fault {
    /// Nothing; calls are only counted.
    Nothing,
    /// There is no room for these calls, of all that need room.
    Full {
        /// The first.
        at: u64,
        /// The first for which there is room again.
        until: u64,
    },
    /// These calls fail with an I/O error.
    Broken {
        /// The first.
        at: u64,
        /// The first that does not fail any more.
        until: u64,
    },
    /// The process is killed.
    Kill {
        /// At which call.
        at: u64,
        /// When.
        moment: Moment,
    },
}

/// When at a call a process is killed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Moment {
    /// Before it was done.
    Before,
    /// With half of it written.
    Half,
    /// After it was done.
    After,
}

/// What a program does with files, in the order of `disk.c`.
const KINDS: [&str; 10] =
    ["read", "write", "sync", "rename", "truncate", "open", "create", "unlink", "make folder", "copy"];
const ROOM: usize = 14;
const ALL: usize = 15;

/// How often a program did what.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Calls([u64; 16]);

impl Calls {
    /// All calls.
    #[must_use]
    pub fn all(&self) -> u64 {
        self.0[ALL]
    }

    /// Those that need room on the disk.
    #[must_use]
    pub fn needing_room(&self) -> u64 {
        self.0[ROOM]
    }

    /// Adds others to these.
    pub fn add(&mut self, other: &Calls) {
        self.0.iter_mut().zip(other.0).for_each(|(sum, more)| *sum += more);
    }

    /// Each kind with its number.
    pub fn kinds(&self) -> impl Iterator<Item = (&'static str, u64)> {
        KINDS.into_iter().zip(self.0)
    }
}

/// The disk, ready to be laid before programs.
pub struct Disk {
    folder: TempDir,
}

impl Disk {
    /// Makes one, or says why there is none.
    ///
    /// # Panics
    /// When the compiler is there and refuses, or `ROUTE_GUIDE_REQUIRE_SHARED` is set and there is none: a full check
    /// must not skip it.
    pub fn new() -> Option<Disk> {
        let folder = TempDir::new().expect("a folder");
        let source = Path::new(env!("CARGO_MANIFEST_DIR")).join("support/disk.c");
        let mut compiler = Command::new("cc");
        compiler.args(["-O1", "-Wall", "-shared", "-fPIC", "-o"]).arg(folder.path().join("disk.so")).arg(source);
        if !cfg!(target_os = "linux") || Command::new("cc").arg("--version").output().is_err() {
            assert!(std::env::var_os("ROUTE_GUIDE_REQUIRE_SHARED").is_none(), "there is no C compiler");
            // Past the test harness, which keeps what a passing test prints to itself.
            let _ = writeln!(std::io::stderr(), "skipped: faults of the disk (they need Linux and a C compiler)");
            return None;
        }
        let compiled = compiler.output().expect("starts");
        assert!(compiled.status.success(), "{}", String::from_utf8_lossy(&compiled.stderr));
        Some(Disk { folder })
    }

    /// Lays the disk before a program, for all it does below the folder.
    ///
    /// # Panics
    /// When the calls cannot be counted.
    pub fn lay_before(&self, command: &mut Command, folder: &Path, fault: Fault) {
        fs::write(self.counts(), [0; 16 * size_of::<u64>()]).expect("writes");
        let (name, at, until) = match fault {
            Fault::Nothing => ("count", 0, 0),
            Fault::Full { at, until } => ("full", at, until),
            Fault::Broken { at, until } => ("broken", at, until),
            Fault::Kill { at, moment: Moment::Before } => ("kill-before", at, at + 1),
            Fault::Kill { at, moment: Moment::Half } => ("kill-half", at, at + 1),
            Fault::Kill { at, moment: Moment::After } => ("kill-after", at, at + 1),
        };
        command
            .env("LD_PRELOAD", self.folder.path().join("disk.so"))
            .env("DISK_FOLDER", folder)
            .env("DISK_COUNTS", self.counts())
            .env("DISK_NOW", (NOW_MS / 1_000).to_string())
            .env("DISK_FAULT", name)
            .env("DISK_AT", at.to_string())
            .env("DISK_UNTIL", until.to_string());
    }

    /// What the program did that it was last laid before.
    ///
    /// # Panics
    /// When nothing was counted.
    #[must_use]
    pub fn calls(&self) -> Calls {
        let bytes = fs::read(self.counts()).expect("reads");
        let mut calls = Calls::default();
        for (count, bytes) in calls.0.iter_mut().zip(bytes.chunks_exact(size_of::<u64>())) {
            *count = u64::from_ne_bytes(bytes.try_into().expect("eight bytes"));
        }
        calls
    }

    fn counts(&self) -> PathBuf {
        self.folder.path().join("counts")
    }
}
