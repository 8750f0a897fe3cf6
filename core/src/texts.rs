//! The program's own texts: Fluent messages in one file a language, and how one of them is said.
//!
//! What there is to say, and the files, belong to those who say it: `guidance::words`, `measures` and `errors::told`.

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource, FluentValue};
use unic_langid::LanguageIdentifier;

use crate::model::Language;

/// The same messages in each of the three languages.
pub(crate) struct Source {
    pub lt: &'static str,
    pub en: &'static str,
    pub de: &'static str,
}

impl Source {
    /// The messages in a language, or in English, with the language they are in.
    fn in_language(&self, language: Language) -> (&'static str, Language) {
        match language {
            Language::LT => (self.lt, Language::LT),
            Language::DE => (self.de, Language::DE),
            _ => (self.en, Language::EN),
        }
    }
}

/// The messages of one language.
pub(crate) struct Texts {
    bundle: FluentBundle<FluentResource>,
    language: Language,
}

impl Texts {
    pub(crate) fn new(source: &Source, language: Language) -> Texts {
        let (text, language) = source.in_language(language);
        let locale: LanguageIdentifier = language.code().parse().unwrap_or_default();
        let mut bundle = FluentBundle::new_concurrent(vec![locale]);
        bundle.set_use_isolating(false);
        // Refused only where there is one of that name.
        let _ = bundle.add_function("PLURAL", |arguments, _| match arguments.first() {
            Some(FluentValue::Number(number)) => lithuanian_form(number.value).into(),
            _ => "other".into(),
        });
        // The texts are part of the program: a test reads them all without an error.
        let resource = FluentResource::try_new(text.to_owned()).unwrap_or_else(|(read, _)| read);
        let _ = bundle.add_resource(resource);
        Texts { bundle, language }
    }

    /// The language they are in.
    pub(crate) fn language(&self) -> Language {
        self.language
    }

    /// A message with its arguments; nothing where there is none of that name.
    pub(crate) fn say(&self, message: &str, arguments: &FluentArgs<'_>) -> String {
        let pattern = self.bundle.get_message(message).and_then(|message| message.value());
        let text = pattern.map(|pattern| self.bundle.format_pattern(pattern, Some(arguments), &mut Vec::new()));
        text.unwrap_or_default().trim_end().to_owned()
    }
}

/// The form of a Lithuanian noun behind a number, as CLDR names it. Fluent's own rule takes 24 for 20, 2.5 for 2 and 111
/// for 1: Lithuanian texts select by `PLURAL($count)`.
fn lithuanian_form(number: f64) -> &'static str {
    let number = number.abs();
    match (number % 10.0, number % 100.0) {
        _ if number.fract() != 0.0 => "many",
        (_, 11.0..=19.0) => "other",
        (1.0, _) => "one",
        (2.0..=9.0, _) => "few",
        _ => "other",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lithuanian_nouns_take_the_form_that_their_number_asks_for() {
        let of = |form: &'static str, numbers: &[f64]| {
            for &number in numbers {
                assert_eq!(lithuanian_form(number), form, "{number}");
            }
        };
        of("one", &[1.0, 21.0, 31.0, 101.0, 121.0, 1_001.0]);
        of("few", &[2.0, 9.0, 22.0, 24.0, 48.0, 63.0, 99.0, 102.0, 1_239.0]);
        of("many", &[0.5, 1.5, 2.5, 9.1, 11.4, 24.7]);
        of("other", &[0.0, 10.0, 11.0, 12.0, 19.0, 20.0, 30.0, 100.0, 111.0, 115.0, 1_000.0]);
    }

    #[test]
    fn a_text_selects_by_that_form_and_says_the_number_itself() {
        let lt = "much = { $count } { PLURAL($count) ->\n    [one] diena\n    [few] dienos\n    [many] dienos\n   *[other] dienų\n}\n";
        let texts = Texts::new(&Source { lt, en: "", de: "" }, Language::LT);
        let said = |count: f64| texts.say("much", &FluentArgs::from_iter([("count", FluentValue::from(count))]));
        let days = [1.0, 2.0, 10.0, 21.0, 24.0, 111.0].map(said);
        assert_eq!(days, ["1 diena", "2 dienos", "10 dienų", "21 diena", "24 dienos", "111 dienų"]);
    }
}

#[cfg(test)]
pub(crate) mod checking {
    //! What holds for every source of texts.

    use std::collections::{BTreeMap, BTreeSet};

    use super::*;

    const ALL: [Language; 3] = [Language::LT, Language::EN, Language::DE];

    /// The messages of a language, each with the arguments that it names.
    fn messages(source: &Source, language: Language) -> BTreeMap<String, BTreeSet<String>> {
        let (text, _) = source.in_language(language);
        let mut found: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
        let mut current = String::new();
        for line in text.lines().filter(|line| !line.starts_with('#')) {
            if let Some((id, _)) = line.split_once(" = ").filter(|_| !line.starts_with(' ')) {
                current = id.to_owned();
            }
            let names = line
                .split('$')
                .skip(1)
                .map(|rest| rest.chars().take_while(|letter| letter.is_ascii_alphabetic()).collect::<String>());
            if !current.is_empty() {
                found.entry(current.clone()).or_default().extend(names);
            }
        }
        found
    }

    /// Every message stands in all languages with the same arguments; tells which messages these are.
    pub(crate) fn same_in_all_languages(source: &Source) -> BTreeSet<String> {
        let english = messages(source, Language::EN);
        assert_eq!(messages(source, Language::LT), english);
        assert_eq!(messages(source, Language::DE), english);
        english.into_keys().collect()
    }

    /// Every file is read, and every message said, without an error.
    pub(crate) fn said_without_an_error(source: &Source) {
        assert!(!source.lt.contains("$count ->\n    [one]"), "a Lithuanian noun is chosen by PLURAL($count)");
        for language in ALL {
            let (text, _) = source.in_language(language);
            assert!(FluentResource::try_new(text.to_owned()).is_ok(), "{language}");
            let texts = Texts::new(source, language);
            let messages = messages(source, language);
            // All of them for each: a message may be made of others.
            let mut named = FluentArgs::new();
            for name in messages.values().flatten() {
                named.set(name.as_str(), if name == "count" { "1" } else { "x" });
            }
            for id in messages.keys() {
                let pattern = texts.bundle.get_message(id).and_then(|message| message.value()).expect("a message");
                let mut errors = Vec::new();
                let said = texts.bundle.format_pattern(pattern, Some(&named), &mut errors);
                assert!(errors.is_empty() && !said.is_empty(), "{language} {id}: {errors:?}");
            }
        }
    }
}
