//! The library: what is on the phone. Its methods stand in several files, by what they are about.
//!
//! What lives here: handing arguments in and answers out. What must not: anything that decides.

mod bundles;
mod keeping;
mod recordings;
mod upkeep;

use std::path::Path;
use std::sync::Arc;

use route_guide_core::library;

use crate::border::{Answer, guarded};
use crate::failure::Told as _;
use crate::phone::{Phone, language_of};
use crate::words::Words;

/// What is on the phone: bundles, recordings, progress, settings. One for the whole app; any thread may call it, and
/// calls wait for one another. All of it lies in the one folder that is handed in, and nothing outside of it is written
/// but the files that are asked for by their path.
#[derive(uniffi::Object)]
pub struct Library {
    phone: Arc<Phone>,
}

#[uniffi::export]
impl Library {
    /// Opens the library in a folder, or makes an empty one there. The language, a code such as `lt`, is what the phone
    /// is set to.
    #[uniffi::constructor]
    pub fn open(folder: String, language: String, now_ms: i64) -> Answer<Arc<Library>> {
        let language = language_of(&language)?;
        let phone = guarded("library", language, || {
            Phone::new(library::Library::open(Path::new(&folder), now_ms).told(language)?, language)
        })?;
        log::info!("library opened");
        Ok(Arc::new(Library { phone: Arc::new(phone) }))
    }

    /// The phone is set to another language. Texts that were handed out stay; what is under way goes on in the old one
    /// until it is set out on again.
    pub fn speak(&self, language: String) -> Answer<()> {
        self.phone.speak(language_of(&language)?)
    }

    /// The language that texts are in, as a code such as `lt`: the traveller's choice, or the phone's.
    pub fn language(&self) -> String {
        self.phone.language().to_string()
    }

    /// What is measured, in the traveller's words and units.
    pub fn words(&self) -> Answer<Arc<Words>> {
        Words::of(&self.phone)
    }

    /// Fails as a fault of ours would, so that a shell can try what its traveller sees then. Asking leaves the library
    /// usable; in the middle of a change it becomes unusable, says so, and has to be opened again.
    pub fn rehearse_fault(&self, in_change: bool) -> Answer<()> {
        if in_change { self.phone.change(|_, _| rehearsed()) } else { self.phone.ask(|_, _| rehearsed()) }
    }

    /// Closes the library and its files, also for all that belongs to it: journeys and recorders say so from then on.
    pub fn close(&self) -> Answer<()> {
        self.phone.close()
    }
}

impl Drop for Library {
    // What belongs to it may live on in the shell; the files must not stay open for that.
    fn drop(&mut self) {
        let _ = self.phone.close();
    }
}

#[expect(clippy::panic, reason = "this is what it is for")]
fn rehearsed() -> Answer<()> {
    panic!("a fault that was rehearsed")
}
