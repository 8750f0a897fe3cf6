//! The traveller's own rides and tracks.

use std::path::Path;

use route_guide_core::errors::{Caveat, Complaint};
use route_guide_core::gpx::FileName;
use route_guide_core::library;
use route_guide_core::model::{BundleId, Language, RouteId};

use super::step::number;
use super::{AttachmentKind, Position, RecordingOrigin, RecordingState, Tally, TravelMode};
use crate::border::Answer;
use crate::failure::{Said, Told as _};

/// What is followed.
#[derive(Debug, Clone, PartialEq, Eq, uniffi::Enum)]
pub enum Way {
    /// A route of an installed bundle.
    Route {
        /// The bundle.
        bundle: String,
        /// The route.
        route: String,
    },
    /// A ride or track of the traveller's own.
    Track {
        /// The recording's number.
        recording: u32,
    },
}

impl From<library::Way> for Way {
    fn from(way: library::Way) -> Way {
        match way {
            library::Way::Route { bundle, route } => {
                Way::Route { bundle: bundle.to_string(), route: route.to_string() }
            }
            library::Way::Track(id) => Way::Track { recording: id.number() },
        }
    }
}

impl Way {
    /// The same for core.
    pub(crate) fn way(&self, language: Language) -> Answer<library::Way> {
        Ok(match self {
            Way::Route { bundle, route } => library::Way::Route {
                bundle: BundleId::new(bundle).told(language)?,
                route: RouteId::new(route).told(language)?,
            },
            Way::Track { recording } => library::Way::Track(library::RecordingId::new(*recording)),
        })
    }
}

/// What a recording begins with.
#[derive(Debug, Clone, PartialEq, uniffi::Record)]
pub struct RecordingStart {
    /// When.
    pub time_ms: i64,
    /// What it is called; without a name the shell shows the route's and the day.
    pub name: Option<String>,
    /// How one travels.
    pub mode: Option<TravelMode>,
    /// What is followed.
    pub way: Option<Way>,
}

/// A ride or track of the traveller's own.
#[derive(Debug, Clone, PartialEq, uniffi::Record)]
pub struct Recording {
    /// Its number in this library.
    pub number: u32,
    /// Its name in every library: stays with it through backups.
    pub key: String,
    /// What can be done with it.
    pub state: RecordingState,
    /// Where it comes from.
    pub origin: RecordingOrigin,
    /// What the traveller calls it.
    pub name: Option<String>,
    /// How it was travelled.
    pub mode: Option<TravelMode>,
    /// What it followed: the route and its stages, by name.
    pub followed: Vec<String>,
    /// The route that it followed.
    pub way: Option<Way>,
    /// When it began.
    pub started_ms: i64,
    /// When it was stopped.
    pub ended_ms: Option<i64>,
    /// When it was discarded.
    pub binned_ms: Option<i64>,
    /// What it comes to.
    pub tally: Tally,
}

impl Recording {
    pub(crate) fn of(recording: library::Recording, tally: library::Tally) -> Recording {
        let followed = recording.followed.as_ref();
        Recording {
            number: recording.id.number(),
            followed: followed.map(|followed| followed.names.clone()).unwrap_or_default(),
            way: followed
                .map(|followed| Way::Route { bundle: followed.bundle.to_string(), route: followed.route.to_string() }),
            key: recording.key,
            state: recording.state,
            origin: recording.origin,
            name: recording.name,
            mode: recording.mode,
            started_ms: recording.started_ms,
            ended_ms: recording.ended_ms,
            binned_ms: recording.binned_ms,
            tally: tally.into(),
        }
    }
}

/// The line of a recording, in pieces between its pauses.
#[derive(Debug, Clone, PartialEq, uniffi::Record)]
pub struct RecordingLine {
    /// All positions, as coordinates.
    pub positions: Vec<u8>,
    /// The number of the position each piece begins with; the first is 0.
    pub pieces: Vec<u32>,
}

/// A photo or voice note of a recording. It stays where the phone keeps it.
#[derive(Debug, Clone, PartialEq, uniffi::Record)]
pub struct RideAttachment {
    /// What it is.
    pub kind: AttachmentKind,
    /// The name of its file, as the phone's folder of pictures or notes knows it.
    pub file: String,
    /// How large the file is.
    pub bytes: u64,
    /// The file's digest, as the shell computes it: to find it again under another name.
    pub digest: String,
    /// When it was made.
    pub time_ms: i64,
    /// Where; handed in without a place it gets that of the last fix.
    pub position: Option<Position>,
}

impl From<library::Attachment> for RideAttachment {
    fn from(attachment: library::Attachment) -> RideAttachment {
        let library::Attachment { kind, file, bytes, digest, time_ms, position } = attachment;
        let (file, position) = (file.as_str().to_owned(), position.map(Position::from));
        RideAttachment { kind, file, bytes, digest, time_ms, position }
    }
}

impl RideAttachment {
    /// The same for core.
    pub(crate) fn attachment(self, language: Language) -> Answer<library::Attachment> {
        let RideAttachment { kind, file, bytes, digest, time_ms, position } = self;
        let file =
            FileName::new(&file).map_err(|wrong| Complaint::of_argument("file", &wrong.to_string(), language))?;
        let position = position.map(|position| position.point(language)).transpose()?;
        Ok(library::Attachment { kind, file, bytes, digest, time_ms, position })
    }
}

/// What was written of a recording as GPX.
#[derive(Debug, Clone, Copy, PartialEq, Eq, uniffi::Record)]
pub struct WrittenRide {
    /// How many points the file has; unknown of a track that left as the file it came in.
    pub points: Option<u64>,
}

/// What came of bringing files in.
#[derive(Debug, Clone, PartialEq, uniffi::Record)]
pub struct Imported {
    /// The numbers of the recordings made, in the order of the files.
    pub brought: Vec<u32>,
    /// The numbers of recordings that were there already and have now what a newer file says of them.
    pub updated: Vec<u32>,
    /// The numbers of recordings that were there already.
    pub known: Vec<u32>,
    /// Of each file whose tracks go on in one another the number of one of them: `join` makes one recording of all.
    pub joinable: Vec<u32>,
    /// What was not brought in.
    pub refused: Vec<NotImported>,
    /// What to know of that which was: what was odd in it, what was left out.
    pub remarks: Vec<ImportRemark>,
    /// How many remarks there are beyond these.
    pub more_remarks: u64,
}

/// A file that was not brought in.
#[derive(Debug, Clone, PartialEq, Eq, uniffi::Record)]
pub struct NotImported {
    /// Its name.
    pub file: String,
    /// Why.
    pub said: Said,
}

/// Something to know of a file that was brought in.
#[derive(Debug, Clone, PartialEq, Eq, uniffi::Record)]
pub struct ImportRemark {
    /// The file's name.
    pub file: String,
    /// What: the text names the file, too.
    pub said: Said,
}

impl Imported {
    pub(crate) fn of(imported: &library::Imported, language: Language) -> Imported {
        let numbers = |ids: &[library::RecordingId]| ids.iter().map(|id| id.number()).collect();
        let refused = imported.refused.iter().map(|refused| NotImported {
            file: name(&refused.file),
            said: Complaint::of_library(&refused.reason, language).into(),
        });
        let first = imported.remarks.first();
        let remarks = first
            .iter()
            .map(|remark| ImportRemark { file: name(&remark.file), said: Caveat::of_import(remark, language).into() });
        Imported {
            brought: numbers(&imported.brought),
            updated: numbers(&imported.updated),
            known: numbers(&imported.known),
            joinable: numbers(&imported.joinable),
            refused: refused.collect(),
            remarks: remarks.collect(),
            more_remarks: imported.remarks.count().saturating_sub(first.len() as u64),
        }
    }
}

/// What a backup brought.
#[derive(Debug, Clone, PartialEq, Eq, uniffi::Record)]
pub struct Restored {
    /// Rides and tracks that were not here.
    pub recordings: u32,
    /// Rides that were here, but shorter.
    pub extended: u32,
    /// Rides and tracks that were here already.
    pub known: u32,
    /// Favourites that were not here.
    pub favourites: u32,
    /// Notes that were not here.
    pub notes: u32,
    /// Settings of which none had been chosen here.
    pub settings: u32,
    /// Rides and tracks whose file in the backup could not be read.
    pub refused: Vec<String>,
}

impl From<library::Restored> for Restored {
    fn from(restored: library::Restored) -> Restored {
        // Lines that could not be read stand among what was refused, as the file they are in.
        let library::Restored { recordings, extended, known, favourites, notes, settings, refused, omitted: _ } =
            restored;
        Restored {
            recordings: number(recordings),
            extended: number(extended),
            known: number(known),
            favourites: number(favourites),
            notes: number(notes),
            settings: number(settings),
            refused: refused.iter().map(|file| name(file)).collect(),
        }
    }
}

/// The name of a file without its folders.
fn name(file: &Path) -> String {
    file.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default()
}
