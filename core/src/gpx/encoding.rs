//! What a file's first bytes say about it: its encoding, or that it is no GPX at all.

use encoding_rs::{Encoding, UTF_8, UTF_16BE, UTF_16LE};

use super::fault::{At, Fault, shortened};

/// How many bytes are looked at: an XML declaration fits in easily.
pub(super) const OPENING: usize = 1_024;

/// How to read the text: in which encoding, after how many bytes of byte order mark.
pub(super) struct Opening {
    pub(super) encoding: &'static Encoding,
    pub(super) mark: usize,
}

/// Judges a file by its first [`OPENING`] bytes (fewer where it is shorter), by XML 1.0's appendix F.
pub(super) fn judge(bytes: &[u8]) -> Result<Opening, (At, Fault)> {
    let start = At { line: 1, column: 1 };
    let opening = match bytes {
        [0xEF, 0xBB, 0xBF, ..] => Opening { encoding: UTF_8, mark: 3 },
        [0xFF, 0xFE, 0, 0, ..] | [0, 0, 0xFE, 0xFF, ..] => {
            return Err((start, Fault::UnknownEncoding("UTF-32".into())));
        }
        [0xFF, 0xFE, ..] => Opening { encoding: UTF_16LE, mark: 2 },
        [0xFE, 0xFF, ..] => Opening { encoding: UTF_16BE, mark: 2 },
        [b'<', 0, ..] => Opening { encoding: UTF_16LE, mark: 0 },
        [0, b'<', ..] => Opening { encoding: UTF_16BE, mark: 0 },
        _ => {
            if let Some(fault) = other_format(bytes) {
                return Err((start, fault));
            }
            Opening { encoding: declared(bytes)?, mark: 0 }
        }
    };
    if bytes[opening.mark..].iter().all(u8::is_ascii_whitespace) {
        return Err((start, Fault::Empty));
    }
    Ok(opening)
}

/// The encoding in the XML declaration; UTF-8 where there is none.
fn declared(bytes: &[u8]) -> Result<&'static Encoding, (At, Fault)> {
    let Some((label, column)) = declaration(bytes) else { return Ok(UTF_8) };
    let unknown = || (At { line: 1, column }, Fault::UnknownEncoding(shortened(&String::from_utf8_lossy(label))));
    let encoding = Encoding::for_label_no_replacement(label).ok_or_else(unknown)?;
    // Plain bytes that call themselves UTF-16 were converted by a program that left the declaration as it was.
    Ok(if encoding == UTF_16LE || encoding == UTF_16BE { UTF_8 } else { encoding })
}

/// The value of `encoding` in the declaration, and its column.
fn declaration(bytes: &[u8]) -> Option<(&[u8], u64)> {
    let begin = bytes.windows(5).position(|word| word == b"<?xml")?;
    let end = begin + bytes[begin..].windows(2).position(|pair| pair == b"?>")?;
    let text = &bytes[begin..end];
    let name = text.windows(8).position(|word| word == b"encoding")? + 8;
    let open = name + text[name..].iter().position(|byte| matches!(byte, b'"' | b'\''))? + 1;
    let close = open + text[open..].iter().position(|byte| matches!(byte, b'"' | b'\''))?;
    Some((&text[open..close], (begin + open) as u64 + 1))
}

/// How many zeros stand before a file, none of which is half a letter of it.
pub(super) fn leading_zeros(bytes: &[u8]) -> usize {
    let zeros = bytes.iter().take_while(|byte| **byte == 0).count();
    match bytes.get(zeros..).unwrap_or_default() {
        // UTF-16 with the higher byte first.
        [b'<', 0, ..] => zeros.saturating_sub(1),
        // The mark of UTF-32.
        [0xFE, 0xFF, ..] if zeros == 2 => 0,
        _ => zeros,
    }
}

/// Whether GPX begins somewhere in the bytes, behind something else.
fn begins_later(bytes: &[u8]) -> bool {
    let begins = |window: &[u8]| window == b"<?xml" || matches!(window, [b'<', b'g', b'p', b'x', b' ' | b'>']);
    bytes.windows(5).any(begins)
}

/// Files that people take for GPX.
fn other_format(bytes: &[u8]) -> Option<Fault> {
    let (what, way_out) = match bytes {
        [0x1F, 0x8B, ..] => ("a gzip archive", "unpack it first (gunzip)"),
        [b'P', b'K', 3 | 5, ..] => ("a zip archive", "unpack it first (unzip)"),
        _ if bytes.get(8..12) == Some(b".FIT") => ("a FIT recording", "export it as GPX in the app of the device"),
        _ => match bytes.iter().find(|byte| !byte.is_ascii_whitespace()) {
            None | Some(b'<') => return None,
            Some(_) if begins_later(bytes) => return None,
            Some(_) if bytes.contains(&0) => ("a binary file", "export it as GPX in the program it comes from"),
            Some(b'{' | b'[') => ("JSON", "export it as GPX in the program it comes from"),
            Some(byte) if byte.is_ascii() => ("plain text", "export it as GPX in the program it comes from"),
            Some(_) => return None,
        },
    };
    Some(Fault::OtherFormat { what, way_out })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn encoding(bytes: &[u8]) -> &'static str {
        judge(bytes).map(|opening| opening.encoding.name()).expect("GPX")
    }

    #[test]
    fn encodings_are_seen_in_the_first_bytes() {
        assert_eq!(encoding(b"<gpx>"), "UTF-8");
        assert_eq!(encoding(b"\xEF\xBB\xBF<?xml version='1.0' encoding='ISO-8859-1'?>"), "UTF-8");
        assert_eq!(encoding(b"\xFF\xFE<\0g\0"), "UTF-16LE");
        assert_eq!(encoding(b"\0<\0g"), "UTF-16BE");
        assert_eq!(encoding(b"<?xml version=\"1.0\" encoding=\"ISO-8859-1\"?>"), "windows-1252");
        assert_eq!(encoding(b"<?xml version=\"1.0\" encoding='windows-1257' ?>"), "windows-1257");
        assert_eq!(encoding(b"<?xml version=\"1.0\" encoding=\"UTF-16\"?>"), "UTF-8");
    }

    #[test]
    fn an_unknown_encoding_is_named_with_its_place() {
        let (at, fault) = judge(b"<?xml version=\"1.0\" encoding=\"klingon\"?>").err().expect("refused");
        assert_eq!(at, At { line: 1, column: 31 });
        assert!(matches!(fault, Fault::UnknownEncoding(name) if name == "klingon"));
    }

    #[test]
    fn zeros_before_a_file_are_told_from_halves_of_its_letters() {
        assert_eq!(leading_zeros(b"\0\0\0<gpx>"), 3);
        assert_eq!(leading_zeros(b"\0<\0g\0p"), 0);
        assert_eq!(leading_zeros(b"\0\0\0<\0g"), 2);
        assert_eq!(leading_zeros(b"\0\0\xFE\xFF"), 0);
        assert_eq!(leading_zeros(b"<gpx>\0"), 0);
    }

    #[test]
    fn other_files_are_recognised() {
        let what = |bytes: &[u8]| match judge(bytes) {
            Err((_, Fault::OtherFormat { what, .. })) => what,
            Err((_, Fault::Empty)) => "empty",
            _ => "GPX",
        };
        assert_eq!(what(b"\x1F\x8B\x08"), "a gzip archive");
        assert_eq!(what(b"PK\x03\x04"), "a zip archive");
        assert_eq!(what(b"\x0E\x10\xD9\x07\0\0\0\0.FIT"), "a FIT recording");
        assert_eq!(what(b"{\"type\":"), "JSON");
        assert_eq!(what(b"lat;lon"), "plain text");
        assert_eq!(what(b"\0\0\0"), "a binary file");
        assert_eq!(what(b"<gpx/>\0\0\0"), "GPX");
        assert_eq!(what(b"HTTP/1.1 200 OK\r\n\r\n<?xml version='1.0'?><gpx>"), "GPX");
        assert_eq!(what(b" \r\n"), "empty");
        assert_eq!(what(b"\xEF\xBB\xBF"), "empty");
    }
}
