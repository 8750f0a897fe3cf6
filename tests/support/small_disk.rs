//! A small disk of its own, which really becomes full.

use std::fs::{self, File};
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::Command;

use tempfile::TempDir;

/// A disk in memory; it goes away with this.
pub struct SmallDisk {
    folder: TempDir,
}

impl SmallDisk {
    /// A disk of so many bytes, or a line that says why there is none.
    ///
    /// # Panics
    /// When there is no folder to be had, or `ROUTE_GUIDE_REQUIRE_SHARED` is set and none may be mounted: a full check
    /// must not skip it.
    #[must_use]
    pub fn of(bytes: u64) -> Option<SmallDisk> {
        let folder = TempDir::new().expect("a folder");
        let size = format!("size={bytes}");
        let mounted = Command::new("mount").args(["-t", "tmpfs", "-o", &size, "tmpfs"]).arg(folder.path()).output();
        if mounted.is_ok_and(|mounted| mounted.status.success()) {
            return Some(SmallDisk { folder });
        }
        assert!(std::env::var_os("ROUTE_GUIDE_REQUIRE_SHARED").is_none(), "no disk could be mounted, as root may");
        // Past the test harness, which keeps what a passing test prints to itself.
        let _ = writeln!(std::io::stderr(), "skipped: a disk that is really full (only root may mount one)");
        None
    }

    /// Where it is.
    #[must_use]
    pub fn folder(&self) -> &Path {
        self.folder.path()
    }

    /// Fills it but for so many bytes.
    ///
    /// # Panics
    /// When there is less room.
    pub fn fill_but(&self, room: u64) {
        let mut ballast = File::create(self.ballast()).expect("opens");
        let mut bytes = 0;
        while let Ok(written @ 1..) = ballast.write(&[0; 4_096]) {
            bytes += written as u64;
        }
        ballast.set_len(bytes.checked_sub(room).expect("so much room")).expect("shrinks");
    }

    /// Makes room again.
    ///
    /// # Panics
    /// When it was not filled.
    pub fn clear(&self) {
        fs::remove_file(self.ballast()).expect("goes");
    }

    fn ballast(&self) -> PathBuf {
        self.folder.path().join("ballast")
    }
}

impl Drop for SmallDisk {
    fn drop(&mut self) {
        let _ = Command::new("umount").arg(self.folder.path()).output();
    }
}
