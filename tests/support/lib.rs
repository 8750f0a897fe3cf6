//! Builders that tests of several rooms share.

#![allow(clippy::expect_used, clippy::unwrap_used, clippy::panic)] // a builder that fails fails its test

mod collection;
mod drawn;
mod project;
mod routes;
mod shared;
mod tool;

pub use collection::{PIXEL, at, collection, text};
pub use drawn::{Drawing, StopSketch};
pub use project::{copy_folder, project};
pub use routes::real_routes;
pub use shared::shared;
pub use tool::tool;
