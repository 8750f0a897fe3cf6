//! Where a line turns so that a traveller has to notice: there the next fix must not come late.

use crate::geometry::{Along, Line, Metres};

/// Directions are compared over this distance before and after a place, so that noise in a track is no turn.
const REACH: f64 = 25.0;
/// Turning by more than this many degrees within [`REACH`] of a place is a turn.
const SHARP: f64 = 40.0;

/// The alongs of all turns, in order, at least [`REACH`] apart.
pub(super) fn turns(line: &Line) -> Vec<f64> {
    let mut found: Vec<f64> = Vec::new();
    for vertex in 1..line.segments() {
        let along = line.along_of(vertex);
        if found.last().is_some_and(|last| along.metres() - last < REACH) {
            continue;
        }
        let (before, here, after) =
            (line.ecef_at(along - Metres(REACH)), line.ecef()[vertex], line.ecef_at(along + Metres(REACH)));
        let (into, out) = (here - before, after - here);
        let lengths = libm::sqrt(into.dot(into) * out.dot(out));
        if lengths > 0.0 && into.dot(out) / lengths < libm::cos(SHARP.to_radians()) {
            found.push(along.metres());
        }
    }
    found
}

/// How far it is to the next turn in a direction of travel; `None` where the line runs straight to its end.
pub(super) fn next_turn(turns: &[f64], along: Along, forward: bool) -> Option<Metres> {
    let here = along.metres();
    let after = turns.partition_point(|turn| *turn <= here);
    let next = if forward { turns.get(after) } else { after.checked_sub(1).and_then(|before| turns.get(before)) };
    next.map(|turn| Metres((turn - here).abs()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::geometry::Point;

    #[test]
    fn a_corner_is_a_turn_and_a_bend_of_the_shore_is_not() {
        let at = |lat, lon| Point::new(lat, lon).expect("valid");
        let corner = Line::new(vec![at(55.0, 21.0), at(55.0, 21.02), at(55.02, 21.02)]).expect("a line");
        let found = turns(&corner);
        assert_eq!(found, [corner.along_of(1).metres()]);
        assert!(next_turn(&found, Along::START, true).is_some());
        assert_eq!(next_turn(&found, Along::START, false), None);
        let shore = Line::new(vec![at(55.0, 21.0), at(55.01, 21.001), at(55.02, 21.004)]).expect("a line");
        assert!(turns(&shore).is_empty());
    }
}
