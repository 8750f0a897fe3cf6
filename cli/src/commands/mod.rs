//! One file for each verb of the tool.

mod check;

use std::process::ExitCode;

use clap::CommandFactory;

use crate::arguments::{Arguments, Command};
use crate::failure::Failure;

/// Does what was asked.
///
/// # Errors
/// With what went wrong and the exit code it gives.
pub fn run(command: Command) -> Result<ExitCode, Failure> {
    match command {
        Command::Check { source } => return Ok(check::check(&source)),

        Command::Completions { shell } => {
            clap_complete::generate(shell, &mut Arguments::command(), "route-guide", &mut std::io::stdout());
        }
        _ => {}
    }
    Ok(ExitCode::SUCCESS)
}
