//! Pictures of routes and stops.

use super::named::named;
use super::{PictureId, Text};

named!(
    /// The sizes every picture is kept in.
    Size {
        /// For a line of a list: 160 pixels on the longer side.
        List = "list",
        /// For a card: 640 pixels.
        Card = "card",
        /// For the whole screen: 1,600 pixels.
        Full = "full",
    }
);

impl Size {
    /// The longer side in pixels; smaller pictures are not blown up.
    #[must_use]
    pub fn pixels(self) -> u32 {
        match self {
            Size::List => 160,
            Size::Card => 640,
            Size::Full => 1_600,
        }
    }
}

/// What is known of a picture; its bytes are asked for by id and size.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Picture {
    /// Unique in its bundle.
    pub id: PictureId,
    /// Who made it.
    pub author: String,
    /// Under which terms it may be shown.
    pub licence: String,
    /// Where it was found; `None` where the author is the source.
    pub source: Option<String>,
    /// What it shows.
    pub caption: Text,
}

/// One picture in one size.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Rendition {
    /// Which picture.
    pub picture: PictureId,
    /// In which size.
    pub size: Size,
    /// `image/jpeg`, `image/png` or `image/webp`.
    pub media_type: String,
    /// Pixels across.
    pub width: u32,
    /// Pixels down.
    pub height: u32,
    /// The file.
    pub bytes: Vec<u8>,
}
