//! Builders that tests of several rooms share.

mod drawn;
mod routes;
mod shared;

pub use drawn::{Drawing, StopSketch};
pub use routes::real_routes;
pub use shared::shared;
