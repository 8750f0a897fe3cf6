//! What comes of a fix.

use route_guide_core::guidance;
use route_guide_core::library;

use super::{Cue, Position, Side, TravelDirection};

/// What guidance says after a fix.
#[derive(Debug, Clone, PartialEq, uniffi::Record)]
pub struct Step {
    /// What changed; nothing where the fix was not believed.
    pub update: Option<GuideUpdate>,
    /// Why the fix was not believed.
    pub refused: Option<Refused>,
    /// The next fix is wanted after this many seconds ...
    pub next_fix_after_s: f64,
    /// ... with this accuracy or better.
    pub next_fix_accuracy_m: f64,
}

/// Why a fix was not believed.
#[derive(Debug, Clone, PartialEq, Eq, uniffi::Record)]
pub struct Refused {
    /// For programs: `jumped`, `inaccurate` and so on.
    pub reason: String,
    /// For the traveller.
    pub text: String,
}

/// What a believed fix changed.
#[derive(Debug, Clone, PartialEq, uniffi::Record)]
pub struct GuideUpdate {
    /// The fix on the line.
    pub matched: LineMatch,
    /// The share of the route behind the traveller, 0 to 1.
    pub share: f64,
    /// How much of the route is behind.
    pub travelled_m: f64,
    /// How much is ahead.
    pub remaining_m: f64,
    /// The stage that the traveller is in.
    pub stage: StageProgress,
    /// When the traveller will be at the end.
    pub eta_ms: i64,
    /// The next stop that has not been reached.
    pub next_stop: Option<NextStop>,
    /// The way back, for one who is off the route.
    pub off_route: Option<OffRoute>,
    /// What to tell now, in order.
    pub cues: Vec<Cue>,
}

/// The stage that the traveller is in. A line without stages counts as one.
#[derive(Debug, Clone, PartialEq, uniffi::Record)]
pub struct StageProgress {
    /// Its id; empty for a line without stages.
    pub id: String,
    /// Its name, or that of a line without stages.
    pub name: String,
    /// Its number in the order of what is followed, from 1.
    pub number: u32,
    /// How many stages there are.
    pub of: u32,
    /// The share of it behind the traveller, 0 to 1.
    pub share: f64,
    /// How much of it is ahead.
    pub remaining_m: f64,
}

/// A fix put on the line.
#[derive(Debug, Clone, Copy, PartialEq, uniffi::Record)]
pub struct LineMatch {
    /// The distance from the line's start.
    pub along_m: f64,
    /// The distance from the line: negative to the left of it, positive to the right, as the line runs.
    pub cross_m: f64,
    /// How probable this place is, 0 to 1.
    pub confidence: f64,
    /// The number of the leg, from 0.
    pub leg: u32,
    /// The number of the line's segment, from 0.
    pub segment: u32,
    /// The place on the line.
    pub position: Position,
    /// Which way the traveller goes.
    pub direction: TravelDirection,
}

/// The next stop that has not been reached.
#[derive(Debug, Clone, PartialEq, uniffi::Record)]
pub struct NextStop {
    /// Its id.
    pub id: String,
    /// What it is called.
    pub name: String,
    /// Its number among the stops of what is followed, from 0.
    pub number: u32,
    /// How far along the line.
    pub ahead_m: f64,
    /// How far as the crow flies.
    pub distance_m: f64,
    /// In which direction it lies.
    pub bearing_deg: f64,
    /// On which hand it will be.
    pub side: Side,
    /// When the traveller will be there.
    pub eta_ms: i64,
}

/// A stop that comes.
#[derive(Debug, Clone, PartialEq, uniffi::Record)]
pub struct StopAhead {
    /// Its id.
    pub id: String,
    /// What it is called.
    pub name: String,
    /// How far along the line.
    pub ahead_m: f64,
}

/// The way back to the route.
#[derive(Debug, Clone, Copy, PartialEq, uniffi::Record)]
pub struct OffRoute {
    /// How far it is.
    pub distance_m: f64,
    /// Which way.
    pub back_deg: f64,
    /// The nearest place on the route.
    pub rejoin: Position,
    /// The same, by its distance from the start.
    pub rejoin_along_m: f64,
    /// Since when.
    pub since_ms: i64,
}

impl Step {
    /// What guidance says; the course knows the ids of what its cues are about.
    pub(crate) fn of(
        outcome: Result<guidance::Update, guidance::Refused>,
        next_fix: guidance::NextFix,
        course: &guidance::Course,
    ) -> Step {
        let guidance::NextFix { after_s, accuracy } = next_fix;
        let (update, refused) = match outcome {
            Ok(update) => (Some(GuideUpdate::of(update, course)), None),
            Err(guidance::Refused { reason, text }) => (None, Some(Refused { reason: reason.name().into(), text })),
        };
        Step { update, refused, next_fix_after_s: after_s, next_fix_accuracy_m: accuracy.0 }
    }
}

impl GuideUpdate {
    fn of(update: guidance::Update, course: &guidance::Course) -> GuideUpdate {
        let guidance::Progress { share, travelled, remaining } = update.progress;
        GuideUpdate {
            matched: update.matched.into(),
            share,
            travelled_m: travelled.0,
            remaining_m: remaining.0,
            stage: update.stage.into(),
            eta_ms: update.eta_ms,
            next_stop: update.next_stop.map(NextStop::from),
            off_route: update.off_route.map(OffRoute::from),
            cues: update.cues.into_iter().map(|cue| Cue::of(cue, course)).collect(),
        }
    }
}

impl From<guidance::StageProgress> for StageProgress {
    fn from(stage: guidance::StageProgress) -> StageProgress {
        let guidance::StageProgress { id, name, number: at, of, share, remaining } = stage;
        let id = id.map(|id| id.to_string()).unwrap_or_default();
        StageProgress { id, name, number: number(at), of: number(of), share, remaining_m: remaining.0 }
    }
}

impl From<guidance::Match> for LineMatch {
    fn from(matched: guidance::Match) -> LineMatch {
        let guidance::Match { along, cross, confidence, leg, segment, point, direction } = matched;
        LineMatch {
            along_m: along.0.0,
            cross_m: cross.0,
            confidence,
            leg: number(leg),
            segment: number(segment),
            position: point.into(),
            direction,
        }
    }
}

impl From<guidance::NextStop> for NextStop {
    fn from(stop: guidance::NextStop) -> NextStop {
        let guidance::NextStop { id, name, number: at, ahead, distance, bearing, side, eta_ms } = stop;
        NextStop {
            id: id.to_string(),
            name,
            number: number(at),
            ahead_m: ahead.0,
            distance_m: distance.0,
            bearing_deg: bearing.degrees(),
            side,
            eta_ms,
        }
    }
}

impl From<guidance::StopAhead> for StopAhead {
    fn from(stop: guidance::StopAhead) -> StopAhead {
        let guidance::StopAhead { id, name, ahead } = stop;
        StopAhead { id: id.to_string(), name, ahead_m: ahead.0 }
    }
}

impl From<guidance::OffRoute> for OffRoute {
    fn from(off: guidance::OffRoute) -> OffRoute {
        let guidance::OffRoute { distance, back, rejoin, rejoin_along, since_ms } = off;
        OffRoute {
            distance_m: distance.0,
            back_deg: back.degrees(),
            rejoin: rejoin.into(),
            rejoin_along_m: rejoin_along.0.0,
            since_ms,
        }
    }
}

/// What a recording comes to.
#[derive(Debug, Clone, Copy, PartialEq, uniffi::Record)]
pub struct Tally {
    /// Fixes committed, refused ones too.
    pub fixes: u64,
    /// Fixes that were believed.
    pub believed: u64,
    /// Fixes that were lost again when the library was damaged.
    pub lost: u64,
    /// Stretches without a break.
    pub segments: u32,
    /// How far.
    pub distance_m: f64,
    /// How much of it is a straight line over gaps, where the way led is not known.
    pub bridged_m: f64,
    /// How long, pauses that were asked for excluded; nought where no time is known.
    pub duration_ms: i64,
    /// How long in motion.
    pub moving_ms: i64,
    /// Whether the traveller is standing about now.
    pub pausing: bool,
    /// All climbs together; unknown where no height is.
    pub gain_m: Option<f64>,
    /// All descents together.
    pub loss_m: Option<f64>,
    /// The mean speed in motion, in metres a second.
    pub pace_mps: Option<f64>,
    /// The last position that was believed.
    pub position: Option<Position>,
}

impl From<library::Tally> for Tally {
    fn from(tally: library::Tally) -> Tally {
        let (climb, pace_mps, position) = (tally.climb(), tally.pace(), tally.position());
        let library::Tally {
            fixes,
            believed,
            lost,
            segments,
            distance_m,
            bridged_m,
            duration_ms,
            moving_ms,
            pausing,
            ..
        } = tally;
        Tally {
            fixes,
            believed,
            lost,
            segments,
            distance_m,
            bridged_m,
            duration_ms,
            moving_ms,
            pausing,
            gain_m: climb.map(|climb| climb.gain.0),
            loss_m: climb.map(|climb| climb.loss.0),
            pace_mps,
            position: position.map(Position::from),
        }
    }
}

/// How many a shell wants.
pub(crate) fn count(number: u32) -> usize {
    usize::try_from(number).unwrap_or(usize::MAX)
}

/// A count of core's: lists of a phone are shorter than 2³².
pub(crate) fn number(count: usize) -> u32 {
    u32::try_from(count).unwrap_or(u32::MAX)
}
