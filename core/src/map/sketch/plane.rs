//! Lines and rings on paper: cut off at its edge, and without the vertices that nobody can see at that size.

use libm::{cos, sin, sqrt};

use super::frame::Spot;

/// What is dropped moves a line by no more than this.
const TOLERANCE: f64 = 0.5;
/// Vertices nearer to the one before than this are dropped at once, before any weighing.
const NEAR: f64 = 0.15;
/// From this depth on spans are halved, as `geometry::simplify` does, so that no line takes long.
const DEEP: usize = 60;
/// The corners of a dot.
const CORNERS: u32 = 16;

/// What lies on the paper of a line, in pieces.
pub(super) fn line(spots: &[Spot], paper: [Spot; 2]) -> Vec<Vec<Spot>> {
    let mut pieces: Vec<Vec<Spot>> = Vec::new();
    let mut goes_on = false;
    for pair in spots.windows(2) {
        let Some((from, to)) = within(pair[0], pair[1], paper) else {
            goes_on = false;
            continue;
        };
        match pieces.last_mut() {
            Some(piece) if goes_on => piece.push(to),
            _ => pieces.push(vec![from, to]),
        }
        goes_on = to == pair[1];
    }
    pieces.iter().map(|piece| simplified(piece)).collect()
}

/// What lies on the paper of a segment (Liang and Barsky, 1984).
fn within(from: Spot, to: Spot, [upper_left, lower_right]: [Spot; 2]) -> Option<(Spot, Spot)> {
    let (mut enters, mut leaves) = (0.0_f64, 1.0_f64);
    for axis in 0..2 {
        let way = to[axis] - from[axis];
        let (low, high) = (upper_left[axis] - from[axis], lower_right[axis] - from[axis]);
        if way == 0.0 {
            if low > 0.0 || high < 0.0 {
                return None;
            }
        } else {
            let (first, last) = if way > 0.0 { (low / way, high / way) } else { (high / way, low / way) };
            enters = enters.max(first);
            leaves = leaves.min(last);
        }
    }
    let at = |share: f64| [from[0] + (to[0] - from[0]) * share, from[1] + (to[1] - from[1]) * share];
    let start = if enters > 0.0 { at(enters) } else { from };
    (enters <= leaves).then(|| (start, if leaves < 1.0 { at(leaves) } else { to }))
}

/// What lies on the paper of a ring (Sutherland and Hodgman, 1974); its end, which joins its beginning, is left out.
pub(super) fn ring(mut spots: Vec<Spot>, [upper_left, lower_right]: [Spot; 2]) -> Vec<Spot> {
    for axis in 0..2 {
        spots = cut(&spots, axis, |number| number - upper_left[axis], upper_left[axis]);
        spots = cut(&spots, axis, |number| lower_right[axis] - number, lower_right[axis]);
    }
    spots.extend(spots.first().copied());
    let mut ring = simplified(&spots);
    ring.pop();
    ring
}

/// What of a ring lies where `inside` is not negative.
fn cut(ring: &[Spot], axis: usize, inside: impl Fn(f64) -> f64, edge: f64) -> Vec<Spot> {
    let Some(mut before) = ring.last().copied() else { return Vec::new() };
    let mut left = Vec::with_capacity(ring.len());
    for &spot in ring {
        let (was, is) = (inside(before[axis]), inside(spot[axis]));
        if (was < 0.0) != (is < 0.0) {
            let share = was / (was - is);
            let mut crossing = [0, 1].map(|axis| before[axis] + (spot[axis] - before[axis]) * share);
            crossing[axis] = edge;
            left.push(crossing);
        }
        if is >= 0.0 {
            left.push(spot);
        }
        before = spot;
    }
    left
}

/// The area within a ring.
pub(super) fn area(ring: &[Spot]) -> f64 {
    let Some(mut before) = ring.last() else { return 0.0 };
    let mut twice = 0.0;
    for spot in ring {
        twice += before[0] * spot[1] - spot[0] * before[1];
        before = spot;
    }
    twice.abs() / 2.0
}

/// A circle, as a ring.
pub(super) fn circle([x, y]: Spot, radius: f64) -> Vec<Spot> {
    let corner = |number: u32| {
        let turn = f64::from(number) * std::f64::consts::TAU / f64::from(CORNERS);
        [x + radius * cos(turn), y + radius * sin(turn)]
    };
    (0..CORNERS).map(corner).collect()
}

/// Fewer vertices for the same line (Douglas and Peucker, 1973).
fn simplified(line: &[Spot]) -> Vec<Spot> {
    let line = apart(line);
    let Some(last) = line.len().checked_sub(1) else { return line };
    let mut stays = vec![false; line.len()];
    (stays[0], stays[last]) = (true, true);
    let mut spans = vec![(0, last, 0)];
    while let Some((from, to, depth)) = spans.pop() {
        let distances = (from + 1..to).map(|vertex| (vertex, distance(line[vertex], line[from], line[to])));
        let Some((farthest, away)) = distances.max_by(|one, other| one.1.total_cmp(&other.1)) else { continue };
        if away > TOLERANCE {
            let split = if depth < DEEP { farthest } else { usize::midpoint(from, to) };
            stays[split] = true;
            spans.extend([(from, split, depth + 1), (split, to, depth + 1)]);
        }
    }
    line.into_iter().zip(stays).filter_map(|(spot, stays)| stays.then_some(spot)).collect()
}

/// The line without vertices that lie on one another; its ends stay.
fn apart(line: &[Spot]) -> Vec<Spot> {
    let Some((last, rest)) = line.split_last() else { return Vec::new() };
    let mut left: Vec<Spot> = Vec::with_capacity(line.len());
    for spot in rest {
        if left.last().is_none_or(|before| length(*before, *spot) >= NEAR) {
            left.push(*spot);
        }
    }
    left.push(*last);
    left
}

/// How far from a segment.
fn distance(of: Spot, from: Spot, to: Spot) -> f64 {
    let way = [to[0] - from[0], to[1] - from[1]];
    let length_2 = way[0] * way[0] + way[1] * way[1];
    let along = (of[0] - from[0]) * way[0] + (of[1] - from[1]) * way[1];
    let share = if length_2 > 0.0 { (along / length_2).clamp(0.0, 1.0) } else { 0.0 };
    length(of, [from[0] + way[0] * share, from[1] + way[1] * share])
}

fn length(from: Spot, to: Spot) -> f64 {
    let (across, down) = (to[0] - from[0], to[1] - from[1]);
    sqrt(across * across + down * down)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    const PAPER: [Spot; 2] = [[0.0, 0.0], [100.0, 60.0]];

    fn spots() -> impl Strategy<Value = Vec<Spot>> {
        proptest::collection::vec((-50.0..150.0_f64, -50.0..110.0_f64).prop_map(|(x, y)| [x, y]), 3..80)
    }

    fn is_on_paper(spot: &Spot) -> bool {
        let near = 1e-9;
        (-near..=100.0 + near).contains(&spot[0]) && (-near..=60.0 + near).contains(&spot[1])
    }

    proptest! {
        #[test]
        fn what_is_left_of_a_line_lies_on_the_paper_and_on_the_line(spots in spots()) {
            for piece in line(&spots, PAPER) {
                prop_assert!(piece.iter().all(is_on_paper));
                for spot in piece {
                    let away = spots.windows(2).map(|pair| distance(spot, pair[0], pair[1])).fold(f64::MAX, f64::min);
                    prop_assert!(away < 1e-6, "{} away", away);
                }
            }
        }

        #[test]
        fn no_vertex_that_is_dropped_moves_the_line_by_more_than_can_be_seen(spots in spots()) {
            let on_paper: Vec<Spot> = spots.into_iter().filter(is_on_paper).collect();
            let left = simplified(&on_paper);
            for spot in &on_paper {
                let away = left.windows(2).map(|pair| distance(*spot, pair[0], pair[1])).fold(f64::MAX, f64::min);
                prop_assert!(left.len() < 2 || away <= TOLERANCE + NEAR, "{} away", away);
            }
        }

        #[test]
        fn a_ring_around_the_paper_is_the_paper(far in 1.0..1e6_f64) {
            let around = vec![[-far, -far], [100.0 + far, -far], [100.0 + far, 60.0 + far], [-far, 60.0 + far]];
            let left = ring(around, PAPER);
            prop_assert!(left.iter().all(is_on_paper));
            prop_assert!((area(&left) - 6_000.0).abs() < 1e-6);
        }
    }

    #[test]
    fn a_line_that_leaves_and_comes_back_is_in_two_pieces() {
        let pieces = line(&[[50.0, 30.0], [50.0, 90.0], [80.0, 90.0], [80.0, 30.0]], PAPER);
        assert_eq!(pieces, [vec![[50.0, 30.0], [50.0, 60.0]], vec![[80.0, 60.0], [80.0, 30.0]]]);
        assert!(ring(vec![[200.0, 0.0], [210.0, 0.0], [210.0, 9.0]], PAPER).is_empty());
    }
}
