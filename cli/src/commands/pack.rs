//! `route-guide pack`: from an editor's files to a bundle.

use std::path::Path;
use std::time::Instant;

use route_guide_core::bundle;
use route_guide_core::model::{Collection, Language, PictureId, Route};
use route_guide_core::{media, model};

use super::check::{count, plural, report};
use crate::failure::Failure;
use crate::output;
use crate::poster::{self, Kind, Poster};
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

/// Reads the source and draws the covers: what a bundle is written from.
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
    with_covers(collection)
}

/// Gives each route its drawn map as its first picture.
fn with_covers(mut collection: Collection) -> Result<Collection, Failure> {
    let mut routes = Vec::with_capacity(collection.routes.len());
    for route in std::mem::take(&mut collection.routes) {
        let (route, renditions) = with_cover(route, &collection)?;
        collection.renditions.extend(renditions);
        routes.push(route);
    }
    collection.routes = routes;
    Ok(collection)
}

fn with_cover(route: Route, collection: &Collection) -> Result<(Route, Vec<model::Rendition>), Failure> {
    let svg = poster::svg(&Poster {
        route: &route,
        base_map: &collection.base_map,
        places: &collection.places,
        attributions: &collection.manifest.attributions,
        language: Language::LT,
        kind: Kind::Cover,
    });
    let png = poster::png(&svg, Kind::Cover.pixels()).map_err(Failure::work)?;
    let id = PictureId::new(&format!("{}-cover", route.id)).map_err(Failure::work)?;
    let renditions = media::renditions(&id, &png).map_err(Failure::work)?;
    let cover = model::Picture {
        id,
        author: collection.manifest.publisher.clone(),
        licence: "ODbL-1.0".into(),
        source: None,
        caption: route.name.clone(),
    };
    let mut parts = (*route).clone();
    parts.pictures.insert(0, cover);
    Ok((Route::new(parts).map_err(Failure::work)?, renditions))
}
