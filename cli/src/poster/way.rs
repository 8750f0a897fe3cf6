//! The route's line, leg by leg: colour for the mode, dashes for what only shows the direction.

use route_guide_core::geometry::Along;
use route_guide_core::model::{Leg, Mode, Origin, Route};

use super::base::{FINEST, dashes, thinned};
use super::drawing::{Drawing, PathText, number};
use super::palette;
use super::plane::Spot;
use super::projection::View;
use super::sheet::Style;

/// The stretch of the line between two places, on the sheet.
pub(super) fn spots(route: &Route, view: &View, from: Along, to: Along) -> Vec<Spot> {
    match route.line.between(from, to) {
        Ok(stretch) => thinned(stretch.points().iter().map(|point| view.place(*point)), FINEST),
        // A leg without length: there is nothing to draw.
        Err(_) => Vec::new(),
    }
}

/// The line as pieces coarse enough to be tried against many names.
pub(super) fn pieces(line: &[Spot]) -> Vec<(Spot, Spot)> {
    const COARSE: f64 = 4.0;
    const MOST: usize = 4_000;
    let mut pieces = Vec::new();
    let mut last: Option<Spot> = None;
    for (place, &spot) in line.iter().enumerate() {
        match last {
            None => last = Some(spot),
            Some(before) if before.distance(spot) >= COARSE || place + 1 == line.len() => {
                pieces.push((before, spot));
                last = Some(spot);
            }
            Some(_) => {}
        }
    }
    // A scribble that fills the sheet: names cannot keep off it anyway.
    let every = pieces.len() / MOST + 1;
    pieces.into_iter().step_by(every).collect()
}

pub(super) fn draw(drawing: &mut Drawing<'_>, route: &Route, view: &View, style: &Style) {
    let legs: Vec<(&Leg, Vec<Spot>)> =
        route.legs.iter().map(|leg| (leg, spots(route, view, leg.from, leg.to))).collect();
    for (_, spots) in &legs {
        draw_casing(drawing, spots, style.line, "round");
    }
    // Where the route comes back on itself, the better known line lies on top, and the dashes of one leg do not fill
    // the gaps of another.
    for indicative in [true, false] {
        for (leg, spots) in legs.iter().filter(|(leg, _)| (leg.origin == Origin::Indicative) == indicative) {
            draw_casing(drawing, spots, style.line, "butt");
            draw_stretch(drawing, leg.mode, leg.origin, spots, style.line);
        }
    }
    for (leg, spots) in &legs {
        draw_arrows(drawing, leg, spots, style.line);
    }
}

/// The pale rim that lifts the line off the map.
fn draw_casing(drawing: &mut Drawing<'_>, spots: &[Spot], width: f64, cap: &str) {
    let width = number(width + width.min(4.0));
    drawing.path(
        &PathText::line(spots),
        &format!(
            "fill=\"none\" stroke=\"{}\" stroke-width=\"{width}\" stroke-linejoin=\"round\" stroke-linecap=\"{cap}\"",
            palette::PAPER
        ),
    );
}

/// A stretch of line in the manner of its mode and origin; `width` is that of a solid line.
pub(super) fn draw_stretch(drawing: &mut Drawing<'_>, mode: Mode, origin: Origin, spots: &[Spot], width: f64) {
    let indicative = origin == Origin::Indicative;
    let colour = if indicative { palette::indicative_way(mode) } else { palette::way(mode) };
    let (width, pattern, cap) = match (mode, indicative) {
        (Mode::Ferry, _) => (width, Some(dashes(width, &[0.01, 1.7])), "round"),
        (_, true) => (width * 0.8, Some(dashes(width, &[2.3, 1.2])), "butt"),
        (_, false) => (width, None, "round"),
    };
    let pattern = pattern.map(|lengths| format!(" stroke-dasharray=\"{lengths}\"")).unwrap_or_default();
    drawing.path(
        &PathText::line(spots),
        &format!(
            "fill=\"none\" stroke=\"{colour}\" stroke-width=\"{}\" stroke-linejoin=\"round\" stroke-linecap=\"{cap}\"{pattern}",
            number(width)
        ),
    );
}

/// Small arrows in the direction of travel, one in the middle of every long enough piece of a leg.
fn draw_arrows(drawing: &mut Drawing<'_>, leg: &Leg, spots: &[Spot], width: f64) {
    let every = width * 26.0;
    let whole: f64 = spots.windows(2).map(|pair| pair[0].distance(pair[1])).sum();
    let count = (whole / every).floor() as usize;
    let colour = palette::way(leg.mode);
    for place in 0..count {
        let wanted = whole * (place as f64 + 0.5) / count as f64;
        if let Some((at, (across, down))) = along(spots, wanted, width * 2.0) {
            let size = width * 1.25;
            let tip = Spot::new(at.x + across * size, at.y + down * size);
            let corner = |side: f64| {
                Spot::new(
                    at.x - across * size * 0.8 - down * size * side,
                    at.y - down * size * 0.8 + across * size * side,
                )
            };
            let notch = Spot::new(at.x - across * size * 0.35, at.y - down * size * 0.35);
            drawing.path(
                &PathText::ring(&[tip, corner(0.95), notch, corner(-0.95)]),
                &format!(
                    "fill=\"{colour}\" stroke=\"{}\" stroke-width=\"{}\" stroke-linejoin=\"round\"",
                    palette::PAPER,
                    number(width * 0.25)
                ),
            );
        }
    }
}

/// The place a distance along a line, and the direction there over a window of that length.
fn along(spots: &[Spot], wanted: f64, window: f64) -> Option<(Spot, (f64, f64))> {
    let at = |wanted: f64| {
        let mut walked = 0.0;
        for pair in spots.windows(2) {
            let length = pair[0].distance(pair[1]);
            if length > 0.0 && walked + length >= wanted {
                return Some(pair[0].towards(pair[1], (wanted - walked) / length));
            }
            walked += length;
        }
        spots.last().copied()
    };
    let (before, after) = (at((wanted - window).max(0.0))?, at(wanted + window)?);
    let length = before.distance(after);
    (length > window * 0.5).then_some(())?;
    Some((at(wanted)?, ((after.x - before.x) / length, (after.y - before.y) / length)))
}
