//! What a fix costs, on lines of three lengths and on one that overlaps itself; and what telling the stops ahead costs.

#![expect(clippy::expect_used, reason = "a test that cannot be set up has failed")]

use criterion::{Criterion, criterion_group, criterion_main};
use route_guide_core::geometry::{Along, Line, Metres, Point};
use route_guide_core::guidance::simulation::Ride;
use route_guide_core::guidance::{Course, Guide, Settings, Waypoint};
use route_guide_core::model::{Fix, Language, Mode};

/// A winding line with a vertex every 10 m or so.
fn winding(vertices: usize) -> Line {
    let (mut lat, mut lon) = (10.0, 0.0);
    let points = (0..vertices).map(|vertex| {
        let angle = (vertex as f64 * 0.013).sin() + 0.6 * (vertex as f64 * 0.0041).sin();
        lat += 0.000_09 * angle.sin();
        lon += 0.000_09 * angle.cos();
        Point::new(lat, lon).expect("on earth")
    });
    Line::new(points.collect()).expect("a line")
}

/// A figure of eight ridden twice.
fn figure_of_eight(vertices: usize) -> Line {
    let point = |vertex: usize| {
        let angle = vertex as f64 / vertices as f64 * 2.0 * std::f64::consts::TAU;
        Point::new(55.5 + 0.01 * (2.0 * angle).sin(), 21.3 + 0.03 * angle.sin()).expect("on earth")
    };
    Line::new((0..vertices).map(point).collect()).expect("a line")
}

fn follow(bencher: &mut Criterion, name: &str, line: Line) {
    let course = Course::of_line(line, Mode::Bike);
    let middle = Along(course.line().length() * 0.4);
    let ride = Ride::along(&course).between(middle, middle + Metres(4_000.0)).with_noise(Metres(12.0));
    let fixes: Vec<Fix> = ride.fixes().into_iter().map(|(fix, _)| fix).collect();
    let guide = Guide::new(course, Settings::in_language(Language::EN));
    let mut state = Some(guide.start());
    let mut next = 0;
    bencher.bench_function(name, |timer| {
        timer.iter(|| {
            if next == fixes.len() {
                (next, state) = (0, Some(guide.start()));
            }
            let step = guide.step(state.take().unwrap_or_else(|| guide.start()), &fixes[next]);
            (next, state) = (next + 1, Some(step.state));
            step.outcome.is_ok()
        });
    });
}

/// All stops of a line lie ahead: what an app may ask for with each fix.
fn stops_ahead(bencher: &mut Criterion, stops: u32) {
    let line = winding(10_000);
    let waypoints: Vec<Waypoint> = (1..=stops)
        .map(|number| Waypoint {
            name: format!("Stop {number}"),
            words: String::new(),
            position: line.at(Along(line.length() * (f64::from(number) / f64::from(stops + 1)))),
        })
        .collect();
    let course = Course::of_track("", line, &[], Mode::Bike, &waypoints);
    let fix = Ride::along(&course).fixes().swap_remove(0).0;
    let guide = Guide::new(course, Settings::in_language(Language::EN));
    let state = guide.step(guide.start(), &fix).state;
    assert_eq!(guide.stops_ahead(&state).len(), stops as usize);
    bencher.bench_function(&format!("{stops} stops ahead"), |timer| timer.iter(|| guide.stops_ahead(&state)));
}

fn benches(bencher: &mut Criterion) {
    follow(bencher, "fix on 1,000 vertices", winding(1_000));
    follow(bencher, "fix on 100,000 vertices", winding(100_000));
    follow(bencher, "fix on 1,000,000 vertices", winding(1_000_000));
    follow(bencher, "fix on a figure of eight ridden twice", figure_of_eight(4_000));
    stops_ahead(bencher, 100);
}

criterion_group!(all, benches);
criterion_main!(all);
