//! A recorded ride as GPX 1.1.
//!
//! Fixes are written as they come, so that a day of them takes no more memory than a minute; only for Garmin all must
//! be known first, as no more than 10,000 points may stay. The plain profile writes everything there is, to the bit
//! ([`recorded_ride`](crate::gpx::recorded_ride) tells how); the others write what their readers understand.

mod point;
mod thinning;
mod writing;

use std::io::{self, Write};

use super::profile::Profile;
use super::stretch::Detail;
use crate::geometry::{Metres, Point};
use crate::gpx::recording::{RecordedFix, RideAbout, RideWaypoint};
use crate::model::Language;
use thinning::thinned;
use writing::RideWriting;

/// How to export a ride.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct RideExport {
    /// For whom.
    pub profile: Profile,
    /// The language in which the file says what was left out.
    pub language: Language,
}

/// What was written of a ride.
#[derive(Debug, Clone, PartialEq)]
pub struct ExportedRide {
    /// The track's name in the file.
    pub name: String,
    /// How many points the track has in the file.
    pub written: usize,
    /// How many fixes there were on the earth.
    pub of: usize,
    /// How many fixes had a position that is not on the earth; they were left out.
    pub skipped: usize,
    /// How many segments the track has in the file.
    pub segments: usize,
    /// How many waypoints.
    pub waypoints: usize,
    /// No fix that was dropped lies farther from the line of those kept.
    pub tolerance: Metres,
}

/// Writes a recorded ride as GPX 1.1: one track, a new segment wherever the number of the segment changes.
///
/// Garmin gets at most 10,000 points: the first and last of each segment (so more only of a ride in more than 5,000
/// segments) and those between that matter most to the line. Komoot gets one segment.
///
/// # Errors
/// When a fix cannot be had or writing fails; then what was written so far is worthless.
pub fn export_ride<E: From<io::Error>>(
    about: &RideAbout,
    waypoints: &[RideWaypoint],
    how: RideExport,
    fixes: impl IntoIterator<Item = Result<RecordedFix, E>>,
    out: &mut impl Write,
) -> Result<ExportedRide, E> {
    let mut skipped = 0;
    let placed = fixes.into_iter().filter_map(|fix| {
        let placed = fix.map(Placed::of).transpose();
        skipped += usize::from(placed.is_none());
        placed
    });
    let mut writing = RideWriting::begin(about, how, out)?;
    if let Detail::Points(most) = how.profile.detail() {
        let all = placed.collect::<Result<Vec<Placed>, E>>()?;
        let (kept, tolerance) = thinned(&all, most);
        writing.head(waypoints, Some((kept.len(), all.len(), tolerance)))?;
        for number in kept {
            writing.fix(&all[number])?;
        }
    } else {
        writing.head(waypoints, None)?;
        for placed in placed {
            writing.fix(&placed?)?;
        }
    }
    Ok(ExportedRide { skipped, ..writing.end()? })
}

/// A fix on the earth.
struct Placed {
    point: Point,
    recorded: RecordedFix,
}

impl Placed {
    fn of(recorded: RecordedFix) -> Option<Placed> {
        let point = Point::new(recorded.fix.lat, recorded.fix.lon).ok()?;
        Some(Placed { point, recorded })
    }
}
