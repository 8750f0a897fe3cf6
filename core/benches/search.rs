//! Searching 10,000 stops in three languages as one types, with and without a position: every answer ought to take less
//! than 5 ms.
//!
//! Names are the real places of the coast and made-up ones of the same syllables; texts are as long as real ones. The
//! criterion figure is the mean over all questions; before it stand the median and the five slowest questions, each
//! timed by the quickest of three answers. Some questions are chosen, others are drawn from the content; the index was
//! shaped with an eye on both.

#![allow(clippy::expect_used, missing_docs, reason = "a bench that cannot be set up has failed")]

use std::fs;
use std::hint::black_box;
use std::time::{Duration, Instant};

use criterion::{Criterion, criterion_group, criterion_main};
use route_guide_core::bundle;
use route_guide_core::geometry::{Along, Metres, Point};
use route_guide_core::library::{Library, Query};
use route_guide_core::model::{BundleId, Category, Language, Route, RouteId, RouteParts, Stop, StopId, Text};

#[path = "../../tests/support/collection.rs"]
mod small;

const ROUTES: usize = 200;
const STOPS: usize = 50;

/// Numbers that are always the same ones.
struct Dice(u64);

impl Dice {
    fn below(&mut self, sides: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        ((self.0 >> 33) as usize) % sides
    }

    /// Few are drawn often and many seldom, as with words.
    fn seldom_high(&mut self, sides: usize) -> usize {
        let (one, other) = (self.below(1_000), self.below(1_000));
        sides * one * one / 1_000 * other / 1_000_000
    }

    fn of<'a>(&mut self, all: &[&'a str]) -> &'a str {
        all[self.below(all.len())]
    }
}

const PLACES: [&str; 24] = [
    "Klaipėda",
    "Nida",
    "Juodkrantė",
    "Palanga",
    "Kretinga",
    "Šventoji",
    "Karklė",
    "Ventė",
    "Kintai",
    "Mingė",
    "Rusnė",
    "Šilutė",
    "Priekulė",
    "Dreverna",
    "Svencelė",
    "Pervalka",
    "Preila",
    "Smiltynė",
    "Melnragė",
    "Gargždai",
    "Skuodas",
    "Mosėdis",
    "Salantai",
    "Kartena",
];
const BEGINNINGS: [&str; 20] = [
    "pa", "kre", "klai", "šven", "mi", "ža", "ru", "ši", "prie", "dre", "sal", "kar", "gar", "sku", "mo", "nau", "bir",
    "lau", "vi", "ež",
];
const MIDDLES: [&str; 16] =
    ["la", "tin", "pė", "to", "nge", "li", "ku", "ver", "men", "šai", "ran", "dė", "vi", "žu", "ba", "ri"];
const ENDS: [[&str; 8]; 3] = [
    ["ga", "da", "iai", "ė", "as", "kiai", "aičių", "uva"],
    ["ga", "da", "iai", "ė", "as", "kiai", "aičių", "uva"],
    ["gen", "den", "iten", "au", "hof", "kehmen", "äuschen", "ühlen"],
];
const NOUNS: [[&str; 10]; 3] = [
    [
        "kopa",
        "muziejus",
        "bažnyčia",
        "uostas",
        "piliakalnis",
        "dvaras",
        "švyturys",
        "prieplauka",
        "parkas",
        "pažintinis takas",
    ],
    ["Dune", "Museum", "Church", "Harbour", "Hillfort", "Manor", "Lighthouse", "Pier", "Park", "Nature Trail"],
    ["Düne", "Museum", "Kirche", "Hafen", "Burgberg", "Gutshof", "Leuchtturm", "Anleger", "Park", "Lehrpfad"],
];
const SMALL_WORDS: [[&str; 10]; 3] = [
    ["ir", "į", "iš", "čia", "yra", "kad", "prie", "nuo", "per", "metais"],
    ["the", "of", "and", "in", "is", "here", "was", "to", "with", "from"],
    ["der", "die", "und", "in", "ist", "hier", "von", "mit", "wurde", "eine"],
];

struct Writing {
    dice: Dice,
    words: [Vec<String>; 3],
}

impl Writing {
    fn new() -> Writing {
        let mut writing = Writing { dice: Dice(7), words: [const { Vec::new() }; 3] };
        for language in 0..3 {
            writing.words[language] = (0..12_000).map(|_| writing.word(language)).collect();
        }
        writing
    }

    fn word(&mut self, language: usize) -> String {
        let mut word = self.dice.of(&BEGINNINGS).to_owned();
        for _ in 0..self.dice.below(3) {
            word.push_str(self.dice.of(&MIDDLES));
        }
        word + self.dice.of(&ENDS[language])
    }

    fn texts(&mut self, one: impl Fn(&mut Writing, usize) -> String) -> Text {
        let languages = [Language::LT, Language::EN, Language::DE].into_iter().enumerate();
        languages.map(|(number, language)| (language, one(self, number))).collect()
    }

    fn name(&mut self, category: usize) -> Text {
        let place = (self.dice.below(5) == 0).then(|| self.dice.of(&PLACES));
        self.texts(|writing, language| {
            let word = place.map_or_else(|| capital(&writing.word(language)), str::to_owned);
            format!("{word} {}", NOUNS[language][category % 10])
        })
    }

    /// As many words, of them four in ten small ones and now and then a place.
    fn said(&mut self, length: usize) -> Text {
        self.texts(|writing, language| {
            let words = (0..length).map(|_| match writing.dice.below(30) {
                0..=11 => writing.dice.of(&SMALL_WORDS[language]).to_owned(),
                12 => writing.dice.of(&PLACES).to_owned(),
                13 => writing.dice.of(&NOUNS[language]).to_owned(),
                _ => {
                    let seldom = writing.dice.seldom_high(writing.words[language].len());
                    writing.words[language][seldom].clone()
                }
            });
            words.collect::<Vec<_>>().join(" ")
        })
    }

    fn stop(&mut self, pattern: &Stop, number: usize, along: Along) -> Stop {
        let category = self.dice.below(Category::ALL.len());
        let (north, east) = (self.dice.below(20_000) as f64, self.dice.below(20_000) as f64);
        Stop {
            id: StopId::new(&format!("stop-{number}")).expect("an id"),
            category: Category::ALL[category],
            position: small::at(55.0 + north / 1e4 / 2.0, 21.0 + east / 1e4 / 2.0),
            name: self.name(category),
            summary: self.said(20),
            description: self.said(100),
            along,
            ..pattern.clone()
        }
    }
}

fn capital(word: &str) -> String {
    let mut letters = word.chars();
    letters.next().map(|first| first.to_uppercase().chain(letters).collect()).unwrap_or_default()
}

fn routes() -> Vec<Route> {
    let pattern = small::collection().routes.swap_remove(0);
    let mut writing = Writing::new();
    (0..ROUTES)
        .map(|number| {
            let mut parts = RouteParts::clone(&pattern);
            parts.id = RouteId::new(&format!("route-{number}")).expect("an id");
            parts.name = writing.name(0);
            parts.description = writing.said(150);
            let places = (0..STOPS).map(|place| (number * STOPS + place, Along(Metres(place as f64 * 100.0))));
            parts.stops = places.map(|(stop, along)| writing.stop(&pattern.stops[0], stop, along)).collect();
            Route::new(parts).expect("a route")
        })
        .collect()
}

/// What is typed: whole questions letter by letter, all single letters, frequent pairs, other cases and slips.
fn questions() -> Vec<String> {
    let whole = [
        "žemaičių muziejus",
        "klaipėda uostas",
        "nida kopa",
        "lighthouse",
        "Strasse der Düne",
        "kretinga",
        "museen",
        "the church of palanga",
        "palvera",
        "kreting park",
    ];
    let typed = whole
        .iter()
        .flat_map(|whole| whole.char_indices().map(|(at, letter)| whole[..at + letter.len_utf8()].to_owned()));
    let letters = ('a'..='z').map(String::from);
    let pairs = [
        "pa", "kr", "sv", "pr", "mu", "ba", "pi", "du", "de", "st", "an", "li", "gu", "vi", "lau", "ver", "pri", "par",
    ];
    let slips =
        ["kretnga", "klaipdea", "palamga muziejus", "juodkrnte", "lihgthouse", "piliaklanis", "burgbreg", "xqzwvkj"];
    let cases =
        ["muziejuose", "kopos", "uosto", "nidos prieplauka", "dvarai kretingoje", "yra", "und", "hier ist", "ir į iš"];
    let others = pairs.into_iter().chain(slips).chain(cases).map(str::to_owned);
    typed.chain(letters).chain(others).collect()
}

/// Questions drawn from names and texts: one to three words, the last cut off somewhere, in one of four with a slip.
fn drawn(routes: &[Route]) -> Vec<String> {
    let mut dice = Dice(2_026);
    let mut question = || {
        let route = &routes[dice.below(routes.len())];
        let stop = &route.stops[dice.below(route.stops.len())];
        let language = [Language::LT, Language::EN, Language::DE][dice.below(3)];
        let text = if dice.below(2) == 0 { &stop.name } else { &stop.description }.in_language(language);
        let words: Vec<&str> = text.split(' ').collect();
        let chosen: Vec<&str> = (0..=dice.below(3)).map(|_| dice.of(&words)).collect();
        let mut letters: Vec<char> = chosen.join(" ").chars().collect();
        letters.truncate(letters.len().saturating_sub(dice.below(4)).max(1));
        if dice.below(4) == 0 && letters.len() > 5 {
            let place = dice.below(letters.len() - 1);
            letters.swap(place, place + 1);
        }
        letters.into_iter().collect()
    };
    (0..300).map(|_| question()).collect()
}

fn quickest_of_three(library: &Library, query: &Query<'_>) -> Duration {
    let once = || {
        let start = Instant::now();
        black_box(library.search(query).expect("searches"));
        start.elapsed()
    };
    [once(), once(), once()].into_iter().min().unwrap_or_default()
}

fn searching(criterion: &mut Criterion) {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("large.gpkg");
    let mut collection = small::collection();
    collection.manifest.id = BundleId::new("large").expect("an id");
    (collection.routes, collection.places, collection.renditions) = (routes(), Vec::new(), Vec::new());
    bundle::write(&collection, &path).expect("packs");
    let mut library = Library::open(&folder.path().join("phone"), 0).expect("opens");
    let empty = library.storage().expect("measures").database;
    let start = Instant::now();
    library.install(&path, None, &[], 0).expect("installs");
    println!("installing {} stops: {:.2?}", ROUTES * STOPS, start.elapsed());
    drop(library);
    let library = Library::open(&folder.path().join("phone"), 0).expect("opens");
    let grown = library.storage().expect("measures").database - empty;
    println!(
        "the index: {} MB; the bundle: {} MB",
        grown / 1_000_000,
        fs::metadata(&path).expect("a file").len() / 1_000_000
    );

    let (questions, drawn) = (questions(), drawn(&collection.routes));
    let here = Point::new(55.5, 21.5).ok();
    let mut group = criterion.benchmark_group("search 10,000 stops");
    group.sample_size(10);
    for (name, near) in [("nowhere", None), ("near here", here)] {
        let asked = |text| Query { text, language: Language::LT, near, limit: 20 };
        for (which, questions) in [("chosen", &questions), ("drawn", &drawn)] {
            let mut times: Vec<(Duration, &str)> =
                questions.iter().map(|text| (quickest_of_three(&library, &asked(text)), text.as_str())).collect();
            times.sort_unstable();
            let (median, slowest) = (times[times.len() / 2].0, &times[times.len() - 5..]);
            let slow = times.iter().filter(|(time, _)| *time > Duration::from_millis(5)).count();
            println!(
                "{name}: {} {which} questions, median {median:.2?}, {slow} over 5 ms, slowest {slowest:.2?}",
                times.len()
            );
        }
        group.bench_function(name, |bench| {
            let mut questions = questions.iter().cycle();
            bench.iter(|| questions.next().map(|text| library.search(&asked(text)).expect("searches")))
        });
    }
    group.finish();
}

criterion_group!(benches, searching);
criterion_main!(benches);
