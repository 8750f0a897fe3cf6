//! Files of pictures that say how large they are.

/// A JPEG of that many pixels across and down. Where its pixels should be it holds these bytes, which nobody can decode.
#[must_use]
pub fn jpeg(width: u32, height: u32, pixels: &[u8]) -> Vec<u8> {
    let side = |side: u32| u16::try_from(side).expect("a side of a JPEG").to_be_bytes();
    let mut file = vec![0xFF, 0xD8, 0xFF, 0xC0, 0, 11, 8];
    file.extend(side(height).into_iter().chain(side(width)));
    file.extend([1, 1, 0x11, 0, 0xFF, 0xDA, 0, 8, 1, 1, 0, 0, 63, 0]);
    for byte in pixels {
        file.push(*byte);
        // So that it is no mark.
        file.extend((*byte == 0xFF).then_some(0));
    }
    file.extend([0xFF, 0xD9]);
    file
}
