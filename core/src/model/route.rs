//! A route: one line, its stages, legs and stops.

use std::collections::BTreeSet;
use std::ops::Deref;

use super::leg;
use super::{Fact, Leg, Picture, RouteId, StageId, Stop, StopId, Text, TrackId, Unverified};
use crate::geometry::{Along, Line, Metres};

/// A route whose parts fit together. It reads like its [`RouteParts`] and cannot be changed.
#[derive(Debug, Clone, PartialEq)]
pub struct Route(RouteParts);

/// What a route is made of.
#[derive(Debug, Clone, PartialEq)]
pub struct RouteParts {
    /// Unique in its bundle.
    pub id: RouteId,
    /// Its name.
    pub name: Text,
    /// One or two sentences.
    pub summary: Text,
    /// What the route is about.
    pub description: Text,
    /// Who made it.
    pub creator: String,
    /// Days, as its makers say.
    pub days: Option<u32>,
    /// The length its makers print; the line's own is measured.
    pub official_length: Option<Metres>,
    /// Where it leads through.
    pub districts: Vec<String>,
    /// For whom it is.
    pub suitability: Vec<String>,
    /// What nobody has checked yet.
    pub unverified: Vec<Unverified>,
    /// Where its name was seen in each language.
    pub name_sources: Text,
    /// What the texts rest on.
    pub facts: Vec<Fact>,
    /// Its pictures, in the order they are shown.
    pub pictures: Vec<Picture>,
    /// Its line.
    pub line: Line,
    /// Its days, in order; together they cover the line.
    pub stages: Vec<Stage>,
    /// Its legs, in order; together they cover the line.
    pub legs: Vec<Leg>,
    /// Its stops, in the order in which the line meets them.
    pub stops: Vec<Stop>,
}

/// A day's part of a route.
#[derive(Debug, Clone, PartialEq)]
pub struct Stage {
    /// Unique in its route.
    pub id: StageId,
    /// Its name.
    pub name: Text,
    /// One or two sentences.
    pub summary: Text,
    /// What the day holds.
    pub description: Text,
    /// Where it begins on the line.
    pub from: Along,
    /// Where it ends.
    pub to: Along,
}

/// Why parts make no route.
#[derive(Debug, Clone, PartialEq, thiserror::Error)]
pub enum RouteError {
    /// No stages.
    #[error("route `{0}` has no stage")]
    NoStage(RouteId),
    /// No legs.
    #[error("route `{0}` has no leg")]
    NoLeg(RouteId),
    /// Stages or legs leave a hole, overlap, or do not reach the ends of the line.
    #[error(
        "{part} of route `{route}` begins at {from} and ends at {to}, but {expected} was expected; stages and legs follow one another from the start of the line to its end"
    )]
    Cover {
        /// The route.
        route: RouteId,
        /// `stage x` or `leg y`.
        part: String,
        /// Where it begins.
        from: Along,
        /// Where it ends.
        to: Along,
        /// Where it should have begun or ended.
        expected: Along,
    },
    /// A leg or stop names a stage that is not there.
    #[error("{part} of route `{route}` names stage `{stage}`, which the route does not have")]
    UnknownStage {
        /// The route.
        route: RouteId,
        /// `leg x` or `stop y`.
        part: String,
        /// What it names.
        stage: StageId,
    },
    /// Two stages, legs or stops share an id.
    #[error("route `{route}` has {id} twice")]
    Twice {
        /// The route.
        route: RouteId,
        /// `stage x`, `leg y` or `stop z`.
        id: String,
    },
    /// A stop is not in its place.
    #[error(
        "stop `{stop}` of route `{route}` stands at {along}, before the stop listed ahead of it or off the line of {length}"
    )]
    StopOrder {
        /// The route.
        route: RouteId,
        /// The stop.
        stop: StopId,
        /// Where it stands.
        along: Along,
        /// The line's length.
        length: Metres,
    },
}

/// How exactly the ends of stages and legs must meet.
const MEETING: f64 = 0.01;

impl Route {
    /// Joins the parts.
    ///
    /// # Errors
    /// When stages or legs do not cover the line one after another, ids repeat, or stops are out of order.
    pub fn new(parts: RouteParts) -> Result<Route, RouteError> {
        let route = || parts.id.clone();
        if parts.stages.is_empty() {
            return Err(RouteError::NoStage(route()));
        }
        if parts.legs.is_empty() {
            return Err(RouteError::NoLeg(route()));
        }
        covers(&parts, parts.stages.iter().map(|stage| (format!("stage `{}`", stage.id), stage.from, stage.to)))?;
        covers(&parts, parts.legs.iter().map(|leg| (format!("leg `{}`", leg.id), leg.from, leg.to)))?;
        names_known_stages(&parts)?;
        no_id_twice(&parts)?;
        stops_in_order(&parts)?;
        Ok(Route(parts))
    }

    /// The leg at a place on the line: at a joint the one that begins there.
    #[must_use]
    pub fn leg_at(&self, along: Along) -> &Leg {
        let after = self.legs.partition_point(|leg| leg.from <= along);
        &self.0.legs[after.saturating_sub(1)]
    }

    /// The stage at a place on the line: at a joint the one that begins there.
    #[must_use]
    pub fn stage_at(&self, along: Along) -> &Stage {
        let after = self.stages.partition_point(|stage| stage.from <= along);
        &self.0.stages[after.saturating_sub(1)]
    }

    /// The stage of that id.
    #[must_use]
    pub fn stage(&self, id: &StageId) -> Option<&Stage> {
        self.stages.iter().find(|stage| stage.id == *id)
    }

    /// The leg of that id.
    #[must_use]
    pub fn leg(&self, id: &TrackId) -> Option<&Leg> {
        self.legs.iter().find(|leg| leg.id == *id)
    }

    /// The stop of that id.
    #[must_use]
    pub fn stop(&self, id: &StopId) -> Option<&Stop> {
        self.stops.iter().find(|stop| stop.id == *id)
    }

    /// How much of the line is only indicative, 0 to 1.
    #[must_use]
    pub fn indicative_share(&self) -> f64 {
        leg::indicative_share(&self.legs, self.line.length())
    }
}

/// Reading only: the parts were checked together.
impl Deref for Route {
    type Target = RouteParts;
    fn deref(&self) -> &RouteParts {
        &self.0
    }
}

fn covers(parts: &RouteParts, stretches: impl Iterator<Item = (String, Along, Along)>) -> Result<(), RouteError> {
    let wrong = |part: String, from: Along, to: Along, expected: Along| {
        Err(RouteError::Cover { route: parts.id.clone(), part, from, to, expected })
    };
    let mut reached = Along::START;
    let mut last = None;
    for (part, from, to) in stretches {
        let (met, forward) = ((from - reached).abs().0 <= MEETING, to > from);
        if !met || !forward {
            return wrong(part, from, to, reached);
        }
        reached = to;
        last = Some((part, from, to));
    }
    match last {
        Some((part, from, to)) if (to - parts.line.end()).abs().0 > MEETING => wrong(part, from, to, parts.line.end()),
        _ => Ok(()),
    }
}

fn names_known_stages(parts: &RouteParts) -> Result<(), RouteError> {
    let known: BTreeSet<&StageId> = parts.stages.iter().map(|stage| &stage.id).collect();
    let unknown = |part: String, stage: &StageId| {
        Err(RouteError::UnknownStage { route: parts.id.clone(), part, stage: stage.clone() })
    };
    if let Some(leg) = parts.legs.iter().find(|leg| !known.contains(&leg.stage)) {
        return unknown(format!("leg `{}`", leg.id), &leg.stage);
    }
    if let Some(stop) = parts.stops.iter().find(|stop| !known.contains(&stop.stage)) {
        return unknown(format!("stop `{}`", stop.id), &stop.stage);
    }
    Ok(())
}

fn no_id_twice(parts: &RouteParts) -> Result<(), RouteError> {
    let mut ids: Vec<String> = parts.stages.iter().map(|stage| format!("stage `{}`", stage.id)).collect();
    ids.extend(parts.legs.iter().map(|leg| format!("leg `{}`", leg.id)));
    ids.extend(parts.stops.iter().map(|stop| format!("stop `{}`", stop.id)));
    ids.sort_unstable();
    match ids.windows(2).find(|pair| pair[0] == pair[1]) {
        Some(pair) => Err(RouteError::Twice { route: parts.id.clone(), id: pair[0].clone() }),
        None => Ok(()),
    }
}

fn stops_in_order(parts: &RouteParts) -> Result<(), RouteError> {
    let mut reached = Along::START;
    for stop in &parts.stops {
        // Written so that a NaN is out of order too.
        let in_order = stop.along >= reached && stop.along <= parts.line.end() + Metres(MEETING);
        if !in_order {
            return Err(RouteError::StopOrder {
                route: parts.id.clone(),
                stop: stop.id.clone(),
                along: stop.along,
                length: parts.line.length(),
            });
        }
        reached = stop.along;
    }
    Ok(())
}
