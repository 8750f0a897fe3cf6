//! GeoJSON (RFC 7946) as MapLibre reads it.

use serde::Serialize;
use serde_json::value::RawValue;
use serde_json::{Map, Value};

use crate::geometry::Point;
use crate::model::{Shape, Text};

/// One layer's features, written.
#[derive(Debug, Clone)]
pub struct GeoJson(Box<RawValue>);

impl GeoJson {
    /// The file's content.
    #[must_use]
    pub fn as_str(&self) -> &str {
        self.0.get()
    }

    pub(super) fn raw(&self) -> &RawValue {
        &self.0
    }
}

#[derive(Serialize)]
#[serde(tag = "type")]
pub(super) struct Feature {
    pub properties: Map<String, Value>,
    pub geometry: Geometry,
}

#[derive(Serialize)]
#[serde(tag = "type", content = "coordinates")]
pub(super) enum Geometry {
    Point(Position),
    LineString(Vec<Position>),
    MultiLineString(Vec<Vec<Position>>),
    Polygon(Vec<Vec<Position>>),
    MultiPolygon(Vec<Vec<Vec<Position>>>),
}

/// Longitude and latitude in degrees.
pub(super) type Position = [f64; 2];

#[derive(Serialize)]
#[serde(tag = "type")]
struct FeatureCollection {
    features: Vec<Feature>,
}

/// The features as one layer.
pub(super) fn collection(features: Vec<Feature>) -> GeoJson {
    let empty = || RawValue::NULL.to_owned();
    GeoJson(serde_json::value::to_raw_value(&FeatureCollection { features }).unwrap_or_else(|_| empty()))
}

/// Six decimals of a degree are 11 cm or less.
const DECIMALS: f64 = 1e6;
/// Eight are a millimetre: for what is looked at closely.
const FINE: f64 = 1e8;

fn rounded(degrees: f64, decimals: f64) -> f64 {
    (degrees * decimals).round() / decimals
}

pub(super) fn position(point: Point) -> Position {
    [rounded(point.lon(), DECIMALS), rounded(point.lat(), DECIMALS)]
}

/// A line's positions; across the antimeridian longitudes go on beyond 180°, so that the line is not drawn round the
/// earth.
pub(super) fn positions(points: &[Point]) -> Vec<Position> {
    unrolled(points, DECIMALS)
}

/// The same to a millimetre.
pub(super) fn fine_positions(points: &[Point]) -> Vec<Position> {
    unrolled(points, FINE)
}

fn unrolled(points: &[Point], decimals: f64) -> Vec<Position> {
    let (mut turns, mut last) = (0.0, None);
    let unrolled = points.iter().map(|point| {
        let step = last.map_or(0.0, |last| point.lon() - last);
        last = Some(point.lon());
        if step.abs() > 180.0 {
            turns -= 360.0_f64.copysign(step);
        }
        [rounded(point.lon() + turns, decimals), rounded(point.lat(), decimals)]
    });
    unrolled.collect()
}

pub(super) fn geometry(shape: &Shape) -> Geometry {
    let lines = |lines: &Vec<Vec<Point>>| lines.iter().map(|line| positions(line)).collect();
    match shape {
        Shape::Areas(areas) => Geometry::MultiPolygon(areas.iter().map(lines).collect()),
        Shape::Lines(all) => Geometry::MultiLineString(lines(all)),
    }
}

/// A text in all its languages, as `name:lt`, `name:en` and so on, and as `name` in the one that stands in for others.
pub(super) fn set_text(properties: &mut Map<String, Value>, key: &str, text: &Text) {
    for (language, words) in text.iter() {
        properties.insert(format!("{key}:{language}"), words.into());
    }
    properties.insert(key.into(), text.in_language(crate::model::Language::EN).into());
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_ferry_across_the_antimeridian_keeps_going_east() {
        let at = |lon: f64| Point::new(-17.0, lon).expect("valid");
        let there = positions(&[at(179.9), at(-179.9), at(-179.8)]);
        assert_eq!(there, [[179.9, -17.0], [180.1, -17.0], [180.2, -17.0]]);
        let back = positions(&[at(-179.9), at(179.9), at(-179.9)]);
        assert_eq!(back, [[-179.9, -17.0], [-180.1, -17.0], [-179.9, -17.0]]);
    }
}
