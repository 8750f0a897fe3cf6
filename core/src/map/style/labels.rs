//! Names of waters and places.

use serde_json::{Value, json};

use super::super::Layer;
use super::super::palette::Palette;
use super::super::symbols::{self, Symbol};
use super::{BOLD, ITALIC, REGULAR, drawn, name, zoomed};
use crate::model::{Language, PlaceKind};

pub(super) fn layers(palette: &Palette, language: Language) -> Vec<Value> {
    vec![
        water(palette, "inland-water-names", Layer::InlandWater, 11.0, "point", &[(10.0, 11.0), (15.0, 14.0)]),
        water(palette, "waterway-names", Layer::Waterways, 10.0, "line", &[(10.0, 11.0), (15.0, 14.0)]),
        water(palette, "water-names", Layer::Water, 6.0, "point", &[(6.0, 12.0), (11.0, 20.0)]),
        pictogram(palette, PlaceKind::InformationCentre, 12.0),
        pictogram(palette, PlaceKind::FerryPier, 10.5),
        settlement(palette, language, PlaceKind::District, 12.5, REGULAR, &[(12.0, 11.0), (16.0, 14.0)]),
        settlement(palette, language, PlaceKind::Village, 10.5, REGULAR, &[(10.0, 11.0), (15.0, 15.0)]),
        beside(palette, language, PlaceKind::InformationCentre, 14.5),
        beside(palette, language, PlaceKind::FerryPier, 13.0),
        settlement(palette, language, PlaceKind::Town, 8.0, REGULAR, &[(8.0, 11.5), (12.0, 15.0), (15.0, 19.0)]),
        settlement(palette, language, PlaceKind::City, 5.0, BOLD, &[(6.0, 13.0), (10.0, 17.0), (14.0, 22.0)]),
    ]
}

fn water(palette: &Palette, id: &str, source: Layer, minzoom: f64, placement: &str, size: &[(f64, f64)]) -> Value {
    drawn(id, "symbol", source, json!({
        "minzoom": minzoom,
        "filter": ["has", "name"],
        "layout": {
            "symbol-placement": placement,
            "symbol-spacing": 320.0,
            "text-field": ["get", "name"],
            "text-font": [ITALIC],
            "text-size": zoomed(size),
            "text-letter-spacing": 0.08,
            "text-max-width": 7.0,
            "text-padding": 8.0,
        },
        "paint": { "text-color": palette.water_label, "text-halo-color": palette.halo, "text-halo-width": 1.4 },
    }))
}

fn of_kind(kind: PlaceKind) -> Value {
    json!(["==", ["get", "kind"], kind.name()])
}

fn settlement(
    palette: &Palette,
    language: Language,
    kind: PlaceKind,
    minzoom: f64,
    font: &str,
    size: &[(f64, f64)],
) -> Value {
    drawn(&format!("{kind}-names"), "symbol", Layer::Places, json!({
        "minzoom": minzoom,
        "filter": of_kind(kind),
        "layout": {
            "text-field": name(language),
            "text-font": [font],
            "text-size": zoomed(size),
            "text-max-width": 8.0,
            "text-padding": 6.0,
            "text-variable-anchor": ["center", "left", "right", "bottom", "top"],
            "text-radial-offset": 0.9,
            "text-justify": "auto",
        },
        "paint": { "text-color": palette.label, "text-halo-color": palette.halo, "text-halo-width": 1.6 },
    }))
}

fn pictogram(palette: &Palette, kind: PlaceKind, minzoom: f64) -> Value {
    drawn(&format!("{kind}-signs"), "symbol", Layer::Places, json!({
        "minzoom": minzoom,
        "filter": of_kind(kind),
        "layout": {
            "text-field": Symbol::of_place(kind).map(Symbol::letter).unwrap_or_default(),
            "text-font": [symbols::FONT],
            "text-size": zoomed(&[(10.0, 12.0), (15.0, 20.0)]),
            "text-padding": 1.0,
        },
        "paint": { "text-color": palette.afloat, "text-halo-color": palette.halo, "text-halo-width": 2.2 },
    }))
}

fn beside(palette: &Palette, language: Language, kind: PlaceKind, minzoom: f64) -> Value {
    drawn(&format!("{kind}-names"), "symbol", Layer::Places, json!({
        "minzoom": minzoom,
        "filter": of_kind(kind),
        "layout": {
            "text-field": name(language),
            "text-font": [ITALIC],
            "text-size": 12.0,
            "text-max-width": 9.0,
            "text-variable-anchor": ["left", "right", "top", "bottom"],
            "text-radial-offset": 1.1,
            "text-justify": "auto",
        },
        "paint": { "text-color": palette.afloat, "text-halo-color": palette.halo, "text-halo-width": 1.6 },
    }))
}
