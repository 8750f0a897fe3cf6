//! What leaves the library as a file and comes into it: `export`, `import`, `backup`, `restore`.

use std::path::{Path, PathBuf};
use std::process::ExitCode;

use route_guide_core::gpx::RideExport;
use route_guide_core::library::{
    Handed, Imported, LeftOut, Library, LibraryError, Omitted, Recording, RecordingId, State, WhyLeftOut,
};
use route_guide_core::model::Language;

use super::now_ms;
use super::record::summary;
use crate::arguments::ProfileName;
use crate::commands::check::plural;
use crate::failure::Failure;
use crate::output::{self, harmless};

/// Writes a recording as a GPX file.
///
/// # Errors
/// When there is no such recording, or the file cannot be written.
pub fn export(
    library: &Library,
    id: RecordingId,
    profile: ProfileName,
    language: Language,
    path: &Path,
) -> Result<(), Failure> {
    output::must_be(path, &["gpx"])?;
    let how = RideExport { profile: profile.into(), language };
    match library.export_recording(id, how, path).map_err(Failure::work)? {
        Handed::AsItCame => output::note(format!("{}: the file as it was brought in", path.display())),
        Handed::Ride(ride) => output::note(format!(
            "{}: {} of {} fixes in {}, {}",
            path.display(),
            ride.written,
            ride.of,
            plural(ride.segments, "segment"),
            plural(ride.waypoints, "waypoint")
        )),
    }
    Ok(())
}

/// Brings in tracks; exit code 1 when some could not be read.
///
/// # Errors
/// When the library cannot take more.
pub fn import(library: &mut Library, paths: &[PathBuf]) -> Result<ExitCode, Failure> {
    let mut code = ExitCode::SUCCESS;
    for path in paths {
        let imported = match library.import(path, now_ms()) {
            Ok(imported) => imported,
            Err(error @ (LibraryError::Full { .. } | LibraryError::Busy { .. } | LibraryError::Damaged { .. })) => {
                return Err(Failure::work(error));
            }
            // The others may be better.
            Err(error) => {
                output::note(format!("error: {}", harmless(&error.to_string())));
                code = ExitCode::from(1);
                continue;
            }
        };
        tell(library, &imported)?;
        if !imported.refused.is_empty() {
            code = ExitCode::from(1);
        }
    }
    Ok(code)
}

fn tell(library: &Library, imported: &Imported) -> Result<(), Failure> {
    for (ids, said) in [(&imported.brought, ""), (&imported.updated, " as this file has it")] {
        for id in ids {
            let recording = library.recording(*id).map_err(Failure::work)?;
            let tally = library.tally(*id).map_err(Failure::work)?;
            let name = harmless(&recording.name.clone().unwrap_or_default());
            output::line(format!("recording {id}{said}: {name}, {}{}", summary(&tally), bin(&recording)));
        }
    }
    for id in &imported.known {
        let recording = library.recording(*id).map_err(Failure::work)?;
        output::line(format!("recording {id} was here already{}", bin(&recording)));
    }
    let remarks = &imported.remarks;
    for remark in remarks.first() {
        output::note(format!("warning: {}", harmless(&remark.to_string())));
    }
    let more = remarks.count() - remarks.first().len() as u64;
    if more > 0 {
        output::note(format!("warning: and {more} more like these"));
    }
    for refused in &imported.refused {
        output::note(format!("error: {}", harmless(&refused.reason.to_string())));
    }
    for id in &imported.joinable {
        let name = library.joinable(*id).map_err(Failure::work)?.unwrap_or_default();
        output::note(format!("these tracks go on in one another; `join {id}` makes one of them: {}", harmless(&name)));
    }
    Ok(())
}

fn bin(recording: &Recording) -> String {
    match recording.state {
        State::Binned => format!(", in the bin; `undo {}` takes it back", recording.id),
        _ => String::new(),
    }
}

/// Makes one recording of tracks that came in one file and go on in one another.
///
/// # Errors
/// When there is nothing to join.
pub fn join(library: &mut Library, id: RecordingId) -> Result<(), Failure> {
    let joined = library.join(id, now_ms()).map_err(Failure::work)?;
    let name = library.recording(joined).map_err(Failure::work)?.name.unwrap_or_default();
    let tally = library.tally(joined).map_err(Failure::work)?;
    output::line(format!("recording {joined}: {}, {}", harmless(&name), summary(&tally)));
    Ok(())
}

/// Packs everything the traveller made into one file.
///
/// # Errors
/// When it cannot be written.
pub fn backup(library: &Library, path: &Path) -> Result<(), Failure> {
    output::must_be(path, &["zip"])?;
    for LeftOut { recording, reason } in library.back_up(path).map_err(Failure::work)? {
        let reason = match reason {
            WhyLeftOut::Gone => "the file of this track is gone",
            WhyLeftOut::Unreadable => "it cannot be read; `check` tells whether the library is damaged",
            WhyLeftOut::TooMany => "a backup holds no more, and this is one of the oldest; export it",
        };
        output::note(format!("warning: recording {recording} is not in the backup: {reason}"));
    }
    output::note(format!("{} holds everything but the bundles", path.display()));
    Ok(())
}

/// Takes in a backup; exit code 1 when some of it could not be read.
///
/// # Errors
/// When it is no backup, or the disk is full.
pub fn restore(library: &mut Library, path: &Path) -> Result<ExitCode, Failure> {
    let restored = library.restore(path, now_ms()).map_err(Failure::work)?;
    output::line(format!(
        "{} taken in, {} made longer, {} here already; {}, {}, {}",
        plural(restored.recordings, "recording"),
        restored.extended,
        restored.known,
        plural(restored.favourites, "favourite"),
        plural(restored.notes, "note"),
        plural(restored.settings, "setting"),
    ));
    if restored.omitted.all() > 0 {
        output::note(format!(
            "error: left out of the backup: {}; they are cut short, out of bounds or of a kind that this version does not know",
            omitted(&restored.omitted).join(", ")
        ));
    }
    for refused in &restored.refused {
        output::note(format!("error: {} cannot be read; make the backup again if you still can", refused.display()));
    }
    Ok(if restored.refused.is_empty() { ExitCode::SUCCESS } else { ExitCode::from(1) })
}

fn omitted(omitted: &Omitted) -> Vec<String> {
    let kinds = [
        (omitted.settings, ["setting", "settings"]),
        (omitted.favourites, ["favourite", "favourites"]),
        (omitted.notes, ["note", "notes"]),
        (omitted.milestones, ["visited place", "visited places"]),
        (omitted.standings, ["place on a way", "places on ways"]),
        (omitted.recordings, ["recording", "recordings"]),
        (omitted.details, ["detail of a recording", "details of recordings"]),
        (omitted.attachments, ["photo or voice note", "photos or voice notes"]),
        (omitted.fixes, ["fix", "fixes"]),
        (omitted.files, ["file that it says nothing of", "files that it says nothing of"]),
    ];
    let told = kinds.into_iter().filter(|(count, _)| *count > 0);
    told.map(|(count, [one, many])| format!("{count} {}", if count == 1 { one } else { many })).collect()
}
