//! One file for each verb of the tool.

mod bundle;
mod check;
mod completions;
mod demo;
mod export;
mod following;
mod guide;
mod import;
mod inspect;
mod library;
mod map;
mod pack;
mod parts;
mod poster;

use std::process::ExitCode;

use crate::arguments::Command;
use crate::failure::Failure;

/// Does what was asked.
///
/// # Errors
/// With what went wrong and the exit code it gives.
pub fn run(command: Command) -> Result<ExitCode, Failure> {
    match command {
        Command::Demo { source, output, language } => demo::demo(&source, &output, language)?,
        Command::Check { source } => return Ok(check::check(&source)),
        Command::Pack { source, output } => pack::run(&source, &output)?,
        Command::Inspect { bundle, json } => inspect::inspect(&bundle, json)?,
        Command::Guide(arguments) => guide::guide(&arguments)?,
        Command::Export(arguments) => export::run(&arguments)?,
        Command::Import { files, json } => return import::import(&files, json),
        Command::Library { folder, verb } => return library::run(&folder, verb),
        Command::Poster { bundle, route, output, language } => poster::run(&bundle, &route, &output, language)?,
        Command::Completions { shell } => completions::print(shell),
    }
    Ok(ExitCode::SUCCESS)
}
