//! `route-guide inspect`: what a bundle holds, after verifying all of it.

use std::path::Path;

use route_guide_core::bundle::{Bundle, BundleError};
use route_guide_core::model::{Language, Route};
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
    // Whether it is true only a key can tell, and only `library … install` asks for one.
    let signature = name_of_signature(path).is_file();
    if json {
        return output::json_line(&Summary::of(&bundle, signature).map_err(Failure::work)?);
    }
    tell(&bundle, signature).map_err(Failure::work)
}

/// One route after another is read and told: all of a large bundle is never in memory.
fn tell(bundle: &Bundle, signature: bool) -> Result<(), BundleError> {
    let (manifest, counts) = (bundle.manifest(), bundle.counts()?);
    let languages: Vec<&str> = manifest.languages.iter().map(Language::code).collect();
    output::line(format!("{} {}  {}", manifest.id, manifest.version, manifest.name.in_language(Language::EN)));
    output::line(format!("published {} by {}; {}", manifest.published, manifest.publisher, manifest.licence));
    output::line(match signature {
        true => "signature beside it, not checked; `library DIR install --key PUBLISHER.pub` checks it",
        false => "no signature beside it: anybody may have given it this name",
    });
    output::line(format!("languages {}; emergency {}", languages.join(", "), manifest.emergency.number));
    for id in bundle.route_ids()? {
        tell_route(&bundle.route(&id)?);
    }
    output::line("");
    let pictures = plural(counts.renditions, "picture file");
    output::line(format!("{}, {pictures}", plural(counts.places, "place")));
    for layer in bundle.base_map()? {
        output::line(format!("base map: {:<13} {}", layer.kind, plural(layer.features.len(), "feature")));
    }
    for attribution in &manifest.attributions {
        output::line(format!("{} ({}): {}", attribution.text, attribution.licence, attribution.what));
    }
    Ok(())
}

fn tell_route(route: &Route) {
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
        let name = stage.name.in_language(Language::EN);
        output::line(format!("  {name:<34} {length:>9}  {}", plural(stops, "stop")));
    }
}

#[derive(Serialize)]
struct Summary<'b> {
    id: &'b str,
    version: u32,
    published: &'b str,
    publisher: &'b str,
    /// Whether there is one beside the file; it is not checked here.
    signature: bool,
    languages: Vec<&'b str>,
    routes: Vec<RouteSummary>,
    places: usize,
    renditions: usize,
    attributions: Vec<&'b str>,
}

impl<'b> Summary<'b> {
    fn of(bundle: &'b Bundle, signature: bool) -> Result<Summary<'b>, BundleError> {
        let (manifest, counts, ids) = (bundle.manifest(), bundle.counts()?, bundle.route_ids()?);
        let routes = ids.iter().map(|id| Ok(RouteSummary::of(&bundle.route(id)?)));
        Ok(Summary {
            id: manifest.id.as_str(),
            version: manifest.version,
            published: &manifest.published,
            publisher: &manifest.publisher,
            signature,
            languages: manifest.languages.iter().map(Language::code).collect(),
            routes: routes.collect::<Result<_, BundleError>>()?,
            places: counts.places,
            renditions: counts.renditions,
            attributions: manifest.attributions.iter().map(|attribution| attribution.text.as_str()).collect(),
        })
    }
}

#[derive(Serialize)]
struct RouteSummary {
    id: String,
    length_m: f64,
    indicative_share: f64,
    #[serde(skip_serializing_if = "Option::is_none")]
    climb_m: Option<f64>,
    stages: Vec<String>,
    legs: usize,
    stops: Vec<String>,
}

impl RouteSummary {
    fn of(route: &Route) -> RouteSummary {
        RouteSummary {
            id: route.id.to_string(),
            length_m: route.line.length().0.round(),
            indicative_share: (route.indicative_share() * 1_000.0).round() / 1_000.0,
            climb_m: route.line.elevation_sums().map(|sums| sums.gain.0.round()),
            stages: route.stages.iter().map(|stage| stage.id.to_string()).collect(),
            legs: route.legs.len(),
            stops: route.stops.iter().map(|stop| stop.id.to_string()).collect(),
        }
    }
}
