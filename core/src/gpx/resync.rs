//! The next tag that can be read.
//!
//! Where XML is broken, nothing between there and the next tag of a point, a track, a route or a segment can be trusted: it
//! is passed over. Every byte is looked at a bounded number of times, however many tags are broken.

use std::io::Read;

use super::fault::GpxError;
use super::markup::Markup;
use super::namespaces::Namespaces;
use super::source::Marked;
use super::token::{Shape, Token, token};

/// What was passed over on the way to the next tag that can be read.
pub(super) struct Passed {
    pub(super) bytes: u64,
    /// There was more among it than blanks and the ends of elements.
    pub(super) content: bool,
}

/// Elements that only stand in `gpx`, a route, a track or a segment.
pub(super) fn is_structure(local: &str) -> bool {
    matches!(local, "trkpt" | "rtept" | "wpt" | "trkseg" | "trk" | "rte")
}

/// What shows that a tag of a point, a track, a route or a segment was damaged though it is whole.
pub(super) fn flaw(local: &str, attributes: &str) -> Option<&'static str> {
    if attributes.contains('\0') {
        Some("zeros stand in this tag")
    } else if matches!(local, "trk" | "rte" | "trkseg") && attributes.contains("lat=") {
        Some("this tag has a position, as only points have")
    } else {
        None
    }
}

impl<R: Read> Markup<R> {
    /// Passes over what cannot be read, up to the next tag of a point, a track, a route or a segment, or the end of one
    /// that is open; before the first element, up to that. Of what is open only the file's own elements remain.
    pub(super) fn resync(&mut self, namespaces: &Namespaces) -> Result<Passed, GpxError> {
        self.source.stop_recording();
        self.unwind(self.outer);
        let mut content = false;
        while self.fill()? {
            let hand = self.source.at_hand();
            let length = hand.iter().position(|byte| *byte == b'<').unwrap_or(hand.len());
            if length > 0 {
                content |= hand.iter().take(length).any(|byte| !byte.is_ascii_whitespace());
                self.source.take(length);
                continue;
            }
            let shape = self.shape()?;
            match shape {
                Shape::Tag(length) => {
                    let text = self.source.at_hand().get(..length).unwrap_or_default();
                    let token = token(std::str::from_utf8(text).unwrap_or_default(), shape);
                    if self.goes_on_at(&token, namespaces) {
                        break;
                    }
                    content |= !matches!(token, Token::End(_));
                }
                Shape::Aside(_) if self.outer == 0 => break,
                Shape::CutOff => {
                    self.source.drain();
                    break;
                }
                Shape::Aside(_) => {}
                _ => content = true,
            }
            self.source.take(shape.length().unwrap_or(1));
        }
        Ok(Passed { bytes: self.source.since(Marked::Event), content })
    }

    fn goes_on_at(&self, token: &Token<'_>, namespaces: &Namespaces) -> bool {
        match token {
            Token::Start(tag) | Token::Empty(tag) if self.outer == 0 => tag.name().rsplit(':').next() == Some("gpx"),
            Token::Start(tag) | Token::Empty(tag) => {
                let local = namespaces.local(tag.name(), tag.attributes());
                local.is_some_and(|local| is_structure(local) && flaw(local, tag.attributes()).is_none())
            }
            Token::End(name) => self.is_open_outside(name),
            _ => false,
        }
    }
}
