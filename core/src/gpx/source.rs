//! A file as decoded text, block by block, that knows at which line and column it is.
//!
//! Positions are counted block by block and only when asked for, so they cost the reading next to nothing.

use std::io::{self, BufRead, Read};

use encoding_rs::{Decoder, DecoderResult, UTF_8};

use super::encoding::{OPENING, judge};
use super::fault::{At, Fault};

/// How many bytes are read at a time.
const BLOCK: usize = 64 * 1_024;

/// The text of a file in UTF-8, whatever its encoding; bytes of a UTF-8 file are passed on unchecked.
pub(super) struct Source<R> {
    input: R,
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
    /// Where the event being read began, and its position once the block with it is gone.
    mark: u64,
    mark_at: Option<At>,
    /// How many more bytes this event may take.
    room: usize,
    limit: usize,
    recording: bool,
    recorded: Vec<u8>,
    stage: Stage,
    fault: Option<(At, Fault)>,
}

/// How far the input is.
#[derive(PartialEq)]
enum Stage {
    Unopened,
    Open,
    /// Nothing comes after the block.
    Ended,
    /// Bytes that mean nothing come after the block.
    Spoilt,
}

/// A position in the text as offset and as line and column.
#[derive(Clone, Copy)]
struct Counted {
    offset: u64,
    at: At,
}

impl<R: Read> Source<R> {
    pub(super) fn new(input: R) -> Source<R> {
        Source {
            input,
            decoder: None,
            raw: Vec::new(),
            block: Vec::new(),
            taken: 0,
            start: 0,
            counted: Counted { offset: 0, at: At { line: 1, column: 1 } },
            mark: 0,
            mark_at: None,
            room: usize::MAX,
            limit: usize::MAX,
            recording: false,
            recorded: Vec::new(),
            stage: Stage::Unopened,
            fault: None,
        }
    }

    /// Marks this place as the beginning of an event that may be `limit` bytes long.
    #[inline]
    pub(super) fn begin_event(&mut self, limit: usize) {
        self.mark = self.offset();
        self.mark_at = None;
        self.room = limit;
        self.limit = limit;
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

    /// Where the event began.
    pub(super) fn event_at(&mut self) -> At {
        match self.mark_at {
            Some(at) => at,
            None => self.at(self.mark),
        }
    }

    /// Where the event began, by offset.
    pub(super) fn event_offset(&self) -> u64 {
        self.mark
    }

    /// The position of an offset; of one in a block that is gone, the nearest still known.
    pub(super) fn at(&mut self, offset: u64) -> At {
        if offset > self.counted.offset {
            self.count_to(offset);
        }
        self.counted.at
    }

    /// Why reading failed, after it did.
    pub(super) fn fault(&mut self) -> Option<(At, Fault)> {
        self.fault.take()
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
        let index = |offset: u64| usize::try_from(offset.saturating_sub(self.start)).unwrap_or(usize::MAX);
        let end = index(offset).min(self.block.len());
        let text = &self.block[index(self.counted.offset).min(end)..end];
        self.counted = Counted { offset, at: after(self.counted.at, text) };
    }

    fn next_block(&mut self) -> Result<(), (At, Fault)> {
        let end = self.start + self.block.len() as u64;
        if self.mark_at.is_none() && self.mark < end {
            self.mark_at = Some(self.at(self.mark));
        }
        self.count_to(end);
        self.start = end;
        self.taken = 0;
        self.block.clear();
        match self.stage {
            Stage::Unopened => self.open(),
            Stage::Open => self.read_block(),
            Stage::Ended => Ok(()),
            Stage::Spoilt => Err(self.spoilt()),
        }
    }

    fn open(&mut self) -> Result<(), (At, Fault)> {
        self.raw.resize(OPENING, 0);
        let mut length = 0;
        while length < OPENING {
            match self.read_into(length)? {
                0 => break,
                count => length += count,
            }
        }
        self.raw.truncate(length);
        let opening = judge(&self.raw)?;
        self.raw.drain(..opening.mark);
        self.stage = Stage::Open;
        if opening.encoding == UTF_8 {
            self.block = std::mem::take(&mut self.raw);
            return Ok(());
        }
        self.decoder = Some(opening.encoding.new_decoder_without_bom_handling());
        self.decode()
    }

    /// Reads into `raw` from `from` on.
    fn read_into(&mut self, from: usize) -> Result<usize, (At, Fault)> {
        loop {
            match self.input.read(&mut self.raw[from..]) {
                Err(error) if error.kind() == io::ErrorKind::Interrupted => {}
                Err(error) => return Err((self.counted.at, Fault::Io(error))),
                Ok(count) => return Ok(count),
            }
        }
    }

    fn read_block(&mut self) -> Result<(), (At, Fault)> {
        if self.decoder.is_some() {
            return self.decode();
        }
        std::mem::swap(&mut self.raw, &mut self.block);
        self.raw.resize(BLOCK, 0);
        let count = self.read_into(0)?;
        self.raw.truncate(count);
        std::mem::swap(&mut self.raw, &mut self.block);
        if count == 0 {
            self.stage = Stage::Ended;
        }
        Ok(())
    }

    /// Decodes until there is some text: a few bytes may be less than a character.
    fn decode(&mut self) -> Result<(), (At, Fault)> {
        while self.block.is_empty() && self.stage == Stage::Open {
            let waiting = self.raw.len();
            self.raw.resize(waiting + BLOCK / 4, 0);
            let count = self.read_into(waiting)?;
            self.raw.truncate(waiting + count);
            let last = count == 0;
            let Some(decoder) = &mut self.decoder else { break };
            self.block.resize(BLOCK, 0);
            let (result, read, written) = decoder.decode_to_utf8_without_replacement(&self.raw, &mut self.block, last);
            self.block.truncate(written);
            self.raw.drain(..read);
            match result {
                DecoderResult::Malformed(..) => self.stage = Stage::Spoilt,
                DecoderResult::InputEmpty if last => self.stage = Stage::Ended,
                DecoderResult::InputEmpty | DecoderResult::OutputFull => {}
            }
        }
        if self.block.is_empty() && self.stage == Stage::Spoilt { Err(self.spoilt()) } else { Ok(()) }
    }

    fn spoilt(&self) -> (At, Fault) {
        let encoding = self.decoder.as_ref().map_or("UTF-8", |decoder| decoder.encoding().name());
        (self.counted.at, Fault::Bytes { encoding })
    }

    fn fail(&mut self, fault: (At, Fault)) -> io::Error {
        self.fault = Some(fault);
        io::Error::other("see the source's fault")
    }
}

impl<R: Read> Read for Source<R> {
    fn read(&mut self, into: &mut [u8]) -> io::Result<usize> {
        let available = self.fill_buf()?;
        let count = available.len().min(into.len());
        into[..count].copy_from_slice(&available[..count]);
        self.consume(count);
        Ok(count)
    }
}

impl<R: Read> BufRead for Source<R> {
    #[inline]
    fn fill_buf(&mut self) -> io::Result<&[u8]> {
        if self.taken >= self.block.len()
            && self.stage != Stage::Ended
            && let Err(fault) = self.next_block()
        {
            return Err(self.fail(fault));
        }
        if self.room == 0 && self.taken < self.block.len() {
            let fault = (self.event_at(), Fault::TooLong(self.limit));
            return Err(self.fail(fault));
        }
        let end = self.block.len().min(self.taken.saturating_add(self.room));
        Ok(&self.block[self.taken..end])
    }

    #[inline]
    fn consume(&mut self, count: usize) {
        let end = self.block.len().min(self.taken + count);
        if self.recording {
            self.recorded.extend_from_slice(&self.block[self.taken..end]);
        }
        self.taken = end;
        self.room = self.room.saturating_sub(count);
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
mod tests {
    use super::*;

    /// Hands out one byte at a time, as a slow network would.
    struct Drip<'a>(&'a [u8]);

    impl Read for Drip<'_> {
        fn read(&mut self, into: &mut [u8]) -> io::Result<usize> {
            let count = self.0.len().min(into.len()).min(1);
            into[..count].copy_from_slice(&self.0[..count]);
            self.0 = &self.0[count..];
            Ok(count)
        }
    }

    fn text(bytes: &[u8]) -> String {
        let mut text = String::new();
        Source::new(Drip(bytes)).read_to_string(&mut text).expect("readable");
        text
    }

    #[test]
    fn utf_16_and_old_code_pages_become_the_same_text() {
        let wanted = "<gpx>Nidà, Ąžuolynas 🚲</gpx>";
        let wide = |bytes: fn(u16) -> [u8; 2]| wanted.encode_utf16().flat_map(bytes).collect::<Vec<u8>>();
        assert_eq!(text(wanted.as_bytes()), wanted);
        assert_eq!(text(&[b"\xFF\xFE".to_vec(), wide(u16::to_le_bytes)].concat()), wanted);
        assert_eq!(text(&wide(u16::to_be_bytes)), wanted);
        assert_eq!(
            text(b"<?xml version='1.0' encoding='windows-1257'?>\xC0\xFEuolynas"),
            "<?xml version='1.0' encoding='windows-1257'?>Ąžuolynas"
        );
    }

    #[test]
    fn positions_count_characters_across_blocks() {
        let long = format!("<gpx>{}\n{}ą<", "ž\n".repeat(BLOCK), "š".repeat(70_000));
        let mut source = Source::new(long.as_bytes());
        io::copy(&mut (&mut source).take(long.len() as u64 - 1), &mut io::sink()).expect("readable");
        source.begin_event(10);
        assert_eq!(source.event_at(), At { line: BLOCK as u64 + 2, column: 70_002 });
    }

    #[test]
    fn half_a_character_at_the_end_is_told_with_its_place() {
        let mut source = Source::new(&b"\xFF\xFE<\0g\0\n\0p\0\x3D"[..]);
        assert!(source.read_to_string(&mut String::new()).is_err());
        let (at, fault) = source.fault().expect("told");
        assert_eq!(at, At { line: 2, column: 2 });
        assert!(matches!(fault, Fault::Bytes { encoding: "UTF-16LE" }));
    }
}
