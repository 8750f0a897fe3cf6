//! Looking things up by where they are: nearest, within a radius, along a line, in view.
//!
//! Indexes are R-trees over earth-centred coordinates, whose Euclidean distance is already metres, so that no look-up
//! knows a seam at the antimeridian or a pole. They are built once and only read. What is looked up is the caller's
//! business: nothing here knows routes, guidance or files.

mod along;
mod placement;
mod points;
mod segments;
mod tree;

pub use along::Beside;
pub use placement::place_in_order;
pub use points::{Found, Points};
pub use segments::{Expectation, IndexedLine};

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use crate::geometry::Point;

    pub fn at(lat: f64, lon: f64) -> Point {
        Point::new(lat, lon).expect("valid")
    }

    /// Anywhere on earth, the antimeridian and the poles more often than their share.
    pub fn somewhere() -> impl Strategy<Value = Point> {
        let lat = prop_oneof![4 => -90.0..=90.0_f64, 1 => 89.9..=90.0_f64];
        let lon = prop_oneof![3 => -180.0..=180.0_f64, 1 => 179.9..=180.0_f64, 1 => -180.0..=-179.9_f64];
        (lat, lon).prop_map(|(lat, lon)| at(lat, lon))
    }
}
