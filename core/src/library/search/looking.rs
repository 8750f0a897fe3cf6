//! Looks for the best hits, from the best kind of hit to the poorest, and stops when there are enough.

use std::cmp::Ordering;
use std::collections::BTreeSet;
use std::ops::RangeInclusive;

use rusqlite::{Connection, params};

use super::number::{self, Holds, LAST_LANGUAGE};
use super::show::position;
use crate::geometry::{Ecef, Metres, Point};

/// A hit: a row of an index and why it is there.
#[derive(Debug, Clone, Copy)]
pub(super) struct Hit {
    /// The number of the row.
    pub row: i64,
    /// What the row was asked for.
    pub round: usize,
    /// How far the thing is from here.
    pub distance: Option<Metres>,
}

/// The most rows that are ranked at once; where there are more, each kind by itself.
const MOST_ROWS: u32 = 2_000;
/// The most rows of one kind and language that are ranked; where there are more, the first and those around here.
const MOST_OF_A_KIND: u32 = 4_000;
/// How many of them are measured exactly.
const MEASURED: u32 = 128;

/// A search under way.
pub(super) struct Looking<'s> {
    connection: &'s Connection,
    /// The number of the language asked for, where a bundle has it.
    language: Option<u8>,
    here: Option<Here>,
    enough: usize,
    pub hits: Vec<Hit>,
    taken: BTreeSet<u32>,
}

/// Where the traveller is.
#[derive(Clone, Copy)]
struct Here {
    cell: u32,
    at: Ecef,
}

/// A row that was found, before anything is read of it.
struct Candidate {
    row: i64,
    distance: Option<Metres>,
}

impl<'s> Looking<'s> {
    pub fn new(connection: &'s Connection, language: Option<u8>, near: Option<Point>, enough: usize) -> Looking<'s> {
        let here = near.map(|at| Here { cell: number::cell(at), at: at.ecef() });
        Looking { connection, language, here, enough, hits: Vec::new(), taken: BTreeSet::new() }
    }

    pub fn is_done(&self) -> bool {
        self.hits.len() >= self.enough
    }

    /// Takes what rows of these kinds give for a question: the better kind first, and of one kind those in the language
    /// asked for.
    pub fn look(&mut self, holds: &[Holds], question: &str, round: usize) -> rusqlite::Result<()> {
        let (Some(best), Some(poorest), false) = (holds.first(), holds.last(), self.is_done()) else { return Ok(()) };
        let mut rows = Vec::new();
        self.select(up(*best), question, &number::all(*best..=*poorest), MOST_ROWS, &mut rows)?;
        if rows.len() < MOST_ROWS as usize {
            return self.take_in_turn(rows, round);
        }
        // So many that the poorer kinds are hardly needed: each by itself, and the language asked for before others.
        for holds in holds {
            let asked = self.language.map_or(Ok(Vec::new()), |asked| self.rows(*holds, question, asked))?;
            self.take_the_best(asked, round)?;
            if !self.is_done() && *holds != *best {
                rows.clear();
                let all = number::range(*holds, 0..=LAST_LANGUAGE);
                self.select(up(*holds), question, &all, MOST_ROWS, &mut rows)?;
            }
            let of_this_kind = rows.iter().copied().filter(|row| number::is(*row, *holds));
            self.take_the_best(of_this_kind.collect(), round)?;
        }
        Ok(())
    }

    /// Takes of rows in the order of their numbers the best kind first.
    fn take_in_turn(&mut self, rows: Vec<i64>, round: usize) -> rusqlite::Result<()> {
        for kind in rows.chunk_by(|one, other| number::holds(*one) == number::holds(*other)) {
            let (asked, others): (Vec<i64>, Vec<i64>) =
                kind.iter().partition(|row| Some(number::language(**row)) == self.language);
            self.take_the_best(asked, round)?;
            self.take_the_best(others, round)?;
        }
        Ok(())
    }

    /// The rows of one kind and language; of too many, the first and those around here.
    fn rows(&self, holds: Holds, question: &str, language: u8) -> rusqlite::Result<Vec<i64>> {
        let mut rows = Vec::new();
        let range = number::range(holds, language..=language);
        self.select(up(holds), question, &range, MOST_OF_A_KIND, &mut rows)?;
        if let Some(here) = self.here.filter(|_| rows.len() == MOST_OF_A_KIND as usize) {
            let here = number::from_here(holds, language, here.cell);
            self.select(up(holds), question, &(here..=*range.end()), MEASURED, &mut rows)?;
            self.select(down(holds), question, &(*range.start()..=here), MEASURED, &mut rows)?;
        }
        Ok(rows)
    }

    fn select(
        &self,
        sql: &str,
        question: &str,
        range: &RangeInclusive<i64>,
        most: u32,
        into: &mut Vec<i64>,
    ) -> rusqlite::Result<()> {
        let mut select = self.connection.prepare_cached(sql)?;
        let mut rows = select.query(params![question, range.start(), range.end(), most])?;
        while let Some(row) = rows.next()? {
            into.push(row.get(0)?);
        }
        Ok(())
    }

    /// Takes as many as are still wanted: by kind, and of one kind the nearest.
    fn take_the_best(&mut self, rows: Vec<i64>, round: usize) -> rusqlite::Result<()> {
        if self.is_done() || rows.is_empty() {
            return Ok(());
        }
        let untaken = rows.into_iter().filter(|row| !self.taken.contains(&number::thing(*row)));
        let mut candidates: Vec<Candidate> =
            untaken.map(|row| Candidate { row, distance: self.distance(number::middle(row), Ecef::chord) }).collect();
        let measured = (MEASURED as usize).max(2 * self.enough);
        if candidates.len() > measured {
            candidates.select_nth_unstable_by(measured, Candidate::order);
            candidates.truncate(measured);
        }
        let mut select = self.connection.prepare_cached("SELECT lat, lon FROM search_thing WHERE number = ?1")?;
        for candidate in candidates.iter_mut().filter(|candidate| candidate.distance.is_some()) {
            let at = select.query_row([number::thing(candidate.row)], |row| position(row, 0))?;
            candidate.distance = self.distance(Some(at), Ecef::ground_distance);
        }
        candidates.sort_unstable_by(Candidate::order);
        for Candidate { row, distance } in candidates {
            if !self.is_done() && self.taken.insert(number::thing(row)) {
                self.hits.push(Hit { row, round, distance });
            }
        }
        Ok(())
    }

    fn distance(&self, at: Option<Point>, between: fn(Ecef, Ecef) -> Metres) -> Option<Metres> {
        self.here.zip(at).map(|(here, at)| between(here.at, at.ecef()))
    }
}

impl Candidate {
    /// Routes, then stops and places, then stages; of these the nearer first; of two as near, as the bundle has them.
    fn order(&self, other: &Candidate) -> Ordering {
        let metres = |distance: Option<Metres>| distance.map_or(0.0, |metres| metres.0);
        (number::rank(self.row).cmp(&number::rank(other.row)))
            .then(metres(self.distance).total_cmp(&metres(other.distance)))
            .then(number::thing(self.row).cmp(&number::thing(other.row)))
            .then(self.row.cmp(&other.row))
    }
}

/// The question for rows in the order of their numbers.
fn up(holds: Holds) -> &'static str {
    if holds == Holds::Texts { TEXTS_UP } else { NAMES_UP }
}

/// The question for rows against the order of their numbers.
fn down(holds: Holds) -> &'static str {
    if holds == Holds::Texts { TEXTS_DOWN } else { NAMES_DOWN }
}

const NAMES_UP: &str = "SELECT rowid FROM search_name_index
    WHERE search_name_index MATCH ?1 AND rowid BETWEEN ?2 AND ?3 ORDER BY rowid LIMIT ?4";
const NAMES_DOWN: &str = "SELECT rowid FROM search_name_index
    WHERE search_name_index MATCH ?1 AND rowid BETWEEN ?2 AND ?3 ORDER BY rowid DESC LIMIT ?4";
const TEXTS_UP: &str = "SELECT rowid FROM search_text_index
    WHERE search_text_index MATCH ?1 AND rowid BETWEEN ?2 AND ?3 ORDER BY rowid LIMIT ?4";
const TEXTS_DOWN: &str = "SELECT rowid FROM search_text_index
    WHERE search_text_index MATCH ?1 AND rowid BETWEEN ?2 AND ?3 ORDER BY rowid DESC LIMIT ?4";
