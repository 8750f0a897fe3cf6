//! One stop's file, and what stops of several routes must agree on.

use std::collections::BTreeMap;
use std::path::{Component, Path};
use std::sync::Arc;

use route_guide_core::geometry::{Along, Metres, Side};
use route_guide_core::media;
use route_guide_core::model::{Category, Picture, PictureId, Rendition, Route, RouteId, StageId, Stop, StopId, Text};

use super::files::{PictureEntry, StopFile};
use super::finding::{File, Finding, Spot};
use super::reading::{Reading, spot};
use super::{LONGEST_DESCRIPTION, LONGEST_NAME, LONGEST_SUMMARY};

/// Positions worse than this are of no use to anyone.
const WORST_ACCURACY: f64 = 5_000.0;
/// The largest radius of arrival.
const LARGEST_RADIUS: f64 = 2_000.0;
/// The largest picture file.
const LARGEST_PICTURE: u64 = media::LARGEST_FILE as u64;

/// A stop before its place on the line is known, with the spots that later findings point at.
pub struct Draft {
    /// The stop; `along`, `distance` and `side` are not set yet.
    pub stop: Stop,
    /// Where its position stands.
    pub position: Spot,
    /// Where its stage names it.
    pub named: Spot,
}

/// Reads one stop of a route.
pub fn read(
    reading: &mut Reading,
    route: &RouteId,
    stage: &StageId,
    named: &Spot,
    id: &StopId,
    renditions: &mut Vec<Rendition>,
) -> Option<Draft> {
    let folder = Path::new("routes").join(route.as_str()).join("stops");
    let file = reading.text(folder.join(format!("{id}.toml")), Some(named.clone()))?;
    let entries: StopFile = reading.toml(&file)?;
    if entries.id.get_ref() != id.as_str() {
        let what = format!("the file is named `{id}.toml`, its id is `{}`", entries.id.get_ref());
        reading.report(Finding::error(
            spot(&file, &entries.id),
            what,
            format!("write `id = \"{id}\"` or rename the file"),
        ));
    }
    let category = reading.word(&file, &entries.category, "category", Category::ALL, Category::from_name);
    let position = reading.point(&file, &entries.lat, &entries.lon);
    let accuracy = reading.metres(&file, &entries.accuracy_m, WORST_ACCURACY);
    let radius = reading.metres(&file, &entries.radius_m, LARGEST_RADIUS);
    let same_place_as = match &entries.same_place_as {
        Some(other) => Some(reading.id(&file, other, StopId::new)?),
        None => None,
    };
    let unverified = reading.unverified(&file, &entries.unverified);
    let name = reading.texts(&file, "name", &entries.name, LONGEST_NAME);
    let summary = reading.texts(&file, "summary", &entries.summary, LONGEST_SUMMARY);
    let description = reading.texts(&file, "description", &entries.description, LONGEST_DESCRIPTION);
    let facts = reading.facts(&file, &entries.fact);
    let pictures = entries.picture.iter().enumerate();
    let pictures = pictures
        .filter_map(|(number, entry)| picture(reading, &file, &folder, id, number + 1, entry, renditions))
        .collect();
    let stop = Stop {
        id: id.clone(),
        stage: stage.clone(),
        category: category?,
        position: position?,
        accuracy: accuracy?,
        position_source: entries.position_source.get_ref().clone(),
        radius: radius?,
        official: entries.official,
        official_note: entries.official_note,
        optional: entries.optional,
        same_place_as,
        unverified,
        name,
        summary,
        description,
        facts,
        pictures,
        along: Along::START,
        distance: Metres::ZERO,
        side: Side::Left,
    };
    Some(Draft { stop, position: Spot::new(&file, entries.lat.span()), named: named.clone() })
}

fn picture(
    reading: &mut Reading,
    file: &Arc<File>,
    folder: &Path,
    stop: &StopId,
    number: usize,
    entry: &PictureEntry,
    renditions: &mut Vec<Rendition>,
) -> Option<Picture> {
    let at = spot(file, &entry.file);
    let named = Path::new(entry.file.get_ref());
    if !matches!(named.components().collect::<Vec<_>>()[..], [Component::Normal(_)]) {
        reading.report(Finding::error(
            at,
            "a picture lies beside the stop that shows it",
            "give the file's name without a folder",
        ));
        return None;
    }
    let mut given = |what: &str, value: &Option<toml::Spanned<String>>| {
        let words = value.as_ref().map_or("", |value| value.get_ref().trim()).to_owned();
        if words.is_empty() {
            reading.report(
                Finding::error(at.clone(), format!("the picture has no {what}"), format!("add `{what} = \"…\"`"))
                    .because("a picture may only be shown with its author's name and licence"),
            );
        }
        words
    };
    let (author, licence) = (given("author", &entry.author), given("licence", &entry.licence));
    let caption: Text = reading.texts(file, "caption", &entry.caption, LONGEST_SUMMARY);
    let id = match PictureId::new(&format!("{stop}-{number}")) {
        Ok(id) => id,
        Err(wrong) => {
            reading.report(Finding::error(at, wrong.to_string(), "give the stop a shorter id"));
            return None;
        }
    };
    let bytes = reading.bytes(folder.join(named), Some(at.clone()), LARGEST_PICTURE)?;
    match media::renditions(&id, &bytes) {
        Ok(made) => renditions.extend(made),
        Err(wrong) => {
            reading.report(Finding::error(at, wrong.to_string(), "save the picture again as JPEG, PNG or WebP"));
            return None;
        }
    }
    Some(Picture { id, author, licence, source: entry.source.clone(), caption })
}

/// Stop ids are unique in the whole collection, and a stop that says it is another's twin names one that exists.
pub fn check_across_routes(reading: &mut Reading, routes: &[Route]) {
    let mut owners: BTreeMap<&StopId, &RouteId> = BTreeMap::new();
    let stop_file = |reading: &Reading, route: &Route, stop: &Stop| {
        let path = reading.path(format!("routes/{}/stops/{}.toml", route.id, stop.id));
        Spot::whole(&Arc::new(File { path, text: String::new() }))
    };
    for route in routes {
        for stop in &route.stops {
            if let Some(other) = owners.insert(&stop.id, &route.id) {
                let what = format!("stop `{}` is also a stop of route `{other}`", stop.id);
                let at = stop_file(reading, route, stop);
                reading.report(Finding::error(
                    at,
                    what,
                    "give it an id of its own and name the other in `same_place_as`",
                ));
            }
        }
    }
    for route in routes {
        for stop in &route.stops {
            if let Some(twin) = &stop.same_place_as
                && !owners.contains_key(twin)
            {
                let at = stop_file(reading, route, stop);
                let what = format!("stop `{}` says it is at the same place as `{twin}`, which no route has", stop.id);
                reading.report(Finding::error(at, what, "correct `same_place_as` or leave it out"));
            }
        }
    }
}
