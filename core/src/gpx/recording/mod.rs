//! A recording as it goes into a GPX file and comes out again.
//!
//! GPX has a place for a position, its height and its time. What else a phone says of a fix stands beside them in an
//! extension of our own, in the namespace `urn:x-route-guide:recording` with the prefix `rg`:
//!
//! | in | element | says |
//! |---|---|---|
//! | metadata | `key`, `followed`, `mode` | which recording it is, what it followed, how the ride was travelled |
//! | metadata, `wpt`, `trkpt` | `time` | milliseconds since 1970 where the year has not four digits, as `<time>` wants them |
//! | `wpt` | `kind` | `stop`, `photo` or `note` |
//! | `wpt` | `bytes`, `digest` | of the file that `<link>` leads to |
//! | `wpt`, `trkpt` | `lat`, `lon` | degrees where the attributes are only near: at 180, which the schema lacks, or for want of digits |
//! | `trkpt` | `accuracy`, `speed`, `course` | metres, metres a second, degrees, as the phone gave them |
//! | `trkpt` | `altitude` | the height where `<ele>` cannot say it to the bit: no number, or for want of digits |
//! | `trkpt` | `monotonic` | milliseconds of the clock nobody sets |
//! | `trkpt` | `phoneTime` | milliseconds since 1970 by the phone's own clock, where `<time>` is another time |
//! | `trkseg` | `segment` | its number, where it is not the one before plus one |
//!
//! Numbers are written so that reading them gives the same bits; `NaN`, `INF` and `-INF` are written as XML Schema
//! does, and all NaN are one. What is unknown is not written. Texts lose blank ends and what XML cannot hold.
//!
//! [`export_ride`](super::export_ride) writes it in the plain profile, [`recorded_ride`] reads it, [`RideReader`] fix by fix. Nothing here knows
//! where recordings are stored.

mod file_name;
mod reading;
mod stream;
#[cfg(test)]
mod tests;

pub use file_name::{FileName, FileNameError};
pub(super) use reading::is_recording;
pub use reading::{RecordedRide, recorded_ride};
pub use stream::RideReader;

use crate::geometry::Point;
use crate::model::{Fix, Mode};

/// The namespace of our own elements.
pub(super) const NAMESPACE: &str = "urn:x-route-guide:recording";

/// What is known of a recording besides its fixes and waypoints.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RideAbout {
    /// Tells this recording from all others, for ever.
    pub key: String,
    /// What the traveller calls it.
    pub name: String,
    /// What the traveller says of it.
    pub description: Option<String>,
    /// The names of the routes and stages it followed.
    pub followed: Vec<String>,
    /// When it began, in milliseconds since 1970-01-01 UTC.
    pub started_ms: i64,
    /// How it was travelled.
    pub mode: Option<Mode>,
}

/// One fix of a recording.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct RecordedFix {
    /// The number of its segment: between two segments nothing was recorded.
    pub segment: u32,
    /// When, by the ride's own time, which never goes back though the phone's clock is set: milliseconds since
    /// 1970-01-01 UTC.
    pub steady_ms: i64,
    /// What the phone said.
    pub fix: Fix,
}

/// Something that was seen or made on the way.
#[derive(Debug, Clone, PartialEq)]
pub struct RideWaypoint {
    /// Its name; may be empty.
    pub name: String,
    /// Where.
    pub point: Point,
    /// When, by the ride's own time, in milliseconds since 1970-01-01 UTC.
    pub time_ms: i64,
    /// What it is.
    pub kind: RideWaypointKind,
}

/// What a waypoint of a recording is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum RideWaypointKind {
    /// A stop that was visited.
    Stop,
    /// A photo that was taken.
    Photo(Attachment),
    /// A note that was spoken.
    Note(Attachment),
}

impl RideWaypointKind {
    /// The word for it in files.
    pub(super) fn word(&self) -> &'static str {
        match self {
            RideWaypointKind::Stop => "stop",
            RideWaypointKind::Photo(_) => "photo",
            RideWaypointKind::Note(_) => "note",
        }
    }

    /// The file that belongs to it.
    #[must_use]
    pub fn attachment(&self) -> Option<&Attachment> {
        match self {
            RideWaypointKind::Stop => None,
            RideWaypointKind::Photo(file) | RideWaypointKind::Note(file) => Some(file),
        }
    }
}

/// A file that belongs to a waypoint; the GPX file names it and does not hold it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Attachment {
    /// Its name, seen from the GPX file.
    pub file: FileName,
    /// How long it is.
    pub bytes: u64,
    /// The digest of its content.
    pub digest: String,
}

/// A number so that reading it gives the same bits again, or XML Schema's word for what is none.
pub(super) fn exact(number: f64) -> String {
    if number.is_nan() {
        "NaN".to_owned()
    } else if number.is_infinite() {
        if number > 0.0 { "INF".to_owned() } else { "-INF".to_owned() }
    } else if is_decimal(number) {
        number.to_string()
    } else {
        format!("{number:e}")
    }
}

/// Whether the number takes no more than 24 digits without an exponent: more is too much for readers of the schema.
pub(super) fn is_decimal(number: f64) -> bool {
    number == 0.0 || (1e-6..1e9).contains(&number.abs())
}
