//! What the shell shows after a fix.

use super::{Cue, Direction, GuideState, NextFix, OffRoute, Progress, Refusal, StageProgress};
use crate::geometry::{Along, Bearing, Metres, Point, Side};
use crate::model::StopId;

/// What came of a fix.
#[derive(Debug, Clone, PartialEq)]
pub struct Step {
    /// The state after the fix: to be kept, and handed in with the next.
    pub state: GuideState,
    /// What changed, or why the fix was not believed; then the state is as it was.
    pub outcome: Result<Update, Refused>,
    /// The next fix wanted.
    pub next_fix: NextFix,
}

/// A fix was not believed.
#[derive(Debug, Clone, PartialEq)]
pub struct Refused {
    /// Why.
    pub reason: Refusal,
    /// The same for the traveller.
    pub text: String,
}

/// A fix put on the line.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Match {
    /// The distance from the line's start.
    pub along: Along,
    /// The distance from the line: negative to the left of it, positive to the right, as the line runs.
    pub cross: Metres,
    /// How probable this place is, 0 to 1.
    pub confidence: f64,
    /// The number of the leg.
    pub leg: usize,
    /// The number of the line's segment.
    pub segment: usize,
    /// The place on the line.
    pub point: Point,
    /// Which way the traveller goes.
    pub direction: Direction,
}

/// The next stop that has not been reached.
#[derive(Debug, Clone, PartialEq)]
pub struct NextStop {
    /// Which.
    pub id: StopId,
    /// What it is called.
    pub name: String,
    /// Its number in the course.
    pub number: usize,
    /// How far along the line.
    pub ahead: Metres,
    /// How far as the crow flies.
    pub distance: Metres,
    /// In which direction it lies.
    pub bearing: Bearing,
    /// On which hand it will be.
    pub side: Side,
    /// When the traveller will be there, in the fixes' time, in milliseconds.
    pub eta_ms: i64,
}

/// A stop that comes.
#[derive(Debug, Clone, PartialEq)]
pub struct StopAhead {
    /// Which.
    pub id: StopId,
    /// What it is called.
    pub name: String,
    /// How far along the line.
    pub ahead: Metres,
}

/// What a believed fix changed.
#[derive(Debug, Clone, PartialEq)]
pub struct Update {
    /// The fix on the line.
    pub matched: Match,
    /// How much is done and left.
    pub progress: Progress,
    /// The same in this stage.
    pub stage: StageProgress,
    /// The next stop.
    pub next_stop: Option<NextStop>,
    /// When the traveller will be at the end, in the fixes' time, in milliseconds.
    pub eta_ms: i64,
    /// Whether other fixes agree with this one. Until they do it only shows where the traveller may be: nothing is told,
    /// counted or kept on the strength of it.
    pub confirmed: bool,
    /// The way back, for one who is off the route.
    pub off_route: Option<OffRoute>,
    /// What to tell now.
    pub cues: Vec<Cue>,
}
