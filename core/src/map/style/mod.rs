//! One style for MapLibre (style specification 8) that needs no network: what is drawn, in which order and how.

mod ground;
mod labels;
mod legs;
mod stops;

use std::collections::BTreeMap;

use serde::Serialize;
use serde_json::value::RawValue;
use serde_json::{Value, json};

use super::palette::Palette;
use super::{GeoJson, Layer, Theme};
use crate::model::Language;

/// What a style is made for.
#[derive(Debug, Clone)]
pub struct Style<'a> {
    /// Its colours.
    pub theme: Theme,
    /// The language of its labels.
    pub language: Language,
    /// Where the shell keeps the glyph files: `file:///…/{fontstack}/{range}.pbf`.
    pub glyphs: &'a str,
    /// Where each layer comes from; a layer that is not named is not drawn.
    pub sources: &'a [(Layer, Source<'a>)],
}

/// Where a layer's features are.
#[derive(Debug, Clone, Copy)]
pub enum Source<'a> {
    /// In the style itself.
    Inline(&'a GeoJson),
    /// In a file the shell wrote: `file:///…/stops.geojson`.
    Url(&'a str),
}

#[derive(Serialize)]
struct Written<'a> {
    version: u32,
    name: String,
    glyphs: &'a str,
    sources: BTreeMap<&'static str, WrittenSource<'a>>,
    layers: Vec<Value>,
}

#[derive(Serialize)]
struct WrittenSource<'a> {
    #[serde(rename = "type")]
    kind: &'static str,
    data: WrittenFeatures<'a>,
}

#[derive(Serialize)]
#[serde(untagged)]
enum WrittenFeatures<'a> {
    Inline(&'a RawValue),
    Url(&'a str),
}

/// The style as MapLibre reads it.
#[must_use]
pub fn style(style: &Style<'_>) -> String {
    let written = style.sources.iter().map(|(layer, source)| {
        let data = match source {
            Source::Inline(features) => WrittenFeatures::Inline(features.raw()),
            Source::Url(url) => WrittenFeatures::Url(url),
        };
        (layer.name(), WrittenSource { kind: "geojson", data })
    });
    let sources: BTreeMap<&'static str, WrittenSource<'_>> = written.collect();
    let palette = style.theme.palette();
    let mut layers = layers(palette, style.language);
    layers.retain(|layer| layer.get("source").and_then(Value::as_str).is_none_or(|name| sources.contains_key(name)));
    let name = format!("route guide, {}", style.theme);
    let written = Written { version: 8, name, glyphs: style.glyphs, sources, layers };
    serde_json::to_string(&written).unwrap_or_default()
}

/// All layers, the lowest first; of labels the last is placed first.
fn layers(palette: &Palette, language: Language) -> Vec<Value> {
    let mut layers = ground::layers(palette);
    layers.extend(legs::layers(palette));
    layers.extend(labels::layers(palette, language));
    layers.extend(stops::layers(palette, language));
    layers
}

/// A layer's fields from its id, its kind and where its features come from.
fn drawn(id: &str, kind: &str, source: Layer, mut rest: Value) -> Value {
    if let Some(fields) = rest.as_object_mut() {
        fields.insert("id".into(), id.into());
        fields.insert("type".into(), kind.into());
        fields.insert("source".into(), source.name().into());
    }
    rest
}

/// A number that grows with the zoom, linear between the stops.
fn by_zoom(stops: &[(f64, Value)]) -> Value {
    let mut expression = vec![json!("interpolate"), json!(["linear"]), json!(["zoom"])];
    for (zoom, value) in stops {
        expression.extend([json!(zoom), value.clone()]);
    }
    Value::Array(expression)
}

/// The same for plain numbers.
fn zoomed(stops: &[(f64, f64)]) -> Value {
    by_zoom(&stops.iter().map(|(zoom, number)| (*zoom, json!(number))).collect::<Vec<_>>())
}

/// One of several values by a property; `otherwise` where none fits.
fn matching(property: &str, cases: impl IntoIterator<Item = (Value, Value)>, otherwise: Value) -> Value {
    let mut expression = vec![json!("match"), json!(["get", property])];
    for (label, value) in cases {
        expression.extend([label, value]);
    }
    expression.push(otherwise);
    Value::Array(expression)
}

/// The name in the traveller's language, else the one that stands in for it.
fn name(language: Language) -> Value {
    json!(["coalesce", ["get", format!("name:{language}")], ["get", "name"]])
}

const REGULAR: &str = "Noto Sans Regular";
const BOLD: &str = "Noto Sans Bold";
const ITALIC: &str = "Noto Sans Italic";

#[cfg(test)]
mod tests {
    use super::super::{glyph_files, legs, symbols, track};
    use super::*;

    fn whole(theme: Theme) -> Value {
        let url = Source::Url("file:///map/layer.geojson");
        let sources: Vec<(Layer, Source<'_>)> = Layer::ALL.iter().map(|layer| (*layer, url)).collect();
        let glyphs = "file:///map/{fontstack}/{range}.pbf";
        let style = style(&Style { theme, language: Language::LT, glyphs, sources: &sources });
        serde_json::from_str(&style).expect("JSON")
    }

    #[test]
    fn every_layer_is_drawn_from_its_source() {
        for theme in Theme::ALL {
            let style = whole(*theme);
            let layers = style["layers"].as_array().expect("layers");
            for layer in Layer::ALL {
                assert!(layers.iter().any(|drawn| drawn["source"] == layer.name()), "{layer}");
            }
            let mut ids: Vec<&str> = layers.iter().filter_map(|layer| layer["id"].as_str()).collect();
            assert_eq!(ids.len(), layers.len());
            ids.sort_unstable();
            ids.dedup();
            assert_eq!(ids.len(), layers.len(), "an id is there twice");
        }
    }

    #[test]
    fn nothing_comes_from_a_network() {
        let text = whole(Theme::Dark).to_string();
        assert!(!text.contains("http") && !text.contains("sprite") && !text.contains("mapbox:"));
    }

    #[test]
    fn every_font_asked_for_is_shipped() {
        let text = whole(Theme::Light).to_string();
        for font in [REGULAR, BOLD, ITALIC, symbols::FONT] {
            assert!(text.contains(font), "{font} is not used");
            assert!(glyph_files().iter().any(|file| file.path.starts_with(font)), "{font} is not shipped");
        }
    }

    #[test]
    fn only_what_is_handed_in_is_drawn() {
        let empty = track(&[]);
        let sources = [(Layer::Track, Source::Inline(&empty)), (Layer::Legs, Source::Inline(&legs([])))];
        let style = style(&Style { theme: Theme::Light, language: Language::DE, glyphs: "", sources: &sources[..1] });
        let style: Value = serde_json::from_str(&style).expect("JSON");
        let drawn = style["layers"].as_array().expect("layers");
        assert!(drawn.iter().all(|layer| layer["type"] == "background" || layer["source"] == "track"));
        assert_eq!(style["sources"]["track"]["data"]["type"], "FeatureCollection");
    }
}
