//! Typing errors of one letter: one too many, one missing, one wrong, or two in the wrong order.
//!
//! The first letters of a name's word are kept whole and with each letter left out in turn. A word with one slip and
//! the right one have at least one of these beginnings in common (the idea of SymSpell), so what was meant is looked up
//! and not searched for; it is then compared letter by letter.

use std::collections::BTreeSet;

use rusqlite::{Connection, params};

use super::fold;

/// How many first letters are kept; words that are shorter are taken as they were typed.
const BEGINNING: usize = 6;
/// The most words looked at for one beginning.
const MOST_WORDS: usize = 500;
/// The most corrections of one word.
const MOST_CORRECTIONS: usize = 8;

/// The words of a name that can be found with a slip.
pub(super) fn long_words(name: &str, into: &mut BTreeSet<String>) {
    for word in fold::words(name) {
        let spellings = std::iter::once(word.plain).chain(word.spelt_out);
        into.extend(spellings.filter(|spelling| spelling.chars().nth(BEGINNING - 1).is_some()));
    }
}

/// Keeps the words of a bundle's names.
pub(super) fn keep(connection: &Connection, bundle: i64, words: &BTreeSet<String>) -> rusqlite::Result<()> {
    let mut insert =
        connection.prepare_cached("INSERT OR IGNORE INTO search_slip(beginning, word, bundle) VALUES (?1, ?2, ?3)")?;
    let mut kept: Vec<(String, &String)> =
        words.iter().flat_map(|word| beginnings(word).into_iter().map(move |beginning| (beginning, word))).collect();
    kept.sort_unstable();
    for (beginning, word) in kept {
        insert.execute(params![beginning, word, bundle])?;
    }
    Ok(())
}

/// Forgets the words of a bundle's names.
pub(super) fn forget(connection: &Connection, bundle: i64) -> rusqlite::Result<()> {
    connection.execute("DELETE FROM search_slip WHERE bundle = ?1", [bundle]).map(drop)
}

/// What may have been meant: beginnings of words of names, each one slip away from what was typed.
pub(super) fn corrections(connection: &Connection, typed: &str) -> rusqlite::Result<Vec<String>> {
    let letters: Vec<char> = typed.chars().collect();
    // With one letter missing, a word of six letters has five.
    if letters.len() + 1 < BEGINNING {
        return Ok(Vec::new());
    }
    if is_known(connection, typed)? {
        return Ok(Vec::new());
    }
    let sql = format!("SELECT DISTINCT word FROM search_slip WHERE beginning = ?1 LIMIT {MOST_WORDS}");
    let mut look_up = connection.prepare_cached(&sql)?;
    let mut meant = BTreeSet::new();
    for beginning in beginnings(typed) {
        let mut rows = look_up.query([beginning])?;
        while let Some(row) = rows.next()? {
            let word: Vec<char> = row.get_ref(0)?.as_str()?.chars().collect();
            meant.extend(meant_by(&letters, &word).map(|meant| meant.iter().collect::<String>()));
        }
    }
    Ok(meant.into_iter().take(MOST_CORRECTIONS).collect())
}

/// Whether a long word of a name begins with what was typed.
fn is_known(connection: &Connection, typed: &str) -> rusqlite::Result<bool> {
    let beginning: String = typed.chars().take(BEGINNING).collect();
    let sql = "SELECT EXISTS (SELECT 1 FROM search_slip WHERE beginning = ?1 AND word >= ?2 AND word < ?2 || ?3)";
    connection.prepare_cached(sql)?.query_row(params![beginning, typed, "\u{10FFFF}"], |row| row.get(0))
}

/// The first letters, and the first letters with each of them left out in turn.
fn beginnings(word: &str) -> BTreeSet<String> {
    let first: Vec<char> = word.chars().take(BEGINNING).collect();
    let without = |left_out: usize| {
        first.iter().enumerate().filter(|(place, _)| *place != left_out).map(|(_, letter)| letter).collect()
    };
    (0..=first.len()).map(without).collect()
}

/// The beginning of `word` that is one slip away from what was typed.
fn meant_by<'w>(typed: &[char], word: &'w [char]) -> Option<&'w [char]> {
    let same = typed.iter().zip(word).take_while(|(one, other)| one == other).count();
    let (typed_on, word_on) = (&typed[same..], &word[same..]);
    let swapped = matches!((typed_on, word_on), ([a, b, ..], [c, d, ..]) if a == d && b == c);
    let (skip_typed, skip_word) = [(1, 1), (0, 1), (1, 0), (2, 2)].into_iter().find(|&(skip_typed, skip_word)| {
        let rests = typed_on.get(skip_typed..).zip(word_on.get(skip_word..));
        (skip_typed < 2 || swapped) && rests.is_some_and(|(typed, word)| word.starts_with(typed))
    })?;
    word.get(..same + skip_word + typed_on.len() - skip_typed)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn meant(typed: &str, word: &str) -> Option<String> {
        let letters = |text: &str| text.chars().collect::<Vec<char>>();
        meant_by(&letters(typed), &letters(word)).map(|meant| meant.iter().collect())
    }

    #[test]
    fn one_slip_is_understood_and_two_are_not() {
        for typed in ["kretnga", "krretinga", "kretimga", "kertinga", "retinga", "ktetinga", "kretniga"] {
            assert_eq!(meant(typed, "kretinga").as_deref(), Some("kretinga"), "{typed}");
        }
        assert_eq!(meant("kretim", "kretinga").as_deref(), Some("kretin"));
        assert_eq!(meant("kertimga", "kretinga"), None);
        assert_eq!(meant("palanga", "kretinga"), None);
    }

    proptest! {
        #[test]
        fn a_word_with_a_slip_shares_a_beginning_with_the_right_one(
            word in "[a-e]{6,12}", place in 0..12_usize, kind in 0..4_u8, letter in prop::char::range('a', 'e'),
        ) {
            let mut typed: Vec<char> = word.chars().collect();
            let place = place % typed.len();
            match kind {
                0 => typed.insert(place, letter),
                1 => drop(typed.remove(place)),
                2 => typed[place] = letter,
                _ => typed.swap(place, (place + 1) % word.len().min(place + 2)),
            }
            let typed: String = typed.into_iter().collect();
            prop_assume!(kind != 3 || place + 1 < word.len());
            prop_assert!(!beginnings(&typed).is_disjoint(&beginnings(&word)), "{typed} for {word}");
            prop_assert!(word.starts_with(&typed) || meant(&typed, &word).is_some(), "{typed} for {word}");
        }
    }
}
