//! Setting out, recording, tracks in and out.

use std::path::Path;
use std::sync::Arc;

use route_guide_core::geometry::Bounds;
use route_guide_core::gpx::RideExport;
use route_guide_core::library::{Handed, RecordingId, Start};
use route_guide_core::map;

use super::Library;
use crate::border::Answer;
use crate::failure::Told as _;
use crate::journey::Journey;
use crate::packed;
use crate::recorder::Recorder;
use crate::records::{
    Departure, GpxProfile, Imported, MapBounds, MapTheme, Recording, RecordingLine, RecordingStart, RideAttachment,
    Sketch, Standing, Underway, Way, WayStanding, WrittenRide, canvas, count, number,
};

#[uniffi::export]
impl Library {
    /// Sets out on a way; the fixes go into that recording, if one is named. From now on the journey is under way, also
    /// after the app was killed, until it is finished.
    pub fn set_out(
        &self,
        way: Way,
        reversed: bool,
        departure: Departure,
        recording: Option<u32>,
    ) -> Answer<Arc<Journey>> {
        let settings = self.phone.guidance()?;
        self.phone.change(|library, language| {
            let (way, recording) = (way.way(language)?, recording.map(RecordingId::new));
            let journey = library.set_out(&way, reversed, departure, settings, recording).told(language)?;
            Ok(Journey::new(journey, self.phone.clone()))
        })
    }

    /// The journey that is under way, to be gone on with: set out on its way with its recording, and continue. Nothing
    /// where none is, or where its bundle is not installed or its track was discarded.
    pub fn underway(&self) -> Answer<Option<Underway>> {
        self.phone.ask(|library, language| Ok(library.underway(language).told(language)?.map(Underway::from)))
    }

    /// How far the traveller is on every way that can be followed now, the newest first.
    pub fn standings(&self) -> Answer<Vec<WayStanding>> {
        self.phone.ask(|library, language| {
            Ok(library.standings(language).told(language)?.into_iter().map(WayStanding::from).collect())
        })
    }

    /// How far the traveller is on a way; nothing where they never were on it.
    pub fn standing(&self, way: Way, reversed: bool) -> Answer<Option<Standing>> {
        self.phone.ask(|library, language| {
            let standing = library.standing(&way.way(language)?, reversed).told(language)?;
            Ok(standing.map(Standing::from))
        })
    }

    /// Begins a recording.
    pub fn start_recording(&self, start: RecordingStart) -> Answer<Arc<Recorder>> {
        let settings = self.phone.guidance()?;
        self.phone.change(|library, language| {
            let way = start.way.map(|way| way.way(language)).transpose()?;
            let followed = way.map(|way| library.followed(&way, settings)).transpose().told(language)?.flatten();
            let start = Start { time_ms: start.time_ms, name: start.name, mode: start.mode, followed };
            let id = library.start_recording(&start).told(language)?;
            log::info!("recording started");
            Ok(Recorder::new(id, self.phone.clone()))
        })
    }

    /// The recording that is open or paused, if one is: after a start to go on with.
    pub fn open_recording(&self) -> Answer<Option<Arc<Recorder>>> {
        self.phone.ask(|library, language| {
            let open = library.open_recording().told(language)?;
            Ok(open.map(|recording| Recorder::new(recording.id, self.phone.clone())))
        })
    }

    /// All recordings, the newest first, those in the bin included.
    pub fn recordings(&self) -> Answer<Vec<Recording>> {
        self.phone.ask(|library, language| {
            let recordings = library.recordings().told(language)?;
            Ok(recordings.into_iter().map(|(recording, tally)| Recording::of(recording, tally)).collect())
        })
    }

    /// The line of a recording, to be drawn.
    pub fn recording_line(&self, recording: u32) -> Answer<RecordingLine> {
        self.phone.ask(|library, language| {
            let drawn = library.drawn(RecordingId::new(recording)).told(language)?;
            let beginnings = drawn.iter().scan(0, |reached, piece| {
                let begins = *reached;
                *reached += piece.len();
                Some(number(begins))
            });
            let pieces = beginnings.collect();
            Ok(RecordingLine { positions: packed::coordinates(drawn.into_iter().flatten()), pieces })
        })
    }

    /// The line of a recording as the GeoJSON of layer `Track`.
    pub fn track_layer(&self, recording: u32) -> Answer<String> {
        self.phone.ask(|library, language| {
            let drawn = library.drawn(RecordingId::new(recording)).told(language)?;
            Ok(map::track(&drawn).as_str().to_owned())
        })
    }

    /// Where a recording lies on the map; nothing where it has no position yet.
    pub fn bounds_of(&self, recording: u32) -> Answer<Option<MapBounds>> {
        self.phone.ask(|library, language| {
            let drawn = library.drawn(RecordingId::new(recording)).told(language)?;
            Ok(Bounds::around(drawn.into_iter().flatten()).map(MapBounds::from))
        })
    }

    /// How a recording rises and falls: heights at even distances from its start to its end, as `profile` has them of a
    /// route. Nothing where a height is missing.
    pub fn profile_of(&self, recording: u32, heights: u32) -> Answer<Option<Vec<u8>>> {
        self.phone.ask(|library, language| {
            let profile = library.profile(RecordingId::new(recording), count(heights)).told(language)?;
            Ok(profile.as_deref().map(packed::heights))
        })
    }

    /// A small picture of a recording for a card: its line, a light dot where it starts and a dark one where it ends.
    pub fn sketch_of(&self, recording: u32, theme: MapTheme, width: f64, height: f64) -> Answer<Sketch> {
        self.phone.ask(|library, language| {
            let canvas = canvas(width, height, language)?;
            let drawn = library.drawn(RecordingId::new(recording)).told(language)?;
            Ok(map::sketch_track(&drawn, theme, canvas).into())
        })
    }

    /// Gives a recording another name; an empty one takes its name away.
    pub fn rename_recording(&self, recording: u32, name: String) -> Answer<()> {
        self.phone
            .change(|library, language| library.rename_recording(RecordingId::new(recording), &name).told(language))
    }

    /// Puts a recording into the bin.
    pub fn discard_recording(&self, recording: u32, now_ms: i64) -> Answer<()> {
        self.phone
            .change(|library, language| library.discard_recording(RecordingId::new(recording), now_ms).told(language))
    }

    /// Takes a recording back out of the bin.
    pub fn take_back_recording(&self, recording: u32) -> Answer<()> {
        self.phone.change(|library, language| library.take_back_recording(RecordingId::new(recording)).told(language))
    }

    /// Deletes, for good, what has lain in the bin for as long as the settings say. Says how many recordings.
    pub fn empty_bin(&self, now_ms: i64) -> Answer<u32> {
        self.phone.change(|library, language| Ok(number(library.empty_bin(now_ms).told(language)?)))
    }

    /// Writes a recording as GPX into a file, which is there whole or not at all.
    pub fn export_recording(&self, recording: u32, profile: GpxProfile, path: String) -> Answer<WrittenRide> {
        self.phone.ask(|library, language| {
            let how = RideExport { profile, language };
            let handed = library.export_recording(RecordingId::new(recording), how, Path::new(&path)).told(language)?;
            Ok(match handed {
                Handed::Ride(ride) => WrittenRide { points: Some(ride.written as u64) },
                Handed::AsItCame => WrittenRide { points: None },
            })
        })
    }

    /// Brings in the tracks of a GPX file, of the GPX files in a folder, or of those in a zip archive.
    pub fn import_tracks(&self, path: String, now_ms: i64) -> Answer<Imported> {
        self.phone.change(|library, language| {
            let imported = library.import(Path::new(&path), now_ms).told(language)?;
            Ok(Imported::of(&imported, language))
        })
    }

    /// What the tracks would be called as one, that came in the same file as this one and go on in one another; nothing
    /// where there are none, or they are a recording already.
    pub fn joinable(&self, recording: u32) -> Answer<Option<String>> {
        self.phone.ask(|library, language| library.joinable(RecordingId::new(recording)).told(language))
    }

    /// Makes one recording, beside them, of the tracks that came in the same file as this one and go on in one another.
    /// Gives its number; where they are one already, that one's.
    pub fn join(&self, recording: u32, now_ms: i64) -> Answer<u32> {
        self.phone
            .change(|library, language| Ok(library.join(RecordingId::new(recording), now_ms).told(language)?.number()))
    }

    /// Attaches a photo or voice note to a recording; what has the same digest already stays as it is.
    pub fn attach(&self, recording: u32, attachment: RideAttachment) -> Answer<()> {
        self.phone.change(|library, language| {
            let attachment = attachment.attachment(language)?;
            library.attach(RecordingId::new(recording), &attachment).told(language)
        })
    }

    /// The photos and voice notes of a recording, in the order they were made.
    pub fn attachments(&self, recording: u32) -> Answer<Vec<RideAttachment>> {
        self.phone.ask(|library, language| {
            let attached = library.attachments(RecordingId::new(recording)).told(language)?;
            Ok(attached.into_iter().map(RideAttachment::from).collect())
        })
    }
}
