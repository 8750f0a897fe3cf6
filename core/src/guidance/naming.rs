//! Whether a text begins by saying a name, in the form that its sentence bends it to.

use crate::model::Language;

/// A text has come to a name that it says after so many words more than the name has.
const BEFORE_IT: usize = 4;
/// Words as short as this join others, and name nothing where there are longer ones.
const JOINS: usize = 3;

/// Whether a text says a name, word after word, in its first words: `Hill of Witches` and `The Hill of Witches is a forest trail`, `Raganų
/// kalnas` and `Ant Raganų kalno`. What the name has in brackets need not be said. One that is said in part is not said.
pub(super) fn opens_with(text: &str, name: &str, language: Language) -> bool {
    let name = name.split('(').next().unwrap_or(name);
    let all: Vec<String> = words(name).collect();
    let telling: Vec<&String> = all.iter().filter(|word| word.chars().count() > JOINS).collect();
    let wanted = if telling.is_empty() { all.iter().collect() } else { telling };
    let mut first = words(text).take(all.len() + BEFORE_IT);
    !wanted.is_empty() && wanted.into_iter().all(|wanted| first.any(|word| is_form_of(&word, wanted, language)))
}

fn words(text: &str) -> impl Iterator<Item = String> + '_ {
    text.split(|letter: char| !letter.is_alphanumeric()).filter(|word| !word.is_empty()).map(str::to_lowercase)
}

/// Lithuanian bends the ends of names, English and German at most add to them.
fn is_form_of(word: &str, name: &str, language: Language) -> bool {
    let same = word.chars().zip(name.chars()).take_while(|(one, other)| one == other).count();
    let (word, name) = (word.chars().count(), name.chars().count());
    match language {
        Language::LT if same < JOINS => same == name && same == word,
        Language::LT => 2 * same >= word.max(name) && word.max(name) - same <= 4,
        _ => same == name && word - same <= 2,
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn a_name_is_known_in_every_form_and_behind_an_article() {
        let said = [
            (Language::EN, "Dutchman’s Cap", "The Dutchman’s Cap is the highest bluff of the coast."),
            (Language::EN, "Pervalka lighthouse (Horse Cape)", "The Pervalka lighthouse stands in the lagoon."),
            (Language::DE, "Leuchtturm Pervalka (Perwelk)", "Der Leuchtturm von Pervalka steht im Haff."),
            (Language::DE, "Dorf Mingė (Minge)", "Das Dorf Mingė liegt am Fluss."),
            (Language::LT, "Raganų kalnas", "Ant Raganų kalno stovi skulptūros."),
            (Language::LT, "Karklė", "Karklę pasieksite miško takais."),
            (Language::LT, "Kintai", "Kintuose mokytojavo Vydūnas."),
            (Language::LT, "Smiltynė, Senoji perkėla", "Maršrutas baigiasi Smiltynėje, prie Senosios perkėlos."),
            (Language::LT, "Nida", "Nidos gyventojai žvejojo."),
        ];
        for (language, name, text) in said {
            assert!(opens_with(text, name, language), "{name}: {text}");
        }
    }

    #[test]
    fn what_says_no_name_or_half_of_it_or_says_it_late_does_not_open_with_it() {
        let unsaid = [
            (Language::EN, "Palanga Pier", "Palanga’s best-known landmark is 470 metres long."),
            (Language::EN, "Nida harbour and passenger pier", "At Nida harbour the route comes ashore."),
            (Language::EN, "Salantai", "The river Salantas flows by."),
            (Language::DE, "Holländermütze", "Das höchste Steilufer der Küste, rund 24 Meter über dem Meer."),
            (Language::DE, "Burgberg Kartena", "Ein Burgberg über der Minija."),
            (Language::LT, "Danės upė", "Danijos pirkliai čia prekiavo upe."),
            (Language::LT, "Nida", "Žvejų kaimas, kurį kopos kadaise privertė keltis, dabar vadinamas Nida."),
            (Language::EN, "", "Nothing is named."),
            (Language::EN, "(—)", "Nothing is named."),
            (Language::LT, "Karklė", ""),
            (Language::LT, "Žemdirbio muziejus", "Privatus muziejus: žemdirbio padargai ir baldai."),
        ];
        for (language, name, text) in unsaid {
            assert!(!opens_with(text, name, language), "{name}: {text}");
        }
    }

    proptest! {
        #[test]
        fn a_text_opens_with_a_name_it_begins_with(name in "[A-ZĄŠŽ][a-ząšž]{2,9}( [a-ząšž]{1,9}){0,4}", rest in ".{0,40}") {
            for language in [Language::LT, Language::EN, Language::DE] {
                let text = format!("{name} – {rest}");
                prop_assert!(opens_with(&text, &name, language), "{}", text);
            }
        }

        #[test]
        fn no_text_causes_a_panic(name in ".{0,40}", text in ".{0,80}") {
            let _ = opens_with(&text, &name, Language::LT);
        }
    }
}
