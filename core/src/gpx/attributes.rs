//! The attributes of a tag.

use std::borrow::Cow;

/// One attribute as it stands in its tag.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Attribute<'t> {
    pub(super) name: &'t str,
    /// Between the quotes, references unresolved.
    pub(super) raw: &'t str,
    /// Where the name begins in the text of all attributes.
    pub(super) offset: usize,
}

/// The attributes in a tag's text behind its name, one after the other; an `Err` says what is wrong with the next.
pub(super) struct Attributes<'t> {
    text: &'t str,
    next: usize,
}

impl<'t> Attributes<'t> {
    pub(super) fn new(text: &'t str) -> Attributes<'t> {
        Attributes { text, next: 0 }
    }

    #[inline]
    fn skip_space(&mut self) -> Option<u8> {
        let bytes = self.text.as_bytes();
        while let Some(byte) = bytes.get(self.next) {
            if !byte.is_ascii_whitespace() {
                return Some(*byte);
            }
            self.next += 1;
        }
        None
    }

    fn broken(&mut self, offset: usize) -> Option<Result<Attribute<'t>, &'static str>> {
        self.next = self.text.len();
        Some(Err(if offset < self.text.len() { "an attribute without a value in quotes" } else { "a broken tag" }))
    }
}

impl<'t> Iterator for Attributes<'t> {
    type Item = Result<Attribute<'t>, &'static str>;

    #[inline]
    fn next(&mut self) -> Option<Self::Item> {
        let bytes = self.text.as_bytes();
        self.skip_space()?;
        let offset = self.next;
        let length = bytes[offset..].iter().position(|byte| *byte == b'=' || byte.is_ascii_whitespace());
        let Some(length) = length else { return self.broken(offset) };
        self.next = offset + length;
        let name = &self.text[offset..self.next];
        if self.skip_space() != Some(b'=') {
            return self.broken(offset);
        }
        self.next += 1;
        let Some(quote @ (b'"' | b'\'')) = self.skip_space() else { return self.broken(offset) };
        let open = self.next + 1;
        let Some(length) = bytes[open..].iter().position(|byte| *byte == quote) else { return self.broken(offset) };
        self.next = open + length + 1;
        Some(Ok(Attribute { name, raw: &self.text[open..open + length], offset }))
    }
}

/// A value with its references resolved; `None` where one is unknown.
pub(super) fn resolved(raw: &str) -> Option<Cow<'_, str>> {
    if raw.contains('&') { quick_xml::escape::unescape(raw).ok() } else { Some(Cow::Borrowed(raw)) }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> Vec<Result<(&str, &str), &'static str>> {
        Attributes::new(text).map(|next| next.map(|attribute| (attribute.name, attribute.raw))).collect()
    }

    #[test]
    fn attributes_come_in_any_dress() {
        assert_eq!(read(" lat=\"1\"\n\tlon = '2' x=\"a>b\" "), [Ok(("lat", "1")), Ok(("lon", "2")), Ok(("x", "a>b"))]);
        assert_eq!(read("ą=\"ž\""), [Ok(("ą", "ž"))]);
        assert_eq!(read(""), []);
    }

    #[test]
    fn broken_attributes_are_told_once() {
        for broken in ["lat", "lat=", "lat=1", "lat=\"1", "lat 1", "=\"", "="] {
            assert!(read(broken).iter().filter(|next| next.is_err()).count() == 1, "{broken}");
        }
    }

    #[test]
    fn references_are_resolved_and_nothing_else() {
        assert_eq!(resolved("a &amp; b &#381;").as_deref(), Some("a & b Ž"));
        assert_eq!(resolved("&lol;"), None);
    }
}
