//! A position in the forms in which people hand it on: to a map, to another person, to an emergency call.

use super::{Measures, NOTHING};
use crate::geometry::Point;

/// A position in the forms in which people hand it on.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PositionText {
    /// In degrees, with points in every language, as maps read it: `55.30421, 21.00553`.
    pub decimal: String,
    /// In degrees and minutes, as sailors and rescuers write it: `55° 18.253′ N, 21° 00.332′ E`.
    pub minutes: String,
    /// The degrees digit by digit, to be heard: `five five point three …`.
    pub digits: String,
}

impl Measures {
    /// A position in words and numbers; what is no position on earth is told as none.
    #[must_use]
    pub fn position(&self, lat: f64, lon: f64) -> PositionText {
        let Ok(point) = Point::new(lat, lon) else {
            let [decimal, minutes, digits] = [NOTHING; 3].map(str::to_owned);
            return PositionText { decimal, minutes, digits };
        };
        let (lat, lon) = (Angle::of(point.lat(), ["north", "south"]), Angle::of(point.lon(), ["east", "west"]));
        PositionText {
            decimal: format!("{}, {}", lat.decimal(), lon.decimal()),
            minutes: format!("{}, {}", lat.minutes(), lon.minutes()),
            digits: format!("{}, {}", self.digit_by_digit(&lat), self.digit_by_digit(&lon)),
        }
    }

    fn digit_by_digit(&self, angle: &Angle) -> String {
        let digits = angle.unsigned();
        let mut said: Vec<String> = digits.chars().map(|letter| self.letter(letter)).collect();
        said.push(self.say("hemisphere", [("hemisphere", angle.hemisphere.into())]));
        said.join(" ")
    }

    fn letter(&self, letter: char) -> String {
        match letter.to_digit(10) {
            Some(digit) => self.say("digit", [("digit", digit.into())]),
            None => self.say("decimal-mark", []),
        }
    }
}

/// A latitude or longitude without its sign, and the hemisphere in its place.
struct Angle {
    degrees: f64,
    hemisphere: &'static str,
}

impl Angle {
    fn of(degrees: f64, [positive, negative]: [&'static str; 2]) -> Angle {
        // What is written as zero lies on neither side.
        let is_negative = degrees < 0.0 && format!("{:.5}", -degrees) != "0.00000";
        Angle { degrees: libm::fabs(degrees), hemisphere: if is_negative { negative } else { positive } }
    }

    /// With five digits: to a metre.
    fn unsigned(&self) -> String {
        format!("{:.5}", self.degrees)
    }

    fn decimal(&self) -> String {
        let sign = if matches!(self.hemisphere, "south" | "west") { "-" } else { "" };
        format!("{sign}{}", self.unsigned())
    }

    fn minutes(&self) -> String {
        // Rounded first and split then: so no minute has sixty.
        let thousandths = libm::round(self.degrees * 60_000.0) as u32;
        let (degrees, thousandths) = (thousandths / 60_000, thousandths % 60_000);
        let letter = &self.hemisphere[..1].to_ascii_uppercase();
        format!("{degrees}° {:02}.{:03}′ {letter}", thousandths / 1_000, thousandths % 1_000)
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::model::{Language, Units};

    fn told(lat: f64, lon: f64) -> PositionText {
        Measures::new(Language::EN, Units::Metric).position(lat, lon)
    }

    #[test]
    fn a_minute_is_never_sixty() {
        assert_eq!(told(55.304_21, 21.005_53).minutes, "55° 18.253′ N, 21° 00.332′ E");
        assert_eq!(told(54.999_999, 20.999_991).minutes, "55° 00.000′ N, 20° 59.999′ E");
        assert_eq!(told(89.999_999_9, 179.999_999_9).minutes, "90° 00.000′ N, 180° 00.000′ E");
    }

    #[test]
    fn south_and_west_have_a_sign_or_a_letter() {
        let cape = told(-34.358_4, -18.5);
        assert_eq!(cape.decimal, "-34.35840, -18.50000");
        assert_eq!(cape.minutes, "34° 21.504′ S, 18° 30.000′ W");
        assert!(cape.digits.ends_with("one eight point five zero zero zero zero west"), "{}", cape.digits);
        assert_eq!(told(-0.000_001, -0.0).decimal, "0.00000, 0.00000");
    }

    #[test]
    fn what_is_no_position_is_told_as_none() {
        for (lat, lon) in [(f64::NAN, 21.0), (55.0, f64::INFINITY), (90.1, 0.0), (0.0, -180.1)] {
            let PositionText { decimal, minutes, digits } = told(lat, lon);
            assert_eq!([decimal.as_str(), &minutes, &digits], ["–"; 3]);
        }
    }

    /// The degrees that a text in degrees and minutes stands for.
    fn read(text: &str) -> f64 {
        let (degrees, rest) = text.split_once("° ").expect("degrees");
        let (minutes, letter) = rest.split_once("′ ").expect("minutes");
        let minutes: f64 = minutes.parse().expect("a number");
        assert!(minutes < 60.0, "{text}");
        let degrees = degrees.parse::<f64>().expect("a number") + minutes / 60.0;
        if matches!(letter, "S" | "W") { -degrees } else { degrees }
    }

    proptest! {
        #[test]
        fn every_form_leads_back_to_within_a_few_metres(lat in -90.0..=90.0, lon in -180.0..=180.0) {
            let text = told(lat, lon);
            let numbers: Vec<f64> = text.decimal.split(", ").map(|part| part.parse().expect("a number")).collect();
            prop_assert!((numbers[0] - lat).abs() <= 0.500_001e-5 && (numbers[1] - lon).abs() <= 0.500_001e-5);
            let minutes: Vec<f64> = text.minutes.split(", ").map(read).collect();
            prop_assert!((minutes[0] - lat).abs() <= 0.500_1 / 60_000.0 && (minutes[1] - lon).abs() <= 0.500_1 / 60_000.0);
        }
    }
}
