//! Recorded rides exported as GPX: what a schema and a person would say to the files.
use std::io;
use std::process::Command;

use route_guide_core::geometry::Point;
use route_guide_core::gpx::{
    Attachment, FileName, Profile, RecordedFix, RideAbout, RideExport, RideWaypoint, RideWaypointKind, export_ride,
};
use route_guide_core::model::{Fix, Language, Mode};
use route_guide_tests::{shared, tool};

const START: i64 = 1_779_010_200_000;

fn about() -> RideAbout {
    RideAbout {
        key: "3f2a9c".into(),
        name: "Nida – <Juodkrantė> \u{1}& atgal".into(),
        description: Some("Prieš vėją.".into()),
        followed: vec!["Malonūs nuovargiai".into(), "Pirmoji diena: nuo Nidos iki Juodkrantės".into()],
        started_ms: START,
        mode: Some(Mode::Bike),
    }
}

fn waypoints() -> Vec<RideWaypoint> {
    let at = |step: f64| Point::new(55.3 + step * 1e-3, 21.0).expect("valid");
    let file = |name: &str| Attachment {
        file: FileName::new(name).expect("a name"),
        bytes: 2_345_678,
        digest: "af1349b9f5f9a1a6".into(),
    };
    let photo = RideWaypointKind::Photo(file("nuotraukos/Nida 1.jpg"));
    let note = RideWaypointKind::Note(file("balsas/1.m4a"));
    vec![
        RideWaypoint {
            name: "Švyturys".into(), point: at(1.0), time_ms: START + 60_000, kind: RideWaypointKind::Stop
        },
        RideWaypoint { name: "Prie <švyturio>".into(), point: at(1.5), time_ms: START + 61_250, kind: photo },
        RideWaypoint { name: String::new(), point: at(2.0), time_ms: START + 90_000, kind: note },
    ]
}

/// A fix every second; the phone's clock is set back by an hour behind the fifth, and the seventh begins a segment.
fn fixes(count: i64) -> Vec<RecordedFix> {
    let one = |second: i64| RecordedFix {
        segment: if second < 7 { 0 } else { 2 },
        steady_ms: START + second * 1_000 + if second == 3 { 250 } else { 0 },
        fix: Fix {
            time_ms: START + second * 1_000 + if second == 3 { 250 } else { 0 }
                - if second > 5 { 3_600_000 } else { 0 },
            monotonic_ms: Some(77_000 + second * 1_000),
            lat: 55.303_123_456_789 + second as f64 * 3e-5,
            lon: if second == 6 {
                180.0
            } else if second == 10 {
                1e-30
            } else {
                21.004_987_654_321 + second as f64 * 1e-5
            },
            accuracy_m: if second == 5 { f64::NAN } else { 4.75 },
            altitude_m: match second % 5 {
                0 => Some(12.300_000_190_734_863),
                1 => None,
                2 => Some(f64::NEG_INFINITY),
                3 => Some(-4.440_892_098_500_626e-16),
                _ => Some(f64::MAX),
            },
            speed_mps: [Some(4.2), Some(-1.0), None][second as usize % 3],
            course_deg: [Some(359.97), None, Some(-1.0), Some(90.0)][second as usize % 4],
        },
    };
    (0..count).map(one).collect()
}

fn written(profile: Profile, fixes: &[RecordedFix]) -> String {
    let how = RideExport { profile, language: Language::LT };
    let mut out = Vec::new();
    export_ride::<io::Error>(&about(), &waypoints(), how, fixes.iter().copied().map(Ok), &mut out).expect("written");
    String::from_utf8(out).expect("UTF-8")
}

#[test]
fn a_ride_reads_well() {
    insta::assert_snapshot!(written(Profile::Plain, &fixes(9)));
}

#[test]
fn a_ride_reads_well_on_a_garmin() {
    insta::assert_snapshot!(written(Profile::Garmin, &fixes(3)));
}

#[test]
fn every_profile_writes_what_the_schema_wants() {
    let Some(schema) = shared("gpx-schema/gpx-1.1.xsd") else { return };
    if !tool("xmllint") {
        return;
    }
    let folder = tempfile::tempdir().expect("a folder");
    let mut files = Vec::new();
    for profile in Profile::ALL {
        for count in [0, 1, 12, 11_000] {
            let path = folder.path().join(format!("{}-{count}.gpx", profile.name()));
            std::fs::write(&path, written(profile, &fixes(count))).expect("writable");
            files.push(path);
        }
    }
    let judged = Command::new("xmllint").args(["--noout", "--schema"]).arg(schema).args(&files).output().expect("runs");
    assert!(judged.status.success(), "{}", String::from_utf8_lossy(&judged.stderr));
}
