//! An index of positions: stops, places, piers.

use std::collections::BinaryHeap;

use libm::{cos, sin};
use rstar::{AABB, ParentNode, PointDistance, RStarInsertionStrategy, RTree, RTreeNode, RTreeObject, RTreeParams};

use crate::geometry::{Bounds, Ecef, Metres, Point};

/// Things with their positions, to be found by where they are.
///
/// Every look-up takes a condition that what it finds must meet (`|_| true` for all); what ties is found in the order
/// in which it was given.
#[derive(Debug, Clone)]
pub struct Points<T> {
    tree: RTree<Entry, Wide>,
    items: Vec<(Point, T)>,
}

/// Something found near a position.
#[derive(Debug, PartialEq)]
pub struct Found<'a, T> {
    /// What was found.
    pub item: &'a T,
    /// Where it is.
    pub position: Point,
    /// How far over the ground from the position asked about.
    pub distance: Metres,
}

/// One position in the tree, small, and the number of the item that lies there.
#[derive(Debug, Clone, Copy)]
struct Entry {
    at: [f64; 3],
    item: u32,
}

impl RTreeObject for Entry {
    type Envelope = AABB<[f64; 3]>;
    fn envelope(&self) -> Self::Envelope {
        AABB::from_point(self.at)
    }
}

impl PointDistance for Entry {
    fn distance_2(&self, point: &[f64; 3]) -> f64 {
        let [x, y, z] = [0, 1, 2].map(|axis| self.at[axis] - point[axis]);
        x * x + y * y + z * z
    }
}

/// Nodes wide enough that building partitions few times; measured in `benches/spatial.rs`.
#[derive(Debug, Clone, Copy)]
struct Wide;

impl RTreeParams for Wide {
    const MIN_SIZE: usize = 8;
    const MAX_SIZE: usize = 27;
    const REINSERTION_COUNT: usize = 4;
    type DefaultInsertionStrategy = RStarInsertionStrategy;
}

impl<T> Points<T> {
    /// An index of the items, each at its position.
    ///
    /// Holds up to 2³² items; any beyond are left out.
    #[must_use]
    pub fn new(items: impl IntoIterator<Item = (Point, T)>) -> Points<T> {
        let items: Vec<(Point, T)> = items.into_iter().collect();
        let entries = items.iter().zip(0..=u32::MAX).map(|((point, _), item)| Entry { at: array(point.ecef()), item });
        Points { tree: RTree::bulk_load_with_params(entries.collect()), items }
    }

    /// How many items there are.
    #[must_use]
    pub fn len(&self) -> usize {
        self.items.len()
    }

    /// Whether there is none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.items.is_empty()
    }

    /// The `count` nearest wanted items, nearest first.
    pub fn nearest(&self, to: Point, count: usize, wanted: impl Fn(&T) -> bool) -> Vec<Found<'_, T>> {
        let from = to.ecef();
        let at = array(from);
        let mut best = Best::new(count.min(self.items.len()));
        let mut ahead = vec![(0.0, self.tree.root())];
        while let Some((distance_2, node)) = ahead.pop() {
            if distance_2 > best.limit {
                continue;
            }
            let unsorted = ahead.len();
            for child in node.children() {
                match child {
                    RTreeNode::Leaf(entry) => {
                        let distance_2 = entry.distance_2(&at);
                        if distance_2 <= best.limit && self.numbered(entry.item).is_some_and(|(_, item)| wanted(item)) {
                            best.take(distance_2, entry.item);
                        }
                    }
                    RTreeNode::Parent(node) => push_if_nearer(&mut ahead, node, &at, best.limit),
                }
            }
            // The nearest goes last: it is visited next.
            ahead[unsorted..].sort_unstable_by(|a, b| b.0.total_cmp(&a.0));
        }
        self.found(from, best.heap.into_iter().map(|(_, item)| item))
    }

    /// The wanted items within `radius` over the ground, nearest first.
    pub fn within(&self, of: Point, radius: Metres, wanted: impl Fn(&T) -> bool) -> Vec<Found<'_, T>> {
        let from = of.ecef();
        let mut found = self.found(from, self.around(from, radius, wanted).map(|(number, _, _)| number));
        found.retain(|found| found.distance <= radius);
        found
    }

    /// The wanted items within `radius` and perhaps a few beyond, with their numbers, in no particular order: the way
    /// over the ground is never shorter than the chord, which is what the tree measures.
    pub(super) fn around(
        &self,
        at: Ecef,
        radius: Metres,
        wanted: impl Fn(&T) -> bool,
    ) -> impl Iterator<Item = (u32, Point, &T)> {
        let near = self.tree.locate_within_distance(array(at), radius.0 * radius.0);
        let near = near.filter_map(|entry| self.numbered(entry.item).map(|(point, item)| (entry.item, *point, item)));
        near.filter(move |(_, _, item)| wanted(item))
    }

    /// The wanted items in a view, in the order in which they were given.
    pub fn in_view(&self, view: &Bounds, wanted: impl Fn(&T) -> bool) -> Vec<(Point, &T)> {
        let mut seen: Vec<u32> = self.tree.locate_in_envelope(&box_around(view)).map(|entry| entry.item).collect();
        seen.sort_unstable();
        let seen = seen.into_iter().filter_map(|number| self.numbered(number));
        seen.filter(|(point, item)| view.contains(*point) && wanted(item)).map(|(point, item)| (*point, item)).collect()
    }

    pub(super) fn numbered(&self, number: u32) -> Option<&(Point, T)> {
        self.items.get(number as usize)
    }

    fn found(&self, from: Ecef, items: impl Iterator<Item = u32>) -> Vec<Found<'_, T>> {
        let mut found: Vec<(u32, Found<'_, T>)> = items
            .filter_map(|number| {
                let (position, item) = self.numbered(number)?;
                let distance = from.ground_distance(position.ecef());
                Some((number, Found { item, position: *position, distance }))
            })
            .collect();
        found.sort_unstable_by(|(one, a), (other, b)| a.distance.0.total_cmp(&b.distance.0).then(one.cmp(other)));
        found.into_iter().map(|(_, found)| found).collect()
    }
}

fn push_if_nearer<'a>(
    ahead: &mut Vec<(f64, &'a ParentNode<Entry>)>,
    node: &'a ParentNode<Entry>,
    at: &[f64; 3],
    limit: f64,
) {
    let distance_2 = box_distance_2(&node.envelope(), at);
    if distance_2 <= limit {
        ahead.push((distance_2, node));
    }
}

fn box_distance_2(envelope: &AABB<[f64; 3]>, at: &[f64; 3]) -> f64 {
    let (lower, upper) = (envelope.lower(), envelope.upper());
    let mut sum = 0.0;
    for axis in 0..3 {
        let outside = (lower[axis] - at[axis]).max(at[axis] - upper[axis]).max(0.0);
        sum += outside * outside;
    }
    sum
}

/// The few nearest so far.
struct Best {
    count: usize,
    /// Bits of a distance that is never negative, which sort as the distance does; the farthest on top.
    heap: BinaryHeap<(u64, u32)>,
    /// Nothing farther than this can still be among the nearest.
    limit: f64,
}

impl Best {
    fn new(count: usize) -> Best {
        let limit = if count == 0 { -1.0 } else { f64::INFINITY };
        Best { count, heap: BinaryHeap::with_capacity(count + 1), limit }
    }

    fn take(&mut self, distance_2: f64, item: u32) {
        self.heap.push((distance_2.to_bits(), item));
        if self.heap.len() > self.count {
            self.heap.pop();
        }
        if self.heap.len() == self.count {
            self.limit = self.heap.peek().map_or(self.limit, |&(bits, _)| f64::from_bits(bits));
        }
    }
}

fn array(at: Ecef) -> [f64; 3] {
    [at.x, at.y, at.z]
}

/// The earth-centred box around a view, a millimetre wider than computed.
fn box_around(view: &Bounds) -> AABB<[f64; 3]> {
    const ROUNDING: f64 = 0.001;
    let at_latitude = |lat: f64| Point::new(lat.clamp(-90.0, 90.0), 0.0).map_or([0.0; 3], |point| array(point.ecef()));
    let (southern, northern) = (at_latitude(view.south), at_latitude(view.north));
    let widest =
        if view.south <= 0.0 && view.north >= 0.0 { at_latitude(0.0)[0] } else { southern[0].max(northern[0]) };
    let narrowest = southern[0].min(northern[0]);
    let east = if view.crosses_antimeridian() { view.east + 360.0 } else { view.east };
    // Within the view's longitudes, cosine and sine are extreme at its edges or where an axis is crossed.
    let (mut lower, mut upper) = ([f64::INFINITY; 2], [f64::NEG_INFINITY; 2]);
    let axes = (-2..=6).map(|quarter| f64::from(quarter) * 90.0).filter(|lon| (view.west..=east).contains(lon));
    for lon in axes.chain([view.west, east]) {
        for across in [narrowest, widest] {
            let corner = [across * cos(lon.to_radians()), across * sin(lon.to_radians())];
            for axis in 0..2 {
                lower[axis] = lower[axis].min(corner[axis] - ROUNDING);
                upper[axis] = upper[axis].max(corner[axis] + ROUNDING);
            }
        }
    }
    AABB::from_corners([lower[0], lower[1], southern[2] - ROUNDING], [upper[0], upper[1], northern[2] + ROUNDING])
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::super::tests::{at, somewhere};
    use super::*;

    /// Positions all over the earth, in a few crowds, and each with its number.
    fn crowds() -> impl Strategy<Value = Vec<Point>> {
        let crowd = (somewhere(), proptest::collection::vec((-0.3..0.3_f64, -0.3..0.3_f64), 0..80));
        proptest::collection::vec(crowd, 1..4).prop_map(|crowds| {
            let around = |middle: Point, (north, east): (f64, f64)| {
                let lon = (middle.lon() + east + 540.0).rem_euclid(360.0) - 180.0;
                Point::new((middle.lat() + north).clamp(-90.0, 90.0), lon).expect("valid")
            };
            crowds
                .into_iter()
                .flat_map(|(middle, offsets)| offsets.into_iter().map(move |by| around(middle, by)))
                .collect()
        })
    }

    fn numbered(positions: &[Point]) -> Points<usize> {
        Points::new(positions.iter().enumerate().map(|(number, point)| (*point, number)))
    }

    fn wanted(number: &usize) -> bool {
        number % 4 != 0
    }

    proptest! {
        #[test]
        fn the_nearest_are_as_near_as_by_looking_at_all(positions in crowds(), to in somewhere(), count in 0_usize..12) {
            let points = numbered(&positions);
            let found: Vec<f64> = points.nearest(to, count, wanted).iter().map(|found| found.distance.0).collect();
            let all = positions.iter().enumerate().filter(|(number, _)| wanted(number));
            let mut all: Vec<f64> = all.map(|(_, point)| to.distance(*point).0).collect();
            all.sort_unstable_by(f64::total_cmp);
            all.truncate(count);
            prop_assert_eq!(found.len(), all.len());
            for (found, truth) in found.iter().zip(&all) {
                // Distances are promised up to 1,000 km; beyond, near enough for "very far".
                let slack = if *truth <= 1_000_000.0 { 0.001 } else { 0.02 };
                prop_assert!((found - truth).abs() <= slack * truth, "{found} m, by looking at all {truth} m");
            }
        }

        #[test]
        fn within_a_radius_is_what_looking_at_all_finds(positions in crowds(), pick in 0_usize..200, radius in 0.0..60_000.0_f64) {
            prop_assume!(!positions.is_empty());
            let of = positions[pick % positions.len()];
            let points = numbered(&positions);
            let found = points.within(of, Metres(radius), wanted);
            let mut numbers: Vec<usize> = found.iter().map(|found| *found.item).collect();
            numbers.sort_unstable();
            let inside = |number: &usize| wanted(number) && of.distance(positions[*number]).0 <= radius;
            prop_assert_eq!(numbers, (0..positions.len()).filter(inside).collect::<Vec<_>>());
            prop_assert!(found.windows(2).all(|pair| pair[0].distance <= pair[1].distance));
        }

        #[test]
        fn a_view_shows_what_lies_in_it(positions in crowds(), a in somewhere(), b in somewhere()) {
            let view = Bounds::new(a, b);
            let seen: Vec<usize> = numbered(&positions).in_view(&view, wanted).iter().map(|(_, number)| **number).collect();
            let inside = |number: &usize| wanted(number) && view.contains(positions[*number]);
            prop_assert_eq!(seen, (0..positions.len()).filter(inside).collect::<Vec<_>>());
        }

        #[test]
        fn a_view_of_a_crowd_shows_all_of_it(middle in somewhere(), offsets in proptest::collection::vec((-1.0..1.0_f64, -1.0..1.0_f64), 1..40)) {
            let positions: Vec<Point> = offsets
                .into_iter()
                .map(|(north, east)| at((middle.lat() + north).clamp(-90.0, 90.0), (middle.lon() + east + 540.0).rem_euclid(360.0) - 180.0))
                .collect();
            let view = Bounds::around(positions.iter().copied()).expect("not empty");
            prop_assert_eq!(numbered(&positions).in_view(&view, |_| true).len(), positions.len());
        }
    }

    #[test]
    fn the_antimeridian_is_no_seam() {
        let taveuni = Points::new([(at(-16.8, 179.99), "west"), (at(-16.8, -179.99), "east"), (at(-16.8, 0.0), "far")]);
        let view = Bounds { south: -17.0, west: 179.0, north: -16.0, east: -179.0 };
        let seen: Vec<&str> = taveuni.in_view(&view, |_| true).iter().map(|(_, name)| **name).collect();
        assert_eq!(seen, ["west", "east"]);
        let near = taveuni.within(at(-16.8, 180.0), Metres(2_000.0), |_| true);
        assert_eq!(near.len(), 2);
        assert!((near[0].distance.0 - 1_066.0).abs() < 1.0, "{}", near[0].distance);
    }

    #[test]
    fn what_ties_comes_in_the_order_given() {
        let here = at(55.3, 21.0);
        let names = Points::new([(here, "pier"), (here, "café"), (here, "bench")]);
        let nearest = |count| names.nearest(here, count, |_| true).iter().map(|found| *found.item).collect::<Vec<_>>();
        assert_eq!(nearest(2), ["pier", "café"]);
        assert_eq!(nearest(9), ["pier", "café", "bench"]);
        assert!(nearest(0).is_empty() && Points::<()>::new([]).nearest(here, 3, |_| true).is_empty());
    }
}
