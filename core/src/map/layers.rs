//! What the map shows, layer by layer.

use std::collections::BTreeSet;

use serde_json::{Map, Value};

use super::geojson::{Feature, GeoJson, Geometry, collection, geometry, position, positions, set_text};
use super::waters::water_name;
use crate::geometry::Point;
use crate::model::named::named;
use crate::model::{BaseLayer, BaseLayerKind, Place, Route, Stop, StopId};

named!(
    /// The layers of the map; a layer's name is that of its source in the style.
    Layer {
        /// Sea and lagoon.
        Water = "water",
        /// Land.
        Land = "land",
        /// Lakes, ponds and wide rivers.
        InlandWater = "inland-water",
        /// Rivers and streams.
        Waterways = "waterways",
        /// Borders between countries.
        Borders = "borders",
        /// Settlements, ferry piers, information centres.
        Places = "places",
        /// The legs of routes.
        Legs = "legs",
        /// The traveller's own track.
        Track = "track",
        /// The stops of routes.
        Stops = "stops",
        /// Where the traveller is.
        Here = "here",
    }
);

impl Layer {
    /// Whether it is part of the base map.
    pub(super) fn is_base_map(self) -> bool {
        BaseLayerKind::ALL.iter().any(|kind| Layer::from(*kind) == self)
    }
}

impl From<BaseLayerKind> for Layer {
    fn from(kind: BaseLayerKind) -> Layer {
        match kind {
            BaseLayerKind::Water => Layer::Water,
            BaseLayerKind::Land => Layer::Land,
            BaseLayerKind::InlandWater => Layer::InlandWater,
            BaseLayerKind::Waterway => Layer::Waterways,
            BaseLayerKind::Border => Layer::Borders,
        }
    }
}

named!(
    /// What a stop is to the traveller now.
    StopState {
        /// Still to come.
        Ahead = "ahead",
        /// The one that comes next.
        Next = "next",
        /// Been there.
        Visited = "visited",
        /// Passed by.
        Skipped = "skipped",
    }
);

/// A layer of the base map; features tell their `class` and `name`.
#[must_use]
pub fn base_layer(layer: &BaseLayer) -> GeoJson {
    let features = layer.features.iter().map(|feature| {
        let mut properties = properties([("class", feature.class.as_str().into())]);
        if let Some(name) = &feature.name {
            properties.insert("name".into(), name.as_str().into());
        } else if let Some(name) = water_name(&feature.class) {
            set_text(&mut properties, "name", &name);
        }
        Feature { properties, geometry: geometry(&feature.shape) }
    });
    collection(features.collect())
}

/// The places; features tell their `id`, `kind` and name.
#[must_use]
pub fn places(places: &[Place]) -> GeoJson {
    let features = places.iter().map(|place| {
        let mut properties = properties([("id", place.id.as_str().into()), ("kind", place.kind.name().into())]);
        set_text(&mut properties, "name", &place.name);
        Feature { properties, geometry: Geometry::Point(position(place.position)) }
    });
    collection(features.collect())
}

/// The legs of routes; features tell their `id`, `route`, `stage`, `mode`, `origin`, `accuracy_m` and route's name.
#[must_use]
pub fn legs<'a>(routes: impl IntoIterator<Item = &'a Route>) -> GeoJson {
    collection(routes.into_iter().flat_map(legs_of).collect())
}

fn legs_of(route: &Route) -> impl Iterator<Item = Feature> {
    route.legs.iter().filter_map(|leg| {
        let line = route.line.between(leg.from, leg.to).ok()?;
        let mut properties = properties([
            ("id", leg.id.as_str().into()),
            ("route", route.id.as_str().into()),
            ("stage", leg.stage.as_str().into()),
            ("mode", leg.mode.name().into()),
            ("origin", leg.origin.name().into()),
            ("accuracy_m", leg.accuracy.0.into()),
        ]);
        set_text(&mut properties, "name", &route.name);
        Some(Feature { properties, geometry: Geometry::LineString(positions(line.points())) })
    })
}

/// The stops of routes, each in its state; features tell their `id`, `route`, `category`, `state`, `number` on the
/// route (from 1) and name, and whether the name shall be `shown`: of two routes' stops at the same spot only the first's.
#[must_use]
pub fn stops<'a>(routes: impl IntoIterator<Item = &'a Route>, state: impl Fn(&Route, &Stop) -> StopState) -> GeoJson {
    let mut features = Vec::new();
    let mut drawn: BTreeSet<&StopId> = BTreeSet::new();
    for route in routes {
        for (stop, number) in route.stops.iter().zip(1_u32..) {
            let shown = stop.same_place_as.as_ref().is_none_or(|twin| !drawn.contains(twin));
            drawn.insert(&stop.id);
            let mut properties = properties([
                ("id", stop.id.as_str().into()),
                ("route", route.id.as_str().into()),
                ("category", stop.category.name().into()),
                ("state", state(route, stop).name().into()),
                ("number", number.into()),
                ("shown", shown.into()),
            ]);
            set_text(&mut properties, "name", &stop.name);
            features.push(Feature { properties, geometry: Geometry::Point(position(stop.position)) });
        }
    }
    collection(features)
}

/// All that a map shows but the traveller's own track: what lies under the routes, the places, the routes, their stops.
#[must_use]
pub fn layers(
    base_map: &[BaseLayer],
    known: &[Place],
    routes: &[Route],
    state: impl Fn(&Route, &Stop) -> StopState,
) -> Vec<(Layer, GeoJson)> {
    let mut layers: Vec<(Layer, GeoJson)> =
        base_map.iter().map(|layer| (layer.kind.into(), base_layer(layer))).collect();
    layers.push((Layer::Places, places(known)));
    layers.push((Layer::Legs, legs(routes)));
    layers.push((Layer::Stops, stops(routes, state)));
    layers
}

/// The traveller's own track: its pieces between pauses. A piece of one position is not drawn.
#[must_use]
pub fn track(pieces: &[Vec<Point>]) -> GeoJson {
    let pieces = pieces.iter().filter(|piece| piece.len() > 1);
    let features =
        pieces.map(|piece| Feature { properties: Map::new(), geometry: Geometry::LineString(positions(piece)) });
    collection(features.collect())
}

fn properties<const N: usize>(pairs: [(&str, Value); N]) -> Map<String, Value> {
    pairs.into_iter().map(|(key, value)| (key.to_owned(), value)).collect()
}

#[cfg(test)]
mod tests {
    use super::super::GeoJson;
    use super::*;
    use crate::geometry::{Along, Line, Metres, Side};
    use crate::model::{
        BaseFeature, Category, Language, Leg, Mode, Origin, PlaceId, PlaceKind, RouteId, RouteParts, Shape, Stage,
        StageId, Text, TrackId,
    };

    fn at(lat: f64, lon: f64) -> Point {
        Point::new(lat, lon).expect("valid")
    }

    fn text(lithuanian: &str, english: &str) -> Text {
        [(Language::LT, lithuanian), (Language::EN, english)].into_iter().collect()
    }

    fn read(layer: &GeoJson) -> Value {
        serde_json::from_str(layer.as_str()).expect("JSON")
    }

    fn stop(id: &str, position: Point, along: f64, twin: Option<&str>) -> Stop {
        Stop {
            id: StopId::new(id).expect("an id"),
            stage: StageId::new("1").expect("an id"),
            category: Category::Lighthouse,
            position,
            accuracy: Metres(50.0),
            position_source: String::new(),
            radius: Metres(100.0),
            official: true,
            official_note: None,
            optional: false,
            same_place_as: twin.map(|twin| StopId::new(twin).expect("an id")),
            unverified: Vec::new(),
            name: text("Švyturys", "Lighthouse"),
            summary: Text::default(),
            description: Text::default(),
            facts: Vec::new(),
            pictures: Vec::new(),
            along: Along(Metres(along)),
            distance: Metres::ZERO,
            side: Side::Left,
        }
    }

    /// Ridden to the pier, then across the water.
    fn route(id: &str, stops: Vec<Stop>) -> Route {
        let line = Line::new(vec![at(55.3, 21.0), at(55.31, 21.0), at(55.34, 21.2)]).expect("a line");
        let stage = StageId::new("1").expect("an id");
        let leg = |id: &str, mode, origin, from, to| Leg {
            id: TrackId::new(id).expect("an id"),
            stage: stage.clone(),
            mode,
            origin,
            accuracy: Metres(150.0),
            follows: String::new(),
            from,
            to,
        };
        let pier = line.along_of(1);
        let legs = vec![
            leg("a", Mode::Bike, Origin::Digitised, Along::START, pier),
            leg("b", Mode::Ferry, Origin::Indicative, pier, line.end()),
        ];
        let (name, empty) = (text("Marios", "The lagoon"), Text::default);
        let day = Stage {
            id: stage.clone(),
            name: empty(),
            summary: empty(),
            description: empty(),
            from: Along::START,
            to: line.end(),
        };
        Route::new(RouteParts {
            id: RouteId::new(id).expect("an id"),
            name,
            summary: empty(),
            description: empty(),
            creator: String::new(),
            days: None,
            official_length: None,
            districts: Vec::new(),
            suitability: Vec::new(),
            unverified: Vec::new(),
            name_sources: empty(),
            facts: Vec::new(),
            pictures: Vec::new(),
            line,
            stages: vec![day],
            legs,
            stops,
        })
        .expect("a route")
    }

    #[test]
    fn legs_tell_how_they_are_travelled_and_known() {
        let drawn = read(&legs([&route("marios", Vec::new())]));
        let told: Vec<(&str, &str)> = (0..2)
            .filter_map(|leg| {
                let properties = &drawn["features"][leg]["properties"];
                Some((properties["mode"].as_str()?, properties["origin"].as_str()?))
            })
            .collect();
        assert_eq!(told, [("bike", "digitised"), ("ferry", "indicative")]);
        assert_eq!(drawn["features"][0]["properties"]["name:lt"], "Marios");
        assert_eq!(drawn["features"][0]["geometry"]["type"], "LineString");
        assert_eq!(drawn["features"][0]["geometry"]["coordinates"][0], serde_json::json!([21.0, 55.3]));
    }

    #[test]
    fn stops_tell_their_state_and_their_number() {
        let one = route(
            "one",
            vec![stop("nida", at(55.3, 21.0), 0.0, None), stop("ventes", at(55.34, 21.2), 13_000.0, None)],
        );
        let two = route("two", vec![stop("ventes-2", at(55.34, 21.2), 13_000.0, Some("ventes"))]);
        let state =
            |_: &Route, stop: &Stop| if stop.id.as_str() == "nida" { StopState::Visited } else { StopState::Next };
        let drawn = read(&stops([&one, &two], state));
        let property = |stop: usize, name: &str| drawn["features"][stop]["properties"][name].clone();
        assert_eq!([property(0, "state"), property(1, "state")], ["visited", "next"]);
        assert_eq!([property(0, "number"), property(1, "number"), property(2, "number")], [1, 2, 1]);
        assert_eq!([property(1, "shown"), property(2, "shown")], [true, false]);
        assert_eq!(property(0, "name"), "Lighthouse");
    }

    #[test]
    fn coordinates_have_six_decimals_and_a_sea_its_name_in_every_language() {
        let ring = vec![at(55.123_456_78, 21.0), at(55.2, 21.0), at(55.2, 21.1), at(55.123_456_78, 21.0)];
        let feature = BaseFeature { name: None, class: "baltic-sea".into(), shape: Shape::Areas(vec![vec![ring]]) };
        let drawn = read(&base_layer(&BaseLayer { kind: BaseLayerKind::Water, features: vec![feature] }));
        assert_eq!(drawn["features"][0]["geometry"]["coordinates"][0][0][0][1], 55.123_457);
        assert_eq!(drawn["features"][0]["properties"]["name:de"], "Ostsee");
    }

    #[test]
    fn places_tell_their_kind() {
        let place = Place {
            id: PlaceId::new("pier").expect("an id"),
            kind: PlaceKind::FerryPier,
            position: at(55.7, 21.12),
            accuracy: Metres(60.0),
            position_source: String::new(),
            unverified: Vec::new(),
            name: text("Perkėla", "Ferry"),
            former_name: Text::default(),
            usage: Text::default(),
            address: None,
            phone: None,
            mobile: None,
            source: None,
        };
        assert_eq!(read(&places(&[place]))["features"][0]["properties"]["kind"], "ferry-pier");
    }

    #[test]
    fn a_track_has_as_many_lines_as_pieces_worth_drawing() {
        let pieces = [vec![at(55.0, 21.0), at(55.1, 21.0)], vec![at(55.2, 21.0)], Vec::new()];
        assert_eq!(read(&track(&pieces))["features"].as_array().map(Vec::len), Some(1));
        assert_eq!(read(&track(&[]))["type"], "FeatureCollection");
    }
}
