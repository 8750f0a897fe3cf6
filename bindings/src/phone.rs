//! What all objects of one library share: the library itself and the traveller's language.

use std::sync::{Mutex, MutexGuard, PoisonError};

use route_guide_core::errors::Complaint;
use route_guide_core::guidance;
use route_guide_core::library;
use route_guide_core::model::Language;

use crate::border::{Answer, Held, guarded};
use crate::failure::Told as _;

/// The library behind all objects that belong to it. When it is closed, they all are.
pub(crate) struct Phone {
    library: Held<library::Library>,
    language: Mutex<Spoken>,
}

#[derive(Clone, Copy)]
struct Spoken {
    /// What the phone is set to.
    by_phone: Language,
    /// What texts are in: the traveller's choice goes before the phone's.
    in_texts: Language,
}

impl Phone {
    pub fn new(library: library::Library, language: Language) -> Answer<Phone> {
        let spoken = Spoken { by_phone: language, in_texts: language };
        let phone = Phone { library: Held::new("library", library), language: Mutex::new(spoken) };
        phone.speak(language)?;
        Ok(phone)
    }

    /// The language that texts are in.
    pub fn language(&self) -> Language {
        self.spoken().in_texts
    }

    /// The phone is set to another language.
    pub fn speak(&self, language: Language) -> Answer<()> {
        self.spoken().by_phone = language;
        self.listen()
    }

    /// Takes in what the traveller chose.
    pub fn listen(&self) -> Answer<()> {
        let chosen = self.guidance()?.language;
        self.spoken().in_texts = chosen;
        Ok(())
    }

    fn spoken(&self) -> MutexGuard<'_, Spoken> {
        self.language.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Asks the library something.
    pub fn ask<R>(&self, question: impl FnOnce(&library::Library, Language) -> Answer<R>) -> Answer<R> {
        let language = self.language();
        self.library.ask(language, |library| question(library, language))
    }

    /// Changes the library.
    pub fn change<R>(&self, change: impl FnOnce(&mut library::Library, Language) -> Answer<R>) -> Answer<R> {
        let language = self.language();
        self.library.change(language, |library| change(library, language))
    }

    /// How guidance is to be, as the traveller chose.
    pub fn guidance(&self) -> Answer<guidance::Settings> {
        let Spoken { by_phone, in_texts } = *self.spoken();
        self.library.ask(in_texts, |library| Ok(library.settings().told(in_texts)?.of_guidance(by_phone)))
    }

    pub fn close(&self) -> Answer<()> {
        self.library.close(self.language())
    }
}

/// The language of a code such as `lt`.
pub(crate) fn language_of(code: &str) -> Answer<Language> {
    guarded("language", Language::EN, || {
        Language::new(code).map_err(|wrong| Complaint::of_argument("language", &wrong.to_string(), Language::EN).into())
    })
}
