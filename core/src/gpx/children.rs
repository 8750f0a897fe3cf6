//! Child elements kept as they stand in the file.

use std::borrow::Cow;

use quick_xml::Reader;
use quick_xml::events::Event;

use super::attributes::{Attributes, resolved};
use super::markup::push_reference;
use super::parts::in_one_line;
use super::plain::plain_text;

/// Child elements of a GPX element, byte for byte as the file has them, one behind the other.
///
/// They are read when asked for, by their names without prefix: `name`, `desc`, `hdop`, `extensions`.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Children<S = Box<str>>(pub(super) S);

impl<S: AsRef<str>> Children<S> {
    /// The XML.
    #[must_use]
    pub fn as_str(&self) -> &str {
        self.0.as_ref()
    }

    /// Whether there are none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.as_str().is_empty()
    }

    /// The children one by one.
    #[must_use]
    pub fn iter(&self) -> Elements<'_> {
        Elements::new(self.as_str())
    }

    /// The first child of that name.
    #[must_use]
    pub fn get(&self, name: &str) -> Option<Element<'_>> {
        self.iter().find(|element| element.local_name() == name)
    }

    /// The text of the first child of that name; `None` where there is none or it is blank.
    #[must_use]
    pub fn text(&self, name: &str) -> Option<String> {
        self.get(name).map(|element| element.text().trim().to_owned()).filter(|text| !text.is_empty())
    }

    /// The text of the first child of that name as people read it: HTML becomes [plain text](plain_text), whether it is
    /// written as text or as elements.
    #[must_use]
    pub fn plain_text(&self, name: &str) -> Option<String> {
        let element = self.get(name)?;
        let has_markup = element.children().iter().next().is_some();
        let text = if has_markup { plain_text(element.inner) } else { plain_text(&element.text()) };
        Some(text).filter(|text| !text.is_empty())
    }

    /// The same [in one line](in_one_line), as a name is shown and spoken.
    #[must_use]
    pub fn line(&self, name: &str) -> Option<String> {
        self.plain_text(name).map(|text| in_one_line(&text)).filter(|line| !line.is_empty())
    }

    /// The number in the first child of that name.
    #[must_use]
    pub fn number(&self, name: &str) -> Option<f64> {
        self.text(name)?.parse().ok().filter(|number: &f64| number.is_finite())
    }

    /// The first element of that name among the children, their children and so on.
    #[must_use]
    pub fn find(&self, name: &str) -> Option<Element<'_>> {
        find(self.as_str(), name)
    }
}

impl<'x> Children<&'x str> {
    /// Shows each of the children, their children and so on, in the order of the file.
    pub(super) fn each(&self, show: &mut impl FnMut(&Element<'x>)) {
        // As deep as the file was when it was read, so its limit holds here too.
        for element in Elements::new(self.0) {
            show(&element);
            element.children().each(show);
        }
    }
}

// As deep as the file was when it was read, so its limit holds here too.
fn find<'x>(xml: &'x str, name: &str) -> Option<Element<'x>> {
    for element in Elements::new(xml) {
        if element.local_name() == name {
            return Some(element);
        }
        if let Some(found) = find(element.inner, name) {
            return Some(found);
        }
    }
    None
}

/// One element of XML that is known to be well-formed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Element<'x> {
    name: &'x str,
    attributes: &'x str,
    inner: &'x str,
    outer: &'x str,
}

impl<'x> Element<'x> {
    /// The name without prefix.
    #[must_use]
    pub fn local_name(&self) -> &'x str {
        self.name.rsplit(':').next().unwrap_or(self.name)
    }

    /// The whole element as it stands in the file.
    #[must_use]
    pub fn as_str(&self) -> &'x str {
        self.outer
    }

    /// Its children.
    #[must_use]
    pub fn children(&self) -> Children<&'x str> {
        Children(self.inner)
    }

    /// The value of an attribute.
    #[must_use]
    pub fn attribute(&self, name: &str) -> Option<String> {
        let found = Attributes::new(self.attributes).flatten().find(|attribute| attribute.name == name)?;
        Some(resolved(found.raw).map_or_else(|| found.raw.to_owned(), Cow::into_owned))
    }

    /// All text in it, its markup left out.
    #[must_use]
    pub fn text(&self) -> String {
        let mut text = String::new();
        let mut reader = forgiving(self.inner);
        loop {
            match reader.read_event() {
                Ok(Event::Text(part)) => text.push_str(&part),
                Ok(Event::CData(part)) => text.push_str(&part),
                Ok(Event::GeneralRef(reference)) => push_reference(&reference, &mut text),
                Ok(Event::Eof) | Err(_) => return text,
                Ok(_) => {}
            }
        }
    }
}

/// The elements that stand one behind the other in some XML.
#[derive(Debug)]
pub struct Elements<'x> {
    xml: &'x str,
    reader: Reader<&'x [u8]>,
}

impl<'x> Elements<'x> {
    fn new(xml: &'x str) -> Elements<'x> {
        Elements { xml, reader: forgiving(xml) }
    }
}

/// A reader to whom a lone & is text, as it is to the one of files.
fn forgiving(xml: &str) -> Reader<&[u8]> {
    let mut reader = Reader::from_str(xml);
    reader.config_mut().allow_dangling_amp = true;
    reader
}

impl<'x> Iterator for Elements<'x> {
    type Item = Element<'x>;

    fn next(&mut self) -> Option<Element<'x>> {
        let offset = |reader: &Reader<&[u8]>| usize::try_from(reader.buffer_position()).unwrap_or(usize::MAX);
        loop {
            let from = offset(&self.reader);
            let (tag, empty) = match self.reader.read_event().ok()? {
                Event::Start(tag) => (tag, false),
                Event::Empty(tag) => (tag, true),
                Event::Eof => return None,
                _ => continue,
            };
            let name = self.xml.get(from + 1..)?.get(..tag.name().as_ref().len())?;
            let attributes = self.xml.get(from + 1 + name.len()..)?.get(..tag.attributes_raw().len())?;
            let inner = if empty {
                ""
            } else {
                let span = self.reader.read_to_end(tag.name()).ok()?;
                self.xml.get(usize::try_from(span.start).ok()?..usize::try_from(span.end).ok()?)?
            };
            return Some(Element { name, attributes, inner, outer: self.xml.get(from..offset(&self.reader))? });
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const XML: &str = "<name>A &amp; <![CDATA[B]]></name><link href=\"http://x?a=1&amp;b=2\"><text>t</text></link><hdop>1.5</hdop><extensions><x:Y><x:speed>3</x:speed></x:Y></extensions><sym/>";

    #[test]
    fn children_are_read_when_asked_for() {
        let children = Children(XML);
        assert_eq!(children.text("name").as_deref(), Some("A & B"));
        assert_eq!(children.get("link").and_then(|link| link.attribute("href")).as_deref(), Some("http://x?a=1&b=2"));
        assert_eq!(children.number("hdop"), Some(1.5));
        assert_eq!(children.number("name"), None);
        assert_eq!(children.text("sym"), None);
        assert_eq!(children.plain_text("name").as_deref(), Some("A & B"));
        let named = Children("<name>&lt;b&gt;Pier&lt;/b&gt;&lt;br/>of\nNida</name><desc><p> </p></desc>");
        assert_eq!((named.line("name").as_deref(), named.line("desc")), (Some("Pier of Nida"), None));
        let html = Children("<desc><p>One</p><p>Two &amp; <![CDATA[<3]]></p></desc><cmt>&lt;br/>a &foo; & b</cmt>");
        assert_eq!(html.plain_text("desc").as_deref(), Some("One\n\nTwo & <3"));
        assert_eq!(html.plain_text("cmt").as_deref(), Some("a &foo; & b"));
        assert_eq!(children.find("speed").map(|speed| speed.text()).as_deref(), Some("3"));
        assert_eq!(children.iter().map(|element| element.as_str()).collect::<String>(), XML);
    }

    #[test]
    fn broken_xml_has_no_children_and_no_panic() {
        for end in (0..XML.len()).filter(|end| XML.is_char_boundary(*end)) {
            let children = Children(&XML[..end]);
            let _ = (children.iter().count(), children.find("nothing"), children.text("name"));
        }
    }
}
