//! Heights, times and speeds.

use super::{Measures, NOTHING};
use crate::geometry::Metres;
use crate::model::Units;

/// No height, depth or speed of a traveller comes near this.
const MOST: f64 = 1e8;

impl Measures {
    /// A height or a climb to read: `120 m`, `390 ft`. From a hundred on in tens.
    #[must_use]
    pub fn height(&self, height: Metres) -> String {
        let (unit, metres) = match self.units {
            Units::Metric => ("metres-short", 1.0),
            Units::Imperial => ("feet-short", 0.304_8),
        };
        if !height.0.is_finite() {
            return NOTHING.to_owned();
        }
        let units = (height.0 / metres).clamp(-MOST, MOST);
        let step = if libm::fabs(units) < 99.5 { 1.0 } else { 10.0 };
        let whole = (libm::round(units / step) * step) as i64;
        let sign = if whole < 0 { "−" } else { "" };
        self.say(unit, [("shown", format!("{sign}{}", whole.abs()).into())])
    }

    /// A time that passes, to read: `1 h 20 min`, `45 min`. What is over counts as less than a minute.
    #[must_use]
    pub fn duration(&self, ms: i64) -> String {
        if ms < 60_000 {
            return self.say("under-a-minute", []);
        }
        let minutes = ms.saturating_add(30_000) / 60_000;
        let (hours, minutes) = ((minutes / 60).to_string(), minutes % 60);
        match (hours.as_str(), minutes) {
            ("0", minutes) => self.say("minutes", [("minutes", minutes.to_string().into())]),
            (_, 0) => self.say("hours", [("hours", hours.into())]),
            (_, minutes) => {
                self.say("hours-minutes", [("hours", hours.into()), ("minutes", minutes.to_string().into())])
            }
        }
    }

    /// A speed to read, in whole units: `14 km/h`, `9 mph`. Phones say with a negative one that they do not know it.
    #[must_use]
    pub fn speed(&self, metres_per_second: f64) -> String {
        let (unit, metres) = match self.units {
            Units::Metric => ("kilometres-an-hour", 1_000.0),
            Units::Imperial => ("miles-an-hour", 1_609.344),
        };
        if !metres_per_second.is_finite() || metres_per_second < 0.0 {
            return NOTHING.to_owned();
        }
        let whole = libm::round((metres_per_second * 3_600.0 / metres).min(MOST)) as u32;
        self.say(unit, [("shown", whole.to_string().into())])
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Language;

    fn measures(units: Units) -> Measures {
        Measures::new(Language::EN, units)
    }

    #[test]
    fn heights_are_exact_below_a_hundred_and_in_tens_from_there() {
        let told = |metres| measures(Units::Metric).height(Metres(metres)).replace('\u{A0}', " ");
        let heights = [0.0, -0.3, -3.4, 52.4, 99.4, 99.6, 104.0, 1_234.0, f64::MAX].map(told);
        assert_eq!(heights, ["0 m", "0 m", "−3 m", "52 m", "99 m", "100 m", "100 m", "1230 m", "100000000 m"]);
        assert_eq!(measures(Units::Imperial).height(Metres(120.0)), "390\u{A0}ft");
        assert_eq!(told(f64::NAN), "–");
    }

    #[test]
    fn durations_are_rounded_to_minutes_without_a_sixtieth() {
        let told = |ms| measures(Units::Metric).duration(ms).replace('\u{A0}', " ");
        let minute = 60_000;
        let durations = [i64::MIN, -1, 0, minute - 1, minute, 45 * minute, 59 * minute + 29_999].map(told);
        assert_eq!(durations[..4], ["under 1 min"; 4]);
        assert_eq!(durations[4..], ["1 min", "45 min", "59 min"]);
        assert_eq!([59 * minute + 30_000, 80 * minute, 26 * 60 * minute].map(told), ["1 h", "1 h 20 min", "26 h"]);
        assert_eq!(told(i64::MAX), "2562047788015 h 12 min");
    }

    #[test]
    fn a_speed_that_the_phone_does_not_know_is_not_told() {
        let told = |mps| measures(Units::Metric).speed(mps).replace('\u{A0}', " ");
        assert_eq!([0.0, 1.25, 3.9, f64::MAX].map(told), ["0 km/h", "5 km/h", "14 km/h", "100000000 km/h"]);
        assert_eq!([-1.0, f64::NAN, f64::INFINITY].map(told), ["–"; 3]);
        assert_eq!(measures(Units::Imperial).speed(3.9), "9\u{A0}mph");
    }
}
