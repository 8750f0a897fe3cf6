//! The tracks of a route's `line.gpx`.

use std::path::Path;
use std::sync::Arc;

use route_guide_core::geometry::Line;
use route_guide_core::gpx::{self, At, Limits, Oddity};

use super::finding::{File, Finding, Spot};
use super::reading::Reading;

/// One track, which a leg names.
pub struct Track {
    /// Its name.
    pub name: String,
    /// Its points.
    pub line: Line,
    /// Where it begins in the file.
    pub at: Spot,
}

/// Reads all tracks of the file.
pub fn read(reading: &mut Reading, relative: &Path, named: &Spot) -> Option<Vec<Track>> {
    let file = reading.text(relative, Some(named.clone()))?;
    let gpx = match gpx::read(file.text.as_bytes(), &Limits::default()) {
        Ok(gpx) => gpx,
        Err(wrong) => {
            let finding = Finding::error(
                spot_at(&file, wrong.at),
                wrong.fault.to_string(),
                "mend it in a GPX editor or export the line again",
            );
            reading.report(finding);
            return None;
        }
    };
    let before = reading.errors();
    for warning in gpx.warnings.first().iter().filter(|warning| loses_some_of_the_line(&warning.oddity)) {
        let finding = Finding::error(
            spot_at(&file, warning.at),
            warning.oddity.to_string(),
            "mend it in a GPX editor or export the line again",
        );
        reading.report(finding);
    }
    let mut tracks: Vec<Track> = Vec::new();
    for track in &gpx.tracks {
        let at = spot_at(&file, track.at);
        let name = track.name().unwrap_or_default();
        match track.line() {
            Err(wrong) => {
                reading.report(Finding::error(at, wrong.to_string(), "draw the track through two points or more"))
            }
            Ok(_) if tracks.iter().any(|other| other.name == name) => {
                let what = format!("two tracks are named `{name}`");
                reading.report(Finding::error(at, what, "give each track a name of its own"));
            }
            Ok(line) => tracks.push(Track { name, line, at }),
        }
    }
    // A leg must not be told that its track is missing where the track is only broken.
    (reading.errors() == before).then_some(tracks)
}

/// A stranger's file is read as far as it can be; a line that is published is whole or not there.
fn loses_some_of_the_line(oddity: &Oddity) -> bool {
    match oddity {
        Oddity::Position(_)
        | Oddity::Nowhere
        | Oddity::Astray { .. }
        | Oddity::Shape { .. }
        | Oddity::CutOff { .. }
        | Oddity::Broken { .. }
        | Oddity::BrokenInAll { .. }
        | Oddity::Leading { .. }
        | Oddity::Bytes
        | Oddity::Misplaced(_)
        | Oddity::Trailing { .. } => true,
        Oddity::Time(_)
        | Oddity::Elevation(_)
        | Oddity::ImpossibleElevation(_)
        | Oddity::Version(_)
        | Oddity::Namespace(_)
        | Oddity::Prefix(_) => false,
    }
}

/// The character of a file at a line and column.
fn spot_at(file: &Arc<File>, at: At) -> Spot {
    let mut start = 0;
    for _ in 1..at.line {
        start = file.text[start..].find('\n').map_or(file.text.len(), |newline| start + newline + 1);
    }
    let column = usize::try_from(at.column).unwrap_or(1).saturating_sub(1);
    let line = file.text[start..].split('\n').next().unwrap_or("");
    let offset: usize = line.chars().take(column).map(char::len_utf8).sum();
    let rest: usize = line.chars().skip(column).take_while(|letter| !letter.is_whitespace()).map(char::len_utf8).sum();
    Spot::new(file, start + offset..start + offset + rest)
}
