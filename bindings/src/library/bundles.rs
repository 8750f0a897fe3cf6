//! Bundles: install, list, open, search.

use std::path::Path;
use std::sync::Arc;

use route_guide_core::bundle::Bundle;
use route_guide_core::library::{Query, TrustedKey};
use route_guide_core::model::BundleId;

use super::Library;
use crate::border::Answer;
use crate::bundle::RouteBundle;
use crate::failure::Told as _;
use crate::records::{
    BundleManifest, Installation, InstalledBundle, Nearby, OfferedBundle, Position, PublisherKey, SearchAnswer,
    SearchQuery, StopCategory, count,
};

#[uniffi::export]
impl Library {
    /// What the bundle in a file says of itself, and what it would take the place of: to be shown to the traveller before
    /// it is installed.
    pub fn offered(&self, file: String) -> Answer<OfferedBundle> {
        self.phone.ask(|library, language| {
            let bundle = Bundle::open(Path::new(&file)).told(language)?;
            let installed = library.bundles().told(language)?;
            let before = installed.iter().find(|installed| installed.manifest.id == bundle.manifest().id);
            Ok(OfferedBundle {
                manifest: BundleManifest::of(bundle.manifest(), language),
                before: before.map(|before| InstalledBundle::of(before, language)),
            })
        })
    }

    /// Installs a bundle from a file, in place of an older version, for a traveller who was shown what is
    /// [offered](Library::offered) and wants it. `signature` is the text of the signature beside it, `keys` are those of
    /// the publishers that the app trusts. Takes its time: the whole file is read and copied.
    pub fn install(
        &self,
        file: String,
        signature: Option<String>,
        keys: Vec<PublisherKey>,
        now_ms: i64,
    ) -> Answer<Installation> {
        self.phone.change(|library, language| {
            let keys = keys.iter().map(|key| TrustedKey::new(&key.publisher, &key.key)).collect::<Result<Vec<_>, _>>();
            let keys = keys.told(language)?;
            let installed = library.install_as_wanted(Path::new(&file), signature.as_deref(), &keys, now_ms);
            let installed = installed.told(language)?;
            log::info!("bundle installed: {installed:?}");
            Ok(installed.into())
        })
    }

    /// Installs the bundle that the app brings along. It needs no signature, and no other takes its place unsigned.
    pub fn install_shipped(&self, file: String, now_ms: i64) -> Answer<Installation> {
        self.phone.change(|library, language| {
            let installed = library.install_shipped(Path::new(&file), now_ms).told(language)?;
            log::info!("bundle of the app installed: {installed:?}");
            Ok(installed.into())
        })
    }

    /// Takes a bundle away. Progress, notes and favourites on it stay.
    pub fn uninstall(&self, bundle: String) -> Answer<()> {
        self.phone.change(|library, language| library.uninstall(&BundleId::new(&bundle).told(language)?).told(language))
    }

    /// The bundles that are installed.
    pub fn bundles(&self) -> Answer<Vec<InstalledBundle>> {
        self.phone.ask(|library, language| {
            let bundles = library.bundles().told(language)?;
            Ok(bundles.iter().map(|bundle| InstalledBundle::of(bundle, language)).collect())
        })
    }

    /// Opens an installed bundle.
    pub fn bundle(&self, bundle: String) -> Answer<Arc<RouteBundle>> {
        self.phone.ask(|library, language| {
            let bundle = library.bundle(&BundleId::new(&bundle).told(language)?).told(language)?;
            Ok(RouteBundle::new(bundle, self.phone.clone()))
        })
    }

    /// Finds routes, stages, stops and places in all installed bundles.
    pub fn search(&self, query: SearchQuery) -> Answer<SearchAnswer> {
        self.phone.ask(|library, language| {
            let near = query.near.map(|near| near.point(language)).transpose()?;
            let limit = count(query.limit);
            let found = library.search(&Query { text: &query.text, language, near, limit }).told(language)?;
            Ok(found.into())
        })
    }

    /// The stops and places of all installed bundles that are nearest, nearest first and each spot once, at most 100; with
    /// categories given only stops of these.
    pub fn nearby(&self, near: Position, categories: Option<Vec<StopCategory>>, limit: u32) -> Answer<Vec<Nearby>> {
        self.phone.ask(|library, language| {
            let near = near.point(language)?;
            let found = library.nearby(near, categories.as_deref(), language, count(limit)).told(language)?;
            Ok(found.into_iter().map(Nearby::from).collect())
        })
    }
}
