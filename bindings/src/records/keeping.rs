//! What the traveller marked, wrote and reached, and what the library says of itself.

use route_guide_core::library;
use route_guide_core::model::{BundleId, Language, PlaceId, RouteId, StopId};

use super::{MilestoneKind, Position, Way};
use crate::border::Answer;
use crate::failure::Told as _;

/// Something in a bundle that a traveller can like or write about.
#[derive(Debug, Clone, PartialEq, Eq, uniffi::Enum)]
pub enum KeptItem {
    /// A route.
    Route {
        /// Its id.
        id: String,
    },
    /// A stop.
    Stop {
        /// Its id.
        id: String,
    },
    /// A place.
    Place {
        /// Its id.
        id: String,
    },
}

impl From<library::Item> for KeptItem {
    fn from(item: library::Item) -> KeptItem {
        match item {
            library::Item::Route(id) => KeptItem::Route { id: id.to_string() },
            library::Item::Stop(id) => KeptItem::Stop { id: id.to_string() },
            library::Item::Place(id) => KeptItem::Place { id: id.to_string() },
        }
    }
}

impl KeptItem {
    /// The same for core.
    pub(crate) fn item(&self, language: Language) -> Answer<library::Item> {
        Ok(match self {
            KeptItem::Route { id } => library::Item::Route(RouteId::new(id).told(language)?),
            KeptItem::Stop { id } => library::Item::Stop(StopId::new(id).told(language)?),
            KeptItem::Place { id } => library::Item::Place(PlaceId::new(id).told(language)?),
        })
    }
}

/// Something the traveller likes.
#[derive(Debug, Clone, PartialEq, Eq, uniffi::Record)]
pub struct Favourite {
    /// The bundle it is in.
    pub bundle: String,
    /// What.
    pub item: KeptItem,
    /// What it was called when it was marked.
    pub name: String,
    /// When.
    pub time_ms: i64,
}

impl From<library::Favourite> for Favourite {
    fn from(favourite: library::Favourite) -> Favourite {
        let library::Favourite { bundle, item, name, time_ms } = favourite;
        Favourite { bundle: bundle.to_string(), item: item.into(), name, time_ms }
    }
}

impl Favourite {
    /// The same for core.
    pub(crate) fn favourite(self, language: Language) -> Answer<library::Favourite> {
        let Favourite { bundle, item, name, time_ms } = self;
        let (bundle, item) = (BundleId::new(&bundle).told(language)?, item.item(language)?);
        Ok(library::Favourite { bundle, item, name, time_ms })
    }
}

/// Something the traveller wrote.
#[derive(Debug, Clone, PartialEq, Eq, uniffi::Record)]
pub struct Note {
    /// Its number in this library; of a new one it is not looked at.
    pub number: u32,
    /// The bundle that what it is about is in.
    pub bundle: String,
    /// What it is about.
    pub item: KeptItem,
    /// What that was called when the note was written.
    pub name: String,
    /// The words.
    pub words: String,
    /// When it was written.
    pub time_ms: i64,
}

impl From<library::Note> for Note {
    fn from(note: library::Note) -> Note {
        let library::Note { number, bundle, item, name, text, time_ms } = note;
        Note { number, bundle: bundle.to_string(), item: item.into(), name, words: text, time_ms }
    }
}

impl Note {
    /// The same for core.
    pub(crate) fn note(self, language: Language) -> Answer<library::Note> {
        let Note { number, bundle, item, name, words, time_ms } = self;
        let (bundle, item) = (BundleId::new(&bundle).told(language)?, item.item(language)?);
        Ok(library::Note { number, bundle, item, name, text: words, time_ms })
    }
}

/// Something reached.
#[derive(Debug, Clone, PartialEq, uniffi::Record)]
pub struct Milestone {
    /// What it is.
    pub kind: MilestoneKind,
    /// The bundle.
    pub bundle: String,
    /// The route.
    pub route: String,
    /// The id of the stop, the stage or the route.
    pub item: String,
    /// What it was called, in the language the traveller was guided in.
    pub name: String,
    /// When.
    pub time_ms: i64,
    /// Where the traveller was.
    pub position: Option<Position>,
    /// The key of the recording it belongs to.
    pub recording: Option<String>,
}

impl From<library::Milestone> for Milestone {
    fn from(milestone: library::Milestone) -> Milestone {
        let library::Milestone { kind, bundle, route, item, name, time_ms, position, recording } = milestone;
        let (bundle, route, position) = (bundle.to_string(), route.to_string(), position.map(Position::from));
        Milestone { kind, bundle, route, item, name, time_ms, position, recording }
    }
}

/// How far a traveller is on a way.
#[derive(Debug, Clone, Copy, PartialEq, uniffi::Record)]
pub struct Standing {
    /// The place on the line, from its start as the route runs.
    pub along_m: f64,
    /// The share of the route behind the traveller, 0 to 1; 1 as soon as they were told that it is done.
    pub share: f64,
    /// When the traveller was last there.
    pub time_ms: i64,
}

impl From<library::Standing> for Standing {
    fn from(standing: library::Standing) -> Standing {
        Standing { along_m: standing.along.0.0, share: standing.share, time_ms: standing.time_ms }
    }
}

/// How far a traveller is on a way that can be followed now.
#[derive(Debug, Clone, PartialEq, uniffi::Record)]
pub struct WayStanding {
    /// The way.
    pub way: Way,
    /// Whether it is travelled from its end to its start.
    pub reversed: bool,
    /// The name of the route or track; empty for a track that has none.
    pub name: String,
    /// How far they are on it.
    pub standing: Standing,
}

impl From<library::WayStanding> for WayStanding {
    fn from(placed: library::WayStanding) -> WayStanding {
        let library::WayStanding { way, reversed, name, standing } = placed;
        WayStanding { way: way.into(), reversed, name, standing: standing.into() }
    }
}

/// A journey that was set out on and not finished.
#[derive(Debug, Clone, PartialEq, Eq, uniffi::Record)]
pub struct Underway {
    /// What is followed.
    pub way: Way,
    /// Whether from its end to its start.
    pub reversed: bool,
    /// The number of the recording that the fixes go into, unless it was stopped since.
    pub recording: Option<u32>,
    /// The name of the route or track; empty for a track that has none.
    pub name: String,
}

impl From<library::Underway> for Underway {
    fn from(underway: library::Underway) -> Underway {
        let library::Underway { way, reversed, recording, name } = underway;
        Underway { way: way.into(), reversed, recording: recording.map(library::RecordingId::number), name }
    }
}

/// How much room something takes.
#[derive(Debug, Clone, PartialEq, Eq, uniffi::Record)]
pub struct Stored {
    /// A bundle's id, a recording's number, or the name of the part.
    pub name: String,
    /// Bytes.
    pub bytes: u64,
}

impl From<library::Stored> for Stored {
    fn from(stored: library::Stored) -> Stored {
        let library::Stored { name, bytes } = stored;
        Stored { name, bytes }
    }
}

/// How much room everything takes, in bytes.
#[derive(Debug, Clone, PartialEq, Eq, uniffi::Record)]
pub struct StorageUse {
    /// Each bundle's file.
    pub bundles: Vec<Stored>,
    /// Each recording.
    pub recordings: Vec<Stored>,
    /// The database with everything in it, and its log.
    pub database: u64,
    /// Of the database, what can be searched.
    pub search: u64,
    /// Damaged databases that were set aside.
    pub damaged: u64,
    /// All of the library's folder.
    pub total: u64,
    /// What freeing would give back.
    pub can_be_freed: u64,
}

impl From<library::Storage> for StorageUse {
    fn from(storage: library::Storage) -> StorageUse {
        let library::Storage { bundles, recordings, database, search, damaged, total, can_be_freed } = storage;
        let stored = |all: Vec<library::Stored>| all.into_iter().map(Stored::from).collect();
        let (bundles, recordings) = (stored(bundles), stored(recordings));
        StorageUse { bundles, recordings, database, search, damaged, total, can_be_freed }
    }
}

/// A damaged library that was found and mended.
#[derive(Debug, Clone, PartialEq, Eq, uniffi::Record)]
pub struct Damage {
    /// When it was found.
    pub time_ms: i64,
    /// The folder within the library where the damaged files lie.
    pub set_aside: String,
    /// Recordings that were salvaged.
    pub recordings: u64,
    /// Fixes that were salvaged.
    pub fixes: u64,
    /// Fixes that are known to have been there and were lost.
    pub fixes_lost: u64,
    /// Notes, favourites, what was reached and all else that was salvaged.
    pub others: u64,
}

impl From<library::Damage> for Damage {
    fn from(damage: library::Damage) -> Damage {
        let library::Damage { time_ms, set_aside, recordings, fixes, fixes_lost, others } = damage;
        Damage { time_ms, set_aside, recordings, fixes, fixes_lost, others }
    }
}
