//! The editor's and guide's desk: what the tool `route-guide` does, as a library that tests can call.
//!
//! What lives here: reading an editor's source, the verbs of the command line, posters, and what is printed. What must
//! not: thinking about routes, which belongs in core so that phones do the same.

mod arguments;
mod commands;
mod failure;
pub mod glyphs;
mod interruption;
mod output;
pub mod poster;
pub mod source;

use std::process::ExitCode;

use arguments::Arguments;

/// Runs the tool on the arguments of this process.
#[must_use]
pub fn run() -> ExitCode {
    interruption::tidy_up_then();
    let done = match Arguments::of_this_process() {
        Ok(arguments) => commands::run(arguments.command),
        Err(code) => return code,
    };
    match done {
        Ok(code) => code,
        Err(failure) => failure.report(),
    }
}
