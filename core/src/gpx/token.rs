//! What some XML begins with: one tag, text or aside at a time, and whether it is whole.
//!
//! XML forbids a `<` within a tag. So a tag with an open quote ends at the next one, and costs itself and not the file;
//! but values with a `<` that are closed as they should be are read, and a `<` that begins no tag is text.

/// A tag as it stands between its angles, without the slash of an end or of an empty element.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Tag<'t> {
    text: &'t str,
    name: usize,
}

impl<'t> Tag<'t> {
    fn new(text: &'t str) -> Tag<'t> {
        Tag { text, name: name_length(text.as_bytes()) }
    }

    #[inline]
    pub(super) fn name(&self) -> &'t str {
        self.text.get(..self.name).unwrap_or_default()
    }

    /// Its attributes, with the blanks around them.
    #[inline]
    pub(super) fn attributes(&self) -> &'t str {
        self.text.get(self.name..).unwrap_or_default()
    }

    #[inline]
    pub(super) fn as_str(&self) -> &'t str {
        self.text
    }
}

/// A piece of XML.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Token<'t> {
    Start(Tag<'t>),
    Empty(Tag<'t>),
    /// The name of the element that ends.
    End(&'t str),
    /// Text up to the next tag; references are not resolved.
    Text(&'t str),
    /// What stands in a CDATA section.
    Data(&'t str),
    /// A comment, a processing instruction, the XML declaration.
    Aside,
    /// A document type, and whether it declares anything itself.
    DocType {
        declares: bool,
    },
    Eof,
}

/// What a `<` begins, by the number of bytes it takes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Shape {
    Tag(usize),
    Data(usize),
    Aside(usize),
    DocType(usize),
    /// Nothing: it is text.
    Text,
    Broken(&'static str),
    /// What is at hand does not tell.
    Unfinished,
    /// It has no end within what a text or a tag may be long.
    TooLong,
    /// The file ends before it does.
    CutOff,
}

impl Shape {
    /// How many bytes it takes, if that is certain.
    #[inline]
    pub(super) fn length(self) -> Option<usize> {
        match self {
            Shape::Tag(length) | Shape::Data(length) | Shape::Aside(length) | Shape::DocType(length) => Some(length),
            Shape::Text => Some(1),
            Shape::Broken(_) | Shape::Unfinished | Shape::TooLong | Shape::CutOff => None,
        }
    }
}

/// So far is looked for the end of a value with a `<` in it.
const FAR: usize = 256;

const OPEN_TAG: &str = "this tag has no end";
pub(super) const OPEN_QUOTE: &str = "this tag has an opening quote without a closing one";

/// The shape of what begins with a `<`; `unclosed` says of a closing mark that it does not come in so many bytes.
pub(super) fn shape(bytes: &[u8], unclosed: impl Fn(&[u8]) -> usize) -> Shape {
    let closed = |open: usize, mark: &[u8]| {
        let from = unclosed(mark).saturating_sub(mark.len()).max(open);
        let rest = bytes.get(from..).unwrap_or_default();
        rest.windows(mark.len()).position(|window| window == mark).map(|at| from + at + mark.len())
    };
    let or_unfinished = |end: Option<usize>, shape: fn(usize) -> Shape| end.map_or(Shape::Unfinished, shape);
    match bytes.get(1..).unwrap_or_default() {
        [] => Shape::Unfinished,
        [b'?', ..] => or_unfinished(closed(2, b"?>"), Shape::Aside),
        [b'!', b'-', b'-', ..] => or_unfinished(closed(4, b"-->"), Shape::Aside),
        [b'!', b'[', b'C', b'D', b'A', b'T', b'A', b'[', ..] => or_unfinished(closed(9, b"]]>"), Shape::Data),
        [b'!', b'D' | b'd', ..] => doc_type(bytes),
        [b'!', rest @ ..] if rest.len() < 7 && (b"[CDATA[".starts_with(rest) || b"--".starts_with(rest)) => {
            Shape::Unfinished
        }
        [b'!', ..] => Shape::Broken("`<!` begins neither a comment nor CDATA"),
        [b'/'] => Shape::Unfinished,
        [b'/', next, ..] if !begins_name(*next) => Shape::Text,
        [b'/', ..] => tag(bytes),
        [next, ..] if !begins_name(*next) => Shape::Text,
        _ => tag(bytes),
    }
}

/// What closes the thing that the bytes begin, if only one mark does.
pub(super) fn closing_mark(bytes: &[u8]) -> Option<(&'static [u8], &'static str)> {
    match bytes {
        [b'<', b'?', ..] => Some((b"?>", "`<?` has no `?>`")),
        [b'<', b'!', b'-', ..] => Some((b"-->", "this comment has no end")),
        [b'<', b'!', b'[', ..] => Some((b"]]>", "this CDATA has no end")),
        _ => None,
    }
}

/// The token of a shape that the text begins with.
pub(super) fn token(text: &str, shape: Shape) -> Token<'_> {
    match shape {
        Shape::Tag(end) => {
            let inner = text.get(1..end - 1).unwrap_or_default();
            match (inner.strip_prefix('/'), inner.strip_suffix('/')) {
                (Some(name), _) => Token::End(Tag::new(name).name()),
                (None, Some(empty)) => Token::Empty(Tag::new(empty)),
                (None, None) => Token::Start(Tag::new(inner)),
            }
        }
        Shape::Data(end) => Token::Data(text.get(9..end - 3).unwrap_or_default()),
        Shape::DocType(end) => {
            Token::DocType { declares: text.get(..end).is_some_and(|declaration| declaration.contains('[')) }
        }
        _ => Token::Aside,
    }
}

fn begins_name(byte: u8) -> bool {
    byte.is_ascii_alphabetic() || matches!(byte, b'_' | b':') || byte >= 0x80
}

#[inline]
fn name_length(bytes: &[u8]) -> usize {
    bytes.iter().position(|byte| byte.is_ascii_whitespace()).unwrap_or(bytes.len())
}

/// A declaration with parts of its own may hold what it likes: it is refused by its bracket.
fn doc_type(bytes: &[u8]) -> Shape {
    match bytes.iter().position(|byte| matches!(byte, b'>' | b'[')) {
        Some(at) => Shape::DocType(at + 1),
        None => Shape::Unfinished,
    }
}

#[inline]
fn tag(bytes: &[u8]) -> Shape {
    let mut at = 2;
    loop {
        let rest = bytes.get(at..).unwrap_or_default();
        let Some(length) = rest.iter().position(|byte| matches!(byte, b'>' | b'<' | b'"' | b'\'' | 0)) else {
            return Shape::Unfinished;
        };
        at += length;
        match rest.get(length) {
            Some(b'>') => return Shape::Tag(at + 1),
            Some(quote @ (b'"' | b'\'')) => match value_end(bytes, at + 1, *quote) {
                Ok(end) => at = end + 1,
                Err(shape) => return shape,
            },
            Some(b'<') => return Shape::Broken(OPEN_TAG),
            _ => return Shape::Broken("zeros stand in this tag"),
        }
    }
}

/// Where the quote stands that closes a value.
#[inline]
fn value_end(bytes: &[u8], open: usize, quote: u8) -> Result<usize, Shape> {
    let value = bytes.get(open..).unwrap_or_default();
    let Some(length) = value.iter().position(|byte| *byte == quote || *byte == b'<') else {
        return Err(Shape::Unfinished);
    };
    let close = open + length;
    let close = if bytes.get(close) == Some(&b'<') { closed_beyond(bytes, close, quote)? } else { close };
    let ends_well = match bytes.get(close + 1) {
        None => return Err(Shape::Unfinished),
        Some(b'>' | b'/' | b'?') => true,
        Some(b'<') => return Err(Shape::Broken(OPEN_TAG)),
        Some(next) if next.is_ascii_whitespace() => true,
        // Programs forget the blank; but what closes at the next value's opening quote was open.
        Some(next) => begins_name(*next) && bytes.get(close - 1) != Some(&b'='),
    };
    if ends_well { Ok(close) } else { Err(Shape::Broken(OPEN_QUOTE)) }
}

/// Where the value is closed that holds a `<`: in its line, and not by the quote that opens another one.
fn closed_beyond(bytes: &[u8], angle: usize, quote: u8) -> Result<usize, Shape> {
    let rest = bytes.get(angle..).unwrap_or_default();
    match rest.iter().take(FAR).position(|byte| *byte == quote || *byte == b'\n') {
        Some(length) if rest.get(length) == Some(&quote) && rest.get(length - 1) != Some(&b'=') => Ok(angle + length),
        None if rest.len() < FAR => Err(Shape::Unfinished),
        _ => Err(Shape::Broken(OPEN_QUOTE)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shape_of(text: &str) -> Shape {
        shape(text.as_bytes(), |_| 0)
    }

    #[test]
    fn tags_are_whole_or_broken() {
        for whole in
            ["<a>", "</a >", "<a b='1' c=\"x>y\"/>", "<a b='1'c='2'>", "<a b=\"<c>\" d='2'>", "<a\nb = 'it\"s'>", "<ą>"]
        {
            assert_eq!(shape_of(&format!("{whole}<next>")), Shape::Tag(whole.len()), "{whole}");
        }
        for broken in [
            "<a <b>",
            "</a\n<b>",
            "<a lat=\"1 lon=\"2\">",
            "<a lat=\"1\" lon=\"2><b>\n",
            "<a lat=1\" lon=\"2\">",
            "<!a>",
        ] {
            assert!(matches!(shape_of(broken), Shape::Broken(_)), "{broken}");
        }
        for text in ["<3 you", "< b", "</ b>", "<>", "<\0"] {
            assert_eq!(shape_of(text), Shape::Text, "{text}");
        }
        for unfinished in
            ["<", "</", "<a", "<a b='", "<a b='1'", "<!", "<!-- a --", "<![CDA", "<![CDATA[]]", "<?x ?", "<a b='<"]
        {
            assert_eq!(shape_of(unfinished), Shape::Unfinished, "{unfinished}");
        }
    }

    #[test]
    fn tokens_are_what_stands_between_the_angles() {
        let text = "<a:b  c='1' />";
        let Token::Empty(tag) = token(text, shape_of(text)) else { panic!("an empty element") };
        assert_eq!((tag.name(), tag.attributes(), tag.as_str()), ("a:b", "  c='1' ", "a:b  c='1' "));
        assert_eq!(token("</a >", Shape::Tag(5)), Token::End("a"));
        assert_eq!(token("<![CDATA[x]]>", shape_of("<![CDATA[x]]>")), Token::Data("x"));
        assert_eq!(shape_of("<!-- < -- > -->x"), Shape::Aside(15));
        assert_eq!(token("<!DOCTYPE x [", shape_of("<!DOCTYPE x [ ]>")), Token::DocType { declares: true });
    }
}
