//! `route-guide completions`: what a shell needs to complete the tool's words.

use clap::CommandFactory;
use clap_complete::Shell;

use crate::arguments::Arguments;
use crate::output;

/// Prints the shell's script.
pub fn print(shell: Shell) {
    let mut script = Vec::new();
    clap_complete::generate(shell, &mut Arguments::command(), "route-guide", &mut script);
    output::print(&String::from_utf8_lossy(&script));
}
