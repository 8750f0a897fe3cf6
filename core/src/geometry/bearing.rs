//! Directions.

use libm::{atan2, cos, sin};

use super::Point;

/// A direction in degrees clockwise from true north, 0 ≤ degrees < 360.
#[derive(Debug, Clone, Copy, PartialEq, PartialOrd)]
pub struct Bearing(f64);

/// The eight directions people say.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Compass {
    /// 0°
    North,
    /// 45°
    NorthEast,
    /// 90°
    East,
    /// 135°
    SouthEast,
    /// 180°
    South,
    /// 225°
    SouthWest,
    /// 270°
    West,
    /// 315°
    NorthWest,
}

impl Bearing {
    /// Any finite number of degrees, brought into 0 to 360.
    #[must_use]
    pub fn new(degrees: f64) -> Bearing {
        let turned = degrees.rem_euclid(360.0);
        Bearing(if turned >= 360.0 { 0.0 } else { turned })
    }

    /// The initial bearing of the way from one position to another (on the sphere: within 0.2° of the geodesic's).
    #[must_use]
    pub fn between(from: Point, to: Point) -> Bearing {
        let (lat1, lat2) = (from.lat().to_radians(), to.lat().to_radians());
        let turn = (to.lon() - from.lon()).to_radians();
        let east = sin(turn) * cos(lat2);
        let north = cos(lat1) * sin(lat2) - sin(lat1) * cos(lat2) * cos(turn);
        Bearing::new(atan2(east, north).to_degrees())
    }

    /// Degrees clockwise from true north.
    #[must_use]
    pub fn degrees(self) -> f64 {
        self.0
    }

    /// The other way.
    #[must_use]
    pub fn reversed(self) -> Bearing {
        Bearing::new(self.0 + 180.0)
    }

    /// The turn from this bearing to `other`: −180 to 180 degrees, clockwise positive.
    #[must_use]
    pub fn turn_to(self, other: Bearing) -> f64 {
        (other.0 - self.0 + 540.0).rem_euclid(360.0) - 180.0
    }

    /// The nearest of the eight directions.
    #[must_use]
    pub fn compass(self) -> Compass {
        const ROSE: [Compass; 8] = [
            Compass::North,
            Compass::NorthEast,
            Compass::East,
            Compass::SouthEast,
            Compass::South,
            Compass::SouthWest,
            Compass::West,
            Compass::NorthWest,
        ];
        ROSE[((self.0 + 22.5) / 45.0) as usize % 8]
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn bearings_turn_the_short_way() {
        assert_eq!(Bearing::new(350.0).turn_to(Bearing::new(10.0)), 20.0);
        assert_eq!(Bearing::new(10.0).turn_to(Bearing::new(350.0)), -20.0);
        assert_eq!(Bearing::new(-90.0).degrees(), 270.0);
        assert_eq!(Bearing::new(350.0).compass(), Compass::North);
    }

    #[test]
    fn nida_lies_south_west_of_klaipeda() {
        let klaipeda = Point::new(55.7068, 21.1391).expect("valid");
        let nida = Point::new(55.3027, 21.0082).expect("valid");
        assert_eq!(klaipeda.bearing(nida).compass(), Compass::South);
        assert!((klaipeda.bearing(nida).degrees() - 190.4).abs() < 0.5);
    }
}
