//! Fewer points for the same ride.

use super::Placed;
use crate::geometry::{Ecef, Metres, Simplification};

/// Every so many fixes one stays anyhow: so a day of steady zigzag, the worst that the method can meet, is weighed in
/// short pieces. It costs a few hundred of the 10,000 points.
const PIECE: usize = 250;

/// Which fixes stay so that there are at most so many, and how far a dropped one may lie from the line of the rest.
///
/// The first and the last fix of each segment stay whatever the number.
pub(super) fn thinned(fixes: &[Placed], most: usize) -> (Vec<usize>, Metres) {
    if fixes.len() <= most {
        return ((0..fixes.len()).collect(), Metres::ZERO);
    }
    let ecef: Vec<Ecef> = fixes.iter().map(|placed| placed.point.ecef()).collect();
    let breaks = fixes.windows(2).enumerate().filter(|(_, pair)| pair[0].recorded.segment != pair[1].recorded.segment);
    let mut stay: Vec<usize> = breaks.flat_map(|(last, _)| [last, last + 1]).collect();
    // Of a very long ride only as many as leave room for the others.
    let piece = PIECE.max(fixes.len() / (most / 10).max(1));
    stay.extend((0..fixes.len()).step_by(piece));
    Simplification::new(&ecef, &stay).at_most(most)
}
