//! Files of several parts, as planners and recorders write them.

use super::super::{Gpx, Limits, read};
use super::*;

fn gpx(inside: &str) -> Gpx {
    let xml = format!("<gpx version=\"1.1\" xmlns=\"http://www.topografix.com/GPX/1/1\">{inside}</gpx>");
    read(xml.as_bytes(), &Limits::default()).expect("readable")
}

/// A segment of points 55.6 m apart on a meridian, from one number to another.
fn segment(from: u32, to: u32) -> String {
    let points = (from..=to).map(|number| format!("<trkpt lat='{}' lon='21'/>", 55.0 + f64::from(number) * 0.0005));
    format!("<trkseg>{}</trkseg>", points.collect::<String>())
}

fn track(name: &str, segments: &[String]) -> String {
    let name = if name.is_empty() { String::new() } else { format!("<name>{name}</name>") };
    format!("<trk>{name}{}</trk>", segments.concat())
}

/// Number, name, kilometres and pieces of each.
fn told(gpx: &Gpx) -> Vec<(usize, Option<String>, String, usize)> {
    let parts = parts(gpx).into_iter();
    parts
        .map(|part| {
            let kilometres = format!("{:.1}", part.length().0 / 1_000.0);
            (part.number(), part.name().map(str::to_owned), kilometres, part.pieces().len())
        })
        .collect()
}

#[test]
fn each_track_with_a_length_is_a_part_and_without_any_each_route() {
    let file = gpx(&[
        "<rte><name>r</name><rtept lat='55' lon='21'/><rtept lat='56' lon='21'/></rte>",
        &track("one place", &["<trkseg><trkpt lat='55' lon='21'/><trkpt lat='55' lon='21'/></trkseg>".into()]),
        &track("Day 1", &[segment(0, 18)]),
        "<trk/>",
        &track("Day 2", &[segment(100, 136), segment(200, 236)]),
    ]
    .concat());
    assert_eq!(told(&file), [(1, Some("Day 1".into()), "1.0".into(), 1), (2, Some("Day 2".into()), "4.0".into(), 2)]);
    let file = gpx("<rte><name>r</name><rtept lat='55' lon='21'/><rtept lat='55.1' lon='21'/></rte><trk/><rte/>");
    assert_eq!(told(&file), [(1, Some("r".into()), "11.1".into(), 1)]);
    assert!(parts(&gpx("<wpt lat='55' lon='21'/><trk/><trk><trkseg/></trk>")).is_empty());
    assert_eq!(whole(&gpx("<wpt lat='55' lon='21'/>")).err(), Some(NoLine));
}

#[test]
fn a_route_that_lies_elsewhere_is_a_part_and_one_beside_a_track_is_not() {
    let route = |name: &str, lat: f64| {
        format!("<rte><name>{name}</name><rtept lat='{lat}' lon='21'/><rtept lat='{}' lon='21.01'/></rte>", lat + 0.01)
    };
    let file = gpx(&[route("beside", 55.001), route("far", 55.216), track("Day", &[segment(0, 36)])].concat());
    let names: Vec<_> = parts(&file).iter().map(|part| (part.name().map(str::to_owned), part.kind())).collect();
    assert_eq!(names, [(Some("Day".into()), PartKind::Track), (Some("far".into()), PartKind::Route)]);
    let whole = whole(&file).expect("a track");
    assert_eq!((whole.name(), whole.kind()), (Some("Day"), PartKind::Track));
    assert!(joined(&file, &parts(&file)).is_none());
}

#[test]
fn a_gap_is_bridged_straight_and_known_as_a_gap() {
    let file = gpx(&track("", &[segment(0, 18), segment(200, 218)]));
    let way = whole(&file).expect("a track").way().expect("a line");
    assert_eq!(way.gaps, [way.line.along_of(18)..way.line.along_of(19)]);
    assert!((way.line.length().0 - 12_135.0).abs() < 20.0, "{}", way.line.length());
}

#[test]
fn heights_come_along_where_every_point_has_one() {
    let file =
        gpx("<rte><rtept lat='55' lon='21'><ele>3</ele></rtept><rtept lat='55' lon='22'><ele>4.5</ele></rtept></rte>");
    let way = whole(&file).expect("a route").way().expect("a line");
    assert_eq!(way.line.elevations(), Some(&[3.0, 4.5][..]));
    let file =
        gpx(&track("", &[segment(0, 3), "<trkseg><trkpt lat='55.002' lon='21'><ele>7</ele></trkpt></trkseg>".into()]));
    let way = whole(&file).expect("a track").way().expect("a line");
    assert_eq!((way.line.points().len(), way.line.elevations()), (5, None));
}

#[test]
fn parts_that_meet_can_be_followed_as_one_and_else_the_longest_is() {
    let days = |starts: [(u32, u32); 3]| {
        let tracks = (1..).zip(starts).map(|(day, (from, to))| track(&format!("Day {day}"), &[segment(from, to)]));
        gpx(&tracks.collect::<String>())
    };
    let file = days([(0, 18), (18, 54), (58, 76)]);
    let joined = whole(&file).expect("tracks");
    assert_eq!((joined.numbers(), joined.name(), joined.pieces().len()), (1..=3, Some("Day 1 – Day 3"), 2));
    let file = days([(0, 18), (40, 76), (76, 94)]);
    let longest = whole(&file).expect("tracks");
    assert_eq!((longest.numbers(), longest.name()), (2..=2, Some("Day 2")));
}

#[test]
fn a_part_goes_by_its_own_name_before_the_file_s() {
    let name = |inside: &str| told(&gpx(inside)).into_iter().map(|(_, name, ..)| name).collect::<Vec<_>>();
    let places = "<metadata><name>My \n Places</name></metadata>";
    let unnamed = track("", &[segment(0, 18)]);
    assert_eq!(
        name(&format!("{places}{}", track("line one\nline\ttwo", &[segment(0, 9)]))),
        [Some("line one line two".into())]
    );
    assert_eq!(name(&format!("{places}{unnamed}")), [Some("My Places".into())]);
    let two = format!("{places}{unnamed}{}", track(" ", &[segment(0, 9)]));
    assert_eq!(name(&two), [Some("My Places (1)".into()), Some("My Places (2)".into())]);
    assert_eq!(name(&unnamed), [None]);
    assert_eq!(in_one_line("a\u{202E}b\u{0}c\u{85} d"), "ab c d");
}

#[test]
fn garmin_s_shaping_points_are_the_line_and_no_places() {
    let file = gpx(concat!(
        "<rte><rtept lat='55' lon='21'><name>Start</name><extensions><x:RoutePointExtension>",
        "<x:Subclass>0</x:Subclass><x:rpt lat='55.01' lon='21.1'/><x:rpt lat='' lon='1'/><x:rpt lat='55.02' lon='21'/>",
        "</x:RoutePointExtension></extensions></rtept>",
        "<rtept lat='55.03' lon='21'><name>A1</name><extensions><trp:ShapingPoint/></extensions></rtept>",
        "<rtept lat='55.04' lon='21'><name>Pier</name><desc>&lt;b&gt;Ice&lt;/b&gt;</desc></rtept></rte>",
        "<rte><rtept lat='56' lon='21'><name>Elsewhere</name></rtept></rte><wpt lat='55.04' lon='21'><name>Pier</name></wpt>",
    ));
    let part = whole(&file).expect("a route");
    assert_eq!((part.points(), part.kind()), (5, PartKind::Route));
    let places = marked_places(&file, &part);
    assert_eq!(places.iter().map(|place| place.name.as_str()).collect::<Vec<_>>(), ["Pier", "Start"]);
}

#[test]
fn beside_a_track_the_points_of_routes_are_places() {
    let file = gpx(&format!(
        "<rte><rtept lat='55.004' lon='21'><name>Cafe</name><cmt>&lt;p&gt;till 9&lt;/p&gt;</cmt></rtept><rtept lat='56' lon='21'/></rte>{}",
        track("", &[segment(0, 18)])
    ));
    let part = whole(&file).expect("a track");
    let places = marked_places(&file, &part);
    assert_eq!((part.kind(), places.len()), (PartKind::Track, 1));
    assert_eq!((places[0].name.as_str(), places[0].words.as_str()), ("Cafe", "till 9"));
}

#[test]
fn the_points_of_a_piece_come_with_their_details_wherever_it_begins() {
    let point = |number: u32, hour: u32| {
        let lat = 55.0 + f64::from(number) * 0.0005 + f64::from(hour) * 0.1;
        let details = if number.is_multiple_of(2) { format!("<hdop>{number}</hdop>") } else { String::new() };
        format!("<trkpt lat='{lat}' lon='21'><time>2026-06-01T{hour:02}:00:{number:02}Z</time>{details}</trkpt>")
    };
    let hours = (0..3).flat_map(|hour| (1..=20).map(move |number| point(number, hour)));
    let file = gpx(&track("", &[format!("<trkseg>{}</trkseg>", hours.collect::<String>())]));
    let part = whole(&file).expect("a track");
    assert_eq!(part.pieces().iter().map(Piece::len).collect::<Vec<_>>(), [20, 20, 20]);
    let pieced: Vec<_> = part.pieces().iter().flat_map(Piece::iter).collect();
    assert_eq!(pieced, file.tracks[0].segments[0].iter().collect::<Vec<_>>());
}
