//! What may be dialled: a stranger's text must not end up in a dial pad as it is.

use std::fmt;

/// Why a text is no telephone number.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error(
    "`{0}` is no telephone number: use {FEWEST_DIGITS} to {MOST_DIGITS} digits, with a + before them for a country's code and single spaces or hyphens between them"
)]
pub struct PhoneNumberError(String);

/// The shortest emergency numbers have two digits.
const FEWEST_DIGITS: usize = 2;
/// The longest numbers there are (ITU-T E.164).
const MOST_DIGITS: usize = 15;

/// A telephone number as people write it: digits, and nothing that a network or a phone takes for a command (`*`, `#`,
/// pauses, addresses).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PhoneNumber(String);

impl PhoneNumber {
    /// The number of that text.
    ///
    /// # Errors
    /// When it holds more than digits, a + before them, and single spaces or hyphens between them; or too few or many.
    pub fn new(text: &str) -> Result<PhoneNumber, PhoneNumberError> {
        let behind_plus = text.strip_prefix('+').unwrap_or(text);
        let digits: usize = behind_plus.split([' ', '-']).map(str::len).sum();
        let groups_of_digits = behind_plus
            .split([' ', '-'])
            .all(|group| !group.is_empty() && group.bytes().all(|letter| letter.is_ascii_digit()));
        if groups_of_digits && (FEWEST_DIGITS..=MOST_DIGITS).contains(&digits) {
            Ok(PhoneNumber(text.to_owned()))
        } else {
            Err(PhoneNumberError(text.chars().take(2 * MOST_DIGITS).collect()))
        }
    }

    /// The number for every emergency that phones of all networks know.
    #[must_use]
    pub fn everywhere() -> PhoneNumber {
        PhoneNumber("112".into())
    }

    /// The number as it is written.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for PhoneNumber {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.pad(&self.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_as_people_write_them() {
        for number in ["112", "15", "+370 46 412186", "8-800-555-35-35", "+370-687-52051", "123456789012345"] {
            assert_eq!(PhoneNumber::new(number).expect(number).as_str(), number);
        }
    }

    #[test]
    fn what_is_more_than_a_number_is_none() {
        for trick in [
            "",
            "1",
            "+",
            "1234567890123456",
            "*21*900123456#",
            "#31#112",
            "*#06#",
            "tel:112",
            "112;900",
            "112,,900",
            "112p900",
            "112w900",
            "1 1 2 ",
            " 112",
            "11  2",
            "--112",
            "112-",
            "++112",
            "1+12",
            "+ 370",
            "(8)112",
            "112\n",
            "112\u{202e}",
            "١١٢",
            "１１２",
            "112#",
            "112/900",
            "112?body=x",
        ] {
            assert!(PhoneNumber::new(trick).is_err(), "{trick:?}");
        }
    }
}
