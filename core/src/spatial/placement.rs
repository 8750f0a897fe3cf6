//! Where along a line do stops belong that are visited in a known order?

use crate::geometry::{Along, Ecef, Foot, Line, Metres};

/// How much farther than the nearest place a place may be and still be the one that is meant.
const DETOUR: Metres = Metres(150.0);

/// Gives each position its place on the stretch of the line, keeping their order: of all ways to do so the one with the
/// smallest sum of distances. A line that passes a position several times (there and back, a loop) offers several
/// places; where the order cannot be kept otherwise, a position takes the place of the one before it.
#[must_use]
pub fn place_in_order(line: &Line, from: Along, to: Along, positions: &[Ecef]) -> Vec<Foot> {
    let offers: Vec<Vec<Foot>> = positions.iter().map(|&position| nearest_places(line, from, to, position)).collect();
    let mut rows: Vec<Vec<Step>> = Vec::new();
    for (number, places) in offers.iter().enumerate() {
        let row = places.iter().map(|place| cheapest_step(line, positions[number], place, rows.last())).collect();
        rows.push(row);
    }
    walk_back(&rows)
}

/// A place for one position, the sum of distances up to it, and the place chosen for the position before.
#[derive(Clone, Copy)]
struct Step {
    foot: Foot,
    sum: f64,
    before: usize,
}

fn cheapest_step(line: &Line, position: Ecef, place: &Foot, before: Option<&Vec<Step>>) -> Step {
    let Some(before) = before else { return Step { foot: *place, sum: place.distance.0, before: 0 } };
    let steps = before.iter().enumerate().map(|(number, step)| {
        let foot = if step.foot.along <= place.along { *place } else { at_the_same_place(line, position, step.foot) };
        Step { foot, sum: step.sum + foot.distance.0, before: number }
    });
    let first = Step { foot: *place, sum: f64::INFINITY, before: 0 };
    steps.fold(first, |best, step| if step.sum < best.sum { step } else { best })
}

fn at_the_same_place(line: &Line, position: Ecef, taken: Foot) -> Foot {
    Foot { distance: line.ecef_at(taken.along).ground_distance(position), ..taken }
}

fn walk_back(rows: &[Vec<Step>]) -> Vec<Foot> {
    let Some(last) = rows.last() else { return Vec::new() };
    let mut number =
        (0..last.len()).fold(0, |best, number| if last[number].sum < last[best].sum { number } else { best });
    let mut feet = Vec::with_capacity(rows.len());
    for row in rows.iter().rev() {
        feet.push(row[number].foot);
        number = row[number].before;
    }
    feet.reverse();
    feet
}

/// Every place where the line comes nearest to the position, among those not much farther than the nearest of all.
fn nearest_places(line: &Line, from: Along, to: Along, position: Ecef) -> Vec<Foot> {
    let (first, last) = (line.segment_at(from), line.segment_at(to));
    let reach = near_enough(line, from, to, position) + DETOUR.0;
    let in_reach = |segment: usize| {
        let length = line.along_of(segment + 1).metres() - line.along_of(segment).metres();
        line.ecef()[segment].chord(position).0 - length <= reach
    };
    // Most segments of a long line are nowhere near, which their first vertex tells.
    let feet: Vec<Option<Foot>> = (first..=last)
        .map(|segment| in_reach(segment).then(|| line.nearest_within(segment, position, from, to)))
        .collect();
    let distance = |number: usize| feet.get(number).copied().flatten().map_or(f64::INFINITY, |foot| foot.distance.0);
    let nearest = (0..feet.len()).map(distance).fold(f64::INFINITY, f64::min);
    let is_turning_point = |number: usize| {
        let here = distance(number);
        (number == 0 || distance(number - 1) >= here) && (number + 1 == feet.len() || distance(number + 1) > here)
    };
    let near = |foot: &Foot| foot.distance.0 <= nearest + DETOUR.0;
    (0..feet.len()).filter(|&number| is_turning_point(number)).filter_map(|number| feet[number]).filter(near).collect()
}

/// How far away the nearest vertex or end of the stretch is: the line comes as near as that.
fn near_enough(line: &Line, from: Along, to: Along, position: Ecef) -> f64 {
    let ends = [line.ecef_at(from), line.ecef_at(to)];
    let between = &line.ecef()[line.segment_at(from) + 1..=line.segment_at(to)];
    let nearest =
        |vertices: &[Ecef]| vertices.iter().copied().min_by(|a, b| a.chord(position).0.total_cmp(&b.chord(position).0));
    [nearest(&ends), nearest(between)]
        .into_iter()
        .flatten()
        .map(|vertex| vertex.ground_distance(position).0)
        .fold(f64::INFINITY, f64::min)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::geometry::{Point, crooked_lines};

    fn at(lat: f64, lon: f64) -> Point {
        Point::new(lat, lon).expect("valid")
    }

    /// Eastwards for 3 km and back on the same road.
    fn there_and_back() -> Line {
        Line::new(vec![at(55.0, 21.0), at(55.0, 21.02), at(55.0, 21.05), at(55.0, 21.02), at(55.0, 21.0)])
            .expect("a line")
    }

    #[test]
    fn stops_on_the_way_back_come_after_those_on_the_way_out() {
        let line = there_and_back();
        let stops = [
            at(55.0001, 21.01).ecef(),
            at(55.0001, 21.049).ecef(),
            at(55.0001, 21.03).ecef(),
            at(55.0001, 21.005).ecef(),
        ];
        let feet = place_in_order(&line, Along::START, line.end(), &stops);
        assert!(feet.windows(2).all(|pair| pair[0].along < pair[1].along), "{feet:?}");
        assert!(feet.iter().all(|foot| foot.distance.0 < 15.0));
        assert!(feet[2].along.metres() > line.length().0 / 2.0);
    }

    #[test]
    fn a_stop_behind_the_one_before_it_takes_its_place() {
        let line = Line::new(vec![at(55.0, 21.0), at(55.0, 21.05)]).expect("a line");
        let feet = place_in_order(&line, Along::START, line.end(), &[at(55.0, 21.03).ecef(), at(55.0, 21.02).ecef()]);
        assert!(feet[0].along <= feet[1].along);
    }

    proptest! {
        /// As by looking at every segment.
        #[test]
        fn no_place_is_overlooked(
            line in crooked_lines(0.02, 30), (from, to) in (0.0..1.0, 0.0..1.0), beside in 0.0..1.0, off in 0.0..0.05,
        ) {
            let end = line.length().0;
            let (from, to) = (Along(Metres(end * f64::min(from, to))), Along(Metres(end * f64::max(from, to))));
            let there = line.at(Along(Metres(end * beside)));
            let position = at(there.lat() + off, there.lon()).ecef();
            let all = (line.segment_at(from)..=line.segment_at(to)).map(|one| line.nearest_within(one, position, from, to));
            let all: Vec<Foot> = all.collect();
            let nearest = all.iter().map(|foot| foot.distance.0).fold(f64::INFINITY, f64::min);
            let expected = all.iter().enumerate().filter(|(number, foot)| {
                let before = number.checked_sub(1).is_none_or(|before| all[before].distance >= foot.distance);
                let after = all.get(number + 1).is_none_or(|after| after.distance > foot.distance);
                before && after && foot.distance.0 <= nearest + DETOUR.0
            });
            let expected: Vec<Foot> = expected.map(|(_, foot)| *foot).collect();
            prop_assert_eq!(nearest_places(&line, from, to, position), expected);
        }
    }

    #[test]
    fn no_stops_no_places() {
        let line = there_and_back();
        assert!(place_in_order(&line, Along::START, line.end(), &[]).is_empty());
    }
}
