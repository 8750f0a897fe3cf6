//! Values as strangers have them: mostly usual, sometimes at the edge of what a type can hold.

use arbitrary::{Arbitrary, Result, Unstructured};

/// A number.
#[derive(Debug, Clone, Copy)]
pub struct Number(pub f64);

impl<'a> Arbitrary<'a> for Number {
    fn arbitrary(from: &mut Unstructured<'a>) -> Result<Number> {
        const EDGES: [f64; 20] = [
            0.0,
            -0.0,
            1.0,
            -1.0,
            90.0,
            -90.0,
            180.0,
            -180.0,
            9_000.0,
            -32_768.0,
            1e-300,
            1e9,
            1e18,
            1e300,
            f64::MAX,
            f64::MIN,
            f64::MIN_POSITIVE,
            f64::NAN,
            f64::INFINITY,
            f64::NEG_INFINITY,
        ];
        Ok(Number(match from.int_in_range(0..=3)? {
            0 => *from.choose(&EDGES)?,
            1 => f64::arbitrary(from)?,
            2 => f64::from(i16::arbitrary(from)?),
            _ => f64::from(i16::arbitrary(from)?) / 256.0,
        }))
    }
}

/// A moment in milliseconds since 1970.
#[derive(Debug, Clone, Copy)]
pub struct Moment(pub i64);

impl<'a> Arbitrary<'a> for Moment {
    fn arbitrary(from: &mut Unstructured<'a>) -> Result<Moment> {
        const EDGES: [i64; 8] =
            [0, -1, i64::MIN, i64::MAX, i64::MIN + 1, 253_402_300_800_000, -62_135_596_800_001, 4_102_444_800_000];
        Ok(Moment(match from.int_in_range(0..=3)? {
            0 => *from.choose(&EDGES)?,
            1 => i64::arbitrary(from)?,
            _ => route_guide_tests::MORNING_MS + i64::from(u32::arbitrary(from)?) / 16,
        }))
    }
}

/// A text: a word that something here is called by, one that is awkward, or anything.
#[derive(Debug, Clone)]
pub struct Word(pub String);

impl<'a> Arbitrary<'a> for Word {
    fn arbitrary(from: &mut Unstructured<'a>) -> Result<Word> {
        const USUAL: [&str; 24] = [
            "spit",
            "spit-route",
            "dune-walk",
            "pier",
            "dune",
            "dune-again",
            "nida",
            "old-ferry",
            "day-1",
            "sunset",
            "lt",
            "en",
            "de",
            "klaipėda",
            "112",
            "open",
            "paused",
            "closed",
            "binned",
            "recorded",
            "imported",
            "bike",
            "walk",
            "ferry",
        ];
        const AWKWARD: [&str; 14] = [
            "",
            " ",
            "\0",
            "\n",
            "../up",
            "/",
            "\u{202e}name",
            "a\"b<c>&amp;'",
            "*21*1#",
            "ą̈̂",
            "\u{feff}",
            "CON",
            "{$name}",
            "]]>",
        ];
        Ok(Word(match from.int_in_range(0..=4)? {
            0..=2 => (*from.choose(&USUAL)?).to_owned(),
            3 => (*from.choose(&AWKWARD)?).to_owned(),
            _ => {
                let text = String::arbitrary(from)?;
                if bool::arbitrary(from)? { text.repeat(from.int_in_range(1..=2_000)?) } else { text }
            }
        }))
    }
}
