//! The editor's files under `route-data/`, read, checked and joined into a collection that can be packed.
//!
//! What lives here: the form of the files, and findings that teach. What must not: how a bundle is written, and any
//! thinking about routes that a phone would need too.

mod base_map;
mod files;
mod finding;
mod kinds;
mod line;
mod places;
mod reading;
mod route;
mod stop;
mod strings;
mod typesetting;
mod unused;

use std::path::Path;
use std::sync::Arc;

use route_guide_core::library::MAX_VERSION;
use route_guide_core::model::{
    Attribution, BundleId, Collection, Emergency, Language, Manifest, RouteId, is_web_address,
};

pub use finding::{File, Finding, Severity, Spot};
pub use kinds::told;

use files::CollectionFile;
use reading::{Reading, spot};

/// What reading a source gave: the collection, unless there were errors, and everything found.
#[derive(Debug)]
pub struct Source {
    /// Ready to be packed; `None` where an error was found.
    pub collection: Option<Collection>,
    /// What was found, by file and line.
    pub findings: Vec<Finding>,
}

/// The longest name in characters.
const LONGEST_NAME: usize = 80;
/// The longest summary in characters.
const LONGEST_SUMMARY: usize = 240;
/// The longest description in characters.
const LONGEST_DESCRIPTION: usize = 2_000;

/// Reads the source in a folder.
#[must_use]
pub fn read(folder: &Path) -> Source {
    let mut reading = Reading::of(folder);
    let collection = read_collection(&mut reading);
    let has_errors = reading.errors() > 0;
    let mut findings = reading.findings;
    findings.sort_by(|a, b| (&a.at.file.path, a.at.span.start).cmp(&(&b.at.file.path, b.at.span.start)));
    Source { collection: collection.filter(|_| !has_errors), findings }
}

fn read_collection(reading: &mut Reading) -> Option<Collection> {
    let file = reading.text("collection.toml", None)?;
    let entries: CollectionFile = reading.toml(&file)?;
    reading.languages = languages(reading, &file, &entries);
    let manifest = manifest(reading, &file, &entries);
    let mut routes = Vec::new();
    let mut renditions = Vec::new();
    for name in &entries.routes {
        if let Some(id) = reading.id(&file, name, RouteId::new)
            && let Some(route) = route::read(reading, &id, &spot(&file, name), &mut renditions)
        {
            routes.push(route);
        }
    }
    if entries.routes.is_empty() {
        reading.report(Finding::error(Spot::whole(&file), "the collection has no route", "name one in `routes`"));
    }
    let places = places::read(reading);
    let base_map = base_map::read(reading, &file, &entries.base_map);
    stop::check_across_routes(reading, &routes);
    unused::warn(reading, &routes);
    Some(Collection { manifest: manifest?, routes, places, base_map, renditions })
}

fn languages(reading: &mut Reading, file: &Arc<File>, entries: &CollectionFile) -> Vec<Language> {
    let mut languages = Vec::new();
    if entries.languages.is_empty() {
        let finding = Finding::error(Spot::whole(file), "the collection has no language", "name one in `languages`");
        reading.report(finding.because("a text is only packed in a language that is promised"));
    }
    for code in &entries.languages {
        match Language::new(code.get_ref()) {
            Ok(language) if languages.contains(&language) => {
                let what = format!("`{language}` is there twice");
                reading.report(Finding::error(spot(file, code), what, "name each language once"));
            }
            Ok(language) => languages.push(language),
            Err(wrong) => {
                reading.report(Finding::error(spot(file, code), wrong.to_string(), "use the language's code"))
            }
        }
    }
    languages
}

fn manifest(reading: &mut Reading, file: &Arc<File>, entries: &CollectionFile) -> Option<Manifest> {
    if entries.published.get_ref().parse::<jiff::civil::Date>().is_err() {
        let what = format!("`{}` is no day", entries.published.get_ref());
        reading.report(Finding::error(spot(file, &entries.published), what, "write it like `2026-11-23`"));
    }
    for (what, value) in [("publisher", &entries.publisher), ("licence", &entries.licence)] {
        required(reading, file, what, value);
    }
    if *entries.version.get_ref() > MAX_VERSION {
        let what = format!("no library takes version {}, at most {MAX_VERSION}", entries.version.get_ref());
        let finding = Finding::error(spot(file, &entries.version), what, "count versions: 1, 2, 3");
        reading.report(finding.because("a version is replaced by higher ones only, so a huge one is the last"));
    }
    for entry in &entries.attribution {
        if let Some(url) = entry.url.as_ref().filter(|url| !is_web_address(url.get_ref())) {
            let what = format!("`{}` is no address of the web", url.get_ref());
            reading.report(Finding::error(spot(file, url), what, "begin it with https:// and put no spaces into it"));
        }
        required(reading, file, "attribution's text", &entry.text);
        required(reading, file, "attribution's licence", &entry.licence);
    }
    let id = reading.id(file, &entries.id, BundleId::new);
    let number = reading.phone_number(file, &entries.emergency.number);
    Some(Manifest {
        version: *entries.version.get_ref(),
        published: entries.published.get_ref().clone(),
        publisher: entries.publisher.get_ref().clone(),
        licence: entries.licence.get_ref().clone(),
        name: reading.texts(file, "name", &entries.name, LONGEST_NAME),
        summary: reading.texts(file, "summary", &entries.summary, LONGEST_SUMMARY),
        languages: reading.languages.clone(),
        emergency: Emergency {
            number: number?,
            note: reading.texts(file, "emergency note", &entries.emergency.note, LONGEST_SUMMARY),
            source: entries.emergency.source.clone(),
        },
        attributions: entries
            .attribution
            .iter()
            .map(|entry| Attribution {
                what: entry.what.clone(),
                text: entry.text.get_ref().clone(),
                licence: entry.licence.get_ref().clone(),
                url: entry.url.as_ref().map(|url| url.get_ref().clone()),
            })
            .collect(),
        id: id?,
    })
}

/// Reports a text that must not be empty.
fn required(reading: &mut Reading, file: &Arc<File>, what: &str, value: &toml::Spanned<String>) {
    if value.get_ref().trim().is_empty() {
        let finding =
            Finding::error(spot(file, value), format!("the {what} is empty"), "say who made it and under which terms")
                .because("work may only travel with its author's name and licence");
        reading.report(finding);
    }
}
