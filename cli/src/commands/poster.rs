//! `route-guide poster`: a route as a picture.

use std::path::Path;

use route_guide_core::model::{Attribution, BaseLayer, Language, Place, Route};

use super::bundle::{self, find_route};
use crate::failure::Failure;
use crate::output;
use crate::poster::{self, Poster};

/// Draws the poster of a route in a bundle.
///
/// # Errors
/// When the bundle cannot be read, has no such route, or the picture cannot be written.
pub fn run(bundle: &Path, route: &str, file: &Path, language: Language) -> Result<(), Failure> {
    output::must_be(file, &["png", "svg"])?;
    let bundle = bundle::open(bundle, language)?;
    let route = find_route(&bundle, route)?;
    let base_map = bundle.base_map().map_err(Failure::work)?;
    let places = bundle.places().map_err(Failure::work)?;
    write(&route, &base_map, &places, &bundle.manifest().attributions, language, file)
}

/// Draws a poster into a file: pixels where its ending is `.png`, else SVG.
///
/// # Errors
/// When the file cannot be written.
pub fn write(
    route: &Route,
    base_map: &[BaseLayer],
    places: &[Place],
    attributions: &[Attribution],
    language: Language,
    file: &Path,
) -> Result<(), Failure> {
    let svg = poster::svg(&Poster { route, base_map, places, attributions, language });
    let bytes = match file.extension() {
        Some(ending) if ending.eq_ignore_ascii_case("png") => {
            poster::png(&svg, poster::PIXELS).map_err(Failure::work)?
        }
        _ => svg.into_bytes(),
    };
    output::write_whole(file, &bytes)
}
