//! One route into the tables of a bundle.

use std::collections::BTreeMap;

use rusqlite::params;

use super::blob;
use super::read_route::side_name;
use super::write::{Filled, Pen};
use crate::geometry::{Along, Line};
use crate::model::{Language, Leg, Picture, PictureId, Route, Stage, Stop, Unverified};

/// Writes a route with all its parts; `first` is the language of the names that a GIS shows.
pub(super) fn route(pen: &Pen, route: &Route, first: Language, pictures: &BTreeMap<&PictureId, i64>) -> Filled {
    let sql = "INSERT INTO route (geometry, id, name, creator, days, length_m, official_length_m, districts,
               suitability, unverified) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10)";
    let row = pen.row(
        sql,
        params![
            blob::write_line(route.line.points(), route.line.elevations()),
            route.id.as_str(),
            route.name.in_language(first),
            route.creator,
            route.days,
            route.line.length().0,
            route.official_length.map(|length| length.0),
            serde_json::to_string(&route.districts)?,
            serde_json::to_string(&route.suitability)?,
            marks(&route.unverified)?,
        ],
    )?;
    pen.note("route", route.line.points().iter().copied());
    pen.text("route", row, "name", &route.name)?;
    pen.text("route", row, "summary", &route.summary)?;
    pen.text("route", row, "description", &route.description)?;
    pen.text("route", row, "name_source", &route.name_sources)?;
    pen.facts("route", row, &route.facts)?;
    relate(pen, "route_picture", row, &route.pictures, pictures)?;
    route.stages.iter().try_for_each(|part| stage(pen, route, part, first))?;
    route.legs.iter().try_for_each(|part| leg(pen, route, part))?;
    route.stops.iter().try_for_each(|part| stop(pen, route, part, first, pictures))
}

fn stage(pen: &Pen, route: &Route, stage: &Stage, first: Language) -> Filled {
    let sql = "INSERT INTO stage (geometry, route, id, name, from_m, to_m) VALUES (?1, ?2, ?3, ?4, ?5, ?6)";
    let row = pen.row(
        sql,
        params![
            stretch(pen, "stage", &route.line, stage.from, stage.to),
            route.id.as_str(),
            stage.id.as_str(),
            stage.name.in_language(first),
            stage.from.metres(),
            stage.to.metres(),
        ],
    )?;
    pen.text("stage", row, "name", &stage.name)?;
    pen.text("stage", row, "summary", &stage.summary)?;
    pen.text("stage", row, "description", &stage.description)
}

fn leg(pen: &Pen, route: &Route, leg: &Leg) -> Filled {
    let sql = "INSERT INTO leg (geometry, route, id, stage, mode, origin, accuracy_m, follows, from_m, to_m)
               VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10)";
    pen.row(
        sql,
        params![
            stretch(pen, "leg", &route.line, leg.from, leg.to),
            route.id.as_str(),
            leg.id.as_str(),
            leg.stage.as_str(),
            leg.mode.name(),
            leg.origin.name(),
            leg.accuracy.0,
            leg.follows,
            leg.from.metres(),
            leg.to.metres(),
        ],
    )?;
    Ok(())
}

fn stop(pen: &Pen, route: &Route, stop: &Stop, first: Language, pictures: &BTreeMap<&PictureId, i64>) -> Filled {
    let sql = "INSERT INTO stop (geometry, route, id, stage, name, category, accuracy_m, position_source, radius_m,
               official, official_note, optional, same_place_as, unverified, along_m, distance_m, side)
               VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17)";
    let row = pen.row(
        sql,
        params![
            blob::write_point(stop.position),
            route.id.as_str(),
            stop.id.as_str(),
            stop.stage.as_str(),
            stop.name.in_language(first),
            stop.category.name(),
            stop.accuracy.0,
            stop.position_source,
            stop.radius.0,
            stop.official,
            stop.official_note,
            stop.optional,
            stop.same_place_as.as_ref().map(|other| other.as_str()),
            marks(&stop.unverified)?,
            stop.along.metres(),
            stop.distance.0,
            side_name(stop.side),
        ],
    )?;
    pen.note("stop", [stop.position]);
    pen.text("stop", row, "name", &stop.name)?;
    pen.text("stop", row, "summary", &stop.summary)?;
    pen.text("stop", row, "description", &stop.description)?;
    pen.facts("stop", row, &stop.facts)?;
    relate(pen, "stop_picture", row, &stop.pictures, pictures)
}

fn relate(pen: &Pen, mapping: &str, row: i64, of: &[Picture], rows: &BTreeMap<&PictureId, i64>) -> Filled {
    let sql = format!("INSERT INTO {mapping} (base_id, related_id) VALUES (?1, ?2)");
    for picture in of {
        pen.row(&sql, params![row, rows.get(&picture.id)])?;
    }
    Ok(())
}

/// The shape of a part of the line: only for looking at, readers cut the line themselves.
fn stretch(pen: &Pen, table: &'static str, line: &Line, from: Along, to: Along) -> Vec<u8> {
    // A stretch too short to have a length in degrees still has its ends.
    let ends = [line.at(from), line.at(to)];
    let stretch = line.between(from, to).ok();
    let points = stretch.as_ref().map_or(&ends[..], Line::points);
    pen.note(table, points.iter().copied());
    blob::write_line(points, stretch.as_ref().and_then(Line::elevations))
}

/// Marks of what is unverified, as a list.
pub(super) fn marks(unverified: &[Unverified]) -> serde_json::Result<String> {
    serde_json::to_string(&unverified.iter().map(Unverified::name).collect::<Vec<_>>())
}
