//! XML of a file token by token, with limits, positions and errors for people.
//!
//! A token is looked at before it is taken: what is broken, or stands where it cannot, is left at hand for whoever looks
//! for the next tag that can be read ([`Markup::resync`]). No entity is ever expanded but those of XML and HTML that
//! stand for one character; others, and a lone &, are text.

use std::io::Read;

use quick_xml::events::BytesRef;

use super::fault::{At, Fault, GpxError, shortened};
use super::limits::Limits;
use super::plain::{push_resolved, reference_to};
use super::resync::is_structure;
use super::source::{Marked, Source, Spoilt, after};
use super::token::{OPEN_QUOTE, Shape, Token, closing_mark, shape, token};
use super::usual::{Usual, usual};

/// What follows the end of the first element.
pub(super) struct Trailing {
    pub(super) at: At,
    pub(super) what: &'static str,
    pub(super) bytes: u64,
}

/// What stood between two elements that have no text between them.
#[derive(Default)]
pub(super) struct Text {
    /// More than blanks and zeros.
    pub(super) words: bool,
    /// Where zeros begin in it, and how many they are.
    pub(super) zeros: Option<(At, u64)>,
}

/// A file as XML tokens.
pub(super) struct Markup<R> {
    pub(super) source: Source<R>,
    limits: Limits,
    /// The names of the open elements, one behind the other, and where each begins.
    names: String,
    open: Vec<usize>,
    /// How many of them are the file's own, tracks, routes and segments: what is within is part of one point, or is kept.
    pub(super) outer: usize,
    /// From so many open elements on names are those of another namespace.
    foreign: Option<usize>,
    kept: u64,
    /// How long the token is that was looked at.
    length: usize,
    /// Up to which offset it is known that `?>`, `-->` and `]]>` do not come.
    unclosed: [(&'static [u8], u64); 3],
}

impl<R: Read> Markup<R> {
    pub(super) fn new(input: R, limits: Limits) -> Markup<R> {
        Markup {
            source: Source::new(input),
            limits,
            names: String::new(),
            open: Vec::new(),
            outer: 0,
            foreign: None,
            kept: 0,
            length: 0,
            unclosed: [(b"?>", 0), (b"-->", 0), (b"]]>", 0)],
        }
    }

    /// How many elements are open.
    pub(super) fn depth(&self) -> usize {
        self.open.len()
    }

    /// Where the last token begins.
    pub(super) fn at(&mut self) -> At {
        self.source.marked_at(Marked::Event)
    }

    /// Where something in the last token begins that is preceded there by `text`.
    pub(super) fn at_after(&mut self, text: &[&str]) -> At {
        text.iter().fold(self.at(), |at, part| after(at, part.as_bytes()))
    }

    /// The position of the text read last by [`Markup::text`].
    pub(super) fn at_text(&mut self) -> At {
        self.source.marked_at(Marked::Text)
    }

    /// The last token is the tag of a point.
    #[inline]
    pub(super) fn mark_point(&mut self) {
        self.source.mark_also(Marked::Event, Marked::Point);
    }

    /// The position of the last point.
    pub(super) fn at_point(&mut self) -> At {
        self.source.marked_at(Marked::Point)
    }

    /// The position of what comes next.
    pub(super) fn here(&mut self) -> At {
        self.source.here()
    }

    /// What in the file was no text.
    pub(super) fn spoilt(&mut self) -> &mut Spoilt {
        self.source.spoilt()
    }

    /// An error at the beginning of the last token.
    pub(super) fn error(&mut self, fault: Fault) -> GpxError {
        GpxError { at: self.at(), fault }
    }

    fn broken(&mut self, reason: impl Into<String>) -> GpxError {
        self.error(Fault::Malformed(reason.into()))
    }

    pub(super) fn fill(&mut self) -> Result<bool, GpxError> {
        self.source.fill().map_err(|(at, fault)| GpxError { at, fault })
    }

    /// The next token, which is not taken yet; the file's end only comes once every element is closed.
    #[inline]
    pub(super) fn look<'b>(&mut self, buffer: &'b mut Vec<u8>) -> Result<Token<'b>, GpxError> {
        self.source.mark(Marked::Event);
        buffer.clear();
        if !self.fill()? {
            return if self.open.is_empty() { Ok(Token::Eof) } else { Err(self.cut_off()) };
        }
        let is_markup = self.source.at_hand().first() == Some(&b'<');
        let shape = if is_markup { self.shape()? } else { Shape::Text };
        self.length = match shape {
            Shape::Broken(reason) => return Err(self.broken(reason)),
            Shape::TooLong => return Err(self.error(Fault::TooLong(self.limits.text))),
            Shape::CutOff => return Err(self.cut_off()),
            shape if is_markup => shape.length().unwrap_or(1),
            _ => self.text_length()?,
        };
        if let Shape::Aside(_) = shape {
            return Ok(Token::Aside);
        }
        buffer.extend_from_slice(self.source.at_hand().get(..self.length).unwrap_or_default());
        // Blocks are text and end between letters.
        let text = std::str::from_utf8(buffer).unwrap_or_default();
        Ok(if shape == Shape::Text { Token::Text(text) } else { token(text, shape) })
    }

    /// The next token, taken: it stands within a point or what is kept.
    #[inline]
    pub(super) fn next<'b>(&mut self, buffer: &'b mut Vec<u8>) -> Result<Token<'b>, GpxError> {
        let token = self.look(buffer)?;
        if let Token::Start(tag) | Token::Empty(tag) = &token
            && self.foreign.is_none()
            && self.is_of_structure(tag.name())
        {
            let unfinished = shortened(self.innermost());
            return Err(self.broken(format!("<{}> begins before </{unfinished}>", shortened(tag.name()))));
        }
        self.accept(&token)?;
        Ok(token)
    }

    /// Takes the token that was looked at. An end tag that stands where it cannot is left.
    #[inline]
    pub(super) fn accept(&mut self, token: &Token<'_>) -> Result<(), GpxError> {
        match token {
            Token::Start(tag) => {
                self.begin(tag.name());
                if self.foreign.is_none() && self.depth() > self.outer + 1 && tag.attributes().contains("xmlns=") {
                    self.foreign = Some(self.depth());
                }
                if self.open.len() > self.limits.depth {
                    return Err(self.error(Fault::TooDeep(self.limits.depth)));
                }
            }
            Token::End(name) => self.end(name)?,
            Token::DocType { declares: true } => return Err(self.error(Fault::Declarations)),
            Token::Text("<") => {
                self.source.take_as(1, b"&lt;");
                return Ok(());
            }
            _ => {}
        }
        self.source.take(self.length);
        Ok(())
    }

    /// Passes over the token that was looked at.
    pub(super) fn pass(&mut self) {
        self.source.take(self.length);
    }

    /// Whether nothing comes any more.
    pub(super) fn is_at_end(&mut self) -> Result<bool, GpxError> {
        Ok(!self.fill()?)
    }

    /// How many zeros stand before everything; told once.
    pub(super) fn leading_zeros(&mut self) -> Result<Option<u64>, GpxError> {
        self.fill()?;
        Ok(self.source.leading_zeros())
    }

    /// Begins the first element though its tag is broken, and passes over that: gives its prefix, and how much was left
    /// out.
    pub(super) fn begin_broken_root(&mut self) -> Result<Option<(String, u64)>, GpxError> {
        let hand = self.source.at_hand();
        let length = hand.iter().take_while(|byte| !byte.is_ascii_whitespace()).count();
        let name = hand.get(..length).and_then(|tag| std::str::from_utf8(tag.strip_prefix(b"<")?).ok());
        let Some(name) = name.filter(|name| name.rsplit(':').next() == Some("gpx")).map(str::to_owned) else {
            return Ok(None);
        };
        self.source.take(length);
        self.pass_text()?;
        self.begin(&name);
        let prefix = name.split_once(':').map_or("", |(prefix, _)| prefix).to_owned();
        Ok(Some((prefix, self.source.since(Marked::Event))))
    }

    /// Begins an element that has no tag, with the prefix of those around it.
    pub(super) fn begin_beside(&mut self, name: &str) {
        let name = match self.innermost().split_once(':') {
            Some((prefix, _)) => format!("{prefix}:{name}"),
            None => name.to_owned(),
        };
        self.begin(&name);
    }

    /// The elements open now are the file's own: what follows within them is looked at one by one.
    #[inline]
    pub(super) fn stand_outside(&mut self) {
        self.outer = self.open.len();
    }

    #[inline]
    fn begin(&mut self, name: &str) {
        self.open.push(self.names.len());
        self.names.push_str(name);
    }

    /// Ends elements until only so many are open.
    pub(super) fn unwind(&mut self, depth: usize) {
        if let Some(&begin) = self.open.get(depth) {
            self.names.truncate(begin);
            self.open.truncate(depth);
        }
        self.foreign = self.foreign.filter(|from| *from <= depth);
    }

    #[inline]
    fn end(&mut self, name: &str) -> Result<(), GpxError> {
        if self.innermost() != name || self.open.is_empty() {
            let reason = self.misplaced_end(name);
            return Err(self.broken(reason));
        }
        self.unwind(self.open.len() - 1);
        Ok(())
    }

    /// Why an end tag cannot stand here.
    pub(super) fn misplaced_end(&self, name: &str) -> String {
        match self.innermost() {
            "" => format!("</{}> closes nothing", shortened(name)),
            expected => format!("</{}> stands where </{}> belongs", shortened(name), shortened(expected)),
        }
    }

    /// The name of the innermost open element.
    #[inline]
    pub(super) fn innermost(&self) -> &str {
        self.open.last().and_then(|&begin| self.names.get(begin..)).unwrap_or_default()
    }

    /// Whether one of the file's own elements of that name is open.
    pub(super) fn is_open_outside(&self, name: &str) -> bool {
        let ends = self.open.iter().skip(1).copied().chain([self.names.len()]);
        let mut all = self.open.iter().zip(ends).take(self.outer);
        all.any(|(&begin, end)| self.names.get(begin..end) == Some(name))
    }

    /// Whether a name, met within a point or what is kept, is that of a point, a track, a route or a segment of the file.
    #[inline]
    fn is_of_structure(&self, name: &str) -> bool {
        // Most names are told by their last letter already.
        if self.depth() <= self.outer || !name.ends_with(['t', 'g', 'k', 'e']) {
            return false;
        }
        let (prefix, local) = name.split_once(':').unwrap_or(("", name));
        is_structure(local) && {
            let begin = self.outer.checked_sub(1).and_then(|last| self.open.get(last)).copied().unwrap_or_default();
            let end = self.open.get(self.outer).copied().unwrap_or(self.names.len());
            let outer = self.names.get(begin..end).unwrap_or_default();
            outer.split_once(':').map_or("", |(prefix, _)| prefix) == prefix
        }
    }

    /// The shape of the markup that comes next, of which so much is at hand.
    #[inline]
    pub(super) fn shape(&mut self) -> Result<Shape, GpxError> {
        loop {
            let (offset, hand) = (self.source.offset(), self.source.at_hand());
            let unclosed = |mark: &[u8]| {
                let known = self.unclosed.iter().find(|(of, _)| *of == mark).map_or(0, |(_, until)| *until);
                usize::try_from(known.saturating_sub(offset)).unwrap_or(usize::MAX)
            };
            let shape = shape(hand, unclosed);
            if shape != Shape::Unfinished {
                let is_too_long = shape.length().is_some_and(|length| length > self.limits.text);
                return Ok(if is_too_long { Shape::TooLong } else { shape });
            }
            let (length, closing) = (hand.len(), closing_mark(hand));
            if let Some((mark, _)) = closing
                && let Some((_, until)) = self.unclosed.iter_mut().find(|(of, _)| *of == mark)
            {
                *until = offset + length as u64;
            }
            if length > self.limits.text {
                return Ok(Shape::TooLong);
            }
            if self.source.lengthen().map_err(|(at, fault)| GpxError { at, fault })? {
                continue;
            }
            return Ok(match closing {
                Some((_, reason)) => Shape::Broken(reason),
                None if self.source.at_hand().iter().skip(1).any(|byte| *byte == b'<') => Shape::Broken(OPEN_QUOTE),
                None => Shape::CutOff,
            });
        }
    }

    /// How long the text is up to the next tag.
    fn text_length(&mut self) -> Result<usize, GpxError> {
        loop {
            let hand = self.source.at_hand();
            let found = hand.iter().position(|byte| *byte == b'<');
            let length = found.unwrap_or(hand.len());
            if length > self.limits.text {
                return Err(self.error(Fault::TooLong(self.limits.text)));
            }
            if found.is_some() || !self.source.lengthen().map_err(|(at, fault)| GpxError { at, fault })? {
                return Ok(length);
            }
        }
    }

    /// Takes the text up to the next tag, however long.
    pub(super) fn pass_text(&mut self) -> Result<Text, GpxError> {
        let mut passed = Text::default();
        while self.fill()? {
            let hand = self.source.at_hand();
            let length = hand.iter().position(|byte| *byte == b'<').unwrap_or(hand.len());
            if length == 0 {
                break;
            }
            let text = hand.get(..length).unwrap_or_default();
            let zeros = text.iter().filter(|byte| **byte == 0).count();
            passed.words |= text.iter().any(|byte| *byte != 0 && !byte.is_ascii_whitespace());
            if zeros > 0 {
                let first = text.iter().position(|byte| *byte == 0).unwrap_or_default();
                self.source.take(first);
                let at = self.source.here();
                passed.zeros.get_or_insert((at, 0)).1 += zeros as u64;
                self.source.take(length - first);
            } else {
                self.source.take(length);
            }
        }
        Ok(passed)
    }

    /// The track point that comes next, or the beginning of it, if it has the usual form and its bytes are at hand.
    #[inline]
    pub(super) fn usual_point(&mut self) -> Option<Usual> {
        let usual = usual(self.source.at_hand())?;
        self.source.mark_behind(usual.blanks, Marked::Point);
        self.source.take(usual.length);
        if usual.open {
            self.stand_outside();
            self.begin("trkpt");
        }
        Some(usual)
    }

    /// The text up to the end of the element just begun, without its markup. Zeros in it are a hole in the file: what
    /// comes behind belongs to something else.
    pub(super) fn text(&mut self, buffer: &mut Vec<u8>, into: &mut String) -> Result<(), GpxError> {
        into.clear();
        self.source.mark(Marked::Text);
        let depth = self.depth();
        loop {
            match self.next(buffer)? {
                Token::Text(text) if text.contains('\0') => {
                    self.source.mark_also(Marked::Text, Marked::Event);
                    return Err(self.hole());
                }
                Token::Text(text) => push_resolved(text, into),
                Token::Data(text) => into.push_str(text),
                Token::End(_) if self.depth() < depth => return Ok(()),
                _ => {}
            }
            if into.len() > self.limits.text {
                return Err(self.error(Fault::TooLong(self.limits.text)));
            }
        }
    }

    /// That there is nothing where something was.
    pub(super) fn hole(&mut self) -> GpxError {
        self.broken("zeros stand where there was something")
    }

    /// Appends everything up to and with the end tag of the element just begun, byte for byte.
    pub(super) fn keep(&mut self, buffer: &mut Vec<u8>, into: &mut String) -> Result<(), GpxError> {
        self.source.record();
        let depth = self.depth();
        while self.depth() >= depth {
            self.step_over(buffer)?;
            if self.kept + self.source.recorded().len() as u64 > self.limits.kept {
                return Err(self.error(Fault::TooMuchKept(self.limits.kept)));
            }
        }
        self.source.stop_recording();
        let recorded = self.source.recorded();
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
            self.step_over(buffer)?;
        }
        Ok(())
    }

    /// Takes the next token, as [`Markup::next`] does, where only its bytes are wanted: most are had without a look.
    #[inline]
    fn step_over(&mut self, buffer: &mut Vec<u8>) -> Result<(), GpxError> {
        self.source.mark(Marked::Event);
        let hand = self.source.at_hand();
        if hand.first().is_some_and(|first| *first != b'<')
            && let Some(length) = hand.iter().take(self.limits.text).position(|byte| *byte == b'<')
        {
            self.source.take(length);
            return Ok(());
        }
        let innermost = self.open.last().and_then(|&begin| self.names.get(begin..)).unwrap_or_default();
        if let Some(rest) = hand.strip_prefix(b"</").and_then(|rest| rest.strip_prefix(innermost.as_bytes()))
            && rest.first() == Some(&b'>')
            && !innermost.is_empty()
        {
            self.source.take(innermost.len() + 3);
            self.unwind(self.open.len() - 1);
            return Ok(());
        }
        self.next(buffer).map(drop)
    }

    /// What follows the end of the first element, but for comments and white space: where it begins, of how many bytes it
    /// is, and of what kind.
    pub(super) fn trailing(&mut self, buffer: &mut Vec<u8>) -> Result<Option<Trailing>, GpxError> {
        loop {
            while self.fill()? {
                let hand = self.source.at_hand();
                match hand.iter().take_while(|byte| byte.is_ascii_whitespace()).count() {
                    0 => break,
                    blanks => self.source.take(blanks),
                }
            }
            let what = match self.look(buffer) {
                Ok(Token::Eof) => return Ok(None),
                Ok(token @ Token::Aside) => {
                    self.accept(&token)?;
                    continue;
                }
                Ok(Token::Text(text)) if text.bytes().all(|byte| byte == 0 || byte.is_ascii_whitespace()) => "zeros",
                Ok(Token::Text(_)) => "text",
                Ok(Token::Start(_) | Token::Empty(_)) => "another file",
                Err(GpxError { at, fault: fault @ Fault::Io(_) }) => return Err(GpxError { at, fault }),
                Ok(_) | Err(_) => "something else",
            };
            let at = self.at();
            let taken = self.source.since(Marked::Event);
            return Ok(Some(Trailing { at, what, bytes: taken + self.source.drain() }));
        }
    }

    /// That the file ends though elements are open.
    pub(super) fn cut_off(&mut self) -> GpxError {
        self.source.drain();
        let open = match self.innermost() {
            "" => "?xml".to_owned(),
            open => shortened(open),
        };
        GpxError { at: self.source.here(), fault: Fault::CutOff { open } }
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
