//! Places and boxes on the sheet, in sheet units, y downwards.

/// A place on the sheet.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Spot {
    pub x: f64,
    pub y: f64,
}

/// An upright box on the sheet.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Rect {
    pub left: f64,
    pub top: f64,
    pub right: f64,
    pub bottom: f64,
}

impl Spot {
    pub fn new(x: f64, y: f64) -> Spot {
        Spot { x, y }
    }

    pub fn distance(self, other: Spot) -> f64 {
        libm::hypot(self.x - other.x, self.y - other.y)
    }

    /// The place a share of the way to another.
    pub fn towards(self, other: Spot, share: f64) -> Spot {
        Spot::new(self.x + (other.x - self.x) * share, self.y + (other.y - self.y) * share)
    }
}

impl Rect {
    pub fn new(left: f64, top: f64, width: f64, height: f64) -> Rect {
        Rect { left, top, right: left + width, bottom: top + height }
    }

    pub fn around(middle: Spot, reach: f64) -> Rect {
        Rect::new(middle.x - reach, middle.y - reach, 2.0 * reach, 2.0 * reach)
    }

    /// The smallest box around places; `None` where there are none.
    pub fn enclosing(spots: impl IntoIterator<Item = Spot>) -> Option<Rect> {
        let mut spots = spots.into_iter();
        let first = spots.next()?;
        Some(spots.fold(Rect::around(first, 0.0), |rect, spot| Rect {
            left: rect.left.min(spot.x),
            top: rect.top.min(spot.y),
            right: rect.right.max(spot.x),
            bottom: rect.bottom.max(spot.y),
        }))
    }

    pub fn width(&self) -> f64 {
        self.right - self.left
    }

    pub fn height(&self) -> f64 {
        self.bottom - self.top
    }

    pub fn middle(&self) -> Spot {
        Spot::new((self.left + self.right) / 2.0, (self.top + self.bottom) / 2.0)
    }

    /// The box with its sides moved outwards; inwards where `by` is negative.
    pub fn grown(&self, by: f64) -> Rect {
        Rect { left: self.left - by, top: self.top - by, right: self.right + by, bottom: self.bottom + by }
    }

    pub fn overlaps(&self, other: &Rect) -> bool {
        self.left < other.right && other.left < self.right && self.top < other.bottom && other.top < self.bottom
    }

    pub fn contains(&self, spot: Spot) -> bool {
        (self.left..=self.right).contains(&spot.x) && (self.top..=self.bottom).contains(&spot.y)
    }

    pub fn holds(&self, other: &Rect) -> bool {
        self.left <= other.left && other.right <= self.right && self.top <= other.top && other.bottom <= self.bottom
    }

    /// The place in the box nearest to `spot`.
    pub fn nearest(&self, spot: Spot) -> Spot {
        Spot::new(spot.x.clamp(self.left, self.right), spot.y.clamp(self.top, self.bottom))
    }

    /// How much of the piece from `a` to `b` lies inside (Liang and Barsky 1984).
    pub fn length_inside(&self, a: Spot, b: Spot) -> f64 {
        let (dx, dy) = (b.x - a.x, b.y - a.y);
        let (mut enter, mut leave) = (0.0_f64, 1.0_f64);
        for (step, room) in
            [(-dx, a.x - self.left), (dx, self.right - a.x), (-dy, a.y - self.top), (dy, self.bottom - a.y)]
        {
            if step == 0.0 {
                if room < 0.0 {
                    return 0.0;
                }
            } else if step < 0.0 {
                enter = enter.max(room / step);
            } else {
                leave = leave.min(room / step);
            }
        }
        if enter < leave { (leave - enter) * a.distance(b) } else { 0.0 }
    }
}

/// Whether the pieces `a`–`b` and `c`–`d` cross.
pub(super) fn cross(a: Spot, b: Spot, c: Spot, d: Spot) -> bool {
    let turn = |p: Spot, q: Spot, r: Spot| (q.x - p.x) * (r.y - p.y) - (q.y - p.y) * (r.x - p.x);
    turn(a, b, c) * turn(a, b, d) < 0.0 && turn(c, d, a) * turn(c, d, b) < 0.0
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_through_a_box_is_measured_inside_it() {
        let rect = Rect::new(0.0, 0.0, 10.0, 10.0);
        assert_eq!(rect.length_inside(Spot::new(-5.0, 5.0), Spot::new(15.0, 5.0)), 10.0);
        assert_eq!(rect.length_inside(Spot::new(2.0, 5.0), Spot::new(5.0, 5.0)), 3.0);
        assert_eq!(rect.length_inside(Spot::new(-5.0, -1.0), Spot::new(15.0, -1.0)), 0.0);
    }

    #[test]
    fn crossing_pieces_cross_and_touching_ones_do_not() {
        let at = Spot::new;
        assert!(cross(at(0.0, 0.0), at(2.0, 2.0), at(0.0, 2.0), at(2.0, 0.0)));
        assert!(!cross(at(0.0, 0.0), at(2.0, 2.0), at(3.0, 0.0), at(3.0, 9.0)));
        assert!(!cross(at(0.0, 0.0), at(2.0, 2.0), at(2.0, 2.0), at(3.0, 9.0)));
    }
}
