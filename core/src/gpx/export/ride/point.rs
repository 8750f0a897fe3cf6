//! One fix as a point of a track, as each profile's readers understand it.

use std::io::{self, Write};

use super::Placed;
use crate::geometry::Point;
use crate::gpx::coordinates::HEIGHTS;
use crate::gpx::export::page::{Page, degrees};
use crate::gpx::export::profile::Profile;
use crate::gpx::recording::{exact, is_decimal};
use crate::gpx::time::format_time;

impl Placed {
    pub(super) fn write<W: Write>(&self, profile: Profile, page: &mut Page<W>) -> io::Result<()> {
        let plain = profile == Profile::Plain;
        let [lat, lon] = if plain { exact_degrees(self.point) } else { degrees(self.point) };
        page.open("trkpt", &[("lat", &lat), ("lon", &lon)])?;
        if let Some(metres) = self.recorded.fix.altitude_m.filter(|metres| HEIGHTS.contains(metres)) {
            let metres = if plain && is_decimal(metres) { exact(metres) } else { format!("{metres:.1}") };
            page.value("ele", &metres)?;
        }
        let time = format_time(self.recorded.steady_ms);
        page.value("time", time.as_deref().unwrap_or_default())?;
        match profile {
            Profile::Plain => self.all_else(time.is_none(), page)?,
            Profile::Garmin => self.garmin(page)?,
            Profile::Osmand => self.osmand(page)?,
            Profile::Komoot => {}
        }
        page.close("trkpt")
    }

    /// What a reader needs to have the fix again to the bit. A phone knows no dilution of precision, so none is made up.
    fn all_else<W: Write>(&self, untimed: bool, page: &mut Page<W>) -> io::Result<()> {
        let (fix, steady_ms) = (&self.recorded.fix, self.recorded.steady_ms);
        page.open("extensions", &[])?;
        page.value("rg:accuracy", &exact(fix.accuracy_m))?;
        let numbers = [
            ("rg:speed", fix.speed_mps),
            ("rg:course", fix.course_deg),
            ("rg:altitude", fix.altitude_m.filter(|metres| !(is_decimal(*metres) && HEIGHTS.contains(metres)))),
        ];
        for (name, number) in numbers {
            page.value(name, &number.map(exact).unwrap_or_default())?;
        }
        page.value("rg:monotonic", &said(fix.monotonic_ms))?;
        page.value("rg:phoneTime", &said(Some(fix.time_ms).filter(|time_ms| *time_ms != steady_ms)))?;
        beyond_gpx(self.point, Some(steady_ms).filter(|_| untimed), page)?;
        page.close("extensions")
    }

    /// Garmin's extension wants its elements in this order.
    fn garmin<W: Write>(&self, page: &mut Page<W>) -> io::Result<()> {
        let (speed, course) = (self.speed(), self.course());
        if speed.is_none() && course.is_none() {
            return Ok(());
        }
        page.open("extensions", &[])?;
        page.open("gpxtpx:TrackPointExtension", &[])?;
        page.value("gpxtpx:speed", &speed.unwrap_or_default())?;
        page.value("gpxtpx:course", &course.unwrap_or_default())?;
        page.close("gpxtpx:TrackPointExtension")?;
        page.close("extensions")
    }

    /// OsmAnd takes `hdop` for metres and leaves out a speed of nothing.
    fn osmand<W: Write>(&self, page: &mut Page<W>) -> io::Result<()> {
        let accuracy_m = Some(self.recorded.fix.accuracy_m).filter(|metres| metres.is_finite() && *metres >= 0.0);
        page.value("hdop", &accuracy_m.map(|metres| format!("{metres:.1}")).unwrap_or_default())?;
        let Some(speed) = self.speed().filter(|speed| speed != "0.00") else { return Ok(()) };
        page.open("extensions", &[])?;
        page.value("osmand:speed", &speed)?;
        page.close("extensions")
    }

    fn speed(&self) -> Option<String> {
        let speed = self.recorded.fix.speed_mps.filter(|speed| speed.is_finite() && *speed >= 0.0)?;
        Some(format!("{speed:.2}"))
    }

    /// From 0 to less than 360 degrees; some phones say −1 for unknown.
    fn course(&self) -> Option<String> {
        let course = self.recorded.fix.course_deg.filter(|course| (0.0..=360.0).contains(course))?;
        let text = format!("{course:.1}");
        Some(if text == "360.0" { "0.0".to_owned() } else { text })
    }
}

/// Latitude and longitude to the bit where GPX can say them, else nearby: see [`beyond_gpx`].
pub(super) fn exact_degrees(point: Point) -> [String; 2] {
    let (lat, lon) = (point.lat(), point.lon());
    if is_decimal(lat) && is_longitude(lon) { [exact(lat), exact(lon)] } else { degrees(point) }
}

/// What GPX has no way to say: a time in an odd year, and the position where it could only say one nearby.
pub(super) fn beyond_gpx<W: Write>(point: Point, odd_time_ms: Option<i64>, page: &mut Page<W>) -> io::Result<()> {
    let (lat, lon) = (point.lat(), point.lon());
    page.value("rg:time", &said(odd_time_ms))?;
    if !(is_decimal(lat) && is_longitude(lon)) {
        page.value("rg:lat", &exact(lat))?;
        page.value("rg:lon", &exact(lon))?;
    }
    Ok(())
}

/// The schema has no 180° east but 180° west.
fn is_longitude(degrees: f64) -> bool {
    is_decimal(degrees) && degrees != 180.0
}

fn said(milliseconds: Option<i64>) -> String {
    milliseconds.map(|milliseconds| milliseconds.to_string()).unwrap_or_default()
}
