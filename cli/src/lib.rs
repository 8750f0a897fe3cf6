//! The editor's and guide's desk: what the tool `route-guide` does, as a library that tests can call.
//!
//! What lives here: reading an editor's source, the verbs of the command line, posters, and what is printed. What must
//! not: thinking about routes, which belongs in core so that phones do the same.

mod arguments;
mod commands;
mod failure;
pub mod glyphs;
mod output;
pub mod poster;
pub mod source;

use std::process::ExitCode;

use clap::Parser;

use arguments::Arguments;

/// Runs the tool on the arguments of this process.
#[must_use]
pub fn run() -> ExitCode {
    match commands::run(Arguments::parse().command) {
        Ok(code) => code,
        Err(failure) => failure.report(),
    }
}
