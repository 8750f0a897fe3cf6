//! From hits to what a traveller reads.

use std::error::Error;

use rusqlite::types::Type;
use rusqlite::{Connection, OptionalExtension, Row, params};

use super::found::{Found, Matched, What};
use super::kind::Kind;
use super::language::Languages;
use super::looking::Hit;
use super::number::Holds;
use super::quote::quote;
use super::round::Round;
use super::sort::Sort;
use super::wanted::Wanted;
use super::{fold, number};
use crate::geometry::Point;
use crate::model::{BundleId, Category, Language, PlaceId, PlaceKind, RouteId, StageId, StopId};

/// Reads what is shown of things.
pub(super) struct Showing<'s> {
    pub connection: &'s Connection,
    pub languages: &'s Languages,
    pub language: Language,
}

impl Showing<'_> {
    /// What is shown of a thing that was found in this round.
    pub fn found(&self, hit: &Hit, round: &Round) -> rusqlite::Result<Found> {
        let sql = "SELECT search_bundle.id, kind, route, search_thing.id, sort, lat, lon FROM search_thing
                   JOIN search_bundle ON search_bundle.number = bundle WHERE search_thing.number = ?1";
        let mut select = self.connection.prepare_cached(sql)?;
        let (bundle, (what, sort), position) =
            select.query_row([number::thing(hit.row)], |row| Ok((bundle(row)?, what(row)?, position(row, 5)?)))?;
        Ok(Found {
            bundle,
            what,
            name: self.name(hit)?,
            kind: sort.word(self.language),
            position,
            distance: hit.distance,
            matched: self.matched(hit, sort, &round.wanted)?,
            corrected: round.corrected,
        })
    }

    /// The name in the language asked for, else in English, else in the first there is.
    fn name(&self, hit: &Hit) -> rusqlite::Result<String> {
        let sql = "SELECT name FROM search_name WHERE thing = ?1
                   ORDER BY language IS NOT ?2, language IS NOT ?3, language LIMIT 1";
        let asked = self.languages.number(self.language);
        let english = self.languages.number(Language::EN);
        self.connection
            .prepare_cached(sql)?
            .query_row(params![number::thing(hit.row), asked, english], |row| row.get(0))
    }

    /// Where the words stand, in the language they were found in: each source is asked for what the ones before lack.
    fn matched(&self, hit: &Hit, sort: Sort, wanted: &[Wanted]) -> rusqlite::Result<Matched> {
        let sql = "SELECT name, alternatives FROM search_name WHERE thing = ?1 AND language = ?2";
        let (name, alternatives) = self
            .connection
            .prepare_cached(sql)?
            .query_row(params![number::thing(hit.row), number::language(hit.row)], |row| {
                Ok((row.get::<_, String>(0)?, row.get::<_, String>(1)?))
            })?;
        let language = self.languages.language(number::language(hit.row));
        let beyond_name = lacking(wanted, &name);
        // Where the question was found only in a name without its gaps, no word of that name need begin like it.
        if beyond_name.is_empty() || number::is(hit.row, Holds::WholeName) {
            return Ok(Matched::Name(name, language));
        }
        let beyond_alternatives = lacking(beyond_name.iter().copied(), &alternatives);
        if beyond_alternatives.is_empty() || number::is(hit.row, Holds::WholeAlternatives) {
            let other = alternatives
                .lines()
                .max_by_key(|other| beyond_name.len() - lacking(beyond_name.iter().copied(), other).len());
            return Ok(Matched::AlternativeName(other.unwrap_or_default().to_owned(), language));
        }
        let beyond_kind = lacking(beyond_alternatives.iter().copied(), sort.words(language.unwrap_or(Language::EN)));
        if beyond_kind.is_empty() {
            return Ok(Matched::Kind);
        }
        self.text(hit).map(|text| Matched::Text(quote(&text, &beyond_kind)))
    }

    fn text(&self, hit: &Hit) -> rusqlite::Result<String> {
        let mut select = self.connection.prepare_cached("SELECT text FROM search_text WHERE number = ?1")?;
        Ok(select.query_row([hit.row], |row| row.get(0)).optional()?.unwrap_or_default())
    }
}

/// The words that do not stand in a text.
fn lacking<'w>(wanted: impl IntoIterator<Item = &'w Wanted>, text: &str) -> Vec<&'w Wanted> {
    let words: Vec<fold::Word> = fold::words(text).collect();
    wanted.into_iter().filter(|wanted| !words.iter().any(|word| wanted.is(word))).collect()
}

/// Where a thing is, as latitude and longitude stand from this column on.
pub(super) fn position(row: &Row<'_>, column: usize) -> rusqlite::Result<Point> {
    Point::new(row.get(column)?, row.get(column + 1)?).map_err(|error| wrong(column, error))
}

fn bundle(row: &Row<'_>) -> rusqlite::Result<BundleId> {
    id(row, 0, BundleId::new)
}

fn what(row: &Row<'_>) -> rusqlite::Result<(What, Sort)> {
    Ok(match Kind::read(row, 1)? {
        Kind::Route => (What::Route(id(row, 2, RouteId::new)?), Sort::Route),
        Kind::Stage => (What::Stage(id(row, 2, RouteId::new)?, id(row, 3, StageId::new)?), Sort::Stage),
        Kind::Stop => {
            let category = id(row, 4, |name| Category::from_name(name).ok_or("no such category"))?;
            (What::Stop(id(row, 2, RouteId::new)?, id(row, 3, StopId::new)?, category), Sort::Stop(category))
        }
        Kind::Place => {
            let kind = id(row, 4, |name| PlaceKind::from_name(name).ok_or("no such kind of place"))?;
            (What::Place(id(row, 3, PlaceId::new)?, kind), Sort::Place(kind))
        }
    })
}

fn id<T, E>(row: &Row<'_>, column: usize, make: impl Fn(&str) -> Result<T, E>) -> rusqlite::Result<T>
where
    E: Into<Box<dyn Error + Send + Sync>>,
{
    make(row.get_ref(column)?.as_str()?).map_err(|error| wrong(column, error))
}

fn wrong(column: usize, why: impl Into<Box<dyn Error + Send + Sync>>) -> rusqlite::Error {
    rusqlite::Error::FromSqlConversionFailure(column, Type::Text, why.into())
}
