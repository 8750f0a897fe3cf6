//! What a traveller hears on each real route, word for word, in three languages.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use route_guide_core::geometry::Metres;
use route_guide_core::guidance::simulation::Ride;
use route_guide_core::guidance::{Course, Event, Guide, GuideState, Settings};
use route_guide_core::model::{Fix, Language, Route};
use route_guide_tests::real_routes;

fn ride(route: &Route) -> Vec<Fix> {
    let course = Course::of_route(route);
    let ride = Ride::along(&course).with_noise(Metres(12.0)).with_seed(7).every(2.0);
    ride.fixes().into_iter().map(|(fix, _)| fix).collect()
}

/// Follows the ride and writes down each cue; `kept` is what becomes of the state between two fixes.
fn heard(route: &Route, language: Language, kept: impl Fn(&Guide, GuideState) -> GuideState) -> String {
    let guide = Guide::new(Course::of_route(route), Settings::in_language(language));
    let mut state = guide.start();
    let mut heard = String::new();
    for fix in &ride(route) {
        let step = guide.step(kept(&guide, state), fix);
        state = step.state;
        let Ok(update) = step.outcome else { continue };
        for cue in update.cues {
            let _ = writeln!(heard, "{:>6.1} km  {}", update.progress.travelled.0 / 1_000.0, cue.text);
        }
    }
    heard
}

#[test]
fn the_three_routes_are_told_in_three_languages() {
    for route in real_routes() {
        for language in [Language::LT, Language::EN, Language::DE] {
            insta::assert_snapshot!(format!("{}-{language}", route.id), heard(&route, language, |_, state| state));
        }
    }
}

#[test]
fn a_phone_that_dies_after_every_fix_tells_the_same() {
    let route = real_routes().remove(2);
    let revived = |guide: &Guide, state: GuideState| guide.restore(&state.to_bytes()).expect("its own bytes");
    assert_eq!(heard(&route, Language::EN, revived), heard(&route, Language::EN, |_, state| state));
}

/// There and back, on a phone that dies after each fix.
#[test]
fn what_there_is_to_know_of_a_stop_is_told_once_a_journey() {
    for route in real_routes() {
        let course = Course::of_route(&route);
        let guide = Guide::new(course.clone(), Settings::in_language(Language::LT));
        let there = Ride::along(&course).with_noise(Metres(12.0)).with_seed(7).every(4.0);
        let mut fixes: Vec<Fix> = there.clone().fixes().into_iter().map(|(fix, _)| fix).collect();
        let turned_ms = fixes.last().expect("a fix").time_ms + 4_000;
        let back = there.reversed().fixes().into_iter().map(|(fix, _)| fix);
        let starts_ms = fixes[0].time_ms;
        fixes.extend(back.map(|fix| Fix { time_ms: fix.time_ms - starts_ms + turned_ms, ..fix }));
        let (mut state, mut told, mut again) = (guide.start(), BTreeMap::new(), 0);
        for fix in &fixes {
            let step = guide.step(guide.restore(&state.to_bytes()).expect("its own bytes"), fix);
            state = step.state;
            for cue in step.outcome.map(|update| update.cues).unwrap_or_default() {
                let (Event::Arrived { stop, told_before, .. } | Event::InView { stop, told_before, .. }) = cue.event
                else {
                    continue;
                };
                let summary = route.stops[stop].summary.in_language(Language::LT);
                assert_ne!(cue.text.ends_with(summary), told_before, "{}", cue.text);
                *told.entry(stop).or_insert(0) += usize::from(!told_before);
                again += usize::from(told_before);
            }
        }
        assert!(told.values().all(|times| *times == 1), "{}: {told:?}", route.id);
        assert!(told.len() > route.stops.len() / 2 && again >= told.len() / 2, "{}: {again} of {told:?}", route.id);
    }
}
