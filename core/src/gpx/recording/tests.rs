//! Recordings there and back.

use std::io;

use proptest::prelude::*;

use super::*;
use crate::gpx::{ExportedRide, Gpx, Limits, Oddity, Profile, RideExport, export_ride, read, ride};
use crate::model::Language;

fn fix(second: i64) -> Fix {
    Fix {
        time_ms: 1_779_010_200_000 + second * 1_000,
        monotonic_ms: Some(77_000 + second * 1_000),
        lat: 55.303_123_456_789_01 + second as f64 * 3e-5,
        lon: 21.004_987_654_321_09 + second as f64 * 1e-5,
        accuracy_m: 4.75,
        altitude_m: Some(12.300_000_190_734_863),
        speed_mps: Some(4.2),
        course_deg: Some(359.97),
    }
}

fn recorded(segment: u32, fix: Fix) -> RecordedFix {
    RecordedFix { segment, steady_ms: fix.time_ms, fix }
}

fn about() -> RideAbout {
    RideAbout {
        key: "01J-x".into(),
        name: "Nida".into(),
        description: None,
        followed: Vec::new(),
        started_ms: 1_779_010_200_000,
        mode: Some(Mode::Bike),
    }
}

fn written(
    about: &RideAbout,
    waypoints: &[RideWaypoint],
    fixes: &[RecordedFix],
    profile: Profile,
) -> (String, ExportedRide) {
    let how = RideExport { profile, language: Language::EN };
    let mut out = Vec::new();
    let told = export_ride::<io::Error>(about, waypoints, how, fixes.iter().copied().map(Ok), &mut out);
    (String::from_utf8(out).expect("UTF-8"), told.expect("written"))
}

fn parse(text: &str) -> Gpx {
    let gpx = read(text.as_bytes(), &Limits::default()).expect("our own file");
    let told = gpx.warnings.first().iter().filter(|warning| warning.oddity != Oddity::Nowhere);
    assert_eq!(told.count(), 0);
    gpx
}

/// Any number a phone may say, with all NaN as one.
fn number() -> impl Strategy<Value = f64> {
    let odd = prop_oneof![
        Just(f64::NAN),
        Just(f64::INFINITY),
        Just(f64::NEG_INFINITY),
        Just(-0.0),
        Just(f64::MIN_POSITIVE),
        Just(f64::MAX),
        Just(-1.0),
        Just(-4.440_892_098_500_626e-16),
    ];
    let any = any::<f64>().prop_map(|number| if number.is_nan() { f64::NAN } else { number });
    prop_oneof![4 => -500.0..9_000.0_f64, 1 => odd, 1 => any]
}

fn moment() -> impl Strategy<Value = i64> {
    prop_oneof![8 => 0..4_102_444_800_000_i64, 1 => any::<i64>(), 1 => Just(i64::MIN)]
}

fn position() -> impl Strategy<Value = (f64, f64)> {
    let lat = prop_oneof![4 => -90.0..=90.0_f64, 1 => Just(-0.0), 1 => Just(-4.4e-16)];
    let lon = prop_oneof![4 => -180.0..=180.0_f64, 1 => Just(180.0), 1 => Just(-180.0), 1 => Just(-0.0)];
    (lat, lon)
}

/// What people and strangers call things.
fn words() -> impl Strategy<Value = String> {
    prop_oneof!["\\PC{0,20}", "[<>&'\" \\]a-ą]{0,12}"].prop_map(|text| text.trim().to_owned())
}

fn some_words() -> impl Strategy<Value = String> {
    words().prop_map(|text| if text.is_empty() { "Preila".to_owned() } else { text })
}

fn fixes() -> impl Strategy<Value = Vec<RecordedFix>> {
    let known = (number(), proptest::option::of(number()), proptest::option::of(number()));
    let one =
        (position(), known, proptest::option::of(number()), moment(), any::<Option<i64>>(), moment(), any::<bool>());
    let one = one.prop_map(
        |((lat, lon), (accuracy_m, altitude_m, speed_mps), course_deg, steady_ms, monotonic_ms, phone_ms, set)| {
            let time_ms = if set { phone_ms } else { steady_ms };
            let fix = Fix { time_ms, monotonic_ms, lat, lon, accuracy_m, altitude_m, speed_mps, course_deg };
            (steady_ms, fix)
        },
    );
    let segment =
        (prop_oneof![3 => 0..4_u32, 1 => any::<u32>(), 1 => Just(u32::MAX)], proptest::collection::vec(one, 0..5));
    proptest::collection::vec(segment, 0..5).prop_map(|segments| {
        let fixes = segments.into_iter().flat_map(|(segment, fixes)| {
            fixes.into_iter().map(move |(steady_ms, fix)| RecordedFix { segment, steady_ms, fix })
        });
        fixes.collect()
    })
}

fn waypoints() -> impl Strategy<Value = Vec<RideWaypoint>> {
    let attachment = ("\\PC{1,12}", any::<u64>(), "[0-9a-f]{0,64}").prop_map(|(name, bytes, digest)| Attachment {
        file: FileName::new(&name).unwrap_or(FileName::new("photos/1.jpg").expect("a name")),
        bytes,
        digest,
    });
    let kind = prop_oneof![
        Just(RideWaypointKind::Stop),
        attachment.clone().prop_map(RideWaypointKind::Photo),
        attachment.prop_map(RideWaypointKind::Note),
    ];
    let one = (words(), position(), moment(), kind).prop_map(|(name, (lat, lon), time_ms, kind)| RideWaypoint {
        name,
        point: Point::new(lat, lon).expect("valid"),
        time_ms,
        kind,
    });
    proptest::collection::vec(one, 0..4)
}

fn abouts() -> impl Strategy<Value = RideAbout> {
    let mode = prop_oneof![Just(None), proptest::sample::select(Mode::ALL).prop_map(Some)];
    let followed = proptest::collection::vec(some_words(), 0..3);
    (some_words(), words(), proptest::option::of(some_words()), followed, moment(), mode).prop_map(
        |(key, name, description, followed, started_ms, mode)| RideAbout {
            key,
            name,
            description,
            followed,
            started_ms,
            mode,
        },
    )
}

proptest! {
    #[test]
    fn a_recording_comes_back_to_the_bit(about in abouts(), waypoints in waypoints(), fixes in fixes()) {
        let (text, told) = written(&about, &waypoints, &fixes, Profile::Plain);
        prop_assert_eq!((told.written, told.of, told.skipped), (fixes.len(), fixes.len(), 0));
        let back = recorded_ride(&parse(&text)).expect("ours");
        let wanted = RecordedRide { about, waypoints, fixes, left_out: 0 };
        // The text of a number tells −0 from 0 and one NaN from none.
        prop_assert_eq!(format!("{back:?}"), format!("{wanted:?}"));
    }

    #[test]
    fn every_profile_writes_what_can_be_read(about in abouts(), waypoints in waypoints(), fixes in fixes()) {
        for profile in Profile::ALL {
            let (text, told) = written(&about, &waypoints, &fixes, profile);
            let gpx = parse(&text);
            // What other programs read may have no point at 0°, 0°.
            let nowhere = usize::try_from(gpx.warnings.count()).expect("few");
            prop_assert_eq!(gpx.waypoints.len() + gpx.track_points() + nowhere, waypoints.len() + fixes.len());
            prop_assert!(nowhere == 0 || profile != Profile::Plain);
            prop_assert_eq!(gpx.tracks[0].segments.len(), told.segments);
        }
    }
}

#[test]
fn a_position_that_is_nowhere_is_left_out_and_counted() {
    let nowhere = |lat, lon| recorded(0, Fix { lat, lon, ..fix(1) });
    let fixes = [nowhere(f64::NAN, 21.0), recorded(0, fix(0)), nowhere(91.0, 21.0), nowhere(55.0, f64::INFINITY)];
    for profile in Profile::ALL {
        let (text, told) = written(&about(), &[], &fixes, profile);
        assert_eq!((told.written, told.of, told.skipped), (1, 1, 3));
        assert_eq!(parse(&text).track_points(), 1);
    }
}

#[test]
fn what_stops_the_fixes_stops_the_file() {
    let how = RideExport { profile: Profile::Plain, language: Language::EN };
    let fixes = [Ok(recorded(0, fix(0))), Err(io::Error::other("the database is gone"))];
    let said = export_ride::<io::Error>(&about(), &[], how, fixes, &mut Vec::new()).expect_err("stopped");
    assert_eq!(said.to_string(), "the database is gone");
}

#[test]
fn any_program_reads_the_ride_as_it_reads_others() {
    let fixes = [recorded(0, fix(0)), recorded(1, fix(1))];
    let (text, _) = written(&about(), &[], &fixes, Profile::Plain);
    let wanted: Vec<Fix> = fixes.iter().map(|fix| Fix { monotonic_ms: None, ..fix.fix }).collect();
    assert_eq!(ride(&parse(&text)).fixes, wanted);
}

#[test]
fn waypoints_without_a_name_stay_without_one() {
    let at = Point::new(55.3, 21.0).expect("valid");
    let nameless = RideWaypoint { name: " ".into(), point: at, time_ms: 0, kind: RideWaypointKind::Stop };
    let (text, _) = written(&about(), &[nameless.clone(), nameless], &[], Profile::Garmin);
    assert!(parse(&text).waypoints.iter().all(|waypoint| waypoint.children.text("name").is_none()), "{text}");
}

#[test]
fn osmand_reads_metres_where_others_read_a_dilution() {
    let standing = Fix { speed_mps: Some(0.0), accuracy_m: f64::NAN, ..fix(1) };
    let (text, _) = written(&about(), &[], &[recorded(0, fix(0)), recorded(0, standing)], Profile::Osmand);
    assert!(text.contains("<hdop>4.8</hdop>") && text.contains("<osmand:speed>4.20</osmand:speed>"), "{text}");
    assert_eq!((text.matches("hdop>").count(), text.matches("osmand:speed>").count()), (2, 2));
    assert_eq!(ride(&parse(&text)).fixes[0].accuracy_m, 4.8);
}

#[test]
fn garmin_gets_short_names_its_own_extension_and_ten_thousand_points() {
    let wiggling = |second: i64| Fix { lat: 55.3 + (second * 7 % 13) as f64 * 1e-5, ..fix(second) };
    let fixes: Vec<RecordedFix> =
        (0..25_000).map(|second| recorded(if second < 9_000 { 0 } else { 4 }, wiggling(second))).collect();
    let named = RideAbout { name: "Ilgas dviračių žygis aplink Kuršių marias".into(), ..about() };
    let (text, told) = written(&named, &[], &fixes, Profile::Garmin);
    let gpx = parse(&text);
    assert!(told.name.chars().count() <= 30, "{}", told.name);
    assert_eq!((told.of, told.segments, told.written), (25_000, 2, gpx.track_points()));
    assert!((2_000..=10_000).contains(&told.written), "{}", told.written);
    let said = gpx.tracks[0].children.text("desc").expect("said");
    assert!(said.contains("Line simplified") && said.contains(&format!("{} of 25000", told.written)), "{said}");
    let second = Point::new(wiggling(9_000).lat, wiggling(9_000).lon).expect("valid");
    assert!(gpx.tracks[0].segments[1].points()[0].distance(second).0 < 0.02);
    assert!(text.contains("xmlns:gpxtpx=\"http://www.garmin.com/xmlschemas/TrackPointExtension/v2\""));
    assert!(text.contains("<gpxtpx:course>0.0</gpxtpx:course>"));
}

#[test]
fn komoot_gets_one_bare_track_in_one_piece() {
    let fixes = [recorded(0, fix(0)), recorded(1, fix(1)), recorded(5, fix(2))];
    let (text, told) = written(&about(), &[], &fixes, Profile::Komoot);
    let gpx = parse(&text);
    assert_eq!((told.segments, gpx.tracks[0].segments.len(), gpx.track_points()), (1, 1, 3));
    assert!(!text.contains("extensions") && gpx.tracks[0].segments[0].iter().all(|point| point.children.is_empty()));
}

#[test]
fn what_others_did_to_the_file_is_borne() {
    let photo = RideWaypointKind::Photo(Attachment {
        file: FileName::new("nida.jpg").expect("a name"),
        bytes: 7,
        digest: "ab".into(),
    });
    let at = Point::new(55.3, 21.0).expect("valid");
    let waypoints = [RideWaypoint { name: "Nida".into(), point: at, time_ms: 0, kind: photo }];
    let (text, _) = written(&about(), &waypoints, &[recorded(3, fix(0)), recorded(3, fix(1))], Profile::Plain);
    let after = |from: &str, to: &str| recorded_ride(&parse(&text.replace(from, to)));
    let whole = after("", "").expect("ours");
    assert_eq!((whole.fixes.len(), whole.waypoints.len(), whole.left_out), (2, 1, 0));
    let elsewhere = after("href=\"nida.jpg\"", "href=\"../../etc/passwd\"").expect("ours");
    assert_eq!((elsewhere.waypoints.len(), elsewhere.left_out), (0, 1));
    let untimed = after("<time>2026-05-17T09:30:01Z</time>", "").expect("ours");
    assert_eq!((untimed.fixes.len(), untimed.left_out), (1, 1));
    assert_eq!(after("rg:accuracy", "rg:other").expect("ours").fixes[0].fix.accuracy_m, 10.0);
    assert_eq!(after("rg:segment", "rg:other").expect("ours").fixes[0].segment, 0);
    assert_eq!(after("rg:", "own:").expect("ours"), whole);
    assert_eq!(after("rg:key", "rg:other"), None);
    assert_eq!(after("urn:x-route-guide", "urn:other"), None);
}
