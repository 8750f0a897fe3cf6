//! What is packed is what is read.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use route_guide_core::bundle::{self, Bundle, Problem};
use route_guide_core::geometry::{Bounds, Metres};
use route_guide_core::model::{Category, Language, Mode, PictureId, PlaceId, RouteId, Size};
use route_guide_tests::{PIXEL, collection};
use rusqlite::Connection;
use tempfile::TempDir;

fn packed() -> (TempDir, PathBuf) {
    let folder = TempDir::new().expect("a folder");
    let path = folder.path().join("spit.gpkg");
    bundle::write(&collection(), &path).expect("packs");
    (folder, path)
}

#[test]
fn everything_comes_back_as_it_was() {
    let (_folder, path) = packed();
    let bundle = Bundle::open(&path).expect("opens");
    bundle.verify().expect("whole");
    let (read, packed) = (bundle.collection().expect("reads"), collection());
    assert_eq!(bundle.manifest(), &packed.manifest);
    for (read, packed) in read.routes.iter().zip(&packed.routes) {
        assert_eq!(read, packed);
    }
    assert_eq!(read, packed);
}

#[test]
fn parts_can_be_asked_for_one_by_one() {
    let (_folder, path) = packed();
    let bundle = Bundle::open(&path).expect("opens");
    let listings = bundle.routes().expect("lists");
    assert_eq!(listings.len(), 2);
    let listed = &listings[0];
    let route = bundle.route(&listed.id).expect("reads");
    assert_eq!((&route.name, &route.summary, route.days), (&listed.name, &listed.summary, listed.days));
    assert_eq!(route.line.length(), listed.length);
    assert_eq!(route.stops.len(), listed.stops as usize);
    assert_eq!(route.indicative_share(), listed.indicative_share);
    let metres = |mode: &Mode| route.legs.iter().filter(|leg| leg.mode == *mode).map(|leg| leg.to - leg.from).sum();
    let by_mode: Vec<Metres> = listed.modes.iter().map(metres).collect();
    assert!(by_mode.len() > 1 && by_mode.is_sorted_by(|more, less| more >= less), "{:?} {by_mode:?}", listed.modes);
    let total: Metres = by_mode.into_iter().sum();
    assert!((total - route.line.length()).0.abs() < 0.1, "every leg counts for one of its modes");
    assert_eq!(Bounds::around(route.line.points().iter().copied()), listed.bounds);
    assert_eq!(bundle.places().expect("reads"), collection().places);
    for place in collection().places {
        assert_eq!(bundle.place(&place.id).expect("reads"), place);
    }
    assert_eq!(bundle.base_map().expect("reads"), collection().base_map);
    let dune = PictureId::new("dune").expect("an id");
    assert_eq!(bundle.picture(&dune, Size::Card).expect("is there").bytes, PIXEL);
}

#[test]
fn a_bundle_lies_around_all_its_routes_and_knows_the_kinds_of_its_stops() {
    let (_folder, path) = packed();
    let bundle = Bundle::open(&path).expect("opens");
    let collection = collection();
    let bounds = bundle.bounds().expect("reads").expect("has routes");
    let vertices = || collection.routes.iter().flat_map(|route| route.line.points().iter().copied());
    assert_eq!(Some(bounds), Bounds::around(vertices()));
    let kinds: BTreeSet<Category> =
        collection.routes.iter().flat_map(|route| &route.stops).map(|stop| stop.category).collect();
    assert_eq!(bundle.categories().expect("reads"), kinds.into_iter().collect::<Vec<_>>());
}

#[test]
fn what_is_not_there_is_said_by_name() {
    let (_folder, path) = packed();
    let bundle = Bundle::open(&path).expect("opens");
    let no_route = bundle.route(&RouteId::new("moon").expect("an id")).expect_err("no such route");
    assert!(matches!(no_route.problem, Problem::NoSuchRoute(_)), "{no_route}");
    let no_place = bundle.place(&PlaceId::new("moon").expect("an id")).expect_err("no such place");
    assert!(matches!(no_place.problem, Problem::NoSuchPlace(_)), "{no_place}");
    let no_picture = bundle.picture(&PictureId::new("moon").expect("an id"), Size::List).expect_err("no such picture");
    assert!(matches!(no_picture.problem, Problem::NoSuchPicture { .. }), "{no_picture}");
}

#[test]
fn packing_twice_gives_the_same_bytes() {
    let ((_one, first), (_two, second)) = (packed(), packed());
    assert!(fs::read(first).expect("reads") == fs::read(second).expect("reads"));
}

#[test]
fn the_digest_names_the_content() {
    let ((_one, first), (_two, second)) = (packed(), packed());
    // Laid out anew, as other programs do, it is the same content.
    let connection = Connection::open(&second).expect("opens");
    connection.execute_batch("PRAGMA page_size = 8192; VACUUM").expect("runs");
    let (first, second) = (Bundle::open(&first).expect("opens"), Bundle::open(&second).expect("opens"));
    second.verify().expect("whole");
    assert!(first.digest().is_some_and(|digest| digest.len() == 64));
    assert_eq!(first.digest(), second.digest());
    let folder = TempDir::new().expect("a folder");
    let path = folder.path().join("next.gpkg");
    let mut next = collection();
    next.manifest.version += 1;
    bundle::write(&next, &path).expect("packs");
    assert_ne!(Bundle::open(&path).expect("opens").digest(), first.digest());
}

/// Packed when the format was new; its pages were made small, for a small repository. It must stay readable.
#[test]
fn a_bundle_of_format_1_0_is_read() {
    let bundle = read_as_packed("fixtures/format-1.0.gpkg");
    assert_eq!(bundle.digest(), None);
}

/// Made in the same way, when bundles had learnt to say their digest.
#[test]
fn a_bundle_of_format_1_1_is_read() {
    let bundle = read_as_packed("fixtures/format-1.1.gpkg");
    assert_eq!(bundle.digest(), Some("28283c1cd6bf81c68c01e45dc86ff8416c0266793bb4be19769016b1be7f9edc"));
}

fn read_as_packed(fixture: &str) -> Bundle {
    let bundle = Bundle::open(Path::new(fixture)).expect("opens");
    bundle.verify().expect("whole");
    let read = bundle.collection().expect("reads");
    assert_eq!(read.manifest.name.in_language(Language::LT), "Kuršių nerija");
    let route = &read.routes[0];
    assert_eq!((route.stages.len(), route.legs.len(), route.stops.len()), (2, 5, 2));
    assert_eq!(route.stops[1].facts[0].source.as_deref(), Some("leaflet, p. 4"));
    assert_eq!(route.stops[1].pictures[0].id, read.renditions[0].picture);
    assert_eq!(read.routes[1].line.elevations(), Some(&[2.0, 52.25, 3.5][..]));
    assert_eq!(read.places[1].phone.as_deref(), Some("+370 46 000000"));
    assert_eq!(read.base_map.len(), 5);
    bundle
}
