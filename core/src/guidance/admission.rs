//! Which fixes can be a position at all. The rest are refused with their reason and change nothing.
//!
//! Whether a fix that can be one is where the traveller is, the [`judge`](super::judge) says.

use super::follower::Sighting;
use crate::geometry::{Bearing, Ecef, Metres, Point};
use crate::model::Fix;

/// Fixes less accurate than this are of no use for following.
pub(crate) const ACCURACY_LIMIT: Metres = Metres(200.0);
/// Nobody is more accurate than this, whatever the phone says.
const BEST_ACCURACY: f64 = 4.0;
/// The radius that holds 68 % of a circular normal distribution, in standard deviations of one axis.
const RADIUS_68: f64 = 1.51;
/// Within this many degrees of 0° N 0° E, a receiver has no position and says so in its way.
const NOWHERE: f64 = 1e-4;
/// No vehicle is faster, in metres a second.
const FASTEST: f64 = 300.0;

/// Why a fix is not believed.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Refusal {
    /// A coordinate or the accuracy is not a number.
    NotANumber,
    /// Latitude or longitude is outside the earth's.
    OutOfRange,
    /// 0° N 0° E: the receiver had no position.
    Nowhere,
    /// The accuracy is worse than can be used, or was negative, which means that there is no position.
    Inaccurate {
        /// As the phone said.
        accuracy: Metres,
    },
    /// Not newer than the fix before.
    Old,
    /// Farther from the fix before than anybody travels in that time.
    Jumped {
        /// From the fix before.
        distance: Metres,
    },
}

impl Refusal {
    /// The name that files use.
    #[must_use]
    pub fn name(&self) -> &'static str {
        match self {
            Refusal::NotANumber => "not-a-number",
            Refusal::OutOfRange => "out-of-range",
            Refusal::Nowhere => "nowhere",
            Refusal::Inaccurate { .. } => "inaccurate",
            Refusal::Old => "old",
            Refusal::Jumped { .. } => "jumped",
        }
    }
}

/// What speaks against a fix by itself, whatever came before it.
#[must_use]
pub fn refusal(fix: &Fix) -> Option<Refusal> {
    possible(fix).err()
}

/// A fix that can be a position.
#[derive(Debug, Clone, Copy)]
pub(super) struct Possible {
    pub(super) point: Point,
    pub(super) at: Ecef,
    pub(super) accuracy: Metres,
    pub(super) speed: Option<f64>,
    course: Option<Bearing>,
}

/// What a fix says, if it can be a position.
pub(super) fn possible(fix: &Fix) -> Result<Possible, Refusal> {
    if !(fix.lat.is_finite() && fix.lon.is_finite() && fix.accuracy_m.is_finite()) {
        return Err(Refusal::NotANumber);
    }
    let point = Point::new(fix.lat, fix.lon).map_err(|_| Refusal::OutOfRange)?;
    if fix.lat.abs() < NOWHERE && fix.lon.abs() < NOWHERE {
        return Err(Refusal::Nowhere);
    }
    let accuracy = Metres(fix.accuracy_m);
    if accuracy > ACCURACY_LIMIT || accuracy < Metres::ZERO {
        return Err(Refusal::Inaccurate { accuracy });
    }
    Ok(Possible {
        point,
        at: point.ecef(),
        accuracy: accuracy.max(Metres(BEST_ACCURACY)),
        speed: fix.speed_mps.filter(|speed| (0.0..=FASTEST).contains(speed)),
        course: fix.course_deg.filter(|degrees| degrees.is_finite()).map(Bearing::new),
    })
}

impl Possible {
    /// The same, made ready for arithmetic, so many seconds after the fix before.
    pub(super) fn sighting(&self, seconds: f64) -> Sighting {
        Sighting { at: self.at, noise: self.accuracy.0 / RADIUS_68, seconds, speed: self.speed, course: self.course }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn refusal(lat: f64, lon: f64, accuracy_m: f64) -> Option<Refusal> {
        super::refusal(&Fix::of_position(0, lat, lon, accuracy_m))
    }

    #[test]
    fn what_is_no_position_is_refused() {
        assert_eq!(refusal(f64::NAN, 21.0, 8.0), Some(Refusal::NotANumber));
        assert_eq!(refusal(55.0, f64::INFINITY, 8.0), Some(Refusal::NotANumber));
        assert_eq!(refusal(91.0, 21.0, 8.0), Some(Refusal::OutOfRange));
        assert_eq!(refusal(55.0, 181.0, 8.0), Some(Refusal::OutOfRange));
        assert_eq!(refusal(0.0, 0.0, 8.0), Some(Refusal::Nowhere));
        assert_eq!(refusal(55.0, 21.0, 900.0), Some(Refusal::Inaccurate { accuracy: Metres(900.0) }));
        assert!(matches!(refusal(55.0, 21.0, -1.0), Some(Refusal::Inaccurate { .. })));
        assert_eq!(refusal(55.0, 21.0, 8.0), None);
    }

    #[test]
    fn speed_and_course_that_are_none_are_unknown() {
        let fix =
            Fix { speed_mps: Some(f64::NAN), course_deg: Some(f64::INFINITY), ..Fix::of_position(0, 55.0, 21.0, 8.0) };
        let possible = possible(&fix).expect("a position");
        assert!(possible.speed.is_none() && possible.course.is_none());
    }
}
