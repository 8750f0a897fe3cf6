//! Files as devices, editors and enemies write them.

use std::io::{self, Read};

use proptest::prelude::*;

use super::*;

/// A file with everything in it that this room knows.
const FILE: &str = r#"<?xml version="1.0" encoding="UTF-8"?>
<gpx version="1.1" creator="Ąžuolas &amp; Co" xmlns="http://www.topografix.com/GPX/1/1" xmlns:x="http://x">
  <metadata><name>Nida – Juodkrantė</name><desc>with &#381; &lt;b&gt;</desc></metadata>
  <wpt lat="55.3" lon="21.0"><ele>12.5</ele><name><![CDATA[A & B]]></name><sym>Beach</sym></wpt>
  <rte><name>r</name><rtept lat="55.3" lon="21.0"/><rtept lat="55.4" lon="21.1"></rtept></rte>
  <trk>
    <name>leg-1</name>
    <extensions><x:a  b='1'> <!-- keep --> &amp; </x:a ></extensions>
    <trkseg>
      <trkpt lat="55.30" lon="21.00"><ele>1</ele><time>2026-05-17T09:30:00Z</time></trkpt>
      <trkpt lat="55.31" lon="21.01"><time>2026-05-17T09:30:05.250Z</time><hdop>1.2</hdop></trkpt>
      <trkpt lon="21.02" lat="55.32"/>
    </trkseg>
    <trkseg/>
  </trk>
  <trk/>
</gpx>
"#;

fn parse(text: &str) -> Result<Gpx, GpxError> {
    read(text.as_bytes(), &Limits::default())
}

fn track(points: &str) -> String {
    format!(
        "<gpx version=\"1.1\" xmlns=\"http://www.topografix.com/GPX/1/1\">\n<trk><trkseg>\n{points}\n</trkseg></trk></gpx>"
    )
}

pub(super) fn gpx_of(bytes: &[u8]) -> Gpx {
    read(bytes, &Limits::default()).expect("readable")
}

/// What is said of a file that is refused.
fn refusal(text: &str) -> String {
    parse(text).expect_err("refused").to_string()
}

/// Without what a rewritten file has elsewhere.
fn content(mut gpx: Gpx) -> Gpx {
    gpx.warnings = Warnings::default();
    let nowhere = At { line: 0, column: 0 };
    gpx.tracks.iter_mut().for_each(|track| track.at = nowhere);
    gpx.routes.iter_mut().for_each(|route| route.at = nowhere);
    gpx
}

#[test]
fn a_file_is_read_with_all_it_holds() {
    let gpx = parse(FILE).expect("readable");
    assert_eq!(gpx.root.creator.as_deref(), Some("Ąžuolas & Co"));
    assert_eq!(gpx.name().as_deref(), Some("Nida – Juodkrantė"));
    assert_eq!(gpx.description().as_deref(), Some("with Ž <b>"));
    assert_eq!(gpx.waypoints[0].children.text("name").as_deref(), Some("A & B"));
    assert_eq!(gpx.waypoints[0].elevation, Some(12.5));
    assert_eq!((gpx.routes.len(), gpx.route_points(), gpx.tracks.len(), gpx.track_points()), (1, 2, 2, 3));
    let track = &gpx.tracks[0];
    assert_eq!((track.name().as_deref(), track.at), (Some("leg-1"), At { line: 6, column: 3 }));
    let points: Vec<_> = track.segments[0].iter().map(|p| (p.elevation, p.time_ms, p.children)).collect();
    let start = 1_779_010_200_000;
    assert_eq!(
        points,
        [(Some(1.0), Some(start), ""), (None, Some(start + 5_250), "<hdop>1.2</hdop>"), (None, None, "")]
    );
    assert_eq!(track.segments[0].points()[2].lon(), 21.02);
    assert_eq!(gpx.warnings.count(), 0);
}

#[test]
fn a_file_written_back_is_the_same_and_keeps_extensions_byte_for_byte() {
    let gpx = parse(FILE).expect("readable");
    let mut written = Vec::new();
    write(&gpx, &mut written).expect("written");
    let text = String::from_utf8(written).expect("UTF-8");
    assert!(text.contains("<extensions><x:a  b='1'> <!-- keep --> &amp; </x:a ></extensions>"), "{text}");
    assert_eq!(content(parse(&text).expect("readable")), content(gpx));
}

#[test]
fn however_its_bytes_arrive_a_file_reads_the_same() {
    let whole = parse(FILE).expect("readable");
    for pace in [1, 2, 7, 100] {
        assert_eq!(read(Slowly(FILE.as_bytes(), &[pace]), &Limits::default()).expect("readable"), whole);
    }
}

/// Hands out a few bytes at a time, in turns of these many.
struct Slowly<'a>(&'a [u8], &'a [usize]);

impl Read for Slowly<'_> {
    fn read(&mut self, into: &mut [u8]) -> io::Result<usize> {
        let pace = self.1.first().map_or(1, |pace| (*pace).max(1));
        let count = self.0.len().min(into.len()).min(pace);
        into[..count].copy_from_slice(&self.0[..count]);
        self.0 = &self.0[count..];
        if self.1.len() > 1 {
            self.1 = &self.1[1..];
        }
        Ok(count)
    }
}

#[test]
fn the_encoding_does_not_matter() {
    let whole = content(parse(FILE).expect("readable"));
    let wide = |bytes: fn(u16) -> [u8; 2]| FILE.encode_utf16().flat_map(bytes).collect::<Vec<u8>>();
    let files = [
        [b"\xEF\xBB\xBF", FILE.as_bytes()].concat(),
        [b"\xFF\xFE".to_vec(), wide(u16::to_le_bytes)].concat(),
        [b"\xFE\xFF".to_vec(), wide(u16::to_be_bytes)].concat(),
        wide(u16::to_le_bytes),
        wide(u16::to_be_bytes),
    ];
    for file in files {
        let gpx = read(&file[..], &Limits::default()).expect("readable");
        assert_eq!(gpx.tracks[0].at, At { line: 6, column: 3 });
        assert_eq!(content(gpx), whole);
    }
    let latin = b"<?xml version='1.0' encoding='ISO-8859-1'?><gpx version='1.1'><metadata><name>K\xF6nig</name></metadata></gpx>";
    assert_eq!(read(&latin[..], &Limits::default()).expect("readable").name().as_deref(), Some("König"));
    let gpx = read(&b"<gpx version='1.1'>\n<metadata><name>K\xF6nig</name></metadata></gpx>"[..], &Limits::default());
    let gpx = gpx.expect("readable");
    assert_eq!(gpx.name().as_deref(), Some("K\u{FFFD}nig"));
    assert_eq!(
        told(&gpx)[1],
        "2:18: there are bytes here that are no text in the file's encoding; they show as \u{FFFD}, so save it as UTF-8"
    );
}

/// However the bytes come, and wherever the file breaks off.
#[test]
fn what_is_no_text_is_counted_the_same_however_the_bytes_come() {
    let bad = vec![0x83; 400];
    for (before, after) in [("", "</name></trk></gpx>"), ("", ""), ("</name><trkseg", "><x y='</trk></gpx>")] {
        let head = track("<trkpt lat='55' lon='21'/><trkpt lat='55.1' lon='21'/>").replace("</trk></gpx>", "<name>");
        let file = [head.as_bytes(), before.as_bytes(), &bad, after.as_bytes(), &bad].concat();
        let at_once = gpx_of(&file);
        let slowly = read(Slowly(&file, &[7]), &Limits::default()).expect("readable");
        assert_eq!(at_once.warnings, slowly.warnings);
        assert!(at_once.warnings.count() >= 400, "{}", at_once.warnings.count());
    }
}

fn told(gpx: &Gpx) -> Vec<String> {
    gpx.warnings.first().iter().map(Warning::to_string).collect()
}

#[test]
fn namespaces_and_prefixes_are_forgiven() {
    let gpx = parse(concat!(
        "<g:gpx version='1.0' xmlns:g='http://www.topografix.com/GPX/1/0'><g:name>n</g:name><g:trk><g:trkseg>",
        "<g:trkpt lat='1' lon='2'><x:ele>9</x:ele><g:ele>3</g:ele></g:trkpt><x:trkpt lat='99' lon='0'/></g:trkseg></g:trk></g:gpx>",
    ))
    .expect("readable");
    assert_eq!((gpx.root.version, gpx.name().as_deref()), (Version::V1_0, Some("n")));
    let point = gpx.tracks[0].segments[0].iter().next().expect("one");
    assert_eq!((point.elevation, point.children), (Some(3.0), "<x:ele>9</x:ele>"));
    let mut written = Vec::new();
    write(&gpx, &mut written).expect("written");
    assert_eq!(content(read(&written[..], &Limits::default()).expect("readable")), content(gpx));
    let odd = parse("<gpx version='7.7' xmlns='http://example.org'/>").expect("readable");
    assert_eq!(odd.warnings.count(), 2);
}

#[test]
fn what_is_odd_but_readable_is_told() {
    let file = track(
        "<trkpt lat='1' lon='1'><time>yesterday</time><ele>high</ele></trkpt>\n<wpt lat='1' lon='1'/><trkpt lat='2' lon='2'><ele/><time> </time></trkpt>",
    );
    let gpx = parse(&(file + "\nbye")).expect("readable");
    assert_eq!(
        told(&gpx),
        [
            "3:30: `yesterday` is no time as in 2026-05-17T09:30:00Z; the point is kept without its time",
            "3:51: `high` is no elevation in metres; the point is kept without it",
            "4:1: <wpt> does not belong here and was left out",
            "6:1: the file goes on after </gpx>; what follows was left out: text (3 bytes)",
        ]
    );
    assert_eq!(gpx.track_points(), 2);
}

#[test]
fn a_point_without_a_position_is_refused_with_its_place() {
    let said = |point: &str| refusal(&track(point));
    assert_eq!(
        said("ąž <trkpt lat=\"91\" lon='1'/>"),
        "3:11: lat=\"91\" is no latitude; write a number of degrees from −90 to 90 (latitude and longitude may be swapped)"
    );
    assert!(said("<trkpt lat='NaN' lon='1'/>").starts_with("3:8: lat=\"NaN\" is no latitude"));
    assert!(said("<trkpt lat='1' lon='inf'/>").starts_with("3:16: lon=\"inf\" is no longitude"));
    assert!(said("<trkpt lat='1' lon='1e999'/>").starts_with("3:16: lon="));
    assert!(said("<trkpt lat='1' lon='338.86'/>").ends_with("(degrees west are negative: subtract 360)"));
    assert!(said("<trkpt lat='' lon='1'/>").starts_with("3:8: lat=\"\""));
    assert!(said("<trkpt lat='1'/>").starts_with("3:1: <trkpt> has no lon"));
    assert!(said("<trkpt lat='1' lat='2' lon='1'/>").contains("lat stands twice"));
    assert!(said("<trkpt lat=1 lon=1/>").starts_with("3:1: the XML is broken"));
}

#[test]
fn broken_xml_is_refused_with_its_place() {
    assert_eq!(
        refusal("<gpx version='1.1'>\n <trk>\n</trkseg></gpx>"),
        "3:1: the XML is broken: </trkseg> stands where </trk> belongs; mend it there, or export the file again"
    );
    assert!(refusal("<gpx><trk>\n<trkpt lat=\"1>\n</trk></gpx>\n").contains("opening quote without a closing one"));
    assert!(refusal("<kml xmlns='http://k'/>").contains("its first element is <kml>"));
    assert!(refusal("").contains("empty") && refusal(" \n").contains("empty"));
    assert!(refusal("<?xml version='1.0'?>\n").starts_with("2:1: the file ends before <gpx> begins"));
}

#[test]
fn a_billion_laughs_stay_unheard() {
    let bomb =
        "<!DOCTYPE gpx [<!ENTITY a \"ha\"><!ENTITY b \"&a;&a;&a;\">]>\n<gpx version='1.1'><name>&b;</name></gpx>";
    assert!(refusal(bomb).starts_with("1:1: the file declares its own entities"));
    assert!(parse("<!DOCTYPE gpx SYSTEM 'gpx.dtd'><gpx version='1.1'/>").is_ok());
}

#[test]
fn limits_stop_what_is_too_much() {
    let said = |limits: Limits, file: &str| read(file.as_bytes(), &limits).expect_err("refused").to_string();
    let all = Limits::default();
    let two = track(&"<trkpt lat='1' lon='1'/>\n".repeat(3));
    assert!(said(Limits { points: 2, ..all }, &two).starts_with("5:1: the file has more than 2 track points"));
    let parts = format!("<gpx version='1.1'>{}</gpx>", "<trk/>".repeat(6));
    assert!(said(Limits { parts: 5, ..all }, &parts).contains("more than 5 waypoints"));
    let deep = format!("<gpx version='1.1'>{}", "<a>".repeat(100_000));
    assert!(said(all, &deep).contains("nested more than 64 deep"));
    let long = format!("<gpx version='1.1'><name>{}</name></gpx>", "x".repeat(2_000_000));
    assert!(said(all, &long).starts_with("1:26: one text or tag here is longer"));
    let tag = format!("<gpx version='1.1'>\n<a b='{}'/></gpx>", "x".repeat(2_000_000));
    assert!(said(all, &tag).starts_with("2:1: one text or tag here is longer"));
    let cdata = format!("<gpx version='1.1'><wpt lat='1' lon='1'><time>{}", "<![CDATA[aaaaaaaaaa]]>".repeat(300_000));
    assert!(said(all, &cdata).contains("longer than"));
    let kept = format!("<gpx version='1.1'><extensions>{}</extensions></gpx>", "<a/>".repeat(100));
    assert!(said(Limits { kept: 100, ..all }, &kept).contains("take more than 100 bytes"));
    let empties = format!("<gpx version='1.1'><trk>{}</trk></gpx>", "<aaaa/>".repeat(100));
    assert!(said(Limits { kept: 100, ..all }, &empties).contains("take more than 100 bytes"));
}

#[test]
fn cut_off_at_any_byte_a_file_gives_its_whole_points_or_one_clear_error() {
    let whole = FILE.trim_end();
    let mut points_before = 0;
    for end in 0..whole.len() {
        let lines = whole.as_bytes()[..end].iter().filter(|byte| **byte == b'\n').count() as u64 + 1;
        let (at, points) = match read(&whole.as_bytes()[..end], &Limits::default()) {
            Err(error) => (error.at, 0),
            Ok(gpx) => {
                let warning = gpx.warnings.first().last().expect("told").clone();
                assert!(matches!(warning.oddity, Oddity::CutOff { .. }), "{warning}");
                (warning.at, gpx.waypoints.len() + gpx.route_points() + gpx.track_points())
            }
        };
        assert!(at.line <= lines && at.column >= 1, "{at}");
        assert!(points >= points_before, "{end}");
        points_before = points;
    }
    assert_eq!(points_before, 6);
    assert_eq!(
        told(&parse(&whole[..whole.len() - 7]).expect("readable")),
        [
            "16:9: the file ends here, inside <gpx>; it was cut off, and what stands before was read: 1 waypoint, 2 route points, 3 track points"
        ]
    );
}

#[test]
fn what_follows_the_end_is_left_out_and_told() {
    let said = |after: &str| told(&parse(&format!("{FILE}{after}")).expect("readable"));
    assert_eq!(said("\n<!-- made by hand -->\n"), [""; 0]);
    for (after, what) in [
        (" bye, bye", "18:2: the file goes on after </gpx>; what follows was left out: text (8 bytes)"),
        ("\n\0\0\0\0", "19:1: the file goes on after </gpx>; what follows was left out: zeros (4 bytes)"),
        (
            "<gpx><trk/></gpx>",
            "18:1: the file goes on after </gpx>; what follows was left out: another file (17 bytes)",
        ),
        (
            "<!DOCTYPE x [ ]>!",
            "18:1: the file goes on after </gpx>; what follows was left out: something else (17 bytes)",
        ),
    ] {
        assert_eq!(said(after), [what], "{after}");
    }
    assert_eq!(said(FILE).len(), 1);
}

#[test]
fn a_bad_point_costs_the_point_and_no_more() {
    let bad = "<trkpt lat='x' lon='1'><ele>1</ele></trkpt>\n<trkpt lon='1'/>\n<trkpt lat=1 lon=1/>\n<trkpt lat='2,5' lon='۲'/>";
    let gpx = parse(&track(bad)).expect("readable");
    assert_eq!(
        told(&gpx),
        [
            "3:8: lat=\"x\" is no latitude; write a number of degrees from −90 to 90; the point was left out",
            "4:1: <trkpt> has no lat; give it one in degrees, as in lat=\"55.7068\" lon=\"21.1391\"; the point was left out",
            "5:1: the XML is broken: an attribute without a value in quotes; mend it there, or export the file again; the point was left out",
        ]
    );
    assert_eq!(gpx.tracks[0].segments[0].points(), [crate::geometry::Point::new(2.5, 2.0).expect("valid")]);
    let others = "<wpt lat='' lon=''/><rte><rtept lat='91' lon='0'/></rte><wpt lat='1' lon='1'/></gpx>";
    let gpx = parse(&FILE.replace("</gpx>", others)).expect("readable");
    assert_eq!((gpx.warnings.count(), gpx.waypoints.len(), gpx.routes.len()), (2, 2, 2));
}

#[test]
fn a_file_of_which_nothing_was_understood_is_refused_and_an_empty_one_is_not() {
    let said = |inside: &str| {
        parse(&format!("<gpx version='1.1' xmlns:x='http://x'>{inside}</gpx>")).map_err(|error| error.to_string())
    };
    assert!(said("").is_ok() && said("<metadata/><trk><trkseg/></trk><extensions><x:a/></extensions>").is_ok());
    let refused =
        "1:39: nothing here is a point, a route or a track of GPX, beginning with <x:trk>; export the file again";
    assert_eq!(said("<x:trk><x:trkseg><x:trkpt lat='1' lon='1'/></x:trkseg></x:trk>"), Err(refused.into()));
    assert!(said("<trk><trkpt lat='1' lon='1'/></trk>").is_err_and(|error| error.contains("beginning with <trkpt>")));
    assert!(said("<x:trk/><wpt lat='1' lon='1'/>").is_ok());
}

#[test]
fn prefixes_may_change_below_the_first_element() {
    let one = "http://www.topografix.com/GPX/1/1";
    for file in [
        format!(
            "<gpx version='1.1' xmlns='{one}' xmlns:g='{one}'><g:trk><g:trkseg><g:trkpt lat='1' lon='2'><g:ele>3</g:ele></g:trkpt></g:trkseg></g:trk></gpx>"
        ),
        format!(
            "<g:gpx version='1.1' xmlns:g='{one}' xmlns='{one}'><trk><trkseg><trkpt lat='1' lon='2'><ele>3</ele></trkpt></trkseg></trk></g:gpx>"
        ),
        format!(
            "<gpx version='1.1' xmlns='{one}'><h:trk xmlns:h='{one}'><h:trkseg><i:trkpt xmlns:i='{one}' lat='1' lon='2'><i:ele>3</i:ele></i:trkpt></h:trkseg></h:trk></gpx>"
        ),
        format!(
            "<gpx version='1.1' xmlns='{one}'><trk xmlns=''><trkseg><trkpt lat='1' lon='2'><ele xmlns='http://x'>9</ele><ele>3</ele></trkpt></trkseg></trk></gpx>"
        ),
    ] {
        let gpx = parse(&file).expect("readable");
        let points: Vec<_> =
            gpx.tracks[0].segments[0].iter().map(|point| (point.point.lon(), point.elevation)).collect();
        assert_eq!((points, gpx.warnings.count()), (vec![(2.0, Some(3.0))], 0), "{file}");
        let mut written = Vec::new();
        write(&gpx, &mut written).expect("written");
        assert_eq!(content(read(&written[..], &Limits::default()).expect("readable")), content(gpx));
    }
}

#[test]
fn heights_and_times_are_read_in_any_script_and_impossible_ones_are_told() {
    let heights = ["60,5", "۶۰٫۵", "-32768", "1e300", "9001", "-501", "9000", "1e999"];
    let points: String =
        heights.iter().map(|height| format!("<trkpt lat='1' lon='1'><ele>{height}</ele></trkpt>\n")).collect();
    let gpx = parse(&track(&points)).expect("readable");
    let known: Vec<_> = gpx.tracks[0].segments[0].iter().map(|point| point.elevation).collect();
    assert_eq!(known, [Some(60.5), Some(60.5), None, None, None, None, Some(9_000.0), None]);
    assert_eq!(told(&gpx).len(), 5);
    assert_eq!(told(&gpx)[0], "5:29: `-32768` m is no elevation on earth; the point is kept without it");
    let gpx = parse(&track("<trkpt lat='1' lon='1'><time>۲۰۲۶-۰۵-۱۷T۰۹:۳۰:۰۰Z</time></trkpt>")).expect("readable");
    assert_eq!(gpx.tracks[0].segments[0].iter().next().and_then(|point| point.time_ms), Some(1_779_010_200_000));
}

#[test]
fn a_lone_ampersand_and_an_unknown_reference_are_text() {
    let gpx = parse(&FILE.replace("<name>leg-1</name>", "<name>R&D & a &nbsp;&foo; b</name>")).expect("readable");
    assert_eq!(gpx.tracks[0].name().as_deref(), Some("R&D & a \u{A0}&foo; b"));
    assert_eq!((gpx.track_points(), gpx.warnings.count()), (3, 0));
}

#[test]
fn streaming_tells_items_in_the_order_of_the_file() {
    let mut reader = Reader::new(FILE.as_bytes(), &Limits::default());
    let mut told = Vec::new();
    while let Some(item) = reader.next().expect("readable") {
        told.push(match item {
            Item::Root(_) => "gpx",
            Item::Waypoint(_) => "wpt",
            Item::RouteStart(_) => "rte",
            Item::RoutePoint(_) => "rtept",
            Item::RouteEnd(_) => "/rte",
            Item::TrackStart(_) => "trk",
            Item::SegmentStart => "trkseg",
            Item::Point(_) => "trkpt",
            Item::SegmentEnd(_) => "/trkseg",
            Item::TrackEnd(_) => "/trk",
            Item::Other(_) => "other",
        });
    }
    assert_eq!(
        told.join(" "),
        "gpx other wpt rte rtept rtept /rte trk trkseg trkpt trkpt trkpt /trkseg trkseg /trkseg /trk trk /trk"
    );
}

fn documents() -> impl Strategy<Value = Gpx> {
    let point = (-90.0..=90.0_f64, -180.0..=180.0_f64)
        .prop_map(|(lat, lon)| crate::geometry::Point::new(lat, lon).expect("valid"));
    let known = (proptest::option::of(-500.0..9_000.0_f64), proptest::option::of(0..4_102_444_800_000_i64));
    let children = prop_oneof![
        3 => Just(String::new()),
        1 => "[a-zą &<>\"']{0,12}".prop_map(|text| format!("<name>{}</name><x:y z='1'/>", quick_xml::escape::escape(text.as_str()))),
    ];
    let points = proptest::collection::vec((point, known, children.clone()), 0..12);
    let segment = points.prop_map(|points| {
        let mut segment = Segment::default();
        for (point, (elevation, time_ms), children) in &points {
            segment.push(TrackPoint { point: *point, elevation: *elevation, time_ms: *time_ms, children });
        }
        segment
    });
    let track = (children, proptest::collection::vec(segment, 0..3)).prop_map(|(children, segments)| Track {
        at: At { line: 0, column: 0 },
        children: Children(children.into()),
        segments,
    });
    proptest::collection::vec(track, 0..3).prop_map(|tracks| Gpx {
        tracks,
        ..parse("<gpx version='1.1' xmlns='http://www.topografix.com/GPX/1/1'/>").expect("readable")
    })
}

proptest! {
    #[test]
    fn what_is_written_reads_the_same(gpx in documents()) {
        let mut written = Vec::new();
        write(&gpx, &mut written).expect("written");
        prop_assert_eq!(content(read(&written[..], &Limits::default()).expect("readable")), gpx);
    }

    #[test]
    fn however_damaged_a_file_reads_the_same_in_any_pieces_and_written_back(
        at in 0..FILE.len(), length in 0..40_usize, with in proptest::collection::vec(any::<u8>(), 0..8),
        pace in proptest::collection::vec(1..200_usize, 1..20),
    ) {
        let mut bytes = FILE.as_bytes().to_vec();
        bytes.splice(at..(at + length).min(FILE.len()), with);
        let slowly = read(Slowly(&bytes, &pace), &Limits::default());
        match read(&bytes[..], &Limits::default()) {
            Err(error) => prop_assert_eq!(slowly.map_err(|error| error.to_string()), Err(error.to_string())),
            Ok(gpx) => {
                prop_assert_eq!(&slowly.expect("readable"), &gpx);
                let mut written = Vec::new();
                write(&gpx, &mut written).expect("written");
                let _ = (whole(&gpx).map(|part| part.way()), ride(&gpx), gpx.name());
                prop_assert_eq!(content(read(&written[..], &Limits::default()).expect("readable")), content(gpx));
            }
        }
    }

    #[test]
    fn no_bytes_make_it_stumble(bytes in proptest::collection::vec(any::<u8>(), 0..200), text in "[<>/a-z\"'=&;! -]{0,80}") {
        let _ = read(&bytes[..], &Limits::default());
        let _ = read(format!("<gpx version='1.1'>{text}").as_bytes(), &Limits::default());
    }
}

#[test]
fn a_point_takes_the_room_of_its_numbers() {
    let mut segment = Segment::default();
    let point = crate::geometry::Point::new(55.0, 21.0).expect("valid");
    for second in 0..1_000 {
        segment.push(TrackPoint { point, elevation: Some(1.0), time_ms: Some(second), children: "" });
    }
    segment.shrink();
    assert_eq!(segment.bytes(), 32_000);
}
