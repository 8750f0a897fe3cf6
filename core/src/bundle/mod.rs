//! Bundles: the one published file with routes, stops, texts, pictures and base map, as an OGC GeoPackage 1.3.
//!
//! [`write()`] makes one from a [`Collection`](crate::model::Collection): the same collection gives the same bytes, and
//! the file is there whole or not at all. [`Bundle`] reads one and believes nothing it says: the tables are compared
//! with the known ones (`schema.sql`), every value is checked, and what is read is bounded. Facts and the manifest
//! are GeoPackage metadata in JSON, pictures hang on routes and stops through the Related Tables extension. A digest of
//! the content is metadata too, so that [`Bundle::verify`] notices whatever was altered since.
//!
//! No network, no guidance and no searching here, and nothing is ever changed in a bundle.

mod blob;
mod digest;
mod error;
mod header;
mod limits;
mod metadata;
mod pages;
mod place_kind;
mod read;
mod read_picture;
mod read_route;
mod record;
mod schema;
mod sound;
mod tables;
mod write;
mod write_route;

pub use error::{BundleError, Problem, WriteError};
pub use limits::{
    MAX_BASE_VERTICES, MAX_FILE_BYTES, MAX_LINE_VERTICES, MAX_PICTURE_BYTES, MAX_ROUTES, MAX_STOPS, MAX_TEXT_BYTES,
};
pub(crate) use metadata::{read_kept_manifest, write_manifest};
pub use read::{Bundle, Counts, RouteListing};
pub use write::write;
