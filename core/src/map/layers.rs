//! What the map shows, layer by layer.

use serde_json::{Map, Value};

use super::geojson::{Feature, GeoJson, Geometry, collection, geometry, position, positions, set_text};
use crate::geometry::Point;
use crate::model::named::named;
use crate::model::{BaseLayer, BaseLayerKind, Place, Route, Stop};

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
    }
);

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
/// route (from 1) and name.
#[must_use]
pub fn stops<'a>(routes: impl IntoIterator<Item = &'a Route>, state: impl Fn(&Route, &Stop) -> StopState) -> GeoJson {
    let mut features = Vec::new();
    for route in routes {
        for (stop, number) in route.stops.iter().zip(1_u32..) {
            let mut properties = properties([
                ("id", stop.id.as_str().into()),
                ("route", route.id.as_str().into()),
                ("category", stop.category.name().into()),
                ("state", state(route, stop).name().into()),
                ("number", number.into()),
            ]);
            set_text(&mut properties, "name", &stop.name);
            features.push(Feature { properties, geometry: Geometry::Point(position(stop.position)) });
        }
    }
    collection(features)
}

/// The traveller's own track: its pieces between pauses. A piece of one position is not drawn.
#[must_use]
pub fn track(pieces: &[Vec<Point>]) -> GeoJson {
    let pieces = pieces.iter().filter(|piece| piece.len() > 1);
    let features = pieces.map(|piece| Feature {
        properties: Map::new(),
        geometry: Geometry::LineString(positions(piece)),
    });
    collection(features.collect())
}

fn properties<const N: usize>(pairs: [(&str, Value); N]) -> Map<String, Value> {
    pairs.into_iter().map(|(key, value)| (key.to_owned(), value)).collect()
}
