//! The fixes of a recording as rows of the database.

use rusqlite::Connection;
use rusqlite::types::Value;

use super::RecordingId;
use crate::geometry::Point;
use crate::library::Trouble;
use crate::library::sealed::{FIX, Read, integer, real, text};
use crate::model::Fix;

/// A fix as it was kept.
#[derive(Debug, Clone, PartialEq)]
pub struct KeptFix {
    /// Its place in the recording, from 0.
    pub number: u32,
    /// Its segment, from 0.
    pub segment: u32,
    /// The time of the ride, which no change of the phone's clock touches.
    pub ride_ms: i64,
    /// What the phone said. What was not a number comes back as one that is none.
    pub fix: Fix,
    /// Why it was not believed.
    pub refused: Option<String>,
}

impl KeptFix {
    /// Where it was, if it was believed.
    pub(super) fn place(&self) -> Option<Point> {
        if self.refused.is_some() { None } else { Point::new(self.fix.lat, self.fix.lon).ok() }
    }

    pub(in super::super) fn put(&self, connection: &Connection, id: RecordingId) -> rusqlite::Result<()> {
        let fix = &self.fix;
        let values = [
            Value::Integer(i64::from(self.segment)),
            Value::Integer(self.ride_ms),
            Value::Integer(fix.time_ms),
            integer(fix.monotonic_ms),
            real(Some(fix.lat)),
            real(Some(fix.lon)),
            real(Some(fix.accuracy_m)),
            real(fix.altitude_m),
            real(fix.speed_mps),
            real(fix.course_deg),
            text(self.refused.as_deref()),
        ];
        FIX.put(connection, first_row(id) + i64::from(self.number), &values)
    }

    /// The recording and the fix in a row whose seal was whole.
    pub(in super::super) fn read(row: i64, values: &[Value]) -> Option<(RecordingId, KeptFix)> {
        let [segment, ride, time, monotonic, lat, lon, accuracy, altitude, speed, course, refused] = values else {
            return None;
        };
        let number = |value: &Value| value.real().unwrap_or(f64::NAN);
        let fix = Fix {
            time_ms: time.integer()?,
            monotonic_ms: monotonic.integer(),
            lat: number(lat),
            lon: number(lon),
            accuracy_m: number(accuracy),
            altitude_m: altitude.real(),
            speed_mps: speed.real(),
            course_deg: course.real(),
        };
        let kept = KeptFix {
            number: u32::try_from(row & 0xffff_ffff).ok()?,
            segment: u32::try_from(segment.integer()?).ok()?,
            ride_ms: ride.integer()?,
            fix,
            refused: refused.text().map(str::to_owned),
        };
        Some((RecordingId(u32::try_from(row >> 32).ok()?), kept))
    }
}

/// The number of the row that a recording's first fix has.
pub(in super::super) fn first_row(id: RecordingId) -> i64 {
    // Numbers of recordings stay far below 31 bits.
    id.row() << 32
}

/// The rows that can be a recording's, first and last.
pub(in super::super) fn rows(id: RecordingId) -> [i64; 2] {
    [first_row(id), first_row(id) | 0xffff_ffff]
}

/// The number that the next fix of a recording gets: never that of one that is there.
pub(super) fn next(connection: &Connection, id: RecordingId) -> rusqlite::Result<u64> {
    let sql = "SELECT ifnull(max(number) - ?1 + 1, 0) FROM fix WHERE number BETWEEN ?1 AND ?2";
    connection.prepare_cached(sql)?.query_row(rows(id), |row| row.get::<_, i64>(0)).map(i64::unsigned_abs)
}

/// One fix of a recording; none where it was lost.
pub(super) fn one(connection: &Connection, id: RecordingId, number: u32) -> Result<Option<KeptFix>, Trouble> {
    let row = first_row(id) + i64::from(number);
    let read = |row, values: &[Value]| KeptFix::read(row, values).map(|(_, kept)| kept);
    match FIX.one(connection, "number = ?1", [row], read) {
        Err(Trouble::Broken) => Ok(None),
        found => found,
    }
}

/// Reads the fixes of a recording, in their order; says how many were damaged and left out.
pub(in super::super) fn each<E: From<rusqlite::Error>>(
    connection: &Connection,
    id: RecordingId,
    mut take: impl FnMut(KeptFix) -> Result<(), E>,
) -> Result<usize, E> {
    FIX.each(connection, "WHERE number BETWEEN ?1 AND ?2 ORDER BY number", rows(id), |row, values| {
        KeptFix::read(row, values).map_or(Ok(()), |(_, kept)| take(kept))
    })
}
