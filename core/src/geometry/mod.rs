//! Points, lines and distances on WGS 84.
//!
//! Everything is metres and is true to 0.1 % from 1 m to 1,000 km, with no special case at the antimeridian or the
//! poles, because the arithmetic happens in earth-centred coordinates ([`Ecef`]) and never on degrees. Transcendental
//! functions come from `libm`, so that a phone and a desk compute the same bits.
//!
//! Nothing here knows routes, files or time.

mod bearing;
mod bounds;
mod ecef;
mod elevation;
mod line;
mod metres;
mod point;
mod profile;
mod segment;
mod simplify;

pub use bearing::{Bearing, Compass};
pub use bounds::Bounds;
pub use ecef::Ecef;
pub use elevation::{Climb, ELEVATION_THRESHOLD, ElevationSums, possible_height, spikes};
pub use line::{Foot, Line, LineError, Side};
pub use metres::{Along, Metres};
pub use point::{Point, PointError};
pub use simplify::Simplification;

#[cfg(test)]
pub(crate) use line::tests::crooked_lines;
