//! A row as it is stored: the types of its columns, then their contents (section 2.1).

use rusqlite::types::Value;

use super::bytes::varint_at;

/// More columns than SQLite allows a table.
const MAX_COLUMNS: usize = 2_000;

/// Can this be the start of a record of so many bytes? Where its header is cut off, it can.
pub(crate) fn may_start(start: &[u8], length: usize) -> bool {
    match header_length(start) {
        Some(header) if header <= start.len() => columns(start, length).is_some(),
        Some(header) => header <= length,
        None => false,
    }
}

/// The values of a record, if it is one to the byte.
pub(crate) fn read(payload: &[u8]) -> Option<Vec<Value>> {
    let mut rest = payload.get(header_length(payload)?..)?;
    let types = columns(payload, payload.len())?;
    let mut values = Vec::with_capacity(types.len());
    for kind in types {
        let (content, behind) = rest.split_at_checked(width(kind)?)?;
        values.push(value(kind, content)?);
        rest = behind;
    }
    Some(values)
}

/// The types a record announces, if with their contents they make up its whole length.
fn columns(start: &[u8], length: usize) -> Option<Vec<u64>> {
    let (_, mut at) = varint_at(start, 0)?;
    let header = start.get(..header_length(start)?)?;
    let mut types = Vec::new();
    let mut total = header.len();
    while at < header.len() {
        let (kind, next) = varint_at(header, at)?;
        total = total.checked_add(width(kind)?).filter(|&total| total <= length)?;
        types.push(kind);
        if types.len() > MAX_COLUMNS {
            return None;
        }
        at = next;
    }
    (total == length && !types.is_empty()).then_some(types)
}

fn header_length(start: &[u8]) -> Option<usize> {
    usize::try_from(varint_at(start, 0)?.0).ok()
}

/// How many bytes the content of a type has; two types are reserved and never written.
fn width(kind: u64) -> Option<usize> {
    match kind {
        0 | 8 | 9 => Some(0),
        1 => Some(1),
        2 => Some(2),
        3 => Some(3),
        4 => Some(4),
        5 => Some(6),
        6 | 7 => Some(8),
        10 | 11 => None,
        _ => usize::try_from((kind - 12) / 2).ok(),
    }
}

fn value(kind: u64, content: &[u8]) -> Option<Value> {
    Some(match kind {
        0 => Value::Null,
        1..=6 => Value::Integer(integer(content)),
        7 => real(f64::from_be_bytes(*content.first_chunk()?)),
        8 => Value::Integer(0),
        9 => Value::Integer(1),
        _ if kind.is_multiple_of(2) => Value::Blob(content.to_vec()),
        _ => match str::from_utf8(content) {
            Ok(text) => Value::Text(text.to_owned()),
            Err(_) => Value::Blob(content.to_vec()),
        },
    })
}

/// One to eight bytes in two's complement, the high one first.
fn integer(content: &[u8]) -> i64 {
    let sign = if content.first().is_some_and(|&first| first >= 0x80) { -1 } else { 0 };
    content.iter().fold(sign, |value, &byte| value << 8 | i64::from(byte))
}

/// SQLite reads what is not a number as null.
fn real(number: f64) -> Value {
    if number.is_nan() { Value::Null } else { Value::Real(number) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_record_gives_its_values() {
        let record = [6, 0, 1, 2, 8, 17, 0xFF, 0x80, 0x01, b'o', b'k'];
        let text = Value::Text("ok".into());
        let values = vec![Value::Null, Value::Integer(-1), Value::Integer(-32_767), Value::Integer(0), text];
        assert_eq!(read(&record), Some(values));
    }

    #[test]
    fn a_record_with_a_byte_too_many_or_too_few_is_none() {
        assert_eq!(read(&[2, 1, 5]), Some(vec![Value::Integer(5)]));
        assert_eq!(read(&[2, 1, 5, 0]), None);
        assert_eq!(read(&[2, 1]), None);
        assert_eq!(read(&[2, 10]), None);
        assert_eq!(read(&[1]), None);
        assert_eq!(read(&[0]), None);
        assert_eq!(read(&[]), None);
    }

    #[test]
    fn text_that_is_not_utf_8_stays_as_bytes() {
        assert_eq!(read(&[2, 17, 0xC4, 0x28]), Some(vec![Value::Blob(vec![0xC4, 0x28])]));
    }

    #[test]
    fn lengths_beyond_all_measure_are_refused() {
        let record = [10, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF];
        assert_eq!(read(&record), None);
        assert!(!may_start(&[0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF], 100));
    }
}
