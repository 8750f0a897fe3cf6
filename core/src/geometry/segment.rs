//! The nearest place on one straight piece of a line.

use libm::sqrt;

use super::{Ecef, Metres};

/// Up to this length a piece is treated as the chord it is: the ground rises above it by 2 cm at most.
const STRAIGHT: f64 = 1_000.0;

/// Where on the way from `start` to `end` the position `of` is nearest: the share of the way (0 to 1) and the distance.
pub(super) fn foot(start: Ecef, end: Ecef, of: Ecef) -> (f64, Metres) {
    let way = end - start;
    let length_2 = way.dot(way);
    if length_2 <= STRAIGHT * STRAIGHT {
        let share = if length_2 > 0.0 { ((of - start).dot(way) / length_2).clamp(0.0, 1.0) } else { 0.0 };
        return (share, (start + way * share).ground_distance(of));
    }
    foot_on_arc(start, end, of)
}

/// The same on the arc over the ground, in the plane through both ends and the earth's centre.
fn foot_on_arc(start: Ecef, end: Ecef, of: Ecef) -> (f64, Metres) {
    let normal = start.cross(end);
    let size_2 = normal.dot(normal);
    if size_2 <= 0.0 {
        return (0.0, start.ground_distance(of));
    }
    let in_plane = of - normal * (of.dot(normal) / size_2);
    let whole = start.angle(end);
    let size = sqrt(size_2);
    let signed =
        |from: Ecef, to: Ecef| from.angle(to) * if from.cross(to).dot(normal) / size < 0.0 { -1.0 } else { 1.0 };
    let share = (signed(start, in_plane) / whole).clamp(0.0, 1.0);
    // Beyond an end by more than half a turn, the other end may be the nearer one.
    let share = if share == 0.0 && end.chord(of) < start.chord(of) { 1.0 } else { share };
    (share, start.towards(end, share).ground_distance(of))
}

#[cfg(test)]
mod tests {
    use super::super::Point;
    use super::*;

    fn at(lat: f64, lon: f64) -> Ecef {
        Point::new(lat, lon).expect("valid").ecef()
    }

    #[test]
    fn a_long_leg_runs_over_the_ground_and_not_through_it() {
        let (start, end) = (at(55.0, 20.0), at(55.0, 24.0));
        let middle = start.towards(end, 0.5);
        let (share, distance) = foot(start, end, middle);
        assert!((share - 0.5).abs() < 1e-9);
        assert!(distance.0 < 0.01, "{distance}");
    }

    #[test]
    fn beside_a_long_leg_the_distance_is_the_way_to_it() {
        let (start, end) = (at(0.0, 0.0), at(0.0, 4.0));
        let (share, distance) = foot(start, end, at(0.01, 1.0));
        assert!((share - 0.25).abs() < 1e-6);
        assert!((distance.0 - 1_105.7).abs() < 1.0, "{distance}");
    }

    #[test]
    fn beyond_the_ends_the_end_is_nearest() {
        let (start, end) = (at(55.0, 20.0), at(55.0, 20.01));
        assert_eq!(foot(start, end, at(55.0, 19.9)).0, 0.0);
        assert_eq!(foot(start, end, at(55.0, 20.1)).0, 1.0);
        let (start, end) = (at(55.0, 20.0), at(55.0, 21.0));
        assert_eq!(foot(start, end, at(55.0, 19.9)).0, 0.0);
        assert_eq!(foot(start, end, at(55.0, 21.1)).0, 1.0);
    }
}
