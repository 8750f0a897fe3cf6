//! What kinds of stops and places are called, in Lithuanian, English and German; other languages are served in English.

use super::{Category, Language, PlaceKind};

impl Category {
    /// One stop of this kind: `Museum`.
    #[must_use]
    pub fn word(self, language: Language) -> &'static str {
        let words = match self {
            Category::Activity => ["Veikla", "Activity", "Aktivität"],
            Category::Beach => ["Paplūdimys", "Beach", "Strand"],
            Category::Bridge => ["Tiltas arba molas", "Bridge or pier", "Brücke oder Mole"],
            Category::CastleMound => ["Piliakalnis", "Castle mound", "Burgberg"],
            Category::Church => ["Bažnyčia", "Church", "Kirche"],
            Category::Ferry => ["Keltas", "Ferry", "Fähre"],
            Category::Harbour => ["Uostas", "Harbour", "Hafen"],
            Category::Lighthouse => ["Švyturys", "Lighthouse", "Leuchtturm"],
            Category::Manor => ["Dvaras", "Manor", "Gutshof"],
            Category::Monument => ["Paminklas", "Monument", "Denkmal"],
            Category::Museum => ["Muziejus", "Museum", "Museum"],
            Category::Nature => ["Gamta", "Nature", "Natur"],
            Category::Park => ["Parkas", "Park", "Park"],
            Category::Viewpoint => ["Apžvalgos vieta", "Viewpoint", "Aussichtspunkt"],
            Category::Village => ["Kaimas", "Village", "Dorf"],
        };
        pick(words, language)
    }
}

impl PlaceKind {
    /// One place of this kind: `Ferry pier`.
    #[must_use]
    pub fn word(self, language: Language) -> &'static str {
        let words = match self {
            PlaceKind::FerryPier => ["Prieplauka", "Ferry pier", "Anleger"],
            PlaceKind::InformationCentre => {
                ["Turizmo informacijos centras", "Tourist information centre", "Touristeninformation"]
            }
            PlaceKind::City => ["Miestas", "City", "Stadt"],
            PlaceKind::Town => ["Miestelis", "Town", "Kleinstadt"],
            PlaceKind::Village => ["Kaimas", "Village", "Dorf"],
            PlaceKind::District => ["Miesto dalis", "District", "Ortsteil"],
        };
        pick(words, language)
    }
}

fn pick([lt, en, de]: [&'static str; 3], language: Language) -> &'static str {
    match language {
        Language::LT => lt,
        Language::DE => de,
        _ => en,
    }
}
