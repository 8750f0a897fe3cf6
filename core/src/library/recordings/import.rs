//! Tracks brought in from GPX files: one file, a folder of them, or a zip archive.
//!
//! A file of another program is kept as it is, byte for byte, beside the database, and each of its tracks becomes a
//! recording; a ride that this program wrote becomes the recording it was. What is there already, by its points, is
//! known again, and where the file brings another name, other places or other heights, it takes the place of the one
//! before. What cannot be read is listed with the reason, and the rest goes in.

use std::path::{Path, PathBuf};

use super::counted::tally;
use super::incoming::{Original, Place, list, row};
use super::own::{is_sound, take_ride};
use super::parts::{self, Share};
use super::remarks::{RemarkAbout, Remarks};
use super::{Recording, RecordingId, Tally, content, join, keeping, names, sources};
use crate::gpx::{self, Gpx};
use crate::library::sealed::RECORDING;
use crate::library::{Library, LibraryError};

/// What came of bringing files in.
#[derive(Debug, Default)]
pub struct Imported {
    /// The recordings made, in the order of the files.
    pub brought: Vec<RecordingId>,
    /// The recordings that were there already and have now what a newer file says of them: their name, unless the
    /// traveller gave them one, the places marked on them, their heights.
    pub updated: Vec<RecordingId>,
    /// The recordings that were there already.
    pub known: Vec<RecordingId>,
    /// Of each file whose tracks go on in one another one of them: [`Library::join`] makes one recording of all.
    pub joinable: Vec<RecordingId>,
    /// What was not brought in.
    pub refused: Vec<NotImported>,
    /// What to know of that which was.
    pub remarks: Remarks,
}

/// A file that was not brought in.
#[derive(Debug)]
pub struct NotImported {
    /// The file, and within an archive its name there.
    pub file: PathBuf,
    /// Why.
    pub reason: LibraryError,
}

/// How a recording came out of a file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Came {
    Brought,
    Updated,
    Known,
}

/// What is to be done with a share of a file.
enum Plan {
    New(Recording, Tally),
    Known(RecordingId),
    /// The recording is there, and gets another file and name.
    Newer(RecordingId, Option<String>, Tally),
}

impl Imported {
    fn take(&mut self, id: RecordingId, came: Came) {
        match came {
            Came::Brought => self.brought.push(id),
            // Two files of one track, brought in at once: the second makes it no other one.
            Came::Updated if !self.brought.contains(&id) && !self.updated.contains(&id) => self.updated.push(id),
            Came::Updated | Came::Known => self.known.push(id),
        }
    }
}

impl Library {
    /// Brings in the tracks of a GPX file, of the GPX files in a folder and those in it, or of those in a zip archive.
    ///
    /// # Errors
    /// When the folder or archive itself cannot be read, or the disk is full; what went in by then stays.
    pub fn import(&mut self, path: &Path, now_ms: i64) -> Result<Imported, LibraryError> {
        let mut imported = Imported::default();
        let holds = sources::each_file(path, &mut |file, bytes| self.bring(file, bytes, now_ms, &mut imported))?;
        if holds.found == 0 {
            let reason = LibraryError::NoTracks { path: path.to_owned(), holds: Box::new(holds) };
            imported.refused.push(NotImported { file: path.to_owned(), reason });
        } else if holds.others() > 0 {
            imported.remarks.note(path, RemarkAbout::PassedOver(holds));
        }
        Ok(imported)
    }

    fn bring(
        &mut self,
        file: &Path,
        bytes: Result<Vec<u8>, LibraryError>,
        now_ms: i64,
        imported: &mut Imported,
    ) -> Result<(), LibraryError> {
        // What is wrong with this file is no reason to stop; what is wrong with the library is.
        match bytes.map(|bytes| self.bring_one(file, &bytes, now_ms, imported)) {
            Ok(Ok(())) => {}
            Ok(Err(error)) if error.is_of_library() => return Err(error),
            Ok(Err(reason)) | Err(reason) => imported.refused.push(NotImported { file: file.to_owned(), reason }),
        }
        Ok(())
    }

    fn bring_one(
        &mut self,
        path: &Path,
        bytes: &[u8],
        now_ms: i64,
        imported: &mut Imported,
    ) -> Result<(), LibraryError> {
        let (gpx, wrong) = parts::read(path, bytes)?;
        let came = match gpx::recorded_ride(&gpx).filter(|ride| !ride.fixes.is_empty() && is_sound(ride)) {
            Some(ride) => match self.known(content::of_file(&gpx).as_deref())? {
                Some(known) => vec![(known, Came::Known)],
                None => {
                    let (id, new) = self.change(|transaction| take_ride(transaction, &ride))?;
                    vec![(id, if new { Came::Brought } else { Came::Known })]
                }
            },
            None => self.bring_shares(path, &gpx, bytes, now_ms)?,
        };
        if came.iter().any(|(_, came)| *came != Came::Known) {
            imported.remarks.note_file(path, &gpx, came.len());
            imported.remarks.note_astray(path, wrong);
        }
        if let [(id, Came::Brought), _, ..] = *came
            && let Some(joined) = join::joined(&gpx)
            && self.known(joined.content.as_deref())?.is_none()
        {
            imported.joinable.push(id);
        }
        came.into_iter().for_each(|(id, came)| imported.take(id, came));
        Ok(())
    }

    /// Brings in the parts of a file of another program, all at once or not at all.
    fn bring_shares(
        &mut self,
        path: &Path,
        gpx: &Gpx,
        bytes: &[u8],
        now_ms: i64,
    ) -> Result<Vec<(RecordingId, Came)>, LibraryError> {
        let original = Original::Bytes(bytes);
        let plans = self.plans(path, gpx, &original.name_and_bytes().0, now_ms)?;
        if plans.iter().all(|plan| matches!(plan, Plan::Known(_))) {
            let known = |plan| if let Plan::Known(id) = plan { Some((id, Came::Known)) } else { None };
            return Ok(plans.into_iter().filter_map(known).collect());
        }
        let stored = self.store(&original)?;
        let place = stored.place();
        let (came, left) = self.change_or(
            || Place::clear(&place),
            |transaction| {
                let (mut came, mut left) = (Vec::new(), Vec::new());
                for plan in plans {
                    came.push(match plan {
                        Plan::Known(id) => (id, Came::Known),
                        Plan::Newer(id, name, tally) => {
                            let before = keeping::recording(transaction, id)?;
                            left.extend(before.file.clone());
                            let recording = stored.named_by(Recording { name, ..before });
                            keeping::put(transaction, &recording, &tally)?;
                            (id, Came::Updated)
                        }
                        // Another process may have been quicker.
                        Plan::New(recording, tally) => {
                            match RECORDING.find(transaction, "content = ?1", [&recording.content])? {
                                Some(known) => (RecordingId::of_row(known), Came::Known),
                                None => (list(transaction, stored.named_by(recording), &tally, now_ms)?, Came::Brought),
                            }
                        }
                    });
                }
                if came.iter().any(|(_, came)| *came != Came::Known) {
                    stored.publish()?;
                }
                Ok((came, left))
            },
        )?;
        self.sweep(&left)?;
        Ok(came)
    }

    /// What is to be done with each part of a file.
    fn plans(&self, path: &Path, gpx: &Gpx, file: &str, now_ms: i64) -> Result<Vec<Plan>, LibraryError> {
        let shares = parts::shares(gpx);
        if shares.is_empty() {
            return Err(nothing_to_follow(path, gpx));
        }
        let mut plans = Vec::with_capacity(shares.len());
        let mut before = None;
        for share in &shares {
            plans.push(match self.known(share.content.as_deref())? {
                Some(id) => self.plan(id, share, path, file, &mut before)?,
                None => {
                    let (recording, tally) = row(share, path, now_ms);
                    Plan::New(recording, tally)
                }
            });
        }
        // The whole of it may be here too, joined by the traveller or brought in by an earlier version.
        if let Some(whole) = parts::whole(gpx).filter(|_| shares.len() > 1)
            && let Some(id) = self.known(whole.content.as_deref())?
        {
            plans.push(self.plan(id, &whole, path, file, &mut before)?);
        }
        Ok(plans)
    }

    /// What is to be done with a recording that is here and comes again. `before` keeps the file that was read last.
    fn plan(
        &self,
        id: RecordingId,
        share: &Share<'_>,
        path: &Path,
        file: &str,
        before: &mut Option<(String, Gpx)>,
    ) -> Result<Plan, LibraryError> {
        let Recording { name, file: Some(old_file), content, .. } = self.recording(id)? else {
            // The traveller's own ride is what the phone recorded.
            return Ok(Plan::Known(id));
        };
        if old_file == file && self.folder.tracks().join(file).exists() {
            return Ok(Plan::Known(id));
        }
        if before.as_ref().is_none_or(|(name, _)| *name != old_file) {
            *before = match self.track_file(&old_file) {
                Ok((_, gpx)) => Some((old_file, gpx)),
                // What comes now is better than a file that is gone or spoilt.
                Err(_) => return Ok(Plan::Newer(id, name, tally(share))),
            };
        }
        let Some((_, old)) = before else { return Ok(Plan::Known(id)) };
        let old_share = parts::share(old, content.as_deref());
        let own_name = |share: &Share<'_>| share.own_name();
        let is_files = |name: &String| {
            old_share.as_ref().and_then(own_name).as_ref() == Some(name)
                || *name == share.name_by_file(path)
                || names::is_of(name, old)
        };
        let new_name = match own_name(share) {
            Some(own) if name.as_ref().is_some_and(is_files) => Some(own),
            _ => name.clone(),
        };
        let same = old_share.as_ref().is_some_and(|old_share| share.shows_the_same(old_share));
        Ok(if same && new_name == name { Plan::Known(id) } else { Plan::Newer(id, new_name, tally(share)) })
    }
}

fn nothing_to_follow(path: &Path, gpx: &Gpx) -> LibraryError {
    let path = path.to_owned();
    match gpx.waypoints.len() {
        0 => LibraryError::NothingToFollow { path, reason: gpx::NoLine },
        count if gpx.track_points() + gpx.route_points() == 0 => LibraryError::OnlyWaypoints { path, count },
        _ => LibraryError::NothingToFollow { path, reason: gpx::NoLine },
    }
}
