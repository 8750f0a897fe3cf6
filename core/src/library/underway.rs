//! Which journey is under way, so that an app that was killed can go on with it.
//!
//! It is one row among the settings, from setting out until the journey is finished. It belongs to this phone: no
//! backup carries it.

use rusqlite::Connection;
use rusqlite::types::Value;
use serde::{Deserialize, Serialize};

use super::sealed::{RECORDING, Read, SETTING};
use super::{Journey, Library, LibraryError, Recording, RecordingId, Trouble, Way};
use crate::model::Language;

/// The name of its row; no setting has it.
pub(super) const UNDERWAY: &str = "underway";

/// A journey that is under way.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Underway {
    /// What is followed.
    pub way: Way,
    /// Whether from its end to its start.
    pub reversed: bool,
    /// The recording that the fixes go into, unless it was stopped since.
    pub recording: Option<RecordingId>,
    /// The name of the route or track; empty for a track that has none.
    pub name: String,
}

/// A journey as it is kept, by keys that stay the same in every library.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub(super) struct Kept {
    pub way: [String; 2],
    pub reversed: bool,
    pub recording: Option<String>,
}

impl Library {
    /// The journey that was set out on and not finished, also after the process was killed. One that cannot be followed
    /// now, as its bundle is not installed or its track was discarded, is not under way.
    ///
    /// # Errors
    /// When the database is damaged.
    pub fn underway(&self, language: Language) -> Result<Option<Underway>, LibraryError> {
        let found = self.rows(&SETTING, "WHERE name = ?1", [UNDERWAY], |_, values| Kept::read(values))?;
        let Some(kept) = found.into_iter().next() else { return Ok(None) };
        let Some((way, name)) = self.named_way(&kept.way, language)? else { return Ok(None) };
        let open = "WHERE key = ?1 AND state IN ('open', 'paused')";
        let recording = self.rows(&RECORDING, open, [&kept.recording], Recording::read)?.into_iter().next();
        Ok(Some(Underway { way, reversed: kept.reversed, recording: recording.map(|recording| recording.id), name }))
    }

    /// Ends a journey: what waits for room is committed, and it is no longer under way. The recording and the place on
    /// the way stay. One that was set out on since stays under way.
    ///
    /// # Errors
    /// When there is no room; the journey goes on then.
    pub fn finish(&mut self, journey: &mut Journey) -> Result<(), LibraryError> {
        self.catch_up(journey)?;
        self.change(|transaction| journey.kept.forget(transaction))
    }
}

impl Kept {
    pub(super) fn put(&self, connection: &Connection) -> Result<(), Trouble> {
        let values = [Value::Text(UNDERWAY.into()), Value::Text(self.json())];
        Ok(SETTING.upsert(connection, "name = ?1", [UNDERWAY], &values)?)
    }

    fn forget(&self, connection: &Connection) -> Result<(), Trouble> {
        SETTING.remove(connection, "name = ?1 AND value = ?2", [UNDERWAY, &self.json()])?;
        Ok(())
    }

    fn json(&self) -> String {
        serde_json::to_string(self).unwrap_or_default()
    }

    pub(super) fn read(values: &[Value]) -> Option<Kept> {
        let [_, value] = values else { return None };
        serde_json::from_str(value.text()?).ok()
    }
}
