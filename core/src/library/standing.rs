//! Where the traveller is on each route or track, and the guidance to go on with.

use rusqlite::Connection;
use rusqlite::types::Value;
use serde::{Deserialize, Serialize};

use super::bounds::YEARS_MS;
use super::recordings::RideClock;
use super::sealed::{Read, STANDING};
use super::{Library, LibraryError, Trouble, Way};
use crate::geometry::{Along, Metres, Point};
use crate::model::{BundleId, Fix, Language, RouteId};

/// Longer than any way: a hundred times around the earth.
const LONGEST_WAY_M: f64 = 4e9;

/// Where the traveller is on a route or track.
#[derive(Debug, Clone, PartialEq)]
pub struct Standing {
    /// How far along its line, from its start.
    pub along: Along,
    /// The share of it behind the traveller, 0 to 1; 1 as soon as they were told that the route is done.
    pub share: f64,
    /// When, in milliseconds since 1970-01-01 UTC.
    pub time_ms: i64,
    /// The last fix that was believed.
    pub(super) last: LastFix,
    /// The guidance as [`GuideState::to_bytes`](crate::guidance::GuideState::to_bytes) wrote it.
    pub(super) guidance: Vec<u8>,
}

/// What is kept of a fix to find the place again on a line that has changed.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
pub(super) struct LastFix {
    pub clock: RideClock,
    pub lat: f64,
    pub lon: f64,
    pub accuracy_m: f64,
}

impl LastFix {
    /// The fix, at the time of the ride.
    pub fn fix(&self) -> Fix {
        Fix::of_position(self.clock.ride_ms, self.lat, self.lon, self.accuracy_m)
    }
}

impl Library {
    /// Where the traveller was last on a route or track travelled that way round.
    ///
    /// # Errors
    /// When the database is damaged.
    pub fn standing(&self, way: &Way, reversed: bool) -> Result<Option<Standing>, LibraryError> {
        let [bundle, route] = self.ask(|connection| way.key(connection))?;
        let rest = "WHERE bundle = ?1 AND route = ?2 AND reversed = ?3";
        let found = self.rows(&STANDING, rest, (bundle, route, reversed), |_, values| Standing::read(values))?;
        Ok(found.into_iter().next())
    }
}

/// Where the traveller is on a way that can be followed now.
#[derive(Debug, Clone, PartialEq)]
pub struct WayStanding {
    /// The way.
    pub way: Way,
    /// Whether it is travelled from its end to its start.
    pub reversed: bool,
    /// The name of the route or track; empty for a track that has none.
    pub name: String,
    /// Where they are on it.
    pub standing: Standing,
}

impl Library {
    /// Where the traveller was on every way that can be followed now, the newest first.
    ///
    /// # Errors
    /// When the database is damaged.
    pub fn standings(&self, language: Language) -> Result<Vec<WayStanding>, LibraryError> {
        let mut placed = self.placed()?;
        placed.sort_by_key(|placed| std::cmp::Reverse(placed.standing.time_ms));
        let mut standings = Vec::with_capacity(placed.len());
        for Placed { way, reversed, standing } in placed {
            let named = self.named_way(&way, language)?;
            standings.extend(named.map(|(way, name)| WayStanding { way, reversed, name, standing }));
        }
        Ok(standings)
    }
}

/// A standing with the key of the way it is on.
pub(super) struct Placed {
    pub way: [String; 2],
    pub reversed: bool,
    pub standing: Standing,
}

impl Library {
    /// Where the traveller was on every way, also on those that cannot be followed now.
    pub(super) fn placed(&self) -> Result<Vec<Placed>, LibraryError> {
        self.rows(&STANDING, "ORDER BY number", [], |_, values| Placed::read(values))
    }
}

impl Placed {
    pub(super) fn read(values: &[Value]) -> Option<Placed> {
        let [bundle, route, reversed, ..] = values else { return None };
        Some(Placed {
            way: [bundle.text()?.to_owned(), route.text()?.to_owned()],
            reversed: reversed.integer()? == 1,
            standing: Standing::read(values)?,
        })
    }

    /// Whether a traveller can have stood there: on a way that can be, at a place on the earth, within the years.
    pub(super) fn is_sound(&self) -> bool {
        let Standing { along, share, time_ms, last, .. } = &self.standing;
        let [bundle, item] = &self.way;
        let is_way = if bundle.is_empty() {
            !item.is_empty()
        } else {
            BundleId::new(bundle).is_ok() && RouteId::new(item).is_ok()
        };
        let is_last = Point::new(last.lat, last.lon).is_ok() && last.accuracy_m.is_finite();
        is_way
            && is_last
            && (0.0..=LONGEST_WAY_M).contains(&along.metres())
            && (0.0..=1.0).contains(share)
            && [*time_ms, last.clock.ride_ms].iter().all(|time_ms| YEARS_MS.contains(time_ms))
    }
}

impl Standing {
    /// Keeps it unless what is known is as new.
    pub(super) fn put_if_newer(
        &self,
        connection: &Connection,
        way: &[String; 2],
        reversed: bool,
    ) -> Result<(), Trouble> {
        let [bundle, route] = way;
        let newer = "bundle = ?1 AND route = ?2 AND reversed = ?3 AND time_ms >= ?4";
        match STANDING.find(connection, newer, (bundle, route, reversed, self.time_ms))? {
            Some(_) => Ok(()),
            None => self.put(connection, way, reversed),
        }
    }

    pub(super) fn put(&self, connection: &Connection, way: &[String; 2], reversed: bool) -> Result<(), Trouble> {
        let [bundle, route] = way;
        let values = [
            Value::Text(bundle.clone()),
            Value::Text(route.clone()),
            Value::Integer(i64::from(reversed)),
            Value::Real(self.along.metres()),
            Value::Real(self.share),
            Value::Integer(self.time_ms),
            Value::Text(serde_json::to_string(&self.last).unwrap_or_default()),
            Value::Blob(self.guidance.clone()),
        ];
        let there = "bundle = ?1 AND route = ?2 AND reversed = ?3";
        Ok(STANDING.upsert(connection, there, (bundle, route, reversed), &values)?)
    }

    pub(super) fn forget(connection: &Connection, way: &[String; 2], reversed: bool) -> Result<(), Trouble> {
        let [bundle, route] = way;
        STANDING.remove(connection, "bundle = ?1 AND route = ?2 AND reversed = ?3", (bundle, route, reversed))?;
        Ok(())
    }

    fn read(values: &[Value]) -> Option<Standing> {
        let [_, _, _, along, share, time_ms, last, Value::Blob(guidance)] = values else { return None };
        Some(Standing {
            along: Along(Metres(along.real()?)),
            share: share.real()?,
            time_ms: time_ms.integer()?,
            last: serde_json::from_str(last.text()?).ok()?,
            guidance: guidance.clone(),
        })
    }
}
