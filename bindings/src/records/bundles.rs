//! Bundles: what they are, whom to name, whom to trust.

use route_guide_core::library;
use route_guide_core::model::{self, Language};

/// A bundle in the library.
#[derive(Debug, Clone, PartialEq, uniffi::Record)]
pub struct InstalledBundle {
    /// What it is.
    pub manifest: BundleManifest,
    /// How much its file takes.
    pub bytes: u64,
    /// Whether its publisher's signature was checked.
    pub signed: bool,
    /// When it was installed.
    pub installed_ms: i64,
}

impl InstalledBundle {
    pub(crate) fn of(bundle: &library::InstalledBundle, language: Language) -> InstalledBundle {
        InstalledBundle {
            manifest: BundleManifest::of(&bundle.manifest, language),
            bytes: bundle.bytes,
            signed: bundle.signed,
            installed_ms: bundle.installed_ms,
        }
    }
}

/// A bundle in a file, before it is installed. What it says of itself nobody has checked yet.
#[derive(Debug, Clone, PartialEq, uniffi::Record)]
pub struct OfferedBundle {
    /// What it says that it is.
    pub manifest: BundleManifest,
    /// The one that it would take the place of.
    pub before: Option<InstalledBundle>,
}

/// What a bundle is and who publishes it.
#[derive(Debug, Clone, PartialEq, uniffi::Record)]
pub struct BundleManifest {
    /// Never changes.
    pub id: String,
    /// Grows with each publication.
    pub version: u32,
    /// The day of publication, `2026-11-23`.
    pub published: String,
    /// Who answers for it.
    pub publisher: String,
    /// Under which terms the texts and lines may be used.
    pub licence: String,
    /// Its name.
    pub name: String,
    /// One or two sentences.
    pub summary: String,
    /// The languages every text has.
    pub languages: Vec<String>,
    /// The number to dial in an emergency.
    pub emergency_number: String,
    /// What to know about it.
    pub emergency_note: String,
    /// Whom to name beside the map and the texts.
    pub attributions: Vec<Attribution>,
}

impl BundleManifest {
    pub(crate) fn of(manifest: &model::Manifest, language: Language) -> BundleManifest {
        BundleManifest {
            id: manifest.id.to_string(),
            version: manifest.version,
            published: manifest.published.clone(),
            publisher: manifest.publisher.clone(),
            licence: manifest.licence.clone(),
            name: manifest.name.in_language(language).to_owned(),
            summary: manifest.summary.in_language(language).to_owned(),
            languages: manifest.languages.iter().map(Language::to_string).collect(),
            emergency_number: manifest.emergency.number.to_string(),
            emergency_note: manifest.emergency.note.in_language(language).to_owned(),
            attributions: manifest.attributions.iter().cloned().map(Attribution::from).collect(),
        }
    }
}

/// Whom to name.
#[derive(Debug, Clone, PartialEq, Eq, uniffi::Record)]
pub struct Attribution {
    /// For what: `base map`, `place names`.
    pub what: String,
    /// The words to show.
    pub text: String,
    /// The licence's name.
    pub licence: String,
    /// Where to read it.
    pub url: Option<String>,
}

impl From<model::Attribution> for Attribution {
    fn from(attribution: model::Attribution) -> Attribution {
        let model::Attribution { what, text, licence, url } = attribution;
        Attribution { what, text, licence, url }
    }
}

/// A publisher whose bundles must be signed, and the key they sign with.
#[derive(Debug, Clone, PartialEq, Eq, uniffi::Record)]
pub struct PublisherKey {
    /// The publisher, as its bundles name it.
    pub publisher: String,
    /// The public key, as minisign writes it: the whole file or its second line.
    pub key: String,
}

/// What installing came to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, uniffi::Enum)]
pub enum Installation {
    /// It was not there before.
    New,
    /// It took the place of that version.
    Updated {
        /// The version before.
        from: u32,
    },
    /// Just this was installed already.
    Unchanged,
}

impl From<library::Installation> for Installation {
    fn from(installation: library::Installation) -> Installation {
        match installation {
            library::Installation::New => Installation::New,
            library::Installation::Updated { from } => Installation::Updated { from },
            library::Installation::Unchanged => Installation::Unchanged,
        }
    }
}
