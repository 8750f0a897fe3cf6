//! `places.toml`: ferry piers, information centres, settlements.

use std::collections::BTreeSet;
use std::sync::Arc;

use route_guide_core::model::{Language, Place, PlaceId, PlaceKind, Text};
use toml::Spanned;

use super::files::{PlaceEntry, PlacesFile};
use super::finding::{File, Finding};
use super::reading::{Reading, spot};
use super::{LONGEST_NAME, LONGEST_SUMMARY};

/// Positions worse than this are of no use to anyone.
const WORST_ACCURACY: f64 = 5_000.0;

/// Reads the places; a collection may have none.
pub fn read(reading: &mut Reading) -> Vec<Place> {
    if !reading.path("places.toml").exists() {
        return Vec::new();
    }
    let Some(file) = reading.text("places.toml", None) else { return Vec::new() };
    let Some(entries) = reading.toml::<PlacesFile>(&file) else { return Vec::new() };
    let mut seen = BTreeSet::new();
    for entry in &entries.place {
        if !seen.insert(entry.id.get_ref()) {
            let what = format!("place `{}` is there twice", entry.id.get_ref());
            reading.report(Finding::error(spot(&file, &entry.id), what, "give one of them another id"));
        }
    }
    entries.place.iter().filter_map(|entry| place(reading, &file, entry)).collect()
}

fn place(reading: &mut Reading, file: &Arc<File>, entry: &PlaceEntry) -> Option<Place> {
    let id = reading.id(file, &entry.id, PlaceId::new);
    let kind = reading.word(file, &entry.kind, "kind of place", PlaceKind::ALL, PlaceKind::from_name);
    let position = reading.point(file, &entry.lat, &entry.lon);
    let accuracy = reading.metres(file, &entry.accuracy_m, WORST_ACCURACY);
    let unverified = reading.unverified(file, &entry.unverified);
    let name = reading.texts(file, "name", &entry.name, LONGEST_NAME);
    let usage =
        entry.usage.as_ref().map(|usage| reading.texts(file, "use", usage, LONGEST_SUMMARY)).unwrap_or_default();
    let former_name: Text = entry.former_de.iter().map(|name| (Language::DE, name.clone())).collect();
    for number in entry.phone.iter().chain(&entry.mobile) {
        reading.phone_number(file, number);
    }
    let written = |number: &Option<Spanned<String>>| number.as_ref().map(|number| number.get_ref().clone());
    Some(Place {
        id: id?,
        kind: kind?,
        position: position?,
        accuracy: accuracy?,
        position_source: entry.position_source.get_ref().clone(),
        unverified,
        name,
        former_name,
        usage,
        address: entry.address.clone(),
        phone: written(&entry.phone),
        mobile: written(&entry.mobile),
        source: entry.source.clone(),
    })
}
