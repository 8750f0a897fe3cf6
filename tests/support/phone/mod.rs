//! A folder that stands for a phone, what is done with its library, and what can be seen of it.

mod operations;
mod riding;
mod state;
mod work;

use std::env;
use std::fs;
use std::path::{Path, PathBuf};

use route_guide_core::library::Library;
use tempfile::TempDir;

pub use operations::{Operation, operations};
pub use riding::ride;
pub use state::State;
pub use work::{Done, Work};

use crate::{NOW_MS, SmallDisk, copy_folder};

/// A folder that stands for a phone: its library, files that come in and files that go out.
pub struct Phone {
    _holder: TempDir,
    folder: PathBuf,
}

impl Phone {
    /// One that is empty.
    ///
    /// # Panics
    /// When there is no folder to be had.
    #[must_use]
    pub fn new() -> Phone {
        // In memory where there is a disk in memory.
        let memory = Path::new("/dev/shm");
        if memory.is_dir() { Phone::within(memory) } else { Phone::within(&env::temp_dir()) }
    }

    fn within(disk: &Path) -> Phone {
        let holder = TempDir::new_in(disk).expect("a folder");
        let folder = holder.path().join("phone");
        for name in ["in", "out"] {
            fs::create_dir_all(folder.join(name)).expect("a folder");
        }
        Phone { _holder: holder, folder }
    }

    /// Another one that is as this one would be found if it were killed now.
    ///
    /// # Panics
    /// When it cannot be copied.
    #[must_use]
    pub fn twin(&self) -> Phone {
        let twin = Phone::new();
        copy_folder(&self.folder, &twin.folder);
        twin
    }

    /// The same, on another disk.
    ///
    /// # Panics
    /// When it cannot be copied.
    #[must_use]
    pub fn twin_on(&self, disk: &SmallDisk) -> Phone {
        let twin = Phone::within(disk.folder());
        copy_folder(&self.folder, &twin.folder);
        twin
    }

    /// All of it.
    #[must_use]
    pub fn folder(&self) -> &Path {
        &self.folder
    }

    /// Where its library is.
    #[must_use]
    pub fn library(&self) -> PathBuf {
        self.folder.join("library")
    }

    /// A file that comes in.
    #[must_use]
    pub fn incoming(&self, name: &str) -> PathBuf {
        self.folder.join("in").join(name)
    }

    /// A file that goes out.
    #[must_use]
    pub fn outgoing(&self, name: &str) -> PathBuf {
        self.folder.join("out").join(name)
    }

    /// Opens its library.
    ///
    /// # Panics
    /// When it does not open.
    #[must_use]
    pub fn open(&self) -> Library {
        Library::open(&self.library(), NOW_MS).unwrap_or_else(|error| panic!("the library does not open: {error}"))
    }
}

impl Default for Phone {
    fn default() -> Phone {
        Phone::new()
    }
}
