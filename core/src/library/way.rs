//! What can be followed: a route of an installed bundle, or a ride or track of the traveller's own.

use rusqlite::Connection;

use super::recordings::keeping;
use super::sealed::RECORDING;
use super::{Library, LibraryError, RecordingId, State, Trouble};
use crate::model::{BundleId, Language, RouteId};

/// What is followed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Way {
    /// A route of an installed bundle.
    Route {
        /// The bundle.
        bundle: BundleId,
        /// The route.
        route: RouteId,
    },
    /// A ride or track of the traveller's own.
    Track(RecordingId),
}

impl Way {
    /// What progress on it is kept under: stays the same in every library.
    pub(super) fn key(&self, connection: &Connection) -> Result<[String; 2], Trouble> {
        match self {
            Way::Route { bundle, route } => Ok([bundle.to_string(), route.to_string()]),
            Way::Track(id) => {
                // No bundle has an empty id.
                Ok([String::new(), keeping::recording(connection, *id)?.key])
            }
        }
    }

    /// The way of such a key; of a track that is gone there is none.
    fn of_key([bundle, item]: &[String; 2], connection: &Connection) -> Result<Option<Way>, Trouble> {
        if bundle.is_empty() {
            let row = RECORDING.find(connection, "key = ?1", [item])?;
            return Ok(row.map(|row| Way::Track(RecordingId::of_row(row))));
        }
        let ids = BundleId::new(bundle).ok().zip(RouteId::new(item).ok());
        Ok(ids.map(|(bundle, route)| Way::Route { bundle, route }))
    }
}

impl Library {
    /// The way of a key with its name; nothing where it cannot be followed now, as its bundle is not installed or it
    /// lies in the bin.
    pub(super) fn named_way(
        &self,
        key: &[String; 2],
        language: Language,
    ) -> Result<Option<(Way, String)>, LibraryError> {
        let Some(way) = self.ask(|connection| Way::of_key(key, connection))? else { return Ok(None) };
        let name = match &way {
            Way::Route { bundle, route } => self.route_name(bundle, route, language)?,
            Way::Track(id) => self.track_name(*id)?,
        };
        Ok(name.map(|name| (way, name)))
    }

    fn route_name(
        &self,
        bundle: &BundleId,
        route: &RouteId,
        language: Language,
    ) -> Result<Option<String>, LibraryError> {
        let routes = match self.bundle(bundle).and_then(|bundle| Ok(bundle.routes()?)) {
            Ok(routes) => routes,
            Err(LibraryError::NoBundle(_) | LibraryError::Bundle(_)) => return Ok(None),
            Err(error) => return Err(error),
        };
        let listed = routes.iter().find(|listed| listed.id == *route);
        Ok(listed.map(|listed| listed.name.in_language(language).to_owned()))
    }

    /// What the traveller calls it, or else the route that was followed then; empty where neither is known.
    fn track_name(&self, id: RecordingId) -> Result<Option<String>, LibraryError> {
        let track = self.recording(id)?;
        let followed = track.followed.and_then(|followed| followed.names.into_iter().next());
        Ok((track.state != State::Binned).then(|| track.name.or(followed).unwrap_or_default()))
    }
}
