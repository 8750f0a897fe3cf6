//! Stops: a disc with the pictogram of its category, and number and name beside it.
//!
//! A stop's state shows in its form, not in colour alone: the next one is larger and ringed, a visited one is hollow and
//! ticked, a skipped one hollow and marked as passed.

use serde_json::{Value, json};

use super::super::palette::Palette;
use super::super::symbols::{self, Symbol};
use super::super::{Layer, StopState};
use super::{BOLD, Look, REGULAR, by_zoom, drawn, matching, name, zoomed};
use crate::model::Category;

/// The disc's radius in pixels by zoom.
const RADIUS: [(f64, f64); 4] = [(7.0, 3.0), (10.0, 5.5), (12.0, 10.0), (15.0, 13.0)];
/// From here on there is room for pictograms.
const PICTOGRAMS_FROM: f64 = 11.0;

pub(super) fn layers(look: &Look<'_>) -> Vec<Value> {
    let palette = look.palette;
    let size = RADIUS.map(|(zoom, radius)| (zoom, radius * look.strength()));
    let own = || look.is_looked_at();
    // Of two stops at the same spot the first is named; but of a route that is looked at, each.
    let named = if look.route.is_some() { own() } else { json!(["get", "shown"]) };
    let next = || json!(["==", ["get", "state"], StopState::Next.name()]);
    let past = || matching("state", past_states(json!(true)), json!(false));
    vec![
        names(look, "stops-names", &json!(["all", ["!", next()], named]), (10.0, 0.0), REGULAR),
        names(look, "stops-next-name", &json!(["all", next(), own()]), (7.0, 0.5), BOLD),
        drawn(
            "stops-next-ring",
            "circle",
            Layer::Stops,
            json!({
                "filter": ["all", next(), own()],
                "paint": {
                    "circle-radius": zoomed(&size.map(|(zoom, radius)| (zoom, radius * 1.25 + 5.0))),
                    "circle-color": palette.next,
                    "circle-stroke-color": palette.track,
                    "circle-stroke-width": 1.5,
                },
            }),
        ),
        drawn(
            "stops",
            "circle",
            Layer::Stops,
            json!({
                "layout": { "circle-sort-key": look.raised() },
                "paint": {
                    "circle-opacity": look.faint(1.0),
                    "circle-stroke-opacity": look.faint(1.0),
                    "circle-radius": by_zoom(&size.map(|(zoom, radius)| {
                        let of_state = [(json!(StopState::Next.name()), json!(radius * 1.25))];
                        (zoom, matching("state", of_state.into_iter().chain(past_states(json!(radius * 0.85))), json!(radius)))
                    })),
                    "circle-color": matching("state", past_states(json!(palette.halo)), group_colour(palette)),
                    "circle-stroke-color": matching("state", past_states(json!(palette.past)), json!(palette.halo)),
                    "circle-stroke-width": zoomed(&[(7.0, 1.2), (12.0, 2.0)]),
                },
            }),
        ),
        // Placed first, so that no label covers a stop: also where they are too small to be seen.
        drawn(
            "stops-pictograms",
            "symbol",
            Layer::Stops,
            json!({
                "filter": own(),
                "layout": {
                    "text-field": category_letter(),
                    "text-font": [symbols::FONT],
                    "text-size": zoomed(&[(11.0, 10.0), (12.0, 13.0), (15.0, 17.0)].map(|(zoom, size)| (zoom, size * look.strength()))),
                    "text-allow-overlap": true,
                    "text-padding": 2.0,
                },
                "paint": {
                    "text-color": matching("state", past_states(json!(palette.past)), json!(palette.pictogram)),
                    "text-opacity": ["step", ["zoom"], 0.0, PICTOGRAMS_FROM, 1.0],
                },
            }),
        ),
        drawn(
            "stops-badges",
            "symbol",
            Layer::Stops,
            json!({
                "minzoom": PICTOGRAMS_FROM,
                "filter": ["all", past(), own()],
                "layout": {
                    "text-field": matching("state", [
                        (json!(StopState::Visited.name()), json!(Symbol::Visited.letter())),
                    ], json!(Symbol::Skipped.letter())),
                    "text-font": [symbols::FONT],
                    "text-size": zoomed(&[(11.0, 9.0), (15.0, 13.0)]),
                    "text-offset": [0.75, -0.75],
                    "text-allow-overlap": true,
                    "text-ignore-placement": true,
                },
                "paint": { "text-color": palette.label, "text-halo-color": palette.halo, "text-halo-width": 1.6 },
            }),
        ),
    ]
}

fn past_states(value: Value) -> impl Iterator<Item = (Value, Value)> {
    [StopState::Visited, StopState::Skipped].into_iter().map(move |state| (json!(state.name()), value.clone()))
}

fn names(look: &Look<'_>, id: &str, filter: &Value, (minzoom, further): (f64, f64), font: &str) -> Value {
    drawn(
        id,
        "symbol",
        Layer::Stops,
        json!({
            "minzoom": minzoom,
            "filter": filter,
            "layout": {
                "text-field": ["format",
                    ["to-string", ["get", "number"]], { "text-font": ["literal", [BOLD]] }, " ", {}, name(look.language), {}],
                "text-font": [font],
                "text-size": zoomed(&[(9.0, 11.5), (14.0, 15.0)]),
                "text-max-width": 9.0,
                "text-line-height": 1.1,
                "text-variable-anchor": ["left", "right", "bottom", "top", "top-left", "bottom-left"],
                "text-radial-offset": zoomed(&[(9.0, 0.8), (11.0, 1.0), (12.0, 1.2), (15.0, 1.3)].map(|(zoom, ems)| (zoom, ems * look.strength() + further))),
                "text-justify": "auto",
                "text-padding": 3.0,
                // What is still to come wins over what is over; then the order of the route.
                "symbol-sort-key": ["+", ["get", "number"], matching("state", past_states(json!(1_000)), json!(0))],
            },
            "paint": {
                "text-color": matching("state", past_states(json!(look.palette.past)), json!(look.palette.label)),
                "text-halo-color": look.palette.halo,
                "text-halo-width": 1.8,
            },
        }),
    )
}

fn group_colour(palette: &Palette) -> Value {
    let colours = Category::ALL.iter().map(|category| (json!(category.name()), json!(palette.stop(*category))));
    matching("category", colours, json!(palette.culture))
}

fn category_letter() -> Value {
    let letters =
        Category::ALL.iter().map(|category| (json!(category.name()), json!(Symbol::Category(*category).letter())));
    matching("category", letters, json!(""))
}
