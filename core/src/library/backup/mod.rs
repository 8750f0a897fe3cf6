//! Everything the traveller made in one zip file, and back again on another phone.
//!
//! The archive holds `library.json` (settings, favourites, notes, what was reached, where the traveller was, and what
//! is known of each recording), each ride as a GPX file that any program reads with what GPX has no words for beside it,
//! and each track as the file it was brought in as. Photos and voice notes are only referred to. Bundles are not in it:
//! they can be had again.
//!
//! A backup is looked through as restoring does it before it is called done, so that none is written that cannot be
//! restored; what would keep one from it is left out and said. Restoring merges: what is there already stays as it is,
//! and restoring twice is the same as once. What of a file cannot be read, or is not what this program keeps, is left
//! out and said by kind, and the rest goes in. Each file is read once to be judged and once to be taken in, however many
//! lines name it; rides are read fix by fix, so that memory does not grow with them.

mod fixes;
mod form;
mod number;
mod numbering;
mod omitted;
mod reading;
mod restore;
mod ride;
mod rows;
mod size;
mod taking;
mod unfailing;
mod write;

pub use omitted::Omitted;
pub use restore::Restored;
pub use write::{LeftOut, WhyLeftOut};
