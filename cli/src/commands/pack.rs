//! `route-guide pack`: from an editor's files to a bundle.

use std::path::Path;
use std::time::Instant;

use route_guide_core::bundle;
use route_guide_core::model::Collection;

use super::check::{count, plural, report};
use crate::failure::Failure;
use crate::output;
use crate::source::{self, Severity};

/// Packs and says what was packed.
///
/// # Errors
/// When the source has errors, which are shown, or the bundle cannot be written.
pub fn run(folder: &Path, file: &Path) -> Result<(), Failure> {
    output::must_be(file, &["gpkg"])?;
    let began = Instant::now();
    let collection = collection(folder)?;
    bundle::write(&collection, file).map_err(Failure::work)?;
    let bytes = std::fs::metadata(file).map_or(0, |about| about.len());
    let stops: usize = collection.routes.iter().map(|route| route.stops.len()).sum();
    output::note(format!(
        "{}: {}, {}, {:.1} MB, in {:.1} s",
        file.display(),
        plural(collection.routes.len(), "route"),
        plural(stops, "stop"),
        bytes as f64 / 1e6,
        began.elapsed().as_secs_f64()
    ));
    Ok(())
}

/// Reads the source: what a bundle is written from.
///
/// # Errors
/// When the source has errors, which are shown.
pub fn collection(folder: &Path) -> Result<Collection, Failure> {
    let source = source::read(folder);
    report(&source.findings, Severity::Error);
    let (errors, warnings) = count(&source);
    let Some(collection) = source.collection else {
        return Err(Failure::Work(format!("{} has {} and was not packed", folder.display(), plural(errors, "error"))));
    };
    if warnings > 0 {
        output::note(format!("{}: {}; `route-guide check` shows them", folder.display(), plural(warnings, "warning")));
    }
    Ok(collection)
}
