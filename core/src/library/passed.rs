//! What the stops of a route are to a traveller under way: visited, next, skipped or still ahead.
//!
//! What comes next guidance knows; what was visited or passed by, the history of what was reached.

use std::collections::BTreeMap;

use super::{Journey, Library, LibraryError, Milestone, MilestoneKind, Way};
use crate::map::StopState;
use crate::model::{BundleId, RouteId, StopId};

/// The stops of a journey's route, each in its state.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PassedStops {
    /// The bundle.
    pub bundle: BundleId,
    /// The route.
    pub route: RouteId,
    states: BTreeMap<StopId, StopState>,
}

impl PassedStops {
    /// What a stop of a route of the bundle is to the traveller; those of other routes lie ahead.
    #[must_use]
    pub fn state(&self, route: &RouteId, stop: &StopId) -> StopState {
        let known = self.states.get(stop).filter(|_| *route == self.route);
        known.copied().unwrap_or(StopState::Ahead)
    }
}

impl Library {
    /// What the stops are to a traveller under way; nothing on a track, which has none.
    ///
    /// What was reached on earlier journeys does not count on one that was begun anew, nor once the route has been done
    /// to its end and is gone on with.
    ///
    /// # Errors
    /// When the database is damaged.
    pub fn passed_stops(&self, journey: &Journey) -> Result<Option<PassedStops>, LibraryError> {
        let Way::Route { bundle, route } = journey.way() else { return Ok(None) };
        let mut reached = self.milestones(Some((bundle, route)))?;
        reached.extend(journey.reached_lately().iter().cloned());
        reached.retain(|milestone| milestone.time_ms >= journey.since_ms());
        let mut states = BTreeMap::new();
        for milestone in this_round(&reached) {
            let state = match milestone.kind {
                MilestoneKind::Visited | MilestoneKind::Seen => StopState::Visited,
                MilestoneKind::Skipped => StopState::Skipped,
                MilestoneKind::StageDone | MilestoneKind::RouteDone => continue,
            };
            let Ok(stop) = StopId::new(&milestone.item) else { continue };
            let known = states.entry(stop).or_insert(state);
            // One who came back for it has been there, and one who has been there may pass it again.
            if state == StopState::Visited {
                *known = state;
            }
        }
        let next = journey.guide().next_stop_of(journey.state());
        if let Some(next) = next.and_then(|next| journey.guide().course().stops().get(next)) {
            states.insert(next.id.clone(), StopState::Next);
        }
        Ok(Some(PassedStops { bundle: bundle.clone(), route: route.clone(), states }))
    }
}

/// What was reached since the route was last done to its end; if nothing was, all of that round.
fn this_round(reached: &[Milestone]) -> &[Milestone] {
    let mut rounds = reached.split_inclusive(|milestone| milestone.kind == MilestoneKind::RouteDone);
    rounds.next_back().unwrap_or_default()
}
