//! Where a line of a text must not break.
//!
//! Editors type plain spaces, and lines of a source end anywhere. A number stays with its unit, the groups of a large
//! number with each other, a short form or an initial with what it belongs to: there the space is one that does not
//! break. Nothing else of a text is changed.

use std::ops::RangeInclusive;

/// A space at which no line ends.
const UNBROKEN: &str = "\u{a0}";

/// What belongs to the number before it: `470 m`, `8 d.`, `1 val. 20 min.`
const AFTER_A_NUMBER: &[&str] =
    &["%", "°", "€", "EUR", "m", "m²", "km", "cm", "ha", "t", "kg", "d", "h", "val", "min", "tūkst", "mln", "Uhr"];
/// What belongs to the word after it: `Šv. Lauryno`, `v. Chr.`
const BEFORE_A_WORD: &[&str] = &["Šv.", "šv.", "Švč.", "St", "St.", "pr.", "v.", "n.", "z.", "Dr.", "Prof.", "prof."];
/// What belongs to the number after it: `Turgaus g. 7`.
const BEFORE_A_NUMBER: &[&str] = &["g.", "gatvė", "Nr.", "No."];

/// Words as a text, each pair with the space that is between them.
pub fn joined(words: &[&str]) -> String {
    let mut text = String::new();
    let mut before = None;
    for word in words {
        if let Some(before) = before {
            text.push_str(if stay_together(before, word) { UNBROKEN } else { " " });
        }
        text.push_str(word);
        before = Some(*word);
    }
    text
}

fn stay_together(before: &str, after: &str) -> bool {
    let before = before.trim_start_matches(|letter: char| !letter.is_alphanumeric());
    if is_number(before) && before.ends_with(|last: char| last.is_ascii_digit()) {
        let after = without_marks(after);
        return AFTER_A_NUMBER.contains(&after) || (is_group(before, 1..=3) && is_group(after, 3..=3));
    }
    let is_short_form = || BEFORE_A_WORD.contains(&before) || (BEFORE_A_NUMBER.contains(&before) && is_number(after));
    let is_century = || is_roman(before) && after.starts_with("a.");
    let goes_on = || {
        before.strip_suffix('.').is_some_and(|start| is_group(start, 1..=2) || is_initial(start))
            && after.starts_with(char::is_uppercase)
    };
    is_short_form() || is_century() || goes_on()
}

/// A word without the marks behind it.
fn without_marks(word: &str) -> &str {
    word.trim_end_matches(|letter: char| ",.;:!?)“”’".contains(letter))
}

fn is_number(word: &str) -> bool {
    word.starts_with(|first: char| first.is_ascii_digit())
}

fn is_group(word: &str, digits: RangeInclusive<usize>) -> bool {
    digits.contains(&word.len()) && word.bytes().all(|byte| byte.is_ascii_digit())
}

fn is_initial(word: &str) -> bool {
    let mut letters = word.chars();
    letters.next().is_some_and(char::is_uppercase) && letters.next().is_none()
}

fn is_roman(word: &str) -> bool {
    word.split('–').all(|number| !number.is_empty() && number.bytes().all(|byte| b"IVXLCDM".contains(&byte)))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn set(text: &str) -> String {
        joined(&text.split(' ').collect::<Vec<_>>()).replace(UNBROKEN, "_")
    }

    #[test]
    fn numbers_stay_with_their_units_and_short_forms_with_their_words() {
        for (typed, shown) in [
            ("paminėta 1253 m. (kaip ir kitos)", "paminėta 1253_m. (kaip ir kitos)"),
            ("daugiau kaip 60 000 eksponatų, o ne 1 500 000.", "daugiau kaip 60_000 eksponatų, o ne 1_500_000."),
            ("Šv. Lauryno bažnyčia, XVIII a., VIII–XIII a.", "Šv._Lauryno bažnyčia, XVIII_a., VIII–XIII_a."),
            ("iki 24 m, po 20–25 km; (15 m) arba 30 m?", "iki 24_m, po 20–25_km; (15_m) arba 30_m?"),
            ("Turgaus g. 7, apie 1 val. 20 min. kelio", "Turgaus g._7, apie 1_val. 20_min. kelio"),
            ("am 8. September im 18. Jahrhundert v. Chr.", "am 8._September im 18._Jahrhundert v._Chr."),
            ("von E. W. Beerbohm, zu 63 %", "von E._W._Beerbohm, zu 63_%"),
            ("St Lawrence’s, 2.8 km.", "St_Lawrence’s, 2.8_km."),
        ] {
            assert_eq!(set(typed), shown);
        }
    }

    #[test]
    fn other_words_may_part() {
        for text in
            ["in 1992 a museum", "seit 1997. Die Brücke", "in 1865 men", "taip a. pats", "12 tundra", "of 1821 the"]
        {
            assert_eq!(set(text), text);
        }
    }

    proptest! {
        #[test]
        fn nothing_but_the_kind_of_space_changes(words in prop::collection::vec("[0-9A-Za-zŠšė.,()%–]{1,6}", 0..12)) {
            let words: Vec<&str> = words.iter().map(String::as_str).collect();
            prop_assert_eq!(joined(&words).replace(UNBROKEN, " "), words.join(" "));
        }
    }
}
