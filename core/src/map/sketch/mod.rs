//! A small picture of a route or a ride, for a card in a list: shapes that any canvas can fill and stroke.
//!
//! What lives here: what is drawn, in which order and colours. Where it comes to lie is `frame`'s business, how much of a
//! shape is left at that size `plane`'s. No labels: a card has its own.

mod frame;
mod plane;

use super::palette::{Palette, argb};
use super::{Colour, Theme};
use crate::geometry::Point;
use crate::model::{BaseLayer, BaseLayerKind, Leg, Origin, Route, Shape};

pub use frame::{Canvas, CanvasError};
use frame::{Frame, Spot};

/// A small picture: its ground, and shapes to draw one upon the other.
#[derive(Debug, Clone, PartialEq)]
pub struct Sketch {
    /// The colour of the ground, as alpha, red, green and blue.
    pub background: u32,
    /// The lowest first.
    pub shapes: Vec<SketchShape>,
}

/// An area with its holes (even-odd), or a line with its pieces.
#[derive(Debug, Clone, PartialEq)]
pub struct SketchShape {
    /// Whether it is an area, each piece a ring whose end joins its beginning.
    pub closed: bool,
    /// The colour it is filled with.
    pub fill: Option<u32>,
    /// The colour of its line.
    pub stroke: Option<u32>,
    /// How wide the line is; its ends and corners are round.
    pub stroke_width: f64,
    /// Whether the line is dashed.
    pub dashed: bool,
    /// x to the right and y down, from the upper left corner.
    pub points: Vec<[f32; 2]>,
    /// The number of the first point of each ring or piece.
    pub pieces: Vec<u32>,
}

/// The line of a leg is so wide, as a share of the shorter side of the picture.
const WIDTH: f64 = 0.016;
/// Whatever the picture's size, it is never narrower or wider than this.
const WIDTHS: (f64, f64) = (1.6, 6.0);
/// By how much the light edge of a line is wider than the line.
const CASING: f64 = 1.9;
/// Areas smaller than so many square units are not worth a shape.
const SPECK: f64 = 2.0;

/// A route with its stops on the base map.
#[must_use]
pub fn sketch(route: &Route, base_map: &[BaseLayer], theme: Theme, canvas: Canvas) -> Sketch {
    let palette = theme.palette();
    let points = route.line.points().iter().copied().chain(route.stops.iter().map(|stop| stop.position));
    let mut drawing = Drawing::new(Frame::around(points, canvas), palette, canvas);
    for layer in base_map {
        drawing.ground(layer);
    }
    drawing.legs(route);
    for stop in &route.stops {
        drawing.dot(stop.position, palette.stop(stop.category), palette.halo);
    }
    Sketch {
        background: argb(if base_map.is_empty() { palette.land } else { palette.unmapped }),
        shapes: drawing.shapes,
    }
}

/// A ride by its pieces between pauses: the line, a light dot where it starts and a dark one where it ends.
#[must_use]
pub fn sketch_track(pieces: &[Vec<Point>], theme: Theme, canvas: Canvas) -> Sketch {
    let palette = theme.palette();
    let points = pieces.iter().flatten().copied();
    let mut drawing = Drawing::new(Frame::around(points.clone(), canvas), palette, canvas);
    let lines: Vec<Vec<Spot>> = pieces.iter().flat_map(|piece| drawing.line(piece)).collect();
    let width = drawing.width;
    drawing.stroke(lines, palette.track, width, false);
    if let (Some(start), Some(end)) = (points.clone().next(), points.last()) {
        drawing.dot(start, palette.halo, palette.track);
        drawing.dot(end, palette.track, palette.halo);
    }
    Sketch { background: argb(palette.land), shapes: drawing.shapes }
}

/// A picture under way.
struct Drawing {
    frame: Frame,
    palette: &'static Palette,
    /// Of a leg's line.
    width: f64,
    shapes: Vec<SketchShape>,
}

impl Drawing {
    fn new(frame: Frame, palette: &'static Palette, canvas: Canvas) -> Drawing {
        let width = (canvas.shorter_side() * WIDTH).clamp(WIDTHS.0, WIDTHS.1);
        Drawing { frame, palette, width, shapes: Vec::new() }
    }

    /// A layer's areas; its lines are too fine for a small picture.
    fn ground(&mut self, layer: &BaseLayer) {
        let colour = match layer.kind {
            BaseLayerKind::Water | BaseLayerKind::InlandWater => self.palette.water,
            BaseLayerKind::Land => self.palette.land,
            BaseLayerKind::Waterway | BaseLayerKind::Border => return,
        };
        for feature in &layer.features {
            let Shape::Areas(areas) = &feature.shape else { continue };
            for area in areas {
                let rings = area.iter().map(|ring| plane::ring(self.frame.spots(ring), self.frame.paper()));
                let rings = rings.filter(|ring| plane::area(ring) >= SPECK).collect();
                self.push(rings, SketchShape { closed: true, fill: Some(argb(colour)), ..SketchShape::nothing() });
            }
        }
    }

    /// The light edge of the whole line first, then what is travelled and known alike together.
    fn legs(&mut self, route: &Route) {
        let mut looks: Vec<(Colour, bool, Vec<Vec<Spot>>)> = Vec::new();
        for leg in &route.legs {
            let lines = self.leg(route, leg);
            let (colour, dashed) = (self.palette.leg(leg.mode), leg.origin == Origin::Indicative);
            match looks.iter_mut().find(|look| (look.0, look.1) == (colour, dashed)) {
                Some(alike) => alike.2.extend(lines),
                None => looks.push((colour, dashed, lines)),
            }
        }
        let whole = looks.iter().flat_map(|look| look.2.iter().cloned()).collect();
        self.stroke(whole, self.palette.halo, self.width * CASING, false);
        for (colour, dashed, lines) in looks {
            self.stroke(lines, colour, self.width, dashed);
        }
    }

    fn leg(&self, route: &Route, leg: &Leg) -> Vec<Vec<Spot>> {
        route.line.between(leg.from, leg.to).map_or_else(|_| Vec::new(), |line| self.line(line.points()))
    }

    fn line(&self, points: &[Point]) -> Vec<Vec<Spot>> {
        plane::line(&self.frame.spots(points), self.frame.paper())
    }

    fn stroke(&mut self, lines: Vec<Vec<Spot>>, colour: Colour, stroke_width: f64, dashed: bool) {
        self.push(lines, SketchShape { stroke: Some(argb(colour)), stroke_width, dashed, ..SketchShape::nothing() });
    }

    fn dot(&mut self, at: Point, fill: Colour, edge: Colour) {
        let ring = plane::circle(self.frame.spot(at), self.width * 1.35);
        let (fill, stroke) = (Some(argb(fill)), Some(argb(edge)));
        let look = SketchShape { closed: true, fill, stroke, stroke_width: self.width * 0.5, ..SketchShape::nothing() };
        self.push(vec![ring], look);
    }

    /// Adds a shape that looks like this one, unless nothing is left of it.
    fn push(&mut self, pieces: Vec<Vec<Spot>>, mut shape: SketchShape) {
        for piece in pieces {
            shape.pieces.push(u32::try_from(shape.points.len()).unwrap_or(u32::MAX));
            shape.points.extend(piece.into_iter().map(|spot| spot.map(|number| number as f32)));
        }
        if !shape.points.is_empty() {
            self.shapes.push(shape);
        }
    }
}

impl SketchShape {
    fn nothing() -> SketchShape {
        SketchShape {
            closed: false,
            fill: None,
            stroke: None,
            stroke_width: 0.0,
            dashed: false,
            points: Vec::new(),
            pieces: Vec::new(),
        }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    /// A walk of up to some hundred metres a step from anywhere, the antimeridian included.
    fn walk() -> impl Strategy<Value = Vec<Point>> {
        let start = (-80.0..80.0_f64, prop_oneof![-180.0..180.0_f64, 179.99..180.0_f64]);
        (start, proptest::collection::vec((-0.01..0.01_f64, -0.01..0.01_f64), 1..300)).prop_map(
            |((lat, lon), steps)| {
                let mut at = (lat, lon);
                let walked = steps.into_iter().map(|(north, east)| {
                    at = (at.0 + north, (at.1 + east + 540.0).rem_euclid(360.0) - 180.0);
                    Point::new(at.0, at.1).expect("valid")
                });
                walked.collect()
            },
        )
    }

    proptest! {
        #[test]
        fn a_ride_lies_in_its_box_and_fills_it(walked in walk(), width in 40.0..800.0_f64, height in 40.0..800.0_f64) {
            let canvas = Canvas::new(width, height).expect("a canvas");
            let sketch = sketch_track(&[walked], Theme::Dark, canvas);
            let line = sketch.shapes.iter().flat_map(|shape| &shape.points);
            let (mut left, mut right, mut top, mut bottom) = (f32::MAX, f32::MIN, f32::MAX, f32::MIN);
            for [x, y] in line {
                prop_assert!((0.0..=width as f32).contains(x) && (0.0..=height as f32).contains(y), "{} {}", x, y);
                (left, right, top, bottom) = (left.min(*x), right.max(*x), top.min(*y), bottom.max(*y));
            }
            // It stands in the middle.
            prop_assert!((left + right - width as f32).abs() < 0.2 * width as f32);
            prop_assert!((top + bottom - height as f32).abs() < 0.2 * height as f32);
        }

        #[test]
        fn pieces_begin_where_they_say(one in walk(), other in walk()) {
            let canvas = Canvas::new(300.0, 200.0).expect("a canvas");
            for shape in sketch_track(&[one, other], Theme::Light, canvas).shapes {
                prop_assert_eq!(shape.pieces.first(), Some(&0));
                prop_assert!(shape.pieces.windows(2).all(|pair| pair[0] < pair[1]));
                prop_assert!(shape.pieces.iter().all(|piece| (*piece as usize) < shape.points.len()));
            }
        }
    }

    #[test]
    fn a_ride_without_a_line_is_a_dot_or_nothing() {
        let canvas = Canvas::new(300.0, 200.0).expect("a canvas");
        let nowhere = sketch_track(&[], Theme::Light, canvas);
        assert!(nowhere.shapes.is_empty() && nowhere.background == 0xff_f8_f6_ee);
        let here = Point::new(55.3, 21.0).expect("valid");
        assert_eq!(sketch_track(&[vec![here]], Theme::Light, canvas).shapes.len(), 2);
    }
}
