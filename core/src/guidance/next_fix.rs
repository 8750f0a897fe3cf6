//! When the next fix should come and how precise it should be, to spare the battery.

use super::course::Course;
use super::stops::Moment;
use super::turns::next_turn;
use crate::geometry::{Along, Metres};

/// The next fix wanted from the phone.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct NextFix {
    /// After this many seconds.
    pub after_s: f64,
    /// With this accuracy or better.
    pub accuracy: Metres,
}

/// Close to something, the next fix should come this soon and be this precise.
const CLOSE: NextFix = NextFix { after_s: 1.0, accuracy: Metres(5.0) };
/// The share of the time to the next event that may pass unseen.
const UNSEEN_SHARE: f64 = 0.2;
/// The share of the distance to the next event that a fix may be off.
const OFF_SHARE: f64 = 0.1;
/// Where the line shows the way, leaving it must be noticed within half a minute.
const LONGEST_ON_LINE: f64 = 10.0;
/// Where the line is only indicative, nothing can be missed but stops.
const LONGEST_INDICATIVE: f64 = 60.0;
/// Coarser fixes than these tell nothing of being on the line.
const COARSEST_ON_LINE: f64 = 25.0;
const COARSEST_INDICATIVE: f64 = 100.0;

/// Where attention is not needed right now, what the distance to the next event allows.
pub(super) fn next_fix(course: &Course, moment: &Moment, pace: f64, to_stop: Option<Metres>, alert: bool) -> NextFix {
    if alert || !moment.sure {
        return CLOSE;
    }
    let stride = moment.stride;
    let forward = stride.direction.ahead(Along::START, course.line().end()) > Metres::ZERO;
    let leg = &course.legs()[course.leg_at(stride.to)];
    let joint = if forward { leg.to } else { leg.from };
    let to_joint = stride.direction.ahead(stride.to, joint);
    let indicative = course.tolerance_at(stride.to).indicative;
    let to_turn = next_turn(course.turns(), stride.to, forward).filter(|_| !indicative);
    let lead = Metres(moment.lead);
    let events = [Some(to_joint), to_turn, to_stop.map(|stop| if stop > lead { stop - lead } else { stop })];
    let nearest = events.into_iter().flatten().fold(Metres(f64::INFINITY), Metres::min).max(Metres::ZERO);
    let (longest, coarsest) =
        if indicative { (LONGEST_INDICATIVE, COARSEST_INDICATIVE) } else { (LONGEST_ON_LINE, COARSEST_ON_LINE) };
    NextFix {
        after_s: (UNSEEN_SHARE * nearest.0 / pace).clamp(CLOSE.after_s, longest),
        accuracy: Metres((OFF_SHARE * nearest.0).clamp(CLOSE.accuracy.0, coarsest)),
    }
}
