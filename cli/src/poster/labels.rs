//! Where names can stand so that each can be read.
//!
//! Point-feature label placement: every name has candidate places around its point, near ones first, then ones with a
//! leader line; the best free ones are taken in order, then each name in turn may move to where it collides less, until
//! none wants to (the min-conflicts search of Minton and others, 1992). What still collides is not written: nothing is
//! ever written over something else. The same wishes always give the same places.
//!
//! It knows boxes and pieces of lines, and nothing of routes, fonts or colours.

use std::f64::consts::TAU;

use super::plane::{Rect, Spot, cross};

/// A name that wants a place.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Wish {
    /// What it names.
    pub spot: Spot,
    /// How far from the spot the name may begin: the radius of the mark there.
    pub clearance: f64,
    /// Width and height of the name: on one line, on two, and so on; the first is liked best.
    pub shapes: Vec<(f64, f64)>,
    /// How far off the name may stand.
    pub reach: Reach,
    /// How much of the route's line may run under the name.
    pub most_line: f64,
}

/// How far from its mark a name may stand.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) enum Reach {
    /// With a leader line of at most this length.
    Leader(f64),
    /// Without one: near enough to be understood.
    Near,
}

/// Where a name stands.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Placed {
    pub rect: Rect,
    /// Which of the wish's shapes.
    pub shape: usize,
    /// From the mark's rim to the name, where it stands apart.
    pub leader: Option<(Spot, Spot)>,
}

/// What is already on the map.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Field {
    /// Names stay inside.
    pub frame: Rect,
    /// Where the ground is not seen: what lies there gets no name.
    pub covered: Option<Rect>,
    /// Names keep off.
    pub taken: Vec<Rect>,
    /// Leaders keep off these too.
    pub leaders: Vec<(Spot, Spot)>,
    /// Names would rather not lie on these.
    pub lines: Vec<(Spot, Spot)>,
}

/// The room left between two names.
const GAP: f64 = 1.5;
/// The cost of one unit of line under a name.
const LINE_COST: f64 = 0.8;
/// The cost of each further shape.
const SHAPE_COST: f64 = 2.5;
/// The cost of having a leader at all, and of each unit of it.
const LEADER_COST: (f64, f64) = (7.0, 0.16);
/// The cost of a leader across the route's line.
const CROSSING_COST: f64 = 12.0;
/// More than any sum of the others.
const COLLISION_COST: f64 = 10_000.0;
/// Names settle within a few rounds; more would only go in circles.
const ROUNDS: usize = 12;

/// How many orders are tried while a name is left out.
const ORDERS: usize = 10;
/// With more names than these, one order has to do.
const MOST_TRIED_AGAIN: usize = 60;

#[derive(Debug, Clone, Copy)]
struct Candidate {
    placed: Placed,
    cost: f64,
}

/// A place for each wish, in the same order; `None` where every place would hide something.
pub(super) fn place(wishes: &[Wish], field: &Field) -> Vec<Option<Placed>> {
    let candidates: Vec<Vec<Candidate>> = wishes.iter().map(|wish| candidates(wish, field)).collect();
    let mut kept = Vec::new();
    let mut fewest_left_out = usize::MAX;
    for order in orders(wishes.len()) {
        let settled = settle(&candidates, &order);
        let left_out = settled.iter().filter(|name| name.is_none()).count();
        if left_out < fewest_left_out {
            (kept, fewest_left_out) = (settled, left_out);
        }
        if fewest_left_out == 0 {
            break;
        }
    }
    kept.into_iter().map(|candidate| candidate.map(|candidate| candidate.placed)).collect()
}

/// The orders in which names may choose: as given, from the end, and beginning here and there.
fn orders(count: usize) -> impl Iterator<Item = Vec<usize>> {
    let tried = if count <= MOST_TRIED_AGAIN { ORDERS } else { 1 };
    (0..tried).map(move |order| {
        let start = order / 2 * count / ORDERS.div_ceil(2);
        let mut all: Vec<usize> = (0..count).map(|place| (place + start) % count).collect();
        if order % 2 == 1 {
            all.reverse();
        }
        all
    })
}

fn settle(candidates: &[Vec<Candidate>], order: &[usize]) -> Vec<Option<Candidate>> {
    let mut chosen: Vec<Option<Candidate>> = vec![None; candidates.len()];
    for _ in 0..ROUNDS {
        let mut moved = false;
        for &wish in order {
            let best = best(&candidates[wish], &chosen, wish);
            moved |= best.map(|best| best.placed) != chosen[wish].map(|old| old.placed);
            chosen[wish] = best;
        }
        if !moved {
            break;
        }
    }
    drop_collisions(&mut chosen);
    chosen
}

fn best(candidates: &[Candidate], chosen: &[Option<Candidate>], wish: usize) -> Option<Candidate> {
    let others = || chosen.iter().enumerate().filter(|(other, _)| *other != wish).filter_map(|(_, other)| *other);
    let cost = |candidate: &Candidate| {
        let collisions = others().filter(|other| collide(&candidate.placed, &other.placed)).count();
        candidate.cost + collisions as f64 * COLLISION_COST
    };
    let costs = candidates.iter().map(|candidate| (cost(candidate), candidate));
    costs.min_by(|(a, _), (b, _)| a.total_cmp(b)).map(|(_, candidate)| *candidate)
}

fn drop_collisions(chosen: &mut [Option<Candidate>]) {
    for wish in 0..chosen.len() {
        let (before, rest) = chosen.split_at_mut(wish);
        if let Some(Some(one)) = rest.first()
            && before.iter().flatten().any(|other| collide(&one.placed, &other.placed))
        {
            rest[0] = None;
        }
    }
}

fn collide(a: &Placed, b: &Placed) -> bool {
    a.rect.grown(GAP).overlaps(&b.rect)
        || a.leader.is_some_and(|leader| hits(leader, &b.rect))
        || b.leader.is_some_and(|leader| hits(leader, &a.rect))
        || matches!((a.leader, b.leader), (Some(a), Some(b)) if cross(a.0, a.1, b.0, b.1))
}

fn hits((from, to): (Spot, Spot), rect: &Rect) -> bool {
    rect.grown(GAP).length_inside(from, to) > 0.0
}

/// Every place where the name hides nothing that is there already.
fn candidates(wish: &Wish, field: &Field) -> Vec<Candidate> {
    let mut all = Vec::new();
    for (shape, &(width, height)) in wish.shapes.iter().enumerate() {
        for (rect, liking) in beside(wish, wish.clearance, width, height) {
            offer(&mut all, field, wish, Placed { rect, shape, leader: None }, liking + shape as f64 * SHAPE_COST);
        }
        let longest = match wish.reach {
            Reach::Leader(longest) => longest,
            Reach::Near => {
                for (further, cost) in [(height * 0.35, 3.0), (height * 0.8, 8.0), (height * 1.6, 16.0)] {
                    for (rect, liking) in beside(wish, wish.clearance + further, width, height) {
                        offer(&mut all, field, wish, Placed { rect, shape, leader: None }, cost + liking);
                    }
                }
                continue;
            }
        };
        for (rect, liking) in apart(wish, longest, width, height) {
            let to = rect.grown(1.0).nearest(wish.spot);
            let distance = wish.spot.distance(to);
            let from = wish.spot.towards(to, (wish.clearance / distance).min(1.0));
            let crossings = field.lines.iter().filter(|(a, b)| cross(from, to, *a, *b)).count();
            let cost = LEADER_COST.0
                + LEADER_COST.1 * distance
                + liking
                + shape as f64 * SHAPE_COST
                + crossings as f64 * CROSSING_COST;
            offer(&mut all, field, wish, Placed { rect, shape, leader: Some((from, to)) }, cost);
        }
    }
    all
}

fn offer(all: &mut Vec<Candidate>, field: &Field, wish: &Wish, placed: Placed, cost: f64) {
    let free = field.frame.holds(&placed.rect)
        && !field.taken.iter().any(|taken| taken.overlaps(&placed.rect.grown(GAP)))
        && !field.leaders.iter().any(|&leader| hits(leader, &placed.rect))
        && !placed.leader.is_some_and(|leader| blocked(leader, wish.spot, field));
    if free {
        let under: f64 = field.lines.iter().map(|&(a, b)| placed.rect.grown(GAP).length_inside(a, b)).sum();
        if under <= wish.most_line {
            all.push(Candidate { placed, cost: cost + under * LINE_COST });
        }
    }
}

fn blocked(leader: (Spot, Spot), mark: Spot, field: &Field) -> bool {
    // A leader begins at its own mark, which is among the taken boxes.
    let others = || field.taken.iter().filter(|taken| !taken.contains(mark));
    others().any(|taken| taken.length_inside(leader.0, leader.1) > 0.0)
        || field.leaders.iter().any(|other| cross(leader.0, leader.1, other.0, other.1))
}

/// The eight places beside the mark, with how little each is liked.
fn beside(wish: &Wish, clearance: f64, width: f64, height: f64) -> [(Rect, f64); 8] {
    let (Spot { x, y }, near) = (wish.spot, clearance + 2.0);
    let slant = clearance * 0.75 + 1.0;
    let (right, left) = (x + near, x - near - width);
    let (slant_right, slant_left) = (x + slant, x - slant - width);
    let (above, below) = (y - slant - height, y + slant);
    let boxed = |left: f64, top: f64| Rect::new(left, top, width, height);
    [
        (boxed(right, y - height / 2.0), 0.0),
        (boxed(left, y - height / 2.0), 0.8),
        (boxed(slant_right, above), 1.2),
        (boxed(slant_right, below), 1.4),
        (boxed(slant_left, above), 1.8),
        (boxed(slant_left, below), 2.0),
        (boxed(x - width / 2.0, y - near - height), 2.2),
        (boxed(x - width / 2.0, y + near), 2.4),
    ]
}

/// Places away from the mark, in sixteen directions and growing distances.
fn apart(wish: &Wish, longest: f64, width: f64, height: f64) -> Vec<(Rect, f64)> {
    const DIRECTIONS: u32 = 16;
    let mut all = Vec::new();
    let mut distance = (wish.clearance * 2.2).max(4.0);
    while distance <= longest {
        for direction in 0..DIRECTIONS {
            let angle = TAU * f64::from(direction) / f64::from(DIRECTIONS);
            let (across, down) = (libm::cos(angle), libm::sin(angle));
            let near = Spot::new(wish.spot.x + across * distance, wish.spot.y + down * distance);
            // The name hangs on the leader's end by the side that faces the mark.
            let left = near.x - width * (1.0 - across.signum() * across.abs().sqrt()) / 2.0;
            let top = near.y - height * (1.0 - down) / 2.0;
            all.push((Rect::new(left, top, width, height), down.abs()));
        }
        distance *= 1.35;
    }
    all
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn field() -> Field {
        Field {
            frame: Rect::new(0.0, 0.0, 400.0, 400.0),
            covered: None,
            taken: Vec::new(),
            leaders: Vec::new(),
            lines: Vec::new(),
        }
    }

    fn wish(x: f64, y: f64) -> Wish {
        Wish {
            spot: Spot::new(x, y),
            clearance: 6.0,
            shapes: vec![(60.0, 10.0), (34.0, 21.0)],
            reach: Reach::Leader(90.0),
            most_line: f64::INFINITY,
        }
    }

    #[test]
    fn a_lone_name_stands_to_the_right_of_its_mark() {
        let placed = place(&[wish(200.0, 200.0)], &field());
        assert_eq!(placed[0].map(|placed| (placed.rect.left, placed.leader)), Some((208.0, None)));
    }

    #[test]
    fn at_the_right_edge_a_name_stands_to_the_left() {
        let placed = place(&[wish(390.0, 200.0)], &field());
        assert_eq!(placed[0].map(|placed| placed.rect.right), Some(382.0));
    }

    #[test]
    fn a_name_keeps_off_the_line_it_stands_on() {
        let down_the_middle = Field { lines: vec![(Spot::new(208.0, 0.0), Spot::new(300.0, 400.0))], ..field() };
        let placed = place(&[wish(208.0, 200.0)], &down_the_middle)[0].expect("there is room");
        assert_eq!(placed.rect.length_inside(Spot::new(208.0, 0.0), Spot::new(300.0, 400.0)), 0.0);
    }

    #[test]
    fn in_a_crowd_names_are_led_out() {
        let crowd: Vec<Wish> = (0..9).map(|place| wish(200.0, 190.0 + f64::from(place) * 3.0)).collect();
        let placed = place(&crowd, &field());
        assert!(placed.iter().all(Option::is_some), "{placed:?}");
        assert!(placed.iter().flatten().any(|placed| placed.leader.is_some()));
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(24))]
        #[test]
        fn no_name_is_written_over_another(spots in prop::collection::vec((0.0..400.0, 0.0..400.0), 1..40)) {
            let wishes: Vec<Wish> = spots.iter().map(|&(x, y)| wish(x, y)).collect();
            let marks: Vec<Rect> = wishes.iter().map(|wish| Rect::around(wish.spot, 5.0)).collect();
            let field = Field { taken: marks, ..field() };
            let placed: Vec<Placed> = place(&wishes, &field).into_iter().flatten().collect();
            for (number, one) in placed.iter().enumerate() {
                prop_assert!(field.frame.holds(&one.rect));
                prop_assert!(!field.taken.iter().any(|mark| mark.overlaps(&one.rect)));
                for other in &placed[number + 1..] {
                    prop_assert!(!one.rect.overlaps(&other.rect), "{one:?} {other:?}");
                    prop_assert!(!one.leader.is_some_and(|leader| hits(leader, &other.rect)));
                }
            }
        }
    }
}
