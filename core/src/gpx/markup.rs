//! XML events of a file with limits, positions and errors for people, over quick-xml.
//!
//! No entity is ever expanded but those of XML and HTML that stand for one character; others, and a lone &, are text.

use std::io::{BufRead, Read};

use quick_xml::Reader;
use quick_xml::errors::{Error, SyntaxError};
use quick_xml::events::{BytesRef, Event};

use super::fault::{At, Fault, GpxError, shortened};
use super::limits::Limits;
use super::plain::reference_to;
use super::source::{Marked, Source, Spoilt, after};
use super::usual::{Usual, usual};

/// What follows the end of the first element.
pub(super) struct Trailing {
    pub(super) at: At,
    pub(super) what: &'static str,
    pub(super) bytes: u64,
}

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
        reader.config_mut().allow_dangling_amp = true;
        Markup { reader, limits, names: String::new(), open: Vec::new(), kept: 0, after_tag: false }
    }

    /// How many elements are open.
    pub(super) fn depth(&self) -> usize {
        self.open.len()
    }

    /// Where the last event began.
    pub(super) fn at(&mut self) -> At {
        self.reader.get_mut().marked_at(Marked::Event)
    }

    /// Where something in the last event begins that is preceded there by `text`.
    pub(super) fn at_after(&mut self, text: &[&str]) -> At {
        text.iter().fold(self.at(), |at, part| after(at, part.as_bytes()))
    }

    /// The position of the text read last by [`Markup::text`].
    pub(super) fn at_text(&mut self) -> At {
        self.reader.get_mut().marked_at(Marked::Text)
    }

    /// What in the file was no text.
    pub(super) fn spoilt(&mut self) -> &mut Spoilt {
        self.reader.get_mut().spoilt()
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
        self.reader.get_mut().mark(Marked::Text);
        let depth = self.depth();
        loop {
            match self.next(buffer)? {
                Event::Text(text) => into.push_str(&text),
                Event::CData(text) => into.push_str(&text),
                Event::GeneralRef(reference) => push_reference(&reference, into),
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

    /// What follows the end of the first element, but for comments and white space: where it begins, of how many bytes it
    /// is, and of what kind.
    pub(super) fn trailing(&mut self, buffer: &mut Vec<u8>) -> Result<Option<Trailing>, GpxError> {
        loop {
            let blank = |text: &str| text.len() - text.trim_ascii_start().len();
            let (what, before) = match self.next(buffer) {
                Ok(Event::Eof) => return Ok(None),
                Ok(Event::Comment(_) | Event::PI(_) | Event::Decl(_)) => continue,
                Ok(Event::Text(text)) if text.trim_ascii().is_empty() => continue,
                Ok(Event::Text(text)) if text.bytes().all(|byte| byte == 0 || byte.is_ascii_whitespace()) => {
                    ("zeros", text.get(..blank(&text)).unwrap_or_default().to_owned())
                }
                Ok(Event::Text(text)) => ("text", text.get(..blank(&text)).unwrap_or_default().to_owned()),
                Ok(Event::Start(_) | Event::Empty(_)) => ("another file", String::new()),
                Err(GpxError { at, fault: fault @ Fault::Io(_) }) => return Err(GpxError { at, fault }),
                Ok(_) | Err(_) => ("something else", String::new()),
            };
            let at = after(self.at(), before.as_bytes());
            let source = self.reader.get_mut();
            let taken = source.since(Marked::Event) - before.len() as u64;
            return Ok(Some(Trailing { at, what, bytes: taken + source.drain() }));
        }
    }

    fn cut_off(&mut self) -> GpxError {
        let open = self.open.last().map_or("", |&begin| self.names.get(begin..).unwrap_or_default());
        let open = if open.is_empty() { "?xml".to_owned() } else { shortened(open) };
        GpxError { at: self.reader.get_mut().here(), fault: Fault::CutOff { open } }
    }

    fn explain(&mut self, error: Error) -> GpxError {
        if let Some((at, fault)) = self.reader.get_mut().fault() {
            return GpxError { at, fault };
        }
        let reason = match error {
            Error::Syntax(SyntaxError::InvalidBangMarkup) if !self.is_at_end() => {
                "`<!` begins neither a comment nor CDATA".to_owned()
            }
            Error::Syntax(
                SyntaxError::UnclosedSingleQuotedAttributeValue | SyntaxError::UnclosedDoubleQuotedAttributeValue,
            ) if self.spans_lines() => "this tag has an opening quote without a closing one".to_owned(),
            Error::Syntax(_) => return self.cut_off(),
            other => other.to_string(),
        };
        self.error(Fault::Malformed(reason))
    }

    fn is_at_end(&mut self) -> bool {
        self.reader.get_mut().fill_buf().is_ok_and(<[u8]>::is_empty)
    }

    /// Whether the last event runs over the end of its line: then it was not the file that ended too early.
    fn spans_lines(&mut self) -> bool {
        let begin = self.at();
        self.reader.get_mut().here().line > begin.line
    }
}

/// Appends the character that a reference stands for, or the reference itself where nobody knows it.
pub(super) fn push_reference(reference: &BytesRef<'_>, text: &mut String) {
    let whole = format!("&{};", &**reference);
    match reference_to(&whole) {
        Some(character) => text.push(character),
        None => text.push_str(&whole),
    }
}
