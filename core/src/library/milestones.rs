//! What the traveller has reached and when: stops visited, seen from afar or passed by, stages and routes done.
//!
//! Each keeps the name it had, so that the traveller's history stays readable when a later version of the bundle no
//! longer has it.

use rusqlite::Connection;
use rusqlite::types::Value;

use super::bounds;
use super::sealed::{MILESTONE, Read, real, text};
use super::{Library, LibraryError, Trouble};
use crate::geometry::Point;
use crate::guidance::{Course, Cue, Event};
use crate::model::named::named;
use crate::model::{BundleId, Language, RouteId};

named!(
    /// What was reached.
    MilestoneKind {
        /// A stop: the traveller stood before it.
        Visited = "visited",
        /// A stop off the line: the traveller passed in view of it.
        Seen = "seen",
        /// A stop: the traveller passed without a visit.
        Skipped = "skipped",
        /// A stage was done to its end.
        StageDone = "stage-done",
        /// The route was done to its end.
        RouteDone = "route-done",
    }
);

/// Something reached.
#[derive(Debug, Clone, PartialEq)]
pub struct Milestone {
    /// What it is.
    pub kind: MilestoneKind,
    /// The bundle.
    pub bundle: BundleId,
    /// The route.
    pub route: RouteId,
    /// The id of the stop, the stage or the route.
    pub item: String,
    /// What it was called, in the language the traveller was guided in.
    pub name: String,
    /// When, in milliseconds since 1970-01-01 UTC.
    pub time_ms: i64,
    /// Where the traveller was.
    pub position: Option<Point>,
    /// The key of the recording it belongs to.
    pub recording: Option<String>,
}

impl Library {
    /// Everything reached on a route, or on all routes; the oldest first.
    ///
    /// # Errors
    /// When the database is damaged.
    pub fn milestones(&self, route: Option<(&BundleId, &RouteId)>) -> Result<Vec<Milestone>, LibraryError> {
        let read = |_, values: &[Value]| Milestone::read(values);
        match route {
            Some((bundle, route)) => {
                let rest = "WHERE bundle = ?1 AND route = ?2 ORDER BY time_ms, number";
                self.rows(&MILESTONE, rest, [bundle.as_str(), route.as_str()], read)
            }
            None => self.rows(&MILESTONE, "ORDER BY time_ms, number", [], read),
        }
    }

    /// What was reached during a recording; the oldest first.
    ///
    /// # Errors
    /// When the database is damaged.
    pub fn milestones_of(&self, recording: &str) -> Result<Vec<Milestone>, LibraryError> {
        let rest = "WHERE recording = ?1 ORDER BY time_ms, number";
        self.rows(&MILESTONE, rest, [recording], |_, values| Milestone::read(values))
    }
}

impl Milestone {
    /// What a cue means for the traveller's history.
    pub(super) fn of_cue(
        cue: &Cue,
        course: &Course,
        (bundle, route): (&BundleId, &RouteId),
        language: Language,
    ) -> Option<Milestone> {
        let stop = |kind, number: usize| {
            let stop = course.stops().get(number)?;
            Some((kind, stop.id.to_string(), stop.name.in_language(language)))
        };
        let (kind, item, name) = match cue.event {
            Event::Arrived { stop: number, .. } => stop(MilestoneKind::Visited, number)?,
            Event::InView { stop: number, .. } => stop(MilestoneKind::Seen, number)?,
            Event::Skipped { stop: number } => stop(MilestoneKind::Skipped, number)?,
            Event::StageEnded { stage, .. } => {
                let stage = course.stages().get(stage)?;
                (MilestoneKind::StageDone, stage.id.to_string(), stage.name.in_language(language))
            }
            Event::RouteEnded => (MilestoneKind::RouteDone, route.to_string(), course.name().in_language(language)),
            _ => return None,
        };
        let (bundle, route, name) = (bundle.clone(), route.clone(), name.to_owned());
        Some(Milestone { kind, bundle, route, item, name, time_ms: 0, position: None, recording: None })
    }

    /// Keeps it; one that is known already is not kept twice.
    pub(super) fn keep(&self, connection: &Connection) -> Result<(), Trouble> {
        let time_ms = bounds::time(self.time_ms);
        let key = (self.kind.name(), self.bundle.as_str(), self.route.as_str(), &self.item, time_ms);
        let condition = "kind = ?1 AND bundle = ?2 AND route = ?3 AND item = ?4 AND time_ms = ?5";
        if MILESTONE.find(connection, condition, key)?.is_none() {
            MILESTONE.add(connection, &self.values())?;
        }
        Ok(())
    }

    fn values(&self) -> Vec<Value> {
        vec![
            Value::Text(self.kind.name().into()),
            Value::Text(self.bundle.to_string()),
            Value::Text(self.route.to_string()),
            Value::Text(self.item.clone()),
            Value::Text(bounds::name(&self.name).to_owned()),
            Value::Integer(bounds::time(self.time_ms)),
            real(self.position.map(Point::lat)),
            real(self.position.map(Point::lon)),
            text(self.recording.clone()),
        ]
    }

    pub(super) fn read(values: &[Value]) -> Option<Milestone> {
        let [kind, bundle, route, item, name, time_ms, lat, lon, recording] = values else { return None };
        Some(Milestone {
            kind: MilestoneKind::from_name(kind.text()?)?,
            bundle: BundleId::new(bundle.text()?).ok()?,
            route: RouteId::new(route.text()?).ok()?,
            item: item.text()?.to_owned(),
            name: name.text()?.to_owned(),
            time_ms: time_ms.integer()?,
            position: lat.real().zip(lon.real()).and_then(|(lat, lon)| Point::new(lat, lon).ok()),
            recording: recording.text().map(str::to_owned),
        })
    }
}
