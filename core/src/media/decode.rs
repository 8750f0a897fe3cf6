//! Pixels from files that strangers made.

use std::io::Cursor;

use image::metadata::Orientation;
use image::{DynamicImage, ImageDecoder, ImageError, ImageFormat, ImageReader, Limits};

/// The largest picture file in bytes.
pub const LARGEST_FILE: usize = 20 << 20;
/// The longest side in pixels.
pub const LARGEST_SIDE: u32 = 20_000;
/// The most pixels: what a good camera takes.
pub const MOST_PIXELS: u64 = 60_000_000;

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
    if format == ImageFormat::Jpeg && !jpeg_is_whole(bytes) {
        return Err(PictureError::Damaged("the end is missing".into()));
    }
    let mut reader = ImageReader::with_format(Cursor::new(bytes), format);
    let mut limits = Limits::default();
    // Sixteen bits and four channels a pixel are the widest there are; sizes are judged below, before decoding.
    limits.max_alloc = Some(MOST_PIXELS * 8);
    reader.limits(limits);
    let mut decoder = reader.into_decoder().map_err(damaged)?;
    let (width, height) = decoder.dimensions();
    if width.max(height) > LARGEST_SIDE || u64::from(width) * u64::from(height) > MOST_PIXELS {
        return Err(PictureError::TooManyPixels { width, height });
    }
    let orientation = decoder.orientation().unwrap_or(Orientation::NoTransforms);
    let mut image = DynamicImage::from_decoder(decoder).map_err(damaged)?;
    image.apply_orientation(orientation);
    Ok(image)
}

/// Whether the end mark follows the pixels; decoders fill a missing end with grey and say nothing. Segments before the
/// pixels are stepped over, as a thumbnail in them has an end mark of its own.
fn jpeg_is_whole(bytes: &[u8]) -> bool {
    let mut at = 2;
    loop {
        match bytes.get(at..) {
            // Any number of these may stand before a mark.
            Some([0xFF, 0xFF, ..]) => at += 1,
            Some([0xFF, 0xDA, pixels @ ..]) => return pixels.windows(2).any(|pair| pair == [0xFF, 0xD9]),
            Some([0xFF, _, high, low, ..]) => at += 2 + usize::from(u16::from_be_bytes([*high, *low])),
            _ => return false,
        }
    }
}

fn damaged(error: ImageError) -> PictureError {
    PictureError::Damaged(error.to_string())
}
