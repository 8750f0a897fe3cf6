//! The running checksum of the log (section 4.2).

use crate::sqlite::u32_at;

/// Which way round the words are summed; the sums themselves are stored the high byte first either way.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Order {
    Little,
    Big,
}

/// The checksum of all up to some point of the log.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Sum(u32, u32);

impl Sum {
    /// Of nothing yet.
    pub const START: Sum = Sum(0, 0);

    /// As it stands in the log.
    pub fn stored(bytes: &[u8], at: usize) -> Option<Sum> {
        Some(Sum(u32_at(bytes, at)?, u32_at(bytes, at + 4)?))
    }

    /// Goes on over bytes whose number is a multiple of eight.
    pub fn over(self, bytes: &[u8], order: Order) -> Sum {
        match order {
            Order::Little => self.words(bytes, u32::from_le_bytes),
            Order::Big => self.words(bytes, u32::from_be_bytes),
        }
    }

    /// As it is to stand in the log.
    #[cfg(test)]
    pub fn bytes(self) -> [u8; 8] {
        let [a, b, c, d] = self.0.to_be_bytes();
        let [e, f, g, h] = self.1.to_be_bytes();
        [a, b, c, d, e, f, g, h]
    }

    fn words(self, bytes: &[u8], word: impl Fn([u8; 4]) -> u32) -> Sum {
        let Sum(mut first, mut second) = self;
        let (pairs, _) = bytes.as_chunks::<8>();
        for &[a, b, c, d, e, f, g, h] in pairs {
            first = first.wrapping_add(word([a, b, c, d])).wrapping_add(second);
            second = second.wrapping_add(word([e, f, g, h])).wrapping_add(first);
        }
        Sum(first, second)
    }
}
