//! The library for the machine at hand, compiled as for phones: what `bindings/check/size` weighs.

use crate::machine::Machine;
use crate::plan::{Run, Step};
use crate::shipped;

/// One build.
pub fn plan(machine: &Machine) -> Vec<Step> {
    vec![Step::Run(shipped::library(Run::program("cargo"), machine, "cdylib", &[]))]
}
