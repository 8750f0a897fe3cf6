//! Fewer points for the same ride.

use super::Placed;
use crate::geometry::{Ecef, Metres, Simplification};

/// Which fixes stay so that there are at most so many, and how far a dropped one may lie from the line of the rest.
///
/// The first and the last fix of each segment stay whatever the number.
pub(super) fn thinned(fixes: &[Placed], most: usize) -> (Vec<usize>, Metres) {
    if fixes.len() <= most {
        return ((0..fixes.len()).collect(), Metres::ZERO);
    }
    let ecef: Vec<Ecef> = fixes.iter().map(|placed| placed.point.ecef()).collect();
    let breaks = fixes.windows(2).enumerate().filter(|(_, pair)| pair[0].recorded.segment != pair[1].recorded.segment);
    let ends: Vec<usize> = breaks.flat_map(|(last, _)| [last, last + 1]).collect();
    Simplification::new(&ecef, &ends).at_most(most)
}
