//! Routes of a bundle and recorded rides ([`export_ride`]) as GPX 1.1 for devices and apps.
//!
//! Of routes every profile writes one track a route (or one for the chosen stage) and its stops as waypoints; a track has one
//! segment a leg, but for Komoot, which joins them. There are no GPX routes: devices would lead along their own roads
//! instead of the line. Names and texts are in one language. What was left out of the line, and which part of it is
//! only indicative, is said in the file. The same input gives the same bytes: the time is a value like the rest.
//!
//! Nothing here chooses routes.

mod names;
mod page;
mod profile;
mod ride;
mod stretch;
mod words;
mod writing;

use std::io::{self, Write};
use std::path::Path;

pub(super) use page::{CREATOR, OSMAND};
pub use profile::Profile;
pub use ride::{ExportedRide, RideExport, export_ride};
pub use stretch::Detail;

use crate::files::write_whole;
use crate::geometry::Metres;
use crate::model::{Language, Manifest, Route, StageId};
use names::Names;
use stretch::Stretch;
use writing::Writing;

/// What to export.
#[derive(Debug, Clone, Copy)]
pub enum Selection<'r> {
    /// Whole routes.
    Routes(&'r [Route]),
    /// One stage of a route.
    Stage(&'r Route, &'r StageId),
}

/// How to export.
#[derive(Debug, Clone, Copy)]
pub struct Export<'m> {
    /// For whom.
    pub profile: Profile,
    /// The language of names and texts.
    pub language: Language,
    /// How much of the line; `None` leaves it to the profile: 10,000 points a track for Garmin, else all of it.
    pub detail: Option<Detail>,
    /// Publisher, licence and attributions.
    pub manifest: &'m Manifest,
    /// When the file is made, in milliseconds since 1970-01-01 UTC; `None` leaves it out.
    pub time_ms: Option<i64>,
}

/// What was written.
#[derive(Debug, Clone, PartialEq)]
pub struct Exported {
    /// The tracks.
    pub tracks: Vec<ExportedTrack>,
    /// How many waypoints.
    pub waypoints: usize,
}

/// One track that was written.
#[derive(Debug, Clone, PartialEq)]
pub struct ExportedTrack {
    /// Its name in the file.
    pub name: String,
    /// How many vertices of the line were kept.
    pub points: usize,
    /// How many points the track has in the file: where two segments meet, each has its own.
    pub written: usize,
    /// How many vertices the line has.
    pub of: usize,
    /// No dropped vertex lies farther from what was kept.
    pub tolerance: Metres,
}

/// Why nothing was exported.
#[derive(Debug, thiserror::Error)]
pub enum ExportError {
    /// No routes were chosen.
    #[error("there is no route to export; name one that the bundle has")]
    NoRoute,
    /// The stage is not in the route.
    #[error("route `{route}` has no stage `{stage}`; it has {known}")]
    NoStage {
        /// The route.
        route: String,
        /// The stage asked for.
        stage: String,
        /// The stages there are.
        known: String,
    },
    /// Komoot reads one track a file.
    #[error("Komoot takes one route a file, not {0}; export them one by one")]
    OneRoute(usize),
    /// A tolerance that is none.
    #[error("{0} metres is no tolerance; give a number from 0 up")]
    Tolerance(f64),
    /// Fewer points than a line has ends.
    #[error("{0} points make no track; allow 2 or more")]
    Points(usize),
    /// The stage's line has no length.
    #[error("the line of `{0}` has no length, so there is no track to write; check the bundle")]
    NoLength(String),
    /// Writing failed.
    #[error("writing stopped: {0}; look for space and rights in the target folder")]
    Write(#[from] io::Error),
}

/// Writes GPX 1.1 for the chosen routes into a file, which is there whole or not at all.
///
/// # Errors
/// When the choice or the detail makes no sense, or the file cannot be written; an older one is as it was then.
pub fn export_file(selection: Selection<'_>, how: &Export<'_>, path: &Path) -> Result<Exported, ExportError> {
    let mut file = Vec::new();
    let exported = export(selection, how, &mut file)?;
    write_whole(path, &file)?;
    Ok(exported)
}

/// Writes GPX 1.1 for the chosen routes.
///
/// # Errors
/// When the choice or the detail makes no sense, or writing fails; then what was written so far is worthless.
pub fn export(selection: Selection<'_>, how: &Export<'_>, out: &mut impl Write) -> Result<Exported, ExportError> {
    let detail = how.detail.unwrap_or(how.profile.detail());
    let mut stretches = match selection {
        Selection::Routes(routes) => {
            routes.iter().map(|route| Stretch::whole(route, detail)).collect::<Result<Vec<_>, _>>()?
        }
        Selection::Stage(route, stage) => vec![Stretch::stage(route, stage, detail)?],
    };
    match stretches.len() {
        0 => return Err(ExportError::NoRoute),
        1 => {}
        count if how.profile == Profile::Komoot => return Err(ExportError::OneRoute(count)),
        _ => {}
    }
    let mut names = Names::new(how.profile.name_length());
    for stretch in &mut stretches {
        stretch.name = names.choose(stretch.title(how.language));
    }
    Writing { how, detail }.write(&stretches, &mut names, out)
}
