//! Programs of others that some tests ask for a second opinion.

use std::io::Write;
use std::process::Command;

/// Whether the program is installed; where it is not, a line says what is skipped.
///
/// # Panics
/// When `ROUTE_GUIDE_REQUIRE_SHARED` is set and it is not installed: a full check must not skip it.
pub fn tool(name: &str) -> bool {
    if Command::new(name).arg("--version").output().is_ok() {
        return true;
    }
    assert!(std::env::var_os("ROUTE_GUIDE_REQUIRE_SHARED").is_none(), "{name} is not installed");
    // Past the test harness, which keeps what a passing test prints to itself.
    let _ = writeln!(std::io::stderr(), "skipped: {name} is not installed");
    false
}
