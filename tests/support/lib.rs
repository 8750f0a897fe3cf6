//! Builders that tests of several rooms share.

#![expect(clippy::expect_used, reason = "a test that cannot be set up has failed")]

mod drawn;
mod routes;
mod shared;

pub use drawn::{Drawing, StopSketch};
pub use routes::real_routes;
pub use shared::shared;
