//! Fewer vertices for the same line (Douglas and Peucker, 1973).

use super::segment::foot;
use super::{Ecef, Metres};

/// Lines of the ground are split far less often one within the other.
///
/// The method is quadratic where each split takes off a single vertex, as on a zigzag that fades. From here on spans are
/// halved instead: perhaps a vertex more stays, and nobody can draw a line that takes hours.
const DEEP: usize = 200;

/// How much each vertex of a line matters, found once; then fewer vertices can be had for any tolerance or number.
#[derive(Debug, Clone)]
pub struct Simplification {
    /// The tolerance at which a vertex is dropped; infinite for those that stay.
    significance: Vec<f64>,
}

impl Simplification {
    /// Weighs the vertices; the ends and those in `keep` stay whatever the tolerance.
    #[must_use]
    pub fn new(vertices: &[Ecef], keep: &[usize]) -> Simplification {
        let mut significance = vec![0.0; vertices.len()];
        let mut fixed: Vec<usize> = keep.iter().copied().filter(|&vertex| vertex < vertices.len()).collect();
        fixed.extend([0, vertices.len().saturating_sub(1)]);
        fixed.sort_unstable();
        fixed.dedup();
        for &vertex in fixed.iter().filter(|&&vertex| vertex < vertices.len()) {
            significance[vertex] = f64::INFINITY;
        }
        let mut spans: Vec<(usize, usize, f64, usize)> =
            fixed.windows(2).map(|pair| (pair[0], pair[1], f64::INFINITY, 0)).collect();
        while let Some((from, to, above, depth)) = spans.pop() {
            if to <= from + 1 {
                continue;
            }
            let (farthest, distance) = farthest(vertices, from, to);
            let split = if depth < DEEP { farthest } else { usize::midpoint(from, to) };
            let matters = distance.min(above);
            significance[split] = matters;
            spans.push((from, split, matters, depth + 1));
            spans.push((split, to, matters, depth + 1));
        }
        Simplification { significance }
    }

    /// The vertices that stay so that no dropped one lies farther than `tolerance` from the line left.
    #[must_use]
    pub fn within(&self, tolerance: Metres) -> Vec<usize> {
        (0..self.significance.len()).filter(|&vertex| self.significance[vertex] > tolerance.0).collect()
    }

    /// At most `count` vertices (more only where more must stay), and the tolerance this took.
    #[must_use]
    pub fn at_most(&self, count: usize) -> (Vec<usize>, Metres) {
        if self.significance.len() <= count {
            return ((0..self.significance.len()).collect(), Metres::ZERO);
        }
        let mut sorted: Vec<f64> = self.significance.iter().copied().filter(|value| value.is_finite()).collect();
        sorted.sort_unstable_by(|a, b| b.total_cmp(a));
        let room = count.saturating_sub(self.significance.len() - sorted.len());
        let tolerance = Metres(sorted.get(room).copied().unwrap_or(0.0));
        (self.within(tolerance), tolerance)
    }
}

fn farthest(vertices: &[Ecef], from: usize, to: usize) -> (usize, f64) {
    let mut best = (from + 1, -1.0);
    for vertex in from + 1..to {
        let distance = foot(vertices[from], vertices[to], vertices[vertex]).1.0;
        if distance > best.1 {
            best = (vertex, distance);
        }
    }
    best
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::super::{Along, Line, Point};
    use super::*;

    fn wiggle() -> impl Strategy<Value = Vec<Point>> {
        proptest::collection::vec((55.0..55.1_f64, 21.0..21.1_f64), 3..60)
            .prop_map(|pairs| pairs.into_iter().map(|(lat, lon)| Point::new(lat, lon).expect("valid")).collect())
    }

    proptest! {
        #[test]
        fn simplifying_never_moves_a_point_by_more_than_the_tolerance(points in wiggle(), tolerance in 1.0..3000.0_f64) {
            let line = Line::new(points).expect("has length");
            let kept = Simplification::new(line.ecef(), &[]).within(Metres(tolerance));
            let coarse = Line::new(kept.iter().map(|&vertex| line.points()[vertex]).collect());
            prop_assume!(coarse.is_ok());
            let coarse = coarse.expect("checked");
            for vertex in line.ecef() {
                let foot = coarse.nearest_between(*vertex, Along::START, coarse.end());
                prop_assert!(foot.distance.0 <= tolerance + 0.1, "{}", foot.distance.0);
            }
        }

        #[test]
        fn a_number_of_vertices_is_kept_to(points in wiggle(), count in 2_usize..40, keep in 0_usize..3) {
            let ecef: Vec<Ecef> = points.iter().map(|point| point.ecef()).collect();
            let (kept, _) = Simplification::new(&ecef, &[keep]).at_most(count);
            prop_assert!(kept.len() <= count.max(3));
            prop_assert!(kept.contains(&keep) && kept.contains(&0) && kept.contains(&(points.len() - 1)));
        }
    }

    #[test]
    fn a_fading_zigzag_keeps_the_tolerance_though_its_spans_are_halved() {
        let zigzag = |step: i32| {
            let sway = f64::from(1_500 - step) * 2e-6 * if step % 2 == 0 { 1.0 } else { -1.0 };
            Point::new(55.0 + f64::from(step) * 1e-5, 21.0 + sway).expect("valid").ecef()
        };
        let vertices: Vec<Ecef> = (0..1_500).map(zigzag).collect();
        let simplification = Simplification::new(&vertices, &[]);
        for tolerance in [1.0, 20.0, 150.0] {
            let kept = simplification.within(Metres(tolerance));
            for span in kept.windows(2) {
                for vertex in span[0]..span[1] {
                    let moved = foot(vertices[span[0]], vertices[span[1]], vertices[vertex]).1;
                    assert!(moved.0 <= tolerance, "{moved}");
                }
            }
        }
    }
}
