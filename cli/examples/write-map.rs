//! Writes the map of a source as a phone would have it: glyphs, layers, and the style in both themes.
//!
//!     cargo run -p route-guide-cli --example write-map -- route-data target/map

use std::path::Path;

use route_guide_core::map::{self, Layer, Source, StopState, Style, Theme};
use route_guide_core::model::{Collection, Language};

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let [source, folder] = arguments.as_slice() else { return Err("write-map SOURCE FOLDER".into()) };
    let collection = route_guide_cli::source::read(Path::new(source)).collection.ok_or("the source has errors")?;
    let folder = std::path::absolute(folder)?;
    for file in map::glyph_files() {
        write(&folder.join("glyphs").join(file.path), file.bytes)?;
    }
    let mut sources = Vec::new();
    for (layer, features) in layers(&collection) {
        let path = folder.join(format!("{layer}.geojson"));
        write(&path, features.as_str().as_bytes())?;
        sources.push((layer, format!("file://{}", path.display())));
    }
    let sources: Vec<(Layer, Source<'_>)> = sources.iter().map(|(layer, url)| (*layer, Source::Url(url))).collect();
    let glyphs = format!("file://{}/glyphs/{{fontstack}}/{{range}}.pbf", folder.display());
    for theme in Theme::ALL {
        let style = map::style(&Style { theme: *theme, language: Language::LT, glyphs: &glyphs, sources: &sources });
        write(&folder.join(format!("{theme}.json")), style.as_bytes())?;
    }
    Ok(())
}

fn layers(collection: &Collection) -> Vec<(Layer, map::GeoJson)> {
    let mut layers: Vec<(Layer, map::GeoJson)> =
        collection.base_map.iter().map(|layer| (layer.kind.into(), map::base_layer(layer))).collect();
    layers.push((Layer::Places, map::places(&collection.places)));
    layers.push((Layer::Legs, map::legs(&collection.routes)));
    layers.push((
        Layer::Stops,
        map::stops(&collection.routes, |route, stop| {
            // Half-way along each route, with a stop left out.
            let here = route.stops.len() / 2;
            match route.stops.iter().position(|other| other.id == stop.id) {
                Some(1) => StopState::Skipped,
                Some(at) if at < here => StopState::Visited,
                Some(at) if at == here => StopState::Next,
                _ => StopState::Ahead,
            }
        }),
    ));
    let ridden = collection.routes.first().map(|route| route.line.points()[..route.line.points().len() / 4].to_vec());
    layers.push((Layer::Track, map::track(&ridden.into_iter().collect::<Vec<_>>())));
    layers
}

fn write(path: &Path, bytes: &[u8]) -> std::io::Result<()> {
    if let Some(folder) = path.parent() {
        std::fs::create_dir_all(folder)?;
    }
    std::fs::write(path, bytes)
}
