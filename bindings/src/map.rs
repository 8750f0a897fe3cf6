//! The map's style, and the traveller on it: what depends on nothing that is installed.

use route_guide_core::geometry::Metres;
use route_guide_core::map::{self, Source, Style};
use route_guide_core::model::{Language, RouteId};

use crate::border::{Answer, guarded};
use crate::failure::Told as _;
use crate::records::{MapLayer, MapLayerSource, MapLook, Position};

/// The style of the map for MapLibre. A layer that is not named is not drawn.
#[uniffi::export]
pub fn map_style_json(look: MapLook, sources: Vec<MapLayerSource>) -> Answer<String> {
    let language = crate::phone::language_of(&look.language)?;
    guarded("map", language, || {
        let sources: Vec<(MapLayer, Source<'_>)> =
            sources.iter().map(|source| (source.layer, Source::Url(&source.url))).collect();
        let route = look.route.as_deref().map(RouteId::new).transpose().told(language)?;
        Ok(map::style(&Style {
            theme: look.theme,
            drawing: look.drawing,
            language,
            glyphs: &look.glyphs,
            route: route.as_ref(),
            categories: look.categories.as_deref(),
            sources: &sources,
        }))
    })
}

/// Where the traveller is, as the GeoJSON of layer `Here`: the place, the circle within which they are, and where course
/// and speed are known and they move, the way to where they will be in 30 seconds. Quick enough for every fix. An accuracy
/// that is no length, as phones give where they know none, draws no circle.
#[uniffi::export]
pub fn here_layer(place: Position, accuracy_m: f64, course_deg: Option<f64>, speed_mps: Option<f64>) -> Answer<String> {
    guarded("map", Language::EN, || {
        let (place, accuracy) = (place.point(Language::EN)?, Metres(accuracy_m));
        Ok(map::here(&map::Here { place, accuracy, course_deg, speed_mps }).as_str().to_owned())
    })
}
