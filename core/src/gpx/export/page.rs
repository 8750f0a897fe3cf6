//! XML being written: elements with indentation, and text that XML can hold.

use std::borrow::Cow;
use std::io::{self, Write};

use quick_xml::Writer;
use quick_xml::events::{BytesDecl, BytesEnd, BytesStart, BytesText, Event};

use crate::geometry::Point;
use crate::gpx::root::NAMESPACE_1_1;

const SCHEMA: &str = "http://www.topografix.com/GPX/1/1/gpx.xsd";
/// The program that our files name as theirs.
pub(in crate::gpx) const CREATOR: &str = "route-guide";
/// OsmAnd's namespace, with the prefix that it looks for.
pub(in crate::gpx) const OSMAND: (&str, &str) = ("xmlns:osmand", "https://osmand.net");

/// An XML file being written.
pub(super) struct Page<W: Write>(Writer<W>);

impl<W: Write> Page<W> {
    fn begin(out: W) -> io::Result<Page<W>> {
        let mut writer = Writer::new_with_indent(out, b' ', 2);
        writer.write_event(Event::Decl(BytesDecl::new("1.0", Some("UTF-8"), None)))?;
        Ok(Page(writer))
    }

    /// Begins the page of a GPX file, with namespaces besides GPX's own as attributes.
    pub(super) fn begin_gpx(out: W, namespaces: &[(&str, &str)]) -> io::Result<Page<W>> {
        let schemas = format!("{NAMESPACE_1_1} {SCHEMA}");
        let mut attributes = vec![
            ("version", "1.1"),
            ("creator", CREATOR),
            ("xmlns", NAMESPACE_1_1),
            ("xmlns:xsi", "http://www.w3.org/2001/XMLSchema-instance"),
            ("xsi:schemaLocation", schemas.as_str()),
        ];
        attributes.extend(namespaces);
        let mut page = Page::begin(out)?;
        page.open("gpx", &attributes)?;
        Ok(page)
    }

    pub(super) fn open(&mut self, name: &str, attributes: &[(&str, &str)]) -> io::Result<()> {
        self.0.write_event(Event::Start(tag(name, attributes)))
    }

    pub(super) fn close(&mut self, name: &str) -> io::Result<()> {
        self.0.write_event(Event::End(BytesEnd::new(name)))
    }

    pub(super) fn empty(&mut self, name: &str, attributes: &[(&str, &str)]) -> io::Result<()> {
        self.0.write_event(Event::Empty(tag(name, attributes)))
    }

    /// An element with text; without text, nothing.
    pub(super) fn text(&mut self, name: &str, text: &str) -> io::Result<()> {
        let text = clean(text);
        if text.trim().is_empty() {
            return Ok(());
        }
        self.0.create_element(name).write_text_content(BytesText::new(text.trim()))?;
        Ok(())
    }

    /// An element with digits, a time or a word of our own, which need no cleaning; without text, nothing.
    pub(super) fn value(&mut self, name: &str, value: &str) -> io::Result<()> {
        if value.is_empty() {
            return Ok(());
        }
        self.open(name, &[])?;
        self.0.write_event(Event::Text(BytesText::from_escaped(value)))?;
        self.close(name)
    }

    /// One point of a track.
    pub(super) fn track_point(&mut self, point: Point, elevation: Option<f64>) -> io::Result<()> {
        let [lat, lon] = degrees(point);
        let attributes = [("lat", lat.as_str()), ("lon", lon.as_str())];
        let Some(metres) = elevation else { return self.empty("trkpt", &attributes) };
        self.open("trkpt", &attributes)?;
        self.text("ele", &format!("{metres:.1}"))?;
        self.close("trkpt")
    }

    pub(super) fn end(mut self) -> io::Result<()> {
        let out = self.0.get_mut();
        out.write_all(b"\n")?;
        out.flush()
    }
}

/// Latitude and longitude to the centimetre; the schema has no 180° east but 180° west.
pub(super) fn degrees(point: Point) -> [String; 2] {
    let lon = format!("{:.7}", point.lon());
    [format!("{:.7}", point.lat()), if lon == "180.0000000" { "-180.0000000".into() } else { lon }]
}

fn tag<'t>(name: &'t str, attributes: &[(&str, &str)]) -> BytesStart<'t> {
    let mut tag = BytesStart::new(name);
    for &(name, value) in attributes {
        tag.push_attribute((name, &*clean(value)));
    }
    tag
}

/// Without the characters that XML 1.0 cannot hold.
fn clean(text: &str) -> Cow<'_, str> {
    let forbidden =
        |c: char| matches!(c, '\0'..='\u{8}' | '\u{B}' | '\u{C}' | '\u{E}'..='\u{1F}' | '\u{FFFE}' | '\u{FFFF}');
    if text.contains(forbidden) { Cow::Owned(text.replace(forbidden, "")) } else { Cow::Borrowed(text) }
}
