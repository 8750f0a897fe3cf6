//! Lengths along the ground, rounded as people say them, and directions.

use super::{Measures, NOTHING};
use crate::geometry::{Bearing, Compass, Metres};
use crate::model::Units;

/// How a distance is to be said.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Form {
    /// After a preposition.
    After,
    /// By itself.
    Alone,
}

/// Whether a text is read or heard.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) enum Medium {
    Written,
    Spoken,
}

/// A distance as a person says it.
#[derive(Debug, Clone, Copy, PartialEq)]
enum Rounded {
    /// In metres or yards.
    Short(u32),
    /// In tenths of a kilometre or mile.
    Long(u32),
}

fn rounded(distance: Metres, units: Units) -> Rounded {
    // Up to nearly a kilometre in metres, up to a quarter of a mile in yards.
    let (short_unit, long_unit, from) = match units {
        Units::Metric => (1.0, 1_000.0, 1_000),
        Units::Imperial => (0.914_4, 1_609.344, 440),
    };
    let metres = distance.0.clamp(0.0, 1e8);
    let to = |unit: f64, step: f64| (libm::round(metres / unit / step) * step) as u32;
    let short = if metres / short_unit >= 195.0 { to(short_unit, 50.0) } else { to(short_unit, 10.0).max(10) };
    if short < from {
        return Rounded::Short(short);
    }
    let tenths = to(long_unit / 10.0, 1.0);
    Rounded::Long(if tenths < 100 { tenths } else { to(long_unit, 1.0) * 10 })
}

impl Measures {
    /// A distance to read: `350 m`, `1.2 km`. It is never said to be nothing: the least is `10 m`.
    #[must_use]
    pub fn distance(&self, distance: Metres) -> String {
        self.told(distance, Medium::Written)
    }

    /// A distance to hear: `350 metres`.
    #[must_use]
    pub fn spoken_distance(&self, distance: Metres) -> String {
        self.told(distance, Medium::Spoken)
    }

    /// A direction as part of a sentence: `to the north-east`.
    #[must_use]
    pub fn direction(&self, degrees: f64) -> String {
        if degrees.is_finite() { self.towards(Bearing::new(degrees).compass()) } else { NOTHING.to_owned() }
    }

    fn told(&self, distance: Metres, medium: Medium) -> String {
        if distance.0.is_finite() { self.length(distance, Form::Alone, medium) } else { NOTHING.to_owned() }
    }

    /// A distance in the form that a sentence needs.
    pub(crate) fn length(&self, distance: Metres, form: Form, medium: Medium) -> String {
        let (short, long) = match self.units {
            Units::Metric => ("metres", "kilometres"),
            Units::Imperial => ("yards", "miles"),
        };
        let (unit, count, shown) = match rounded(distance, self.units) {
            Rounded::Short(count) => (short, f64::from(count), count.to_string()),
            Rounded::Long(tenths) => (long, f64::from(tenths) / 10.0, self.decimal(tenths)),
        };
        let ending = match (medium, form) {
            (Medium::Written, _) => "-short",
            (Medium::Spoken, Form::After) => "-after",
            (Medium::Spoken, Form::Alone) => "",
        };
        self.say(&format!("{unit}{ending}"), [("count", count.into()), ("shown", shown.into())])
    }

    fn decimal(&self, tenths: u32) -> String {
        match tenths % 10 {
            0 => (tenths / 10).to_string(),
            tenth => format!("{}{}{tenth}", tenths / 10, self.decimal_mark),
        }
    }

    /// One of the eight directions, as part of a sentence.
    pub(crate) fn towards(&self, compass: Compass) -> String {
        let key = match compass {
            Compass::North => "north",
            Compass::NorthEast => "north-east",
            Compass::East => "east",
            Compass::SouthEast => "south-east",
            Compass::South => "south",
            Compass::SouthWest => "south-west",
            Compass::West => "west",
            Compass::NorthWest => "north-west",
        };
        self.say("direction", [("compass", key.into())])
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Language;

    #[test]
    fn distances_are_said_as_people_say_them() {
        let said = |language, metres: f64, form| {
            Measures::new(language, Units::Metric).length(Metres(metres), form, Medium::Spoken)
        };
        assert_eq!(said(Language::LT, 347.0, Form::After), "350 metrų");
        assert_eq!(said(Language::LT, 1_234.0, Form::After), "1,2 kilometro");
        assert_eq!(said(Language::LT, 1_010.0, Form::After), "vieno kilometro");
        assert_eq!(said(Language::LT, 2_000.0, Form::Alone), "2 kilometrai");
        assert_eq!(said(Language::LT, 2_000.0, Form::After), "2 kilometrų");
        assert_eq!(said(Language::LT, 11_000.0, Form::Alone), "11 kilometrų");
        assert_eq!(said(Language::LT, 21_300.0, Form::Alone), "21 kilometras");
        assert_eq!(said(Language::LT, 24_000.0, Form::Alone), "24 kilometrai");
        assert_eq!(said(Language::LT, 2_400.0, Form::Alone), "2,4 kilometro");
        assert_eq!(said(Language::LT, 1_500.0, Form::Alone), "1,5 kilometro");
        assert_eq!(said(Language::DE, 347.0, Form::After), "350 Metern");
        assert_eq!(said(Language::DE, 1_234.0, Form::Alone), "1,2 Kilometer");
        assert_eq!(said(Language::EN, 1_010.0, Form::Alone), "one kilometre");
        assert_eq!(said(Language::EN, 1_234.0, Form::Alone), "1.2 kilometres");
        assert_eq!(said(Language::EN, f64::NAN, Form::Alone), "10 metres");
    }

    #[test]
    fn distances_are_rounded_without_a_leap_at_the_units() {
        let rounded = |metres| super::rounded(Metres(metres), Units::Metric);
        assert_eq!(rounded(3.0), Rounded::Short(10));
        assert_eq!(rounded(187.0), Rounded::Short(190));
        assert_eq!(rounded(974.0), Rounded::Short(950));
        assert_eq!(rounded(976.0), Rounded::Long(10));
        assert_eq!(rounded(9_960.0), Rounded::Long(100));
        assert_eq!(rounded(57_400.0), Rounded::Long(570));
    }

    #[test]
    fn those_who_think_in_miles_hear_yards_and_miles() {
        let said = |language, metres: f64, form| {
            Measures::new(language, Units::Imperial).length(Metres(metres), form, Medium::Spoken)
        };
        assert_eq!(said(Language::EN, 100.0, Form::After), "110 yards");
        assert_eq!(said(Language::EN, 402.0, Form::After), "0.2 miles");
        assert_eq!(said(Language::EN, 1_609.0, Form::Alone), "one mile");
        assert_eq!(said(Language::EN, 20_000.0, Form::Alone), "12 miles");
        assert_eq!(said(Language::DE, 1_600.0, Form::After), "einer Meile");
        assert_eq!(said(Language::DE, 300.0, Form::After), "350 Yard");
        assert_eq!(said(Language::LT, 3_220.0, Form::Alone), "2 mylios");
        assert_eq!(said(Language::LT, 3_220.0, Form::After), "2 mylių");
        assert_eq!(said(Language::LT, 2_414.0, Form::After), "1,5 mylios");
        assert_eq!(said(Language::LT, 300.0, Form::After), "350 jardų");
    }

    #[test]
    fn no_distance_and_no_direction_is_made_up() {
        let measures = Measures::new(Language::LT, Units::Metric);
        for none in [f64::NAN, f64::INFINITY, f64::NEG_INFINITY] {
            assert_eq!(measures.distance(Metres(none)), "–");
            assert_eq!(measures.spoken_distance(Metres(none)), "–");
            assert_eq!(measures.direction(none), "–");
        }
        assert_eq!(measures.direction(-45.0), measures.direction(1e6 * 360.0 + 315.0));
    }
}
