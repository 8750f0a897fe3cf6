//! What a bundle keeps as GeoPackage metadata: its manifest and its digest once, and each fact beside what it is about.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::Problem;
use super::limits::MAX_TEXT_BYTES;
use crate::model::{
    Attribution, BundleId, Emergency, FORMAT, Fact, Language, Manifest, PhoneNumber, Text, is_web_address,
};

/// Marks the manifest among the metadata.
pub(super) const MANIFEST_URI: &str = "urn:x-route-guide:manifest";
/// Marks the facts.
pub(super) const FACT_URI: &str = "urn:x-route-guide:fact";
/// What both are written in.
pub(super) const JSON: &str = "application/json";
/// Marks the digest of the content.
pub(super) const DIGEST_URI: &str = "urn:x-route-guide:digest";
/// What it is written in: hexadecimal digits, small letters.
pub(super) const PLAIN_TEXT: &str = "text/plain";

#[derive(Serialize, Deserialize)]
struct ManifestJson {
    format: [u32; 2],
    id: String,
    version: u32,
    published: String,
    publisher: String,
    licence: String,
    name: TextJson,
    summary: TextJson,
    languages: Vec<String>,
    emergency: EmergencyJson,
    attributions: Vec<AttributionJson>,
}

#[derive(Serialize, Deserialize)]
struct EmergencyJson {
    number: String,
    note: TextJson,
    source: Option<String>,
}

#[derive(Serialize, Deserialize)]
struct AttributionJson {
    what: String,
    text: String,
    licence: String,
    url: Option<String>,
}

#[derive(Serialize, Deserialize)]
struct FactJson {
    text: String,
    source: Option<String>,
}

/// A text by the codes of its languages.
type TextJson = BTreeMap<String, String>;

/// The manifest as JSON, with the format this code writes.
pub(crate) fn write_manifest(manifest: &Manifest) -> serde_json::Result<String> {
    let Emergency { number, note, source } = &manifest.emergency;
    let attribution = |Attribution { what, text, licence, url }: &Attribution| AttributionJson {
        what: what.clone(),
        text: text.clone(),
        licence: licence.clone(),
        url: url.clone(),
    };
    serde_json::to_string_pretty(&ManifestJson {
        format: FORMAT.into(),
        id: manifest.id.to_string(),
        version: manifest.version,
        published: manifest.published.clone(),
        publisher: manifest.publisher.clone(),
        licence: manifest.licence.clone(),
        name: text_json(&manifest.name),
        summary: text_json(&manifest.summary),
        languages: manifest.languages.iter().map(ToString::to_string).collect(),
        emergency: EmergencyJson { number: number.to_string(), note: text_json(note), source: source.clone() },
        attributions: manifest.attributions.iter().map(attribution).collect(),
    })
}

/// The format a manifest declares, whatever else it holds.
pub(super) fn read_format(json: &str) -> Result<(u32, u32), String> {
    #[derive(Deserialize)]
    struct FormatJson {
        format: [u32; 2],
    }
    let FormatJson { format: [major, minor] } = serde_json::from_str(json).map_err(|error| error.to_string())?;
    Ok((major, minor))
}

/// The manifest as the library keeps it. It was judged when it came in, though perhaps by an earlier version, which
/// took any text for a number to call: in the place of such a one stands that which every phone knows.
pub(crate) fn read_kept_manifest(json: &str) -> Result<Manifest, String> {
    let mut manifest: ManifestJson = serde_json::from_str(json).map_err(|error| error.to_string())?;
    let number = &mut manifest.emergency.number;
    if PhoneNumber::new(number).is_err() {
        *number = PhoneNumber::everywhere().to_string();
    }
    valid(manifest)
}

/// The manifest, or what is wrong with it. An address that is none of the web is left out.
pub(super) fn read_manifest(json: &str) -> Result<Manifest, String> {
    valid(serde_json::from_str(json).map_err(|error| error.to_string())?)
}

fn valid(manifest: ManifestJson) -> Result<Manifest, String> {
    if manifest.published.parse::<jiff::civil::Date>().is_err() {
        return Err(format!("`{:.40}` is no day", manifest.published));
    }
    let language = |code: &String| Language::new(code).map_err(|error| error.to_string());
    Ok(Manifest {
        id: BundleId::new(&manifest.id).map_err(|error| error.to_string())?,
        version: manifest.version,
        published: manifest.published,
        publisher: manifest.publisher,
        licence: manifest.licence,
        name: text(manifest.name)?,
        summary: text(manifest.summary)?,
        languages: manifest.languages.iter().map(language).collect::<Result<_, _>>()?,
        emergency: Emergency {
            number: PhoneNumber::new(&manifest.emergency.number).map_err(|error| error.to_string())?,
            note: text(manifest.emergency.note)?,
            source: manifest.emergency.source,
        },
        attributions: manifest
            .attributions
            .into_iter()
            .map(|AttributionJson { what, text, licence, url }| {
                let url = url.filter(|url| is_web_address(url));
                Attribution { what, text, licence, url }
            })
            .collect(),
    })
}

/// A fact as JSON.
pub(super) fn write_fact(fact: &Fact) -> serde_json::Result<String> {
    serde_json::to_string(&FactJson { text: fact.text.clone(), source: fact.source.clone() })
}

/// The fact, or what is wrong with it.
pub(super) fn read_fact(json: &str) -> Result<Fact, String> {
    let FactJson { text, source } = serde_json::from_str(json).map_err(|error| error.to_string())?;
    Ok(Fact { text, source })
}

/// The digest, or what is wrong with it.
pub(super) fn read_digest(text: &str) -> Result<String, String> {
    match blake3::Hash::from_hex(text) {
        Ok(hash) if *hash.to_hex() == *text => Ok(text.to_owned()),
        _ => Err(format!("`{text:.80}` is no digest")),
    }
}

/// Says no to a text that is too long.
pub(super) fn within_limit(what: impl FnOnce() -> String, text: &str) -> Result<(), Problem> {
    match text.len() {
        bytes if bytes > MAX_TEXT_BYTES => Err(Problem::TextTooLong { what: what(), bytes }),
        _ => Ok(()),
    }
}

fn text_json(text: &Text) -> TextJson {
    text.iter().map(|(language, text)| (language.to_string(), text.to_owned())).collect()
}

fn text(json: TextJson) -> Result<Text, String> {
    let entry = |(code, text): (String, String)| Ok((Language::new(&code).map_err(|error| error.to_string())?, text));
    json.into_iter().map(entry).collect()
}
