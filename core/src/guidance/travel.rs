//! Which way along the line the traveller goes, and how much of it is done.

use super::course::Course;
use super::follower::Position;
use crate::geometry::{Along, Metres};

/// One who has gone the other way for this far travels that way.
const TURNED: f64 = 60.0;
/// A jump of less than this is none.
const NO_JUMP: f64 = 100.0;

/// The direction of travel along the line.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Direction {
    /// From its start to its end.
    Forward,
    /// From its end to its start.
    Backward,
}

impl Direction {
    /// +1 forward, −1 backward.
    pub(super) fn sign(self) -> f64 {
        match self {
            Direction::Forward => 1.0,
            Direction::Backward => -1.0,
        }
    }

    /// The way from one place to another as this traveller counts it: negative for what lies behind.
    pub(super) fn ahead(self, from: Along, to: Along) -> Metres {
        match self {
            Direction::Forward => to - from,
            Direction::Backward => from - to,
        }
    }
}

/// How far the traveller has come.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Progress {
    /// The share of the route behind the traveller, 0 to 1.
    pub share: f64,
    /// How much of the route is behind.
    pub travelled: Metres,
    /// How much is ahead.
    pub remaining: Metres,
    /// How much of this stage is ahead; the route's for a line without stages.
    pub remaining_in_stage: Metres,
}

/// The direction of travel, with hysteresis.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Travel {
    pub(super) direction: Direction,
    /// Where the traveller was last seen to go in this direction.
    pub(super) turned_at: f64,
    /// Where the traveller was at the last fix.
    pub(super) along: f64,
}

/// A step along the line from one fix to the next.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Stride {
    pub(super) from: Along,
    pub(super) to: Along,
    pub(super) direction: Direction,
    /// Whether everything between the two was travelled.
    pub(super) continuous: bool,
}

impl Travel {
    pub(super) fn beginning_at(along: Along) -> Travel {
        Travel { direction: Direction::Forward, turned_at: along.metres(), along: along.metres() }
    }

    /// Takes in where the traveller is now.
    pub(super) fn go(&mut self, position: &Position) -> Stride {
        let here = position.along.metres();
        let from = Along(Metres(self.along));
        let continuous = position.continuous || (here - self.along).abs() < NO_JUMP;
        if position.heading == self.direction.sign() || !position.on_line || !continuous {
            self.turned_at = here;
        } else if (here - self.turned_at).abs() > TURNED {
            self.direction = if position.heading > 0.0 { Direction::Forward } else { Direction::Backward };
        }
        self.along = here;
        Stride { from, to: position.along, direction: self.direction, continuous }
    }
}

/// How far one who travels that way has come at a place.
pub(super) fn progress(course: &Course, along: Along, direction: Direction) -> Progress {
    let (start, end) = (Along::START, course.line().end());
    let stage =
        course.stage_at(along).map_or((start, end), |stage| (course.stages()[stage].from, course.stages()[stage].to));
    let (behind, ahead, in_stage) = match direction {
        Direction::Forward => (along - start, end - along, stage.1 - along),
        Direction::Backward => (end - along, along - start, along - stage.0),
    };
    Progress {
        share: (behind.0 / (end - start).0).clamp(0.0, 1.0),
        travelled: behind.max(Metres::ZERO),
        remaining: ahead.max(Metres::ZERO),
        remaining_in_stage: in_stage.max(Metres::ZERO),
    }
}
