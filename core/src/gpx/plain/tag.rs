//! What a tag of HTML means for the text around it.

/// What separates two words, by rank.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Default)]
pub(super) enum Break {
    #[default]
    None,
    Blank,
    Line,
    Paragraph,
}

/// A tag by what it means.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Tag<'t> {
    /// It only formats.
    Nothing,
    /// It stands for this text.
    Text(&'t str),
    /// An element that is left out with all that is in it.
    Dropped(&'static str),
    Break(Break),
    NewLine,
    /// An item of a list begins.
    Item,
    /// A link to an address that can be written down.
    Link(&'t str),
    LinkEnd,
}

/// A document type is no longer than this.
const LONGEST_DOCTYPE: usize = 400;
/// Elements whose content is no text.
const DROPPED: [&str; 10] =
    ["script", "style", "head", "iframe", "object", "noscript", "template", "svg", "select", "textarea"];
/// Elements that begin and end a paragraph.
const PARAGRAPHS: [&str; 13] =
    ["p", "h1", "h2", "h3", "h4", "h5", "h6", "dl", "table", "blockquote", "pre", "hr", "section"];
/// Elements that begin and end a line.
const LINES: [&str; 11] =
    ["div", "tr", "dt", "dd", "caption", "article", "header", "footer", "figure", "figcaption", "address"];
/// Elements that only format.
const FORMATS: [&str; 28] = [
    "b", "i", "u", "s", "em", "strong", "small", "big", "sub", "sup", "span", "font", "center", "code", "tt", "q",
    "cite", "mark", "abbr", "del", "ins", "html", "body", "tbody", "thead", "strike", "nobr", "wbr",
];
/// Elements of HTML that are nothing but themselves: they cannot be shown.
const UNSEEN: [&str; 6] = ["meta", "link", "input", "button", "video", "audio"];

/// The tag or comment that a text begins with, and what comes behind it.
pub(super) fn tag(text: &str) -> Option<(Tag<'_>, &str)> {
    if let Some(comment) = text.strip_prefix("<!--") {
        return Some((Tag::Nothing, comment.split_once("-->").map_or("", |(_, rest)| rest)));
    }
    if let Some(data) = text.strip_prefix("<![CDATA[") {
        let (inside, rest) = data.split_once("]]>").unwrap_or((data, ""));
        return Some((Tag::Text(inside), rest));
    }
    let inner = text.strip_prefix('<')?;
    if inner.get(..8).is_some_and(|word| word.eq_ignore_ascii_case("!doctype")) {
        let end = inner.bytes().take(LONGEST_DOCTYPE).position(|byte| byte == b'>')?;
        return Some((Tag::Nothing, inner.get(end + 1..)?));
    }
    let (closes, inner) = inner.strip_prefix('/').map_or((false, inner), |inner| (true, inner));
    let length = inner.bytes().take_while(u8::is_ascii_alphanumeric).count();
    let (name, behind) = inner.split_at(length);
    let (attributes, rest) = attributes(behind)?;
    Some((meaning(&name.to_ascii_lowercase(), closes, attributes)?, rest))
}

/// What a tag means that a text ends in the middle of: none of it is text, but the address of a link is known.
pub(super) fn unclosed(text: &str) -> Option<Tag<'_>> {
    let inner = text.strip_prefix('<').filter(|inner| !inner.contains(['<', '>']))?;
    let length = inner.bytes().take_while(u8::is_ascii_alphanumeric).count();
    let (name, behind) = inner.split_at(length);
    let (attribute, value) =
        behind.split_once('=').filter(|_| behind.starts_with(|next: char| next.is_whitespace()))?;
    meaning(&name.to_ascii_lowercase(), false, "")?;
    let value = value.trim_start().strip_prefix(['"', '\''])?;
    let value = value.split(['"', '\'']).next().unwrap_or_default().trim();
    let is_link = name.eq_ignore_ascii_case("a") && attribute.trim().eq_ignore_ascii_case("href");
    Some(if is_link && is_address(value) { Tag::Link(value) } else { Tag::Nothing })
}

fn meaning<'t>(name: &str, closes: bool, attributes: &'t str) -> Option<Tag<'t>> {
    let attribute = |wanted: &str| {
        let mut pairs = Pairs(attributes);
        pairs.find(|(name, _)| name.eq_ignore_ascii_case(wanted)).map(|(_, value)| value)
    };
    if let Some(dropped) = DROPPED.into_iter().find(|dropped| *dropped == name) {
        return Some(if closes { Tag::Nothing } else { Tag::Dropped(dropped) });
    }
    Some(match name {
        "a" if closes => Tag::LinkEnd,
        "a" => attribute("href").map(str::trim).filter(|target| is_address(target)).map_or(Tag::Nothing, Tag::Link),
        "img" => attribute("alt").map_or(Tag::Nothing, Tag::Text),
        "li" if closes => Tag::Break(Break::Line),
        "li" => Tag::Item,
        "ul" | "ol" => Tag::Break(if closes { Break::Paragraph } else { Break::Line }),
        "br" => Tag::NewLine,
        "td" | "th" => Tag::Break(Break::Blank),
        _ if PARAGRAPHS.contains(&name) => Tag::Break(Break::Paragraph),
        _ if LINES.contains(&name) => Tag::Break(Break::Line),
        _ if FORMATS.contains(&name) || UNSEEN.contains(&name) => Tag::Nothing,
        _ => return None,
    })
}

/// Whether people could go there by what they read.
fn is_address(target: &str) -> bool {
    let is_of = |scheme: &str| target.get(..scheme.len()).is_some_and(|start| start.eq_ignore_ascii_case(scheme));
    ["https://", "http://", "mailto:", "tel:"].into_iter().any(is_of)
}

/// The attributes up to the tag's end, if what stands there are attributes, and what comes behind the tag.
fn attributes(text: &str) -> Option<(&str, &str)> {
    if !text.starts_with(|next: char| next.is_ascii_whitespace() || next == '/' || next == '>') {
        return None;
    }
    let mut pairs = Pairs(text);
    pairs.by_ref().for_each(drop);
    let end = pairs.0.trim_ascii_start();
    let rest = end.strip_prefix('/').map_or(end, str::trim_ascii_start).strip_prefix('>')?;
    Some((text, rest))
}

/// The `name=value` pairs that a text begins with, one after the other.
struct Pairs<'t>(&'t str);

impl<'t> Iterator for Pairs<'t> {
    type Item = (&'t str, &'t str);

    fn next(&mut self) -> Option<(&'t str, &'t str)> {
        let text = self.0.trim_ascii_start();
        let length = text.find(|next: char| next.is_ascii_whitespace() || "=/<>\"'".contains(next))?;
        let (name, rest) = text.split_at(length);
        let rest = rest.trim_ascii_start().strip_prefix('=').filter(|_| !name.is_empty())?.trim_ascii_start();
        let (value, rest) = match rest.chars().next()? {
            quote @ ('"' | '\'') => rest.get(1..)?.split_once(quote)?,
            _ => rest.split_at(rest.find(|next: char| next.is_ascii_whitespace() || next == '>')?),
        };
        self.0 = rest;
        Some((name, value))
    }
}
