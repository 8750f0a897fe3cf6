//! The sheet as a whole: what lies where, and in which order it is drawn.

use route_guide_core::geometry::{Along, Point};

use super::drawing::Drawing;
use super::labels::Field;
use super::lettering::Lettering;
use super::plane::Rect;
use super::projection::View;
use super::stops::Marks;
use super::words::Speech;
use super::{Kind, Poster, base, furniture, legend, names, palette, stops, way};

/// Sizes that differ between what hangs on a wall and what is seen small on a screen, in sheet units.
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

const POSTER: Style = Style { line: 4.2, mark: 8.2, stop_name: 10.0, place_name: 9.2, water_name: 19.0, shore: 0.7 };
const COVER: Style = Style { line: 11.0, mark: 15.0, stop_name: 0.0, place_name: 30.0, water_name: 44.0, shore: 1.6 };

/// A3 in points.
const POSTER_SIZE: Rect = Rect { left: 0.0, top: 0.0, right: 842.0, bottom: 1_191.0 };
const COVER_SIZE: Rect = Rect { left: 0.0, top: 0.0, right: 1_600.0, bottom: 1_000.0 };
/// Where the map ends on a poster and the column of words begins.
const COLUMN: f64 = 556.0;

pub(super) fn draw(poster: &Poster<'_>) -> String {
    let lettering = Lettering::new();
    let mut drawing = Drawing::new(&lettering);
    let speech = Speech::new(poster.language);
    let title = poster.route.name.in_language(poster.language);
    match poster.kind {
        Kind::Poster => {
            let frame = Rect { right: COLUMN, ..POSTER_SIZE };
            drawing.rect(POSTER_SIZE, &format!("fill=\"{}\"", palette::PAPER));
            let view = draw_map(&mut drawing, poster, speech, frame, frame.grown(-64.0), &POSTER);
            let column = Rect { left: COLUMN, ..POSTER_SIZE };
            legend::draw(&mut drawing, poster, view.as_ref(), speech, column, &POSTER);
            drawing.finish(POSTER_SIZE, "width=\"297mm\" height=\"420mm\"", title)
        }
        Kind::Cover => {
            draw_map(&mut drawing, poster, speech, COVER_SIZE, COVER_SIZE.grown(-90.0), &COVER);
            drawing.finish(COVER_SIZE, "width=\"1600\" height=\"1000\"", title)
        }
    }
}

fn draw_map(
    drawing: &mut Drawing<'_>,
    poster: &Poster<'_>,
    speech: Speech,
    frame: Rect,
    inner: Rect,
    style: &Style,
) -> Option<View> {
    let route = poster.route;
    let shown: Vec<Point> =
        route.line.points().iter().copied().chain(route.stops.iter().map(|stop| stop.position)).collect();
    let view = View::fit(&shown, frame, inner)?;
    let line = way::spots(route, &view, Along::START, route.line.end());
    let mut field =
        Field { frame: frame.grown(-style.mark), taken: Vec::new(), leaders: Vec::new(), lines: way::pieces(&line) };

    drawing.open_clipped(frame);
    base::draw(drawing, poster.base_map, &view, style);
    let plate = (poster.kind == Kind::Poster).then(|| furniture::reserve(&mut field, &line));
    let marks = Marks::set(route, &view, &mut field, style);
    way::draw(drawing, route, &view, style);
    marks.draw_legs(drawing, style);
    let stop_names = match poster.kind {
        Kind::Poster => stops::name(drawing, poster, &marks, &mut field, style),
        Kind::Cover => Vec::new(),
    };
    names::draw_places(drawing, poster, &view, &mut field, style);
    names::draw_waters(drawing, poster.base_map, speech, &view, &mut field, style);
    marks.draw(drawing, poster.kind, style);
    stops::draw_names(drawing, &stop_names);
    match plate {
        Some(plate) => furniture::draw(drawing, speech, &view, plate),
        None => furniture::credit(drawing, poster.attributions, frame),
    }
    drawing.close();
    Some(view)
}
