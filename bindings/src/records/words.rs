//! Core's words with a few members, under names that collide with nothing in Kotlin or Swift.

pub use route_guide_core::geometry::Side;
pub use route_guide_core::gpx::Profile as GpxProfile;
pub use route_guide_core::guidance::Direction as TravelDirection;
pub use route_guide_core::library::{
    AttachmentKind, Departure, MilestoneKind, Origin as RecordingOrigin, State as RecordingState, Theme,
};
pub use route_guide_core::map::{Drawing as MapDrawing, Layer as MapLayer, Theme as MapTheme};
pub use route_guide_core::model::{
    Category as StopCategory, Mode as TravelMode, Origin as LineOrigin, PlaceKind, Size as PictureSize, Units,
};

/// On which hand.
#[uniffi::remote(Enum)]
pub enum Side {
    Left,
    Right,
}

/// For whom a GPX file is written.
#[uniffi::remote(Enum)]
pub enum GpxProfile {
    Plain,
    Garmin,
    Osmand,
    Komoot,
}

/// Which way along the line.
#[uniffi::remote(Enum)]
pub enum TravelDirection {
    Forward,
    Backward,
}

/// What is attached to a recording.
#[uniffi::remote(Enum)]
pub enum AttachmentKind {
    Photo,
    VoiceNote,
}

/// Where a journey begins: where the traveller was on this way, or where the next fix finds them; then the place where
/// they were is forgotten.
#[uniffi::remote(Enum)]
pub enum Departure {
    Continue,
    Here,
}

/// How the map is drawn.
#[uniffi::remote(Enum)]
pub enum MapDrawing {
    Full,
    Plain,
}

/// What was reached.
#[uniffi::remote(Enum)]
pub enum MilestoneKind {
    Visited,
    Seen,
    Skipped,
    StageDone,
    RouteDone,
}

/// Where a recording comes from.
#[uniffi::remote(Enum)]
pub enum RecordingOrigin {
    Recorded,
    Imported,
    Salvaged,
}

/// What can be done with a recording.
#[uniffi::remote(Enum)]
pub enum RecordingState {
    Open,
    Paused,
    Closed,
    Binned,
}

/// How bright the app is.
#[uniffi::remote(Enum)]
pub enum Theme {
    System,
    Light,
    Dark,
}

/// A layer of the map.
#[uniffi::remote(Enum)]
pub enum MapLayer {
    Water,
    Land,
    InlandWater,
    Waterways,
    Borders,
    Places,
    Legs,
    Track,
    Stops,
    Here,
}

/// How the map is coloured.
#[uniffi::remote(Enum)]
pub enum MapTheme {
    Light,
    Dark,
}

/// What kind of place a stop is.
#[uniffi::remote(Enum)]
pub enum StopCategory {
    Activity,
    Beach,
    Bridge,
    CastleMound,
    Church,
    Ferry,
    Harbour,
    Lighthouse,
    Manor,
    Monument,
    Museum,
    Nature,
    Park,
    Viewpoint,
    Village,
}

/// How a leg is travelled.
#[uniffi::remote(Enum)]
pub enum TravelMode {
    Walk,
    Bike,
    Car,
    Boat,
    Ferry,
}

/// Where a leg's line comes from.
#[uniffi::remote(Enum)]
pub enum LineOrigin {
    Surveyed,
    Digitised,
    Indicative,
}

/// What kind of place it is.
#[uniffi::remote(Enum)]
pub enum PlaceKind {
    FerryPier,
    InformationCentre,
    City,
    Town,
    SmallTown,
    Village,
    District,
}

/// The sizes every picture is kept in: 160, 640 and 1,600 pixels on the longer side.
#[uniffi::remote(Enum)]
pub enum PictureSize {
    List,
    Card,
    Full,
}

/// In what lengths are shown and told.
#[uniffi::remote(Enum)]
pub enum Units {
    Metric,
    Imperial,
}
