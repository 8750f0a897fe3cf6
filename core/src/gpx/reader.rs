//! A GPX file item by item, in bounded memory.
//!
//! What is wrong with a point costs the point. Where the file breaks, reading goes on at the next tag that can be read;
//! where it ends too early, what is open there ends (see `salvage`).

use std::io::Read;

use super::children::Children;
use super::coordinates::{is_nowhere, position};
use super::document::{Root, TrackPoint, Waypoint};
use super::fault::{At, Extent, Fault, GpxError, Oddity, Warning, Warnings, shortened};
use super::item::Item;
use super::limits::Limits;
use super::markup::Markup;
use super::namespaces::Namespaces;
use super::root::root;
use super::salvage::Damage;
use super::structure::Seen;
use super::token::{Tag, Token};
use super::usual::Usual;
use crate::geometry::Point;

/// Reads a GPX file item by item; memory does not grow with the file.
pub struct Reader<R> {
    pub(super) markup: Markup<R>,
    limits: Limits,
    pub(super) place: Place,
    /// The element just begun has no content: it ends before anything else comes.
    ended: bool,
    /// The file ended: what is open ends, and nothing more comes.
    pub(super) stopped: bool,
    /// What was damaged so far.
    pub(super) damage: Damage,
    /// What the file was seen to hold.
    pub(super) seen: Seen,
    /// Points of the segment are missing behind the last: it ends there, and goes on as another one.
    pub(super) torn: bool,
    /// The segment that ended begins anew.
    pub(super) goes_on: bool,
    /// The segment has no points yet.
    pub(super) fresh: bool,
    pub(super) namespaces: Namespaces,
    /// Of the point just read.
    pub(super) details: String,
    /// Of the route or track, and of the segment, being read.
    outer: String,
    inner: String,
    buffer: Vec<u8>,
    pub(super) text: String,
    points: u64,
    parts: u64,
    /// Where the last point at 0°, 0° begins.
    nowhere: Option<At>,
    /// What was handed out.
    pub(super) read: Extent,
    /// Why the first thing was left out that could have been a point, a route or a track.
    pub(super) first_left_out: Option<GpxError>,
    pub(super) warnings: Warnings,
}

/// Where in the file the reader is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Place {
    Before,
    Gpx,
    Route,
    Track,
    Segment,
    After,
}

/// How deep in GPX's elements a point's own stand; those of a [`Place`] are as deep as its number.
pub(super) const POINT_LEVEL: u8 = Place::After as u8;

/// What one event brought.
pub(super) enum Step {
    Nothing,
    Finished,
    Root(Root),
    Waypoint(Known),
    RouteStart(At),
    RoutePoint(Known),
    TrackStart(At),
    SegmentStart,
    Point(Known),
    Other,
    End(Place),
}

/// What is known of a point besides its details.
pub(super) struct Known {
    pub(super) point: Point,
    pub(super) elevation: Option<f64>,
    pub(super) time_ms: Option<i64>,
}

impl<R: Read> Reader<R> {
    /// A reader of that input; it need not be buffered.
    pub fn new(input: R, limits: &Limits) -> Reader<R> {
        Reader {
            markup: Markup::new(input, *limits),
            limits: *limits,
            place: Place::Before,
            ended: false,
            stopped: false,
            damage: Damage::default(),
            seen: Seen::default(),
            torn: false,
            goes_on: false,
            fresh: true,
            namespaces: Namespaces::default(),
            details: String::new(),
            outer: String::new(),
            inner: String::new(),
            buffer: Vec::new(),
            text: String::new(),
            points: 0,
            parts: 0,
            nowhere: None,
            read: Extent::default(),
            first_left_out: None,
            warnings: Warnings::default(),
        }
    }

    /// What was odd so far.
    pub fn warnings(&self) -> &Warnings {
        &self.warnings
    }

    /// What was kept of items that were read is in memory no more and does not count any longer.
    pub(super) fn forget(&mut self) {
        self.markup.keeps(self.outer.len() + self.inner.len());
    }

    pub(super) fn into_warnings(mut self) -> Warnings {
        let more = self.markup.spoilt().more();
        self.warnings.count_more(more);
        self.warnings
    }

    /// Where the point just handed out begins, if it is at 0°, 0°.
    pub(super) fn nowhere(&mut self) -> Option<At> {
        self.nowhere.take()
    }

    /// Where the point just handed out begins.
    pub(super) fn at_point(&mut self) -> At {
        self.markup.at_point()
    }

    /// The next item, or `None` after the last.
    ///
    /// # Errors
    /// When the file is no GPX or over a limit, or when it is broken or cut off before anything in it was understood;
    /// then nothing more comes.
    #[allow(clippy::should_implement_trait)] // It lends the item, which an Iterator cannot.
    pub fn next(&mut self) -> Result<Option<Item<'_>>, GpxError> {
        let step = loop {
            match self.step()? {
                Step::Nothing => {}
                step => break step,
            }
        };
        Ok(Some(match step {
            Step::Nothing | Step::Finished => return Ok(None),
            Step::Root(root) => Item::Root(root),
            Step::Waypoint(known) => Item::Waypoint(self.waypoint(&known)),
            Step::RouteStart(at) => Item::RouteStart(at),
            Step::RoutePoint(known) => Item::RoutePoint(self.waypoint(&known)),
            Step::TrackStart(at) => Item::TrackStart(at),
            Step::SegmentStart => Item::SegmentStart,
            Step::Point(Known { point, elevation, time_ms }) => {
                Item::Point(TrackPoint { point, elevation, time_ms, children: &self.details })
            }
            Step::Other => Item::Other(&self.details),
            Step::End(Place::Route) => Item::RouteEnd(taken(&mut self.outer)),
            Step::End(Place::Segment) => Item::SegmentEnd(taken(&mut self.inner)),
            Step::End(_) => Item::TrackEnd(taken(&mut self.outer)),
        }))
    }

    fn waypoint(&self, known: &Known) -> Waypoint {
        Waypoint {
            point: known.point,
            elevation: known.elevation,
            time_ms: known.time_ms,
            children: Children(self.details.as_str().into()),
        }
    }

    fn step(&mut self) -> Result<Step, GpxError> {
        if std::mem::take(&mut self.ended) {
            return Ok(self.leave());
        }
        if std::mem::take(&mut self.goes_on) {
            return Ok(self.begin_again(Place::Segment));
        }
        if self.stopped {
            let step = if self.place == Place::After { Step::Finished } else { self.leave() };
            return self.hand_out(step);
        }
        // Out of `self` while tokens borrow from it.
        let mut buffer = std::mem::take(&mut self.buffer);
        let step = match self.usual_point(&mut buffer) {
            Ok(Some(known)) => Ok(Step::Point(known)),
            Ok(None) => self.read_step(&mut buffer),
            Err(error) => Err(error),
        };
        self.buffer = buffer;
        match step {
            Ok(step) => self.hand_out(step),
            Err(error) if self.place == Place::Before => self.begin_beyond(error),
            Err(error) => match self.recover(error) {
                Ok(()) => Ok(Step::Nothing),
                Err(error) => self.salvage(error),
            },
        }
    }

    fn hand_out(&mut self, step: Step) -> Result<Step, GpxError> {
        match step {
            Step::Waypoint(_) => self.read.waypoints += 1,
            Step::RoutePoint(_) => self.read.route_points += 1,
            Step::Point(_) => {
                self.read.track_points += 1;
                self.fresh = false;
            }
            Step::Finished => {
                if let Some(error) = self.first_left_out.take_if(|_| self.read == Extent::default()) {
                    return Err(error);
                }
                self.sum_up();
            }
            _ => {}
        }
        Ok(step)
    }

    /// The next point of a segment, if it can be had the short way.
    #[inline]
    fn usual_point(&mut self, buffer: &mut Vec<u8>) -> Result<Option<Known>, GpxError> {
        if self.place != Place::Segment
            || self.torn
            || self.points >= self.limits.points
            || !self.namespaces.plain_is_gpx()
        {
            return Ok(None);
        }
        let Some(Usual { point, elevation, time_ms, open, .. }) = self.markup.usual_point() else { return Ok(None) };
        self.points += 1;
        self.details.clear();
        let mut known = Known { point, elevation, time_ms };
        if open {
            self.point_children(&mut known, buffer)?;
        }
        Ok(Some(known))
    }

    fn read_step(&mut self, buffer: &mut Vec<u8>) -> Result<Step, GpxError> {
        if self.place == Place::After {
            return self.trailing(buffer);
        }
        self.markup.stand_outside();
        if self.place == Place::Before {
            self.leading()?;
        } else {
            self.pass_text()?;
        }
        let token = self.markup.look(buffer)?;
        if let Some(step) = self.make_room(&token)? {
            return Ok(step);
        }
        let (begun, empty) = match &token {
            Token::Start(tag) => (self.begin(tag, false), false),
            Token::Empty(tag) => (self.begin(tag, true), true),
            Token::Text(text) if self.place == Place::Before && !is_blank(text) => {
                return Err(self.markup.error(Fault::Malformed("there is text before the first element".into())));
            }
            Token::Eof => return Err(self.markup.error(Fault::NoRoot)),
            Token::End(_) => {
                self.markup.accept(&token)?;
                return Ok(self.leave());
            }
            _ => {
                self.markup.accept(&token)?;
                return Ok(Step::Nothing);
            }
        };
        self.markup.accept(&token)?;
        match begun? {
            Begun::Point(point, of) => self.point(point, of, empty, buffer),
            Begun::Kept { from } => self.keep(empty, from, buffer),
            Begun::LeftOut => {
                if !empty {
                    self.markup.skip(buffer)?;
                }
                Ok(Step::Nothing)
            }
            Begun::Container(place, step) => {
                self.enter(place);
                self.ended = empty;
                Ok(step)
            }
        }
    }

    pub(super) fn enter(&mut self, place: Place) {
        self.place = place;
        match place {
            Place::Segment => (self.fresh, self.seen.segment) = (true, true),
            Place::Route => self.seen.route = true,
            _ => {}
        }
    }

    /// Judges an element by its name and the place it stands in.
    fn begin(&mut self, tag: &Tag<'_>, empty: bool) -> Result<Begun, GpxError> {
        if self.place == Place::Before {
            let (root, namespace) = root(tag, &mut self.markup, &mut self.warnings)?;
            self.namespaces = Namespaces::of_root(&root.prefix, &namespace, tag.attributes());
            return Ok(Begun::Container(Place::Gpx, Step::Root(root)));
        }
        let (name, attributes) = (tag.name(), tag.attributes());
        if self.place == Place::Gpx {
            self.adopt_prefix(name, attributes);
        }
        match (self.place, self.namespaces.local(name, attributes)) {
            (Place::Segment, Some("trkpt")) => {
                self.points += 1;
                if self.points > self.limits.points {
                    return Err(self.markup.error(Fault::TooManyPoints(self.limits.points)));
                }
                Ok(self.positioned(tag, Place::Segment))
            }
            (Place::Gpx, Some("wpt")) => {
                self.count_part()?;
                Ok(self.positioned(tag, Place::Gpx))
            }
            // Where tags are missing it may stand where it should.
            (Place::Route | Place::Track | Place::Segment, Some("wpt")) if self.seen.damage => {
                self.count_part()?;
                Ok(self.positioned(tag, Place::Gpx))
            }
            (Place::Route, Some("rtept")) => {
                self.count_part()?;
                Ok(self.positioned(tag, Place::Route))
            }
            (Place::Gpx, Some("rte")) => self.contain(Place::Route, tag, Step::RouteStart),
            (Place::Gpx, Some("trk")) => self.contain(Place::Track, tag, Step::TrackStart),
            (Place::Track, Some("trkseg")) => self.contain(Place::Segment, tag, |_| Step::SegmentStart),
            (_, Some("wpt" | "rte" | "trk" | "rtept" | "trkseg" | "trkpt" | "gpx")) => {
                let at = self.markup.at();
                let element = shortened(name);
                self.leave_out(GpxError { at, fault: Fault::NothingUnderstood { element: element.clone() } });
                self.note(Warning { at, oddity: Oddity::Misplaced(element) });
                Ok(Begun::LeftOut)
            }
            (place, local) => {
                if place == Place::Gpx {
                    self.details.clear();
                    if !local.is_some_and(|name| ABOUT.contains(&name)) {
                        let fault = Fault::NothingUnderstood { element: shortened(name) };
                        let error = self.markup.error(fault);
                        self.leave_out(error);
                    }
                }
                let into = kept(place, &mut self.details, &mut self.outer, &mut self.inner);
                let from = into.len();
                copy_tag(tag, empty, into);
                self.markup.count_kept(tag.as_str().len())?;
                Ok(Begun::Kept { from })
            }
        }
    }

    fn contain(&mut self, place: Place, tag: &Tag<'_>, step: impl Fn(At) -> Step) -> Result<Begun, GpxError> {
        self.count_part()?;
        self.namespaces.enter(tag.attributes(), place as u8);
        Ok(Begun::Container(place, step(self.markup.at())))
    }

    /// A point by its tag; one without a position is left out.
    fn positioned(&mut self, tag: &Tag<'_>, of: Place) -> Begun {
        match position(tag, &mut self.markup) {
            Ok(point) => {
                self.namespaces.enter(tag.attributes(), POINT_LEVEL);
                self.markup.mark_point();
                self.nowhere = is_nowhere(point).then(|| self.markup.at());
                Begun::Point(point, of)
            }
            Err(error) => {
                self.note(Warning { at: error.at, oddity: Oddity::Position(error.fault.to_string()) });
                self.leave_out(error);
                Begun::LeftOut
            }
        }
    }

    fn leave_out(&mut self, error: GpxError) {
        self.first_left_out.get_or_insert(error);
    }

    /// Takes in a warning, after those of bytes before it that are no text.
    pub(super) fn note(&mut self, warning: Warning) {
        self.tell_spoilt(warning.at);
        self.warnings.note(|| warning);
    }

    /// Tells of the bytes before a place that are no text.
    pub(super) fn tell_spoilt(&mut self, before: At) {
        while let Some(at) = self.markup.spoilt().next_before(before) {
            self.warnings.note(|| Warning { at, oddity: Oddity::Bytes });
        }
    }

    pub(super) fn leave(&mut self) -> Step {
        let left = self.place;
        self.torn = false;
        self.namespaces.leave(left as u8);
        self.place = match left {
            Place::Segment => Place::Track,
            Place::Route | Place::Track => Place::Gpx,
            Place::Before | Place::Gpx | Place::After => Place::After,
        };
        if self.place == Place::After { Step::Nothing } else { Step::End(left) }
    }

    pub(super) fn count_part(&mut self) -> Result<(), GpxError> {
        self.parts += 1;
        if self.parts > self.limits.parts {
            return Err(self.markup.error(Fault::TooManyParts(self.limits.parts)));
        }
        Ok(())
    }

    fn keep(&mut self, empty: bool, from: usize, buffer: &mut Vec<u8>) -> Result<Step, GpxError> {
        if !empty {
            let into = kept(self.place, &mut self.details, &mut self.outer, &mut self.inner);
            if let Err(error) = self.markup.keep(buffer, into) {
                into.truncate(from);
                return Err(error);
            }
        }
        Ok(if self.place == Place::Gpx { Step::Other } else { Step::Nothing })
    }
}

/// What an element turned out to be.
enum Begun {
    /// A waypoint, or a point of a route or a segment.
    Point(Point, Place),
    Container(Place, Step),
    /// Its tag was kept, from there on.
    Kept {
        from: usize,
    },
    LeftOut,
}

/// What a file says about itself in `gpx`: no way, and no reason to expect one.
const ABOUT: [&str; 11] =
    ["metadata", "extensions", "name", "desc", "author", "email", "url", "urlname", "time", "keywords", "bounds"];

/// Behind everything.
pub(super) const END: At = At { line: u64::MAX, column: u64::MAX };

fn is_blank(text: &str) -> bool {
    text.bytes().all(|byte| byte.is_ascii_whitespace() || byte == 0)
}

/// Where the XML of an element is kept that stands in a place.
fn kept<'k>(place: Place, details: &'k mut String, outer: &'k mut String, inner: &'k mut String) -> &'k mut String {
    match place {
        Place::Segment => inner,
        Place::Route | Place::Track => outer,
        Place::Before | Place::Gpx | Place::After => details,
    }
}

pub(super) fn copy_tag(tag: &Tag<'_>, empty: bool, into: &mut String) {
    into.push('<');
    into.push_str(tag.as_str());
    into.push_str(if empty { "/>" } else { ">" });
}

fn taken(children: &mut String) -> Children {
    Children(std::mem::take(children).into())
}
