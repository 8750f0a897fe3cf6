//! Bundles in the library: `install`, `uninstall`, `list`.

use std::io::{self, ErrorKind, Read};
use std::path::{Path, PathBuf};

use route_guide_core::bundle::Bundle;
use route_guide_core::files::open_regular;
use route_guide_core::gpx::format_time;
use route_guide_core::library::{Installation, InstalledBundle, Library, TrustedKey};
use route_guide_core::model::{BundleId, Language};
use serde::Serialize;

use super::now_ms;
use crate::failure::Failure;
use crate::output;

/// Signatures and keys have some hundred bytes.
const LONGEST_SIGNATURE: u64 = 64 << 10;

/// Installs a bundle; with a key it must be signed with it. What is not signed takes the place of another only when that
/// is asked for.
///
/// # Errors
/// When the bundle is refused, or the disk says no.
pub fn install(library: &mut Library, bundle: &Path, key: Option<&Path>, replace: bool) -> Result<(), Failure> {
    let offered = Bundle::open(bundle).map_err(Failure::work)?;
    let manifest = offered.manifest();
    let keys = match key {
        None => Vec::new(),
        Some(path) => {
            let text = read_small(path).map_err(|error| output::cannot("read", path, &error))?;
            let key = TrustedKey::new(&manifest.publisher, &text);
            vec![key.map_err(|wrong| Failure::Work(format!("{}: {wrong}", path.display())))?]
        }
    };
    let signature = signature_beside(bundle)?;
    let install = if replace { Library::install_as_wanted } else { Library::install };
    let installation = install(library, bundle, signature.as_deref(), &keys, now_ms()).map_err(Failure::work)?;
    let name = format!("{} {}", manifest.id, manifest.version);
    let done = match installation {
        Installation::New => format!("{name} is installed"),
        Installation::Updated { from } => format!("{name} is installed in place of version {from}"),
        Installation::Unchanged => format!("{name} was installed already"),
    };
    let known = library.bundles().map_err(Failure::work)?.into_iter().find(|known| known.manifest.id == manifest.id);
    let signed = signed(known.is_some_and(|known| known.signed));
    output::line(format!("{done}; published by {}, {signed}", manifest.publisher));
    Ok(())
}

fn signed(signed: bool) -> &'static str {
    if signed { "signed" } else { "not signed" }
}

/// The signature beside a file, where there is one.
fn signature_beside(bundle: &Path) -> Result<Option<String>, Failure> {
    let path = name_of_signature(bundle);
    match read_small(&path) {
        Ok(signature) => Ok(Some(signature)),
        Err(error) if error.kind() == ErrorKind::NotFound => Ok(None),
        // What is no text is no signature; core says so.
        Err(error) if error.kind() == ErrorKind::InvalidData => Ok(Some(String::new())),
        Err(error) => Err(output::cannot("read", &path, &error)),
    }
}

/// Where the signature of a bundle lies.
pub fn name_of_signature(bundle: &Path) -> PathBuf {
    let mut name = bundle.as_os_str().to_owned();
    name.push(".minisig");
    PathBuf::from(name)
}

/// The text of a file that has a few lines.
fn read_small(path: &Path) -> io::Result<String> {
    let mut text = String::new();
    open_regular(path)?.take(LONGEST_SIGNATURE).read_to_string(&mut text)?;
    Ok(text)
}

/// Takes a bundle away.
///
/// # Errors
/// When it is not installed.
pub fn uninstall(library: &mut Library, id: &str) -> Result<(), Failure> {
    let id = BundleId::new(id).map_err(|wrong| Failure::Call(wrong.to_string()))?;
    library.uninstall(&id).map_err(Failure::work)?;
    output::line(format!("{id} is gone; recordings, notes and what was visited stay"));
    Ok(())
}

/// Lists the installed bundles.
///
/// # Errors
/// When the library cannot be read.
pub fn list(library: &Library, language: Language, json: bool) -> Result<(), Failure> {
    for installed in library.bundles().map_err(Failure::work)? {
        let manifest = &installed.manifest;
        if json {
            output::json_line(&Line::of(&installed, language))?;
            continue;
        }
        output::line(format!(
            "{} {}  {} ({:.1} MB, published {} by {}, {})",
            manifest.id,
            manifest.version,
            manifest.name.in_language(language),
            installed.bytes as f64 / 1e6,
            manifest.published,
            manifest.publisher,
            signed(installed.signed)
        ));
        for attribution in &manifest.attributions {
            output::line(format!("  {} ({}): {}", attribution.text, attribution.licence, attribution.what));
        }
    }
    Ok(())
}

#[derive(Serialize)]
struct Line<'i> {
    id: &'i str,
    version: u32,
    name: &'i str,
    publisher: &'i str,
    published: &'i str,
    installed: Option<String>,
    bytes: u64,
    signed: bool,
    languages: Vec<&'i str>,
    attributions: Vec<&'i str>,
}

impl<'i> Line<'i> {
    fn of(installed: &'i InstalledBundle, language: Language) -> Line<'i> {
        let manifest = &installed.manifest;
        Line {
            id: manifest.id.as_str(),
            version: manifest.version,
            name: manifest.name.in_language(language),
            publisher: &manifest.publisher,
            published: &manifest.published,
            installed: format_time(installed.installed_ms),
            bytes: installed.bytes,
            signed: installed.signed,
            languages: manifest.languages.iter().map(Language::code).collect(),
            attributions: manifest.attributions.iter().map(|attribution| attribution.text.as_str()).collect(),
        }
    }
}
