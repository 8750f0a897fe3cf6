//! How much of a thing is kept: the same bounds where it is made, where it comes in with a backup and where it goes out
//! with one, so that whatever is kept can be brought back.

use std::ops::Range;

/// When things happen: from 1970 to 2200.
pub(super) const YEARS_MS: Range<i64> = 0..7_258_118_400_000;
/// The longest name.
const MOST_NAME_BYTES: usize = 1 << 10;
/// The most names that one thing has: a route and its stages.
pub(super) const MOST_NAMES: usize = 1_000;
/// The most photos and voice notes of a recording.
pub(super) const MOST_ATTACHMENTS: usize = 1_000;
/// The longest key of a recording.
const MOST_KEY_BYTES: usize = 80;

/// A time within the years in which things happen, the nearest one.
pub(super) fn time(time_ms: i64) -> i64 {
    time_ms.clamp(YEARS_MS.start, YEARS_MS.end - 1)
}

/// As much of a name as is kept.
pub(super) fn name(name: &str) -> &str {
    let end = (0..=MOST_NAME_BYTES.min(name.len())).rev().find(|end| name.is_char_boundary(*end));
    name.get(..end.unwrap_or(0)).unwrap_or_default()
}

/// As many names, and as much of each.
pub(super) fn names(names: &[String]) -> Vec<String> {
    names.iter().take(MOST_NAMES).map(|one| name(one).to_owned()).collect()
}

/// Whether a text can be the key of a recording: it stands in names of files too.
pub(super) fn is_key(key: &str) -> bool {
    (1..=MOST_KEY_BYTES).contains(&key.len())
        && key.bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_too_long_is_cut_between_letters() {
        assert_eq!(name("Nida"), "Nida");
        let long = "ž".repeat(2_000);
        assert_eq!(name(&long).len(), MOST_NAME_BYTES);
        assert_eq!(name(&format!("x{long}")).len(), MOST_NAME_BYTES - 1);
        assert_eq!(names(&vec![long; 2_000]).len(), MOST_NAMES);
    }

    #[test]
    fn a_key_is_short_and_leads_nowhere() {
        assert!(is_key("0f3a-x") && is_key(&"k".repeat(80)));
        for wrong in ["", "..", "a/b", "A", "ž", "a b", "a\0"] {
            assert!(!is_key(wrong), "{wrong:?}");
        }
        assert!(!is_key(&"k".repeat(81)));
    }

    #[test]
    fn times_stay_within_the_years() {
        assert_eq!([i64::MIN, 7, i64::MAX].map(time), [0, 7, YEARS_MS.end - 1]);
    }
}
