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
use super::search;
use super::trust::{self, Owner, Seal};
use super::{Distrust, Library, LibraryError, Trouble, TrustedKey};
use crate::bundle::{Bundle, BundleError, Problem, read_kept_manifest, write_manifest};
use crate::files::{Aside, open_regular};
use crate::model::{BundleId, Manifest, Place, Route, RouteId};

/// How much is copied at once.
const PIECE: usize = 256 << 10;

/// The highest version that is taken where nothing is installed; days written as numbers, 20261123, are below it.
pub const MAX_VERSION: u32 = 99_999_999;
/// How far a version may be ahead of the one that is installed: so many versions nobody publishes between two
/// installations, and whoever counts by days is as far in a hundred years.
const MOST_VERSIONS_AHEAD: u32 = 1_000_000;

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
    digest: Option<String>,
    key: Option<String>,
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
    /// Just this was installed already.
    Unchanged,
}

impl Library {
    /// Installs a bundle from a file, in place of an older version.
    ///
    /// `signature` is the text of the file's detached signature, `keys` are those of the publishers the app trusts.
    ///
    /// # Errors
    /// When the file is no sound bundle, not signed as its publisher signs, altered, or older than what is installed;
    /// when the disk is full. The library is then as it was.
    pub fn install(
        &mut self,
        file: &Path,
        signature: Option<&str>,
        keys: &[TrustedKey],
        now_ms: i64,
    ) -> Result<Installation, LibraryError> {
        // A first look, so that what is refused anyway is not copied.
        let offered = Bundle::open(file)?;
        let (manifest, digest) = (offered.manifest().clone(), offered.digest().map(str::to_owned));
        drop(offered);
        let refused = |reason| LibraryError::Refused { path: file.to_owned(), reason: Box::new(reason) };
        let installed = self.find_bundle(&manifest.id)?;
        let owner = self.ask(|connection| trust::owner(connection, &manifest.id))?;
        let seal = seal(&manifest, installed.as_ref(), owner.as_ref(), signature, keys).map_err(refused)?;
        // Whoever signs takes their place back from one who did not, whatever version that one gave itself.
        let unsigned = installed.as_ref().is_some_and(|installed| installed.key.is_none());
        if seal.is_none() || !unsigned {
            judge_version(&manifest, digest.as_deref(), installed.as_ref()).map_err(refused)?;
        }
        if let Some(installed) = &installed {
            let same = manifest.version == installed.manifest.version;
            let as_signed = installed.key.as_deref() == seal.as_ref().map(|seal| seal.key().text());
            if same && as_signed && is_sound(&self.folder.bundles().join(&installed.file)) {
                return Ok(Installation::Unchanged);
            }
        }
        let name = file_name(&manifest, now_ms, installed.as_ref());
        let target = self.folder.bundles().join(&name);
        let aside = Aside::beside(&target).map_err(|error| LibraryError::disk(&target, &error))?;
        let bytes = copy(file, aside.path(), seal.as_ref())?;
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
        let (routes, places) = searched(&copied).map_err(|error| BundleError { path: file.to_owned(), ..error })?;
        let row = InstalledBundle {
            bytes,
            signed: seal.is_some(),
            installed_ms: now_ms,
            file: name,
            digest,
            key: seal.map(|seal| seal.key().text().to_owned()),
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
            if let Some(key) = &row.key {
                trust::keep_owner(transaction, &row.manifest.id, &row.manifest.publisher, key)?;
            }
            search::index(transaction, &row.manifest.id, &routes, &places)?;
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
        let bundle = Bundle::reopen(&folder.join(&installed.file));
        let Ok((routes, places)) = bundle.and_then(|bundle| searched(&bundle)) else { continue };
        let transaction = connection.transaction_with_behavior(TransactionBehavior::Immediate)?;
        search::index(&transaction, &installed.manifest.id, &routes, &places)?;
        transaction.commit()?;
    }
    Ok(())
}

/// What a traveller can look for in a bundle.
fn searched(bundle: &Bundle) -> Result<(Vec<Route>, Vec<Place>), BundleError> {
    let routes = bundle.routes()?.iter().map(|listed| bundle.route(&listed.id)).collect::<Result<_, _>>()?;
    Ok((routes, bundle.places()?))
}

/// The signature that this bundle needs. A bundle belongs to whoever published it here first: nobody else takes its
/// place, and not its name either once it was signed.
fn seal(
    offered: &Manifest,
    installed: Option<&InstalledBundle>,
    owner: Option<&Owner>,
    signature: Option<&str>,
    keys: &[TrustedKey],
) -> Result<Option<Seal>, Distrust> {
    let is_known = |publisher: &str| keys.iter().any(|key| key.publisher() == publisher);
    let publisher = offered.publisher.as_str();
    let key = match (installed, owner) {
        (Some(installed), _) if installed.manifest.publisher == publisher => installed
            .key
            .as_deref()
            .or(owner.filter(|owner| owner.publisher == publisher).map(|owner| owner.key.as_str())),
        // One whom the app trusts, and who signs, takes the place of one who did neither.
        (Some(installed), _)
            if installed.key.is_none() && is_known(publisher) && !is_known(&installed.manifest.publisher) =>
        {
            None
        }
        (Some(installed), _) => {
            return Err(Distrust::OtherPublisher {
                bundle: offered.id.clone(),
                installed: installed.manifest.publisher.clone(),
                offered: publisher.to_owned(),
            });
        }
        // What the app says now goes before what was signed once.
        (None, Some(owner)) if owner.publisher != publisher && !is_known(publisher) => {
            return Err(Distrust::Reserved {
                bundle: offered.id.clone(),
                publisher: owner.publisher.clone(),
                offered: publisher.to_owned(),
            });
        }
        (None, owner) => owner.filter(|owner| owner.publisher == publisher).map(|owner| owner.key.as_str()),
    };
    Seal::needed(publisher, key, signature, keys)
}

fn judge_version(
    offered: &Manifest,
    digest: Option<&str>,
    installed: Option<&InstalledBundle>,
) -> Result<(), Distrust> {
    let (bundle, version) = (offered.id.clone(), offered.version);
    let most =
        installed.map_or(MAX_VERSION, |installed| installed.manifest.version.saturating_add(MOST_VERSIONS_AHEAD));
    if version > most {
        return Err(Distrust::FarAhead { bundle, offered: version, most });
    }
    match installed {
        Some(InstalledBundle { manifest, .. }) if version < manifest.version => {
            Err(Distrust::Older { bundle, offered: version, installed: manifest.version })
        }
        Some(InstalledBundle { manifest, digest: before, .. })
            if version == manifest.version && (digest != before.as_deref() || offered != manifest) =>
        {
            Err(Distrust::SameVersion { bundle, version })
        }
        _ => Ok(()),
    }
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

fn read(values: &[Value]) -> Option<InstalledBundle> {
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
