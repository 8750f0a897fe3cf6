//! Puts into words what is to be told. The texts stand in `texts/*.ftl`, one file a language; lengths and directions
//! are said by `measures`.

use fluent_bundle::FluentArgs;

use super::naming::opens_with;
use super::off_route::OffRoute;
use super::{Course, CourseStop, Cue, Event, Refusal, StateError};
use crate::geometry::{Metres, Side};
use crate::measures::{Form, Measures, Medium};
use crate::model::{Language, Text, Units};
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
    measures: Measures,
    language: Language,
}

impl Words {
    pub(super) fn new(language: Language, units: Units) -> Words {
        Words { texts: Texts::new(&SOURCE, language), measures: Measures::new(language, units), language }
    }

    fn say(&self, message: &str, arguments: &[(&'static str, &str)]) -> String {
        let mut named = FluentArgs::with_capacity(arguments.len());
        for (name, value) in arguments {
            named.set(*name, *value);
        }
        self.texts.say(message, &named)
    }

    /// The cue for an event.
    pub(super) fn cue(&self, event: Event, course: &Course) -> Cue {
        let silent = matches!(event, Event::Skipped { .. } | Event::StillOffRoute(_));
        let spoken = (!silent).then(|| self.measures.aloud(&self.text(&event, course, Medium::Spoken)));
        Cue { event, text: self.text(&event, course, Medium::Written), spoken }
    }

    fn text(&self, event: &Event, course: &Course, medium: Medium) -> String {
        let stop = |number: usize| &course.stops()[number];
        let stage = |number: usize| course.stages()[number].name.in_language(self.language);
        let after = |distance: Metres| self.measures.length(distance, Form::After, medium);
        match *event {
            Event::StopAhead { stop: number, distance, aside } => {
                self.stop_ahead(stop(number), distance, aside, medium)
            }
            Event::Arrived { stop: number, aside, told_before } => {
                self.stop_reached(stop(number), aside, told_before, medium)
            }
            Event::InView { stop: number, side, distance, told_before } => {
                self.stop_reached(stop(number), Some((side, distance)), told_before, medium)
            }
            Event::Skipped { stop: number } => {
                self.say("skipped", &[("name", stop(number).name.in_language(self.language))])
            }
            Event::StageEnded { stage: number, next: None } => self.say("stage-ended", &[("name", stage(number))]),
            Event::StageEnded { stage: number, next: Some(next) } => {
                self.say("stage-ended-next", &[("name", stage(number)), ("next", stage(next))])
            }
            Event::RouteEnded => self.say("route-ended", &[]),
            Event::ModeAhead { mode, distance } => {
                self.say("mode-ahead", &[("distance", &after(distance)), ("mode", mode.name())])
            }
            Event::LineIsIndicative => self.say("line-is-indicative", &[]),
            Event::LineShowsTheWay { exact } => self.say("line-shows-the-way", &[("exact", yes_or_no(exact))]),
            Event::RouteIsThere(off) => self.way_back("route-is-there", &off, medium),
            Event::OffRoute(off) => self.way_back("off-route", &off, medium),
            Event::StillOffRoute(off) => self.way_back("still-off-route", &off, medium),
            Event::BackOnRoute => self.say("back-on-route", &[]),
        }
    }

    fn stop_ahead(&self, stop: &CourseStop, distance: Metres, aside: Option<(Side, Metres)>, medium: Medium) -> String {
        let name = stop.name.in_language(self.language);
        let ahead = self.measures.length(distance, Form::After, medium);
        match known_aside(stop, aside).filter(|(_, off)| *off > ON_THE_LINE) {
            _ if stop.is_vague() => self.say("stop-ahead-vague", &[("name", name)]),
            None => self.say("stop-ahead", &[("distance", &ahead), ("name", name)]),
            Some((side, off)) if off <= BESIDE => {
                self.say("stop-ahead-beside", &[("distance", &ahead), ("side", side_key(side)), ("name", name)])
            }
            Some((side, off)) => {
                let aside = self.measures.length(off, Form::Alone, medium);
                let place = [("distance", ahead.as_str()), ("aside", &aside), ("side", side_key(side)), ("name", name)];
                self.say("stop-ahead-aside", &place)
            }
        }
    }

    /// That one is there, or as near as can be said; the first time with what there is to know.
    fn stop_reached(
        &self,
        stop: &CourseStop,
        aside: Option<(Side, Metres)>,
        told_before: bool,
        medium: Medium,
    ) -> String {
        let name = stop.name.in_language(self.language);
        let summary = if told_before { "" } else { stop.summary.in_language(self.language) };
        let named = yes_or_no(!opens_with(summary, name, self.language));
        let there = match known_aside(stop, aside) {
            _ if stop.is_vague() => self.say("near", &[("named", named), ("name", name)]),
            None => self.say("arrived", &[("named", named), ("name", name)]),
            Some((side, distance)) => {
                let distance = self.measures.length(distance, Form::After, medium);
                let place = [("side", side_key(side)), ("distance", distance.as_str())];
                self.say("in-view", &[place[0], place[1], ("named", named), ("name", name)])
            }
        };
        [there.as_str(), summary].join(" ").trim_end().to_owned()
    }

    fn way_back(&self, message: &str, off: &OffRoute, medium: Medium) -> String {
        let direction = self.measures.towards(off.back.compass());
        let distance = self.measures.length(off.distance, Form::Alone, medium);
        self.say(message, &[("distance", &distance), ("direction", &direction)])
    }

    /// Said to one whose guidance could not go on exactly.
    pub(super) fn found_again(&self, reason: StateError) -> String {
        let changed = reason == StateError::OtherCourse;
        self.say(if changed { "line-changed" } else { "found-again" }, &[])
    }

    /// Why a fix was refused, for the traveller.
    pub(super) fn refusal(&self, reason: &Refusal) -> String {
        let short = |distance: Metres| self.measures.length(distance, Form::Alone, Medium::Written);
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

/// What the place is called where a track goes on behind a gap.
pub(super) fn continuation() -> Text {
    let all = [Language::LT, Language::EN, Language::DE].into_iter();
    all.map(|language| (language, Texts::new(&SOURCE, language).say("continuation", &FluentArgs::new()))).collect()
}

/// On which hand a stop lies, if its position is good enough to tell.
fn known_aside(stop: &CourseStop, aside: Option<(Side, Metres)>) -> Option<(Side, Metres)> {
    aside.filter(|(_, distance)| *distance > stop.accuracy)
}

fn yes_or_no(whether: bool) -> &'static str {
    if whether { "yes" } else { "no" }
}

fn side_key(side: Side) -> &'static str {
    match side {
        Side::Left => "left",
        Side::Right => "right",
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use proptest::prelude::*;

    use super::*;
    use crate::geometry::{Along, Point};
    use crate::model::StopId;
    use crate::texts::checking;

    const ALL: [Language; 3] = [Language::LT, Language::EN, Language::DE];

    #[test]
    fn every_message_stands_in_all_languages_with_the_same_arguments() {
        assert!(checking::same_in_all_languages(&SOURCE).len() > 20);
    }

    #[test]
    fn every_text_is_read_and_said_without_an_error() {
        checking::said_without_an_error(&SOURCE);
    }

    fn stop(accuracy: f64, radius: f64, name: &str, summary: &str) -> CourseStop {
        let position = Point::new(55.7, 21.1).expect("on earth");
        CourseStop {
            id: StopId::new("dune").expect("an id"),
            name: [(Language::EN, name)].into_iter().collect(),
            summary: [(Language::EN, summary)].into_iter().collect(),
            position,
            ecef: position.ecef(),
            accuracy: Metres(accuracy),
            radius: Metres(radius),
            along: Along::START,
            distance: Metres::ZERO,
            side: Side::Left,
        }
    }

    fn english() -> Words {
        Words::new(Language::EN, Units::Metric)
    }

    #[test]
    fn a_name_that_the_summary_begins_with_is_said_once() {
        let reached = |summary, aside| {
            english().stop_reached(&stop(10.0, 100.0, "Grey Dune", summary), aside, false, Medium::Spoken)
        };
        let (named, plain) = ("The Grey Dune is high.", "Sand as far as you see.");
        let left = Some((Side::Left, Metres(350.0)));
        assert_eq!(reached(named, None), "You have arrived. The Grey Dune is high.");
        assert_eq!(reached(plain, None), "You have arrived: Grey Dune. Sand as far as you see.");
        assert_eq!(reached(named, left), "On your left, 350 metres away. The Grey Dune is high.");
        assert_eq!(reached(plain, left), "On your left, 350 metres away: Grey Dune. Sand as far as you see.");
        assert_eq!(reached("", None), "You have arrived: Grey Dune.");
    }

    #[test]
    fn who_comes_back_hears_the_name_alone() {
        let dune = stop(10.0, 100.0, "Grey Dune", "The Grey Dune is high.");
        assert_eq!(english().stop_reached(&dune, None, true, Medium::Written), "You have arrived: Grey Dune.");
    }

    proptest! {
        /// Of one whose position may be farther off than one who has arrived nobody says that it is reached, how far it
        /// is, or on which hand.
        #[test]
        fn what_is_not_known_of_a_stop_is_not_told(
            accuracy in 0.0..5_000.0_f64, radius in 1.0..2_000.0_f64, off in 1.0..3_000.0_f64, before in any::<bool>(),
        ) {
            let dune = stop(accuracy, radius, "Dune", "Sand.");
            let aside = Some((Side::Left, Metres(off)));
            for there in [
                english().stop_reached(&dune, aside, before, Medium::Written),
                english().stop_reached(&dune, None, before, Medium::Written),
                english().stop_ahead(&dune, Metres(300.0), aside, Medium::Written),
            ] {
                let vague = there.starts_with("You are near: Dune.") || there == "Soon: Dune.";
                prop_assert_eq!(vague, accuracy > radius, "{}", there);
                prop_assert!(off > accuracy || !there.contains("left"), "{}", there);
            }
        }
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
