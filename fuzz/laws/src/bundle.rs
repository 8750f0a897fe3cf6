//! A bundle in any state: each question is answered or refused, and what verifies can be read, shown, followed and kept.

use std::path::Path;

use route_guide_core::bundle::{self, Bundle, BundleError};
use route_guide_core::errors::{Complaint, Kind};
use route_guide_core::guidance::{Course, Guide, Settings};
use route_guide_core::map;
use route_guide_core::model::{Collection, Fix, Language, Size};
use route_guide_tests::MORNING_MS;

/// Asks a bundle everything there is to ask; gives what is in it where it verifies.
pub fn asked(path: &Path) -> Option<Collection> {
    let bundle = told(Bundle::open(path))?;
    // What does not verify is read all the same, and must not panic.
    let listed = told(bundle.routes());
    for listing in listed.iter().flatten() {
        told(bundle.route(&listing.id));
    }
    told(bundle.bounds());
    told(bundle.categories());
    let places = told(bundle.places());
    for place in places.iter().flatten() {
        told(bundle.place(&place.id));
    }
    told(bundle.base_map());
    let meaning = bundle.collection();
    told(bundle.verify())?;
    let meaning = meaning.expect("what verifies can be read");
    assert_eq!(listed.map(|listed| listed.len()), Some(meaning.routes.len()), "routes are listed");
    assert_eq!(places.as_ref(), Some(&meaning.places), "places are listed");
    for rendition in &meaning.renditions {
        let found = bundle.picture(&rendition.picture, rendition.size).expect("what verifies has its pictures");
        assert_eq!(&found, rendition);
    }
    if let Some(rendition) = meaning.renditions.first() {
        let sizes = Size::ALL.iter().filter_map(|size| told(bundle.picture(&rendition.picture, *size)));
        assert!(sizes.count() > 0);
    }
    Some(meaning)
}

/// Shows and follows what is in a bundle.
pub fn used(meaning: &Collection) {
    let layers = map::layers(&meaning.base_map, &meaning.places, &meaning.routes, |_, _| map::StopState::Ahead);
    assert!(layers.into_iter().all(|(_, json)| !json.as_str().is_empty()));
    for route in &meaning.routes {
        let course = Course::of_route(route);
        for (course, language) in [(course.reversed(), Language::DE), (course, Language::LT)] {
            let guide = Guide::new(course, Settings::in_language(language));
            let points =
                route.line.points().iter().take(12).chain(route.stops.iter().take(4).map(|stop| &stop.position));
            points.enumerate().fold(guide.start(), |state, (number, point)| {
                let fix = Fix::of_position(MORNING_MS + number as i64 * 60_000, point.lat(), point.lon(), 8.0);
                guide.step(state, &fix).state
            });
        }
    }
}

/// Packs what is in a bundle anew: it is refused with words, or it means the same.
pub fn packed_again(meaning: &Collection, path: &Path) {
    if bundle::write(meaning, path).is_ok() {
        let again = Bundle::open(path).expect("our own bundle");
        again.verify().expect("our own bundle");
        assert_eq!(&again.collection().expect("our own bundle"), meaning, "packed again it means something else");
    }
}

/// An answer, or nothing where it was refused in a way that can be told.
fn told<T>(answer: Result<T, BundleError>) -> Option<T> {
    let complain = |error: &BundleError| {
        for language in [Language::LT, Language::EN, Language::DE] {
            let complaint = Complaint::of_bundle(error, language);
            assert!(!complaint.text.is_empty() && complaint.kind != Kind::Internal, "{error}");
        }
    };
    answer.inspect_err(complain).ok()
}
