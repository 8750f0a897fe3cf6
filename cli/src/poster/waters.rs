//! Names of waters: seas and lagoons where they are widest, rivers along their course.

use route_guide_core::map::water_name;
use route_guide_core::model::{BaseLayer, BaseLayerKind, Language, Shape};

use super::base::{Edge, FINEST, thinned};
use super::drawing::{Anchor, Drawing, Ink};
use super::labels::Field;
use super::lettering::{ASCENT, Cut, Words};
use super::palette;
use super::plane::{Rect, Spot};
use super::projection::View;
use super::sheet::Style;
use super::stops::{LEADING, extent};

pub(super) fn draw_sea_names(
    drawing: &mut Drawing<'_>,
    layers: &[BaseLayer],
    language: Language,
    view: &View,
    field: &mut Field,
    style: &Style,
) {
    let edge = Edge::of(layers);
    let borders = outlines(layers, BaseLayerKind::Border, view, 0.0);
    for feature in layers.iter().filter(|layer| layer.kind == BaseLayerKind::Water).flat_map(|layer| &layer.features) {
        let (Shape::Areas(areas), Some(name)) = (&feature.shape, water_name(&feature.class)) else { continue };
        let place = |point| edge.map_or_else(|| view.place(point), |edge| edge.place(point, view));
        let rings = areas.iter().flatten().map(|ring| coarse(ring.iter().map(|point| place(*point))));
        draw_sea_name(drawing, name.in_language(language), &rings.collect::<Vec<_>>(), &borders, field, style);
    }
}

/// The pieces that outline the features of a kind, of those at least that large.
fn outlines(layers: &[BaseLayer], kind: BaseLayerKind, view: &View, smallest: f64) -> Vec<(Spot, Spot)> {
    let mut pieces = Vec::new();
    for feature in layers.iter().filter(|layer| layer.kind == kind).flat_map(|layer| &layer.features) {
        let lines: Vec<_> = match &feature.shape {
            Shape::Areas(areas) => areas.iter().flatten().collect(),
            Shape::Lines(lines) => lines.iter().collect(),
        };
        for line in lines {
            let spots = coarse(line.iter().map(|point| view.place(*point)));
            let seen = Rect::enclosing(spots.iter().copied())
                .is_some_and(|extent| extent.overlaps(&view.frame) && extent.width().max(extent.height()) >= smallest);
            if seen {
                pieces.extend(spots.windows(2).map(|pair| (pair[0], pair[1])));
            }
        }
    }
    pieces
}

fn coarse(spots: impl Iterator<Item = Spot>) -> Vec<Spot> {
    const COARSE: f64 = 3.0;
    let mut kept: Vec<Spot> = Vec::new();
    for spot in spots {
        if kept.last().is_none_or(|last| last.distance(spot) >= COARSE) {
            kept.push(spot);
        }
    }
    kept
}

/// Writes the name where the water is widest.
fn draw_sea_name(
    drawing: &mut Drawing<'_>,
    name: &str,
    rings: &[Vec<Spot>],
    borders: &[(Spot, Spot)],
    field: &mut Field,
    style: &Style,
) {
    const SPACING: f64 = 0.12;
    let set = |text: &str| drawing.lettering.set_wide(Cut::Italic, style.water_name, SPACING, text);
    let single = vec![set(name)];
    let stacked: Vec<Words> = name.split(' ').map(set).collect();
    let mut best: Option<(f64, f64, Rect, &[Words])> = None;
    for lines in [&single, &stacked] {
        for rect in grid(extent(lines), field.frame, style.water_name * 0.7) {
            let Some(room) = room_around(&rect, rings, borders, field, style) else { continue };
            let off_middle = (rect.middle().y - field.frame.middle().y).abs();
            if best.is_none_or(|(most, least, ..)| room > most || (room == most && off_middle < least)) {
                best = Some((room, off_middle, rect, lines));
            }
        }
    }
    if let Some((.., rect, lines)) = best {
        field.taken.push(rect);
        let mut baseline = rect.top;
        for (place, line) in lines.iter().enumerate() {
            baseline += line.size * if place == 0 { ASCENT } else { LEADING };
            let at = Spot::new(rect.middle().x, baseline);
            drawing.words(line, at, Anchor::Middle, Ink::plain(palette::WATER_INK));
        }
    }
}

/// Boxes of that size all over the frame.
fn grid((width, height): (f64, f64), frame: Rect, step: f64) -> impl Iterator<Item = Rect> {
    let count = |room: f64| if room >= 0.0 { (room / step) as u32 + 1 } else { 0 };
    let (columns, rows) = (count(frame.width() - width), count(frame.height() - height));
    (0..rows).flat_map(move |row| {
        (0..columns).map(move |column| {
            Rect::new(frame.left + step * f64::from(column), frame.top + step * f64::from(row), width, height)
        })
    })
}

/// How much water there should be around a name, in ems, best first.
const ENOUGH: [f64; 7] = [4.6, 3.2, 2.1, 1.4, 0.8, 0.4, 0.15];

/// How much water there is around a box; `None` where it is not wholly on free water.
fn room_around(
    rect: &Rect,
    rings: &[Vec<Spot>],
    borders: &[(Spot, Spot)],
    field: &Field,
    style: &Style,
) -> Option<f64> {
    let enough = ENOUGH.map(|ems| ems * style.water_name);
    if field.taken.iter().any(|taken| taken.overlaps(&rect.grown(4.0))) {
        return None;
    }
    if !is_inside(rect.middle(), rings) {
        return None;
    }
    let shore = rings.iter().flat_map(|ring| ring.windows(2).map(|pair| (pair[0], pair[1])));
    let near = rect.grown(enough[0]);
    let others = borders.iter().chain(&field.lines).copied();
    let nearby: Vec<(Spot, Spot)> = shore.chain(others).filter(|(a, b)| near.length_inside(*a, *b) > 0.0).collect();
    enough.into_iter().find(|room| {
        let grown = rect.grown(*room);
        field.frame.holds(&grown) && !nearby.iter().any(|(a, b)| grown.length_inside(*a, *b) > 0.0)
    })
}

/// Whether a place lies inside rings, by counting crossings.
fn is_inside(spot: Spot, rings: &[Vec<Spot>]) -> bool {
    let mut inside = false;
    for ring in rings {
        let ends = ring.iter().cycle().skip(1);
        for (a, b) in ring.iter().zip(ends) {
            if (a.y > spot.y) != (b.y > spot.y) && spot.x < a.x + (spot.y - a.y) / (b.y - a.y) * (b.x - a.x) {
                inside = !inside;
            }
        }
    }
    inside
}

/// One name for each river long enough to carry it, on its straightest stretch.
pub(super) fn draw_river_names(
    drawing: &mut Drawing<'_>,
    layers: &[BaseLayer],
    view: &View,
    field: &mut Field,
    style: &Style,
) {
    let rivers = layers.iter().filter(|layer| layer.kind == BaseLayerKind::Waterway).flat_map(|layer| &layer.features);
    let mut named: Vec<&str> = rivers.clone().filter_map(|river| river.name.as_deref()).collect();
    named.sort_unstable();
    named.dedup();
    let ponds = outlines(layers, BaseLayerKind::InlandWater, view, 12.0);
    for name in named {
        let words = drawing.lettering.set_wide(Cut::Italic, style.place_name * 0.86, 0.04, name);
        let mut best: Option<(f64, Bed)> = None;
        for river in rivers.clone().filter(|river| river.name.as_deref() == Some(name)) {
            let Shape::Lines(lines) = &river.shape else { continue };
            for line in lines {
                let spots = thinned(line.iter().map(|point| view.place(*point)), FINEST);
                for (bend, bed) in beds(&spots, words.width * 1.1) {
                    if best.as_ref().is_none_or(|(least, _)| bend < *least) && bed.is_free(&words, &ponds, field) {
                        best = Some((bend, bed));
                    }
                }
            }
        }
        if let Some((_, bed)) = best {
            field.taken.extend(bed.boxes(&words));
            let ink = Ink { colour: palette::WATER_INK, halo: Some((palette::LAND, 1.8)) };
            drawing.words_turned(&words, bed.middle, Anchor::Middle, ink, bed.turn);
        }
    }
}

/// A straight stretch of a river with its name beside it.
#[derive(Debug, Clone, Copy)]
struct Bed {
    /// The middle of the name's baseline.
    middle: Spot,
    /// Clockwise, in degrees.
    turn: f64,
}

impl Bed {
    /// Small upright boxes that cover the turned name.
    fn boxes(&self, words: &Words) -> Vec<Rect> {
        let (sine, cosine) = (libm::sin(self.turn.to_radians()), libm::cos(self.turn.to_radians()));
        let half = words.size * 0.5;
        let count = (words.width / words.size).ceil().max(1.0) as usize;
        (0..count)
            .map(|place| {
                let ahead = ((place as f64 + 0.5) / count as f64 - 0.5) * words.width;
                let lift = words.size * 0.33;
                Rect::around(
                    Spot::new(
                        self.middle.x + cosine * ahead + sine * lift,
                        self.middle.y + sine * ahead - cosine * lift,
                    ),
                    half,
                )
            })
            .collect()
    }

    fn is_free(&self, words: &Words, ponds: &[(Spot, Spot)], field: &Field) -> bool {
        self.boxes(words).iter().all(|one| {
            field.frame.holds(one)
                && !field.taken.iter().any(|taken| taken.overlaps(one))
                && !field.lines.iter().chain(&field.leaders).chain(ponds).any(|(a, b)| one.length_inside(*a, *b) > 0.0)
        })
    }
}

/// The stretches of a line that are `length` long from end to end, each with how much it bends.
fn beds(spots: &[Spot], length: f64) -> Vec<(f64, Bed)> {
    const MOST_BEND: f64 = 4.0;
    let mut beds = Vec::new();
    for (start, from) in spots.iter().enumerate() {
        let Some(offset) = spots[start..].iter().position(|spot| spot.distance(*from) >= length) else { continue };
        let (to, between) = (spots[start + offset], &spots[start..=start + offset]);
        let chord = from.distance(to);
        let (across, down) = ((to.x - from.x) / chord, (to.y - from.y) / chord);
        let aside = |spot: &Spot| (spot.x - from.x) * down - (spot.y - from.y) * across;
        let (low, high) =
            between.iter().map(aside).fold((0.0_f64, 0.0_f64), |(low, high), value| (low.min(value), high.max(value)));
        if high - low > MOST_BEND {
            continue;
        }
        // Read from the left: a name on a river that runs west is turned round.
        let (across, down) = if across < 0.0 { (-across, -down) } else { (across, down) };
        let lift = 2.0 + high.max(-low);
        let middle = from.towards(to, 0.5);
        let middle = Spot::new(middle.x + down * lift, middle.y - across * lift);
        beds.push((high - low, Bed { middle, turn: libm::atan2(down, across).to_degrees() }));
    }
    beds
}
