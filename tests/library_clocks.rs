//! The phone's clock is set, in the middle of a ride: nothing the traveller hears or keeps comes out of order.

use std::fs;
use std::path::PathBuf;

use route_guide_core::geometry::{Along, Metres};
use route_guide_core::gpx::{self, Limits, Profile, RideExport};
use route_guide_core::guidance::simulation::Ride;
use route_guide_core::guidance::{Course, Settings};
use route_guide_core::library::{Departure, KeptFix, Library, Start, State, Tally, Way};
use route_guide_core::model::{Fix, Language, Mode, Route};
use route_guide_tests::{MORNING_MS, quick_folder, real_bundle, with_steady_clock};
use tempfile::TempDir;

const HOUR: i64 = 3_600_000;
const DAY: i64 = 24 * HOUR;

/// What somebody did to the phone's clock: from one fix on it shows so much more or less.
const SETTINGS: [(&str, &[(usize, i64)]); 7] = [
    ("back a day", &[(200, -DAY)]),
    ("forward a year", &[(200, 365 * DAY)]),
    ("back a day and forward a year", &[(150, -DAY), (300, 365 * DAY)]),
    ("an hour on for summer", &[(200, HOUR)]),
    ("an hour back for winter", &[(200, -HOUR)]),
    ("another time zone, and back", &[(100, 2 * HOUR), (150, -3 * HOUR), (400, 0)]),
    ("to the beginning of time", &[(200, -MORNING_MS)]),
];

#[test]
fn whatever_the_clock_shows_the_ride_is_the_same() {
    let home = Home::new();
    let undisturbed = home.ride(&home.fixes());
    assert!(undisturbed.cues.len() > 3, "{:?}", undisturbed.cues);
    for (what, changes) in SETTINGS {
        let ride = home.ride(&set(&home.fixes(), changes));
        assert_eq!(ride.cues, undisturbed.cues, "{what}");
        assert_eq!(ride.milestones, undisturbed.milestones, "{what}");
        assert_eq!(ride.ride_times, undisturbed.ride_times, "{what}");
        assert_eq!(summary(&ride.tally), summary(&undisturbed.tally), "{what}");
        assert_eq!(ride.tally.believed, ride.tally.fixes, "{what}");
        assert_eq!(ride.points, undisturbed.points, "{what}");
    }
}

#[test]
fn without_a_steady_clock_the_order_is_kept() {
    let home = Home::new();
    let without = |fix: &Fix| Fix { monotonic_ms: None, ..*fix };
    let undisturbed = home.ride(&home.fixes());
    for (what, changes) in SETTINGS {
        let fixes: Vec<Fix> = set(&home.fixes(), changes).iter().map(without).collect();
        let ride = home.ride(&fixes);
        ride.is_in_order(what);
        assert_eq!(ride.tally.fixes as usize, fixes.len(), "{what}");
        // The step in which the clock was set took no time by what is known, so its fix may not be believed.
        assert!(ride.tally.believed as usize >= fixes.len() - 20 * changes.len(), "{what}: {:?}", ride.tally);
        let share = ride.tally.distance_m / undisturbed.tally.distance_m;
        assert!((0.9..1.1).contains(&share), "{what}: {share} of the distance");
        assert_eq!(places(&ride), places(&undisturbed), "{what}");
    }
}

#[test]
fn a_phone_that_was_started_anew_goes_on() {
    let home = Home::new();
    let undisturbed = home.ride(&home.fixes());
    let anew = |shift: i64| {
        let mut fixes = home.fixes();
        let steady = fixes[250].monotonic_ms.expect("is known");
        for fix in &mut fixes[250..] {
            fix.monotonic_ms = fix.monotonic_ms.map(|now| now - steady + 20_000);
            fix.time_ms += shift;
        }
        fixes
    };
    for (what, shift) in [("it keeps its time", 0), ("its battery was taken out", -MORNING_MS), ("set back", -DAY)] {
        let ride = home.ride(&anew(shift));
        ride.is_in_order(what);
        assert!(ride.tally.believed as usize >= undisturbed.tally.believed as usize - 20, "{what}: {:?}", ride.tally);
        assert_eq!(places(&ride), places(&undisturbed), "{what}");
        if shift == 0 {
            assert_eq!(ride.ride_times, undisturbed.ride_times);
            assert_eq!(ride.cues, undisturbed.cues);
        }
    }
}

#[test]
fn a_fix_that_was_held_up_turns_no_clock_back() {
    let home = Home::new();
    let mut fixes = home.fixes();
    let (early, late) = (fixes[100], fixes[103]);
    (fixes[100], fixes[103]) = (late, early);
    let ride = home.ride(&fixes);
    ride.is_in_order("one fix came late");
    assert!(ride.tally.believed as usize >= fixes.len() - 3, "{:?}", ride.tally);
}

#[test]
fn clocks_at_the_ends_of_time_do_no_harm() {
    let home = Home::new();
    let mut fixes = home.fixes();
    for (number, (time_ms, steady)) in
        [(i64::MAX, Some(i64::MIN)), (i64::MIN, Some(i64::MAX)), (0, None), (i64::MAX, None), (-1, Some(0))]
            .into_iter()
            .enumerate()
    {
        (fixes[50 + number * 7].time_ms, fixes[50 + number * 7].monotonic_ms) = (time_ms, steady);
    }
    let ride = home.ride(&fixes);
    assert_eq!(ride.tally.fixes as usize, fixes.len());
    ride.is_in_order("the ends of time");
}

#[test]
fn a_recording_that_follows_nothing_keeps_its_order_too() {
    let home = Home::new();
    let recorded = |fixes: &[Fix]| {
        let folder = quick_folder();
        let mut library = Library::open(folder.path(), MORNING_MS).expect("opens");
        let id = library.start_recording(&Start { time_ms: MORNING_MS, ..Start::default() }).expect("starts");
        for fix in fixes {
            library.record(id, fix).expect("is kept");
        }
        let mut times = Vec::new();
        library.each_fix(id, |kept| times.push(kept.ride_ms)).expect("reads");
        (summary(&library.tally(id).expect("reads")), times)
    };
    let undisturbed = recorded(&home.fixes());
    for (what, changes) in SETTINGS {
        assert_eq!(recorded(&set(&home.fixes(), changes)), undisturbed, "{what}");
    }
}

/// A library with the first real route, and a ride on it.
struct Home {
    bundle: PathBuf,
    way: Way,
    route: Route,
    // Holds the bundle.
    #[expect(dead_code)]
    folder: TempDir,
}

/// What a ride left.
struct Ridden {
    cues: Vec<String>,
    milestones: Vec<String>,
    ride_times: Vec<i64>,
    tally: Tally,
    /// Those of the exported file: time and position.
    points: Vec<(Option<i64>, f64, f64)>,
}

impl Home {
    fn new() -> Home {
        let folder = quick_folder();
        let (bundle, collection) = real_bundle(folder.path());
        let route = collection.routes.into_iter().next().expect("a route");
        Home { way: Way::Route { bundle: collection.manifest.id, route: route.id.clone() }, route, bundle, folder }
    }

    /// Ten kilometres in more than five hundred fixes.
    fn fixes(&self) -> Vec<Fix> {
        let course = Course::of_route(&self.route);
        let ride =
            Ride::along(&course).between(Along::START, Along(Metres(12_000.0))).with_noise(Metres(6.0)).every(4.0);
        let fixes: Vec<Fix> = ride.fixes().into_iter().map(|(fix, _)| with_steady_clock(fix)).collect();
        assert!(fixes.len() > 500, "{}", fixes.len());
        fixes
    }

    fn ride(&self, fixes: &[Fix]) -> Ridden {
        let folder = quick_folder();
        let mut library = Library::open(folder.path(), MORNING_MS).expect("opens");
        library.install(&self.bundle, None, &[], MORNING_MS).expect("installs");
        let settings = Settings::in_language(Language::LT);
        let start = Start { time_ms: MORNING_MS, mode: Some(Mode::Car), ..Start::default() };
        let id = library.start_recording(&start).expect("starts");
        let (mut journey, _) =
            library.set_out(&self.way, false, Departure::Continue, settings, Some(id)).expect("sets out");
        let mut cues = Vec::new();
        for fix in fixes {
            let advance = library.advance(&mut journey, fix);
            advance.kept.expect("is kept");
            cues.extend(advance.step.outcome.into_iter().flat_map(|update| update.cues).map(|cue| cue.text));
        }
        library.stop_recording(id, MORNING_MS + DAY).expect("stops");
        assert_eq!(library.recording(id).expect("reads").state, State::Closed);
        let mut ride_times = Vec::new();
        library
            .each_fix(id, |kept: KeptFix| {
                if kept.refused.is_none() {
                    ride_times.push(kept.ride_ms);
                }
            })
            .expect("reads");
        let milestones = library.milestones(None).expect("reads");
        let milestones = milestones.iter().map(|one| format!("{one:?}")).collect();
        let tally = library.tally(id).expect("reads");
        let file = folder.path().join("ride.gpx");
        let how = RideExport { profile: Profile::Garmin, language: Language::LT };
        library.export_recording(id, how, &file).expect("exports");
        let gpx = gpx::read(&*fs::read(&file).expect("reads"), &Limits::phone()).expect("is GPX");
        let points = gpx.tracks.iter().flat_map(|track| &track.segments).flat_map(|segment| segment.iter());
        let points = points.map(|point| (point.time_ms, point.point.lat(), point.point.lon())).collect();
        Ridden { cues, milestones, ride_times, tally, points }
    }
}

impl Ridden {
    fn is_in_order(&self, what: &str) {
        assert!(self.ride_times.is_sorted(), "{what}: the times of the ride go back");
        let times: Vec<i64> = self.points.iter().filter_map(|point| point.0).collect();
        assert!(times.is_sorted(), "{what}: the times of the file go back");
        assert_eq!(times.len(), self.points.len());
    }
}

/// The milestones but for their times and places: those of the same fixes when few of them were not believed.
fn places(ride: &Ridden) -> Vec<&str> {
    ride.milestones.iter().map(|one| one.split(", time_ms").next().expect("a start")).collect()
}

/// What counts of a tally; the rest is where its clocks stand.
fn summary(tally: &Tally) -> (u64, u64, u32, String, i64, i64) {
    let Tally { fixes, believed, segments, distance_m, duration_ms, moving_ms, .. } = tally;
    (*fixes, *believed, *segments, format!("{distance_m} {:?}", tally.climb()), *duration_ms, *moving_ms)
}

/// The fixes as a phone gives them whose clock is set.
fn set(fixes: &[Fix], changes: &[(usize, i64)]) -> Vec<Fix> {
    let shift = |number: usize| changes.iter().rev().find(|(from, _)| *from <= number).map_or(0, |(_, shift)| *shift);
    let shown = |(number, fix): (usize, &Fix)| Fix { time_ms: fix.time_ms + shift(number), ..*fix };
    fixes.iter().enumerate().map(shown).collect()
}
