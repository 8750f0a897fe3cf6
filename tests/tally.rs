//! How long the ways are that are recorded: what we say, beside the truth and the plain sum of all steps.
//!
//! `tally.md` holds the table that this prints, and is compared with it.

use std::fmt::Write as _;

use route_guide_core::geometry::{Along, Bearing, Line, Metres, Point};
use route_guide_core::gpx::{self, Limits};
use route_guide_core::guidance::Course;
use route_guide_core::guidance::simulation::Ride;
use route_guide_core::library::Tally;
use route_guide_core::model::{Fix, Mode};
use route_guide_tests::shared;

/// How often a fix comes, in seconds.
const EVERY: [f64; 7] = [1.0, 5.0, 10.0, 30.0, 60.0, 180.0, 600.0];
/// What a phone says of a position that is right, as most files are read.
const USUAL: f64 = 10.0;

/// Ways of half circles to the left and to the right; nought is a straight one. Who goes them how fast.
const WAYS: [(f64, f64); 12] = [
    (0.0, 4.0),
    (0.0, 15.0),
    (0.0, 25.0),
    (0.0, 90.0),
    (12.0, 4.0),
    (15.0, 15.0),
    (15.0, 25.0),
    (30.0, 25.0),
    (50.0, 50.0),
    (100.0, 50.0),
    (100.0, 90.0),
    (250.0, 130.0),
];

/// A way of that length, with a vertex every few metres.
fn course(radius: f64, length: f64) -> Course {
    let mut at = Point::new(55.5, 21.1).expect("on earth");
    let stride = if radius > 0.0 { (radius / 10.0).min(length / 20.0) } else { length / 20.0 };
    let mut points = vec![at];
    for number in 0..(length / stride).ceil() as usize {
        let turned = number as f64 * stride / radius.max(1.0);
        let (half_circle, within) = ((turned / std::f64::consts::PI).floor(), turned % std::f64::consts::PI);
        let swing = within.to_degrees() - 90.0;
        let bearing = if radius == 0.0 { 0.0 } else { swing * if half_circle % 2.0 == 0.0 { 1.0 } else { -1.0 } };
        at = at.destination(Bearing::new(bearing), Metres(stride));
        points.push(at);
    }
    Course::of_line(Line::new(points).expect("a line"), Mode::Bike)
}

fn sum(points: impl Iterator<Item = Point>) -> f64 {
    let points: Vec<Point> = points.collect();
    points.windows(2).map(|pair| pair[0].distance(pair[1]).0).sum()
}

/// What was really gone as fixes can know it, what we say, and the plain sum.
struct Said {
    true_m: f64,
    we_m: f64,
    plain_m: f64,
}

fn said(ride: &Ride<'_>, accuracy: Option<f64>) -> Said {
    let fixes = ride.fixes();
    let seen: Vec<Fix> =
        fixes.iter().map(|(fix, _)| Fix { accuracy_m: accuracy.unwrap_or(fix.accuracy_m), ..*fix }).collect();
    Said {
        true_m: sum(fixes.iter().map(|(_, truth)| truth.position)),
        we_m: Tally::of(&seen).distance_m,
        plain_m: sum(seen.iter().map(|fix| Point::new(fix.lat, fix.lon).expect("on earth"))),
    }
}

#[test]
fn ways_are_as_long_as_they_are() {
    let mut table = String::from(
        "| way | km/h | every | noise | way, m | through the true places | we say | plain sum |\n|---|---|---|---|---|---|---|---|\n",
    );
    let (mut noisy, mut wrong) = (Vec::new(), Vec::new());
    for (radius, kmh) in WAYS {
        let way = if radius > 0.0 { format!("bends of {radius} m") } else { "straight".to_owned() };
        for every in EVERY {
            let length = (kmh / 3.6 * every * 12.0).max(2_000.0);
            let course = course(radius, length);
            for noise in [0.0, 3.0, 8.0, 15.0] {
                if noise > 0.0 && ![1.0, 10.0, 60.0].contains(&every) {
                    continue;
                }
                let ride = Ride::along(&course).at_kmh(kmh).every(every).with_noise(Metres(noise)).with_seed(11);
                let said = said(&ride, (noise == 0.0).then_some(USUAL));
                let off = said.we_m / said.true_m - 1.0;
                let whole = course.line().length().0;
                let _ = writeln!(
                    table,
                    "| {way} | {kmh} | {every} s | {noise} m | {whole:.0} | {:.0} | {:.0} ({:+.1} %) | {:.0} ({:+.1} %) |",
                    said.true_m,
                    said.we_m,
                    100.0 * off,
                    said.plain_m,
                    100.0 * (said.plain_m / said.true_m - 1.0),
                );
                let most = match noise {
                    0.0 => 0.02,
                    // Bends that are hardly wider than the noise cannot all be seen in it.
                    noise if radius > 0.0 && radius < 5.0 * noise => 0.3,
                    _ => 0.12,
                };
                if off.abs() > most {
                    wrong.push(format!("{way} at {kmh} km/h every {every} s with {noise} m of noise: {off:.3}"));
                }
                if noise > 0.0 {
                    noisy.push(off.abs());
                }
            }
        }
    }
    let mean = noisy.iter().sum::<f64>() / noisy.len() as f64;
    is_written(&table);
    assert!(mean < 0.05, "{mean}");
    assert!(wrong.is_empty(), "{wrong:#?}");
}

#[test]
fn one_who_rests_gets_nowhere() {
    let mut table = String::from("| accuracy | every | we say | plain sum |\n|---|---|---|---|\n");
    let course = course(0.0, 2_000.0);
    for accuracy in [5.0, 10.0, 20.0, 50.0] {
        for every in [1.0, 5.0, 30.0, 60.0] {
            // Nothing but the rest: from the first fix after setting out to the last before going on.
            let ride = Ride::along(&course).at_kmh(0.001).every(every).with_noise(Metres(accuracy)).with_seed(5);
            let ride = ride.between(Along(Metres(10.0)), Along(Metres(10.001))).pausing(Along(Metres(10.0)), 3_600.0);
            let said = said(&ride, None);
            let _ = writeln!(table, "| {accuracy} m | {every} s | {:.0} m | {:.0} m |", said.we_m, said.plain_m);
            assert!(said.we_m < 6.0 * accuracy, "{accuracy} m every {every} s: {:.0} m", said.we_m);
        }
    }
    is_written(&table);
}

/// The recorded rides of which the truth is not known: none of them is told shorter or longer than its points say.
#[test]
fn recorded_rides_are_as_long_as_their_points_say() {
    let mut table = String::from("| ride | fixes | we say | plain sum |\n|---|---|---|---|\n");
    for name in ["2018-05-08-klaipeda-nida", "2018-05-22-klaipeda-palanga", "2018-05-23-sventoji-nica"] {
        let Some(path) = shared(&format!("geodata/traces/{name}.gpx")) else { return };
        let gpx = gpx::read(std::fs::File::open(path).expect("opens"), &Limits::default()).expect("a GPX file");
        let fixes = gpx::ride(&gpx).fixes;
        let (we_m, plain_m) = (
            Tally::of(&fixes).distance_m,
            sum(fixes.iter().map(|fix| Point::new(fix.lat, fix.lon).expect("on earth"))),
        );
        let _ = writeln!(table, "| {name} | {} | {we_m:.0} m | {plain_m:.0} m |", fixes.len());
        assert!((we_m / plain_m - 1.0).abs() < 0.02, "{name}: {we_m} of {plain_m}");
    }
    is_written(&table);
}

/// Whether the page holds the table.
fn is_written(table: &str) {
    println!("{table}");
    assert!(include_str!("tally.md").contains(table), "tally.md holds another table; this one is right:\n{table}");
}
