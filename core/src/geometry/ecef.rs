//! Earth-centred, earth-fixed coordinates: where the arithmetic happens.
//!
//! The straight chord between two surface points is bent to the arc over it with the radius of curvature of the
//! ellipsoid in that direction, which keeps distances within 0.01 % of Karney's geodesic (2013) up to 1,000 km.

use libm::{asin, atan2, sin, sincos, sqrt};

use super::{Metres, Point};

/// WGS 84's equatorial radius in metres.
pub(super) const EQUATORIAL_RADIUS: f64 = 6_378_137.0;
const FLATTENING: f64 = 1.0 / 298.257_223_563;
/// Square of WGS 84's first eccentricity.
pub(super) const ECCENTRICITY_2: f64 = FLATTENING * (2.0 - FLATTENING);

/// Below this chord the arc over it is longer by less than 1 part in 10⁹.
const STRAIGHT: f64 = 1_000.0;
/// Below this chord it does not matter in which direction the ellipsoid is bent how much.
const NEARLY_STRAIGHT: f64 = 50_000.0;
const MEAN_RADIUS: f64 = 6_371_008.8;

/// An earth-centred position in metres: x towards 0° 0°, y towards 0° 90° E, z towards the north pole.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Ecef {
    /// Towards 0° N 0° E.
    pub x: f64,
    /// Towards 0° N 90° E.
    pub y: f64,
    /// Towards the north pole.
    pub z: f64,
}

impl From<Point> for Ecef {
    fn from(point: Point) -> Ecef {
        let (lat, lon) = (point.lat().to_radians(), point.lon().to_radians());
        let ((sin_lat, cos_lat), (sin_lon, cos_lon)) = (sincos(lat), sincos(lon));
        let normal = EQUATORIAL_RADIUS / sqrt(1.0 - ECCENTRICITY_2 * sin_lat * sin_lat);
        let across = normal * cos_lat;
        Ecef { x: across * cos_lon, y: across * sin_lon, z: normal * (1.0 - ECCENTRICITY_2) * sin_lat }
    }
}

impl From<Ecef> for Point {
    /// The surface position in the direction of `at` from the earth's centre.
    fn from(at: Ecef) -> Point {
        let across = sqrt(at.x * at.x + at.y * at.y);
        let lat = atan2(at.z, (1.0 - ECCENTRICITY_2) * across).to_degrees();
        let lon = atan2(at.y, at.x).to_degrees();
        Point::from_valid(lat, lon)
    }
}

impl Ecef {
    /// The straight distance through the ground.
    #[must_use]
    pub fn chord(self, other: Ecef) -> Metres {
        Metres(sqrt((self - other).dot(self - other)))
    }

    /// The distance over the ground between two surface positions.
    #[must_use]
    pub fn ground_distance(self, other: Ecef) -> Metres {
        let chord = self.chord(other).0;
        if chord < STRAIGHT {
            return Metres(chord);
        }
        if chord < NEARLY_STRAIGHT {
            // The first two terms of the same arc: what is left out is less than 2 mm, here and at the joint.
            let bend = chord / MEAN_RADIUS;
            return Metres(chord * (1.0 + bend * bend / 24.0));
        }
        let radius = self.radius_towards(other);
        Metres(2.0 * radius * asin((chord / (2.0 * radius)).min(1.0)))
    }

    /// The point at `share` (0 to 1) of the way over the ground to `other`.
    #[must_use]
    pub fn towards(self, other: Ecef, share: f64) -> Ecef {
        let chord = self.chord(other).0;
        if chord < STRAIGHT {
            return self + (other - self) * share;
        }
        let angle = self.angle(other);
        if angle < 1e-12 {
            return self;
        }
        let (from, to) = (sin((1.0 - share) * angle) / sin(angle), sin(share * angle) / sin(angle));
        (self.unit() * from + other.unit() * to).on_surface()
    }

    /// The place so far away in the direction `ahead`, where `up` is up: along the circle that the ground is bent to there.
    pub(super) fn straight_on(self, up: Ecef, ahead: Ecef, distance: Metres) -> Ecef {
        // The radius half-way is what bends the ground over the whole way.
        let radius = self.radius_towards(self + ahead * distance.0);
        let (sine, cosine) = sincos(distance.0 / radius);
        self + up * (radius * (cosine - 1.0)) + ahead * (radius * sine)
    }

    /// The angle between two directions from the earth's centre, in radians.
    pub(super) fn angle(self, other: Ecef) -> f64 {
        let cross = self.cross(other);
        atan2(sqrt(cross.dot(cross)), self.dot(other))
    }

    /// Scaled so that it lies on the ellipsoid, seen from the earth's centre.
    pub(super) fn on_surface(self) -> Ecef {
        let flat = (self.x * self.x + self.y * self.y) / (EQUATORIAL_RADIUS * EQUATORIAL_RADIUS);
        let polar_radius = EQUATORIAL_RADIUS * (1.0 - FLATTENING);
        let tall = self.z * self.z / (polar_radius * polar_radius);
        self * (1.0 / sqrt(flat + tall))
    }

    /// The ellipsoid's radius of curvature half-way to `other`, in its direction (Euler's formula).
    fn radius_towards(self, other: Ecef) -> f64 {
        let middle = ((self + other) * 0.5).unit();
        let sin_lat_2 = middle.z * middle.z;
        let shrink = 1.0 - ECCENTRICITY_2 * sin_lat_2;
        let prime_vertical = EQUATORIAL_RADIUS / sqrt(shrink);
        let meridional = prime_vertical * (1.0 - ECCENTRICITY_2) / shrink;
        let way = (other - self).unit();
        let across = sqrt(middle.x * middle.x + middle.y * middle.y);
        let east = if across < 1e-9 { 0.0 } else { (middle.x * way.y - middle.y * way.x) / across };
        let east_2 = (east * east).min(1.0);
        1.0 / ((1.0 - east_2) / meridional + east_2 / prime_vertical)
    }

    /// The scalar product.
    #[must_use]
    pub fn dot(self, other: Ecef) -> f64 {
        self.x * other.x + self.y * other.y + self.z * other.z
    }

    /// The vector product.
    #[must_use]
    pub fn cross(self, other: Ecef) -> Ecef {
        Ecef {
            x: self.y * other.z - self.z * other.y,
            y: self.z * other.x - self.x * other.z,
            z: self.x * other.y - self.y * other.x,
        }
    }

    /// The direction alone; the zero vector stays as it is.
    pub(super) fn unit(self) -> Ecef {
        let length = sqrt(self.dot(self));
        if length > 0.0 { self * (1.0 / length) } else { self }
    }
}

impl std::ops::Add for Ecef {
    type Output = Ecef;
    fn add(self, other: Ecef) -> Ecef {
        Ecef { x: self.x + other.x, y: self.y + other.y, z: self.z + other.z }
    }
}

impl std::ops::Sub for Ecef {
    type Output = Ecef;
    fn sub(self, other: Ecef) -> Ecef {
        Ecef { x: self.x - other.x, y: self.y - other.y, z: self.z - other.z }
    }
}

impl std::ops::Mul<f64> for Ecef {
    type Output = Ecef;
    fn mul(self, factor: f64) -> Ecef {
        Ecef { x: self.x * factor, y: self.y * factor, z: self.z * factor }
    }
}

#[cfg(test)]
mod tests {
    use geo::{Distance, Geodesic};
    use proptest::prelude::*;

    use super::super::Bearing;
    use super::*;

    fn anywhere() -> impl Strategy<Value = Point> {
        (-90.0..=90.0, -180.0..=180.0).prop_map(|(lat, lon)| Point::from_valid(lat, lon))
    }

    fn karney(a: Point, b: Point) -> f64 {
        Geodesic.distance(geo::Point::new(a.lon(), a.lat()), geo::Point::new(b.lon(), b.lat()))
    }

    /// A second point 1 m to 1,000 km from the first, anywhere on earth.
    fn pairs() -> impl Strategy<Value = (Point, Point)> {
        (anywhere(), 0.0..6.0_f64, 0.0..360.0_f64).prop_map(|(start, magnitude, azimuth)| {
            use geo::Destination;
            let far = 10_f64.powf(magnitude);
            let end = Geodesic.destination(geo::Point::new(start.lon(), start.lat()), azimuth, far);
            (start, Point::from_valid(end.y(), end.x()))
        })
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(2_000))]

        #[test]
        fn up_to_fifty_kilometres_the_short_way_to_reckon_is_right_to_two_millimetres(
            start in anywhere(), azimuth in 0.0..360.0_f64, chord in 1_000.0..50_000.0_f64
        ) {
            use geo::Destination;
            let end = Geodesic.destination(geo::Point::new(start.lon(), start.lat()), azimuth, chord);
            let (start, end) = (start.ecef(), Point::from_valid(end.y(), end.x()).ecef());
            let (chord, radius) = (start.chord(end).0, start.radius_towards(end));
            let arc = 2.0 * radius * asin(chord / (2.0 * radius));
            prop_assert!((start.ground_distance(end).0 - arc).abs() < 0.002);
        }

        #[test]
        fn distances_agree_with_karney((a, b) in pairs()) {
            let (ours, truth) = (a.distance(b).0, karney(a, b));
            prop_assert!((ours - truth).abs() <= 0.000_1 * truth, "{ours} m, by Karney {truth} m");
        }

        #[test]
        fn who_goes_straight_on_comes_to_where_karney_does(
            start in anywhere(), azimuth in 0.0..360.0_f64, magnitude in 0.0..6.0_f64
        ) {
            use geo::Destination;
            let far = 10_f64.powf(magnitude);
            let truth = Geodesic.destination(geo::Point::new(start.lon(), start.lat()), azimuth, far);
            let ours = start.destination(Bearing::new(azimuth), Metres(far));
            let off = karney(ours, Point::from_valid(truth.y(), truth.x()));
            prop_assert!(off <= 0.000_5 * far, "{off} m off after {far} m");
            let gone = karney(start, ours);
            prop_assert!((gone - far).abs() <= 0.000_1 * far, "{gone} m gone, not {far}");
        }

        #[test]
        fn a_point_survives_the_way_to_earth_centred_and_back(point in anywhere()) {
            let back = Point::from(point.ecef());
            prop_assert!(back.distance(point).0 < 1e-6);
        }

        #[test]
        fn the_middle_is_as_far_from_both_ends((a, b) in pairs()) {
            let (a, b) = (a.ecef(), b.ecef());
            let middle = a.towards(b, 0.5);
            let (one, other) = (a.ground_distance(middle).0, b.ground_distance(middle).0);
            prop_assert!((one - other).abs() <= 0.001 * (one + other), "{one} and {other}");
            prop_assert!((one + other - a.ground_distance(b).0).abs() <= 0.001 * (one + other));
        }
    }

    #[test]
    fn the_antimeridian_and_the_poles_are_places_like_others() {
        let west = Point::from_valid(10.0, 179.9995);
        let east = Point::from_valid(10.0, -179.9995);
        assert!((west.distance(east).0 - karney(west, east)).abs() < 0.01);
        let pole = Point::from_valid(90.0, 0.0);
        assert!(pole.distance(Point::from_valid(90.0, 135.0)).0 < 1e-6);
    }
}
