//! Files that lie in a source and that nothing names: an editor who adds a stop and forgets to list it must be told.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use route_guide_core::model::Route;

use super::finding::{File, Finding, Spot};
use super::reading::{Reading, leads_out};

/// Warns of routes, stops and pictures that lie in their places and were not read; of a route that could not be read
/// nobody knows which stops it names.
pub fn warn(reading: &mut Reading, routes: &[Route]) {
    let read = reading.read.clone();
    let folder = reading.path("");
    for route in entries(&folder.join("routes"), &folder).into_iter().filter(|entry| entry.is_dir()) {
        if !read.contains(&route.join("route.toml")) {
            unnamed(
                reading,
                route.clone(),
                "the route is not in the collection",
                "name it in `routes` of collection.toml",
            );
        }
        if !routes.iter().any(|known| route.ends_with(known.id.as_str())) {
            continue;
        }
        for file in entries(&route.join("stops"), &folder).into_iter().filter(|file| !read.contains(file)) {
            if file.extension().is_some_and(|ending| ending == "toml") {
                unnamed(reading, file, "the stop is in no stage", "name it in `stops` of a `[[stage]]` in route.toml");
            } else {
                let mend = "add a `[[picture]]` for it to the stop's file, with author and licence, or delete it";
                unnamed(reading, file, "no stop shows this file", mend);
            }
        }
    }
}

fn unnamed(reading: &mut Reading, path: PathBuf, what: &str, mend: &str) {
    let at = Spot::whole(&Arc::new(File { path, text: String::new() }));
    reading.report(Finding::warning(at, what, mend).because("what nothing names is not packed"));
}

/// What lies in a folder of the source, in order, without hidden files; nothing where there is no folder, or a link to
/// one elsewhere.
fn entries(folder: &Path, source: &Path) -> BTreeSet<PathBuf> {
    if leads_out(folder, source).unwrap_or(true) {
        return BTreeSet::new();
    }
    let Ok(entries) = std::fs::read_dir(folder) else { return BTreeSet::new() };
    let names = entries.filter_map(|entry| Some(entry.ok()?.file_name()));
    names.filter(|name| !name.as_encoded_bytes().starts_with(b".")).map(|name| folder.join(name)).collect()
}
