//! What goes over the border: plain records, with the unit of every number in its name.
//!
//! Positions are degrees, lengths metres (`_m`), times milliseconds since 1970-01-01 UTC (`_ms`), directions degrees
//! clockwise from true north (`_deg`). Texts are in the traveller's language. Words of core with a few members (`Side`,
//! `TravelMode`) are enums; ids are strings.

mod bundles;
mod cue;
mod fix;
mod keeping;
mod map;
mod places;
mod recordings;
mod routes;
mod search;
mod settings;
mod step;
mod words;

pub use bundles::*;
pub use cue::*;
pub use fix::*;
pub use keeping::*;
pub(crate) use map::canvas;
pub use map::*;
pub use places::*;
pub use recordings::*;
pub use routes::*;
pub use search::*;
pub use settings::*;
pub use step::*;
pub(crate) use step::{count, number};
pub use words::*;
