//! What the traveller likes and what they wrote, hung on the ids of routes, stops and places.
//!
//! Ids stay through updates of a bundle; what a new version no longer has stays visible here by the name it had.

use std::fmt;

use rusqlite::Connection;
use rusqlite::types::Value;

use super::bounds::{self, YEARS_MS};
use super::sealed::{FAVOURITE, NOTE, Read};
use super::{Library, LibraryError};
use crate::model::{BundleId, PlaceId, RouteId, StopId};

/// The longest note: 16 KiB.
const MAX_NOTE_BYTES: usize = 16 << 10;

/// Something in a bundle that a traveller can like or write about.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum Item {
    /// A route.
    Route(RouteId),
    /// A stop.
    Stop(StopId),
    /// A place.
    Place(PlaceId),
}

impl fmt::Display for Item {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Item::Route(id) => write!(out, "route/{id}"),
            Item::Stop(id) => write!(out, "stop/{id}"),
            Item::Place(id) => write!(out, "place/{id}"),
        }
    }
}

impl Item {
    /// The item of that name, as [`Display`](fmt::Display) writes it.
    #[must_use]
    pub fn from_name(name: &str) -> Option<Item> {
        let (kind, id) = name.split_once('/')?;
        match kind {
            "route" => RouteId::new(id).ok().map(Item::Route),
            "stop" => StopId::new(id).ok().map(Item::Stop),
            "place" => PlaceId::new(id).ok().map(Item::Place),
            _ => None,
        }
    }
}

/// Something the traveller likes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Favourite {
    /// The bundle it is in.
    pub bundle: BundleId,
    /// What.
    pub item: Item,
    /// What it was called when it was marked.
    pub name: String,
    /// When, in milliseconds since 1970-01-01 UTC.
    pub time_ms: i64,
}

/// Something the traveller wrote.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Note {
    /// Its number in this library.
    pub number: u32,
    /// The bundle that what it is about is in.
    pub bundle: BundleId,
    /// What it is about.
    pub item: Item,
    /// What that was called when the note was written.
    pub name: String,
    /// The words.
    pub text: String,
    /// When it was written, in milliseconds since 1970-01-01 UTC.
    pub time_ms: i64,
}

impl Library {
    /// Marks something as liked; what is liked already stays as it is.
    ///
    /// # Errors
    /// When the disk is full.
    pub fn like(&mut self, favourite: &Favourite) -> Result<(), LibraryError> {
        self.change(|transaction| {
            let key = (favourite.bundle.as_str(), favourite.item.to_string());
            if FAVOURITE.find(transaction, "bundle = ?1 AND item = ?2", key)?.is_none() {
                FAVOURITE.add(transaction, &favourite.values())?;
            }
            Ok(())
        })
    }

    /// Takes the mark away.
    ///
    /// # Errors
    /// When the disk is full.
    pub fn unlike(&mut self, bundle: &BundleId, item: &Item) -> Result<(), LibraryError> {
        self.change(|transaction| {
            FAVOURITE.remove(transaction, "bundle = ?1 AND item = ?2", (bundle.as_str(), item.to_string()))?;
            Ok(())
        })
    }

    /// What is liked, the newest first.
    ///
    /// # Errors
    /// When the database is damaged.
    pub fn favourites(&self) -> Result<Vec<Favourite>, LibraryError> {
        self.rows(&FAVOURITE, "ORDER BY time_ms DESC, number DESC", [], |_, values| Favourite::read(values))
    }

    /// Keeps a note and gives its number; the one in `note` is not looked at. The same note of the same moment is one.
    ///
    /// # Errors
    /// When it is empty or too long, or the disk is full.
    pub fn write_note(&mut self, note: &Note) -> Result<u32, LibraryError> {
        check(&note.text)?;
        let written = self.change(|transaction| match note.find(transaction)? {
            Some(number) => Ok(number),
            None => Ok(NOTE.add(transaction, &note.values())?),
        });
        written.map(as_number)
    }

    /// Puts other words in a note's place.
    ///
    /// # Errors
    /// When there is no such note, it would be empty or too long, or the disk is full.
    pub fn change_note(&mut self, number: u32, words: &str, now_ms: i64) -> Result<(), LibraryError> {
        check(words)?;
        let found = self.rows(&NOTE, "WHERE number = ?1", [number], Note::read)?.into_iter().next();
        let note = found.ok_or_else(|| LibraryError::Value(format!("there is no note {number}; write a new one")))?;
        let mut note = Note { text: words.to_owned(), time_ms: bounds::time(now_ms), ..note };
        self.change(|transaction| {
            // Another one of the same words and moment stays another one.
            while note.find(transaction)?.is_some_and(|there| there != i64::from(number)) {
                note.time_ms = (note.time_ms + 1) % YEARS_MS.end;
            }
            Ok(NOTE.put(transaction, i64::from(number), &note.values())?)
        })
    }

    /// Takes a note away.
    ///
    /// # Errors
    /// When the disk is full.
    pub fn remove_note(&mut self, number: u32) -> Result<(), LibraryError> {
        self.change(|transaction| Ok(NOTE.remove(transaction, "number = ?1", [number]).map(drop)?))
    }

    /// All notes, the newest first.
    ///
    /// # Errors
    /// When the database is damaged.
    pub fn notes(&self) -> Result<Vec<Note>, LibraryError> {
        self.rows(&NOTE, "ORDER BY time_ms DESC, number DESC", [], Note::read)
    }
}

impl Favourite {
    pub(super) fn values(&self) -> Vec<Value> {
        let texts = [self.bundle.to_string(), self.item.to_string(), bounds::name(&self.name).to_owned()];
        texts.map(Value::Text).into_iter().chain([Value::Integer(bounds::time(self.time_ms))]).collect()
    }

    pub(super) fn read(values: &[Value]) -> Option<Favourite> {
        let [bundle, item, name, time_ms] = values else { return None };
        Some(Favourite {
            bundle: BundleId::new(bundle.text()?).ok()?,
            item: Item::from_name(item.text()?)?,
            name: name.text()?.to_owned(),
            time_ms: time_ms.integer()?,
        })
    }
}

impl Note {
    /// Whether it says something and is no longer than a note may be.
    pub(super) fn fits(&self) -> bool {
        check(&self.text).is_ok()
    }

    /// The row of a note that is the same but for what its subject was called.
    pub(super) fn find(&self, connection: &Connection) -> rusqlite::Result<Option<i64>> {
        let key = (self.bundle.as_str(), self.item.to_string(), &self.text, bounds::time(self.time_ms));
        NOTE.find(connection, "bundle = ?1 AND item = ?2 AND text = ?3 AND time_ms = ?4", key)
    }

    pub(super) fn values(&self) -> Vec<Value> {
        let name = bounds::name(&self.name).to_owned();
        let texts = [self.bundle.to_string(), self.item.to_string(), name, self.text.clone()];
        texts.map(Value::Text).into_iter().chain([Value::Integer(bounds::time(self.time_ms))]).collect()
    }

    pub(super) fn read(number: i64, values: &[Value]) -> Option<Note> {
        let [bundle, item, name, text, time_ms] = values else { return None };
        Some(Note {
            number: as_number(number),
            bundle: BundleId::new(bundle.text()?).ok()?,
            item: Item::from_name(item.text()?)?,
            name: name.text()?.to_owned(),
            text: text.text()?.to_owned(),
            time_ms: time_ms.integer()?,
        })
    }
}

fn check(words: &str) -> Result<(), LibraryError> {
    match words.trim().len() {
        0 => Err(LibraryError::Value("an empty note says nothing; write some words or remove it".into())),
        bytes if bytes > MAX_NOTE_BYTES => {
            Err(LibraryError::Value(format!("the note is {bytes} bytes long, at most {MAX_NOTE_BYTES} fit; split it")))
        }
        _ => Ok(()),
    }
}

fn as_number(row: i64) -> u32 {
    u32::try_from(row).unwrap_or(u32::MAX)
}
