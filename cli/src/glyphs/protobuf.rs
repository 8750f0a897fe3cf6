//! The little of protocol buffers that glyph files need (Mapbox's `glyphs.proto`).

/// One letter as MapLibre reads it.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(super) struct Glyph {
    pub id: u32,
    /// The field with its buffer; empty for a space.
    pub bitmap: Vec<u8>,
    pub width: u32,
    pub height: u32,
    pub left: i32,
    pub top: i32,
    pub advance: u32,
}

/// A file of one stack of glyphs.
pub(super) fn encode(font: &str, range: &str, glyphs: &[Glyph]) -> Vec<u8> {
    let mut stack = Vec::new();
    put_bytes(&mut stack, 1, font.as_bytes());
    put_bytes(&mut stack, 2, range.as_bytes());
    for glyph in glyphs {
        let mut one = Vec::new();
        put_number(&mut one, 1, glyph.id);
        if !glyph.bitmap.is_empty() {
            put_bytes(&mut one, 2, &glyph.bitmap);
        }
        put_number(&mut one, 3, glyph.width);
        put_number(&mut one, 4, glyph.height);
        put_number(&mut one, 5, zigzag(glyph.left));
        put_number(&mut one, 6, zigzag(glyph.top));
        put_number(&mut one, 7, glyph.advance);
        put_bytes(&mut stack, 3, &one);
    }
    let mut file = Vec::new();
    put_bytes(&mut file, 1, &stack);
    file
}

/// Small numbers of either sign as small numbers without.
fn zigzag(number: i32) -> u32 {
    ((number << 1) ^ (number >> 31)) as u32
}

fn put_varint(out: &mut Vec<u8>, mut number: u32) {
    while number >= 0x80 {
        out.push(number as u8 | 0x80);
        number >>= 7;
    }
    out.push(number as u8);
}

fn put_number(out: &mut Vec<u8>, field: u32, number: u32) {
    put_varint(out, field << 3);
    put_varint(out, number);
}

fn put_bytes(out: &mut Vec<u8>, field: u32, bytes: &[u8]) {
    put_varint(out, field << 3 | 2);
    put_varint(out, bytes.len() as u32);
    out.extend_from_slice(bytes);
}

#[cfg(test)]
pub(super) use reading::decode;

#[cfg(test)]
mod reading {
    use super::*;

    enum Value<'a> {
        Number(u32),
        Bytes(&'a [u8]),
    }

    fn varint(bytes: &mut &[u8]) -> Option<u32> {
        let mut number = 0;
        for shift in (0..32).step_by(7) {
            let (&first, rest) = bytes.split_first()?;
            *bytes = rest;
            number |= u32::from(first & 0x7f) << shift;
            if first < 0x80 {
                return Some(number);
            }
        }
        None
    }

    fn fields(mut bytes: &[u8]) -> Option<Vec<(u32, Value<'_>)>> {
        let mut fields = Vec::new();
        while !bytes.is_empty() {
            let key = varint(&mut bytes)?;
            let value = match key & 7 {
                0 => Value::Number(varint(&mut bytes)?),
                2 => {
                    let length = varint(&mut bytes)? as usize;
                    let (value, rest) = bytes.split_at_checked(length)?;
                    bytes = rest;
                    Value::Bytes(value)
                }
                _ => return None,
            };
            fields.push((key >> 3, value));
        }
        Some(fields)
    }

    fn signed(zigzag: u32) -> i32 {
        (zigzag >> 1) as i32 ^ -((zigzag & 1) as i32)
    }

    /// The font's name, the range and the glyphs of a file.
    pub fn decode(file: &[u8]) -> Option<(String, String, Vec<Glyph>)> {
        let [(1, Value::Bytes(stack))] = fields(file)?[..] else { return None };
        let (mut font, mut range, mut glyphs) = (String::new(), String::new(), Vec::new());
        for field in fields(stack)? {
            match field {
                (1, Value::Bytes(name)) => font = String::from_utf8(name.to_vec()).ok()?,
                (2, Value::Bytes(name)) => range = String::from_utf8(name.to_vec()).ok()?,
                (3, Value::Bytes(glyph)) => glyphs.push(decode_glyph(glyph)?),
                _ => return None,
            }
        }
        Some((font, range, glyphs))
    }

    fn decode_glyph(bytes: &[u8]) -> Option<Glyph> {
        let mut glyph = Glyph::default();
        for field in fields(bytes)? {
            match field {
                (1, Value::Number(id)) => glyph.id = id,
                (2, Value::Bytes(bitmap)) => glyph.bitmap = bitmap.to_vec(),
                (3, Value::Number(width)) => glyph.width = width,
                (4, Value::Number(height)) => glyph.height = height,
                (5, Value::Number(left)) => glyph.left = signed(left),
                (6, Value::Number(top)) => glyph.top = signed(top),
                (7, Value::Number(advance)) => glyph.advance = advance,
                _ => return None,
            }
        }
        Some(glyph)
    }

    #[test]
    fn what_is_written_can_be_read() {
        let letter =
            Glyph { id: 353, bitmap: (0..=255).collect(), width: 26, height: 10, left: -3, top: -300, advance: 12 };
        let space = Glyph { id: 32, advance: 6, ..Glyph::default() };
        let glyphs = vec![space, letter];
        let file = encode("Noto Sans", "256-511", &glyphs);
        assert_eq!(decode(&file), Some(("Noto Sans".into(), "256-511".into(), glyphs)));
    }
}
