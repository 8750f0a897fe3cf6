//! Files that were damaged: a tag, a byte, a hole, whatever a disk, a cable or an editor does to them.

use std::time::{Duration, Instant};

use proptest::prelude::*;

use super::super::{Gpx, Limits, Warning, parts, read, whole, write};

/// How many points the ride has.
const COUNT: usize = 60;

/// One point, 22 m and a second after the one before.
fn point(number: usize) -> String {
    let lat = 55.7 + number as f64 * 0.0002;
    format!(
        "<trkpt lat=\"{lat:.4}\" lon=\"21.1300\"><ele>{number}</ele><time>2026-06-01T08:00:{number:02}Z</time></trkpt>\n"
    )
}

/// A ride with a waypoint and a route before it and another track behind.
fn file() -> String {
    let points: String = (0..COUNT).map(point).collect();
    format!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<gpx version=\"1.1\" creator=\"test\" xmlns=\"http://www.topografix.com/GPX/1/1\">\n<metadata><name>m</name></metadata>\n<wpt lat=\"55.1\" lon=\"21.1\"><name>w</name></wpt>\n<rte><rtept lat=\"55.2\" lon=\"21.1\"><name>a</name></rtept><rtept lat=\"55.3\" lon=\"21.1\"/></rte>\n<trk><name>n</name><trkseg>\n{points}</trkseg></trk>\n<trk><name>two</name><trkseg><trkpt lat=\"56.1\" lon=\"21.2\"/><trkpt lat=\"56.2\" lon=\"21.2\"/></trkseg></trk>\n</gpx>\n"
    )
}

fn gpx(bytes: &[u8]) -> Gpx {
    read(bytes, &Limits::phone()).expect("readable")
}

fn told(gpx: &Gpx) -> Vec<String> {
    gpx.warnings.first().iter().map(Warning::to_string).collect()
}

/// The latitudes of all points, rounded as they are written.
fn latitudes(gpx: &Gpx) -> Vec<String> {
    let named = gpx.waypoints.iter().chain(gpx.routes.iter().flat_map(|route| &route.points)).map(|named| named.point);
    let tracks =
        gpx.tracks.iter().flat_map(|track| &track.segments).flat_map(|segment| segment.points().iter().copied());
    named.chain(tracks).map(|point| format!("{:.4}", point.lat())).collect()
}

/// What is read of the file with something in the place of something else: points, tracks, segments, warnings.
fn with(text: &str, instead: &str) -> (usize, usize, usize, Vec<String>) {
    let file = file();
    assert!(file.contains(text), "{text}");
    let gpx = gpx(file.replacen(text, instead, 1).as_bytes());
    let segments = gpx.tracks.iter().map(|track| track.segments.len()).sum();
    (latitudes(&gpx).len(), gpx.tracks.len(), segments, told(&gpx))
}

/// The points of the whole file.
const ALL: usize = COUNT + 5;

#[test]
fn one_broken_tag_costs_one_point_at_most() {
    for (text, instead, points, said) in [
        ("lat=\"55.7040\"", "lat=\"55.7040", ALL - 1, "this tag has an opening quote without a closing one"),
        ("lon=\"21.1300\"><ele>20<", "lon=\"21.1300><ele>20<", ALL - 1, "opening quote without a closing one"),
        ("lon=\"21.1300\"><ele>20<", "lon=\"21.1300\"<ele>20<", ALL - 1, "this tag has no end"),
        ("<ele>20</ele>", "<ele>20</ele></ele>", ALL, "</ele> stands where </trkpt> belongs"),
        ("08:00:20Z</time>", "08:00:20Z", ALL, "</trkpt> stands where </time> belongs"),
        ("08:00:20Z</time></trkpt>", "08:00:20Z</time>", ALL, "<trkpt> begins before </trkpt>"),
        ("08:00:00Z</time></trkpt>", "08:00:00Z</time>", ALL, "<trkpt> begins before </trkpt>"),
        (
            "08:00:20Z</time></trkpt>",
            "08:00:20Z</time></trkpt></trkpt>",
            ALL,
            "</trkpt> stands where </trkseg> belongs",
        ),
        ("08:00:20Z</time></trkpt>", "08:00:20Z", ALL, "<trkpt> begins before </time>"),
        ("<trkpt lat=\"55.7040\"", "<trk lat=\"55.7040\"", ALL - 1, "this tag has a position, as only points have"),
        ("<trkpt lat=\"55.7040\"", "<!-- <trkpt lat=\"55.7040\"", ALL, "this comment has no end"),
        ("<trkpt lat=\"55.7040\"", "<!x <trkpt lat=\"55.7040\"", ALL, "begins neither a comment nor CDATA"),
        ("<name>n</name>", "<name>n<name>", ALL, "<trkseg> begins before </name>"),
        ("<metadata>", "<metadata", ALL, "this tag has no end"),
        ("</metadata>", "", ALL, "<wpt> begins before </metadata>"),
    ] {
        let (read, tracks, _, warnings) = with(text, instead);
        assert_eq!((read, tracks), (points, 2), "{instead}: {warnings:?}");
        assert!(warnings[0].contains(said), "{instead}: {warnings:?}");
    }
}

#[test]
fn the_name_of_a_point_that_is_unclosed_is_kept_and_so_is_what_was_known() {
    let file = file().replacen("08:00:20Z</time></trkpt>", "08:00:20Z</trkpt>", 1);
    let gpx = gpx(file.as_bytes());
    let points: Vec<_> = gpx.tracks[0].segments.iter().flat_map(|segment| segment.iter()).collect();
    assert_eq!((points[20].elevation, points[20].time_ms, points[21].elevation), (Some(20.0), None, Some(21.0)));
    assert_eq!(
        told(&gpx),
        ["27:75: the XML is broken here: </trkpt> stands where </time> belongs; 9 bytes were left out"]
    );
    assert_eq!((gpx.tracks[0].name().as_deref(), gpx.tracks[0].segments.len()), (Some("n"), 1));
}

#[test]
fn missing_and_early_ends_cost_no_point() {
    for (text, instead, tracks, segments) in [
        ("</trkseg></trk>\n<trk>", "\n<trk>", 2, 2),
        ("</trkseg></trk>\n<trk>", "</trk>\n<trk>", 2, 2),
        ("</trkseg></trk>\n<trk>", "</trkseg>\n<trk>", 2, 2),
        ("08:00:20Z</time></trkpt>", "08:00:20Z</time></trkpt></trkseg>", 2, 3),
        ("08:00:20Z</time></trkpt>", "08:00:20Z</time></trkpt></trk>", 3, 3),
        ("08:00:20Z</time></trkpt>", "08:00:20Z</time></trkpt><trkseg>", 2, 3),
        ("</rte>", "", 2, 2),
        ("<name>a</name></rtept>", "<name>a</name></rtept></rte>", 2, 2),
        ("</wpt>", "", 2, 2),
    ] {
        let (points, found, pieces, warnings) = with(text, instead);
        assert_eq!((points, found, pieces), (ALL, tracks, segments), "{instead}: {warnings:?}");
        assert!(!warnings.is_empty());
    }
}

#[test]
fn a_lone_angle_in_a_text_is_text() {
    for name in ["me <3 you", "a < b", "<", "1<2 & 3"] {
        let file = file().replacen("<name>n</name>", &format!("<name>{name}</name>"), 1);
        let gpx = gpx(file.as_bytes());
        assert_eq!(gpx.tracks[0].name().as_deref(), Some(name));
        assert_eq!((latitudes(&gpx).len(), gpx.warnings.count()), (ALL, 0));
        let mut written = Vec::new();
        write(&gpx, &mut written).expect("written");
        assert_eq!(super::super::tests::gpx_of(&written).tracks[0].name().as_deref(), Some(name));
    }
}

#[test]
fn a_hole_of_zeros_costs_what_it_covers_and_is_a_gap() {
    let whole_file = file();
    let begin = whole_file.find("<trkpt lat=\"55.7040\"").expect("there");
    for (from, length) in [(0, 600), (3, 512), (10, 2_048), (35, 700), (60, 512), (81, 1_024), (82, 860)] {
        let mut bytes = whole_file.clone().into_bytes();
        bytes[begin + from..begin + from + length].fill(0);
        let gpx = gpx(&bytes);
        let covered = length / point(1).len();
        let read = latitudes(&gpx).len();
        assert!((ALL - covered - 2..=ALL - covered + 1).contains(&read), "{from} {length}: {read}");
        let part = parts(&gpx).into_iter().next().expect("a track");
        assert_eq!(part.pieces().len(), 2, "{from} {length}: {:?}", told(&gpx));
        assert!(told(&gpx).iter().any(|told| told.contains("zeros")), "{:?}", told(&gpx));
        // No point has the time or the height of another one.
        for point in gpx.tracks[0].segments.iter().flat_map(|segment| segment.iter()) {
            let number = ((point.point.lat() - 55.7) / 0.0002).round();
            assert!(point.elevation.is_none_or(|metres| metres == number), "{number}: {:?}", point.elevation);
            assert!(point.time_ms.is_none_or(|time| time % 60_000 == number as i64 * 1_000), "{number}");
        }
    }
}

#[test]
fn a_file_is_read_behind_a_broken_beginning() {
    let plain = file();
    let zeros = [&[0; 5_000][..], plain.as_bytes()].concat();
    assert_eq!(
        told(&gpx(&zeros)),
        ["1:1: the file does not begin with <?xml or <gpx>; 5000 bytes were left out before that"]
    );
    assert_eq!(gpx(&zeros).tracks[0].at.line, gpx(plain.as_bytes()).tracks[0].at.line);
    let wide: Vec<u8> = [0, 0, 0].into_iter().chain(plain.encode_utf16().flat_map(u16::to_be_bytes)).collect();
    assert_eq!(latitudes(&gpx(&wide)).len(), ALL);
    for (text, instead) in [
        ("<?xml", "HTTP/1.1 200 OK\r\nContent-Type: application/gpx+xml\r\n\r\n<?xml"),
        ("<?xml", "\u{FEFF}\u{FEFF}<?xml"),
        ("<?xml version=\"1.0\" encoding=\"UTF-8\"?>", "xml version=\"1.0\" encoding=\"UTF-8\"?>"),
        ("\"UTF-8\"?>", "\"UTF-8\""),
        ("version=\"1.1\" creator=\"test\"", "version=\"1.1 creator=\"test\""),
        ("creator=\"test\" xmlns=\"http://www.topografix.com/GPX/1/1\">", "creator=\"test\""),
    ] {
        let (points, tracks, _, warnings) = with(text, instead);
        assert_eq!((points, tracks, warnings.len()), (ALL, 2, 1), "{instead}: {warnings:?}");
    }
    for zeros in [1, 4, 2_000] {
        assert!(read(&vec![0; zeros][..], &Limits::phone()).is_err_and(|error| error.to_string().contains("empty")));
    }
}

#[test]
fn a_prefix_that_nobody_declared_is_gpx_s() {
    let prefixed = "<gpx version='1.1' xmlns='http://www.topografix.com/GPX/1/1'><g:trk><g:name>n</g:name><g:trkseg><g:trkpt lat='1' lon='2'><g:ele>3</g:ele></g:trkpt></g:trkseg></g:trk></gpx>";
    let gpx = gpx(prefixed.as_bytes());
    let point = gpx.tracks[0].segments[0].iter().next().expect("one");
    assert_eq!((gpx.tracks[0].name().as_deref(), point.elevation), (Some("n"), Some(3.0)));
    assert_eq!(told(&gpx), ["1:62: the prefix `g` is not declared; its elements are read as GPX's own"]);
}

#[test]
fn degrees_with_a_prefix_are_those_of_the_point_where_it_has_no_others() {
    let point = |attributes: &str| {
        let file = format!(
            "<gpx version='1.1' xmlns='http://www.topografix.com/GPX/1/1' xmlns:g='http://www.topografix.com/GPX/1/1'><wpt {attributes}/></gpx>"
        );
        let waypoint = gpx(file.as_bytes()).waypoints[0].point;
        (waypoint.lat(), waypoint.lon())
    };
    assert_eq!(point("g:lat='1' g:lon='2'"), (1.0, 2.0));
    assert_eq!(point("x:lat='9' lat='1' lon='2' x:lon='9'"), (1.0, 2.0));
}

#[test]
fn however_much_is_wrong_the_end_is_told_and_what_it_came_to() {
    let high = "<trkpt lat=\"55\" lon=\"21\"><ele>high</ele></trkpt>\n".repeat(300);
    let file = format!(
        "<gpx version=\"1.1\" xmlns=\"http://www.topografix.com/GPX/1/1\"><trk><trkseg>\n{high}<trkpt lat=\"55\" lon"
    );
    let gpx_cut = gpx(file.as_bytes());
    assert_eq!((gpx_cut.warnings.count(), told(&gpx_cut).len()), (301, 101));
    assert!(
        told(&gpx_cut)[100].contains("the file ends here, inside <trkseg>; it was cut off"),
        "{}",
        told(&gpx_cut)[100]
    );
    let broken = "<trkpt lat=\"55\" lon=\"21\"></trkpt><trkpt lat=\"1 lon=\"2\"/>\n".repeat(300);
    let file = format!(
        "<gpx version=\"1.1\" xmlns=\"http://www.topografix.com/GPX/1/1\"><trk><trkseg>\n{broken}</trkseg></trk></gpx>x"
    );
    let gpx_broken = gpx(file.as_bytes());
    let end = &told(&gpx_broken)[100..];
    assert_eq!(
        end,
        [
            "302:22: the file goes on after </gpx>; what follows was left out: text (1 bytes)",
            "302:23: the file is broken in 300 places; 7200 bytes were left out; what was read: 300 track points"
        ]
    );
}

/// Two megabytes of them take a second in a build for tests, and hours where each looks through the rest of the file.
#[test]
fn a_million_broken_tags_take_no_longer_than_their_bytes() {
    let begin = format!("<gpx version=\"1.1\" xmlns=\"http://www.topografix.com/GPX/1/1\"><trk><trkseg>{}", point(0));
    let seconds = |broken: &str| {
        let file = format!("{begin}{}", broken.repeat(2_000_000 / broken.len()));
        let began = Instant::now();
        let _ = read(file.as_bytes(), &Limits::default());
        began.elapsed()
    };
    for broken in [
        "<trkpt lat=\"",
        "<trkpt ",
        "<!--",
        "<![CDATA[",
        "<?x ",
        "</trkpt>",
        "<a>",
        "<trk>",
        "<x a='<",
        "<",
        "<trkpt>\0",
        "</trkseg><trkpt lat='1' lon='1'/>",
    ] {
        assert!(seconds(broken) < Duration::from_secs(20), "{broken}");
    }
}

proptest! {
    /// The law: whatever happens to some bytes of a file, each point that ends before them, and each that begins behind
    /// the next tag of a point, a segment, a track or a route that follows them, is read as it was, and none is read twice.
    ///
    /// Said of damage behind the first element's tag that is no comment, CDATA or instruction closed later in the file.
    #[test]
    fn damage_costs_the_points_around_it_and_no_other(
        at in 0.0..1.0_f64, length in 0..120_usize,
        with in prop_oneof![
            proptest::collection::vec(any::<u8>(), 0..12),
            Just(vec![0; 300]),
            proptest::sample::select(vec!["<", ">", "\"", "'", "</", "/>", "<trkpt", "<!--", "<a>", "</trkpt>", "<trkseg>", "</trkseg>", "<trk>", "</trk>", "&", "<ele>", "</time>", "<![CDATA["])
                .prop_map(|text| text.as_bytes().to_vec()),
        ],
    ) {
        let file = file();
        let behind_root = file.find("<metadata>").expect("there");
        let from = behind_root + ((file.len() - behind_root) as f64 * at) as usize;
        let to = (from + length).min(file.len());
        let mut bytes = file.clone().into_bytes();
        bytes.splice(from..to, with.iter().copied());
        let Ok(gpx) = read(&bytes[..], &Limits::phone()) else {
            // Only where no point stands before it, and none is left behind.
            prop_assert!(false, "refused");
            return Ok(());
        };
        let all: Vec<(usize, usize, String)> = ["<wpt ", "<rtept ", "<trkpt "].iter().flat_map(|tag| file.match_indices(tag)).map(|(begin, _)| {
            let rest = &file[begin..];
            let tag = rest.find('>').expect("an end");
            let end = if rest[..tag].ends_with('/') { tag + 1 } else { rest.find("pt>").expect("an end") + 3 };
            (begin, begin + end, rest[rest.find("lat=\"").expect("lat") + 5..][..7].trim_end_matches(['"', ' ', 'l']).to_owned())
        }).collect();
        let next = all.iter().map(|(begin, ..)| *begin).filter(|begin| *begin >= to).min().unwrap_or(file.len());
        let read: Vec<f64> = latitudes(&gpx).iter().map(|text| text.parse().expect("a number")).collect();
        for (begin, end, lat) in &all {
            let lat: f64 = lat.parse().expect("a number");
            let found = read.iter().filter(|known| (*known - lat).abs() < 1e-6).count();
            if *end <= from || *begin > next {
                prop_assert_eq!(found, 1, "{} of {}", lat, String::from_utf8_lossy(&bytes));
            }
        }
        let mut written = Vec::new();
        write(&gpx, &mut written).expect("written");
        prop_assert_eq!(latitudes(&super::super::tests::gpx_of(&written)), latitudes(&gpx));
        let _ = whole(&gpx).map(|part| part.way());
    }
}
