//! The three real routes, as an editor's source gives them.

use std::path::{Path, PathBuf};

use route_guide_core::bundle;
use route_guide_core::model::{Collection, Route};

use crate::project;

/// The routes of `route-data/`, in their order there.
///
/// # Panics
/// When the source has errors.
pub fn real_routes() -> Vec<Route> {
    real_collection().routes
}

/// They as a bundle, without a base map, packed into that folder; and its id.
///
/// # Panics
/// When they cannot be packed.
pub fn real_bundle(folder: &Path) -> (PathBuf, Collection) {
    let collection = Collection { base_map: Vec::new(), ..real_collection() };
    let path = folder.join("real.gpkg");
    bundle::write(&collection, &path).expect("packs");
    (path, collection)
}

/// All that the source gives, with its base map.
///
/// # Panics
/// When the source has errors.
pub fn real_collection() -> Collection {
    let read = route_guide_cli::source::read(&project("route-data"));
    read.collection.expect("the source has no errors")
}
