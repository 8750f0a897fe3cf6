//! Why a file cannot be read, and where.

use std::fmt;
use std::io;

/// A place in a file as editors count it: both numbers begin at 1, columns are characters of the decoded text.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct At {
    /// The line.
    pub line: u64,
    /// The character in the line.
    pub column: u64,
}

impl fmt::Display for At {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "{}:{}", self.line, self.column)
    }
}

/// Why a GPX file was refused, and where; it shows as `12:7: reason; way out`, ready to follow a file's name.
#[derive(Debug, thiserror::Error)]
#[error("{at}: {fault}")]
pub struct GpxError {
    /// Where the trouble begins.
    pub at: At,
    /// What it is.
    pub fault: Fault,
}

/// What is wrong with a file, with the way out in its words.
#[derive(Debug, thiserror::Error)]
pub enum Fault {
    /// No content at all.
    #[error("the file is empty; export it again")]
    Empty,
    /// Another kind of file.
    #[error("this is {what}, not GPX; {way_out}")]
    OtherFormat {
        /// What it seems to be.
        what: &'static str,
        /// What to do with it.
        way_out: &'static str,
    },
    /// XML, but of another kind.
    #[error("this is XML of another kind: its first element is <{root}>, not <gpx>; export it as GPX")]
    OtherRoot {
        /// The first element.
        root: String,
    },
    /// The file stops before its first element.
    #[error("the file ends before <gpx> begins; it was cut off, so copy or export it again")]
    NoRoot,
    /// The text encoding is not known.
    #[error("the text encoding `{0}` is not known; save the file as UTF-8")]
    UnknownEncoding(String),
    /// The file stops in the middle.
    #[error("the file ends here, inside <{open}>; it was cut off, so copy or export it again")]
    CutOff {
        /// The innermost element that is still open.
        open: String,
    },
    /// Not well-formed XML.
    #[error("the XML is broken: {0}; mend it there, or export the file again")]
    Malformed(String),
    /// A name for a character that XML does not know.
    #[error("`&{0};` is no character that XML knows; write the character itself, and a lone & as &amp;")]
    Entity(String),
    /// Elements that GPX does not have, and none that it has.
    #[error("nothing here is a point, a route or a track of GPX, beginning with <{element}>; export the file again")]
    NothingUnderstood {
        /// The first that was not understood.
        element: String,
    },
    /// A document type with declarations, which could make a small file enormous.
    #[error("the file declares its own entities or elements in <!DOCTYPE>, which GPX never needs; delete that part")]
    Declarations,
    /// A point without a position.
    #[error("<{element}> has no {attribute}; give it one in degrees, as in lat=\"55.7068\" lon=\"21.1391\"")]
    NoCoordinate {
        /// `wpt`, `rtept` or `trkpt`.
        element: String,
        /// `lat` or `lon`.
        attribute: &'static str,
    },
    /// A point whose position is none.
    #[error("{attribute}=\"{value}\" is no {name}; write a number of degrees from −{most} to {most}{hint}")]
    Coordinate {
        /// `lat` or `lon`.
        attribute: &'static str,
        /// What stands there, shortened.
        value: String,
        /// `latitude` or `longitude`.
        name: &'static str,
        /// The most degrees there are.
        most: u8,
        /// What was probably meant.
        hint: &'static str,
    },
    /// Elements within elements within elements.
    #[error("elements are nested more than {0} deep, which no GPX needs; export the file again")]
    TooDeep(usize),
    /// A text or a tag that does not end.
    #[error("one text or tag here is longer than {0} bytes; shorten it")]
    TooLong(usize),
    /// More points than may be read.
    #[error("the file has more than {0} track points; split it")]
    TooManyPoints(u64),
    /// More of everything else than may be read.
    #[error("the file has more than {0} waypoints, routes, tracks and segments; split it")]
    TooManyParts(u64),
    /// More extensions than may be kept.
    #[error("the extensions and details in the file take more than {0} bytes; split it, or export it without them")]
    TooMuchKept(u64),
    /// The file could not be fetched.
    #[error("reading stopped: {0}; try again")]
    Io(io::Error),
}

/// Something odd in a file that was read all the same.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Warning {
    /// Where.
    pub at: At,
    /// What.
    pub oddity: Oddity,
}

impl fmt::Display for Warning {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "{}: {}", self.at, self.oddity)
    }
}

/// What is odd.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Oddity {
    /// A time nobody can read; the point is kept without it.
    #[error("`{0}` is no time as in 2026-05-17T09:30:00Z; the point is kept without its time")]
    Time(String),
    /// A height that is no number; the point is kept without it.
    #[error("`{0}` is no elevation in metres; the point is kept without it")]
    Elevation(String),
    /// A height that nothing on earth has; the point is kept without it.
    #[error("`{0}` m is no elevation on earth; the point is kept without it")]
    ImpossibleElevation(String),
    /// A point without a position, with what is wrong with it.
    #[error("{0}; the point was left out")]
    Position(String),
    /// A point at 0°, 0° in a file from elsewhere.
    #[error("the point at 0°, 0° is far from all others, as a receiver without a position writes it; it was left out")]
    Nowhere,
    /// Points of a track that lie elsewhere than those before and behind.
    #[error("{}", astray(*.points))]
    Astray {
        /// How many there are, one behind the other.
        points: usize,
    },
    /// Points that would draw a route's line on from this point.
    #[error("{} ({first}); the line is drawn without", shapeless(*.count))]
    Shape {
        /// How many there are.
        count: usize,
        /// What the first says in the place of one.
        first: String,
    },
    /// The file stops in the middle.
    #[error("the file ends here, inside <{open}>; it was cut off, and what stands before was read: {read}")]
    CutOff {
        /// The innermost element that was still open.
        open: String,
        /// What was read of it.
        read: Extent,
    },
    /// Not well-formed XML, nested or long beyond all limits, or zeros where there was something; what follows is read.
    #[error("{reason}; {}", left_out(*.bytes))]
    Broken {
        /// What is wrong.
        reason: String,
        /// How much was left out, in UTF-8.
        bytes: u64,
    },
    /// A file that is broken in several places, told at its end.
    #[error("the file is broken in {places} places; {}; what was read: {read}", left_out(*.bytes))]
    BrokenInAll {
        /// How many.
        places: u64,
        /// How much was left out there, in UTF-8.
        bytes: u64,
        /// What was read of the file.
        read: Extent,
    },
    /// Something before the first element.
    #[error("the file does not begin with <?xml or <gpx>; {} before that", left_out(*.bytes))]
    Leading {
        /// How much, in UTF-8.
        bytes: u64,
    },
    /// Bytes that are no text in the file's encoding.
    #[error("there are bytes here that are no text in the file's encoding; they show as \u{FFFD}, so save it as UTF-8")]
    Bytes,
    /// A version other than 1.0 and 1.1.
    #[error("GPX has no version `{0}`; read as 1.1")]
    Version(String),
    /// No namespace, or a wrong one.
    #[error("the namespace of GPX is missing or wrong (`{0}`); read all the same")]
    Namespace(String),
    /// A prefix that nobody declared, before the name of one of GPX's elements.
    #[error("the prefix `{0}` is not declared; its elements are read as GPX's own")]
    Prefix(String),
    /// A point where GPX has none.
    #[error("<{0}> does not belong here and was left out")]
    Misplaced(String),
    /// Something after the end.
    #[error("the file goes on after </gpx>; what follows was left out: {what} ({bytes} bytes)")]
    Trailing {
        /// What seems to follow.
        what: &'static str,
        /// How much, in UTF-8.
        bytes: u64,
    },
}

impl Oddity {
    /// Whether it tells how the whole file ended.
    #[must_use]
    pub fn is_of_end(&self) -> bool {
        matches!(self, Oddity::CutOff { .. } | Oddity::BrokenInAll { .. } | Oddity::Trailing { .. })
    }
}

fn shapeless(count: usize) -> String {
    match count {
        1 => "a point (rpt) that draws the line on from here has no position".to_owned(),
        count => format!("{count} points (rpt) that draw the line on from here have no position"),
    }
}

fn astray(points: usize) -> String {
    match points {
        1 => "this point is far from those around it, which are near to one another; it was left out".to_owned(),
        points => format!(
            "this point and {} more are far from those around them, which are near to one another; they were left out",
            points - 1
        ),
    }
}

fn left_out(bytes: u64) -> String {
    match bytes {
        0 => "nothing was left out".to_owned(),
        1 => "1 byte was left out".to_owned(),
        bytes => format!("{bytes} bytes were left out"),
    }
}

/// How much of a file was read.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Extent {
    /// Waypoints.
    pub waypoints: u64,
    /// Points of routes.
    pub route_points: u64,
    /// Points of tracks.
    pub track_points: u64,
}

impl fmt::Display for Extent {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        let all =
            [(self.waypoints, "waypoint"), (self.route_points, "route point"), (self.track_points, "track point")];
        let mut some = all.into_iter().filter(|(count, _)| *count > 0).peekable();
        if some.peek().is_none() {
            return out.write_str("nothing");
        }
        while let Some((count, what)) = some.next() {
            let (plural, comma) = (if count == 1 { "" } else { "s" }, if some.peek().is_some() { ", " } else { "" });
            write!(out, "{count} {what}{plural}{comma}")?;
        }
        Ok(())
    }
}

/// Warnings in the order of the file: all are counted, the first hundred are kept, and those that say how it ends.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Warnings {
    kept: Vec<Warning>,
    count: u64,
    /// How many of those kept say how the file ends.
    of_end: usize,
}

/// How many warnings are kept besides those of the file's end.
pub(super) const KEPT: usize = 100;

impl Warnings {
    /// The first hundred; behind them, however many there were, what is told of the file's end.
    #[must_use]
    pub fn first(&self) -> &[Warning] {
        &self.kept
    }

    /// How many there were.
    #[must_use]
    pub fn count(&self) -> u64 {
        self.count
    }

    /// Takes one more; its words are only made where it is kept.
    pub(super) fn note(&mut self, warning: impl FnOnce() -> Warning) {
        self.count += 1;
        if self.kept.len() < KEPT {
            self.kept.push(warning());
        }
    }

    /// Takes one that says how the file ends: nothing but such comes behind it.
    pub(super) fn note_end(&mut self, warning: Warning) {
        self.count += 1;
        self.of_end += 1;
        self.kept.push(warning);
    }

    /// Takes in one that was only known later than those behind it.
    pub(super) fn note_late(&mut self, warning: Warning) {
        self.count += 1;
        let others = self.kept.len() - self.of_end;
        let place = self.kept.get(..others).map_or(0, |kept| kept.partition_point(|known| known.at <= warning.at));
        if place < KEPT {
            self.kept.insert(place, warning);
            if others == KEPT {
                self.kept.remove(KEPT);
            }
        }
    }

    /// Counts those that are not worth keeping.
    pub(super) fn count_more(&mut self, more: u64) {
        self.count += more;
    }
}

/// As much of a text as a message can bear.
pub(super) fn shortened(text: &str) -> String {
    const LONGEST: usize = 40;
    let text = text.trim();
    match text.char_indices().nth(LONGEST) {
        Some((end, _)) => format!("{}…", &text[..end]),
        None => text.to_owned(),
    }
}
