//! The tool, and what a phone does with a library that the tool has no verb for.

use std::env;
use std::path::Path;
use std::process::ExitCode;

use route_guide_core::library::{Library, LibraryError};
use route_guide_tests::{NOW_MS, ride};

fn main() -> ExitCode {
    let words: Vec<String> = env::args().skip(1).collect();
    let words: Vec<&str> = words.iter().map(String::as_str).collect();
    let done = match words.as_slice() {
        ["empty-bin", library] => open(library).and_then(|mut library| library.free()),
        // As the tool's `record`, but one who rides does not give up.
        ["ride", library, file, route] => open(library).map(|mut library| {
            ride(&mut library, Path::new(file), route, |error| println!("{error}"), |_| {});
        }),
        _ => return route_guide_cli::run(),
    };
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("error: {error}");
            ExitCode::from(1)
        }
    }
}

fn open(path: &str) -> Result<Library, LibraryError> {
    Library::open(Path::new(path), NOW_MS)
}
