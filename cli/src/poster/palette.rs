//! The colours of the printed map.
//!
//! The ways are told apart by colours that stay apart for colour-blind eyes (after Okabe and Ito, 2008, darkened so
//! that each has a contrast of 3 to 1 or more against land and sea), and never by colour alone: an indicative stretch
//! is dashed, and the ferry is dotted.

use route_guide_core::model::Mode;

pub(super) const PAPER: &str = "#ffffff";
pub(super) const LAND: &str = "#f6f1e4";
pub(super) const SEA: &str = "#c3dfec";
pub(super) const INLAND_WATER: &str = "#9fcbe0";
pub(super) const RIVER: &str = "#7db4d0";
pub(super) const COAST: &str = "#6b9fbd";
pub(super) const BORDER: &str = "#8d7fa3";
pub(super) const INK: &str = "#17232e";
pub(super) const QUIET_INK: &str = "#4d5a66";
pub(super) const WATER_INK: &str = "#2c6488";
pub(super) const RULE: &str = "#cfd6db";
pub(super) const INFORMATION: &str = "#1c5fa8";

/// The colour of the ways travelled in a mode.
pub(super) fn way(mode: Mode) -> &'static str {
    match mode {
        Mode::Walk => "#00694c",
        Mode::Bike => "#b8400e",
        Mode::Car => "#6a3d9a",
        Mode::Boat => "#0b4f86",
        Mode::Ferry => "#0b2f5b",
    }
}

/// The lighter colour of a stretch that only shows the direction.
pub(super) fn indicative_way(mode: Mode) -> &'static str {
    match mode {
        Mode::Walk => "#1f8a69",
        Mode::Bike => "#d2591f",
        Mode::Car => "#8a63b3",
        Mode::Boat => "#2b74b0",
        Mode::Ferry => "#2b5a94",
    }
}
