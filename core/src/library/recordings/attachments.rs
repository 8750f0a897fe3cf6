//! Photos and voice notes of a recording. They stay where the phone keeps them; here is how to know them again.

use rusqlite::Connection;
use rusqlite::types::Value;

use super::{RecordingId, keeping};
use crate::geometry::Point;
use crate::gpx::FileName;
use crate::library::bounds::{self, MOST_ATTACHMENTS};
use crate::library::sealed::{ATTACHMENT, Read, real};
use crate::library::{Library, LibraryError, Trouble};
use crate::model::named::named;

named!(
    /// What is attached.
    AttachmentKind {
        /// A photo.
        Photo = "photo",
        /// A voice note.
        VoiceNote = "voice-note",
    }
);

/// A photo or voice note.
#[derive(Debug, Clone, PartialEq)]
pub struct Attachment {
    /// What it is.
    pub kind: AttachmentKind,
    /// The name of its file, as the phone's folder of pictures or notes knows it.
    pub file: FileName,
    /// How large the file is.
    pub bytes: u64,
    /// The file's digest, as the shell computes it: to find it again under another name.
    pub digest: String,
    /// When it was made, in milliseconds since 1970-01-01 UTC.
    pub time_ms: i64,
    /// Where.
    pub position: Option<Point>,
}

/// The longest digest.
const MAX_TEXT_BYTES: usize = 1_024;

impl Library {
    /// Attaches a photo or voice note to a recording; what has the same digest already stays as it is. Without a
    /// position it gets that of the last fix.
    ///
    /// # Errors
    /// When there is no such recording, it has as many as a recording may have, or the digest says nothing.
    pub fn attach(&mut self, id: RecordingId, attachment: &Attachment) -> Result<(), LibraryError> {
        if !attachment.is_known_by_digest() {
            return Err(LibraryError::Value("a photo or voice note needs the digest of its file".into()));
        }
        self.change(|transaction| {
            keeping::recording(transaction, id)?;
            let here = keeping::tally(transaction, id)?.position();
            let position = attachment.position.or(here);
            let placed = Attachment { position, ..attachment.clone() };
            if placed.keep(transaction, id)? {
                return Ok(());
            }
            Err(Trouble::Told(LibraryError::Value(format!(
                "recording {id} has {MOST_ATTACHMENTS} photos and voice notes, and no more fit; begin another recording"
            ))))
        })
    }

    /// The photos and voice notes of a recording, in the order they were made.
    ///
    /// # Errors
    /// When the database is damaged.
    pub fn attachments(&self, id: RecordingId) -> Result<Vec<Attachment>, LibraryError> {
        let rest = "WHERE recording = ?1 ORDER BY time_ms, number";
        self.rows(&ATTACHMENT, rest, [id.row()], |_, values| Attachment::read(values))
    }
}

impl Attachment {
    fn is_known_by_digest(&self) -> bool {
        let digest = &self.digest;
        !digest.is_empty() && digest.len() <= MAX_TEXT_BYTES && !digest.contains(['\0', '\n'])
    }

    /// Attaches it, unless it is attached already. Says whether it is: what cannot be known again is not, nor what would be
    /// more than may be.
    pub(in super::super) fn keep(&self, connection: &Connection, id: RecordingId) -> Result<bool, Trouble> {
        if !self.is_known_by_digest() {
            return Ok(false);
        }
        if ATTACHMENT.find(connection, "recording = ?1 AND digest = ?2", (id.row(), &self.digest))?.is_none() {
            if ATTACHMENT.count(connection, "recording = ?1", [id.row()])? >= MOST_ATTACHMENTS {
                return Ok(false);
            }
            ATTACHMENT.add(connection, &self.values(id))?;
        }
        Ok(true)
    }

    fn values(&self, id: RecordingId) -> Vec<Value> {
        vec![
            Value::Integer(id.row()),
            Value::Text(self.kind.name().into()),
            Value::Text(self.file.as_str().into()),
            Value::Integer(i64::try_from(self.bytes).unwrap_or(i64::MAX)),
            Value::Text(self.digest.clone()),
            Value::Integer(bounds::time(self.time_ms)),
            real(self.position.map(Point::lat)),
            real(self.position.map(Point::lon)),
        ]
    }

    pub(in super::super) fn read(values: &[Value]) -> Option<Attachment> {
        let [_, kind, name, bytes, digest, time_ms, lat, lon] = values else { return None };
        Some(Attachment {
            kind: AttachmentKind::from_name(kind.text()?)?,
            file: FileName::new(name.text()?).ok()?,
            bytes: u64::try_from(bytes.integer()?).ok()?,
            digest: digest.text()?.to_owned(),
            time_ms: time_ms.integer()?,
            position: lat.real().zip(lon.real()).and_then(|(lat, lon)| Point::new(lat, lon).ok()),
        })
    }
}
