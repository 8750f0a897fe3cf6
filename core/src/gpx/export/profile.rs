//! What the programs and devices understand that files are written for.

use super::stretch::Detail;
use crate::model::Category;

/// For whom a file is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Profile {
    /// Any program: GPX and nothing else.
    Plain,
    /// Garmin devices: short names, their symbols, 10,000 points a track.
    Garmin,
    /// OsmAnd: its icons, colours and backgrounds.
    Osmand,
    /// Komoot: one track in one piece.
    Komoot,
}

impl Profile {
    /// All profiles.
    pub const ALL: [Profile; 4] = [Profile::Plain, Profile::Garmin, Profile::Osmand, Profile::Komoot];

    /// The name the tool knows it by.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Profile::Plain => "plain",
            Profile::Garmin => "garmin",
            Profile::Osmand => "osmand",
            Profile::Komoot => "komoot",
        }
    }

    /// The profile of that name.
    #[must_use]
    pub fn from_name(name: &str) -> Option<Profile> {
        Profile::ALL.into_iter().find(|profile| profile.name() == name)
    }

    /// How much of the line it takes unless told otherwise.
    pub(super) fn detail(self) -> Detail {
        if self == Profile::Garmin { Detail::Points(10_000) } else { Detail::Full }
    }

    /// How many characters of a name it shows.
    pub(super) fn name_length(self) -> Option<usize> {
        (self == Profile::Garmin).then_some(30)
    }

    /// Whether Garmin's symbol names mean something to it: most programs know them.
    pub(super) fn has_symbols(self) -> bool {
        matches!(self, Profile::Plain | Profile::Garmin)
    }
}

/// Garmin's symbol for a kind of stop, spelt as its devices list it.
pub(super) fn garmin_symbol(category: Category) -> &'static str {
    match category {
        Category::Activity => "Trail Head",
        Category::Beach => "Beach",
        Category::Bridge => "Bridge",
        Category::CastleMound => "Summit",
        Category::Church => "Church",
        Category::Ferry => "Anchor",
        Category::Harbour => "Marina",
        Category::Lighthouse => "Light",
        Category::Manor => "Building",
        Category::Monument => "Flag, Blue",
        Category::Museum => "Museum",
        Category::Nature => "Forest",
        Category::Park => "Park",
        Category::Viewpoint => "Scenic Area",
        Category::Village => "City (Small)",
    }
}

/// OsmAnd's icon for a kind of stop and its colour; icons are named after tags of OpenStreetMap.
pub(super) fn osmand_look(category: Category) -> (&'static str, &'static str) {
    const WATER: &str = "#0072b2";
    const NATURE: &str = "#009e73";
    const CULTURE: &str = "#d55e00";
    match category {
        Category::Activity => ("special_trekking", NATURE),
        Category::Beach => ("natural_beach", WATER),
        Category::Bridge => ("bridge_structure_arch", CULTURE),
        Category::CastleMound => ("historic_castle", CULTURE),
        Category::Church => ("amenity_place_of_worship", CULTURE),
        Category::Ferry => ("amenity_ferry_terminal", WATER),
        Category::Harbour => ("leisure_marina", WATER),
        Category::Lighthouse => ("man_made_lighthouse", WATER),
        Category::Manor => ("historic_manor", CULTURE),
        Category::Monument => ("historic_monument", CULTURE),
        Category::Museum => ("tourism_museum", CULTURE),
        Category::Nature => ("natural", NATURE),
        Category::Park => ("leisure_park", NATURE),
        Category::Viewpoint => ("tourism_viewpoint", NATURE),
        Category::Village => ("place_village", CULTURE),
    }
}

/// The colour OsmAnd draws the track in.
pub(super) const OSMAND_TRACK: &str = "#cc79a7";
