//! Builders that tests of several rooms share.

mod collection;
mod shared;

pub use collection::{PIXEL, at, collection, text};
pub use shared::shared;
