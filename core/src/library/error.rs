//! What goes wrong with the library, in words for people.

use std::io;
use std::path::{Path, PathBuf};

use rusqlite::ErrorCode;

use super::folder::Folder;
use super::recordings::{Holds, RecordingId, State};
use crate::bundle::BundleError;
use crate::files::{is_full, plain};
use crate::geometry::LineError;
use crate::gpx::{GpxError, NoLine};
use crate::model::{BundleId, RouteId};

/// Why the library could not do what was asked. It is as it was before, whatever the reason; of several files brought in
/// those that went before stay.
#[derive(Debug, thiserror::Error)]
pub enum LibraryError {
    /// Written by a later version of this program.
    #[error("the library in {} was written by a newer version of this app (its form is {found}, this version knows {known}); update the app. Nothing was changed", folder.display())]
    Newer {
        /// The library's folder.
        folder: PathBuf,
        /// The form it has.
        found: u32,
        /// The newest form this code knows.
        known: u32,
    },
    /// The folder holds something else.
    #[error("{} is no library and holds files of others in `bundles` or `tracks`; choose an empty folder", folder.display())]
    NotALibrary {
        /// The folder.
        folder: PathBuf,
    },
    /// Another program works on it and does not let go.
    #[error("another program is working on the library in {}; wait until it is done or close it there, and try again", folder.display())]
    Busy {
        /// The library's folder.
        folder: PathBuf,
    },
    /// No room on the disk.
    #[error("the disk that holds {} is full; make room and try again, nothing that was saved is lost", path.display())]
    Full {
        /// What was to be written.
        path: PathBuf,
    },
    /// The disk said no.
    #[error("{} cannot be read or written ({reason}); check that it is there, that you may write in it and that the disk is sound", path.display())]
    Disk {
        /// The file or folder.
        path: PathBuf,
        /// What the system said.
        reason: String,
    },
    /// The database is damaged: opening the library again sets it aside and salvages what can be read.
    #[error("the library in {} is damaged; close it and open it again: the damaged file is set aside and what can be read is salvaged", folder.display())]
    Damaged {
        /// The library's folder.
        folder: PathBuf,
    },
    /// The file is no bundle, or a broken one.
    #[error(transparent)]
    Bundle(Box<BundleError>),
    /// The bundle cannot be trusted or replaces a newer one.
    #[error("{}: {reason}", path.display())]
    Refused {
        /// The bundle's file.
        path: PathBuf,
        /// Why it is not installed.
        reason: Box<Distrust>,
    },
    /// A key that is none.
    #[error(
        "`{0:.40}` is no public key of minisign; give the second line of the publisher's .pub file, or the whole file"
    )]
    Key(String),
    /// No such bundle is installed.
    #[error("no bundle `{0}` is installed; `list` shows those that are")]
    NoBundle(BundleId),
    /// The bundle has no such route.
    #[error("no installed bundle has a route `{0}`; `list` shows those that are")]
    NoRoute(RouteId),
    /// There is no such recording.
    #[error("there is no recording {0}; `recordings` shows those there are")]
    NoRecording(RecordingId),
    /// A recording is still running or paused.
    #[error("recording {0} is still open; go on with it, stop it or discard it first")]
    StillOpen(RecordingId),
    /// The recording is not in a state to do that.
    #[error("recording {id} is {state}, so it cannot be {asked}")]
    NotNow {
        /// Which.
        id: RecordingId,
        /// What it is.
        state: State,
        /// What was to be done: `paused`, `resumed` and so on.
        asked: &'static str,
    },
    /// The file is no GPX file or is broken.
    #[error("{}:{reason}", path.display())]
    Gpx {
        /// The file, and within an archive its name there.
        path: PathBuf,
        /// What is wrong with it, and where.
        reason: Box<GpxError>,
    },
    /// A readable file with nothing to follow.
    #[error("{}: {reason}", path.display())]
    NothingToFollow {
        /// The file.
        path: PathBuf,
        /// Why.
        reason: NoLine,
    },
    /// A readable file that only marks places.
    #[error("{}: the file only marks places ({count} <wpt>) and has no track or route that leads to them; export the track or route itself", path.display())]
    OnlyWaypoints {
        /// The file.
        path: PathBuf,
        /// How many places it marks.
        count: usize,
    },
    /// An archive or folder without a GPX file.
    #[error("{}: {}", path.display(), without_tracks(holds))]
    NoTracks {
        /// The archive or folder.
        path: PathBuf,
        /// What is in it.
        holds: Box<Holds>,
    },
    /// A file that is too large, or too large unpacked.
    #[error("{}: it has more than {most} bytes, or unpacks to more than its size allows; split it into several files", path.display())]
    TooLarge {
        /// The file.
        path: PathBuf,
        /// The most bytes there may be.
        most: u64,
    },
    /// The recording has no line to follow.
    #[error("recording {id} has no line to follow ({reason}); choose one that leads somewhere")]
    NoLine {
        /// Which.
        id: RecordingId,
        /// Why.
        reason: LineError,
    },
    /// An archive that is none, or not one of ours.
    #[error("{}: {reason}", path.display())]
    Archive {
        /// The file.
        path: PathBuf,
        /// What is wrong with it.
        reason: String,
    },
    /// A note that is too long, a setting out of its range.
    #[error("{0}")]
    Value(String),
}

fn without_tracks(holds: &Holds) -> String {
    if holds.is_kml() {
        return format!(
            "this holds KML, as Google Earth has it, and no GPX ({holds}); export it as GPX where it was made"
        );
    }
    if holds.is_empty() {
        return "it is empty; choose another, or export the track as GPX where it was made".to_owned();
    }
    if holds.is_packed() {
        return format!("there is no GPX file in it, but {holds}; unpack it, and bring in the archive that is in it");
    }
    format!("there is no GPX file in it, but {holds}; choose another, or export the track as GPX where it was made")
}

/// Why a sound bundle is not installed.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Distrust {
    /// The publisher signs, but no signature was given.
    #[error(
        "the bundle of `{publisher}` is not signed; fetch its signature (the file ending in .minisig) from the publisher and put it beside the bundle"
    )]
    Unsigned {
        /// Who publishes it.
        publisher: String,
    },
    /// The signature file is no signature.
    #[error(
        "its signature file is damaged or of an old kind ({0}); fetch it again, or have it signed with a current minisign"
    )]
    Signature(String),
    /// Signed by somebody else.
    #[error(
        "the bundle is signed, but not with the key of `{publisher}`; do not trust it, fetch it from the publisher"
    )]
    WrongKey {
        /// Who should have signed it.
        publisher: String,
    },
    /// Not the file that was signed.
    #[error(
        "the bundle is not the one that `{publisher}` signed: it was altered or cut off on its way; fetch it again"
    )]
    Altered {
        /// Who signed it.
        publisher: String,
    },
    /// An older version than the one installed.
    #[error(
        "version {offered} of `{bundle}` is older than version {installed}, which is installed; fetch the newest, or uninstall first"
    )]
    Older {
        /// Which bundle.
        bundle: BundleId,
        /// The version in the file.
        offered: u32,
        /// The version in the library.
        installed: u32,
    },
    /// The same version with another content.
    #[error(
        "version {version} of `{bundle}` is installed with another content; a publisher raises the version with every change: ask for a newer one"
    )]
    SameVersion {
        /// Which bundle.
        bundle: BundleId,
        /// The version of both.
        version: u32,
    },
    /// Another publisher took the name.
    #[error(
        "`{bundle}` is installed from `{installed}`, this file is from `{offered}`; uninstall the other first if you trust this one"
    )]
    OtherPublisher {
        /// Which bundle.
        bundle: BundleId,
        /// Who published what is installed.
        installed: String,
        /// Who publishes the file.
        offered: String,
    },
    /// Somebody who signs had the name here before.
    #[error(
        "`{bundle}` belongs to `{publisher}`, whose signed bundle was installed here; this file is from `{offered}`: do not trust it, fetch the bundle from `{publisher}`"
    )]
    Reserved {
        /// Which bundle.
        bundle: BundleId,
        /// Whose it is.
        publisher: String,
        /// Who publishes the file.
        offered: String,
    },
    /// The app brings this bundle along, and nothing proves that the file is of those who made the app's.
    #[error(
        "`{bundle}` of `{publisher}` comes with the app, and nothing proves that this file, which says it is from `{offered}`, is theirs; do not trust it, a newer one comes with an update of the app"
    )]
    Shipped {
        /// Which bundle.
        bundle: BundleId,
        /// Who publishes the one that the app brings along.
        publisher: String,
        /// Who publishes the file, as it says.
        offered: String,
    },
    /// Nobody signed it, and another one is installed.
    #[error(
        "version {installed} of `{bundle}` is installed, and nothing proves that version {offered} in this file is from `{publisher}`, as it says; fetch a signed one, or if you trust this one, uninstall the other first"
    )]
    Unproven {
        /// Which bundle.
        bundle: BundleId,
        /// Who publishes the file, as it says.
        publisher: String,
        /// The version in the file.
        offered: u32,
        /// The version in the library.
        installed: u32,
    },
    /// A version that no publisher gets to: after it, none of theirs would be taken.
    #[error(
        "version {offered} of `{bundle}` is further ahead than any publisher gets (at most {most} is taken); do not trust it, fetch it from its publisher"
    )]
    FarAhead {
        /// Which bundle.
        bundle: BundleId,
        /// The version in the file.
        offered: u32,
        /// The highest that would be taken.
        most: u32,
    },
}

impl From<BundleError> for LibraryError {
    fn from(error: BundleError) -> LibraryError {
        LibraryError::Bundle(Box::new(error))
    }
}

impl LibraryError {
    /// Whether the library or its disk is at fault, and not what was given to it.
    pub(super) fn is_of_library(&self) -> bool {
        use LibraryError::{Busy, Damaged, Disk, Full};
        matches!(self, Busy { .. } | Damaged { .. } | Disk { .. } | Full { .. })
    }

    /// What the system said of a file.
    pub(super) fn disk(path: &Path, error: &io::Error) -> LibraryError {
        let path = path.to_owned();
        if is_full(error) { LibraryError::Full { path } } else { LibraryError::Disk { path, reason: plain(error) } }
    }

    /// What the database said.
    pub(super) fn database(folder: &Path, error: &rusqlite::Error) -> LibraryError {
        let folder = folder.to_owned();
        match error.sqlite_error_code() {
            Some(ErrorCode::DiskFull) => LibraryError::Full { path: folder },
            // For some of its files the database does not say why they could not be made or written.
            Some(ErrorCode::SystemIoFailure | ErrorCode::CannotOpen) if !Folder::has_room(&folder) => {
                LibraryError::Full { path: folder }
            }
            Some(ErrorCode::DatabaseBusy | ErrorCode::DatabaseLocked) => LibraryError::Busy { folder },
            Some(ErrorCode::DatabaseCorrupt | ErrorCode::NotADatabase) => LibraryError::Damaged { folder },
            // What we ask is always the same: where it makes no sense to the database, tables, columns, indexes or
            // lengths are not what they were.
            Some(
                ErrorCode::Unknown | ErrorCode::ConstraintViolation | ErrorCode::TooBig | ErrorCode::SchemaChanged,
            ) => LibraryError::Damaged { folder },
            Some(_) => LibraryError::Disk { path: folder, reason: error.to_string() },
            // A value of a type that no row of ours has.
            None => LibraryError::Damaged { folder },
        }
    }
}
