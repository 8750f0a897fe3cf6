//! The glyphs of the map's labels: signed distance fields of our fonts and pictograms, written as MapLibre reads them.
//!
//! What lives here: how the glyph files in core are made. Core carries the made files, so that phones carry no font.

mod drawing;
mod field;
mod outline;
mod protobuf;
mod symbols;

use route_guide_core::map::SYMBOLS;

use field::Frame;
use protobuf::Glyph;

/// Glyphs are made for this size in pixels, as MapLibre expects.
const SIZE: f64 = 24.0;
/// From the top of a line to its baseline in pixels, as MapLibre expects.
const ASCENT: i32 = 26;
/// Pictograms are centred on the line's middle, 17 pixels above where MapLibre begins it.
const SYMBOL_TOP: i32 = -5;

/// The blocks of letters that are made: Latin with its accents, and the signs of European texts.
const BLOCKS: [u32; 3] = [0, 256, 8192];
/// Where Unicode's private use area begins: the pictograms.
const SYMBOL_BLOCK: u32 = 0xe000;

const FONTS: [(&str, &[u8]); 3] = [
    ("Noto Sans Bold", include_bytes!("../../assets/fonts/NotoSans-Bold.ttf")),
    ("Noto Sans Italic", include_bytes!("../../assets/fonts/NotoSans-Italic.ttf")),
    ("Noto Sans Regular", include_bytes!("../../assets/fonts/NotoSans-Regular.ttf")),
];
const SYMBOL_FONT: &str = "Route Guide Symbols";

/// Every glyph file with its path, as they lie in core.
///
/// # Errors
/// When a font cannot be read: it names the font.
pub fn files() -> Result<Vec<(String, Vec<u8>)>, String> {
    let mut files = Vec::new();
    for (name, font) in FONTS {
        let font = outline::Font::new(font).map_err(|wrong| format!("{name}: {wrong}"))?;
        for block in BLOCKS {
            let glyphs = (block..block + 256).filter_map(|letter| letter_glyph(&font, letter)).collect();
            files.push(file(name, block, glyphs));
        }
    }
    files.push(file(
        SYMBOL_FONT,
        SYMBOL_BLOCK,
        SYMBOLS
            .iter()
            .map(|(letter, symbol)| Glyph {
                id: u32::from(*letter),
                bitmap: field::bitmap(&symbols::drawing(*symbol), SYMBOL_FRAME),
                width: SYMBOL_FRAME.width,
                height: SYMBOL_FRAME.height,
                left: 0,
                top: SYMBOL_TOP,
                advance: SYMBOL_FRAME.width,
            })
            .collect(),
    ));
    Ok(files)
}

const SYMBOL_FRAME: Frame = Frame { left: 0, top: 0, width: 24, height: 24 };

fn file(font: &str, block: u32, glyphs: Vec<Glyph>) -> (String, Vec<u8>) {
    let range = format!("{block}-{}", block + 255);
    let bytes = protobuf::encode(font, &range, &glyphs);
    (format!("{font}/{range}.pbf"), bytes)
}

fn letter_glyph(font: &outline::Font<'_>, letter: u32) -> Option<Glyph> {
    let (outline, advance) = font.glyph(char::from_u32(letter)?, SIZE)?;
    let frame = outline.frame();
    Some(Glyph {
        id: letter,
        bitmap: if frame.width == 0 { Vec::new() } else { field::bitmap(&outline, frame) },
        width: frame.width,
        height: frame.height,
        left: frame.left,
        // The outline's y runs down from the baseline.
        top: -frame.top - ASCENT,
        advance: advance.round() as u32,
    })
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use route_guide_core::map::glyph_files;

    use super::*;

    #[test]
    fn the_glyphs_in_core_are_those_made_from_the_fonts() {
        let made = files().expect("fonts are sound");
        assert_eq!(made.len(), glyph_files().len());
        for (file, (path, bytes)) in glyph_files().iter().zip(&made) {
            assert_eq!(file.path, path);
            assert!(
                file.bytes == bytes,
                "{path} is out of date: run `cargo run -p route-guide-cli --example make-glyphs`"
            );
        }
    }

    #[test]
    fn the_three_languages_can_be_written() {
        for (font, _) in FONTS {
            let of_font = glyph_files().iter().filter(|file| file.path.starts_with(font));
            let known: BTreeSet<u32> = of_font
                .flat_map(|file| protobuf::decode(file.bytes).expect("a glyph file").2)
                .map(|glyph| glyph.id)
                .collect();
            for letter in "AaĄąČčĘęĖėĮįŠšŲųŪūŽžÄäÖöÜüßéłń 0123456789 „“”‚‘’–—…·".chars()
            {
                assert!(known.contains(&u32::from(letter)), "{font} lacks {letter}");
            }
        }
    }

    #[test]
    fn a_letter_is_dark_inside_and_fades_outside() {
        let font = outline::Font::new(FONTS[2].1).expect("sound");
        let glyph = letter_glyph(&font, u32::from('l')).expect("known");
        let across = (glyph.width + 6) as usize;
        let row: Vec<u8> = glyph.bitmap.iter().skip(across * across.min(10)).take(across).copied().collect();
        // 192 is the edge: an l is some 2 pixels wide and 18 high.
        assert!(row.iter().any(|value| *value > 192) && row[0] < 150, "{row:?}");
        assert!((16..=20).contains(&glyph.height), "{}", glyph.height);
    }
}
