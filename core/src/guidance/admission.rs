//! Which fixes can be believed. The rest are refused with their reason and change nothing.

use super::follower::Sighting;
use super::movement::movement;
use crate::geometry::{Bearing, Ecef, Metres, Point};
use crate::model::{Fix, Mode};

/// Fixes less accurate than this are of no use for following.
pub(super) const ACCURACY_LIMIT: Metres = Metres(200.0);
/// Nobody is more accurate than this, whatever the phone says.
const BEST_ACCURACY: f64 = 4.0;
/// The radius that holds 68 % of a circular normal distribution, in standard deviations of one axis.
const RADIUS_68: f64 = 1.51;
/// Within this many degrees of 0° N 0° E, a receiver has no position and says so in its way.
const NOWHERE: f64 = 1e-4;
/// After a silence of this many seconds any vehicle may have been used.
const SILENCE: f64 = 20.0;
/// No vehicle is faster, in metres a second.
const FASTEST: f64 = 300.0;
/// Times farther apart than this do not belong to one ride: the guide begins anew.
const ONE_RIDE_MS: u64 = 24 * 3600 * 1000;

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

/// Whether a fix can be believed after the one before, for one who travels in that mode: for those who record without
/// following anything.
///
/// # Errors
/// With the reason why not.
pub fn believe(fix: &Fix, before: Option<&Fix>, mode: Mode) -> Result<(), Refusal> {
    let before = before.and_then(|before| admit(before, None, mode).ok()).map(|before| before.believed);
    admit(fix, before.as_ref(), mode).map(drop)
}

/// The last fix that was believed.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Believed {
    pub(super) time_ms: i64,
    pub(super) at: Ecef,
    pub(super) accuracy: f64,
}

/// A believed fix.
#[derive(Debug, Clone, Copy)]
pub(super) struct Admitted {
    pub(super) point: Point,
    pub(super) accuracy: Metres,
    pub(super) sighting: Sighting,
    /// Whether this fix belongs to another ride than the one before.
    pub(super) anew: bool,
    pub(super) believed: Believed,
}

/// Judges a fix after the one before, for one who travels in that mode.
pub(super) fn admit(fix: &Fix, before: Option<&Believed>, mode: Mode) -> Result<Admitted, Refusal> {
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
    let accuracy = accuracy.max(Metres(BEST_ACCURACY));
    let at = point.ecef();
    let before = before.filter(|before| fix.time_ms.abs_diff(before.time_ms) < ONE_RIDE_MS);
    let speed = fix.speed_mps.filter(|speed| (0.0..=FASTEST).contains(speed));
    let seconds = match before {
        None => 0.0,
        Some(before) if fix.time_ms <= before.time_ms => return Err(Refusal::Old),
        Some(before) => {
            let seconds = fix.time_ms.abs_diff(before.time_ms) as f64 / 1000.0;
            let distance = before.at.ground_distance(at);
            let explained = 3.0 * (accuracy.0 + before.accuracy) + seconds * fastest(mode, seconds, speed);
            if distance.0 > explained {
                return Err(Refusal::Jumped { distance });
            }
            seconds
        }
    };
    let course = fix.course_deg.filter(|degrees| degrees.is_finite()).map(Bearing::new);
    let sighting = Sighting { at, noise: accuracy.0 / RADIUS_68, seconds, speed, course };
    let believed = Believed { time_ms: fix.time_ms, at, accuracy: accuracy.0 };
    Ok(Admitted { point, accuracy, sighting, anew: before.is_none(), believed })
}

/// The fastest somebody can have been: as the mode has it, or as the phone measured, or after a silence anyhow.
fn fastest(mode: Mode, seconds: f64, speed: Option<f64>) -> f64 {
    if seconds > SILENCE {
        return FASTEST;
    }
    movement(mode).limit.max(speed.map_or(0.0, |speed| 1.5 * speed + 5.0))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn fix(seconds: i64, lat: f64, lon: f64) -> Fix {
        Fix {
            time_ms: seconds * 1000,
            monotonic_ms: None,
            lat,
            lon,
            accuracy_m: 8.0,
            altitude_m: None,
            speed_mps: None,
            course_deg: None,
        }
    }

    fn refusal(fix: &Fix, before: Option<&Fix>) -> Option<Refusal> {
        let before = before.map(|before| admit(before, None, Mode::Bike).expect("believed").believed);
        admit(fix, before.as_ref(), Mode::Bike).err()
    }

    #[test]
    fn what_is_no_position_is_refused() {
        assert_eq!(refusal(&fix(0, f64::NAN, 21.0), None), Some(Refusal::NotANumber));
        assert_eq!(refusal(&fix(0, 55.0, f64::INFINITY), None), Some(Refusal::NotANumber));
        assert_eq!(refusal(&fix(0, 91.0, 21.0), None), Some(Refusal::OutOfRange));
        assert_eq!(refusal(&fix(0, 55.0, 181.0), None), Some(Refusal::OutOfRange));
        assert_eq!(refusal(&fix(0, 0.0, 0.0), None), Some(Refusal::Nowhere));
        let coarse = Fix { accuracy_m: 900.0, ..fix(0, 55.0, 21.0) };
        assert_eq!(refusal(&coarse, None), Some(Refusal::Inaccurate { accuracy: Metres(900.0) }));
        let none = Fix { accuracy_m: -1.0, ..fix(0, 55.0, 21.0) };
        assert!(matches!(refusal(&none, None), Some(Refusal::Inaccurate { .. })));
    }

    #[test]
    fn fixes_come_in_order_and_without_leaps() {
        let before = fix(100, 55.0, 21.0);
        assert_eq!(refusal(&fix(100, 55.0, 21.0), Some(&before)), Some(Refusal::Old));
        assert_eq!(refusal(&fix(40, 55.0, 21.0), Some(&before)), Some(Refusal::Old));
        assert!(matches!(refusal(&fix(101, 55.01, 21.0), Some(&before)), Some(Refusal::Jumped { .. })));
        assert_eq!(refusal(&fix(160, 55.01, 21.0), Some(&before)), None);
    }

    #[test]
    fn a_passenger_of_a_fast_train_is_believed_because_the_phone_measured_it() {
        let before = fix(100, 55.0, 21.0);
        let later = Fix { speed_mps: Some(60.0), ..fix(105, 55.003, 21.0) };
        assert_eq!(refusal(&later, Some(&before)), None);
    }

    #[test]
    fn the_next_day_is_another_ride() {
        let before = fix(0, 55.0, 21.0);
        let next_day = fix(90_000, 40.0, -70.0);
        let believed = admit(&before, None, Mode::Bike).expect("believed").believed;
        assert!(admit(&next_day, Some(&believed), Mode::Bike).expect("believed").anew);
        assert_eq!(refusal(&Fix { time_ms: i64::MIN, ..before }, Some(&fix(i64::MAX / 1000, 55.0, 21.0))), None);
    }
}
