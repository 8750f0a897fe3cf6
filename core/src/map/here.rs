//! Where the traveller is, as one layer: how certain it is, and where the traveller is going.
//!
//! Made anew with every fix, so it has to be quick.

use serde_json::Map;

use super::geojson::{Feature, GeoJson, Geometry, collection, fine_positions};
use crate::geometry::{Bearing, Metres, Point};

/// The corners of the circle: with so many its edges lie within 0.1 % of it.
const CORNERS: u32 = 72;
/// A place less certain than this is no place to draw a circle around.
const VAGUE: Metres = Metres(100_000.0);
/// Beyond it the map ends, and a circle might hold the pole.
const END_OF_MAP: f64 = 85.0;
/// Slower than this, in metres a second, nobody goes anywhere.
const MOVES: f64 = 0.5;
/// Nobody is faster than this.
const FASTEST: f64 = 1_000.0;
/// The way ahead shows where the traveller will be in so many seconds.
const AHEAD: f64 = 30.0;
/// It is never shorter than this.
const SHORTEST: Metres = Metres(15.0);

/// What a feature of the layer is.
#[derive(Clone, Copy)]
pub(super) enum Part {
    /// The circle within which the traveller is.
    Accuracy,
    /// The way ahead.
    Course,
    /// The place itself.
    Place,
}

impl Part {
    pub(super) fn name(self) -> &'static str {
        match self {
            Part::Accuracy => "accuracy",
            Part::Course => "course",
            Part::Place => "place",
        }
    }
}

/// Where the traveller is, as the phone knows it. What is no measure, such as a negative accuracy, counts as unknown.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Here {
    /// The place.
    pub place: Point,
    /// The traveller is within this distance of it.
    pub accuracy: Metres,
    /// The direction of travel, in degrees clockwise from true north.
    pub course_deg: Option<f64>,
    /// In metres a second.
    pub speed_mps: Option<f64>,
}

/// The traveller's place; features tell which `part` they are: `accuracy`, `course` or `place`.
#[must_use]
pub fn here(here: &Here) -> GeoJson {
    let feature = |part: Part, geometry| {
        let properties = Map::from_iter([("part".to_owned(), part.name().into())]);
        Feature { properties, geometry }
    };
    let circle = circle(here).map(|ring| feature(Part::Accuracy, Geometry::Polygon(vec![fine_positions(&ring)])));
    let ahead = ahead(here).map(|end| feature(Part::Course, Geometry::LineString(fine_positions(&[here.place, end]))));
    let place = fine_positions(&[here.place]).into_iter().map(|place| feature(Part::Place, Geometry::Point(place)));
    collection(circle.into_iter().chain(ahead).chain(place).collect())
}

/// The ring around the place, counter-clockwise as GeoJSON has it.
fn circle(here: &Here) -> Option<Vec<Point>> {
    let Here { place, accuracy, .. } = *here;
    if !(accuracy.0 > 0.0 && accuracy <= VAGUE && place.lat().abs() < END_OF_MAP) {
        return None;
    }
    let corner = |number: u32| {
        let turn = f64::from(number % CORNERS) * 360.0 / f64::from(CORNERS);
        place.destination(Bearing::new(-turn), accuracy)
    };
    Some((0..=CORNERS).map(corner).collect())
}

/// Where the traveller will be.
fn ahead(here: &Here) -> Option<Point> {
    let course = here.course_deg.filter(|degrees| degrees.is_finite())?;
    let speed = here.speed_mps.filter(|speed| *speed > MOVES && *speed < FASTEST)?;
    Some(here.place.destination(Bearing::new(course), Metres(speed * AHEAD).max(SHORTEST)))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use serde_json::Value;

    use super::*;

    fn anywhere() -> impl Strategy<Value = Point> {
        let lon = prop_oneof![3 => -180.0..=180.0_f64, 1 => 179.99..=180.0_f64, 1 => -180.0..=-179.99_f64];
        (-84.9..=84.9_f64, lon).prop_map(|(lat, lon)| Point::new(lat, lon).expect("valid"))
    }

    fn drawn(wanted: &Here) -> Value {
        serde_json::from_str(here(wanted).as_str()).expect("JSON")
    }

    fn part<'a>(layer: &'a Value, part: &str) -> Option<&'a Value> {
        layer["features"].as_array().expect("features").iter().find(|feature| feature["properties"]["part"] == part)
    }

    fn point(position: &Value) -> Point {
        let lon = position[0].as_f64().expect("a number");
        Point::new(position[1].as_f64().expect("a number"), (lon + 540.0).rem_euclid(360.0) - 180.0).expect("valid")
    }

    proptest! {
        #[test]
        fn the_circle_is_as_far_away_as_the_accuracy_says_everywhere(place in anywhere(), accuracy in 1.0..100_000.0_f64) {
            let layer = drawn(&Here { place, accuracy: Metres(accuracy), course_deg: None, speed_mps: None });
            let ring = part(&layer, "accuracy").expect("a circle")["geometry"]["coordinates"][0].as_array().expect("a ring").clone();
            prop_assert_eq!(ring.first(), ring.last());
            for pair in ring.windows(2) {
                let (one, other) = (point(&pair[0]), point(&pair[1]));
                prop_assert!((pair[0][0].as_f64().expect("lon") - pair[1][0].as_f64().expect("lon")).abs() < 180.0);
                let middle = Point::from(one.ecef().towards(other.ecef(), 0.5));
                for at in [one, middle] {
                    let away = place.distance(at).0;
                    prop_assert!((away - accuracy).abs() <= 0.001 * accuracy + 0.02, "{} m, not {}", away, accuracy);
                }
            }
            prop_assert!(part(&layer, "course").is_none());
        }

        #[test]
        fn the_way_ahead_leads_where_the_traveller_will_be(place in anywhere(), course in 0.0..360.0_f64, speed in 0.0..60.0_f64) {
            let layer = drawn(&Here { place, accuracy: Metres(5.0), course_deg: Some(course), speed_mps: Some(speed) });
            let Some(ahead) = part(&layer, "course") else {
                prop_assert!(speed <= 0.5);
                return Ok(());
            };
            let end = point(&ahead["geometry"]["coordinates"][1]);
            let far = (30.0 * speed).max(15.0);
            prop_assert!((place.distance(end).0 - far).abs() <= 0.001 * far + 0.02);
            let turn = place.bearing(end).turn_to(Bearing::new(course));
            prop_assert!(turn.abs() < 0.4, "{}° off", turn);
        }

        #[test]
        fn no_number_of_a_phone_spoils_the_layer(place in anywhere(), accuracy: f64, course: f64, speed: f64) {
            let layer = drawn(&Here { place, accuracy: Metres(accuracy), course_deg: Some(course), speed_mps: Some(speed) });
            prop_assert!(part(&layer, "place").is_some());
            prop_assert!(!layer.to_string().contains("null"));
        }
    }
}
