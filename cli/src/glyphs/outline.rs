//! Letters of a font as outlines.

use skrifa::outline::{DrawSettings, OutlinePen};
use skrifa::prelude::{LocationRef, Size};
use skrifa::raw::ReadError;
use skrifa::{FontRef, MetadataProvider};

use super::field::{Field, Frame, distance_2_to_piece, winding};

pub(super) struct Font<'a>(FontRef<'a>);

impl<'a> Font<'a> {
    pub fn new(bytes: &'a [u8]) -> Result<Font<'a>, ReadError> {
        FontRef::new(bytes).map(Font)
    }

    /// The outline of a letter at `size` pixels and how far it moves the pen; `None` where the font lacks it.
    pub fn glyph(&self, letter: char, size: f64) -> Option<(Outline, f64)> {
        let id = self.0.charmap().map(letter)?;
        let units = f64::from(self.0.metrics(Size::unscaled(), LocationRef::default()).units_per_em);
        let advance = self.0.glyph_metrics(Size::unscaled(), LocationRef::default()).advance_width(id)?;
        let mut pen = Pen { scale: size / units, contours: Vec::new() };
        let settings = DrawSettings::unhinted(Size::unscaled(), LocationRef::default());
        self.0.outline_glyphs().get(id)?.draw(settings, &mut pen).ok()?;
        Some((Outline { contours: pen.contours }, f64::from(advance) * size / units))
    }
}

/// Closed contours of straight pieces, in pixels, y downwards from the baseline.
pub(super) struct Outline {
    contours: Vec<Vec<(f64, f64)>>,
}

impl Outline {
    /// The whole pixels around it.
    pub fn frame(&self) -> Frame {
        let points = || self.contours.iter().flatten();
        let lowest = |of: fn(&(f64, f64)) -> f64| points().map(of).fold(f64::INFINITY, f64::min).floor();
        let highest = |of: fn(&(f64, f64)) -> f64| points().map(of).fold(f64::NEG_INFINITY, f64::max).ceil();
        if points().next().is_none() {
            return Frame { left: 0, top: 0, width: 0, height: 0 };
        }
        let (left, top) = (lowest(|point| point.0), lowest(|point| point.1));
        let (right, bottom) = (highest(|point| point.0), highest(|point| point.1));
        Frame { left: left as i32, top: top as i32, width: (right - left) as u32, height: (bottom - top) as u32 }
    }
}

impl Field for Outline {
    fn distance(&self, x: f64, y: f64) -> f64 {
        let pieces = self.contours.iter().flat_map(|contour| contour.iter().zip(contour.iter().cycle().skip(1)));
        let nearest_2 = pieces.map(|(start, end)| distance_2_to_piece((x, y), *start, *end)).fold(f64::MAX, f64::min);
        let distance = nearest_2.sqrt();
        if winding((x, y), &self.contours) == 0 { distance } else { -distance }
    }
}

/// Into how many straight pieces a curve is cut: at 24 pixels an em they leave it by less than a hundredth of a pixel.
const PIECES: u32 = 8;

struct Pen {
    scale: f64,
    contours: Vec<Vec<(f64, f64)>>,
}

impl Pen {
    fn point(&self, x: f32, y: f32) -> (f64, f64) {
        (f64::from(x) * self.scale, -f64::from(y) * self.scale)
    }

    fn last(&self) -> (f64, f64) {
        self.contours.last().and_then(|contour| contour.last()).copied().unwrap_or_default()
    }

    fn push(&mut self, point: (f64, f64)) {
        if let Some(contour) = self.contours.last_mut() {
            contour.push(point);
        }
    }
}

fn between(from: (f64, f64), to: (f64, f64), share: f64) -> (f64, f64) {
    (from.0 + share * (to.0 - from.0), from.1 + share * (to.1 - from.1))
}

impl OutlinePen for Pen {
    fn move_to(&mut self, x: f32, y: f32) {
        self.contours.push(vec![self.point(x, y)]);
    }

    fn line_to(&mut self, x: f32, y: f32) {
        self.push(self.point(x, y));
    }

    fn quad_to(&mut self, cx: f32, cy: f32, x: f32, y: f32) {
        let (start, control, end) = (self.last(), self.point(cx, cy), self.point(x, y));
        for piece in 1..=PIECES {
            let share = f64::from(piece) / f64::from(PIECES);
            self.push(between(between(start, control, share), between(control, end, share), share));
        }
    }

    fn curve_to(&mut self, ax: f32, ay: f32, bx: f32, by: f32, x: f32, y: f32) {
        let (start, a, b, end) = (self.last(), self.point(ax, ay), self.point(bx, by), self.point(x, y));
        for piece in 1..=PIECES {
            let share = f64::from(piece) / f64::from(PIECES);
            let (one, two, three) = (between(start, a, share), between(a, b, share), between(b, end, share));
            self.push(between(between(one, two, share), between(two, three, share), share));
        }
    }

    fn close(&mut self) {}
}
