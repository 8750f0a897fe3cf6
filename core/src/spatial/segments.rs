//! Look-up on a line: the nearest place, the likeliest place, and every passage near a position.
//!
//! The index is a packed R-tree whose leaves stay in the order of the line, with balls for boxes: a node covers a
//! stretch of the line as well as a piece of space, so one descent answers "nearest within this stretch" and passages
//! come out in the order of travel. It is built in linear time and holds four numbers for every four segments.

use libm::sqrt;

use crate::geometry::{Along, Ecef, Foot, Line, Metres};

/// Segments in a leaf.
const LEAF: usize = 8;
/// A radius of curvature below any on the ellipsoid: the arc over a chord rises less than with this one.
const SMALLEST_CURVATURE: f64 = 6_330_000.0;

/// A line and the tree over its segments.
#[derive(Debug, Clone)]
pub struct IndexedLine {
    line: Line,
    /// A binary heap: node `n` has the children `2n` and `2n + 1`; the second half are the leaves.
    nodes: Vec<Ball>,
}

/// Where on the line a position is expected, before it is seen.
#[derive(Debug, Clone, Copy)]
pub struct Expectation {
    /// The expected place.
    pub along: Along,
    /// The standard deviation of that expectation along the line.
    pub spread: Metres,
    /// The standard deviation of positions across the line.
    pub noise: Metres,
}

#[derive(Debug, Clone, Copy)]
struct Ball {
    centre: Ecef,
    radius: f64,
}

impl Ball {
    /// Nothing at all: farther from everything than any distance.
    const NOTHING: Ball = Ball { centre: Ecef { x: 0.0, y: 0.0, z: 0.0 }, radius: f64::NEG_INFINITY };

    fn around(vertices: &[Ecef]) -> Ball {
        let (mut low, mut high) = (vertices[0], vertices[0]);
        for vertex in vertices {
            low = Ecef { x: low.x.min(vertex.x), y: low.y.min(vertex.y), z: low.z.min(vertex.z) };
            high = Ecef { x: high.x.max(vertex.x), y: high.y.max(vertex.y), z: high.z.max(vertex.z) };
        }
        let centre = (low + high) * 0.5;
        let reach = vertices.iter().map(|vertex| centre.chord(*vertex).0).fold(0.0, f64::max);
        let longest = vertices.windows(2).map(|pair| pair[0].chord(pair[1]).0).fold(0.0, f64::max);
        Ball { centre, radius: reach + rise(longest) }
    }

    fn with(self, other: Ball) -> Ball {
        if other.radius == f64::NEG_INFINITY {
            return self;
        }
        let apart = self.centre.chord(other.centre).0;
        if apart + other.radius <= self.radius {
            return self;
        }
        if apart + self.radius <= other.radius {
            return other;
        }
        let radius = (apart + self.radius + other.radius) / 2.0;
        // A hair more, for what rounding took.
        let centre = self.centre + (other.centre - self.centre) * ((radius - self.radius) / apart);
        Ball { centre, radius: radius * (1.0 + 1e-12) + 1e-6 }
    }
}

/// How far the ground rises above a chord, at most.
fn rise(chord: f64) -> f64 {
    let half = (chord / 2.0).min(SMALLEST_CURVATURE);
    SMALLEST_CURVATURE - sqrt(SMALLEST_CURVATURE * SMALLEST_CURVATURE - half * half)
}

impl IndexedLine {
    /// Builds the tree over a line.
    #[must_use]
    pub fn new(line: Line) -> IndexedLine {
        let leaves = line.segments().div_ceil(LEAF).next_power_of_two();
        let mut nodes = vec![Ball::NOTHING; 2 * leaves];
        for (leaf, first) in (0..line.segments()).step_by(LEAF).enumerate() {
            let last = (first + LEAF).min(line.segments());
            nodes[leaves + leaf] = Ball::around(&line.ecef()[first..=last]);
        }
        for node in (1..leaves).rev() {
            nodes[node] = nodes[2 * node].with(nodes[2 * node + 1]);
        }
        IndexedLine { line, nodes }
    }

    /// The line itself.
    #[must_use]
    pub fn line(&self) -> &Line {
        &self.line
    }

    /// The place on the line nearest to a position; of places that differ by less than 1 % any.
    ///
    /// That hundredth keeps the search short in the middle of a circle, where everything is as near.
    #[must_use]
    pub fn nearest(&self, of: Ecef) -> Foot {
        let mut search = Search::new(self, of, 0, self.line.segments() - 1);
        search.slack = 0.98;
        search.descend(1);
        search.best
    }

    /// The place between `from` and `to` that is nearest to a position, among the nearest places of all segments;
    /// `None` where no segment has its own between the two.
    #[must_use]
    pub fn nearest_between(&self, of: Ecef, from: Along, to: Along) -> Option<Foot> {
        let (first, last) = (self.line.segment_at(from), self.line.segment_at(to));
        let mut search = Search::new(self, of, first, last.max(first));
        search.within = Some((from, to));
        search.descend(1);
        (search.cost < f64::INFINITY).then_some(search.best)
    }

    /// The place on the segments between `from` and `to` that explains a position best: near it and near where it was expected.
    #[must_use]
    pub fn likeliest(&self, of: Ecef, expected: Expectation, from: Along, to: Along) -> Foot {
        let (first, last) = (self.line.segment_at(from), self.line.segment_at(to));
        let mut search = Search::new(self, of, first, last.max(first));
        search.expected = Some(expected);
        search.offer(self.line.segment_at(expected.along).clamp(first, last.max(first)));
        search.descend(1);
        search.best
    }

    /// Tells the nearest place of each separate passage of the line within `radius`, in the order of the line.
    pub fn passages(&self, of: Ecef, radius: Metres, tell: &mut impl FnMut(Foot)) {
        let mut walk = Passages { index: self, of, radius: radius.0, run: None, next: 0, tell };
        walk.descend(1);
        if let Some(foot) = walk.run {
            (walk.tell)(foot);
        }
    }

    /// The first and last segment below a node; `None` below one that covers nothing.
    fn covered(&self, node: usize) -> Option<(usize, usize)> {
        let leaves = self.nodes.len() / 2;
        let depth = node.ilog2();
        let width = leaves >> depth;
        let first = (node - (1 << depth)) * width * LEAF;
        let last = (first + width * LEAF).min(self.line.segments());
        (first < last).then(|| (first, last - 1))
    }

    fn is_leaf(&self, node: usize) -> bool {
        node >= self.nodes.len() / 2
    }
}

/// Branch and bound for one best place.
struct Search<'a> {
    index: &'a IndexedLine,
    of: Ecef,
    first: usize,
    last: usize,
    expected: Option<Expectation>,
    /// Only places between these two count.
    within: Option<(Along, Along)>,
    /// A branch is entered only if it may cost less than this share of the best cost.
    slack: f64,
    best: Foot,
    cost: f64,
}

impl<'a> Search<'a> {
    fn new(index: &'a IndexedLine, of: Ecef, first: usize, last: usize) -> Search<'a> {
        let nowhere = Foot { segment: first, along: index.line.along_of(first), distance: Metres(f64::INFINITY) };
        Search { index, of, first, last, expected: None, within: None, slack: 1.0, best: nowhere, cost: f64::INFINITY }
    }

    fn cost_of(&self, distance: f64, from: f64, to: f64) -> f64 {
        let Some(expected) = self.expected else { return distance * distance };
        let off = (from - expected.along.metres()).max(expected.along.metres() - to).max(0.0) / expected.spread.0;
        let across = distance / expected.noise.0;
        across * across + off * off
    }

    fn offer(&mut self, segment: usize) {
        let foot = self.index.line.foot_on(segment, self.of);
        if self.within.is_some_and(|(from, to)| foot.along < from || foot.along > to) {
            return;
        }
        let cost = self.cost_of(foot.distance.0, foot.along.metres(), foot.along.metres());
        if cost < self.cost {
            (self.best, self.cost) = (foot, cost);
        }
    }

    /// The least that any place below a node can cost.
    fn bound(&self, node: usize) -> f64 {
        let Some((first, last)) = self.index.covered(node) else { return f64::INFINITY };
        if last < self.first || first > self.last {
            return f64::INFINITY;
        }
        let ball = self.index.nodes[node];
        let distance = (ball.centre.chord(self.of).0 - ball.radius).max(0.0);
        let line = &self.index.line;
        match self.expected {
            None => distance * distance,
            Some(_) => self.cost_of(distance, line.along_of(first).metres(), line.along_of(last + 1).metres()),
        }
    }

    fn descend(&mut self, node: usize) {
        if self.index.is_leaf(node) {
            if let Some((first, last)) = self.index.covered(node) {
                for segment in first.max(self.first)..=last.min(self.last) {
                    self.offer(segment);
                }
            }
            return;
        }
        let (left, right) = (2 * node, 2 * node + 1);
        let (to_left, to_right) = (self.bound(left), self.bound(right));
        let order = if to_right < to_left {
            [(right, to_right), (left, to_left)]
        } else {
            [(left, to_left), (right, to_right)]
        };
        for (child, bound) in order {
            if bound < self.cost * self.slack {
                self.descend(child);
            }
        }
    }
}

/// A walk along the line that looks only where it comes near.
struct Passages<'a, F> {
    index: &'a IndexedLine,
    of: Ecef,
    radius: f64,
    /// The nearest place of the passage under way.
    run: Option<Foot>,
    /// The segment with which that passage would go on.
    next: usize,
    tell: &'a mut F,
}

impl<F: FnMut(Foot)> Passages<'_, F> {
    fn descend(&mut self, node: usize) {
        let ball = self.index.nodes[node];
        let distance = ball.centre.chord(self.of).0;
        let Some((first, last)) = self.index.covered(node) else { return };
        if distance - ball.radius > self.radius {
            return;
        }
        if distance + ball.radius <= self.radius {
            let mut search = Search::new(self.index, self.of, first, last);
            search.descend(node);
            self.go_on(first, last, search.best);
        } else if self.index.is_leaf(node) {
            for segment in first..=last {
                let foot = self.index.line.foot_on(segment, self.of);
                if foot.distance.0 <= self.radius {
                    self.go_on(segment, segment, foot);
                }
            }
        } else {
            self.descend(2 * node);
            self.descend(2 * node + 1);
        }
    }

    /// The line is near from segment `first` to `last`, nearest at `foot`.
    fn go_on(&mut self, first: usize, last: usize, foot: Foot) {
        let joint_is_near = self.index.line.ecef()[first].chord(self.of).0 <= self.radius;
        let nearest = match self.run {
            Some(run) if self.next == first && joint_is_near => {
                if foot.distance < run.distance {
                    foot
                } else {
                    run
                }
            }
            Some(run) => {
                (self.tell)(run);
                foot
            }
            None => foot,
        };
        self.run = Some(nearest);
        self.next = last + 1;
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::geometry::Point;

    fn line(points: &[(f64, f64)]) -> IndexedLine {
        let points = points.iter().map(|&(lat, lon)| Point::new(lat, lon).expect("valid")).collect();
        IndexedLine::new(Line::new(points).expect("a line"))
    }

    fn passages(line: &IndexedLine, of: Ecef, radius: f64) -> Vec<Foot> {
        let mut found = Vec::new();
        line.passages(of, Metres(radius), &mut |foot| found.push(foot));
        found
    }

    fn crooked_lines() -> impl Strategy<Value = IndexedLine> {
        crate::geometry::crooked_lines(0.02, 200).prop_map(IndexedLine::new)
    }

    proptest! {
        #[test]
        fn the_tree_finds_what_looking_everywhere_finds(index in crooked_lines(), share in 0.0..1.0_f64, off in 0.0..0.05_f64) {
            let line = index.line();
            let near = line.at(Along(line.length() * share));
            let of = Point::new(near.lat() + off, near.lon()).expect("valid").ecef();
            let truth = line.nearest_between(of, Along::START, line.end());
            let found = index.nearest(of);
            prop_assert!(found.distance.0 <= truth.distance.0 * 1.02 + 1e-6);
            let radius = truth.distance.0 * 1.5 + 1.0;
            let nearest = passages(&index, of, radius).iter().map(|foot| foot.distance.0).fold(f64::INFINITY, f64::min);
            prop_assert!((nearest - truth.distance.0).abs() < 1e-9);
        }

        #[test]
        fn what_is_expected_is_found_if_it_fits(index in crooked_lines(), share in 0.0..1.0_f64) {
            let line = index.line();
            let along = Along(line.length() * share);
            let expected = Expectation { along, spread: Metres(30.0), noise: Metres(10.0) };
            let found = index.likeliest(line.ecef_at(along), expected, Along::START, line.end());
            prop_assert!((found.along - along).abs().0 < 0.1, "{} for {along}", found.along);
        }
    }

    #[test]
    fn out_and_back_on_long_segments_passes_twice() {
        let there_and_back = line(&[(55.0, 21.0), (55.0, 21.1), (55.0, 21.0)]);
        let near_the_start = Point::new(55.0005, 21.01).expect("valid").ecef();
        let found = passages(&there_and_back, near_the_start, 100.0);
        assert_eq!(found.len(), 2);
        assert!(found[0].along < found[1].along);
    }

    #[test]
    fn a_bend_is_one_passage() {
        let bend = line(&[(55.0, 21.0), (55.0, 21.01), (55.01, 21.01)]);
        let corner = Point::new(55.0, 21.01).expect("valid").ecef();
        assert_eq!(passages(&bend, corner, 50.0).len(), 1);
    }
}
