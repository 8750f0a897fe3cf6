//! What is written, as a voice has to be given it: units, ranges and large numbers in words and forms that no voice reads
//! wrongly. Nothing but what stands beside a number is touched; initials and names are the editor's.

use super::{Form, Measures};
use crate::model::Language;

/// Units as they are written behind a number, and the words for them; the longer ones first.
const UNITS: [(&str, &str); 4] = [("km", "kilometres"), ("ha", "hectares"), ("m", "metres"), ("%", "percent")];

/// Words that a number's unit follows in the genitive (lt) or dative (de).
const BEFORE_LT: [&str; 9] = ["po", "už", "nuo", "iki", "prie", "iš", "be", "virš", "ligi"];
const BEFORE_DE: [&str; 8] = ["in", "nach", "mit", "von", "bei", "zu", "aus", "seit"];
/// Words before which a Lithuanian measure is a genitive: “24 metrų aukščio”.
const BEHIND_LT: [&str; 9] =
    ["aukščio", "ilgio", "pločio", "gylio", "storio", "ploto", "skersmens", "spindulio", "atstumu"];
/// Days and centuries are counted no further: a German number with a point behind it may be an ordinal up to here.
const LAST_ORDINAL: f64 = 31.0;

/// A number as it is written.
struct Number {
    /// Without what parts its thousands.
    shown: String,
    value: f64,
    /// How many bytes it takes up.
    length: usize,
}

impl Measures {
    /// A text as it is to be heard.
    pub(crate) fn aloud(&self, text: &str) -> String {
        let mut said = String::with_capacity(text.len());
        let mut rest = text;
        while let Some(letter) = rest.chars().next() {
            let within_a_word = said.chars().next_back().is_some_and(char::is_alphanumeric);
            let number = if within_a_word { None } else { self.number(rest) };
            rest = match number {
                Some(number) => self.say_number(&mut said, &number, &rest[number.length..]),
                None => {
                    said.push(letter);
                    &rest[letter.len_utf8()..]
                }
            };
        }
        said
    }

    /// The number that a text begins with.
    fn number(&self, text: &str) -> Option<Number> {
        let mut shown: String = digits(text).to_owned();
        if shown.is_empty() {
            return None;
        }
        let mut length = shown.len();
        // Thousands: 60 000, 150,000, 60.000.
        while let Some((mark, group)) = after_letter(&text[length..])
            && self.parts_thousands(mark)
            && (length <= 3 || length > shown.len())
            && digits(group).len() == 3
        {
            shown.push_str(digits(group));
            length += mark.len_utf8() + 3;
        }
        if let Some((mark, decimals)) = after_letter(&text[length..])
            && mark == self.decimal_mark
            && !digits(decimals).is_empty()
        {
            shown.push(mark);
            shown.push_str(digits(decimals));
            length += mark.len_utf8() + digits(decimals).len();
        }
        let value = shown.replace(self.decimal_mark, ".").parse().ok()?;
        Some(Number { shown, value, length })
    }

    fn parts_thousands(&self, mark: char) -> bool {
        match self.texts.language() {
            Language::LT => is_space(mark),
            Language::DE => mark == '.' || mark == '\u{a0}' || mark == '\u{202f}',
            _ => mark == ',' || mark == '\u{a0}' || mark == '\u{202f}',
        }
    }

    /// Says a number with what belongs to it; what is left of the text.
    fn say_number<'a>(&self, said: &mut String, number: &Number, behind: &'a str) -> &'a str {
        if let Some((unit, rest)) = self.unit(behind) {
            let ending = match self.form(said, rest) {
                Form::After => "-after",
                Form::Alone => "",
            };
            let arguments = [("count", number.value.into()), ("shown", number.shown.clone().into())];
            said.push_str(&self.say(&format!("{unit}{ending}"), arguments));
            return rest;
        }
        said.push_str(&number.shown);
        // 1888–1892, 20 × 35 m
        for (sign, word) in [('–', "to"), ('×', "by")] {
            let other =
                behind.trim_start_matches(is_space).strip_prefix(sign).map(|other| other.trim_start_matches(is_space));
            if let Some(other) = other.filter(|other| other.starts_with(|digit: char| digit.is_ascii_digit())) {
                said.push_str(&format!(" {} ", self.say(word, [])));
                return other;
            }
        }
        self.say_point(said, number, behind)
    }

    /// A point behind a German number makes it an ordinal for a voice; the end of a sentence is none.
    fn say_point<'a>(&self, said: &mut String, number: &Number, behind: &'a str) -> &'a str {
        match behind.strip_prefix('.').filter(|_| self.texts.language() == Language::DE) {
            Some("") => "",
            Some(rest) if rest.starts_with(is_space) && number.value > LAST_ORDINAL => {
                said.push(';');
                rest
            }
            _ => behind,
        }
    }

    /// The unit behind a number, and what comes after it.
    fn unit<'a>(&self, behind: &'a str) -> Option<(&'static str, &'a str)> {
        let unit = behind.strip_prefix(is_space).unwrap_or(behind);
        UNITS.iter().find_map(|(sign, word)| {
            let rest = unit.strip_prefix(sign)?;
            let is_whole = !rest.starts_with(|letter: char| letter.is_alphanumeric() || "/²³".contains(letter));
            // A Lithuanian “m.” is a year.
            let is_year = *sign == "m" && self.texts.language() == Language::LT && rest.starts_with('.');
            (is_whole && !is_year).then_some((*word, rest))
        })
    }

    /// The form of a unit between what was said and what comes.
    fn form(&self, said: &str, rest: &str) -> Form {
        let bare =
            |word: Option<&str>| word.unwrap_or("").trim_matches(|letter: char| !letter.is_alphabetic()).to_lowercase();
        let (before, behind) = (bare(said.split_whitespace().next_back()), bare(rest.split_whitespace().next()));
        let bends = match self.texts.language() {
            Language::LT => BEFORE_LT.contains(&before.as_str()) || BEHIND_LT.contains(&behind.as_str()),
            Language::DE => BEFORE_DE.contains(&before.as_str()),
            _ => false,
        };
        if bends { Form::After } else { Form::Alone }
    }
}

fn digits(text: &str) -> &str {
    &text[..text.find(|letter: char| !letter.is_ascii_digit()).unwrap_or(text.len())]
}

fn after_letter(text: &str) -> Option<(char, &str)> {
    let letter = text.chars().next()?;
    Some((letter, &text[letter.len_utf8()..]))
}

fn is_space(letter: char) -> bool {
    matches!(letter, ' ' | '\u{a0}' | '\u{202f}' | '\u{2009}')
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::model::Units;

    fn aloud(language: Language, text: &str) -> String {
        Measures::new(language, Units::Metric).aloud(text)
    }

    #[test]
    fn units_ranges_and_large_numbers_are_words_in_english() {
        let said = |text| aloud(Language::EN, text);
        assert_eq!(said("4 km away, 1 km on"), "4 kilometres away, one kilometre on");
        assert_eq!(said("It measures 20 × 35 m."), "It measures 20 by 35 metres.");
        assert_eq!(said("20\u{a0}×\u{a0}35\u{a0}m"), "20 by 35 metres");
        assert_eq!(said("A park of 23 ha, 1.5 km long"), "A park of 23 hectares, 1.5 kilometres long");
        assert_eq!(said("150,000 stones, 63% of them old"), "150000 stones, 63 percent of them old");
        assert_eq!(said("built 1888–1892, closed in 1950."), "built 1888 to 1892, closed in 1950.");
        assert_eq!(said("Kaliningrad is about 4."), "Kaliningrad is about 4.");
    }

    #[test]
    fn german_units_bend_and_a_number_that_ends_a_sentence_is_no_ordinal() {
        let said = |text| aloud(Language::DE, text);
        assert_eq!(
            said("Bis Klaipėda etwa 48 km, zur Grenze etwa 4."),
            "Bis Klaipėda etwa 48 Kilometer, zur Grenze etwa 4"
        );
        assert_eq!(said("Sie stammt von 1705. Die Orgel ist von 1892."), "Sie stammt von 1705; Die Orgel ist von 1892");
        assert_eq!(said("Am 4. Mai im 18. Jahrhundert"), "Am 4. Mai im 18. Jahrhundert");
        assert_eq!(
            said("in 300 m und in 1 km; 1 km weiter"),
            "in 300 Metern und in einem Kilometer; ein Kilometer weiter"
        );
        assert_eq!(
            said("60.000 bis 80.000 Vögel, 1,5 ha, 20 × 35 m"),
            "60000 bis 80000 Vögel, 1,5 Hektar, 20 mal 35 Meter"
        );
    }

    #[test]
    fn lithuanian_units_bend_and_a_year_is_no_length() {
        let said = |text| aloud(Language::LT, text);
        assert_eq!(said("Iki Klaipėdos – 48 km, iki 4 km tako"), "Iki Klaipėdos – 48 kilometrai, iki 4 kilometrų tako");
        assert_eq!(said("24 m aukščio bokštas; bokštas – 24 m"), "24 metrų aukščio bokštas; bokštas – 24 metrai");
        assert_eq!(said("po 1 km, už 21 m, 1 km"), "po vieno kilometro, už 21 metro, vienas kilometras");
        assert_eq!(said("1253 m. paminėta, 60 000 eksponatų"), "1253 m. paminėta, 60000 eksponatų");
        assert_eq!(said("20 × 35 m, 1888–1892 m."), "20 kart 35 metrai, 1888 iki 1892 m.");
        assert_eq!(said("63 % linijos, 23 ha ploto"), "63 procentai linijos, 23 hektarų ploto");
    }

    #[test]
    fn what_only_looks_like_a_unit_or_a_number_stays() {
        for text in ["K. Banys, T. Ivanauskas", "B1 m2 km", "5 mm, 4 m², 60 km/h", "5 maži", "No 7", "2–x", "±"] {
            assert_eq!(aloud(Language::EN, text), text);
        }
    }

    proptest! {
        #[test]
        fn no_text_causes_a_panic_and_one_without_digits_stays(text in "[ -~ąčęėįšųūž×–  .,²%]{0,60}") {
            for language in [Language::LT, Language::EN, Language::DE] {
                let said = aloud(language, &text);
                prop_assert!(text.chars().any(|letter| letter.is_ascii_digit()) || said == text);
            }
        }

        #[test]
        fn what_was_said_is_said_the_same_again(count in 0_u32..100_000, tenth in 0_u32..10, unit in "(km|m|ha|%)") {
            for (language, mark) in [(Language::LT, ','), (Language::EN, '.'), (Language::DE, ',')] {
                let said = aloud(language, &format!("– {count}{mark}{tenth} {unit},"));
                prop_assert_eq!(aloud(language, &said), said.clone());
                prop_assert!(!said.ends_with(&format!(" {unit},")), "{}", said);
            }
        }
    }
}
