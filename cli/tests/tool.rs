//! The tool as people and scripts call it.

#![allow(clippy::expect_used, reason = "a test that cannot be set up has failed")]

use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use tempfile::TempDir;

fn tool(arguments: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_route-guide")).args(arguments).output().expect("the tool runs")
}

fn text(bytes: &[u8]) -> String {
    String::from_utf8_lossy(bytes).into_owned()
}

fn source() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../route-data")
}

fn name(path: &Path) -> &str {
    path.to_str().expect("a plain name")
}

/// The packed routes in a folder that goes away.
fn packed() -> (TempDir, PathBuf) {
    let folder = TempDir::new().expect("a folder");
    let bundle = folder.path().join("klaipeda.gpkg");
    let packed = tool(&["pack", name(&source()), "-o", name(&bundle)]);
    assert!(packed.status.success(), "{}", text(&packed.stderr));
    (folder, bundle)
}

#[test]
fn an_editor_checks_and_packs_and_gets_the_same_bytes_twice() {
    let checked = tool(&["check", name(&source())]);
    assert_eq!(checked.status.code(), Some(0), "{}", text(&checked.stderr));
    assert!(text(&checked.stderr).contains("0 errors"));
    let ((_one, first), (_two, second)) = (packed(), packed());
    assert!(std::fs::read(first).expect("reads") == std::fs::read(second).expect("reads"));
}

#[test]
fn a_guide_takes_a_stage_to_a_garmin_and_brings_a_ride_back() {
    let (folder, bundle) = packed();
    let gpx = folder.path().join("day2.gpx");
    let exported =
        tool(&["export", name(&bundle), "malonus-nuovargiai", "--stage", "2", "--profile", "garmin", "-o", name(&gpx)]);
    assert!(exported.status.success(), "{}", text(&exported.stderr));
    let imported = tool(&["import", name(&gpx), "--json"]);
    let line: serde_json::Value = serde_json::from_slice(&imported.stdout).expect("one object");
    assert_eq!(line["tracks"], 1);
    assert_eq!(line["error"], serde_json::Value::Null);

    let ride = folder.path().join("ride.gpx");
    let points = ["55.79593\" lon=\"21.06767", "55.79500\" lon=\"21.06790", "55.79400\" lon=\"21.06800"];
    let points: String = points
        .iter()
        .enumerate()
        .map(|(minute, at)| format!("<trkpt lat=\"{at}\"><time>2026-06-01T08:{minute:02}:00Z</time></trkpt>"))
        .collect();
    std::fs::write(&ride, format!("<gpx version=\"1.1\"><trk><trkseg>{points}</trkseg></trk></gpx>")).expect("writes");
    let followed =
        tool(&["guide", name(&bundle), "malonus-nuovargiai", "--ride", name(&ride), "--language", "lt", "--json"]);
    assert!(followed.status.success(), "{}", text(&followed.stderr));
    let lines: Vec<serde_json::Value> =
        text(&followed.stdout).lines().map(|line| serde_json::from_str(line).expect("an object")).collect();
    assert_eq!(lines.len(), 3);
    assert!(lines[0]["match"]["along_m"].as_f64().expect("a number") > 13_000.0, "{}", lines[0]);
    let cues: String = lines
        .iter()
        .flat_map(|line| line["cues"].as_array().cloned().unwrap_or_default())
        .map(|cue| cue.to_string())
        .collect();
    assert!(cues.contains("Olando kepurė"), "{cues}");
}

#[test]
fn a_track_is_followed_like_a_route() {
    let (folder, bundle) = packed();
    let track = folder.path().join("all.gpx");
    assert!(tool(&["export", name(&bundle), "migruojancios-kulturos", "-o", name(&track)]).status.success());
    let ride = folder.path().join("none.gpx");
    std::fs::write(&ride, "<gpx version=\"1.1\"><trk><trkseg><trkpt lat=\"55\" lon=\"21\"/></trkseg></trk></gpx>")
        .expect("writes");
    let refused = tool(&["guide", "--track", name(&track), "--ride", name(&ride)]);
    assert_eq!(refused.status.code(), Some(1));
    assert!(text(&refused.stderr).contains("has a time"), "{}", text(&refused.stderr));
}

#[test]
fn each_part_of_a_file_is_listed_and_can_be_followed() {
    let track = Path::new(env!("CARGO_MANIFEST_DIR")).join("../tests/fixtures/strangers/three-tracks.gpx");
    let listed = tool(&["import", name(&track)]);
    for part in ["1     2.3 km  Day 1", "2     3.5 km  Day 2", "3     2.9 km  Day 3"] {
        assert!(text(&listed.stdout).contains(part), "{}", text(&listed.stdout));
    }
    let follow = |more: &[&str]| tool(&[&["guide", "--track", name(&track), "--simulate"], more].concat());
    let whole = follow(&[]);
    assert!(text(&whole.stderr).contains("followed as one"), "{}", text(&whole.stderr));
    assert!(text(&whole.stdout).contains("8.8 km along the route"), "{}", text(&whole.stdout));
    let second = follow(&["--part", "2"]);
    assert!(text(&second.stderr).contains("followed: 2; left out: 1, 3"), "{}", text(&second.stderr));
    assert!(text(&second.stdout).contains("3.5 km along the route"), "{}", text(&second.stdout));
    let none = follow(&["--part", "4"]);
    assert_eq!(none.status.code(), Some(1));
    assert!(text(&none.stderr).contains("has 3 parts to follow, and none numbered 4"), "{}", text(&none.stderr));
}

#[test]
fn many_warnings_are_told_in_bounds() {
    let folder = TempDir::new().expect("a folder");
    let bad = folder.path().join("bad.gpx");
    let points = format!("{}<trkpt lat=\"55\" lon=\"21\"/>", "<trkpt lat=\"\" lon=\"21\"/>\n".repeat(30));
    std::fs::write(&bad, format!("<gpx version=\"1.1\"><trk><trkseg>{points}</trkseg></trk></gpx>")).expect("writes");
    let told = text(&tool(&["import", name(&bad)]).stderr);
    assert!(told.lines().count() == 11 && told.contains("and 21 more"), "{told}");
}

#[test]
fn a_poster_is_drawn_as_its_ending_says() {
    let (folder, bundle) = packed();
    let (svg, png, other) = (folder.path().join("p.svg"), folder.path().join("p.png"), folder.path().join("p.bmp"));
    for picture in [&svg, &png] {
        let drawn = tool(&["poster", name(&bundle), "antgamtiniai-peizazai", "--language", "de", "-o", name(picture)]);
        assert!(drawn.status.success(), "{}", text(&drawn.stderr));
    }
    assert!(std::fs::read_to_string(svg).expect("reads").contains("<svg"));
    assert!(std::fs::read(png).expect("reads").starts_with(b"\x89PNG"));
    assert_eq!(tool(&["poster", name(&bundle), "antgamtiniai-peizazai", "-o", name(&other)]).status.code(), Some(2));
    assert!(!other.exists());
}

#[test]
fn what_is_wrong_is_said_to_standard_error_with_the_right_code() {
    let (folder, bundle) = packed();
    let no_route = tool(&["guide", name(&bundle), "malonus", "--simulate"]);
    assert_eq!(no_route.status.code(), Some(2));
    assert!(text(&no_route.stderr).contains("malonus-nuovargiai"), "{}", text(&no_route.stderr));

    let cut = folder.path().join("cut.gpx");
    std::fs::write(&cut, "<gpx version=\"1.1\">\n<trk><trkseg>\n<trkpt lat=\"91\" lon=\"21\"/>").expect("writes");
    let refused = tool(&["import", name(&cut)]);
    assert_eq!(refused.status.code(), Some(1));
    assert!(text(&refused.stderr).contains("cut.gpx:3:"), "{}", text(&refused.stderr));

    let no_bundle = tool(&["inspect", name(&cut)]);
    assert_eq!(no_bundle.status.code(), Some(1));
    assert_eq!(tool(&["pack"]).status.code(), Some(2));

    let nowhere = folder.path().join("missing/out.gpkg");
    assert_eq!(tool(&["pack", name(&source()), "-o", name(&nowhere)]).status.code(), Some(1));
    assert_eq!(tool(&["inspect", name(&bundle), "--json"]).status.code(), Some(0));
}

#[test]
fn a_call_that_makes_no_sense_is_refused_before_any_work() {
    let (folder, bundle) = packed();
    let (bundle, gpx) = (name(&bundle), folder.path().join("out.gpx"));
    let before = std::fs::read(bundle).expect("reads");
    let route = "malonus-nuovargiai";
    for call in [
        &["guide", bundle, route, "--simulate", "--speed=0"][..],
        &["guide", bundle, route, "--simulate", "--speed=nan"],
        &["guide", bundle, route, "--simulate", "--noise=inf"],
        &["guide", bundle, route, "--simulate", "--language", "lv"],
        &["export", bundle, route, "--points", "1", "-o", name(&gpx)],
        &["export", bundle, route, "--tolerance=-1", "-o", name(&gpx)],
        &["export", bundle, route, "-o", bundle],
        &["poster", bundle, route, "-o", bundle],
        &["pack", name(&source()), "-o", name(&folder.path().join("collection.toml"))],
    ] {
        let refused = tool(call);
        assert_eq!(refused.status.code(), Some(2), "{call:?}: {}", text(&refused.stderr));
    }
    assert!(!gpx.exists());
    assert!(std::fs::read(bundle).expect("reads") == before);
}

#[cfg(target_os = "linux")]
#[test]
fn a_full_or_closed_output_ends_the_tool_without_a_panic() {
    let run = |arguments: &str| {
        let command = format!("set -o pipefail; '{}' {arguments}", env!("CARGO_BIN_EXE_route-guide"));
        let status = Command::new("bash").args(["-c", &command]).current_dir(source()).status().expect("bash runs");
        status.code()
    };
    assert_eq!(run("check . 2>/dev/full"), Some(0));
    assert_eq!(run("check . 2>&1 >/dev/null | true"), Some(0));
    assert_eq!(run("check nowhere 2>/dev/full"), Some(1));
    assert_eq!(run("completions bash >/dev/full 2>/dev/null"), Some(1));
    assert_eq!(run("completions bash | true"), Some(0));
}

#[test]
fn a_source_with_an_error_is_not_packed_and_leaves_the_old_bundle() {
    let folder = TempDir::new().expect("a folder");
    let bundle = folder.path().join("old.gpkg");
    std::fs::write(&bundle, "old").expect("writes");
    std::fs::write(folder.path().join("collection.toml"), "id = 7").expect("writes");
    let refused = tool(&["pack", name(folder.path()), "-o", name(&bundle)]);
    assert_eq!(refused.status.code(), Some(1));
    assert!(text(&refused.stderr).contains("collection.toml:1:"), "{}", text(&refused.stderr));
    assert_eq!(std::fs::read_to_string(bundle).expect("reads"), "old");
}

/// Runs the tool with its output going into a device that is full, and tells the exit code.
#[cfg(target_os = "linux")]
fn into_a_full_disk(arguments: &[&str]) -> Option<i32> {
    let full = std::fs::File::options().write(true).open("/dev/full").expect("is there");
    let mut called = Command::new(env!("CARGO_BIN_EXE_route-guide"));
    called.args(arguments).stdout(full).output().expect("the tool runs").status.code()
}

#[cfg(target_os = "linux")]
#[test]
fn what_could_not_be_said_is_no_success() {
    let (folder, bundle) = packed();
    let phone = folder.path().join("phone");
    assert!(tool(&["library", name(&phone), "install", name(&bundle)]).status.success());
    for call in [
        &["--help"][..],
        &["--version"],
        &["help", "pack"],
        &["pack", "--help"],
        &["completions", "bash"],
        &["inspect", name(&bundle)],
        &["inspect", name(&bundle), "--json"],
        &["guide", name(&bundle), "malonus-nuovargiai", "--simulate"],
        &["library", name(&phone), "list"],
        &["library", name(&phone), "search", "Nida", "--json"],
        &["library", name(&phone), "storage"],
        &["library", name(&phone), "check"],
    ] {
        assert_eq!(into_a_full_disk(call), Some(1), "{call:?}");
    }
    // What goes to standard error is told by the exit code anyway.
    assert_eq!(into_a_full_disk(&["pack"]), Some(2));
    assert_eq!(into_a_full_disk(&["check", name(&source())]), Some(0));
}

#[cfg(unix)]
#[test]
fn a_reader_who_has_seen_enough_ends_the_tool_quietly() {
    let (_folder, bundle) = packed();
    for call in [&["--help"][..], &["completions", "zsh"], &["inspect", name(&bundle)]] {
        let (reader, writer) = std::io::pipe().expect("a pipe");
        drop(reader);
        let mut called = Command::new(env!("CARGO_BIN_EXE_route-guide"));
        let output = called.args(call).stdout(writer).output().expect("the tool runs");
        assert_eq!((output.status.code(), text(&output.stderr).as_str()), (Some(0), ""), "{call:?}");
    }
}

/// Whatever strangers named: files, what is in them, what stands in a bundle.
#[cfg(unix)]
#[test]
fn no_name_commands_the_terminal() {
    let folder = TempDir::new().expect("a folder");
    let evil = "x\u{1b}]0;mine\u{7}\u{9b}2J\u{202e}xpg.\nerror: all is lost\r\u{2028}";
    let file = folder.path().join(format!("{evil}.gpx"));
    let track = "<gpx xmlns='http://www.topografix.com/GPX/1/1' version='1.1'><trk><name>&#x202e;A&#x85;&#xa;B</name><trkseg><trkpt lat='55' lon='21'><time>2026-01-01T00:00:00Z</time></trkpt><trkpt lat='55.1' lon='21'><time>2026-01-01T01:00:00Z</time></trkpt></trkseg></trk></gpx>";
    std::fs::write(&file, track).expect("writes");
    let broken = folder.path().join(format!("{evil}-broken.gpx"));
    std::fs::write(&broken, "<gpx><trk><\u{202e}").expect("writes");
    let phone = folder.path().join("phone");
    let source = folder.path().join(evil);
    std::fs::create_dir(&source).expect("makes");
    std::fs::write(source.join("collection.toml"), format!("id = \"{}\"\n\u{202e} = 1", "\u{202e}")).expect("writes");
    for call in [
        &["import", name(&file)][..],
        &["import", name(&file), "--json"],
        &["import", name(&broken)],
        &["import", name(&broken), "--json"],
        &["check", name(&source)],
        &["pack", name(&source), "-o", "x.gpkg"],
        &["inspect", name(&file)],
        &["guide", "--track", name(&broken), "--ride", name(&file)],
        &["library", name(&phone), "import", name(&file), name(&broken)],
        &["library", name(&phone), "recordings"],
        &["library", name(&phone), "recordings", "--json"],
        &["library", name(&phone), "install", name(&file)],
        &["library", name(&file), "list"],
        &["completions", evil],
        &["inspect", "--no-such-word", name(&file)],
        &[evil],
    ] {
        let output = tool(call);
        for told in [text(&output.stdout), text(&output.stderr)] {
            let bad = told
                .chars()
                .find(|letter| letter.is_control() && *letter != '\n' || "\u{202e}\u{2028}\u{9b}".contains(*letter));
            assert_eq!(bad, None, "{call:?}: {told:?}");
            assert!(!told.lines().any(|line| line.starts_with("error: all is lost")), "{call:?}: {told:?}");
        }
    }
    // For programs it is said as it is.
    let json = text(&tool(&["import", name(&file), "--json"]).stdout);
    let line: serde_json::Value = serde_json::from_str(&json).expect("JSON");
    assert_eq!(line["file"], name(&file));
}

/// Whenever somebody presses Ctrl-C or the system asks for the end, nothing half written is left.
#[cfg(unix)]
#[test]
fn who_is_told_to_end_leaves_nothing_half_written() {
    use std::os::unix::process::ExitStatusExt;

    let folder = TempDir::new().expect("a folder");
    let bundle = folder.path().join("k.gpkg");
    let half_written = || {
        let names = std::fs::read_dir(folder.path()).expect("reads").map(|entry| entry.expect("an entry").file_name());
        names.filter(|name| name.to_string_lossy().ends_with(".part")).count()
    };
    let mut caught = 0;
    for (moment, signal) in ["INT", "TERM", "HUP", "INT", "TERM", "INT", "INT", "INT"].into_iter().enumerate() {
        let mut packing = Command::new(env!("CARGO_BIN_EXE_route-guide"));
        let mut packing = packing
            .args(["pack", name(&source()), "-o", name(&bundle)])
            .stderr(std::process::Stdio::null())
            .spawn()
            .expect("starts");
        // As soon as there is a file that is not whole, or some moments later.
        while half_written() == 0 {
            assert!(packing.try_wait().expect("waits").is_none(), "it was never seen at work");
            std::thread::yield_now();
        }
        std::thread::sleep(std::time::Duration::from_millis(7 * moment as u64));
        let sent = Command::new("kill").args([format!("-{signal}"), packing.id().to_string()]).status().expect("runs");
        let ended = packing.wait().expect("ends");
        // One that was quicker had nothing left to be told.
        caught += usize::from(sent.success() && ended.signal().is_some());
        assert_eq!(half_written(), 0, "after {moment}");
    }
    assert!(caught > 0, "all were quicker");
}
