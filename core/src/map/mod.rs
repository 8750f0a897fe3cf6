//! The map as MapLibre draws it on a phone without a network: GeoJSON layers, one style, and the glyphs of its labels.
//!
//! What lives here: turning routes, stops, places and the base map into what MapLibre reads, and the cartography
//! (colours, widths, which label wins). What must not: drawing, files, and thinking about where anybody is; the state
//! of a stop comes in as a value.

mod geojson;
mod glyphs;
mod layers;
mod palette;
mod style;
mod symbols;
mod waters;

pub use geojson::GeoJson;
pub use glyphs::{GlyphFile, glyph_files};
pub use layers::{Layer, StopState, base_layer, layers, legs, places, stops, track};
pub use palette::{Colour, Palette, Theme};
pub use style::{Source, Style, style};
pub use symbols::{SYMBOLS, Symbol};
pub use waters::water_name;
