//! Pictures read out of a bundle, each a file that a phone is going to decode.
//!
//! What its row tells of a picture is what an app makes room for; what the file tells is what its decoder makes room
//! for. Both are the same here, and no more than the size takes.

use super::Problem;
use super::limits::MAX_PICTURE_BYTES;
use super::record::Record;
use crate::media::{Header, PictureError};
use crate::model::{PictureId, Rendition, Size};

pub(super) const EVERY_RENDITION: &str = "SELECT rendition.*, picture.id AS picture FROM rendition
    LEFT JOIN picture_rendition ON related_id = rendition.fid LEFT JOIN picture ON picture.fid = base_id
    ORDER BY rendition.fid";

/// The media types of pictures.
pub(super) const MEDIA_TYPES: [&str; 3] = ["image/jpeg", "image/png", "image/webp"];

pub(super) fn rendition(record: &Record<'_>) -> Result<Rendition, Problem> {
    let picture = record.id("picture", PictureId::new)?;
    let size = record.word("size", Size::from_name)?;
    let bytes = record.bytes("data")?;
    if bytes.len() > MAX_PICTURE_BYTES {
        let (picture, size) = (picture.to_string(), size.to_string());
        return Err(Problem::PictureTooLarge { picture, size, bytes: bytes.len() });
    }
    let media_type = |name: &str| MEDIA_TYPES.into_iter().find(|known| *known == name);
    let media_type = record.word("content_type", media_type)?;
    let told = Header { media_type, width: record.count("width")?, height: record.count("height")? };
    is_true(&told, bytes, size).map_err(|reason| {
        let (picture, size) = (picture.to_string(), size.to_string());
        Problem::PictureUntrue { picture, size, reason }
    })?;
    let Header { width, height, .. } = told;
    Ok(Rendition { picture, size, media_type: media_type.to_owned(), width, height, bytes: bytes.to_vec() })
}

/// Whether the file is what was told of it; what is wrong with it if not.
fn is_true(told: &Header, file: &[u8], size: Size) -> Result<(), String> {
    let header = Header::of(file).map_err(|error| match error {
        PictureError::TooManyScans { scans } => format!("is a JPEG of {scans} scans, more than anybody needs"),
        _ => "is no JPEG, PNG or WebP as bundles have them, or cut off".to_owned(),
    })?;
    let Header { media_type, width, height } = header;
    if media_type != told.media_type {
        return Err(format!("is {media_type}, but the bundle says {}", told.media_type));
    }
    if header != *told {
        return Err(format!("has {width} by {height} pixels, but the bundle says {} by {}", told.width, told.height));
    }
    if width == 0 || height == 0 || width.max(height) > size.pixels() {
        return Err(format!("has {width} by {height} pixels, but each side has 1 to {} in this size", size.pixels()));
    }
    Ok(())
}
