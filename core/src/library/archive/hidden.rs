//! Files of a zip archive that another one of the same name hides.
//!
//! An archive may hold a name twice; readers that go by names only ever see the last. So its directory is read once more
//! (APPNOTE.TXT 4.3.12), for the others alone. What is encrypted, of a rare kind or larger than 4 GiB stays hidden.

use std::collections::BTreeMap;
use std::fs::File;
use std::io::{self, Read, Seek, SeekFrom};

use flate2::CrcReader;
use flate2::read::DeflateDecoder;

use super::MOST_FILES;

/// What a file in the directory and a file itself begin with, and how long that is without names.
const ENTRY: (&[u8], usize) = (b"PK\x01\x02", 46);
const HEADER: (&[u8], usize) = (b"PK\x03\x04", 30);

/// A file that is hidden by a later one.
pub(super) struct Hidden {
    pub(super) name: String,
    /// Where it begins.
    header: u64,
    deflated: bool,
    packed: u32,
    sum: u32,
}

/// The hidden files of an archive whose directory of so many bytes stands there; places in it count from `offset` on.
pub(super) fn hidden(mut file: &File, directory: u64, most: u64, offset: u64) -> io::Result<Vec<Hidden>> {
    let mut bytes = Vec::new();
    file.seek(SeekFrom::Start(directory))?;
    file.take(most).read_to_end(&mut bytes)?;
    let mut last: BTreeMap<&[u8], usize> = BTreeMap::new();
    let mut entries = Vec::new();
    let mut rest = &*bytes;
    while entries.len() < MOST_FILES
        && let Some((name, found, behind)) = entry(rest, offset)
    {
        last.insert(name, entries.len());
        entries.push((name, found));
        rest = behind;
    }
    let is_hidden = |(number, (name, found)): (usize, (&[u8], Option<Hidden>))| {
        found.filter(|found| last.get(name) != Some(&number) && !found.name.ends_with('/'))
    };
    Ok(entries.into_iter().enumerate().filter_map(is_hidden).collect())
}

/// The entry that the bytes begin with: its name, the file if it can be read, and what comes behind.
fn entry(bytes: &[u8], offset: u64) -> Option<(&[u8], Option<Hidden>, &[u8])> {
    let fixed = bytes.get(..ENTRY.1).filter(|fixed| fixed.starts_with(ENTRY.0))?;
    let [name, extra, comment] = [28, 30, 32].map(|at| short(fixed, at).map(usize::from));
    let (name, behind) = bytes.get(ENTRY.1..)?.split_at_checked(name?)?;
    let behind = behind.get(extra? + comment?..)?;
    let (flags, method) = (short(fixed, 8)?, short(fixed, 10)?);
    let (sum, packed, unpacked, header) = (long(fixed, 16)?, long(fixed, 20)?, long(fixed, 24)?, long(fixed, 42)?);
    let can_be_read = flags & 1 == 0 && matches!(method, 0 | 8) && ![packed, unpacked, header].contains(&u32::MAX);
    let found = std::str::from_utf8(name).ok().filter(|_| can_be_read).map(|name| Hidden {
        name: name.to_owned(),
        header: offset + u64::from(header),
        deflated: method == 8,
        packed,
        sum,
    });
    Some((name, found, behind))
}

impl Hidden {
    /// What is in it, at most so many bytes and one more.
    pub(super) fn read(&self, mut file: &File, most: u64) -> io::Result<Vec<u8>> {
        let damaged = || io::Error::new(io::ErrorKind::InvalidData, "the archive is damaged");
        let mut header = [0; HEADER.1];
        file.seek(SeekFrom::Start(self.header))?;
        file.read_exact(&mut header)?;
        let lengths = short(&header, 26).zip(short(&header, 28)).filter(|_| header.starts_with(HEADER.0));
        let (name, extra) = lengths.ok_or_else(damaged)?;
        file.seek(SeekFrom::Current(i64::from(name) + i64::from(extra)))?;
        let packed = file.take(u64::from(self.packed));
        let plain: Box<dyn Read> = if self.deflated { Box::new(DeflateDecoder::new(packed)) } else { Box::new(packed) };
        let mut plain = CrcReader::new(plain.take(most + 1));
        let mut bytes = Vec::new();
        plain.read_to_end(&mut bytes)?;
        let is_whole = bytes.len() as u64 > most || plain.crc().sum() == self.sum;
        if is_whole { Ok(bytes) } else { Err(damaged()) }
    }
}

fn short(bytes: &[u8], at: usize) -> Option<u16> {
    Some(u16::from_le_bytes(*bytes.get(at..)?.first_chunk()?))
}

fn long(bytes: &[u8], at: usize) -> Option<u32> {
    Some(u32::from_le_bytes(*bytes.get(at..)?.first_chunk()?))
}
