//! What must hold between the parts of a collection before it is written.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Display;

use super::WriteError;
use super::read_picture::MEDIA_TYPES;
use super::schema::holds_areas;
use crate::geometry::Metres;
use crate::model::{BaseLayer, Collection, Picture, PictureId, Shape, is_web_address};

/// Checks what no constructor could: parts of a collection against one another.
pub(super) fn check(collection: &Collection) -> Result<(), WriteError> {
    if collection.manifest.published.parse::<jiff::civil::Date>().is_err() {
        return Err(WriteError::Published(collection.manifest.published.clone()));
    }
    for address in collection.manifest.attributions.iter().filter_map(|attribution| attribution.url.as_ref()) {
        if !is_web_address(address) {
            return Err(WriteError::Address(address.clone()));
        }
    }
    ids_are_unique(collection).map_err(WriteError::Twice)?;
    lengths_are_lengths(collection)?;
    layers_fit(&collection.base_map)?;
    pictures_fit(collection)
}

fn lengths_are_lengths(collection: &Collection) -> Result<(), WriteError> {
    let check = |what: &dyn Display, lengths: &[Metres]| match lengths
        .iter()
        .all(|metres| (0.0..f64::INFINITY).contains(&metres.0))
    {
        true => Ok(()),
        false => Err(WriteError::Length(what.to_string())),
    };
    for route in &collection.routes {
        check(&route.id, route.official_length.as_slice())?;
        route.legs.iter().try_for_each(|leg| check(&leg.id, &[leg.accuracy]))?;
        route.stops.iter().try_for_each(|stop| check(&stop.id, &[stop.accuracy, stop.radius, stop.distance]))?;
    }
    collection.places.iter().try_for_each(|place| check(&place.id, &[place.accuracy]))
}

fn ids_are_unique(collection: &Collection) -> Result<(), String> {
    let renditions = &collection.renditions;
    once("route", collection.routes.iter().map(|route| &route.id))?;
    once("stop", collection.routes.iter().flat_map(|route| &route.stops).map(|stop| &stop.id))?;
    once("place", collection.places.iter().map(|place| &place.id))?;
    once("picture", renditions.iter().map(|rendition| format!("{} ({})", rendition.picture, rendition.size)))
}

/// Says what is there twice, if anything is.
pub(super) fn once<I: Ord + Display>(what: &str, ids: impl Iterator<Item = I>) -> Result<(), String> {
    let mut seen = BTreeSet::new();
    for id in ids {
        if seen.contains(&id) {
            return Err(format!("{what} `{id}`"));
        }
        seen.insert(id);
    }
    Ok(())
}

/// Every picture of the routes and stops, once each, in the order of their ids.
pub(super) fn pictures(collection: &Collection) -> Result<BTreeMap<&PictureId, &Picture>, WriteError> {
    let mut pictures = BTreeMap::new();
    let stops = collection.routes.iter().flat_map(|route| &route.stops);
    let of_stops = stops.flat_map(|stop| &stop.pictures);
    for picture in collection.routes.iter().flat_map(|route| &route.pictures).chain(of_stops) {
        match pictures.insert(&picture.id, picture) {
            Some(other) if other != picture => return Err(WriteError::PictureDiffers(picture.id.clone())),
            _ => {}
        }
    }
    Ok(pictures)
}

fn pictures_fit(collection: &Collection) -> Result<(), WriteError> {
    let pictures = pictures(collection)?;
    for rendition in &collection.renditions {
        let picture = || rendition.picture.clone();
        if !pictures.contains_key(&rendition.picture) {
            return Err(WriteError::PictureUnused(picture()));
        }
        if !MEDIA_TYPES.contains(&rendition.media_type.as_str()) {
            return Err(WriteError::MediaType { picture: picture(), media_type: rendition.media_type.clone() });
        }
    }
    Ok(())
}

fn layers_fit(layers: &[BaseLayer]) -> Result<(), WriteError> {
    let mut last = None;
    for layer in layers {
        let name = layer.kind.name();
        if layer.features.is_empty() || last >= Some(layer.kind) {
            return Err(WriteError::LayerOrder(name));
        }
        let fits = |shape: &Shape| matches!(shape, Shape::Areas(_)) == holds_areas(layer.kind);
        if !layer.features.iter().all(|feature| fits(&feature.shape)) {
            return Err(WriteError::LayerShape(name));
        }
        last = Some(layer.kind);
    }
    Ok(())
}
