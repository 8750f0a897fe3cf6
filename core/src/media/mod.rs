//! Pictures: any JPEG, PNG or WebP in, three sizes without metadata out.
//!
//! A picture is decoded, turned upright, scaled and encoded anew, so nothing of the file but its pixels goes on: no
//! position of the photographer, no serial number of the camera. Where pictures lie and who may show them is not known
//! here.

mod decode;
mod header;
mod renditions;

pub use decode::{LARGEST_FILE, LARGEST_SIDE, MOST_DECODED_BYTES, MOST_PIXELS, PictureError};
pub(crate) use header::Header;
pub use renditions::renditions;
