//! A small collection with something of everything: two routes, all modes, all three languages.

use route_guide_core::geometry::{Along, Line, Metres, Point, Side};
use route_guide_core::model::{
    Attribution, BaseFeature, BaseLayer, BaseLayerKind, BundleId, Category, Collection, Emergency, Fact, Language, Leg,
    Manifest, Mode, Origin, PhoneNumber, Picture, PictureId, Place, PlaceId, PlaceKind, Rendition, Route, RouteId,
    RouteParts, Shape, Size, Stage, StageId, Stop, StopId, Text, TrackId, Unverified,
};

/// The smallest picture there is: one grey pixel, as PNG.
pub const PIXEL: &[u8] = &[
    0x89, b'P', b'N', b'G', 0x0D, 0x0A, 0x1A, 0x0A, 0, 0, 0, 13, b'I', b'H', b'D', b'R', 0, 0, 0, 1, 0, 0, 0, 1, 8, 0,
    0, 0, 0, 0x3A, 0x7E, 0x9B, 0x55, 0, 0, 0, 10, b'I', b'D', b'A', b'T', 0x78, 0x9C, 0x63, 0x68, 0, 0, 0, 0x82, 0,
    0x81, 0x77, 0xCD, 0x72, 0xB6, 0, 0, 0, 0, b'I', b'E', b'N', b'D', 0xAE, 0x42, 0x60, 0x82,
];

/// A position.
#[must_use]
pub fn at(lat: f64, lon: f64) -> Point {
    Point::new(lat, lon).expect("on the earth")
}

/// A text in Lithuanian, English and German.
#[must_use]
pub fn text(lt: &str, en: &str, de: &str) -> Text {
    [(Language::LT, lt), (Language::EN, en), (Language::DE, de)].into_iter().collect()
}

/// Something of everything a bundle holds.
#[must_use]
pub fn collection() -> Collection {
    Collection {
        manifest: manifest(),
        routes: vec![spit(), dunes()],
        places: places(),
        base_map: base_map(),
        renditions: renditions(),
    }
}

fn manifest() -> Manifest {
    Manifest {
        id: BundleId::new("spit").expect("an id"),
        version: 3,
        published: "2026-11-23".into(),
        publisher: "Klaipėda guides".into(),
        licence: "CC-BY-4.0".into(),
        name: text("Kuršių nerija", "The Curonian Spit", "Die Kurische Nehrung"),
        summary: text("Smėlis ir vėjas.", "Sand and wind.", "Sand und Wind."),
        languages: vec![Language::LT, Language::EN, Language::DE],
        emergency: Emergency {
            number: PhoneNumber::new("112").expect("a number"),
            note: text("Bendrasis pagalbos numeris.", "The one number for help.", "Die eine Notrufnummer."),
            source: Some("https://112.example".into()),
        },
        attributions: vec![Attribution {
            what: "base map".into(),
            text: "© OpenStreetMap contributors".into(),
            licence: "ODbL-1.0".into(),
            url: None,
        }],
    }
}

/// A route with all five modes in two stages.
fn spit() -> Route {
    let places = [(55.71, 21.10), (55.69, 21.11), (55.60, 21.12), (55.53, 21.11), (55.43, 21.06), (55.30, 21.00)];
    let line = Line::new(places.into_iter().map(|(lat, lon)| at(lat, lon)).collect()).expect("a line");
    let modes = [Mode::Ferry, Mode::Bike, Mode::Walk, Mode::Boat, Mode::Car];
    let origins = [Origin::Digitised, Origin::Surveyed, Origin::Indicative];
    let legs = modes.into_iter().enumerate().map(|(vertex, mode)| Leg {
        id: TrackId::new(&format!("by-{mode}")).expect("an id"),
        stage: StageId::new(if vertex < 3 { "day-1" } else { "day-2" }).expect("an id"),
        mode,
        origin: origins[vertex % origins.len()],
        accuracy: Metres(12.5),
        follows: "the shore".into(),
        from: line.along_of(vertex),
        to: line.along_of(vertex + 1),
    });
    let dune_picture = picture("dune");
    let mut pier = stop("pier", "day-1", &line, 400.0);
    pier.category = Category::Ferry;
    pier.unverified = vec![Unverified::Position, Unverified::Name(Language::DE)];
    let mut dune = stop("dune", "day-2", &line, 30_000.0);
    dune.pictures = vec![dune_picture.clone(), picture("sunset")];
    dune.side = Side::Right;
    dune.optional = true;
    dune.official_note = Some("named on the makers' map".into());
    dune.same_place_as = Some(StopId::new("dune-again").expect("an id"));
    let middle = line.along_of(3);
    let parts = RouteParts {
        id: RouteId::new("spit-route").expect("an id"),
        name: text("Malonūs nuovargiai", "Sweet Weariness", "Süße Müdigkeit"),
        summary: text("Per neriją.", "Along the spit.", "Über die Nehrung."),
        description: text("Nuo uosto iki kopų.", "From the port to the dunes.", "Vom Hafen zu den Dünen."),
        creator: "Klaipėda guides".into(),
        days: Some(2),
        official_length: Some(Metres(52_000.0)),
        districts: vec!["Klaipėda".into(), "Neringa".into()],
        suitability: vec!["families".into()],
        unverified: vec![Unverified::Stages, Unverified::FormerName(Language::DE)],
        name_sources: text("leidinys", "leaflet", "Faltblatt"),
        facts: vec![fact("The spit is 98 km long.", Some("https://spit.example"))],
        pictures: vec![dune_picture],
        stages: vec![stage("day-1", Along::START, middle), stage("day-2", middle, line.end())],
        legs: legs.collect(),
        stops: vec![pier, dune],
        line,
    };
    Route::new(parts).expect("a route")
}

/// A short walk whose elevations are known.
fn dunes() -> Route {
    let points = vec![at(55.301, 21.001), at(55.302, 21.003), at(55.303, 21.001)];
    let line = Line::new(points).and_then(|line| line.with_elevations(vec![2.0, 52.25, 3.5])).expect("a line");
    let parts = RouteParts {
        id: RouteId::new("dune-walk").expect("an id"),
        name: text("Kopos", "Dunes", "Dünen"),
        summary: Text::default(),
        description: Text::default(),
        creator: String::new(),
        days: None,
        official_length: None,
        districts: vec![],
        suitability: vec![],
        unverified: vec![],
        name_sources: Text::default(),
        facts: vec![],
        pictures: vec![],
        stages: vec![stage("day-1", Along::START, line.end())],
        legs: vec![Leg {
            id: TrackId::new("up").expect("an id"),
            stage: StageId::new("day-1").expect("an id"),
            mode: Mode::Walk,
            origin: Origin::Surveyed,
            accuracy: Metres(5.0),
            follows: String::new(),
            from: Along::START,
            to: line.end(),
        }],
        stops: vec![stop("dune-again", "day-1", &line, 100.0)],
        line,
    };
    Route::new(parts).expect("a route")
}

fn stage(id: &str, from: Along, to: Along) -> Stage {
    Stage {
        id: StageId::new(id).expect("an id"),
        name: text("Diena", "Day", "Tag"),
        summary: text("Trumpai.", "In short.", "Kurz."),
        description: text("Ilgiau.", "At length.", "Ausführlich."),
        from,
        to,
    }
}

fn stop(id: &str, stage: &str, line: &Line, along: f64) -> Stop {
    let along = Along(Metres(along));
    Stop {
        id: StopId::new(id).expect("an id"),
        stage: StageId::new(stage).expect("an id"),
        category: Category::Nature,
        position: line.at(along),
        accuracy: Metres(30.0),
        position_source: "traced on the map".into(),
        radius: Metres(60.0),
        official: true,
        official_note: None,
        optional: false,
        same_place_as: None,
        unverified: vec![],
        name: text("Didžioji kopa", "The Great Dune", "Die Große Düne"),
        summary: text("Kopa.", "A dune.", "Eine Düne."),
        description: text("Aukšta kopa „Parnidžio“.", "A tall dune.", "Eine hohe Düne."),
        facts: vec![fact("It is 52 m high.", Some("leaflet, p. 4")), fact("It moves.", None)],
        pictures: vec![],
        along,
        distance: Metres(0.0),
        side: Side::Left,
    }
}

fn fact(text: &str, source: Option<&str>) -> Fact {
    Fact { text: text.into(), source: source.map(Into::into) }
}

fn picture(id: &str) -> Picture {
    Picture {
        id: PictureId::new(id).expect("an id"),
        author: "R. Guide".into(),
        licence: "CC-BY-4.0".into(),
        source: None,
        caption: text("Kopa", "The dune", "Die Düne"),
    }
}

fn renditions() -> Vec<Rendition> {
    let sizes = |id: &'static str| Size::ALL.iter().map(move |size| (id, *size));
    let rendition = |(id, size): (&str, Size)| Rendition {
        picture: PictureId::new(id).expect("an id"),
        size,
        media_type: "image/png".into(),
        width: 1,
        height: 1,
        bytes: PIXEL.to_vec(),
    };
    sizes("dune").chain(sizes("sunset")).map(rendition).collect()
}

fn places() -> Vec<Place> {
    vec![
        Place {
            id: PlaceId::new("nida").expect("an id"),
            kind: PlaceKind::Town,
            position: at(55.304, 21.005),
            accuracy: Metres(500.0),
            position_source: "traced on the map".into(),
            unverified: vec![],
            name: text("Nida", "Nida", "Nidden"),
            former_name: [(Language::DE, "Nidden")].into_iter().collect(),
            usage: Text::default(),
            address: None,
            phone: None,
            mobile: None,
            source: None,
        },
        Place {
            id: PlaceId::new("old-ferry").expect("an id"),
            kind: PlaceKind::FerryPier,
            position: at(55.709, 21.125),
            accuracy: Metres(50.0),
            position_source: "timetable".into(),
            unverified: vec![Unverified::Phone],
            name: text("Senoji perkėla", "The Old Ferry", "Die Alte Fähre"),
            former_name: Text::default(),
            usage: text("Pėstiesiems.", "On foot.", "Zu Fuß."),
            address: Some("Danės g. 1, Klaipėda".into()),
            phone: Some("+370 46 000000".into()),
            mobile: Some("+370 600 00000".into()),
            source: Some("https://ferry.example".into()),
        },
    ]
}

fn base_map() -> Vec<BaseLayer> {
    let ring = |south: f64, west: f64, side: f64| {
        let (north, east) = (south + side, west + side);
        vec![at(south, west), at(south, east), at(north, east), at(north, west), at(south, west)]
    };
    let feature = |name: Option<&str>, shape| BaseFeature { name: name.map(Into::into), class: "sea".into(), shape };
    let areas = |kind| BaseLayer {
        kind,
        features: vec![
            feature(Some("Kuršių marios"), Shape::Areas(vec![vec![ring(55.0, 21.0, 0.5), ring(55.2, 21.2, 0.1)]])),
            feature(None, Shape::Areas(vec![vec![ring(55.6, 21.0, 0.1)], vec![ring(55.8, 21.0, 0.1)]])),
        ],
    };
    let lines = |kind| BaseLayer {
        kind,
        features: vec![feature(
            Some("Danė"),
            Shape::Lines(vec![vec![at(55.7, 21.1), at(55.72, 21.2), at(55.75, 21.3)]]),
        )],
    };
    vec![
        areas(BaseLayerKind::Water),
        areas(BaseLayerKind::Land),
        areas(BaseLayerKind::InlandWater),
        lines(BaseLayerKind::Waterway),
        lines(BaseLayerKind::Border),
    ]
}
