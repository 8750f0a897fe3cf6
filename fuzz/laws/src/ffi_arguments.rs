//! Calls over the border with any arguments, in any order: each is answered or refused with words, none is a fault of
//! ours, and afterwards the library is whole.

use std::fs;
use std::panic;
use std::path::{Path, PathBuf};
use std::sync::{Arc, LazyLock, Once};

use arbitrary::Arbitrary;
use route_guide_core::library;
use route_guide_ffi as border;
use route_guide_ffi::{Guide, Journey, Library, Recorder, RouteBundle, RouteGuideError};
use route_guide_tests::{MORNING_MS, STRANGE_TRACK, copy_folder, quick_folder, spit_bundle};

use crate::ffi::{
    AChoice, ADeparture, AFavourite, AFix, AKey, ALook, ANote, APosition, AProfile, ASize, ASource, AStart, ATheme,
    AWay, AnAttachment, AnItem, Categories, Count, Place, RecordingNumber,
};
use crate::given::given;
use crate::library::is_whole;
use crate::odd::{Moment, Number, Word};

/// One call.
#[derive(Debug, Arbitrary)]
enum Call {
    Speak(Word),
    Words(Number, i64, APosition),
    Install(Place, Option<Word>, Vec<AKey>, Moment),
    Uninstall(Word),
    Bundles,
    Search(Word, Option<APosition>, Count),
    Nearby(APosition, Categories, Count),
    Like(AFavourite),
    Unlike(Word, AnItem),
    Favourites,
    WriteNote(ANote, bool),
    ChangeNote(RecordingNumber, Word, Moment),
    RemoveNote(RecordingNumber),
    Notes,
    Milestones(Word, Word),
    MilestonesOf(Word),
    SetOut(AWay, bool, ADeparture, Option<RecordingNumber>),
    Underway,
    Standings,
    Standing(AWay, bool),
    StartRecording(AStart),
    OpenRecording,
    Recordings,
    Shown(RecordingNumber, Count, ATheme, Number, Number),
    Rename(RecordingNumber, Word),
    Discard(RecordingNumber, Moment),
    TakeBack(RecordingNumber),
    EmptyBin(Moment),
    Export(RecordingNumber, AProfile, Place),
    Import(Place, Moment),
    Attach(RecordingNumber, AnAttachment),
    Attachments(RecordingNumber),
    Choose(AChoice),
    Free,
    BackUp(Place),
    Restore(Place, Moment),
    Check,
    Bundle(Word),
    OfBundle(Word, Count, ASize, ATheme, Number, Number),
    ExportRoute(Word, Option<Word>, AProfile, Place, Option<Moment>),
    Guide(Word, bool),
    StepGuide(AFix),
    RestoreGuide(Option<Vec<u8>>),
    Step(AFix),
    Ride(u8, i8, i8),
    JourneyShown,
    Finish,
    Record(AFix),
    Pause,
    Resume,
    Stop(Moment),
    Map(ALook, Vec<ASource>),
    Here(APosition, Number, Option<Number>, Option<Number>),
    Away(APosition, APosition),
    Close(u8),
    Reopen(Word),
}

/// A phone's folder before the first call: a library with the small bundle and a track, and files to hand in.
static PREPARED: LazyLock<tempfile::TempDir> = LazyLock::new(|| {
    let folder = quick_folder();
    let (bundle, track) = (spit_bundle(folder.path(), 3), folder.path().join("track.gpx"));
    fs::rename(&bundle, folder.path().join("spit.gpkg")).expect("renames");
    fs::write(&track, STRANGE_TRACK).expect("writes");
    fs::create_dir(folder.path().join("folder")).expect("a folder");
    let mut library = library::Library::open(&folder.path().join("library"), MORNING_MS).expect("opens");
    library.install(&folder.path().join("spit.gpkg"), None, &[], MORNING_MS).expect("installs");
    library.import(&track, MORNING_MS).expect("imports");
    library.back_up(&folder.path().join("backup.zip")).expect("backs up");
    folder
});

/// The border sets a hook of its own with its first call, which keeps what a panic says to itself.
static HOOK: Once = Once::new();

fn panics_are_heard() {
    let hook = panic::take_hook();
    let here = border::Position { lat: 0.0, lon: 0.0 };
    told(border::away(here, here));
    panic::set_hook(hook);
}

/// Calls of a shell.
pub fn ffi_arguments(bytes: &[u8]) {
    let Some((calls, _shown)) = given::<Vec<Call>>(bytes) else { return };
    HOOK.call_once(panics_are_heard);
    let folder = quick_folder();
    copy_folder(PREPARED.path(), folder.path());
    let mut shell = Shell::new(folder.path());
    calls.into_iter().take(64).for_each(|call| shell.calls(call));
    drop(shell);
    is_whole(&library::Library::open(&folder.path().join("library"), MORNING_MS).expect("opens again"));
}

/// What a shell holds.
struct Shell {
    folder: PathBuf,
    library: Arc<Library>,
    bundle: Option<Arc<RouteBundle>>,
    guide: Option<Arc<Guide>>,
    journey: Option<Arc<Journey>>,
    recorder: Option<Arc<Recorder>>,
    time_ms: i64,
    position: border::Position,
}

impl Shell {
    fn new(folder: &Path) -> Shell {
        Shell {
            folder: folder.to_owned(),
            library: open(folder, "lt").expect("opens"),
            bundle: None,
            guide: None,
            journey: None,
            recorder: None,
            time_ms: MORNING_MS,
            position: border::Position { lat: 55.3, lon: 21.0 },
        }
    }

    fn calls(&mut self, call: Call) {
        let library = &self.library;
        let path = |place: &Place| place.within(&self.folder);
        match call {
            Call::Speak(language) => told(library.speak(language.0)),
            Call::Words(Number(number), ms, APosition(position)) => {
                let Ok(words) = library.words() else { return };
                let said = [
                    words.distance(number),
                    words.spoken_distance(number),
                    words.height(number),
                    words.duration(ms),
                    words.speed(number),
                    words.direction(number),
                    words.exactness(number),
                    words.position(position).minutes,
                ];
                assert!(said.iter().all(|said| !said.is_empty()), "{said:?}");
            }
            Call::Install(place, signature, keys, now) => {
                let keys = keys.into_iter().take(4).map(|key| key.0).collect();
                told(library.install(path(&place), signature.map(|word| word.0), keys, now.0));
            }
            Call::Uninstall(bundle) => told(library.uninstall(bundle.0)),
            Call::Bundles => told(library.bundles()),
            Call::Search(text, near, limit) => {
                told(library.search(border::SearchQuery {
                    text: text.0,
                    near: near.map(|near| near.0),
                    limit: limit.0,
                }));
            }
            Call::Nearby(near, categories, limit) => told(library.nearby(near.0, categories.0, limit.0)),
            Call::Like(favourite) => told(library.like(favourite.0)),
            Call::Unlike(bundle, item) => told(library.unlike(bundle.0, item.0)),
            Call::Favourites => told(library.favourites()),
            Call::WriteNote(ANote(note), twice) => {
                told(library.write_note(note.clone()));
                if twice {
                    told(library.write_note(note));
                }
            }
            Call::ChangeNote(number, words, now) => told(library.change_note(number.0, words.0, now.0)),
            Call::RemoveNote(number) => told(library.remove_note(number.0)),
            Call::Notes => told(library.notes()),
            Call::Milestones(bundle, route) => told(library.milestones(bundle.0, route.0)),
            Call::MilestonesOf(key) => told(library.milestones_of(key.0)),
            Call::SetOut(way, reversed, departure, recording) => {
                let journey = library.set_out(way.0, reversed, departure.0, recording.map(|number| number.0));
                self.journey = kept(journey).or_else(|| self.journey.take());
            }
            Call::Underway => told(library.underway()),
            Call::Standings => told(library.standings()),
            Call::Standing(way, reversed) => told(library.standing(way.0, reversed)),
            Call::StartRecording(start) => {
                self.recorder = kept(library.start_recording(start.0)).or_else(|| self.recorder.take());
            }
            Call::OpenRecording => {
                self.recorder = kept(library.open_recording()).flatten().or_else(|| self.recorder.take());
            }
            Call::Recordings => told(library.recordings()),
            Call::Shown(number, heights, theme, width, height) => {
                told(library.recording_line(number.0));
                told(library.track_layer(number.0));
                told(library.bounds_of(number.0));
                told(library.profile_of(number.0, heights.0));
                told(library.sketch_of(number.0, theme.0, width.0, height.0));
            }
            Call::Rename(number, name) => told(library.rename_recording(number.0, name.0)),
            Call::Discard(number, now) => told(library.discard_recording(number.0, now.0)),
            Call::TakeBack(number) => told(library.take_back_recording(number.0)),
            Call::EmptyBin(now) => told(library.empty_bin(now.0)),
            Call::Export(number, profile, place) => told(library.export_recording(number.0, profile.0, path(&place))),
            Call::Import(place, now) => told(library.import_tracks(path(&place), now.0)),
            Call::Attach(number, attachment) => told(library.attach(number.0, attachment.0)),
            Call::Attachments(number) => told(library.attachments(number.0)),
            Call::Choose(settings) => {
                told(library.choose(settings.0));
                told(library.settings());
            }
            Call::Free => told(library.free()),
            Call::BackUp(place) => told(library.back_up(path(&place))),
            Call::Restore(place, now) => told(library.restore(path(&place), now.0)),
            Call::Check => {
                told(library.check());
                told(library.damages());
                told(library.storage());
            }
            Call::Bundle(bundle) => self.bundle = kept(library.bundle(bundle.0)).or_else(|| self.bundle.take()),
            Call::OfBundle(Word(id), heights, size, theme, width, height) => {
                let Some(bundle) = &self.bundle else { return };
                told(bundle.manifest());
                told(bundle.routes());
                told(bundle.route(id.clone()));
                told(bundle.line(id.clone()));
                told(bundle.heights(id.clone()));
                told(bundle.profile(id.clone(), heights.0));
                told(bundle.bounds());
                told(bundle.categories());
                told(bundle.place(id.clone()));
                told(bundle.picture(id.clone(), size.0));
                told(bundle.map_layers());
                told(bundle.sketch(id, theme.0, width.0, height.0));
            }
            Call::ExportRoute(route, stage, profile, place, time) => {
                let Some(bundle) = &self.bundle else { return };
                let (stage, time) = (stage.map(|stage| stage.0), time.map(|moment| moment.0));
                told(bundle.export_gpx(route.0, stage, profile.0, path(&place), time));
            }
            Call::Guide(route, reversed) => {
                let guide = self.bundle.as_ref().and_then(|bundle| kept(bundle.guide(route.0, reversed)));
                self.guide = guide.or_else(|| self.guide.take());
            }
            Call::StepGuide(fix) => told_of(&self.guide, |guide| guide.step(fix.0)),
            Call::RestoreGuide(state) => told_of(&self.guide, |guide| match state {
                Some(state) => guide.restore(state),
                None => guide.restore(guide.state()?),
            }),
            Call::Step(fix) => told_of(&self.journey, |journey| journey.step(fix.0)),
            Call::Ride(times, north, east) => (0..times).for_each(|_| self.rides(north, east)),
            Call::JourneyShown => {
                told_of(&self.journey, |journey| journey.stops_ahead());
                told_of(&self.journey, |journey| journey.stops_layer());
                told_of(&self.journey, |journey| journey.recording());
                told_of(&self.journey, |journey| journey.catch_up());
            }
            Call::Finish => told_of(&self.journey, |journey| journey.finish()),
            Call::Record(fix) => told_of(&self.recorder, |recorder| recorder.record(fix.0)),
            Call::Pause => told_of(&self.recorder, |recorder| recorder.pause()),
            Call::Resume => told_of(&self.recorder, |recorder| recorder.resume()),
            Call::Stop(now) => {
                told_of(&self.recorder, |recorder| recorder.stop(now.0));
                told_of(&self.recorder, |recorder| recorder.recording());
            }
            Call::Map(look, sources) => {
                let sources = sources.into_iter().take(8).map(|source| source.0).collect();
                told(border::map_style_json(look.0, sources));
            }
            Call::Here(place, accuracy, course, speed) => {
                let (course, speed) = (course.map(|course| course.0), speed.map(|speed| speed.0));
                told(border::here_layer(place.0, accuracy.0, course, speed));
            }
            Call::Away(from, to) => {
                if let Some(away) = kept(border::away(from.0, to.0)) {
                    assert!(away.distance_m.is_finite() && away.bearing_deg.is_finite(), "{away:?}");
                }
            }
            Call::Close(what) => match what % 5 {
                0 => told(library.close()),
                1 => told_of(&self.bundle, |bundle| bundle.close()),
                2 => told_of(&self.guide, |guide| guide.close()),
                3 => told_of(&self.journey, |journey| journey.close()),
                _ => told_of(&self.recorder, |recorder| recorder.close()),
            },
            Call::Reopen(language) => {
                told(library.close());
                if let Some(library) = open(&self.folder, &language.0) {
                    self.library = library;
                }
            }
        }
    }

    /// A fix a few steps farther, for whoever takes fixes.
    fn rides(&mut self, north: i8, east: i8) {
        self.time_ms += 5_000;
        self.position.lat += f64::from(north) * 1e-6;
        self.position.lon += f64::from(east) * 1e-6;
        let fix = border::Fix {
            time_ms: self.time_ms,
            monotonic_ms: Some(self.time_ms - MORNING_MS),
            lat: self.position.lat,
            lon: self.position.lon,
            accuracy_m: 8.0,
            altitude_m: Some(12.0),
            speed_mps: None,
            course_deg: None,
        };
        match (&self.journey, &self.recorder) {
            (Some(journey), _) => told(journey.step(fix)),
            (None, Some(recorder)) => told(recorder.record(fix)),
            (None, None) => {}
        }
    }
}

fn open(folder: &Path, language: &str) -> Option<Arc<Library>> {
    kept(Library::open(folder.join("library").to_string_lossy().into_owned(), language.to_owned(), MORNING_MS))
}

/// The call is answered, or refused with words; no fault of ours stands behind it.
fn told<T>(answer: Result<T, RouteGuideError>) {
    let _ = kept(answer);
}

fn told_of<O, T>(object: &Option<Arc<O>>, call: impl FnOnce(&O) -> Result<T, RouteGuideError>) {
    if let Some(object) = object {
        told(call(object));
    }
}

/// What was answered, where something was.
fn kept<T>(answer: Result<T, RouteGuideError>) -> Option<T> {
    let look = |error: &RouteGuideError| {
        let said = error.said();
        let ours = matches!(
            error,
            RouteGuideError::Internal { .. }
                | RouteGuideError::Damaged { .. }
                | RouteGuideError::Full { .. }
                | RouteGuideError::Busy { .. }
        );
        assert!(!ours && !said.text.is_empty(), "{}: {}\n{}", said.code, said.text, said.detail);
    };
    answer.inspect_err(look).ok()
}
