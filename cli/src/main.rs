//! `route-guide`: see the library for what it does.

use std::process::ExitCode;

fn main() -> ExitCode {
    route_guide_cli::run()
}
