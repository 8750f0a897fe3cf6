//! What comes of rides and questions, in lines that every language writes alike.

use std::fmt::{Display, Write as _};
use std::fs;
use std::path::Path;

use route_guide_core::errors::Complaint;
use route_guide_core::geometry::{Metres, Side};
use route_guide_core::gpx::{Profile, RideExport};
use route_guide_core::guidance::{
    Course, Cue, Direction, Event, Match, NextStop, OffRoute, Progress, Settings, Update,
};
use route_guide_core::library::{Advance, Departure, Found, Library, Matched, Query, Start, Tally, Way, What};
use route_guide_core::model::{BundleId, Language};

use super::{Journey, questions};

/// What came of a ride.
#[derive(Debug, Clone, Default)]
pub struct Stream {
    /// What guidance and the library said, fix by fix.
    pub steps: String,
    /// The recording as GPX for any program.
    pub plain: Vec<u8>,
    /// The recording as GPX for Garmin devices.
    pub garmin: Vec<u8>,
}

/// Puts a ride through a fresh library in that folder, and writes down what comes of it.
///
/// # Panics
/// When anything fails.
#[must_use]
pub fn travelled_stream(folder: &Path, bundle_file: &Path, bundle: &BundleId, journey: &Journey) -> Stream {
    let (first, last) = (journey.fixes.first().expect("a fix"), journey.fixes.last().expect("a fix"));
    let mut library = Library::open(&folder.join("library"), first.time_ms).expect("opens");
    library.install(bundle_file, None, &[], first.time_ms).expect("installs");
    let settings = Settings::in_language(journey.language);
    let way = Way::Route { bundle: bundle.clone(), route: journey.route.clone() };
    let followed = library.followed(&way, settings).expect("a route");
    let start = Start { time_ms: first.time_ms, name: Some(journey.name.clone()), mode: None, followed };
    let id = library.start_recording(&start).expect("starts");
    let (mut under_way, _) =
        library.set_out(&way, journey.reversed, Departure::Continue, settings, Some(id)).expect("sets out");
    let mut steps = String::new();
    for fix in &journey.fixes {
        let advance = library.advance(&mut under_way, fix);
        write_step(&mut steps, &advance, under_way.waiting(), under_way.guide().course(), journey.language);
    }
    library.catch_up(&mut under_way).expect("catches up");
    library.stop_recording(id, last.time_ms).expect("stops");
    let exported = |profile| {
        let path = folder.join("ride.gpx");
        let how = RideExport { profile, language: journey.language };
        library.export_recording(id, how, &path).expect("exports");
        fs::read(path).expect("reads")
    };
    Stream { steps, plain: exported(Profile::Plain), garmin: exported(Profile::Garmin) }
}

/// What is found by each question in a library with that bundle.
///
/// # Panics
/// When anything fails.
#[must_use]
pub fn answers(folder: &Path, bundle_file: &Path) -> String {
    let mut library = Library::open(&folder.join("searched"), 0).expect("opens");
    library.install(bundle_file, None, &[], 0).expect("installs");
    let mut lines = String::new();
    for question in questions() {
        let _ = writeln!(lines, "search|{}|{}", question.language, question.words);
        let query = Query { text: question.words, language: question.language, near: question.near, limit: 20 };
        for found in library.search(&query).expect("searches") {
            write_found(&mut lines, &found);
        }
    }
    lines
}

fn write_step(lines: &mut String, advance: &Advance, waiting: usize, course: &Course, language: Language) {
    let Advance { step, kept } = advance;
    let (tally, not_kept) = match kept {
        Ok(tally) => (known(tally.as_ref().map(tally_words)), None),
        Err(error) => (known(None::<String>), Some(Complaint::of_library(error, language).code)),
    };
    let (after, accuracy) = (bits(step.next_fix.after_s), metres(step.next_fix.accuracy));
    let _ = writeln!(lines, "step|{after}|{accuracy}|{tally}|{}|{waiting}", known(not_kept));
    match &step.outcome {
        Err(refused) => {
            let _ = writeln!(lines, "refused|{}|{}", refused.reason.name(), one_line(&refused.text));
        }
        Ok(update) => write_update(lines, update, course),
    }
}

fn tally_words(tally: &Tally) -> String {
    let climb = tally.climb();
    let position = tally.position().map(|at| format!("{};{}", bits(at.lat()), bits(at.lon())));
    let words = [
        tally.fixes.to_string(),
        tally.believed.to_string(),
        tally.lost.to_string(),
        tally.segments.to_string(),
        bits(tally.distance_m),
        tally.duration_ms.to_string(),
        tally.moving_ms.to_string(),
        tally.pausing.to_string(),
        known(climb.map(|climb| metres(climb.gain))),
        known(climb.map(|climb| metres(climb.loss))),
        known(tally.pace().map(bits)),
        known(position),
    ];
    words.join(",")
}

fn write_update(lines: &mut String, update: &Update, course: &Course) {
    let Match { along, cross, confidence, leg, segment, point, direction } = update.matched;
    let Progress { share, travelled, remaining } = update.progress;
    let direction = match direction {
        Direction::Forward => "forward",
        Direction::Backward => "backward",
    };
    let words = [
        "update".to_owned(),
        metres(along.0),
        metres(cross),
        bits(confidence),
        leg.to_string(),
        segment.to_string(),
        bits(point.lat()),
        bits(point.lon()),
        direction.to_owned(),
        bits(share),
        metres(travelled),
        metres(remaining),
        metres(update.stage.remaining),
        update.eta_ms.to_string(),
        known(update.next_stop.as_ref().map(next_words)),
        known(update.off_route.as_ref().map(off_words)),
    ];
    let _ = writeln!(lines, "{}", words.join("|"));
    for Cue { event, text, spoken } in &update.cues {
        let spoken = known(spoken.as_deref().map(one_line));
        let _ = writeln!(lines, "cue|{}|{}|{spoken}", event_words(event, course), one_line(text));
    }
}

fn next_words(stop: &NextStop) -> String {
    let NextStop { id, name: _, number, ahead, distance, bearing, side, eta_ms } = stop;
    let (ahead, distance, bearing) = (metres(*ahead), metres(*distance), bits(bearing.degrees()));
    format!("{id},{number},{ahead},{distance},{bearing},{},{eta_ms}", side_word(*side))
}

fn off_words(off: &OffRoute) -> String {
    let OffRoute { distance, back, rejoin, rejoin_along, since_ms } = off;
    let (distance, back, along) = (metres(*distance), bits(back.degrees()), metres(rejoin_along.0));
    format!("{distance},{back},{},{},{along},{since_ms}", bits(rejoin.lat()), bits(rejoin.lon()))
}

fn event_words(event: &Event, course: &Course) -> String {
    let stop = |number: usize| course.stops()[number].id.to_string();
    let stage = |number: usize| course.stages()[number].id.to_string();
    let beside = |(side, distance): (Side, Metres)| format!("{};{}", side_word(side), metres(distance));
    match event {
        Event::StopAhead { stop: at, distance, aside } => {
            format!("stop-ahead,{},{},{}", stop(*at), metres(*distance), known(aside.map(beside)))
        }
        Event::Arrived { stop: at, aside, told_before: _ } => {
            format!("arrived,{},{}", stop(*at), known(aside.map(beside)))
        }
        Event::InView { stop: at, side, distance, told_before: _ } => {
            format!("in-view,{},{}", stop(*at), beside((*side, *distance)))
        }
        Event::Skipped { stop: at } => format!("skipped,{}", stop(*at)),
        Event::StageEnded { stage: at, next } => format!("stage-ended,{},{}", stage(*at), known(next.map(stage))),
        Event::RouteEnded => "route-ended".into(),
        Event::ModeAhead { mode, distance } => format!("mode-ahead,{mode},{}", metres(*distance)),
        Event::LineIsIndicative => "line-is-indicative".into(),
        Event::LineShowsTheWay { exact: _ } => "line-shows-the-way".into(),
        Event::RouteIsThere(off) => format!("route-is-there,{}", off_words(off)),
        Event::OffRoute(off) => format!("left-route,{}", off_words(off)),
        Event::StillOffRoute(off) => format!("still-off-route,{}", off_words(off)),
        Event::BackOnRoute => "back-on-route".into(),
    }
}

fn write_found(lines: &mut String, found: &Found) {
    let thing = match &found.what {
        What::Route(route) => format!("route,{route}"),
        What::Stage(route, stage) => format!("stage,{route},{stage}"),
        What::Stop(route, stop, category) => format!("stop,{route},{stop},{category}"),
        What::Place(place, kind) => format!("place,{place},{kind}"),
    };
    let matched = match &found.matched {
        Matched::Name(name, language) => format!("name,{},{}", one_line(name), known(*language)),
        Matched::AlternativeName(name, language) => format!("alternative-name,{},{}", one_line(name), known(*language)),
        Matched::Kind => "kind".into(),
        Matched::Text(quote) => {
            format!("in-text,{},{},{}", one_line(&quote.before), one_line(&quote.word), one_line(&quote.after))
        }
    };
    let _ = writeln!(
        lines,
        "found|{}|{thing}|{}|{}|{}|{matched}|{}|{}|{}",
        found.bundle,
        one_line(&found.name),
        found.kind,
        known(found.distance.map(metres)),
        found.corrected,
        bits(found.position.lat()),
        bits(found.position.lon()),
    );
}

fn side_word(side: Side) -> &'static str {
    match side {
        Side::Left => "left",
        Side::Right => "right",
    }
}

fn metres(length: Metres) -> String {
    bits(length.0)
}

/// A number to its last bit, whatever a language makes of decimals.
fn bits(number: f64) -> String {
    format!("{:016x}", number.to_bits())
}

fn known<T: Display>(value: Option<T>) -> String {
    value.map_or("-".to_owned(), |value| value.to_string())
}

fn one_line(text: &str) -> String {
    text.replace('\n', "\\n")
}
