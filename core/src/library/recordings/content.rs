//! What a track is, whatever file or library it is in: the digest of its points.

use crate::gpx::{Gpx, Part, PartKind, Piece, Segment};
use crate::model::Fix;

/// A digest of points being taken.
///
/// Positions count to the centimetre and times to the second, so that a ride is known again when it comes back from
/// another program that writes fewer digits.
pub(in super::super) struct Content {
    hasher: blake3::Hasher,
    points: u64,
}

impl Content {
    /// Of nothing yet.
    pub(in super::super) fn new() -> Content {
        Content { hasher: blake3::Hasher::new(), points: 0 }
    }

    /// Takes the next point.
    pub(in super::super) fn add(&mut self, lat: f64, lon: f64, time_ms: Option<i64>) {
        self.points += 1;
        for degrees in [lat, lon] {
            self.hasher.update(&((degrees * 1e7).round() as i64).to_le_bytes());
        }
        self.hasher.update(&time_ms.map_or(i64::MIN, |time_ms| time_ms.div_euclid(1_000)).to_le_bytes());
    }

    /// Takes the next fix, at the time of the ride.
    pub(in super::super) fn add_fix(&mut self, fix: &Fix, ride_ms: i64) {
        self.add(fix.lat, fix.lon, Some(ride_ms));
    }

    /// The digest; nothing has none.
    pub(in super::super) fn digest(&self) -> Option<String> {
        (self.points > 0).then(|| self.hasher.finalize().to_hex()[..32].to_owned())
    }
}

/// What a file is by its points: of its tracks, or where it has none, of its routes.
pub(super) fn of_file(gpx: &Gpx) -> Option<String> {
    let mut content = Content::new();
    for point in gpx.tracks.iter().flat_map(|track| &track.segments).flat_map(Segment::iter) {
        content.add(point.point.lat(), point.point.lon(), point.time_ms);
    }
    if gpx.track_points() == 0 {
        for point in gpx.routes.iter().flat_map(|route| &route.points) {
            content.add(point.point.lat(), point.point.lon(), None);
        }
    }
    content.digest()
}

/// What parts of a file are by their points.
pub(super) fn of_parts(parts: &[Part<'_>]) -> Option<String> {
    let mut content = Content::new();
    for part in parts {
        let is_track = part.kind() == PartKind::Track;
        for point in part.pieces().iter().flat_map(Piece::iter) {
            content.add(point.point.lat(), point.point.lon(), point.time_ms.filter(|_| is_track));
        }
    }
    content.digest()
}
