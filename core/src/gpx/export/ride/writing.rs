//! One ride being written: what is known of it, its waypoints, its fixes.

use std::io::{self, BufWriter, Write};

use super::point::{beyond_gpx, exact_degrees};
use super::{ExportedRide, Placed, RideExport};
use crate::geometry::Metres;
use crate::gpx::export::names::Names;
use crate::gpx::export::page::{OSMAND, Page, degrees};
use crate::gpx::export::profile::Profile;
use crate::gpx::export::words::Words;
use crate::gpx::export::writing::sport;
use crate::gpx::recording::{NAMESPACE, RideAbout, RideWaypoint};
use crate::gpx::time::format_time;

/// Garmin's extension for what a track point says besides: speed in metres a second, course in degrees.
const GARMIN: (&str, &str) = ("xmlns:gpxtpx", "http://www.garmin.com/xmlschemas/TrackPointExtension/v2");

pub(super) struct RideWriting<'r, W: Write> {
    about: &'r RideAbout,
    how: RideExport,
    page: Page<BufWriter<W>>,
    names: Names,
    /// The number of the segment being written.
    segment: Option<u32>,
    /// The number that a reader would give it.
    expected: Option<u32>,
    told: ExportedRide,
}

impl<'r, W: Write> RideWriting<'r, W> {
    pub(super) fn begin(about: &'r RideAbout, how: RideExport, out: W) -> io::Result<RideWriting<'r, W>> {
        let namespaces = match how.profile {
            Profile::Plain => &[("xmlns:rg", NAMESPACE)][..],
            Profile::Garmin => &[GARMIN],
            Profile::Osmand => &[OSMAND],
            Profile::Komoot => &[],
        };
        let page = Page::begin_gpx(BufWriter::new(out), namespaces)?;
        let mut names = Names::new(how.profile.name_length());
        let told = ExportedRide {
            name: names.choose(&about.name),
            written: 0,
            of: 0,
            skipped: 0,
            segments: 0,
            waypoints: 0,
            tolerance: Metres::ZERO,
        };
        Ok(RideWriting { about, how, page, names, segment: None, expected: Some(0), told })
    }

    /// Writes what stands before the first fix; of a thinned ride, how many fixes were kept of how many.
    pub(super) fn head(
        &mut self,
        waypoints: &[RideWaypoint],
        thinned: Option<(usize, usize, Metres)>,
    ) -> io::Result<()> {
        self.metadata()?;
        for waypoint in waypoints {
            self.waypoint(waypoint)?;
        }
        self.told.waypoints = waypoints.len();
        let mut description: Vec<String> = self.about.description.iter().cloned().collect();
        if let Some((kept, of, tolerance)) = thinned {
            self.told.of = of;
            self.told.tolerance = tolerance;
            description.extend((kept < of).then(|| Words::of(self.how.language).detail(kept, of, tolerance)));
        }
        self.page.open("trk", &[])?;
        self.page.text("name", &self.told.name)?;
        self.page.text("cmt", &self.about.followed.join("\n"))?;
        self.page.text("desc", &description.join("\n\n"))?;
        self.page.value("type", self.about.mode.map_or("", sport))
    }

    fn metadata(&mut self) -> io::Result<()> {
        let about = self.about;
        let time = format_time(about.started_ms);
        self.page.open("metadata", &[])?;
        self.page.text("name", &about.name)?;
        self.page.text("desc", about.description.as_deref().unwrap_or_default())?;
        self.page.value("time", time.as_deref().unwrap_or_default())?;
        if self.how.profile == Profile::Plain {
            self.page.open("extensions", &[])?;
            self.page.text("rg:key", &about.key)?;
            for name in &about.followed {
                self.page.text("rg:followed", name)?;
            }
            self.page.value("rg:mode", about.mode.map_or("", |mode| mode.name()))?;
            if time.is_none() {
                self.page.value("rg:time", &about.started_ms.to_string())?;
            }
            self.page.close("extensions")?;
        }
        self.page.close("metadata")
    }

    fn waypoint(&mut self, waypoint: &RideWaypoint) -> io::Result<()> {
        let plain = self.how.profile == Profile::Plain;
        let [lat, lon] = if plain { exact_degrees(waypoint.point) } else { degrees(waypoint.point) };
        let (time, attachment) = (format_time(waypoint.time_ms), waypoint.kind.attachment());
        self.page.open("wpt", &[("lat", &lat), ("lon", &lon)])?;
        self.page.value("time", time.as_deref().unwrap_or_default())?;
        if !waypoint.name.trim().is_empty() {
            self.page.text("name", &self.names.choose(&waypoint.name))?;
        }
        if let Some(attachment) = attachment {
            self.page.empty("link", &[("href", &attachment.file.reference())])?;
        }
        if plain {
            self.page.open("extensions", &[])?;
            self.page.value("rg:kind", waypoint.kind.word())?;
            if let Some(attachment) = attachment {
                self.page.value("rg:bytes", &attachment.bytes.to_string())?;
                self.page.text("rg:digest", &attachment.digest)?;
            }
            beyond_gpx(waypoint.point, Some(waypoint.time_ms).filter(|_| time.is_none()), &mut self.page)?;
            self.page.close("extensions")?;
        }
        self.page.close("wpt")
    }

    pub(super) fn fix(&mut self, placed: &Placed) -> io::Result<()> {
        let number = Some(placed.recorded.segment);
        let goes_on = self.how.profile == Profile::Komoot && self.segment.is_some();
        if self.segment != number && !goes_on {
            self.end_segment()?;
            self.page.open("trkseg", &[])?;
            self.segment = number;
            self.told.segments += 1;
        }
        self.told.written += 1;
        placed.write(self.how.profile, &mut self.page)
    }

    fn end_segment(&mut self) -> io::Result<()> {
        let Some(number) = self.segment else { return Ok(()) };
        if self.how.profile == Profile::Plain && self.expected != Some(number) {
            self.page.open("extensions", &[])?;
            self.page.value("rg:segment", &number.to_string())?;
            self.page.close("extensions")?;
        }
        self.expected = number.checked_add(1);
        self.page.close("trkseg")
    }

    pub(super) fn end(mut self) -> io::Result<ExportedRide> {
        self.end_segment()?;
        self.page.close("trk")?;
        self.page.close("gpx")?;
        self.page.end()?;
        Ok(ExportedRide { of: self.told.of.max(self.told.written), ..self.told })
    }
}
