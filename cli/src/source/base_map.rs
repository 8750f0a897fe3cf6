//! The base map's GeoJSON files.

use std::path::{Component, Path};
use std::sync::Arc;

use geojson::{FeatureCollection, GeometryValue, Position};
use route_guide_core::geometry::{Point, PointError};
use route_guide_core::model::{BaseFeature, BaseLayer, BaseLayerKind, Shape};
use toml::Spanned;

use super::files::BaseMapEntry;
use super::finding::{File, Finding};
use super::reading::{Reading, spot};

/// Reads the layers and joins those of one kind, in the order in which they are drawn.
pub fn read(reading: &mut Reading, file: &Arc<File>, entries: &[BaseMapEntry]) -> Vec<BaseLayer> {
    let mut layers: Vec<BaseLayer> = Vec::new();
    for entry in entries {
        let kind = reading.word(file, &entry.kind, "kind of layer", BaseLayerKind::ALL, BaseLayerKind::from_name);
        let features = features(reading, file, entry);
        let (Some(kind), Some(features)) = (kind, features) else { continue };
        match layers.iter_mut().find(|layer| layer.kind == kind) {
            Some(layer) => layer.features.extend(features),
            None => layers.push(BaseLayer { kind, features }),
        }
    }
    layers.sort_by_key(|layer| layer.kind);
    layers
}

fn features(reading: &mut Reading, file: &Arc<File>, entry: &BaseMapEntry) -> Option<Vec<BaseFeature>> {
    let relative = Path::new(entry.file.get_ref());
    if !relative.components().all(|part| matches!(part, Component::Normal(_))) {
        let finding =
            Finding::error(spot(file, &entry.file), "the file lies outside the source", "copy it into `basemap/`");
        reading.report(finding.because("a source must be whole when it is handed on"));
        return None;
    }
    let layer = reading.text(relative, Some(spot(file, &entry.file)))?;
    let collection: FeatureCollection = match layer.text.parse() {
        Ok(collection) => collection,
        Err(error) => {
            refuse(
                reading,
                file,
                &entry.file,
                format!("{} is no GeoJSON feature collection: {error}", relative.display()),
            );
            return None;
        }
    };
    let mut features = Vec::with_capacity(collection.features.len());
    for (number, feature) in collection.features.iter().enumerate() {
        let word = |key: &Option<String>| {
            let value = key.as_ref().and_then(|key| feature.property(key))?;
            value.as_str().map(str::to_owned).filter(|word| !word.is_empty())
        };
        match feature.geometry.as_ref().map(|geometry| shape(&geometry.value)) {
            Some(Ok(shape)) => {
                features.push(BaseFeature {
                    name: word(&entry.name),
                    class: word(&entry.class).unwrap_or_default(),
                    shape,
                });
            }
            Some(Err(wrong)) => {
                refuse(
                    reading,
                    file,
                    &entry.file,
                    format!("feature {} of {}: {wrong}", number + 1, relative.display()),
                );
            }
            None => refuse(
                reading,
                file,
                &entry.file,
                format!("feature {} of {} has no geometry", number + 1, relative.display()),
            ),
        }
    }
    Some(features)
}

fn refuse(reading: &mut Reading, file: &Arc<File>, at: &Spanned<String>, what: String) {
    reading.report(Finding::error(
        spot(file, at),
        what,
        "mend that file; it is read in WGS 84, longitude before latitude",
    ));
}

fn shape(geometry: &GeometryValue) -> Result<Shape, String> {
    match geometry {
        GeometryValue::Polygon { coordinates } => Ok(Shape::Areas(vec![area(coordinates)?])),
        GeometryValue::MultiPolygon { coordinates } => {
            coordinates.iter().map(|rings| area(rings)).collect::<Result<_, _>>().map(Shape::Areas)
        }
        GeometryValue::LineString { coordinates } => Ok(Shape::Lines(vec![line(coordinates)?])),
        GeometryValue::MultiLineString { coordinates } => {
            coordinates.iter().map(|line_| line(line_)).collect::<Result<_, _>>().map(Shape::Lines)
        }
        _ => Err("only areas and lines are drawn".into()),
    }
}

fn area(rings: &[Vec<Position>]) -> Result<Vec<Vec<Point>>, String> {
    if rings.is_empty() {
        return Err("an area without an outline".into());
    }
    rings.iter().map(|positions| ring(positions)).collect()
}

fn ring(positions: &[Position]) -> Result<Vec<Point>, String> {
    let ring = points(positions)?;
    if ring.len() < 4 || ring.first() != ring.last() {
        return Err("an outline needs four points or more and must end where it begins".into());
    }
    Ok(ring)
}

fn line(positions: &[Position]) -> Result<Vec<Point>, String> {
    let line = points(positions)?;
    if line.len() < 2 { Err("a line needs two points or more".into()) } else { Ok(line) }
}

fn points(positions: &[Position]) -> Result<Vec<Point>, String> {
    positions
        .iter()
        .map(|position| match position.as_slice() {
            [lon, lat, ..] => Point::new(*lat, *lon).map_err(|wrong: PointError| wrong.to_string()),
            _ => Err("a position needs longitude and latitude".into()),
        })
        .collect()
}
