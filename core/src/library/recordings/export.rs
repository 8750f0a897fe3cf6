//! A recording as a GPX file, also while it is being recorded.

use std::fs::File;
use std::io::{self, BufWriter, Write};
use std::path::Path;

use super::fixes::{KeptFix, rows};
use super::{Attachment, AttachmentKind, Recording, RecordingId, parts};
use crate::files::Aside;
use crate::gpx::{
    self, ExportedRide, RecordedFix, RideAbout, RideExport, RideWaypoint, RideWaypointKind, export_ride, format_time,
};
use crate::library::sealed::FIX;
use crate::library::{Library, LibraryError, MilestoneKind};

/// How a recording left the library.
#[derive(Debug, Clone, PartialEq)]
pub enum Handed {
    /// Written for a device or app.
    Ride(ExportedRide),
    /// A track that was brought in, as the file it was; one of several in a file without the others.
    AsItCame,
}

/// Why writing stopped.
enum Stopped {
    Read(rusqlite::Error),
    Write(io::Error),
}

impl From<io::Error> for Stopped {
    fn from(error: io::Error) -> Stopped {
        Stopped::Write(error)
    }
}

impl Library {
    /// Writes a recording as a GPX file, which is there whole or not at all. Stops that were visited and photos and
    /// voice notes become waypoints; fixes that were not believed are left out. A track that was brought in leaves as
    /// the file it was, and one of several in a file without the others.
    ///
    /// # Errors
    /// When there is no such recording, or the file cannot be written.
    pub fn export_recording(&self, id: RecordingId, how: RideExport, path: &Path) -> Result<Handed, LibraryError> {
        let disk = |error: io::Error| LibraryError::disk(path, &error);
        let recording = self.recording(id)?;
        let aside = Aside::beside(path).map_err(disk)?;
        let handed = if let Some(file) = &recording.file {
            let track = self.folder.tracks().join(file);
            let alone = self.track_file(file).ok().and_then(|(_, gpx)| parts::alone(gpx, recording.content.as_deref()));
            let mut out = File::options().write(true).open(aside.path()).map_err(disk)?;
            if let Some(alone) = alone {
                let mut out = BufWriter::new(out);
                gpx::write(&alone, &mut out).and_then(|()| out.flush()).map_err(disk)?;
            } else {
                let mut bytes = File::open(&track).map_err(|error| LibraryError::disk(&track, &error))?;
                io::copy(&mut bytes, &mut out).map_err(disk)?;
            }
            Handed::AsItCame
        } else {
            let file = File::options().write(true).open(aside.path()).map_err(disk)?;
            let mut out = BufWriter::new(file);
            let exported = self.write_ride(&recording, how, |_| true, &mut out).map_err(|stopped| match stopped {
                Ok(error) => error,
                Err(error) => disk(error),
            })?;
            out.flush().map_err(disk)?;
            Handed::Ride(exported)
        };
        aside.publish(path).map_err(disk)?;
        Ok(handed)
    }

    /// Writes those fixes of a ride that are `wanted`; what went wrong was here, or else with `out`.
    pub(in super::super) fn write_ride(
        &self,
        recording: &Recording,
        how: RideExport,
        mut wanted: impl FnMut(&RecordedFix) -> bool,
        out: &mut impl Write,
    ) -> Result<ExportedRide, Result<LibraryError, io::Error>> {
        let waypoints = self.waypoints(recording).map_err(Ok)?;
        let stopped = |stopped| match stopped {
            Stopped::Read(error) => Ok(self.told(error.into())),
            Stopped::Write(error) => Err(error),
        };
        let (mut statement, mut broken) =
            (FIX.statement(&self.connection, BELIEVED).map_err(Stopped::Read).map_err(stopped)?, false);
        let fixes =
            statement.query_map(rows(recording.id), |row| FIX.read(row)).map_err(Stopped::Read).map_err(stopped)?;
        let fixes = fixes.filter_map(|row| match row {
            Err(error) => Some(Err(Stopped::Read(error))),
            Ok(None) => {
                broken = true;
                None
            }
            Ok(Some((number, values))) => {
                let (_, kept) = KeptFix::read(number, &values)?;
                Some(recorded(&kept)).filter(&mut wanted).map(Ok)
            }
        });
        let exported = export_ride(&about(recording), &waypoints, how, fixes, out).map_err(stopped)?;
        if broken {
            self.suspect();
        }
        Ok(exported)
    }

    fn waypoints(&self, recording: &Recording) -> Result<Vec<RideWaypoint>, LibraryError> {
        let reached = self.milestones_of(&recording.key)?.into_iter();
        let reached = reached.filter(|one| matches!(one.kind, MilestoneKind::Visited | MilestoneKind::Seen));
        let stops = reached.filter_map(|one| {
            let (point, kind) = (one.position?, RideWaypointKind::Stop);
            Some(RideWaypoint { name: one.name, point, time_ms: one.time_ms, kind })
        });
        let mut waypoints: Vec<RideWaypoint> = stops.collect();
        waypoints.extend(self.attachments(recording.id)?.into_iter().filter_map(waypoint));
        waypoints.sort_by_key(|waypoint| waypoint.time_ms);
        Ok(waypoints)
    }
}

const BELIEVED: &str = "WHERE number BETWEEN ?1 AND ?2 AND refused IS NULL ORDER BY number";

fn recorded(kept: &KeptFix) -> RecordedFix {
    RecordedFix { segment: kept.segment, steady_ms: kept.ride_ms, fix: kept.fix }
}

fn about(recording: &Recording) -> RideAbout {
    let followed = recording.followed.as_ref().map(|followed| followed.names.clone()).unwrap_or_default();
    let day = || format_time(recording.started_ms).unwrap_or_default().chars().take(10).collect();
    let name = recording.name.clone().or_else(|| followed.first().cloned()).unwrap_or_else(day);
    RideAbout {
        key: recording.key.clone(),
        name,
        description: None,
        followed,
        started_ms: recording.started_ms,
        mode: recording.mode,
    }
}

/// A photo or voice note without a position has no place in a GPX file.
fn waypoint(attachment: Attachment) -> Option<RideWaypoint> {
    let point = attachment.position?;
    let file =
        crate::gpx::Attachment { file: attachment.file.clone(), bytes: attachment.bytes, digest: attachment.digest };
    let kind = match attachment.kind {
        AttachmentKind::Photo => RideWaypointKind::Photo(file),
        AttachmentKind::VoiceNote => RideWaypointKind::Note(file),
    };
    Some(RideWaypoint { name: attachment.file.as_str().to_owned(), point, time_ms: attachment.time_ms, kind })
}
