//! A box of latitudes and longitudes, also across the antimeridian.

use super::Point;

/// The positions between two latitudes and, going east, two longitudes.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Bounds {
    /// The southern edge in degrees.
    pub south: f64,
    /// The western edge in degrees.
    pub west: f64,
    /// The northern edge in degrees.
    pub north: f64,
    /// The eastern edge in degrees; less than `west` where the box crosses the antimeridian.
    pub east: f64,
}

impl Bounds {
    /// The box that has these positions as its south-western and north-eastern corners.
    #[must_use]
    pub fn new(south_west: Point, north_east: Point) -> Bounds {
        Bounds {
            south: south_west.lat().min(north_east.lat()),
            west: south_west.lon(),
            north: north_east.lat().max(south_west.lat()),
            east: north_east.lon(),
        }
    }

    /// The smallest box around all the positions; `None` where there are none.
    #[must_use]
    pub fn around(points: impl IntoIterator<Item = Point>) -> Option<Bounds> {
        let points: Vec<Point> = points.into_iter().collect();
        let (first, rest) = points.split_first()?;
        let (mut south, mut north) = (first.lat(), first.lat());
        for point in rest {
            south = south.min(point.lat());
            north = north.max(point.lat());
        }
        let mut lons: Vec<f64> = points.iter().map(|point| point.lon()).collect();
        lons.sort_unstable_by(f64::total_cmp);
        let (mut west, mut east) = (lons[0], lons[lons.len() - 1]);
        let mut widest = west + 360.0 - east;
        for pair in lons.windows(2) {
            if pair[1] - pair[0] > widest {
                widest = pair[1] - pair[0];
                (west, east) = (pair[1], pair[0]);
            }
        }
        Some(Bounds { south, west, north, east })
    }

    /// Whether the box crosses the antimeridian.
    #[must_use]
    pub fn crosses_antimeridian(&self) -> bool {
        self.west > self.east
    }

    /// Whether the position lies in the box or on its edge.
    #[must_use]
    pub fn contains(&self, point: Point) -> bool {
        let lon = point.lon();
        let in_longitude = if self.crosses_antimeridian() {
            lon >= self.west || lon <= self.east
        } else {
            (self.west..=self.east).contains(&lon)
        };
        in_longitude && (self.south..=self.north).contains(&point.lat())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(lat: f64, lon: f64) -> Point {
        Point::new(lat, lon).expect("valid")
    }

    #[test]
    fn a_box_around_fiji_is_narrow() {
        let bounds = Bounds::around([at(-17.0, 179.0), at(-18.0, -179.0)]).expect("not empty");
        assert!(bounds.crosses_antimeridian());
        assert!(bounds.contains(at(-17.5, 180.0)) && bounds.contains(at(-17.5, -180.0)));
        assert!(!bounds.contains(at(-17.5, 0.0)));
    }

    #[test]
    fn a_box_around_the_spit() {
        let bounds = Bounds::around([at(55.3, 21.0), at(55.7, 21.1), at(55.5, 21.2)]).expect("not empty");
        assert_eq!(bounds, Bounds { south: 55.3, west: 21.0, north: 55.7, east: 21.2 });
    }
}
