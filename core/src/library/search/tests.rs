//! What travellers type, and what they find.

use rusqlite::Connection;

use super::super::migrations::SEARCH;
use super::thing::things;
use super::*;
use crate::geometry::{Along, Line, Metres, Side};
use crate::model::{
    BundleId, Category, Leg, Mode, Origin, Place, PlaceId, PlaceKind, Route, RouteId, RouteParts, Stage, StageId, Stop,
    StopId, Text, TrackId,
};

fn database() -> Connection {
    let connection = Connection::open_in_memory().expect("opens");
    connection.execute_batch(SEARCH).expect("makes the tables");
    connection
}

fn at(lat: f64, lon: f64) -> Point {
    Point::new(lat, lon).expect("on the earth")
}

fn text(lt: &str, en: &str, de: &str) -> Text {
    let all = [(Language::LT, lt), (Language::EN, en), (Language::DE, de)];
    all.into_iter().filter(|(_, text)| !text.is_empty()).collect()
}

fn place(id: &str, kind: PlaceKind, position: Point, name: Text, former_name: Text) -> Place {
    Place {
        id: PlaceId::new(id).expect("an id"),
        kind,
        position,
        accuracy: Metres(50.0),
        position_source: "the map".into(),
        unverified: vec![],
        name,
        former_name,
        usage: Text::default(),
        address: None,
        phone: None,
        mobile: None,
        source: None,
    }
}

fn stop(id: &str, category: Category, along: f64, name: Text, description: Text) -> Stop {
    Stop {
        id: StopId::new(id).expect("an id"),
        stage: StageId::new("day-1").expect("an id"),
        category,
        position: at(55.30 + along / 111_000.0, 21.0),
        accuracy: Metres(30.0),
        position_source: "the map".into(),
        radius: Metres(60.0),
        official: true,
        official_note: None,
        optional: false,
        same_place_as: None,
        unverified: vec![],
        name,
        summary: Text::default(),
        description,
        facts: vec![],
        pictures: vec![],
        along: Along(Metres(along)),
        distance: Metres::ZERO,
        side: Side::Left,
    }
}

fn route(stops: Vec<Stop>) -> Route {
    let line = Line::new(vec![at(55.30, 21.0), at(55.75, 21.0)]).expect("a line");
    Route::new(RouteParts {
        id: RouteId::new("spit").expect("an id"),
        name: text("Malonūs nuovargiai", "Sweet Weariness", "Süße Müdigkeit"),
        summary: text("Per Neringą.", "Along the spit.", "Über die Nehrung."),
        description: Text::default(),
        creator: String::new(),
        days: None,
        official_length: None,
        districts: vec!["Neringa".into()],
        suitability: vec![],
        unverified: vec![],
        name_sources: Text::default(),
        facts: vec![],
        pictures: vec![],
        stages: vec![Stage {
            id: StageId::new("day-1").expect("an id"),
            name: text("Iš Nidos į Klaipėdą", "Nida to Klaipėda", "Von Nida nach Klaipėda"),
            summary: Text::default(),
            description: Text::default(),
            from: Along::START,
            to: line.end(),
        }],
        legs: vec![Leg {
            id: TrackId::new("all").expect("an id"),
            stage: StageId::new("day-1").expect("an id"),
            mode: Mode::Walk,
            origin: Origin::Surveyed,
            accuracy: Metres(5.0),
            follows: String::new(),
            from: Along::START,
            to: line.end(),
        }],
        stops,
        line,
    })
    .expect("a route")
}

fn spit() -> Route {
    route(vec![
        stop(
            "dune",
            Category::Viewpoint,
            1_000.0,
            text("Parnidžio kopa", "Parnidis Dune", "Parnidden-Düne"),
            text("Nidos uostas lieka šiaurėje.", "Nida harbour lies north.", "Der Hafen von Nida liegt im Norden."),
        ),
        stop(
            "street",
            Category::Museum,
            20_000.0,
            text("Žemaičių muziejus", "Samogitian Museum", "Museum in der Straße"),
            text("Senas namas.", "An old house.", "Ein altes Haus."),
        ),
        stop(
            "dead-dunes",
            Category::Nature,
            30_000.0,
            text("Mirusios kopos", "Dead Dunes", "Tote Dünen"),
            Text::default(),
        ),
    ])
}

fn places() -> Vec<Place> {
    let old = |name| text("", "", name);
    let named = |name| text(name, name, name);
    let mut information = place(
        "info",
        PlaceKind::InformationCentre,
        at(55.70, 21.13),
        text("Turizmo centras", "Tourist Office", "Auskunft"),
        Text::default(),
    );
    information.address = Some("Turgaus g. 7, Klaipėda".into());
    vec![
        place("klaipeda", PlaceKind::City, at(55.7068, 21.139), named("Klaipėda"), old("Memel")),
        place("nida", PlaceKind::Town, at(55.304, 21.005), named("Nida"), old("Nidden")),
        information,
    ]
}

fn bundle(id: &str) -> BundleId {
    BundleId::new(id).expect("an id")
}

fn index(connection: &Connection, bundle: &BundleId, routes: &[Route], places: &[Place]) {
    let things = things(routes, places).len();
    let mut indexing = Indexing::begin(connection, bundle, things).expect("begins");
    // As a large bundle is, part by part.
    routes.iter().for_each(|route| indexing.add(std::slice::from_ref(route), &[]).expect("indexes"));
    indexing.add(&[], places).expect("indexes");
}

fn installed() -> Connection {
    let connection = database();
    index(&connection, &bundle("spit"), &[spit()], &places());
    connection
}

fn query(text: &str, language: Language) -> Query<'_> {
    Query { text, language, near: None, limit: 20 }
}

fn id(found: &Found) -> &str {
    match &found.what {
        What::Route(id) => id.as_str(),
        What::Stage(_, id) => id.as_str(),
        What::Stop(_, id, _) => id.as_str(),
        What::Place(id, _) => id.as_str(),
    }
}

fn ids(found: &[Found]) -> Vec<&str> {
    found.iter().map(id).collect()
}

fn asked(connection: &Connection, text: &str, language: Language) -> Vec<Found> {
    find(connection, &query(text, language)).expect("searches")
}

#[track_caller]
fn first(text: &str, language: Language) -> Found {
    let found = asked(&installed(), text, language);
    found.into_iter().next().unwrap_or_else(|| panic!("nothing found for {text}"))
}

#[test]
fn names_are_found_without_their_marks_and_with_them() {
    for (text, expected) in [
        ("zemaiciu", "street"),
        ("ŽEMAIČIŲ", "street"),
        ("Strasse", "street"),
        ("straße", "street"),
        ("Duene", "dune"),
        ("Dune", "dune"),
        ("Düne", "dune"),
        ("muedigkeit", "spit"),
        ("parnidden dune", "dune"),
        ("klaipeda", "klaipeda"),
        ("„Parnidžio-kopa“", "dune"),
    ] {
        assert_eq!(id(&first(text, Language::DE)), expected, "{text}");
    }
}

#[test]
fn a_former_name_finds_what_is_called_otherwise_today() {
    let found = first("Memel", Language::LT);
    assert_eq!((id(&found), found.name.as_str(), found.kind), ("klaipeda", "Klaipėda", "Miestas"));
    assert_eq!(found.matched, Matched::AlternativeName("Memel".into(), Some(Language::DE)));
    assert_eq!(id(&first("nidd", Language::LT)), "nida");
}

#[test]
fn a_name_of_another_language_is_shown_in_the_travellers() {
    let found = first("Dead Dun", Language::LT);
    assert_eq!(found.name, "Mirusios kopos");
    assert_eq!(found.matched, Matched::Name("Dead Dunes".into(), Some(Language::EN)));
}

#[test]
fn something_is_found_from_the_first_letter_on() {
    let connection = installed();
    for typed in ["p", "pa", "par", "parnidz", "parnidžio k", "parnidzio kopa"] {
        assert_eq!(ids(&asked(&connection, typed, Language::LT))[0], "dune", "{typed}");
    }
}

#[test]
fn kinds_are_found_by_one_word_and_by_many_in_all_languages() {
    let connection = installed();
    for typed in ["museum", "museums", "museen", "muziejai", "muziejus", "muziejuose"] {
        assert_eq!(ids(&asked(&connection, typed, Language::EN))[0], "street", "{typed}");
    }
    let found = first("lookout", Language::EN);
    assert_eq!((id(&found), &found.matched), ("dune", &Matched::Kind));
    assert_eq!(id(&first("maršrutai", Language::LT)), "spit");
    for (typed, language) in [("TIC", Language::LT), ("tic", Language::EN)] {
        assert_eq!(id(&first(typed, language)), "info", "{typed}");
    }
    for (typed, language) in [("bokštas", Language::LT), ("tower", Language::EN), ("Aussichtsturm", Language::DE)] {
        assert_eq!(id(&first(typed, language)), "dune", "{typed}");
    }
}

#[test]
fn the_words_of_a_question_may_stand_in_name_and_text_and_in_other_cases() {
    let found = first("nida kopa", Language::LT);
    assert_eq!(id(&found), "dune");
    let Matched::Text(quote) = found.matched else { panic!("{:?}", found.matched) };
    assert_eq!((quote.before.as_str(), quote.word.as_str()), ("", "Nidos"));
    assert_eq!(id(&first("hafen parnidden", Language::DE)), "dune");
    assert_eq!(id(&first("turgaus", Language::EN)), "info");
    assert_eq!(id(&first("neringa", Language::EN)), "spit");
}

#[test]
fn better_hits_come_first() {
    let connection = database();
    let named =
        |id: &str, name: &str| place(id, PlaceKind::Village, at(55.0, 21.0), text(name, name, name), Text::default());
    let mut only_said = named("said", "Kaimas");
    only_said.usage = text("Ragas matyti.", "The ragas can be seen.", "Man sieht den Ragas.");
    let mut once = named("once", "Kintai");
    once.former_name = text("", "", "Alter Ragas");
    let mut formerly = named("formerly", "Rusnė");
    formerly.former_name = text("", "", "Ragas");
    let places = [
        only_said,
        once,
        formerly,
        named("word", "Ventės ragas"),
        named("begins", "Ragas prie marių"),
        named("is", "Ragas"),
    ];
    index(&connection, &bundle("capes"), &[], &places);
    assert_eq!(ids(&asked(&connection, "ragas", Language::LT)), ["is", "formerly", "begins", "word", "once", "said"]);
}

#[test]
fn the_language_asked_for_comes_before_others_and_routes_before_stages() {
    let connection = database();
    let places = [
        place("lithuanian", PlaceKind::Village, at(55.0, 21.0), text("Rusnė sala", "Island", "Insel"), Text::default()),
        place("german", PlaceKind::Village, at(55.0, 21.0), text("Sala", "Island", "Rusne Insel"), Text::default()),
    ];
    index(&connection, &bundle("islands"), &[], &places);
    assert_eq!(ids(&asked(&connection, "rusne", Language::LT)), ["lithuanian", "german"]);
    assert_eq!(ids(&asked(&connection, "rusne", Language::DE)), ["german", "lithuanian"]);
    let polish = Language::new("pl").expect("a code");
    assert_eq!(asked(&connection, "rusne", polish).len(), 2);
    assert_eq!(asked(&connection, "rusne", polish)[0].name, "Island");
}

#[test]
fn of_hits_as_good_the_nearer_comes_first_but_the_exact_name_wins_from_afar() {
    let connection = database();
    let named = |id: &str, lat: f64, name: &str| {
        place(id, PlaceKind::Village, at(lat, 21.0), text(name, name, name), Text::default())
    };
    let places = [
        named("far", 56.0, "Kopgalis pirmas"),
        named("near", 55.01, "Kopgalis antras"),
        named("nearest", 55.001, "Kopgalis trečias"),
        named("exact", 57.0, "Kopgalis"),
    ];
    index(&connection, &bundle("heads"), &[], &places);
    let here = Query { near: Some(at(55.0, 21.0)), ..query("kopgalis", Language::LT) };
    let found = find(&connection, &here).expect("searches");
    assert_eq!(ids(&found), ["exact", "nearest", "near", "far"]);
    assert!((found[1].distance.expect("a distance").0 - 111.3).abs() < 0.5);
    let unknown = asked(&connection, "kopgalis", Language::LT);
    assert_eq!((ids(&unknown), unknown[0].distance), (vec!["exact", "far", "near", "nearest"], None));
}

#[test]
fn among_thousands_of_hits_the_nearest_and_the_exact_are_still_found() {
    let connection = database();
    let named = |id: &str, lat: f64, name: &str| {
        place(id, PlaceKind::Village, at(lat, 21.0), text(name, name, name), Text::default())
    };
    let mut places: Vec<Place> = (0..6_000)
        .map(|number| {
            named(&format!("p-{number}"), 40.0 + f64::from(number) * 0.005, &format!("Kaimas {number} ragas"))
        })
        .collect();
    places.push(named("exact", -60.0, "Ragas"));
    index(&connection, &bundle("villages"), &[], &places);
    let here = |text| Query { near: Some(at(60.001, 21.0)), limit: 3, ..query(text, Language::EN) };
    assert_eq!(ids(&find(&connection, &here("kai")).expect("searches")), ["p-4000", "p-4001", "p-3999"]);
    assert_eq!(ids(&find(&connection, &here("ragas")).expect("searches")), ["exact", "p-4000", "p-4001"]);
}

#[test]
fn one_wrong_letter_in_a_longer_name_is_forgiven_and_said() {
    for typed in ["klaipda", "klaipedda", "klajpeda", "kaliped", "Parnydis dune", "weariness swet", "klaipdea"] {
        let connection = installed();
        let found = asked(&connection, typed, Language::EN);
        let corrected: Vec<(&str, bool)> = found.iter().map(|found| (id(found), found.corrected)).collect();
        match typed {
            // `Sweet` is too short to guess.
            "weariness swet" => assert!(corrected.is_empty(), "{corrected:?}"),
            "Parnydis dune" => assert_eq!(corrected, [("dune", true)]),
            _ => assert_eq!(corrected[0], ("klaipeda", true), "{typed}"),
        }
    }
    assert!(!first("klaipeda", Language::EN).corrected);
    assert!(asked(&installed(), "nidq", Language::EN).is_empty());
}

#[test]
fn a_thing_is_found_once_and_no_more_than_asked_for() {
    let connection = installed();
    assert_eq!(ids(&asked(&connection, "nida", Language::LT)).iter().filter(|id| **id == "nida").count(), 1);
    let two = Query { limit: 2, ..query("n", Language::LT) };
    assert_eq!(find(&connection, &two).expect("searches").len(), 2);
    assert!(find(&connection, &Query { limit: 0, ..two }).expect("searches").is_empty());
    assert!(find(&connection, &Query { limit: usize::MAX, ..two }).expect("searches").len() > 2);
}

#[test]
fn whatever_is_typed_is_no_error() {
    let connection = installed();
    let long = "nida OR ".repeat(10_000);
    let wide = "\u{FDFA}".repeat(10_000);
    for typed in [
        "",
        " ",
        "\"",
        "'",
        "*",
        "\"\"\"",
        "nida\"",
        "nida*",
        "NEAR(nida kopa)",
        "AND",
        "NOT",
        "nida AND",
        "OR OR OR",
        "words:nida",
        "^nida",
        "-nida",
        "nida + kopa",
        "{words}: nida",
        "(",
        ")",
        "\0",
        "nida\0kopa",
        "„“",
        "%",
        "_",
        "'; DROP TABLE search_name; --",
        "\u{301}",
        "🦀",
        "ﷺ",
        "日本語",
        "a\u{200D}b",
        "½ ² №",
        &long,
        &wide,
    ] {
        for language in [Language::LT, Language::new("xyz").expect("a code")] {
            find(&connection, &query(typed, language)).unwrap_or_else(|error| panic!("{typed:.40}: {error}"));
        }
    }
    assert_eq!(id(&first("\"nida\" *", Language::LT)), "nida");
}

#[test]
fn bundles_come_are_replaced_and_go_without_touching_each_other() {
    let connection = installed();
    index(&connection, &bundle("again"), &[spit()], &places());
    let both = asked(&connection, "parnidzio kopa", Language::LT);
    let bundles: Vec<&str> = both.iter().map(|found| found.bundle.as_str()).collect();
    assert_eq!((ids(&both), bundles), (vec!["dune", "dune"], vec!["spit", "again"]));

    let mut fewer = places();
    fewer.truncate(1);
    index(&connection, &bundle("spit"), &[], &fewer);
    assert_eq!(asked(&connection, "parnidzio kopa", Language::LT).len(), 1);
    assert_eq!(asked(&connection, "klaipeda", Language::LT).iter().filter(|found| id(found) == "klaipeda").count(), 2);

    forget(&connection, &bundle("again")).expect("forgets");
    forget(&connection, &bundle("never-there")).expect("forgets");
    assert!(asked(&connection, "parnidzio kopa", Language::LT).is_empty());
    assert!(asked(&connection, "parnidis dnue", Language::LT).is_empty());
    forget(&connection, &bundle("spit")).expect("forgets");
    assert!(asked(&connection, "klaipeda", Language::LT).is_empty());
    for table in ["bundle", "thing", "name", "text", "slip", "name_index", "text_index"] {
        let rows: i64 = connection
            .query_row(&format!("SELECT count(*) FROM search_{table}"), [], |row| row.get(0))
            .expect("counts");
        assert_eq!(rows, 0, "{table}");
    }
}

#[test]
fn nothing_is_found_in_an_empty_library() {
    assert!(asked(&database(), "nida", Language::LT).is_empty());
}
