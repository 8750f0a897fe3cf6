//! The fixes of a ride on both sides of the border: in its GPX file those that any program reads, beside it those that
//! were not believed and what GPX has no words for.

use std::cell::Cell;
use std::io::{self, BufRead, BufReader, Read, Write};

use super::form::{FixJson, RecordingJson};
use super::numbering::Numbered;
use crate::gpx::{RecordedFix, RideAbout, RideReader};
use crate::guidance::refusal;
use crate::library::LibraryError;
use crate::library::archive::{Archive, Unpacking};
use crate::library::bounds::{YEARS_MS, is_key};
use crate::library::recordings::KeptFix;

/// The longest line of a fix.
const MOST_LINE_BYTES: u64 = 4 << 10;

/// Judges the fixes of a GPX file one after the other: in it time and segments rise. The same judge stands where a backup
/// is made and where it is read.
#[derive(Default)]
pub(super) struct Rising {
    before: Option<(u32, i64)>,
}

impl Rising {
    /// Whether a fix can come next.
    pub fn takes(&mut self, recorded: &RecordedFix) -> bool {
        let RecordedFix { segment, steady_ms, fix } = recorded;
        let rises = self.before.is_none_or(|(last, before_ms)| last <= *segment && before_ms < *steady_ms);
        let takes = rises && refusal(fix).is_none() && YEARS_MS.contains(steady_ms);
        if takes {
            self.before = Some((*segment, *steady_ms));
        }
        takes
    }

    /// Whether a fix that was kept can come next.
    pub fn takes_kept(&mut self, kept: &KeptFix) -> bool {
        let recorded = RecordedFix { segment: kept.segment, steady_ms: kept.ride_ms, fix: kept.fix };
        kept.refused.is_none() && self.takes(&recorded)
    }
}

/// Writes a fix beside the GPX file: a line of JSON.
pub(super) fn write_beside(kept: &KeptFix, out: &mut impl Write) -> io::Result<()> {
    serde_json::to_writer(&mut *out, &FixJson::of(kept))?;
    out.write_all(b"\n")
}

/// A ride in a backup that was looked through and is sound.
pub(super) struct Ride {
    pub told: RecordingJson,
    pub about: RideAbout,
    /// The numbers of its segments.
    segments: Vec<u32>,
}

/// What a recording's file in a backup turned out to be.
pub(super) enum Judged {
    Ride(Ride),
    /// A file of another program, or one in our form that breaks its rules.
    Track(RecordingJson),
}

/// Looks through the file of a recording.
///
/// # Errors
/// When the disk failed.
pub(super) fn judge(archive: &mut Archive, told: RecordingJson) -> Result<Judged, LibraryError> {
    // A track that was brought in stays one, though its file has the form of a ride.
    if !told.is_own() {
        return Ok(Judged::Track(told));
    }
    let ride = match archive.unpack(&told.file, u64::MAX) {
        Ok(mut file) => {
            let ride = sound(&mut file);
            if let Some(error) = file.fault().filter(LibraryError::is_of_library) {
                return Err(error);
            }
            ride
        }
        Err(error) if error.is_of_library() => return Err(error),
        Err(_) => None,
    };
    Ok(match ride {
        Some((about, segments)) => Judged::Ride(Ride { told, about, segments }),
        None => Judged::Track(told),
    })
}

/// What is known of a ride, and the numbers of its segments, where it is a sound one.
fn sound(file: &mut Unpacking<'_>) -> Option<(RideAbout, Vec<u32>)> {
    let mut ride = RideReader::begin(file, Vec::new()).ok()??;
    let about = ride.about().clone();
    if !is_key(&about.key) {
        return None;
    }
    let mut rising = Rising::default();
    while let Some(recorded) = ride.next().ok()? {
        // What number its segment has is known at the segment's end.
        if !rising.takes(&RecordedFix { segment: 0, ..recorded }) {
            return None;
        }
    }
    let segments = ride.segments();
    segments.is_sorted().then_some((about, segments))
}

impl Ride {
    /// How many of its fixes were lost.
    pub fn lost(&self) -> u64 {
        self.told.gaps().map_or(0, |(_, lost)| lost)
    }

    /// Reads its fixes, in the order of their numbers, and counts those that had to be left out. They come from two files
    /// of the archive at once, which is open twice; `changed` is what to say where they are not what they were.
    pub fn read<T, E: From<LibraryError>>(
        &self,
        [gpx, beside]: &mut [Archive; 2],
        changed: &dyn Fn() -> LibraryError,
        omitted: &mut usize,
        take: impl FnOnce(&mut Fixes<'_>) -> Result<T, E>,
    ) -> Result<T, E> {
        let unreadable = Cell::new(0);
        let mut file = gpx.unpack(&self.told.file, u64::MAX)?;
        let taken = match RideReader::begin(&mut file, self.segments.clone()) {
            Ok(Some(mut ride)) => {
                let believed = std::iter::from_fn(|| ride.next().map_err(|_| changed()).transpose());
                let missing = self.told.gaps().map_or(&[][..], |(missing, _)| missing);
                let mut numbered = Numbered::new(believed, self.others(beside, &unreadable)?, missing);
                let taken = take(&mut numbered);
                *omitted += numbered.dropped();
                taken
            }
            Ok(None) | Err(_) => Err(changed().into()),
        };
        *omitted += unreadable.get();
        match file.fault() {
            Some(error) => Err(error.into()),
            None => taken,
        }
    }

    /// The fixes that are not in its GPX file.
    fn others<'a>(
        &'a self,
        archive: &'a mut Archive,
        unreadable: &'a Cell<usize>,
    ) -> Result<Box<Fixes<'a>>, LibraryError> {
        let Some(name) = &self.told.fixes else {
            let mut others: Vec<KeptFix> = self.told.refused.rows.iter().map(FixJson::kept).collect();
            others.sort_by_key(|kept| kept.number);
            return Ok(Box::new(others.into_iter().map(Ok)));
        };
        match archive.unpack(name, u64::MAX) {
            Ok(file) => Ok(Box::new(Beside { file: BufReader::new(file), unreadable })),
            Err(error) if error.is_of_library() => Err(error),
            Err(_) => Ok(Box::new(std::iter::empty())),
        }
    }
}

/// Fixes one by one.
pub(super) type Fixes<'a> = dyn Iterator<Item = Result<KeptFix, LibraryError>> + 'a;

/// Reads the fixes beside a GPX file. A line that cannot be read is passed over and counted, as is the end of a file that
/// breaks off.
struct Beside<'a> {
    file: BufReader<Unpacking<'a>>,
    unreadable: &'a Cell<usize>,
}

impl Beside<'_> {
    fn pass_over(&self) {
        self.unreadable.set(self.unreadable.get() + 1);
    }
}

impl Iterator for Beside<'_> {
    type Item = Result<KeptFix, LibraryError>;

    fn next(&mut self) -> Option<Self::Item> {
        let mut line = Vec::new();
        loop {
            line.clear();
            match self.file.by_ref().take(MOST_LINE_BYTES).read_until(b'\n', &mut line) {
                Ok(0) => return None,
                Ok(_) => match serde_json::from_slice::<FixJson>(&line) {
                    Ok(fix) => return Some(Ok(fix.kept())),
                    Err(_) => self.pass_over(),
                },
                Err(_) => {
                    self.pass_over();
                    return self.file.get_mut().fault().filter(LibraryError::is_of_library).map(Err);
                }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Fix;

    #[test]
    fn in_a_gpx_file_time_and_segments_rise() {
        let recorded = |segment, steady_ms, accuracy| RecordedFix {
            segment,
            steady_ms,
            fix: Fix::of_position(steady_ms, 55.0, 21.0, accuracy),
        };
        let mut rising = Rising::default();
        let told = [
            (recorded(1, 1_000, 5.0), true),
            (recorded(1, 1_000, 5.0), false),
            (recorded(0, 2_000, 5.0), false),
            (recorded(2, i64::MAX, 5.0), false),
            (recorded(2, -5, 5.0), false),
            (recorded(2, 3_000, f64::INFINITY), false),
            (recorded(2, 3_000, 5.0), true),
        ];
        for (number, (recorded, takes)) in told.iter().enumerate() {
            assert_eq!(rising.takes(recorded), *takes, "{number}");
        }
    }
}
