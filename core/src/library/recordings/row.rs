//! A recording as a row of the database.

use std::fmt;

use rusqlite::types::Value;

use crate::library::sealed::{Read, integer, text};
use crate::model::named::named;
use crate::model::{BundleId, Mode, RouteId};

/// The number of a recording in its library.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct RecordingId(pub(in super::super) u32);

impl RecordingId {
    /// The recording of that number.
    #[must_use]
    pub fn new(number: u32) -> RecordingId {
        RecordingId(number)
    }

    /// Its number.
    #[must_use]
    pub fn number(self) -> u32 {
        self.0
    }

    /// The recording in a row of that number; there is none beyond 32 bits.
    pub(in super::super) fn of_row(row: i64) -> RecordingId {
        RecordingId(u32::try_from(row).unwrap_or(u32::MAX))
    }

    pub(in super::super) fn row(self) -> i64 {
        i64::from(self.0)
    }
}

impl fmt::Display for RecordingId {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(out)
    }
}

named!(
    /// What can be done with a recording.
    State {
        /// It takes fixes.
        Open = "open",
        /// It waits to go on.
        Paused = "paused",
        /// It is done.
        Closed = "closed",
        /// It was discarded and can be taken back.
        Binned = "binned",
    }
);

named!(
    /// Where a recording comes from.
    Origin {
        /// The traveller's own ride.
        Recorded = "recorded",
        /// A file that was brought in.
        Imported = "imported",
        /// Fixes found in a damaged database whose recording was lost.
        Salvaged = "salvaged",
    }
);

/// What a recording begins with.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Start {
    /// When, in milliseconds since 1970-01-01 UTC.
    pub time_ms: i64,
    /// What it is called; left out, the shell shows the route's name and the day.
    pub name: Option<String>,
    /// How one travels.
    pub mode: Option<Mode>,
    /// The route that is followed.
    pub followed: Option<Followed>,
}

/// The route that a ride followed, and its stages.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Followed {
    /// The bundle it is in.
    pub bundle: BundleId,
    /// Which.
    pub route: RouteId,
    /// What the route is called, and the stages that were travelled in the order they were met, in the traveller's
    /// language then.
    pub names: Vec<String>,
}

/// A ride or track of the traveller's own.
#[derive(Debug, Clone, PartialEq)]
pub struct Recording {
    /// Its number in this library.
    pub id: RecordingId,
    /// Its name in every library: stays with it through backups.
    pub key: String,
    /// What can be done with it.
    pub state: State,
    /// Where it comes from.
    pub origin: Origin,
    /// What the traveller calls it.
    pub name: Option<String>,
    /// How it was travelled.
    pub mode: Option<Mode>,
    /// What it followed.
    pub followed: Option<Followed>,
    /// When it began.
    pub started_ms: i64,
    /// When it was stopped.
    pub ended_ms: Option<i64>,
    /// When it was discarded.
    pub binned_ms: Option<i64>,
    /// A digest of its points; of an open recording there is none yet.
    pub content: Option<String>,
    /// The file it was brought in as, among the library's tracks.
    pub(in super::super) file: Option<String>,
    /// How much that file takes.
    pub(in super::super) bytes: u64,
}

impl Recording {
    /// A recording of which nothing more is known.
    pub(in super::super) fn new(id: RecordingId, key: String, state: State, origin: Origin, started_ms: i64) -> Self {
        Recording {
            id,
            key,
            state,
            origin,
            name: None,
            mode: None,
            followed: None,
            started_ms,
            ended_ms: None,
            binned_ms: None,
            content: None,
            file: None,
            bytes: 0,
        }
    }

    pub(in super::super) fn values(&self) -> Vec<Value> {
        let followed = self.followed.as_ref();
        let names = followed.map(|followed| serde_json::Value::from(followed.names.clone()).to_string());
        vec![
            Value::Text(self.key.clone()),
            Value::Text(self.state.name().into()),
            Value::Text(self.origin.name().into()),
            text(self.name.clone()),
            text(self.mode.map(Mode::name)),
            text(followed.map(|followed| followed.bundle.as_str())),
            text(followed.map(|followed| followed.route.as_str())),
            text(names),
            Value::Integer(self.started_ms),
            integer(self.ended_ms),
            integer(self.binned_ms),
            text(self.content.clone()),
            text(self.file.clone()),
            Value::Integer(i64::try_from(self.bytes).unwrap_or(i64::MAX)),
        ]
    }

    /// The recording in a row whose seal was whole.
    pub(in super::super) fn read(number: i64, values: &[Value]) -> Option<Recording> {
        let [key, state, origin, name, mode, bundle, route, names, started, ended, binned, content, file, bytes] =
            values
        else {
            return None;
        };
        let owned = |value: &Value| value.text().map(str::to_owned);
        let followed = || {
            Some(Followed {
                bundle: BundleId::new(bundle.text()?).ok()?,
                route: RouteId::new(route.text()?).ok()?,
                names: serde_json::from_str(names.text()?).ok()?,
            })
        };
        Some(Recording {
            id: RecordingId(u32::try_from(number).ok()?),
            key: owned(key)?,
            state: State::from_name(state.text()?)?,
            origin: Origin::from_name(origin.text()?)?,
            name: owned(name),
            mode: mode.text().and_then(Mode::from_name),
            followed: followed(),
            started_ms: started.integer()?,
            ended_ms: ended.integer(),
            binned_ms: binned.integer(),
            content: owned(content),
            file: owned(file),
            bytes: u64::try_from(bytes.integer()?).ok()?,
        })
    }
}
