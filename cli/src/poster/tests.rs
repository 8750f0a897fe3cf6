//! The whole sheet, as people read it.

use route_guide_core::geometry::{Along, Line, Metres, Point, Side};
use route_guide_core::model::{
    BaseFeature, BaseLayerKind, Category, Leg, Mode, Origin, PlaceId, PlaceKind, RouteId, RouteParts, Shape, Stage,
    StageId, Stop, StopId, Text, TrackId, Unverified,
};

use super::*;

fn at(lat: f64, lon: f64) -> Point {
    Point::new(lat, lon).expect("a position")
}

fn named(lt: &str, en: &str, de: &str) -> Text {
    [(Language::LT, lt), (Language::EN, en), (Language::DE, de)].into_iter().collect()
}

fn stop(number: usize, name: Text, along: Along, position: Point, stage: &str) -> Stop {
    Stop {
        id: StopId::new(&format!("stop-{number}")).expect("an id"),
        stage: StageId::new(stage).expect("an id"),
        category: Category::Nature,
        position,
        accuracy: Metres(100.0),
        position_source: String::new(),
        radius: Metres(150.0),
        official: true,
        official_note: None,
        optional: number == 3,
        same_place_as: None,
        unverified: Vec::new(),
        name,
        summary: Text::default(),
        description: Text::default(),
        facts: Vec::new(),
        pictures: Vec::new(),
        along,
        distance: Metres::ZERO,
        side: Side::Left,
    }
}

/// Down the shore by bicycle and over the water by ferry, in two stages.
fn route_with(names: Vec<Text>) -> Route {
    let line = Line::new(vec![at(55.92, 21.05), at(55.80, 21.07), at(55.71, 21.12), at(55.70, 21.10)]).expect("a line");
    let (pier, end) = (line.along_of(2), line.end());
    let leg = |id: &str, stage: &str, mode, origin, from, to| Leg {
        id: TrackId::new(id).expect("an id"),
        stage: StageId::new(stage).expect("an id"),
        mode,
        origin,
        accuracy: Metres(100.0),
        follows: String::new(),
        from,
        to,
    };
    let stage = |id: &str, name, from, to| Stage {
        id: StageId::new(id).expect("an id"),
        name,
        summary: Text::default(),
        description: Text::default(),
        from,
        to,
    };
    let count = names.len();
    let stops = names.into_iter().enumerate().map(|(place, name)| {
        let along = Along(pier.0 * (place as f64 / count as f64));
        stop(place + 1, name, along, line.at(along), "1-shore")
    });
    Route::new(RouteParts {
        id: RouteId::new("shore").expect("an id"),
        name: named("Krantas", "The shore", "Die Küste"),
        summary: named("Dviračiu ir keltu.", "By bicycle and ferry.", "Mit Fahrrad und Fähre."),
        description: Text::default(),
        creator: String::new(),
        days: Some(2),
        official_length: Some(Metres(30_000.0)),
        districts: Vec::new(),
        suitability: Vec::new(),
        unverified: vec![Unverified::Name(Language::EN)],
        name_sources: Text::default(),
        facts: Vec::new(),
        pictures: Vec::new(),
        stages: vec![
            stage("1-shore", named("Pajūriu", "Along the sea", "Am Meer"), Along::START, pier),
            stage("2-ferry", named("Į neriją", "To the spit", "Auf die Nehrung"), pier, end),
        ],
        legs: vec![
            leg("1a", "1-shore", Mode::Bike, Origin::Indicative, Along::START, line.along_of(1)),
            leg("1b", "1-shore", Mode::Bike, Origin::Digitised, line.along_of(1), pier),
            leg("2a", "2-ferry", Mode::Ferry, Origin::Digitised, pier, end),
        ],
        stops: stops.collect(),
        line,
    })
    .expect("a route")
}

fn route() -> Route {
    route_with(vec![
        named("Jūros tiltas", "Pier", "Seebrücke"),
        named("Olando kepurė", "Dutchman’s Cap", "Holländermütze"),
        named("Šiaurinis molas", "Northern breakwater", "Nordmole"),
    ])
}

fn base_map() -> Vec<BaseLayer> {
    let ring =
        |west: f64, east: f64| vec![at(55.5, west), at(55.5, east), at(56.1, east), at(56.1, west), at(55.5, west)];
    let layer = |kind, class: &str, ring| BaseLayer {
        kind,
        features: vec![BaseFeature { name: None, class: class.to_owned(), shape: Shape::Areas(vec![vec![ring]]) }],
    };
    vec![
        layer(BaseLayerKind::Water, "baltic-sea", ring(20.5, 21.04)),
        layer(BaseLayerKind::Land, "mainland", ring(21.04, 21.8)),
    ]
}

fn places() -> Vec<Place> {
    let place = |id: &str, kind, position, name: &str| Place {
        id: PlaceId::new(id).expect("an id"),
        kind,
        position,
        accuracy: Metres(300.0),
        position_source: String::new(),
        unverified: Vec::new(),
        name: named(name, name, name),
        former_name: Text::default(),
        usage: Text::default(),
        address: None,
        phone: None,
        mobile: None,
        source: None,
    };
    vec![
        place("klaipeda", PlaceKind::City, at(55.7068, 21.1391), "Klaipėda"),
        place("information", PlaceKind::InformationCentre, at(55.75, 21.15), "Informacija"),
    ]
}

fn draw(route: &Route, language: Language) -> String {
    let credit = Attribution {
        what: "base map".into(),
        text: "© OpenStreetMap contributors".into(),
        licence: "ODbL-1.0".into(),
        url: None,
    };
    svg(&Poster { route, base_map: &base_map(), places: &places(), attributions: &[credit], language })
}

/// Everything that is written on a sheet, in the order in which it is drawn.
fn written(svg: &str) -> Vec<String> {
    let labels = svg.split("aria-label=\"").skip(1).filter_map(|rest| rest.split_once('"'));
    labels.map(|(label, _)| label.replace('\u{a0}', " ")).collect()
}

#[test]
fn a_poster_says_in_each_language_what_it_shows() {
    for language in [Language::LT, Language::EN, Language::DE] {
        insta::assert_snapshot!(language.code(), written(&draw(&route(), language)).join("\n"));
    }
}

#[test]
fn every_stop_stands_on_the_map_and_in_the_column() {
    let names: Vec<String> = (1..=60).map(|number| format!("Sustojimas{number}")).collect();
    let route = route_with(names.iter().map(|name| named(name, name, name)).collect());
    let words = written(&draw(&route, Language::LT));
    for (number, name) in (1..).zip(&names) {
        assert!(words.contains(name), "{name} is not in the column");
        let marks = words.iter().filter(|word| **word == format!("{number}")).count();
        assert!(marks >= 2, "the mark {number} stands {marks} times");
    }
}

#[test]
fn more_stops_than_a_sheet_holds_are_counted() {
    let name = named("Sustojimas", "Stop", "Station");
    let words = written(&draw(&route_with(vec![name; 400]), Language::EN));
    assert!(words.iter().any(|word| word == "400"), "every mark is on the map");
    assert!(words.iter().any(|word| word.ends_with("more: see the map")), "{words:?}");
}

#[test]
fn names_may_hold_what_xml_reserves() {
    let hostile = "<Ūla> & \"Bū\" ' ]]> \u{1}";
    let route = route_with(vec![named(hostile, hostile, hostile)]);
    let svg = draw(&route, Language::LT);
    assert!(!svg.contains("<Ūla>"));
    assert!(png(&svg, 64).is_ok());
}

#[test]
fn the_same_route_gives_the_same_bytes() {
    assert_eq!(draw(&route(), Language::LT), draw(&route(), Language::LT));
}

#[test]
fn a_picture_is_as_wide_as_asked_and_keeps_its_shape() {
    let bytes = png(&draw(&route(), Language::LT), 320).expect("a picture");
    assert_eq!(bytes[..8], *b"\x89PNG\r\n\x1a\n");
    let number = |at: usize| u32::from_be_bytes([bytes[at], bytes[at + 1], bytes[at + 2], bytes[at + 3]]);
    assert_eq!((number(16), number(20)), (320, 453));
}

#[test]
fn what_is_no_picture_is_refused() {
    assert!(matches!(png("no svg", 100), Err(PosterError::Svg(_))));
    for width in [0, 15, 10_001] {
        assert!(matches!(png("<svg/>", width), Err(PosterError::Width { .. })));
    }
}

#[test]
fn a_route_on_a_bare_sheet_is_drawn() {
    let (route, language) = (route(), Language::new("fr").expect("a language"));
    let svg = svg(&Poster { route: &route, base_map: &[], places: &[], attributions: &[], language });
    assert!(png(&svg, 64).is_ok());
}

#[test]
fn on_the_three_routes_every_stop_has_its_name_on_the_map() {
    let source = crate::source::read(&std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("../route-data"));
    let collection = source.collection.expect("the source that ships has no errors");
    // German has the longest names.
    let language = Language::DE;
    for route in &collection.routes {
        let svg = svg(&Poster {
            route,
            base_map: &collection.base_map,
            places: &collection.places,
            attributions: &collection.manifest.attributions,
            language,
        });
        // The scale is the last thing on the map; the column follows.
        let map = svg.split("id=\"scale\"").next().unwrap_or_default();
        let on_the_map = written(map).join(" ");
        for stop in &route.stops {
            let name = stop.name.in_language(language);
            assert!(on_the_map.contains(name), "{}: {name}", route.id);
        }
    }
}
