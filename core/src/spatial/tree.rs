//! The R-tree under [`super::Points`]: earth-centred positions, each with a number.
//!
//! Neighbours lie together in buckets, and the tree holds the buckets: it is built faster than a tree of points,
//! since it is a fraction of the size, and searched faster, since a bucket is one piece of memory.

use std::cmp::Ordering;
use std::collections::BinaryHeap;
use std::ops::Range;

use rstar::{AABB, Envelope, ParentNode, RTree, RTreeNode, RTreeObject};

use crate::geometry::{Ecef, Metres};

/// How many positions a bucket holds at most; measured in `benches/spatial.rs`.
const BUCKET: usize = 16;

/// One position and the number of what lies there.
#[derive(Debug, Clone, Copy)]
pub(super) struct Entry {
    pub at: Ecef,
    pub number: u32,
}

impl Entry {
    fn distance_2(&self, from: Ecef) -> f64 {
        let way = self.at - from;
        way.dot(way)
    }

    fn envelope(&self) -> Box3 {
        AABB::from_point(array(self.at))
    }
}

/// Some neighbouring entries.
#[derive(Debug, Clone)]
struct Bucket {
    bounds: Box3,
    entries: Range<usize>,
}

type Box3 = AABB<[f64; 3]>;

impl RTreeObject for Bucket {
    type Envelope = Box3;
    fn envelope(&self) -> Box3 {
        self.bounds
    }
}

#[derive(Debug, Clone)]
pub(super) struct Tree {
    entries: Vec<Entry>,
    buckets: RTree<Bucket>,
}

impl Tree {
    pub fn new(mut entries: Vec<Entry>) -> Tree {
        let mut buckets = Vec::with_capacity(2 * entries.len() / BUCKET + 1);
        fill(&mut buckets, &mut entries, 0);
        Tree { entries, buckets: RTree::bulk_load(buckets) }
    }

    /// Shows `found` all entries whose chord to `at` is no longer than `radius`, in no particular order.
    pub fn within(&self, at: Ecef, radius: Metres, mut found: impl FnMut(&Entry)) {
        if radius.0 >= 0.0 {
            self.within_node(self.buckets.root(), at, radius.0 * radius.0, &mut found);
        }
    }

    /// By the distance of the boxes themselves: a box around the circle would reach into many that lie beyond it.
    fn within_node(&self, node: &ParentNode<Bucket>, at: Ecef, reach_2: f64, found: &mut impl FnMut(&Entry)) {
        for child in node.children() {
            match child {
                RTreeNode::Leaf(bucket) if box_distance_2(&bucket.bounds, at) <= reach_2 => {
                    let entries = self.entries_of(bucket).iter();
                    entries.filter(|entry| entry.distance_2(at) <= reach_2).for_each(&mut *found);
                }
                RTreeNode::Parent(below) if box_distance_2(&below.envelope(), at) <= reach_2 => {
                    self.within_node(below, at, reach_2, found);
                }
                _ => {}
            }
        }
    }

    /// All entries in a box, given as its lower and upper corner, and perhaps some near it.
    pub fn in_box(&self, [lower, upper]: [[f64; 3]; 2]) -> impl Iterator<Item = Entry> {
        let buckets = self.buckets.locate_in_envelope_intersecting(&AABB::from_corners(lower, upper));
        buckets.flat_map(|bucket| self.entries_of(bucket)).copied()
    }

    fn entries_of(&self, bucket: &Bucket) -> &[Entry] {
        self.entries.get(bucket.entries.clone()).unwrap_or_default()
    }

    /// The `count` nearest wanted entries, nearest first.
    ///
    /// Branch and bound, depth first (Roussopoulos, Kelley and Vincent, 1995): for a few neighbours faster than
    /// rstar's own walk, which has to be ready to go on for ever and so queues every leaf it sees.
    pub fn nearest(&self, at: Ecef, count: usize, wanted: impl Fn(u32) -> bool) -> Vec<Entry> {
        let mut best = Best::new(count.min(self.entries.len()));
        let mut ahead = Vec::with_capacity(64);
        let mut node = Some(self.buckets.root());
        while let Some(parent) = node.take() {
            let unsorted = ahead.len();
            for child in parent.children() {
                let distance_2 = box_distance_2(&child.envelope(), at);
                if distance_2 <= best.limit {
                    ahead.push((distance_2, child));
                }
            }
            // The nearest goes last: it is visited next.
            ahead[unsorted..].sort_unstable_by(|a, b| b.0.total_cmp(&a.0));
            while let Some((distance_2, child)) = ahead.pop() {
                match child {
                    _ if distance_2 > best.limit => {}
                    RTreeNode::Leaf(bucket) => best.take_from(self.entries_of(bucket), at, &wanted),
                    RTreeNode::Parent(child) => {
                        node = Some(child);
                        break;
                    }
                }
            }
        }
        best.heap.into_sorted_vec().into_iter().map(|candidate| candidate.entry).collect()
    }
}

/// The few nearest so far.
struct Best {
    count: usize,
    /// The farthest on top.
    heap: BinaryHeap<Candidate>,
    /// What lies farther than this cannot be among the nearest any more.
    limit: f64,
}

impl Best {
    fn new(count: usize) -> Best {
        let limit = if count == 0 { -1.0 } else { f64::INFINITY };
        Best { count, heap: BinaryHeap::with_capacity(count + 1), limit }
    }

    fn take_from(&mut self, entries: &[Entry], at: Ecef, wanted: impl Fn(u32) -> bool) {
        for entry in entries {
            let distance_2 = entry.distance_2(at);
            if distance_2 <= self.limit && wanted(entry.number) {
                self.take(Candidate { distance_2, entry: *entry });
            }
        }
    }

    fn take(&mut self, candidate: Candidate) {
        self.heap.push(candidate);
        if self.heap.len() > self.count {
            self.heap.pop();
        }
        if self.heap.len() == self.count {
            self.limit = self.heap.peek().map_or(self.limit, |farthest| farthest.distance_2);
        }
    }
}

/// An entry and how far it is: sorted by distance, what ties by number.
struct Candidate {
    distance_2: f64,
    entry: Entry,
}

impl Ord for Candidate {
    fn cmp(&self, other: &Candidate) -> Ordering {
        self.distance_2.total_cmp(&other.distance_2).then(self.entry.number.cmp(&other.entry.number))
    }
}

impl PartialOrd for Candidate {
    fn partial_cmp(&self, other: &Candidate) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl PartialEq for Candidate {
    fn eq(&self, other: &Candidate) -> bool {
        self.cmp(other).is_eq()
    }
}

impl Eq for Candidate {}

/// Halves the entries along the axis on which they are spread widest, until they fit into buckets.
fn fill(buckets: &mut Vec<Bucket>, entries: &mut [Entry], start: usize) {
    let bounds = entries.iter().fold(Box3::new_empty(), |bounds, entry| bounds.merged(&entry.envelope()));
    if entries.len() <= BUCKET {
        if !entries.is_empty() {
            buckets.push(Bucket { bounds, entries: start..start + entries.len() });
        }
        return;
    }
    let spread = |axis: usize| bounds.upper()[axis] - bounds.lower()[axis];
    let widest = (0..3).max_by(|&one, &other| spread(one).total_cmp(&spread(other))).unwrap_or(0);
    let middle = entries.len() / 2;
    entries.select_nth_unstable_by(middle, |a, b| array(a.at)[widest].total_cmp(&array(b.at)[widest]));
    let (left, right) = entries.split_at_mut(middle);
    fill(buckets, left, start);
    fill(buckets, right, start + middle);
}

fn box_distance_2(bounds: &Box3, at: Ecef) -> f64 {
    let (lower, upper) = (bounds.lower(), bounds.upper());
    let outside = |axis: usize, at: f64| (lower[axis] - at).max(at - upper[axis]).max(0.0);
    let (x, y, z) = (outside(0, at.x), outside(1, at.y), outside(2, at.z));
    x * x + y * y + z * z
}

fn array(at: Ecef) -> [f64; 3] {
    [at.x, at.y, at.z]
}
