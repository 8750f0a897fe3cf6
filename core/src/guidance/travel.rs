//! Which way along the line the traveller goes, and how much of it is done.

use super::course::Course;
use super::follower::Position;
use crate::geometry::{Along, Metres};
use crate::model::{Language, StageId};

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
}

/// The stage that the traveller is in, and how far they have come in it. A line without stages counts as one.
#[derive(Debug, Clone, PartialEq)]
pub struct StageProgress {
    /// Which; a line without stages has no id for itself.
    pub id: Option<StageId>,
    /// Its name, or that of a line without stages.
    pub name: String,
    /// Its number in the order of the course, from 1.
    pub number: usize,
    /// How many stages there are.
    pub of: usize,
    /// The share of it behind the traveller, 0 to 1.
    pub share: f64,
    /// How much of it is ahead.
    pub remaining: Metres,
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
    let (share, travelled, remaining) = between(Along::START, course.line().end(), along, direction);
    Progress { share, travelled, remaining }
}

/// How far they have come in the stage there.
pub(super) fn stage_progress(course: &Course, along: Along, direction: Direction, language: Language) -> StageProgress {
    let stages = course.stages();
    let Some((number, stage)) = course.stage_at(along).and_then(|number| Some((number, stages.get(number)?))) else {
        let Progress { share, remaining, .. } = progress(course, along, direction);
        let name = course.name().in_language(language).to_owned();
        return StageProgress { id: None, name, number: 1, of: 1, share, remaining };
    };
    let (share, _, remaining) = between(stage.from, stage.to, along, direction);
    let name = stage.name.in_language(language).to_owned();
    StageProgress { id: Some(stage.id.clone()), name, number: number + 1, of: stages.len(), share, remaining }
}

/// The share of a stretch that is behind, how much is behind, and how much ahead.
fn between(from: Along, to: Along, along: Along, direction: Direction) -> (f64, Metres, Metres) {
    let (behind, ahead) = match direction {
        Direction::Forward => (along - from, to - along),
        Direction::Backward => (to - along, along - from),
    };
    // A stage without length is behind as soon as it is there.
    let share = if to > from { (behind.0 / (to - from).0).clamp(0.0, 1.0) } else { 1.0 };
    (share, behind.max(Metres::ZERO), ahead.max(Metres::ZERO))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::geometry::{Line, Point};
    use crate::model::Mode;

    #[test]
    fn a_line_without_stages_counts_as_one() {
        let points = [(55.0, 21.0), (55.01, 21.0)].map(|(lat, lon)| Point::new(lat, lon).expect("valid"));
        let line = Line::new(points.to_vec()).expect("a line");
        let quarter = Along(line.length() * 0.25);
        let course = Course::of_track("Aplink", line, &[], Mode::Walk, &[]);
        let there = stage_progress(&course, quarter, Direction::Forward, Language::LT);
        let whole = progress(&course, quarter, Direction::Forward);
        assert_eq!((there.id, there.name.as_str(), there.number, there.of), (None, "Aplink", 1, 1));
        assert_eq!((there.share, there.remaining), (whole.share, whole.remaining));
        let back = stage_progress(&course, quarter, Direction::Backward, Language::LT);
        assert!((there.share - 0.25).abs() < 1e-9 && (back.share - 0.75).abs() < 1e-9);
    }
}
