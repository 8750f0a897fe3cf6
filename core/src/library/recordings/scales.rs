//! How finely positions can be taken: one by one, or as averages of two, four, eight … successive ones.
//!
//! Noise makes a way rough, and a bend does not: steps of a receiver's noise turn back on one another, steps through a
//! bend turn on and on. So the scale is taken from the positions themselves, whatever their accuracy is said to be: one
//! by one where the way is smooth as it is, averaged where averaging makes it smoother. Time plays no part in it.

use serde::{Deserialize, Serialize};

/// A position as centimetres from where a segment began, along the axes of `Ecef`: no two on earth are too far apart.
pub(super) type Spot = [i32; 3];

/// Averages of up to 32 positions.
const SCALES: usize = 6;
/// A roughness is the mean over this many at most.
const MEMORY: f64 = 16.0;
/// Up to this roughness a way is smooth: that of a bend of half a radian a step.
const SMOOTH: f64 = 0.02;
/// Rougher than this, and in steps no longer than the noise can be, a way says nothing of its direction.
const LOST: f64 = 0.3;
/// Steps from this many standard deviations of the noise on are taken as they are.
const CLEAR: f64 = 2.6;
/// From this many on, what is noise becomes smoother by half when it is averaged once; a sharp bend does not.
const READABLE: f64 = 1.5;

/// The positions of a segment at every scale.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub(super) struct Scales {
    taken: u32,
    /// The mean length of the last steps from position to position, in metres.
    step: f64,
    chosen: usize,
    scales: [Scale; SCALES],
}

#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
struct Scale {
    /// The last four at most.
    last: Vec<Spot>,
    /// From 0, on a circle without end, to 1: there and back and there again.
    rough: f64,
    seen: u32,
}

impl Scales {
    /// Takes in the next position.
    pub(super) fn take(&mut self, spot: Spot) {
        self.taken = self.taken.wrapping_add(1);
        let (mut spot, mut count) = (spot, self.taken);
        for (number, scale) in self.scales.iter_mut().enumerate() {
            scale.take(spot);
            if let (0, [.., before, last]) = (number, scale.last.as_slice()) {
                let weight = 1.0 / f64::from(self.taken).min(MEMORY);
                self.step += (metres(*before, *last) - self.step) * weight;
            }
            let [.., before, last] = scale.last.as_slice() else { return };
            if count % 2 == 1 {
                return;
            }
            spot = between(*before, *last);
            count /= 2;
        }
    }

    /// The position to measure by, if there is a new one at the chosen scale, and of how many it is the average.
    pub(super) fn newest(&self) -> Option<(Spot, u32)> {
        let chosen = self.chosen.min(SCALES - 1);
        let many = 1 << chosen;
        let scale = self.scales.get(chosen).filter(|_| self.taken.is_multiple_of(many))?;
        scale.last.last().map(|spot| (*spot, many))
    }

    /// Chooses the scale for what comes, where `noise` is the standard deviation that the receiver claims, in metres.
    /// One changes over where averages at both scales end.
    pub(super) fn choose(&mut self, noise: f64, resting: bool) {
        let wanted = if resting { SCALES - 1 } else { self.wanted(noise) };
        if self.taken.is_multiple_of(1 << wanted.max(self.chosen.min(SCALES - 1))) {
            self.chosen = wanted;
        }
    }

    fn wanted(&self, noise: f64) -> usize {
        let known: Vec<f64> = self.scales.iter().take_while(|scale| scale.seen > 0).map(|scale| scale.rough).collect();
        let Some(finest) = known.first().copied().filter(|rough| *rough > SMOOTH) else { return 0 };
        let smoothed = known.get(1).is_some_and(|next| *next < finest / 2.0);
        if self.step >= CLEAR * noise || (self.step >= READABLE * noise && !smoothed) {
            return 0;
        }
        // Where averages are so far apart that noise does not matter, coarser ones would only cut corners.
        let clear = self.scales.iter().position(|scale| scale.step() >= 6.0 * noise).unwrap_or(SCALES);
        let mut least = f64::INFINITY;
        // Behind a scale at which the way was smooth and is so no longer, its bends are averaged away too.
        let bent = |rough: &f64| {
            let bent = least < LOST && *rough > 2.0 * least;
            least = least.min(*rough);
            bent
        };
        let end = known.iter().position(bent).unwrap_or(SCALES).min(clear + 1);
        let known = &known[..known.len().min(end)];
        let least = known.iter().copied().fold(f64::INFINITY, f64::min);
        if least < 0.4 * finest {
            return known.iter().position(|rough| *rough <= SMOOTH.max(1.5 * least)).unwrap_or(0);
        }
        if finest > LOST && self.step < READABLE * noise { known.len() - 1 } else { 0 }
    }
}

impl Scale {
    fn take(&mut self, spot: Spot) {
        if self.last.len() > 3 {
            self.last.remove(0);
        }
        self.last.push(spot);
        let [one, two, three, four] = self.last.as_slice() else { return };
        let steps = [step(*one, *two), step(*two, *three), step(*three, *four)];
        let squares: f64 = steps.iter().map(square).sum();
        let [first, second, third] = steps;
        let turn: [f64; 3] = std::array::from_fn(|axis| first[axis] - 2.0 * second[axis] + third[axis]);
        // By Cauchy and Schwarz at most 1, as 1² + 2² + 1² are 6.
        let rough = if squares > 0.0 { square(&turn) / (6.0 * squares) } else { 0.0 };
        self.seen = self.seen.saturating_add(1);
        self.rough += (rough - self.rough) / f64::from(self.seen).min(MEMORY);
    }

    /// The mean length of its last steps, in metres.
    fn step(&self) -> f64 {
        let steps = self.last.windows(2).map(|pair| metres(pair[0], pair[1]));
        steps.sum::<f64>() / self.last.len().saturating_sub(1).max(1) as f64
    }
}

fn step(from: Spot, to: Spot) -> [f64; 3] {
    std::array::from_fn(|axis| f64::from(to[axis]) - f64::from(from[axis]))
}

fn square(step: &[f64; 3]) -> f64 {
    step.iter().map(|along| along * along).sum()
}

fn between(one: Spot, other: Spot) -> Spot {
    std::array::from_fn(|axis| ((i64::from(one[axis]) + i64::from(other[axis])) / 2) as i32)
}

/// How far apart two positions are as the crow flies, through the ground if need be.
pub(super) fn metres(one: Spot, other: Spot) -> f64 {
    libm::sqrt(square(&step(one, other))) / 100.0
}
