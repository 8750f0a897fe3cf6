//! `route-guide poster`: a route as a picture.

use std::path::Path;

use route_guide_core::bundle::Bundle;
use route_guide_core::model::{Attribution, BaseLayer, Language, Place, Route};

use super::inspect::find_route;
use crate::failure::Failure;
use crate::output;
use crate::poster::{self, Kind, Poster};

/// Draws the poster of a route in a bundle.
///
/// # Errors
/// When the bundle cannot be read, has no such route, or the picture cannot be written.
pub fn run(bundle: &Path, route: &str, output: &Path, language: Language) -> Result<(), Failure> {
    let bundle = Bundle::open(bundle).map_err(Failure::work)?;
    let route = find_route(&bundle, route)?;
    let base_map = bundle.base_map().map_err(Failure::work)?;
    let places = bundle.places().map_err(Failure::work)?;
    write(&route, &base_map, &places, &bundle.manifest().attributions, language, output)
}

/// Draws a poster into a file whose ending says in which form.
///
/// # Errors
/// When the ending is another or the file cannot be written.
pub fn write(
    route: &Route,
    base_map: &[BaseLayer],
    places: &[Place],
    attributions: &[Attribution],
    language: Language,
    output: &Path,
) -> Result<(), Failure> {
    let svg = || poster::svg(&Poster { route, base_map, places, attributions, language, kind: Kind::Poster });
    let bytes = match output.extension().and_then(|ending| ending.to_str()) {
        Some("svg") => svg().into_bytes(),
        Some("png") => poster::png(&svg(), Kind::Poster.pixels()).map_err(Failure::work)?,
        _ => return Err(Failure::Call(format!("{}: the file's ending must be .png or .svg", output.display()))),
    };
    output::write_whole(output, &bytes)
}
