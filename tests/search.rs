//! What travellers on the three real routes look for, and find.

use route_guide_core::geometry::Point;
use route_guide_core::library::search::{self, Found, Matched, Query, SCHEMA, What};
use route_guide_core::model::{BundleId, Language};
use route_guide_tests::project;
use rusqlite::Connection;

fn installed() -> Connection {
    let connection = Connection::open_in_memory().expect("opens");
    connection.execute_batch(SCHEMA).expect("makes the tables");
    let content = route_guide_cli::source::read(&project("route-data")).collection.expect("the source has no errors");
    let bundle = BundleId::new("region").expect("an id");
    search::index(&connection, &bundle, &content.routes, &content.places).expect("indexes");
    connection
}

fn asked(connection: &Connection, text: &str, language: Language, near: Option<Point>) -> Vec<Found> {
    search::search(connection, &Query { text, language, near, limit: 20 }).expect("searches")
}

fn id(found: &Found) -> &str {
    match &found.what {
        What::Route(id) => id.as_str(),
        What::Stage(_, id) => id.as_str(),
        What::Stop(_, id, _) => id.as_str(),
        What::Place(id, _) => id.as_str(),
    }
}

#[test]
fn names_are_found_as_keyboards_let_one_type_them() {
    let connection = installed();
    for (text, language, expected) in [
        ("Memel", Language::LT, "klaipeda"),
        ("parnidzio", Language::LT, "parnidzio-kopa"),
        ("Parnidden-Duene", Language::DE, "parnidzio-kopa"),
        ("parnidden dune", Language::DE, "parnidzio-kopa"),
        ("angenehme erschoepf", Language::DE, "malonus-nuovargiai"),
        ("malonus", Language::LT, "malonus-nuovargiai"),
        ("klaipeda", Language::EN, "klaipeda"),
        ("dutchmans cap", Language::EN, "olando-kepure"),
        ("Kretnga", Language::LT, "kretinga"),
    ] {
        let found = asked(&connection, text, language, None);
        assert_eq!(found.first().map(id), Some(expected), "{text}");
    }
    assert!(asked(&connection, "Kretnga", Language::LT, None)[0].corrected);
}

#[test]
fn texts_are_found_in_every_spelling_and_case() {
    let connection = installed();
    for (text, language) in [("Strasse Minge", Language::DE), ("straße minge", Language::DE)] {
        let found = asked(&connection, text, language, None);
        assert!(found.iter().any(|found| id(found) == "minges-kaimas"), "{text}: {found:?}");
    }
    let dune = asked(&connection, "nida kopa", Language::LT, None);
    let dune = dune.iter().find(|found| id(found) == "parnidzio-kopa").expect("found");
    assert!(matches!(&dune.matched, Matched::Text(quote) if quote.word == "Nidos"), "{:?}", dune.matched);
    assert!(!asked(&connection, "zemaitija", Language::LT, None).is_empty());
}

#[test]
fn a_word_for_a_kind_finds_all_of_it_the_nearer_first() {
    let connection = installed();
    let nida = Point::new(55.303, 21.005).ok();
    for text in ["lighthouse", "lighthouses", "Leuchttürme", "svyturiai"] {
        let found = asked(&connection, text, Language::EN, nida);
        assert!(found.iter().any(|found| id(found) == "pervalkos-svyturys"), "{text}");
        assert!(found.iter().any(|found| id(found) == "uostadvario-svyturys"), "{text}");
    }
    let museums = asked(&connection, "muziejai", Language::LT, nida);
    let kinds: Vec<&Found> = museums.iter().filter(|found| found.matched == Matched::Kind).collect();
    assert!(kinds.len() > 3 && kinds.is_sorted_by_key(|found| found.distance.map(|metres| metres.0)));
}
