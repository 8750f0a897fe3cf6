//! What apps show on maps and cards, with the real routes: sketches, what lies near, stops in their state.

use std::collections::{BTreeMap, BTreeSet};

use proptest::prelude::*;
use route_guide_core::geometry::{Along, Metres, Point};
use route_guide_core::guidance::simulation::Ride;
use route_guide_core::guidance::{Course, Guide, Settings, StopAhead};
use route_guide_core::library::{Departure, Library, MOST_FOUND, MilestoneKind, Way, What};
use route_guide_core::map::{Canvas, StopState, Theme, sketch};
use route_guide_core::model::{Category, Language, StopId};
use route_guide_tests::{MORNING_MS, quick_folder, real_bundle, real_collection, with_steady_clock};

#[test]
fn a_sketch_of_a_route_is_small_stays_on_its_paper_and_shows_every_stop() {
    let collection = real_collection();
    for (width, height) in [(360.0, 200.0), (160.0, 160.0), (1_080.0, 600.0)] {
        let canvas = Canvas::new(width, height).expect("a canvas");
        for route in &collection.routes {
            let drawn = sketch(route, &collection.base_map, Theme::Light, canvas);
            let points: usize = drawn.shapes.iter().map(|shape| shape.points.len()).sum();
            let bytes = 8 * points + 64 * drawn.shapes.len();
            assert!(bytes < 60_000, "{}: {bytes} bytes at {width} by {height}", route.id);
            for [x, y] in drawn.shapes.iter().flat_map(|shape| &shape.points) {
                assert!((-16.0..=width as f32 + 16.0).contains(x) && (-16.0..=height as f32 + 16.0).contains(y));
            }
            let dots = &drawn.shapes[drawn.shapes.len() - route.stops.len()..];
            for (dot, stop) in dots.iter().zip(&route.stops) {
                assert!(dot.closed && dot.fill.is_some());
                for [x, y] in &dot.points {
                    assert!((0.0..=width as f32).contains(x) && (0.0..=height as f32).contains(y), "{}", stop.id);
                }
            }
            assert!(drawn.shapes.iter().any(|shape| !shape.closed && shape.dashed), "{} has indicative legs", route.id);
        }
    }
}

/// What looking at everything finds.
fn by_looking_at_all(
    collection: &route_guide_core::model::Collection,
    near: Point,
    categories: Option<&[Category]>,
) -> Vec<f64> {
    let mut told: Vec<&StopId> = Vec::new();
    let mut distances = Vec::new();
    for stop in collection.routes.iter().flat_map(|route| &route.stops) {
        let is_twin = stop.same_place_as.as_ref().is_some_and(|twin| told.contains(&twin)) || told.contains(&&stop.id);
        told.push(&stop.id);
        told.extend(&stop.same_place_as);
        if !is_twin && categories.is_none_or(|categories| categories.contains(&stop.category)) {
            distances.push(near.distance(stop.position).0);
        }
    }
    if categories.is_none() {
        distances.extend(collection.places.iter().map(|place| near.distance(place.position).0));
    }
    distances.sort_unstable_by(f64::total_cmp);
    distances
}

#[test]
fn what_lies_near_is_what_looking_at_everything_finds() {
    let desk = quick_folder();
    let (bundle, collection) = real_bundle(desk.path());
    let mut library = Library::open(&desk.path().join("phone"), MORNING_MS).expect("opens");
    let nida = Point::new(55.3039, 21.0058).expect("valid");
    assert_eq!(library.nearby(nida, None, Language::LT, 5).expect("looks"), []);
    library.install(&bundle, None, &[], MORNING_MS).expect("installs");

    let wanted = prop_oneof![
        Just(None),
        proptest::collection::vec(proptest::sample::select(Category::ALL), 0..5).prop_map(Some)
    ];
    proptest!(|(lat in 55.0..56.2_f64, lon in 20.8..21.8_f64, wanted in wanted, limit in 0_usize..60)| {
        let near = Point::new(lat, lon).expect("valid");
        let found = library.nearby(near, wanted.as_deref(), Language::DE, limit).expect("looks");
        let mut all = by_looking_at_all(&collection, near, wanted.as_deref());
        all.truncate(limit);
        prop_assert_eq!(found.iter().map(|found| found.distance.0).collect::<Vec<_>>(), all);
        for found in &found {
            prop_assert_eq!(found.distance, near.distance(found.position));
            prop_assert_eq!(found.bearing, near.bearing(found.position));
            prop_assert!(!found.name.is_empty() && !found.kind.is_empty());
            prop_assert!(wanted.is_none() || matches!(found.what, What::Stop(..)));
        }
    });

    let all = library.nearby(nida, None, Language::LT, usize::MAX).expect("looks");
    assert_eq!(all.len(), by_looking_at_all(&collection, nida, None).len().min(MOST_FOUND));
    library.uninstall(&collection.manifest.id).expect("goes");
    assert_eq!(library.nearby(nida, None, Language::LT, 5).expect("looks"), []);
}

#[test]
fn after_half_a_ride_what_was_passed_is_visited_or_skipped_and_one_stop_is_next() {
    let home = quick_folder();
    let (bundle, collection) = real_bundle(home.path());
    let mut library = Library::open(&home.path().join("phone"), MORNING_MS).expect("opens");
    library.install(&bundle, None, &[], MORNING_MS).expect("installs");
    let route = &collection.routes[1];
    let way = Way::Route { bundle: collection.manifest.id.clone(), route: route.id.clone() };
    let course = Course::of_route(route);
    let ride = Ride::along(&course).with_noise(Metres(6.0)).every(20.0).with_seed(5);
    let fixes: Vec<_> = ride.fixes().into_iter().map(|(fix, _)| with_steady_clock(fix)).collect();
    let settings = Settings::in_language(Language::LT);
    let (mut journey, _) = library.set_out(&way, false, Departure::Continue, settings, None).expect("sets out");
    let states = |library: &Library, journey: &_| -> BTreeMap<StopId, StopState> {
        let passed = library.passed_stops(journey).expect("reads").expect("a route has stops");
        route.stops.iter().map(|stop| (stop.id.clone(), passed.state(&route.id, &stop.id))).collect()
    };
    assert!(states(&library, &journey).values().all(|state| *state == StopState::Ahead));

    let mut next = None;
    for fix in &fixes[..fixes.len() / 2] {
        let advance = library.advance(&mut journey, fix);
        next = advance.step.outcome.expect("is believed").next_stop.or(next);
    }
    let half = states(&library, &journey);
    let nexts: Vec<_> = half.iter().filter(|(_, state)| **state == StopState::Next).map(|(id, _)| id).collect();
    assert_eq!(nexts, [&next.expect("there is one").id]);
    for milestone in library.milestones(None).expect("reads") {
        let stop = StopId::new(&milestone.item);
        match milestone.kind {
            MilestoneKind::Visited | MilestoneKind::Seen => assert_eq!(half[&stop.expect("an id")], StopState::Visited),
            MilestoneKind::Skipped => assert_ne!(half[&stop.expect("an id")], StopState::Ahead),
            MilestoneKind::StageDone | MilestoneKind::RouteDone => {}
        }
    }
    let count =
        |states: &BTreeMap<StopId, StopState>, wanted| states.values().filter(|state| **state == wanted).count();
    assert!(count(&half, StopState::Visited) >= 3 && count(&half, StopState::Ahead) >= 3, "{half:?}");

    // The app is killed and gone on with; nothing looks different.
    drop(journey);
    let (mut journey, _) = library.set_out(&way, false, Departure::Continue, settings, None).expect("goes on");
    assert_eq!(states(&library, &journey), half);
    for fix in &fixes[fixes.len() / 2..] {
        library.advance(&mut journey, fix).kept.expect("is kept");
    }
    let done = states(&library, &journey);
    assert_eq!(count(&done, StopState::Ahead), 0, "{done:?}");

    // The other way round, for the first time: all lies ahead again.
    let (back, _) = library.set_out(&way, true, Departure::Continue, settings, None).expect("sets out");
    assert!(states(&library, &back).values().all(|state| *state == StopState::Ahead));
}

#[test]
fn the_stops_ahead_begin_with_the_next_one_and_come_in_the_order_of_travel() {
    let home = quick_folder();
    let (bundle, collection) = real_bundle(home.path());
    let mut library = Library::open(&home.path().join("phone"), MORNING_MS).expect("opens");
    library.install(&bundle, None, &[], MORNING_MS).expect("installs");
    let route = &collection.routes[1];
    let way = Way::Route { bundle: collection.manifest.id.clone(), route: route.id.clone() };
    let settings = Settings::in_language(Language::DE);
    for reversed in [false, true] {
        let (mut journey, _) = library.set_out(&way, reversed, Departure::Here, settings, None).expect("sets out");
        assert_eq!(journey.stops_ahead(), [], "nobody knows where the traveller is");
        let course = journey.guide().course().clone();
        let mut told = BTreeSet::new();
        for (fix, _) in Ride::along(&course).with_noise(Metres(6.0)).every(60.0).with_seed(5).fixes() {
            let update = library.advance(&mut journey, &with_steady_clock(fix)).step.outcome.expect("is believed");
            // What a lone fix shows is not kept.
            if !update.confirmed {
                continue;
            }
            let ahead = journey.stops_ahead();
            let next = update.next_stop.map(|next| (next.id, next.name, next.ahead));
            assert_eq!(ahead.first().map(|stop| (stop.id.clone(), stop.name.clone(), stop.ahead)), next);
            assert!(
                ahead.is_sorted_by(|near, far| near.ahead <= far.ahead) && ahead.iter().all(|stop| stop.ahead.0 > 0.0)
            );
            let number = |stop: &StopAhead| course.stops().iter().position(|other| other.id == stop.id);
            // One that was reached from the side before its turn is not among them.
            assert!(ahead.is_sorted_by(|near, far| number(near) < number(far)));
            told.insert(ahead.len());
        }
        assert!(told.len() > 5 && told.contains(&0), "{told:?}");
    }
}

#[test]
fn one_who_turns_back_has_the_stops_behind_them_ahead() {
    let route = &real_collection().routes[1];
    let guide = Guide::new(Course::of_route(route), Settings::in_language(Language::EN));
    let (half, end) = (Along(guide.course().line().length() * 0.5), Along(guide.course().line().length() * 0.6));
    let mut state = guide.start();
    for (fix, _) in Ride::along(guide.course()).between(end, half).every(30.0).fixes() {
        state = guide.step(state, &fix).state;
    }
    let ahead: Vec<StopId> = guide.stops_ahead(&state).into_iter().map(|stop| stop.id).collect();
    let mut behind: Vec<StopId> = route.stops.iter().map(|stop| stop.id.clone()).take(ahead.len()).collect();
    behind.reverse();
    assert!(!ahead.is_empty());
    assert_eq!(ahead, behind);
}
