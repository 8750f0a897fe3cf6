//! A file as decoded text, block by block, that knows at which line and column it is.
//!
//! Positions are counted block by block and only when asked for, so they cost the reading next to nothing.

use std::collections::VecDeque;
use std::io::{self, Read};

use encoding_rs::{Decoder, DecoderResult, UTF_8};

use super::encoding::{OPENING, judge, leading_zeros};
use super::fault::{At, Fault};

/// Stands where there is no text.
const REPLACEMENT: &[u8] = "\u{FFFD}".as_bytes();
/// How many bytes are read at a time.
const BLOCK: usize = 64 * 1_024;

/// The text of a file in UTF-8, whatever its encoding; what is no text in it is replaced by U+FFFD and [noted](Spoilt).
pub(super) struct Source<R> {
    input: Input<R>,
    /// Decodes what is not UTF-8.
    decoder: Option<Decoder>,
    /// Bytes that wait to be decoded.
    raw: Vec<u8>,
    /// Text that is handed out, from `taken` on.
    block: Vec<u8>,
    taken: usize,
    /// The offset of the block in the whole text.
    start: u64,
    counted: Counted,
    block_begins: Counted,
    /// The beginning of a character whose rest comes with the next block.
    waiting: Vec<u8>,
    marks: [Mark; 3],
    spoilt: Spoilt,
    recording: bool,
    recorded: Vec<u8>,
    stage: Stage,
    /// How many zeros the file begins with.
    zeros: u64,
}

/// Where the bytes come from.
struct Input<R>(R);

impl<R: Read> Input<R> {
    /// Some of its bytes; none at its end.
    fn some(&mut self, into: &mut [u8]) -> Result<usize, Fault> {
        loop {
            match self.0.read(into) {
                Err(error) if error.kind() == io::ErrorKind::Interrupted => {}
                Err(error) => return Err(Fault::Io(error)),
                Ok(count) => return Ok(count),
            }
        }
    }
}

/// How far the input is.
#[derive(PartialEq)]
enum Stage {
    Unopened,
    Open,
    /// Nothing comes after the block.
    Ended,
}

/// A place that may be asked for later, and its position once the block with it is gone.
#[derive(Clone, Copy)]
struct Mark {
    offset: u64,
    at: Option<At>,
}

/// Which place is marked.
#[derive(Clone, Copy)]
pub(super) enum Marked {
    /// The beginning of the event.
    Event,
    /// The beginning of the text of an element.
    Text,
    /// The beginning of the last point.
    Point,
}

/// So many places wait to be told of: more than are ever kept as a file is read, but where half of it is no text.
const WAITING: usize = 1 << 16;

/// Where bytes were that are no text: the first ones not yet told of, and how many there were besides.
#[derive(Default)]
pub(super) struct Spoilt {
    places: VecDeque<At>,
    more: u64,
}

impl Spoilt {
    fn note(&mut self, at: At) {
        if self.places.len() < WAITING {
            self.places.push_back(at);
        } else {
            self.more += 1;
        }
    }

    /// The next place before another.
    pub(super) fn next_before(&mut self, other: At) -> Option<At> {
        self.places.pop_front_if(|place| *place < other)
    }

    /// Forgets those that lie in what is left out.
    pub(super) fn clear(&mut self) {
        *self = Spoilt::default();
    }

    /// How many were noted without their places.
    pub(super) fn more(&mut self) -> u64 {
        std::mem::take(&mut self.more)
    }
}

/// A position in the text as offset and as line and column.
#[derive(Clone, Copy)]
struct Counted {
    offset: u64,
    at: At,
}

const BEGINNING: Counted = Counted { offset: 0, at: At { line: 1, column: 1 } };

impl<R: Read> Source<R> {
    pub(super) fn new(input: R) -> Source<R> {
        Source {
            input: Input(input),
            decoder: None,
            raw: Vec::new(),
            block: Vec::new(),
            taken: 0,
            start: 0,
            counted: BEGINNING,
            block_begins: BEGINNING,
            waiting: Vec::new(),
            marks: [Mark { offset: 0, at: None }; 3],
            spoilt: Spoilt::default(),
            recording: false,
            recorded: Vec::new(),
            stage: Stage::Unopened,
            zeros: 0,
        }
    }

    /// How many zeros the file begins with, if any; told once.
    pub(super) fn leading_zeros(&mut self) -> Option<u64> {
        Some(std::mem::take(&mut self.zeros)).filter(|zeros| *zeros > 0)
    }

    /// The offset of the next byte in the text.
    #[inline]
    pub(super) fn offset(&self) -> u64 {
        self.start + self.taken as u64
    }

    /// What can be seen of the text that comes next.
    #[inline]
    pub(super) fn at_hand(&self) -> &[u8] {
        &self.block[self.taken..]
    }

    /// Sees to it that something is at hand; says whether anything comes.
    #[inline]
    pub(super) fn fill(&mut self) -> Result<bool, (At, Fault)> {
        if self.taken >= self.block.len() && self.stage != Stage::Ended {
            self.next_block()?;
        }
        Ok(self.taken < self.block.len())
    }

    /// Puts more at hand behind what is there: as much again, so that looking at a long text costs no more than its
    /// length. Says whether anything came.
    pub(super) fn lengthen(&mut self) -> Result<bool, (At, Fault)> {
        if self.stage == Stage::Ended {
            return Ok(false);
        }
        let mut text = self.at_hand().to_vec();
        let (before, wanted) = (text.len(), 2 * text.len());
        let begins = Counted { offset: self.offset(), at: self.here() };
        while self.stage != Stage::Ended && (text.len() == before || text.len() < wanted) {
            self.next_block()?;
            text.extend_from_slice(&self.block);
        }
        let came = text.len() > before;
        (self.block, self.taken, self.start, self.block_begins) = (text, 0, begins.offset, begins);
        Ok(came)
    }

    /// Takes so many bytes of what is at hand.
    #[inline]
    pub(super) fn take(&mut self, count: usize) {
        let end = self.block.len().min(self.taken + count);
        if self.recording {
            self.recorded.extend_from_slice(&self.block[self.taken..end]);
        }
        self.taken = end;
    }

    /// Takes so many bytes, which are written down as others.
    pub(super) fn take_as(&mut self, count: usize, text: &[u8]) {
        let recording = std::mem::replace(&mut self.recording, false);
        self.take(count);
        self.recording = recording;
        if recording {
            self.recorded.extend_from_slice(text);
        }
    }

    /// Marks the place of the next byte.
    #[inline]
    pub(super) fn mark(&mut self, what: Marked) {
        self.marks[what as usize] = Mark { offset: self.offset(), at: None };
    }

    /// Marks the place some bytes behind the next one.
    #[inline]
    pub(super) fn mark_behind(&mut self, bytes: usize, what: Marked) {
        self.marks[what as usize] = Mark { offset: self.offset() + bytes as u64, at: None };
    }

    /// Marks a place that is marked already as something else, too.
    pub(super) fn mark_also(&mut self, marked: Marked, what: Marked) {
        self.marks[what as usize] = self.marks[marked as usize];
    }

    /// The position of a marked place.
    pub(super) fn marked_at(&mut self, what: Marked) -> At {
        let Mark { offset, at } = self.marks[what as usize];
        at.unwrap_or_else(|| self.at(offset))
    }

    /// How many bytes were taken since a place was marked.
    pub(super) fn since(&self, what: Marked) -> u64 {
        self.offset() - self.marks[what as usize].offset
    }

    /// The position of the next byte.
    pub(super) fn here(&mut self) -> At {
        self.at(self.offset())
    }

    /// The position of an offset in the block.
    fn at(&mut self, offset: u64) -> At {
        if offset != self.counted.offset {
            self.count_to(offset);
        }
        self.counted.at
    }

    /// What was no text.
    pub(super) fn spoilt(&mut self) -> &mut Spoilt {
        &mut self.spoilt
    }

    /// Takes all that comes; says how much that was. Where reading fails, nothing more comes.
    pub(super) fn drain(&mut self) -> u64 {
        let from = self.offset();
        while self.fill().unwrap_or(false) {
            self.take(self.block.len());
        }
        self.offset() - from
    }

    /// From here on, what is taken is written down.
    pub(super) fn record(&mut self) {
        self.recording = true;
        self.recorded.clear();
    }

    /// How much was written down.
    pub(super) fn recorded(&self) -> &[u8] {
        &self.recorded
    }

    pub(super) fn stop_recording(&mut self) {
        self.recording = false;
    }

    fn count_to(&mut self, offset: u64) {
        if offset < self.counted.offset {
            self.counted = self.block_begins;
        }
        let index = |offset: u64| usize::try_from(offset.saturating_sub(self.start)).unwrap_or(usize::MAX);
        let end = index(offset).min(self.block.len());
        let text = &self.block[index(self.counted.offset).min(end)..end];
        self.counted = Counted { offset, at: after(self.counted.at, text) };
    }

    fn next_block(&mut self) -> Result<(), (At, Fault)> {
        let end = self.start + self.block.len() as u64;
        for number in 0..self.marks.len() {
            if self.marks[number].at.is_none() && self.marks[number].offset < end {
                self.marks[number].at = Some(self.at(self.marks[number].offset));
            }
        }
        self.count_to(end);
        self.block_begins = self.counted;
        self.start = end;
        self.taken = 0;
        self.block.clear();
        match self.stage {
            Stage::Unopened => self.open(),
            Stage::Open => self.read_block(),
            Stage::Ended => Ok(()),
        }
    }

    fn open(&mut self) -> Result<(), (At, Fault)> {
        self.read_opening()?;
        let mut zeros = leading_zeros(&self.raw);
        while zeros > 0 {
            // Those of a copy that was begun in the middle: they are counted and are no text.
            self.raw.drain(..zeros);
            let column = self.counted.at.column + zeros as u64;
            self.zeros += zeros as u64;
            self.counted = Counted { offset: self.zeros, at: At { line: 1, column } };
            (self.block_begins, self.start) = (self.counted, self.zeros);
            self.read_opening()?;
            zeros = leading_zeros(&self.raw);
        }
        let opening = judge(&self.raw)?;
        self.raw.drain(..opening.mark);
        self.stage = Stage::Open;
        if opening.encoding == UTF_8 {
            self.block = std::mem::take(&mut self.raw);
            self.mend();
            return Ok(());
        }
        self.decoder = Some(opening.encoding.new_decoder_without_bom_handling());
        self.decode()
    }

    /// Reads on until there are as many bytes as tell what a file is, or all.
    fn read_opening(&mut self) -> Result<(), (At, Fault)> {
        let mut length = self.raw.len();
        self.raw.resize(OPENING.max(length), 0);
        while length < OPENING {
            match self.input.some(&mut self.raw[length..]).map_err(|fault| (self.counted.at, fault))? {
                0 => break,
                count => length += count,
            }
        }
        self.raw.truncate(length);
        Ok(())
    }

    /// Reads the next block, and so much that it is not empty before the end.
    fn read_block(&mut self) -> Result<(), (At, Fault)> {
        if self.decoder.is_some() {
            return self.decode();
        }
        while self.block.is_empty() && self.stage == Stage::Open {
            let waiting = self.waiting.len();
            self.block.append(&mut self.waiting);
            self.block.resize(BLOCK, 0);
            let count = self.input.some(&mut self.block[waiting..]).map_err(|fault| (self.counted.at, fault))?;
            self.block.truncate(waiting + count);
            if count == 0 {
                self.stage = Stage::Ended;
            }
            self.mend();
        }
        Ok(())
    }

    /// Makes text of a block of UTF-8: what is none is replaced and noted, and half a character waits for its rest, if
    /// any comes.
    fn mend(&mut self) {
        if std::str::from_utf8(&self.block).is_ok() {
            return;
        }
        let bytes = std::mem::take(&mut self.block);
        let mut chunks = bytes.utf8_chunks().peekable();
        let mut at = self.block_begins.at;
        while let Some(chunk) = chunks.next() {
            self.block.extend_from_slice(chunk.valid().as_bytes());
            at = after(at, chunk.valid().as_bytes());
            let broken = chunk.invalid();
            let is_half = std::str::from_utf8(broken).is_err_and(|wrong| wrong.error_len().is_none());
            if is_half && chunks.peek().is_none() {
                self.waiting = broken.to_vec();
            } else if !broken.is_empty() {
                self.spoilt.note(at);
                self.block.extend_from_slice(REPLACEMENT);
                at = after(at, REPLACEMENT);
            }
        }
    }

    /// Decodes until there is some text: a few bytes may be less than a character.
    fn decode(&mut self) -> Result<(), (At, Fault)> {
        while self.block.is_empty() && self.stage == Stage::Open {
            let waiting = self.raw.len();
            self.raw.resize(waiting + BLOCK / 4, 0);
            let count = self.input.some(&mut self.raw[waiting..]).map_err(|fault| (self.counted.at, fault))?;
            self.raw.truncate(waiting + count);
            let last = count == 0;
            let Some(decoder) = &mut self.decoder else { break };
            // A byte becomes three at most.
            self.block.resize(BLOCK, 0);
            let (mut taken, mut filled) = (0, 0);
            let (mut counted, mut at) = (0, self.block_begins.at);
            loop {
                let (result, read, written) =
                    decoder.decode_to_utf8_without_replacement(&self.raw[taken..], &mut self.block[filled..], last);
                (taken, filled) = (taken + read, filled + written);
                match result {
                    // The file's end cut it off.
                    DecoderResult::Malformed(..) if last && taken == self.raw.len() => {}
                    DecoderResult::Malformed(..) if filled + REPLACEMENT.len() < self.block.len() => {
                        at = after(at, &self.block[counted..filled]);
                        counted = filled;
                        self.spoilt.note(at);
                        self.block[filled..filled + REPLACEMENT.len()].copy_from_slice(REPLACEMENT);
                        filled += REPLACEMENT.len();
                    }
                    DecoderResult::Malformed(..) | DecoderResult::OutputFull | DecoderResult::InputEmpty => break,
                }
            }
            self.block.truncate(filled);
            self.raw.drain(..taken);
            if last {
                self.stage = Stage::Ended;
            }
        }
        Ok(())
    }
}

/// The position after some text that begins at `at`.
pub(super) fn after(at: At, text: &[u8]) -> At {
    let characters = |bytes: &[u8]| bytes.iter().filter(|byte| (**byte as i8) >= -64).count() as u64;
    match text.iter().rposition(|byte| *byte == b'\n') {
        None => At { line: at.line, column: at.column + characters(text) },
        Some(last) => At {
            line: at.line + text.iter().filter(|byte| **byte == b'\n').count() as u64,
            column: 1 + characters(&text[last + 1..]),
        },
    }
}

#[cfg(test)]
mod tests;
