//! From positions on the ellipsoid to the flat sheet.
//!
//! A transverse Mercator projection of WGS 84 around the meridian in the middle of the map: conformal, north is up in
//! the middle, and lengths are true to one part in ten thousand within 90 km of that meridian, so that one scale bar
//! serves the whole sheet.

use libm::{asinh, atan2, atanh, cos, cosh, hypot, sin, sinh, sqrt};
use route_guide_core::geometry::{Bounds, Metres, Point};

use super::plane::{Rect, Spot};

/// Half the longer axis of WGS 84, in metres.
const AXIS: f64 = 6_378_137.0;
/// The flattening of WGS 84.
const FLATTENING: f64 = 1.0 / 298.257_223_563;
/// The third flattening, in which the series is written.
const N: f64 = FLATTENING / (2.0 - FLATTENING);
/// The radius of the circle as long as a meridian.
const RADIUS: f64 = AXIS / (1.0 + N) * (1.0 + N * N / 4.0 + N * N * N * N / 64.0);
/// Krüger's coefficients to the third order.
const ALPHA: [f64; 3] = [
    N / 2.0 - 2.0 * N * N / 3.0 + 5.0 * N * N * N / 16.0,
    13.0 * N * N / 48.0 - 3.0 * N * N * N / 5.0,
    61.0 * N * N * N / 240.0,
];
/// What lies farther from the meridian is drawn as if it lay here: a map that wide has no true scale anyway.
const WIDEST: f64 = 75.0;
/// The poles themselves have no place in the series.
const HIGHEST: f64 = 89.99;

/// The transverse Mercator projection around one meridian (Krüger 1912 in the form of Karney 2011).
#[derive(Debug, Clone, Copy, PartialEq)]
struct Projection {
    meridian: f64,
}

impl Projection {
    /// Metres east of the meridian and north of the equator.
    fn project(self, lat: f64, lon: f64) -> (f64, f64) {
        let latitude = lat.clamp(-HIGHEST, HIGHEST).to_radians();
        let turn = (lon - self.meridian + 540.0).rem_euclid(360.0) - 180.0;
        let turn = turn.clamp(-WIDEST, WIDEST).to_radians();
        let eccentricity = 2.0 * sqrt(N) / (1.0 + N);
        let sine = sin(latitude);
        let conformal = sinh(atanh(sine) - eccentricity * atanh(eccentricity * sine));
        let xi = atan2(conformal, cos(turn));
        let eta = asinh(sin(turn) / hypot(conformal, cos(turn)));
        let (mut north, mut east) = (xi, eta);
        for (order, alpha) in (1..).zip(ALPHA) {
            let times = 2.0 * f64::from(order);
            north += alpha * sin(times * xi) * cosh(times * eta);
            east += alpha * cos(times * xi) * sinh(times * eta);
        }
        (RADIUS * east, RADIUS * north)
    }
}

/// A part of the ground as it lies on the sheet.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct View {
    projection: Projection,
    /// Metres east and north of what lies in the middle of the frame.
    ground: (f64, f64),
    units_per_metre: f64,
    /// Where the map lies on the sheet.
    pub frame: Rect,
}

impl View {
    /// The view in which all the positions lie within `inner`, as large as it can be; `None` where there are none.
    ///
    /// Nothing is enlarged beyond one sheet unit for 2 m: positions are not known better.
    pub fn fit(points: &[Point], frame: Rect, inner: Rect) -> Option<View> {
        const LARGEST: f64 = 0.5;
        let bounds = Bounds::around(points.iter().copied())?;
        let east = if bounds.crosses_antimeridian() { bounds.east + 360.0 } else { bounds.east };
        let projection = Projection { meridian: (bounds.west + east) / 2.0 };
        let places = points.iter().map(|point| projection.project(point.lat(), point.lon()));
        let extent = Rect::enclosing(places.map(|(east, north)| Spot::new(east, north)))?;
        let units_per_metre = (inner.width() / extent.width()).min(inner.height() / extent.height()).min(LARGEST);
        let aside = Spot::new(inner.middle().x - frame.middle().x, inner.middle().y - frame.middle().y);
        let ground = (extent.middle().x - aside.x / units_per_metre, extent.middle().y + aside.y / units_per_metre);
        Some(View { projection, ground, units_per_metre, frame })
    }

    /// Where a position lies on the sheet; it may lie outside the frame.
    pub fn place(&self, point: Point) -> Spot {
        self.place_degrees(point.lat(), point.lon())
    }

    /// The same for degrees that were moved off the ground on purpose.
    pub fn place_degrees(&self, lat: f64, lon: f64) -> Spot {
        let (east, north) = self.projection.project(lat, lon);
        let middle = self.frame.middle();
        Spot::new(
            middle.x + (east - self.ground.0) * self.units_per_metre,
            middle.y - (north - self.ground.1) * self.units_per_metre,
        )
    }

    /// How long a length on the ground is on the sheet.
    pub fn units(&self, length: Metres) -> f64 {
        length.0 * self.units_per_metre
    }

    /// How long a length on the sheet is on the ground.
    pub fn metres(&self, units: f64) -> Metres {
        Metres(units / self.units_per_metre)
    }

    /// Degrees east of the meridian the projection is built around.
    pub fn meridian(&self) -> f64 {
        (self.projection.meridian + 540.0).rem_euclid(360.0) - 180.0
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(lat: f64, lon: f64) -> Point {
        Point::new(lat, lon).expect("valid")
    }

    #[test]
    fn it_agrees_with_a_published_position() {
        // Greenwich meridian, 45° N: the length of the meridian arc, 4,984,944.378 m (Vermeille 2002 and others).
        let (east, north) = Projection { meridian: 0.0 }.project(45.0, 0.0);
        assert!(east.abs() < 1e-6 && (north - 4_984_944.378).abs() < 0.01, "{north}");
    }

    #[test]
    fn lengths_on_the_sheet_are_lengths_on_the_ground() {
        let frame = Rect::new(0.0, 0.0, 500.0, 1_000.0);
        let view = View::fit(&[at(55.2, 20.9), at(56.4, 22.1)], frame, frame.grown(-40.0)).expect("a view");
        for (from, to) in
            [(at(55.7, 21.1), at(55.8, 21.1)), (at(55.2, 20.9), at(55.2, 21.0)), (at(56.4, 21.9), at(56.3, 22.1))]
        {
            let on_sheet = view.metres(view.place(from).distance(view.place(to)));
            let on_ground = from.distance(to);
            assert!((on_sheet.0 / on_ground.0 - 1.0).abs() < 1e-3, "{on_sheet} for {on_ground}");
        }
    }

    #[test]
    fn a_route_across_the_antimeridian_is_not_torn_apart() {
        let frame = Rect::new(0.0, 0.0, 500.0, 500.0);
        let view = View::fit(&[at(-17.0, 179.9), at(-17.1, -179.9)], frame, frame.grown(-50.0)).expect("a view");
        assert!((view.place(at(-17.0, 179.9)).x - 50.0).abs() < 0.5);
        assert!((view.place(at(-17.1, -179.9)).x - 450.0).abs() < 0.5);
    }

    #[test]
    fn no_place_on_earth_is_off_the_number_line() {
        let frame = Rect::new(0.0, 0.0, 500.0, 500.0);
        let view = View::fit(&[at(-90.0, -180.0), at(90.0, 0.0), at(0.0, 180.0)], frame, frame).expect("a view");
        for point in [at(90.0, 180.0), at(-90.0, 0.0), at(0.0, 90.0), at(0.0, -90.0)] {
            let spot = view.place(point);
            assert!(spot.x.is_finite() && spot.y.is_finite());
        }
    }
}
