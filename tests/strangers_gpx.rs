//! GPX files as strangers have them (`fixtures/strangers`, made after public reports about other programs): what is read
//! of each, what it is called, how long it is, and what one hears who follows it.
use std::fs;
use std::path::Path;

use route_guide_core::geometry::{Along, Metres};
use route_guide_core::gpx::{Gpx, Limits, Part, joined, marked_places, parts, read, ride, whole, write};
use route_guide_core::guidance::simulation::Ride;
use route_guide_core::guidance::{Course, Guide, Settings, Waypoint};
use route_guide_core::model::{Fix, Language, Mode, Origin};

fn bytes(name: &str) -> Vec<u8> {
    let folder = Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/fixtures/strangers"));
    fs::read(folder.join(format!("{name}.gpx"))).expect("a fixture")
}

fn gpx(name: &str) -> Gpx {
    read(&bytes(name)[..], &Limits::phone()).expect("readable")
}

fn kilometres(length: Metres) -> String {
    format!("{:.1}", length.0 / 1_000.0)
}

/// The kilometres of each part.
fn lengths(gpx: &Gpx) -> Vec<String> {
    parts(gpx).iter().map(|part| kilometres(part.length())).collect()
}

fn names(gpx: &Gpx) -> Vec<String> {
    parts(gpx).iter().map(|part| part.name().unwrap_or_default().to_owned()).collect()
}

fn warnings(gpx: &Gpx) -> Vec<String> {
    gpx.warnings.first().iter().map(ToString::to_string).collect()
}

fn course(gpx: &Gpx, part: &Part<'_>) -> Course {
    let way = part.way().expect("a line");
    let places = marked_places(gpx, part).into_iter();
    let waypoints: Vec<Waypoint> =
        places.map(|place| Waypoint { name: place.name, words: place.words, position: place.point }).collect();
    Course::of_track(part.name().unwrap_or_default(), way.line, &way.gaps, Mode::Bike, &waypoints)
}

/// What one hears, and how many fixes were refused.
fn heard(course: Course, fixes: &[Fix]) -> (Vec<String>, usize) {
    let guide = Guide::new(course, Settings::in_language(Language::EN));
    let (mut state, mut heard, mut refused) = (guide.start(), Vec::new(), 0);
    for fix in fixes {
        let step = guide.step(state, fix);
        state = step.state;
        match step.outcome {
            Ok(update) => heard.extend(update.cues.into_iter().map(|cue| cue.text)),
            Err(_) => refused += 1,
        }
    }
    (heard, refused)
}

const END: &str = "You have reached the end of the route.";

#[test]
fn a_bad_point_costs_the_point() {
    let point = gpx("one-point-without-place");
    assert_eq!((lengths(&point), point.warnings.count()), (vec!["5.9".to_owned()], 1));
    let waypoint = gpx("waypoint-without-place");
    assert_eq!((lengths(&waypoint), waypoint.waypoints.len()), (vec!["5.9".to_owned()], 0));
    assert_eq!(
        warnings(&waypoint),
        ["3:6: lat=\"\" is no latitude; write a number of degrees from −90 to 90; the point was left out"]
    );
}

#[test]
fn a_file_cut_off_gives_its_whole_points_and_says_where_it_ends() {
    for (name, points, open) in [("cut-off-in-a-point", 331, "inside <t"), ("cut-off-after-a-point", 331, "<trkseg>")] {
        let gpx = gpx(name);
        assert_eq!(gpx.track_points(), points, "{name}");
        let told = warnings(&gpx);
        assert!(
            told.len() == 1
                && told[0].contains("the file ends here")
                && told[0].contains(&format!("{points} track points")),
            "{told:?}"
        );
        assert!(told[0].contains(open), "{told:?}");
    }
}

#[test]
fn cut_off_anywhere_a_file_gives_every_point_that_is_whole() {
    let whole = bytes("two-pieces-timed");
    for end in (400..whole.len()).step_by(37) {
        let text = String::from_utf8_lossy(&whole[..end]);
        let gpx = read(&whole[..end], &Limits::phone()).expect("readable");
        assert_eq!(gpx.track_points(), text.matches("</trkpt>").count(), "{end}");
        assert!(gpx.warnings.count() == 1 || text.trim_end().ends_with("</gpx>"), "{end}");
    }
}

#[test]
fn prefixes_other_than_the_first_element_s_are_resolved() {
    assert_eq!(gpx("prefixed-below-the-root").track_points(), 11);
    assert_eq!(names(&gpx("prefixed-below-the-root")), ["pėsčiomis"]);
}

#[test]
fn times_and_heights_are_read_in_the_writer_s_script() {
    let persian = gpx("times-persian");
    let recorded = ride(&persian);
    assert_eq!((recorded.fixes.len(), recorded.untimed, persian.warnings.count()), (persian.track_points(), 0, 0));
    let comma = gpx("heights-with-comma");
    assert_eq!(comma.tracks[0].segments[0].iter().next().and_then(|point| point.elevation), Some(60.327));
    assert_eq!(comma.warnings.count(), 0);
}

#[test]
fn impossible_heights_are_unknown_ones_and_told() {
    for name in ["heights-minus-32768", "heights-1e300"] {
        let gpx = gpx(name);
        let points = || gpx.tracks.iter().flat_map(|track| &track.segments).flat_map(|segment| segment.iter());
        assert!(points().all(|point| point.elevation.is_none_or(|metres| (-500.0..=9_000.0).contains(&metres))));
        let unknown = points().filter(|point| point.elevation.is_none()).count() as u64;
        assert!(unknown > 0 && gpx.warnings.count() == unknown, "{name}");
    }
}

#[test]
fn no_way_leads_over_null_island() {
    for name in ["null-island", "null-island-untimed"] {
        let gpx = gpx(name);
        assert_eq!(lengths(&gpx), ["5.9"], "{name}");
        assert!(warnings(&gpx).iter().all(|told| told.contains("the point at 0°, 0°")), "{name}");
        assert!(gpx.warnings.count() > 0, "{name}");
    }
}

#[test]
fn accuracy_is_read_as_each_program_writes_it() {
    for (name, metres) in [("accuracy-locus-45-m", 45.0), ("accuracy-opentracks-4-m", 4.0)] {
        let fixes = ride(&gpx(name)).fixes;
        assert!(!fixes.is_empty() && fixes.iter().all(|fix| fix.accuracy_m == metres), "{name}");
    }
}

#[test]
fn a_track_beside_a_route_is_the_way_and_points_that_are_segments_are_a_way() {
    assert_eq!(lengths(&gpx("route-and-track")), ["5.9"]);
    let each = gpx("each-point-its-segment");
    assert_eq!((lengths(&each), parts(&each)[0].pieces().len()), (vec!["2.3".to_owned()], 1));
}

#[test]
fn a_ride_has_its_own_name_in_one_line() {
    assert_eq!(names(&gpx("name-organic-maps")), ["Evening ride to the pier"]);
    assert_eq!(names(&gpx("name-of-route")), ["Kuršių marios"]);
    assert_eq!(names(&gpx("name-with-newline")), ["line one line two"]);
}

#[test]
fn garmin_s_shaping_points_are_the_line() {
    let route = gpx("garmin-route-points");
    let part = whole(&route).expect("a route");
    assert_eq!((kilometres(part.length()), part.points()), ("12.4".to_owned(), 101));
    let (heard, _) = heard(course(&route, &part), &ride(&gpx("garmin-route-points-ride")).fixes);
    assert!(!heard.iter().any(|cue| cue.contains("left the route") || cue.contains("The route is")), "{heard:?}");
    assert_eq!(heard.last().map(String::as_str), Some(END));
}

#[test]
fn each_of_several_tracks_is_followed_by_its_name_and_all_as_one_without_an_alarm() {
    let file = gpx("three-tracks");
    let all = parts(&file);
    assert_eq!(names(&file), ["Day 1", "Day 2", "Day 3"]);
    let as_one = joined(&file, &all).expect("their ends meet");
    assert_eq!((as_one.numbers(), as_one.pieces().len()), (1..=3, 1));
    let fixes = ride(&gpx("three-tracks-ride")).fixes;
    let (told, refused) = heard(course(&file, &as_one), &fixes);
    assert_eq!((told, refused), (vec![END.to_owned()], 0));
    for part in &all {
        let day = course(&file, part);
        let fixes: Vec<Fix> = Ride::along(&day).fixes().into_iter().map(|(fix, _)| fix).collect();
        assert_eq!(heard(day, &fixes), (vec![END.to_owned()], 0));
    }
}

#[test]
fn segments_with_a_gap_are_one_track_and_across_the_gap_its_other_side_is_shown() {
    for name in ["two-pieces-untimed", "two-pieces-timed"] {
        let file = gpx(name);
        assert_eq!(lengths(&file), ["4.7"], "{name}");
        let part = whole(&file).expect("a track");
        let course = course(&file, &part);
        let origins: Vec<Origin> = course.legs().iter().map(|leg| leg.origin).collect();
        assert_eq!(origins, [Origin::Surveyed, Origin::Indicative, Origin::Surveyed], "{name}");
        let gap = &course.legs()[1];
        assert_eq!(kilometres(gap.to - gap.from), "25.6", "{name}");
        // Two kilometres beside the straight line nobody is off it, and the far side is the next stop.
        let ride = Ride::along(&course).with_detour(gap.from + Metres(2_000.0), Metres(18_000.0), Metres(2_000.0));
        let fixes: Vec<Fix> = ride.fixes().into_iter().map(|(fix, _)| fix).collect();
        let (told, _) = heard(course.clone(), &fixes);
        let [chosen, ahead, arrived, shown, end] = &told[..] else { panic!("{name}: {told:?}") };
        assert!(chosen.starts_with("From here the line only joins the stops."), "{chosen}");
        assert!(ahead.ends_with("m: Continuation of the track."), "{ahead}");
        assert!(arrived.starts_with("You have arrived: Continuation of the track."), "{arrived}");
        assert!(shown.starts_with("From here the line shows the way again."), "{shown}");
        assert_eq!(end, END, "{name}");
        let back = course.reversed();
        let stop = &back.stops()[0];
        assert_eq!((back.stops().len(), stop.along), (1, back.legs()[1].to), "{name}");
        assert_eq!(course.reversed().reversed().stops(), course.stops(), "{name}");
        let middle = Along(Metres((gap.from.metres() + gap.to.metres()) / 2.0));
        assert_eq!(course.legs()[course.leg_at(middle)].origin, Origin::Indicative);
    }
}

#[test]
fn what_is_written_of_a_file_reads_the_same_and_a_message_s_place_hangs_on_no_chance() {
    let file = gpx("gpx-bom-nul-roundtrip");
    let mut written = Vec::new();
    write(&file, &mut written).expect("written");
    let again = read(&written[..], &Limits::phone()).expect("what we wrote is readable");
    assert_eq!((again.track_points(), again.tracks.len()), (file.track_points(), file.tracks.len()));

    /// Three bytes at a time.
    struct Slowly<'a>(&'a [u8]);
    impl std::io::Read for Slowly<'_> {
        fn read(&mut self, into: &mut [u8]) -> std::io::Result<usize> {
            let count = self.0.len().min(into.len()).min(3);
            into[..count].copy_from_slice(&self.0[..count]);
            self.0 = &self.0[count..];
            Ok(count)
        }
    }
    let bytes = bytes("gpx-column-differs");
    let told = |read: Result<Gpx, _>| {
        read.map(|gpx| warnings(&gpx)).map_err(|error: route_guide_core::gpx::GpxError| error.to_string())
    };
    assert_eq!(told(read(Slowly(&bytes), &Limits::phone())), told(read(&bytes[..], &Limits::phone())));
}
