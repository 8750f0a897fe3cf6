//! An installed bundle: its routes, its pictures, its map.

use std::path::Path;
use std::sync::Arc;

use route_guide_core::bundle::{Bundle, BundleError};
use route_guide_core::gpx::{self, Export, Selection};
use route_guide_core::guidance::Course;
use route_guide_core::map;
use route_guide_core::model::{Language, PictureId, PlaceId, Route, RouteId, StageId};

use crate::border::{Answer, Held};
use crate::failure::Told as _;
use crate::guide::Guide;
use crate::packed;
use crate::phone::Phone;
use crate::records::{
    BundleManifest, GpxProfile, MapBounds, MapLayerFile, MapTheme, PictureFile, PictureSize, Place, RouteDetails,
    RouteListing, Sketch, StopCategory, WrittenRoute, canvas, count, number,
};

/// An installed bundle. It stays readable when its library is closed or a newer version is installed, until it is closed
/// itself.
#[derive(uniffi::Object)]
pub struct RouteBundle {
    bundle: Held<Bundle>,
    phone: Arc<Phone>,
}

impl RouteBundle {
    pub(crate) fn new(bundle: Bundle, phone: Arc<Phone>) -> Arc<RouteBundle> {
        Arc::new(RouteBundle { bundle: Held::new("bundle", bundle), phone })
    }

    fn ask<R>(&self, question: impl FnOnce(&Bundle, Language) -> Answer<R>) -> Answer<R> {
        let language = self.phone.language();
        self.bundle.ask(language, |bundle| question(bundle, language))
    }

    fn read<R>(&self, route: &str, show: impl FnOnce(&Route, Language) -> Answer<R>) -> Answer<R> {
        self.ask(|bundle, language| {
            let id = RouteId::new(route).told(language)?;
            show(&bundle.route(&id).told(language)?, language)
        })
    }
}

#[uniffi::export]
impl RouteBundle {
    /// What it is, who publishes it, whom to name.
    pub fn manifest(&self) -> Answer<BundleManifest> {
        self.ask(|bundle, language| Ok(BundleManifest::of(bundle.manifest(), language)))
    }

    /// Its routes, in the order they are shown.
    pub fn routes(&self) -> Answer<Vec<RouteListing>> {
        self.ask(|bundle, language| {
            let routes = bundle.routes().told(language)?;
            Ok(routes.iter().map(|route| RouteListing::of(route, language)).collect())
        })
    }

    /// A route with everything but its line.
    pub fn route(&self, route: String) -> Answer<RouteDetails> {
        self.read(&route, |route, language| Ok(RouteDetails::of(route, language)))
    }

    /// The line of a route, as coordinates.
    pub fn line(&self, route: String) -> Answer<Vec<u8>> {
        self.read(&route, |route, _| Ok(packed::coordinates(route.line.points().iter().copied())))
    }

    /// The height of each vertex of a route's line, as heights; nothing where they are not known.
    pub fn heights(&self, route: String) -> Answer<Option<Vec<u8>>> {
        self.read(&route, |route, _| Ok(route.line.elevations().map(packed::heights)))
    }

    /// How a route rises and falls: heights at even distances from its start to its end, from 2 to 4,096 of them, the
    /// lowest and the highest of the line among them. Nothing where they are not known.
    pub fn profile(&self, route: String, heights: u32) -> Answer<Option<Vec<u8>>> {
        self.read(&route, |route, _| Ok(route.line.profile(count(heights)).as_deref().map(packed::heights)))
    }

    /// Where its routes lie on the map, all of them together; nothing where it has none.
    pub fn bounds(&self) -> Answer<Option<MapBounds>> {
        self.ask(|bundle, language| Ok(bundle.bounds().told(language)?.map(MapBounds::from)))
    }

    /// What kinds of places its stops are, each once.
    pub fn categories(&self) -> Answer<Vec<StopCategory>> {
        self.ask(|bundle, language| bundle.categories().told(language))
    }

    /// One of its places.
    pub fn place(&self, place: String) -> Answer<Place> {
        self.ask(|bundle, language| {
            let id = PlaceId::new(&place).told(language)?;
            Ok(Place::of(&bundle.place(&id).told(language)?, language))
        })
    }

    /// A picture in one size.
    pub fn picture(&self, picture: String, size: PictureSize) -> Answer<PictureFile> {
        self.ask(|bundle, language| {
            let id = PictureId::new(&picture).told(language)?;
            Ok(bundle.picture(&id, size).told(language)?.into())
        })
    }

    /// A guide along a route that keeps nothing: to try a route at home, or to show one.
    pub fn guide(&self, route: String, reversed: bool) -> Answer<Arc<Guide>> {
        let settings = self.phone.guidance()?;
        self.read(&route, |route, _| {
            let course = Course::of_route(route);
            let course = if reversed { course.reversed() } else { course };
            Ok(Guide::new(course, settings, self.phone.clone()))
        })
    }

    /// Writes a route, or one stage of it, as GPX into a file, which is there whole or not at all.
    pub fn export_gpx(
        &self,
        route: String,
        stage: Option<String>,
        profile: GpxProfile,
        path: String,
        time_ms: Option<i64>,
    ) -> Answer<WrittenRoute> {
        self.ask(|bundle, language| {
            let route = bundle.route(&RouteId::new(&route).told(language)?).told(language)?;
            let stage = stage.map(|stage| StageId::new(&stage)).transpose().told(language)?;
            let routes = std::slice::from_ref(&route);
            let selection = stage.as_ref().map_or(Selection::Routes(routes), |id| Selection::Stage(&route, id));
            let how = Export { profile, language, detail: None, manifest: bundle.manifest(), time_ms };
            let written = gpx::export_file(selection, &how, Path::new(&path)).told(language)?;
            Ok(WrittenRoute {
                tracks: number(written.tracks.len()),
                points: written.tracks.iter().map(|track| track.written as u64).sum(),
                waypoints: number(written.waypoints),
            })
        })
    }

    /// The layers of the map as GeoJSON, each with its name: what lies under the routes, the places, the routes and their
    /// stops. Takes its time: a shell writes them into files once for each version of a bundle.
    pub fn map_layers(&self) -> Answer<Vec<MapLayerFile>> {
        self.ask(|bundle, language| {
            let base = bundle.base_map().told(language)?;
            let (routes, places) = (whole_routes(bundle).told(language)?, bundle.places().told(language)?);
            let layers = map::layers(&base, &places, &routes, |_, _| map::StopState::Ahead);
            Ok(layers
                .into_iter()
                .map(|(layer, json)| MapLayerFile { layer, geo_json: json.as_str().to_owned() })
                .collect())
        })
    }

    /// A small picture of a route for a card: its line, its stops and the base map around them, in shapes that any canvas
    /// can draw. Width and height are in the canvas's own units, from 16 to 4,096.
    pub fn sketch(&self, route: String, theme: MapTheme, width: f64, height: f64) -> Answer<Sketch> {
        self.ask(|bundle, language| {
            let canvas = canvas(width, height, language)?;
            let route = bundle.route(&RouteId::new(&route).told(language)?).told(language)?;
            Ok(map::sketch(&route, &bundle.base_map().told(language)?, theme, canvas).into())
        })
    }

    /// Closes the bundle's file. From then on every call says so.
    pub fn close(&self) -> Answer<()> {
        self.bundle.close(self.phone.language())
    }
}

/// All routes of a bundle, with their lines and stops.
pub(crate) fn whole_routes(bundle: &Bundle) -> Result<Vec<Route>, BundleError> {
    bundle.routes()?.iter().map(|listed| bundle.route(&listed.id)).collect()
}
