//! The same rides through Rust, Kotlin and Swift: what each must make of them, to the byte.
//!
//! `rides` says what is ridden and asked; `stream` puts it through core and writes down all that comes of it, in lines
//! that every language writes alike; `bindings/check/README.md` tells their form. The program `border` writes both into
//! folders, the tests of Kotlin and Swift write theirs, and `bindings/check/run` compares them.

mod rides;
mod stream;

pub use rides::{Journey, Question, long_bundle, pictured_bundle, questions, recorded, simulated, write_rides};
pub use stream::{Stream, answers, travelled_stream};
