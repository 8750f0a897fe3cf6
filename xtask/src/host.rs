//! The library for the machine at hand, compiled as for phones: what `bindings/check/size` weighs.

use crate::machine::Machine;
use crate::plan::{Run, Step};
use crate::shipped;

/// Addresses that the loader fills in, packed as for Android.
const PACKED: &str = "-Wl,-z,pack-relative-relocs";

/// One build.
pub fn plan(machine: &Machine) -> Vec<Step> {
    let link: &[&str] = if cfg!(target_os = "linux") { &[PACKED] } else { &[] };
    vec![Step::Run(shipped::library(Run::program("cargo"), machine, "cdylib", link))]
}
