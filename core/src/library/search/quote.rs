//! A few words around the one that was found.

use super::fold;
use super::wanted::Wanted;

/// A short piece of a text around a word that was found.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Quote {
    /// What stands before the word.
    pub before: String,
    /// The word.
    pub word: String,
    /// What stands after it.
    pub after: String,
}

/// About how many letters stand before the word, and after it.
const BEFORE: usize = 40;
const AFTER: usize = 80;

/// The text around the first word that is wanted, with dots where something was left out; its beginning, where none is.
pub(super) fn quote(text: &str, wanted: &[&Wanted]) -> Quote {
    let found = fold::words(text).find(|word| wanted.iter().any(|wanted| wanted.is(word)));
    let at = found.map_or(0..0, |word| word.at);
    let (before, after) = (&text[..at.start], &text[at.end..]);
    let kept = before.char_indices().rev().nth(BEFORE).map_or(0, |(from, _)| from);
    // Not from the middle of a word: the part of one that the cut left over falls away.
    let before = match kept {
        0 => one_line(before),
        kept => format!("… {}", one_line(before[kept..].split_once(char::is_whitespace).map_or("", |(_, rest)| rest))),
    };
    let after = match after.char_indices().nth(AFTER) {
        None => one_line(after),
        Some((cut, _)) => {
            format!("{} …", one_line(after[..cut].rsplit_once(char::is_whitespace).map_or("", |(rest, _)| rest)))
        }
    };
    Quote { before, word: text[at].to_owned(), after }
}

/// With one space where there is a gap, also at its ends.
fn one_line(text: &str) -> String {
    let mut line = String::with_capacity(text.len());
    for letter in text.chars() {
        if !letter.is_whitespace() {
            line.push(letter);
        } else if !line.ends_with(' ') {
            line.push(' ');
        }
    }
    line
}

#[cfg(test)]
mod tests {
    use super::super::wanted::{as_typed, words};
    use super::*;

    fn quoted(text: &str, asked: &str) -> String {
        let wanted = as_typed(&words(asked));
        let Quote { before, word, after } = quote(text, &wanted.iter().collect::<Vec<_>>());
        format!("{before}[{word}]{after}")
    }

    #[test]
    fn a_short_text_is_quoted_whole_and_a_long_one_around_the_word() {
        assert_eq!(quoted("Nidos\nuostas lieka šiaurėje.", "UOST"), "Nidos [uostas] lieka šiaurėje.");
        let long = "Laikrodis matęs audrų: pirmą kartą pastatytas 1995 m., o per 1999 m. uraganą lūžo jo stulpas. Vėliau \
                    jis suremontuotas. Kopoje leidžiama vaikščioti tik pažymėtais takais, tad nuo jų nenukrypkite.";
        assert_eq!(
            quoted(long, "luzo"),
            "… 1995 m., o per 1999 m. uraganą [lūžo] jo stulpas. Vėliau jis suremontuotas. Kopoje leidžiama vaikščioti tik …"
        );
        assert_eq!(quoted("Nida", "kopa"), "[]Nida");
        assert_eq!(quoted("", "kopa"), "[]");
    }
}
