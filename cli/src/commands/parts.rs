//! What in a GPX file can be followed, as it is listed and chosen.

use std::path::Path;

use route_guide_core::geometry::{Along, Metres};
use route_guide_core::gpx::{self, Gpx, Part};
use route_guide_core::guidance::{Course, Waypoint};
use route_guide_core::model::Mode;
use serde::Serialize;

use super::check::plural;
use crate::failure::Failure;
use crate::output;

/// A part for programs.
#[derive(Serialize)]
pub struct PartLine {
    number: usize,
    name: Option<String>,
    points: usize,
    length_m: f64,
    /// How long each gap is that its pieces leave.
    gaps_m: Vec<f64>,
}

impl PartLine {
    pub fn of(part: &Part<'_>) -> PartLine {
        PartLine {
            number: part.number(),
            name: part.name().map(str::to_owned),
            points: part.points(),
            length_m: part.length().0.round(),
            gaps_m: gaps(part).into_iter().map(|gap| gap.0.round()).collect(),
        }
    }
}

/// A part for people: its number, length, gaps and name.
pub fn told(part: &Part<'_>) -> String {
    let gaps = gaps(part);
    let between = match &gaps[..] {
        [] => String::new(),
        [gap] => format!(" in 2 pieces, {} apart", output::length(*gap)),
        all => format!(" in {} pieces, {} between them", all.len() + 1, output::length(all.iter().copied().sum())),
    };
    format!(
        "{:>4}  {:>9}{between}  {}",
        part.number(),
        output::length(part.length()),
        part.name().unwrap_or("(no name)")
    )
}

fn gaps(part: &Part<'_>) -> Vec<Metres> {
    part.way().map(|way| way.gaps.iter().map(|gap| gap.end - gap.start).collect()).unwrap_or_default()
}

/// The course along the part of that number, or where none is named, along what is meant by the file as a whole. Says to
/// standard error what there was to choose from.
///
/// # Errors
/// When the file has no such part, or nothing to follow.
pub fn course(path: &Path, gpx: &Gpx, number: Option<usize>) -> Result<Course, Failure> {
    let parts = gpx::parts(gpx);
    let part = match number {
        None => gpx::whole(gpx).map_err(|wrong| Failure::Work(format!("{}: {wrong}", path.display())))?,
        Some(number) => chosen(path, &parts, number)?,
    };
    if parts.len() > 1 {
        tell_choice(path, &parts, &part);
    }
    let way = part.way().map_err(|wrong| Failure::Work(format!("{}: {wrong}", path.display())))?;
    for gap in &way.gaps {
        tell_gap(gap.start, gap.end);
    }
    let places = gpx::marked_places(gpx, &part).into_iter();
    let waypoints: Vec<Waypoint> =
        places.map(|place| Waypoint { name: place.name, words: place.words, position: place.point }).collect();
    Ok(Course::of_track(part.name().unwrap_or_default(), way.line, &way.gaps, Mode::Bike, &waypoints))
}

fn chosen<'g>(path: &Path, parts: &[Part<'g>], number: usize) -> Result<Part<'g>, Failure> {
    let found = parts.iter().find(|part| part.number() == number).cloned();
    found.ok_or_else(|| {
        let there_are = plural(parts.len(), "part");
        Failure::Work(format!("{} has {there_are} to follow, and none numbered {number}", path.display()))
    })
}

fn tell_choice(path: &Path, parts: &[Part<'_>], followed: &Part<'_>) {
    output::note(format!("{} has {} to follow:", path.display(), plural(parts.len(), "part")));
    parts.iter().for_each(|part| output::note(told(part)));
    let numbers = followed.numbers();
    if numbers == (1..=parts.len()) {
        output::note("followed as one: each begins where the one before it ends");
        return;
    }
    let left_out = parts.iter().map(Part::number).filter(|number| !numbers.contains(number));
    let left_out: Vec<String> = left_out.map(|number| number.to_string()).collect();
    output::note(format!("followed: {}; left out: {} (choose with --part)", followed.number(), left_out.join(", ")));
}

fn tell_gap(from: Along, to: Along) {
    let (from, length) = (output::length(from.0), output::length(to - from));
    output::note(format!(
        "after {from} nothing is known of the way for {length}: direction and distance are shown there"
    ));
}
