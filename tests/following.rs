//! How well rides are followed: two hundred simulated ones on each route, and three that were recorded.
//!
//! By default a dozen shorter rides a route; all of them, from end to end, with `ROUTE_GUIDE_FULL=1` (in release).

use std::fmt::Write as _;

use route_guide_core::geometry::{Along, Line, Metres, Point, Simplification};
use route_guide_core::gpx::{self, Limits};
use route_guide_core::guidance::simulation::{Ride, Truth};
use route_guide_core::guidance::{Course, Event, Guide, Settings, Update};
use route_guide_core::model::{Fix, Language, Mode, Origin, Route};
use route_guide_tests::{real_routes, shared};

/// From this confidence on the guide claims to know where the traveller is.
const LOCKED: f64 = 0.9;
/// Rides recorded with a phone; the truth about them is not known.
const RECORDED: [&str; 3] = ["2018-05-08-klaipeda-nida", "2018-05-22-klaipeda-palanga", "2018-05-23-sventoji-nica"];

fn full() -> bool {
    std::env::var_os("ROUTE_GUIDE_FULL").is_some()
}

fn guide(course: Course) -> Guide {
    Guide::new(course, Settings::in_language(Language::EN))
}

/// What a ride was like and how it was followed.
#[derive(Debug, Default, Clone)]
struct Figures {
    rides: usize,
    fixes: usize,
    refused: usize,
    locked: usize,
    right: usize,
    /// Right but for the passage: the line runs here twice, and the guide took the other time.
    other_passage: usize,
    false_alarms: usize,
    detours: usize,
    detours_told: usize,
    stop_passes: usize,
    told_once: usize,
    told_twice: usize,
    told_wrongly: usize,
}

impl Figures {
    fn add(&mut self, other: &Figures) {
        self.rides += 1;
        self.fixes += other.fixes;
        self.refused += other.refused;
        self.locked += other.locked;
        self.right += other.right;
        self.other_passage += other.other_passage;
        self.false_alarms += other.false_alarms;
        self.detours += other.detours;
        self.detours_told += other.detours_told;
        self.stop_passes += other.stop_passes;
        self.told_once += other.told_once;
        self.told_twice += other.told_twice;
        self.told_wrongly += other.told_wrongly;
    }

    fn share_right(&self) -> f64 {
        100.0 * self.right as f64 / self.locked.max(1) as f64
    }
}

/// A ride by its number: every number another mixture of noise, direction, gaps, pauses and detours.
fn ride(course: &Course, number: u64) -> (Ride<'_>, Metres) {
    let share = |salt: u64| {
        let mixed = (number * 31 + salt).wrapping_mul(0x9e37_79b9_7f4a_7c15);
        ((mixed ^ (mixed >> 29)).wrapping_mul(0xbf58_476d_1ce4_e5b9) >> 40) as f64 / (1 << 24) as f64
    };
    let length = course.line().length();
    let noise = Metres(5.0 + 25.0 * share(1));
    let reach = if full() { length } else { length.min(Metres(12_000.0)) };
    let from = match number % 4 {
        _ if full() && number % 4 != 3 => Metres::ZERO,
        0 => Metres::ZERO,
        _ => (length - reach) * share(2) + reach * if full() { 0.6 * share(2) } else { 0.0 },
    };
    let to = (from + reach).min(length);
    let place = |share: f64| Along(from + (to - from) * share);
    let every = [1.0, 1.0, 2.0, 5.0][(number / 3 % 4) as usize];
    let mut ride = Ride::along(course).between(Along(from), Along(to)).with_noise(noise).with_seed(number).every(every);
    if number % 5 == 2 {
        ride = ride.reversed();
    }
    if number % 3 == 1 {
        ride = ride.without_motion();
    }
    if number % 6 >= 3 {
        ride = ride.with_gap(place(0.1 + 0.3 * share(3)), 60.0 + 540.0 * share(4));
    }
    if number % 4 >= 2 {
        ride = ride.pausing(place(0.2 + 0.6 * share(5)), 120.0 + 1_200.0 * share(6));
    }
    if number % 7 >= 4 {
        ride = ride.with_detour(place(0.5 + 0.35 * share(7)), Metres(900.0), Metres(170.0 + 400.0 * share(8)));
    }
    (ride, noise)
}

fn follow(guide: &Guide, fixes: &[(Fix, Truth)]) -> Vec<Option<Update>> {
    let mut state = guide.start();
    let step = |(fix, _): &(Fix, Truth)| {
        let step = guide.step(std::mem::replace(&mut state, guide.start()), fix);
        state = step.state;
        step.outcome.ok()
    };
    fixes.iter().map(step).collect()
}

fn judge(guide: &Guide, number: u64) -> Figures {
    let course = guide.course();
    let (ride, noise) = ride(course, number);
    let fixes = ride.fixes();
    let updates = follow(guide, &fixes);
    let mut figures = Figures { fixes: fixes.len(), ..Figures::default() };
    figures.refused = updates.iter().filter(|update| update.is_none()).count();
    for ((_, truth), update) in fixes.iter().zip(&updates) {
        let Some(update) = update else { continue };
        if update.matched.confidence < LOCKED || truth.off_line > Metres(30.0) {
            continue;
        }
        figures.locked += 1;
        let off = (update.matched.along - truth.along).abs();
        if off <= Metres(50.0) {
            figures.right += 1;
        } else if update.matched.point.distance(truth.position) <= Metres(60.0) {
            figures.other_passage += 1;
        }
    }
    judge_alarms(course, &fixes, &updates, noise, &mut figures);
    judge_stops(course, &fixes, &updates, noise, &mut figures);
    figures
}

fn judge_alarms(
    course: &Course,
    fixes: &[(Fix, Truth)],
    updates: &[Option<Update>],
    noise: Metres,
    figures: &mut Figures,
) {
    let off_at = |at: usize| fixes[at].1.off_line;
    let alarms: Vec<usize> = (0..fixes.len())
        .filter(|&at| {
            let cues = updates[at].iter().flat_map(|update| &update.cues);
            cues.into_iter().any(|cue| matches!(cue.event, Event::OffRoute(_) | Event::RouteIsThere(_)))
        })
        .collect();
    for &at in &alarms {
        let recently = fixes[..=at].iter().rev().take_while(|(fix, _)| fixes[at].0.time_ms - fix.time_ms <= 30_000);
        let farthest = recently.map(|(_, truth)| truth.off_line).fold(Metres::ZERO, Metres::max);
        if farthest < Metres(50.0) {
            figures.false_alarms += 1;
        }
    }
    let mut at = 0;
    while at < fixes.len() {
        if off_at(at) <= Metres(150.0) {
            at += 1;
            continue;
        }
        let end = (at..fixes.len()).find(|&later| off_at(later) < Metres(50.0)).unwrap_or(fixes.len());
        let leg = &course.legs()[fixes[at].1.leg];
        let within = leg.origin == Origin::Indicative || leg.accuracy.0 + 2.0 * noise.0 + 10.0 > 150.0;
        let due = fixes[at].0.time_ms + 30_000;
        let lasts = fixes[end - 1].0.time_ms > due;
        if !within && lasts {
            figures.detours += 1;
            let begun = (0..at).rev().find(|&earlier| off_at(earlier) < Metres(50.0)).unwrap_or(0);
            let told = alarms.iter().any(|&alarm| alarm >= begun && fixes[alarm].0.time_ms <= due && alarm < end);
            figures.detours_told += usize::from(told);
        }
        at = end;
    }
}

fn judge_stops(
    course: &Course,
    fixes: &[(Fix, Truth)],
    updates: &[Option<Update>],
    noise: Metres,
    figures: &mut Figures,
) {
    for (number, stop) in course.stops().iter().enumerate() {
        let distances: Vec<f64> = fixes.iter().map(|(_, truth)| truth.position.distance(stop.position).0).collect();
        let arrivals: Vec<usize> = (0..fixes.len())
            .filter(|&at| {
                let cues = updates[at].iter().flat_map(|update| &update.cues);
                cues.into_iter().any(|cue| matches!(cue.event, Event::Arrived { stop, .. } if stop == number))
            })
            .collect();
        figures.told_wrongly +=
            arrivals.iter().filter(|&&at| distances[at] > stop.radius.0 + 3.0 * noise.0 + 40.0).count();
        let left = stop.radius.0 + (stop.radius.0 / 2.0).max(75.0) + 2.0 * noise.0;
        let mut at = 0;
        while at < fixes.len() {
            if distances[at] > stop.radius.0 {
                at += 1;
                continue;
            }
            let end = (at..fixes.len()).find(|&later| distances[later] > left).unwrap_or(fixes.len());
            let nearest = distances[at..end].iter().copied().fold(f64::INFINITY, f64::min);
            let seen = fixes[at..fixes.len().min(end + 1)]
                .windows(2)
                .all(|pair| pair[1].0.time_ms - pair[0].0.time_ms < 15_000);
            let whole = at > 0 && end < fixes.len();
            if nearest <= stop.radius.0 - 2.0 * noise.0 && seen && whole {
                figures.stop_passes += 1;
                let start = at.saturating_sub(60);
                let told = arrivals.iter().filter(|&&arrival| (start..end).contains(&arrival)).count();
                figures.told_once += usize::from(told == 1);
                figures.told_twice += usize::from(told > 1);
            }
            at = end;
        }
    }
}

fn table(rows: &[(String, Figures)]) -> String {
    let mut table = String::from(
        "| route | rides | fixes | refused | locked | right within 50 m | on the other passage | false alarms | detours told in 30 s | stops told once a pass | twice | wrongly |\n|---|---|---|---|---|---|---|---|---|---|---|---|\n",
    );
    for (route, row) in rows {
        let _ = writeln!(
            table,
            "| {route} | {} | {} | {} | {:.1} % | {:.2} % | {:.2} % | {} | {} of {} | {} of {} | {} | {} |",
            row.rides,
            row.fixes,
            row.refused,
            100.0 * row.locked as f64 / row.fixes.max(1) as f64,
            row.share_right(),
            100.0 * row.other_passage as f64 / row.locked.max(1) as f64,
            row.false_alarms,
            row.detours_told,
            row.detours,
            row.told_once,
            row.stop_passes,
            row.told_twice,
            row.told_wrongly,
        );
    }
    table
}

fn rides_on(course: Course) -> Figures {
    let guide = guide(course);
    let mut figures = Figures::default();
    for number in 0..if full() { 200 } else { 12 } {
        figures.add(&judge(&guide, number));
    }
    figures
}

#[test]
fn simulated_rides_are_followed() {
    let routes = real_routes();
    let mut rows: Vec<(String, Figures)> =
        routes.iter().map(|route| (route.id.to_string(), rides_on(Course::of_route(route)))).collect();
    // The routes' lines are too coarse to tell a detour of 150 m by; as tracks, known to 15 m, they are not.
    rows.extend(routes.iter().map(|route| {
        let track = Course::of_line(route.line.clone(), Mode::Bike);
        (format!("{}, as a track", route.id), rides_on(track))
    }));
    println!("{}", table(&rows));
    for (route, row) in &rows {
        assert!(row.share_right() >= 99.0, "{route}: {:.2} %", row.share_right());
        assert_eq!(row.false_alarms, 0, "{route}");
        // The aim is every one; following.md tells which were missed.
        assert!(row.detours - row.detours_told <= row.detours / 80, "{route}: {} of {}", row.detours_told, row.detours);
        assert!(row.stop_passes - row.told_once <= row.stop_passes / 1_000, "{route}: {}", row.told_once);
        // Of what was never met all figures are right.
        assert!(10 * row.locked >= 9 * row.fixes, "{route}: {} of {} locked", row.locked, row.fixes);
    }
    let (on_routes, on_tracks) = rows.split_at(routes.len());
    for (route, row) in on_routes {
        assert!(4 * row.stop_passes >= 3 * row.rides, "{route}: {} stops in {} rides", row.stop_passes, row.rides);
    }
    for (track, row) in on_tracks {
        assert!(4 * row.detours >= row.rides, "{track}: {} detours in {} rides", row.detours, row.rides);
    }
}

/// The fixes of a recorded ride.
fn recorded(name: &str) -> Option<Vec<Fix>> {
    let file = std::fs::File::open(shared(&format!("geodata/traces/{name}.gpx"))?).expect("opens");
    let gpx = gpx::read(file, &Limits::default()).expect("a GPX file");
    Some(gpx::ride(&gpx).fixes)
}

/// The ride's own line, with no vertex kept that lies within `tolerance` of it.
fn line_of(fixes: &[Fix], tolerance: Metres) -> Line {
    let points: Vec<Point> = fixes.iter().map(|fix| Point::new(fix.lat, fix.lon).expect("on earth")).collect();
    let line = Line::new(points.clone()).expect("a line");
    let kept = Simplification::new(line.ecef(), &[]).within(tolerance);
    Line::new(kept.into_iter().map(|vertex| points[vertex]).collect()).expect("a line")
}

#[test]
fn recorded_rides_are_followed_along_their_own_lines() {
    println!(
        "| ride | line kept within | fixes | refused | locked | forward steps | alarms | reached |\n|---|---|---|---|---|---|---|---|"
    );
    for (name, tolerance) in RECORDED.into_iter().flat_map(|name| [(name, 5.0), (name, 20.0)]) {
        let Some(fixes) = recorded(name) else { return };
        let guide = guide(Course::of_line(line_of(&fixes, Metres(tolerance)), Mode::Bike));
        let mut state = guide.start();
        let (mut refused, mut locked, mut forward, mut alarms, mut reached) = (0, 0, 0, 0, Along::START);
        for fix in &fixes {
            let step = guide.step(state, fix);
            state = step.state;
            let Ok(update) = step.outcome else {
                refused += 1;
                continue;
            };
            locked += usize::from(update.matched.confidence >= LOCKED);
            forward += usize::from(update.matched.along + Metres(30.0) >= reached);
            alarms += update.cues.iter().filter(|cue| matches!(cue.event, Event::OffRoute(_))).count();
            reached = update.matched.along;
        }
        let share = 100.0 * reached.metres() / guide.course().line().length().0;
        let of = |part: usize| 100.0 * part as f64 / fixes.len() as f64;
        println!(
            "| {name} | {tolerance} m | {} | {refused} | {:.1} % | {:.1} % | {alarms} | {share:.1} % |",
            fixes.len(),
            of(locked),
            of(forward)
        );
        assert_eq!((refused, alarms), (0, 0), "{name}");
        assert!(share > 99.0 && of(locked) > 90.0, "{name}");
    }
}

/// The stops a recorded ride is told of while it is followed on a real route, and how often it is told to be off it.
fn heard(name: &str, route: &Route) -> Option<(Vec<String>, usize)> {
    let guide = guide(Course::of_route(route));
    let (mut stops, mut alarms) = (Vec::new(), 0);
    let mut state = guide.start();
    for fix in &recorded(name)? {
        let step = guide.step(state, fix);
        state = step.state;
        for cue in step.outcome.expect("believed").cues {
            match cue.event {
                Event::Arrived { stop, .. } | Event::InView { stop, .. } => {
                    stops.push(route.stops[stop].id.to_string())
                }
                Event::OffRoute(_) => alarms += 1,
                _ => {}
            }
        }
    }
    Some((stops, alarms))
}

/// Both riders went the route's way backwards; neither ever was farther from it than its legs admit.
#[test]
fn recorded_rides_hear_the_stops_of_the_real_route_and_no_alarm() {
    let routes = real_routes();
    let Some(spit) = heard(RECORDED[0], &routes[0]) else { return };
    assert_eq!(spit, (vec!["raganu-kalnas".into(), "kormoranu-kolonija".into()], 0));
    let Some(coast) = heard(RECORDED[1], &routes[0]) else { return };
    assert_eq!(coast, (vec!["karkle".into()], 0));
}
