//! Recordings from their start to the bin and back.

use rusqlite::Connection;
use rusqlite::types::Value;

use super::believing::{keep, settle};
use super::fixes::{self, KeptFix};
use super::recount::recount;
use super::{Content, Followed, Origin, Recording, RecordingId, Start, State, Tally, counted, parts};
use crate::library::bounds;
use crate::library::database::Durability;
use crate::library::sealed::{ATTACHMENT, FIX, RECORDING, Read, STANDING, TALLY};
use crate::library::{Library, LibraryError, Trouble};
use crate::model::Fix;

const DAY_MS: i64 = 24 * 3600 * 1000;
/// While fixes come, what was written reaches the disk itself at least this often: what a power cut can cost.
const SYNC_MS: i64 = 20_000;

impl Library {
    /// Starts a recording.
    ///
    /// # Errors
    /// When another one is open or paused, or the disk is full.
    pub fn start_recording(&mut self, start: &Start) -> Result<RecordingId, LibraryError> {
        if let Some(open) = self.open_recording()? {
            return Err(LibraryError::StillOpen(open.id));
        }
        self.change(|transaction| {
            let number = RECORDING.next_number(transaction)?;
            let id = RecordingId::of_row(number);
            let started_ms = bounds::time(start.time_ms);
            let key = free_key(transaction, started_ms, number)?;
            let followed = start.followed.clone();
            let recording = Recording {
                name: start.name.as_deref().map(|name| bounds::name(name).to_owned()),
                mode: start.mode,
                followed: followed.map(|it| Followed { names: bounds::names(&it.names), ..it }),
                ..Recording::new(id, key, State::Open, Origin::Recorded, started_ms)
            };
            put(transaction, &recording, &Tally::default())?;
            Ok(id)
        })
    }

    /// Commits a fix to an open recording: when this returns, killing the process cannot lose it. A fix that cannot be
    /// believed is kept with the reason, but not counted, drawn or exported.
    ///
    /// # Errors
    /// When the recording is not open, or the disk is full.
    pub fn record(&mut self, id: RecordingId, fix: &Fix) -> Result<Tally, LibraryError> {
        self.recording_with(id, &[*fix], |_| Ok(()))
    }

    /// Commits fixes together with what they brought about.
    pub(in super::super) fn recording_with(
        &mut self,
        id: RecordingId,
        fixes: &[Fix],
        more: impl FnOnce(&Connection) -> Result<(), Trouble>,
    ) -> Result<Tally, LibraryError> {
        // Only what is read within the transaction decides; this just chooses how durable it is.
        let due = self.ask(|connection| {
            let tally = tally(connection, id)?;
            Ok(fixes.iter().any(|fix| is_sync_due(&tally, fix)))
        })?;
        let durability = if due { Durability::Every } else { Durability::Later };
        self.change_durably(durability, |transaction| {
            let recording = recording(transaction, id)?;
            if recording.state != State::Open {
                return Err(not_now(&recording, "given a fix"));
            }
            let mut tally = tally(transaction, id)?;
            for fix in fixes {
                keep(transaction, &recording, &mut tally, fix, due)?;
            }
            more(transaction)?;
            Ok(tally)
        })
    }

    /// Pauses an open recording: until it is resumed it takes no fixes.
    ///
    /// # Errors
    /// When it is not open.
    pub fn pause_recording(&mut self, id: RecordingId) -> Result<(), LibraryError> {
        self.change(|transaction| {
            let mut recording = recording(transaction, id)?;
            if recording.state != State::Open {
                return Err(not_now(&recording, "paused"));
            }
            let mut tally = tally(transaction, id)?;
            settle(transaction, id, &mut tally)?;
            recording.state = State::Paused;
            put(transaction, &recording, &tally)
        })
    }

    /// Goes on with a paused recording, in a new segment.
    ///
    /// # Errors
    /// When it is not paused.
    pub fn resume_recording(&mut self, id: RecordingId) -> Result<(), LibraryError> {
        self.turn(id, &[State::Paused], "resumed", |recording, tally| {
            recording.state = State::Open;
            tally.interrupt();
        })
    }

    /// Ends a recording.
    ///
    /// # Errors
    /// When it is neither open nor paused.
    pub fn stop_recording(&mut self, id: RecordingId, now_ms: i64) -> Result<(), LibraryError> {
        self.change(|transaction| {
            let mut recording = recording(transaction, id)?;
            if !matches!(recording.state, State::Open | State::Paused) {
                return Err(not_now(&recording, "stopped"));
            }
            let mut tally = tally(transaction, id)?;
            settle(transaction, id, &mut tally)?;
            recording.state = State::Closed;
            recording.ended_ms = Some(bounds::time(now_ms));
            recording.content = content(transaction, id)?;
            put(transaction, &recording, &tally)
        })
    }

    /// Gives a recording another name; an empty one takes its name away.
    ///
    /// # Errors
    /// When there is no such recording.
    pub fn rename_recording(&mut self, id: RecordingId, name: &str) -> Result<(), LibraryError> {
        let name = Some(bounds::name(name.trim())).filter(|name| !name.is_empty()).map(str::to_owned);
        self.turn(id, State::ALL, "renamed", |recording, _| recording.name = name)
    }

    /// Puts a recording into the bin, from which [`take_back_recording`](Library::take_back_recording) takes it back.
    ///
    /// # Errors
    /// When it is there already.
    pub fn discard_recording(&mut self, id: RecordingId, now_ms: i64) -> Result<(), LibraryError> {
        if matches!(self.recording(id)?.state, State::Open | State::Paused) {
            self.stop_recording(id, now_ms)?;
        }
        self.turn(id, &[State::Closed], "discarded", |recording, _| {
            recording.state = State::Binned;
            recording.binned_ms = Some(bounds::time(now_ms));
        })
    }

    /// Takes a recording back out of the bin.
    ///
    /// # Errors
    /// When it is not there.
    pub fn take_back_recording(&mut self, id: RecordingId) -> Result<(), LibraryError> {
        self.turn(id, &[State::Binned], "taken back", |recording, _| {
            recording.state = State::Closed;
            recording.binned_ms = None;
        })
    }

    /// Deletes, for good, what has lain in the bin for as long as the settings say. Says how many recordings.
    ///
    /// The library never does so by itself: a clock that is set wrong must not cost anybody their rides.
    ///
    /// # Errors
    /// When the disk is full or broken.
    pub fn empty_bin(&mut self, now_ms: i64) -> Result<usize, LibraryError> {
        let days = i64::from(self.settings()?.bin_days);
        self.purge(now_ms.saturating_sub(days * DAY_MS))
    }

    /// Deletes what was binned before a time.
    pub(in super::super) fn purge(&mut self, binned_before_ms: i64) -> Result<usize, LibraryError> {
        let gone = self.change(|transaction| {
            let mut gone: Vec<Recording> = Vec::new();
            let rest = "WHERE state = 'binned' AND binned_ms < ?1";
            RECORDING.each::<Trouble>(transaction, rest, [binned_before_ms], |number, values| {
                gone.extend(Recording::read(number, values));
                Ok(())
            })?;
            for recording in &gone {
                let id = recording.id;
                // Where the traveller was on it goes too.
                STANDING.remove(transaction, "bundle = '' AND route = ?1", [&recording.key])?;
                FIX.remove(transaction, "number BETWEEN ?1 AND ?2", fixes::rows(id))?;
                ATTACHMENT.remove(transaction, "recording = ?1", [id.row()])?;
                TALLY.remove(transaction, "number = ?1", [id.row()])?;
                RECORDING.remove(transaction, "number = ?1", [id.row()])?;
            }
            Ok(gone)
        })?;
        let files: Vec<String> = gone.iter().filter_map(|recording| recording.file.clone()).collect();
        self.sweep(&files)?;
        Ok(gone.len())
    }

    /// The recording that is open or paused: found again after the process was killed.
    ///
    /// # Errors
    /// When the database is damaged.
    pub fn open_recording(&self) -> Result<Option<Recording>, LibraryError> {
        let open = self.rows(
            &RECORDING,
            "WHERE state IN ('open', 'paused') ORDER BY number DESC LIMIT 1",
            [],
            Recording::read,
        )?;
        Ok(open.into_iter().next())
    }

    /// All recordings with what they come to, the newest first, those in the bin included.
    ///
    /// # Errors
    /// When the database is damaged.
    pub fn recordings(&self) -> Result<Vec<(Recording, Tally)>, LibraryError> {
        let recordings = self.rows(&RECORDING, "ORDER BY started_ms DESC, number DESC", [], Recording::read)?;
        let tallies = self.rows(&TALLY, "", [], |number, values| Some((number, read_tally(values))))?;
        let mut tallies: std::collections::BTreeMap<i64, Option<Tally>> = tallies.into_iter().collect();
        let with_tally = |recording: Recording| {
            let tally = tallies.remove(&recording.id.row()).flatten();
            Ok((tally.map_or_else(|| self.count_again(&recording), Ok)?, recording))
        };
        let counted: Result<Vec<(Tally, Recording)>, LibraryError> = recordings.into_iter().map(with_tally).collect();
        Ok(counted?.into_iter().map(|(tally, recording)| (recording, tally)).collect())
    }

    /// One recording.
    ///
    /// # Errors
    /// When there is none of that number.
    pub fn recording(&self, id: RecordingId) -> Result<Recording, LibraryError> {
        self.ask(|connection| recording(connection, id))
    }

    /// What a recording comes to.
    ///
    /// # Errors
    /// When there is none of that number.
    pub fn tally(&self, id: RecordingId) -> Result<Tally, LibraryError> {
        let (recording, kept) = self.ask(|connection| Ok((recording(connection, id)?, kept_tally(connection, id)?)))?;
        kept.map_or_else(|| self.count_again(&recording), Ok)
    }

    /// What a recording comes to whose tally is gone or cannot be read; nothing where its file is gone too.
    fn count_again(&self, recording: &Recording) -> Result<Tally, LibraryError> {
        match &recording.file {
            Some(file) => {
                let Ok((_, gpx)) = self.track_file(file) else { return Ok(Tally::default()) };
                let share = parts::share(&gpx, recording.content.as_deref());
                Ok(share.map(|share| counted::tally(&share)).unwrap_or_default())
            }
            None => self.ask(|connection| recount(connection, recording.id, 0)),
        }
    }

    /// The fixes of a recording one by one, refused ones too.
    ///
    /// # Errors
    /// When there is no such recording.
    pub fn each_fix(&self, id: RecordingId, mut take: impl FnMut(KeptFix)) -> Result<(), LibraryError> {
        self.recording(id)?;
        let broken = self.ask(|connection| {
            fixes::each(connection, id, |kept| {
                take(kept);
                Ok(())
            })
        })?;
        if broken > 0 {
            self.suspect();
        }
        Ok(())
    }

    /// Changes a recording that is in one of those states.
    fn turn(
        &mut self,
        id: RecordingId,
        from: &[State],
        asked: &'static str,
        change: impl FnOnce(&mut Recording, &mut Tally),
    ) -> Result<(), LibraryError> {
        self.change(|transaction| {
            let mut recording = recording(transaction, id)?;
            if !from.contains(&recording.state) {
                return Err(not_now(&recording, asked));
            }
            let mut tally = tally(transaction, id)?;
            change(&mut recording, &mut tally);
            RECORDING.put(transaction, id.row(), &recording.values())?;
            // What a file comes to does not change, and is not counted from fixes.
            if recording.file.is_none() { put_tally(transaction, id, &tally) } else { Ok(()) }
        })
    }
}

fn is_sync_due(tally: &Tally, fix: &Fix) -> bool {
    let Some((clock, synced_ms)) = tally.clock.zip(tally.synced_ms) else { return true };
    // After a change of the clock the distance may be negative or huge: either is a reason.
    !(0..SYNC_MS).contains(&clock.at(fix).ride_ms.saturating_sub(synced_ms))
}

/// A text for a recording that hardly any other has, in this library or another.
pub(in super::super) fn key(started_ms: i64, number: i64) -> String {
    let digest = blake3::hash(format!("{started_ms} {number}").as_bytes());
    digest.to_hex()[..24].to_owned()
}

/// A key that no recording here has, not even one that came from another library where it began at the same moment.
pub(in super::super) fn free_key(connection: &Connection, started_ms: i64, number: i64) -> Result<String, Trouble> {
    let mut free = key(started_ms, number);
    while RECORDING.find(connection, "key = ?1", [&free])?.is_some() {
        free = key(started_ms, i64::from_str_radix(&free[..12], 16).unwrap_or(number));
    }
    Ok(free)
}

pub(in super::super) fn put(connection: &Connection, recording: &Recording, tally: &Tally) -> Result<(), Trouble> {
    RECORDING.put(connection, recording.id.row(), &recording.values())?;
    put_tally(connection, recording.id, tally)
}

pub(in super::super) fn put_tally(connection: &Connection, id: RecordingId, tally: &Tally) -> Result<(), Trouble> {
    // A number that JSON cannot hold is not among them: all are sums of what was checked.
    let json = serde_json::to_string(tally).unwrap_or_default();
    Ok(TALLY.put(connection, id.row(), &[Value::Text(json)])?)
}

pub(in super::super) fn recording(connection: &Connection, id: RecordingId) -> Result<Recording, Trouble> {
    let found = RECORDING.one(connection, "number = ?1", [id.row()], Recording::read)?;
    found.ok_or(Trouble::Told(LibraryError::NoRecording(id)))
}

/// What a recording comes to; one that cannot be read is counted again from the fixes.
pub(in super::super) fn tally(connection: &Connection, id: RecordingId) -> Result<Tally, Trouble> {
    kept_tally(connection, id)?.map_or_else(|| recount(connection, id, 0), Ok)
}

/// The tally as it was kept, if there is one that can be read.
pub(in super::super) fn kept_tally(connection: &Connection, id: RecordingId) -> Result<Option<Tally>, Trouble> {
    let kept = TALLY.one(connection, "number = ?1", [id.row()], |_, values| Some(read_tally(values)))?;
    Ok(kept.flatten())
}

pub(in super::super) fn read_tally(values: &[Value]) -> Option<Tally> {
    serde_json::from_str(values.first()?.text()?).ok()
}

/// The digest of a recording's points.
pub(in super::super) fn content(connection: &Connection, id: RecordingId) -> Result<Option<String>, Trouble> {
    let mut content = Content::new();
    fixes::each::<Trouble>(connection, id, |kept| {
        if kept.refused.is_none() {
            content.add_fix(&kept.fix, kept.ride_ms);
        }
        Ok(())
    })?;
    Ok(content.digest())
}

fn not_now(recording: &Recording, asked: &'static str) -> Trouble {
    Trouble::Told(LibraryError::NotNow { id: recording.id, state: recording.state, asked })
}
