//! Points on the ellipsoid against rstar alone on planar degrees: nearest 10 of 100,000, about 100 of them within
//! a radius, and building the index.

use std::hint::black_box;

use criterion::{BatchSize, Criterion, criterion_group, criterion_main};
use route_guide_core::geometry::{Metres, Point};
use route_guide_core::spatial::Points;
use rstar::RTree;

const STOPS: usize = 100_000;

/// Positions spread over Lithuania, always the same ones.
fn stops(count: usize, mut seed: u64) -> Vec<Point> {
    let mut share = || {
        seed = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (seed >> 11) as f64 / (1_u64 << 53) as f64
    };
    (0..count).filter_map(|_| Point::new(53.9 + 2.5 * share(), 20.9 + 5.9 * share()).ok()).collect()
}

fn degrees(points: &[Point]) -> Vec<[f64; 2]> {
    points.iter().map(|point| [point.lon(), point.lat()]).collect()
}

fn nearest(criterion: &mut Criterion) {
    let stops = stops(STOPS, 1);
    let ours = Points::new(stops.iter().copied().zip(0_usize..));
    let peer = RTree::bulk_load(degrees(&stops));
    let asked = self::stops(1_024, 2);
    let mut group = criterion.benchmark_group("nearest 10 of 100,000");
    group.bench_function("ours, metres", |bencher| {
        let mut asked = asked.iter().cycle();
        bencher.iter(|| asked.next().map(|at| black_box(ours.nearest(*at, 10, |_| true))));
    });
    group.bench_function("rstar, planar degrees", |bencher| {
        let mut asked = asked.iter().cycle();
        bencher.iter(|| {
            asked.next().map(|at| {
                let nearest = peer.nearest_neighbor_iter(&[at.lon(), at.lat()]).take(10);
                black_box(nearest.collect::<Vec<_>>())
            })
        });
    });
    group.finish();
}

/// As far as this lie about 100 of the stops; in degrees, on a plane where a degree is a degree, as well.
const AROUND: Metres = Metres(5_765.0);
const AROUND_DEGREES: f64 = 0.0685;

fn within(criterion: &mut Criterion) {
    let stops = stops(STOPS, 1);
    let ours = Points::new(stops.iter().copied().zip(0_usize..));
    let peer = RTree::bulk_load(degrees(&stops));
    let asked = self::stops(1_024, 2);
    let mut group = criterion.benchmark_group("within, 100 of 100,000");
    group.bench_function("ours, metres", |bencher| {
        let mut asked = asked.iter().cycle();
        bencher.iter(|| asked.next().map(|at| black_box(ours.within(*at, AROUND, |_| true))));
    });
    group.bench_function("rstar, planar degrees", |bencher| {
        let mut asked = asked.iter().cycle();
        bencher.iter(|| {
            asked.next().map(|at| {
                let within = peer.locate_within_distance([at.lon(), at.lat()], AROUND_DEGREES * AROUND_DEGREES);
                black_box(within.collect::<Vec<_>>())
            })
        });
    });
    group.finish();
}

fn build(criterion: &mut Criterion) {
    let stops = stops(STOPS, 1);
    let mut group = criterion.benchmark_group("build of 100,000");
    group.sample_size(40);
    group.bench_function("ours, metres", |bencher| {
        let given = || stops.iter().copied().zip(0_usize..).collect::<Vec<_>>();
        bencher.iter_batched(given, Points::new, BatchSize::LargeInput);
    });
    group.bench_function("rstar, planar degrees", |bencher| {
        bencher.iter_batched(|| degrees(&stops), RTree::bulk_load, BatchSize::LargeInput);
    });
    group.finish();
}

criterion_group!(benches, nearest, within, build);
criterion_main!(benches);
