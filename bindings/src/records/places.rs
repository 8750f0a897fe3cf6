//! Places that lie on no route, in one language.

use route_guide_core::model::{self, Language};

use super::{PlaceKind, Position};

/// A named settlement, ferry pier or information centre.
#[derive(Debug, Clone, PartialEq, uniffi::Record)]
pub struct Place {
    /// Unique in its bundle.
    pub id: String,
    /// What kind of place it is.
    pub category: PlaceKind,
    /// The same as a word: `Ferry pier`.
    pub kind: String,
    /// Where it is.
    pub position: Position,
    /// The real place lies within this distance of the position.
    pub accuracy_m: f64,
    /// Its name.
    pub name: String,
    /// What it used to be called, where travellers may still look for that.
    pub former_name: Option<String>,
    /// Who may use it, for a ferry pier.
    pub usage: Option<String>,
    /// Street and town.
    pub address: Option<String>,
    /// A telephone number with its country code.
    pub phone: Option<String>,
    /// A mobile number with its country code.
    pub mobile: Option<String>,
}

impl Place {
    pub(crate) fn of(place: &model::Place, language: Language) -> Place {
        let said = |text: &model::Text| Some(text.in_language(language).to_owned()).filter(|said| !said.is_empty());
        Place {
            id: place.id.to_string(),
            category: place.kind,
            kind: place.kind.word(language).to_owned(),
            position: place.position.into(),
            accuracy_m: place.accuracy.0,
            name: place.name.in_language(language).to_owned(),
            former_name: said(&place.former_name),
            usage: said(&place.usage),
            address: place.address.clone(),
            phone: place.phone.clone(),
            mobile: place.mobile.clone(),
        }
    }
}
