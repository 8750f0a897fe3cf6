//! The map as MapLibre draws it on a phone without a network: GeoJSON layers, one style, and the glyphs of its labels.
//!
//! What lives here: turning routes, stops, places and the base map into what MapLibre reads, the cartography (colours,
//! widths, which label wins), and small sketches of a route for cards, which need no MapLibre. What must not: drawing, files, and thinking about where anybody is; the state
//! of a stop comes in as a value.

mod geojson;
mod glyphs;
mod here;
mod layers;
mod palette;
mod sketch;
mod style;
mod symbols;
mod waters;

pub use geojson::GeoJson;
pub use glyphs::{GlyphFile, glyph_files};
pub use here::{Here, here};
pub use layers::{Layer, StopState, base_layer, layers, legs, places, stops, track};
pub use palette::{Colour, Palette, Theme};
pub use sketch::{Canvas, CanvasError, Sketch, SketchShape, sketch, sketch_track};
pub use style::{Drawing, Source, Style, style};
pub use symbols::{SYMBOLS, Symbol};
pub use waters::water_name;
