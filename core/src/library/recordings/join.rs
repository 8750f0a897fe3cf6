//! Tracks of one file that go on in one another, as one recording beside them.
//!
//! It is no second copy of the file: the new row names the same one, and stands for all of it.

use super::parts::{Share, whole};
use super::{RecordingId, incoming, keeping};
use crate::gpx::{self, Gpx};
use crate::library::{Library, LibraryError, Trouble};

impl Library {
    /// What the tracks would be called as one, that came in the same file as this one and go on in one another; `None`
    /// where there are none, or they are a recording already.
    ///
    /// # Errors
    /// When there is no such recording, or its file is gone.
    pub fn joinable(&self, id: RecordingId) -> Result<Option<String>, LibraryError> {
        let Some(file) = self.recording(id)?.file else { return Ok(None) };
        let (path, gpx) = self.track_file(&file)?;
        let Some(joined) = joined(&gpx) else { return Ok(None) };
        Ok(self.known(joined.content.as_deref())?.is_none().then(|| joined.name(&path)))
    }

    /// Makes one recording of the tracks that came in the same file as this one and [go on in one
    /// another](Library::joinable). Where they are one already, gives that.
    ///
    /// # Errors
    /// When there is nothing to join it with, or the disk is full.
    pub fn join(&mut self, id: RecordingId, now_ms: i64) -> Result<RecordingId, LibraryError> {
        let nothing = || LibraryError::Value(format!("recording {id} came with no other that goes on where it ends"));
        let of_file = self.recording(id)?;
        let file = of_file.file.clone().ok_or_else(nothing)?;
        let (path, gpx) = self.track_file(&file)?;
        let joined = joined(&gpx).ok_or_else(nothing)?;
        if let Some(known) = self.known(joined.content.as_deref())? {
            return Ok(known);
        }
        let (mut recording, tally) = incoming::row(&joined, &path, now_ms);
        let changed = LibraryError::Busy { folder: self.folder.path().to_owned() };
        self.change(|transaction| {
            let now = keeping::recording(transaction, id)?;
            // Another process may have emptied the bin, or brought in a newer file.
            if now.file != of_file.file {
                return Err(Trouble::Told(changed));
            }
            (recording.file, recording.bytes, recording.mode) = (Some(file), now.bytes, now.mode);
            incoming::list(transaction, recording, &tally, now_ms)
        })
    }
}

/// All parts of a file, where there are several and each goes on where the one before it ends.
pub(super) fn joined(gpx: &Gpx) -> Option<Share<'_>> {
    let whole = whole(gpx).filter(|whole| whole.parts.len() > 1)?;
    gpx::joined(gpx, &whole.parts).map(|_| whole)
}
