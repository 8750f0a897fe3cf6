//! The glyphs of the map's labels, as MapLibre asks for them: signed distance fields in blocks of 256 letters.
//!
//! The files are made from the tool's fonts by `cargo run -p route-guide-cli --example make-glyphs`; a test of the tool
//! makes them again and compares.

/// One block of one font.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct GlyphFile {
    /// Where it must lie below the folder that the style names: `Noto Sans Regular/0-255.pbf`.
    pub path: &'static str,
    /// Its content.
    pub bytes: &'static [u8],
}

macro_rules! glyph_files {
    ($($path:literal,)+) => {
        &[$(GlyphFile { path: $path, bytes: include_bytes!(concat!("glyphs/", $path)) },)+]
    };
}

/// All glyph files that the style may ask for.
#[must_use]
pub fn glyph_files() -> &'static [GlyphFile] {
    glyph_files![
        "Noto Sans Bold/0-255.pbf",
        "Noto Sans Bold/256-511.pbf",
        "Noto Sans Bold/8192-8447.pbf",
        "Noto Sans Italic/0-255.pbf",
        "Noto Sans Italic/256-511.pbf",
        "Noto Sans Italic/8192-8447.pbf",
        "Noto Sans Regular/0-255.pbf",
        "Noto Sans Regular/256-511.pbf",
        "Noto Sans Regular/8192-8447.pbf",
        "Route Guide Symbols/57344-57599.pbf",
    ]
}
