//! Puts into words what is to be told. The texts stand in `texts/*.ftl`, one file a language.

use fluent_bundle::FluentArgs;

use super::off_route::OffRoute;
use super::{Course, Cue, Event, Refusal, StateError};
use crate::geometry::{Compass, Metres, Side};
use crate::model::{Language, Units};
use crate::texts::{Source, Texts};

const SOURCE: Source =
    Source { lt: include_str!("texts/lt.ftl"), en: include_str!("texts/en.ftl"), de: include_str!("texts/de.ftl") };

/// A stop this near to the line is simply ahead.
const ON_THE_LINE: Metres = Metres(15.0);
/// A stop this near to the line is beside it; farther ones are told with their distance.
const BESIDE: Metres = Metres(100.0);

/// The guide's texts in one language.
pub(super) struct Words {
    texts: Texts,
    language: Language,
    units: Units,
    decimal_mark: char,
}

/// How a distance is to be said.
#[derive(Debug, Clone, Copy)]
enum Form {
    /// After a preposition.
    After,
    /// By itself.
    Alone,
}

/// Whether a text is read or heard.
#[derive(Debug, Clone, Copy, PartialEq)]
enum Medium {
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

impl Words {
    pub(super) fn new(language: Language, units: Units) -> Words {
        let texts = Texts::new(&SOURCE, language);
        let decimal_mark = if texts.language() == Language::EN { '.' } else { ',' };
        Words { texts, language, units, decimal_mark }
    }

    fn say(&self, message: &str, arguments: &[(&'static str, &str)]) -> String {
        let mut named = FluentArgs::with_capacity(arguments.len());
        for (name, value) in arguments {
            named.set(*name, *value);
        }
        self.texts.say(message, &named)
    }

    fn distance(&self, distance: Metres, form: Form, medium: Medium) -> String {
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
        let mut arguments = FluentArgs::with_capacity(2);
        arguments.set("count", count);
        arguments.set("shown", shown);
        self.texts.say(&format!("{unit}{ending}"), &arguments)
    }

    fn decimal(&self, tenths: u32) -> String {
        match tenths % 10 {
            0 => (tenths / 10).to_string(),
            tenth => format!("{}{}{tenth}", tenths / 10, self.decimal_mark),
        }
    }

    /// The cue for an event.
    pub(super) fn cue(&self, event: Event, course: &Course) -> Cue {
        let silent = matches!(event, Event::Skipped { .. } | Event::StillOffRoute(_));
        let spoken = (!silent).then(|| self.text(&event, course, Medium::Spoken));
        Cue { event, text: self.text(&event, course, Medium::Written), spoken }
    }

    fn text(&self, event: &Event, course: &Course, medium: Medium) -> String {
        let stop = |number: usize| course.stops()[number].name.in_language(self.language);
        let summary = |number: usize| course.stops()[number].summary.in_language(self.language);
        let stage = |number: usize| course.stages()[number].name.in_language(self.language);
        let after = |distance: Metres| self.distance(distance, Form::After, medium);
        match *event {
            Event::StopAhead { stop: number, distance, aside } => {
                self.stop_ahead(stop(number), distance, aside, medium)
            }
            Event::Arrived { stop: number, aside: None } => {
                self.say("arrived", &[("name", stop(number)), ("summary", summary(number))])
            }
            Event::Arrived { stop: number, aside: Some((side, distance)) }
            | Event::InView { stop: number, side, distance } => {
                let place = [("side", side_key(side)), ("distance", &after(distance))];
                self.say("in-view", &[place[0], place[1], ("name", stop(number)), ("summary", summary(number))])
            }
            Event::Skipped { stop: number } => self.say("skipped", &[("name", stop(number))]),
            Event::StageEnded { stage: number, next: None } => self.say("stage-ended", &[("name", stage(number))]),
            Event::StageEnded { stage: number, next: Some(next) } => {
                self.say("stage-ended-next", &[("name", stage(number)), ("next", stage(next))])
            }
            Event::RouteEnded => self.say("route-ended", &[]),
            Event::ModeAhead { mode, distance } => {
                self.say("mode-ahead", &[("distance", &after(distance)), ("mode", mode.name())])
            }
            Event::LineIsIndicative => self.say("line-is-indicative", &[]),
            Event::LineShowsTheWay => self.say("line-shows-the-way", &[]),
            Event::RouteIsThere(off) => self.way_back("route-is-there", &off, medium),
            Event::OffRoute(off) => self.way_back("off-route", &off, medium),
            Event::StillOffRoute(off) => self.way_back("still-off-route", &off, medium),
            Event::BackOnRoute => self.say("back-on-route", &[]),
        }
    }

    fn stop_ahead(&self, name: &str, distance: Metres, aside: Option<(Side, Metres)>, medium: Medium) -> String {
        let ahead = self.distance(distance, Form::After, medium);
        match aside.filter(|(_, off)| *off > ON_THE_LINE) {
            None => self.say("stop-ahead", &[("distance", &ahead), ("name", name)]),
            Some((side, off)) if off <= BESIDE => {
                self.say("stop-ahead-beside", &[("distance", &ahead), ("side", side_key(side)), ("name", name)])
            }
            Some((side, off)) => {
                let aside = self.distance(off, Form::Alone, medium);
                let place = [("distance", ahead.as_str()), ("aside", &aside), ("side", side_key(side)), ("name", name)];
                self.say("stop-ahead-aside", &place)
            }
        }
    }

    fn way_back(&self, message: &str, off: &OffRoute, medium: Medium) -> String {
        let direction = self.say("direction", &[("compass", compass_key(off.back.compass()))]);
        let distance = self.distance(off.distance, Form::Alone, medium);
        self.say(message, &[("distance", &distance), ("direction", &direction)])
    }

    /// Said to one whose guidance could not go on exactly.
    pub(super) fn found_again(&self, reason: StateError) -> String {
        let changed = reason == StateError::OtherCourse;
        self.say(if changed { "line-changed" } else { "found-again" }, &[])
    }

    /// Why a fix was refused, for the traveller.
    pub(super) fn refusal(&self, reason: &Refusal) -> String {
        let short = |distance: Metres| self.distance(distance, Form::Alone, Medium::Written);
        match *reason {
            Refusal::NotANumber => self.say("refused-not-a-number", &[]),
            Refusal::OutOfRange => self.say("refused-out-of-range", &[]),
            Refusal::Nowhere => self.say("refused-nowhere", &[]),
            Refusal::Inaccurate { accuracy } if accuracy < Metres::ZERO => self.say("refused-no-accuracy", &[]),
            Refusal::Inaccurate { accuracy } => self.say("refused-inaccurate", &[("distance", &short(accuracy))]),
            Refusal::Old => self.say("refused-old", &[]),
            Refusal::Jumped { distance } => self.say("refused-jumped", &[("distance", &short(distance))]),
        }
    }
}

fn side_key(side: Side) -> &'static str {
    match side {
        Side::Left => "left",
        Side::Right => "right",
    }
}

fn compass_key(compass: Compass) -> &'static str {
    match compass {
        Compass::North => "north",
        Compass::NorthEast => "north-east",
        Compass::East => "east",
        Compass::SouthEast => "south-east",
        Compass::South => "south",
        Compass::SouthWest => "south-west",
        Compass::West => "west",
        Compass::NorthWest => "north-west",
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;
    use crate::texts::checking;

    const ALL: [Language; 3] = [Language::LT, Language::EN, Language::DE];

    #[test]
    fn every_message_stands_in_all_languages_with_the_same_arguments() {
        assert!(checking::same_in_all_languages(&SOURCE).len() > 25);
    }

    #[test]
    fn every_text_is_read_and_said_without_an_error() {
        checking::said_without_an_error(&SOURCE);
    }

    #[test]
    fn distances_are_said_as_people_say_them() {
        let said = |language, metres: f64, form| {
            Words::new(language, Units::Metric).distance(Metres(metres), form, Medium::Spoken)
        };
        assert_eq!(said(Language::LT, 347.0, Form::After), "350 metrų");
        assert_eq!(said(Language::LT, 1_234.0, Form::After), "1,2 kilometro");
        assert_eq!(said(Language::LT, 1_010.0, Form::After), "1 kilometro");
        assert_eq!(said(Language::LT, 2_000.0, Form::Alone), "2 kilometrai");
        assert_eq!(said(Language::LT, 2_000.0, Form::After), "2 kilometrų");
        assert_eq!(said(Language::LT, 11_000.0, Form::Alone), "11 kilometrų");
        assert_eq!(said(Language::LT, 21_300.0, Form::Alone), "21 kilometras");
        assert_eq!(said(Language::LT, 1_500.0, Form::Alone), "1,5 kilometro");
        assert_eq!(said(Language::DE, 347.0, Form::After), "350 Metern");
        assert_eq!(said(Language::DE, 1_234.0, Form::Alone), "1,2 Kilometer");
        assert_eq!(said(Language::EN, 1_010.0, Form::Alone), "1 kilometre");
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
            Words::new(language, Units::Imperial).distance(Metres(metres), form, Medium::Spoken)
        };
        assert_eq!(said(Language::EN, 100.0, Form::After), "110 yards");
        assert_eq!(said(Language::EN, 402.0, Form::After), "0.2 miles");
        assert_eq!(said(Language::EN, 1_609.0, Form::Alone), "1 mile");
        assert_eq!(said(Language::EN, 20_000.0, Form::Alone), "12 miles");
        assert_eq!(said(Language::DE, 1_600.0, Form::After), "1 Meile");
        assert_eq!(said(Language::DE, 300.0, Form::After), "350 Yard");
        assert_eq!(said(Language::LT, 3_220.0, Form::Alone), "2 mylios");
        assert_eq!(said(Language::LT, 3_220.0, Form::After), "2 mylių");
        assert_eq!(said(Language::LT, 2_414.0, Form::After), "1,5 mylios");
        assert_eq!(said(Language::LT, 300.0, Form::After), "350 jardų");
    }

    #[test]
    fn refusals_have_words_in_every_language() {
        let reasons = [
            Refusal::NotANumber,
            Refusal::OutOfRange,
            Refusal::Nowhere,
            Refusal::Inaccurate { accuracy: Metres(-1.0) },
            Refusal::Inaccurate { accuracy: Metres(900.0) },
            Refusal::Old,
            Refusal::Jumped { distance: Metres(5_000.0) },
        ];
        for language in ALL {
            let said: BTreeSet<String> =
                reasons.iter().map(|reason| Words::new(language, Units::Metric).refusal(reason)).collect();
            assert_eq!(said.len(), reasons.len());
            assert!(said.iter().all(|text| text.ends_with('.')));
        }
    }
}
