//! `route-guide inspect`: what a bundle holds, after verifying all of it.

use std::path::Path;

use route_guide_core::bundle::Bundle;
use route_guide_core::model::{Collection, Language, Route};
use serde::Serialize;

use super::check::plural;
use super::library::name_of_signature;
use crate::failure::Failure;
use crate::output;

/// Verifies the bundle and prints what it holds.
///
/// # Errors
/// When the bundle is damaged, hostile or of a newer format.
pub fn inspect(path: &Path, json: bool) -> Result<(), Failure> {
    let bundle = Bundle::open(path).map_err(Failure::work)?;
    bundle.verify().map_err(Failure::work)?;
    let collection = bundle.collection().map_err(Failure::work)?;
    // Whether it is true only a key can tell, and only `library … install` asks for one.
    let signature = name_of_signature(path).is_file();
    if json {
        return output::json_line(&Summary::of(&collection, signature));
    }
    tell(&collection, signature);
    Ok(())
}

fn tell(collection: &Collection, signature: bool) {
    let manifest = &collection.manifest;
    let languages: Vec<&str> = manifest.languages.iter().map(Language::code).collect();
    output::line(format!("{} {}  {}", manifest.id, manifest.version, manifest.name.in_language(Language::EN)));
    output::line(format!("published {} by {}; {}", manifest.published, manifest.publisher, manifest.licence));
    output::line(match signature {
        true => "signature beside it, not checked; `library DIR install --key PUBLISHER.pub` checks it",
        false => "no signature beside it: anybody may have given it this name",
    });
    output::line(format!("languages {}; emergency {}", languages.join(", "), manifest.emergency.number));
    for route in &collection.routes {
        output::line("");
        let climbs =
            route.line.elevation_sums().map(|sums| format!(", {:.0} m up, {:.0} m down", sums.gain.0, sums.loss.0));
        output::line(format!(
            "{}  {}: {}, {:.0} % of it only indicative{}",
            route.id,
            route.name.in_language(Language::EN),
            output::length(route.line.length()),
            route.indicative_share() * 100.0,
            climbs.unwrap_or_default()
        ));
        for stage in &route.stages {
            let stops = route.stops.iter().filter(|stop| stop.stage == stage.id).count();
            let length = output::length(stage.to - stage.from);
            output::line(format!(
                "  {:<34} {length:>9}  {}",
                stage.name.in_language(Language::EN),
                plural(stops, "stop")
            ));
        }
    }
    output::line("");
    let pictures = plural(collection.renditions.len(), "picture file");
    output::line(format!("{}, {pictures}", plural(collection.places.len(), "place")));
    for layer in &collection.base_map {
        output::line(format!("base map: {:<13} {}", layer.kind, plural(layer.features.len(), "feature")));
    }
    for attribution in &manifest.attributions {
        output::line(format!("{} ({}): {}", attribution.text, attribution.licence, attribution.what));
    }
}

#[derive(Serialize)]
struct Summary<'c> {
    id: &'c str,
    version: u32,
    published: &'c str,
    publisher: &'c str,
    /// Whether there is one beside the file; it is not checked here.
    signature: bool,
    languages: Vec<&'c str>,
    routes: Vec<RouteSummary<'c>>,
    places: usize,
    renditions: usize,
    attributions: Vec<&'c str>,
}

#[derive(Serialize)]
struct RouteSummary<'c> {
    id: &'c str,
    length_m: f64,
    indicative_share: f64,
    #[serde(skip_serializing_if = "Option::is_none")]
    climb_m: Option<f64>,
    stages: Vec<&'c str>,
    legs: usize,
    stops: Vec<&'c str>,
}

impl<'c> Summary<'c> {
    fn of(collection: &'c Collection, signature: bool) -> Summary<'c> {
        let manifest = &collection.manifest;
        Summary {
            id: manifest.id.as_str(),
            version: manifest.version,
            published: &manifest.published,
            publisher: &manifest.publisher,
            signature,
            languages: manifest.languages.iter().map(Language::code).collect(),
            routes: collection.routes.iter().map(RouteSummary::of).collect(),
            places: collection.places.len(),
            renditions: collection.renditions.len(),
            attributions: manifest.attributions.iter().map(|attribution| attribution.text.as_str()).collect(),
        }
    }
}

impl<'c> RouteSummary<'c> {
    fn of(route: &'c Route) -> RouteSummary<'c> {
        RouteSummary {
            id: route.id.as_str(),
            length_m: route.line.length().0.round(),
            indicative_share: (route.indicative_share() * 1_000.0).round() / 1_000.0,
            climb_m: route.line.elevation_sums().map(|sums| sums.gain.0.round()),
            stages: route.stages.iter().map(|stage| stage.id.as_str()).collect(),
            legs: route.legs.len(),
            stops: route.stops.iter().map(|stop| stop.id.as_str()).collect(),
        }
    }
}
