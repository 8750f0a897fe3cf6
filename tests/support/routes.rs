//! The three routes that every journey is tested on.

use route_guide_core::model::{Mode, Origin, Route};

use crate::{Drawing, StopSketch};

fn stop(id: &'static str, lat: f64, lon: f64, radius: f64) -> StopSketch {
    StopSketch { id, lat, lon, radius }
}

/// A winding way from one position to another, a vertex every 60 m or so: a shore, a river, a path through dunes.
fn winding(from: (f64, f64), to: (f64, f64), sway: f64) -> Vec<(f64, f64)> {
    let (north, east) = (to.0 - from.0, to.1 - from.1);
    let kilometres = (north * 111.2).hypot(east * 62.5);
    let pieces = (kilometres / 0.06).ceil() as usize;
    let at = |piece: usize| {
        let share = piece as f64 / pieces as f64;
        let swing = (share * kilometres * 2.1).sin() + 0.4 * (share * kilometres * 7.3).sin();
        let faded = swing * sway * (share * std::f64::consts::PI).sin().sqrt();
        (from.0 + share * north - faded * east / kilometres, from.1 + share * east + faded * north / kilometres * 1.78)
    };
    (1..=pieces).map(at).collect()
}

/// Down the spit and back on the same path for the last piece, over the strait by ferry, up a river and down again.
fn spit_and_river() -> Route {
    let (smiltyne, juodkrante, nida, dune) =
        ((55.7060, 21.1130), (55.5400, 21.1180), (55.3030, 21.0070), (55.2920, 20.9950));
    let (klaipeda, weir) = ((55.7070, 21.1280), (55.7600, 21.1900));
    let to_dune = winding(nida, dune, 0.03);
    let mut from_dune: Vec<(f64, f64)> = to_dune.iter().rev().skip(1).copied().collect();
    from_dune.push(nida);
    let upstream = winding(klaipeda, weir, 0.15);
    let mut downstream: Vec<(f64, f64)> = upstream.iter().rev().skip(1).copied().collect();
    downstream.push(klaipeda);
    let start = [(55.7062, 21.1131)];
    let first: Vec<(f64, f64)> = start.into_iter().chain(winding(smiltyne, juodkrante, 0.25)).collect();
    Drawing::new("spit-and-river")
        .leg(Mode::Bike, Origin::Digitised, 50.0, &first)
        .leg(Mode::Bike, Origin::Digitised, 35.0, &winding(juodkrante, nida, 0.4))
        .leg(Mode::Walk, Origin::Digitised, 30.0, &to_dune)
        .leg(Mode::Walk, Origin::Digitised, 30.0, &from_dune)
        .leg(Mode::Ferry, Origin::Indicative, 1_500.0, &[(55.4200, 21.1300), (55.6700, 21.1330), klaipeda])
        .leg(Mode::Boat, Origin::Digitised, 25.0, &upstream)
        .leg(Mode::Boat, Origin::Digitised, 25.0, &downstream)
        .stages(3)
        .stop(stop("smiltyne", 55.7050, 21.1125, 80.0))
        .stop(stop("witches-hill", 55.5364, 21.1147, 200.0))
        .stop(stop("lighthouse", 55.4196, 21.0890, 1_200.0))
        .stop(stop("nida-pier", 55.3032, 21.0075, 100.0))
        .stop(stop("dune", 55.2922, 20.9952, 100.0))
        .stop(stop("canoes", 55.7100, 21.1335, 150.0))
        .stop(stop("weir", 55.7598, 21.1899, 60.0))
        .route()
}

/// Long straight pieces that only join stops, with a traced town path between them.
fn stones() -> Route {
    let (museum, fort, park, stones, manor) =
        ((56.2924, 21.6763), (56.2465, 21.6782), (56.2691, 21.5215), (56.1260, 21.5907), (55.8968, 21.2511));
    Drawing::new("stones")
        .leg(Mode::Bike, Origin::Indicative, 1_000.0, &[museum, (56.2754, 21.6696), fort])
        .leg(Mode::Bike, Origin::Indicative, 2_000.0, &[(56.2580, 21.6000), (56.2691, 21.5300)])
        .leg(Mode::Walk, Origin::Digitised, 40.0, &winding((56.2691, 21.5300), park, 0.05))
        .leg(Mode::Bike, Origin::Indicative, 3_000.0, &[(56.1652, 21.5720), stones])
        .leg(Mode::Car, Origin::Indicative, 3_000.0, &[(56.0511, 21.6102), (55.9100, 21.4757), (55.8968, 21.2600)])
        .leg(Mode::Walk, Origin::Digitised, 50.0, &winding((55.8968, 21.2600), manor, 0.08))
        .stages(3)
        .stop(stop("museum", 56.2924, 21.6763, 80.0))
        .stop(stop("spring", 56.2754, 21.6696, 80.0))
        .stop(stop("fort", 56.2465, 21.6782, 150.0))
        .stop(stop("park", 56.2691, 21.5215, 300.0))
        .stop(stop("stones", 56.1260, 21.5907, 200.0))
        .stop(stop("manor", 55.8968, 21.2511, 400.0))
        .route()
}

/// Crosses itself, meets itself again and goes round a lake, all traced.
fn figure_of_eight() -> Route {
    let cross = (55.5500, 21.3200);
    let round = |north: f64, east: f64| -> Vec<(f64, f64)> {
        let turn = |step: usize| {
            let angle = step as f64 / 120.0 * std::f64::consts::TAU;
            (cross.0 + north * (1.0 - angle.cos()), cross.1 + east * angle.sin())
        };
        (1..=120).map(turn).collect()
    };
    let first: Vec<(f64, f64)> = std::iter::once(cross).chain(round(0.015, 0.025)).collect();
    let mut out = winding(cross, (55.5600, 21.2400), 0.1);
    let back: Vec<(f64, f64)> = out.iter().rev().skip(1).step_by(2).copied().collect();
    out.extend(back);
    Drawing::new("figure-of-eight")
        .leg(Mode::Bike, Origin::Surveyed, 15.0, &first)
        .leg(Mode::Bike, Origin::Digitised, 25.0, &round(-0.015, 0.025))
        .leg(Mode::Bike, Origin::Digitised, 50.0, &out)
        .leg(Mode::Walk, Origin::Digitised, 40.0, &winding(out[out.len() - 1], (55.5200, 21.3600), 0.1))
        .stages(2)
        .stop(stop("writer", 55.5543, 21.3190, 100.0))
        .stop(stop("far-side", 55.5800, 21.3200, 120.0))
        .stop(stop("canal", 55.5600, 21.2402, 150.0))
        .stop(stop("south-side", 55.5210, 21.3200, 120.0))
        .stop(stop("homestead", 55.5200, 21.3600, 100.0))
        .route()
}

/// The routes: a spit with a river, long straight pieces between stones, and a figure of eight.
pub fn real_routes() -> Vec<Route> {
    vec![spit_and_river(), stones(), figure_of_eight()]
}
