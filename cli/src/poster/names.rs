//! Names of settlements, and information centres: what there is room for beside the stops.

use route_guide_core::model::{Place, PlaceKind};

use super::drawing::{Anchor, Drawing, Ink, number};
use super::labels::{Field, Reach, Wish, place};
use super::lettering::Cut;
use super::plane::{Rect, Spot};
use super::projection::View;
use super::sheet::Style;
use super::stops::{draw_block, extent, free_spot};
use super::{Poster, palette};

/// How a kind of settlement is written: its size as a share of a town's, and the radius of its dot.
fn manner(kind: PlaceKind) -> Option<(f64, f64)> {
    match kind {
        PlaceKind::City => Some((1.45, 0.30)),
        PlaceKind::Town => Some((1.0, 0.22)),
        PlaceKind::SmallTown => Some((0.95, 0.2)),
        PlaceKind::Village => Some((0.9, 0.17)),
        PlaceKind::District => Some((0.85, 0.0)),
        _ => None,
    }
}

/// Names the settlements of the kinds, where there is room.
pub(super) fn draw_places(
    drawing: &mut Drawing<'_>,
    poster: &Poster<'_>,
    kinds: &[PlaceKind],
    view: &View,
    field: &mut Field,
    style: &Style,
) {
    for kind in kinds {
        let Some(manner) = manner(*kind) else { continue };
        let unnamed = |place: &&Place| place.kind == *kind && !is_a_stop(place, poster, view, style);
        for settlement in poster.places.iter().filter(unnamed) {
            let spot = view.place(settlement.position);
            let seen = field.frame.contains(spot) && !field.covered.is_some_and(|covered| covered.contains(spot));
            if seen {
                draw_place(drawing, settlement.name.in_language(poster.language), spot, manner, field, style);
            }
        }
    }
}

fn draw_place(
    drawing: &mut Drawing<'_>,
    name: &str,
    spot: Spot,
    (size, dot): (f64, f64),
    field: &mut Field,
    style: &Style,
) {
    let dot = dot * style.place_name;
    let under_a_mark = field.taken.iter().any(|taken| taken.grown(dot * 0.5).contains(spot));
    let lines = [drawing.lettering.set(Cut::Regular, style.place_name * size, name)];
    let wish = Wish {
        spot,
        clearance: if under_a_mark { style.mark * 0.75 } else { dot },
        shapes: vec![extent(&lines)],
        reach: Reach::Near,
        most_line: style.place_name * 0.5,
    };
    let Some(placed) = place(&[wish], field).into_iter().flatten().next() else { return };
    field.taken.push(placed.rect);
    if !under_a_mark && dot > 0.0 {
        field.taken.push(Rect::around(spot, dot));
        let rim = number(dot * 0.5);
        let attributes =
            format!("fill=\"{}\" stroke=\"{}\" stroke-width=\"{rim}\"", palette::PAPER, palette::QUIET_INK);
        drawing.circle(spot, dot, &attributes);
    }
    let ink = Ink { colour: palette::QUIET_INK, halo: Some((palette::LAND, style.place_name * 0.24)) };
    draw_block(drawing, &lines, placed.rect, spot, ink);
}

/// Whether a stop already says the place's name: just that name, or, for small places, a name with it hard by.
fn is_a_stop(place: &Place, poster: &Poster<'_>, view: &View, style: &Style) -> bool {
    let name = place.name.in_language(poster.language);
    let is_small = matches!(place.kind, PlaceKind::Village | PlaceKind::District);
    let spot = view.place(place.position);
    poster.route.stops.iter().any(|stop| {
        let stop_name = stop.name.in_language(poster.language);
        let hard_by = view.place(stop.position).distance(spot) < style.mark * 3.0;
        let is_it = stop_name.strip_prefix(name).is_some_and(|rest| rest.is_empty() || rest.starts_with(" ("));
        is_it || (is_small && hard_by && stop_name.contains(name))
    })
}

/// Marks the information centres; whether there is any on the map.
pub(super) fn draw_information_centres(
    drawing: &mut Drawing<'_>,
    places: &[Place],
    view: &View,
    field: &mut Field,
    style: &Style,
) -> bool {
    let half = style.mark * 0.66;
    let mut any = false;
    for centre in places.iter().filter(|place| place.kind == PlaceKind::InformationCentre) {
        let spot = view.place(centre.position);
        let near = |at: &Spot| at.distance(spot) <= style.mark * 3.5;
        let free = field.frame.contains(spot).then(|| free_spot(spot, half, field)).flatten();
        if let Some(at) = free.filter(near) {
            field.taken.push(Rect::around(at, half));
            draw_information_sign(drawing, at, half);
            any = true;
        }
    }
    any
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
