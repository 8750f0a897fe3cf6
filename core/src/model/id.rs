//! Names that never change: travellers' favourites and progress hang on them.

use std::fmt;

/// Why a text is no id.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("`{0}` is no id: use 1 to {MAX_LENGTH} lower-case letters a–z, digits and hyphens")]
pub struct IdError(pub String);

/// The longest id.
const MAX_LENGTH: usize = 80;

fn is_id(text: &str) -> bool {
    (1..=MAX_LENGTH).contains(&text.len())
        && text.bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-')
}

macro_rules! id {
    ($(#[$doc:meta])* $kind:ident) => {
        $(#[$doc])*
        #[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub struct $kind(String);

        impl $kind {
            /// The id of that text.
            ///
            /// # Errors
            /// When it is empty, longer than 80 bytes or holds more than a–z, 0–9 and hyphens.
            pub fn new(text: &str) -> Result<$kind, IdError> {
                if is_id(text) { Ok($kind(text.to_owned())) } else { Err(IdError(text.chars().take(MAX_LENGTH).collect())) }
            }

            /// The id as files write it.
            #[must_use]
            pub fn as_str(&self) -> &str {
                &self.0
            }
        }

        impl fmt::Display for $kind {
            fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
                out.pad(&self.0)
            }
        }
    };
}

id!(
    /// A bundle's id.
    BundleId
);
id!(
    /// A route's id.
    RouteId
);
id!(
    /// A stage's id, unique in its route.
    StageId
);
id!(
    /// A stop's id, unique in its bundle.
    StopId
);
id!(
    /// A place's id, unique in its bundle.
    PlaceId
);
id!(
    /// A leg's id, unique in its route: the name of its track in the route's GPX file.
    TrackId
);
id!(
    /// A picture's id, unique in its bundle.
    PictureId
);

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ids_are_plain() {
        assert!(StopId::new("nida-dune-2").is_ok());
        for bad in ["", "Nida", "nida dune", "nidą", "../nida", &"x".repeat(81)] {
            assert!(StopId::new(bad).is_err(), "{bad}");
        }
    }
}
