//! Numbers by the thousand, as bytes: one copy over the border instead of a record each.
//!
//! - Coordinates: for each position its latitude and its longitude in degrees, 16 bytes together.
//! - Heights: for each vertex its height in metres, 8 bytes.
//!
//! All are IEEE 754 doubles, little-endian, one after another, without a header: as many as the length says. On the
//! other side `Coordinates` reads them in place, in Kotlin and in Swift.

use route_guide_core::geometry::Point;

/// Positions as bytes.
pub(crate) fn coordinates(points: impl IntoIterator<Item = Point>) -> Vec<u8> {
    points.into_iter().flat_map(|point| [point.lat(), point.lon()]).flat_map(f64::to_le_bytes).collect()
}

/// Heights as bytes.
pub(crate) fn heights(heights: &[f64]) -> Vec<u8> {
    heights.iter().flat_map(|height| height.to_le_bytes()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn positions_are_packed_as_the_documentation_says() {
        let at = |lat, lon| Point::new(lat, lon).expect("valid");
        let bytes = coordinates([at(55.5, 21.25), at(-1.0, 2.0)]);
        assert_eq!(bytes.len(), 32);
        assert_eq!(bytes[..8], [0, 0, 0, 0, 0, 0xC0, 0x4B, 0x40]);
        assert_eq!(bytes[8..16], [0, 0, 0, 0, 0, 0x40, 0x35, 0x40]);
        assert_eq!(f64::from_le_bytes(bytes[24..].try_into().expect("eight")), 2.0);
        assert_eq!(heights(&[1.0, -0.5])[8..], (-0.5_f64).to_le_bytes());
    }
}
