//! Drawings from simple shapes, one laid over the other.

use super::field::{Field, distance_2_to_piece, winding};

/// Shapes added to and cut from one another, in order, on a square of 24 pixels, y downwards.
#[derive(Default)]
pub(super) struct Drawing(Vec<(Stroke, Shape)>);

enum Stroke {
    Add,
    Cut,
}

enum Shape {
    Disc { middle: (f64, f64), radius: f64 },
    Ring { middle: (f64, f64), radius: f64, width: f64 },
    Area(Vec<(f64, f64)>),
    Path { points: Vec<(f64, f64)>, width: f64 },
}

impl Drawing {
    pub fn disc(self, x: f64, y: f64, radius: f64) -> Drawing {
        self.with(Stroke::Add, Shape::Disc { middle: (x, y), radius })
    }

    pub fn ring(self, x: f64, y: f64, radius: f64, width: f64) -> Drawing {
        self.with(Stroke::Add, Shape::Ring { middle: (x, y), radius, width })
    }

    pub fn area(self, points: &[(f64, f64)]) -> Drawing {
        self.with(Stroke::Add, Shape::Area(points.to_vec()))
    }

    pub fn path(self, width: f64, points: &[(f64, f64)]) -> Drawing {
        self.with(Stroke::Add, Shape::Path { points: points.to_vec(), width })
    }

    pub fn rectangle(self, left: f64, top: f64, right: f64, bottom: f64) -> Drawing {
        self.area(&[(left, top), (right, top), (right, bottom), (left, bottom)])
    }

    pub fn cut_disc(self, x: f64, y: f64, radius: f64) -> Drawing {
        self.with(Stroke::Cut, Shape::Disc { middle: (x, y), radius })
    }

    pub fn cut_rectangle(self, left: f64, top: f64, right: f64, bottom: f64) -> Drawing {
        self.with(Stroke::Cut, Shape::Area(vec![(left, top), (right, top), (right, bottom), (left, bottom)]))
    }

    pub fn cut_path(self, width: f64, points: &[(f64, f64)]) -> Drawing {
        self.with(Stroke::Cut, Shape::Path { points: points.to_vec(), width })
    }

    fn with(mut self, stroke: Stroke, shape: Shape) -> Drawing {
        self.0.push((stroke, shape));
        self
    }
}

impl Field for Drawing {
    fn distance(&self, x: f64, y: f64) -> f64 {
        self.0.iter().fold(f64::MAX, |distance, (stroke, shape)| match stroke {
            Stroke::Add => distance.min(shape.distance(x, y)),
            Stroke::Cut => distance.max(-shape.distance(x, y)),
        })
    }
}

impl Field for Shape {
    fn distance(&self, x: f64, y: f64) -> f64 {
        let nearest = |pieces: &mut dyn Iterator<Item = (&(f64, f64), &(f64, f64))>| {
            pieces.map(|(start, end)| distance_2_to_piece((x, y), *start, *end)).fold(f64::MAX, f64::min).sqrt()
        };
        let from = |middle: &(f64, f64)| nearest(&mut std::iter::once((middle, middle)));
        match self {
            Shape::Disc { middle, radius } => from(middle) - radius,
            Shape::Ring { middle, radius, width } => (from(middle) - radius).abs() - width / 2.0,
            Shape::Area(contour) => {
                let distance = nearest(&mut contour.iter().zip(contour.iter().cycle().skip(1)));
                if winding((x, y), std::slice::from_ref(contour)) == 0 { distance } else { -distance }
            }
            Shape::Path { points, width } => nearest(&mut points.iter().zip(points.iter().skip(1))) - width / 2.0,
        }
    }
}

/// Points on the curve that leaves `start` towards `control` and reaches `end` from there.
pub(super) fn curve(start: (f64, f64), control: (f64, f64), end: (f64, f64)) -> Vec<(f64, f64)> {
    let steps = (0..=12).map(|step| f64::from(step) / 12.0);
    let point = |share: f64| {
        let (a, b, c) = ((1.0 - share) * (1.0 - share), 2.0 * share * (1.0 - share), share * share);
        (a * start.0 + b * control.0 + c * end.0, a * start.1 + b * control.1 + c * end.1)
    };
    steps.map(point).collect()
}
