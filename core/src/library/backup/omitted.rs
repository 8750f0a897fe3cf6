//! What of a backup was left out.

/// How much of a backup was left out, by kind: what is cut short, cannot be, is more than a library holds, or of a kind
/// that this version does not know.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Omitted {
    /// Settings.
    pub settings: usize,
    /// Favourites.
    pub favourites: usize,
    /// Notes.
    pub notes: usize,
    /// What was reached.
    pub milestones: usize,
    /// Where the traveller was on a way.
    pub standings: usize,
    /// Rides and tracks of which nothing is known.
    pub recordings: usize,
    /// What is told of a ride or track that was taken in: what it followed, how it was travelled, what is missing of it.
    pub details: usize,
    /// Photos and voice notes.
    pub attachments: usize,
    /// Fixes of rides that were taken in.
    pub fixes: usize,
    /// Files of rides and tracks that nothing in the backup speaks of.
    pub files: usize,
}

impl Omitted {
    /// How much it is in all.
    #[must_use]
    pub fn all(&self) -> usize {
        let Omitted { settings, favourites, notes, milestones, standings, .. } = *self;
        let Omitted { recordings, details, attachments, fixes, files, .. } = *self;
        let lines = settings + favourites + notes + milestones + standings;
        lines + recordings + details + attachments + fixes + files
    }
}
