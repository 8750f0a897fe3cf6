//! The colours of the printed map: those of the map on the phone by day, so that a traveller knows it again.
//!
//! The ways are told apart by colours that stay apart for colour-blind eyes, and never by colour alone: an indicative
//! stretch is dashed, and the ferry is dotted.

use route_guide_core::map::{Palette, Theme};
use route_guide_core::model::Mode;

const DAY: &Palette = Theme::Light.palette();

pub(super) const PAPER: &str = "#ffffff";
pub(super) const LAND: &str = DAY.land;
pub(super) const WATER: &str = DAY.water;
pub(super) const SHORE: &str = DAY.shore;
/// Darker than on the phone, as the line is finer.
pub(super) const RIVER: &str = "#6aa6cb";
pub(super) const BORDER: &str = DAY.border;
pub(super) const INK: &str = DAY.label;
pub(super) const QUIET_INK: &str = "#4a4a4a";
pub(super) const WATER_INK: &str = DAY.water_label;
pub(super) const RULE: &str = "#cfcdc6";
pub(super) const INFORMATION: &str = DAY.afloat;

/// The colour of the ways travelled in a mode.
pub(super) fn way(mode: Mode) -> &'static str {
    DAY.leg(mode)
}

/// The lighter colour of a stretch that only shows the direction.
pub(super) fn indicative_way(mode: Mode) -> &'static str {
    match mode {
        Mode::Walk => "#9d55e8",
        Mode::Bike => "#d9622c",
        Mode::Car => "#666666",
        Mode::Boat | Mode::Ferry => "#336fbd",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Contrast as WCAG 2.2 defines it, 1 to 21.
    fn contrast(one: &str, other: &str) -> f64 {
        let luminance = |colour: &str| {
            let channel = |at: usize| {
                let share = f64::from(u8::from_str_radix(&colour[at..at + 2], 16).expect("#rrggbb")) / 255.0;
                if share <= 0.04045 { share / 12.92 } else { libm::pow((share + 0.055) / 1.055, 2.4) }
            };
            0.2126 * channel(1) + 0.7152 * channel(3) + 0.0722 * channel(5)
        };
        let (a, b) = (luminance(one), luminance(other));
        (a.max(b) + 0.05) / (a.min(b) + 0.05)
    }

    #[test]
    fn ways_and_words_stand_out_in_the_sun() {
        for mode in Mode::ALL.iter().copied() {
            for ground in [PAPER, LAND] {
                assert!(contrast(way(mode), ground) >= 4.5, "{mode} on {ground}");
                assert!(contrast(indicative_way(mode), ground) >= 3.0, "indicative {mode} on {ground}");
            }
        }
        for (ink, ground) in [(INK, WATER), (QUIET_INK, WATER), (QUIET_INK, LAND), (WATER_INK, WATER)] {
            assert!(contrast(ink, ground) >= 4.5, "{ink} on {ground}");
        }
    }
}
