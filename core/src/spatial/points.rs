//! An index of positions: stops, places, piers.

use libm::{cos, sin};

use super::tree::{Entry, Tree};
use crate::geometry::{Bounds, Ecef, Metres, Point};

/// Room for as many is made at once where it is not known how many lie within a radius.
const USUAL: usize = 32;

/// Things with their positions, to be found by where they are.
///
/// Every look-up takes a condition that what it finds must meet (`|_| true` for all). Where an order is promised, what ties
/// comes in the order in which it was given.
#[derive(Debug, Clone)]
pub struct Points<T> {
    tree: Tree,
    items: Vec<(Point, T)>,
}

/// Something found near a position.
#[derive(Debug, PartialEq)]
pub struct Found<'a, T> {
    /// What was found.
    pub item: &'a T,
    /// How far over the ground from the position asked about.
    pub distance: Metres,
}

impl<T> Points<T> {
    /// An index of the items, each at its position.
    ///
    /// Holds up to 2³² items; any beyond are not found.
    #[must_use]
    pub fn new(items: impl IntoIterator<Item = (Point, T)>) -> Points<T> {
        let items: Vec<(Point, T)> = items.into_iter().collect();
        let entries = items.iter().zip(0..=u32::MAX).map(|((point, _), number)| Entry { at: point.ecef(), number });
        Points { tree: Tree::new(entries.collect()), items }
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
        let wanted = |number| self.numbered(number).is_some_and(|(_, item)| wanted(item));
        self.found(from, self.tree.nearest(from, count, wanted))
    }

    /// The wanted items within `radius` over the ground, in no particular order: sorting a crowd takes longer than
    /// finding it, so whoever wants it sorted by distance does that.
    pub fn within(&self, of: Point, radius: Metres, wanted: impl Fn(&T) -> bool) -> Vec<Found<'_, T>> {
        let from = of.ecef();
        let mut found = Vec::with_capacity(USUAL);
        self.around(from, radius, wanted, |entry, item| {
            let distance = from.ground_distance(entry.at);
            if distance <= radius {
                found.push(Found { item, distance });
            }
        });
        found
    }

    /// Shows `found` the wanted items within `radius` and perhaps a few beyond, in no particular order: the way over the
    /// ground is never shorter than the chord, which is what the tree measures.
    pub(super) fn around<'s>(
        &'s self,
        at: Ecef,
        radius: Metres,
        wanted: impl Fn(&T) -> bool,
        mut found: impl FnMut(&Entry, &'s T),
    ) {
        self.tree.within(at, radius, |entry| match self.numbered(entry.number) {
            Some((_, item)) if wanted(item) => found(entry, item),
            _ => {}
        });
    }

    /// The wanted items in a view, in the order in which they were given.
    pub fn in_view(&self, view: &Bounds, wanted: impl Fn(&T) -> bool) -> Vec<&T> {
        let mut seen: Vec<u32> = self.tree.in_box(box_around(view)).map(|entry| entry.number).collect();
        seen.sort_unstable();
        let seen = seen.into_iter().filter_map(|number| self.numbered(number));
        seen.filter(|(point, item)| view.contains(*point) && wanted(item)).map(|(_, item)| item).collect()
    }

    pub(super) fn numbered(&self, number: u32) -> Option<&(Point, T)> {
        self.items.get(number as usize)
    }

    fn found(&self, from: Ecef, entries: impl IntoIterator<Item = Entry>) -> Vec<Found<'_, T>> {
        let measured = entries.into_iter().map(|entry| (from.ground_distance(entry.at), entry.number));
        let mut measured: Vec<(Metres, u32)> = measured.collect();
        measured.sort_unstable_by(|(a, one), (b, other)| a.0.total_cmp(&b.0).then(one.cmp(other)));
        let found = measured.into_iter().filter_map(|(distance, number)| {
            let (_, item) = self.numbered(number)?;
            Some(Found { item, distance })
        });
        found.collect()
    }
}

/// The earth-centred box around a view, as its lower and upper corner, a millimetre wider than computed.
fn box_around(view: &Bounds) -> [[f64; 3]; 2] {
    const ROUNDING: f64 = 0.001;
    // At longitude 0, x is the distance from the earth's axis.
    let at_latitude =
        |lat: f64| Point::new(lat.clamp(-90.0, 90.0), 0.0).map_or([0.0; 2], |at| [at.ecef().x, at.ecef().z]);
    let [south, north] = [at_latitude(view.south), at_latitude(view.north)];
    let over_equator = view.south <= 0.0 && view.north >= 0.0;
    let widest = if over_equator { at_latitude(0.0)[0] } else { south[0].max(north[0]) };
    let narrowest = south[0].min(north[0]);
    let east = if view.crosses_antimeridian() { view.east + 360.0 } else { view.east };
    // Between the view's longitudes, cosine and sine are extreme at its edges or where an axis is crossed.
    let axes = [-180.0, -90.0, 0.0, 90.0, 180.0, 270.0, 360.0, 450.0, 540.0].into_iter();
    let (mut lower, mut upper) = ([f64::INFINITY; 2], [f64::NEG_INFINITY; 2]);
    for lon in axes.filter(|lon| (view.west..=east).contains(lon)).chain([view.west, east]) {
        for across in [narrowest, widest] {
            let corner = [across * cos(lon.to_radians()), across * sin(lon.to_radians())];
            for axis in 0..2 {
                lower[axis] = lower[axis].min(corner[axis] - ROUNDING);
                upper[axis] = upper[axis].max(corner[axis] + ROUNDING);
            }
        }
    }
    [[lower[0], lower[1], south[1] - ROUNDING], [upper[0], upper[1], north[1] + ROUNDING]]
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
        !number.is_multiple_of(4)
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
            prop_assert!(found.iter().all(|found| found.distance == of.distance(positions[*found.item])));
        }

        #[test]
        fn a_view_shows_what_lies_in_it(positions in crowds(), a in somewhere(), b in somewhere()) {
            let view = Bounds::new(a, b);
            let seen: Vec<usize> = numbered(&positions).in_view(&view, wanted).into_iter().copied().collect();
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
        let seen: Vec<&str> = taveuni.in_view(&view, |_| true).into_iter().copied().collect();
        assert_eq!(seen, ["west", "east"]);
        let near = taveuni.within(at(-16.8, 180.0), Metres(2_000.0), |_| true);
        assert_eq!(near.len(), 2);
        assert!(near.iter().all(|found| (found.distance.0 - 1_066.0).abs() < 1.0), "{near:?}");
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
