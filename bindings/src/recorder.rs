//! A recording that takes fixes.

use std::sync::Arc;

use route_guide_core::library::RecordingId;
use route_guide_core::model;

use crate::border::{Answer, Held};
use crate::failure::Told as _;
use crate::phone::Phone;
use crate::records::{Fix, Recording, Tally};

/// A recording that takes fixes. With a [`Journey`](crate::Journey) the fixes come through that; without one they are
/// handed in here. Closing it neither stops nor loses the recording.
#[derive(uniffi::Object)]
pub struct Recorder {
    recording: Held<RecordingId>,
    phone: Arc<Phone>,
}

impl Recorder {
    pub(crate) fn new(recording: RecordingId, phone: Arc<Phone>) -> Arc<Recorder> {
        Arc::new(Recorder { recording: Held::new("recorder", recording), phone })
    }

    fn id(&self) -> Answer<RecordingId> {
        self.recording.ask(self.phone.language(), |id| Ok(*id))
    }
}

#[uniffi::export]
impl Recorder {
    /// The recording's number in the library.
    pub fn number(&self) -> Answer<u32> {
        self.id().map(RecordingId::number)
    }

    /// What it is and what it comes to.
    pub fn recording(&self) -> Answer<Recording> {
        let id = self.id()?;
        self.phone.ask(|library, language| {
            let (recording, tally) = (library.recording(id).told(language)?, library.tally(id).told(language)?);
            Ok(Recording::of(recording, tally))
        })
    }

    /// Commits a fix.
    pub fn record(&self, fix: Fix) -> Answer<Tally> {
        let id = self.id()?;
        let fix = model::Fix::from(fix);
        self.phone.change(|library, language| Ok(library.record(id, &fix).told(language)?.into()))
    }

    /// Takes no fixes until it is resumed.
    pub fn pause(&self) -> Answer<()> {
        let id = self.id()?;
        self.phone.change(|library, language| library.pause_recording(id).told(language))
    }

    /// Goes on in a new segment.
    pub fn resume(&self) -> Answer<()> {
        let id = self.id()?;
        self.phone.change(|library, language| library.resume_recording(id).told(language))
    }

    /// Ends the recording.
    pub fn stop(&self, now_ms: i64) -> Answer<()> {
        let id = self.id()?;
        self.phone.change(|library, language| library.stop_recording(id, now_ms).told(language))
    }

    /// Lets go of the recording, which stays as it is. From then on every call says so.
    pub fn close(&self) -> Answer<()> {
        self.recording.close(self.phone.language())
    }
}
