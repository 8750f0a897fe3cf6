//! What can still be had of a file that breaks, ends too early, or goes on after its end.

use std::io::Read;

use super::fault::{Extent, Fault, GpxError, Oddity, Warning};
use super::markup::Trailing;
use super::reader::{END, Place, Reader, Step};

impl<R: Read> Reader<R> {
    /// Ends the file where it broke, if whole points stand before; else it cannot be read.
    pub(super) fn salvage(&mut self, error: GpxError) -> Result<Step, GpxError> {
        let GpxError { at, fault } = error;
        let read = self.read;
        if read == Extent::default() {
            return Err(GpxError { at, fault });
        }
        let oddity = match fault {
            Fault::CutOff { open } => Oddity::CutOff { open, read },
            Fault::Malformed(reason) => Oddity::Broken { reason: format!("the XML is broken here: {reason}"), read },
            // A quote or a tag that is not closed is as deep, and as long, as the rest of the file.
            fault @ (Fault::TooDeep(_) | Fault::TooLong(_)) => Oddity::Broken { reason: fault.to_string(), read },
            fault => return Err(GpxError { at, fault }),
        };
        self.note(Warning { at, oddity });
        self.markup.spoilt().clear();
        self.stopped = true;
        Ok(Step::Nothing)
    }

    /// What follows the end of the first element is left out.
    pub(super) fn trailing(&mut self, buffer: &mut Vec<u8>) -> Result<Step, GpxError> {
        match self.markup.trailing(buffer)? {
            None => self.tell_spoilt(END),
            Some(Trailing { at, what, bytes }) => {
                self.note(Warning { at, oddity: Oddity::Trailing { what, bytes } });
                self.markup.spoilt().clear();
            }
        }
        (self.stopped, self.place) = (true, Place::After);
        Ok(Step::Finished)
    }
}
