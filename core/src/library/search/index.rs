//! Makes a bundle's content searchable and forgets it again.

use std::collections::BTreeSet;
use std::ops::Range;

use rusqlite::{Connection, params};

use super::kind::Kind;
use super::language::Languages;
use super::number::{self, Holds, MOST_THINGS, Number};
use super::show::position;
use super::thing::{Thing, things};
use super::{fold, slip};
use crate::model::{BundleId, Language, Place, Route};

/// A bundle being made searchable, part by part: all of a large one is never in memory at once.
///
/// The caller's transaction holds it together.
pub(in super::super) struct Indexing<'c> {
    connection: &'c Connection,
    languages: Languages,
    bundle: i64,
    /// The numbers of the things to come.
    left: Range<u32>,
}

impl<'c> Indexing<'c> {
    /// Begins anew with a bundle of so many things, in place of what was known of it. Of more than four million things
    /// on one phone the rest is left out.
    ///
    /// # Errors
    /// When the database cannot be written.
    pub fn begin(connection: &'c Connection, bundle: &BundleId, things: usize) -> rusqlite::Result<Indexing<'c>> {
        forget(connection, bundle)?;
        let first = room_for(connection, things)?;
        let room = u32::try_from(things).unwrap_or(u32::MAX).min(MOST_THINGS.saturating_sub(first));
        let sql = "INSERT INTO search_bundle(id, first, count) VALUES (?1, ?2, ?3)";
        connection.execute(sql, params![bundle.as_str(), first, room])?;
        let languages = Languages::read(connection)?;
        Ok(Indexing { connection, languages, bundle: connection.last_insert_rowid(), left: first..first + room })
    }

    /// Makes some of its content searchable.
    ///
    /// # Errors
    /// When the database cannot be written.
    pub fn add(&mut self, routes: &[Route], places: &[Place]) -> rusqlite::Result<()> {
        let connection = self.connection;
        let mut things = things(routes, places);
        things.truncate(self.left.len());
        let first = self.left.start;
        self.left.start += things.len() as u32;
        let rows = rows(connection, &mut self.languages, first, &things)?;
        show(connection, self.bundle, first, &things)?;
        name(connection, &rows, &things)?;
        quote(connection, &rows, &things)?;
        let mut long_words = BTreeSet::new();
        for Row { thing, language, .. } in rows.iter().filter(|row| row.number.holds == Holds::Name) {
            slip::long_words(things[*thing].name(*language), &mut long_words);
            slip::long_words(&things[*thing].alternatives(*language), &mut long_words);
        }
        slip::keep(connection, self.bundle, &long_words)
    }
}

/// Forgets what a bundle had to find; nothing happens where nothing is known of it.
///
/// # Errors
/// When the database cannot be written.
pub(in super::super) fn forget(connection: &Connection, bundle: &BundleId) -> rusqlite::Result<()> {
    let sql = "SELECT search_thing.number, kind, lat, lon, language FROM search_bundle
               JOIN search_thing ON bundle = search_bundle.number JOIN search_name ON thing = search_thing.number
               WHERE search_bundle.id = ?1";
    let mut select = connection.prepare(sql)?;
    let mut rows = select.query([bundle.as_str()])?;
    let mut numbers = Vec::new();
    while let Some(row) = rows.next()? {
        let (language, rank, thing) = (row.get(4)?, Kind::read(row, 1)?.rank(), row.get(0)?);
        let cell = number::cell(position(row, 2)?);
        numbers.extend(Holds::ALL.map(|holds| Number { holds, language, rank, cell, thing }.packed()));
    }
    // FTS5 writes out what it has gathered whenever a number is smaller than the one before.
    numbers.sort_unstable();
    let mut unname = connection.prepare("DELETE FROM search_name_index WHERE rowid = ?1")?;
    let mut unquote = connection.prepare("DELETE FROM search_text_index WHERE rowid = ?1")?;
    let mut unsay = connection.prepare("DELETE FROM search_text WHERE number = ?1")?;
    for number in numbers {
        if number::is(number, Holds::Texts) {
            unquote.execute([number])?;
            unsay.execute([number])?;
        } else {
            unname.execute([number])?;
        }
    }
    let sql = "SELECT number, first, first + count FROM search_bundle WHERE id = ?1";
    let mut known = connection.prepare(sql)?;
    let mut known = known.query([bundle.as_str()])?;
    if let Some(row) = known.next()? {
        let (bundle, first, end): (i64, u32, u32) = (row.get(0)?, row.get(1)?, row.get(2)?);
        connection.execute("DELETE FROM search_name WHERE thing >= ?1 AND thing < ?2", [first, end])?;
        connection.execute("DELETE FROM search_thing WHERE number >= ?1 AND number < ?2", [first, end])?;
        slip::forget(connection, bundle)?;
        connection.execute("DELETE FROM search_bundle WHERE number = ?1", [bundle])?;
    }
    Ok(())
}

/// The first number after which so many are free.
fn room_for(connection: &Connection, count: usize) -> rusqlite::Result<u32> {
    let mut select = connection.prepare("SELECT first, first + count FROM search_bundle ORDER BY first")?;
    let mut rows = select.query([])?;
    let mut free_from: u32 = 0;
    while let Some(row) = rows.next()? {
        let (first, end): (u32, u32) = (row.get(0)?, row.get(1)?);
        if free_from as usize + count <= first as usize {
            break;
        }
        free_from = end.max(free_from);
    }
    Ok(free_from)
}

/// One row of an index.
struct Row {
    number: Number,
    thing: usize,
    language: Language,
}

/// All rows, by number: FTS5 is quickest when they come in order.
fn rows(
    connection: &Connection,
    languages: &mut Languages,
    first: u32,
    things: &[Thing<'_>],
) -> rusqlite::Result<Vec<Row>> {
    let mut rows = Vec::new();
    for (thing, number) in (0..things.len()).zip(first..) {
        let what = &things[thing];
        let (rank, cell) = (Kind::of(what.sort).rank(), number::cell(what.position));
        let mut numbered = BTreeSet::new();
        for language in what.languages() {
            let language_number = languages.number_or_new(connection, language)?;
            if !numbered.insert(language_number) {
                continue;
            }
            let of_alternatives = [Holds::WholeAlternatives, Holds::Alternatives];
            let has_alternatives = !what.alternatives(language).is_empty();
            rows.extend(
                Holds::ALL.into_iter().filter(|holds| has_alternatives || !of_alternatives.contains(holds)).map(
                    |holds| Row {
                        number: Number { holds, language: language_number, rank, cell, thing: number },
                        thing,
                        language,
                    },
                ),
            );
        }
    }
    rows.sort_unstable_by_key(|row| row.number.packed());
    Ok(rows)
}

/// What a list of hits shows.
fn show(connection: &Connection, bundle: i64, first: u32, things: &[Thing<'_>]) -> rusqlite::Result<()> {
    let sql = "INSERT INTO search_thing(number, bundle, kind, route, id, sort, lat, lon)
               VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)";
    let mut insert = connection.prepare_cached(sql)?;
    for (thing, number) in things.iter().zip(first..) {
        let kind = Kind::of(thing.sort);
        let route = thing.route.map(|route| route.as_str());
        let (lat, lon) = (thing.position.lat(), thing.position.lon());
        insert.execute(params![number, bundle, kind, route, thing.id, thing.sort.name(), lat, lon])?;
    }
    Ok(())
}

/// Names and what else a thing is looked for by.
fn name(connection: &Connection, rows: &[Row], things: &[Thing<'_>]) -> rusqlite::Result<()> {
    let sql = "INSERT INTO search_name(thing, language, name, alternatives) VALUES (?1, ?2, ?3, ?4)";
    let mut show = connection.prepare_cached(sql)?;
    let mut insert = connection.prepare_cached("INSERT INTO search_name_index(rowid, words) VALUES (?1, ?2)")?;
    let mut words = String::new();
    for Row { number, thing, language } in rows.iter().filter(|row| row.number.holds < Holds::Texts) {
        let thing = &things[*thing];
        let name = thing.name(*language);
        if number.holds == Holds::Name {
            show.execute(params![number.thing, number.language, name, thing.alternatives(*language)])?;
        }
        words.clear();
        let alternatives = thing.alternatives(*language);
        match number.holds {
            Holds::WholeName => fold::fold_whole(name, &mut words),
            Holds::WholeAlternatives => alternatives.lines().for_each(|other| fold::fold_whole(other, &mut words)),
            _ => fold::fold_all(name, &mut words),
        }
        if number.holds >= Holds::Alternatives {
            fold::fold_all(&alternatives, &mut words);
        }
        if number.holds >= Holds::Category {
            fold::fold_all(thing.sort.words(*language), &mut words);
        }
        insert.execute(params![number.packed(), words])?;
    }
    Ok(())
}

/// Texts, to be found and to be quoted.
fn quote(connection: &Connection, rows: &[Row], things: &[Thing<'_>]) -> rusqlite::Result<()> {
    let mut show = connection.prepare_cached("INSERT INTO search_text(number, text) VALUES (?1, ?2)")?;
    let mut insert = connection.prepare_cached("INSERT INTO search_text_index(rowid, words) VALUES (?1, ?2)")?;
    let mut words = String::new();
    for Row { number, thing, language } in rows.iter().filter(|row| row.number.holds == Holds::Texts) {
        let thing = &things[*thing];
        let texts = thing.texts(*language);
        words.clear();
        for text in [thing.name(*language), &thing.alternatives(*language), thing.sort.words(*language), &texts] {
            fold::fold_all(text, &mut words);
        }
        show.execute(params![number.packed(), texts])?;
        insert.execute(params![number.packed(), words])?;
    }
    Ok(())
}
