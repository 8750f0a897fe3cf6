//! Positions as strangers' phones give them: a first fix that is elsewhere, one after a silence, a clock that is wrong,
//! a ring that ends where it begins. Nothing is told, visited or counted on the strength of one fix alone.

use std::fs::File;

use route_guide_core::geometry::{Along, Bearing, Line, Metres, Point};
use route_guide_core::gpx::{self, Limits};
use route_guide_core::guidance::simulation::Ride;
use route_guide_core::guidance::{Course, Event, Guide, Settings};
use route_guide_core::library::{Departure, Library, Start, Tally, Way};
use route_guide_core::model::{Fix, Language, Mode};
use route_guide_tests::{project, quick_folder, real_bundle, real_routes};

fn read(name: &str) -> gpx::Gpx {
    let file = File::open(project(&format!("tests/fixtures/strangers/{name}.gpx"))).expect("opens");
    gpx::read(file, &Limits::phone()).expect("is GPX")
}

fn track(name: &str) -> Course {
    let gpx = read(name);
    let way = gpx::parts(&gpx)[0].way().expect("a line");
    Course::of_line(way.line, Mode::Bike)
}

fn ride(name: &str) -> Vec<Fix> {
    gpx::ride(&read(name)).fixes
}

fn guide(course: Course) -> Guide {
    Guide::new(course, Settings::in_language(Language::EN))
}

/// What came of a ride in guidance.
#[derive(Debug, Default)]
struct Followed {
    refused: Vec<usize>,
    events: Vec<(usize, Event)>,
    /// The farthest that was confirmed.
    reached: Metres,
}

fn follow(guide: &Guide, fixes: &[Fix]) -> Followed {
    let mut state = guide.start();
    let mut followed = Followed::default();
    for (number, fix) in fixes.iter().enumerate() {
        let step = guide.step(state, fix);
        state = guide.restore(&step.state.to_bytes()).expect("a guide's own state");
        match step.outcome {
            Err(_) => followed.refused.push(number),
            Ok(update) => {
                if update.confirmed {
                    followed.reached = followed.reached.max(update.progress.travelled);
                }
                followed.events.extend(update.cues.into_iter().map(|cue| (number, cue.event)));
            }
        }
    }
    followed
}

fn recorded(fixes: &[Fix], mode: Option<Mode>) -> Tally {
    let folder = quick_folder();
    let mut library = Library::open(folder.path(), 0).expect("opens");
    let start = Start { time_ms: fixes[0].time_ms, mode, ..Start::default() };
    let id = library.start_recording(&start).expect("starts");
    for fix in fixes {
        library.record(id, fix).expect("is kept");
    }
    library.stop_recording(id, 0).expect("stops");
    library.tally(id).expect("is there")
}

/// The same fix, so many metres away and said to be that exact.
fn elsewhere(fix: &Fix, metres: f64, accuracy_m: f64) -> Fix {
    let there = Point::new(fix.lat, fix.lon).expect("valid").destination(Bearing::new(190.0), Metres(metres));
    Fix { lat: there.lat(), lon: there.lon(), accuracy_m, ..*fix }
}

#[test]
fn a_first_fix_300_km_off_costs_itself_and_no_more() {
    let (guide, fixes) = (guide(track("first-fix-track")), ride("first-fix-300km-off"));
    let followed = follow(&guide, &fixes);
    assert!(followed.refused.len() <= 3 && followed.refused.iter().all(|number| *number < 4), "{followed:?}");
    assert!(matches!(followed.events[..], [(_, Event::RouteEnded)]), "{followed:?}");
    assert!((followed.reached.0 - guide.course().line().length().0).abs() < 50.0);
    for mode in [None, Some(Mode::Bike), Some(Mode::Walk)] {
        let tally = recorded(&fixes, mode);
        assert_eq!(tally.fixes - tally.believed, 1, "{mode:?}");
        // The sum of the steps of the right ones; the bends are 250 m wide.
        assert!((tally.distance_m / 15_090.0 - 1.0).abs() < 0.02, "{mode:?}: {} m", tally.distance_m);
    }
}

#[test]
fn one_wrong_fix_anywhere_at_any_distance_is_left_out_of_guide_and_recording() {
    let guide = guide(track("first-fix-track"));
    let right = &ride("first-fix-300km-off")[1..];
    let whole = recorded(right, None).distance_m;
    for metres in [2_000.0, 50_000.0, 7_000_000.0] {
        for (wrong, silence_s) in [(0, 0), (1, 0), (700, 0), (700, 90), (700, 1_200)] {
            let mut fixes = right.to_vec();
            fixes[wrong] = elsewhere(&fixes[wrong], metres, 40.0);
            fixes[wrong..].iter_mut().for_each(|fix| fix.time_ms += silence_s * 1000);
            let what = format!("{metres} m off at {wrong} after {silence_s} s");
            let followed = follow(&guide, &fixes);
            assert!(followed.refused.iter().all(|number| (wrong..wrong + 4).contains(number)), "{what}: {followed:?}");
            assert!(matches!(followed.events[..], [(_, Event::RouteEnded)]), "{what}: {followed:?}");
            let tally = recorded(&fixes, None);
            assert_eq!(tally.fixes - tally.believed, 1, "{what}");
            assert!((tally.distance_m / whole - 1.0).abs() < 0.02, "{what}: {} m", tally.distance_m);
        }
    }
}

/// However many wrong fixes agree, nobody travelled to where they are and back, and whoever is far off has not arrived.
#[test]
fn a_jump_is_no_way_and_leads_to_no_end() {
    let guide = guide(track("first-fix-track"));
    let right = &ride("first-fix-300km-off")[1..];
    let whole = recorded(right, None).distance_m;
    for metres in [2_000.0, 50_000.0, 7_000_000.0] {
        for wrong in [0..3, 0..10, 700..703, 700..730] {
            let mut fixes = right.to_vec();
            fixes[wrong.clone()].iter_mut().for_each(|fix| *fix = elsewhere(fix, metres, 12.0));
            let what = format!("{metres} m off at {wrong:?}");
            let tally = recorded(&fixes, None);
            assert!((tally.distance_m / whole - 1.0).abs() < 0.04, "{what}: {} of {whole} m", tally.distance_m);
            let followed = follow(&guide, &fixes);
            let ended = followed.events.iter().filter(|(_, event)| *event == Event::RouteEnded);
            assert!(ended.map(|(at, _)| *at).eq(ended_at(&guide, right)), "{what}: {:?}", followed.events);
        }
    }
}

fn ended_at(guide: &Guide, fixes: &[Fix]) -> Vec<usize> {
    let events = follow(guide, fixes).events.into_iter();
    events.filter(|(_, event)| *event == Event::RouteEnded).map(|(at, _)| at).collect()
}

/// A wrong first fix within the route's own country visits no stop and ends no stage.
#[test]
fn nothing_is_visited_or_passed_on_the_strength_of_one_fix() {
    let folder = quick_folder();
    let (bundle, collection) = real_bundle(folder.path());
    for route in &collection.routes {
        let course = Course::of_route(route);
        let ride = Ride::along(&course).between(Along(Metres(3_000.0)), Along(Metres(5_000.0))).with_noise(Metres(6.0));
        let right: Vec<Fix> = ride.fixes().into_iter().map(|(fix, _)| fix).collect();
        let way = Way::Route { bundle: collection.manifest.id.clone(), route: route.id.clone() };
        let reached = |fixes: &[Fix]| {
            let home = quick_folder();
            let mut library = Library::open(home.path(), 0).expect("opens");
            library.install(&bundle, None, &[], 0).expect("installs");
            let settings = Settings::in_language(Language::EN);
            let (mut journey, _) = library.set_out(&way, false, Departure::Here, settings, None).expect("sets out");
            for fix in fixes {
                library.advance(&mut journey, fix).kept.expect("is kept");
            }
            let milestones = library.milestones(None).expect("reads");
            milestones.into_iter().map(|reached| (reached.kind, reached.item)).collect::<Vec<_>>()
        };
        let undisturbed = reached(&right);
        for stop in &route.stops {
            let at = |fix: &Fix| Fix { lat: stop.position.lat(), lon: stop.position.lon(), accuracy_m: 30.0, ..*fix };
            let mut fixes = right.clone();
            fixes.insert(0, Fix { time_ms: fixes[0].time_ms - 1_000, ..at(&fixes[0]) });
            // One who really begins near the stop visits it.
            if stop.position.distance(Point::new(right[0].lat, right[0].lon).expect("valid")) > Metres(3_000.0) {
                assert_eq!(reached(&fixes), undisturbed, "{}: at first at {}", route.id, stop.id);
            }
        }
    }
}

#[test]
fn a_clock_an_hour_ahead_costs_its_own_fix() {
    for route in real_routes() {
        let course = Course::of_route(&route);
        let ride = Ride::along(&course).between(Along::START, Along(Metres(6_000.0))).with_noise(Metres(8.0));
        let right: Vec<Fix> = ride.fixes().into_iter().map(|(fix, _)| fix).collect();
        let guide = guide(course);
        let undisturbed = follow(&guide, &right);
        for (wrong, hours) in [(0, 1), (0, 87_600), (300, 1), (300, -1)] {
            let mut fixes = right.clone();
            fixes[wrong].time_ms += hours * 3_600_000;
            let followed = follow(&guide, &fixes);
            assert!(followed.refused.len() <= 3, "{}, {hours} h at {wrong}: {:?}", route.id, followed.refused);
            assert!((followed.reached - undisturbed.reached).abs() < Metres(20.0), "{}", route.id);
            assert_eq!(kinds(&followed), kinds(&undisturbed), "{}, {hours} h at {wrong}", route.id);
        }
    }
}

fn kinds(followed: &Followed) -> Vec<String> {
    let kind = |event: &Event| match event {
        Event::StopAhead { stop, .. } => format!("ahead {stop}"),
        Event::Arrived { stop, .. } => format!("arrived {stop}"),
        other => format!("{:?}", std::mem::discriminant(other)),
    };
    followed.events.iter().map(|(_, event)| kind(event)).collect()
}

/// A ring of that many metres round whose ends are so far apart.
fn ring(round: f64, apart: f64) -> Course {
    let middle = Point::new(55.7, 21.2).expect("valid");
    let (radius, whole) = (round / std::f64::consts::TAU, 360.0 * (1.0 - apart / round));
    let at = |step: u32| middle.destination(Bearing::new(whole * f64::from(step) / 200.0), Metres(radius));
    Course::of_line(Line::new((0..=200).map(at).collect()).expect("a line"), Mode::Bike)
}

/// One who rides straight from one place to another, without either.
fn across(from: &Fix, to: &Fix) -> Vec<Fix> {
    let at = |fix: &Fix| Point::new(fix.lat, fix.lon).expect("valid");
    let (metres, bearing) = (at(from).distance(at(to)).0, at(from).bearing(at(to)));
    let seconds = (metres / 5.0) as i64;
    let there = |second: i64| at(from).destination(bearing, Metres(5.0 * second as f64));
    let fix = |second: i64| Fix {
        lat: there(second).lat(),
        lon: there(second).lon(),
        time_ms: from.time_ms + second * 1_000,
        ..*from
    };
    (1..seconds).map(fix).collect()
}

/// One who waits at a place of the ring, then rides round from there, past where it begins and to where it ends.
fn round(course: &Course, from: f64, waiting: i64) -> Vec<Fix> {
    let length = course.line().length().0;
    let pieces = [(length - from, length), (0.0, length)];
    let mut fixes: Vec<Fix> = Vec::new();
    for (from, to) in pieces.into_iter().filter(|(from, to)| from < to) {
        let ride = Ride::along(course).between(Along(Metres(from)), Along(Metres(to))).with_noise(Metres(4.0));
        let later = fixes.last().map_or(0, |last: &Fix| last.time_ms + 1_000);
        let begun = ride.fixes();
        if let Some(last) = fixes.last().copied() {
            fixes.extend(across(&last, &begun[0].0));
        }
        let later = fixes.last().map_or(later, |last| last.time_ms + 1_000);
        let shift = if fixes.is_empty() { 0 } else { later - begun[0].0.time_ms };
        fixes.extend(begun.into_iter().map(|(fix, _)| Fix { time_ms: fix.time_ms + shift, ..fix }));
    }
    let first = fixes[0];
    let still = (0..waiting).map(|second| Fix {
        time_ms: first.time_ms - (waiting - second) * 1_000,
        lat: first.lat + f64::from(u8::try_from(second % 3).unwrap_or(0)) * 1e-5,
        speed_mps: Some(0.0),
        course_deg: None,
        ..first
    });
    still.chain(fixes.iter().copied()).collect()
}

#[test]
fn a_ring_is_done_once_after_the_round() {
    let rings =
        [(6_900.0, 8.0), (6_900.0, 0.5), (2_500.0, 30.0), (40_000.0, 100.0), (6_300.0, 150.0), (6_300.0, 200.0)];
    for (length, apart) in rings {
        let course = ring(length, apart);
        for (from, waiting) in [(0.0, 0), (0.0, 30), (0.0, 600), (100.0, 0), (250.0, 0), (250.0, 60), (500.0, 10)] {
            let fixes = round(&course, from, waiting);
            let guide = guide(course.clone());
            let followed = follow(&guide, &fixes);
            let ended: Vec<usize> =
                followed.events.iter().filter(|(_, event)| *event == Event::RouteEnded).map(|(at, _)| *at).collect();
            let what = format!("{length} m round, {apart} m apart, begun {from} m before the end after {waiting} s");
            assert_eq!(ended.len(), 1, "{what}: {followed:?}");
            assert!(ended[0] > fixes.len() * 9 / 10, "{what}: told at {} of {}", ended[0], fixes.len());
        }
    }
}

/// Whoever comes into a ring on its way goes to its end, and may go round once more.
#[test]
fn a_ring_that_is_joined_on_the_way_is_done_at_its_end() {
    for (length, apart) in [(6_300.0, 0.5), (6_300.0, 150.0), (40_000.0, 8.0)] {
        let course = ring(length, apart);
        for before in [1_200.0, 1_700.0, 3_100.0] {
            let fixes = round(&course, before, 30);
            let ended = |fixes: &[Fix]| {
                let followed = follow(&guide(course.clone()), fixes);
                followed.events.iter().filter(|(_, event)| *event == Event::RouteEnded).count()
            };
            let end = course.line().end();
            let ride = Ride::along(&course).between(Along(end.0 - Metres(before)), end).with_noise(Metres(4.0));
            let to_the_end: Vec<Fix> = ride.fixes().into_iter().map(|(fix, _)| fix).collect();
            assert_eq!(ended(&to_the_end), 1, "{length} m round, {apart} m apart, from {before} m before the end");
            assert_eq!(ended(&fixes), 2, "{length} m round, {apart} m apart, from {before} m before the end and round");
        }
    }
}

#[test]
fn the_stranger_s_ring_is_done_once_after_the_round() {
    let guide = guide(track("ring-ends-8-m-apart"));
    let fixes = ride("ring-ride-begun-before-the-end");
    let ended: Vec<usize> = follow(&guide, &fixes)
        .events
        .into_iter()
        .filter(|(_, event)| *event == Event::RouteEnded)
        .map(|(at, _)| at)
        .collect();
    assert!(ended.len() == 1 && ended[0] > fixes.len() / 2, "{ended:?} of {}", fixes.len());
}

/// Far from the line, and beside short ones, a guide goes on from what it saved.
#[test]
fn a_guide_s_own_state_is_never_refused() {
    let mut courses: Vec<Course> = real_routes().iter().map(Course::of_route).collect();
    let short = |metres: f64| {
        let from = Point::new(55.7, 21.2).expect("valid");
        Line::new(vec![from, from.destination(Bearing::new(40.0), Metres(metres))]).expect("a line")
    };
    courses.extend([1.0, 56.0, 900.0].map(|metres| Course::of_line(short(metres), Mode::Walk)));
    for course in courses {
        let guide = guide(course);
        for (lat, lon) in [(40.71, -74.0), (-55.7, -158.8), (55.705, 21.206), (55.7056, 21.21), (89.7, 0.0)] {
            let at = |second: i64| Fix {
                speed_mps: Some(3.0),
                course_deg: Some(17.0),
                ..Fix::of_position(second * 1_000, lat + second as f64 * 2e-5, lon, 12.0)
            };
            let fixes: Vec<Fix> = (0..40).chain([400, 401, 402, 9_000, 9_001, 9_002]).map(at).collect();
            assert_eq!(follow(&guide, &fixes).refused, [0; 0]);
        }
    }
}
