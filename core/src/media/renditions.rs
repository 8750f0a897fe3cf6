//! One picture in the sizes that screens want.

use image::codecs::jpeg::JpegEncoder;
use image::codecs::webp::WebPEncoder;
use image::imageops::FilterType;
use image::{ColorType, DynamicImage, ExtendedColorType, GenericImageView, ImageEncoder, Pixel};

use super::decode::{PictureError, decode};
use crate::model::{PictureId, Rendition, Size};

/// JPEG quality: below it, skies show steps.
const QUALITY: u8 = 82;
/// A picture with fewer colours than this is a drawing, which lossless WebP keeps sharper and smaller than JPEG.
const COLOURS_OF_A_DRAWING: usize = 4_096;

/// The picture in every [`Size`], upright and without metadata; never larger than it was.
///
/// The same file gives the same bytes. Photographs become JPEG; drawings and whatever is transparent become lossless
/// WebP.
///
/// # Errors
/// When the file is too large, has too many pixels, is of another kind, or is damaged.
pub fn renditions(picture: &PictureId, bytes: &[u8]) -> Result<Vec<Rendition>, PictureError> {
    let image = in_eight_bits(decode(bytes)?);
    let drawing = image.color().has_alpha() || is_drawing(&image);
    Size::ALL.iter().map(|&size| rendition(picture, &image, size, drawing)).collect()
}

fn rendition(picture: &PictureId, image: &DynamicImage, size: Size, drawing: bool) -> Result<Rendition, PictureError> {
    let longer = image.width().max(image.height());
    let scaled = if longer > size.pixels() {
        image.resize(size.pixels(), size.pixels(), FilterType::Lanczos3)
    } else {
        image.clone()
    };
    let mut bytes = Vec::new();
    let (width, height) = (scaled.width(), scaled.height());
    let (media_type, written) = if drawing {
        let pixels = scaled.to_rgba8();
        let encoder = WebPEncoder::new_lossless(&mut bytes);
        ("image/webp", encoder.write_image(&pixels, width, height, ExtendedColorType::Rgba8))
    } else {
        let pixels = scaled.to_rgb8();
        let encoder = JpegEncoder::new_with_quality(&mut bytes, QUALITY);
        ("image/jpeg", encoder.write_image(&pixels, width, height, ExtendedColorType::Rgb8))
    };
    written.map_err(|error| PictureError::Encoding(error.to_string()))?;
    Ok(Rendition { picture: picture.clone(), size, media_type: media_type.into(), width, height, bytes })
}

/// No screen shows more, and no rendition holds more.
fn in_eight_bits(image: DynamicImage) -> DynamicImage {
    match image.color() {
        ColorType::L16 => image.into_luma8().into(),
        ColorType::La16 => image.into_luma_alpha8().into(),
        ColorType::Rgb16 => image.into_rgb8().into(),
        ColorType::Rgba16 => image.into_rgba8().into(),
        _ => image,
    }
}

/// Whether the picture has few colours, judged on every seventh pixel.
fn is_drawing(image: &DynamicImage) -> bool {
    let mut colours: Vec<[u8; 3]> = image.pixels().step_by(7).map(|(_, _, pixel)| pixel.to_rgb().0).collect();
    colours.sort_unstable();
    colours.dedup();
    colours.len() < COLOURS_OF_A_DRAWING
}

#[cfg(test)]
mod tests {
    use image::{ImageFormat, Rgb, RgbImage};
    use std::io::Cursor;

    use super::super::LARGEST_FILE;
    use super::*;

    fn id() -> PictureId {
        PictureId::new("nida-1").expect("an id")
    }

    /// Many colours; dark at the top, bright at the bottom.
    fn photograph(width: u32, height: u32) -> RgbImage {
        RgbImage::from_fn(width, height, |x, y| {
            let noise = x.wrapping_mul(2_654_435_761).wrapping_add(y.wrapping_mul(40_503)) >> 3;
            let bright = y * 200 / height;
            Rgb([(bright + noise % 56) as u8, (bright + noise / 56 % 56) as u8, (bright + noise / 3_136 % 56) as u8])
        })
    }

    fn encoded(image: &RgbImage, format: ImageFormat) -> Vec<u8> {
        let mut bytes = Vec::new();
        image.write_to(&mut Cursor::new(&mut bytes), format).expect("encodes");
        bytes
    }

    /// The JPEG with an EXIF block that says it lies on its side and where it was taken.
    fn with_exif(jpeg: &[u8]) -> Vec<u8> {
        let mut tiff = b"II*\0\x08\0\0\0\x02\0".to_vec();
        tiff.extend(b"\x12\x01\x03\0\x01\0\0\0\x06\0\0\0"); // orientation 6: turn right
        tiff.extend(b"\x25\x88\x04\0\x01\0\0\0\x26\0\0\0\0\0\0\0"); // a GPS block follows
        tiff.extend(b"\x01\0\x01\0\x02\0\x02\0\0\0N\0\0\0\0\0\0\0"); // latitude north
        let mut exif = b"Exif\0\0".to_vec();
        exif.extend(tiff);
        let length = u16::try_from(exif.len() + 2).expect("short").to_be_bytes();
        let mut file = jpeg[..2].to_vec();
        file.extend([0xFF, 0xE1]);
        file.extend(length);
        file.extend(exif);
        file.extend(&jpeg[2..]);
        file
    }

    #[test]
    fn a_photograph_comes_in_three_sizes() {
        let made = renditions(&id(), &encoded(&photograph(2_000, 1_000), ImageFormat::Jpeg)).expect("a picture");
        let sizes: Vec<(Size, u32, u32)> = made.iter().map(|one| (one.size, one.width, one.height)).collect();
        assert_eq!(sizes, [(Size::List, 160, 80), (Size::Card, 640, 320), (Size::Full, 1_600, 800)]);
        assert!(made.iter().all(|one| one.media_type == "image/jpeg"));
    }

    #[test]
    fn a_small_picture_is_not_blown_up() {
        let made = renditions(&id(), &encoded(&photograph(300, 200), ImageFormat::Png)).expect("a picture");
        assert_eq!((made[2].width, made[2].height), (300, 200));
    }

    #[test]
    fn a_picture_on_its_side_stands_up_and_forgets_where_it_was_taken() {
        let lying = with_exif(&encoded(&photograph(300, 200), ImageFormat::Jpeg));
        let made = renditions(&id(), &lying).expect("a picture");
        assert_eq!((made[2].width, made[2].height), (200, 300));
        for one in &made {
            assert!(!one.bytes.windows(4).any(|bytes| bytes == b"Exif"));
        }
        let upright = image::load_from_memory(&made[2].bytes).expect("reads back").to_luma8();
        // Turned right, the dark top is the right side.
        assert!(upright.get_pixel(190, 150).0[0] + 50 < upright.get_pixel(10, 150).0[0]);
    }

    #[test]
    fn a_drawing_stays_sharp() {
        let drawing =
            RgbImage::from_fn(400, 300, |x, _| if x < 200 { Rgb([0, 90, 160]) } else { Rgb([250, 240, 220]) });
        let made = renditions(&id(), &encoded(&drawing, ImageFormat::Png)).expect("a picture");
        assert_eq!(made[2].media_type, "image/webp");
        assert_eq!(image::load_from_memory(&made[2].bytes).expect("reads back").to_rgb8(), drawing);
    }

    #[test]
    fn a_camera_may_fill_up_before_its_marks() {
        let mut filled = encoded(&photograph(32, 24), ImageFormat::Jpeg);
        filled.splice(2..2, [0xFF; 3]);
        assert!(renditions(&id(), &filled).is_ok());
    }

    #[test]
    fn twice_the_same_bytes() {
        let file = encoded(&photograph(700, 500), ImageFormat::Png);
        assert_eq!(renditions(&id(), &file).expect("once"), renditions(&id(), &file).expect("twice"));
    }

    #[test]
    fn a_bomb_is_refused_before_it_is_unpacked() {
        let mut png = encoded(&photograph(8, 8), ImageFormat::Png);
        png[16..20].copy_from_slice(&60_000_u32.to_be_bytes());
        png[20..24].copy_from_slice(&60_000_u32.to_be_bytes());
        let checksum = crc32(&png[12..29]);
        png[29..33].copy_from_slice(&checksum.to_be_bytes());
        let refused = renditions(&id(), &png).expect_err("too many pixels");
        assert!(matches!(refused, PictureError::TooManyPixels { width: 60_000, .. }), "{refused}");
    }

    #[test]
    fn damaged_pictures_are_refused_wherever_they_end() {
        for format in [ImageFormat::Jpeg, ImageFormat::Png, ImageFormat::WebP] {
            let whole = encoded(&photograph(32, 24), format);
            for end in (0..whole.len() - 8).step_by(29) {
                assert!(renditions(&id(), &whole[..end]).is_err(), "{format:?} cut at {end}");
            }
        }
        assert!(matches!(renditions(&id(), b"GIF89a no"), Err(PictureError::UnknownFormat)));
        let large = vec![0xFF; LARGEST_FILE + 1];
        assert!(matches!(renditions(&id(), &large), Err(PictureError::TooLarge { bytes: 20_971_521 })));
    }

    fn crc32(bytes: &[u8]) -> u32 {
        !bytes.iter().fold(!0_u32, |crc, byte| {
            (0..8).fold(crc ^ u32::from(*byte), |crc, _| if crc & 1 == 1 { (crc >> 1) ^ 0xEDB8_8320 } else { crc >> 1 })
        })
    }
}
