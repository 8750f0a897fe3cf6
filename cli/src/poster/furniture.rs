//! What every map needs beside the map: scale bar, north arrow, credits.

use route_guide_core::geometry::Metres;

use super::drawing::{Anchor, Drawing, Ink, PathText};
use super::labels::Field;
use super::lettering::Cut;
use super::palette;
use super::plane::{Rect, Spot};
use super::projection::View;
use super::words::Speech;

const MARGIN: f64 = 18.0;
/// The longest scale bar.
const LONGEST_BAR: f64 = 128.0;

/// The plate that holds scale bar and north arrow.
pub(super) struct Plate {
    rect: Rect,
    /// The length the bar shows.
    length: Metres,
}

impl Plate {
    /// Takes the corner of the map that the line leaves free.
    pub fn reserve(field: &mut Field, view: &View, line: &[Spot]) -> Plate {
        let length = round_length(view.metres(LONGEST_BAR));
        let (width, height) = (view.units(length) + 80.0, 46.0);
        let frame = field.frame.grown(-MARGIN);
        let corners = [
            (frame.left, frame.bottom - height),
            (frame.right - width, frame.bottom - height),
            (frame.left, frame.top),
            (frame.right - width, frame.top),
        ];
        let plates = corners.map(|(left, top)| Rect::new(left, top, width, height));
        let crowd = |plate: &Rect| line.iter().filter(|spot| plate.grown(24.0).contains(**spot)).count();
        let rect = plates.into_iter().min_by_key(crowd).unwrap_or(plates[0]);
        field.taken.push(rect);
        field.covered = Some(rect);
        Plate { rect, length }
    }

    pub fn draw(&self, drawing: &mut Drawing<'_>, speech: Speech, view: &View) {
        let plate = self.rect;
        drawing.rect(plate, &format!("fill=\"{}\" fill-opacity=\"0.88\" rx=\"4\"", palette::PAPER));
        draw_north(drawing, speech, Spot::new(plate.left + 21.0, plate.middle().y));
        draw_scale(drawing, speech, view, self.length, Spot::new(plate.left + 48.0, plate.bottom - 14.0));
    }
}

fn draw_north(drawing: &mut Drawing<'_>, speech: Speech, middle: Spot) {
    let at = |x: f64, y: f64| Spot::new(middle.x + x, middle.y + y);
    let fill = format!("fill=\"{}\"", palette::INK);
    drawing.path(&PathText::ring(&[at(0.0, -6.0), at(-6.5, 16.0), at(0.0, 11.0)]), &fill);
    let hollow = format!("fill=\"none\" stroke=\"{}\" stroke-width=\"0.9\" stroke-linejoin=\"round\"", palette::INK);
    drawing.path(&PathText::ring(&[at(0.0, -6.0), at(6.5, 16.0), at(0.0, 11.0)]), &hollow);
    let words = drawing.lettering.set(Cut::Bold, 10.0, speech.north());
    drawing.words(&words, at(0.0, -9.0), Anchor::Middle, Ink::plain(palette::INK));
}

/// The roundest length of which a bar is no longer than `longest`.
fn round_length(longest: Metres) -> Metres {
    let mut decade = 1.0;
    while decade * 10.0 <= longest.0 {
        decade *= 10.0;
    }
    let roundest = [5.0, 2.0, 1.0].into_iter().find(|times| times * decade <= longest.0);
    Metres(roundest.unwrap_or(1.0) * decade)
}

fn draw_scale(drawing: &mut Drawing<'_>, speech: Speech, view: &View, length: Metres, left: Spot) {
    const PARTS: u32 = 4;
    let whole = view.units(length);
    drawing.open("id=\"scale\"");
    let bar = Rect::new(left.x, left.y - 4.0, whole, 4.0);
    drawing.rect(bar, &format!("fill=\"{}\" stroke=\"{}\" stroke-width=\"0.8\"", palette::PAPER, palette::INK));
    for part in (0..PARTS).step_by(2) {
        let piece = whole / f64::from(PARTS);
        let rect = Rect::new(left.x + piece * f64::from(part), bar.top, piece, bar.height());
        drawing.rect(rect, &format!("fill=\"{}\"", palette::INK));
    }
    let half = Metres(length.0 / 2.0);
    for (text, share) in [("0".to_owned(), 0.0), (speech.round_length(half), 0.5), (speech.round_length(length), 1.0)] {
        let words = drawing.lettering.set(Cut::Regular, 8.0, &text);
        let at = Spot::new(left.x + whole * share, bar.top - 4.5);
        drawing.words(&words, at, Anchor::Middle, Ink::plain(palette::INK));
    }
    drawing.close();
}

#[cfg(test)]
mod tests {
    use route_guide_core::geometry::Point;

    use super::*;

    #[test]
    fn the_bar_is_as_long_as_what_it_says() {
        let at = |lat: f64, lon: f64| Point::new(lat, lon).expect("a position");
        let frame = Rect::new(0.0, 0.0, 556.0, 1_191.0);
        let view = View::fit(&[at(55.29, 20.99), at(55.92, 21.28)], frame, frame.grown(-64.0)).expect("a view");
        let mut field = Field { frame, covered: None, taken: Vec::new(), leaders: Vec::new(), lines: Vec::new() };
        let plate = Plate::reserve(&mut field, &view, &[]);
        let bar = view.units(plate.length);
        // From the middle of the map due east, as far as the bar is long on the sheet.
        let from = at(55.605, 21.135);
        let east = |lon: f64| view.place(at(55.605, lon)).distance(view.place(from));
        let (mut near, mut far) = (from.lon(), from.lon() + 1.0);
        for _ in 0..50 {
            let middle = (near + far) / 2.0;
            if east(middle) < bar { near = middle } else { far = middle }
        }
        let on_ground = from.distance(at(55.605, near));
        assert!((on_ground.0 / plate.length.0 - 1.0).abs() < 1e-3, "{on_ground} for {}", plate.length);
    }

    #[test]
    fn scale_bars_have_round_lengths() {
        for (longest, round) in [(12_345.0, 10_000.0), (9_999.0, 5_000.0), (2_500.0, 2_000.0), (130.0, 100.0)] {
            assert_eq!(round_length(Metres(longest)), Metres(round));
        }
    }
}
