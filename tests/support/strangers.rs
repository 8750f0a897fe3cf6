//! GPX files as strangers have them.

use std::path::PathBuf;

use crate::project::project;

/// One of those that were made after faults of other programs.
#[must_use]
pub fn stranger(name: &str) -> PathBuf {
    project("tests/fixtures/strangers").join(name)
}

/// A straight track northward from there, so many points 50 m apart.
#[must_use]
pub fn straight_track(name: &str, from: f64, points: u32, more: &str) -> String {
    let points = (0..points).map(|number| {
        let lat = from + f64::from(number) * 0.000_45;
        format!("<trkpt lat=\"{lat:.6}\" lon=\"21.13\">{more}</trkpt>")
    });
    format!("<trk>{name}<trkseg>{}</trkseg></trk>", points.collect::<String>())
}

/// A file with that in it.
#[must_use]
pub fn file_of(inside: &str) -> String {
    format!("<gpx version=\"1.1\" xmlns=\"http://www.topografix.com/GPX/1/1\">{inside}</gpx>")
}
