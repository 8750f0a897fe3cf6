//! GPX files: read as devices really write them, written as the schema wants them.
//!
//! Reading is a stream ([`Reader`]) in bounded memory; [`read`] collects it ([`Gpx`]). GPX 1.0 and 1.1 are read in
//! any encoding, with missing namespaces, odd times and unknown elements; what cannot be read is refused with line,
//! column, reason and way out. What is not understood is kept as it stands and written back byte for byte
//! ([`write()`]). [`export()`] writes routes of a bundle for devices and apps, [`export_ride`] what the traveller recorded;
//! [`recorded_ride`] reads such a recording back to the bit. Tracks of any origin become lines ([`line_of`]) and rides
//! ([`ride`]).
//!
//! Nothing here opens files, knows the time of day, or draws conclusions from what a track looks like.

mod attributes;
mod children;
mod collect;
mod coordinates;
mod document;
mod encoding;
mod export;
mod fault;
mod item;
mod limits;
mod line;
mod markup;
mod reader;
mod recording;
mod ride;
mod root;
mod source;
mod time;
mod usual;
mod write;

pub use children::{Children, Element, Elements};
pub use collect::read;
pub use document::{Gpx, Itinerary, Root, Segment, Track, TrackPoint, Version, Waypoint};
pub use export::{
    Detail, Export, ExportError, Exported, ExportedRide, ExportedTrack, Profile, RideExport, Selection, export,
    export_file, export_ride,
};
pub use fault::{At, Fault, GpxError, Oddity, Warning, Warnings};
pub use item::Item;
pub use limits::Limits;
pub use line::{NoLine, line_of};
pub use reader::Reader;
pub use recording::{
    Attachment, FileName, FileNameError, RecordedFix, RecordedRide, RideAbout, RideReader, RideWaypoint,
    RideWaypointKind, recorded_ride,
};
pub use ride::{ACCURACY_PER_HDOP, Ride, USUAL_ACCURACY, ride};
pub use time::{format_time, parse_time};
pub use write::write;

#[cfg(test)]
mod tests;
