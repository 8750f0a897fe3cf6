//! Lengths with their unit in the type.

use std::fmt;
use std::iter::Sum;
use std::ops::{Add, AddAssign, Div, Mul, Neg, Sub};

/// A length in metres.
#[derive(Debug, Clone, Copy, PartialEq, PartialOrd, Default)]
pub struct Metres(pub f64);

impl Metres {
    /// No length at all.
    pub const ZERO: Metres = Metres(0.0);

    /// The length without its sign.
    #[must_use]
    pub fn abs(self) -> Metres {
        Metres(self.0.abs())
    }

    /// The larger of two lengths.
    #[must_use]
    pub fn max(self, other: Metres) -> Metres {
        Metres(self.0.max(other.0))
    }

    /// The smaller of two lengths.
    #[must_use]
    pub fn min(self, other: Metres) -> Metres {
        Metres(self.0.min(other.0))
    }
}

impl Add for Metres {
    type Output = Metres;
    fn add(self, other: Metres) -> Metres {
        Metres(self.0 + other.0)
    }
}

impl AddAssign for Metres {
    fn add_assign(&mut self, other: Metres) {
        self.0 += other.0;
    }
}

impl Sub for Metres {
    type Output = Metres;
    fn sub(self, other: Metres) -> Metres {
        Metres(self.0 - other.0)
    }
}

impl Neg for Metres {
    type Output = Metres;
    fn neg(self) -> Metres {
        Metres(-self.0)
    }
}

impl Mul<f64> for Metres {
    type Output = Metres;
    fn mul(self, factor: f64) -> Metres {
        Metres(self.0 * factor)
    }
}

impl Div<f64> for Metres {
    type Output = Metres;
    fn div(self, divisor: f64) -> Metres {
        Metres(self.0 / divisor)
    }
}

impl Sum for Metres {
    fn sum<I: Iterator<Item = Metres>>(lengths: I) -> Metres {
        lengths.fold(Metres::ZERO, Add::add)
    }
}

/// For people who read logs and findings: `2,310 m`; a precision gives decimals.
impl fmt::Display for Metres {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        let decimals = out.precision().unwrap_or(0);
        let plain = format!("{:.decimals$}", self.0.abs());
        let (whole, fraction) = plain.split_once('.').unwrap_or((&plain, ""));
        if self.0 < 0.0 {
            out.write_str("-")?;
        }
        for (place, digit) in whole.chars().enumerate() {
            if place > 0 && (whole.len() - place) % 3 == 0 {
                out.write_str(",")?;
            }
            write!(out, "{digit}")?;
        }
        if !fraction.is_empty() {
            write!(out, ".{fraction}")?;
        }
        out.write_str(" m")
    }
}

/// A place on a line, told by its distance from the line's start.
#[derive(Debug, Clone, Copy, PartialEq, PartialOrd, Default)]
pub struct Along(pub Metres);

impl Along {
    /// The line's start.
    pub const START: Along = Along(Metres::ZERO);

    /// The plain number of metres.
    #[must_use]
    pub fn metres(self) -> f64 {
        self.0.0
    }
}

impl Sub for Along {
    type Output = Metres;
    fn sub(self, other: Along) -> Metres {
        self.0 - other.0
    }
}

impl Add<Metres> for Along {
    type Output = Along;
    fn add(self, further: Metres) -> Along {
        Along(self.0 + further)
    }
}

impl Sub<Metres> for Along {
    type Output = Along;
    fn sub(self, back: Metres) -> Along {
        Along(self.0 - back)
    }
}

impl fmt::Display for Along {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(out)
    }
}

#[cfg(test)]
mod tests {
    use super::Metres;

    #[test]
    fn lengths_are_written_for_people() {
        assert_eq!(Metres(2310.4).to_string(), "2,310 m");
        assert_eq!(Metres(-1_234_567.0).to_string(), "-1,234,567 m");
        assert_eq!(format!("{:.1}", Metres(99.96)), "100.0 m");
    }
}
