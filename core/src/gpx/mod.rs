//! GPX files: read as devices really write them, written as the schema wants them.
//!
//! Reading is a stream ([`Reader`]) in bounded memory; [`read`] collects it ([`Gpx`]). GPX 1.0 and 1.1 are read in
//! any encoding, with missing namespaces, odd times and unknown elements. What is wrong costs what is wrong, with a
//! warning; a file of which nothing is understood is refused. Both are told with line, column and reason. What is not
//! understood is kept as it stands and written back byte for byte ([`write()`]).
//!
//! [`export()`] writes routes of a bundle for devices and apps, [`export_ride`] what the traveller recorded;
//! [`recorded_ride`] reads such a recording back to the bit. What in a file can be followed are its [`parts()`]; tracks
//! of any origin become rides ([`ride`]).
//!
//! Nothing here opens files or knows the time of day.

mod astray;
mod attributes;
mod children;
mod collect;
mod coordinates;
mod digits;
mod document;
mod encoding;
mod export;
mod fault;
mod item;
mod limits;
mod line;
mod markup;
mod namespaces;
mod nowhere;
mod parts;
mod plain;
mod point;
mod reader;
mod recording;
mod resync;
mod ride;
mod root;
mod salvage;
mod shaping;
mod source;
mod structure;
mod time;
mod token;
mod usual;
mod write;

pub use children::{Children, Element, Elements};
pub use collect::read;
pub use document::{Gpx, Itinerary, Root, Segment, Track, TrackPoint, Version, Waypoint};
pub use export::{
    Detail, Export, ExportError, Exported, ExportedRide, ExportedTrack, Profile, RideExport, Selection, export,
    export_file, export_ride,
};
pub use fault::{At, Extent, Fault, GpxError, Oddity, Warning, Warnings};
pub use item::Item;
pub use limits::Limits;
pub use line::NoLine;
pub use parts::{MarkedPlace, Part, PartKind, Piece, Way, in_one_line, joined, marked_places, parts, whole};
pub use plain::plain_text;
pub use reader::Reader;
pub use recording::{
    Attachment, FileName, FileNameError, RecordedFix, RecordedRide, RideAbout, RideReader, RideWaypoint,
    RideWaypointKind, recorded_ride,
};
pub use ride::{ACCURACY_PER_HDOP, Accuracies, Ride, USUAL_ACCURACY, ride};
pub use time::{format_time, parse_time};
pub use write::write;

#[cfg(test)]
mod tests;
