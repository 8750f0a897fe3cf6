//! Where a tag belongs in a file whose structure may be broken.
//!
//! GPX knows where points, segments, tracks and routes stand. Where an end tag is missing or stands too early, what comes
//! tells what must have ended or begun: a segment within a segment ends the one before it, and a point after the end of
//! its track goes on in another one. A file that is whole is read as it stands.

use super::markup::{flaw, is_structure};
use super::reader::Place;

/// What has to happen for a tag to be read.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Fit {
    /// It stands where it may, or is left out.
    Here,
    /// The innermost of the file's own elements has to end first.
    End,
    /// That element has to begin first.
    Begin(Place),
    /// The tag itself is damaged.
    Never(&'static str),
}

/// What a file was seen to hold.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Seen {
    pub(super) damage: bool,
    pub(super) segment: bool,
    pub(super) route: bool,
}

/// How the begin tag of one of GPX's elements fits a place.
pub(super) fn fit(place: Place, local: &str, attributes: &str, seen: Seen) -> Fit {
    if !is_structure(local) {
        return Fit::Here;
    }
    if let Some(flaw) = flaw(local, attributes) {
        return Fit::Never(flaw);
    }
    let of_track = seen.damage || seen.segment;
    let of_route = seen.damage || seen.route;
    match (place, local) {
        (Place::Track | Place::Segment | Place::Route, "trk" | "rte") | (Place::Segment, "trkseg") => Fit::End,
        (Place::Route, "trkpt" | "trkseg") if of_track => Fit::End,
        (Place::Gpx, "trkpt" | "trkseg") if of_track => Fit::Begin(Place::Track),
        (Place::Track, "trkpt") if of_track => Fit::Begin(Place::Segment),
        (Place::Track | Place::Segment, "rtept") if of_route => Fit::End,
        (Place::Gpx, "rtept") if of_route => Fit::Begin(Place::Route),
        _ => Fit::Here,
    }
}
