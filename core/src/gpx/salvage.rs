//! What can still be had of a file that is broken, ends too early, or goes on after its end.
//!
//! A broken tag costs what stands around it: reading goes on at the next tag of a point, a segment, a track or a route
//! that can be read, or at the end of one. A point whose own tag is whole is a point, with what is known of it. Where
//! points of a segment were lost, the segment ends and another begins: whether that is a gap is for its length to say.

use std::io::Read;

use super::document::{Root, Version};
use super::fault::{At, Extent, Fault, GpxError, Oddity, Warning};
use super::markup::{Text, Trailing};
use super::namespaces::Namespaces;
use super::reader::{END, POINT_LEVEL, Place, Reader, Step};
use super::resync::Passed;
use super::root::NAMESPACE_1_1;

/// In how many places a file is broken, and what was left out there.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Damage {
    pub(super) places: u64,
    bytes: u64,
    /// The last of them.
    last: Option<At>,
}

impl<R: Read> Reader<R> {
    /// Goes on behind what is broken, if one can: else the error is given back.
    pub(super) fn recover(&mut self, error: GpxError) -> Result<(), GpxError> {
        let GpxError { at, fault } = error;
        if !matches!(fault, Fault::Malformed(_) | Fault::TooDeep(_) | Fault::TooLong(_)) {
            return Err(GpxError { at, fault });
        }
        self.namespaces.leave(POINT_LEVEL);
        let Passed { bytes, content } = self.markup.resync(&self.namespaces)?;
        let reason = match &fault {
            Fault::Malformed(reason) => format!("the XML is broken here: {reason}"),
            fault => fault.to_string(),
        };
        self.torn |= content && self.place == Place::Segment;
        self.tell_broken(at, reason, bytes, fault);
        if self.markup.is_at_end()? { Err(self.markup.cut_off()) } else { Ok(()) }
    }

    /// Begins to read a file whose first element is broken, or stands behind something else; else the error is given back.
    pub(super) fn begin_beyond(&mut self, error: GpxError) -> Result<Step, GpxError> {
        let GpxError { at, fault: Fault::Malformed(reason) } = error else { return Err(error) };
        if let Some((prefix, bytes)) = self.markup.begin_broken_root()? {
            self.tell_broken(at, format!("the XML is broken here: {reason}"), bytes, Fault::Malformed(reason));
            let xmlns = if prefix.is_empty() { "xmlns".to_owned() } else { format!("xmlns:{prefix}") };
            let attributes = format!("version=\"1.1\" {xmlns}=\"{NAMESPACE_1_1}\"");
            self.namespaces = Namespaces::of_root(&prefix, NAMESPACE_1_1, &attributes);
            self.enter(Place::Gpx);
            let prefix = prefix.into();
            return Ok(Step::Root(Root {
                version: Version::V1_1,
                creator: None,
                prefix,
                attributes: attributes.into(),
            }));
        }
        let Passed { bytes, .. } = self.markup.resync(&self.namespaces)?;
        if self.markup.is_at_end()? {
            return Err(GpxError { at, fault: Fault::Malformed(reason) });
        }
        self.note(Warning { at, oddity: Oddity::Leading { bytes } });
        Ok(Step::Nothing)
    }

    /// Tells of zeros that stand before everything.
    pub(super) fn leading(&mut self) -> Result<(), GpxError> {
        if let Some(bytes) = self.markup.leading_zeros()? {
            let at = At { line: 1, column: 1 };
            self.warnings.note(|| Warning { at, oddity: Oddity::Leading { bytes } });
        }
        Ok(())
    }

    /// Notes what the next tag shows to be broken, once.
    pub(super) fn break_off(&mut self, reason: String, bytes: u64) {
        let at = self.markup.at();
        if self.damage.last == Some(at) {
            return;
        }
        self.tell_broken(at, format!("the XML is broken here: {reason}"), bytes, Fault::Malformed(reason));
    }

    /// Passes over what stands between two elements: zeros are told, as there may have been others, and words show that
    /// tags are missing.
    pub(super) fn pass_text(&mut self) -> Result<(), GpxError> {
        let Text { words, zeros } = self.markup.pass_text()?;
        self.seen.damage |= words;
        if let Some((at, bytes)) = zeros {
            self.torn |= self.place == Place::Segment;
            let reason = "zeros stand where there may have been something".to_owned();
            self.tell_broken(at, reason.clone(), bytes, Fault::Malformed(reason));
        }
        Ok(())
    }

    fn tell_broken(&mut self, at: At, reason: String, bytes: u64, fault: Fault) {
        self.seen.damage = true;
        if self.damage.places == 0 {
            // Whatever else was not understood, this may be why.
            self.first_left_out = Some(GpxError { at, fault });
        }
        self.damage = Damage { places: self.damage.places + 1, bytes: self.damage.bytes + bytes, last: Some(at) };
        self.note(Warning { at, oddity: Oddity::Broken { reason, bytes } });
    }

    /// Tells at the end of a file that is broken in several places how much that comes to.
    pub(super) fn sum_up(&mut self) {
        let Damage { places, bytes, .. } = self.damage;
        if std::mem::take(&mut self.damage).places > 1 {
            let at = self.markup.here();
            self.warnings.note_end(Warning { at, oddity: Oddity::BrokenInAll { places, bytes, read: self.read } });
        }
    }

    /// Ends the file where it was cut off, if whole points stand before; else it cannot be read.
    pub(super) fn salvage(&mut self, error: GpxError) -> Result<Step, GpxError> {
        let GpxError { at, fault: Fault::CutOff { open } } = error else { return Err(error) };
        let read = self.read;
        if read == Extent::default() {
            let broken = self.first_left_out.take().filter(|_| self.damage.places > 0);
            return Err(broken.unwrap_or(GpxError { at, fault: Fault::CutOff { open } }));
        }
        self.tell_spoilt(at);
        self.warnings.note_end(Warning { at, oddity: Oddity::CutOff { open, read } });
        self.markup.spoilt().clear();
        self.stopped = true;
        Ok(Step::Nothing)
    }

    /// What follows the end of the first element is left out.
    pub(super) fn trailing(&mut self, buffer: &mut Vec<u8>) -> Result<Step, GpxError> {
        match self.markup.trailing(buffer)? {
            None => self.tell_spoilt(END),
            Some(Trailing { at, what, bytes }) => {
                self.tell_spoilt(at);
                self.warnings.note_end(Warning { at, oddity: Oddity::Trailing { what, bytes } });
                self.markup.spoilt().clear();
            }
        }
        (self.stopped, self.place) = (true, Place::After);
        Ok(Step::Finished)
    }
}

#[cfg(test)]
mod tests;
