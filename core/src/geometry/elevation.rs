//! How much a way climbs.

use serde::{Deserialize, Serialize};

use super::{Line, Metres};

/// Rises and falls smaller than this are taken for noise of the receiver and do not count.
pub const ELEVATION_THRESHOLD: Metres = Metres(5.0);

/// The metres climbed and descended along a way.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct ElevationSums {
    /// All climbs together.
    pub gain: Metres,
    /// All descents together, as a positive length.
    pub loss: Metres,
}

impl Line {
    /// How much the line climbs and descends; `None` where its elevations are not known, which is not "nothing".
    #[must_use]
    pub fn elevation_sums(&self) -> Option<ElevationSums> {
        self.elevations().map(elevation_sums)
    }
}

/// Climbs and descents being added up, height by height.
///
/// A height counts once it differs from the last counted one by [`ELEVATION_THRESHOLD`].
#[derive(Debug, Clone, Copy, PartialEq, Default, Serialize, Deserialize)]
pub struct Climb {
    counted: Option<f64>,
    gain: f64,
    loss: f64,
}

impl Climb {
    /// Takes in the next height in metres; what is not a number is no height.
    pub fn add(&mut self, height: f64) {
        if !height.is_finite() {
            return;
        }
        let step = height - *self.counted.get_or_insert(height);
        if step.abs() < ELEVATION_THRESHOLD.0 {
            return;
        }
        if step > 0.0 {
            self.gain += step;
        } else {
            self.loss -= step;
        }
        self.counted = Some(height);
    }

    /// What they come to; `None` where no height was known, which is not "nothing".
    #[must_use]
    pub fn sums(&self) -> Option<ElevationSums> {
        self.counted.map(|_| ElevationSums { gain: Metres(self.gain), loss: Metres(self.loss) })
    }
}

fn elevation_sums(elevations: &[f64]) -> ElevationSums {
    let mut climb = Climb::default();
    elevations.iter().for_each(|height| climb.add(*height));
    climb.sums().unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::super::Point;
    use super::*;

    #[test]
    fn noise_on_the_flat_is_no_climb() {
        let flat: Vec<f64> = (0..1000).map(|i| 3.0 + 2.0 * f64::from(i % 3 - 1)).collect();
        assert_eq!(elevation_sums(&flat), ElevationSums::default());
    }

    #[test]
    fn a_line_without_elevations_says_nothing_of_climbs() {
        let line = Line::new([55.0, 55.1].map(|lat| Point::new(lat, 21.0).expect("valid")).to_vec()).expect("a line");
        assert_eq!(line.elevation_sums(), None);
        let high = line.with_elevations(vec![2.0, 52.0]).expect("as many as vertices");
        assert_eq!(high.elevation_sums().map(|sums| sums.gain), Some(Metres(50.0)));
    }

    #[test]
    fn a_dune_up_and_down_counts_both_ways() {
        let sums = elevation_sums(&[0.0, 10.0, 30.0, 52.0, 30.0, 0.0]);
        assert_eq!(sums, ElevationSums { gain: Metres(52.0), loss: Metres(52.0) });
    }
}
