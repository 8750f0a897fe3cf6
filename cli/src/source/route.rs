//! One route's folder: its texts, line, legs, stages and stops, joined.

use std::collections::BTreeSet;
use std::path::Path;
use std::sync::Arc;

use route_guide_core::geometry::{Along, Ecef, Line, Metres};
use route_guide_core::model::{
    Language, Leg, Mode, Origin, Rendition, Route, RouteId, RouteParts, Stage, StageId, Stop, StopId, Text, TrackId,
};
use route_guide_core::spatial::place_in_order;

use super::files::{LegEntry, RouteFile, StageEntry};
use super::finding::{File, Finding, Spot};
use super::line::{self, Track};
use super::reading::{Reading, spot};
use super::stop::{self, Draft};
use super::{LONGEST_DESCRIPTION, LONGEST_NAME, LONGEST_SUMMARY};

/// Legs must meet this closely.
const LARGEST_GAP: Metres = Metres(1.0);
/// A stop may lie this far from its line, beyond its radius of arrival.
const FARTHEST_STOP: Metres = Metres(500.0);
/// Nobody draws a stop this far off; its numbers are wrong.
const EXCHANGED: Metres = Metres(100_000.0);
/// Lines are known no worse than this.
const WORST_LEG_ACCURACY: f64 = 10_000.0;

/// Reads the route of that id.
pub fn read(reading: &mut Reading, id: &RouteId, named: &Spot, renditions: &mut Vec<Rendition>) -> Option<Route> {
    let folder = Path::new("routes").join(id.as_str());
    let file = reading.text(folder.join("route.toml"), Some(named.clone()))?;
    let entries: RouteFile = reading.toml(&file)?;
    if entries.id.get_ref() != id.as_str() {
        let what = format!("the folder is named `{id}`, the route's id is `{}`", entries.id.get_ref());
        reading.report(Finding::error(
            spot(&file, &entries.id),
            what,
            format!("write `id = \"{id}\"` or rename the folder"),
        ));
    }
    let texts = Texts::read(reading, &file, &entries);
    let stage_ids: Option<Vec<StageId>> =
        entries.stage.iter().map(|stage| reading.id(&file, &stage.id, StageId::new)).collect();
    let tracks = line::read(reading, &folder.join("line.gpx"), &spot(&file, &entries.id))?;
    let (line, legs) = legs(reading, &file, &entries.leg, &tracks)?;
    let stages = stages(reading, &file, &entries.stage, &stage_ids?, &legs)?;
    let mut stops = Vec::new();
    for (entry, stage) in entries.stage.iter().zip(&stages) {
        let drafts = drafts(reading, &file, id, entry, stage, renditions);
        stops.extend(place(reading, &line, stage, id, drafts));
    }
    warn_of_indicative_legs(reading, &file, &entries.leg, &legs);
    let parts = RouteParts {
        id: id.clone(),
        name: texts.name,
        summary: texts.summary,
        description: texts.description,
        creator: entries.creator,
        days: entries.days,
        official_length: entries.official_length_km.map(|km| Metres(km.into_inner() * 1_000.0)),
        districts: entries.districts,
        suitability: entries.suitability,
        unverified: texts.unverified,
        name_sources: texts.name_sources,
        facts: texts.facts,
        pictures: Vec::new(),
        line,
        stages,
        legs,
        stops,
    };
    Route::new(parts)
        .map_err(|wrong| {
            reading.report(Finding::error(
                spot(&file, &entries.id),
                wrong.to_string(),
                "mend the order of stages, legs or stops",
            ))
        })
        .ok()
}

struct Texts {
    name: Text,
    summary: Text,
    description: Text,
    name_sources: Text,
    facts: Vec<route_guide_core::model::Fact>,
    unverified: Vec<route_guide_core::model::Unverified>,
}

impl Texts {
    fn read(reading: &mut Reading, file: &Arc<File>, entries: &RouteFile) -> Texts {
        Texts {
            name: reading.texts(file, "name", &entries.name, LONGEST_NAME),
            summary: reading.texts(file, "summary", &entries.summary, LONGEST_SUMMARY),
            description: reading.texts(file, "description", &entries.description, LONGEST_DESCRIPTION),
            name_sources: entries
                .name_source
                .iter()
                .filter_map(|(code, source)| Some((Language::new(code.get_ref()).ok()?, source.clone())))
                .collect(),
            facts: reading.facts(file, &entries.fact),
            unverified: reading.unverified(file, &entries.unverified),
        }
    }
}

/// Joins the tracks named by the legs into the route's line.
fn legs(reading: &mut Reading, file: &Arc<File>, entries: &[LegEntry], tracks: &[Track]) -> Option<(Line, Vec<Leg>)> {
    if entries.is_empty() {
        let finding = Finding::error(
            Spot::new(file, file.text.len()..file.text.len()),
            "the route has no legs",
            "add a `[[leg]]` for each track of line.gpx",
        );
        reading.report(finding);
        return None;
    }
    let before_legs = reading.errors();
    let mut lines: Vec<Line> = Vec::new();
    let mut before: Option<&Line> = None;
    for entry in entries {
        let Some(track) = tracks.iter().find(|track| track.name == *entry.track.get_ref()) else {
            let what = format!("line.gpx has no track named `{}`", entry.track.get_ref());
            reading.report(Finding::error(
                spot(file, &entry.track),
                what,
                "give the track in line.gpx this name, or correct it here",
            ));
            before = None;
            continue;
        };
        if let Some(before) = before {
            let gap = before.at(before.end()).distance(track.line.points()[0]);
            if gap > LARGEST_GAP {
                let what = format!(
                    "leg `{}` begins {gap:.1} from the end of the leg before it (at most {LARGEST_GAP})",
                    track.name
                );
                let finding = Finding::error(
                    track.at.clone(),
                    what,
                    "move its first point onto the last point of the leg before it",
                );
                reading.report(finding.because("a traveller is followed along one unbroken line"));
            }
        }
        before = Some(&track.line);
        lines.push(track.line.clone());
    }
    unused_tracks(reading, entries, tracks);
    if reading.errors() > before_legs {
        return None;
    }
    let (line, ends) = Line::join(&lines, LARGEST_GAP).ok()?;
    let mut from = Along::START;
    let mut legs = Vec::new();
    for (entry, to) in entries.iter().zip(ends) {
        let leg = leg(reading, file, entry, from, to);
        from = to;
        legs.push(leg?);
    }
    Some((line, legs))
}

fn leg(reading: &mut Reading, file: &Arc<File>, entry: &LegEntry, from: Along, to: Along) -> Option<Leg> {
    let mode = reading.word(file, &entry.mode, "mode", Mode::ALL, Mode::from_name);
    let origin = reading.word(file, &entry.origin, "origin", Origin::ALL, Origin::from_name);
    let accuracy = reading.metres(file, &entry.accuracy_m, WORST_LEG_ACCURACY);
    Some(Leg {
        id: reading.id(file, &entry.track, TrackId::new)?,
        stage: reading.id(file, &entry.stage, StageId::new)?,
        mode: mode?,
        origin: origin?,
        accuracy: accuracy?,
        follows: entry.follows.get_ref().clone(),
        from,
        to,
    })
}

fn unused_tracks(reading: &mut Reading, entries: &[LegEntry], tracks: &[Track]) {
    let used: BTreeSet<&str> = entries.iter().map(|entry| entry.track.get_ref().as_str()).collect();
    for track in tracks.iter().filter(|track| !used.contains(track.name.as_str())) {
        let what = format!("no leg uses the track `{}`", track.name);
        reading.report(Finding::warning(track.at.clone(), what, "add a `[[leg]]` for it in route.toml, or delete it"));
    }
}

/// A stage reaches from the start of its first leg to the end of its last.
fn stages(
    reading: &mut Reading,
    file: &Arc<File>,
    entries: &[StageEntry],
    ids: &[StageId],
    legs: &[Leg],
) -> Option<Vec<Stage>> {
    let mut stages = Vec::new();
    for (entry, id) in entries.iter().zip(ids) {
        let own = || legs.iter().filter(|leg| leg.stage == *id);
        let (Some(first), Some(last)) = (own().next(), own().next_back()) else {
            let what = format!("stage `{id}` has no leg");
            reading.report(Finding::error(
                spot(file, &entry.id),
                what,
                "name the stage in the `[[leg]]`s that belong to it",
            ));
            continue;
        };
        stages.push(Stage {
            id: id.clone(),
            name: reading.texts(file, "name", &entry.name, LONGEST_NAME),
            summary: reading.texts(file, "summary", &entry.summary, LONGEST_SUMMARY),
            description: reading.texts(file, "description", &entry.description, LONGEST_DESCRIPTION),
            from: first.from,
            to: last.to,
        });
    }
    (stages.len() == entries.len()).then_some(stages)
}

fn drafts(
    reading: &mut Reading,
    file: &Arc<File>,
    route: &RouteId,
    entry: &StageEntry,
    stage: &Stage,
    renditions: &mut Vec<Rendition>,
) -> Vec<Draft> {
    let mut drafts = Vec::new();
    for name in &entry.stops {
        if let Some(id) = reading.id(file, name, StopId::new) {
            drafts.extend(stop::read(reading, route, &stage.id, &spot(file, name), &id, renditions));
        }
    }
    drafts
}

/// Gives each stop of a stage its place on the line.
fn place(reading: &mut Reading, line: &Line, stage: &Stage, route: &RouteId, drafts: Vec<Draft>) -> Vec<Stop> {
    let positions: Vec<Ecef> = drafts.iter().map(|draft| draft.stop.position.ecef()).collect();
    let feet = place_in_order(line, stage.from, stage.to, &positions);
    let mut stops = Vec::new();
    for (draft, foot) in drafts.into_iter().zip(feet) {
        let mut stop = draft.stop;
        (stop.along, stop.distance) = (foot.along, foot.distance);
        stop.side = line.side_of(foot.along, stop.position.ecef());
        match misplaced(line, stage, &stop) {
            Some(what) => {
                let mend = "list the stops in the order in which the line meets them, each in its stage";
                let finding = Finding::error(draft.named, what, mend);
                reading.report(finding.because("a traveller is told of stops in this order"));
            }
            None => check_distance(reading, &stop, route, draft.position),
        }
        stops.push(stop);
    }
    stops
}

/// What is wrong where the line does pass a stop, but not after the stops listed before it or not in its stage.
fn misplaced(line: &Line, stage: &Stage, stop: &Stop) -> Option<String> {
    let passes = |from, to| {
        let foot = place_in_order(line, from, to, &[stop.position.ecef()]).into_iter().next()?;
        (foot.distance <= stop.radius).then_some(foot.along)
    };
    if stop.distance <= stop.radius {
        None
    } else if passes(stage.from, stage.to).is_some() {
        Some(format!("the line does not meet stop `{}` in this order", stop.id))
    } else {
        let along = passes(Along::START, line.end())?;
        let there = along.metres() / 1_000.0;
        Some(format!("the line meets stop `{}` at {there:.1} km, outside stage `{}`", stop.id, stage.id))
    }
}

fn check_distance(reading: &mut Reading, stop: &Stop, route: &RouteId, at: Spot) {
    let limit = FARTHEST_STOP.max(stop.radius);
    let what = |limit: Metres| {
        format!("stop `{}` lies {:.0} from the line of `{route}` (at most {limit:.0})", stop.id, stop.distance)
    };
    if stop.distance > limit {
        let mend = if stop.distance > EXCHANGED {
            "see that `lat` and `lon` are right and not exchanged"
        } else {
            "move the stop or draw the line to it"
        };
        let finding = Finding::error(at, what(limit), mend);
        reading.report(finding.because("a traveller on the line would never be told of it"));
    } else if stop.distance > stop.radius {
        let finding =
            Finding::warning(at, what(stop.radius), "move the stop, draw the line to it or widen its `radius_m`");
        reading.report(finding.because("beyond its radius a traveller on the line passes it without arriving"));
    }
}

fn warn_of_indicative_legs(reading: &mut Reading, file: &Arc<File>, entries: &[LegEntry], legs: &[Leg]) {
    for (entry, leg) in entries.iter().zip(legs).filter(|(_, leg)| leg.origin == Origin::Indicative) {
        let what = format!(
            "leg `{}` is only indicative: {:.1} km known within {}",
            leg.id,
            (leg.to - leg.from).0 / 1_000.0,
            leg.accuracy
        );
        let finding = Finding::warning(
            spot(file, &entry.origin),
            what,
            "draw it along the real way and say `digitised` or `surveyed`",
        );
        reading.report(
            finding
                .because("there the guide shows direction and distance only, and cannot tell when a traveller strays"),
        );
    }
}
