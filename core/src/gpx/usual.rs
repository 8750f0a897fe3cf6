//! The short way through a track point: the one form nearly all points of nearly all files have.
//!
//! A recording is hundreds of thousands of `<trkpt lat="…" lon="…"><ele>…</ele><time>…</time></trkpt>`. Such a point
//! is read straight from the bytes; whatever is written otherwise, even by a blank, and what follows behind the time
//! goes the long way through XML, which reads it the same.

use super::coordinates::{HEIGHTS, is_nowhere};
use super::time::parse_time_bytes;
use crate::geometry::Point;

/// A point in the usual form.
pub(super) struct Usual {
    pub(super) point: Point,
    pub(super) elevation: Option<f64>,
    pub(super) time_ms: Option<i64>,
    /// More of it follows behind the time: hdop, extensions, perhaps nothing but its end.
    pub(super) open: bool,
    /// How many bytes it takes with the blanks before it, and how many those are.
    pub(super) length: usize,
    pub(super) blanks: usize,
}

/// The point at the beginning of the bytes, if it is valid and in the usual form as far as its time.
pub(super) fn usual(bytes: &[u8]) -> Option<Usual> {
    let mut rest = Rest(bytes);
    rest.blanks();
    let blanks = bytes.len() - rest.0.len();
    rest.literal(b"<trkpt lat=\"")?;
    let lat = decimal(rest.until(b'"')?)?;
    rest.literal(b" lon=\"")?;
    let lon = decimal(rest.until(b'"')?)?;
    let point = Point::new(lat, lon).ok().filter(|point| !is_nowhere(*point))?;
    let mut usual = Usual { point, elevation: None, time_ms: None, open: false, length: 0, blanks };
    if rest.literal(b"/>").is_none() && rest.literal(b" />").is_none() {
        rest.literal(b">")?;
        rest.blanks();
        if rest.literal(b"<ele>").is_some() {
            usual.elevation = Some(decimal(rest.until(b'<')?).filter(|metres| HEIGHTS.contains(metres))?);
            rest.literal(b"/ele>")?;
            rest.blanks();
        }
        if rest.literal(b"<time>").is_some() {
            usual.time_ms = Some(parse_time_bytes(rest.until(b'<')?)?);
            rest.literal(b"/time>")?;
            rest.blanks();
        }
        usual.open = rest.literal(b"</trkpt>").is_none();
    }
    usual.length = bytes.len() - rest.0.len();
    Some(usual)
}

struct Rest<'b>(&'b [u8]);

impl<'b> Rest<'b> {
    #[inline]
    fn blanks(&mut self) {
        while let [b' ' | b'\n' | b'\r' | b'\t', rest @ ..] = self.0 {
            self.0 = rest;
        }
    }

    #[inline]
    fn literal(&mut self, text: &[u8]) -> Option<()> {
        self.0 = self.0.strip_prefix(text)?;
        Some(())
    }

    /// What stands before a byte, which must not be far.
    #[inline]
    fn until(&mut self, end: u8) -> Option<&'b [u8]> {
        const FAR: usize = 40;
        let length = self.0.iter().take(FAR).position(|byte| *byte == end)?;
        let (before, rest) = self.0.split_at(length);
        self.0 = &rest[1..];
        Some(before)
    }
}

/// A plain decimal number of so few digits that one exact division gives the nearest double (Clinger, 1990).
#[inline]
fn decimal(text: &[u8]) -> Option<f64> {
    const POWERS: [f64; 16] = [1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15];
    let (negative, digits) = match text {
        [b'-', digits @ ..] => (true, digits),
        _ => (false, text),
    };
    let (mut mantissa, mut point) = (0_u64, None);
    if digits.len() > 16 || digits.is_empty() {
        return None;
    }
    for (place, byte) in digits.iter().enumerate() {
        match byte {
            b'0'..=b'9' => mantissa = mantissa * 10 + u64::from(byte - b'0'),
            b'.' if point.is_none() && place > 0 => point = Some(place),
            _ => return None,
        }
    }
    let decimals = point.map_or(0, |place| digits.len() - place - 1);
    if mantissa >= 1 << 53 {
        return None;
    }
    let number = mantissa as f64 / POWERS.get(decimals)?;
    Some(if negative { -number } else { number })
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::super::{Limits, read};
    use super::*;

    proptest! {
        #[test]
        fn numbers_are_the_nearest_doubles(text in "-?[0-9]{0,9}\\.?[0-9]{0,9}") {
            if let Some(number) = decimal(text.as_bytes()) {
                let nearest: f64 = text.parse().expect("a number");
                prop_assert_eq!(number.to_bits(), nearest.to_bits(), "{}", text);
            }
        }

        #[test]
        fn the_short_way_and_the_long_way_agree(
            points in proptest::collection::vec(
                ("-?[0-9]{1,3}(\\.[0-9]{0,12})?", "[0-9]{1,2}(\\.[0-9]{1,3})?", "<ele>[0-9.x]{0,5}</ele>|", " ?<time>2026-0[0-9]-1[0-9]T[012][0-9]:30:00(Z|\\.5Z| )</time>\n?|", "/>|>|  >", "<hdop>1</hdop>|<ele>7</ele>| |x|<a><b/></c>|</a>|"),
                0..9,
            ),
        ) {
            let file = |before: &str| {
                let mut xml = String::from("<gpx version='1.1'><trk><trkseg>");
                for (lon, lat, ele, time, end, more) in &points {
                    xml += &format!("\n<trkpt {before}lat=\"{lat}\" lon=\"{lon}\"{end}");
                    if !end.starts_with('/') {
                        xml += &format!("{ele}{time}{more}</trkpt>");
                    }
                }
                xml + "</trkseg></trk></gpx>"
            };
            let short = read(file("").as_bytes(), &Limits::default());
            let long = read(file("x='' ").as_bytes(), &Limits::default());
            match (short, long) {
                (Ok(short), Ok(long)) => {
                    prop_assert_eq!(short.tracks, long.tracks);
                    prop_assert_eq!(short.warnings.count(), long.warnings.count());
                }
                (Err(short), Err(long)) => {
                    prop_assert_eq!(short.fault.to_string(), long.fault.to_string());
                    prop_assert_eq!(short.at.line, long.at.line);
                }
                (short, long) => prop_assert!(false, "{:?} and {:?}", short, long),
            }
        }
    }

    #[test]
    fn the_usual_form_takes_the_short_way() {
        let text =
            b"\n  <trkpt lat=\"55.30\" lon=\"-21.5\">\n<ele>-1.5</ele>\n<time>1970-01-01T00:00:01Z</time>\n</trkpt>\n";
        let usual = usual(text).expect("usual");
        assert_eq!((usual.point.lat(), usual.point.lon()), (55.3, -21.5));
        assert_eq!((usual.elevation, usual.time_ms, usual.length), (Some(-1.5), Some(1_000), text.len() - 1));
        assert!(!usual.open);
        let more = super::usual(b"<trkpt lat=\"1\" lon=\"2\"><ele>3</ele><hdop>1</hdop>").expect("usual so far");
        assert!(more.open && more.length == 35, "{}", more.length);
        assert!(super::usual(b"<trkpt lat=\"91\" lon=\"0\"/>").is_none());
    }
}
