//! What the phone said.

use serde::{Deserialize, Serialize};

/// One position from the phone, as it came: guidance judges whether it can be believed.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
pub struct Fix {
    /// When, in milliseconds since 1970-01-01 UTC.
    pub time_ms: i64,
    /// The same instant in milliseconds on a clock that nobody sets, such as the time since the phone was started.
    pub monotonic_ms: Option<i64>,
    /// Degrees north.
    pub lat: f64,
    /// Degrees east.
    pub lon: f64,
    /// The radius in metres within which the phone is with a probability of 68 %.
    pub accuracy_m: f64,
    /// Metres above the ellipsoid or the sea, whichever the phone means.
    pub altitude_m: Option<f64>,
    /// Speed over ground in metres a second.
    pub speed_mps: Option<f64>,
    /// Direction of travel in degrees clockwise from true north.
    pub course_deg: Option<f64>,
}

impl Fix {
    /// A fix of which nothing is known but where and when.
    #[must_use]
    pub fn of_position(time_ms: i64, lat: f64, lon: f64, accuracy_m: f64) -> Fix {
        Fix { time_ms, monotonic_ms: None, lat, lon, accuracy_m, altitude_m: None, speed_mps: None, course_deg: None }
    }
}
