//! A file written beside its place and moved there when it is whole.

use std::collections::BTreeSet;
use std::ffi::OsString;
use std::fs::{self, File, OpenOptions};
use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Mutex, MutexGuard, PoisonError};
use std::time::Duration;

/// What has not been written to for so long was left by work that was killed.
const LEFT: Duration = Duration::from_secs(3_600);
/// How many names are tried.
const MOST_ATTEMPTS: usize = 10_000;

/// The files that are not in their place yet, which may be thousands: a process that is told to end has no other way to
/// find them.
static UNDER_WAY: Mutex<BTreeSet<PathBuf>> = Mutex::new(BTreeSet::new());

/// Takes away every file that is not in its place yet, for a process that ends now: afterwards none can be begun, and
/// whoever tries waits for the end.
pub fn give_up_all() {
    let under_way = under_way();
    for path in under_way.iter() {
        let _ = fs::remove_file(path);
    }
    std::mem::forget(under_way);
}

fn under_way() -> MutexGuard<'static, BTreeSet<PathBuf>> {
    UNDER_WAY.lock().unwrap_or_else(PoisonError::into_inner)
}

/// A file beside the one it will become; gone again unless it was [published](Aside::publish).
#[derive(Debug)]
pub struct Aside {
    path: PathBuf,
}

impl Aside {
    /// An empty file in the same folder, under a name nobody else uses that begins with a dot and ends in `.part`. What
    /// killed work left of the same target is taken away.
    ///
    /// # Errors
    /// When the folder is missing, full or may not be written to.
    pub fn beside(target: &Path) -> io::Result<Aside> {
        let aside = Aside::one_of_many(target)?;
        let _ = clear_away(target, &aside.path);
        Ok(aside)
    }

    /// The same, but what killed work left stays: for who makes thousands in one folder and does not want to look through
    /// it each time.
    ///
    /// # Errors
    /// When the folder is missing, full or may not be written to.
    pub fn one_of_many(target: &Path) -> io::Result<Aside> {
        // No two of this process have the same name; what another of its number left is stepped over.
        static NEXT: AtomicU64 = AtomicU64::new(0);
        let name = target.file_name().ok_or(io::ErrorKind::InvalidInput)?;
        for _ in 0..MOST_ATTEMPTS {
            let attempt = NEXT.fetch_add(1, Ordering::Relaxed);
            let mut aside = OsString::from(".");
            aside.push(name);
            aside.push(format!(".{}-{attempt}.part", std::process::id()));
            let path = target.with_file_name(aside);
            // Held until the file is listed, so that none is made and missed.
            let mut under_way = under_way();
            match OpenOptions::new().write(true).create_new(true).open(&path) {
                Err(error) if error.kind() == io::ErrorKind::AlreadyExists => {}
                Err(error) => return Err(error),
                Ok(_) => {
                    under_way.insert(path.clone());
                    return Ok(Aside { path });
                }
            }
        }
        Err(io::ErrorKind::AlreadyExists.into())
    }

    /// Where it is for now.
    #[must_use]
    pub fn path(&self) -> &Path {
        &self.path
    }

    /// Writes all of it to the disk, so that [`publish`](Aside::publish) only has to give it its name.
    ///
    /// # Errors
    /// When the disk is full or broken.
    pub fn sync(&self) -> io::Result<()> {
        OpenOptions::new().write(true).open(&self.path)?.sync_all()
    }

    /// Puts it in its place at once, in place of an older file there.
    ///
    /// # Errors
    /// When the disk is full or broken; then the older file is as it was.
    pub fn publish(self, target: &Path) -> io::Result<()> {
        self.sync()?;
        fs::rename(&self.path, target)?;
        sync_folder(folder(target))
    }
}

/// Writes a file aside, syncs it and renames it: a reader sees the old file or the new one.
///
/// # Errors
/// When the folder is missing, full or may not be written to; then the older file is as it was.
pub fn write_whole(path: &Path, bytes: &[u8]) -> io::Result<()> {
    let aside = Aside::beside(path)?;
    OpenOptions::new().write(true).open(aside.path())?.write_all(bytes)?;
    aside.publish(path)
}

/// Takes away what killed work left beside the target, long before `now` was written.
fn clear_away(target: &Path, now: &Path) -> io::Result<()> {
    let mut beginning = OsString::from(".");
    beginning.push(target.file_name().ok_or(io::ErrorKind::InvalidInput)?);
    beginning.push(".");
    let written = fs::metadata(now)?.modified()?;
    for entry in fs::read_dir(folder(target))? {
        let entry = entry?;
        let name = entry.file_name();
        let (bytes, beginning) = (name.as_encoded_bytes(), beginning.as_encoded_bytes());
        if bytes.starts_with(beginning) && bytes.ends_with(b".part") {
            let silence = written.duration_since(entry.metadata()?.modified()?);
            if silence.is_ok_and(|silence| silence > LEFT) {
                fs::remove_file(entry.path())?;
            }
        }
    }
    Ok(())
}

impl Drop for Aside {
    fn drop(&mut self) {
        // After publishing there is nothing under this name any more.
        let _ = fs::remove_file(&self.path);
        under_way().remove(&self.path);
    }
}

/// Writes the names in a folder to the disk: a name must outlive a power cut too.
///
/// # Errors
/// When the disk is broken.
pub fn sync_folder(folder: &Path) -> io::Result<()> {
    // Where folders cannot be opened as files the system sees to it.
    match File::open(folder) {
        Ok(folder) if cfg!(unix) => folder.sync_all(),
        _ => Ok(()),
    }
}

fn folder(target: &Path) -> &Path {
    match target.parent() {
        Some(folder) if folder != Path::new("") => folder,
        _ => Path::new("."),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_killed_work_left_goes_with_the_next_work_on_the_same_file() {
        let holder = tempfile::TempDir::new().expect("a folder");
        let target = holder.path().join("backup.zip");
        for (name, hours) in [(".backup.zip.17-0.part", 2), (".backup.zip.18-0.part", 0), (".other.zip.17-0.part", 2)] {
            let left = File::create(holder.path().join(name)).expect("makes");
            let now = left.metadata().and_then(|about| about.modified()).expect("has a time");
            left.set_modified(now - hours * Duration::from_secs(3_601)).expect("sets");
        }
        Aside::beside(&target).and_then(|aside| aside.publish(&target)).expect("writes");
        let names = fs::read_dir(holder.path()).expect("reads").map(|entry| entry.expect("an entry").file_name());
        let mut names: Vec<OsString> = names.collect();
        names.sort();
        assert_eq!(names, [".backup.zip.18-0.part", ".other.zip.17-0.part", "backup.zip"]);
    }
}
