//! Who may take whose place among the installed bundles.
//!
//! A bundle belongs to whoever published it here first. Nobody else takes its place, and not its name either once it
//! was signed or came with the app. A file that nobody signed may be anybody's, whatever publisher it names: where another
//! is installed it comes in only when the traveller, who was shown both, wants it so, or took the other away. How a
//! signature is checked is for `trust`; here it is only said whose is needed.

use super::bundles::InstalledBundle;
use super::trust::{Owner, Proof, Seal};
use super::{Distrust, TrustedKey};
use crate::model::Manifest;

/// The highest version that is taken where nothing is installed; days written as numbers, 20261123, are below it.
pub const MAX_VERSION: u32 = 99_999_999;
/// How far a version may be ahead of the one that is installed: so many versions nobody publishes between two
/// installations, and whoever counts by days is as far in ten years.
const MOST_VERSIONS_AHEAD: u32 = 100_000;

/// What speaks for a bundle that comes in.
#[derive(Clone, Copy)]
pub(super) enum Warrant<'a> {
    /// The signature beside it, and the keys of the publishers that the app trusts.
    File { signature: Option<&'a str>, keys: &'a [TrustedKey], consent: Consent },
    /// The app brings it along.
    Shipped,
}

/// Whether the traveller wants a file in the place of what is installed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Consent {
    /// Nobody asked.
    Unasked,
    /// They were shown both, and want it.
    Given,
}

/// A bundle that wants to come in.
pub(super) struct Offer<'a> {
    pub manifest: &'a Manifest,
    pub digest: Option<&'a str>,
    pub warrant: Warrant<'a>,
}

/// By which right a bundle comes in.
pub(super) struct Claim {
    /// What its file has to stand.
    pub seal: Option<Seal>,
    /// Whose it is from then on.
    pub owner: Option<Owner>,
    /// Whether just this is listed already.
    pub is_met: bool,
}

impl Offer<'_> {
    /// Whether it may come in; nothing where what is there stays without anybody being to blame.
    pub fn judge(&self, installed: Option<&InstalledBundle>, owner: Option<&Owner>) -> Result<Option<Claim>, Distrust> {
        // Nobody can say of others that they are what they call themselves.
        let is_vouched_for = |installed: &InstalledBundle| {
            installed.key.is_some() || owner.is_some_and(|owner| owner.publisher == installed.manifest.publisher)
        };
        match self.warrant {
            Warrant::File { signature, keys, consent } => {
                let seal = self.seal(installed, owner, signature, keys)?;
                // Whoever signs takes their place back from such, whatever version those gave themselves.
                if seal.is_none() || installed.is_none_or(is_vouched_for) {
                    self.judge_version(installed)?;
                }
                if seal.is_none() && consent == Consent::Unasked && !self.is_shipped(owner) {
                    self.judge_unsigned(installed)?;
                }
                let key = seal.as_ref().map(|seal| seal.key().text());
                let is_met = installed.is_some_and(|installed| {
                    installed.manifest.version == self.manifest.version && installed.key.as_deref() == key
                });
                let owner = key
                    .map(|key| Owner { publisher: self.manifest.publisher.clone(), proof: Proof::Key(key.to_owned()) });
                Ok(Some(Claim { seal, owner, is_met }))
            }
            Warrant::Shipped => {
                let ours = installed.filter(|installed| installed.manifest.publisher == self.manifest.publisher);
                let is_newer = |installed: &InstalledBundle| installed.manifest.version > self.manifest.version;
                if ours.is_some_and(|ours| is_newer(ours) && is_vouched_for(ours)) {
                    return Ok(None);
                }
                Ok(Some(Claim {
                    seal: None,
                    owner: Some(self.shipped_owner(ours, owner)),
                    // Without a digest two contents look alike.
                    is_met: ours.is_some_and(|ours| self.digest.is_some() && self.is_content_of(ours)),
                }))
            }
        }
    }

    /// Whose the bundle is once the app shipped it; the key that its publisher signed with before stays theirs.
    fn shipped_owner(&self, ours: Option<&InstalledBundle>, owner: Option<&Owner>) -> Owner {
        let publisher = &self.manifest.publisher;
        let remembered = owner.filter(|owner| owner.publisher == *publisher).and_then(Owner::key);
        let proof = match remembered.or(ours.and_then(|ours| ours.key.as_deref())) {
            Some(key) => Proof::Key(key.to_owned()),
            None => Proof::Shipped(self.digest.map(str::to_owned)),
        };
        Owner { publisher: publisher.clone(), proof }
    }

    /// The signature that this bundle needs.
    fn seal(
        &self,
        installed: Option<&InstalledBundle>,
        owner: Option<&Owner>,
        signature: Option<&str>,
        keys: &[TrustedKey],
    ) -> Result<Option<Seal>, Distrust> {
        let is_known = |publisher: &str| keys.iter().any(|key| key.publisher() == publisher);
        let (bundle, publisher) = (&self.manifest.id, self.manifest.publisher.as_str());
        let their_key = owner.filter(|owner| owner.publisher == publisher).and_then(Owner::key);
        let key = match (installed, owner) {
            // The app's own, whether it is there or not. Only the same bundle may come as a file, too.
            (_, Some(Owner { publisher: shipped, proof: Proof::Shipped(_) }))
                if !is_known(publisher) && !self.is_shipped(owner) =>
            {
                return Err(Distrust::Shipped {
                    bundle: bundle.clone(),
                    publisher: shipped.clone(),
                    offered: publisher.to_owned(),
                });
            }
            (Some(installed), _) if installed.manifest.publisher == publisher => installed.key.as_deref().or(their_key),
            // One whom the app trusts, and who signs, takes the place of one who did neither.
            (Some(installed), _)
                if installed.key.is_none() && is_known(publisher) && !is_known(&installed.manifest.publisher) =>
            {
                None
            }
            (installed, owner) => {
                // What the app says now goes before what was signed once.
                if let Some(holder) = holder(installed, owner).filter(|holder| *holder != publisher)
                    && !is_known(publisher)
                {
                    return Err(Distrust::Reserved {
                        bundle: bundle.clone(),
                        publisher: holder.to_owned(),
                        offered: publisher.to_owned(),
                    });
                }
                let Some(installed) = installed else { return Seal::needed(publisher, their_key, signature, keys) };
                // That it would come in without the other is said only where it would.
                Seal::needed(publisher, their_key, signature, keys)?;
                self.judge_version(None)?;
                return Err(Distrust::OtherPublisher {
                    bundle: bundle.clone(),
                    installed: installed.manifest.publisher.clone(),
                    offered: publisher.to_owned(),
                });
            }
        };
        Seal::needed(publisher, key, signature, keys)
    }

    /// Whether it is the very one that the app shipped.
    fn is_shipped(&self, owner: Option<&Owner>) -> bool {
        match owner.map(|owner| &owner.proof) {
            Some(Proof::Shipped(digest)) => digest.is_some() && digest.as_deref() == self.digest,
            _ => false,
        }
    }

    /// What nobody signed takes the place of nothing but itself.
    fn judge_unsigned(&self, installed: Option<&InstalledBundle>) -> Result<(), Distrust> {
        match installed.filter(|installed| !self.is_content_of(installed)) {
            Some(installed) => Err(Distrust::Unproven {
                bundle: self.manifest.id.clone(),
                publisher: self.manifest.publisher.clone(),
                offered: self.manifest.version,
                installed: installed.manifest.version,
            }),
            None => Ok(()),
        }
    }

    fn judge_version(&self, installed: Option<&InstalledBundle>) -> Result<(), Distrust> {
        let (bundle, version) = (self.manifest.id.clone(), self.manifest.version);
        let most =
            installed.map_or(MAX_VERSION, |installed| installed.manifest.version.saturating_add(MOST_VERSIONS_AHEAD));
        if version > most {
            return Err(Distrust::FarAhead { bundle, offered: version, most });
        }
        match installed {
            Some(InstalledBundle { manifest, .. }) if version < manifest.version => {
                Err(Distrust::Older { bundle, offered: version, installed: manifest.version })
            }
            Some(installed) if version == installed.manifest.version && !self.is_content_of(installed) => {
                Err(Distrust::SameVersion { bundle, version })
            }
            _ => Ok(()),
        }
    }

    fn is_content_of(&self, installed: &InstalledBundle) -> bool {
        self.digest == installed.digest.as_deref() && *self.manifest == installed.manifest
    }
}

/// Who has the name, since what they published here was signed or came with the app.
fn holder<'h>(installed: Option<&'h InstalledBundle>, owner: Option<&'h Owner>) -> Option<&'h str> {
    let signer = installed.filter(|installed| installed.key.is_some());
    owner.map(|owner| &*owner.publisher).or(signer.map(|signer| &*signer.manifest.publisher))
}
