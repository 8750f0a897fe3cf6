//! What is ridden, and what is asked.

use std::collections::BTreeSet;
use std::fmt::Write as _;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use route_guide_cli::poster::{self, Poster};
use route_guide_core::bundle;
use route_guide_core::geometry::{Along, Line, Metres, Point};
use route_guide_core::gpx::{self, Limits};
use route_guide_core::guidance::Course;
use route_guide_core::guidance::simulation::Ride;
use route_guide_core::media;
use route_guide_core::model::{
    BundleId, Collection, Fix, Language, Leg, Mode, Origin, PictureId, Route, RouteId, RouteParts, Stage, StageId,
    Text, TrackId,
};

use crate::{Dice, collection, shared, text, with_steady_clock};

/// How much of a route is ridden: enough for stops, modes and stages to change.
const FAR: Metres = Metres(45_000.0);

/// A ride on a route.
#[derive(Debug, Clone)]
pub struct Journey {
    /// What its files are called.
    pub name: String,
    /// The route.
    pub route: RouteId,
    /// In which language the traveller is guided.
    pub language: Language,
    /// Whether the route is travelled from its end.
    pub reversed: bool,
    /// What the phone said.
    pub fixes: Vec<Fix>,
}

/// A ride on each route in each language, with all that can happen: noise, pauses, tunnels, a way off the route, fixes
/// that nobody can believe, the route from its end.
#[must_use]
pub fn simulated(routes: &[Route]) -> Vec<Journey> {
    let languages = [Language::LT, Language::EN, Language::DE];
    let mut journeys = Vec::new();
    for (number, route) in routes.iter().enumerate() {
        for (turn, language) in languages.into_iter().enumerate() {
            let reversed = turn == 2;
            let seed = (number * languages.len() + turn) as u64;
            let fixes = ridden(&Course::of_route(route), reversed, seed);
            journeys.push(Journey {
                name: format!("{}-{language}", route.id),
                route: route.id.clone(),
                language,
                reversed,
                fixes,
            });
        }
    }
    journeys
}

fn ridden(course: &Course, reversed: bool, seed: u64) -> Vec<Fix> {
    let course = if reversed { &course.reversed() } else { course };
    let far = FAR.min(course.line().length());
    let at = |share: f64| Along(far * share);
    // Where the line shows the way, if it does at all: only there can one be off it.
    let shown = course.legs().iter().filter(|leg| leg.origin != Origin::Indicative && leg.to.0 <= far);
    let off = shown.max_by(|one, other| (one.to - one.from).0.total_cmp(&(other.to - other.from).0));
    let off = off.map_or(at(0.55), |leg| leg.from + (leg.to - leg.from) * 0.2);
    let ride = Ride::along(course)
        .between(Along::START, Along(far))
        .with_noise(Metres(8.0))
        .with_seed(seed)
        .every(7.0)
        .pausing(at(0.2), 400.0)
        .with_gap(at(0.4), 240.0)
        .with_detour(off, Metres(5_000.0), Metres(1_500.0))
        .with_gap(at(0.8), 90.0);
    let fixes = ride.fixes().into_iter().map(|(fix, _)| with_steady_clock(fix));
    let mut dice = Dice::seeded(seed + 1);
    fixes.enumerate().flat_map(|(number, fix)| [spoilt(&fix, number, &mut dice), Some(fix)]).flatten().collect()
}

/// Now and then a fix that nobody can believe comes first.
fn spoilt(fix: &Fix, number: usize, dice: &mut Dice) -> Option<Fix> {
    if number % 50 != 17 {
        return None;
    }
    Some(match dice.below(6) {
        0 => Fix { lat: f64::NAN, ..*fix },
        1 => Fix { lat: 0.0, lon: 0.0, ..*fix },
        2 => Fix { accuracy_m: 3_000.0, ..*fix },
        3 => Fix { accuracy_m: -1.0, ..*fix },
        4 => Fix { lon: 200.0, ..*fix },
        _ => Fix { lat: fix.lat + 3.0, ..*fix },
    })
}

/// The rides that were recorded with a phone, on the route they have most in common with; none on a bare clone.
///
/// # Panics
/// When one of them cannot be read.
#[must_use]
pub fn recorded(routes: &[Route]) -> Vec<Journey> {
    let rides = [
        ("2018-05-08-klaipeda-nida", Language::LT),
        ("2018-05-22-klaipeda-palanga", Language::EN),
        ("2018-05-23-sventoji-nica", Language::DE),
    ];
    let read = |(name, language): (&str, Language)| {
        let path = shared(&format!("geodata/traces/{name}.gpx"))?;
        let gpx = gpx::read(io::BufReader::new(fs::File::open(path).expect("opens")), &Limits::default());
        let fixes = gpx::ride(&gpx.expect("reads")).fixes;
        let route = routes.first()?.id.clone();
        Some(Journey { name: name.to_owned(), route, language, reversed: false, fixes })
    };
    rides.into_iter().filter_map(read).collect()
}

/// Something a traveller types.
#[derive(Debug, Clone)]
pub struct Question {
    /// The traveller's language.
    pub language: Language,
    /// Where the traveller is.
    pub near: Option<Point>,
    /// What is typed.
    pub words: &'static str,
}

/// What travellers type: names without their marks, old names, kinds of places, half words, wrong letters, nothing.
///
/// # Panics
/// Never: the position is one.
#[must_use]
pub fn questions() -> Vec<Question> {
    let words = [
        "nida",
        "zemaiciu",
        "Memel",
        "svyturys",
        "lighthouse",
        "Leuchtturm",
        "muziejus",
        "museum",
        "Museen",
        "kopa",
        "dune",
        "Düne",
        "uost",
        "ferry",
        "Fähre",
        "bažnyč",
        "karkle",
        "karkel",
        "p",
        "ir",
        "",
        "  ",
        "\u{201e}",
        "🚲",
    ];
    let languages = [Language::LT, Language::EN, Language::DE];
    let here = Some(Point::new(55.7, 21.13).expect("on the earth"));
    let near = [None, here];
    let each = |language| near.into_iter().flat_map(move |near| words.map(|words| Question { language, near, words }));
    languages.into_iter().flat_map(each).collect()
}

/// Writes rides and questions as files that the other languages read.
///
/// # Errors
/// When the disk says no.
pub fn write_rides(folder: &Path, bundle: &BundleId, journeys: &[Journey]) -> io::Result<()> {
    fs::create_dir_all(folder)?;
    let mut list = String::new();
    for Journey { name, route, language, reversed, fixes } in journeys {
        let way = if *reversed { "reverse" } else { "forward" };
        let _ = writeln!(list, "{name}\t{bundle}\t{route}\t{language}\t{way}");
        fs::write(folder.join(format!("{name}.fixes")), fixes.iter().map(row).collect::<String>())?;
    }
    fs::write(folder.join("journeys.txt"), list)?;
    let mut searches = String::new();
    for Question { language, near, words } in questions() {
        let near = near.map_or("-".to_owned(), |near| format!("{},{}", near.lat(), near.lon()));
        let _ = writeln!(searches, "{language}\t{near}\t{words}");
    }
    fs::write(folder.join("searches.txt"), searches)
}

fn row(fix: &Fix) -> String {
    fn known<T: ToString>(value: Option<T>) -> String {
        value.map(|value| value.to_string()).unwrap_or_default()
    }
    let Fix { time_ms, monotonic_ms, lat, lon, accuracy_m, altitude_m, speed_mps, course_deg } = *fix;
    let (steady, height) = (known(monotonic_ms), known(altitude_m));
    let (speed, course) = (known(speed_mps), known(course_deg));
    format!("{time_ms},{steady},{lat},{lon},{accuracy_m},{height},{speed},{course}\n")
}

/// A bundle `long` with one route `long-route` of 20,000 vertices, packed into that folder.
///
/// # Panics
/// When it cannot be packed.
#[must_use]
pub fn long_bundle(folder: &Path) -> PathBuf {
    let at = |step: u32| {
        let angle = f64::from(step) * 0.013;
        let (north, east) = (wave(angle), wave(angle * 0.31 + 1.0));
        Point::new(55.0 + f64::from(step) * 3e-5 + north * 1e-4, 21.0 + east * 1e-3).expect("on the earth")
    };
    let line = Line::new((0..20_000).map(at).collect()).expect("a line");
    let stage = StageId::new("day").expect("an id");
    let (from, to) = (Along::START, line.end());
    let leg = Leg {
        id: TrackId::new("leg").expect("an id"),
        stage: stage.clone(),
        mode: Mode::Bike,
        origin: Origin::Digitised,
        accuracy: Metres(20.0),
        follows: String::new(),
        from,
        to,
    };
    let small = collection();
    let parts = RouteParts {
        id: RouteId::new("long-route").expect("an id"),
        line,
        stages: vec![Stage {
            id: stage,
            name: text("Diena", "Day", "Tag"),
            summary: Text::default(),
            description: Text::default(),
            from,
            to,
        }],
        legs: vec![leg],
        stops: Vec::new(),
        pictures: Vec::new(),
        ..(*small.routes[0]).clone()
    };
    let mut manifest = small.manifest;
    manifest.id = BundleId::new("long").expect("an id");
    let routes = vec![Route::new(parts).expect("a route")];
    let long = Collection { manifest, routes, places: Vec::new(), base_map: Vec::new(), renditions: Vec::new() };
    let path = folder.join("long.gpkg");
    bundle::write(&long, &path).expect("packs");
    path
}

/// A bundle `spit` whose pictures have their three sizes, packed into that folder: a drawn map of its first route stands
/// for a photograph.
///
/// # Panics
/// When it cannot be packed.
#[must_use]
pub fn pictured_bundle(folder: &Path) -> PathBuf {
    let mut small = collection();
    let svg = poster::svg(&Poster {
        route: &small.routes[0],
        base_map: &[],
        places: &small.places,
        attributions: &[],
        language: Language::EN,
    });
    let drawn = poster::png(&svg, poster::PIXELS).expect("draws");
    let pictures = small.routes.iter().flat_map(|route| &route.stops).flat_map(|stop| &stop.pictures);
    let ids: BTreeSet<PictureId> = pictures.map(|picture| picture.id.clone()).collect();
    small.renditions = ids.iter().flat_map(|id| media::renditions(id, &drawn).expect("is a picture")).collect();
    let path = folder.join("pictured.gpkg");
    bundle::write(&small, &path).expect("packs");
    path
}

/// A wave, the same on every machine.
fn wave(angle: f64) -> f64 {
    let turn = angle.rem_euclid(4.0);
    if turn < 2.0 { turn * (2.0 - turn) } else { (turn - 2.0) * (turn - 4.0) }
}
