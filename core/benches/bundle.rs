//! Opening a bundle: what a traveller waits for before the first route is on the screen (under 10 ms).
//!
//! As large as the real collection: three routes of 16 stops, a base map of 50,000 vertices, 150 pictures of 100 KB.

#![allow(clippy::expect_used, missing_docs, reason = "a bench that cannot be set up has failed")]

use std::hint::black_box;
use std::path::Path;

use criterion::{Criterion, criterion_group, criterion_main};
use route_guide_core::bundle::{self, Bundle};
use route_guide_core::geometry::{Along, Line, Point};
use route_guide_core::model::{
    BaseFeature, Collection, Picture, PictureId, Rendition, Route, RouteId, RouteParts, Shape, Size, StopId,
};

#[path = "../../tests/support/picture.rs"]
mod picture_file;
#[path = "../../tests/support/collection.rs"]
mod small;

fn collection() -> Collection {
    let mut all = small::collection();
    let pattern = all.routes.remove(0);
    all.routes = (0..3).map(|number| route(&pattern, number)).collect();
    let pictures = all.routes.iter().flat_map(|route| &route.stops).flat_map(|stop| &stop.pictures);
    let sizes = pictures.flat_map(|picture| Size::ALL.iter().map(|size| (picture.id.clone(), *size)));
    all.renditions = sizes.map(rendition).collect();
    let coast: Vec<Point> = (0..84).map(|vertex| small::at(55.0 + f64::from(vertex) * 0.005, 21.1)).collect();
    let ring = coast.iter().chain(coast.first()).copied().collect::<Vec<_>>();
    for layer in &mut all.base_map {
        let shape = match &layer.features[0].shape {
            Shape::Areas(_) => Shape::Areas(vec![vec![ring.clone()]]),
            Shape::Lines(_) => Shape::Lines(vec![coast.clone()]),
        };
        layer.features = vec![BaseFeature { name: Some("Danė".into()), class: "river".into(), shape }; 120];
    }
    all
}

/// A route of 2,000 vertices and 16 stops, with texts as long as real ones.
fn route(pattern: &RouteParts, number: usize) -> Route {
    let vertices = (0..2_000).map(|step| {
        let north = f64::from(step) * 0.0002;
        small::at(55.3 + north, 21.0 + 0.01 * libm::sin(north * 500.0))
    });
    let line = Line::new(vertices.collect()).expect("a line");
    let words = "Smėlio kopos juda, o vėjas piešia jų keterose vis kitokius raštus. ".repeat(12);
    let mut parts = pattern.clone();
    parts.id = RouteId::new(&format!("route-{number}")).expect("an id");
    parts.description = small::text(&words, &words, &words);
    parts.pictures.clear();
    parts.stages.truncate(1);
    parts.stages[0].to = line.end();
    parts.legs.truncate(1);
    (parts.legs[0].from, parts.legs[0].to) = (Along::START, line.end());
    parts.stops = (0..16)
        .map(|place| {
            let mut stop = pattern.stops[0].clone();
            stop.id = StopId::new(&format!("stop-{number}-{place}")).expect("an id");
            stop.along = line.along_of(place * 120);
            stop.description = parts.description.clone();
            stop.pictures = vec![picture(&pattern.pictures[0], &stop.id)];
            stop
        })
        .collect();
    Route::new(RouteParts { line, ..parts }).expect("a route")
}

fn picture(pattern: &Picture, stop: &StopId) -> Picture {
    Picture { id: PictureId::new(stop.as_str()).expect("an id"), ..pattern.clone() }
}

fn rendition((picture, size): (PictureId, Size)) -> Rendition {
    let bytes = picture_file::jpeg(size.pixels(), size.pixels(), &vec![0x5A; 300 * size.pixels() as usize]);
    Rendition { picture, size, media_type: "image/jpeg".into(), width: size.pixels(), height: size.pixels(), bytes }
}

fn first_route(path: &Path) -> Route {
    let bundle = Bundle::open(path).expect("opens");
    let first = bundle.routes().expect("lists").swap_remove(0);
    bundle.route(&first.id).expect("reads")
}

fn opening(criterion: &mut Criterion) {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("bench.gpkg");
    let collection = collection();
    bundle::write(&collection, &path).expect("packs");
    let bundle = Bundle::open(&path).expect("opens");
    let card = &collection.renditions[1].picture;
    let mut group = criterion.benchmark_group("bundle");
    group.bench_function("open", |bench| bench.iter(|| Bundle::open(black_box(&path)).expect("opens")));
    group.bench_function("open to the first route's line and stops", |bench| {
        bench.iter(|| first_route(black_box(&path)))
    });
    group.bench_function("a picture", |bench| {
        bench.iter(|| bundle.picture(black_box(card), Size::Card).expect("reads"))
    });
    group.bench_function("the base map", |bench| bench.iter(|| bundle.base_map().expect("reads")));
    group.sample_size(10);
    group.bench_function("verify", |bench| bench.iter(|| bundle.verify().expect("whole")));
    group.bench_function("write", |bench| bench.iter(|| bundle::write(&collection, &path).expect("packs")));
    group.finish();
}

criterion_group!(benches, opening);
criterion_main!(benches);
