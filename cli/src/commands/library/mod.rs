//! `route-guide library`: a folder that stands for the phone, tried at a desk.
//!
//! What a phone's app asks of the library, one verb each; what is thought about lies in core.

mod bundles;
mod files;
mod list;
mod record;
mod search;

use std::path::Path;
use std::process::ExitCode;
use std::time::{SystemTime, UNIX_EPOCH};

use route_guide_core::library::{Library, RecordingId};

use super::check::plural;
use crate::arguments::LibraryVerb;
use crate::failure::Failure;
use crate::output;

pub use bundles::name_of_signature;

/// Does with the library what was asked.
///
/// # Errors
/// When the library cannot be opened or the work failed.
pub fn run(folder: &Path, verb: LibraryVerb) -> Result<ExitCode, Failure> {
    let mut library = Library::open(folder, now_ms()).map_err(Failure::work)?;
    tell_damages(&mut library)?;
    match verb {
        LibraryVerb::Install { bundle, key, replace } => {
            bundles::install(&mut library, &bundle, key.as_deref(), replace)?;
        }
        LibraryVerb::Uninstall { id } => bundles::uninstall(&mut library, &id)?,
        LibraryVerb::List { language, json } => bundles::list(&library, language, json)?,
        LibraryVerb::Search { text, language, near, json } => {
            search::search(&library, &text, language, near, json)?;
        }
        LibraryVerb::Record { ride, route, language, each } => {
            record::record(&mut library, &ride, route.as_deref(), language, each)?;
        }
        LibraryVerb::Recordings { json } => list::recordings(&library, json)?,
        LibraryVerb::Stop => record::stop(&mut library)?,
        LibraryVerb::Discard { recording } => {
            library.discard_recording(RecordingId::new(recording), now_ms()).map_err(Failure::work)?;
            output::note(format!("recording {recording} is in the bin; `undo {recording}` takes it back"));
        }
        LibraryVerb::Undo { recording } => {
            library.take_back_recording(RecordingId::new(recording)).map_err(Failure::work)?;
        }
        LibraryVerb::Join { recording } => files::join(&mut library, RecordingId::new(recording))?,
        LibraryVerb::Export { recording, profile, language, output } => {
            files::export(&library, RecordingId::new(recording), profile, language, &output)?;
        }
        LibraryVerb::Import { files } => return files::import(&mut library, &files),
        LibraryVerb::Backup { file } => files::backup(&library, &file)?,
        LibraryVerb::Restore { file } => return files::restore(&mut library, &file),
        LibraryVerb::Storage { json } => list::storage(&library, json)?,
        LibraryVerb::Check => return check(&library),
    }
    Ok(ExitCode::SUCCESS)
}

/// The time of day, which core does not know.
fn now_ms() -> i64 {
    SystemTime::now().duration_since(UNIX_EPOCH).map_or(0, |since| i64::try_from(since.as_millis()).unwrap_or(i64::MAX))
}

/// Says once what was damaged and what became of it.
fn tell_damages(library: &mut Library) -> Result<(), Failure> {
    let damages = library.damages().map_err(Failure::work)?;
    for damage in &damages {
        output::note(format!(
            "warning: the library's database was damaged and is set aside in {}; {} with {} salvaged, {} lost",
            library.folder().join(&damage.set_aside).display(),
            plural(damage.recordings as usize, "recording"),
            counted(damage.fixes),
            counted(damage.fixes_lost),
        ));
    }
    if damages.is_empty() { Ok(()) } else { library.acknowledge_damages().map_err(Failure::work) }
}

fn check(library: &Library) -> Result<ExitCode, Failure> {
    if library.check().map_err(Failure::work)? {
        output::line("the database is whole");
        return Ok(ExitCode::SUCCESS);
    }
    output::note("warning: the database is damaged; it is set aside and salvaged when the library is opened next");
    Ok(ExitCode::from(1))
}

/// "1 fix", "7 fixes".
fn counted(fixes: u64) -> String {
    if fixes == 1 { "1 fix".into() } else { format!("{fixes} fixes") }
}
