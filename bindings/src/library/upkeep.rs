//! Settings, room on the disk, backup, damage.

use std::path::Path;

use super::Library;
use crate::border::Answer;
use crate::failure::Told as _;
use crate::records::{Damage, Restored, StorageUse, TravellerSettings};

#[uniffi::export]
impl Library {
    /// What the traveller chose, and what holds until they do.
    pub fn settings(&self) -> Answer<TravellerSettings> {
        self.phone.ask(|library, language| Ok(library.settings().told(language)?.into()))
    }

    /// Keeps what the traveller chose. What is under way goes on as it was until it is set out on again.
    pub fn choose(&self, settings: TravellerSettings) -> Answer<()> {
        self.phone.change(|library, language| library.choose(&settings.chosen(language)?).told(language))?;
        self.phone.listen()
    }

    /// How much room everything takes.
    pub fn storage(&self) -> Answer<StorageUse> {
        self.phone.ask(|library, language| Ok(library.storage().told(language)?.into()))
    }

    /// Gives back room that is not used; deletes what is in the bin for good.
    pub fn free(&self) -> Answer<()> {
        self.phone.change(|library, language| library.free().told(language))
    }

    /// Writes everything the traveller made into one zip file. Gives the numbers of recordings that are not in it: tracks
    /// whose file is gone.
    pub fn back_up(&self, path: String) -> Answer<Vec<u32>> {
        self.phone.ask(|library, language| {
            let left_out = library.back_up(Path::new(&path)).told(language)?;
            Ok(left_out.into_iter().map(|left_out| left_out.recording.number()).collect())
        })
    }

    /// Takes in what a backup holds and this library does not. All of it goes in, or nothing.
    pub fn restore(&self, path: String, now_ms: i64) -> Answer<Restored> {
        let restored =
            self.phone.change(|library, language| library.restore(Path::new(&path), now_ms).told(language))?;
        self.phone.listen()?;
        Ok(restored.into())
    }

    /// Damages that were found and that the traveller has not been told of.
    pub fn damages(&self) -> Answer<Vec<Damage>> {
        self.phone
            .ask(|library, language| Ok(library.damages().told(language)?.into_iter().map(Damage::from).collect()))
    }

    /// The traveller has been told.
    pub fn acknowledge_damages(&self) -> Answer<()> {
        self.phone.change(|library, language| library.acknowledge_damages().told(language))
    }

    /// Deletes the damaged files that were set aside.
    pub fn remove_damaged(&self) -> Answer<()> {
        self.phone.change(|library, language| library.remove_damaged().told(language))
    }

    /// Checks the whole library, which takes its time; damage is mended at the next opening. Says whether all is well.
    pub fn check(&self) -> Answer<bool> {
        self.phone.ask(|library, language| library.check().told(language))
    }
}
