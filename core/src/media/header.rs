//! What a picture's file says of itself, read without a decoder.
//!
//! Whoever shows a picture makes room for as many pixels as its file names, before a single one is decoded. What is not
//! decoded here, as a bundle's pictures on a phone, is judged by this; it takes one look at the file and no memory.

use super::decode::{MOST_PIXELS, PictureError};

/// The most pixels that the scans of a JPEG go over, all together: programs write a dozen scans at most.
const MOST_SCANNED_PIXELS: u64 = 10 * MOST_PIXELS;
/// The most scans, however small the picture: each costs something of its own.
const MOST_SCANS: u64 = 200;

/// The kind of a picture and its pixels, as its file says.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Header {
    /// `image/jpeg`, `image/png` or `image/webp`.
    pub media_type: &'static str,
    /// Pixels across.
    pub width: u32,
    /// Pixels down.
    pub height: u32,
}

impl Header {
    /// Reads the header of a file. WebP that moves or brings metadata counts as unknown: none is made here.
    pub fn of(bytes: &[u8]) -> Result<Header, PictureError> {
        match bytes {
            [0xFF, 0xD8, 0xFF, ..] => {
                let jpeg = Jpeg::of(bytes)?;
                let (width, height) = jpeg.frame.ok_or_else(|| PictureError::Damaged("it has no size".into()))?;
                jpeg.judge(u64::from(width) * u64::from(height))?;
                Ok(Header { media_type: "image/jpeg", width, height })
            }
            [0x89, b'P', b'N', b'G', 0x0D, 0x0A, 0x1A, 0x0A, 0, 0, 0, 13, b'I', b'H', b'D', b'R', size @ ..] => {
                let [w1, w2, w3, w4, h1, h2, h3, h4, ..] = *size else { return Err(PictureError::UnknownFormat) };
                let (width, height) = (u32::from_be_bytes([w1, w2, w3, w4]), u32::from_be_bytes([h1, h2, h3, h4]));
                Ok(Header { media_type: "image/png", width, height })
            }
            [b'R', b'I', b'F', b'F', _, _, _, _, b'W', b'E', b'B', b'P', chunk @ ..] => {
                let (width, height) = webp(chunk).ok_or(PictureError::UnknownFormat)?;
                Ok(Header { media_type: "image/webp", width, height })
            }
            _ => Err(PictureError::UnknownFormat),
        }
    }
}

/// The size in the only chunk of a WebP file, lossless or not (RFC 9649).
fn webp(chunk: &[u8]) -> Option<(u32, u32)> {
    match *chunk {
        [b'V', b'P', b'8', b'L', _, _, _, _, 0x2F, b1, b2, b3, b4, ..] => {
            let bits = u32::from_le_bytes([b1, b2, b3, b4]);
            Some(((bits & 0x3FFF) + 1, (bits >> 14 & 0x3FFF) + 1))
        }
        [b'V', b'P', b'8', b' ', _, _, _, _, _, _, _, 0x9D, 0x01, 0x2A, w1, w2, h1, h2, ..] => {
            let side = |low, high| u32::from(u16::from_le_bytes([low, high]) & 0x3FFF);
            Some((side(w1, w2), side(h1, h2)))
        }
        _ => None,
    }
}

/// What the marks of a JPEG say of its size and of the work that it makes.
pub(super) struct Jpeg {
    /// Pixels across and down; none where nothing tells them.
    pub frame: Option<(u32, u32)>,
    pub progressive: bool,
    pub scans: u64,
}

impl Jpeg {
    /// Steps from mark to mark up to the one at the end. Decoders fill a missing end with grey and say nothing, so it
    /// must be there. Segments are stepped over, as a thumbnail in them has marks of its own.
    pub fn of(bytes: &[u8]) -> Result<Jpeg, PictureError> {
        let damaged = |what: &str| PictureError::Damaged(what.into());
        let mut jpeg = Jpeg { frame: None, progressive: false, scans: 0 };
        let mut at = 2;
        loop {
            match bytes.get(at..) {
                Some([0xFF, 0xD9, ..]) => return Ok(jpeg),
                // Pixels, among them what stands for a byte of ones, and marks to begin afresh; any number of bytes of
                // ones before a mark.
                Some([0xFF, 0x00 | 0xD0..=0xD7, ..]) => at += 2,
                Some([0xFF, 0xFF, ..]) => at += 1,
                Some([0..=0xFE, rest @ ..]) => match rest.iter().position(|byte| *byte == 0xFF) {
                    Some(pixels) => at += 1 + pixels,
                    None => return Err(damaged("the end is missing")),
                },
                Some([0xFF, mark, high, low, segment @ ..]) => {
                    if is_frame(*mark) {
                        let [_, h1, h2, w1, w2, ..] = *segment else { return Err(damaged("the end is missing")) };
                        let side = |high, low| u32::from(u16::from_be_bytes([high, low]));
                        if jpeg.frame.replace((side(w1, w2), side(h1, h2))).is_some() {
                            return Err(damaged("it has two sizes"));
                        }
                    }
                    jpeg.progressive |= matches!(mark, 0xC2 | 0xC6 | 0xCA | 0xCE);
                    jpeg.scans += u64::from(*mark == 0xDA);
                    at += 2 + usize::from(u16::from_be_bytes([*high, *low]));
                }
                _ => return Err(damaged("the end is missing")),
            }
        }
    }

    /// Says no to one whose scans go over so many pixels too often.
    pub fn judge(&self, pixels: u64) -> Result<(), PictureError> {
        let scans = self.scans;
        if scans > MOST_SCANS || scans * pixels > MOST_SCANNED_PIXELS {
            return Err(PictureError::TooManyScans { scans });
        }
        Ok(())
    }
}

/// Whether the mark is one of those that tell the size, each for a way of coding; between them stand other tables.
fn is_frame(mark: u8) -> bool {
    matches!(mark, 0xC0..=0xCF) && !matches!(mark, 0xC4 | 0xC8 | 0xCC)
}

#[cfg(test)]
mod tests {
    use std::io::Cursor;

    use image::{DynamicImage, ImageFormat};

    use super::super::decode::tests::{BASELINE, PROGRESSIVE, jpeg};
    use super::*;

    #[test]
    fn every_kind_says_its_size() {
        let image = DynamicImage::new_rgb8(321, 7);
        for (format, media_type) in
            [(ImageFormat::Jpeg, "image/jpeg"), (ImageFormat::Png, "image/png"), (ImageFormat::WebP, "image/webp")]
        {
            let mut bytes = Vec::new();
            image.write_to(&mut Cursor::new(&mut bytes), format).expect("encodes");
            let header = Header::of(&bytes).expect("has a header");
            assert_eq!(header, Header { media_type, width: 321, height: 7 });
            for end in 0..30 {
                assert!(Header::of(&bytes[..end]).map_or(true, |cut| cut == header), "{media_type} up to {end}");
            }
        }
        let lossy = b"RIFF\x1e\0\0\0WEBPVP8 \x12\0\0\0\x30\x01\0\x9d\x01\x2a\x41\x41\x07\x80";
        let header = Header::of(lossy).expect("has a header");
        assert_eq!(header, Header { media_type: "image/webp", width: 321, height: 7 });
    }

    #[test]
    fn what_moves_has_two_sizes_or_is_another_file_has_no_header() {
        let moving = b"RIFF\x1e\0\0\0WEBPVP8X\x0a\0\0\0\x02\0\0\0\x40\x01\0\x06\0\0ANIM";
        for unknown in [&moving[..], b"GIF89a\x01\0\x01\0", b"<svg/>", b"RIFF", b""] {
            assert!(matches!(Header::of(unknown), Err(PictureError::UnknownFormat)), "{unknown:?}");
        }
        let mut twice = jpeg(BASELINE, (8, 8), 1);
        let other = jpeg(PROGRESSIVE, (60_000, 60_000), 0);
        let frame = other.windows(2).position(|mark| mark == [0xFF, PROGRESSIVE]).expect("is there");
        twice.splice(2..2, other[frame..frame + 19].iter().copied());
        assert!(matches!(Header::of(&twice), Err(PictureError::Damaged(_))));
        assert!(matches!(Header::of(&jpeg(BASELINE, (8, 8), 1)[..90]), Err(PictureError::Damaged(_))));
        assert!(matches!(Header::of(b"\xff\xd8\xff\xd9"), Err(PictureError::Damaged(_))));
        assert!(matches!(Header::of(&jpeg(BASELINE, (8, 8), 201)), Err(PictureError::TooManyScans { scans: 201 })));
    }

    #[test]
    fn marks_within_segments_and_behind_the_end_are_none_of_the_picture() {
        let plain = jpeg(BASELINE, (8, 8), 1);
        let thumbnail = jpeg(PROGRESSIVE, (9, 9), 500);
        let mut file = plain[..2].to_vec();
        file.extend([0xFF, 0xE1]);
        file.extend(u16::try_from(thumbnail.len() + 2).expect("short").to_be_bytes());
        file.extend(&thumbnail);
        file.extend(&plain[2..]);
        // What a phone appends: a film, another picture.
        file.extend(&thumbnail);
        let Jpeg { frame, progressive, scans } = Jpeg::of(&file).expect("is whole");
        assert_eq!((frame, progressive, scans), (Some((8, 8)), false, 1));
        // A remainder or a stuffed byte is no mark.
        let Jpeg { scans, .. } =
            Jpeg::of(b"\xff\xd8\xff\xda\0\x02\xff\x00\xda\xff\xd3\xff\xff\xff\xd9").expect("is whole");
        assert_eq!(scans, 1);
        for end in 0..plain.len() - 1 {
            assert!(Jpeg::of(&plain[..end]).is_err(), "{end}");
        }
    }
}
