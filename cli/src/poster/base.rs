//! The map under the route: water, land, rivers and borders.

use route_guide_core::geometry::Point;
use route_guide_core::model::{BaseFeature, BaseLayer, BaseLayerKind, Shape};

use super::drawing::{Drawing, PathText, number};
use super::palette;
use super::plane::{Rect, Spot};
use super::projection::View;
use super::sheet::Style;

/// Vertices nearer than this to the one before are left out: nobody sees a tenth of a point.
pub(super) const FINEST: f64 = 0.2;
/// The same for borders: dashes around every bend of a brook are noise.
const FINEST_BORDER: f64 = 2.2;
/// Smaller areas are left out.
const SMALLEST: f64 = 2.4;

/// Draws the layers, each in its turn; whether a border is seen.
pub(super) fn draw(drawing: &mut Drawing<'_>, layers: &[BaseLayer], view: &View, style: &Style) -> bool {
    drawing.rect(view.frame, &format!("fill=\"{}\"", palette::LAND));
    let edge = Edge::of(layers);
    let mut border_seen = false;
    for kind in BaseLayerKind::ALL {
        let features = layers.iter().filter(|layer| layer.kind == *kind).flat_map(|layer| &layer.features);
        for feature in features {
            let edge = edge.filter(|_| matches!(kind, BaseLayerKind::Water | BaseLayerKind::Land));
            let finest = if *kind == BaseLayerKind::Border { FINEST_BORDER } else { FINEST };
            let path = path_of(feature, edge, finest, view);
            border_seen |= *kind == BaseLayerKind::Border && !path.is_empty();
            draw_feature(drawing, *kind, &feature.class, &path, style);
        }
    }
    border_seen
}

fn draw_feature(drawing: &mut Drawing<'_>, kind: BaseLayerKind, class: &str, path: &PathText, style: &Style) {
    let shore = number(style.shore);
    let attributes = match kind {
        BaseLayerKind::Water => format!("fill=\"{}\" fill-rule=\"evenodd\"", palette::WATER),
        BaseLayerKind::Land => format!(
            "fill=\"{}\" fill-rule=\"evenodd\" stroke=\"{}\" stroke-width=\"{shore}\" stroke-linejoin=\"round\"",
            palette::LAND,
            palette::SHORE
        ),
        BaseLayerKind::InlandWater => format!(
            "fill=\"{}\" stroke=\"{}\" stroke-width=\"{}\" fill-rule=\"evenodd\"",
            palette::WATER,
            palette::RIVER,
            number(style.shore * 0.5)
        ),
        BaseLayerKind::Waterway => format!(
            "fill=\"none\" stroke=\"{}\" stroke-width=\"{}\" stroke-linecap=\"round\" stroke-linejoin=\"round\"",
            palette::RIVER,
            number(style.shore * river_width(class))
        ),
        BaseLayerKind::Border => return draw_border(drawing, path, style.shore),
    };
    drawing.path(path, &attributes);
}

fn path_of(feature: &BaseFeature, edge: Option<Edge>, finest: f64, view: &View) -> PathText {
    let mut path = PathText::default();
    match &feature.shape {
        Shape::Areas(areas) => {
            for ring in areas.iter().flatten() {
                add_ring(&mut path, ring, edge, view);
            }
        }
        Shape::Lines(lines) => {
            for line in lines {
                let spots = thinned(line.iter().map(|point| view.place(*point)), finest);
                if Rect::enclosing(spots.iter().copied()).is_some_and(|extent| extent.overlaps(&view.frame)) {
                    path.add(&spots, false);
                }
            }
        }
    }
    path
}

/// A border: dashes and dots on a pale band; `shore` is the width of a shore.
pub(super) fn draw_border(drawing: &mut Drawing<'_>, path: &PathText, shore: f64) {
    let stroke = format!("fill=\"none\" stroke=\"{}\" stroke-linejoin=\"round\"", palette::BORDER);
    drawing.path(path, &format!("{stroke} stroke-opacity=\"0.22\" stroke-width=\"{}\"", number(shore * 9.0)));
    let pattern = dashes(shore, &[9.0, 3.0, 2.0, 3.0]);
    drawing.path(path, &format!("{stroke} stroke-dasharray=\"{pattern}\" stroke-width=\"{}\"", number(shore * 1.6)));
}

fn river_width(class: &str) -> f64 {
    if class == "river" { 1.8 } else { 1.0 }
}

/// A dash pattern for a line of that width.
pub(super) fn dashes(width: f64, pattern: &[f64]) -> String {
    let lengths: Vec<String> = pattern.iter().map(|length| number(length * width)).collect();
    lengths.join(" ")
}

fn add_ring(path: &mut PathText, ring: &[Point], edge: Option<Edge>, view: &View) {
    let spots = thinned(
        ring.iter().map(|point| match edge {
            Some(edge) => edge.place(*point, view),
            None => view.place(*point),
        }),
        FINEST,
    );
    let seen = Rect::enclosing(spots.iter().copied())
        .is_some_and(|extent| extent.overlaps(&view.frame) && extent.width().max(extent.height()) >= SMALLEST);
    if seen {
        path.add(&spots, true);
    }
}

/// Without the vertices that lie nearer than `finest` to the one before; the ends stay.
pub(super) fn thinned(spots: impl Iterator<Item = Spot>, finest: f64) -> Vec<Spot> {
    let mut kept: Vec<Spot> = Vec::new();
    let mut left_out = None;
    for spot in spots {
        if kept.last().is_some_and(|last| last.distance(spot) < finest) {
            left_out = Some(spot);
        } else {
            kept.push(spot);
            left_out = None;
        }
    }
    kept.extend(left_out);
    kept
}

/// The box in which the base map was cut out.
///
/// Where a sheet shows more, sea and land run on in their colours: a straight edge across the picture would look like a
/// shore that is not there.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Edge {
    west: f64,
    east: f64,
    south: f64,
    north: f64,
}

impl Edge {
    /// How far the colours run on, in degrees.
    const BEYOND: f64 = 4.0;
    /// What counts as on the edge, in degrees.
    const ON_EDGE: f64 = 1e-4;

    /// The box around all water and land; `None` where there is neither.
    pub fn of(layers: &[BaseLayer]) -> Option<Edge> {
        let ground = layers.iter().filter(|layer| matches!(layer.kind, BaseLayerKind::Water | BaseLayerKind::Land));
        let mut points = ground.flat_map(|layer| &layer.features).flat_map(|feature| match &feature.shape {
            Shape::Areas(areas) => areas.iter().flatten().flatten(),
            Shape::Lines(_) => [].iter().flatten().flatten(),
        });
        let first = points.next()?;
        let start = Edge { west: first.lon(), east: first.lon(), south: first.lat(), north: first.lat() };
        Some(points.fold(start, |edge, point| Edge {
            west: edge.west.min(point.lon()),
            east: edge.east.max(point.lon()),
            south: edge.south.min(point.lat()),
            north: edge.north.max(point.lat()),
        }))
    }

    /// Where a position lies on the sheet; far out where it lies on the edge.
    pub fn place(self, point: Point, view: &View) -> Spot {
        let beyond = |value: f64, low: f64, high: f64| match value {
            _ if value <= low + Edge::ON_EDGE => value - Edge::BEYOND,
            _ if value >= high - Edge::ON_EDGE => value + Edge::BEYOND,
            _ => value,
        };
        view.place_degrees(beyond(point.lat(), self.south, self.north), beyond(point.lon(), self.west, self.east))
    }
}
