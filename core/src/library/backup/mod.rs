//! Everything the traveller made in one zip file, and back again on another phone.
//!
//! The archive holds `library.json` (settings, favourites, notes, what was reached, where the traveller was, and what
//! is known of each recording), each ride as a GPX file that any program reads, and each track as the file it was
//! brought in as. Photos and voice notes are only referred to. Bundles are not in it: they can be had again.
//!
//! Restoring merges: what is there already stays as it is, and restoring twice is the same as once.

mod form;
mod number;
mod numbering;
mod restore;
mod unfailing;
mod write;

pub use restore::Restored;
