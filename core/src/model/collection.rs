//! Everything one bundle holds.

use super::{BaseLayer, BundleId, Language, PhoneNumber, Place, Rendition, Route, Text};

/// The form of bundles this code writes, as major and minor number; it reads the same major and any minor.
pub const FORMAT: (u32, u32) = (1, 1);

/// Everything one bundle holds, in memory: what packing starts from.
#[derive(Debug, Clone, PartialEq)]
pub struct Collection {
    /// What it is and who publishes it.
    pub manifest: Manifest,
    /// Its routes, in the order they are shown.
    pub routes: Vec<Route>,
    /// Places to search for.
    pub places: Vec<Place>,
    /// What is drawn under the routes.
    pub base_map: Vec<BaseLayer>,
    /// Every picture in every size.
    pub renditions: Vec<Rendition>,
}

/// What a bundle is and who publishes it.
#[derive(Debug, Clone, PartialEq)]
pub struct Manifest {
    /// Never changes.
    pub id: BundleId,
    /// Grows with each publication.
    pub version: u32,
    /// The day of publication, `2026-11-23`; given by the editor, so that packing twice gives the same bytes.
    pub published: String,
    /// Who answers for it.
    pub publisher: String,
    /// Under which terms the texts and lines may be used.
    pub licence: String,
    /// Its name.
    pub name: Text,
    /// One or two sentences.
    pub summary: Text,
    /// The languages every text has.
    pub languages: Vec<Language>,
    /// Whom to call.
    pub emergency: Emergency,
    /// Whom to name beside the map and the texts.
    pub attributions: Vec<Attribution>,
}

/// Whom to call in need.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Emergency {
    /// The number to dial.
    pub number: PhoneNumber,
    /// What to know about it.
    pub note: Text,
    /// Who says so.
    pub source: Option<String>,
}

/// Somebody whose work is in the bundle.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Attribution {
    /// What of it: `base map`, `place names`.
    pub what: String,
    /// The words to show: `© OpenStreetMap contributors`.
    pub text: String,
    /// The licence's name: `ODbL-1.0`.
    pub licence: String,
    /// Where to read it: an address of the web.
    pub url: Option<String>,
}

/// Whether a text is an address of the web, and none that a phone would give to another app.
#[must_use]
pub fn is_web_address(text: &str) -> bool {
    let host = ["https://", "http://"].iter().find_map(|scheme| text.strip_prefix(scheme));
    host.is_some_and(|host| host.starts_with(|letter: char| letter.is_alphanumeric()))
        && !text.chars().any(|letter| letter.is_whitespace() || letter.is_control())
}
