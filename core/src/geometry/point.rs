//! A position on the ellipsoid in the form people and files use: degrees.

use libm::sincos;

use super::{Bearing, Ecef, Metres};

/// A position on WGS 84 in degrees; finite and in range because [`Point::new`] refused the rest.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Point {
    lat: f64,
    lon: f64,
}

/// Why two numbers are no position.
#[derive(Debug, Clone, Copy, PartialEq, thiserror::Error)]
pub enum PointError {
    /// A coordinate is NaN or infinite.
    #[error("latitude {lat}, longitude {lon} are not both numbers")]
    NotFinite {
        /// As given.
        lat: f64,
        /// As given.
        lon: f64,
    },
    /// Latitude beyond a pole.
    #[error("latitude {lat} is outside −90 to 90 degrees")]
    Latitude {
        /// As given.
        lat: f64,
    },
    /// Longitude beyond a full turn.
    #[error("longitude {lon} is outside −180 to 180 degrees")]
    Longitude {
        /// As given.
        lon: f64,
    },
}

impl Point {
    /// A position from degrees north and degrees east.
    ///
    /// # Errors
    /// When a coordinate is not finite, a latitude lies beyond ±90 or a longitude beyond ±180 degrees.
    pub fn new(lat: f64, lon: f64) -> Result<Point, PointError> {
        if !lat.is_finite() || !lon.is_finite() {
            return Err(PointError::NotFinite { lat, lon });
        }
        if lat.abs() > 90.0 {
            return Err(PointError::Latitude { lat });
        }
        if lon.abs() > 180.0 {
            return Err(PointError::Longitude { lon });
        }
        Ok(Point { lat, lon })
    }

    /// For callers that computed the degrees from a valid position.
    pub(super) fn from_valid(lat: f64, lon: f64) -> Point {
        Point { lat: lat.clamp(-90.0, 90.0), lon: lon.clamp(-180.0, 180.0) }
    }

    /// Degrees north.
    #[must_use]
    pub fn lat(self) -> f64 {
        self.lat
    }

    /// Degrees east.
    #[must_use]
    pub fn lon(self) -> f64 {
        self.lon
    }

    /// The same position, earth-centred.
    #[must_use]
    pub fn ecef(self) -> Ecef {
        Ecef::from(self)
    }

    /// The shortest distance over the ground.
    #[must_use]
    pub fn distance(self, other: Point) -> Metres {
        self.ecef().ground_distance(other.ecef())
    }

    /// Where one comes to who sets out in that direction and goes straight on for that distance, up to 1,000 km.
    #[must_use]
    pub fn destination(self, bearing: Bearing, distance: Metres) -> Point {
        let (lat, lon, turn) = (self.lat.to_radians(), self.lon.to_radians(), bearing.degrees().to_radians());
        let ((sin_lat, cos_lat), (sin_lon, cos_lon), (east, north)) = (sincos(lat), sincos(lon), sincos(turn));
        let up = Ecef { x: cos_lat * cos_lon, y: cos_lat * sin_lon, z: sin_lat };
        let ahead = Ecef {
            x: -north * sin_lat * cos_lon - east * sin_lon,
            y: -north * sin_lat * sin_lon + east * cos_lon,
            z: north * cos_lat,
        };
        self.ecef().straight_on(up, ahead, distance).into()
    }

    /// The direction in which `other` lies.
    #[must_use]
    pub fn bearing(self, other: Point) -> Bearing {
        Bearing::between(self, other)
    }
}
