//! The library into a backup.

use std::collections::{BTreeMap, BTreeSet};
use std::fs::File;
use std::io::{self, BufWriter};
use std::path::Path;

use zip::result::ZipError;
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, DateTime, ZipWriter};

use super::fixes::{Rising, write_beside};
use super::form::{BackupJson, FORM, KeptJson, MilestoneJson, NAME, RIDES, RecordingJson, StandingJson, TRACKS};
use super::numbering::Gaps;
use super::reading::look_through;
use super::rows::Chosen;
use super::size::{self, Counted, MOST_JSON_BYTES};
use super::unfailing::Unfailing;
use crate::files::{Aside, open_regular};
use crate::gpx::{Profile, RideExport};
use crate::library::archive::{Archive, MOST_FILES};
use crate::library::bounds::is_key;
use crate::library::recordings::keeping;
use crate::library::{Library, LibraryError, Recording, RecordingId, Tally};
use crate::model::Language;

/// The plain profile holds everything; the language is only that of a remark that it does not make.
const LOSSLESS: RideExport = RideExport { profile: Profile::Plain, language: Language::EN };

/// A recording that is not in a backup.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct LeftOut {
    /// Which.
    pub recording: RecordingId,
    /// Why.
    pub reason: WhyLeftOut,
}

/// Why a recording is not in a backup.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum WhyLeftOut {
    /// The file of this track is gone.
    Gone,
    /// It could not be restored: the file of this track is none that is read, or the library is damaged there.
    Unreadable,
    /// There are more recordings than a backup holds; this is one of the oldest.
    TooMany,
}

/// What goes into a backup.
struct Packing<'l> {
    library: &'l Library,
    /// The oldest first.
    recordings: Vec<(Recording, Tally)>,
    /// Recordings whose key no library takes any more, with the one they get.
    keys: BTreeMap<String, String>,
    left_out: Vec<LeftOut>,
}

type Zip = ZipWriter<BufWriter<Unfailing>>;

impl Library {
    /// Writes everything the traveller made into one zip file, which is there whole or not at all. It is read again as
    /// [`restore`](Library::restore) reads it before it gets its name. Gives the recordings that are not in it.
    ///
    /// # Errors
    /// When the file cannot be written, the disk is full, or there is more of notes and the like than a backup holds.
    pub fn back_up(&self, path: &Path) -> Result<Vec<LeftOut>, LibraryError> {
        // What is damaged is left out, recording by recording.
        if let Err(error @ LibraryError::Value(_)) = self.ask(size::fits) {
            return Err(error);
        }
        let aside = Aside::beside(path).map_err(|error| LibraryError::disk(path, &error))?;
        let mut packing = Packing::of(self)?;
        let mut method = CompressionMethod::Deflated;
        loop {
            let packed = packing.write(aside.path(), path, method)?;
            // Whoever restores it must not take it for one that was made to swell.
            if method == CompressionMethod::Deflated && Archive::open(aside.path())?.swells() {
                method = CompressionMethod::Stored;
                continue;
            }
            let refused = look_through(aside.path()).map_err(|error| told_of(path, error))?;
            if refused.is_empty() {
                break;
            }
            packing.leave_out(refused.iter().filter_map(|place| packed.get(*place)), WhyLeftOut::Unreadable);
        }
        aside.publish(path).map_err(|error| LibraryError::disk(path, &error))?;
        Ok(packing.left_out)
    }

    fn backup_json(&self, recordings: Vec<RecordingJson>) -> Result<BackupJson, LibraryError> {
        let chosen = self.chosen()?;
        Ok(BackupJson {
            form: FORM,
            settings: Chosen { settings: chosen, unreadable: 0 },
            favourites: self.favourites()?.iter().rev().map(KeptJson::from).collect(),
            notes: self.notes()?.iter().rev().map(KeptJson::from).collect(),
            milestones: self.milestones(None)?.iter().map(MilestoneJson::from).collect(),
            standings: self.placed()?.into_iter().filter(|placed| placed.is_sound()).map(StandingJson::from).collect(),
            recordings: recordings.into_iter().collect(),
        })
    }
}

impl<'l> Packing<'l> {
    /// All there is, as far as it fits into one archive.
    fn of(library: &'l Library) -> Result<Packing<'l>, LibraryError> {
        let mut packing = Packing { library, recordings: Vec::new(), keys: BTreeMap::new(), left_out: Vec::new() };
        // The one that is for programs.
        let mut files = 1;
        for (mut recording, tally) in library.recordings()? {
            // A ride may have a second one, with what is not in the first.
            files += if recording.file.is_some() { 1 } else { 2 };
            if files > MOST_FILES {
                packing.left_out.push(LeftOut { recording: recording.id, reason: WhyLeftOut::TooMany });
                continue;
            }
            if !is_key(&recording.key) {
                let key = keeping::key(recording.started_ms, recording.id.row());
                packing.keys.insert(std::mem::replace(&mut recording.key, key.clone()), key);
            }
            packing.recordings.push((recording, tally));
        }
        packing.recordings.reverse();
        Ok(packing)
    }

    fn leave_out<'r>(&mut self, recordings: impl Iterator<Item = &'r RecordingId>, reason: WhyLeftOut) {
        let gone: BTreeSet<RecordingId> = recordings.copied().collect();
        self.recordings.retain(|(recording, _)| !gone.contains(&recording.id));
        self.left_out.extend(gone.into_iter().map(|recording| LeftOut { recording, reason }));
    }

    /// Writes the archive. Gives the recordings in it.
    fn write(&mut self, to: &Path, path: &Path, method: CompressionMethod) -> Result<Vec<RecordingId>, LibraryError> {
        let disk = |error: io::Error| LibraryError::disk(path, &error);
        let file = File::options().read(true).write(true).truncate(true).open(to).map_err(disk)?;
        let mut zip = ZipWriter::new(BufWriter::new(Unfailing::new(file)));
        // The same library gives the same bytes.
        let options = SimpleFileOptions::default().last_modified_time(DateTime::default()).large_file(true);
        let mut archive = Writing {
            library: self.library,
            zip: &mut zip,
            options: options.compression_method(method),
            path,
            packed: BTreeMap::new(),
        };
        let (mut packed, mut recordings, mut left_out) = (Vec::new(), Vec::new(), Vec::new());
        for (recording, tally) in &self.recordings {
            match archive.recording(recording, tally)? {
                Ok(told) => {
                    packed.push(recording.id);
                    recordings.push(told);
                }
                Err(reason) => left_out.push((recording.id, reason)),
            }
        }
        let mut json = self.library.backup_json(recordings)?;
        json.call_recordings(&self.keys);
        archive.json(&json)?;
        let written = zip.finish().map_err(|error| disk(error.into()))?;
        written.into_inner().map_err(|error| disk(error.into_error()))?.done().map_err(disk)?;
        for (id, reason) in left_out {
            self.leave_out(std::iter::once(&id), reason);
        }
        Ok(packed)
    }
}

/// An archive being written.
struct Writing<'w> {
    library: &'w Library,
    zip: &'w mut Zip,
    options: SimpleFileOptions,
    path: &'w Path,
    /// What the files of tracks are called in the archive: several tracks may share one.
    packed: BTreeMap<String, String>,
}

impl Writing<'_> {
    fn disk(&self, error: &io::Error) -> LibraryError {
        LibraryError::disk(self.path, error)
    }

    fn begin(&mut self, name: &str) -> Result<(), LibraryError> {
        self.zip.start_file(name, self.options).map_err(|error: ZipError| self.disk(&error.into()))
    }

    /// Packs a recording. Gives what is told of it, or why it is left out.
    fn recording(
        &mut self,
        recording: &Recording,
        tally: &Tally,
    ) -> Result<Result<RecordingJson, WhyLeftOut>, LibraryError> {
        let told = match &recording.file {
            Some(file) => self.track(recording, file),
            None => self.ride(recording, tally),
        };
        match told {
            // One that is damaged keeps nobody from the others.
            Err(LibraryError::Damaged { .. }) => Ok(Err(WhyLeftOut::Unreadable)),
            told => told,
        }
    }

    fn track(&mut self, recording: &Recording, file: &str) -> Result<Result<RecordingJson, WhyLeftOut>, LibraryError> {
        let attachments = self.library.attachments(recording.id)?;
        if let Some(name) = self.packed.get(file) {
            return Ok(Ok(RecordingJson::of(recording, name.clone(), &attachments)));
        }
        let place = self.library.folder.tracks().join(file);
        let mut track = match open_regular(&place) {
            Ok(track) => track,
            Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(Err(WhyLeftOut::Gone)),
            Err(error) => return Err(LibraryError::disk(&place, &error)),
        };
        let name = name_in_archive(recording);
        let told = RecordingJson::of(recording, name.clone(), &attachments);
        self.packed.insert(file.to_owned(), name.clone());
        self.begin(&name)?;
        io::copy(&mut track, self.zip).map_err(|error| self.disk(&error))?;
        Ok(Ok(told))
    }

    fn ride(
        &mut self,
        recording: &Recording,
        tally: &Tally,
    ) -> Result<Result<RecordingJson, WhyLeftOut>, LibraryError> {
        let (library, name) = (self.library, name_in_archive(recording));
        let mut told = RecordingJson::of(recording, name.clone(), &library.attachments(recording.id)?);
        // Looked through first: what is damaged comes to light before anything of it is written.
        let (mut gaps, mut rising, mut are_others) = (Gaps::default(), Rising::default(), false);
        library.each_fix(recording.id, |kept| {
            gaps.pass(kept.number);
            are_others |= !rising.takes_kept(&kept);
        })?;
        told.missing = gaps.up_to(tally.fixes.saturating_add(tally.lost)).into_iter().collect();
        self.begin(&name)?;
        let mut rising = Rising::default();
        let written = library.write_ride(recording, LOSSLESS, |recorded| rising.takes(recorded), self.zip);
        written.map_err(|wrong| wrong.unwrap_or_else(|error| self.disk(&error)))?;
        if are_others {
            let beside = format!("{}.fixes.jsonl", name.trim_end_matches(".gpx"));
            self.begin(&beside)?;
            let (mut rising, mut written) = (Rising::default(), Ok(()));
            library.each_fix(recording.id, |kept| {
                if written.is_ok() && !rising.takes_kept(&kept) {
                    written = write_beside(&kept, self.zip);
                }
            })?;
            written.map_err(|error| self.disk(&error))?;
            told.fixes = Some(beside);
        }
        Ok(Ok(told))
    }

    /// Packs what is for programs; last, where those who only look at the end of a file find its name.
    fn json(&mut self, json: &BackupJson) -> Result<(), LibraryError> {
        self.begin(NAME)?;
        let mut counted = Counted { out: &mut *self.zip, bytes: 0 };
        serde_json::to_writer(&mut counted, json).map_err(|error| LibraryError::disk(self.path, &error.into()))?;
        if counted.bytes > MOST_JSON_BYTES {
            return Err(size::too_large());
        }
        Ok(())
    }
}

/// What is wrong with a backup that was written aside, told of the file it was to be.
fn told_of(path: &Path, error: LibraryError) -> LibraryError {
    match error {
        LibraryError::Archive { path: _, reason } => LibraryError::Archive { path: path.to_owned(), reason },
        error => error,
    }
}

/// Sorted by day, readable, and no two alike.
fn name_in_archive(recording: &Recording) -> String {
    let folder = if recording.file.is_some() { TRACKS } else { RIDES };
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
