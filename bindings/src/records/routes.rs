//! Routes with their stages, legs, stops and pictures, in one language. Lines come as bytes (`packed.rs`).

use route_guide_core::bundle;
use route_guide_core::geometry::Bounds;
use route_guide_core::model::{self, Language, Unverified};

use super::{LineOrigin, Position, Side, StopCategory, TravelMode};

/// A route in a list.
#[derive(Debug, Clone, PartialEq, uniffi::Record)]
pub struct RouteListing {
    /// To ask for the route itself.
    pub id: String,
    /// Its name.
    pub name: String,
    /// One or two sentences.
    pub summary: String,
    /// Days, as its makers say.
    pub days: Option<u32>,
    /// How long its line is.
    pub length_m: f64,
    /// How it is travelled, the mode of most metres first.
    pub modes: Vec<TravelMode>,
    /// How many stops it has.
    pub stops: u32,
    /// How much of the line only joins the stops, 0 to 1.
    pub indicative_share: f64,
    /// Where it lies on the map.
    pub bounds: Option<MapBounds>,
}

impl RouteListing {
    pub(crate) fn of(route: &bundle::RouteListing, language: Language) -> RouteListing {
        RouteListing {
            id: route.id.to_string(),
            name: route.name.in_language(language).to_owned(),
            summary: route.summary.in_language(language).to_owned(),
            days: route.days,
            length_m: route.length.0,
            modes: route.modes.clone(),
            stops: route.stops,
            indicative_share: route.indicative_share,
            bounds: route.bounds.map(MapBounds::from),
        }
    }
}

/// A route with everything but its line.
#[derive(Debug, Clone, PartialEq, uniffi::Record)]
pub struct RouteDetails {
    /// Unique in its bundle.
    pub id: String,
    /// Its name.
    pub name: String,
    /// One or two sentences.
    pub summary: String,
    /// What it is about.
    pub description: String,
    /// Who made it.
    pub creator: String,
    /// Days, as its makers say.
    pub days: Option<u32>,
    /// The length its makers print.
    pub official_length_m: Option<f64>,
    /// How long its line is.
    pub length_m: f64,
    /// How much of the line only joins the stops, 0 to 1.
    pub indicative_share: f64,
    /// All climbs together, where heights are known.
    pub gain_m: Option<f64>,
    /// All descents together.
    pub loss_m: Option<f64>,
    /// Where it lies on the map.
    pub bounds: Option<MapBounds>,
    /// Where it leads through.
    pub districts: Vec<String>,
    /// For whom it is.
    pub suitability: Vec<String>,
    /// What nobody has checked yet: `stages`, `name.lt` and so on.
    pub unverified: Vec<String>,
    /// What the texts rest on.
    pub facts: Vec<Fact>,
    /// Its pictures, in the order they are shown.
    pub pictures: Vec<Picture>,
    /// Its days, in order.
    pub stages: Vec<Stage>,
    /// Its legs, in order.
    pub legs: Vec<Leg>,
    /// Its stops, in the order in which the line meets them.
    pub stops: Vec<Stop>,
}

impl RouteDetails {
    pub(crate) fn of(route: &model::Route, language: Language) -> RouteDetails {
        let climb = route.line.elevation_sums();
        RouteDetails {
            id: route.id.to_string(),
            name: route.name.in_language(language).to_owned(),
            summary: route.summary.in_language(language).to_owned(),
            description: route.description.in_language(language).to_owned(),
            creator: route.creator.clone(),
            days: route.days,
            official_length_m: route.official_length.map(|length| length.0),
            length_m: route.line.length().0,
            indicative_share: route.indicative_share(),
            gain_m: climb.map(|climb| climb.gain.0),
            loss_m: climb.map(|climb| climb.loss.0),
            bounds: Bounds::around(route.line.points().iter().copied()).map(MapBounds::from),
            districts: route.districts.clone(),
            suitability: route.suitability.clone(),
            unverified: names(&route.unverified),
            facts: route.facts.iter().map(Fact::from).collect(),
            pictures: route.pictures.iter().map(|picture| Picture::of(picture, language)).collect(),
            stages: route.stages.iter().map(|stage| Stage::of(stage, language)).collect(),
            legs: route.legs.iter().map(Leg::from).collect(),
            stops: route.stops.iter().map(|stop| Stop::of(stop, language)).collect(),
        }
    }
}

/// A part of the map between two parallels and two meridians; across the antimeridian west is larger than east.
#[derive(Debug, Clone, Copy, PartialEq, uniffi::Record)]
pub struct MapBounds {
    /// The southern edge.
    pub south: f64,
    /// The western edge.
    pub west: f64,
    /// The northern edge.
    pub north: f64,
    /// The eastern edge.
    pub east: f64,
}

impl From<Bounds> for MapBounds {
    fn from(bounds: Bounds) -> MapBounds {
        let Bounds { south, west, north, east } = bounds;
        MapBounds { south, west, north, east }
    }
}

/// Something known, and who says so.
#[derive(Debug, Clone, PartialEq, Eq, uniffi::Record)]
pub struct Fact {
    /// What is known.
    pub text: String,
    /// A web address or a description.
    pub source: Option<String>,
}

impl From<&model::Fact> for Fact {
    fn from(fact: &model::Fact) -> Fact {
        Fact { text: fact.text.clone(), source: fact.source.clone() }
    }
}

/// What is known of a picture; its bytes are asked for by id and size.
#[derive(Debug, Clone, PartialEq, Eq, uniffi::Record)]
pub struct Picture {
    /// Unique in its bundle.
    pub id: String,
    /// Who made it.
    pub author: String,
    /// Under which terms it may be shown.
    pub licence: String,
    /// Where it was found.
    pub source: Option<String>,
    /// What it shows; also what is read to one who cannot see it.
    pub caption: String,
}

impl Picture {
    fn of(picture: &model::Picture, language: Language) -> Picture {
        Picture {
            id: picture.id.to_string(),
            author: picture.author.clone(),
            licence: picture.licence.clone(),
            source: picture.source.clone(),
            caption: picture.caption.in_language(language).to_owned(),
        }
    }
}

/// A picture in one size.
#[derive(Debug, Clone, PartialEq, Eq, uniffi::Record)]
pub struct PictureFile {
    /// `image/jpeg`, `image/png` or `image/webp`.
    pub media_type: String,
    /// Pixels across.
    pub width: u32,
    /// Pixels down.
    pub height: u32,
    /// The file.
    pub bytes: Vec<u8>,
}

impl From<model::Rendition> for PictureFile {
    fn from(rendition: model::Rendition) -> PictureFile {
        let model::Rendition { media_type, width, height, bytes, .. } = rendition;
        PictureFile { media_type, width, height, bytes }
    }
}

/// A day of a route.
#[derive(Debug, Clone, PartialEq, uniffi::Record)]
pub struct Stage {
    /// Unique in its route.
    pub id: String,
    /// Its name.
    pub name: String,
    /// One or two sentences.
    pub summary: String,
    /// What the day holds.
    pub description: String,
    /// Where it begins on the line.
    pub from_m: f64,
    /// Where it ends.
    pub to_m: f64,
}

impl Stage {
    fn of(stage: &model::Stage, language: Language) -> Stage {
        Stage {
            id: stage.id.to_string(),
            name: stage.name.in_language(language).to_owned(),
            summary: stage.summary.in_language(language).to_owned(),
            description: stage.description.in_language(language).to_owned(),
            from_m: stage.from.0.0,
            to_m: stage.to.0.0,
        }
    }
}

/// A stretch of a route's line with one mode, one origin and one accuracy.
#[derive(Debug, Clone, PartialEq, uniffi::Record)]
pub struct Leg {
    /// Unique in its route.
    pub id: String,
    /// The stage it is part of.
    pub stage: String,
    /// How it is travelled.
    pub mode: TravelMode,
    /// Where its line comes from.
    pub origin: LineOrigin,
    /// The real way lies within this distance of the line.
    pub accuracy_m: f64,
    /// Where it begins on the line.
    pub from_m: f64,
    /// Where it ends.
    pub to_m: f64,
}

impl From<&model::Leg> for Leg {
    fn from(leg: &model::Leg) -> Leg {
        Leg {
            id: leg.id.to_string(),
            stage: leg.stage.to_string(),
            mode: leg.mode,
            origin: leg.origin,
            accuracy_m: leg.accuracy.0,
            from_m: leg.from.0.0,
            to_m: leg.to.0.0,
        }
    }
}

/// A point of interest in its place on a route.
#[derive(Debug, Clone, PartialEq, uniffi::Record)]
pub struct Stop {
    /// Unique in its bundle.
    pub id: String,
    /// The stage that visits it.
    pub stage: String,
    /// What kind of place it is.
    pub category: StopCategory,
    /// The same as a word: `Museum`.
    pub kind: String,
    /// Where it is.
    pub position: Position,
    /// The real object lies within this distance of the position.
    pub accuracy_m: f64,
    /// Where the position comes from.
    pub position_source: String,
    /// One who is this near has arrived.
    pub radius_m: f64,
    /// Whether the route's makers name it themselves.
    pub official: bool,
    /// What there is to say about that.
    pub official_note: Option<String>,
    /// Whether it is an extension that may be skipped.
    pub optional: bool,
    /// The stop of another route at the same spot.
    pub same_place_as: Option<String>,
    /// What nobody has checked yet: `position`, `name.de` and so on.
    pub unverified: Vec<String>,
    /// Its name.
    pub name: String,
    /// One or two sentences, also spoken on arrival.
    pub summary: String,
    /// What to know while standing there.
    pub description: String,
    /// What the texts rest on.
    pub facts: Vec<Fact>,
    /// Its pictures.
    pub pictures: Vec<Picture>,
    /// The place on the route's line nearest to it.
    pub along_m: f64,
    /// How far from the line it lies.
    pub distance_m: f64,
    /// On which hand of one travelling the route forward.
    pub side: Side,
}

impl Stop {
    fn of(stop: &model::Stop, language: Language) -> Stop {
        Stop {
            id: stop.id.to_string(),
            stage: stop.stage.to_string(),
            category: stop.category,
            kind: stop.category.word(language).to_owned(),
            position: stop.position.into(),
            accuracy_m: stop.accuracy.0,
            position_source: stop.position_source.clone(),
            radius_m: stop.radius.0,
            official: stop.official,
            official_note: stop.official_note.clone(),
            optional: stop.optional,
            same_place_as: stop.same_place_as.as_ref().map(ToString::to_string),
            unverified: names(&stop.unverified),
            name: stop.name.in_language(language).to_owned(),
            summary: stop.summary.in_language(language).to_owned(),
            description: stop.description.in_language(language).to_owned(),
            facts: stop.facts.iter().map(Fact::from).collect(),
            pictures: stop.pictures.iter().map(|picture| Picture::of(picture, language)).collect(),
            along_m: stop.along.0.0,
            distance_m: stop.distance.0,
            side: stop.side,
        }
    }
}

fn names(unverified: &[Unverified]) -> Vec<String> {
    unverified.iter().map(Unverified::name).collect()
}

/// What was written of a route as GPX.
#[derive(Debug, Clone, Copy, PartialEq, Eq, uniffi::Record)]
pub struct WrittenRoute {
    /// How many tracks the file has.
    pub tracks: u32,
    /// How many points they have together.
    pub points: u64,
    /// How many waypoints.
    pub waypoints: u32,
}
