//! An editor's source made up by a machine: as many routes as wanted, each with as many stops, with texts as long as real
//! ones in three languages. For the test and the bench of what a large bundle costs.

use std::fmt::Write as _;
use std::fs;
use std::path::Path;

/// The vertices of each route's line, and how far apart they are in degrees.
const VERTICES: usize = 1_000;
const STEP: f64 = 0.0004;
/// Routes lie beside one another, so many in a row.
const IN_A_ROW: usize = 100;

const LANGUAGES: [&str; 3] = ["lt", "en", "de"];
const SENTENCE: &str = "Smėlio kopos juda, o vėjas piešia jų keterose vis kitokius raštus. ";
const KINDS: [&str; 5] = ["nature", "viewpoint", "museum", "church", "lighthouse"];

/// Writes the source into the folder, which is made.
pub fn source(folder: &Path, routes: usize, stops: usize) {
    fs::create_dir_all(folder.join("routes")).expect("makes a folder");
    fs::write(folder.join("places.toml"), "").expect("writes");
    let ids: Vec<String> = (0..routes).map(|route| format!("\"{}\"", id(route))).collect();
    let mut collection = format!(
        "id = \"made-up\"\nversion = 1\npublished = \"2026-12-01\"\npublisher = \"Nobody\"\nlicence = \"CC0-1.0\"\n\
         languages = [\"lt\", \"en\", \"de\"]\nroutes = [{}]\n",
        ids.join(", ")
    );
    texts(&mut collection, "name", |_| "Daug maršrutų".into());
    texts(&mut collection, "summary", |_| SENTENCE.into());
    collection.push_str("[emergency]\nnumber = \"112\"\n");
    texts(&mut collection, "emergency.note", |_| "112".into());
    collection.push_str(
        "[[attribution]]\nwhat = \"Lines\"\ntext = \"Nobody\"\nlicence = \"CC0-1.0\"\nurl = \"https://example.org/\"\n",
    );
    fs::write(folder.join("collection.toml"), collection).expect("writes");
    (0..routes).for_each(|number| route(folder, number, stops));
}

/// The id of a route.
pub fn id(route: usize) -> String {
    format!("route-{route}")
}

fn at(route: usize, vertex: usize) -> (f64, f64) {
    let (row, column) = ((route / IN_A_ROW) as f64, (route % IN_A_ROW) as f64);
    let along = vertex as f64 * STEP;
    (row * 0.5 - 30.0 + along, column * 0.05 + 0.005 * (along * 40.0).sin())
}

fn route(folder: &Path, number: usize, stops: usize) {
    let id = id(number);
    let home = folder.join("routes").join(&id);
    fs::create_dir_all(home.join("stops")).expect("makes a folder");
    let stop_ids: Vec<String> = (0..stops).map(|stop| format!("stop-{number}-{stop}")).collect();
    let quoted: Vec<String> = stop_ids.iter().map(|id| format!("\"{id}\"")).collect();
    let mut route = format!(
        "id = \"{id}\"\ncreator = \"Nobody\"\ndays = 1\ndistricts = [\"Jūra\"]\nsuitability = [\"families\"]\n\
         unverified = []\n"
    );
    texts(&mut route, "name", |language| format!("Maršrutas {number} {language}"));
    texts(&mut route, "summary", |_| SENTENCE.repeat(2));
    texts(&mut route, "description", |_| SENTENCE.repeat(10));
    route.push_str("[[fact]]\ntext = \"The dunes move\"\nsource = \"https://example.org/dunes\"\n");
    let _ = write!(route, "[[stage]]\nid = \"day\"\nstops = [{}]\n", quoted.join(", "));
    for part in ["stage.name", "stage.summary", "stage.description"] {
        texts(&mut route, part, |language| format!("Diena {number} {language}. {SENTENCE}"));
    }
    route.push_str(
        "[[leg]]\ntrack = \"way\"\nstage = \"day\"\nmode = \"bike\"\norigin = \"digitised\"\naccuracy_m = 20\n\
         follows = \"nothing\"\n",
    );
    fs::write(home.join("route.toml"), route).expect("writes");
    let mut line = String::from(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<gpx version=\"1.1\" creator=\"nobody\" \
         xmlns=\"http://www.topografix.com/GPX/1/1\">\n<trk><name>way</name><trkseg>\n",
    );
    for vertex in 0..VERTICES {
        let (lat, lon) = at(number, vertex);
        let _ = writeln!(line, "<trkpt lat=\"{lat:.6}\" lon=\"{lon:.6}\"/>");
    }
    line.push_str("</trkseg></trk>\n</gpx>\n");
    fs::write(home.join("line.gpx"), line).expect("writes");
    for (place, id) in stop_ids.iter().enumerate() {
        let (lat, lon) = at(number, place * (VERTICES - 1) / stops.max(2).saturating_sub(1));
        let kind = KINDS[(number + place) % KINDS.len()];
        let mut stop = format!(
            "id = \"{id}\"\ncategory = \"{kind}\"\nlat = {lat:.6}\nlon = {lon:.6}\naccuracy_m = 20\n\
             position_source = \"made up\"\nradius_m = 100\nofficial = false\n"
        );
        texts(&mut stop, "name", |language| format!("Kopa {number} {place} {language}"));
        texts(&mut stop, "summary", |_| SENTENCE.repeat(2));
        texts(&mut stop, "description", |_| SENTENCE.repeat(8));
        stop.push_str("[[fact]]\ntext = \"The dune moves\"\nsource = \"https://example.org/dunes\"\n");
        fs::write(home.join("stops").join(format!("{id}.toml")), stop).expect("writes");
    }
}

fn texts(file: &mut String, field: &str, text: impl Fn(&str) -> String) {
    let _ = writeln!(file, "[{field}]");
    for language in LANGUAGES {
        let _ = writeln!(file, "{language} = \"{}\"", text(language).trim());
    }
}
