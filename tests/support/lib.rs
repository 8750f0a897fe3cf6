//! Builders that tests of several rooms share.

mod collection;
mod dice;
mod disk;
mod phone;
mod project;
mod routes;
mod shared;
mod small_disk;
mod tool;

pub use collection::{PIXEL, at, collection, text};
pub use dice::Dice;
pub use disk::{Calls, Disk, Fault, Moment, NOW_MS};
pub use phone::{Done, Operation, Phone, State, Work, operations, ride};
pub use project::{copy_folder, project};
pub use routes::real_routes;
pub use shared::shared;
pub use small_disk::SmallDisk;
pub use tool::tool;
