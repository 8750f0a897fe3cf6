//! `library … search`.

use route_guide_core::geometry::Point;
use route_guide_core::library::{Found, Library, Matched, Query, What};
use route_guide_core::model::Language;
use serde::Serialize;

use crate::failure::Failure;
use crate::output;

/// How many finds are shown.
const SHOWN: usize = 20;

/// Looks for what was typed and lists the finds, the best first.
///
/// # Errors
/// When the library cannot be read.
pub fn search(
    library: &Library,
    text: &str,
    language: Language,
    near: Option<Point>,
    json: bool,
) -> Result<(), Failure> {
    let found = library.search(&Query { text, language, near, limit: SHOWN }).map_err(Failure::work)?;
    if found.is_empty() && !json {
        output::note("nothing was found; try fewer or other words");
    }
    for one in &found {
        if json {
            output::json_line(&Line::of(one))?;
        } else {
            tell(one);
        }
    }
    Ok(())
}

fn tell(found: &Found) {
    let distance = found.distance.map(|distance| format!(", {} away", output::length(distance))).unwrap_or_default();
    let corrected = if found.corrected { ", taken for a typing error" } else { "" };
    output::line(format!("{}  ({}{distance}{corrected}; {})", found.name, found.kind, id(&found.what)));
    match &found.matched {
        Matched::Name(name, _) | Matched::AlternativeName(name, _) if *name != found.name => {
            output::line(format!("    also: {name}"));
        }
        Matched::Text(quote) => output::line(format!("    {}{}{}", quote.before, quote.word, quote.after)),
        Matched::Name(..) | Matched::AlternativeName(..) | Matched::Kind => {}
    }
}

fn id(what: &What) -> String {
    match what {
        What::Route(id) => id.to_string(),
        What::Stage(route, id) => format!("{route}/{id}"),
        What::Stop(_, id, _) => id.to_string(),
        What::Place(id, _) => id.to_string(),
    }
}

#[derive(Serialize)]
struct Line<'f> {
    name: &'f str,
    kind: &'f str,
    what: &'static str,
    id: String,
    bundle: &'f str,
    lat: f64,
    lon: f64,
    distance_m: Option<f64>,
    matched: &'static str,
    also: Option<&'f str>,
    quote: Option<String>,
    corrected: bool,
}

impl<'f> Line<'f> {
    fn of(found: &'f Found) -> Line<'f> {
        let other = |name: &'f String| Some(name.as_str()).filter(|name| *name != found.name);
        let (matched, also, quote) = match &found.matched {
            Matched::Name(name, _) => ("name", other(name), None),
            Matched::AlternativeName(name, _) => ("alternative-name", other(name), None),
            Matched::Kind => ("kind", None, None),
            Matched::Text(quote) => ("text", None, Some(format!("{}{}{}", quote.before, quote.word, quote.after))),
        };
        Line {
            name: &found.name,
            kind: found.kind,
            what: match found.what {
                What::Route(_) => "route",
                What::Stage(..) => "stage",
                What::Stop(..) => "stop",
                What::Place(..) => "place",
            },
            id: id(&found.what),
            bundle: found.bundle.as_str(),
            lat: found.position.lat(),
            lon: found.position.lon(),
            distance_m: found.distance.map(|distance| distance.0.round()),
            matched,
            also,
            quote,
            corrected: found.corrected,
        }
    }
}
