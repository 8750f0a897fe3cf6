//! Files that are whole or not there, also when the phone dies in the middle.
//!
//! [`Aside`] is the one way in which this crate puts a file in its place: written beside it, synced, renamed, and the
//! folder synced too. [`open_regular`] is the one way in which files of strangers are opened. What the files hold is the business of other rooms.

mod aside;
mod reason;
mod regular;

pub use aside::{Aside, give_up_all, sync_folder, write_whole};
pub use reason::{is_full, plain};
pub use regular::open_regular;
