//! A backup looked through as restoring does it, also before it is called done.

use std::collections::BTreeMap;
use std::io::BufReader;
use std::path::Path;

use serde::Deserialize;

use super::fixes::{Judged, judge};
use super::form::{BackupJson, FORM, NAME};
use super::size::MOST_JSON_BYTES;
use crate::gpx;
use crate::library::LibraryError;
use crate::library::archive::{Archive, MOST_UNPACKED_BYTES};
use crate::library::recordings::read_tracks;

/// Reads `library.json`.
///
/// # Errors
/// When the archive is no backup, one of a newer version, or too damaged to be read.
pub(super) fn read_json(path: &Path, archive: &mut Archive) -> Result<BackupJson, LibraryError> {
    let wrong = |reason: String| LibraryError::Archive { path: path.to_owned(), reason };
    // What else a newer version says nobody knows: its form comes first.
    let Form { form } = parse(path, archive)?;
    match form.and_then(|form| form.into_iter().next()) {
        Some(major) if major == FORM[0] => parse(path, archive),
        Some(major) => {
            Err(wrong(format!("the backup has form {major}, this version reads form {}; update the app", FORM[0])))
        }
        None => Err(wrong("the archive is no backup of this app; choose one that it made".into())),
    }
}

#[derive(Deserialize)]
struct Form {
    form: Option<Vec<u32>>,
}

fn parse<T: for<'de> Deserialize<'de>>(path: &Path, archive: &mut Archive) -> Result<T, LibraryError> {
    let mut file = archive.unpack(NAME, MOST_JSON_BYTES)?;
    let read = serde_json::from_reader(BufReader::with_capacity(64 << 10, &mut file));
    read.map_err(|error| {
        file.fault().unwrap_or_else(|| LibraryError::Archive {
            path: path.to_owned(),
            reason: format!("`{NAME}` in it is damaged ({error}); make the backup again"),
        })
    })
}

/// Reads all of a backup as restoring would. Says which of its recordings could not be taken in, by their place in the
/// list.
///
/// # Errors
/// When nothing of it could be taken in, or the disk failed.
pub(super) fn look_through(path: &Path) -> Result<Vec<usize>, LibraryError> {
    let mut archive = Archive::open(path)?;
    let recordings = read_json(path, &mut archive)?.recordings.rows;
    let mut refused = Vec::new();
    // Several tracks may come from one file, which then fits all of them or none.
    let mut judged = BTreeMap::new();
    for (place, told) in recordings.into_iter().enumerate() {
        let is_own = told.is_own();
        let fits = match judged.get(&told.file) {
            Some(fits) => *fits,
            None => match judge(&mut archive, told)? {
                Judged::Ride(ride) => {
                    judged.insert(ride.told.file, false);
                    true
                }
                // A ride that came back as a track would be another one.
                Judged::Track(told) => {
                    let fits = !is_own && is_track(&mut archive, &told.file)?;
                    judged.insert(told.file, fits);
                    fits
                }
            },
        };
        if !fits {
            refused.push(place);
        }
    }
    Ok(refused)
}

fn is_track(archive: &mut Archive, name: &str) -> Result<bool, LibraryError> {
    let mut file = match archive.unpack(name, MOST_UNPACKED_BYTES) {
        Err(error) if error.is_of_library() => return Err(error),
        Err(_) => return Ok(false),
        Ok(file) => file,
    };
    let gpx = read_tracks(&mut file);
    match file.fault() {
        Some(error) if error.is_of_library() => Err(error),
        _ => Ok(gpx.is_ok_and(|(gpx, _)| !gpx::parts(&gpx).is_empty())),
    }
}
