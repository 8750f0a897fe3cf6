//! Words as they are compared: small letters without marks, the same in what is stored and in what is asked.
//!
//! `Žemaičių` becomes `zemaiciu` and `Straße` becomes `strasse`. A German umlaut may be typed as one letter or two, so
//! `Düne` is kept both as `dune` and as `duene`. A folded word holds letters and digits only; quotation marks, hyphens
//! and the like part words, an apostrophe within a word does not.

use std::ops::Range;

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// One word of a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Word {
    /// Without marks.
    pub plain: String,
    /// With `e` for the two dots of an umlaut, where there is one.
    pub spelt_out: Option<String>,
    /// Where it stands in the text, in bytes.
    pub at: Range<usize>,
}

/// The words of a text, one after another.
pub(super) fn words(text: &str) -> impl Iterator<Item = Word> + '_ {
    stretches(text).filter_map(|at| fold(&text[at.clone()], at))
}

/// All words in every spelling, parted by spaces: what an index is given.
pub(super) fn fold_all(text: &str, into: &mut String) {
    for at in stretches(text) {
        let stretch = &text[at.clone()];
        // Most words by far, and nothing to be gathered for them.
        if is_plain(stretch) {
            into.extend(stretch.bytes().map(|letter| char::from(letter.to_ascii_lowercase())));
            into.push(' ');
            continue;
        }
        for spelling in fold(stretch, at).iter().flat_map(|word| std::iter::once(&word.plain).chain(&word.spelt_out)) {
            into.push_str(spelling);
            into.push(' ');
        }
    }
}

/// Where something stands that can be a word.
fn stretches(text: &str) -> impl Iterator<Item = Range<usize>> + '_ {
    let mut from = 0;
    std::iter::from_fn(move || {
        let rest = text.get(from..)?;
        let start = from + rest.find(is_part_of_a_word)?;
        let length = text[start..].find(|letter| !is_part_of_a_word(letter)).unwrap_or(text.len() - start);
        from = start + length;
        Some(start..from)
    })
}

/// All words as one, in every spelling: what a whole name is compared by.
pub(super) fn fold_whole(text: &str, into: &mut String) {
    let (mut plain, mut spelt_out) = (String::new(), String::new());
    for word in words(text) {
        plain.push_str(&word.plain);
        spelt_out.push_str(word.spelt_out.as_ref().unwrap_or(&word.plain));
    }
    into.push_str(&plain);
    into.push(' ');
    if spelt_out != plain {
        into.push_str(&spelt_out);
        into.push(' ');
    }
}

fn is_part_of_a_word(letter: char) -> bool {
    if letter.is_ascii() {
        return letter.is_ascii_alphanumeric() || letter == '\'';
    }
    letter.is_alphanumeric() || is_combining_mark(letter) || matches!(letter, '’' | '‘')
}

/// Whether a word has none but letters and digits that stay as they are or become small.
fn is_plain(word: &str) -> bool {
    word.bytes().all(|byte| byte.is_ascii_alphanumeric())
}

fn fold(text: &str, at: Range<usize>) -> Option<Word> {
    let (plain, spelt_out) = fold_near_by(text).or_else(|| fold_any(text))?;
    Some(Word { plain, spelt_out, at })
}

/// A word of letters that are met around the Baltic, in its spellings; `None` where it has any other.
///
/// Most words are of this kind, and to take a letter apart takes longer than all else.
fn fold_near_by(text: &str) -> Option<(String, Option<String>)> {
    let mut plain = String::with_capacity(text.len());
    let mut umlauts = Vec::new();
    for letter in text.chars() {
        plain.push(match letter {
            'a'..='z' | '0'..='9' => letter,
            'A'..='Z' => letter.to_ascii_lowercase(),
            'ą' | 'Ą' | 'ā' | 'Ā' | 'å' | 'Å' => 'a',
            'č' | 'Č' | 'ć' | 'Ć' => 'c',
            'ę' | 'Ę' | 'ė' | 'Ė' | 'ē' | 'Ē' | 'é' | 'É' => 'e',
            'į' | 'Į' | 'ī' | 'Ī' => 'i',
            'ń' | 'Ń' => 'n',
            'ó' | 'Ó' | 'õ' | 'Õ' => 'o',
            'š' | 'Š' | 'ś' | 'Ś' => 's',
            'ų' | 'Ų' | 'ū' | 'Ū' => 'u',
            'ž' | 'Ž' | 'ź' | 'Ź' | 'ż' | 'Ż' => 'z',
            'ä' | 'Ä' | 'ö' | 'Ö' | 'ü' | 'Ü' => {
                umlauts.push(plain.len());
                match letter {
                    'ä' | 'Ä' => 'a',
                    'ö' | 'Ö' => 'o',
                    _ => 'u',
                }
            }
            _ => return None,
        });
    }
    let mut spelt_out = plain.clone();
    // From the end, so that those before stay where they are.
    for at in umlauts.iter().rev() {
        spelt_out.insert(at + 1, 'e');
    }
    let differs = !umlauts.is_empty();
    Some((plain, differs.then_some(spelt_out)))
}

/// Any word in its spellings; `None` where it has neither letters nor digits.
fn fold_any(text: &str) -> Option<(String, Option<String>)> {
    let (mut plain, mut spelt_out, mut before) = (String::new(), String::new(), ' ');
    for letter in text.nfkd() {
        if letter == TWO_DOTS && matches!(before, 'a' | 'o' | 'u') {
            spelt_out.push('e');
        }
        for small in letter.to_lowercase().filter(|small| !is_combining_mark(*small)) {
            match without_stroke(small) {
                Some((short, long)) => {
                    plain.push_str(short);
                    spelt_out.push_str(long);
                }
                None if small.is_alphanumeric() => {
                    plain.push(small);
                    spelt_out.push(small);
                }
                None => {}
            }
            before = small;
        }
    }
    let differs = spelt_out != plain;
    (!plain.is_empty()).then_some((plain, differs.then_some(spelt_out)))
}

/// The combining mark that decomposition leaves of `ä`, `ö` and `ü`.
const TWO_DOTS: char = '\u{308}';

/// Letters whose stroke or joint is no mark to Unicode: how they are typed without it, in short and spelt out.
fn without_stroke(letter: char) -> Option<(&'static str, &'static str)> {
    Some(match letter {
        'ß' => ("ss", "ss"),
        'æ' => ("ae", "ae"),
        'œ' => ("oe", "oe"),
        'ø' => ("o", "oe"),
        'ł' => ("l", "l"),
        'đ' | 'ð' => ("d", "d"),
        'þ' => ("th", "th"),
        'ı' => ("i", "i"),
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn folded(text: &str) -> String {
        let mut all = String::new();
        fold_all(text, &mut all);
        all.trim_end().to_owned()
    }

    #[test]
    fn marks_fall_off_and_umlauts_are_spelt_both_ways() {
        for (text, expected) in [
            ("Žemaičių", "zemaiciu"),
            ("ŽEMAIČIŲ", "zemaiciu"),
            ("Straße", "strasse"),
            ("STRASSE", "strasse"),
            ("GROẞ", "gross"),
            ("Düne", "dune duene"),
            ("Du\u{308}ne", "dune duene"),
            ("Æbelø Łódź Đ", "aebelo aebeloe lodz d"),
            ("DIYARBAKIR İı", "diyarbakir ii"),
            ("„Memel-Nord“, Dutchman’s Cap", "memel nord dutchmans cap"),
            ("citroën", "citroen"),
            (" – „“ ' ", ""),
        ] {
            assert_eq!(folded(text), expected, "{text}");
        }
    }

    #[test]
    fn a_word_knows_where_it_stands() {
        let text = "Į „Nidą“!";
        let places: Vec<&str> = words(text).map(|word| &text[word.at]).collect();
        assert_eq!(places, ["Į", "Nidą"]);
    }

    #[test]
    fn a_whole_name_is_one_word() {
        let folded_whole = |text| {
            let mut whole = String::new();
            fold_whole(text, &mut whole);
            whole
        };
        assert_eq!(folded_whole("Die Große Düne"), "diegrossedune diegrosseduene ");
        assert_eq!(folded_whole("Nida"), "nida ");
    }

    proptest! {
        #[test]
        fn letters_near_by_are_folded_as_any(word in "[a-zA-Z0-9ąĄčČęĘėĖįĮšŠųŲūŪžŽāĀēĒīĪåÅäÄöÖüÜõÕóÓćĆńŃśŚźŹżŻéÉ]{1,12}") {
            prop_assert_eq!(fold_near_by(&word), fold_any(&word));
            prop_assert!(fold_near_by(&word).is_some());
        }

        #[test]
        fn folded_words_hold_letters_and_digits_only_and_fold_to_themselves(text in any::<String>()) {
            for word in words(&text) {
                prop_assert!(!word.plain.is_empty() && word.plain.chars().all(char::is_alphanumeric), "{word:?}");
                prop_assert!(text.get(word.at.clone()).is_some());
                let again: Vec<String> = words(&word.plain).map(|again| again.plain).collect();
                prop_assert_eq!(again, [word.plain]);
            }
        }
    }
}
