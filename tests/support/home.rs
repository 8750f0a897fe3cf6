//! A library with room beside it, for tests of what comes in from elsewhere.

use std::fs::{self, File};
use std::io::Write;
use std::path::{Path, PathBuf};

use route_guide_core::gpx::format_time;
use route_guide_core::library::{Imported, Library, RecordingId, Way};
use route_guide_core::model::Language;
use tempfile::TempDir;
use zip::ZipWriter;
use zip::write::SimpleFileOptions;

use crate::travelled::{MORNING_MS, quick_folder};

/// A library, and room beside it.
pub struct Home {
    folder: TempDir,
    /// The library, in a folder of its own.
    pub library: Library,
}

impl Default for Home {
    fn default() -> Self {
        Home::new()
    }
}

// A test that cannot go on ends.
#[allow(clippy::missing_panics_doc)]
impl Home {
    /// An empty one.
    #[must_use]
    pub fn new() -> Home {
        let folder = quick_folder();
        let library = Library::open(&folder.path().join("phone"), MORNING_MS).expect("opens");
        Home { folder, library }
    }

    /// The path of a file beside the library.
    #[must_use]
    pub fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    /// A file beside it.
    pub fn file(&self, name: &str, content: impl AsRef<[u8]>) -> PathBuf {
        let path = self.path(name);
        fs::create_dir_all(path.parent().expect("a folder")).expect("makes");
        fs::write(&path, content).expect("writes");
        path
    }

    /// An archive of these files.
    pub fn zip(&self, name: &str, files: &[(&str, impl AsRef<[u8]>)]) -> PathBuf {
        let path = self.path(name);
        let mut zip = ZipWriter::new(File::create(&path).expect("creates"));
        for (name, content) in files {
            zip.start_file(*name, SimpleFileOptions::default()).expect("begins");
            zip.write_all(content.as_ref()).expect("packs");
        }
        zip.finish().expect("packs");
        path
    }

    /// Closes the library, does something to its folder, and opens it again.
    pub fn reopen(&mut self, between: impl FnOnce(&Path)) {
        let waiting = Library::open(&self.path("waiting"), MORNING_MS).expect("opens");
        drop(std::mem::replace(&mut self.library, waiting));
        between(&self.path("phone"));
        self.library = Library::open(&self.path("phone"), MORNING_MS).expect("opens");
    }

    /// Whether the library is to be looked through at its next opening.
    #[must_use]
    pub fn is_suspect(&self) -> bool {
        self.path("phone").join("library.suspect").exists()
    }

    /// Brings in a file.
    pub fn import(&mut self, path: &Path) -> Imported {
        self.library.import(path, MORNING_MS).expect("goes on")
    }

    /// Brings in a file of which all is taken.
    pub fn bring(&mut self, path: &Path) -> Vec<RecordingId> {
        let imported = self.import(path);
        assert!(imported.refused.is_empty(), "{:?}", imported.refused);
        imported.brought
    }

    /// What a recording is called.
    #[must_use]
    pub fn name(&self, id: RecordingId) -> String {
        self.library.recording(id).expect("reads").name.expect("has a name")
    }

    /// What recordings are called.
    #[must_use]
    pub fn names(&self, ids: &[RecordingId]) -> Vec<String> {
        ids.iter().map(|id| self.name(*id)).collect()
    }

    /// How long a recording is, to a tenth.
    #[must_use]
    pub fn kilometres(&self, id: RecordingId) -> f64 {
        (self.library.tally(id).expect("reads").distance_m / 100.0).round() / 10.0
    }

    /// The stops of a recording that is followed.
    #[must_use]
    pub fn stops(&self, id: RecordingId) -> Vec<String> {
        let course = self.library.course(&Way::Track(id)).expect("leads somewhere");
        course.stops().iter().map(|stop| stop.name.in_language(Language::EN).to_owned()).collect()
    }

    /// How many files of tracks the library keeps.
    #[must_use]
    pub fn stored(&self) -> usize {
        fs::read_dir(self.path("phone/tracks")).expect("reads").count()
    }

    /// When a recording began.
    #[must_use]
    pub fn started(&self, id: RecordingId) -> String {
        format_time(self.library.recording(id).expect("reads").started_ms).expect("a time of our years")
    }
}
