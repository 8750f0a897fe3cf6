//! Signed distance fields, measured exactly from the shapes instead of from a picture of them.

/// A shape that knows how far a place is from its edge: negative inside. In pixels, y downwards.
pub(super) trait Field {
    fn distance(&self, x: f64, y: f64) -> f64;
}

/// The whole pixels that a glyph covers.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Frame {
    pub left: i32,
    pub top: i32,
    pub width: u32,
    pub height: u32,
}

/// Pixels around the frame, as MapLibre expects.
const BUFFER: i32 = 3;
/// Distances up to this many pixels are told apart, as MapLibre expects.
const RADIUS: f64 = 8.0;
/// The share of the radius that lies inside, as MapLibre expects.
const INSIDE: f64 = 0.25;

/// The field at the middle of each pixel, row by row: 192 at the edge, more inside.
pub(super) fn bitmap(shape: &impl Field, frame: Frame) -> Vec<u8> {
    let (across, down) = (frame.width as i32 + 2 * BUFFER, frame.height as i32 + 2 * BUFFER);
    let pixels = (0..down).flat_map(|row| (0..across).map(move |column| (column, row)));
    let levels = pixels.map(|(column, row)| {
        let middle = |frame_start: i32, step: i32| f64::from(frame_start - BUFFER + step) + 0.5;
        level(shape.distance(middle(frame.left, column), middle(frame.top, row)))
    });
    levels.collect()
}

fn level(distance: f64) -> u8 {
    (255.0 - 255.0 * (distance / RADIUS + INSIDE)).round().clamp(0.0, 255.0) as u8
}

/// The square of the distance from a place to a straight piece.
pub(super) fn distance_2_to_piece((x, y): (f64, f64), start: (f64, f64), end: (f64, f64)) -> f64 {
    let way = (end.0 - start.0, end.1 - start.1);
    let length_2 = way.0 * way.0 + way.1 * way.1;
    let offset = (x - start.0, y - start.1);
    let share = if length_2 > 0.0 { ((offset.0 * way.0 + offset.1 * way.1) / length_2).clamp(0.0, 1.0) } else { 0.0 };
    let off = (offset.0 - share * way.0, offset.1 - share * way.1);
    off.0 * off.0 + off.1 * off.1
}

/// How often closed contours go round a place (counter-clockwise less clockwise).
pub(super) fn winding((x, y): (f64, f64), contours: &[Vec<(f64, f64)>]) -> i32 {
    let mut turns = 0;
    for contour in contours {
        for (start, end) in contour.iter().zip(contour.iter().cycle().skip(1)) {
            let side = (end.0 - start.0) * (y - start.1) - (x - start.0) * (end.1 - start.1);
            if start.1 <= y && end.1 > y && side > 0.0 {
                turns += 1;
            } else if start.1 > y && end.1 <= y && side < 0.0 {
                turns -= 1;
            }
        }
    }
    turns
}

#[cfg(test)]
mod tests {
    use super::*;

    struct Square;

    impl Field for Square {
        fn distance(&self, x: f64, y: f64) -> f64 {
            (x - 2.0).abs().max((y - 2.0).abs()) - 2.0
        }
    }

    #[test]
    fn the_edge_is_at_three_quarters() {
        assert_eq!(level(0.0), 191);
        assert_eq!((level(-2.0), level(6.0)), (255, 0));
        assert_eq!(bitmap(&Square, Frame { left: 0, top: 0, width: 4, height: 4 }).len(), 100);
    }

    #[test]
    fn a_hole_is_outside() {
        let outer = vec![(0.0, 0.0), (9.0, 0.0), (9.0, 9.0), (0.0, 9.0)];
        let mut hole = vec![(3.0, 3.0), (6.0, 3.0), (6.0, 6.0), (3.0, 6.0)];
        hole.reverse();
        let contours = [outer, hole];
        assert_ne!(winding((1.0, 1.0), &contours), 0);
        assert_eq!(winding((4.0, 4.0), &contours), 0);
        assert_eq!(winding((10.0, 4.0), &contours), 0);
    }
}
