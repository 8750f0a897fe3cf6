//! A GPX file item by item, in bounded memory.

use std::io::Read;

use quick_xml::events::{BytesStart, Event};

use super::children::Children;
use super::coordinates::position;
use super::document::{Root, TrackPoint, Waypoint};
use super::fault::{At, Fault, GpxError, Oddity, Warning, Warnings, shortened};
use super::item::Item;
use super::limits::Limits;
use super::markup::{Markup, local};
use super::root::root;
use super::time::parse_time;
use super::usual::Usual;
use crate::geometry::Point;

/// Reads a GPX file item by item; memory does not grow with the file.
pub struct Reader<R> {
    markup: Markup<R>,
    limits: Limits,
    place: Place,
    /// The element just begun has no content: it ends before anything else comes.
    ended: bool,
    /// The prefix of GPX's own elements.
    prefix: String,
    /// Of the point just read.
    details: String,
    /// Of the route or track, and of the segment, being read.
    outer: String,
    inner: String,
    buffer: Vec<u8>,
    text: String,
    points: u64,
    parts: u64,
    warnings: Warnings,
}

/// Where in the file the reader is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Place {
    Before,
    Gpx,
    Route,
    Track,
    Segment,
    After,
}

/// What one event brought.
enum Step {
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
struct Known {
    point: Point,
    elevation: Option<f64>,
    time_ms: Option<i64>,
}

impl<R: Read> Reader<R> {
    /// A reader of that input; it need not be buffered.
    pub fn new(input: R, limits: &Limits) -> Reader<R> {
        Reader {
            markup: Markup::new(input, *limits),
            limits: *limits,
            place: Place::Before,
            ended: false,
            prefix: String::new(),
            details: String::new(),
            outer: String::new(),
            inner: String::new(),
            buffer: Vec::new(),
            text: String::new(),
            points: 0,
            parts: 0,
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

    pub(super) fn into_warnings(self) -> Warnings {
        self.warnings
    }

    /// The next item, or `None` after the last.
    ///
    /// # Errors
    /// When the file is no GPX, broken, cut off or over a limit; then nothing more comes.
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
        // Out of `self` while events borrow from it.
        let mut buffer = std::mem::take(&mut self.buffer);
        let step = match self.usual_point(&mut buffer) {
            Ok(Some(known)) => Ok(Step::Point(known)),
            Ok(None) => self.read_step(&mut buffer),
            Err(error) => Err(error),
        };
        self.buffer = buffer;
        step
    }

    /// The next point of a segment, if it can be had the short way.
    #[inline]
    fn usual_point(&mut self, buffer: &mut Vec<u8>) -> Result<Option<Known>, GpxError> {
        if self.place != Place::Segment || self.points >= self.limits.points {
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
        let (begun, empty) = match self.markup.next(buffer)? {
            Event::Start(tag) => (self.begin(&tag, false)?, false),
            Event::Empty(tag) => (self.begin(&tag, true)?, true),
            Event::End(_) => return Ok(self.leave()),
            Event::Eof if self.place == Place::Before => return Err(self.markup.error(Fault::NoRoot)),
            Event::Eof => return Ok(Step::Finished),
            Event::Text(text) => {
                self.between(&text)?;
                return Ok(Step::Nothing);
            }
            _ => return Ok(Step::Nothing),
        };
        match begun {
            Begun::Point(point) => self.point(point, empty, buffer),
            Begun::Kept => self.keep(empty, buffer),
            Begun::Misplaced => {
                if !empty {
                    self.markup.skip(buffer)?;
                }
                Ok(Step::Nothing)
            }
            Begun::Container(place, step) => {
                self.place = place;
                self.ended = empty;
                Ok(step)
            }
        }
    }

    /// Judges an element by its name and the place it stands in.
    fn begin(&mut self, tag: &BytesStart<'_>, empty: bool) -> Result<Begun, GpxError> {
        if self.place == Place::Before {
            let root = root(tag, &mut self.markup, &mut self.warnings)?;
            self.prefix = root.prefix.to_string();
            return Ok(Begun::Container(Place::Gpx, Step::Root(root)));
        }
        let name = tag.name();
        match (self.place, local(name.as_ref(), &self.prefix)) {
            (Place::Segment, Some("trkpt")) => {
                self.points += 1;
                if self.points > self.limits.points {
                    return Err(self.markup.error(Fault::TooManyPoints(self.limits.points)));
                }
                Ok(Begun::Point(position(tag, &mut self.markup)?))
            }
            (Place::Gpx, Some("wpt")) | (Place::Route, Some("rtept")) => {
                self.count_part()?;
                Ok(Begun::Point(position(tag, &mut self.markup)?))
            }
            (Place::Gpx, Some("rte")) => {
                self.count_part()?;
                Ok(Begun::Container(Place::Route, Step::RouteStart(self.markup.at())))
            }
            (Place::Gpx, Some("trk")) => {
                self.count_part()?;
                Ok(Begun::Container(Place::Track, Step::TrackStart(self.markup.at())))
            }
            (Place::Track, Some("trkseg")) => {
                self.count_part()?;
                Ok(Begun::Container(Place::Segment, Step::SegmentStart))
            }
            (Place::After, _) => {
                Err(self.markup.error(Fault::Malformed("a second file begins here, after </gpx>".into())))
            }
            (_, Some("wpt" | "rte" | "trk" | "rtept" | "trkseg" | "trkpt" | "gpx")) => {
                let at = self.markup.at();
                self.warnings.note(|| Warning { at, oddity: Oddity::Misplaced(shortened(name.as_ref())) });
                Ok(Begun::Misplaced)
            }
            _ => {
                if self.place == Place::Gpx {
                    self.details.clear();
                }
                copy_tag(tag, empty, kept(self.place, &mut self.details, &mut self.outer, &mut self.inner));
                self.markup.count_kept(tag.len())?;
                Ok(Begun::Kept)
            }
        }
    }

    fn leave(&mut self) -> Step {
        let left = self.place;
        self.place = match left {
            Place::Segment => Place::Track,
            Place::Route | Place::Track => Place::Gpx,
            Place::Before | Place::Gpx | Place::After => Place::After,
        };
        if self.place == Place::After { Step::Nothing } else { Step::End(left) }
    }

    fn count_part(&mut self) -> Result<(), GpxError> {
        self.parts += 1;
        if self.parts > self.limits.parts {
            return Err(self.markup.error(Fault::TooManyParts(self.limits.parts)));
        }
        Ok(())
    }

    /// Text that belongs to no element: mostly blanks.
    fn between(&mut self, text: &str) -> Result<(), GpxError> {
        let blank = |text: &str| text.bytes().all(|byte| byte.is_ascii_whitespace() || byte == 0);
        match self.place {
            Place::Before if !blank(text) => {
                Err(self.markup.error(Fault::Malformed("there is text before the first element".into())))
            }
            Place::After if !blank(text) => {
                let at = self.markup.at();
                self.warnings.note(|| Warning { at, oddity: Oddity::Trailing });
                Ok(())
            }
            _ => Ok(()),
        }
    }

    fn keep(&mut self, empty: bool, buffer: &mut Vec<u8>) -> Result<Step, GpxError> {
        if !empty {
            self.markup.keep(buffer, kept(self.place, &mut self.details, &mut self.outer, &mut self.inner))?;
        }
        Ok(if self.place == Place::Gpx { Step::Other } else { Step::Nothing })
    }

    fn point(&mut self, point: Point, empty: bool, buffer: &mut Vec<u8>) -> Result<Step, GpxError> {
        self.details.clear();
        let mut known = Known { point, elevation: None, time_ms: None };
        if !empty {
            self.point_children(&mut known, buffer)?;
        }
        Ok(match self.place {
            Place::Segment => Step::Point(known),
            Place::Route => Step::RoutePoint(known),
            _ => Step::Waypoint(known),
        })
    }

    fn point_children(&mut self, known: &mut Known, buffer: &mut Vec<u8>) -> Result<(), GpxError> {
        loop {
            let child = match self.markup.next(buffer)? {
                Event::Start(tag) => match local(tag.name().as_ref(), &self.prefix) {
                    Some("ele") => Child::Elevation,
                    Some("time") => Child::Time,
                    _ => {
                        copy_tag(&tag, false, &mut self.details);
                        self.markup.count_kept(tag.len())?;
                        Child::Detail
                    }
                },
                Event::Empty(tag) => {
                    if !matches!(local(tag.name().as_ref(), &self.prefix), Some("ele" | "time")) {
                        copy_tag(&tag, true, &mut self.details);
                        self.markup.count_kept(tag.len())?;
                    }
                    continue;
                }
                Event::End(_) => return Ok(()),
                _ => continue,
            };
            match child {
                Child::Detail => self.markup.keep(buffer, &mut self.details)?,
                Child::Elevation => self.elevation(known, buffer)?,
                Child::Time => self.time(known, buffer)?,
            }
        }
    }

    fn elevation(&mut self, known: &mut Known, buffer: &mut Vec<u8>) -> Result<(), GpxError> {
        let offset = self.markup.offset();
        self.markup.text(buffer, &mut self.text)?;
        let text = self.text.trim();
        match text.parse::<f64>() {
            Ok(metres) if metres.is_finite() => known.elevation = Some(metres),
            _ if text.is_empty() => {}
            _ => {
                let at = self.markup.at_offset(offset);
                self.warnings.note(|| Warning { at, oddity: Oddity::Elevation(shortened(text)) });
            }
        }
        Ok(())
    }

    fn time(&mut self, known: &mut Known, buffer: &mut Vec<u8>) -> Result<(), GpxError> {
        let offset = self.markup.offset();
        self.markup.text(buffer, &mut self.text)?;
        match parse_time(&self.text) {
            Some(time_ms) => known.time_ms = Some(time_ms),
            None if self.text.trim().is_empty() => {}
            None => {
                let at = self.markup.at_offset(offset);
                let text = &self.text;
                self.warnings.note(|| Warning { at, oddity: Oddity::Time(shortened(text)) });
            }
        }
        Ok(())
    }
}

/// What an element turned out to be.
enum Begun {
    Point(Point),
    Container(Place, Step),
    Kept,
    Misplaced,
}

/// What a child of a point turned out to be.
enum Child {
    Elevation,
    Time,
    Detail,
}

/// Where the XML of an element is kept that stands in a place.
fn kept<'k>(place: Place, details: &'k mut String, outer: &'k mut String, inner: &'k mut String) -> &'k mut String {
    match place {
        Place::Segment => inner,
        Place::Route | Place::Track => outer,
        Place::Before | Place::Gpx | Place::After => details,
    }
}

fn copy_tag(tag: &BytesStart<'_>, empty: bool, into: &mut String) {
    into.push('<');
    into.push_str(tag);
    into.push_str(if empty { "/>" } else { ">" });
}

fn taken(children: &mut String) -> Children {
    Children(std::mem::take(children).into())
}
