//! Which way along the line the traveller goes, and how much of it is done.

use super::course::Course;
use super::follower::Position;
use crate::geometry::{Along, Metres};

/// One who has come back this far from the farthest place has turned round.
const TURNED: f64 = 40.0;
/// Faster than this after a jump, the direction is believed at once.
const MOVING: f64 = 1.0;
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
    /// The farthest place reached in this direction.
    pub(super) farthest: f64,
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
        Travel { direction: Direction::Forward, farthest: along.metres(), along: along.metres() }
    }

    /// Takes in where the traveller is now.
    pub(super) fn go(&mut self, position: &Position) -> Stride {
        let here = position.along.metres();
        let from = Along(Metres(self.along));
        let continuous = position.continuous || (here - self.along).abs() < NO_JUMP;
        if !continuous {
            self.farthest = here;
            if position.speed.abs() > MOVING {
                self.direction = if position.speed < 0.0 { Direction::Backward } else { Direction::Forward };
            }
        }
        if !position.on_line {
            // Off the line, coming and going along it mean nothing.
            self.farthest = here;
        }
        let back = -self.direction.ahead(Along(Metres(self.farthest)), position.along).0;
        if back > TURNED + 2.0 * position.spread {
            self.direction = match self.direction {
                Direction::Forward => Direction::Backward,
                Direction::Backward => Direction::Forward,
            };
            self.farthest = here;
        } else if back < 0.0 {
            self.farthest = here;
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
