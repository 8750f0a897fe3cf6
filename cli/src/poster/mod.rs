//! A map picture of one route, to be printed and hung on a wall: A3 upright, the other A sizes scale it.
//!
//! What lives here: the sheet's layout, a projection, colours, lettering, label placement, and the writing of SVG and
//! PNG. What must not: files, bundles, and anything a phone needs. The same route gives the same SVG, byte for byte, on
//! every machine: coordinates are rounded to a hundredth of a unit, angles come from `libm`, and letters are outlines
//! of a font that ships with the tool.

mod base;
mod drawing;
mod furniture;
mod labels;
mod legend;
mod lettering;
mod names;
mod palette;
mod plane;
mod projection;
mod sheet;
mod stops;
#[cfg(test)]
mod tests;
mod waters;
mod way;
mod words;

use resvg::{tiny_skia, usvg};
use route_guide_core::model::{Attribution, BaseLayer, Language, Place, Route};

/// What is to be drawn.
#[derive(Debug, Clone, Copy)]
pub struct Poster<'a> {
    /// The route.
    pub route: &'a Route,
    /// What is drawn under it.
    pub base_map: &'a [BaseLayer],
    /// Settlements and information centres to name around it.
    pub places: &'a [Place],
    /// Whom to name at the foot of the sheet.
    pub attributions: &'a [Attribution],
    /// In which language names and words are written.
    pub language: Language,
}

/// The pixels across that suit a poster: 150 dots an inch.
pub const PIXELS: u32 = 1_754;

/// Why no picture was made.
#[derive(Debug, thiserror::Error)]
pub enum PosterError {
    /// The SVG is none.
    #[error("the SVG cannot be drawn: {0}; give one as `poster::svg` writes it")]
    Svg(String),
    /// The picture would have no pixel, or more than memory should hold.
    #[error("a picture {width} pixels across cannot be made; ask for 16 to {MOST_PIXELS}")]
    Width {
        /// As asked for.
        width: u32,
    },
    /// The picture could not be written as PNG.
    #[error("the picture cannot be written as PNG: {0}")]
    Png(String),
}

/// The widest picture in pixels: A1 at 400 dots an inch.
const MOST_PIXELS: u32 = 10_000;

/// The picture as SVG.
#[must_use]
pub fn svg(poster: &Poster<'_>) -> String {
    sheet::draw(poster)
}

/// An SVG picture as PNG, `width` pixels across.
///
/// # Errors
/// When the text is no SVG, or the width is below 16 or above 10,000 pixels.
pub fn png(svg: &str, width: u32) -> Result<Vec<u8>, PosterError> {
    if !(16..=MOST_PIXELS).contains(&width) {
        return Err(PosterError::Width { width });
    }
    let tree =
        usvg::Tree::from_str(svg, &usvg::Options::default()).map_err(|wrong| PosterError::Svg(wrong.to_string()))?;
    let scale = width as f32 / tree.size().width();
    let height = (tree.size().height() * scale).round() as u32;
    if height > 2 * MOST_PIXELS {
        return Err(PosterError::Width { width });
    }
    let mut pixels = tiny_skia::Pixmap::new(width, height).ok_or(PosterError::Width { width })?;
    resvg::render(&tree, tiny_skia::Transform::from_scale(scale, scale), &mut pixels.as_mut());
    pixels.encode_png().map_err(|wrong| PosterError::Png(wrong.to_string()))
}
