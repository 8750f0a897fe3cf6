//! What is drawn under the routes.

use super::named::named;
use crate::geometry::Point;

named!(
    /// What a layer of the base map shows; layers are drawn in this order.
    BaseLayerKind {
        /// Sea and lagoon, as areas.
        Water = "water",
        /// Land, as areas.
        Land = "land",
        /// Lakes, ponds and wide rivers, as areas.
        InlandWater = "inland-water",
        /// Rivers and streams, as lines.
        Waterway = "waterway",
        /// Borders between countries, as lines.
        Border = "border",
    }
);

/// One layer of the base map.
#[derive(Debug, Clone, PartialEq)]
pub struct BaseLayer {
    /// What it shows.
    pub kind: BaseLayerKind,
    /// Its areas or lines.
    pub features: Vec<BaseFeature>,
}

/// One area or line of the base map.
#[derive(Debug, Clone, PartialEq)]
pub struct BaseFeature {
    /// Its name, where it has one.
    pub name: Option<String>,
    /// A finer word for what it is: `river`, `stream`, `baltic-sea`; empty where the layer says enough.
    pub class: String,
    /// Where it is.
    pub shape: Shape,
}

/// Areas or lines; positions are valid, rings are closed and have four positions or more, lines have two or more.
#[derive(Debug, Clone, PartialEq)]
pub enum Shape {
    /// Each area is its outer ring and then its holes.
    Areas(Vec<Vec<Vec<Point>>>),
    /// Lines.
    Lines(Vec<Vec<Point>>),
}

impl Shape {
    /// Its areas, each its outer ring and then its holes; lines have none.
    #[must_use]
    pub fn areas(&self) -> &[Vec<Vec<Point>>] {
        match self {
            Shape::Areas(areas) => areas,
            Shape::Lines(_) => &[],
        }
    }
}
