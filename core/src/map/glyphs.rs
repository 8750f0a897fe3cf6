//! The glyphs of the map's labels, as MapLibre asks for them: signed distance fields in blocks of 256 letters.
//!
//! The files are made from the tool's fonts by `cargo run -p route-guide-cli --example make-glyphs`; a test of the tool
//! makes them again and compares. `build.rs` packs them; here they are unpacked, once, when somebody asks.

use std::io::Read as _;
use std::sync::LazyLock;

use flate2::read::ZlibDecoder;

/// One block of one font.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct GlyphFile {
    /// Where it must lie below the folder that the style names: `Noto Sans Regular/0-255.pbf`.
    pub path: &'static str,
    /// Its content.
    pub bytes: Vec<u8>,
}

macro_rules! packed_files {
    ($($path:literal,)+) => {
        &[$(($path, include_bytes!(concat!(env!("OUT_DIR"), "/glyphs/", $path))),)+]
    };
}

const PACKED: &[(&str, &[u8])] = packed_files![
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
];

/// All glyph files that the style may ask for.
#[must_use]
pub fn glyph_files() -> &'static [GlyphFile] {
    static FILES: LazyLock<Vec<GlyphFile>> =
        LazyLock::new(|| PACKED.iter().map(|(path, packed)| GlyphFile { path, bytes: unpack(packed) }).collect());
    &FILES
}

/// Sums up the differences between neighbours that `build.rs` packed; what it packed cannot be broken.
fn unpack(packed: &[u8]) -> Vec<u8> {
    let mut bytes = Vec::new();
    let whole = ZlibDecoder::new(packed).read_to_end(&mut bytes);
    debug_assert!(whole.is_ok());
    let mut last = 0_u8;
    for byte in &mut bytes {
        last = last.wrapping_add(*byte);
        *byte = last;
    }
    bytes
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn unpacked_glyphs_are_the_files_that_were_packed() {
        let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("src/map/glyphs");
        for file in glyph_files() {
            assert!(std::fs::read(folder.join(file.path)).expect("there") == file.bytes, "{}", file.path);
        }
    }
}
