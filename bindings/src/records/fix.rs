//! Where somebody is.

use route_guide_core::errors::Complaint;
use route_guide_core::geometry::Point;
use route_guide_core::model::{self, Language};

use crate::border::Answer;

/// A place on the earth.
#[derive(Debug, Clone, Copy, PartialEq, uniffi::Record)]
pub struct Position {
    /// Degrees north.
    pub lat: f64,
    /// Degrees east.
    pub lon: f64,
}

impl From<Point> for Position {
    fn from(point: Point) -> Position {
        Position { lat: point.lat(), lon: point.lon() }
    }
}

impl Position {
    /// The position, if it is one.
    pub(crate) fn point(self, language: Language) -> Answer<Point> {
        let wrong = |wrong: route_guide_core::geometry::PointError| {
            Complaint::of_argument("position", &wrong.to_string(), language).into()
        };
        Point::new(self.lat, self.lon).map_err(wrong)
    }
}

/// One position from the phone, as it came; guidance judges whether it can be believed.
#[derive(Debug, Clone, Copy, PartialEq, uniffi::Record)]
pub struct Fix {
    /// When, by the phone's clock.
    pub time_ms: i64,
    /// The same instant on a clock that nobody sets, such as the time since the phone was started.
    pub monotonic_ms: Option<i64>,
    /// Degrees north.
    pub lat: f64,
    /// Degrees east.
    pub lon: f64,
    /// The radius within which the phone is with a probability of 68 %.
    pub accuracy_m: f64,
    /// Height above the ellipsoid or the sea, whichever the phone means.
    pub altitude_m: Option<f64>,
    /// Speed over ground in metres a second.
    pub speed_mps: Option<f64>,
    /// Direction of travel.
    pub course_deg: Option<f64>,
}

impl From<Fix> for model::Fix {
    fn from(fix: Fix) -> model::Fix {
        let Fix { time_ms, monotonic_ms, lat, lon, accuracy_m, altitude_m, speed_mps, course_deg } = fix;
        model::Fix { time_ms, monotonic_ms, lat, lon, accuracy_m, altitude_m, speed_mps, course_deg }
    }
}
