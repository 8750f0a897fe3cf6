//! The sheet as a whole: what lies where, and in which order it is drawn.

use route_guide_core::geometry::Along;
use route_guide_core::model::PlaceKind;

use super::drawing::Drawing;
use super::furniture::Plate;
use super::labels::Field;
use super::lettering::Lettering;
use super::plane::Rect;
use super::projection::View;
use super::stops::Marks;
use super::words::Speech;
use super::{Poster, base, legend, names, palette, stops, waters, way};

/// How large what is drawn is, in sheet units.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Style {
    /// The width of the route's line.
    pub line: f64,
    /// The radius of a stop's mark.
    pub mark: f64,
    /// The size of a stop's name.
    pub stop_name: f64,
    /// The size of a town's name; villages are smaller, cities larger.
    pub place_name: f64,
    /// The size of a sea's name.
    pub water_name: f64,
    /// The width of a shore; other lines of the base map follow from it.
    pub shore: f64,
}

const STYLE: Style = Style { line: 4.6, mark: 9.2, stop_name: 11.2, place_name: 10.0, water_name: 20.0, shore: 0.7 };

/// A3 in points.
const SIZE: Rect = Rect { left: 0.0, top: 0.0, right: 842.0, bottom: 1_191.0 };
/// Where the map ends and the column of words begins.
const COLUMN: f64 = 556.0;
/// How far names stay from the edge of the map: a printer may cut that much.
const EDGE: f64 = 14.0;

/// What the column has to explain.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Shown {
    /// Degrees east of the meridian of the projection.
    pub meridian: f64,
    /// Whether a border is seen.
    pub border: bool,
    /// Whether an information centre is marked.
    pub information: bool,
}

pub(super) fn draw(poster: &Poster<'_>) -> String {
    let lettering = Lettering::new();
    let mut drawing = Drawing::new(&lettering);
    let title = poster.route.name.in_language(poster.language);
    let frame = Rect { right: COLUMN, ..SIZE };
    drawing.rect(SIZE, &format!("fill=\"{}\"", palette::PAPER));
    if let Some(shown) = draw_map(&mut drawing, poster, frame, frame.grown(-64.0), &STYLE) {
        legend::draw(&mut drawing, poster, shown, Rect { left: COLUMN, ..SIZE }, &STYLE);
    }
    drawing.finish(SIZE, "width=\"297mm\" height=\"420mm\"", title)
}

/// Draws from the ground up, and gives names their room by rank: cities, stops, then what else there is.
fn draw_map(drawing: &mut Drawing<'_>, poster: &Poster<'_>, frame: Rect, inner: Rect, style: &Style) -> Option<Shown> {
    let route = poster.route;
    let speech = Speech::new(poster.language);
    let shown = route.line.points().iter().copied().chain(route.stops.iter().map(|stop| stop.position));
    let view = View::fit(&shown.collect::<Vec<_>>(), frame, inner)?;
    let line = way::spots(route, &view, Along::START, route.line.end());
    let mut field = Field {
        frame: frame.grown(-EDGE),
        covered: None,
        taken: Vec::new(),
        leaders: Vec::new(),
        lines: way::pieces(&line),
    };

    drawing.open_clipped(frame);
    let border = base::draw(drawing, poster.base_map, &view, style);
    let plate = Plate::reserve(&mut field, &view, &line);
    let marks = Marks::set(route, &view, &mut field, style);
    way::draw(drawing, route, &view, style);
    marks.draw_legs(drawing, style);
    names::draw_places(drawing, poster, &[PlaceKind::City], &view, &mut field, style);
    let stop_names = stops::name(drawing, poster, &marks, &mut field, style);
    let information = names::draw_information_centres(drawing, poster.places, &view, &mut field, style);
    let smaller = [PlaceKind::Town, PlaceKind::SmallTown, PlaceKind::Village, PlaceKind::District];
    names::draw_places(drawing, poster, &smaller, &view, &mut field, style);
    waters::draw_sea_names(drawing, poster.base_map, poster.language, &view, &mut field, style);
    waters::draw_river_names(drawing, poster.base_map, &view, &mut field, style);
    marks.draw(drawing, style);
    stops::draw_names(drawing, &stop_names);
    plate.draw(drawing, speech, &view);
    drawing.close();
    Some(Shown { meridian: view.meridian(), border, information })
}
