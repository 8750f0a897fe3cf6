//! The first hundred bytes of the file, looked at before the database is.
//!
//! Offsets are those of the SQLite file format, section 1.3 "The Database Header".

use super::Problem;
use super::limits::MAX_FILE_BYTES;

/// How many bytes the header has.
pub(super) const LENGTH: usize = 100;
/// `GPKG`, the application id of a GeoPackage.
pub(super) const APPLICATION_ID: u32 = 0x4750_4B47;

/// Tells other files, truncated ones and those changed by other programs from bundles.
pub(super) fn check(header: &[u8], file_bytes: u64) -> Result<(), Problem> {
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
    let expected = page_size(header) * u64::from(number(header, 28));
    if file_bytes != expected {
        return Err(Problem::Length { bytes: file_bytes, expected });
    }
    let rollback_journal = header[18] == 1 && header[19] == 1;
    if rollback_journal { Ok(()) } else { Err(Problem::Changed) }
}

fn page_size(header: &[u8; LENGTH]) -> u64 {
    match u64::from(u16::from_be_bytes([header[16], header[17]])) {
        1 => 65_536,
        size => size,
    }
}

fn number(header: &[u8; LENGTH], at: usize) -> u32 {
    u32::from_be_bytes([header[at], header[at + 1], header[at + 2], header[at + 3]])
}
