//! Names as devices can bear them: short enough, and no two alike.

use std::collections::{BTreeMap, BTreeSet};

/// Chooses names for one file.
pub(super) struct Names {
    longest: usize,
    taken: BTreeSet<String>,
    /// The number to try next for a name that is taken: a thousand stops of one name must not try a thousand each.
    next: BTreeMap<String, usize>,
}

impl Names {
    /// Names of at most `longest` characters; with `None` of any length, and alike as they are.
    pub(super) fn new(longest: Option<usize>) -> Names {
        Names { longest: longest.unwrap_or(usize::MAX), taken: BTreeSet::new(), next: BTreeMap::new() }
    }

    /// The name itself where it can be had; else cut at a word, and numbered where it is taken.
    pub(super) fn choose(&mut self, name: &str) -> String {
        let name = name.trim();
        if self.longest == usize::MAX {
            return name.to_owned();
        }
        let mut chosen = cut(name, self.longest);
        let number = self.next.entry(chosen.clone()).or_insert(2);
        while self.taken.contains(&chosen) {
            let suffix = format!(" {number}");
            chosen = cut(name, self.longest.saturating_sub(suffix.len())) + &suffix;
            *number += 1;
        }
        self.taken.insert(chosen.clone());
        chosen
    }
}

/// As many whole words as fit; in the middle of a word only where it would cost more than half of the room.
fn cut(name: &str, longest: usize) -> String {
    let Some((end, next)) = name.char_indices().nth(longest) else { return name.to_owned() };
    let fits = &name[..end];
    let word_end = if next.is_whitespace() { Some(end) } else { fits.rfind(char::is_whitespace) };
    let kept = word_end.filter(|end| fits[..*end].chars().count() * 2 >= longest).map_or(fits, |end| &fits[..end]);
    kept.trim_end_matches(|c: char| {
        c.is_whitespace() || matches!(c, ',' | ';' | ':' | '-' | '–' | '—' | '(' | '„' | '/')
    })
    .to_owned()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn long_names_end_with_a_word() {
        let mut names = Names::new(Some(30));
        assert_eq!(names.choose("Nida"), "Nida");
        assert_eq!(names.choose("Šilalės Kūlis – didžiausias riedulys"), "Šilalės Kūlis – didžiausias");
        assert_eq!(names.choose("Šilalės Kūlis – didžiausias akmuo"), "Šilalės Kūlis – didžiausias 2");
        assert_eq!(names.choose("Donaudampfschifffahrtsgesellschaftskapitän"), "Donaudampfschifffahrtsgesellsc");
        assert_eq!(names.choose("Nida"), "Nida 2");
        assert_eq!(Names::new(None).choose("Nida"), "Nida");
    }

    #[test]
    fn a_hundred_thousand_stops_of_one_name_are_named_in_a_moment() {
        let mut names = Names::new(Some(30));
        let last = (0..100_000).map(|_| names.choose("Nida")).last();
        assert_eq!(last.as_deref(), Some("Nida 100000"));
    }

    proptest! {
        #[test]
        fn names_are_short_and_differ(wishes in proptest::collection::vec("[aą –]{0,40}", 1..40)) {
            let mut names = Names::new(Some(30));
            let chosen: Vec<String> = wishes.iter().map(|wish| names.choose(wish)).collect();
            prop_assert!(chosen.iter().all(|name| name.chars().count() <= 30));
            prop_assert_eq!(chosen.iter().collect::<BTreeSet<_>>().len(), chosen.len());
        }
    }
}
