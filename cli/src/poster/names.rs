//! Names of towns and waters, and information centres: what there is room for once the stops have theirs.

use route_guide_core::model::{BaseLayer, BaseLayerKind, Place, PlaceKind, Shape};

use super::drawing::{Anchor, Drawing, Ink, number};
use super::labels::{Field, Wish, place};
use super::lettering::{ASCENT, Cut, Words};
use super::plane::{Rect, Spot};
use super::projection::View;
use super::sheet::Style;
use super::stops::{LEADING, draw_block, extent, free_spot};
use super::words::Speech;
use super::{Kind, Poster, base, palette};

/// How a kind of settlement is written: its size as a share of a town's, and the radius of its dot.
fn manner(kind: PlaceKind, on: Kind) -> Option<(f64, f64)> {
    match (kind, on) {
        (PlaceKind::City, _) => Some((1.4, 0.30)),
        (PlaceKind::Town, _) => Some((1.0, 0.22)),
        (PlaceKind::Village, Kind::Poster) => Some((0.87, 0.17)),
        (PlaceKind::District, Kind::Poster) => Some((0.82, 0.0)),
        _ => None,
    }
}

pub(super) fn draw_places(
    drawing: &mut Drawing<'_>,
    poster: &Poster<'_>,
    view: &View,
    field: &mut Field,
    style: &Style,
) {
    if poster.kind == Kind::Poster {
        draw_information_centres(drawing, poster.places, view, field, style);
    }
    let mut settlements: Vec<(&Place, f64, f64)> = poster
        .places
        .iter()
        .filter_map(|place| manner(place.kind, poster.kind).map(|(size, dot)| (place, size, dot)))
        .filter(|(place, ..)| field.frame.contains(view.place(place.position)))
        .filter(|(place, ..)| !is_a_stop(place, poster))
        .collect();
    settlements.sort_by(|a, b| b.1.total_cmp(&a.1));
    for (settlement, size, dot) in settlements {
        let spot = view.place(settlement.position);
        let words =
            drawing.lettering.set(Cut::Regular, style.place_name * size, settlement.name.in_language(poster.language));
        let dot = dot * style.place_name;
        let under_a_mark = field.taken.iter().any(|taken| taken.grown(dot * 0.5).contains(spot));
        let clearance = if under_a_mark { style.mark } else { dot };
        let lines = [words];
        let wish = Wish { spot, clearance, shapes: vec![extent(&lines)], longest_leader: 0.0 };
        let Some(placed) = place(&[wish], field).into_iter().flatten().next() else { continue };
        field.taken.push(placed.rect);
        if !under_a_mark && dot > 0.0 {
            field.taken.push(Rect::around(spot, dot));
            let attributes = format!(
                "fill=\"{}\" stroke=\"{}\" stroke-width=\"{}\"",
                palette::PAPER,
                palette::QUIET_INK,
                number(dot * 0.5)
            );
            drawing.circle(spot, dot, &attributes);
        }
        let ink = Ink { colour: palette::QUIET_INK, halo: Some((palette::LAND, style.place_name * 0.24)) };
        draw_block(drawing, &lines, placed.rect, spot, ink);
    }
}

/// Whether a stop already says the place's name.
fn is_a_stop(place: &Place, poster: &Poster<'_>) -> bool {
    let name = place.name.in_language(poster.language);
    poster.route.stops.iter().any(|stop| stop.name.in_language(poster.language) == name)
}

fn draw_information_centres(
    drawing: &mut Drawing<'_>,
    places: &[Place],
    view: &View,
    field: &mut Field,
    style: &Style,
) {
    let half = style.mark * 0.66;
    for centre in places.iter().filter(|place| place.kind == PlaceKind::InformationCentre) {
        let spot = view.place(centre.position);
        let near = |at: &Spot| at.distance(spot) <= style.mark * 3.5;
        let free = field.frame.contains(spot).then(|| free_spot(spot, half, field)).flatten();
        if let Some(at) = free.filter(near) {
            field.taken.push(Rect::around(at, half));
            draw_information_sign(drawing, at, half);
        }
    }
}

/// The white i on blue.
pub(super) fn draw_information_sign(drawing: &mut Drawing<'_>, at: Spot, half: f64) {
    let attributes = format!(
        "fill=\"{}\" stroke=\"{}\" stroke-width=\"{}\" rx=\"1.2\"",
        palette::INFORMATION,
        palette::PAPER,
        number(half * 0.2)
    );
    drawing.rect(Rect::around(at, half), &attributes);
    let words = drawing.lettering.set(Cut::Bold, half * 1.8, "i");
    drawing.words(&words, Spot::new(at.x, at.y + half * 0.66), Anchor::Middle, Ink::plain(palette::PAPER));
}

/// Seas and lagoons in their middle, rivers along their course.
pub(super) fn draw_waters(
    drawing: &mut Drawing<'_>,
    layers: &[BaseLayer],
    speech: Speech,
    view: &View,
    field: &mut Field,
    style: &Style,
) {
    for layer in layers {
        for feature in &layer.features {
            match (layer.kind, &feature.shape) {
                (BaseLayerKind::Water, Shape::Areas(areas)) => {
                    if let Some(name) = speech.water(&feature.class) {
                        let rings = areas.iter().flatten();
                        let rings: Vec<Vec<Spot>> =
                            rings.map(|ring| coarse(ring.iter().map(|point| view.place(*point)))).collect();
                        draw_sea_name(drawing, name, &rings, field, style);
                    }
                }
                (BaseLayerKind::Waterway, Shape::Lines(_)) => {}
                _ => {}
            }
        }
    }
    if style.stop_name > 0.0 {
        draw_river_names(drawing, layers, view, field, style);
    }
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
fn draw_sea_name(drawing: &mut Drawing<'_>, name: &str, rings: &[Vec<Spot>], field: &mut Field, style: &Style) {
    const STEP: f64 = 14.0;
    const SPACING: f64 = 0.12;
    let set = |text: &str| drawing.lettering.set_wide(Cut::Italic, style.water_name, SPACING, text);
    let single = vec![set(name)];
    let stacked: Vec<Words> = name.split(' ').map(set).collect();
    let mut best: Option<(f64, Rect, &[Words])> = None;
    for lines in [&single, &stacked] {
        let (width, height) = extent(lines);
        let mut top = field.frame.top + 10.0;
        while top + height <= field.frame.bottom {
            let mut left = field.frame.left + 4.0;
            while left + width <= field.frame.right {
                let rect = Rect::new(left, top, width, height);
                if let Some(room) = room_around(&rect, rings, field)
                    && best.is_none_or(|(most, ..)| room > most)
                {
                    best = Some((room, rect, lines));
                }
                left += STEP;
            }
            top += STEP;
        }
    }
    if let Some((_, rect, lines)) = best {
        field.taken.push(rect);
        let mut baseline = rect.top;
        for (place, line) in lines.iter().enumerate() {
            baseline += line.size * if place == 0 { ASCENT } else { LEADING };
            let at = Spot::new(rect.middle().x, baseline);
            drawing.words(line, at, Anchor::Middle, Ink::plain(palette::WATER_INK));
        }
    }
}

/// How much water there is around a box; `None` where it is not wholly on free water.
fn room_around(rect: &Rect, rings: &[Vec<Spot>], field: &Field) -> Option<f64> {
    const ENOUGH: [f64; 6] = [60.0, 40.0, 26.0, 16.0, 9.0, 3.0];
    if field.taken.iter().any(|taken| taken.overlaps(&rect.grown(4.0))) {
        return None;
    }
    if !is_inside(rect.middle(), rings) {
        return None;
    }
    let shore = rings.iter().flat_map(|ring| ring.windows(2).map(|pair| (pair[0], pair[1])));
    let near = rect.grown(ENOUGH[0]);
    let nearby: Vec<(Spot, Spot)> =
        shore.chain(field.lines.iter().copied()).filter(|(a, b)| near.length_inside(*a, *b) > 0.0).collect();
    ENOUGH.into_iter().find(|room| {
        let grown = rect.grown(*room);
        !nearby.iter().any(|(a, b)| grown.length_inside(*a, *b) > 0.0)
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
fn draw_river_names(drawing: &mut Drawing<'_>, layers: &[BaseLayer], view: &View, field: &mut Field, style: &Style) {
    let rivers = layers.iter().filter(|layer| layer.kind == BaseLayerKind::Waterway).flat_map(|layer| &layer.features);
    let mut named: Vec<&str> = rivers.clone().filter_map(|river| river.name.as_deref()).collect();
    named.sort_unstable();
    named.dedup();
    for name in named {
        let words = drawing.lettering.set_wide(Cut::Italic, style.place_name * 0.86, 0.04, name);
        let mut best: Option<(f64, Bed)> = None;
        for river in rivers.clone().filter(|river| river.name.as_deref() == Some(name)) {
            let Shape::Lines(lines) = &river.shape else { continue };
            for line in lines {
                let spots = base::thinned(line.iter().map(|point| view.place(*point)));
                for (bend, bed) in beds(&spots, words.width * 1.1) {
                    if best.as_ref().is_none_or(|(least, _)| bend < *least) && bed.is_free(&words, field) {
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

    fn is_free(&self, words: &Words, field: &Field) -> bool {
        self.boxes(words).iter().all(|one| {
            field.frame.holds(one)
                && !field.taken.iter().any(|taken| taken.overlaps(one))
                && !field.lines.iter().chain(&field.leaders).any(|(a, b)| one.length_inside(*a, *b) > 0.0)
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
