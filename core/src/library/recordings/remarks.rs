//! What whoever brings files in should know of them: what was odd in one that was read all the same, and what was left
//! out.

use std::fmt;
use std::mem::discriminant;
use std::path::{Path, PathBuf};

use super::holds::Holds;
use super::parts;
use crate::geometry::{Metres, spikes};
use crate::gpx::{self, Gpx, Oddity, Part, PartKind, Piece, Warning};

/// As many remarks are kept of one import; all are counted.
const MOST: usize = 100;

/// Something to know of a file that was brought in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Remark {
    /// The file, and within an archive its name there.
    pub file: PathBuf,
    /// What.
    pub about: RemarkAbout,
}

impl fmt::Display for Remark {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        let file = self.file.display();
        match &self.about {
            RemarkAbout::Odd { first, count: 1 } => write!(out, "{file}:{first}"),
            RemarkAbout::Odd { first, count } => write!(out, "{file}:{first}; and {} more like it", count - 1),
            RemarkAbout::MoreOdd { count } => write!(out, "{file}: and {count} more of what is odd"),
            RemarkAbout::Astray { points: 1 } => {
                write!(out, "{file}: a point where nobody can have been at its time was left out")
            }
            RemarkAbout::Astray { points } => {
                write!(out, "{file}: {points} points where nobody can have been at their times were left out")
            }
            RemarkAbout::LeftOut { parts } => {
                write!(out, "{file}: {parts} of its tracks or routes lead nowhere and were left out")
            }
            RemarkAbout::AsOne { parts } => {
                write!(out, "{file}: it has {parts} tracks or routes, too many for a list; brought in as one")
            }
            RemarkAbout::Twice { parts: 1 } => {
                write!(out, "{file}: one of its tracks or routes is the same as another and was brought in once")
            }
            RemarkAbout::Twice { parts } => {
                write!(out, "{file}: {parts} of its tracks or routes are the same as others and were brought in once")
            }
            RemarkAbout::Spikes { heights: 1 } => {
                write!(out, "{file}: one height stands out from those beside it like a spike and does not count")
            }
            RemarkAbout::Spikes { heights } => {
                write!(out, "{file}: {heights} heights stand out from those beside them like spikes and do not count")
            }
            RemarkAbout::PassedOver(holds) => write!(out, "{file}: passed over, as no GPX: {holds}"),
        }
    }
}

/// What there is to know.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum RemarkAbout {
    /// Something odd in the file, which was read all the same.
    Odd {
        /// The first of its kind.
        first: Warning,
        /// How many there are of the kind.
        count: u64,
    },
    /// More of what is odd than is told one by one.
    MoreOdd {
        /// How many.
        count: u64,
    },
    /// Points where nobody can have been at their times were left out.
    Astray {
        /// How many.
        points: usize,
    },
    /// Tracks or routes that lead nowhere were left out.
    LeftOut {
        /// How many.
        parts: usize,
    },
    /// The file has so many parts that they were brought in as one.
    AsOne {
        /// How many.
        parts: usize,
    },
    /// Tracks or routes have the same points as others of the file.
    Twice {
        /// How many, besides the first of each.
        parts: usize,
    },
    /// Heights stand out from their neighbours like spikes: they are no heights.
    Spikes {
        /// How many.
        heights: usize,
    },
    /// Files of other kinds were passed over.
    PassedOver(Holds),
}

/// Remarks in the order of the files.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Remarks {
    kept: Vec<Remark>,
    count: u64,
}

impl Remarks {
    /// The first hundred.
    #[must_use]
    pub fn first(&self) -> &[Remark] {
        &self.kept
    }

    /// How many there were.
    #[must_use]
    pub fn count(&self) -> u64 {
        self.count
    }

    /// Takes one more.
    pub(super) fn note(&mut self, file: &Path, about: RemarkAbout) {
        self.count += 1;
        if self.kept.len() < MOST {
            self.kept.push(Remark { file: file.to_owned(), about });
        }
    }

    /// Takes note of points that are not believed.
    pub(super) fn note_astray(&mut self, file: &Path, points: usize) {
        if points > 0 {
            self.note(file, RemarkAbout::Astray { points });
        }
    }

    /// Takes what there is to know of a file that became so many recordings.
    pub(super) fn note_file(&mut self, file: &Path, gpx: &Gpx, recordings: usize) {
        for about in odd(gpx) {
            self.note(file, about);
        }
        let parts = gpx::parts(gpx);
        let of = match parts.first().map(Part::kind) {
            Some(PartKind::Route) => gpx.routes.iter().filter(|route| !route.points.is_empty()).count(),
            _ => gpx.tracks.iter().filter(|track| track.segments.iter().any(|segment| !segment.is_empty())).count(),
        };
        let leading = parts.iter().filter(|part| Some(part.kind()) == parts.first().map(Part::kind)).count();
        if of > leading {
            self.note(file, RemarkAbout::LeftOut { parts: of - leading });
        }
        if parts::are_too_many(&parts) && recordings == 1 {
            self.note(file, RemarkAbout::AsOne { parts: parts.len() });
        } else if let twice @ 1.. = parts.len().saturating_sub(parts::shares(gpx).len()) {
            self.note(file, RemarkAbout::Twice { parts: twice });
        }
        let heights: usize = parts.iter().flat_map(Part::pieces).map(spikes_of).sum();
        if heights > 0 {
            self.note(file, RemarkAbout::Spikes { heights });
        }
    }
}

fn spikes_of(piece: &Piece<'_>) -> usize {
    let (mut along, mut before) = (Metres::ZERO, None);
    let heights = piece.iter().filter_map(|point| {
        let here = point.point.ecef();
        if let Some(before) = before.replace(here) {
            along += here.ground_distance(before);
        }
        Some((along, point.elevation?))
    });
    spikes(&heights.collect::<Vec<_>>())
}

/// What is odd in a file, each kind once. A file that is broken in several places is told as that, at the first of them.
fn odd(gpx: &Gpx) -> Vec<RemarkAbout> {
    let mut kinds: Vec<(Warning, u64)> = Vec::new();
    for warning in gpx.warnings.first() {
        match kinds.iter_mut().find(|(first, _)| discriminant(&first.oddity) == discriminant(&warning.oddity)) {
            Some((_, count)) => *count += 1,
            None => kinds.push((warning.clone(), 1)),
        }
    }
    let mut more = gpx.warnings.count().saturating_sub(gpx.warnings.first().len() as u64);
    let in_all = kinds.iter().position(|(first, _)| matches!(first.oddity, Oddity::BrokenInAll { .. }));
    let in_all = in_all.map(|place| kinds.remove(place).0.oddity);
    if let Some(oddity @ Oddity::BrokenInAll { places, .. }) = in_all
        && let Some((first, count)) = kinds.iter_mut().find(|(first, _)| matches!(first.oddity, Oddity::Broken { .. }))
    {
        more = more.saturating_sub(places - (*count).min(places));
        (first.oddity, *count) = (oddity, 1);
    }
    let told = kinds.into_iter().map(|(first, count)| RemarkAbout::Odd { first, count });
    told.chain((more > 0).then_some(RemarkAbout::MoreOdd { count: more })).collect()
}
