//! Bundles packed for a test, each a little other than the others.

use std::fs;
use std::path::{Path, PathBuf};

use route_guide_core::bundle;
use route_guide_core::model::Collection;
use tempfile::TempDir;

use crate::collection;
use crate::travelled::quick_folder;

/// Where bundles are packed.
pub struct Desk(TempDir);

impl Default for Desk {
    fn default() -> Self {
        Desk::new()
    }
}

// A test that cannot go on ends.
#[allow(clippy::missing_panics_doc)]
impl Desk {
    /// An empty one.
    #[must_use]
    pub fn new() -> Desk {
        Desk(quick_folder())
    }

    /// Packs the small collection, altered.
    pub fn pack(&self, name: &str, alter: impl FnOnce(&mut Collection)) -> PathBuf {
        let mut collection = collection();
        alter(&mut collection);
        let path = self.0.path().join(format!("{name}.gpkg"));
        bundle::write(&collection, &path).expect("packs");
        path
    }

    /// A copy of a file, altered.
    pub fn copy(&self, of: &Path, name: &str, alter: impl FnOnce(&mut Vec<u8>)) -> PathBuf {
        let mut bytes = fs::read(of).expect("reads");
        alter(&mut bytes);
        let path = self.0.path().join(format!("{name}.gpkg"));
        fs::write(&path, bytes).expect("writes");
        path
    }
}
