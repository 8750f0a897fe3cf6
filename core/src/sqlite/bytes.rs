//! Numbers as the file format writes them, read where they may be cut off.

/// Two bytes, the high one first.
pub(crate) fn u16_at(bytes: &[u8], at: usize) -> Option<u16> {
    Some(u16::from_be_bytes(*bytes.get(at..)?.first_chunk()?))
}

/// Four bytes, the high one first.
pub(crate) fn u32_at(bytes: &[u8], at: usize) -> Option<u32> {
    Some(u32::from_be_bytes(*bytes.get(at..)?.first_chunk()?))
}

/// A number of one to nine bytes (section 1.6), and where the next thing begins.
pub(crate) fn varint_at(bytes: &[u8], at: usize) -> Option<(u64, usize)> {
    let mut value = 0;
    for (count, &byte) in bytes.get(at..)?.iter().take(9).enumerate() {
        let next = at + count + 1;
        if count == 8 {
            return Some((value << 8 | u64::from(byte), next));
        }
        value = value << 7 | u64::from(byte & 0x7F);
        if byte < 0x80 {
            return Some((value, next));
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_take_one_to_nine_bytes() {
        assert_eq!(varint_at(&[0x7F], 0), Some((127, 1)));
        assert_eq!(varint_at(&[0xAA, 0x81, 0x00], 1), Some((128, 3)));
        assert_eq!(varint_at(&[0xFF; 9], 0), Some((u64::MAX, 9)));
    }

    #[test]
    fn a_number_cut_off_is_none() {
        assert_eq!(varint_at(&[0x81, 0x80], 0), None);
        assert_eq!(varint_at(&[0xFF; 8], 0), None);
        assert_eq!(varint_at(&[1], 2), None);
        assert_eq!(u16_at(&[1], 0), None);
        assert_eq!(u32_at(&[0, 0, 1, 2], 0), Some(258));
    }
}
