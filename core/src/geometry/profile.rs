//! How a line rises and falls, as a drawing shows it: by distance, not by vertex.

use super::{Along, Line};

/// No drawing has more columns than this.
const MOST_HEIGHTS: usize = 4_096;

impl Line {
    /// Heights in metres at even distances from the line's start to its end, from 2 to 4,096 of them; `None` where its
    /// elevations are not known.
    ///
    /// Between two vertices a height is interpolated. The range is that of the whole line: its lowest and its highest
    /// vertex take the place of the nearest of these heights, and where that is one for both, it is the highest.
    #[must_use]
    pub fn profile(&self, heights: usize) -> Option<Vec<f64>> {
        let all = self.elevations()?;
        let last = heights.clamp(2, MOST_HEIGHTS) - 1;
        let along = |number: usize| Along(self.length() * (number as f64 / last as f64));
        let mut profile = (0..=last).map(|number| self.elevation_at(along(number))).collect::<Option<Vec<f64>>>()?;
        let by_height = |one: &usize, other: &usize| all[*one].total_cmp(&all[*other]);
        let extremes = [(0..all.len()).min_by(by_height), (0..all.len()).max_by(by_height)];
        for vertex in extremes.into_iter().flatten() {
            let share = self.along_of(vertex).metres() / self.length().0;
            let nearest = (share * last as f64).round() as usize;
            profile[nearest.min(last)] = all[vertex];
        }
        Some(profile)
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::super::{Point, crooked_lines};
    use super::*;

    /// A line due north with a vertex at each of these distances.
    fn line(vertices: &[(f64, f64)]) -> Line {
        let points = vertices.iter().map(|(metres, _)| Point::new(55.0 + metres / 111_000.0, 21.0).expect("valid"));
        let line = Line::new(points.collect()).expect("a line");
        line.with_elevations(vertices.iter().map(|(_, height)| *height).collect()).expect("as many as vertices")
    }

    #[test]
    fn a_slope_drawn_with_few_vertices_rises_evenly() {
        let slope = line(&[(0.0, 0.0), (100.0, 10.0), (1_000.0, 100.0)]);
        let profile = slope.profile(11).expect("heights are known");
        let even = (0..=10).map(|tenth| f64::from(tenth) * 10.0);
        assert!(profile.iter().zip(even).all(|(height, even)| (height - even).abs() < 0.1), "{profile:?}");
    }

    #[test]
    fn a_dune_between_two_columns_keeps_its_height() {
        let dune = line(&[(0.0, 2.0), (440.0, 2.0), (450.0, 52.0), (460.0, 2.0), (700.0, -1.0), (1_000.0, 2.0)]);
        let profile = dune.profile(5).expect("heights are known");
        assert_eq!(profile.iter().copied().fold(f64::MIN, f64::max), 52.0);
        assert_eq!(profile[2..4], [52.0, -1.0]);
    }

    #[test]
    fn a_line_without_elevations_has_no_profile() {
        let flat = [55.0, 55.1].map(|lat| Point::new(lat, 21.0).expect("valid"));
        assert_eq!(Line::new(flat.to_vec()).expect("a line").profile(100), None);
    }

    proptest! {
        #[test]
        fn a_profile_never_leaves_the_range_of_the_line(line in crooked_lines(0.01, 40), seed in 0_u32..1_000, heights in 0_usize..600) {
            let hills = (0..line.points().len()).map(|vertex| f64::from((vertex as u32).wrapping_mul(seed) % 97));
            let line = line.with_elevations(hills.collect()).expect("as many as vertices");
            let (all, profile) = (line.elevations().expect("known"), line.profile(heights).expect("known"));
            let range = |heights: &[f64]| {
                heights.iter().fold((f64::MAX, f64::MIN), |(low, high), height| (low.min(*height), high.max(*height)))
            };
            prop_assert_eq!(profile.len(), heights.max(2));
            prop_assert!(range(&profile).0 >= range(all).0);
            prop_assert_eq!(range(&profile).1, range(all).1);
        }
    }
}
