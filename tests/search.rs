//! What travellers on the three real routes look for, and find.

use route_guide_core::bundle;
use route_guide_core::geometry::Point;
use route_guide_core::library::{Found, Library, Matched, Query, What};
use route_guide_core::model::Language;
use route_guide_tests::project;
use tempfile::TempDir;

struct Phone {
    _folder: TempDir,
    library: Library,
}

fn installed() -> Phone {
    let folder = TempDir::new().expect("a folder");
    let content = route_guide_cli::source::read(&project("route-data")).collection.expect("the source has no errors");
    let bundle = folder.path().join("region.gpkg");
    bundle::write(&content, &bundle).expect("packs");
    let mut library = Library::open(&folder.path().join("phone"), 0).expect("opens");
    library.install(&bundle, None, &[], 0).expect("installs");
    Phone { _folder: folder, library }
}

fn asked(phone: &Phone, text: &str, language: Language, near: Option<Point>) -> Vec<Found> {
    phone.library.search(&Query { text, language, near, limit: 20 }).expect("searches")
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
    let phone = installed();
    for (text, language, expected) in [
        ("Memel", Language::LT, "klaipeda"),
        ("parnidzio", Language::LT, "parnidzio-kopa"),
        ("Parnidis-Duene", Language::DE, "parnidzio-kopa"),
        ("Parnidden-Duene", Language::DE, "parnidzio-kopa"),
        ("parnidden dune", Language::DE, "parnidzio-kopa"),
        ("angenehme erschoepf", Language::DE, "malonus-nuovargiai"),
        ("malonus", Language::LT, "malonus-nuovargiai"),
        ("klaipeda", Language::EN, "klaipeda"),
        ("dutchmans cap", Language::EN, "olando-kepure"),
        ("Kretnga", Language::LT, "kretinga"),
    ] {
        let found = asked(&phone, text, language, None);
        assert_eq!(found.first().map(id), Some(expected), "{text}");
    }
    assert!(asked(&phone, "Kretnga", Language::LT, None)[0].corrected);
}

#[test]
fn texts_are_found_in_every_spelling_and_case() {
    let phone = installed();
    for (text, language) in [("Strasse Minge", Language::DE), ("straße minge", Language::DE)] {
        let found = asked(&phone, text, language, None);
        assert!(found.iter().any(|found| id(found) == "minges-kaimas"), "{text}: {found:?}");
    }
    let dune = asked(&phone, "nida kopa", Language::LT, None);
    let dune = dune.iter().find(|found| id(found) == "parnidzio-kopa").expect("found");
    assert!(matches!(&dune.matched, Matched::Text(quote) if quote.word == "Nidos"), "{:?}", dune.matched);
    assert!(!asked(&phone, "zemaitija", Language::LT, None).is_empty());
}

#[test]
fn a_word_for_a_kind_finds_all_of_it_the_nearer_first() {
    let phone = installed();
    let nida = Point::new(55.303, 21.005).ok();
    for text in ["lighthouse", "lighthouses", "Leuchttürme", "svyturiai"] {
        let found = asked(&phone, text, Language::EN, nida);
        assert!(found.iter().any(|found| id(found) == "pervalkos-svyturys"), "{text}");
        assert!(found.iter().any(|found| id(found) == "uostadvario-svyturys"), "{text}");
    }
    let museums = asked(&phone, "muziejai", Language::LT, nida);
    let kinds: Vec<&Found> = museums.iter().filter(|found| found.matched == Matched::Kind).collect();
    assert!(kinds.len() > 3 && kinds.is_sorted_by_key(|found| found.distance.map(|metres| metres.0)));
}
