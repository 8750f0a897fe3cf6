//! Whose bundles are trusted: the publishers' public keys, which the app hands in, and the signatures beside bundles.
//!
//! Signatures are minisign's (Ed25519 over BLAKE2b-512), detached, in a file beside the bundle. A publisher whose key
//! is known must sign; what was installed signed is only replaced by what is signed with the same key. Whose a bundle
//! was that was signed, or that the app shipped, is remembered when it goes: its name is theirs.

use minisign_verify::{Error, PublicKey, Signature, StreamVerifier};

use rusqlite::Connection;
use rusqlite::types::Value;

use super::sealed::{Read as _, SETTING};
use super::{Distrust, LibraryError, Trouble};
use crate::model::BundleId;

/// A publisher and the key with which they sign.
#[derive(Debug, Clone)]
pub struct TrustedKey {
    publisher: String,
    text: String,
    key: PublicKey,
}

impl TrustedKey {
    /// The key of that publisher, as minisign writes it: the whole file or its second line.
    ///
    /// # Errors
    /// When it is no public key.
    pub fn new(publisher: &str, key: &str) -> Result<TrustedKey, LibraryError> {
        let line = key.lines().map(str::trim).rfind(|line| !line.is_empty()).unwrap_or("");
        let none = |_| LibraryError::Key(line.to_owned());
        let key = PublicKey::from_base64(line).map_err(none)?;
        Ok(TrustedKey { publisher: publisher.to_owned(), text: line.to_owned(), key })
    }

    /// Whose it is.
    #[must_use]
    pub fn publisher(&self) -> &str {
        &self.publisher
    }

    /// The key as one line.
    pub(super) fn text(&self) -> &str {
        &self.text
    }
}

/// What an installation is judged by.
pub(super) struct Seal {
    key: TrustedKey,
    signature: Signature,
}

impl Seal {
    /// The key and the signature that a bundle of this publisher needs; `None` where it needs none.
    ///
    /// `installed` is the key with which the installed version was signed.
    pub fn needed(
        publisher: &str,
        installed: Option<&str>,
        signature: Option<&str>,
        keys: &[TrustedKey],
    ) -> Result<Option<Seal>, Distrust> {
        let mut known: Vec<TrustedKey> = keys.iter().filter(|key| key.publisher == publisher).cloned().collect();
        // What the app says now goes before what was true at the last installation: publishers change keys.
        if known.is_empty() {
            known.extend(installed.and_then(|text| TrustedKey::new(publisher, text).ok()));
        }
        if known.is_empty() {
            return Ok(None);
        }
        let unsigned = || Distrust::Unsigned { publisher: publisher.to_owned() };
        let signature = Signature::decode(signature.ok_or_else(unsigned)?);
        let signature = signature.map_err(|error| Distrust::Signature(error.to_string()))?;
        // While a publisher changes keys there are two of them; the signature says with which it was made.
        let mut wrong = Distrust::WrongKey { publisher: publisher.to_owned() };
        for key in known {
            let seal = Seal { key, signature: signature.clone() };
            match seal.verifier() {
                Ok(_) => return Ok(Some(seal)),
                Err(reason) => wrong = reason,
            }
        }
        Err(wrong)
    }

    /// The key.
    pub fn key(&self) -> &TrustedKey {
        &self.key
    }

    /// Takes the file's bytes and judges them.
    pub fn verifier(&self) -> Result<StreamVerifier<'_>, Distrust> {
        self.key.key.verify_stream(&self.signature).map_err(|error| match error {
            Error::UnexpectedKeyId => Distrust::WrongKey { publisher: self.key.publisher.clone() },
            error => Distrust::Signature(error.to_string()),
        })
    }

    /// The verdict on the bytes taken.
    pub fn judge(&self, mut verifier: StreamVerifier<'_>) -> Result<(), Distrust> {
        verifier.finalize().map_err(|_| Distrust::Altered { publisher: self.key.publisher.clone() })
    }
}

/// What settings are called that are no settings, but say whose a bundle is; the bundle's id follows.
pub(super) const OWNER: &str = "owner-of/";

/// Whose a bundle is, since it was installed signed or came with the app.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Owner {
    pub publisher: String,
    /// What shows that a bundle is theirs.
    pub proof: Proof,
}

/// What shows whose a bundle is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Proof {
    /// The key they signed with, as one line.
    Key(String),
    /// The digest of what the app shipped, which is none for a bundle of format 1.0.
    Shipped(Option<String>),
}

impl Owner {
    /// The key they signed with.
    pub fn key(&self) -> Option<&str> {
        match &self.proof {
            Proof::Key(key) => Some(key),
            Proof::Shipped(_) => None,
        }
    }

    pub(super) fn read(values: &[Value]) -> Option<Owner> {
        let [_, value] = values else { return None };
        let (proof, publisher) = value.text()?.split_once('\n')?;
        let proof = match proof.strip_prefix(SHIPPED) {
            Some(digest) => Proof::Shipped(Some(digest.to_owned()).filter(|digest| !digest.is_empty())),
            None => Proof::Key(proof.to_owned()),
        };
        Some(Owner { publisher: publisher.to_owned(), proof })
    }
}

/// How a digest is told from a key where either is kept.
const SHIPPED: &str = "shipped ";

/// Whose bundle is installed under this id, or was.
pub(super) fn owner(connection: &Connection, id: &BundleId) -> Result<Option<Owner>, Trouble> {
    SETTING.one(connection, "name = ?1", [setting(id)], |_, values| Owner::read(values))
}

/// Remembers whose it is.
pub(super) fn keep_owner(connection: &Connection, id: &BundleId, owner: &Owner) -> Result<(), Trouble> {
    let name = setting(id);
    let proof = match &owner.proof {
        Proof::Key(key) => key.clone(),
        Proof::Shipped(digest) => format!("{SHIPPED}{}", digest.as_deref().unwrap_or_default()),
    };
    // The proof first: it is one line, which of a publisher's name nobody knows.
    let values = [Value::Text(name.clone()), Value::Text(format!("{proof}\n{}", owner.publisher))];
    Ok(SETTING.upsert(connection, "name = ?1", [name], &values)?)
}

fn setting(id: &BundleId) -> String {
    format!("{OWNER}{id}")
}
