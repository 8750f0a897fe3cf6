//! What lies along a line.

use std::collections::BTreeMap;

use super::Points;
use super::tree::Entry;
use crate::geometry::{Along, Foot, Line, Metres};

/// Something that lies beside a line.
#[derive(Debug, PartialEq)]
pub struct Beside<'a, T> {
    /// What was found.
    pub item: &'a T,
    /// The place on the line nearest to it.
    pub along: Along,
    /// How far from the line it lies.
    pub distance: Metres,
}

/// How much of a line is looked around at once, at least.
const STRIDE: f64 = 2_000.0;
/// How often one looks around, at most: a line that leads round the earth a million times has no honest maker.
const MOST_STRIDES: f64 = 20_000.0;

impl<T> Points<T> {
    /// The wanted items within `reach` of a line between two places on it, in the order in which they are met.
    ///
    /// What the line passes more than once is met where the line comes nearest to it.
    pub fn beside(
        &self,
        line: &Line,
        (from, to): (Along, Along),
        reach: Metres,
        wanted: impl Fn(&T) -> bool,
    ) -> Vec<Beside<'_, T>> {
        let (from, to) = (from.metres().max(0.0), to.metres().min(line.length().0));
        let stride = STRIDE.max(reach.0).max((to - from) / MOST_STRIDES);
        let mut nearest: BTreeMap<u32, Foot> = BTreeMap::new();
        let mut start = from;
        while start <= to {
            let (here, next) = (Along(Metres(start)), Along(Metres((start + stride).min(to))));
            let middle = line.ecef_at(Along((here.0 + next.0) / 2.0));
            self.around(middle, (next - here) / 2.0 + reach, &wanted, |&Entry { at, number }, _| {
                let foot = line.nearest_between(at, here, next);
                if foot.distance <= reach && nearest.get(&number).is_none_or(|known| foot.distance < known.distance) {
                    nearest.insert(number, foot);
                }
            });
            start += stride;
        }
        let mut met: Vec<(u32, Foot)> = nearest.into_iter().collect();
        met.sort_by(|(_, one), (_, other)| one.along.metres().total_cmp(&other.along.metres()));
        let beside = met.into_iter().filter_map(|(number, foot)| {
            let (_, item) = self.numbered(number)?;
            Some(Beside { item, along: foot.along, distance: foot.distance })
        });
        beside.collect()
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::super::tests::{at, somewhere};
    use super::*;
    use crate::geometry::Point;

    fn lines() -> impl Strategy<Value = Line> {
        let steps = proptest::collection::vec((-0.02..0.02_f64, -0.02..0.02_f64), 2..30);
        (somewhere(), steps).prop_filter_map("has length", |(start, steps)| {
            let mut points = vec![start];
            for (north, east) in steps {
                let last = points[points.len() - 1];
                let east = (last.lon() + east + 540.0).rem_euclid(360.0) - 180.0;
                points.push(Point::new((last.lat() + north).clamp(-89.0, 89.0), east).ok()?);
            }
            Line::new(points).ok()
        })
    }

    proptest! {
        #[test]
        fn what_lies_beside_a_line_is_what_a_look_at_every_point_finds(
            line in lines(),
            offsets in proptest::collection::vec((0.0..1.0_f64, -0.05..0.05_f64, -0.05..0.05_f64), 0..60),
            (a, b) in (0.0..1.0_f64, 0.0..1.0_f64),
            reach in 10.0..6_000.0_f64,
        ) {
            let positions: Vec<Point> = offsets
                .iter()
                .filter_map(|&(share, north, east)| {
                    let near = line.at(Along(line.length() * share));
                    Point::new(near.lat() + north, (near.lon() + east).clamp(-180.0, 180.0)).ok()
                })
                .collect();
            let points = Points::new(positions.iter().copied().enumerate().map(|(number, point)| (point, number)));
            let (from, to) = (Along(line.length() * a.min(b)), Along(line.length() * a.max(b)));
            let beside = points.beside(&line, (from, to), Metres(reach), |number| !number.is_multiple_of(3));
            let mut met: Vec<usize> = beside.iter().map(|beside| *beside.item).collect();
            met.sort_unstable();
            // A handful of micrometres either side of the reach is nobody's business.
            let all = |slack: f64| {
                let within = |point: &Point| line.nearest_between(point.ecef(), from, to).distance.0 <= reach + slack;
                let all = (0..positions.len()).filter(|number| !number.is_multiple_of(3) && within(&positions[*number]));
                all.collect::<Vec<usize>>()
            };
            prop_assert!(met == all(0.0) || met == all(1e-3) || met == all(-1e-3), "{met:?} and {:?}", all(0.0));
            prop_assert!(beside.windows(2).all(|pair| pair[0].along <= pair[1].along));
        }
    }

    #[test]
    fn piers_along_the_spit_come_in_the_order_of_the_ride() {
        let spit = Line::new(vec![at(55.71, 21.10), at(55.54, 21.12), at(55.30, 21.00)]).expect("a line");
        let piers = [("Nida", at(55.303, 21.01)), ("Juodkrantė", at(55.535, 21.123)), ("Ventė", at(55.34, 21.20))];
        let piers = Points::new(piers.map(|(name, position)| (position, name)));
        let met = piers.beside(&spit, (Along::START, spit.end()), Metres(2_000.0), |_| true);
        assert_eq!(met.iter().map(|pier| *pier.item).collect::<Vec<_>>(), ["Juodkrantė", "Nida"]);
        let rest = piers.beside(&spit, (Along(Metres(25_000.0)), spit.end()), Metres(2_000.0), |_| true);
        assert_eq!(rest.iter().map(|pier| *pier.item).collect::<Vec<_>>(), ["Nida"]);
    }
}
