//! The library into a backup.

use std::collections::BTreeMap;
use std::fs::File;
use std::io::{self, BufWriter};
use std::path::Path;

use zip::result::ZipError;
use zip::write::SimpleFileOptions;
use zip::{DateTime, ZipWriter};

use super::form::{BackupJson, FORM, KeptJson, MilestoneJson, NAME, RecordingJson, RefusedJson, StandingJson};
use super::numbering::missing;
use super::unfailing::Unfailing;
use crate::files::Aside;
use crate::gpx::{Profile, RideExport};
use crate::library::{Library, LibraryError, Recording, RecordingId};
use crate::model::Language;

/// The plain profile holds everything; the language is only that of a remark that it does not make.
const LOSSLESS: RideExport = RideExport { profile: Profile::Plain, language: Language::EN };

impl Library {
    /// Writes everything the traveller made into one zip file, which is there whole or not at all. Gives the recordings
    /// that are not in it: tracks whose file is gone.
    ///
    /// # Errors
    /// When the file cannot be written, or the disk is full.
    pub fn back_up(&self, path: &Path) -> Result<Vec<RecordingId>, LibraryError> {
        let disk = |error: io::Error| LibraryError::disk(path, &error);
        let zipped = |error: ZipError| LibraryError::disk(path, &error.into());
        let aside = Aside::beside(path).map_err(disk)?;
        let file = File::options().read(true).write(true).open(aside.path()).map_err(disk)?;
        let mut zip = ZipWriter::new(BufWriter::new(Unfailing::new(file)));
        // The same library gives the same bytes.
        let options = SimpleFileOptions::default().last_modified_time(DateTime::default()).large_file(true);
        let (mut recordings, mut left_out) = (Vec::new(), Vec::new());
        let mut packed: BTreeMap<String, String> = BTreeMap::new();
        for (recording, tally) in self.recordings()?.iter().rev() {
            if let Some(name) = recording.file.as_ref().and_then(|file| packed.get(file)) {
                // Another track of the same file.
                recordings.push(RecordingJson::of(recording, name.clone(), &self.attachments(recording.id)?));
                continue;
            }
            let track = match &recording.file {
                None => None,
                Some(file) => match File::open(self.folder.tracks().join(file)) {
                    Ok(track) => Some(track),
                    Err(error) if error.kind() == io::ErrorKind::NotFound => {
                        left_out.push(recording.id);
                        continue;
                    }
                    Err(error) => return Err(disk(error)),
                },
            };
            let name = name_in_archive(recording);
            packed.extend(recording.file.clone().map(|file| (file, name.clone())));
            zip.start_file(&name, options).map_err(zipped)?;
            let mut told = RecordingJson::of(recording, name, &self.attachments(recording.id)?);
            if let Some(mut track) = track {
                io::copy(&mut track, &mut zip).map_err(disk)?;
            } else {
                self.write_ride(recording, LOSSLESS, &mut zip).map_err(|wrong| wrong.unwrap_or_else(disk))?;
                let mut numbers = Vec::new();
                self.each_fix(recording.id, |kept| {
                    numbers.push(kept.number);
                    told.refused.extend(RefusedJson::of(&kept));
                })?;
                told.missing = missing(numbers.into_iter(), tally.fixes + tally.lost);
            }
            recordings.push(told);
        }
        let json = self.backup_json(recordings)?;
        zip.start_file(NAME, options).map_err(zipped)?;
        serde_json::to_writer_pretty(&mut zip, &json).map_err(|error| disk(error.into()))?;
        let written = zip.finish().map_err(zipped)?.into_inner().map_err(|error| disk(error.into_error()))?;
        written.done().map_err(disk)?;
        aside.publish(path).map_err(disk)?;
        Ok(left_out)
    }

    fn backup_json(&self, recordings: Vec<RecordingJson>) -> Result<BackupJson, LibraryError> {
        let chosen = self.chosen()?;
        Ok(BackupJson {
            form: FORM,
            settings: chosen.into_iter().collect(),
            favourites: self.favourites()?.iter().rev().map(KeptJson::from).collect(),
            notes: self.notes()?.iter().rev().map(KeptJson::from).collect(),
            milestones: self.milestones(None)?.iter().map(MilestoneJson::from).collect(),
            standings: self.placed()?.into_iter().map(StandingJson::from).collect(),
            recordings,
        })
    }
}

/// Sorted by day, readable, and no two alike.
fn name_in_archive(recording: &Recording) -> String {
    let folder = if recording.file.is_some() { "tracks" } else { "rides" };
    let day: String = crate::gpx::format_time(recording.started_ms).unwrap_or_default().chars().take(10).collect();
    format!("{folder}/{day}-{}-{}.gpx", recording.id, recording.key)
}

#[cfg(test)]
mod tests {
    use std::fs;

    use super::*;

    #[test]
    fn a_backup_that_cannot_be_written_leaves_nothing_behind() {
        let folder = tempfile::TempDir::new().expect("a folder");
        let library = Library::open(folder.path(), 0).expect("opens");
        let missing = folder.path().join("nowhere").join("backup.zip");
        assert!(matches!(library.back_up(&missing), Err(LibraryError::Disk { .. })));
        library.back_up(&folder.path().join("backup.zip")).expect("writes");
        let parts = fs::read_dir(folder.path()).expect("reads").filter_map(Result::ok);
        assert!(parts.into_iter().all(|entry| !entry.file_name().to_string_lossy().ends_with(".part")));
    }
}
