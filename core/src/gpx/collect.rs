//! A whole file in memory.

use std::io::Read;

use super::astray::Astray;
use super::children::Children;
use super::document::{Gpx, Itinerary, Root, Segment, Track, Version};
use super::fault::GpxError;
use super::item::Item;
use super::limits::Limits;
use super::nowhere::Nowhere;
use super::reader::Reader;

/// Reads a whole GPX file: `&bytes[..]`, a file, anything that can be read. It need not be buffered.
///
/// Points at 0°, 0° of a file that is from elsewhere are left out, and points of a track that are astray.
///
/// # Errors
/// When the file is no GPX or over a limit, or broken or cut off before any point.
pub fn read<R: Read>(input: R, limits: &Limits) -> Result<Gpx, GpxError> {
    let mut reader = Reader::new(input, limits);
    let mut gpx = Gpx {
        root: Root { version: Version::V1_1, creator: None, prefix: "".into(), attributes: "".into() },
        children: Children::default(),
        waypoints: Vec::new(),
        routes: Vec::new(),
        tracks: Vec::new(),
        warnings: super::Warnings::default(),
    };
    let mut children = String::new();
    let mut segment = Segment::default();
    let (mut nowhere, mut astray) = (Nowhere::default(), Astray::default());
    while let Some(item) = reader.next()? {
        match item {
            Item::Point(point) => {
                segment.push(point);
                if astray.suspects(&point) {
                    let track = gpx.tracks.len().saturating_sub(1);
                    let of_track = gpx.tracks.last().map_or(0, |track| track.segments.len());
                    astray.suspect(track, of_track, segment.len() - 1, reader.at_point());
                }
            }
            Item::Root(root) => gpx.root = root,
            Item::Waypoint(waypoint) => gpx.waypoints.push(waypoint),
            Item::RouteStart(at) => {
                gpx.routes.push(Itinerary { at, children: Children::default(), points: Vec::new() });
            }
            Item::RoutePoint(point) => {
                if let Some(route) = gpx.routes.last_mut() {
                    route.points.push(point);
                }
            }
            Item::RouteEnd(children) => {
                if let Some(route) = gpx.routes.last_mut() {
                    route.children = children;
                }
            }
            Item::TrackStart(at) => {
                gpx.tracks.push(Track { at, children: Children::default(), segments: Vec::new() });
            }
            Item::SegmentStart => {
                segment = Segment::default();
                astray.begin();
            }
            Item::SegmentEnd(children) => {
                segment.children = children;
                segment.shrink();
                if let Some(track) = gpx.tracks.last_mut() {
                    track.segments.push(std::mem::take(&mut segment));
                }
            }
            Item::TrackEnd(children) => {
                if let Some(track) = gpx.tracks.last_mut() {
                    track.children = children;
                }
            }
            Item::Other(xml) => children.push_str(xml),
        }
        if let Some(at) = reader.nowhere() {
            nowhere.note(at);
        }
    }
    gpx.children = Children(children.into());
    gpx.warnings = reader.into_warnings();
    // By their numbers, so before others are taken out.
    astray.leave_out(&mut gpx);
    nowhere.leave_out(&mut gpx);
    Ok(gpx)
}
