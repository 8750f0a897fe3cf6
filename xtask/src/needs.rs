//! What a task needs on the machine, and what is told where it is missing: what it is for and how to get it.

use std::fmt::Write as _;

/// A tool without which a task cannot be done.
pub struct Need {
    /// What it is called, and what it does here.
    pub what: String,
    /// What brings it.
    pub get: String,
    /// By what it is known to be there.
    pub sign: Sign,
}

/// By what a tool is known to be there.
pub enum Sign {
    /// A program of this name can be called.
    Program(&'static str),
    /// Rust has its standard library for this target.
    Target(&'static str),
    /// A variable names a folder in which this file is.
    Folder { variable: &'static str, holds: &'static str },
}

/// Rust's own part for a kind of device.
pub fn target(triple: &'static str, device: &str) -> Need {
    Need {
        what: format!("Rust's standard library for {triple}, {device}"),
        get: format!("rustup target add {triple}"),
        sign: Sign::Target(triple),
    }
}

/// Says what is missing, all of it at once.
pub fn check(task: &str, needs: &[Need], is_here: impl Fn(&Sign) -> bool) -> Result<(), String> {
    let missing: Vec<&Need> = needs.iter().filter(|need| !is_here(&need.sign)).collect();
    if missing.is_empty() {
        return Ok(());
    }
    let mut told = format!("error: `cargo xtask {task}` cannot begin; missing on this machine:\n");
    for Need { what, get, .. } in missing {
        let _ = write!(told, "\n  {what}\n    get it: {get}\n");
    }
    let _ = write!(told, "\nThen run `cargo xtask {task}` again; with --dry-run it shows what it would do.");
    Err(told)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{android, ios};

    #[test]
    fn whoever_has_everything_is_told_nothing() {
        assert_eq!(check("android", &android::needs(), |_| true), Ok(()));
        assert_eq!(check("ios", &ios::needs(), |_| true), Ok(()));
    }

    #[test]
    fn one_missing_target_is_named_with_the_command_that_brings_it() {
        let all_but_tablets = |sign: &Sign| !matches!(sign, Sign::Target("armv7-linux-androideabi"));
        let told = check("android", &android::needs(), all_but_tablets).expect_err("one is missing");
        assert_eq!(
            told,
            "error: `cargo xtask android` cannot begin; missing on this machine:\n\
             \n  Rust's standard library for armv7-linux-androideabi, older phones\n\
             \x20   get it: rustup target add armv7-linux-androideabi\n\
             \nThen run `cargo xtask android` again; with --dry-run it shows what it would do."
        );
    }

    #[test]
    fn everything_that_is_missing_is_named_at_once() {
        for needs in [android::needs(), ios::needs()] {
            let told = check("it", &needs, |_| false).expect_err("all is missing");
            assert!(needs.iter().all(|need| told.contains(&need.what) && told.contains(&need.get)), "{told}");
        }
    }
}
