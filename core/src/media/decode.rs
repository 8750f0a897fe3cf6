//! Pixels from files that strangers made.
//!
//! What decoding takes is known before it begins, whatever the file's length: its pixels, how many bytes each takes
//! while it is decoded, and how often a progressive JPEG goes over all of them again. Each is bounded, so that no
//! picture takes more than [`MOST_DECODED_BYTES`], as much again for its pixels in eight bits, and some seconds.

use std::io::Cursor;

use image::metadata::Orientation;
use image::{DynamicImage, ImageDecoder, ImageError, ImageFormat, ImageReader, Limits};

use super::header::Jpeg;

/// The largest picture file in bytes.
pub const LARGEST_FILE: usize = 20 << 20;
/// The longest side in pixels.
pub const LARGEST_SIDE: u32 = 20_000;
/// The most pixels: what a good camera takes.
pub const MOST_PIXELS: u64 = 60_000_000;
/// The most bytes that a picture takes while it is decoded: the most pixels in eight bits with transparency. Sixteen
/// bits, and the coefficients that a progressive JPEG keeps until its end, leave room for fewer pixels.
pub const MOST_DECODED_BYTES: u64 = MOST_PIXELS * 4;

/// Why a picture cannot be used.
#[derive(Debug, thiserror::Error)]
pub enum PictureError {
    /// Too many bytes.
    #[error("the picture has {} MB, at most {} MB are taken; save it smaller", bytes >> 20, LARGEST_FILE >> 20)]
    TooLarge {
        /// The file's length.
        bytes: usize,
    },
    /// Another kind of file.
    #[error("the file is no JPEG, PNG or WebP; save the picture as one of these")]
    UnknownFormat,
    /// Too many pixels, whatever the file's length.
    #[error(
        "the picture is {width} by {height} pixels, at most {LARGEST_SIDE} a side and {MOST_PIXELS} in all are taken; save it smaller"
    )]
    TooManyPixels {
        /// Pixels across.
        width: u32,
        /// Pixels down.
        height: u32,
    },
    /// Few enough pixels, but each takes much.
    #[error(
        "the picture takes {} MB to decode, at most {} MB are taken; save it smaller, with 8 bits a channel and not progressive",
        bytes >> 20, MOST_DECODED_BYTES >> 20
    )]
    TooDeep {
        /// What decoding takes.
        bytes: u64,
    },
    /// A JPEG that goes over its pixels again and again.
    #[error(
        "the picture is a JPEG of {scans} scans, more than anybody needs for its size; save it again, not progressive"
    )]
    TooManyScans {
        /// How many there are.
        scans: u64,
    },
    /// Cut off or damaged.
    #[error("the picture is damaged or cut off: {0}; save it again")]
    Damaged(String),
    /// A rendition could not be made.
    #[error("the picture could not be written anew: {0}")]
    Encoding(String),
}

/// The pixels of a picture, upright.
pub(super) fn decode(bytes: &[u8]) -> Result<DynamicImage, PictureError> {
    if bytes.len() > LARGEST_FILE {
        return Err(PictureError::TooLarge { bytes: bytes.len() });
    }
    let format = image::guess_format(bytes).map_err(|_| PictureError::UnknownFormat)?;
    if !matches!(format, ImageFormat::Jpeg | ImageFormat::Png | ImageFormat::WebP) {
        return Err(PictureError::UnknownFormat);
    }
    let jpeg = if format == ImageFormat::Jpeg { Some(Jpeg::of(bytes)?) } else { None };
    let mut reader = ImageReader::with_format(Cursor::new(bytes), format);
    let mut limits = Limits::default();
    limits.max_alloc = Some(MOST_DECODED_BYTES);
    reader.limits(limits);
    let mut decoder = reader.into_decoder().map_err(refused)?;
    judge(&decoder, jpeg.as_ref())?;
    let orientation = decoder.orientation().unwrap_or(Orientation::NoTransforms);
    let mut image = DynamicImage::from_decoder(decoder).map_err(refused)?;
    image.apply_orientation(orientation);
    Ok(image)
}

/// Says no to what would take too much, before any of it is decoded.
fn judge(decoder: &impl ImageDecoder, jpeg: Option<&Jpeg>) -> Result<(), PictureError> {
    let (width, height) = decoder.dimensions();
    let pixels = u64::from(width) * u64::from(height);
    if width.max(height) > LARGEST_SIDE || pixels > MOST_PIXELS {
        return Err(PictureError::TooManyPixels { width, height });
    }
    let coefficients = match jpeg {
        // Of sixteen bits, one for each sample.
        Some(Jpeg { progressive: true, .. }) => pixels * 2 * u64::from(decoder.color_type().channel_count()),
        _ => 0,
    };
    let bytes = decoder.total_bytes().saturating_add(coefficients);
    if bytes > MOST_DECODED_BYTES {
        return Err(PictureError::TooDeep { bytes });
    }
    jpeg.map_or(Ok(()), |jpeg| jpeg.judge(pixels))
}

/// What the decoder said no to.
fn refused(error: ImageError) -> PictureError {
    PictureError::Damaged(error.to_string())
}

#[cfg(test)]
pub(super) mod tests {
    use super::*;

    /// A JPEG of three channels whose scans hold nothing: decoding one goes over all of its pixels.
    pub(in super::super) fn jpeg(frame: u8, (width, height): (u16, u16), scans: usize) -> Vec<u8> {
        let mut file = vec![0xFF, 0xD8, 0xFF, 0xDB, 0, 67, 0];
        file.extend([1; 64]);
        file.extend([0xFF, frame, 0, 17, 8]);
        file.extend(height.to_be_bytes().into_iter().chain(width.to_be_bytes()));
        file.extend([3, 1, 0x11, 0, 2, 0x11, 0, 3, 0x11, 0]);
        // Two tables of one code, of one bit: "nothing here".
        for class in [0x00, 0x10] {
            file.extend([0xFF, 0xC4, 0, 20, class, 1]);
            file.extend([0; 16]);
        }
        for _ in 0..scans {
            file.extend([0xFF, 0xDA, 0, 12, 3, 1, 0, 2, 0, 3, 0, 0, 0, 0, 0x00, 0xFF, 0x00]);
        }
        file.extend([0xFF, 0xD9]);
        file
    }

    pub(in super::super) const BASELINE: u8 = 0xC0;
    pub(in super::super) const PROGRESSIVE: u8 = 0xC2;

    /// The header of a PNG, and pixels that nobody gets to.
    fn png((width, height): (u32, u32), bits: u8, colours: u8) -> Vec<u8> {
        let mut file = b"\x89PNG\r\n\x1a\n\0\0\0\x0dIHDR".to_vec();
        file.extend(width.to_be_bytes().into_iter().chain(height.to_be_bytes()));
        file.extend([bits, colours, 0, 0, 0]);
        let sum = !file[12..].iter().fold(!0_u32, |crc, byte| {
            (0..8).fold(crc ^ u32::from(*byte), |crc, _| if crc & 1 == 1 { (crc >> 1) ^ 0xEDB8_8320 } else { crc >> 1 })
        });
        file.extend(sum.to_be_bytes());
        file.extend(b"\0\0\0\0IDAT\x35\xaf\x06\x1e");
        file
    }

    #[test]
    fn what_would_take_too_much_is_refused_before_it_is_decoded() {
        type Refusal = fn(&PictureError) -> bool;
        let deep: Refusal = |error| matches!(error, PictureError::TooDeep { .. });
        let scans: Refusal = |error| matches!(error, PictureError::TooManyScans { .. });
        let pixels: Refusal = |error| matches!(error, PictureError::TooManyPixels { .. });
        for (what, file, is_told) in [
            ("progressive, 60 megapixels", jpeg(PROGRESSIVE, (7_745, 7_745), 10), deep),
            ("progressive, 27 megapixels", jpeg(PROGRESSIVE, (5_200, 5_200), 1), deep),
            ("progressive, 25 megapixels, 40 scans", jpeg(PROGRESSIVE, (5_000, 5_000), 40), scans),
            ("progressive, 1 megapixel, 3,000 scans", jpeg(PROGRESSIVE, (1_000, 1_000), 3_000), scans),
            ("progressive, 8 pixels, 60,000 scans", jpeg(PROGRESSIVE, (8, 8), 60_000), scans),
            ("baseline, 60 megapixels, 30 scans", jpeg(BASELINE, (7_745, 7_745), 30), scans),
            ("baseline, 70 megapixels", jpeg(BASELINE, (10_000, 7_000), 1), pixels),
            ("a strip", jpeg(BASELINE, (40_000, 8), 1), pixels),
            ("16 bits with transparency, 31 megapixels", png((6_200, 5_000), 16, 6), deep),
            ("16 bits, 59 megapixels", png((7_700, 7_700), 16, 2), deep),
        ] {
            let error = decode(&file).expect_err(what);
            assert!(is_told(&error), "{what}: {error}");
        }
    }
}
