//! Stops on the map: numbered marks that never cover one another, and their names where there is room.

use std::f64::consts::TAU;

use route_guide_core::model::Route;

use super::drawing::{Anchor, Drawing, Ink, number};
use super::labels::{Field, Placed, Reach, Wish, place};
use super::lettering::{ASCENT, Cut, DESCENT, Lettering, Words};
use super::plane::{Rect, Spot};
use super::projection::View;
use super::sheet::Style;
use super::{Poster, palette};

/// With more stops than these, marks stay where they are and names stand in the column only: the sheet is full anyway.
const MOST_NAMED: usize = 200;
/// The distance from one line of a name to the next, as a share of its size.
pub(super) const LEADING: f64 = 1.12;

/// The marks of a route's stops.
pub(super) struct Marks(Vec<Mark>);

struct Mark {
    number: usize,
    /// Where the stop is.
    stop: Spot,
    /// Where its mark is drawn: beside it, where another mark is in the way.
    at: Spot,
    optional: bool,
}

impl Mark {
    fn is_aside(&self) -> bool {
        self.at != self.stop
    }
}

/// A stop's name in its place.
pub(super) struct StopName {
    lines: Vec<Words>,
    spot: Spot,
    placed: Placed,
}

impl Marks {
    /// Finds every mark its place, so that none covers another, and takes that from the field.
    pub fn set(route: &Route, view: &View, field: &mut Field, style: &Style) -> Marks {
        let mut marks: Vec<Mark> = Vec::with_capacity(route.stops.len());
        for (number, stop) in (1..).zip(&route.stops) {
            let spot = view.place(stop.position);
            let free = if number <= MOST_NAMED { free_spot(spot, style.mark, field) } else { None };
            let at = free.unwrap_or(spot);
            if number <= MOST_NAMED {
                field.taken.push(Rect::around(at, style.mark));
            }
            marks.push(Mark { number, stop: spot, at, optional: stop.optional });
        }
        Marks(marks)
    }

    /// Joins marks that stand aside to where their stop is.
    pub fn draw_legs(&self, drawing: &mut Drawing<'_>, style: &Style) {
        for mark in self.0.iter().filter(|mark| mark.is_aside()) {
            draw_leader(drawing, (mark.stop, mark.at), style.mark * 0.14);
            let attributes = format!("fill=\"{}\" stroke=\"{}\" stroke-width=\"0.8\"", palette::INK, palette::PAPER);
            drawing.circle(mark.stop, style.mark * 0.3, &attributes);
        }
    }

    pub fn draw(&self, drawing: &mut Drawing<'_>, style: &Style) {
        for mark in &self.0 {
            draw_mark(drawing, mark.number, mark.optional, mark.at, style.mark);
        }
    }
}

/// The place nearest to `spot` where a round mark covers no other; `None` where there is none about.
pub(super) fn free_spot(spot: Spot, radius: f64, field: &Field) -> Option<Spot> {
    const DIRECTIONS: u32 = 24;
    let is_free = |at: Spot| {
        let rect = Rect::around(at, radius);
        field.frame.holds(&rect) && !field.taken.iter().any(|taken| taken.grown(1.0).overlaps(&rect))
    };
    if is_free(spot) {
        return Some(spot);
    }
    (1..=16).find_map(|ring| {
        let distance = radius * (1.0 + 0.5 * f64::from(ring));
        let ring_spots = (0..DIRECTIONS).map(|direction| {
            let angle = TAU * f64::from(direction) / f64::from(DIRECTIONS);
            Spot::new(spot.x + distance * libm::cos(angle), spot.y + distance * libm::sin(angle))
        });
        ring_spots.into_iter().find(|at| is_free(*at))
    })
}

/// A disc with the stop's number; optional stops are rings.
pub(super) fn draw_mark(drawing: &mut Drawing<'_>, stop: usize, optional: bool, at: Spot, radius: f64) {
    let (fill, ink) = if optional { (palette::PAPER, palette::INK) } else { (palette::INK, palette::PAPER) };
    drawing.circle(at, radius, &format!("fill=\"{}\"", palette::PAPER));
    let rim = number(radius * 0.16);
    let attributes = format!("fill=\"{fill}\" stroke=\"{}\" stroke-width=\"{rim}\"", palette::INK);
    drawing.circle(at, radius * 0.84, &attributes);
    let text = stop.to_string();
    let size = radius * if text.len() > 2 { 0.82 } else { 1.12 };
    let words = drawing.lettering.set(Cut::Bold, size, &text);
    drawing.words(&words, Spot::new(at.x, at.y + size * 0.36), Anchor::Middle, Ink::plain(ink));
}

fn draw_leader(drawing: &mut Drawing<'_>, (from, to): (Spot, Spot), width: f64) {
    for (colour, width) in [(palette::PAPER, width * 2.6), (palette::INK, width)] {
        drawing.line(from, to, &format!("fill=\"none\" stroke=\"{colour}\" stroke-width=\"{}\"", number(width)));
    }
}

/// Finds the names their places and takes these from the field.
pub(super) fn name(
    drawing: &mut Drawing<'_>,
    poster: &Poster<'_>,
    marks: &Marks,
    field: &mut Field,
    style: &Style,
) -> Vec<StopName> {
    if marks.0.len() > MOST_NAMED {
        return Vec::new();
    }
    let settings: Vec<Vec<Vec<Words>>> = poster
        .route
        .stops
        .iter()
        .map(|stop| set_in_lines(drawing.lettering, Cut::Bold, style.stop_name, stop.name.in_language(poster.language)))
        .collect();
    let wishes: Vec<Wish> = marks
        .0
        .iter()
        .zip(&settings)
        .map(|(mark, shapes)| Wish {
            spot: mark.at,
            clearance: style.mark,
            shapes: shapes.iter().map(|lines| extent(lines)).collect(),
            reach: Reach::Leader(150.0),
            most_line: f64::INFINITY,
        })
        .collect();
    let places = place(&wishes, field);
    let mut names = Vec::new();
    for ((placed, wish), shapes) in places.into_iter().zip(wishes).zip(settings) {
        if let Some(placed) = placed
            && let Some(lines) = shapes.into_iter().nth(placed.shape)
        {
            field.taken.push(placed.rect);
            field.leaders.extend(placed.leader);
            names.push(StopName { lines, spot: wish.spot, placed });
        }
    }
    names
}

pub(super) fn draw_names(drawing: &mut Drawing<'_>, names: &[StopName]) {
    for name in names {
        if let Some(leader) = name.placed.leader {
            draw_leader(drawing, leader, 0.8);
        }
    }
    let ink = Ink { colour: palette::INK, halo: Some((palette::PAPER, 2.6)) };
    for name in names {
        draw_block(drawing, &name.lines, name.placed.rect, name.spot, ink);
    }
}

/// A name of one or more lines in its box, set towards what it names.
pub(super) fn draw_block(drawing: &mut Drawing<'_>, lines: &[Words], rect: Rect, names: Spot, ink: Ink) {
    let (anchor, x) = match () {
        () if rect.left >= names.x => (Anchor::Start, rect.left),
        () if rect.right <= names.x => (Anchor::End, rect.right),
        () => (Anchor::Middle, rect.middle().x),
    };
    let mut baseline = rect.top;
    for (place, line) in lines.iter().enumerate() {
        baseline += line.size * if place == 0 { ASCENT } else { LEADING };
        drawing.words(line, Spot::new(x, baseline), anchor, ink);
    }
}

/// A name on one line, on two and on three, the one liked best first.
pub(super) fn set_in_lines(lettering: &Lettering, cut: Cut, size: f64, text: &str) -> Vec<Vec<Words>> {
    let single = lettering.wrap(cut, size, f64::INFINITY, text);
    let whole = extent(&single).0;
    let mut shapes = vec![single];
    for wanted in [2_usize, 3] {
        let mut width = whole / wanted as f64;
        while width < whole {
            let lines = lettering.wrap(cut, size, width, text);
            if lines.len() <= wanted {
                if lines.len() == wanted {
                    shapes.push(lines);
                }
                break;
            }
            width *= 1.06;
        }
    }
    // A long name reads better on two lines.
    if whole > size * 13.0 && shapes.len() > 1 {
        shapes.swap(0, 1);
    }
    shapes
}

/// The width and height of a block of lines.
pub(super) fn extent(lines: &[Words]) -> (f64, f64) {
    let width = lines.iter().map(|line| line.width).fold(0.0, f64::max);
    let size = lines.first().map_or(0.0, |line| line.size);
    (width, size * (ASCENT + DESCENT + LEADING * (lines.len().max(1) - 1) as f64))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(32))]
        #[test]
        fn no_mark_covers_another(spots in prop::collection::vec((20.0..380.0, 20.0..380.0), 1..40)) {
            let frame = Rect::new(0.0, 0.0, 400.0, 400.0);
            let mut field =
                Field { frame, covered: None, taken: Vec::new(), leaders: Vec::new(), lines: Vec::new() };
            for (x, y) in spots {
                let free = free_spot(Spot::new(x, y), 9.0, &field);
                prop_assert!(free.is_some());
                let rect = Rect::around(free.unwrap_or(Spot::new(x, y)), 9.0);
                prop_assert!(frame.holds(&rect) && !field.taken.iter().any(|taken| taken.overlaps(&rect)));
                field.taken.push(rect);
            }
        }
    }

    #[test]
    fn long_names_are_set_on_lines_of_like_length() {
        let lettering = Lettering::new();
        let shapes = set_in_lines(&lettering, Cut::Bold, 10.0, "Palangos gintaro muziejus ir Birutės parkas");
        let preferred: Vec<&str> = shapes[0].iter().map(|line| line.text.as_str()).collect();
        assert_eq!(preferred, ["Palangos gintaro muziejus", "ir Birutės parkas"]);
        assert_eq!(shapes.iter().map(Vec::len).collect::<Vec<_>>(), [2, 1, 3]);
    }
}
