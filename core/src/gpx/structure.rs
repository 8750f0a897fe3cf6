//! Where a tag belongs in a file whose structure may be broken.
//!
//! GPX knows where points, segments, tracks and routes stand. Where an end tag is missing or stands too early, what comes
//! tells what must have ended or begun: a segment within a segment ends the one before it, and a point after the end of
//! its track goes on in another one. A file that is whole is read as it stands.

use std::io::Read;

use super::fault::{Fault, GpxError, Oddity, Warning, shortened};
use super::reader::{Place, Reader, Step};
use super::resync::{flaw, is_structure};
use super::token::Token;

/// In a file that is broken in more places than this its segments are no longer taken apart.
const MOST_TEARS: u64 = 10_000;

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

impl<R: Read> Reader<R> {
    /// Ends or begins elements of the file so that the next tag stands where it may; `None` where it does.
    pub(super) fn make_room(&mut self, token: &Token<'_>) -> Result<Option<Step>, GpxError> {
        if self.place == Place::Before {
            return Ok(None);
        }
        match token {
            Token::End(name) if self.markup.innermost() != *name => {
                let reason = self.markup.misplaced_end(name);
                if self.markup.is_open_outside(name) {
                    self.break_off(reason, 0);
                    return Ok(Some(self.end_early()));
                }
                self.break_off(reason, name.len() as u64 + 3);
                self.markup.pass();
                Ok(Some(Step::Nothing))
            }
            Token::Start(tag) | Token::Empty(tag) => {
                let Some(local) = self.namespaces.local(tag.name(), tag.attributes()) else { return Ok(None) };
                match fit(self.place, local, tag.attributes(), self.seen) {
                    Fit::Here if self.torn && self.place == Place::Segment && local == "trkpt" => {
                        self.torn = false;
                        if self.fresh || self.damage.places > MOST_TEARS {
                            return Ok(None);
                        }
                        self.goes_on = true;
                        Ok(Some(self.end_early()))
                    }
                    Fit::Here => Ok(None),
                    Fit::End => {
                        let open = shortened(self.markup.innermost());
                        self.break_off(format!("<{}> begins before </{open}>", shortened(tag.name())), 0);
                        Ok(Some(self.end_early()))
                    }
                    Fit::Begin(place) => {
                        self.break_off(format!("<{}> stands outside of what holds it", shortened(tag.name())), 0);
                        self.count_part()?;
                        Ok(Some(self.begin_again(place)))
                    }
                    Fit::Never(flaw) => Err(self.markup.error(Fault::Malformed(flaw.into()))),
                }
            }
            _ => Ok(None),
        }
    }

    /// Ends the innermost of the file's elements, whose end tag is not there.
    fn end_early(&mut self) -> Step {
        self.markup.unwind(self.markup.depth().saturating_sub(1));
        self.leave()
    }

    /// Begins one of the file's elements whose tag is not there, at what comes next.
    pub(super) fn begin_again(&mut self, place: Place) -> Step {
        let at = self.markup.here();
        let (name, step) = match place {
            Place::Segment => ("trkseg", Step::SegmentStart),
            Place::Route => ("rte", Step::RouteStart(at)),
            _ => ("trk", Step::TrackStart(at)),
        };
        self.markup.begin_beside(name);
        self.enter(place);
        step
    }

    /// Takes a prefix that nobody declared for GPX's, where it is that of a track, a route or a waypoint.
    pub(super) fn adopt_prefix(&mut self, name: &str, attributes: &str) {
        let Some((prefix, "trk" | "rte" | "wpt")) = name.split_once(':') else { return };
        if !attributes.contains("xmlns") && self.namespaces.adopt(prefix) {
            let at = self.markup.at();
            self.note(Warning { at, oddity: Oddity::Prefix(shortened(prefix)) });
        }
    }
}
