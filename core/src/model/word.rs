//! What kinds of stops and places and ways to travel are called, in Lithuanian, English and German; other languages are served in English.

use super::{Category, Language, Mode, PlaceKind};

impl Category {
    /// One stop of this kind: `Museum`.
    #[must_use]
    pub fn word(self, language: Language) -> &'static str {
        let words = match self {
            Category::Activity => ["Veikla", "Activity", "Aktivität"],
            Category::Beach => ["Paplūdimys", "Beach", "Strand"],
            Category::Bridge => ["Tiltas arba molas", "Bridge or pier", "Brücke oder Seebrücke"],
            Category::CastleMound => ["Piliakalnis", "Hillfort", "Burgberg"],
            Category::Church => ["Bažnyčia", "Church", "Kirche"],
            Category::Ferry => ["Perkėla", "Ferry", "Fähre"],
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

    /// All stops of this kind: `Museums`.
    #[must_use]
    pub fn plural(self, language: Language) -> &'static str {
        let words = match self {
            Category::Activity => ["Veiklos", "Activities", "Aktivitäten"],
            Category::Beach => ["Paplūdimiai", "Beaches", "Strände"],
            Category::Bridge => ["Tiltai ir molai", "Bridges and piers", "Brücken und Seebrücken"],
            Category::CastleMound => ["Piliakalniai", "Hillforts", "Burgberge"],
            Category::Church => ["Bažnyčios", "Churches", "Kirchen"],
            Category::Ferry => ["Perkėlos", "Ferries", "Fähren"],
            Category::Harbour => ["Uostai", "Harbours", "Häfen"],
            Category::Lighthouse => ["Švyturiai", "Lighthouses", "Leuchttürme"],
            Category::Manor => ["Dvarai", "Manors", "Gutshöfe"],
            Category::Monument => ["Paminklai", "Monuments", "Denkmäler"],
            Category::Museum => ["Muziejai", "Museums", "Museen"],
            Category::Nature => ["Gamta", "Nature", "Natur"],
            Category::Park => ["Parkai", "Parks", "Parks"],
            Category::Viewpoint => ["Apžvalgos vietos", "Viewpoints", "Aussichtspunkte"],
            Category::Village => ["Kaimai", "Villages", "Dörfer"],
        };
        pick(words, language)
    }
}

impl Mode {
    /// Travelling so, as a label: `By bicycle`.
    #[must_use]
    pub fn word(self, language: Language) -> &'static str {
        let words = match self {
            Mode::Walk => ["Pėsčiomis", "On foot", "Zu Fuß"],
            Mode::Bike => ["Dviračiu", "By bicycle", "Mit dem Rad"],
            Mode::Car => ["Automobiliu", "By car", "Mit dem Auto"],
            Mode::Boat => ["Laivu", "By boat", "Mit dem Boot"],
            Mode::Ferry => ["Keltu", "By ferry", "Mit der Fähre"],
        };
        pick(words, language)
    }
}

impl PlaceKind {
    /// One place of this kind: `Ferry pier`.
    #[must_use]
    pub fn word(self, language: Language) -> &'static str {
        let words = match self {
            PlaceKind::FerryPier => ["Perkėla ar prieplauka", "Ferry pier", "Anleger"],
            PlaceKind::InformationCentre => {
                ["Turizmo informacijos centras", "Tourist information centre", "Touristeninformation"]
            }
            PlaceKind::City => ["Miestas", "City", "Stadt"],
            PlaceKind::Town => ["Miestas", "Town", "Stadt"],
            PlaceKind::SmallTown => ["Miestelis", "Small town", "Städtchen"],
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
