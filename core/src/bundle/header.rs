//! The first hundred bytes of the file, looked at before the database is.
//!
//! Offsets are those of the SQLite file format, section 1.3 "The Database Header".

use super::Problem;
use super::limits::MAX_FILE_BYTES;

/// How many bytes the header has.
pub(super) const LENGTH: usize = 100;
/// `GPKG`, the application id of a GeoPackage.
pub(super) const APPLICATION_ID: u32 = 0x4750_4B47;
/// No database has smaller pages.
const SMALLEST_PAGE: usize = 512;
/// Nor fewer bytes of a page to use.
const LEAST_USABLE: usize = 480;

/// The pages that the file consists of.
#[derive(Debug, Clone, Copy)]
pub(super) struct Pages {
    /// How many bytes each has.
    pub size: usize,
    /// How many of them trees and rows may use.
    pub usable: usize,
    /// How many there are.
    pub count: u32,
}

/// Tells other files, truncated ones and those changed by other programs from bundles.
pub(super) fn check(header: &[u8], file_bytes: u64) -> Result<Pages, Problem> {
    if file_bytes == 0 {
        return Err(Problem::Empty);
    }
    if file_bytes > MAX_FILE_BYTES {
        return Err(Problem::FileTooLarge { bytes: file_bytes });
    }
    let Some(header) = header.first_chunk::<LENGTH>() else { return Err(Problem::NotAGeoPackage) };
    if !header.starts_with(b"SQLite format 3\0") || number(header, 68) != APPLICATION_ID {
        return Err(Problem::NotAGeoPackage);
    }
    let (size, count) = (page_size(header), number(header, 28));
    let expected = size as u64 * u64::from(count);
    if file_bytes != expected {
        return Err(Problem::Length { bytes: file_bytes, expected });
    }
    if header[18] != 1 || header[19] != 1 {
        // Another journal than a rollback journal.
        return Err(Problem::Changed);
    }
    let usable = size.saturating_sub(usize::from(header[20]));
    if size < SMALLEST_PAGE || !size.is_power_of_two() || usable < LEAST_USABLE {
        return Err(Problem::NotAGeoPackage);
    }
    Ok(Pages { size, usable, count })
}

fn page_size(header: &[u8; LENGTH]) -> usize {
    match usize::from(u16::from_be_bytes([header[16], header[17]])) {
        1 => 65_536,
        size => size,
    }
}

fn number(header: &[u8; LENGTH], at: usize) -> u32 {
    u32::from_be_bytes([header[at], header[at + 1], header[at + 2], header[at + 3]])
}
