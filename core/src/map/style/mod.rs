//! One style for MapLibre (style specification 8) that needs no network: what is drawn, in which order and how.

mod ground;
mod here;
mod labels;
mod legs;
mod stops;

use std::collections::BTreeMap;

use serde::Serialize;
use serde_json::value::RawValue;
use serde_json::{Value, json};

use super::palette::Palette;
use super::{GeoJson, Layer, Theme};
use crate::model::named::named;
use crate::model::{Category, Language, RouteId};

named!(
    /// How the map is drawn.
    Drawing {
        /// With its base map.
        Full = "full",
        /// Routes, stops and names only, with strong lines: for low sun.
        Plain = "plain",
    }
);

/// What a style is made for.
#[derive(Debug, Clone)]
pub struct Style<'a> {
    /// Its colours.
    pub theme: Theme,
    /// How it is drawn.
    pub drawing: Drawing,
    /// The language of its labels.
    pub language: Language,
    /// Where the shell keeps the glyph files: `file:///…/{fontstack}/{range}.pbf`.
    pub glyphs: &'a str,
    /// The route that is looked at: all others are drawn faintly and without labels.
    pub route: Option<&'a RouteId>,
    /// Which stops are drawn; `None` draws all.
    pub categories: Option<&'a [Category]>,
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
    let Style { theme, drawing, language, glyphs, route, categories, sources } = *style;
    let drawn = sources.iter().filter(|(layer, _)| drawing == Drawing::Full || !layer.is_base_map());
    let written = drawn.map(|(layer, source)| {
        let data = match source {
            Source::Inline(features) => WrittenFeatures::Inline(features.raw()),
            Source::Url(url) => WrittenFeatures::Url(url),
        };
        (layer.name(), WrittenSource { kind: "geojson", data })
    });
    let sources: BTreeMap<&'static str, WrittenSource<'_>> = written.collect();
    let mut layers = layers(&Look { palette: theme.palette(), drawing, language, route });
    layers.retain(|layer| source_of(layer).is_none_or(|name| sources.contains_key(name)));
    if let Some(categories) = categories {
        layers.iter_mut().filter(|layer| source_of(layer) == Some(Layer::Stops.name())).for_each(|layer| {
            narrow(layer, categories);
        });
    }
    let name = format!("route guide, {theme}");
    let written = Written { version: 8, name, glyphs, sources, layers };
    serde_json::to_string(&written).unwrap_or_default()
}

/// All layers, the lowest first; of labels the last is placed first.
fn layers(look: &Look<'_>) -> Vec<Value> {
    let mut layers = ground::layers(look);
    layers.extend(legs::layers(look));
    layers.extend(labels::layers(look));
    layers.extend(stops::layers(look));
    layers.extend(here::layers(look));
    layers
}

fn source_of(layer: &Value) -> Option<&str> {
    layer.get("source")?.as_str()
}

/// Has a layer draw only stops of these categories.
fn narrow(layer: &mut Value, categories: &[Category]) {
    let Some(fields) = layer.as_object_mut() else { return };
    let names: Vec<&str> = categories.iter().map(|category| category.name()).collect();
    let wanted = json!(["in", ["get", "category"], ["literal", names]]);
    let filter = match fields.remove("filter") {
        Some(filter) => json!(["all", wanted, filter]),
        None => wanted,
    };
    fields.insert("filter".into(), filter);
}

/// How everything is to look.
struct Look<'a> {
    palette: &'static Palette,
    drawing: Drawing,
    language: Language,
    route: Option<&'a RouteId>,
}

impl Look<'_> {
    /// By how much lines are wider and stops larger than on the full map.
    fn strength(&self) -> f64 {
        match self.drawing {
            Drawing::Full => 1.0,
            Drawing::Plain => 1.5,
        }
    }

    /// Whether a leg or stop is of the route that is looked at; all are where none is.
    fn is_looked_at(&self) -> Value {
        self.route.map_or(json!(["literal", true]), |route| json!(["==", ["get", "route"], route.as_str()]))
    }

    /// An opacity that is low for other routes.
    fn faint(&self, opacity: f64) -> Value {
        if self.route.is_none() { json!(opacity) } else { json!(["case", self.is_looked_at(), opacity, 0.3 * opacity]) }
    }

    /// A sort key that draws other routes first.
    fn raised(&self) -> Value {
        if self.route.is_none() { json!(0) } else { json!(["case", self.is_looked_at(), 1, 0]) }
    }
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

    /// How the map looks when nobody asks for anything.
    fn plainly<'a>(theme: Theme, sources: &'a [(Layer, Source<'a>)]) -> Style<'a> {
        let glyphs = "file:///map/{fontstack}/{range}.pbf";
        let (drawing, language) = (Drawing::Full, Language::LT);
        Style { theme, drawing, language, glyphs, route: None, categories: None, sources }
    }

    fn whole(theme: Theme) -> Value {
        let url = Source::Url("file:///map/layer.geojson");
        let sources: Vec<(Layer, Source<'_>)> = Layer::ALL.iter().map(|layer| (*layer, url)).collect();
        read(&plainly(theme, &sources))
    }

    fn read(wanted: &Style<'_>) -> Value {
        serde_json::from_str(&style(wanted)).expect("JSON")
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
        let style = read(&plainly(Theme::Light, &sources[..1]));
        let drawn = style["layers"].as_array().expect("layers");
        assert!(drawn.iter().all(|layer| layer["type"] == "background" || layer["source"] == "track"));
        assert_eq!(style["sources"]["track"]["data"]["type"], "FeatureCollection");
    }

    /// The layers of a style that have a filter or paint naming all of these.
    fn naming(style: &Value, words: &[&str]) -> Vec<String> {
        let layers = style["layers"].as_array().expect("layers").iter();
        let naming = layers.filter(|layer| words.iter().all(|word| layer.to_string().contains(word)));
        naming.map(|layer| layer["id"].as_str().expect("an id").to_owned()).collect()
    }

    #[test]
    fn in_low_sun_there_is_no_base_map_and_lines_are_strong() {
        let url = Source::Url("file:///map/layer.geojson");
        let sources: Vec<(Layer, Source<'_>)> = Layer::ALL.iter().map(|layer| (*layer, url)).collect();
        let full = read(&plainly(Theme::Light, &sources));
        let plain = read(&Style { drawing: Drawing::Plain, ..plainly(Theme::Light, &sources) });
        let named: Vec<&String> = plain["sources"].as_object().expect("sources").keys().collect();
        assert_eq!(named, ["here", "legs", "places", "stops", "track"]);
        let layer = |style: &Value, id: &str| {
            let mut layers = style["layers"].as_array().expect("layers").iter();
            layers.find(|layer| layer["id"] == id).cloned().expect("drawn")
        };
        assert_eq!(layer(&plain, "ground")["paint"]["background-color"], Theme::Light.palette().halo);
        let width = |style| layer(style, "legs-known")["paint"]["line-width"][4].as_f64().expect("a width");
        assert!(width(&plain) > 1.4 * width(&full));
    }

    #[test]
    fn of_a_route_that_is_looked_at_the_others_are_faint_and_without_labels() {
        let url = Source::Url("file:///map/layer.geojson");
        let sources = [(Layer::Legs, url), (Layer::Stops, url)];
        let marios = RouteId::new("marios").expect("an id");
        let style = read(&Style { route: Some(&marios), ..plainly(Theme::Dark, &sources) });
        assert_eq!(
            naming(&style, &["opacity", "\"case\"", "marios"]),
            ["legs-casing", "legs-indicative", "legs-known", "legs-afloat", "stops"]
        );
        for layer in style["layers"].as_array().expect("layers").iter().filter(|layer| layer["type"] == "symbol") {
            assert!(layer["filter"].to_string().contains("marios"), "{layer}");
        }
    }

    #[test]
    fn only_stops_of_the_categories_asked_for_are_drawn() {
        let url = Source::Url("file:///map/layer.geojson");
        let sources = [(Layer::Legs, url), (Layer::Stops, url)];
        let wanted = [Category::Museum, Category::Lighthouse];
        let style = read(&Style { categories: Some(&wanted), ..plainly(Theme::Light, &sources) });
        for layer in style["layers"].as_array().expect("layers").iter().filter(|layer| layer["source"] == "stops") {
            let narrowed = json!(["in", ["get", "category"], ["literal", ["museum", "lighthouse"]]]);
            assert!(layer["filter"] == narrowed || layer["filter"][1] == narrowed, "{layer}");
        }
        assert_eq!(naming(&style, &["\"source\":\"legs\"", "museum"]), Vec::<String>::new());
    }
}
