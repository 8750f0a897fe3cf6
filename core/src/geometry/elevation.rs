//! How much a way climbs.

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

/// Adds up climbs and descents: a height counts once it differs from the last counted one by [`ELEVATION_THRESHOLD`].
fn elevation_sums(elevations: &[f64]) -> ElevationSums {
    let mut sums = ElevationSums::default();
    let Some(&first) = elevations.first() else { return sums };
    let mut counted = first;
    for &height in elevations {
        let step = height - counted;
        if step.abs() < ELEVATION_THRESHOLD.0 {
            continue;
        }
        if step > 0.0 {
            sums.gain += Metres(step);
        } else {
            sums.loss += Metres(-step);
        }
        counted = height;
    }
    sums
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
