//! What the traveller marked, wrote and reached.

use route_guide_core::model::{BundleId, RouteId};

use super::Library;
use crate::border::Answer;
use crate::failure::Told as _;
use crate::records::{Favourite, KeptItem, Milestone, Note};

#[uniffi::export]
impl Library {
    /// Marks something as liked.
    pub fn like(&self, favourite: Favourite) -> Answer<()> {
        self.phone.change(|library, language| library.like(&favourite.favourite(language)?).told(language))
    }

    /// Takes the mark away.
    pub fn unlike(&self, bundle: String, item: KeptItem) -> Answer<()> {
        self.phone.change(|library, language| {
            library.unlike(&BundleId::new(&bundle).told(language)?, &item.item(language)?).told(language)
        })
    }

    /// What is liked, the newest first.
    pub fn favourites(&self) -> Answer<Vec<Favourite>> {
        self.phone.ask(|library, language| {
            Ok(library.favourites().told(language)?.into_iter().map(Favourite::from).collect())
        })
    }

    /// Keeps a note and gives its number.
    pub fn write_note(&self, note: Note) -> Answer<u32> {
        self.phone.change(|library, language| library.write_note(&note.note(language)?).told(language))
    }

    /// Puts other words in a note's place.
    pub fn change_note(&self, number: u32, words: String, now_ms: i64) -> Answer<()> {
        self.phone.change(|library, language| library.change_note(number, &words, now_ms).told(language))
    }

    /// Takes a note away.
    pub fn remove_note(&self, number: u32) -> Answer<()> {
        self.phone.change(|library, language| library.remove_note(number).told(language))
    }

    /// All notes, the newest first.
    pub fn notes(&self) -> Answer<Vec<Note>> {
        self.phone.ask(|library, language| Ok(library.notes().told(language)?.into_iter().map(Note::from).collect()))
    }

    /// What was reached on a route, the oldest first.
    pub fn milestones(&self, bundle: String, route: String) -> Answer<Vec<Milestone>> {
        self.phone.ask(|library, language| {
            let (bundle, route) = (BundleId::new(&bundle).told(language)?, RouteId::new(&route).told(language)?);
            let reached = library.milestones(Some((&bundle, &route))).told(language)?;
            Ok(reached.into_iter().map(Milestone::from).collect())
        })
    }

    /// What was reached during a recording, by its key, the oldest first.
    pub fn milestones_of(&self, recording_key: String) -> Answer<Vec<Milestone>> {
        self.phone.ask(|library, language| {
            let reached = library.milestones_of(&recording_key).told(language)?;
            Ok(reached.into_iter().map(Milestone::from).collect())
        })
    }
}
