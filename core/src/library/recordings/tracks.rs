//! Tracks whose files lie among the library's, while the database lost what it knew of them.

use std::fs;
use std::path::{Path, PathBuf};

use rusqlite::Connection;

use super::parts::{self, Share};
use super::{Recording, counted, incoming, keeping, sources};
use crate::gpx::{self, Gpx};
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
        let mut there = Vec::new();
        RECORDING.each::<Trouble>(connection, "WHERE file = ?1", [name], |number, values| {
            there.extend(Recording::read(number, values));
            Ok(())
        })?;
        let gpx = sources::read_bounded(&file)
            .and_then(|bytes| Ok((bytes.len() as u64, parts::read(&file, &bytes)?.0)))
            .ok()
            .filter(|(_, gpx)| !gpx::parts(gpx).is_empty());
        match gpx {
            Some((bytes, gpx)) => {
                count_again(connection, &there, &gpx)?;
                for share in unlisted(&gpx, &there) {
                    let (recording, tally) = incoming::row(&share, Path::new(name), now_ms);
                    let recording = Recording { file: Some(name.to_owned()), bytes, ..recording };
                    incoming::list(connection, recording, &tally, now_ms)?;
                    listed += 1;
                }
            }
            None if there.is_empty() => drop(fs::copy(&file, aside.join(name)).map_err(disk)?),
            None => {}
        }
    }
    Ok(listed)
}

/// Counts the tracks of a file again that were not counted.
fn count_again(connection: &Connection, listed: &[Recording], gpx: &Gpx) -> Result<(), Trouble> {
    for recording in listed {
        if TALLY.find(connection, "number = ?1", [recording.id.row()])?.is_none()
            && let Some(share) = parts::share(gpx, recording.content.as_deref())
        {
            keeping::put_tally(connection, recording.id, &counted::tally(&share))?;
        }
    }
    Ok(())
}

/// The parts of a file that no recording stands for. Some may have been deleted by the traveller: better there again
/// than lost.
fn unlisted<'g>(gpx: &'g Gpx, listed: &[Recording]) -> Vec<Share<'g>> {
    let mut shares = parts::shares(gpx);
    let is_part = |recording: &Recording| shares.iter().any(|share| share.content == recording.content);
    if !listed.iter().all(is_part) {
        // One stands for the whole file.
        return Vec::new();
    }
    shares.retain(|share| listed.iter().all(|recording| recording.content != share.content));
    shares
}
