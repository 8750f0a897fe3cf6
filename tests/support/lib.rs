//! Builders that tests of several rooms share.

mod shared;

pub use shared::shared;
