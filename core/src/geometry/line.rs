//! A line over the ground with its distances.

use super::segment::foot;
use super::{Along, Bearing, Ecef, Metres, Point};

/// Two or more positions joined by the shortest ways, with the distance of each from the start.
///
/// Look-ups by distance are binary searches. An elevation, where known, is known for every vertex.
#[derive(Debug, Clone, PartialEq)]
pub struct Line {
    points: Vec<Point>,
    ecef: Vec<Ecef>,
    distances: Vec<f64>,
    elevations: Option<Vec<f64>>,
}

/// Why positions make no line.
#[derive(Debug, Clone, PartialEq, thiserror::Error)]
pub enum LineError {
    /// Fewer than two positions.
    #[error("a line needs two points or more, this has {0}")]
    TooShort(usize),
    /// All positions are the same.
    #[error("all points of the line are the same")]
    NoLength,
    /// Elevations do not go with the positions.
    #[error("{elevations} elevations were given for {points} points, or one of them is not a number")]
    Elevations {
        /// How many positions.
        points: usize,
        /// How many elevations.
        elevations: usize,
    },
    /// Two lines meant to follow one another do not touch.
    #[error("the next line begins {gap:.1} from the end of the one before it")]
    Gap {
        /// From end to start.
        gap: Metres,
    },
}

/// The place on a line nearest to some position.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Foot {
    /// The segment, by the number of its first vertex.
    pub segment: usize,
    /// The distance from the line's start.
    pub along: Along,
    /// The distance from the position to the line.
    pub distance: Metres,
}

/// On which hand something lies for one who travels along the line.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Side {
    /// To the left.
    Left,
    /// To the right.
    Right,
}

impl Side {
    /// The other hand.
    #[must_use]
    pub fn opposite(self) -> Side {
        match self {
            Side::Left => Side::Right,
            Side::Right => Side::Left,
        }
    }
}

impl Line {
    /// A line through the positions.
    ///
    /// # Errors
    /// When there are fewer than two positions or all are the same.
    pub fn new(points: Vec<Point>) -> Result<Line, LineError> {
        if points.len() < 2 {
            return Err(LineError::TooShort(points.len()));
        }
        let ecef: Vec<Ecef> = points.iter().map(|point| point.ecef()).collect();
        let mut distances = Vec::with_capacity(points.len());
        let mut sum = 0.0;
        distances.push(sum);
        for pair in ecef.windows(2) {
            sum += pair[0].ground_distance(pair[1]).0;
            distances.push(sum);
        }
        if sum <= 0.0 {
            return Err(LineError::NoLength);
        }
        Ok(Line { points, ecef, distances, elevations: None })
    }

    /// The same line with an elevation in metres for each vertex.
    ///
    /// # Errors
    /// When there are not as many elevations as vertices, or one is not finite.
    pub fn with_elevations(self, elevations: Vec<f64>) -> Result<Line, LineError> {
        if elevations.len() != self.points.len() || elevations.iter().any(|metres| !metres.is_finite()) {
            return Err(LineError::Elevations { points: self.points.len(), elevations: elevations.len() });
        }
        Ok(Line { elevations: Some(elevations), ..self })
    }

    /// The vertices.
    #[must_use]
    pub fn points(&self) -> &[Point] {
        &self.points
    }

    /// The vertices, earth-centred.
    #[must_use]
    pub fn ecef(&self) -> &[Ecef] {
        &self.ecef
    }

    /// The elevation of each vertex in metres, where they are known.
    #[must_use]
    pub fn elevations(&self) -> Option<&[f64]> {
        self.elevations.as_deref()
    }

    /// The length over the ground.
    #[must_use]
    pub fn length(&self) -> Metres {
        Metres(self.distances[self.distances.len() - 1])
    }

    /// The line's end.
    #[must_use]
    pub fn end(&self) -> Along {
        Along(self.length())
    }

    /// How many segments the line has.
    #[must_use]
    pub fn segments(&self) -> usize {
        self.points.len() - 1
    }

    /// The distance of a vertex from the start; of the last vertex for numbers beyond it.
    #[must_use]
    pub fn along_of(&self, vertex: usize) -> Along {
        Along(Metres(self.distances[vertex.min(self.distances.len() - 1)]))
    }

    /// The segment that holds the place `along`: at a vertex the one after it, beyond the ends the nearest.
    #[must_use]
    pub fn segment_at(&self, along: Along) -> usize {
        let after = self.distances.partition_point(|distance| *distance <= along.metres());
        after.saturating_sub(1).min(self.segments() - 1)
    }

    /// The position at a distance from the start; beyond the ends, the end.
    #[must_use]
    pub fn at(&self, along: Along) -> Point {
        Point::from(self.ecef_at(along))
    }

    /// The same, earth-centred.
    #[must_use]
    pub fn ecef_at(&self, along: Along) -> Ecef {
        let segment = self.segment_at(along);
        let (from, to) = (self.distances[segment], self.distances[segment + 1]);
        let share = if to > from { ((along.metres() - from) / (to - from)).clamp(0.0, 1.0) } else { 0.0 };
        self.ecef[segment].towards(self.ecef[segment + 1], share)
    }

    /// The direction of travel at a distance from the start.
    #[must_use]
    pub fn bearing_at(&self, along: Along) -> Bearing {
        let segment = self.travelled_segment(along);
        self.points[segment].bearing(self.points[segment + 1])
    }

    /// The segment on which one travels at `along`: where the line ends with a vertex told twice, the one before it.
    fn travelled_segment(&self, along: Along) -> usize {
        let mut segment = self.segment_at(along);
        while segment > 0 && self.distances[segment + 1] <= self.distances[segment] {
            segment -= 1;
        }
        segment
    }

    /// The place on one segment nearest to a position.
    #[must_use]
    pub fn foot_on(&self, segment: usize, of: Ecef) -> Foot {
        let (share, distance) = foot(self.ecef[segment], self.ecef[segment + 1], of);
        let (from, to) = (self.distances[segment], self.distances[segment + 1]);
        Foot { segment, along: Along(Metres(from + share * (to - from))), distance }
    }

    /// The place between `from` and `to` nearest to a position, by looking at every segment there.
    #[must_use]
    pub fn nearest_between(&self, of: Ecef, from: Along, to: Along) -> Foot {
        let mut best = self.nearest_within(self.segment_at(from), of, from, to);
        for segment in self.segment_at(from) + 1..=self.segment_at(to) {
            let next = self.nearest_within(segment, of, from, to);
            if next.distance < best.distance {
                best = next;
            }
        }
        best
    }

    /// The place on one segment nearest to a position, but not before `from` nor after `to`.
    #[must_use]
    pub fn nearest_within(&self, segment: usize, of: Ecef, from: Along, to: Along) -> Foot {
        let foot = self.foot_on(segment, of);
        if foot.along >= from && foot.along <= to {
            return foot;
        }
        let along = if foot.along < from { from } else { to };
        Foot { segment, along, distance: self.ecef_at(along).ground_distance(of) }
    }

    /// On which hand of one travelling along the line at `along` the position lies.
    #[must_use]
    pub fn side_of(&self, along: Along, of: Ecef) -> Side {
        let segment = self.travelled_segment(along);
        let here = self.ecef_at(along);
        let ahead = self.ecef[segment + 1] - self.ecef[segment];
        if ahead.cross(of - here).dot(here) >= 0.0 { Side::Left } else { Side::Right }
    }

    /// The stretch from one place to another, with an elevation for each vertex where the line has them.
    ///
    /// # Errors
    /// When the stretch has no length.
    pub fn between(&self, from: Along, to: Along) -> Result<Line, LineError> {
        let inner = |distance: f64| distance > from.metres() && distance < to.metres();
        let first = self.distances.partition_point(|distance| *distance <= from.metres());
        let vertices = (first..self.points.len()).take_while(|&vertex| inner(self.distances[vertex]));
        let mut points = vec![self.at(from)];
        let mut heights = self.elevations.is_some().then(|| vec![self.elevation_at(from)]);
        for vertex in vertices {
            points.push(self.points[vertex]);
            if let (Some(heights), Some(all)) = (&mut heights, &self.elevations) {
                heights.push(Some(all[vertex]));
            }
        }
        points.push(self.at(to));
        if let Some(heights) = &mut heights {
            heights.push(self.elevation_at(to));
        }
        let line = Line::new(points)?;
        match heights.and_then(|heights| heights.into_iter().collect::<Option<Vec<f64>>>()) {
            Some(heights) => line.with_elevations(heights),
            None => Ok(line),
        }
    }

    /// The height at a distance from the start, where heights are known.
    pub(super) fn elevation_at(&self, along: Along) -> Option<f64> {
        let all = self.elevations.as_ref()?;
        let segment = self.segment_at(along);
        let (from, to) = (self.distances[segment], self.distances[segment + 1]);
        let share = if to > from { ((along.metres() - from) / (to - from)).clamp(0.0, 1.0) } else { 0.0 };
        Some(all[segment] + share * (all[segment + 1] - all[segment]))
    }

    /// The same line travelled from its end.
    #[must_use]
    pub fn reversed(&self) -> Line {
        let mut points = self.points.clone();
        points.reverse();
        let mut ecef = self.ecef.clone();
        ecef.reverse();
        let whole = self.length().0;
        let distances = self.distances.iter().rev().map(|distance| whole - distance).collect();
        let elevations = self.elevations.as_ref().map(|all| all.iter().rev().copied().collect());
        Line { points, ecef, distances, elevations }
    }

    /// One line of several, each beginning where the one before it ends (within `tolerance`), and where each ends.
    ///
    /// # Errors
    /// When there is none, or two do not touch.
    pub fn join(lines: &[Line], tolerance: Metres) -> Result<(Line, Vec<Along>), LineError> {
        let mut points: Vec<Point> = Vec::new();
        let mut heights: Option<Vec<f64>> = Some(Vec::new());
        let mut last_vertices = Vec::new();
        for line in lines {
            let skip = usize::from(!points.is_empty());
            if let Some(last) = points.last() {
                let gap = last.distance(line.points[0]);
                if gap > tolerance {
                    return Err(LineError::Gap { gap });
                }
            }
            points.extend(&line.points[skip..]);
            match (&mut heights, &line.elevations) {
                (Some(heights), Some(all)) => heights.extend(&all[skip..]),
                _ => heights = None,
            }
            last_vertices.push(points.len() - 1);
        }
        let joined = Line::new(points)?;
        let ends = last_vertices.into_iter().map(|vertex| joined.along_of(vertex)).collect();
        match heights {
            Some(heights) => Ok((joined.with_elevations(heights)?, ends)),
            None => Ok((joined, ends)),
        }
    }
}

#[cfg(test)]
pub(super) mod tests {
    use proptest::prelude::*;

    use super::*;

    fn line(points: &[(f64, f64)]) -> Line {
        Line::new(points.iter().map(|&(lat, lon)| Point::new(lat, lon).expect("valid")).collect()).expect("a line")
    }

    /// Lines anywhere up to 85 degrees from the equator, of up to `most` steps of up to `step` degrees.
    pub(crate) fn crooked_lines(step: f64, most: usize) -> impl Strategy<Value = Line> {
        let start = (-85.0..85.0_f64, -180.0..180.0_f64);
        let steps = proptest::collection::vec((-step..step, -step..step), 1..most);
        (start, steps).prop_filter_map("has length", |((lat, lon), steps)| {
            let mut at = (lat, lon);
            let mut points = vec![Point::new(lat, lon).ok()?];
            for (north, east) in steps {
                at = (at.0 + north, (at.1 + east + 540.0).rem_euclid(360.0) - 180.0);
                points.push(Point::new(at.0, at.1).ok()?);
            }
            Line::new(points).ok()
        })
    }

    fn lines() -> impl Strategy<Value = Line> {
        crooked_lines(0.01, 40)
    }

    proptest! {
        #[test]
        fn a_place_on_the_line_is_its_own_foot(line in lines(), share in 0.0..1.0_f64) {
            let along = Along(line.length() * share);
            let foot = line.nearest_between(line.ecef_at(along), Along::START, line.end());
            prop_assert!(foot.distance.0 < 0.05, "{}", foot.distance.0);
        }

        #[test]
        fn a_stretch_is_as_long_as_its_ends_are_apart(line in lines(), a in 0.0..1.0_f64, b in 0.0..1.0_f64) {
            let (from, to) = (Along(line.length() * a.min(b)), Along(line.length() * a.max(b)));
            prop_assume!((to - from).0 > 0.01);
            let stretch = line.between(from, to).expect("has length");
            prop_assert!((stretch.length().0 - (to - from).0).abs() < 0.001 * (to - from).0 + 0.01);
        }

        #[test]
        fn turned_round_twice_it_is_the_same_line(line in lines()) {
            let twice = line.reversed().reversed();
            prop_assert_eq!(twice.points(), line.points());
            prop_assert!((twice.length().0 - line.length().0).abs() < 1e-6);
        }
    }

    #[test]
    fn what_lies_north_of_an_eastward_line_lies_left() {
        let line = line(&[(55.0, 21.0), (55.0, 21.1)]);
        let north = Point::new(55.01, 21.05).expect("valid").ecef();
        assert_eq!(line.side_of(Along(Metres(3000.0)), north), Side::Left);
        assert_eq!(line.reversed().side_of(Along(Metres(3000.0)), north), Side::Right);
    }

    #[test]
    fn no_line_of_one_point_or_of_one_place() {
        let here = Point::new(55.0, 21.0).expect("valid");
        assert_eq!(Line::new(vec![here]), Err(LineError::TooShort(1)));
        assert_eq!(Line::new(vec![here, here]), Err(LineError::NoLength));
    }

    #[test]
    fn a_vertex_told_twice_changes_no_direction_and_no_side() {
        let doubled = line(&[(55.0, 21.0), (55.0, 21.0), (55.0, 21.1), (55.0, 21.1)]);
        let south = Point::new(54.999, 21.05).expect("valid").ecef();
        for along in [Along::START, doubled.end()] {
            assert!((doubled.bearing_at(along).degrees() - 90.0).abs() < 0.1, "{along}");
            assert_eq!(doubled.side_of(along, south), Side::Right, "{along}");
        }
    }

    #[test]
    fn lines_join_where_they_touch_and_nowhere_else() {
        let (one, two) = (line(&[(55.0, 21.0), (55.0, 21.1)]), line(&[(55.0, 21.1), (55.1, 21.1)]));
        let (joined, ends) = Line::join(&[one.clone(), two.clone()], Metres(1.0)).expect("touch");
        assert_eq!(joined.points().len(), 3);
        assert_eq!(ends, [Along(one.length()), joined.end()]);
        assert!(matches!(Line::join(&[two, one], Metres(1.0)), Err(LineError::Gap { .. })));
    }
}
