//! In what lengths a traveller thinks.

use super::named::named;

named!(
    /// In what lengths are shown and told.
    Units {
        /// Metres and kilometres.
        Metric = "metric",
        /// Yards and miles.
        Imperial = "imperial",
    }
);
