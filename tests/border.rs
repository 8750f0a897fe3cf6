//! The same rides give the same output everywhere: here Rust, whose streams `bindings/check/run` compares with those of
//! Kotlin and Swift.
//!
//! The snapshots hold a digest of each stream and what is heard. Where one changes on purpose, look at what is heard
//! first; the whole streams are written by `cargo run -p route-guide-tests --bin border`.

use std::fmt::Write as _;

use route_guide_tests::border::{Journey, Stream, answers, recorded, simulated, travelled_stream};
use route_guide_tests::{quick_folder, real_bundle};

/// The stream of each journey, shortened to what people read and a digest of the rest.
fn told(journeys: impl Fn(&[route_guide_core::model::Route]) -> Vec<Journey>) -> String {
    let folder = quick_folder();
    let (bundle, collection) = real_bundle(folder.path());
    let mut told = String::new();
    for journey in journeys(&collection.routes) {
        let home = quick_folder();
        let Stream { steps, plain, garmin } = travelled_stream(home.path(), &bundle, &collection.manifest.id, &journey);
        let count = |kind: &str| steps.lines().filter(|line| line.starts_with(kind)).count();
        let _ = writeln!(told, "{}: {} fixes, {} refused", journey.name, count("step|"), count("refused|"));
        let _ = writeln!(told, "    steps {}", digest(steps.as_bytes()));
        let _ = writeln!(told, "    plain GPX {}, Garmin GPX {}", digest(&plain), digest(&garmin));
        for cue in steps.lines().filter_map(|line| line.strip_prefix("cue|")) {
            let words: Vec<&str> = cue.split('|').collect();
            let event = words[0].split(',').next().unwrap_or_default();
            let _ = writeln!(told, "    {event}: {}", words[1]);
        }
    }
    told
}

fn digest(bytes: &[u8]) -> String {
    blake3::hash(bytes).to_hex()[..16].to_owned()
}

#[test]
fn simulated_rides_give_the_same_stream_everywhere() {
    insta::assert_snapshot!(told(simulated));
}

#[test]
fn recorded_rides_give_the_same_stream_everywhere() {
    let told = told(recorded);
    if !told.is_empty() {
        insta::assert_snapshot!(told);
    }
}

#[test]
fn questions_have_the_same_answers_everywhere() {
    let folder = quick_folder();
    let (bundle, _) = real_bundle(folder.path());
    let answers = answers(folder.path(), &bundle);
    let found = answers.lines().filter(|line| line.starts_with("found|")).count();
    insta::assert_snapshot!(format!("{found} found, {}", digest(answers.as_bytes())));
}
