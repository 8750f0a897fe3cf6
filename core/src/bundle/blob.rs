//! Shapes as GeoPackage keeps them: a small header, then well-known binary (OGC 12-128r15, clause 2.1.3).
//!
//! Written and read: little-endian, x = longitude, y = latitude, SRS 4326.

use crate::geometry::{Point, PointError};

/// WKB's numbers of shapes.
const POINT: u32 = 1;
const LINE_STRING: u32 = 2;
const POLYGON: u32 = 3;
const MULTI_LINE_STRING: u32 = 5;
const MULTI_POLYGON: u32 = 6;
const LINE_STRING_Z: u32 = 1002;

/// WGS 84 as EPSG numbers it.
const SRS: i32 = 4326;
/// The numbers in this blob are little-endian.
const LITTLE_ENDIAN: u8 = 1;
/// The shape has no positions.
const EMPTY: u8 = 1 << 4;
/// The header tells least and greatest x and y.
const ENVELOPE_XY: u8 = 1 << 1;

/// Least and greatest longitude and latitude, as a GeoPackage counts them: without regard to the antimeridian.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Extent {
    pub min_x: f64,
    pub max_x: f64,
    pub min_y: f64,
    pub max_y: f64,
}

impl Extent {
    /// The smallest extent around all the positions; `None` where there are none.
    pub fn around(points: impl IntoIterator<Item = Point>) -> Option<Extent> {
        points.into_iter().map(Extent::of).reduce(Extent::and)
    }

    fn of(point: Point) -> Extent {
        Extent { min_x: point.lon(), max_x: point.lon(), min_y: point.lat(), max_y: point.lat() }
    }

    /// The smallest extent around both.
    pub fn and(self, other: Extent) -> Extent {
        Extent {
            min_x: self.min_x.min(other.min_x),
            max_x: self.max_x.max(other.max_x),
            min_y: self.min_y.min(other.min_y),
            max_y: self.max_y.max(other.max_y),
        }
    }
}

/// A blob being written.
struct Ink(Vec<u8>);

impl Ink {
    fn header(extent: Option<Extent>, empty: bool) -> Ink {
        let flags = LITTLE_ENDIAN | if extent.is_some() { ENVELOPE_XY } else { 0 } | if empty { EMPTY } else { 0 };
        let mut ink = Ink(vec![b'G', b'P', 0, flags]);
        ink.0.extend(SRS.to_le_bytes());
        if let Some(extent) = extent {
            ink.reals(&[extent.min_x, extent.max_x, extent.min_y, extent.max_y]);
        }
        ink
    }

    fn shape(&mut self, kind: u32) {
        self.0.push(LITTLE_ENDIAN);
        self.0.extend(kind.to_le_bytes());
    }

    fn count(&mut self, count: usize) {
        // No shape in memory has four thousand million parts.
        self.0.extend(u32::try_from(count).unwrap_or(u32::MAX).to_le_bytes());
    }

    fn reals(&mut self, reals: &[f64]) {
        for real in reals {
            self.0.extend(real.to_le_bytes());
        }
    }

    fn points(&mut self, points: &[Point]) {
        self.count(points.len());
        for point in points {
            self.reals(&[point.lon(), point.lat()]);
        }
    }
}

/// The blob of a position.
pub(super) fn write_point(point: Point) -> Vec<u8> {
    let mut ink = Ink::header(None, false);
    ink.shape(POINT);
    ink.reals(&[point.lon(), point.lat()]);
    ink.0
}

/// The blob of a line, with an elevation for each position where they are known.
pub(super) fn write_line(points: &[Point], elevations: Option<&[f64]>) -> Vec<u8> {
    let mut ink = Ink::header(Extent::around(points.iter().copied()), points.is_empty());
    match elevations {
        None => {
            ink.shape(LINE_STRING);
            ink.points(points);
        }
        Some(elevations) => {
            ink.shape(LINE_STRING_Z);
            ink.count(points.len());
            for (point, metres) in points.iter().zip(elevations) {
                ink.reals(&[point.lon(), point.lat(), *metres]);
            }
        }
    }
    ink.0
}

/// The blob of several lines.
pub(super) fn write_lines(lines: &[Vec<Point>]) -> Vec<u8> {
    let extent = Extent::around(lines.iter().flatten().copied());
    let mut ink = Ink::header(extent, extent.is_none());
    ink.shape(MULTI_LINE_STRING);
    ink.count(lines.len());
    for line in lines {
        ink.shape(LINE_STRING);
        ink.points(line);
    }
    ink.0
}

/// The blob of several areas, each its outer ring and then its holes.
pub(super) fn write_areas(areas: &[Vec<Vec<Point>>]) -> Vec<u8> {
    let extent = Extent::around(areas.iter().flatten().flatten().copied());
    let mut ink = Ink::header(extent, extent.is_none());
    ink.shape(MULTI_POLYGON);
    ink.count(areas.len());
    for rings in areas {
        ink.shape(POLYGON);
        ink.count(rings.len());
        for ring in rings {
            ink.points(ring);
        }
    }
    ink.0
}

/// Why a blob is no such shape.
#[derive(Debug, PartialEq)]
pub(super) enum BlobError {
    /// A position off the earth.
    Position(PointError),
    /// More vertices than allowed; how many it declares.
    TooManyVertices(u64),
    /// Anything else.
    Malformed(&'static str),
}

/// A blob being read.
struct Eye<'b>(&'b [u8]);

impl<'b> Eye<'b> {
    /// Past the header, which must be that of a blob this code could have written.
    fn past_header(blob: &'b [u8]) -> Result<Eye<'b>, BlobError> {
        let mut eye = Eye(blob);
        let [b'G', b'P', 0, flags] = eye.bytes::<4>()? else {
            return Err(BlobError::Malformed("the geometry is no GeoPackage geometry"));
        };
        let envelope = match flags & !EMPTY {
            LITTLE_ENDIAN => 0,
            flags if flags == LITTLE_ENDIAN | ENVELOPE_XY => 4,
            _ => return Err(BlobError::Malformed("the geometry is of an unknown kind (its flags)")),
        };
        if i32::from_le_bytes(eye.bytes()?) != SRS {
            return Err(BlobError::Malformed("the geometry is not in longitude and latitude on WGS 84 (EPSG:4326)"));
        }
        for _ in 0..envelope {
            eye.real()?;
        }
        Ok(eye)
    }

    fn bytes<const N: usize>(&mut self) -> Result<[u8; N], BlobError> {
        let (first, rest) = self.0.split_first_chunk::<N>().ok_or(BlobError::Malformed("the geometry is cut off"))?;
        self.0 = rest;
        Ok(*first)
    }

    fn real(&mut self) -> Result<f64, BlobError> {
        Ok(f64::from_le_bytes(self.bytes()?))
    }

    fn kind(&mut self) -> Result<u32, BlobError> {
        match self.bytes()? {
            [LITTLE_ENDIAN] => Ok(u32::from_le_bytes(self.bytes()?)),
            _ => Err(BlobError::Malformed("the geometry is not little-endian")),
        }
    }

    fn shape(&mut self, kind: u32) -> Result<(), BlobError> {
        if self.kind()? == kind {
            Ok(())
        } else {
            Err(BlobError::Malformed("the geometry is of another kind than its layer"))
        }
    }

    /// How many parts follow: never more than there are bytes for, so that it is safe to make room for them.
    fn count(&mut self, bytes_each: usize) -> Result<usize, BlobError> {
        let count = u32::from_le_bytes(self.bytes()?) as usize;
        if count > self.0.len() / bytes_each {
            return Err(BlobError::Malformed("the geometry declares more parts than it has"));
        }
        Ok(count)
    }

    fn point(&mut self) -> Result<Point, BlobError> {
        let (lon, lat) = (self.real()?, self.real()?);
        Point::new(lat, lon).map_err(BlobError::Position)
    }

    fn points(&mut self, least: usize) -> Result<Vec<Point>, BlobError> {
        let count = self.count(16)?;
        if count < least {
            return Err(BlobError::Malformed("the geometry has a line or ring of too few positions"));
        }
        (0..count).map(|_| self.point()).collect()
    }

    fn ring(&mut self) -> Result<Vec<Point>, BlobError> {
        let ring = self.points(4)?;
        if ring.first() == ring.last() {
            Ok(ring)
        } else {
            Err(BlobError::Malformed("the geometry has a ring that is not closed"))
        }
    }

    fn end(&self) -> Result<(), BlobError> {
        if self.0.is_empty() { Ok(()) } else { Err(BlobError::Malformed("the geometry goes on after its end")) }
    }
}

/// The position in a blob.
pub(super) fn read_point(blob: &[u8]) -> Result<Point, BlobError> {
    let mut eye = Eye::past_header(blob)?;
    eye.shape(POINT)?;
    let point = eye.point()?;
    eye.end()?;
    Ok(point)
}

/// The positions of the line in a blob, and their elevations where they are known.
pub(super) fn read_line(blob: &[u8], most: usize) -> Result<(Vec<Point>, Option<Vec<f64>>), BlobError> {
    let mut eye = Eye::past_header(blob)?;
    let with_elevations = match eye.kind()? {
        LINE_STRING => false,
        LINE_STRING_Z => true,
        _ => return Err(BlobError::Malformed("the geometry is no line")),
    };
    let declared = u32::from_le_bytes(Eye(eye.0).bytes()?);
    if declared as usize > most {
        return Err(BlobError::TooManyVertices(declared.into()));
    }
    let count = eye.count(if with_elevations { 24 } else { 16 })?;
    let mut points = Vec::with_capacity(count);
    let mut elevations = with_elevations.then(|| Vec::with_capacity(count));
    for _ in 0..count {
        points.push(eye.point()?);
        if let Some(elevations) = &mut elevations {
            elevations.push(eye.real()?);
        }
    }
    eye.end()?;
    Ok((points, elevations))
}

/// The lines in a blob.
pub(super) fn read_lines(blob: &[u8]) -> Result<Vec<Vec<Point>>, BlobError> {
    let mut eye = Eye::past_header(blob)?;
    eye.shape(MULTI_LINE_STRING)?;
    let lines = (0..eye.count(9)?).map(|_| {
        eye.shape(LINE_STRING)?;
        eye.points(2)
    });
    let lines = lines.collect::<Result<_, _>>()?;
    eye.end()?;
    Ok(lines)
}

/// The areas in a blob.
pub(super) fn read_areas(blob: &[u8]) -> Result<Vec<Vec<Vec<Point>>>, BlobError> {
    let mut eye = Eye::past_header(blob)?;
    eye.shape(MULTI_POLYGON)?;
    let areas = (0..eye.count(9)?).map(|_| {
        eye.shape(POLYGON)?;
        let rings = eye.count(4)?;
        if rings == 0 {
            return Err(BlobError::Malformed("the geometry has an area without an outline"));
        }
        (0..rings).map(|_| eye.ring()).collect()
    });
    let areas = areas.collect::<Result<_, _>>()?;
    eye.end()?;
    Ok(areas)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(lat: f64, lon: f64) -> Point {
        Point::new(lat, lon).expect("valid")
    }

    fn spit() -> Vec<Point> {
        vec![at(55.7, 21.1), at(55.5, 21.05), at(55.3, 21.0)]
    }

    #[test]
    fn shapes_come_back_as_they_were() {
        let ring = vec![at(55.0, 21.0), at(55.0, 21.1), at(55.1, 21.1), at(55.0, 21.0)];
        let areas = vec![vec![ring.clone(), ring.clone()], vec![ring]];
        assert_eq!(read_point(&write_point(at(55.7, 21.1))), Ok(at(55.7, 21.1)));
        assert_eq!(read_line(&write_line(&spit(), None), 3), Ok((spit(), None)));
        let heights = vec![1.0, -2.5, 60.25];
        assert_eq!(read_line(&write_line(&spit(), Some(&heights)), 3), Ok((spit(), Some(heights))));
        assert_eq!(read_lines(&write_lines(&[spit(), spit()])), Ok(vec![spit(), spit()]));
        assert_eq!(read_areas(&write_areas(&areas)), Ok(areas));
        assert_eq!(read_areas(&write_areas(&[])), Ok(vec![]));
    }

    #[test]
    fn no_blob_cut_off_or_lengthened_is_read() {
        let whole = write_line(&spit(), Some(&[1.0, 2.0, 3.0]));
        for length in 0..whole.len() {
            assert!(read_line(&whole[..length], 3).is_err(), "{length}");
        }
        let mut longer = whole;
        longer.push(0);
        assert_eq!(read_line(&longer, 3), Err(BlobError::Malformed("the geometry goes on after its end")));
    }

    #[test]
    fn declared_counts_are_not_believed() {
        let mut blob = write_lines(&[spit()]);
        let count_at = 8 + 32 + 5;
        blob[count_at..count_at + 4].copy_from_slice(&u32::MAX.to_le_bytes());
        assert_eq!(read_lines(&blob), Err(BlobError::Malformed("the geometry declares more parts than it has")));
        assert_eq!(read_line(&write_line(&spit(), None), 2), Err(BlobError::TooManyVertices(3)));
    }

    #[test]
    fn positions_off_the_earth_are_refused() {
        for (lat, lon) in [(91.0_f64, 21.0_f64), (55.0, 181.0), (f64::NAN, 21.0), (55.0, f64::INFINITY)] {
            let mut blob = write_point(at(55.0, 21.0));
            let at = blob.len() - 16;
            blob[at..at + 8].copy_from_slice(&lon.to_le_bytes());
            blob[at + 8..].copy_from_slice(&lat.to_le_bytes());
            assert!(matches!(read_point(&blob), Err(BlobError::Position(_))), "{lat} {lon}");
        }
    }
}
