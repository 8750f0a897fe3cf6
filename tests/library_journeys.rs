//! A journey is dropped and set out on again at any moment, and nobody hears a difference.

use route_guide_core::geometry::Metres;
use route_guide_core::guidance::simulation::Ride;
use route_guide_core::guidance::{Course, Settings};
use route_guide_core::library::{Departure, Library, Milestone, Resumption, Start, Way};
use route_guide_core::model::{Fix, Language, Mode};
use route_guide_tests::{Dice, MORNING_MS, full, quick_folder, real_bundle, with_steady_clock};

#[test]
fn a_journey_dropped_at_any_moment_goes_on_as_if_it_had_not_been() {
    let desk = quick_folder();
    let (bundle, collection) = real_bundle(desk.path());
    let mut dice = Dice::seeded(0x9E37_79B9_7F4A_7C15);
    assert_eq!(collection.routes.len(), 3);
    for route in &collection.routes {
        let way = Way::Route { bundle: collection.manifest.id.clone(), route: route.id.clone() };
        let course = Course::of_route(route);
        let every = if full() { 5.0 } else { 20.0 };
        let ride = Ride::along(&course).with_noise(Metres(8.0)).every(every).with_seed(3);
        let fixes: Vec<Fix> = ride.fixes().into_iter().map(|(fix, _)| with_steady_clock(fix)).collect();
        let travel = |mut is_dropped: Box<dyn FnMut() -> bool + '_>| {
            let home = quick_folder();
            let mut library = Library::open(home.path(), MORNING_MS).expect("opens");
            library.install(&bundle, None, &[], MORNING_MS).expect("installs");
            let start = Start { time_ms: MORNING_MS, mode: Some(Mode::Car), ..Start::default() };
            let id = library.start_recording(&start).expect("starts");
            let settings = Settings::in_language(Language::DE);
            let (mut journey, resumption) =
                library.set_out(&way, false, Departure::Continue, settings, Some(id)).expect("sets out");
            assert_eq!(resumption, Resumption::Anew);
            let (mut heard, mut dropped) = (Vec::new(), 0);
            for fix in &fixes {
                let advance = library.advance(&mut journey, fix);
                advance.kept.expect("is kept");
                if let Ok(update) = advance.step.outcome {
                    heard.extend(update.cues.into_iter().map(|cue| (cue.text, cue.spoken)));
                }
                if is_dropped() {
                    dropped += 1;
                    if dropped % 2 == 0 {
                        drop(library);
                        library = Library::open(home.path(), MORNING_MS).expect("opens");
                    }
                    let open = library.open_recording().expect("reads").map(|open| open.id);
                    let resumption;
                    (journey, resumption) =
                        library.set_out(&way, false, Departure::Continue, settings, open).expect("sets out");
                    assert_eq!(resumption, Resumption::Exactly);
                }
            }
            let milestones: Vec<Milestone> = library.milestones(None).expect("reads");
            (heard, milestones, library.tally(id).expect("reads"), dropped)
        };
        let undisturbed = travel(Box::new(|| false));
        let disturbed = travel(Box::new(|| dice.below(60) == 0));
        assert!(disturbed.3 > 5, "dropped {} times", disturbed.3);
        assert!(undisturbed.0.len() > 10 && undisturbed.1.len() > 5);
        assert_eq!(disturbed.0, undisturbed.0, "{}", route.id);
        assert_eq!(disturbed.1, undisturbed.1, "{}", route.id);
        assert_eq!(disturbed.2.fixes, undisturbed.2.fixes);
        assert_eq!(disturbed.2.distance_m, undisturbed.2.distance_m);
    }
}
