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
    /// Hands out a few bytes at a time.
    struct Slowly<'a>(&'a [u8], usize);
    impl Read for Slowly<'_> {
        fn read(&mut self, into: &mut [u8]) -> io::Result<usize> {
            let count = self.0.len().min(into.len()).min(self.1);
            into[..count].copy_from_slice(&self.0[..count]);
            self.0 = &self.0[count..];
            Ok(count)
        }
    }
    let whole = parse(FILE).expect("readable");
    for pace in [1, 2, 7, 100] {
        assert_eq!(read(Slowly(FILE.as_bytes(), pace), &Limits::default()).expect("readable"), whole);
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
    assert_eq!(
        refusal_of(b"<gpx version='1.1'>\n<metadata><name>K\xF6nig</name></metadata></gpx>"),
        "2:18: these bytes are no text in UTF-8; save the file as UTF-8, or name its real encoding in the first line, as in <?xml version=\"1.0\" encoding=\"windows-1252\"?>"
    );
}

fn refusal_of(bytes: &[u8]) -> String {
    read(bytes, &Limits::default()).expect_err("refused").to_string()
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
    let told: Vec<String> = gpx.warnings.first().iter().map(Warning::to_string).collect();
    assert_eq!(
        told,
        [
            "3:30: `yesterday` is no time as in 2026-05-17T09:30:00Z; the point is kept without its time",
            "3:51: `high` is no elevation in metres; the point is kept without it",
            "4:1: <wpt> does not belong here and was left out",
            "5:22: there is text after </gpx>; it was left out",
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
    assert!(said("<trkpt lat='55,7' lon='1'/>").ends_with("(with a point in place of the comma)"));
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
    assert!(refusal("<gpx version='1.1'><name>a &nbsp; b</name></gpx>").starts_with("1:28: `&nbsp;` is no character"));
    assert!(refusal("<gpx version='1.1'><name>a & b</name></gpx>").starts_with("1:28: the XML is broken: a lone &"));
    assert!(refusal("<gpx><trk>\n<trkpt lat=\"1>\n</trk></gpx>\n").contains("opening quote without a closing one"));
    assert!(refusal("<gpx/><gpx/>").starts_with("1:7: the XML is broken: a second file"));
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
fn cut_off_at_any_byte_a_file_gives_one_clear_error() {
    let whole = FILE.trim_end();
    for end in 0..whole.len() {
        let error = read(&whole.as_bytes()[..end], &Limits::default()).expect_err("cut off");
        let lines = whole.as_bytes()[..end].iter().filter(|byte| **byte == b'\n').count() as u64 + 1;
        assert!(error.at.line <= lines && error.at.column >= 1, "{error}");
    }
    assert_eq!(
        refusal(&whole[..whole.len() - 7]),
        "16:9: the file ends here, inside <gpx>; it was cut off, so copy or export it again"
    );
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
    fn no_damage_makes_it_stumble(at in 0..FILE.len(), length in 0..40_usize, with in proptest::collection::vec(any::<u8>(), 0..8)) {
        let mut bytes = FILE.as_bytes().to_vec();
        bytes.splice(at..(at + length).min(FILE.len()), with);
        if let Ok(gpx) = read(&bytes[..], &Limits::default()) {
            let mut written = Vec::new();
            write(&gpx, &mut written).expect("written");
            let _ = (whole(&gpx).map(|part| part.way()), ride(&gpx), gpx.name());
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
