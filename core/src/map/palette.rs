//! The map's colours, by day and by night.
//!
//! Chosen for a phone in low sun and for eyes that tell red and green badly: everything that must be told apart differs
//! in lightness or in blue against yellow as well, and the tests below measure it.

use crate::model::named::named;
use crate::model::{Category, Mode};

named!(
    /// How the map is coloured.
    Theme {
        /// For daylight.
        Light = "light",
        /// For the night.
        Dark = "dark",
    }
);

/// A colour as `#rrggbb`.
pub type Colour = &'static str;

/// The colours of one theme.
#[derive(Debug)]
pub struct Palette {
    /// Where nothing is known.
    pub unmapped: Colour,
    /// Land.
    pub land: Colour,
    /// Sea, lagoon, lakes.
    pub water: Colour,
    /// Where land and water meet.
    pub shore: Colour,
    /// Rivers too narrow for an area.
    pub river: Colour,
    /// Borders between countries.
    pub border: Colour,
    /// Names of places and stops.
    pub label: Colour,
    /// Names of waters.
    pub water_label: Colour,
    /// Around labels and lines, to lift them off the ground.
    pub halo: Colour,
    /// Legs on foot.
    pub walk: Colour,
    /// Legs by bicycle.
    pub bike: Colour,
    /// Legs by car.
    pub car: Colour,
    /// Boats and ferries.
    pub afloat: Colour,
    /// The traveller's own track.
    pub track: Colour,
    /// Stops of nature: parks, beaches, views.
    pub nature: Colour,
    /// Stops by the water: piers, harbours, lighthouses.
    pub waterside: Colour,
    /// Stops of culture: the rest.
    pub culture: Colour,
    /// The pictogram on a stop.
    pub pictogram: Colour,
    /// Stops that are over.
    pub past: Colour,
    /// The ring around the next stop.
    pub next: Colour,
    /// The traveller.
    pub here: Colour,
}

/// A colour as alpha, red, green and blue.
pub(super) fn argb(colour: Colour) -> u32 {
    let rgb = colour.strip_prefix('#').and_then(|digits| u32::from_str_radix(digits, 16).ok());
    0xff00_0000 | rgb.unwrap_or_default()
}

impl Theme {
    /// Its colours.
    #[must_use]
    pub const fn palette(self) -> &'static Palette {
        match self {
            Theme::Light => &LIGHT,
            Theme::Dark => &DARK,
        }
    }
}

impl Palette {
    /// The colour of the legs travelled in a mode.
    #[must_use]
    pub const fn leg(&self, mode: Mode) -> Colour {
        match mode {
            Mode::Walk => self.walk,
            Mode::Bike => self.bike,
            Mode::Car => self.car,
            Mode::Boat | Mode::Ferry => self.afloat,
        }
    }

    /// The colour of the stops of a category.
    #[must_use]
    pub const fn stop(&self, category: Category) -> Colour {
        match category {
            Category::Beach | Category::Nature | Category::Park | Category::Viewpoint => self.nature,
            Category::Bridge | Category::Ferry | Category::Harbour | Category::Lighthouse => self.waterside,
            Category::Activity
            | Category::CastleMound
            | Category::Church
            | Category::Manor
            | Category::Monument
            | Category::Museum
            | Category::Village => self.culture,
        }
    }
}

const LIGHT: Palette = Palette {
    unmapped: "#e4e2da",
    land: "#f8f6ee",
    water: "#a9d3ea",
    shore: "#4b83a6",
    river: "#7fb4d4",
    border: "#6f6a77",
    label: "#1a1a1a",
    water_label: "#1b4a6b",
    halo: "#ffffff",
    walk: "#8a2be2",
    bike: "#c23b0a",
    car: "#3a3a3a",
    afloat: "#0b4a9c",
    track: "#101010",
    nature: "#0a6b4e",
    waterside: "#0b4a9c",
    culture: "#6e2b12",
    pictogram: "#ffffff",
    past: "#6b6b6b",
    next: "#ffc20a",
    here: "#0f5bff",
};

const DARK: Palette = Palette {
    unmapped: "#101214",
    land: "#202428",
    water: "#0d3b5c",
    shore: "#4d86a8",
    river: "#2f6486",
    border: "#9b95a5",
    label: "#f2f2f2",
    water_label: "#a8d4ee",
    halo: "#0b0d0f",
    walk: "#d08fc0",
    bike: "#ff9448",
    car: "#dcdcdc",
    afloat: "#62b5ff",
    track: "#ffffff",
    nature: "#c3ec5a",
    waterside: "#7cc2ff",
    culture: "#ffc38f",
    pictogram: "#0b0d0f",
    past: "#a8a8a8",
    next: "#ffd34d",
    here: "#58a6ff",
};

#[cfg(test)]
mod tests {
    use super::*;

    type Rgb = [f64; 3];

    /// Linear light, 0 to 1.
    fn linear(colour: Colour) -> Rgb {
        [1, 3, 5].map(|at| {
            let channel = f64::from(u8::from_str_radix(&colour[at..at + 2], 16).expect("#rrggbb")) / 255.0;
            if channel <= 0.04045 { channel / 12.92 } else { libm::pow((channel + 0.055) / 1.055, 2.4) }
        })
    }

    /// The contrast of WCAG 2: 1 to 21.
    fn contrast(one: Colour, other: Colour) -> f64 {
        let luminance = |colour| {
            let [red, green, blue] = linear(colour);
            0.2126 * red + 0.7152 * green + 0.0722 * blue
        };
        let (a, b): (f64, f64) = (luminance(one), luminance(other));
        (a.max(b) + 0.05) / (a.min(b) + 0.05)
    }

    /// How colours look to eyes without one kind of cone (Machado, Oliveira and Fernandes, 2009, severity 1).
    const EYES: [(&str, [Rgb; 3]); 4] = [
        ("all cones", [[1.0, 0.0, 0.0], [0.0, 1.0, 0.0], [0.0, 0.0, 1.0]]),
        (
            "deuteranopia",
            [[0.367_322, 0.860_646, -0.227_968], [0.280_085, 0.672_501, 0.047_413], [-0.011_820, 0.042_940, 0.968_881]],
        ),
        (
            "protanopia",
            [
                [0.152_286, 1.052_583, -0.204_868],
                [0.114_503, 0.786_281, 0.099_216],
                [-0.003_882, -0.048_116, 1.051_998],
            ],
        ),
        (
            "tritanopia",
            [
                [1.255_528, -0.076_749, -0.178_779],
                [-0.078_411, 0.930_809, 0.147_602],
                [0.004_733, 0.691_367, 0.303_900],
            ],
        ),
    ];

    /// CIE L*a*b* of what such eyes see.
    fn lab(colour: Colour, eye: &[Rgb; 3]) -> Rgb {
        let light = linear(colour);
        let seen = eye.map(|row| (0..3).map(|at| row[at] * light[at]).sum::<f64>().clamp(0.0, 1.0));
        let xyz = [[0.4124, 0.3576, 0.1805], [0.2126, 0.7152, 0.0722], [0.0193, 0.1192, 0.9505]];
        let white = [0.9505, 1.0, 1.089];
        let cube = |share: f64| if share > 0.008_856 { libm::cbrt(share) } else { 7.787 * share + 16.0 / 116.0 };
        let [x, y, z] =
            [0, 1, 2].map(|at| cube((0..3).map(|channel| xyz[at][channel] * seen[channel]).sum::<f64>() / white[at]));
        [116.0 * y - 16.0, 500.0 * (x - y), 200.0 * (y - z)]
    }

    fn difference(one: Colour, other: Colour, eye: &[Rgb; 3]) -> f64 {
        let (a, b) = (lab(one, eye), lab(other, eye));
        libm::sqrt((0..3).map(|at| (a[at] - b[at]) * (a[at] - b[at])).sum())
    }

    fn themes() -> [(Theme, &'static Palette); 2] {
        [Theme::Light, Theme::Dark].map(|theme| (theme, theme.palette()))
    }

    #[test]
    fn lines_and_labels_stand_out_in_low_sun() {
        for (theme, palette) in themes() {
            for colour in [
                palette.walk,
                palette.bike,
                palette.car,
                palette.afloat,
                palette.track,
                palette.water_label,
                palette.past,
                palette.here,
            ] {
                let on_land = contrast(colour, palette.land);
                assert!(on_land >= 4.5, "{theme}: {colour} on land {on_land:.1}");
            }
            for (colour, ground) in [
                (palette.label, palette.land),
                (palette.label, palette.water),
                (palette.afloat, palette.halo),
                (palette.here, palette.halo),
                (palette.nature, palette.pictogram),
                (palette.waterside, palette.pictogram),
                (palette.culture, palette.pictogram),
            ] {
                let reached = contrast(colour, ground);
                assert!(reached >= 5.0, "{theme}: {colour} on {ground} {reached:.1}");
            }
            for colour in [palette.afloat, palette.bike, palette.water_label, palette.shore, palette.here] {
                let on_water = contrast(colour, palette.water);
                assert!(on_water >= 2.5, "{theme}: {colour} on water {on_water:.1}");
            }
        }
    }

    #[test]
    fn what_differs_in_meaning_differs_for_colour_blind_eyes() {
        for (theme, palette) in themes() {
            let groups: [&[Colour]; 3] = [
                &[palette.walk, palette.bike, palette.car, palette.afloat],
                &[palette.nature, palette.waterside, palette.culture],
                &[palette.land, palette.water],
            ];
            for (eyes, matrix) in &EYES {
                for group in groups {
                    for (at, one) in group.iter().enumerate() {
                        for other in &group[at + 1..] {
                            let apart = difference(one, other, matrix);
                            assert!(apart >= 15.0, "{theme}, {eyes}: {one} and {other} are {apart:.0} apart");
                        }
                    }
                }
            }
        }
    }
}
