//! What lies near a position: the stops and places of all installed bundles.
//!
//! They are read and indexed once; when a bundle is installed or goes, anew.

use std::collections::BTreeSet;

use super::{InstalledBundle, Library, LibraryError, MOST_FOUND, What};
use crate::bundle::{Bundle, BundleError};
use crate::geometry::{Bearing, Metres, Point};
use crate::model::{BundleId, Category, Language, StopId, Text};
use crate::spatial::Points;

/// A stop or place near a position.
#[derive(Debug, Clone, PartialEq)]
pub struct Nearby {
    /// The bundle it is in.
    pub bundle: BundleId,
    /// What it is, with its id.
    pub what: What,
    /// Its name in the language asked for, or the one that stands in for it.
    pub name: String,
    /// What kind of thing it is, in the language asked for: `Museum`.
    pub kind: &'static str,
    /// How far it is.
    pub distance: Metres,
    /// In which direction it lies.
    pub bearing: Bearing,
    /// Where it is.
    pub position: Point,
}

/// Everything that can lie near, and the bundles it is from.
#[derive(Debug)]
pub(super) struct Surroundings {
    of: Vec<InstalledBundle>,
    spots: Points<Spot>,
}

#[derive(Debug)]
struct Spot {
    bundle: BundleId,
    what: What,
    name: Text,
    position: Point,
}

impl Library {
    /// The nearest stops and places, nearest first, at most [`MOST_FOUND`]; with categories given only stops of these. A
    /// stop that several routes visit is told once. A bundle whose file is gone or damaged is left out, which whoever opens
    /// it is told.
    ///
    /// # Errors
    /// When the database is damaged.
    pub fn nearby(
        &self,
        near: Point,
        categories: Option<&[Category]>,
        language: Language,
        limit: usize,
    ) -> Result<Vec<Nearby>, LibraryError> {
        let installed = self.bundles()?;
        let mut kept = self.surroundings.borrow_mut();
        if kept.as_ref().is_none_or(|surroundings| surroundings.of != installed) {
            *kept = Some(self.look_around(installed));
        }
        let Some(Surroundings { spots, .. }) = &*kept else { return Ok(Vec::new()) };
        let wanted = |spot: &Spot| match (&spot.what, categories) {
            (_, None) => true,
            (What::Stop(_, _, category), Some(categories)) => categories.contains(category),
            (_, Some(_)) => false,
        };
        let found = spots.nearest(near, limit.min(MOST_FOUND), wanted).into_iter();
        Ok(found.map(|found| found.item.seen_from(near, found.distance, language)).collect())
    }

    fn look_around(&self, installed: Vec<InstalledBundle>) -> Surroundings {
        let read = installed.iter().filter_map(|installed| {
            let id = &installed.manifest.id;
            spots_of(&self.bundle(id).ok()?, id).ok()
        });
        let spots = Points::new(read.flatten().map(|spot| (spot.position, spot)));
        Surroundings { of: installed, spots }
    }
}

/// The stops of a bundle, each spot once, and its places.
fn spots_of(bundle: &Bundle, id: &BundleId) -> Result<Vec<Spot>, BundleError> {
    let mut spots = Vec::new();
    let mut told: BTreeSet<StopId> = BTreeSet::new();
    for listed in bundle.routes()? {
        for stop in &bundle.route(&listed.id)?.stops {
            let is_told =
                told.contains(&stop.id) || stop.same_place_as.as_ref().is_some_and(|twin| told.contains(twin));
            told.insert(stop.id.clone());
            told.extend(stop.same_place_as.clone());
            if !is_told {
                let what = What::Stop(listed.id.clone(), stop.id.clone(), stop.category);
                spots.push(Spot { bundle: id.clone(), what, name: stop.name.clone(), position: stop.position });
            }
        }
    }
    spots.extend(bundle.places()?.into_iter().map(|place| Spot {
        bundle: id.clone(),
        what: What::Place(place.id, place.kind),
        name: place.name,
        position: place.position,
    }));
    Ok(spots)
}

impl Spot {
    fn seen_from(&self, near: Point, distance: Metres, language: Language) -> Nearby {
        Nearby {
            bundle: self.bundle.clone(),
            what: self.what.clone(),
            name: self.name.in_language(language).to_owned(),
            kind: self.what.kind(language),
            distance,
            bearing: near.bearing(self.position),
            position: self.position,
        }
    }
}
