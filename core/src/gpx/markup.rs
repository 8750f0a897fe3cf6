//! XML events of a file with limits, positions and errors for people, over quick-xml.
//!
//! No entity is ever expanded but the five of XML and numbers, and no namespace is looked up: names are matched by
//! the prefix that the first element has, as devices write namespaces wrong more often than elements.

use std::io::{BufRead, Read};

use quick_xml::Reader;
use quick_xml::errors::{Error, IllFormedError, SyntaxError};
use quick_xml::events::{BytesRef, Event};

use super::fault::{At, Fault, GpxError, shortened};
use super::limits::Limits;
use super::source::{Source, after};
use super::usual::{Usual, usual};

/// A file as XML events.
pub(super) struct Markup<R> {
    reader: Reader<Source<R>>,
    limits: Limits,
    /// The names of the open elements, one behind the other, and where each begins.
    names: String,
    open: Vec<usize>,
    kept: u64,
    /// Whether the last event was a tag: then the next byte begins text or another tag.
    after_tag: bool,
}

impl<R: Read> Markup<R> {
    pub(super) fn new(input: R, limits: Limits) -> Markup<R> {
        let mut reader = Reader::from_reader(Source::new(input));
        // End tags are checked here, as some start tags never pass through quick-xml.
        reader.config_mut().check_end_names = false;
        reader.config_mut().allow_unmatched_ends = true;
        Markup { reader, limits, names: String::new(), open: Vec::new(), kept: 0, after_tag: false }
    }

    /// How many elements are open.
    pub(super) fn depth(&self) -> usize {
        self.open.len()
    }

    /// Where the last event began.
    pub(super) fn at(&mut self) -> At {
        self.reader.get_mut().event_at()
    }

    /// Where something in the last event begins that is preceded there by `text`.
    pub(super) fn at_after(&mut self, text: &[&str]) -> At {
        text.iter().fold(self.at(), |at, part| after(at, part.as_bytes()))
    }

    /// The offset of what comes next, for [`Markup::at_offset`].
    pub(super) fn offset(&self) -> u64 {
        self.reader.get_ref().offset()
    }

    /// The position of an offset read lately.
    pub(super) fn at_offset(&mut self, offset: u64) -> At {
        self.reader.get_mut().at(offset)
    }

    /// An error at the beginning of the last event.
    pub(super) fn error(&mut self, fault: Fault) -> GpxError {
        GpxError { at: self.at(), fault }
    }

    /// The next event; the file's end only comes once every element is closed.
    #[inline]
    pub(super) fn next<'b>(&mut self, buffer: &'b mut Vec<u8>) -> Result<Event<'b>, GpxError> {
        buffer.clear();
        self.reader.get_mut().begin_event(self.limits.text);
        match self.reader.read_event_into(buffer) {
            Ok(event) => {
                self.after_tag = matches!(event, Event::Start(_) | Event::Empty(_) | Event::End(_));
                match &event {
                    Event::Start(tag) => {
                        self.begin(tag.name().as_ref());
                        if self.open.len() > self.limits.depth {
                            return Err(self.error(Fault::TooDeep(self.limits.depth)));
                        }
                    }
                    Event::End(tag) => self.end(tag.name().as_ref())?,
                    Event::Eof if !self.open.is_empty() => return Err(self.cut_off()),
                    Event::DocType(declaration) if declaration.contains('[') => {
                        return Err(self.error(Fault::Declarations));
                    }
                    _ => {}
                }
                Ok(event)
            }
            Err(error) => Err(self.explain(error)),
        }
    }

    #[inline]
    fn begin(&mut self, name: &str) {
        self.open.push(self.names.len());
        self.names.push_str(name);
    }

    #[inline]
    fn end(&mut self, name: &str) -> Result<(), GpxError> {
        let begin = self.open.pop();
        let expected = begin.and_then(|begin| self.names.get(begin..));
        let reason = match expected {
            Some(expected) if expected == name => {
                self.names.truncate(begin.unwrap_or(0));
                return Ok(());
            }
            Some(expected) => format!("</{}> stands where </{}> belongs", shortened(name), shortened(expected)),
            None => format!("</{}> closes nothing", shortened(name)),
        };
        Err(self.error(Fault::Malformed(reason)))
    }

    /// The track point that comes next, or the beginning of it, if it has the usual form and its bytes are at hand.
    #[inline]
    pub(super) fn usual_point(&mut self) -> Option<Usual> {
        if !self.after_tag {
            return None;
        }
        let usual = usual(self.reader.get_ref().at_hand())?;
        self.reader.stream().consume(usual.length);
        if usual.open {
            self.begin("trkpt");
        }
        Some(usual)
    }

    /// The text up to the end of the element just begun, without its markup.
    pub(super) fn text(&mut self, buffer: &mut Vec<u8>, into: &mut String) -> Result<(), GpxError> {
        into.clear();
        let depth = self.depth();
        loop {
            match self.next(buffer)? {
                Event::Text(text) => into.push_str(&text),
                Event::CData(text) => into.push_str(&text),
                Event::GeneralRef(reference) => into.push(self.character(&reference)?),
                Event::End(_) if self.depth() < depth => return Ok(()),
                _ => {}
            }
            if into.len() > self.limits.text {
                return Err(self.error(Fault::TooLong(self.limits.text)));
            }
        }
    }

    /// Appends everything up to and with the end tag of the element just begun, byte for byte.
    pub(super) fn keep(&mut self, buffer: &mut Vec<u8>, into: &mut String) -> Result<(), GpxError> {
        self.reader.get_mut().record();
        let depth = self.depth();
        loop {
            match self.next(buffer)? {
                Event::End(_) if self.depth() < depth => break,
                Event::GeneralRef(reference) => {
                    self.character(&reference)?;
                }
                _ => {}
            }
            if self.kept + self.reader.get_ref().recorded().len() as u64 > self.limits.kept {
                return Err(self.error(Fault::TooMuchKept(self.limits.kept)));
            }
        }
        self.reader.get_mut().stop_recording();
        let recorded = self.reader.get_ref().recorded();
        self.kept += recorded.len() as u64;
        into.push_str(&String::from_utf8_lossy(recorded));
        Ok(())
    }

    /// Only so much is still kept.
    pub(super) fn keeps(&mut self, bytes: usize) {
        self.kept = bytes as u64;
    }

    /// Counts bytes that are kept besides.
    pub(super) fn count_kept(&mut self, bytes: usize) -> Result<(), GpxError> {
        self.kept += bytes as u64;
        if self.kept > self.limits.kept { Err(self.error(Fault::TooMuchKept(self.limits.kept))) } else { Ok(()) }
    }

    /// Leaves out everything up to and with the end tag of the element just begun.
    pub(super) fn skip(&mut self, buffer: &mut Vec<u8>) -> Result<(), GpxError> {
        let depth = self.depth();
        while self.depth() >= depth {
            self.next(buffer)?;
        }
        Ok(())
    }

    /// The character that a reference stands for.
    fn character(&mut self, reference: &BytesRef<'_>) -> Result<char, GpxError> {
        character(reference).ok_or_else(|| self.error(Fault::Entity(shortened(reference))))
    }

    fn cut_off(&mut self) -> GpxError {
        let open = self.open.last().map_or("", |&begin| self.names.get(begin..).unwrap_or_default());
        let open = if open.is_empty() { "?xml".to_owned() } else { shortened(open) };
        let end = self.offset();
        GpxError { at: self.at_offset(end), fault: Fault::CutOff { open } }
    }

    fn explain(&mut self, error: Error) -> GpxError {
        if let Some((at, fault)) = self.reader.get_mut().fault() {
            return GpxError { at, fault };
        }
        let reason = match error {
            Error::Syntax(SyntaxError::InvalidBangMarkup) => "`<!` begins neither a comment nor CDATA".to_owned(),
            Error::Syntax(
                SyntaxError::UnclosedSingleQuotedAttributeValue | SyntaxError::UnclosedDoubleQuotedAttributeValue,
            ) if self.spans_lines() => "this tag has an opening quote without a closing one".to_owned(),
            Error::Syntax(_) => return self.cut_off(),
            Error::IllFormed(IllFormedError::UnclosedReference) => "a lone & (write &amp;)".to_owned(),
            Error::Encoding(quick_xml::encoding::EncodingError::Utf8(wrong)) => {
                let offset = self.reader.get_ref().event_offset() + wrong.valid_up_to() as u64;
                self.at();
                return GpxError { at: self.at_offset(offset), fault: Fault::Bytes { encoding: "UTF-8" } };
            }
            other => other.to_string(),
        };
        self.error(Fault::Malformed(reason))
    }

    /// Whether the last event runs over the end of its line: then it was not the file that ended too early.
    fn spans_lines(&mut self) -> bool {
        let begin = self.at();
        let end = self.offset();
        self.at_offset(end).line > begin.line
    }
}

/// The character that a reference stands for: one of XML's five names or a number.
pub(super) fn character(reference: &BytesRef<'_>) -> Option<char> {
    match &**reference {
        "amp" => Some('&'),
        "lt" => Some('<'),
        "gt" => Some('>'),
        "quot" => Some('"'),
        "apos" => Some('\''),
        _ => reference.resolve_char_ref().ok().flatten(),
    }
}

/// The name without its prefix, where the prefix is `own` (or none); other prefixes are not GPX's.
#[inline]
pub(super) fn local<'n>(name: &'n str, own: &str) -> Option<&'n str> {
    match name.split_once(':') {
        None => Some(name),
        Some((prefix, local)) if prefix == own => Some(local),
        Some(_) => None,
    }
}
