//! Where on a small picture a position comes to lie: Web Mercator, as on the map, around what is shown.

use libm::{asinh, tan};

use crate::geometry::{Bounds, Point};

/// The size of a picture, in the units of whoever draws it.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Canvas {
    width: f64,
    height: f64,
}

/// Why two numbers are no size of a picture.
#[derive(Debug, Clone, Copy, PartialEq, thiserror::Error)]
#[error("a picture of {width} by {height} cannot be drawn; each side must be a number from 16 to 4,096")]
pub struct CanvasError {
    /// As given.
    pub width: f64,
    /// As given.
    pub height: f64,
}

impl Canvas {
    /// A picture of that size.
    ///
    /// # Errors
    /// When a side is shorter than 16 or longer than 4,096.
    pub fn new(width: f64, height: f64) -> Result<Canvas, CanvasError> {
        let fits = |side: f64| (16.0..=4096.0).contains(&side);
        if fits(width) && fits(height) { Ok(Canvas { width, height }) } else { Err(CanvasError { width, height }) }
    }

    pub(super) fn shorter_side(self) -> f64 {
        self.width.min(self.height)
    }
}

/// x to the right, y down.
pub(super) type Spot = [f64; 2];

/// What is cut off lies beyond the edge by this much, so that no cut is seen.
const OVERLAP: f64 = 12.0;
/// So much of the shorter side stays free on every side of what is shown.
const FREE: f64 = 0.1;
/// The earth's radii across what is shown at least: some 500 m at the equator.
const LEAST: f64 = 8e-5;
/// Where the map ends.
const END_OF_MAP: f64 = 85.05;

/// The part of the map that is shown.
#[derive(Debug, Clone, Copy)]
pub(super) struct Frame {
    canvas: Canvas,
    /// The longitude in the middle, in degrees.
    lon: f64,
    /// The middle's northing, in the earth's radii.
    north: f64,
    /// Units for one radius of the earth.
    scale: f64,
}

impl Frame {
    /// Around these positions, with some room; anywhere where there is none.
    pub fn around(points: impl IntoIterator<Item = Point>, canvas: Canvas) -> Frame {
        let anywhere = Bounds { south: 0.0, west: 0.0, north: 0.0, east: 0.0 };
        let bounds = Bounds::around(points).unwrap_or(anywhere);
        let across = (bounds.east - bounds.west).rem_euclid(360.0);
        let (top, bottom) = (northing(bounds.north), northing(bounds.south));
        let room = |side: f64| side - 2.0 * FREE * canvas.shorter_side();
        let scale = |side: f64, shown: f64| room(side) / shown.max(LEAST);
        Frame {
            canvas,
            lon: bounds.west + across / 2.0,
            north: f64::midpoint(top, bottom),
            scale: scale(canvas.width, across.to_radians()).min(scale(canvas.height, top - bottom)),
        }
    }

    /// Where a position lies.
    pub fn spot(&self, point: Point) -> Spot {
        let east = (point.lon() - self.lon + 540.0).rem_euclid(360.0) - 180.0;
        let x = self.canvas.width / 2.0 + self.scale * east.to_radians();
        [x, self.canvas.height / 2.0 + self.scale * (self.north - northing(point.lat()))]
    }

    /// Where the positions of a line lie.
    pub fn spots(&self, points: &[Point]) -> Vec<Spot> {
        points.iter().map(|point| self.spot(*point)).collect()
    }

    /// What can be seen and a little more, as its upper left and lower right corner.
    pub fn paper(&self) -> [Spot; 2] {
        [[-OVERLAP; 2], [self.canvas.width + OVERLAP, self.canvas.height + OVERLAP]]
    }
}

/// How far north of the equator, in the earth's radii.
fn northing(lat: f64) -> f64 {
    asinh(tan(lat.clamp(-END_OF_MAP, END_OF_MAP).to_radians()))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(lat: f64, lon: f64) -> Point {
        Point::new(lat, lon).expect("valid")
    }

    #[test]
    fn north_is_up_east_is_right_and_the_middle_in_the_middle() {
        let frame = Frame::around([at(55.0, 20.0), at(55.0, 22.0)], Canvas::new(320.0, 200.0).expect("a canvas"));
        assert_eq!(frame.spot(at(55.0, 21.0)), [160.0, 100.0]);
        let [x, y] = frame.spot(at(55.0, 22.0));
        assert!((x - 300.0).abs() < 1e-9 && (y - 100.0).abs() < 1e-9, "{x} {y}");
        assert!(frame.spot(at(55.1, 21.0))[1] < 100.0);
    }

    #[test]
    fn fiji_is_in_one_piece() {
        let frame = Frame::around([at(-17.0, 179.0), at(-18.0, -179.0)], Canvas::new(200.0, 200.0).expect("a canvas"));
        let (west, east) = (frame.spot(at(-17.0, 179.9)), frame.spot(at(-17.0, -179.9)));
        assert!(east[0] > west[0] && east[0] - west[0] < 30.0);
    }

    #[test]
    fn a_picture_without_a_size_is_refused() {
        for (width, height) in [(0.0, 100.0), (f64::NAN, 100.0), (100.0, f64::INFINITY), (100.0, -5.0)] {
            let error = Canvas::new(width, height).expect_err("refused").to_string();
            assert!(error.contains("16 to 4,096"), "{error}");
        }
    }
}
