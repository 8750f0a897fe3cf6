//! Closed lists of words that stand in files as they stand in code.

/// An enum whose members have one fixed name in files, with `name`, `from_name` and `ALL`.
macro_rules! named {
    ($(#[$doc:meta])* $kind:ident { $($(#[$member_doc:meta])* $member:ident = $name:literal,)+ }) => {
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum $kind {
            $($(#[$member_doc])* $member,)+
        }

        impl $kind {
            /// All members, in order.
            pub const ALL: &'static [$kind] = &[$($kind::$member,)+];

            /// The name that files use.
            #[must_use]
            pub fn name(self) -> &'static str {
                match self {
                    $($kind::$member => $name,)+
                }
            }

            /// The member of that name.
            #[must_use]
            pub fn from_name(name: &str) -> Option<$kind> {
                match name {
                    $($name => Some($kind::$member),)+
                    _ => None,
                }
            }
        }

        impl std::fmt::Display for $kind {
            fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                out.pad(self.name())
            }
        }
    };
}

pub(crate) use named;
