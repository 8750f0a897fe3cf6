//! Our own recording out of a GPX file, fix by fix: memory does not grow with the ride.

use std::io::Read;

use super::reading::{about, number_of, recorded_fix};
use super::{NAMESPACE, RecordedFix, RideAbout};
use crate::gpx::{Children, GpxError, Item, Limits, Reader};

/// Of one point, or of what stands before the first, so much is kept: 16 MiB.
const MOST_KEPT: u64 = 16 << 20;
/// Waypoints and segments.
const MOST_PARTS: u64 = 500_000;

/// Reads the fixes of a recording one by one.
pub struct RideReader<R> {
    reader: Reader<R>,
    about: RideAbout,
    /// The numbers of the segments, as far as they are known.
    segments: Vec<u32>,
    /// Which of them is being read.
    at: usize,
}

impl<R: Read> RideReader<R> {
    /// Begins to read a file that [`export_ride`](crate::gpx::export_ride) wrote in the plain profile; `None` for files of
    /// others.
    ///
    /// The number of a segment stands at its end: whoever has read the file once gives what [`segments`](Self::segments)
    /// said then, and to others segments are numbered as they come.
    ///
    /// # Errors
    /// When the file is no GPX, or broken before its first fix.
    pub fn begin(input: R, segments: Vec<u32>) -> Result<Option<RideReader<R>>, GpxError> {
        let limits = Limits { points: u64::from(u32::MAX), parts: MOST_PARTS, kept: MOST_KEPT, ..Limits::phone() };
        let mut reader = Reader::new(input, &limits);
        match reader.next()? {
            Some(Item::Root(root)) if root.attributes.contains(NAMESPACE) => {}
            _ => return Ok(None),
        }
        // What is known of a ride stands before anything else.
        let about = match reader.next()? {
            Some(Item::Other(xml)) => about(&Children(xml)),
            _ => None,
        };
        Ok(about.map(|about| RideReader { reader, about, segments, at: 0 }))
    }

    /// What is known of it.
    #[must_use]
    pub fn about(&self) -> &RideAbout {
        &self.about
    }

    /// The numbers of the segments that were read to their ends, one after the other.
    #[must_use]
    pub fn segments(self) -> Vec<u32> {
        self.segments
    }

    /// The next fix, or `None` after the last. A point without a time is passed over.
    ///
    /// # Errors
    /// When the file is broken, cut off or over a limit; then nothing more comes.
    #[allow(clippy::should_implement_trait)] // What it reads from may be asked about an error meanwhile.
    pub fn next(&mut self) -> Result<Option<RecordedFix>, GpxError> {
        loop {
            // What was kept of the item before is gone.
            self.reader.forget();
            match self.reader.next()? {
                None => return Ok(None),
                Some(Item::Point(point)) => {
                    let number = self.segments.get(self.at).copied();
                    let number = number.unwrap_or_else(|| following(&self.segments));
                    if let Some(fix) = recorded_fix(number, &point) {
                        return Ok(Some(fix));
                    }
                }
                Some(Item::SegmentEnd(children)) => {
                    if self.at == self.segments.len() {
                        let number = number_of(&children).unwrap_or_else(|| following(&self.segments));
                        self.segments.push(number);
                    }
                    self.at += 1;
                }
                Some(_) => {}
            }
        }
    }
}

/// The number of a segment that says none.
fn following(segments: &[u32]) -> u32 {
    segments.last().map_or(0, |last| last.saturating_add(1))
}
