//! What a map is made of, and the small pictures that need none.

use route_guide_core::errors::Complaint;
use route_guide_core::map::{self, Canvas};
use route_guide_core::model::Language;

use super::{MapDrawing, MapLayer, MapTheme, StopCategory};
use crate::border::Answer;

/// How the map is to look.
#[derive(Debug, Clone, PartialEq, Eq, uniffi::Record)]
pub struct MapLook {
    /// Its colours.
    pub theme: MapTheme,
    /// With its base map, or plain for low sun: without it, with strong lines and large stops.
    pub drawing: MapDrawing,
    /// Of its labels, as a code such as `lt`.
    pub language: String,
    /// Where the shell keeps the glyph files: `asset://glyphs/{fontstack}/{range}.pbf`; they are those of core, which ship
    /// with the app.
    pub glyphs: String,
    /// The route that is looked at: the legs and stops of all others are faint and without labels.
    pub route: Option<String>,
    /// Only stops of these are drawn; nothing here draws all.
    pub categories: Option<Vec<StopCategory>>,
}

/// A layer of the map.
#[derive(Debug, Clone, uniffi::Record)]
pub struct MapLayerFile {
    /// Which.
    pub layer: MapLayer,
    /// Its features.
    pub geo_json: String,
}

/// Where the shell keeps a layer.
#[derive(Debug, Clone, uniffi::Record)]
pub struct MapLayerSource {
    /// Which.
    pub layer: MapLayer,
    /// `file:///…/stops.geojson`.
    pub url: String,
}

/// A small picture: its ground, and shapes to draw one upon the other.
#[derive(Debug, Clone, PartialEq, uniffi::Record)]
pub struct Sketch {
    /// The colour of the ground, as alpha, red, green and blue.
    pub background: u32,
    /// The lowest first.
    pub shapes: Vec<SketchShape>,
}

/// An area with its holes (even-odd), or a line with its pieces.
#[derive(Debug, Clone, PartialEq, uniffi::Record)]
pub struct SketchShape {
    /// Whether it is an area, each piece a ring whose end joins its beginning.
    pub closed: bool,
    /// The colour it is filled with, as alpha, red, green and blue.
    pub fill: Option<u32>,
    /// The colour of its line.
    pub stroke: Option<u32>,
    /// How wide the line is; its ends and corners are round.
    pub stroke_width: f64,
    /// Whether the line is dashed.
    pub dashed: bool,
    /// For each point x, to the right, and y, down: little-endian floats, 8 bytes together.
    pub points: Vec<u8>,
    /// The number of the first point of each ring or piece.
    pub pieces: Vec<u32>,
}

impl From<map::Sketch> for Sketch {
    fn from(sketch: map::Sketch) -> Sketch {
        let map::Sketch { background, shapes } = sketch;
        Sketch { background, shapes: shapes.into_iter().map(SketchShape::from).collect() }
    }
}

impl From<map::SketchShape> for SketchShape {
    fn from(shape: map::SketchShape) -> SketchShape {
        let map::SketchShape { closed, fill, stroke, stroke_width, dashed, points, pieces } = shape;
        let points = points.into_iter().flatten().flat_map(f32::to_le_bytes).collect();
        SketchShape { closed, fill, stroke, stroke_width, dashed, points, pieces }
    }
}

/// The size of a picture, if it is one.
pub(crate) fn canvas(width: f64, height: f64, language: Language) -> Answer<Canvas> {
    Canvas::new(width, height).map_err(|wrong| Complaint::of_argument("size", &wrong.to_string(), language).into())
}
