//! Chance that is the same each time.

/// Throws that follow from a seed alone (Marsaglia's xorshift).
pub struct Dice(u64);

impl Dice {
    /// Dice of a seed that is not nought.
    #[must_use]
    pub fn seeded(seed: u64) -> Dice {
        Dice(seed)
    }

    /// A number below another.
    pub fn below(&mut self, bound: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        self.0 as usize % bound
    }
}
