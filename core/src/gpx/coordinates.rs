//! The position in a point's tag, and what can be one.

use std::io::Read;
use std::ops::RangeInclusive;

use super::attributes::{Attribute, Attributes};
use super::digits::number;
use super::fault::{Fault, GpxError, shortened};
use super::markup::Markup;
use super::token::Tag;
use crate::geometry::Point;

/// The heights that something on earth can have, in metres, with a margin for receivers.
pub(super) const HEIGHTS: RangeInclusive<f64> = -500.0..=9_000.0;

/// Whether a position is what a receiver writes that has none: 0°, 0°, to a metre.
#[inline]
pub(super) fn is_nowhere(point: Point) -> bool {
    const METRE: f64 = 1e-5;
    point.lat().abs() < METRE && point.lon().abs() < METRE
}

/// The position that a point's `lat` and `lon` give.
#[inline]
pub(super) fn position<R: Read>(tag: &Tag<'_>, markup: &mut Markup<R>) -> Result<Point, GpxError> {
    let (mut lat, mut lon) = (None, None);
    // Some programs write a prefix before them, which means another attribute to XML and the same to people.
    let (mut prefixed_lat, mut prefixed_lon) = (None, None);
    for attribute in Attributes::new(tag.attributes()) {
        let attribute = attribute.map_err(|reason| markup.error(Fault::Malformed(reason.into())))?;
        let found = match attribute.name {
            "lat" => lat.replace(attribute),
            "lon" => lon.replace(attribute),
            prefixed => {
                match prefixed.split_once(':') {
                    Some((_, "lat")) => prefixed_lat = Some(Attribute { name: "lat", ..attribute }),
                    Some((_, "lon")) => prefixed_lon = Some(Attribute { name: "lon", ..attribute }),
                    _ => {}
                }
                None
            }
        };
        if let Some(twice) = found {
            return Err(markup.error(Fault::Malformed(format!("{} stands twice in one tag", twice.name))));
        }
    }
    let (lat, lon) = (lat.or(prefixed_lat), lon.or(prefixed_lon));
    let (Some(lat), Some(lon)) = (lat, lon) else {
        let attribute = if lat.is_none() { "lat" } else { "lon" };
        let element = shortened(tag.name());
        return Err(markup.error(Fault::NoCoordinate { element, attribute }));
    };
    match (degrees(lat.raw), degrees(lon.raw)) {
        (Some(north), Some(east)) => match Point::new(north, east) {
            Ok(point) => Ok(point),
            Err(_) if north.abs() <= 90.0 => Err(refused(tag, lon, markup)),
            Err(_) => Err(refused(tag, lat, markup)),
        },
        (None, _) => Err(refused(tag, lat, markup)),
        (_, None) => Err(refused(tag, lon, markup)),
    }
}

#[inline]
fn degrees(raw: &str) -> Option<f64> {
    raw.trim_ascii().parse().ok().or_else(|| number(raw))
}

fn refused<R: Read>(tag: &Tag<'_>, wrong: Attribute<'_>, markup: &mut Markup<R>) -> GpxError {
    let before = tag.attributes().get(..wrong.offset).unwrap_or_default();
    let at = markup.at_after(&["<", tag.name(), before]);
    let (attribute, name, most) = if wrong.name == "lat" { ("lat", "latitude", 90) } else { ("lon", "longitude", 180) };
    GpxError { at, fault: Fault::Coordinate { attribute, value: shortened(wrong.raw), name, most, hint: hint(wrong) } }
}

fn hint(wrong: Attribute<'_>) -> &'static str {
    match degrees(wrong.raw) {
        Some(number) if wrong.name == "lat" && (90.0..=180.0).contains(&number.abs()) => {
            " (latitude and longitude may be swapped)"
        }
        Some(number) if wrong.name == "lon" && (180.0..=360.0).contains(&number) => {
            " (degrees west are negative: subtract 360)"
        }
        _ => "",
    }
}
