//! The way of one segment, being measured.
//!
//! A way goes on in hops: all that lies within twice the accuracy of a common centre may be one who stands still, and
//! counts when it has been left. What was gone until then is counted as it was gone, bends and all; where it leads about
//! and nowhere, which is a receiver's noise, only the way from where it began to where it was left. Nothing here knows
//! the time.

use serde::{Deserialize, Serialize};

use super::scales::{Scales, Spot, metres};
use crate::geometry::Ecef;

/// The radius that holds 68 % of a circular normal distribution, in standard deviations of one axis.
const RADIUS_68: f64 = 1.51;
/// One has left a place who is so many times the accuracy from its middle: noise hardly ever is.
const LEFT: f64 = 2.0;
/// Nobody goes a way so many times as long as it leads: that is noise.
const DETOUR: f64 = 2.2;
/// Who has gone this many times the accuracy without leaving the place is resting.
const RESTING: f64 = 12.0;
/// A fix so many times less accurate than the one before says nothing new unless it is far off.
const COARSE: f64 = 3.0;
/// No phone is so exact that less than this would be a way, nor so inexact that more would be none.
const ACCURACY: std::ops::RangeInclusive<f64> = 3.0..=200.0;

/// The way since a segment began, as far as it is not counted yet.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub(super) struct Trail {
    /// Where the segment began.
    origin: [f64; 3],
    scales: Scales,
    /// Up to where the way is counted.
    counted: Spot,
    /// The last position that it was measured by.
    measured: Spot,
    /// The last position of all, and its accuracy.
    latest: Spot,
    accuracy: f64,
    /// The middle of all positions since, of how many.
    centre: [f64; 3],
    weight: f64,
    /// The length of the way since, as measured, and from fix to fix.
    way: f64,
    raw: f64,
    /// How much of the latter lies in silences.
    bridged: f64,
}

/// A piece of way.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub(super) struct Hop {
    /// How long it is.
    pub metres: f64,
    /// How much of that is a straight line over a silence.
    pub bridged: f64,
}

impl Trail {
    /// One that begins there.
    pub(super) fn beginning_at(here: Ecef, accuracy: f64) -> Trail {
        let mut trail = Trail {
            origin: [here.x, here.y, here.z],
            scales: Scales::default(),
            counted: [0; 3],
            measured: [0; 3],
            latest: [0; 3],
            accuracy: bounded(accuracy),
            centre: [0.0; 3],
            weight: 1.0,
            way: 0.0,
            raw: 0.0,
            bridged: 0.0,
        };
        trail.scales.take([0; 3]);
        trail
    }

    /// Goes on to the next position; `silent` is whether nothing was heard for long before it. Gives the way that is
    /// certain now.
    pub(super) fn go_on(&mut self, here: Ecef, accuracy: f64, silent: bool) -> Option<Hop> {
        let (spot, accuracy) = (self.spot(here), bounded(accuracy));
        let step = self.ground(self.latest, spot);
        if accuracy > COARSE * self.accuracy && step < accuracy {
            return None;
        }
        self.raw += step;
        if silent {
            self.bridged += step;
        }
        self.latest = spot;
        self.accuracy = accuracy;
        self.scales.take(spot);
        let resting = self.way > RESTING * accuracy;
        let hop = if resting && self.off_centre(spot) > 2.0 * LEFT * accuracy {
            // Averages would hold on to the place that was left.
            self.scales = Scales::default();
            self.scales.take(spot);
            self.measure(spot, 1);
            Some(self.leave())
        } else if let Some((average, many)) = self.scales.newest() {
            self.measure(average, many);
            (self.off_centre(average) > LEFT * accuracy).then(|| self.leave())
        } else {
            None
        };
        self.scales.choose(accuracy / RADIUS_68, self.way > RESTING * accuracy);
        hop
    }

    /// The way that is not certain yet: as if the last position were its end.
    pub(super) fn rest(&self) -> Hop {
        let way = self.way + self.ground(self.measured, self.latest);
        if way > DETOUR * self.ground(self.counted, self.latest) { Hop::default() } else { self.hop(way) }
    }

    /// How far the last position is from where something was, in metres.
    pub(super) fn from(&self, spot: Spot) -> f64 {
        metres(spot, self.latest)
    }

    /// The last position.
    pub(super) fn latest(&self) -> Spot {
        self.latest
    }

    fn measure(&mut self, spot: Spot, many: u32) {
        self.way += self.ground(self.measured, spot);
        self.measured = spot;
        self.weight += f64::from(many);
        let share = f64::from(many) / self.weight;
        self.centre =
            std::array::from_fn(|axis| self.centre[axis] + (f64::from(spot[axis]) - self.centre[axis]) * share);
    }

    /// The place is left at what was measured last: the way there counts.
    fn leave(&mut self) -> Hop {
        let straight = self.ground(self.counted, self.measured);
        let hop = self.hop(if self.way > DETOUR * straight { straight } else { self.way });
        self.counted = self.measured;
        self.centre = self.measured.map(f64::from);
        self.weight = 1.0;
        (self.way, self.raw, self.bridged) = (0.0, self.ground(self.measured, self.latest), 0.0);
        hop
    }

    fn hop(&self, metres: f64) -> Hop {
        let share = if self.raw > 0.0 { (self.bridged / self.raw).min(1.0) } else { 0.0 };
        Hop { metres, bridged: metres * share }
    }

    fn off_centre(&self, spot: Spot) -> f64 {
        let off = std::array::from_fn::<f64, 3, _>(|axis| f64::from(spot[axis]) - self.centre[axis]);
        libm::sqrt(off.iter().map(|along| along * along).sum()) / 100.0
    }

    fn spot(&self, here: Ecef) -> Spot {
        let off = [here.x - self.origin[0], here.y - self.origin[1], here.z - self.origin[2]];
        off.map(|metres| libm::round(metres * 100.0) as i32)
    }

    /// The distance over the ground.
    fn ground(&self, one: Spot, other: Spot) -> f64 {
        self.ecef(one).ground_distance(self.ecef(other)).0
    }

    fn ecef(&self, spot: Spot) -> Ecef {
        let [x, y, z] = std::array::from_fn(|axis| self.origin[axis] + f64::from(spot[axis]) / 100.0);
        Ecef { x, y, z }
    }
}

fn bounded(accuracy: f64) -> f64 {
    if accuracy.is_finite() { accuracy.clamp(*ACCURACY.start(), *ACCURACY.end()) } else { *ACCURACY.end() }
}
