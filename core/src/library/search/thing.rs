//! What can be found, as the index takes it from a bundle's content.

use std::collections::BTreeSet;

use super::sort::Sort;
use crate::geometry::{Along, Point};
use crate::model::{Language, Place, Route, RouteId, Stage, Stop, Text};

/// A route, stage, stop or place, with the words by which it is found.
pub(super) struct Thing<'c> {
    pub sort: Sort,
    /// The route it belongs to.
    pub route: Option<&'c RouteId>,
    pub id: &'c str,
    pub position: Point,
    name: &'c Text,
    alternatives: Vec<&'c Text>,
    texts: Vec<&'c Text>,
    /// The same in every language: an address, districts.
    untranslated: Vec<&'c str>,
}

/// All that can be found: routes, each followed by its stages and stops, then places.
pub(super) fn things<'c>(routes: &'c [Route], places: &'c [Place]) -> Vec<Thing<'c>> {
    let of_route = |route: &'c Route| {
        let stages = route.stages.iter().map(|stage| Thing::stage(route, stage));
        std::iter::once(Thing::route(route))
            .chain(stages)
            .chain(route.stops.iter().map(|stop| Thing::stop(route, stop)))
    };
    routes.iter().flat_map(of_route).chain(places.iter().map(Thing::place)).collect()
}

impl<'c> Thing<'c> {
    fn route(route: &'c Route) -> Thing<'c> {
        Thing {
            sort: Sort::Route,
            route: Some(&route.id),
            id: route.id.as_str(),
            position: route.line.at(Along::START),
            name: &route.name,
            alternatives: Vec::new(),
            texts: vec![&route.summary, &route.description],
            untranslated: route.districts.iter().map(String::as_str).collect(),
        }
    }

    fn stage(route: &'c Route, stage: &'c Stage) -> Thing<'c> {
        Thing {
            sort: Sort::Stage,
            route: Some(&route.id),
            id: stage.id.as_str(),
            position: route.line.at(stage.from),
            name: &stage.name,
            alternatives: Vec::new(),
            texts: vec![&stage.summary, &stage.description],
            untranslated: Vec::new(),
        }
    }

    fn stop(route: &'c Route, stop: &'c Stop) -> Thing<'c> {
        Thing {
            sort: Sort::Stop(stop.category),
            route: Some(&route.id),
            id: stop.id.as_str(),
            position: stop.position,
            name: &stop.name,
            alternatives: Vec::new(),
            texts: vec![&stop.summary, &stop.description],
            untranslated: Vec::new(),
        }
    }

    fn place(place: &'c Place) -> Thing<'c> {
        Thing {
            sort: Sort::Place(place.kind),
            route: None,
            id: place.id.as_str(),
            position: place.position,
            name: &place.name,
            alternatives: vec![&place.former_name],
            texts: vec![&place.usage],
            untranslated: place.address.as_deref().into_iter().collect(),
        }
    }

    /// The languages in which something is said of it.
    pub fn languages(&self) -> BTreeSet<Language> {
        let texts = std::iter::once(&self.name).chain(&self.alternatives).chain(&self.texts);
        texts.flat_map(|text| text.iter().map(|(language, _)| language)).collect()
    }

    /// Its name in a language, or the one it has.
    pub fn name(&self, language: Language) -> &'c str {
        self.name.in_language(language)
    }

    /// What else it is called in a language, one a line.
    pub fn alternatives(&self, language: Language) -> String {
        let all: Vec<&str> = self.alternatives.iter().filter_map(|text| text.exactly(language)).collect();
        all.join("\n")
    }

    /// What is said of it in a language.
    pub fn texts(&self, language: Language) -> String {
        let said = self.texts.iter().filter_map(|text| text.exactly(language));
        let all: Vec<&str> = said.chain(self.untranslated.iter().copied()).filter(|text| !text.is_empty()).collect();
        all.join("\n")
    }
}
