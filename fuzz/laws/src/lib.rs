//! What must hold whatever comes in: each law takes bytes, makes of them what strangers bring, and panics where it is
//! broken. A panic of core, a hang and too much memory break it as well.
//!
//! What lives here: the laws, called by the fuzzer with what it thinks up and by `tests/seeds.rs` with what it found.
//! What must not: tests of one input with its right value, which stand in the room that the input is about.

mod backup_zip;
mod bundle;
mod bundle_pages;
mod bundle_values;
mod ffi;
mod ffi_arguments;
mod files;
mod given;
mod gpx;
mod guidance;
mod library;
mod odd;
mod source;

pub use backup_zip::backup_zip;
pub use bundle_pages::bundle_pages;
pub use bundle_values::bundle_values;
pub use ffi_arguments::ffi_arguments;
pub use gpx::gpx;
pub use guidance::guidance;
pub use source::source;

/// A law: it panics where it is broken.
pub type Law = fn(&[u8]);

/// Every law by the name of the fuzzer's target and of the folder of its seeds.
pub const LAWS: [(&str, Law); 7] = [
    ("gpx", gpx),
    ("bundle_pages", bundle_pages),
    ("bundle_values", bundle_values),
    ("backup_zip", backup_zip),
    ("guidance", guidance),
    ("source", source),
    ("ffi_arguments", ffi_arguments),
];
