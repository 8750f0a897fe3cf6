//! The sorts of things that can be found, and the words by which people look for them, one and many, in Lithuanian,
//! English and German.

use crate::model::{Category, Language, PlaceKind};

/// What kind of thing can be found.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Sort {
    Route,
    Stage,
    Stop(Category),
    Place(PlaceKind),
}

impl Sort {
    /// What it is called in a list: `Museum`.
    pub fn word(self, language: Language) -> &'static str {
        match self {
            Sort::Route => pick(["Maršrutas", "Route", "Route"], language),
            Sort::Stage => pick(["Etapas", "Stage", "Etappe"], language),
            Sort::Stop(category) => category.word(language),
            Sort::Place(kind) => kind.word(language),
        }
    }

    /// Of a stop its category, of a place its kind, as files name them.
    pub fn name(self) -> Option<&'static str> {
        match self {
            Sort::Route | Sort::Stage => None,
            Sort::Stop(category) => Some(category.name()),
            Sort::Place(kind) => Some(kind.name()),
        }
    }

    /// All words it is looked for by.
    pub fn words(self, language: Language) -> &'static str {
        let words = match self {
            Sort::Route => ["maršrutas maršrutai kelionė", "route routes trail trails", "Route Routen Weg Wege"],
            Sort::Stage => ["etapas etapai diena", "stage stages day", "Etappe Etappen Tag"],
            Sort::Stop(category) => of_category(category),
            Sort::Place(kind) => of_place(kind),
        };
        pick(words, language)
    }
}

fn of_category(category: Category) -> [&'static str; 3] {
    match category {
        Category::Activity => ["veikla veiklos pramogos", "activity activities", "Aktivität Aktivitäten"],
        Category::Beach => ["paplūdimys paplūdimiai", "beach beaches", "Strand Strände Badestrand"],
        Category::Bridge => [
            "tiltas tiltai molas molai",
            "bridge bridges pier piers breakwater",
            "Brücke Brücken Seebrücke Seebrücken Mole Molen",
        ],
        Category::CastleMound => [
            "piliakalnis piliakalniai",
            "castle mound mounds hillfort hillforts hill fort",
            "Burgberg Burgberge Burghügel",
        ],
        Category::Church => [
            "bažnyčia bažnyčios koplyčia koplyčios vienuolynas vienuolynai",
            "church churches chapel chapels monastery monasteries",
            "Kirche Kirchen Kapelle Kapellen Kloster Klöster",
        ],
        Category::Ferry => ["keltas keltai perkėla perkėlos", "ferry ferries terminal", "Fähre Fähren Anleger"],
        Category::Harbour => {
            ["uostas uostai prieplauka prieplaukos", "harbour harbours harbor harbors port ports", "Hafen Häfen"]
        }
        Category::Lighthouse => ["švyturys švyturiai", "lighthouse lighthouses", "Leuchtturm Leuchttürme"],
        Category::Manor => [
            "dvaras dvarai rūmai",
            "manor manors palace palaces mansion mansions estate",
            "Gutshof Gutshöfe Gutshaus Herrenhaus Schloss Schlösser",
        ],
        Category::Monument => [
            "paminklas paminklai koplytėlė koplytėlės koplyčia koplyčios grota grotos Lurdas",
            "monument monuments memorial shrine shrines chapel chapels grotto grottoes Lourdes",
            "Denkmal Denkmäler Kapelle Kapellen Grotte Grotten Lourdes",
        ],
        Category::Museum => [
            "muziejus muziejai sodyba sodybos",
            "museum museums homestead homesteads",
            "Museum Museen Gehöft Gehöfte Hof Höfe",
        ],
        Category::Nature => [
            "gamta kopa kopos akmuo akmenys šaltinis šaltiniai takas takai",
            "nature dune dunes stone stones boulder boulders spring springs path paths",
            "Natur Düne Dünen Stein Steine Findling Findlinge Quelle Quellen Pfad Pfade",
        ],
        Category::Park => ["parkas parkai", "park parks", "Park Parks"],
        Category::Viewpoint => [
            "apžvalgos vieta vietos aikštelė regykla bokštas bokštai kopa kopos",
            "viewpoint viewpoints view views lookout tower towers dune dunes",
            "Aussichtspunkt Aussichtspunkte Aussicht Aussichtsturm Aussichtstürme Turm Türme Düne Dünen",
        ],
        Category::Village => ["kaimas kaimai", "village villages", "Dorf Dörfer"],
    }
}

fn of_place(kind: PlaceKind) -> [&'static str; 3] {
    match kind {
        PlaceKind::FerryPier => [
            "prieplauka prieplaukos perkėla perkėlos keltas keltai laivas laivai",
            "ferry ferries pier piers terminal",
            "Anleger Fähre Fähren Fähranleger",
        ],
        PlaceKind::InformationCentre => [
            "turizmo informacijos centras centrai TIC",
            "tourist tourism information centre centres center info TIC",
            "Touristeninformation Tourist Information Informationen Auskunft TIC",
        ],
        PlaceKind::City => ["miestas miestai", "city cities town", "Stadt Städte"],
        PlaceKind::Town => ["miestas miestai", "town towns", "Stadt Städte Kleinstadt"],
        PlaceKind::SmallTown => ["miestelis miesteliai", "small town towns", "Städtchen Kleinstadt Stadt Städte"],
        PlaceKind::Village => of_category(Category::Village),
        PlaceKind::District => ["miesto dalis dalys rajonas", "district districts", "Ortsteil Ortsteile Stadtteil"],
    }
}

fn pick([lt, en, de]: [&'static str; 3], language: Language) -> &'static str {
    match language {
        Language::LT => lt,
        Language::DE => de,
        _ => en,
    }
}
