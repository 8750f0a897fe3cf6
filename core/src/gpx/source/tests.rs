//! Text in any encoding and any pieces, and its positions.

use super::*;

/// Hands out one byte at a time, as a slow network would.
struct Drip<'a>(&'a [u8]);

impl Read for Drip<'_> {
    fn read(&mut self, into: &mut [u8]) -> io::Result<usize> {
        let count = self.0.len().min(into.len()).min(1);
        into[..count].copy_from_slice(&self.0[..count]);
        self.0 = &self.0[count..];
        Ok(count)
    }
}

fn rest<R: Read>(source: &mut Source<R>) -> String {
    let mut text = Vec::new();
    while source.fill().expect("readable") {
        text.extend_from_slice(source.at_hand());
        source.take(source.at_hand().len());
    }
    String::from_utf8(text).expect("text")
}

fn text(bytes: &[u8]) -> String {
    rest(&mut Source::new(Drip(bytes)))
}

#[test]
fn utf_16_and_old_code_pages_become_the_same_text() {
    let wanted = "<gpx>Nidà, Ąžuolynas 🚲</gpx>";
    let wide = |bytes: fn(u16) -> [u8; 2]| wanted.encode_utf16().flat_map(bytes).collect::<Vec<u8>>();
    assert_eq!(text(wanted.as_bytes()), wanted);
    assert_eq!(text(&[b"\xFF\xFE".to_vec(), wide(u16::to_le_bytes)].concat()), wanted);
    assert_eq!(text(&wide(u16::to_be_bytes)), wanted);
    assert_eq!(
        text(b"<?xml version='1.0' encoding='windows-1257'?>\xC0\xFEuolynas"),
        "<?xml version='1.0' encoding='windows-1257'?>Ąžuolynas"
    );
}

#[test]
fn positions_count_characters_across_blocks() {
    let long = format!("<gpx>{}\n{}ą<", "ž\n".repeat(BLOCK), "š".repeat(70_000));
    let mut source = Source::new(long.as_bytes());
    while source.offset() < long.len() as u64 - 1 {
        assert!(source.fill().expect("readable"));
        source.take(source.at_hand().len().min(long.len() - 1 - source.offset() as usize));
    }
    source.mark(Marked::Event);
    assert_eq!(source.marked_at(Marked::Event), At { line: BLOCK as u64 + 2, column: 70_002 });
}

#[test]
fn more_can_be_looked_at_without_taking_it() {
    let long = format!("<gpx>ą\n{}\nž<", "š".repeat(100_000));
    for dripping in [false, true] {
        let input: Box<dyn Read> = if dripping { Box::new(Drip(long.as_bytes())) } else { Box::new(long.as_bytes()) };
        let mut source = Source::new(input);
        assert!(source.fill().expect("readable"));
        source.take(8);
        while source.lengthen().expect("readable") {
            assert_eq!((source.offset(), source.here()), (8, At { line: 2, column: 1 }));
        }
        assert_eq!(source.at_hand(), &long.as_bytes()[8..]);
        source.take(long.len() - 9);
        assert_eq!(source.here(), At { line: 3, column: 2 });
        assert_eq!(rest(&mut source), "<");
    }
}

#[test]
fn what_is_no_text_is_replaced_and_told_with_its_place() {
    let spoilt = |bytes: &[u8]| {
        let mut source = Source::new(Drip(bytes));
        let text = rest(&mut source);
        let end = At { line: 9, column: 1 };
        let places: Vec<String> =
            std::iter::from_fn(|| source.spoilt().next_before(end)).map(|at| at.to_string()).collect();
        (text, places)
    };
    let (text, places) = spoilt(b"<gpx>\nK\xF6nig \xE2\x82\xAC\xFF\xE2\x82");
    assert_eq!((text.as_str(), places.join(" ").as_str()), ("<gpx>\nK\u{FFFD}nig €\u{FFFD}", "2:2 2:8"));
    let (text, places) = spoilt(b"\xFF\xFE<\0\0\xDC\n\0p\0\x3D");
    assert_eq!((text.as_str(), places.join(" ").as_str()), ("<\u{FFFD}\np", "1:2"));
}
