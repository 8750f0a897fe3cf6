//! `route-guide demo`: the whole way, from an editor's files to what a traveller hears.

use std::path::Path;
use std::time::{Duration, Instant};

use indicatif::{ProgressBar, ProgressStyle};
use route_guide_core::bundle::{self, Bundle};
use route_guide_core::geometry::Metres;
use route_guide_core::gpx::{self, Export, Profile, RecordedFix, RideAbout, RideExport, Selection};
use route_guide_core::guidance::simulation::Ride;
use route_guide_core::guidance::{Course, Guide, Settings};
use route_guide_core::model::{Fix, Language, Route};

use super::check::plural;
use super::following::{Summary, follow};
use super::{export, guide, map, pack, poster};
use crate::failure::Failure;
use crate::output;

/// The receiver's noise on the simulated rides.
const NOISE: Metres = Metres(12.0);

/// Packs the source, opens the bundle again, follows a simulated ride on each route, exports and draws them.
///
/// # Errors
/// When the source has errors or something cannot be written.
pub fn demo(source: &Path, folder: &Path, language: Language) -> Result<(), Failure> {
    output::make_folder(folder)?;
    let began = Instant::now();
    let collection = pack::collection(source)?;
    let path = folder.join(format!("{}.gpkg", collection.manifest.id));
    bundle::write(&collection, &path).map_err(Failure::work)?;
    let packed = began.elapsed();

    let began = Instant::now();
    let bundle = Bundle::open(&path).map_err(Failure::work)?;
    let listed = bundle.routes().map_err(Failure::work)?;
    let mut routes = Vec::new();
    let mut opened = Duration::ZERO;
    for listing in &listed {
        routes.push(bundle.route(&listing.id).map_err(Failure::work)?);
        if opened.is_zero() {
            opened = began.elapsed();
        }
    }
    let mut summaries = Vec::new();
    for (number, route) in routes.iter().enumerate() {
        let fixes = simulated(route, number as u64 + 1);
        summaries.push(followed(route, &fixes, language)?);
        write_ride(route, &fixes, language, &folder.join(format!("{}-ride.gpx", route.id)))?;
    }
    let files = routes.len() + write_files(&bundle, &routes, folder, language)?;
    map::write(&collection, &folder.join("map"), language)?;

    output::line(format!("packed         {} in {:.1} s", path.display(), packed.as_secs_f64()));
    output::line(format!("opened         to the first route's line and stops in {:.1} ms", opened.as_secs_f64() * 1e3));
    for (route, summary) in routes.iter().zip(&summaries) {
        output::line(format!(
            "followed       {}: {} fixes, {} of {} stops, {:.1} µs a fix",
            route.id,
            summary.used,
            summary.stops.len(),
            route.stops.len(),
            summary.cost_per_fix().as_secs_f64() * 1e6
        ));
    }
    output::line(format!("written        {} and map/ in {}", plural(files, "file"), folder.display()));
    Ok(())
}

/// A ride along the whole route.
fn simulated(route: &Route, seed: u64) -> Vec<Fix> {
    let course = Course::of_route(route);
    let ride = Ride::along(&course).with_noise(NOISE).with_seed(seed);
    ride.fixes().into_iter().map(|(fix, _)| fix).collect()
}

/// Writes a ride as a phone would have recorded it, for whoever has none of their own to try the tool with.
fn write_ride(route: &Route, fixes: &[Fix], language: Language, path: &Path) -> Result<(), Failure> {
    let name = route.name.in_language(language).to_owned();
    let about = RideAbout {
        key: format!("demo-{}", route.id),
        name: name.clone(),
        description: None,
        followed: vec![name],
        started_ms: fixes.first().map_or(0, |first| first.time_ms),
        mode: None,
    };
    let how = RideExport { profile: Profile::Plain, language };
    let recorded = fixes.iter().map(|fix| Ok(RecordedFix { segment: 0, steady_ms: fix.time_ms, fix: *fix }));
    let mut file = Vec::new();
    gpx::export_ride::<std::io::Error>(&about, &[], how, recorded, &mut file).map_err(Failure::work)?;
    output::write_whole(path, &file)
}

/// Follows a ride and prints what the traveller hears.
fn followed(route: &Route, fixes: &[Fix], language: Language) -> Result<Summary, Failure> {
    let guide = Guide::new(Course::of_route(route), Settings::in_language(language));
    let title = route.name.in_language(language);
    let length = route.line.length().0 / 1_000.0;
    output::line(format!("{title}: {length:.1} km, {} fixes with {NOISE} of noise", fixes.len()));
    let summary = follow(&guide, fixes, |fix, step| {
        guide::tell(fix, step);
        Ok::<(), Failure>(())
    })?;
    output::line("");
    Ok(summary)
}

/// Writes GPX files and posters, and says how many.
fn write_files(bundle: &Bundle, routes: &[Route], folder: &Path, language: Language) -> Result<usize, Failure> {
    let base_map = bundle.base_map().map_err(Failure::work)?;
    let places = bundle.places().map_err(Failure::work)?;
    let manifest = bundle.manifest();
    let steps = routes.len() as u64 * 6;
    let bar = ProgressBar::new(steps)
        .with_style(ProgressStyle::with_template("{msg:24} {wide_bar} {pos}/{len}").map_err(Failure::work)?);
    for route in routes {
        for profile in [Profile::Plain, Profile::Garmin, Profile::Osmand, Profile::Komoot] {
            bar.set_message(profile.name());
            let how = Export { profile, language, detail: None, manifest, time_ms: None };
            let file = folder.join(format!("{}-{}.gpx", route.id, profile.name()));
            export::write(Selection::Routes(std::slice::from_ref(route)), &how, &file)?;
            bar.inc(1);
        }
        for ending in ["svg", "png"] {
            bar.set_message("posters");
            let file = folder.join(format!("{}.{ending}", route.id));
            poster::write(route, &base_map, &places, &manifest.attributions, language, &file)?;
            bar.inc(1);
        }
    }
    bar.finish_and_clear();
    usize::try_from(steps).map_err(Failure::work)
}
