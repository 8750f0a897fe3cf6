//! How people move, by mode: what the follower expects of them before it has seen them move.

use crate::model::Mode;

/// What is usual for one mode. Speeds are metres a second.
#[derive(Debug, Clone, Copy)]
pub(super) struct Movement {
    /// The standard deviation of the speed along the line, over everything a traveller does, pauses included.
    pub(super) spread: f64,
    /// Speeds above this are no travel in this mode.
    pub(super) limit: f64,
    /// Nobody keeps up more than this for long.
    pub(super) kept_up: f64,
    /// The pace until the traveller's own is known.
    pub(super) pace: f64,
    /// Slower than this is a pause.
    pub(super) pause: f64,
}

/// What is usual for a mode.
pub(super) fn movement(mode: Mode) -> Movement {
    match mode {
        Mode::Walk => Movement { spread: 1.5, limit: 12.0, kept_up: 3.0, pace: 1.2, pause: 0.4 },
        Mode::Bike => Movement { spread: 5.0, limit: 28.0, kept_up: 12.0, pace: 4.2, pause: 0.8 },
        Mode::Car => Movement { spread: 14.0, limit: 65.0, kept_up: 40.0, pace: 12.0, pause: 1.0 },
        Mode::Boat => Movement { spread: 2.5, limit: 22.0, kept_up: 8.0, pace: 1.5, pause: 0.4 },
        Mode::Ferry => Movement { spread: 5.0, limit: 30.0, kept_up: 18.0, pace: 3.0, pause: 0.8 },
    }
}

/// How many modes there are.
pub(super) const MODES: usize = Mode::ALL.len();
