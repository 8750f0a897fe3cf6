//! Routes and the traveller's own track.
//!
//! How a leg is known shows in its line: measured or traced ones are solid, indicative ones thinner and dashed. How it is
//! travelled shows in its colour and, for eyes and suns that tell no colours, in the pictogram along it; a way over
//! water also carries a light dotted core.

use serde_json::{Value, json};

use super::super::Layer;
use super::super::palette::Palette;
use super::super::symbols::{self, Symbol};
use super::{Look, drawn, matching, zoomed};
use crate::model::{Mode, Origin};

const WIDTH: [(f64, f64); 4] = [(7.0, 2.2), (10.0, 3.6), (13.0, 5.4), (17.0, 10.0)];

pub(super) fn layers(look: &Look<'_>) -> Vec<Value> {
    let palette = look.palette;
    let width =
        |factor: f64, extra: f64| zoomed(&WIDTH.map(|(zoom, width)| (zoom, width * factor * look.strength() + extra)));
    let indicative = || json!(["==", ["get", "origin"], Origin::Indicative.name()]);
    let known = || json!(["!=", ["get", "origin"], Origin::Indicative.name()]);
    let afloat = json!(["in", ["get", "mode"], ["literal", [Mode::Boat.name(), Mode::Ferry.name()]]]);
    let round = || json!({ "line-cap": "round", "line-join": "round" });
    // The route that is looked at lies above those it shares a road with.
    let leg = |cap: &str| json!({ "line-cap": cap, "line-join": "round", "line-sort-key": look.raised() });
    vec![
        drawn(
            "legs-casing",
            "line",
            Layer::Legs,
            json!({
                "layout": leg("round"),
                "paint": { "line-color": palette.halo, "line-width": width(1.0, 3.0), "line-opacity": look.faint(0.9) },
            }),
        ),
        drawn(
            "legs-indicative",
            "line",
            Layer::Legs,
            json!({
                "filter": indicative(),
                "layout": leg("butt"),
                "paint": { "line-color": mode_colour(palette), "line-width": width(0.75, 0.0),
                    "line-dasharray": [2.2, 1.3], "line-opacity": look.faint(1.0) },
            }),
        ),
        drawn(
            "legs-known",
            "line",
            Layer::Legs,
            json!({
                "filter": known(),
                "layout": leg("round"),
                "paint": {
                    "line-color": mode_colour(palette), "line-width": width(1.0, 0.0), "line-opacity": look.faint(1.0),
                },
            }),
        ),
        drawn(
            "legs-afloat",
            "line",
            Layer::Legs,
            json!({
                "filter": ["all", afloat, known()],
                "layout": leg("round"),
                "paint": { "line-color": palette.halo, "line-width": width(0.34, 0.0),
                    "line-dasharray": [0.1, 4.0], "line-opacity": look.faint(1.0) },
            }),
        ),
        drawn(
            "track-casing",
            "line",
            Layer::Track,
            json!({
                "layout": round(),
                "paint": { "line-color": palette.halo, "line-width": width(0.45, 1.6), "line-opacity": 0.7 },
            }),
        ),
        drawn(
            "track",
            "line",
            Layer::Track,
            json!({
                "layout": round(),
                "paint": { "line-color": palette.track, "line-width": width(0.45, 0.0), "line-dasharray": [0.1, 2.0] },
            }),
        ),
        // MapLibre draws lines that meet and say the same as one, in the colour of the first: arrows have one colour.
        along(look, "legs-direction", (11.0, 110.0, "map"), &json!(Symbol::Direction.letter()), &json!(palette.label)),
        along(look, "legs-mode", (9.5, 190.0, "viewport"), &mode_letter(), &mode_colour(palette)),
    ]
}

fn along(
    look: &Look<'_>,
    id: &str,
    (minzoom, spacing, alignment): (f64, f64, &str),
    text: &Value,
    colour: &Value,
) -> Value {
    drawn(
        id,
        "symbol",
        Layer::Legs,
        json!({
            "minzoom": minzoom,
            "filter": look.is_looked_at(),
            "layout": {
                "symbol-placement": "line",
                "symbol-spacing": spacing,
                "text-field": text,
                "text-font": [symbols::FONT],
                "text-size": zoomed(&[(9.0, 13.0), (14.0, 18.0)]),
                "text-keep-upright": false,
                "text-rotation-alignment": alignment,
                "text-padding": 12.0,
            },
            "paint": { "text-color": colour, "text-halo-color": look.palette.halo, "text-halo-width": 2.0 },
        }),
    )
}

fn mode_colour(palette: &Palette) -> Value {
    let colours = Mode::ALL.iter().map(|mode| (json!(mode.name()), json!(palette.leg(*mode))));
    matching("mode", colours, json!(palette.bike))
}

fn mode_letter() -> Value {
    let letters = Mode::ALL.iter().map(|mode| (json!(mode.name()), json!(Symbol::Mode(*mode).letter())));
    matching("mode", letters, json!(""))
}
