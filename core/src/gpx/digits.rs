//! Numbers as people's programs write them: with a comma, with the digits of their own script.
//!
//! A program that formats a number in the phone's language writes `60,3` in Vilnius and `۶۰٫۳` in Tehran.

use std::borrow::Cow;

/// The zeros of the scripts whose digits have the value of their place (Unicode's class Nd) and are in use on phones.
const ZEROS: [char; 28] = [
    '\u{0660}', '\u{06F0}', '\u{07C0}', '\u{0966}', '\u{09E6}', '\u{0A66}', '\u{0AE6}', '\u{0B66}', '\u{0BE6}',
    '\u{0C66}', '\u{0CE6}', '\u{0D66}', '\u{0DE6}', '\u{0E50}', '\u{0ED0}', '\u{0F20}', '\u{1040}', '\u{1090}',
    '\u{17E0}', '\u{1810}', '\u{1946}', '\u{19D0}', '\u{1B50}', '\u{1C40}', '\u{1C50}', '\u{A9D0}', '\u{AA50}',
    '\u{FF10}',
];

/// The text with its digits and signs in ASCII, and without marks that only turn the direction of writing.
pub(super) fn in_ascii(text: &str) -> Cow<'_, str> {
    if text.is_ascii() {
        return Cow::Borrowed(text);
    }
    let is_mark =
        |letter: char| matches!(letter, '\u{200E}' | '\u{200F}' | '\u{061C}' | '\u{202A}'..='\u{202E}' | '\u{FEFF}');
    Cow::Owned(text.chars().filter(|letter| !is_mark(*letter)).map(ascii).collect())
}

fn ascii(letter: char) -> char {
    let digit = ZEROS.iter().find_map(|zero| (letter as u32).checked_sub(*zero as u32).filter(|value| *value < 10));
    match (digit.and_then(|value| char::from_digit(value, 10)), letter) {
        (Some(digit), _) => digit,
        (None, '\u{2212}' | '\u{FE63}' | '\u{FF0D}') => '-',
        (None, '\u{066B}') => '.',
        (None, '\u{066C}') => ',',
        (None, '\u{FF1A}') => ':',
        (None, other) if other.is_whitespace() => ' ',
        (None, other) => other,
    }
}

/// The number that a text means: with a point or a comma before its decimals, and with any script's digits.
pub(super) fn number(text: &str) -> Option<f64> {
    let text = in_ascii(text);
    let text = text.trim();
    let plain = |text: &str| text.parse().ok().filter(|number: &f64| number.is_finite());
    if let Some(number) = plain(text) {
        return Some(number);
    }
    match (text.rfind(','), text.rfind('.')) {
        (Some(comma), None) if text.find(',') == Some(comma) => plain(&text.replace(',', ".")),
        (Some(comma), Some(point)) if comma < point => plain(&text.replace(',', "")),
        (Some(comma), Some(point)) if comma > point => plain(&text.replace('.', "").replace(',', ".")),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_read_in_every_dress() {
        for (text, wanted) in [
            ("60.3", 60.3),
            (" 60,3\n", 60.3),
            ("-0,5", -0.5),
            ("\u{2212}12", -12.0),
            ("۶۰٫۳", 60.3),
            ("٥٥.٧", 55.7),
            ("１２", 12.0),
            ("1,234.5", 1_234.5),
            ("1.234,5", 1_234.5),
            ("5e1", 50.0),
        ] {
            assert_eq!(number(text), Some(wanted), "{text}");
        }
        for text in ["", "high", "1,2,3", "NaN", "inf", "1e999", "12 m", ",", "-"] {
            assert_eq!(number(text), None, "{text}");
        }
    }
}
