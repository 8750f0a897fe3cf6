//! Builders that tests of several rooms share.

mod collection;
mod shared;
mod tool;

pub use collection::{PIXEL, at, collection, text};
pub use shared::shared;
pub use tool::tool;
