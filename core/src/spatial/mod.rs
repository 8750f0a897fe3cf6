//! Look-up in space, in metres: what is near a position, on a line or off it.
//!
//! Everything is indexed in earth-centred coordinates, where the straight distance is already metres and neither the
//! antimeridian nor a pole is special. Nothing here knows routes, fixes or files.

mod segments;

pub use segments::{Expectation, IndexedLine};
