//! A document back into a file.

use std::io::{self, Write};

use super::document::{Gpx, Root, Version, Waypoint};
use super::root::{NAMESPACE_1_0, NAMESPACE_1_1};
use super::time::format_time;
use crate::geometry::Point;

/// Writes a file as it was read, in its own version and with all it holds; what was kept, byte for byte.
///
/// Times are written in UTC, numbers in their shortest form that means the same, and the text in UTF-8.
///
/// # Errors
/// When writing fails.
pub fn write(gpx: &Gpx, out: &mut impl Write) -> io::Result<()> {
    let mut page = Page { prefix: &gpx.root.prefix, out };
    page.begin(&gpx.root)?;
    // The schema wants metadata first and extensions last.
    for child in gpx.children.iter().filter(|child| child.local_name() != "extensions") {
        page.raw(1, child.as_str())?;
    }
    for waypoint in &gpx.waypoints {
        page.waypoint(1, "wpt", waypoint)?;
    }
    for route in &gpx.routes {
        page.tag(1, "rte")?;
        page.raw(2, route.children.as_str())?;
        for point in &route.points {
            page.waypoint(2, "rtept", point)?;
        }
        page.end(1, "rte")?;
    }
    for track in &gpx.tracks {
        page.tag(1, "trk")?;
        page.raw(2, track.children.as_str())?;
        for segment in &track.segments {
            page.tag(2, "trkseg")?;
            for point in segment.iter() {
                page.point(3, "trkpt", point.point, (point.elevation, point.time_ms), point.children)?;
            }
            page.raw(3, segment.children.as_str())?;
            page.end(2, "trkseg")?;
        }
        page.end(1, "trk")?;
    }
    for child in gpx.children.iter().filter(|child| child.local_name() == "extensions") {
        page.raw(1, child.as_str())?;
    }
    page.end(0, "gpx")
}

struct Page<'p, W> {
    prefix: &'p str,
    out: &'p mut W,
}

impl<W: Write> Page<'_, W> {
    fn begin(&mut self, root: &Root) -> io::Result<()> {
        self.out.write_all(b"<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n")?;
        self.open(0, "gpx")?;
        if root.attributes.is_empty() {
            let (version, namespace) = match root.version {
                Version::V1_0 => ("1.0", NAMESPACE_1_0),
                Version::V1_1 => ("1.1", NAMESPACE_1_1),
            };
            write!(self.out, " version=\"{version}\" xmlns=\"{namespace}\"")?;
        } else {
            write!(self.out, " {}", root.attributes)?;
        }
        self.out.write_all(b">\n")
    }

    fn indent(&mut self, depth: usize) -> io::Result<()> {
        (0..depth).try_for_each(|_| self.out.write_all(b"  "))
    }

    /// `<name`, with the file's prefix.
    fn open(&mut self, depth: usize, name: &str) -> io::Result<()> {
        self.indent(depth)?;
        let colon = if self.prefix.is_empty() { "" } else { ":" };
        write!(self.out, "<{}{colon}{name}", self.prefix)
    }

    fn tag(&mut self, depth: usize, name: &str) -> io::Result<()> {
        self.open(depth, name)?;
        self.out.write_all(b">\n")
    }

    fn end(&mut self, depth: usize, name: &str) -> io::Result<()> {
        self.indent(depth)?;
        self.close(name)
    }

    fn close(&mut self, name: &str) -> io::Result<()> {
        let colon = if self.prefix.is_empty() { "" } else { ":" };
        writeln!(self.out, "</{}{colon}{name}>", self.prefix)
    }

    fn raw(&mut self, depth: usize, xml: &str) -> io::Result<()> {
        if xml.is_empty() {
            return Ok(());
        }
        self.indent(depth)?;
        self.out.write_all(xml.as_bytes())?;
        self.out.write_all(b"\n")
    }

    fn waypoint(&mut self, depth: usize, name: &str, waypoint: &Waypoint) -> io::Result<()> {
        let Waypoint { point, elevation, time_ms, children } = waypoint;
        self.point(depth, name, *point, (*elevation, *time_ms), children.as_str())
    }

    fn point(
        &mut self,
        depth: usize,
        name: &str,
        point: Point,
        (elevation, time_ms): (Option<f64>, Option<i64>),
        children: &str,
    ) -> io::Result<()> {
        self.open(depth, name)?;
        write!(self.out, " lat=\"{}\" lon=\"{}\"", point.lat(), point.lon())?;
        let time = time_ms.and_then(format_time);
        if elevation.is_none() && time.is_none() && children.is_empty() {
            return self.out.write_all(b"/>\n");
        }
        self.out.write_all(b">\n")?;
        if let Some(metres) = elevation {
            self.value(depth + 1, "ele", &metres.to_string())?;
        }
        if let Some(time) = time {
            self.value(depth + 1, "time", &time)?;
        }
        self.raw(depth + 1, children)?;
        self.end(depth, name)
    }

    fn value(&mut self, depth: usize, name: &str, value: &str) -> io::Result<()> {
        self.open(depth, name)?;
        write!(self.out, ">{value}")?;
        self.close(name)
    }
}
