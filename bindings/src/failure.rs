//! What goes wrong, as the shells get it: one error type, whose cases are what a shell can do about it.

use route_guide_core::bundle::BundleError;
use route_guide_core::errors::{Caveat, Complaint, Kind};
use route_guide_core::gpx::ExportError;
use route_guide_core::library::LibraryError;
use route_guide_core::model::{IdError, Language};

/// What went wrong, told to a program, to the traveller and to those who mend it.
#[derive(Debug, Clone, PartialEq, Eq, uniffi::Record)]
pub struct Said {
    /// For programs and for support: stays the same in all versions and languages. `bundle.altered`.
    pub code: String,
    /// For the traveller, in their language: what happened and what to do.
    pub text: String,
    /// For those who mend it, in English. May name files and folders: show it only to one who asks.
    pub detail: String,
}

macro_rules! failures {
    ($($(#[$doc:meta])* $kind:ident,)+) => {
        /// Why something could not be done. Whatever the reason, what was saved is as it was.
        #[derive(Debug, thiserror::Error, uniffi::Error)]
        pub enum RouteGuideError {
            $(
                $(#[$doc])*
                #[error("{}: {}", said.code, said.detail)]
                $kind {
                    /// What is said of it.
                    said: Said,
                },
            )+
        }

        impl RouteGuideError {
            /// What is said of it.
            #[must_use]
            pub fn said(&self) -> &Said {
                match self {
                    $(RouteGuideError::$kind { said } => said,)+
                }
            }
        }

        impl From<Complaint> for RouteGuideError {
            fn from(complaint: Complaint) -> RouteGuideError {
                let (kind, said) = (complaint.kind, Said::from(complaint));
                match kind {
                    $(Kind::$kind => RouteGuideError::$kind { said },)+
                }
            }
        }
    };
}

failures! {
    /// A file or value that was handed in is at fault.
    Input,
    /// A bundle that must not be trusted, or would take the place of a newer one.
    Untrusted,
    /// No such bundle, route, recording or picture.
    NotFound,
    /// The recording is not in a state to do that.
    NotNow,
    /// The disk is full: make room and try again.
    Full,
    /// The disk said no.
    Disk,
    /// Another program holds the library: try again.
    Busy,
    /// Written by a newer version: update the app.
    Newer,
    /// The library is damaged: close it and open it again.
    Damaged,
    /// The object, or the library it belongs to, was closed.
    Closed,
    /// A fault of ours: the detail is a report that the traveller can send.
    Internal,
}

impl From<Complaint> for Said {
    fn from(complaint: Complaint) -> Said {
        let Complaint { code, text, detail, .. } = complaint;
        Said { code: code.to_owned(), text, detail }
    }
}

impl From<Caveat> for Said {
    fn from(caveat: Caveat) -> Said {
        let Caveat { code, text, detail } = caveat;
        Said { code: code.name().to_owned(), text, detail }
    }
}

impl RouteGuideError {
    /// Tells the log. What it is about may say where somebody was: that is for those who look closely.
    pub(crate) fn log(&self) {
        let Said { code, detail, .. } = self.said();
        match self {
            RouteGuideError::Internal { .. } => log::error!("{code}"),
            RouteGuideError::Damaged { .. } | RouteGuideError::Disk { .. } | RouteGuideError::Full { .. } => {
                log::warn!("{code}");
            }
            _ => log::info!("{code}"),
        }
        log::debug!("{code}: {detail}");
    }
}

/// What core says, in the traveller's language.
pub(crate) trait Told<T> {
    /// The same for the shells.
    fn told(self, language: Language) -> Result<T, RouteGuideError>;
}

impl<T> Told<T> for Result<T, LibraryError> {
    fn told(self, language: Language) -> Result<T, RouteGuideError> {
        self.map_err(|error| Complaint::of_library(&error, language).into())
    }
}

impl<T> Told<T> for Result<T, BundleError> {
    fn told(self, language: Language) -> Result<T, RouteGuideError> {
        self.map_err(|error| Complaint::of_bundle(&error, language).into())
    }
}

impl<T> Told<T> for Result<T, ExportError> {
    fn told(self, language: Language) -> Result<T, RouteGuideError> {
        self.map_err(|error| Complaint::of_export(&error, language).into())
    }
}

impl<T> Told<T> for Result<T, IdError> {
    fn told(self, language: Language) -> Result<T, RouteGuideError> {
        self.map_err(|error| Complaint::of_argument("id", &error.to_string(), language).into())
    }
}

/// What is said of an object that the shell itself has let go of. The language is a code such as `lt`.
#[uniffi::export]
#[must_use]
pub fn closed_object(object: String, language: String) -> Said {
    let language = Language::new(&language).unwrap_or(Language::EN);
    Complaint::closed(&object, language).into()
}

/// What is said of a fault that the shell's own side of the border met. The language is a code such as `lt`.
#[uniffi::export]
#[must_use]
pub fn unexpected_fault(detail: String, language: String) -> Said {
    let language = Language::new(&language).unwrap_or(Language::EN);
    Complaint::internal(&detail, language).into()
}
