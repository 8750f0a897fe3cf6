//! One route out of the tables of a bundle.

use std::collections::BTreeMap;

use super::Problem;
use super::metadata::{FACT_URI, read_fact, within_limit};
use super::read::Texts;
use super::tables::Tables;
use crate::geometry::Side;
use crate::model::{
    Category, Fact, Leg, Mode, Origin, Picture, PictureId, Route, RouteId, RouteParts, Stage, StageId, Stop, StopId,
    TrackId,
};

/// Reads a route with all its parts.
pub(super) fn route(tables: &Tables, id: &RouteId) -> Result<Route, Problem> {
    let parts = tables.each("route", "SELECT * FROM route WHERE id = ?1 LIMIT 1", [id.as_str()], |record| {
        let row = record.number()?;
        let mut texts = Texts::of(tables, "route", row)?;
        let line = record.line()?;
        // Lists of routes show the length that is told, without measuring the line.
        let told = record.metres("length_m")?;
        if (told - line.length()).abs() > line.length() * 0.001 {
            return Err(record.wrong(format!("`length_m` is {told}, but the line has {}", line.length())));
        }
        Ok(RouteParts {
            id: id.clone(),
            name: texts.take("name"),
            summary: texts.take("summary"),
            description: texts.take("description"),
            name_sources: texts.take("name_source"),
            creator: record.string("creator")?,
            days: record.maybe_count("days")?,
            official_length: record.maybe_metres("official_length_m")?,
            districts: record.list("districts")?,
            suitability: record.list("suitability")?,
            unverified: record.unverified()?,
            facts: facts(tables, &ROUTE, id)?.remove(&row).unwrap_or_default(),
            pictures: pictures(tables, &ROUTE, id)?.remove(&row).unwrap_or_default(),
            line,
            stages: stages(tables, id)?,
            legs: legs(tables, id)?,
            stops: stops(tables, id)?,
        })
    })?;
    let parts = parts.into_iter().next().ok_or_else(|| Problem::NoSuchRoute(id.clone()))?;
    Route::new(parts).map_err(Problem::Route)
}

fn stages(tables: &Tables, route: &RouteId) -> Result<Vec<Stage>, Problem> {
    let sql = "SELECT fid, id, from_m, to_m FROM stage WHERE route = ?1 ORDER BY fid";
    tables.each("stage", sql, [route.as_str()], |record| {
        let mut texts = Texts::of(tables, "stage", record.number()?)?;
        Ok(Stage {
            id: record.id("id", StageId::new)?,
            name: texts.take("name"),
            summary: texts.take("summary"),
            description: texts.take("description"),
            from: record.along("from_m")?,
            to: record.along("to_m")?,
        })
    })
}

/// The legs of a route, in order.
pub(super) fn legs(tables: &Tables, route: &RouteId) -> Result<Vec<Leg>, Problem> {
    let sql = "SELECT fid, id, stage, mode, origin, accuracy_m, follows, from_m, to_m
               FROM leg WHERE route = ?1 ORDER BY fid";
    tables.each("leg", sql, [route.as_str()], |record| {
        Ok(Leg {
            id: record.id("id", TrackId::new)?,
            stage: record.id("stage", StageId::new)?,
            mode: record.word("mode", Mode::from_name)?,
            origin: record.word("origin", Origin::from_name)?,
            accuracy: record.metres("accuracy_m")?,
            follows: record.string("follows")?,
            from: record.along("from_m")?,
            to: record.along("to_m")?,
        })
    })
}

fn stops(tables: &Tables, route: &RouteId) -> Result<Vec<Stop>, Problem> {
    let facts = facts(tables, &STOPS, route)?;
    let pictures = pictures(tables, &STOPS, route)?;
    tables.each("stop", "SELECT * FROM stop WHERE route = ?1 ORDER BY fid", [route.as_str()], |record| {
        let row = record.number()?;
        let mut texts = Texts::of(tables, "stop", row)?;
        let same_place_as = record.maybe_text("same_place_as")?.map(StopId::new).transpose();
        Ok(Stop {
            id: record.id("id", StopId::new)?,
            stage: record.id("stage", StageId::new)?,
            category: record.word("category", Category::from_name)?,
            position: record.position()?,
            accuracy: record.metres("accuracy_m")?,
            position_source: record.string("position_source")?,
            radius: record.metres("radius_m")?,
            official: record.flag("official")?,
            official_note: record.maybe_string("official_note")?,
            optional: record.flag("optional")?,
            same_place_as: same_place_as.map_err(|error| record.wrong(error.to_string()))?,
            unverified: record.unverified()?,
            name: texts.take("name"),
            summary: texts.take("summary"),
            description: texts.take("description"),
            facts: facts.get(&row).cloned().unwrap_or_default(),
            pictures: pictures.get(&row).cloned().unwrap_or_default(),
            along: record.along("along_m")?,
            distance: record.metres("distance_m")?,
            side: record.word("side", side_from_name)?,
        })
    })
}

/// The name of a side in files.
pub(super) fn side_name(side: Side) -> &'static str {
    match side {
        Side::Left => "left",
        Side::Right => "right",
    }
}

fn side_from_name(name: &str) -> Option<Side> {
    [Side::Left, Side::Right].into_iter().find(|side| side_name(*side) == name)
}

/// Rows that facts and pictures hang on: those of `table` whose `key` is the route's id.
struct Owners {
    table: &'static str,
    key: &'static str,
}

const ROUTE: Owners = Owners { table: "route", key: "id" };
const STOPS: Owners = Owners { table: "stop", key: "route" };

/// The facts of the owners, by their rows.
fn facts(tables: &Tables, owners: &Owners, route: &RouteId) -> Result<BTreeMap<i64, Vec<Fact>>, Problem> {
    let Owners { table, key } = owners;
    let sql = format!(
        "SELECT id, row_id_value, metadata FROM gpkg_metadata_reference JOIN gpkg_metadata ON id = md_file_id
         WHERE reference_scope = 'row' AND table_name = '{table}' AND md_standard_uri = ?2
           AND row_id_value IN (SELECT fid FROM {table} WHERE {key} = ?1)
         ORDER BY id"
    );
    let all = tables.each("gpkg_metadata", &sql, [route.as_str(), FACT_URI], |record| {
        let fact = read_fact(record.metadata()?).map_err(|reason| record.wrong(reason))?;
        let what = || format!("the fact in row {} of table `gpkg_metadata`", record.number().unwrap_or_default());
        within_limit(what, &fact.text)?;
        Ok((record.reference("row_id_value")?, fact))
    })?;
    Ok(by_owner(all))
}

/// The pictures of the owners, by their rows.
fn pictures(tables: &Tables, owners: &Owners, route: &RouteId) -> Result<BTreeMap<i64, Vec<Picture>>, Problem> {
    let Owners { table, key } = owners;
    let sql = format!(
        "SELECT picture.fid, base_id, picture.id, author, licence, source
         FROM {table}_picture JOIN picture ON picture.fid = related_id
         WHERE base_id IN (SELECT fid FROM {table} WHERE {key} = ?1)
         ORDER BY {table}_picture.id"
    );
    let all = tables.each("picture", &sql, [route.as_str()], |record| {
        let picture = Picture {
            id: record.id("id", PictureId::new)?,
            author: record.string("author")?,
            licence: record.string("licence")?,
            source: record.maybe_string("source")?,
            caption: Texts::of(tables, "picture", record.number()?)?.take("caption"),
        };
        Ok((record.reference("base_id")?, picture))
    })?;
    Ok(by_owner(all))
}

fn by_owner<T>(all: Vec<(i64, T)>) -> BTreeMap<i64, Vec<T>> {
    let mut owners: BTreeMap<i64, Vec<T>> = BTreeMap::new();
    for (row, one) in all {
        owners.entry(row).or_default().push(one);
    }
    owners
}
