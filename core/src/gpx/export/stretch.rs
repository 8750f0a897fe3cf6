//! The part of a route that becomes a track: its line with as many vertices as are wanted, its legs and its stops.

use std::borrow::Cow;
use std::ops::RangeInclusive;

use super::ExportError;
use crate::geometry::{Along, Line, Metres, Simplification};
use crate::model::{Language, Leg, Mode, Origin, Route, Stage, StageId, Stop, Text};

/// How much of a line is written.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Detail {
    /// Every vertex.
    Full,
    /// As few as leave no dropped vertex farther from the line than this.
    Tolerance(Metres),
    /// At most so many points a track.
    Points(usize),
}

/// A route or a stage of it, ready to be written.
pub(super) struct Stretch<'r> {
    pub(super) route: &'r Route,
    pub(super) stage: Option<&'r Stage>,
    /// Its name in the file.
    pub(super) name: String,
    pub(super) line: Cow<'r, Line>,
    /// Its legs, each with its first and last vertex.
    pub(super) legs: Vec<(&'r Leg, RangeInclusive<usize>)>,
    pub(super) stops: Vec<&'r Stop>,
    /// The vertices that are written.
    pub(super) kept: Vec<usize>,
    pub(super) tolerance: Metres,
}

impl<'r> Stretch<'r> {
    pub(super) fn whole(route: &'r Route, detail: Detail) -> Result<Stretch<'r>, ExportError> {
        Stretch::new(route, None, Cow::Borrowed(&route.line), Along::START, detail)
    }

    pub(super) fn stage(route: &'r Route, id: &StageId, detail: Detail) -> Result<Stretch<'r>, ExportError> {
        let Some(stage) = route.stage(id) else {
            let known: Vec<String> = route.stages.iter().map(|stage| format!("`{}`", stage.id)).collect();
            let (route, stage) = (route.id.to_string(), id.to_string());
            return Err(ExportError::NoStage { route, stage, known: known.join(", ") });
        };
        let line = route.line.between(stage.from, stage.to).map_err(|_| ExportError::NoLength(id.to_string()))?;
        Stretch::new(route, Some(stage), Cow::Owned(line), stage.from, detail)
    }

    fn new(
        route: &'r Route,
        stage: Option<&'r Stage>,
        line: Cow<'r, Line>,
        from: Along,
        detail: Detail,
    ) -> Result<Stretch<'r>, ExportError> {
        let vertex = |along: Along| nearest_vertex(&line, Along(along - from));
        let legs: Vec<_> = route
            .legs
            .iter()
            .map(|leg| (leg, vertex(leg.from)..=vertex(leg.to)))
            .filter(|(_, vertices)| vertices.start() < vertices.end())
            .collect();
        let on_stage = |stop: &&Stop| stage.is_none_or(|stage| stop.stage == stage.id);
        let stops: Vec<&Stop> = route.stops.iter().filter(on_stage).collect();
        let mut keep: Vec<usize> = legs.iter().flat_map(|(_, vertices)| [*vertices.start(), *vertices.end()]).collect();
        keep.extend(stops.iter().map(|stop| vertex(stop.along)));
        // A vertex where two legs meet is written twice.
        let joints = legs.len().saturating_sub(1);
        let (kept, tolerance) = vertices(&line, &keep, joints, detail)?;
        Ok(Stretch { route, stage, name: String::new(), line, legs, stops, kept, tolerance })
    }

    /// What it is called in the bundle.
    pub(super) fn title(&self, language: Language) -> &'r str {
        self.stage.map_or(&self.route.name, |stage| &stage.name).in_language(language)
    }

    pub(super) fn summary(&self) -> &'r Text {
        self.stage.map_or(&self.route.summary, |stage| &stage.summary)
    }

    pub(super) fn description(&self) -> &'r Text {
        self.stage.map_or(&self.route.description, |stage| &stage.description)
    }

    /// How much of its line is only indicative, 0 to 1.
    pub(super) fn indicative_share(&self) -> f64 {
        let indicative = self.legs.iter().filter(|(leg, _)| leg.origin == Origin::Indicative);
        let length: Metres = indicative
            .map(|(_, vertices)| self.line.along_of(*vertices.end()) - self.line.along_of(*vertices.start()))
            .sum();
        length.0 / self.line.length().0
    }

    /// The one way it is travelled, ferries aside.
    pub(super) fn only_mode(&self) -> Option<Mode> {
        let mut modes = self.legs.iter().map(|(leg, _)| leg.mode).filter(|mode| *mode != Mode::Ferry);
        let first = modes.next()?;
        modes.all(|mode| mode == first).then_some(first)
    }

    /// The kept vertices of each leg, or of all together.
    pub(super) fn segments(&self, joined: bool) -> Vec<&[usize]> {
        if joined {
            return vec![&self.kept];
        }
        let within = |vertices: &RangeInclusive<usize>| {
            let first = self.kept.partition_point(|kept| kept < vertices.start());
            let beyond = self.kept.partition_point(|kept| kept <= vertices.end());
            &self.kept[first..beyond]
        };
        self.legs.iter().map(|(_, vertices)| within(vertices)).collect()
    }
}

fn nearest_vertex(line: &Line, along: Along) -> usize {
    let segment = line.segment_at(along);
    let before = (along - line.along_of(segment)).abs();
    let behind = (line.along_of(segment + 1) - along).abs();
    if behind < before { segment + 1 } else { segment }
}

fn vertices(line: &Line, keep: &[usize], joints: usize, detail: Detail) -> Result<(Vec<usize>, Metres), ExportError> {
    let all = line.points().len();
    match detail {
        Detail::Tolerance(tolerance) if !(tolerance.0.is_finite() && tolerance.0 >= 0.0) => {
            Err(ExportError::Tolerance(tolerance.0))
        }
        Detail::Tolerance(tolerance) => Ok((Simplification::new(line.ecef(), keep).within(tolerance), tolerance)),
        Detail::Points(count) if count < 2 => Err(ExportError::Points(count)),
        Detail::Points(count) if count < all + joints => {
            Ok(Simplification::new(line.ecef(), keep).at_most(count.saturating_sub(joints)))
        }
        Detail::Full | Detail::Points(_) => Ok(((0..all).collect(), Metres::ZERO)),
    }
}
