//! Words in several languages, facts with their sources, and marks of what nobody has checked.

use std::collections::BTreeMap;
use std::fmt;

/// A language by its ISO 639 code of two or three letters.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Language([u8; 3]);

/// Why a text is no language code.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("`{0}` is no language code: use two or three lower-case letters, such as lt, en or de")]
pub struct LanguageError(pub String);

impl Language {
    /// Lithuanian.
    pub const LT: Language = Language(*b"lt\0");
    /// English.
    pub const EN: Language = Language(*b"en\0");
    /// German.
    pub const DE: Language = Language(*b"de\0");

    /// The language of a code such as `lt`.
    ///
    /// # Errors
    /// When it is not two or three lower-case letters.
    pub fn new(code: &str) -> Result<Language, LanguageError> {
        let bytes = code.as_bytes();
        if !(2..=3).contains(&bytes.len()) || !bytes.iter().all(u8::is_ascii_lowercase) {
            return Err(LanguageError(code.chars().take(20).collect()));
        }
        let mut padded = [0; 3];
        padded[..bytes.len()].copy_from_slice(bytes);
        Ok(Language(padded))
    }

    /// The code, such as `lt`.
    #[must_use]
    pub fn code(&self) -> &str {
        let length = if self.0[2] == 0 { 2 } else { 3 };
        std::str::from_utf8(&self.0[..length]).unwrap_or("en")
    }
}

impl fmt::Debug for Language {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(self.code())
    }
}

impl fmt::Display for Language {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.pad(self.code())
    }
}

/// One text in one or more languages.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Text(BTreeMap<Language, String>);

impl Text {
    /// The text in a language; where it is missing, in English, else in the first there is, else nothing.
    #[must_use]
    pub fn in_language(&self, language: Language) -> &str {
        self.0
            .get(&language)
            .or_else(|| self.0.get(&Language::EN))
            .or_else(|| self.0.values().next())
            .map_or("", String::as_str)
    }

    /// The text in just this language.
    #[must_use]
    pub fn exactly(&self, language: Language) -> Option<&str> {
        self.0.get(&language).map(String::as_str)
    }

    /// Adds or replaces a language.
    pub fn set(&mut self, language: Language, text: impl Into<String>) {
        self.0.insert(language, text.into());
    }

    /// Every language with its text, in the order of the codes.
    pub fn iter(&self) -> impl Iterator<Item = (Language, &str)> {
        self.0.iter().map(|(language, text)| (*language, text.as_str()))
    }

    /// Whether there is no text in any language.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

impl<S: Into<String>> FromIterator<(Language, S)> for Text {
    fn from_iter<I: IntoIterator<Item = (Language, S)>>(texts: I) -> Text {
        Text(texts.into_iter().map(|(language, text)| (language, text.into())).collect())
    }
}

/// Something known, and who says so.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fact {
    /// What is known.
    pub text: String,
    /// A web address or a description; `None` where nobody could be named.
    pub source: Option<String>,
}

/// Something that nobody has checked yet: shown as a mark beside what it is about.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum Unverified {
    /// Where it lies.
    Position,
    /// The name in one language.
    Name(Language),
    /// The former name in one language.
    FormerName(Language),
    /// How the route is split into stages.
    Stages,
    /// The modes of travel.
    Modes,
    /// A telephone number.
    Phone,
    /// Who may use it.
    Use,
}

impl Unverified {
    /// The name that files use: `position`, `name.de`, `stages` and so on.
    #[must_use]
    pub fn name(&self) -> String {
        match self {
            Unverified::Position => "position".into(),
            Unverified::Name(language) => format!("name.{language}"),
            Unverified::FormerName(language) => format!("former_{language}"),
            Unverified::Stages => "stages".into(),
            Unverified::Modes => "modes".into(),
            Unverified::Phone => "phone".into(),
            Unverified::Use => "use".into(),
        }
    }

    /// What that name means.
    #[must_use]
    pub fn from_name(name: &str) -> Option<Unverified> {
        Some(match name {
            "position" => Unverified::Position,
            "stages" => Unverified::Stages,
            "modes" => Unverified::Modes,
            "phone" => Unverified::Phone,
            "use" => Unverified::Use,
            _ => {
                if let Some(code) = name.strip_prefix("name.") {
                    Unverified::Name(Language::new(code).ok()?)
                } else {
                    Unverified::FormerName(Language::new(name.strip_prefix("former_")?).ok()?)
                }
            }
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_missing_language_falls_back_to_english() {
        let text: Text = [(Language::EN, "pier"), (Language::LT, "tiltas")].into_iter().collect();
        assert_eq!(text.in_language(Language::LT), "tiltas");
        assert_eq!(text.in_language(Language::DE), "pier");
        assert_eq!(text.exactly(Language::DE), None);
    }

    #[test]
    fn marks_survive_being_written() {
        for name in ["position", "name.de", "former_de", "stages", "modes", "phone", "use"] {
            assert_eq!(Unverified::from_name(name).expect("known").name(), name);
        }
        assert_eq!(Unverified::from_name("name."), None);
        assert_eq!(Unverified::from_name("height"), None);
    }
}
