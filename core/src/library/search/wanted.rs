//! What is asked, as words; whatever was typed becomes a harmless question.

use super::{ending, fold};

/// The most letters of a question that are read.
const MOST_LETTERS: usize = 200;
/// The most words of a question that count.
const MOST_WORDS: usize = 12;
/// In texts, shorter words are found only whole.
const SHORTEST_BEGINNING: usize = 3;

/// One word of a question: a thing has it when a word of the thing begins with one of these forms.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Wanted {
    forms: Vec<String>,
    /// The forms are beginnings of words, whatever stands after them in the question.
    unfinished: bool,
}

impl Wanted {
    fn typed(word: &str) -> Wanted {
        Wanted { forms: vec![word.to_owned()], unfinished: false }
    }

    /// A word that begins with any of these.
    pub fn beginning_with(forms: Vec<String>) -> Wanted {
        Wanted { forms, unfinished: true }
    }

    /// Whether a word of a text is meant.
    pub fn is(&self, word: &fold::Word) -> bool {
        self.forms.iter().any(|form| {
            word.plain.starts_with(form.as_str())
                || word.spelt_out.as_ref().is_some_and(|spelt| spelt.starts_with(form.as_str()))
        })
    }

    fn is_long(&self) -> bool {
        self.forms.iter().any(|form| is_long(form))
    }
}

/// The words of what was typed: no more than a person types.
pub(super) fn words(typed: &str) -> Vec<String> {
    let end = typed.char_indices().nth(MOST_LETTERS).map_or(typed.len(), |(end, _)| end);
    fold::words(&typed[..end]).map(|word| word.plain).take(MOST_WORDS).collect()
}

/// The words without those that another one begins with: what has the longer word has the shorter one too.
pub(super) fn each_once(words: &[String]) -> Vec<&str> {
    let is_implied = |place: usize, word: &str| {
        let others = words.iter().enumerate().filter(|(other, _)| *other != place);
        others.into_iter().any(|(other, longer)| longer.starts_with(word) && (longer != word || other > place))
    };
    let words = words.iter().map(String::as_str).enumerate();
    words.filter(|(place, word)| !is_implied(*place, word)).map(|(_, word)| word).collect()
}

/// The words as they were typed.
pub(super) fn as_typed(words: &[String]) -> Vec<Wanted> {
    each_once(words).into_iter().map(Wanted::typed).collect()
}

/// The words without their endings; `None` where none has an ending.
pub(super) fn in_other_cases(words: &[String]) -> Option<Vec<Wanted>> {
    let stem = |word: &str| match ending::stem(word) {
        Some(stem) => Wanted::beginning_with(vec![stem.to_owned()]),
        None => Wanted::typed(word),
    };
    let all: Vec<Wanted> = each_once(words).into_iter().map(stem).collect();
    all.iter().any(|wanted| wanted.unfinished).then_some(all)
}

/// In the language of FTS5: names that are this word. Words hold letters and digits only, so quotes hold them.
pub(super) fn whole(words: &[String]) -> String {
    format!("\"{}\"", words.concat())
}

/// In the language of FTS5: names that begin with these words.
pub(super) fn beginning(words: &[String]) -> String {
    format!("\"{}\"*", words.concat())
}

/// In the language of FTS5: rows of names that have words beginning with each of these.
pub(super) fn in_names(wanted: &[Wanted]) -> String {
    all_of(wanted, |_, form| format!("\"{form}\"*"))
}

/// The same for texts, where only the last word may be unfinished; `None` where all words are so short that every text
/// has them.
pub(super) fn in_texts(wanted: &[Wanted]) -> Option<String> {
    let last = wanted.len().saturating_sub(1);
    let written = |place: usize, form: &str| {
        let may_go_on = is_long(form) && (place == last || wanted[place].unfinished);
        if may_go_on { format!("\"{form}\"*") } else { format!("\"{form}\"") }
    };
    wanted.iter().any(Wanted::is_long).then(|| all_of(wanted, written))
}

fn all_of(wanted: &[Wanted], written: impl Fn(usize, &str) -> String) -> String {
    let any_of = |(place, wanted): (usize, &Wanted)| {
        let forms: Vec<String> = wanted.forms.iter().map(|form| written(place, form)).collect();
        format!("({})", forms.join(" OR "))
    };
    let all: Vec<String> = wanted.iter().enumerate().map(any_of).collect();
    all.join(" AND ")
}

fn is_long(form: &str) -> bool {
    form.chars().nth(SHORTEST_BEGINNING - 1).is_some()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_question_is_a_few_plain_words() {
        assert_eq!(words("Nida NEAR(\"kopa\" OR *) nida\0"), ["nida", "near", "kopa", "or", "nida"]);
        assert!(words(" \"*^:-()\0 ").is_empty());
        assert_eq!(words(&"ė ".repeat(10_000)), vec!["e"; MOST_WORDS]);
        assert_eq!(words(&"a".repeat(10_000)), ["a".repeat(MOST_LETTERS)]);
        assert_eq!(words("1 2 3 4 5 6 7 8 9 10 11 12 13").len(), MOST_WORDS);
    }

    #[test]
    fn a_word_said_twice_is_asked_once() {
        assert_eq!(each_once(&words("nida kopa nid nida k")), ["kopa", "nida"]);
    }

    #[test]
    fn a_short_word_begins_names_but_stands_whole_in_texts() {
        let wanted = as_typed(&words("kopa n"));
        assert_eq!(in_names(&wanted), "(\"kopa\"*) AND (\"n\"*)");
        assert_eq!(in_texts(&wanted).as_deref(), Some("(\"kopa\") AND (\"n\")"));
        assert_eq!(in_texts(&as_typed(&words("n kopa"))).as_deref(), Some("(\"n\") AND (\"kopa\"*)"));
        assert_eq!(in_texts(&as_typed(&words("k o"))), None);
    }
}
