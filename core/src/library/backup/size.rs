//! How large `library.json` is, and whether what a library holds fits into one.
//!
//! A restore must not bring in more than can be backed up again: two backups that fit may be too much together. So both
//! are judged by the same measure.

use std::io::{self, Write};

use rusqlite::Connection;
use serde::Serialize;

use super::form::{AttachmentJson, KeptJson, MilestoneJson, RecordingJson, StandingJson};
use super::rows::MOST_LINES;
use crate::library::recordings::{Attachment, Recording};
use crate::library::sealed::{ATTACHMENT, FAVOURITE, MILESTONE, NOTE, RECORDING, STANDING};
use crate::library::standing::Placed;
use crate::library::{Favourite, LibraryError, Milestone, Note, Trouble};

/// The longest `library.json`: 64 MiB, of which reading makes three times as much in memory at most.
pub(super) const MOST_JSON_BYTES: u64 = 64 << 20;
/// How much of it the traveller's lines may take: the rest is for the names of the files beside it and for settings.
const MOST_LINES_BYTES: u64 = 56 << 20;

/// Counts what is written.
pub(super) struct Counted<W> {
    pub out: W,
    pub bytes: u64,
}

impl<W: Write> Write for Counted<W> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        let written = self.out.write(bytes)?;
        self.bytes += written as u64;
        Ok(written)
    }

    fn flush(&mut self) -> io::Result<()> {
        self.out.flush()
    }
}

fn too_many() -> LibraryError {
    LibraryError::Value(format!(
        "there are more notes, favourites or visited places than the {MOST_LINES} that a backup holds of each; remove some"
    ))
}

/// What is to be said where all of it takes more than a backup holds.
pub(super) fn too_large() -> LibraryError {
    LibraryError::Value(format!(
        "notes, favourites and what was reached take more than the {} MiB that a backup holds; remove some notes",
        MOST_LINES_BYTES >> 20
    ))
}

/// Whether all that the library holds can be backed up.
///
/// # Errors
/// When it cannot.
pub(super) fn fits(connection: &Connection) -> Result<(), Trouble> {
    let lists = [&FAVOURITE, &NOTE, &MILESTONE, &STANDING];
    for list in lists {
        if list.count(connection, "TRUE", [])? > MOST_LINES {
            return Err(Trouble::Told(too_many()));
        }
    }
    let mut sum = Counted { out: io::sink(), bytes: 0 };
    FAVOURITE
        .each(connection, "", [], |_, values| add(&mut sum, Favourite::read(values).as_ref().map(KeptJson::from)))?;
    NOTE.each(connection, "", [], |number, values| {
        add(&mut sum, Note::read(number, values).as_ref().map(KeptJson::from))
    })?;
    MILESTONE.each(connection, "", [], |_, values| {
        add(&mut sum, Milestone::read(values).as_ref().map(MilestoneJson::from))
    })?;
    STANDING.each(connection, "", [], |_, values| add(&mut sum, Placed::read(values).map(StandingJson::from)))?;
    ATTACHMENT.each(connection, "", [], |_, values| {
        add(&mut sum, Attachment::read(values).as_ref().map(AttachmentJson::of))
    })?;
    RECORDING.each(connection, "", [], |number, values| {
        let recording = Recording::read(number, values);
        add(&mut sum, recording.map(|recording| RecordingJson::of(&recording, String::new(), &[])))
    })?;
    if sum.bytes > MOST_LINES_BYTES { Err(Trouble::Told(too_large())) } else { Ok(()) }
}

fn add(sum: &mut Counted<io::Sink>, line: Option<impl Serialize>) -> Result<(), Trouble> {
    // Nothing can fail that goes nowhere; a comma stands between the lines.
    let _ = line.map(|line| serde_json::to_writer(&mut *sum, &line));
    sum.bytes += 1;
    Ok(())
}
