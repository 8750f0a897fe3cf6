//! The map as a phone would have it, in files: glyphs, layers, and the style by day and by night.

use std::path::{MAIN_SEPARATOR, Path};

use route_guide_core::geometry::Metres;
use route_guide_core::map::{self, Drawing, Here, Layer, Source, StopState, Style, Theme};
use route_guide_core::model::{Collection, Language};

use crate::failure::Failure;
use crate::output;

/// Writes the map of a collection, as it looks to a traveller half-way along each route.
///
/// # Errors
/// When a file cannot be written.
pub fn write(collection: &Collection, folder: &Path, language: Language) -> Result<(), Failure> {
    let folder = std::path::absolute(folder).map_err(Failure::work)?;
    for file in map::glyph_files() {
        write_below(&folder.join("glyphs").join(file.path), file.bytes)?;
    }
    let mut sources = Vec::new();
    for (layer, features) in layers(collection) {
        let path = folder.join(format!("{layer}.geojson"));
        write_below(&path, features.as_str().as_bytes())?;
        sources.push((layer, file_url(&path)));
    }
    let sources: Vec<(Layer, Source<'_>)> = sources.iter().map(|(layer, url)| (*layer, Source::Url(url))).collect();
    let glyphs = format!("{}/{{fontstack}}/{{range}}.pbf", file_url(&folder.join("glyphs")));
    for theme in Theme::ALL {
        let (theme, drawing, glyphs, sources) = (*theme, Drawing::Full, glyphs.as_str(), sources.as_slice());
        let style = Style { theme, drawing, language, glyphs, route: None, categories: None, sources };
        write_below(&folder.join(format!("{theme}.json")), map::style(&style).as_bytes())?;
    }
    Ok(())
}

/// A full path as a web address: what has a meaning there, or is no ASCII, is written in percent.
fn file_url(path: &Path) -> String {
    address(path.as_os_str().as_encoded_bytes(), MAIN_SEPARATOR)
}

fn address(path: &[u8], separator: char) -> String {
    // Windows' paths begin with a drive, or with two separators and a machine on the network.
    let mut url = String::from(match path {
        [b'/', ..] => "file://",
        [b'\\', b'\\', ..] => "file:",
        _ => "file:///",
    });
    for letter in path.iter().copied().map(char::from) {
        if letter == separator {
            url.push('/');
        } else if letter.is_ascii_alphanumeric() || "/-._~:".contains(letter) {
            url.push(letter);
        } else {
            url.push_str(&format!("%{:02X}", u32::from(letter)));
        }
    }
    url
}

/// Writes a file into a folder that may not be there yet.
fn write_below(path: &Path, bytes: &[u8]) -> Result<(), Failure> {
    if let Some(folder) = path.parent() {
        output::make_folder(folder)?;
    }
    output::write_whole(path, bytes)
}

fn layers(collection: &Collection) -> Vec<(Layer, map::GeoJson)> {
    let Collection { base_map, places, routes, .. } = collection;
    let mut layers = map::layers(base_map, places, routes, |route, stop| {
        // Half-way along each route, with a stop left out.
        let here = route.stops.len() / 2;
        match route.stops.iter().position(|other| other.id == stop.id) {
            Some(1) => StopState::Skipped,
            Some(at) if at < here => StopState::Visited,
            Some(at) if at == here => StopState::Next,
            _ => StopState::Ahead,
        }
    });
    let ridden = collection.routes.first().map(|route| route.line.points()[..route.line.points().len() / 4].to_vec());
    let ends = ridden.as_deref().and_then(|ridden| ridden.last_chunk());
    if let Some([before, place]) = ends {
        let (course_deg, speed_mps) = (Some(before.bearing(*place).degrees()), Some(5.0));
        let here = Here { place: *place, accuracy: Metres(40.0), course_deg, speed_mps };
        layers.push((Layer::Here, map::here(&here)));
    }
    layers.push((Layer::Track, map::track(&ridden.into_iter().collect::<Vec<_>>())));
    layers
}

#[cfg(test)]
mod tests {
    use super::address;

    #[test]
    fn a_folder_with_spaces_and_signs_has_an_address() {
        assert_eq!(address("/a b/#1?/ž\\".as_bytes(), '/'), "file:///a%20b/%231%3F/%C5%BE%5C");
    }

    #[test]
    fn a_folder_of_windows_has_an_address() {
        assert_eq!(address("C:\\a b\\Žemėlapis".as_bytes(), '\\'), "file:///C:/a%20b/%C5%BDem%C4%97lapis");
        assert_eq!(address(br"\\desk\maps\light.json", '\\'), "file://desk/maps/light.json");
    }
}
