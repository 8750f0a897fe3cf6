//! Names of waters and places.

use serde_json::{Value, json};

use super::super::Layer;
use super::super::palette::Palette;
use super::super::symbols::{self, Symbol};
use super::{BOLD, ITALIC, Look, REGULAR, drawn, name, zoomed};
use crate::model::{Language, PlaceKind};

pub(super) fn layers(look: &Look<'_>) -> Vec<Value> {
    let (palette, language) = (look.palette, look.language);
    vec![
        water(
            palette,
            language,
            "inland-water-names",
            Layer::InlandWater,
            11.0,
            "point",
            &[(10.0, 11.0), (15.0, 14.0)],
        ),
        water(palette, language, "waterway-names", Layer::Waterways, 10.0, "line", &[(10.0, 11.0), (15.0, 14.0)]),
        water(palette, language, "water-names", Layer::Water, 6.0, "point", &[(6.0, 12.0), (11.0, 20.0)]),
        dots(palette),
        pictogram(palette, PlaceKind::InformationCentre, 12.0),
        pictogram(palette, PlaceKind::FerryPier, 10.5),
        settlement(palette, language, PlaceKind::District, 12.5, REGULAR, &[(12.0, 11.0), (16.0, 14.0)]),
        settlement(palette, language, PlaceKind::Village, 10.5, REGULAR, &[(10.0, 11.0), (15.0, 15.0)]),
        signed_name(palette, language, PlaceKind::InformationCentre, 14.5),
        signed_name(palette, language, PlaceKind::FerryPier, 13.0),
        settlement(palette, language, PlaceKind::SmallTown, 9.0, REGULAR, &[(9.0, 11.0), (12.0, 14.0), (15.0, 17.0)]),
        settlement(palette, language, PlaceKind::Town, 8.0, REGULAR, &[(8.0, 11.5), (12.0, 15.0), (15.0, 19.0)]),
        settlement(palette, language, PlaceKind::City, 5.0, BOLD, &[(6.0, 13.0), (10.0, 17.0), (14.0, 22.0)]),
    ]
}

fn water(
    palette: &Palette,
    language: Language,
    id: &str,
    source: Layer,
    minzoom: f64,
    placement: &str,
    size: &[(f64, f64)],
) -> Value {
    drawn(
        id,
        "symbol",
        source,
        json!({
            "minzoom": minzoom,
            "filter": ["has", "name"],
            "layout": {
                "symbol-placement": placement,
                "symbol-spacing": 320.0,
                "text-field": name(language),
                "text-font": [ITALIC],
                "text-size": zoomed(size),
                "text-letter-spacing": 0.08,
                "text-max-width": 7.0,
                // MapLibre names an area once a tile: wide apart, so that a sea is named once in sight.
                "text-padding": if source == Layer::Water { 160.0 } else { 8.0 },
            },
            "paint": { "text-color": palette.water_label, "text-halo-color": palette.halo, "text-halo-width": 1.4 },
        }),
    )
}

/// Where towns and villages are, as long as the ground itself does not show it.
fn dots(palette: &Palette) -> Value {
    let names = [PlaceKind::City, PlaceKind::Town, PlaceKind::SmallTown, PlaceKind::Village].map(PlaceKind::name);
    drawn(
        "settlements",
        "circle",
        Layer::Places,
        json!({
            "filter": ["all",
                ["in", ["get", "kind"], ["literal", names]],
                ["any", ["!=", ["get", "kind"], PlaceKind::Village.name()], [">=", ["zoom"], 10.5]]],
            "paint": {
                "circle-radius": zoomed(&[(6.0, 1.5), (10.0, 2.6), (15.0, 3.2)]),
                "circle-color": palette.label,
                "circle-stroke-color": palette.halo,
                "circle-stroke-width": 1.2,
            },
        }),
    )
}

fn of_kind(kind: PlaceKind) -> Value {
    json!(["==", ["get", "kind"], kind.name()])
}

/// A layer of letters or signs for places of one kind.
fn lettered(kind: PlaceKind, what: &str, minzoom: f64, layout: Value, paint: Value) -> Value {
    let layer = json!({ "minzoom": minzoom, "filter": of_kind(kind), "layout": layout, "paint": paint });
    drawn(&format!("{kind}-{what}"), "symbol", Layer::Places, layer)
}

fn settlement(
    palette: &Palette,
    language: Language,
    kind: PlaceKind,
    minzoom: f64,
    font: &str,
    size: &[(f64, f64)],
) -> Value {
    let layout = json!({
        "text-field": name(language),
        "text-font": [font],
        "text-size": zoomed(size),
        "text-max-width": 8.0,
        "text-padding": 6.0,
        "text-variable-anchor": ["left", "right", "bottom", "top"],
        "text-radial-offset": 0.5,
        "text-justify": "auto",
    });
    let paint = json!({ "text-color": palette.label, "text-halo-color": palette.halo, "text-halo-width": 1.6 });
    lettered(kind, "names", minzoom, layout, paint)
}

fn pictogram(palette: &Palette, kind: PlaceKind, minzoom: f64) -> Value {
    let layout = json!({
        "text-field": Symbol::of_place(kind).map(Symbol::letter).unwrap_or_default(),
        "text-font": [symbols::FONT],
        "text-size": zoomed(&[(10.0, 12.0), (15.0, 20.0)]),
        "text-padding": 1.0,
    });
    let paint = json!({ "text-color": palette.afloat, "text-halo-color": palette.halo, "text-halo-width": 2.2 });
    lettered(kind, "signs", minzoom, layout, paint)
}

/// Sign and name in one, so that where a stop takes the place of the sign, its name is not there twice.
fn signed_name(palette: &Palette, language: Language, kind: PlaceKind, minzoom: f64) -> Value {
    let sign = Symbol::of_place(kind).map(Symbol::letter).unwrap_or_default();
    let layout = json!({
        "text-field": ["format",
            sign, { "text-font": ["literal", [symbols::FONT]], "font-scale": 1.5 }, " ", {}, name(language), {}],
        "text-font": [ITALIC],
        "text-size": 12.5,
        "text-max-width": 30.0,
        "text-anchor": "left",
        "text-offset": [-0.75, 0.0],
    });
    let paint = json!({ "text-color": palette.afloat, "text-halo-color": palette.halo, "text-halo-width": 1.8 });
    lettered(kind, "names", minzoom, layout, paint)
}
