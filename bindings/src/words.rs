//! What is measured, in the traveller's words and units, for whatever a shell shows by itself.

use std::sync::Arc;

use route_guide_core::geometry::Metres;
use route_guide_core::measures::{self, Measures};
use route_guide_core::model::Language;

use crate::border::Answer;
use crate::phone::Phone;
use crate::records::{LineOrigin, Position, StopCategory, TravelMode};

/// What is measured, in words. Where a number is none it says "–". It stays in the language and units that were chosen
/// when it was asked for: ask for another one after a change of them.
#[derive(uniffi::Object)]
pub struct Words {
    measures: Measures,
    language: Language,
}

/// A position in the forms in which people hand it on.
#[derive(Debug, Clone, PartialEq, Eq, uniffi::Record)]
pub struct PositionText {
    /// In degrees, with points in every language, for maps and messages: `55.30421, 21.00553`.
    pub decimal: String,
    /// In degrees and minutes: `55° 18.253′ N, 21° 00.332′ E`.
    pub minutes: String,
    /// The degrees digit by digit, to be heard or read out to an emergency call.
    pub digits: String,
}

impl Words {
    pub(crate) fn of(phone: &Phone) -> Answer<Arc<Words>> {
        let chosen = phone.guidance()?;
        Ok(Arc::new(Words { measures: Measures::new(chosen.language, chosen.units), language: chosen.language }))
    }
}

#[uniffi::export]
impl Words {
    /// A distance to read: `350 m`, `1.2 km`; the least is `10 m`.
    pub fn distance(&self, metres: f64) -> String {
        self.measures.distance(Metres(metres))
    }

    /// A distance to hear: `350 metres`.
    pub fn spoken_distance(&self, metres: f64) -> String {
        self.measures.spoken_distance(Metres(metres))
    }

    /// A height or a climb to read: `120 m`, `390 ft`.
    pub fn height(&self, metres: f64) -> String {
        self.measures.height(Metres(metres))
    }

    /// A time that passes, to read: `1 h 20 min`, `under 1 min`.
    pub fn duration(&self, ms: i64) -> String {
        self.measures.duration(ms)
    }

    /// A speed to read: `14 km/h`, `9 mph`. A negative one is none.
    pub fn speed(&self, mps: f64) -> String {
        self.measures.speed(mps)
    }

    /// A direction as part of a sentence: `to the north-east`.
    pub fn direction(&self, bearing_deg: f64) -> String {
        self.measures.direction(bearing_deg)
    }

    /// Travelling so, as a label: `By bicycle`.
    pub fn mode(&self, mode: TravelMode) -> String {
        mode.word(self.language).to_owned()
    }

    /// All stops of a kind, as a label: `Lighthouses`.
    pub fn category(&self, category: StopCategory) -> String {
        category.plural(self.language).to_owned()
    }

    /// How exact the line of a route is, by the share of it that only joins the stops: `The line follows the map`.
    pub fn exactness(&self, indicative_share: f64) -> String {
        self.measures.exactness(indicative_share)
    }

    /// Where the line of a leg comes from, in a short sentence.
    pub fn origin(&self, origin: LineOrigin) -> String {
        self.measures.origin(origin)
    }

    /// A position in the forms in which people hand it on.
    pub fn position(&self, position: Position) -> PositionText {
        let measures::PositionText { decimal, minutes, digits } = self.measures.position(position.lat, position.lon);
        PositionText { decimal, minutes, digits }
    }
}
