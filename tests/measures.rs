//! What is measured, as it reads and sounds in three languages: a person reads the snapshot.

use std::fmt::Write as _;

use route_guide_core::geometry::Metres;
use route_guide_core::measures::Measures;
use route_guide_core::model::{Category, Language, Mode, Origin, Units};

const MINUTE_MS: i64 = 60_000;

#[test]
fn every_measure_reads_well() {
    for language in [Language::LT, Language::EN, Language::DE] {
        insta::assert_snapshot!(format!("measures-{language}"), told(language));
    }
}

fn told(language: Language) -> String {
    let mut told = String::new();
    for units in [Units::Metric, Units::Imperial] {
        let measures = Measures::new(language, units);
        let mut tell = |what: &str, words: Vec<String>| {
            let _ = writeln!(told, "{what}: {}", words.join(" | "));
        };
        let metres = [0.0, 21.0, 347.0, 990.0, 1_234.0, 2_000.0, 21_300.0, f64::NAN].map(Metres);
        tell("distance", metres.map(|metres| measures.distance(metres)).to_vec());
        tell("spoken", metres.map(|metres| measures.spoken_distance(metres)).to_vec());
        tell("height", [-3.0, 52.0, 120.0, 1_234.0].map(|metres| measures.height(Metres(metres))).to_vec());
        tell("speed", [0.0, 1.3, 3.9, -1.0].map(|speed| measures.speed(speed)).to_vec());
    }
    let measures = Measures::new(language, Units::Metric);
    let position = measures.position(55.304_21, 21.005_53);
    let durations = [-1, 59_999, MINUTE_MS, 45 * MINUTE_MS, 60 * MINUTE_MS, 80 * MINUTE_MS, 1_441 * MINUTE_MS];
    let more = [
        ("duration", durations.map(|ms| measures.duration(ms)).to_vec()),
        ("direction", (0..8).map(|eighth| measures.direction(f64::from(eighth) * 45.0)).collect()),
        ("exactness", [0.0, 0.1, 0.6, 1.0].map(|share| measures.exactness(share)).to_vec()),
        ("origin", Origin::ALL.iter().map(|origin| measures.origin(*origin)).collect()),
        ("mode", Mode::ALL.iter().map(|mode| mode.word(language).to_owned()).collect()),
        ("category", Category::ALL.iter().map(|category| category.plural(language).to_owned()).collect()),
        ("position", vec![position.decimal, position.minutes, position.digits]),
        ("digits", vec![measures.position(-67.890_12, -134.5).digits]),
    ];
    for (what, words) in more {
        let _ = writeln!(told, "{what}: {}", words.join(" | "));
    }
    told.replace('\u{A0}', "_")
}
