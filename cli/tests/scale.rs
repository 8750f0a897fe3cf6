//! A bundle of many routes on a phone with little memory: every verb that opens, verifies, installs or searches it gets
//! along with the same little, however large the bundle is.
//!
//! `ROUTE_GUIDE_SCALE=5000x60 cargo test --release -p route-guide-cli --test scale` tries as much as 1 GiB holds.

#![cfg(target_os = "linux")]
#![allow(clippy::expect_used, clippy::panic, reason = "a test that cannot be set up has failed")]

use std::path::Path;
use std::process::{Command, Output};

#[path = "support/made_up.rs"]
mod made_up;

/// What the tool may take, in KiB.
const MOST_KIB: u32 = 64 << 10;
/// Too much for one that keeps all of it in memory.
const SIZE: &str = "300x50";

/// Runs the tool; it gets no more memory than that, and ends where it asks for more.
fn tool(arguments: &[&str]) -> Output {
    let mut command = Command::new("sh");
    let limited = format!("ulimit -d {MOST_KIB} && [ \"$(ulimit -d)\" = {MOST_KIB} ] && exec \"$@\"");
    command.args(["-c", &limited, "sh", env!("CARGO_BIN_EXE_route-guide")]).args(arguments);
    command.output().expect("the tool runs")
}

fn said(output: &Output) -> String {
    String::from_utf8_lossy(&output.stdout).into_owned() + &String::from_utf8_lossy(&output.stderr)
}

fn name(path: &Path) -> &str {
    path.to_str().expect("a plain name")
}

#[test]
fn a_bundle_of_many_routes_needs_little_memory() {
    let size = std::env::var("ROUTE_GUIDE_SCALE").unwrap_or_else(|_| SIZE.into());
    let (routes, stops) = size.split_once('x').expect("routes x stops");
    let (routes, stops): (usize, usize) = (routes.parse().expect("routes"), stops.parse().expect("stops"));
    let folder = tempfile::tempdir_in(env!("CARGO_TARGET_TMPDIR")).expect("a folder");
    let (source, bundle) = (folder.path().join("source"), folder.path().join("made-up.gpkg"));
    made_up::source(&source, routes, stops);
    let packed = Command::new(env!("CARGO_BIN_EXE_route-guide"))
        .args(["pack", name(&source), "-o", name(&bundle)])
        .output()
        .expect("the tool runs");
    assert!(packed.status.success(), "{}", said(&packed));
    std::fs::remove_dir_all(&source).expect("removes");

    let (file, home) = (name(&bundle), folder.path().join("library"));
    let (home, last) = (name(&home), made_up::id(routes - 1));
    let out = folder.path().join("last.gpx");
    for arguments in [
        &["inspect", file][..],
        &["export", file, &last, "-o", name(&out)],
        &["library", home, "install", file],
        &["library", home, "list"],
        &["library", home, "search", &format!("kopa {}", routes - 1)],
    ] {
        let output = tool(arguments);
        assert!(output.status.success(), "{arguments:?} {:?}: {}", output.status, said(&output));
        if arguments.contains(&"search") {
            assert!(said(&output).contains(&format!("Kopa {} ", routes - 1)), "{}", said(&output));
        }
    }
}
