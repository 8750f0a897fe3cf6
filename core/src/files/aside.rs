//! A file written beside its place and moved there when it is whole.

use std::ffi::OsString;
use std::fs::{self, File, OpenOptions};
use std::io;
use std::path::{Path, PathBuf};

/// A file beside the one it will become; gone again unless it was [published](Aside::publish).
#[derive(Debug)]
pub struct Aside {
    path: PathBuf,
}

impl Aside {
    /// An empty file in the same folder, under a name nobody else uses that begins with a dot and ends in `.part`.
    ///
    /// # Errors
    /// When the folder is missing, full or may not be written to.
    pub fn beside(target: &Path) -> io::Result<Aside> {
        let name = target.file_name().ok_or(io::ErrorKind::InvalidInput)?;
        for attempt in 0..100 {
            let mut aside = OsString::from(".");
            aside.push(name);
            aside.push(format!(".{}-{attempt}.part", std::process::id()));
            let path = target.with_file_name(aside);
            match OpenOptions::new().write(true).create_new(true).open(&path) {
                Err(error) if error.kind() == io::ErrorKind::AlreadyExists => {}
                opened => return opened.map(|_| Aside { path }),
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

impl Drop for Aside {
    fn drop(&mut self) {
        // After publishing there is nothing under this name any more.
        let _ = fs::remove_file(&self.path);
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
