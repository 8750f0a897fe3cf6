//! `route-guide library FOLDER import` as people and scripts call it: what it says, where, and how it ends.

#![allow(clippy::expect_used, reason = "a test that cannot be set up has failed")]

use std::path::{Path, PathBuf};
use std::process::Command;

use tempfile::TempDir;

/// What the tool said to standard output and standard error, and its exit code.
fn library(folder: &TempDir, arguments: &[&Path]) -> (String, String, Option<i32>) {
    let mut tool = Command::new(env!("CARGO_BIN_EXE_route-guide"));
    let ended = tool.arg("library").arg(folder.path().join("phone")).args(arguments).output().expect("the tool runs");
    let text = |bytes: &[u8]| String::from_utf8_lossy(bytes).into_owned();
    (text(&ended.stdout), text(&ended.stderr), ended.status.code())
}

fn import(folder: &TempDir, files: &[&Path]) -> (String, String, Option<i32>) {
    library(folder, &[&[Path::new("import")], files].concat())
}

fn stranger(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../tests/fixtures/strangers").join(name)
}

fn home() -> TempDir {
    TempDir::new().expect("a folder")
}

#[test]
fn archives_are_brought_in_with_an_honest_exit_code() {
    let home = home();
    let (out, said, code) = import(&home, &[&stranger("mac.zip")]);
    assert_eq!((out.lines().count(), said.as_str(), code), (2, "", Some(0)));
    let (out, said, code) = import(&home, &[&stranger("strava.zip")]);
    assert_eq!((out.lines().count(), code), (1, Some(0)));
    assert!(said.starts_with("warning: ") && said.contains("no GPX: 1 .csv"), "{said}");
    let (out, said, code) = import(&home, &[&stranger("trip.kmz")]);
    assert_eq!((out.as_str(), code), ("", Some(1)));
    assert!(said.starts_with("error: ") && said.contains("KML"), "{said}");
    let empty = home.path().join("empty");
    std::fs::create_dir(&empty).expect("makes");
    assert_eq!(import(&home, &[&empty]).2, Some(1));
}

#[test]
fn one_bad_file_does_not_keep_the_others_out() {
    let home = home();
    let (out, said, code) = import(&home, &[&home.path().join("missing.gpx"), &stranger("name-of-route.gpx")]);
    assert!(said.starts_with("error: ") && out.starts_with("recording 1: Kuršių marios, "), "{said}{out}");
    assert_eq!(code, Some(1));
}

#[test]
fn tracks_that_go_on_in_one_another_are_offered_as_one() {
    let home = home();
    let (out, said, code) = import(&home, &[&stranger("three-tracks.gpx")]);
    assert_eq!((out.lines().count(), code), (3, Some(0)));
    assert!(said.contains("`join 1` makes one of them: Day 1 – Day 3"), "{said}");
    let (out, _, code) = library(&home, &[Path::new("join"), Path::new("2")]);
    assert!(out.starts_with("recording 4: Day 1 – Day 3, "), "{out}");
    assert_eq!(code, Some(0));
    assert_eq!(library(&home, &[Path::new("recordings")]).0.lines().count(), 4);
}

#[test]
fn a_file_with_another_name_and_places_is_said_to_have_changed_the_track() {
    let home = home();
    let files = [stranger("brought-in-again-1.gpx"), stranger("brought-in-again-2.gpx")];
    let (out, _, code) = import(&home, &[&files[0], &files[1], &files[1]]);
    let said: Vec<&str> = out.lines().collect();
    assert!(said[0].starts_with("recording 1: Sunday, "), "{out}");
    assert!(said[1].starts_with("recording 1 as this file has it: Sunday, with the ferry, "), "{out}");
    assert_eq!((said[2], code), ("recording 1 was here already", Some(0)));
}

#[test]
fn a_name_cannot_command_or_turn_what_is_shown() {
    let home = home();
    let points = [0, 1, 2].map(|number| format!("<trkpt lat=\"55.{number}\" lon=\"21\"/>")).concat();
    let text = format!("<gpx><trk><name>a\u{202E}b&#x9;&#xA;c</name><trkseg>{points}</trkseg></trk></gpx>");
    let file = home.path().join("x\n\u{202E}\u{1b}[31m.gpx");
    std::fs::write(&file, text).expect("writes");
    let bad = home.path().join("y\n\u{202E}\u{1b}[31m.gpx");
    std::fs::write(&bad, "no GPX").expect("writes");
    let (out, said, code) = import(&home, &[&file, &bad]);
    assert!(out.starts_with("recording 1: ab c, "), "{out}");
    let listed = library(&home, &[Path::new("recordings")]).0;
    for text in [&out, &said, &listed] {
        assert!(!text.contains(['\u{202E}', '\u{1b}']), "{text:?}");
    }
    assert!(said.lines().all(|line| line.starts_with("warning: ") || line.starts_with("error: ")), "{said}");
    assert_eq!(code, Some(1));
}

#[cfg(unix)]
#[test]
fn a_pipe_is_refused_and_not_waited_for() {
    let home = home();
    let pipe = home.path().join("pipe.gpx");
    assert!(Command::new("mkfifo").arg(&pipe).status().expect("runs").success());
    let (_, said, code) = import(&home, &[&pipe]);
    assert!(said.contains("it is no ordinary file"), "{said}");
    assert_eq!(code, Some(1));
}
