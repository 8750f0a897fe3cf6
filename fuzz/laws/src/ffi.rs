//! What a shell hands over the border, made of bytes: the binding's records, and paths within one folder.

use std::path::Path;

use arbitrary::{Arbitrary, Result, Unstructured};
use route_guide_ffi as border;
use route_guide_ffi::{
    AttachmentKind, Departure, GpxProfile, KeptItem, MapDrawing, MapLayer, MapTheme, PictureSize, StopCategory, Theme,
    TravelMode, Units, Way,
};

use crate::odd::{Moment, Number, Word};

/// A value that is one of the binding's own, made by what stands beside it.
macro_rules! made {
    ($($(#[$doc:meta])* $name:ident($kind:ty) = $make:expr;)+) => {
        $(
            $(#[$doc])*
            #[derive(Debug, Clone)]
            pub struct $name(pub $kind);

            impl<'a> Arbitrary<'a> for $name {
                fn arbitrary(from: &mut Unstructured<'a>) -> Result<$name> {
                    let make: fn(&mut Unstructured<'a>) -> Result<$kind> = $make;
                    make(from).map($name)
                }
            }
        )+
    };
}

fn word(from: &mut Unstructured<'_>) -> Result<String> {
    Ok(Word::arbitrary(from)?.0)
}

fn number(from: &mut Unstructured<'_>) -> Result<f64> {
    Ok(Number::arbitrary(from)?.0)
}

fn moment(from: &mut Unstructured<'_>) -> Result<i64> {
    Ok(Moment::arbitrary(from)?.0)
}

fn maybe<T>(from: &mut Unstructured<'_>, make: fn(&mut Unstructured<'_>) -> Result<T>) -> Result<Option<T>> {
    if bool::arbitrary(from)? { make(from).map(Some) } else { Ok(None) }
}

fn one_of<T: Copy>(from: &mut Unstructured<'_>, all: &[T]) -> Result<T> {
    from.choose(all).copied()
}

fn way(from: &mut Unstructured<'_>) -> Result<Way> {
    Ok(if bool::arbitrary(from)? {
        Way::Route { bundle: word(from)?, route: word(from)? }
    } else {
        Way::Track { recording: recording(from)? }
    })
}

/// The number of a recording, mostly one that may be there.
fn recording(from: &mut Unstructured<'_>) -> Result<u32> {
    Ok(match from.int_in_range(0..=7)? {
        7 => u32::arbitrary(from)?,
        small => small,
    })
}

fn position(from: &mut Unstructured<'_>) -> Result<border::Position> {
    Ok(if bool::arbitrary(from)? {
        border::Position { lat: number(from)?, lon: number(from)? }
    } else {
        let near = |from: &mut Unstructured<'_>| -> Result<f64> { Ok(f64::from(i16::arbitrary(from)?) * 1e-5) };
        border::Position { lat: 55.3 + near(from)?, lon: 21.0 + near(from)? }
    })
}

fn item(from: &mut Unstructured<'_>) -> Result<KeptItem> {
    let id = word(from)?;
    Ok(match from.int_in_range(0..=2)? {
        0 => KeptItem::Route { id },
        1 => KeptItem::Stop { id },
        _ => KeptItem::Place { id },
    })
}

fn categories(from: &mut Unstructured<'_>) -> Result<Option<Vec<StopCategory>>> {
    maybe(from, |from| {
        let count = from.int_in_range(0..=3)?;
        (0..count).map(|_| one_of(from, StopCategory::ALL)).collect()
    })
}

const MODES: [TravelMode; 5] =
    [TravelMode::Walk, TravelMode::Bike, TravelMode::Car, TravelMode::Boat, TravelMode::Ferry];
const LAYERS: [MapLayer; 5] = [MapLayer::Water, MapLayer::Legs, MapLayer::Stops, MapLayer::Track, MapLayer::Here];

made! {
    /// One of few paths within a folder, see [`Place::within`].
    Place(u8) = |from| from.int_in_range(0..=7);
    /// The number of a recording.
    RecordingNumber(u32) = recording;
    /// A count, mostly small.
    Count(u32) = |from| Ok(if bool::arbitrary(from)? { u32::from(u8::arbitrary(from)?) } else { u32::arbitrary(from)? });
    /// A way.
    AWay(Way) = way;
    /// A position.
    APosition(border::Position) = position;
    /// Something to like or to write about.
    AnItem(KeptItem) = item;
    /// Kinds of stops.
    Categories(Option<Vec<StopCategory>>) = categories;
    /// For whom a GPX file is.
    AProfile(GpxProfile) =
        |from| one_of(from, &[GpxProfile::Plain, GpxProfile::Garmin, GpxProfile::Osmand, GpxProfile::Komoot]);
    /// Where a journey begins.
    ADeparture(Departure) = |from| one_of(from, &[Departure::Continue, Departure::Here]);
    /// Colours.
    ATheme(MapTheme) = |from| one_of(from, &[MapTheme::Light, MapTheme::Dark]);
    /// The size of a picture.
    ASize(PictureSize) = |from| one_of(from, &[PictureSize::List, PictureSize::Card, PictureSize::Full]);
    /// A fix, as often as not one that follows from the ones before.
    AFix(border::Fix) = |from| {
        let border::Position { lat, lon } = position(from)?;
        Ok(border::Fix {
            time_ms: moment(from)?,
            monotonic_ms: maybe(from, moment)?,
            lat,
            lon,
            accuracy_m: number(from)?,
            altitude_m: maybe(from, number)?,
            speed_mps: maybe(from, number)?,
            course_deg: maybe(from, number)?,
        })
    };
    /// A note.
    ANote(border::Note) = |from| Ok(border::Note {
        number: recording(from)?,
        bundle: word(from)?,
        item: item(from)?,
        name: word(from)?,
        words: word(from)?,
        time_ms: moment(from)?,
    });
    /// Something that is liked.
    AFavourite(border::Favourite) = |from| Ok(border::Favourite {
        bundle: word(from)?,
        item: item(from)?,
        name: word(from)?,
        time_ms: moment(from)?,
    });
    /// A photo or voice note.
    AnAttachment(border::RideAttachment) = |from| Ok(border::RideAttachment {
        kind: one_of(from, &[AttachmentKind::Photo, AttachmentKind::VoiceNote])?,
        file: word(from)?,
        bytes: u64::arbitrary(from)?,
        digest: word(from)?,
        time_ms: moment(from)?,
        position: maybe(from, position)?,
    });
    /// What a recording begins with.
    AStart(border::RecordingStart) = |from| Ok(border::RecordingStart {
        time_ms: moment(from)?,
        name: maybe(from, word)?,
        mode: maybe(from, |from| one_of(from, &MODES))?,
        way: maybe(from, way)?,
    });
    /// What the traveller chose.
    AChoice(border::TravellerSettings) = |from| Ok(border::TravellerSettings {
        language: maybe(from, word)?,
        units: one_of(from, &[Units::Metric, Units::Imperial])?,
        voice: bool::arbitrary(from)?,
        theme: one_of(from, &[Theme::System, Theme::Light, Theme::Dark])?,
        map_style: one_of(from, &[MapDrawing::Full, MapDrawing::Plain])?,
        bin_days: u32::arbitrary(from)?,
        off_route_alarm_m: number(from)?,
        stop_ahead_m: maybe(from, number)?,
    });
    /// How the map is to look.
    ALook(border::MapLook) = |from| Ok(border::MapLook {
        theme: one_of(from, &[MapTheme::Light, MapTheme::Dark])?,
        drawing: one_of(from, &[MapDrawing::Full, MapDrawing::Plain])?,
        language: word(from)?,
        glyphs: word(from)?,
        route: maybe(from, word)?,
        categories: categories(from)?,
    });
    /// Where the shell keeps a layer.
    ASource(border::MapLayerSource) = |from| Ok(border::MapLayerSource { layer: one_of(from, &LAYERS)?, url: word(from)? });
    /// A publisher and its key.
    AKey(border::PublisherKey) = |from| Ok(border::PublisherKey { publisher: word(from)?, key: word(from)? });
}

impl Place {
    /// A path within a folder, and never outside of it: what is there before the first call, what calls write, what is
    /// not there, a folder, and nothing.
    pub fn within(&self, folder: &Path) -> String {
        const NAMES: [&str; 8] =
            ["spit.gpkg", "track.gpx", "backup.zip", "out.gpx", "nowhere", "folder", "none/out.gpx", ""];
        folder.join(NAMES[usize::from(self.0) % NAMES.len()]).to_string_lossy().into_owned()
    }
}
