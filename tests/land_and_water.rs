//! Lines make sense on the ground: who walks, rides or drives stays dry, and boats float.

use route_guide_cli::source;
use route_guide_core::geometry::{Along, Line, Metres, Point};
use route_guide_core::model::{BaseLayer, BaseLayerKind, Collection, Leg, Mode, Origin, Shape};
use route_guide_tests::project;

/// How far the shores of the layers lie from the real ones, at the 90th percentile and a little more.
const LAYER_ACCURACY: Metres = Metres(60.0);
/// The same of the coarse rivers, 200 m to 1 km off: all there is of the delta, where boat legs are only indicative.
const COARSE_ACCURACY: Metres = Metres(1_000.0);
/// Piers reach out from the land, and boats are boarded from it.
const PIER: Metres = Metres(150.0);
/// The legs are looked at this often.
const EVERY: Metres = Metres(50.0);

fn collection() -> Collection {
    let read = source::read(&project("route-data"));
    read.collection.expect("the source has no errors")
}

/// The areas and lines of one kind of layer.
fn shapes(collection: &Collection, kind: BaseLayerKind) -> Vec<&Shape> {
    let layers = collection.base_map.iter().filter(|layer: &&BaseLayer| layer.kind == kind);
    layers.flat_map(|layer| &layer.features).map(|feature| &feature.shape).collect()
}

fn rings(shape: &Shape) -> &[Vec<Vec<Point>>] {
    match shape {
        Shape::Areas(areas) => areas,
        Shape::Lines(_) => &[],
    }
}

/// Whether the point lies in an area (even–odd rule; the region is far from poles and antimeridian).
fn is_in(point: Point, shapes: &[&Shape]) -> bool {
    let crosses = |ring: &[Point]| {
        ring.windows(2)
            .filter(|edge| {
                let (a, b) = (edge[0], edge[1]);
                (a.lat() > point.lat()) != (b.lat() > point.lat())
                    && point.lon() < a.lon() + (point.lat() - a.lat()) / (b.lat() - a.lat()) * (b.lon() - a.lon())
            })
            .count()
    };
    shapes
        .iter()
        .flat_map(|shape| rings(shape))
        .any(|area| area.iter().map(|ring| crosses(ring)).sum::<usize>() % 2 == 1)
}

/// The distance to the nearest outline or line of the shapes.
fn distance_to(point: Point, shapes: &[&Shape]) -> Metres {
    let near = |line: &[Point]| {
        line.iter().any(|vertex| (vertex.lat() - point.lat()).abs() < 0.05 && (vertex.lon() - point.lon()).abs() < 0.1)
    };
    let lines = shapes.iter().flat_map(|shape| match shape {
        Shape::Areas(areas) => areas.iter().flatten().collect::<Vec<_>>(),
        Shape::Lines(lines) => lines.iter().collect(),
    });
    let lines = lines.filter(|line| near(line)).filter_map(|line| Line::new(line.clone()).ok());
    lines
        .map(|line| line.nearest_between(point.ecef(), Along::START, line.end()).distance)
        .fold(Metres(f64::INFINITY), Metres::min)
}

/// The points of a leg that are not where its mode belongs, each with how far it is from there.
fn misplaced(line: &Line, leg: &Leg, is_right: &dyn Fn(Point) -> bool, right: &[&Shape]) -> Vec<(Point, Metres)> {
    let steps = ((leg.to - leg.from).0 / EVERY.0) as usize;
    let points = (0..=steps).map(|step| line.at(leg.from + EVERY * step as f64));
    points.filter(|point| !is_right(*point)).map(|point| (point, distance_to(point, right))).collect()
}

#[test]
fn dry_legs_are_on_land_and_boats_on_water() {
    let collection = collection();
    let land = shapes(&collection, BaseLayerKind::Land);
    let mut water = shapes(&collection, BaseLayerKind::Water);
    water.extend(shapes(&collection, BaseLayerKind::InlandWater));
    let mut afloat = water.clone();
    afloat.extend(shapes(&collection, BaseLayerKind::Waterway));
    let mut worst = Vec::new();
    for route in &collection.routes {
        for leg in &route.legs {
            let wet = matches!(leg.mode, Mode::Boat | Mode::Ferry);
            let wrong = if wet {
                misplaced(&route.line, leg, &|point| is_in(point, &water), &afloat)
            } else {
                misplaced(&route.line, leg, &|point| is_in(point, &land), &land)
            };
            let ends = [route.line.at(leg.from), route.line.at(leg.to)];
            for (point, distance) in wrong {
                let at_an_end = ends.iter().any(|end| end.distance(point) < PIER);
                let limit = match leg.origin {
                    Origin::Indicative if wet => COARSE_ACCURACY,
                    _ if at_an_end => PIER,
                    _ => LAYER_ACCURACY,
                };
                assert!(
                    distance <= limit,
                    "{} of {}: {:.5}, {:.5} is {distance:.0} from where a {} belongs",
                    leg.id,
                    route.id,
                    point.lat(),
                    point.lon(),
                    leg.mode
                );
                worst.push((distance.0, leg.id.to_string()));
            }
        }
    }
    worst.sort_by(|a, b| b.0.total_cmp(&a.0));
    worst.dedup_by(|a, b| a.1 == b.1);
    println!("farthest from where they belong: {:?}", &worst[..worst.len().min(5)]);
}

#[test]
fn the_check_sees_a_bike_in_the_lagoon_and_a_boat_ashore() {
    let collection = collection();
    let land = shapes(&collection, BaseLayerKind::Land);
    let water = shapes(&collection, BaseLayerKind::Water);
    let lagoon = Point::new(55.40, 21.13).expect("valid");
    let kretinga = Point::new(55.8888, 21.2445).expect("valid");
    assert!(!is_in(lagoon, &land) && is_in(lagoon, &water) && distance_to(lagoon, &land) > LAYER_ACCURACY);
    assert!(is_in(kretinga, &land) && !is_in(kretinga, &water));
}
