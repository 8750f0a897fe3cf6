//! Builders that tests of several rooms share.

mod backups;
pub mod border;
mod collection;
mod dice;
mod disk;
mod held;
mod home;
mod packing;
mod phone;
mod picture;
mod project;
mod routes;
mod shared;
mod small_disk;
mod strangers;
mod tool;
mod travelled;
mod victim;

pub use backups::{backed_up_rides, backup_of, repacked, told_track, unpacked};
pub use collection::{PIXEL, at, collection, text};
pub use dice::Dice;
pub use disk::{Calls, Disk, Fault, Moment, NOW_MS};
pub use held::{held, here_and_there};
pub use home::Home;
pub use packing::Desk;
pub use phone::{Done, Operation, Phone, State, Work, operations, ride};
pub use picture::jpeg;
pub use project::{copy_folder, project};
pub use routes::{real_bundle, real_collection, real_routes};
pub use shared::shared;
pub use small_disk::SmallDisk;
pub use strangers::{file_of, straight_track, stranger};
pub use tool::tool;
pub use travelled::{
    Contents, MORNING_MS, STRANGE_TRACK, contents, favourite, fixes, full, note, photo, quick_folder, spit_bundle,
    spit_way, travel, with_steady_clock,
};
pub use victim::{FRAME_HEADER, Harm, LOG_HEADER, Outcome, PAGE, Victim, counts_are_honest, say};
