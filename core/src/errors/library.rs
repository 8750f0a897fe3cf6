//! What is told of the library's errors.

use std::path::Path;

use super::codes::Code;
use super::told::Told;
use super::{bundle, gpx};
use crate::gpx::NoLine;
use crate::library::{Distrust, LibraryError};

pub(super) fn told(error: &LibraryError) -> Told {
    match error {
        LibraryError::Newer { folder: _, found, known } => {
            Told::of(Code::LibraryNewer).with("found", *found).with("most", *known)
        }
        LibraryError::NotALibrary { folder } => Told::of(Code::NotALibrary).file(folder),
        LibraryError::Busy { folder: _ } => Told::of(Code::LibraryBusy),
        LibraryError::Full { path: _ } => Told::of(Code::DiskFull),
        LibraryError::Disk { path, reason: _ } => Told::of(Code::DiskFailed).file(path),
        LibraryError::Damaged { folder: _ } => Told::of(Code::LibraryDamaged),
        LibraryError::Bundle(error) => bundle::told(error),
        LibraryError::Refused { path, reason } => distrust(reason).file(path),
        LibraryError::Key(_) => Told::of(Code::TrustKey),
        LibraryError::NoBundle(id) => Told::of(Code::NoBundle).named("bundle", id.as_str()),
        LibraryError::NoRoute(id) => Told::of(Code::NoRoute).named("route", id.as_str()),
        LibraryError::NoRecording(id) => Told::of(Code::NoRecording).with("recording", id.number()),
        LibraryError::StillOpen(id) => Told::of(Code::RecordingStillOpen).with("recording", id.number()),
        LibraryError::NotNow { id, state, asked: _ } => {
            Told::of(Code::RecordingNotNow).with("recording", id.number()).with("state", state.name())
        }
        LibraryError::Gpx { path, reason } => gpx::told(reason).file(path),
        LibraryError::NothingToFollow { path, reason: NoLine } => Told::of(Code::NothingToFollow).file(path),
        LibraryError::OnlyWaypoints { path, count: _ } => Told::of(Code::OnlyWaypoints).file(path),
        LibraryError::NoTracks { path, holds } if holds.is_kml() => Told::of(Code::GpxOtherFormat).file(path),
        LibraryError::NoTracks { path, holds } if holds.is_packed() => Told::of(Code::GpxPacked).file(path),
        LibraryError::NoTracks { path, holds: _ } => Told::of(Code::NoTracks).file(path),
        LibraryError::TooLarge { path, most: _ } => Told::of(Code::GpxTooLarge).file(path),
        LibraryError::NoLine { id, reason: _ } => Told::of(Code::RecordingNoLine).with("recording", id.number()),
        LibraryError::Archive { path, reason: _ } => Told::of(Code::Archive).file(archive(path)),
        LibraryError::Value(_) => Told::of(Code::Value),
    }
}

fn distrust(reason: &Distrust) -> Told {
    match reason {
        Distrust::Unsigned { publisher } => Told::of(Code::TrustUnsigned).named("publisher", publisher),
        Distrust::Signature(_) => Told::of(Code::TrustSignature),
        Distrust::WrongKey { publisher } => Told::of(Code::TrustWrongKey).named("publisher", publisher),
        Distrust::Altered { publisher } => Told::of(Code::TrustAltered).named("publisher", publisher),
        Distrust::Older { bundle, offered, installed } => Told::of(Code::TrustOlder)
            .named("bundle", bundle.as_str())
            .with("offered", *offered)
            .with("installed", *installed),
        Distrust::SameVersion { bundle, version } => {
            Told::of(Code::TrustSameVersion).named("bundle", bundle.as_str()).with("version", *version)
        }
        Distrust::OtherPublisher { bundle, installed, offered } => Told::of(Code::TrustOtherPublisher)
            .named("bundle", bundle.as_str())
            .named("installed", installed)
            .named("offered", offered),
        Distrust::Reserved { bundle, publisher, offered } => Told::of(Code::TrustReserved)
            .named("bundle", bundle.as_str())
            .named("publisher", publisher)
            .named("offered", offered),
        Distrust::Shipped { bundle, publisher, offered } => Told::of(Code::TrustShipped)
            .named("bundle", bundle.as_str())
            .named("publisher", publisher)
            .named("offered", offered),
        Distrust::Unproven { bundle, publisher, offered, installed } => Told::of(Code::TrustUnproven)
            .named("bundle", bundle.as_str())
            .named("publisher", publisher)
            .with("offered", *offered)
            .with("installed", *installed),
        Distrust::FarAhead { bundle, offered, most } => {
            Told::of(Code::TrustFarAhead).named("bundle", bundle.as_str()).with("offered", *offered).with("most", *most)
        }
    }
}

/// The archive itself, where the path is that of a file in it: the traveller has only seen the archive.
fn archive(path: &Path) -> &Path {
    let is_zip = |path: &&Path| path.extension().is_some_and(|ending| ending.eq_ignore_ascii_case("zip"));
    path.ancestors().find(is_zip).unwrap_or(path)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Language;

    #[test]
    fn what_is_missing_in_an_archive_is_told_by_the_archive() {
        let told =
            |path: &str| told(&LibraryError::Archive { path: path.into(), reason: String::new() }).text(Language::EN);
        assert!(told("/tmp/Rides.ZIP/library.json").starts_with("The file “Rides.ZIP”"));
        assert!(told("/tmp/rides.bin").starts_with("The file “rides.bin”"));
    }
}
