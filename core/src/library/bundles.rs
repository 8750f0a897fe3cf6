//! Installed bundles: brought in whole or not at all, replaced by newer ones only, taken away at any time.
//!
//! A file is copied aside, judged there (so that nobody changes it after it was judged), synced, and given its name
//! within the transaction that lists it. Killed anywhere, the old version or the new one is there; files without a row
//! are tidied away at the next opening. What the traveller made hangs on ids and is not touched.

use std::cell::Cell;
use std::fs::{self, File};
use std::io::{Read, Write};
use std::path::Path;

use minisign_verify::StreamVerifier;
use rusqlite::types::Value;
use rusqlite::{Connection, TransactionBehavior};

use super::sealed::{BUNDLE, Read as _, text};
use super::search::{self, Indexing};
use super::succession::{Consent, Offer, Warrant};
use super::trust::{self, Owner, Proof, Seal};
use super::{Library, LibraryError, Trouble, TrustedKey};
use crate::bundle::{Bundle, BundleError, Counts, Problem, read_kept_manifest, write_manifest};
use crate::files::{Aside, open_regular};
use crate::model::{BundleId, Manifest, Route, RouteId};

/// How much is copied at once.
const PIECE: usize = 256 << 10;
/// How much is made searchable at once, in vertices of a line: these take some 40 MB. The index is quickest where much
/// comes at once.
const MOST_AT_ONCE: usize = 400_000;
/// What the texts of a stop weigh.
const VERTICES_A_STOP: usize = 100;

/// A bundle in the library.
#[derive(Debug, Clone, PartialEq)]
pub struct InstalledBundle {
    /// What it is, who publishes it, whom to name.
    pub manifest: Manifest,
    /// How much its file takes.
    pub bytes: u64,
    /// Whether its publisher's signature was checked.
    pub signed: bool,
    /// When it was installed, in milliseconds since 1970-01-01 UTC.
    pub installed_ms: i64,
    file: String,
    /// The digest of its content, where it has one.
    pub(super) digest: Option<String>,
    /// The key with which it was signed, as one line.
    pub(super) key: Option<String>,
}

/// What installing came to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Installation {
    /// It was not there before.
    New,
    /// It took the place of that version.
    Updated {
        /// The version before.
        from: u32,
    },
    /// Just this was installed already; or a newer one than the app ships.
    Unchanged,
}

impl Library {
    /// Installs a bundle from a file, in place of an older version.
    ///
    /// `signature` is the text of the file's detached signature, `keys` are those of the publishers the app trusts.
    ///
    /// # Errors
    /// When the file is no sound bundle, not signed as its publisher signs, altered, or older than what is installed;
    /// when it would take the place of what the app ships without a signature of one whom the app trusts, or of anything
    /// else without any; when the disk is full. The library is then as it was.
    pub fn install(
        &mut self,
        file: &Path,
        signature: Option<&str>,
        keys: &[TrustedKey],
        now_ms: i64,
    ) -> Result<Installation, LibraryError> {
        self.bring_in(file, Warrant::File { signature, keys, consent: Consent::Unasked }, now_ms)
    }

    /// The same for a traveller who was shown what the file says of itself and what it would take the place of, and wants
    /// it: then it may take the place of a bundle that names the same publisher also where neither is signed.
    ///
    /// # Errors
    /// As with [`install`](Library::install).
    pub fn install_as_wanted(
        &mut self,
        file: &Path,
        signature: Option<&str>,
        keys: &[TrustedKey],
        now_ms: i64,
    ) -> Result<Installation, LibraryError> {
        self.bring_in(file, Warrant::File { signature, keys, consent: Consent::Given }, now_ms)
    }

    /// Installs the bundle that the app brings along, which needs no signature: the app was trusted when it was installed.
    ///
    /// It takes its place whoever holds it, but for a newer version that was shipped, too, or signed by the same
    /// publisher. From then on the bundle is the app's own: no other comes as a file without a signature of one whom
    /// the app trusts, also when it was removed.
    ///
    /// # Errors
    /// When the file is no sound bundle, or the disk is full. The library is then as it was.
    pub fn install_shipped(&mut self, file: &Path, now_ms: i64) -> Result<Installation, LibraryError> {
        self.bring_in(file, Warrant::Shipped, now_ms)
    }

    fn bring_in(&mut self, file: &Path, warrant: Warrant<'_>, now_ms: i64) -> Result<Installation, LibraryError> {
        // A first look, so that what is refused anyway is not copied.
        let offered = Bundle::open(file)?;
        let (manifest, digest) = (offered.manifest().clone(), offered.digest().map(str::to_owned));
        drop(offered);
        let refused = |reason| LibraryError::Refused { path: file.to_owned(), reason: Box::new(reason) };
        let installed = self.find_bundle(&manifest.id)?;
        let owner = self.ask(|connection| trust::owner(connection, &manifest.id))?;
        let offer = Offer { manifest: &manifest, digest: digest.as_deref(), warrant };
        let Some(claim) = offer.judge(installed.as_ref(), owner.as_ref()).map_err(refused)? else {
            return Ok(Installation::Unchanged);
        };
        if let Some(installed) = installed.as_ref().filter(|_| claim.is_met)
            && is_sound(&self.folder.bundles().join(&installed.file))
        {
            if let Some(heir) = claim.owner.filter(|heir| owner.as_ref() != Some(heir)) {
                self.change(|transaction| trust::keep_owner(transaction, &manifest.id, &heir))?;
            }
            return Ok(Installation::Unchanged);
        }
        let name = file_name(&manifest, now_ms, installed.as_ref());
        let target = self.folder.bundles().join(&name);
        let aside = Aside::beside(&target).map_err(|error| LibraryError::disk(&target, &error))?;
        let bytes = copy(file, aside.path(), claim.seal.as_ref())?;
        let copied = Bundle::open(aside.path()).and_then(|bundle| {
            bundle.verify()?;
            Ok(bundle)
        });
        let copied = copied.map_err(|error| BundleError { path: file.to_owned(), ..error })?;
        if *copied.manifest() != manifest {
            let changed = BundleError { path: file.to_owned(), problem: Problem::Changed };
            return Err(changed.into());
        }
        aside.sync().map_err(|error| LibraryError::disk(&target, &error))?;
        let row = InstalledBundle {
            bytes,
            signed: claim.seal.is_some(),
            installed_ms: now_ms,
            file: name,
            digest,
            key: claim.seal.map(|seal| seal.key().text().to_owned()),
            manifest,
        };
        let folder = self.folder.path().to_owned();
        let published = Cell::new(false);
        let take_away = || {
            if published.get() {
                let _ = fs::remove_file(&target);
            }
        };
        self.change_or(take_away, |transaction| {
            // Another process may have been quicker.
            let now = find(transaction, &row.manifest.id)?;
            if now.as_ref().map(|now| &now.file) != installed.as_ref().map(|installed| &installed.file) {
                return Err(LibraryError::Busy { folder: folder.clone() }.into());
            }
            put(transaction, &row)?;
            if let Some(owner) = &claim.owner {
                trust::keep_owner(transaction, &row.manifest.id, owner)?;
            }
            index(transaction, &row.manifest.id, &copied).map_err(|trouble| match trouble {
                Trouble::Told(LibraryError::Bundle(error)) => BundleError { path: file.to_owned(), ..*error }.into(),
                other => other,
            })?;
            // Windows gives no other name to a file that SQLite has open.
            drop(copied);
            published.set(true);
            aside.publish(&target).map_err(|error| LibraryError::disk(&target, &error))?;
            Ok(())
        })?;
        Ok(match installed {
            Some(old) => {
                // Should this fail, it is tidied away at the next opening.
                let _ = fs::remove_file(self.folder.bundles().join(&old.file));
                Installation::Updated { from: old.manifest.version }
            }
            None => Installation::New,
        })
    }

    /// Takes a bundle away. Recordings, notes, favourites and what was visited stay.
    ///
    /// # Errors
    /// When it is not installed.
    pub fn uninstall(&mut self, id: &BundleId) -> Result<(), LibraryError> {
        let file = self.change(|transaction| {
            let installed = find(transaction, id)?.ok_or_else(|| LibraryError::NoBundle(id.clone()))?;
            BUNDLE.remove(transaction, "id = ?1", [id.as_str()])?;
            search::forget(transaction, id)?;
            // Earlier versions did not write down whose it is when they installed it.
            if let (Some(key), None) = (installed.key, trust::owner(transaction, id)?) {
                let owner = Owner { publisher: installed.manifest.publisher, proof: Proof::Key(key) };
                trust::keep_owner(transaction, id, &owner)?;
            }
            Ok(installed.file)
        })?;
        // Should this fail, it is tidied away at the next opening.
        let _ = fs::remove_file(self.folder.bundles().join(file));
        Ok(())
    }

    /// The installed bundles, by their ids.
    ///
    /// # Errors
    /// When the database is damaged.
    pub fn bundles(&self) -> Result<Vec<InstalledBundle>, LibraryError> {
        self.rows(&BUNDLE, "ORDER BY id", [], |_, values| read(values))
    }

    /// Opens an installed bundle.
    ///
    /// # Errors
    /// When it is not installed, or its file is gone or damaged; installing it again mends that.
    pub fn bundle(&self, id: &BundleId) -> Result<Bundle, LibraryError> {
        let installed = self.find_bundle(id)?.ok_or_else(|| LibraryError::NoBundle(id.clone()))?;
        Ok(Bundle::reopen(&self.folder.bundles().join(installed.file))?)
    }

    /// A route of an installed bundle.
    ///
    /// # Errors
    /// When there is none, or its file is gone or damaged.
    pub fn route(&self, bundle: &BundleId, route: &RouteId) -> Result<Route, LibraryError> {
        Ok(self.bundle(bundle)?.route(route)?)
    }

    /// The installed bundle that has a route; of several the first.
    ///
    /// # Errors
    /// When none has it.
    pub fn bundle_of(&self, route: &RouteId) -> Result<BundleId, LibraryError> {
        for installed in self.bundles()? {
            let id = installed.manifest.id;
            if self.bundle(&id)?.routes()?.iter().any(|listed| listed.id == *route) {
                return Ok(id);
            }
        }
        Err(LibraryError::NoRoute(route.clone()))
    }

    fn find_bundle(&self, id: &BundleId) -> Result<Option<InstalledBundle>, LibraryError> {
        self.ask(|connection| find(connection, id))
    }
}

/// Makes searchable what is installed and cannot be found: after a salvage, or an update of the app that brought
/// searching.
pub(super) fn index_again(connection: &mut Connection, folder: &Path) -> Result<(), Trouble> {
    let mut missing = Vec::new();
    BUNDLE.each::<Trouble>(connection, "WHERE id NOT IN (SELECT id FROM search_bundle)", [], |_, values| {
        missing.extend(read(values));
        Ok(())
    })?;
    for installed in missing {
        // A bundle whose file is gone or damaged is told to whoever opens it.
        let Ok(bundle) = Bundle::reopen(&folder.join(&installed.file)) else { continue };
        let transaction = connection.transaction_with_behavior(TransactionBehavior::Immediate)?;
        match index(&transaction, &installed.manifest.id, &bundle) {
            Ok(()) => transaction.commit()?,
            Err(Trouble::Told(LibraryError::Bundle(_))) => transaction.rollback()?,
            Err(other) => return Err(other),
        }
    }
    Ok(())
}

/// Makes searchable what a traveller can look for in a bundle, some routes at a time.
fn index(connection: &Connection, id: &BundleId, bundle: &Bundle) -> Result<(), Trouble> {
    let Counts { routes, stages, stops, places, .. } = bundle.counts()?;
    let mut indexing = Indexing::begin(connection, id, routes + stages + stops + places)?;
    let mut routes = Vec::new();
    let mut weight = 0;
    for id in bundle.route_ids()? {
        let route = bundle.route(&id)?;
        weight += route.stops.len() * VERTICES_A_STOP + route.line.points().len();
        routes.push(route);
        if weight > MOST_AT_ONCE {
            indexing.add(&routes, &[])?;
            routes.clear();
            weight = 0;
        }
    }
    indexing.add(&routes, &[])?;
    Ok(indexing.add(&[], &bundle.places()?)?)
}

fn is_sound(file: &Path) -> bool {
    Bundle::open(file).and_then(|bundle| bundle.verify()).is_ok()
}

/// A name that the installed file does not have, which is removed once it is replaced.
fn file_name(manifest: &Manifest, now_ms: i64, installed: Option<&InstalledBundle>) -> String {
    let name = |stamp: i64| format!("{}-{}-{stamp:x}.gpkg", manifest.id, manifest.version);
    let first = name(now_ms);
    if installed.is_some_and(|installed| installed.file == first) { name(now_ms.wrapping_add(1)) } else { first }
}

/// Copies the file and checks its signature on the way. Says how long it is.
fn copy(from: &Path, to: &Path, seal: Option<&Seal>) -> Result<u64, LibraryError> {
    let reading = |error: std::io::Error| LibraryError::disk(from, &error);
    let writing = |error: std::io::Error| LibraryError::disk(to, &error);
    let refused = |reason| LibraryError::Refused { path: from.to_owned(), reason: Box::new(reason) };
    let mut verifier: Option<StreamVerifier<'_>> = seal.map(Seal::verifier).transpose().map_err(refused)?;
    let mut source = open_regular(from).map_err(reading)?;
    let mut copy = File::options().write(true).open(to).map_err(writing)?;
    let mut piece = vec![0; PIECE];
    let mut bytes = 0;
    loop {
        let read = source.read(&mut piece).map_err(reading)?;
        let Some(read) = piece.get(..read).filter(|read| !read.is_empty()) else { break };
        copy.write_all(read).map_err(writing)?;
        if let Some(verifier) = &mut verifier {
            verifier.update(read);
        }
        bytes += read.len() as u64;
    }
    if let Some((seal, verifier)) = seal.zip(verifier) {
        seal.judge(verifier).map_err(refused)?;
    }
    Ok(bytes)
}

fn find(connection: &Connection, id: &BundleId) -> Result<Option<InstalledBundle>, Trouble> {
    BUNDLE.one(connection, "id = ?1", [id.as_str()], |_, values| read(values))
}

pub(super) fn read(values: &[Value]) -> Option<InstalledBundle> {
    let [_, _, file, bytes, digest, key, installed_ms, manifest] = values else { return None };
    let key = key.text().map(str::to_owned);
    Some(InstalledBundle {
        manifest: read_kept_manifest(manifest.text()?).ok()?,
        bytes: u64::try_from(bytes.integer()?).ok()?,
        signed: key.is_some(),
        installed_ms: installed_ms.integer()?,
        file: file.text()?.to_owned(),
        digest: digest.text().map(str::to_owned),
        key,
    })
}

fn put(connection: &Connection, row: &InstalledBundle) -> Result<(), Trouble> {
    let id = row.manifest.id.as_str();
    let values = [
        Value::Text(id.to_owned()),
        Value::Integer(i64::from(row.manifest.version)),
        Value::Text(row.file.clone()),
        Value::Integer(i64::try_from(row.bytes).unwrap_or(i64::MAX)),
        text(row.digest.clone()),
        text(row.key.clone()),
        Value::Integer(row.installed_ms),
        Value::Text(write_manifest(&row.manifest).unwrap_or_default()),
    ];
    Ok(BUNDLE.upsert(connection, "id = ?1", [id], &values)?)
}

/// Lists the bundles that lie in the folder and are not listed: for a database that lost its list, and with it which of
/// them were signed.
pub(super) fn list_again(connection: &Connection, folder: &Path) -> Result<(), Trouble> {
    let disk = |error: std::io::Error| LibraryError::disk(folder, &error);
    for entry in fs::read_dir(folder).map_err(disk)? {
        let path = entry.map_err(disk)?.path();
        let Some(name) = path.file_name().and_then(|name| name.to_str()) else { continue };
        let Ok(bundle) = Bundle::open(&path) else { continue };
        if name.starts_with('.') || bundle.verify().is_err() {
            continue;
        }
        let manifest = bundle.manifest().clone();
        let newer = find(connection, &manifest.id)?.is_some_and(|there| there.manifest.version >= manifest.version);
        if !newer {
            let row = InstalledBundle {
                bytes: fs::metadata(&path).map_err(disk)?.len(),
                signed: false,
                installed_ms: 0,
                file: name.to_owned(),
                digest: bundle.digest().map(str::to_owned),
                key: None,
                manifest,
            };
            put(connection, &row)?;
        }
    }
    Ok(())
}
