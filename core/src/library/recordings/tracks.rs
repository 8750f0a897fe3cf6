//! Tracks whose files lie among the library's, while the database lost what it knew of them.

use std::fs;
use std::path::{Path, PathBuf};

use rusqlite::Connection;

use super::{RecordingId, counted, import, keeping};
use crate::library::folder::Folder;
use crate::library::sealed::{RECORDING, TALLY};
use crate::library::{LibraryError, Trouble};

/// Lists the tracks that lie in the folder and are not listed, and counts those again that were not counted. What is no
/// track any more goes with what was set aside. Says how many are new.
pub(in super::super) fn list_tracks_again(
    connection: &Connection,
    folder: &Folder,
    aside: &Path,
    now_ms: i64,
) -> Result<u64, Trouble> {
    let path = folder.tracks();
    let disk = |error: std::io::Error| LibraryError::disk(&path, &error);
    let entries: Result<Vec<PathBuf>, _> =
        fs::read_dir(&path).map_err(disk)?.map(|entry| entry.map(|entry| entry.path())).collect();
    let mut files = entries.map_err(disk)?;
    files.sort();
    let mut listed = 0;
    for file in files {
        // One that was only begun has a name with a dot.
        let name = file.file_name().and_then(|name| name.to_str()).filter(|name| !name.starts_with('.'));
        let Some(name) = name else { continue };
        let there = RECORDING.find(connection, "file = ?1", [name])?;
        let gpx = import::read_bounded(&file).and_then(|bytes| Ok((bytes.len() as u64, import::read(&file, &bytes)?)));
        match (there, gpx) {
            (Some(number), Ok((_, gpx))) => {
                if TALLY.find(connection, "number = ?1", [number])?.is_none() {
                    keeping::put_tally(connection, id(number), &counted::tally(&gpx))?;
                }
            }
            (None, Ok((bytes, gpx))) => {
                let id = id(RECORDING.next_number(connection)?);
                let recording = import::track(&gpx, id, name.to_owned(), bytes, now_ms);
                keeping::put(connection, &recording, &counted::tally(&gpx))?;
                listed += 1;
            }
            (None, Err(_)) => drop(fs::copy(&file, aside.join(name)).map_err(disk)?),
            (Some(_), Err(_)) => {}
        }
    }
    Ok(listed)
}

fn id(number: i64) -> RecordingId {
    RecordingId(u32::try_from(number).unwrap_or(u32::MAX))
}
