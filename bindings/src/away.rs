//! How far something is, and where.

use route_guide_core::model::Language;

use crate::border::{Answer, guarded};
use crate::records::Position;

/// How far something is, and where; `Words` say both.
#[derive(Debug, Clone, Copy, PartialEq, uniffi::Record)]
pub struct Away {
    /// How far it is as the crow flies.
    pub distance_m: f64,
    /// In which direction it lies.
    pub bearing_deg: f64,
}

/// How far it is from one position to another, and in which direction. Quick enough for every fix.
#[uniffi::export]
pub fn away(from: Position, to: Position) -> Answer<Away> {
    guarded("away", Language::EN, || {
        let (from, to) = (from.point(Language::EN)?, to.point(Language::EN)?);
        Ok(Away { distance_m: from.distance(to).0, bearing_deg: from.bearing(to).degrees() })
    })
}
