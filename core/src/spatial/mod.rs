//! What lies where: look-up of stops, places and segments in metres over the ground.
//!
//! Indexes live here, built from values and asked with values. What they are asked for (guidance, maps, lists) does not.

mod placement;

pub use placement::place_in_order;
