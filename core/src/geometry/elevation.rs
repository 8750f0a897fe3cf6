//! How much a way climbs, and which heights can be true.

use serde::{Deserialize, Serialize};

use super::{Along, Line, LineError, Metres};

/// Rises and falls smaller than this are taken for noise of the receiver and do not count.
pub const ELEVATION_THRESHOLD: Metres = Metres(5.0);
/// No way on land or water lies lower or higher, in metres: what does is a sign for an unknown height, or a mistake.
const POSSIBLE: std::ops::RangeInclusive<f64> = -500.0..=9_000.0;
/// A height that rises above both its neighbours by more than this, and by more than half of the way to them, or lies as
/// far below, is a slip of the receiver.
const SPIKE: f64 = 20.0;
const STEEPEST: f64 = 0.5;
/// No way between two heights is longer than this; how long it really is does not matter.
const LONGEST: f64 = 40_000_000.0;
/// Over more positions without a height a climb is only told by its ends.
const MOST_EVENLY: u32 = 64;

/// The metres climbed and descended along a way.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct ElevationSums {
    /// All climbs together.
    pub gain: Metres,
    /// All descents together, as a positive length.
    pub loss: Metres,
}

/// A height in metres, if there can be a way that high.
#[must_use]
pub fn possible_height(height: f64) -> Option<f64> {
    POSSIBLE.contains(&height).then_some(height)
}

/// How many of some heights stand out from both their neighbours like a spike and are none; each with how far along the
/// way it is.
#[must_use]
pub fn spikes(heights: &[(Metres, f64)]) -> usize {
    (0..heights.len()).filter(|number| is_spike(heights, *number)).count()
}

fn is_spike(heights: &[(Metres, f64)], number: usize) -> bool {
    let at = |number: usize| heights.get(number).copied();
    let (Some(before), Some(here), Some(after)) = (number.checked_sub(1).and_then(at), at(number), at(number + 1))
    else {
        return false;
    };
    let cliff = |one: (Metres, f64), other: (Metres, f64)| is_cliff(other.1 - one.1, (other.0 - one.0).0);
    cliff(before, here) && cliff(here, after) && (here.1 > before.1) == (here.1 > after.1)
}

impl Line {
    /// How much the line climbs and descends; `None` where its elevations are not known, which is not "nothing".
    #[must_use]
    pub fn elevation_sums(&self) -> Option<ElevationSums> {
        let heights = self.elevations()?;
        let mut climb = Climb::default();
        let mut before = Along::START;
        for (vertex, height) in heights.iter().enumerate() {
            let along = self.along_of(vertex);
            climb.add(Some(*height), along - before);
            before = along;
        }
        Some(climb.sums().unwrap_or_default())
    }

    /// The same line with the heights that are known, one for each vertex: those that cannot be are unknown too, and what
    /// is missing is taken from its neighbours. Where fewer than half of the vertices have one, the line has none.
    ///
    /// # Errors
    /// When there are not as many as vertices.
    pub fn with_known_elevations(self, heights: &[Option<f64>]) -> Result<Line, LineError> {
        let vertices = self.points().len();
        if heights.len() != vertices {
            return Err(LineError::Elevations { points: vertices, elevations: heights.len() });
        }
        let known = self.believed(heights);
        if known.is_empty() || known.len() < vertices.div_ceil(2) {
            return Ok(self);
        }
        let filled = (0..vertices).map(|vertex| self.between_known(&known, vertex)).collect();
        self.with_elevations(filled)
    }

    /// The heights that can be, without spikes of one vertex, each with the number of its vertex.
    fn believed(&self, heights: &[Option<f64>]) -> Vec<(usize, f64)> {
        let possible =
            heights.iter().enumerate().filter_map(|(vertex, height)| Some((vertex, possible_height((*height)?)?)));
        let mut possible: Vec<(usize, f64)> = possible.collect();
        let heights: Vec<(Metres, f64)> =
            possible.iter().map(|(vertex, height)| (self.along_of(*vertex).0, *height)).collect();
        let mut number = 0..;
        possible.retain(|_| number.next().is_none_or(|number| !is_spike(&heights, number)));
        possible
    }

    fn between_known(&self, known: &[(usize, f64)], vertex: usize) -> f64 {
        let next = known.partition_point(|(number, _)| *number < vertex);
        let (after, before) = (known.get(next), next.checked_sub(1).and_then(|before| known.get(before)));
        match (before, after) {
            (_, Some((number, height))) if *number == vertex => *height,
            (Some((from, low)), Some((to, high))) => {
                let (from, to) = (self.along_of(*from), self.along_of(*to));
                let way = (to - from).0;
                let share = if way > 0.0 { (self.along_of(vertex) - from).0 / way } else { 0.0 };
                low + share * (high - low)
            }
            (Some((_, height)), None) | (None, Some((_, height))) => *height,
            (None, None) => 0.0,
        }
    }
}

/// Climbs and descents being added up, height by height.
///
/// A height counts once it differs from the last counted one by [`ELEVATION_THRESHOLD`]. One that cannot be is an unknown
/// one, and one that stands out from its neighbours like a spike is no height at all: it waits for the one after it. Where
/// some are unknown, the way is taken to rise evenly, so that they change nothing.
#[derive(Debug, Clone, Copy, PartialEq, Default, Serialize, Deserialize)]
pub struct Climb {
    counted: Option<f64>,
    gain: f64,
    loss: f64,
    /// The last height that was believed.
    #[serde(default)]
    last: Option<f64>,
    /// Whether a second height agreed with the first.
    #[serde(default)]
    sure: bool,
    /// A height that stands out from the last one, and how far from there it is.
    #[serde(default)]
    doubtful: Option<(f64, f64)>,
    /// The way since the last height, and how many positions on it had none.
    #[serde(default)]
    way: f64,
    #[serde(default)]
    unknown: u32,
}

impl Climb {
    /// Takes in the next height in metres, if it is known, that far from the one before.
    pub fn add(&mut self, height: Option<f64>, way: Metres) {
        self.way = (self.way + way.0.max(0.0)).min(LONGEST);
        let Some(height) = height.and_then(possible_height) else {
            self.unknown = self.unknown.saturating_add(1);
            return;
        };
        let way = std::mem::take(&mut self.way);
        let Some(last) = self.last.or(self.counted) else {
            self.begin(height);
            return;
        };
        match self.doubtful.take() {
            None if is_cliff(height - last, way) => self.doubtful = Some((height, way)),
            None => self.believe(height),
            // It goes on as it was before the doubtful one, which was a spike.
            Some((_, before)) if !is_cliff(height - last, before + way) => {
                self.unknown = self.unknown.saturating_add(1);
                self.believe(height);
            }
            Some((doubtful, _)) if !is_cliff(height - doubtful, way) => {
                // If none agreed with the first of all, that was the spike.
                if self.sure {
                    self.believe(doubtful)
                } else {
                    self.begin(doubtful)
                }
                self.believe(height);
            }
            Some((_, before)) => {
                self.unknown = self.unknown.saturating_add(1);
                self.doubtful = Some((height, (before + way).min(LONGEST)));
            }
        }
    }

    fn begin(&mut self, height: f64) {
        (self.counted, self.last, self.unknown) = (Some(height), Some(height), 0);
    }

    fn believe(&mut self, height: f64) {
        self.sure = true;
        let unknown = std::mem::take(&mut self.unknown).min(MOST_EVENLY);
        if let Some(last) = self.last {
            let rise = (height - last) / f64::from(unknown + 1);
            (1..=unknown).for_each(|number| self.count(last + rise * f64::from(number)));
        }
        self.count(height);
        self.last = Some(height);
    }

    fn count(&mut self, height: f64) {
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

/// Whether nothing that travels rises or falls so much on a way that short.
fn is_cliff(rise: f64, way: f64) -> bool {
    rise.abs() > (STEEPEST * way).max(SPIKE)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::super::Point;
    use super::*;

    /// What heights every so many metres come to.
    fn sums(every: f64, heights: &[f64]) -> ElevationSums {
        let mut climb = Climb::default();
        heights.iter().for_each(|height| climb.add(Some(*height), Metres(every)));
        climb.sums().unwrap_or_default()
    }

    fn gain_and_loss(gain: f64, loss: f64) -> ElevationSums {
        ElevationSums { gain: Metres(gain), loss: Metres(loss) }
    }

    /// A line due north with a vertex every hundred metres.
    fn line(vertices: u32) -> Line {
        let points = (0..vertices).map(|vertex| Point::new(55.0 + f64::from(vertex) / 1_113.0, 21.0).expect("valid"));
        Line::new(points.collect()).expect("a line")
    }

    #[test]
    fn noise_on_the_flat_is_no_climb() {
        let flat: Vec<f64> = (0..1000).map(|i| 3.0 + 2.0 * f64::from(i % 3 - 1)).collect();
        assert_eq!(sums(10.0, &flat), ElevationSums::default());
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
        assert_eq!(sums(100.0, &[0.0, 10.0, 30.0, 52.0, 30.0, 0.0]), gain_and_loss(52.0, 52.0));
    }

    #[test]
    fn a_dune_crossed_between_two_far_fixes_counts_too() {
        assert_eq!(sums(1_000.0, &[0.0, 52.0, 0.0]), gain_and_loss(52.0, 0.0 + 52.0));
    }

    #[test]
    fn a_spike_of_one_height_is_none_wherever_it_stands() {
        let slope = [0.0, 8.0, 16.0, 24.0, 32.0, 40.0];
        for spike in [8_848.0, 400.0, -450.0, 140.0] {
            for at in 0..slope.len() {
                let mut heights = slope;
                heights[at] = spike;
                let sums = sums(50.0, &heights);
                let known = if at == 0 || at == 5 { 32.0 } else { 40.0 };
                assert_eq!(sums, gain_and_loss(known, 0.0), "{spike} at {at}");
            }
        }
    }

    #[test]
    fn a_step_that_stays_is_a_climb() {
        assert_eq!(sums(10.0, &[5.0, 5.0, 105.0, 106.0, 105.0]), gain_and_loss(100.0, 0.0));
    }

    #[test]
    fn impossible_heights_are_unknown_ones() {
        for height in [-32_768.0, 1e300, -1e308, f64::NAN, f64::INFINITY, 9_001.0, -501.0] {
            assert_eq!(sums(100.0, &[0.0, 10.0, height, 30.0, height, height, 45.0]), gain_and_loss(45.0, 0.0));
            let mut climb = Climb::default();
            climb.add(Some(height), Metres(1.0));
            assert_eq!(climb.sums(), None, "{height}");
        }
    }

    #[test]
    fn a_missing_height_is_taken_from_its_neighbours() {
        let heights = |known: &[Option<f64>]| {
            let line = line(known.len() as u32).with_known_elevations(known).expect("as many as vertices");
            line.elevations().map(|all| all.iter().map(|height| height.round()).collect::<Vec<f64>>())
        };
        let known = heights(&[None, Some(10.0), None, None, Some(40.0), Some(-32_768.0)]);
        assert_eq!(known, None, "two of six are too few");
        let known = heights(&[None, Some(10.0), None, Some(30.0), Some(40.0), Some(-32_768.0)]);
        assert_eq!(known, Some(vec![10.0, 10.0, 20.0, 30.0, 40.0, 40.0]));
        assert_eq!(heights(&[Some(1.0), Some(2.0), Some(800.0), Some(3.0)]), Some(vec![1.0, 2.0, 2.0, 3.0]));
        assert_eq!(heights(&[None, None]), None);
    }

    proptest! {
        #[test]
        fn whatever_heights_come_the_sums_are_finite_and_read_back(
            heights in proptest::collection::vec((proptest::option::of(any::<f64>()), any::<f64>()), 0..60)
        ) {
            let mut climb = Climb::default();
            for (height, way) in heights {
                climb.add(height, Metres(way));
                let json = serde_json::to_string(&climb).expect("is written");
                prop_assert_eq!(serde_json::from_str::<Climb>(&json).ok(), Some(climb));
            }
        }
    }
}
