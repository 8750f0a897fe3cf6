//! This machine: where the project, cargo and the compiler live on it, and which tools it has.
//!
//! Everything that asks the surroundings stands here, so that the plans are functions of a value.

use std::env;
use std::path::{Path, PathBuf};
use std::process::Command;

use crate::needs::Sign;

/// Where things live.
#[derive(Debug)]
pub struct Machine {
    /// The project's folder.
    pub project: PathBuf,
    /// Where cargo builds; relative to the project unless somebody set it otherwise.
    pub target: PathBuf,
    /// Where cargo keeps the sources of crates.
    pub cargo_home: PathBuf,
    /// Where the compiler and its own sources are.
    pub sysroot: PathBuf,
}

impl Machine {
    /// The machine that this runs on.
    pub fn this() -> Result<Machine, String> {
        let project = Path::new(env!("CARGO_MANIFEST_DIR")).parent().unwrap_or(Path::new("."));
        let cargo_home = env::var_os("CARGO_HOME").map(PathBuf::from);
        let cargo_home = cargo_home.or_else(|| Some(env::home_dir()?.join(".cargo")));
        Ok(Machine {
            project: project.to_owned(),
            target: env::var_os("CARGO_TARGET_DIR").map_or("target".into(), PathBuf::from),
            cargo_home: cargo_home.ok_or("cargo xtask: no home folder is known here; set CARGO_HOME")?,
            sysroot: asked_of_rustc(project, &["--print", "sysroot"])
                .ok_or("cargo xtask: `rustc` does not run here; install Rust from https://rustup.rs")?,
        })
    }

    /// Whether a tool is here.
    pub fn shows(&self, sign: &Sign) -> bool {
        match sign {
            Sign::Program(name) => {
                let file = format!("{name}{}", env::consts::EXE_SUFFIX);
                let folders = env::var_os("PATH").unwrap_or_default();
                env::split_paths(&folders).any(|folder| folder.join(&file).is_file())
            }
            Sign::Target(triple) => {
                let library = asked_of_rustc(&self.project, &["--print", "target-libdir", "--target", triple]);
                library.is_some_and(|folder| folder.is_dir())
            }
            Sign::Folder { variable, holds } => {
                env::var_os(variable).is_some_and(|folder| Path::new(&folder).join(holds).is_file())
            }
        }
    }
}

/// In the project's folder, for its rust-toolchain.toml says which compiler answers.
fn asked_of_rustc(project: &Path, question: &[&str]) -> Option<PathBuf> {
    let answer = Command::new("rustc").args(question).current_dir(project).output().ok()?;
    let path = String::from_utf8(answer.stdout).ok()?;
    answer.status.success().then(|| PathBuf::from(path.trim()))
}

#[cfg(test)]
impl Machine {
    /// A machine as it might be anywhere.
    pub fn somewhere() -> Machine {
        Machine {
            project: "/home/jurga/route guide".into(),
            target: "target".into(),
            cargo_home: "/home/jurga/.cargo".into(),
            sysroot: "/home/jurga/.rustup/toolchains/1.95.0".into(),
        }
    }
}
