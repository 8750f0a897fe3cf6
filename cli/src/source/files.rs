//! The TOML files of a source, as an editor writes them. What each key means is told in `route-data/README.md`.

use std::collections::BTreeMap;

use serde::Deserialize;
use toml::Spanned;

/// One text by language code.
pub type Texts = BTreeMap<Spanned<String>, Spanned<String>>;

/// `collection.toml`.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CollectionFile {
    pub id: Spanned<String>,
    pub version: Spanned<u32>,
    pub published: Spanned<String>,
    pub publisher: Spanned<String>,
    pub licence: Spanned<String>,
    pub languages: Vec<Spanned<String>>,
    pub routes: Vec<Spanned<String>>,
    pub name: Spanned<Texts>,
    pub summary: Spanned<Texts>,
    pub emergency: EmergencyEntry,
    #[serde(default)]
    pub attribution: Vec<AttributionEntry>,
    #[serde(default)]
    pub base_map: Vec<BaseMapEntry>,
}

/// `[emergency]`.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct EmergencyEntry {
    pub number: Spanned<String>,
    pub note: Spanned<Texts>,
    pub source: Option<String>,
}

/// `[[attribution]]`.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct AttributionEntry {
    pub what: String,
    pub text: Spanned<String>,
    pub licence: Spanned<String>,
    pub url: Option<Spanned<String>>,
}

/// `[[base_map]]`.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct BaseMapEntry {
    pub kind: Spanned<String>,
    pub file: Spanned<String>,
    pub class: Option<String>,
    pub name: Option<String>,
}

/// `places.toml`.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PlacesFile {
    #[serde(default)]
    pub place: Vec<PlaceEntry>,
}

/// `[[place]]`.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PlaceEntry {
    pub id: Spanned<String>,
    pub kind: Spanned<String>,
    pub lat: Spanned<f64>,
    pub lon: Spanned<f64>,
    pub accuracy_m: Spanned<f64>,
    pub position_source: Spanned<String>,
    #[serde(default)]
    pub unverified: Vec<Spanned<String>>,
    pub name: Spanned<Texts>,
    pub former_de: Option<String>,
    #[serde(rename = "use")]
    pub usage: Option<Spanned<Texts>>,
    pub address: Option<String>,
    pub phone: Option<Spanned<String>>,
    pub mobile: Option<Spanned<String>>,
    pub source: Option<String>,
}

/// `routes/<route>/route.toml`.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RouteFile {
    pub id: Spanned<String>,
    pub creator: String,
    pub days: Option<u32>,
    pub official_length_km: Option<Spanned<f64>>,
    #[serde(default)]
    pub districts: Vec<String>,
    #[serde(default)]
    pub suitability: Vec<String>,
    #[serde(default)]
    pub unverified: Vec<Spanned<String>>,
    pub name: Spanned<Texts>,
    #[serde(default)]
    pub name_source: BTreeMap<Spanned<String>, String>,
    pub summary: Spanned<Texts>,
    pub description: Spanned<Texts>,
    #[serde(default)]
    pub fact: Vec<FactEntry>,
    #[serde(default)]
    pub stage: Vec<StageEntry>,
    #[serde(default)]
    pub leg: Vec<LegEntry>,
}

/// `[[stage]]`.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct StageEntry {
    pub id: Spanned<String>,
    pub stops: Vec<Spanned<String>>,
    pub name: Spanned<Texts>,
    pub summary: Spanned<Texts>,
    pub description: Spanned<Texts>,
}

/// `[[leg]]`.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct LegEntry {
    pub track: Spanned<String>,
    pub stage: Spanned<String>,
    pub mode: Spanned<String>,
    pub origin: Spanned<String>,
    pub accuracy_m: Spanned<f64>,
    pub follows: Spanned<String>,
}

/// `routes/<route>/stops/<stop>.toml`.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct StopFile {
    pub id: Spanned<String>,
    pub category: Spanned<String>,
    pub lat: Spanned<f64>,
    pub lon: Spanned<f64>,
    pub accuracy_m: Spanned<f64>,
    pub position_source: Spanned<String>,
    pub radius_m: Spanned<f64>,
    pub official: bool,
    pub official_note: Option<String>,
    #[serde(default)]
    pub optional: bool,
    pub same_place_as: Option<Spanned<String>>,
    #[serde(default)]
    pub unverified: Vec<Spanned<String>>,
    pub name: Spanned<Texts>,
    pub summary: Spanned<Texts>,
    pub description: Spanned<Texts>,
    #[serde(default)]
    pub fact: Vec<FactEntry>,
    #[serde(default)]
    pub picture: Vec<PictureEntry>,
}

/// `[[fact]]`.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct FactEntry {
    pub text: Spanned<String>,
    pub source: Option<Spanned<String>>,
}

/// `[[picture]]`.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PictureEntry {
    pub file: Spanned<String>,
    pub author: Option<Spanned<String>>,
    pub licence: Option<Spanned<String>>,
    pub source: Option<String>,
    pub caption: Spanned<Texts>,
}
