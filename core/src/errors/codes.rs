//! The codes by which programs and support know what went wrong, and what can be done about each.
//!
//! A code is added, never changed: apps and mails of support name it for years.

use crate::model::named::named;

named!(
    /// What a shell can do about it.
    Kind {
        /// A file or value that was handed in is at fault: choose another.
        Input = "input",
        /// A bundle that must not be trusted, or would take the place of a newer one: do not install it.
        Untrusted = "untrusted",
        /// There is no such bundle, route, place, recording or picture: read the list anew.
        NotFound = "not-found",
        /// The recording is in another state: show which.
        NotNow = "not-now",
        /// The disk is full: offer to tidy up.
        Full = "full",
        /// The disk said no.
        Disk = "disk",
        /// Somebody else is at it: try again.
        Busy = "busy",
        /// A newer version of the app wrote it: lead to the update.
        Newer = "newer",
        /// The library is damaged: open it again, which salvages it.
        Damaged = "damaged",
        /// The object was closed: open it again.
        Closed = "closed",
        /// Our fault: offer to send the report.
        Internal = "internal",
    }
);

/// The codes in the order of their names; the text of each is the message of its name with hyphens for dots.
macro_rules! codes {
    ($($code:ident = $name:literal, $kind:ident;)+) => {
        /// What went wrong.
        #[derive(Debug, Clone, Copy, PartialEq, Eq)]
        pub(super) enum Code {
            $($code,)+
        }

        /// Every code with its kind, sorted.
        pub const CODES: &[(&str, Kind)] = &[$(($name, Kind::$kind),)+];

        impl Code {
            pub(super) fn name(self) -> &'static str {
                match self {
                    $(Code::$code => $name,)+
                }
            }

            pub(super) fn kind(self) -> Kind {
                match self {
                    $(Code::$code => Kind::$kind,)+
                }
            }
        }
    };
}

codes!(
    Archive = "archive", Input;
    Argument = "argument", Input;
    Broken = "broken", Internal;
    BundleAltered = "bundle.altered", Untrusted;
    BundleDamaged = "bundle.damaged", Input;
    BundleForeign = "bundle.foreign", Untrusted;
    BundleIncomplete = "bundle.incomplete", Input;
    BundleMissing = "bundle.missing", NotFound;
    BundleNewer = "bundle.newer", Newer;
    BundleNoPicture = "bundle.no-picture", NotFound;
    BundleNoPlace = "bundle.no-place", NotFound;
    BundleNoRoute = "bundle.no-route", NotFound;
    NotABundle = "bundle.not-a-bundle", Input;
    BundleOpenElsewhere = "bundle.open-elsewhere", Input;
    BundleTooLarge = "bundle.too-large", Input;
    Closed = "closed", Closed;
    DiskFailed = "disk.failed", Disk;
    DiskFull = "disk.full", Full;
    ExportDetail = "export.detail", Input;
    ExportNoLength = "export.no-length", Input;
    ExportNoRoute = "export.no-route", Input;
    ExportNoStage = "export.no-stage", NotFound;
    ExportOneRoute = "export.one-route", Input;
    GpxBroken = "gpx.broken", Input;
    GpxCutOff = "gpx.cut-off", Input;
    GpxEmpty = "gpx.empty", Input;
    GpxEncoding = "gpx.encoding", Input;
    NoTracks = "gpx.none-inside", Input;
    NothingToFollow = "gpx.nothing-to-follow", Input;
    OnlyWaypoints = "gpx.only-waypoints", Input;
    GpxOtherFormat = "gpx.other-format", Input;
    GpxPacked = "gpx.packed", Input;
    GpxPosition = "gpx.position", Input;
    GpxTooLarge = "gpx.too-large", Input;
    Internal = "internal", Internal;
    LibraryBusy = "library.busy", Busy;
    LibraryDamaged = "library.damaged", Damaged;
    LibraryNewer = "library.newer", Newer;
    NotALibrary = "library.not-a-library", Input;
    NoBundle = "not-found.bundle", NotFound;
    NoRecording = "not-found.recording", NotFound;
    NoRoute = "not-found.route", NotFound;
    RecordingNoLine = "recording.no-line", Input;
    RecordingNotNow = "recording.not-now", NotNow;
    RecordingStillOpen = "recording.still-open", NotNow;
    TrustAltered = "trust.altered", Untrusted;
    TrustFarAhead = "trust.far-ahead", Untrusted;
    TrustKey = "trust.key", Input;
    TrustOlder = "trust.older", Untrusted;
    TrustOtherPublisher = "trust.other-publisher", Untrusted;
    TrustReserved = "trust.reserved", Untrusted;
    TrustSameVersion = "trust.same-version", Untrusted;
    TrustShipped = "trust.shipped", Untrusted;
    TrustSignature = "trust.signature", Untrusted;
    TrustUnproven = "trust.unproven", Untrusted;
    TrustUnsigned = "trust.unsigned", Untrusted;
    TrustWrongKey = "trust.wrong-key", Untrusted;
    Value = "value", Input;
);

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn codes_are_sorted_and_each_is_there_once() {
        assert!(CODES.is_sorted_by(|(first, _), (second, _)| first < second));
    }

    #[test]
    fn codes_are_lower_case_words_with_dots_and_hyphens() {
        let plain = |name: &str| name.chars().all(|letter| letter.is_ascii_lowercase() || ".-".contains(letter));
        assert!(CODES.iter().all(|(name, _)| plain(name) && name.matches('.').count() < 2));
        assert!(Kind::ALL.iter().all(|kind| plain(kind.name())));
    }

    #[test]
    fn every_kind_has_a_code() {
        assert!(Kind::ALL.iter().all(|kind| CODES.iter().any(|(_, of)| of == kind)));
    }
}
