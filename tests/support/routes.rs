//! The three real routes, as an editor's source gives them.

use route_guide_core::model::Route;

use crate::project;

/// The routes of `route-data/`, in their order there.
///
/// # Panics
/// When the source has errors.
pub fn real_routes() -> Vec<Route> {
    let read = route_guide_cli::source::read(&project("route-data"));
    read.collection.expect("the source has no errors").routes
}
