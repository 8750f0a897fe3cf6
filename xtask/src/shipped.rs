//! How a library that travellers get is compiled, wherever it runs: the profile `phone`, and no folder of the machine
//! that built it inside.

use std::path::Path;

use crate::machine::Machine;
use crate::plan::Run;

/// The library's name as linkers know it.
pub const LIBRARY: &str = "route_guide_ffi";
/// The folder that cargo keeps for the profile.
pub const PROFILE: &str = "phone";

/// C is compiled without tables for unwinding: no panic goes through SQLite, and they are an eighth of what it weighs.
const C_FLAGS: &str = "-fno-asynchronous-unwind-tables -fno-unwind-tables";

/// Adds cargo's words for one kind of library, and what every shipped one is compiled with.
pub fn library(run: Run, machine: &Machine, kind: &str, link: &[&str]) -> Run {
    let run = run.with(["rustc", "--locked", "--profile", PROFILE, "--package", "route-guide-ffi"]);
    let run = run.with(["--lib", "--crate-type", kind]).setting("CARGO_ENCODED_RUSTFLAGS", flags(machine, link));
    run.setting("TARGET_CFLAGS", C_FLAGS).setting("HOST_CFLAGS", C_FLAGS)
}

/// A report of a panic names source files; it shall not name whose machine they were on.
fn flags(machine: &Machine, link: &[&str]) -> String {
    let away = [
        (machine.project.clone(), "route-guide"),
        (machine.cargo_home.join("registry/src"), "crates"),
        (machine.sysroot.join("lib/rustlib/src/rust"), "rust"),
    ];
    let remapped = away.iter().map(|(folder, name)| format!("--remap-path-prefix={}={name}", shown(folder)));
    let linked = link.iter().map(|argument| format!("-Clink-arg={argument}"));
    // Divided by a character that no folder has in its name, as cargo wants it.
    remapped.chain(linked).collect::<Vec<_>>().join("\u{1f}")
}

fn shown(folder: &Path) -> String {
    folder.display().to_string()
}
