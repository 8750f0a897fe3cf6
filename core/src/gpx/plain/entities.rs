//! The characters that HTML has names and numbers for.

/// The names of U+00A0 to U+00FF, in that order.
const LATIN_1: &str = "nbsp iexcl cent pound curren yen brvbar sect uml copy ordf laquo not shy reg macr deg plusmn \
    sup2 sup3 acute micro para middot cedil sup1 ordm raquo frac14 frac12 frac34 iquest Agrave Aacute Acirc Atilde Auml \
    Aring AElig Ccedil Egrave Eacute Ecirc Euml Igrave Iacute Icirc Iuml ETH Ntilde Ograve Oacute Ocirc Otilde Ouml times \
    Oslash Ugrave Uacute Ucirc Uuml Yacute THORN szlig agrave aacute acirc atilde auml aring aelig ccedil egrave eacute \
    ecirc euml igrave iacute icirc iuml eth ntilde ograve oacute ocirc otilde ouml divide oslash ugrave uacute ucirc uuml \
    yacute thorn yuml";

/// The others that people write.
const OTHERS: [(&str, char); 27] = [
    ("amp", '&'),
    ("lt", '<'),
    ("gt", '>'),
    ("quot", '"'),
    ("apos", '\''),
    ("ndash", '–'),
    ("mdash", '—'),
    ("hellip", '…'),
    ("bull", '•'),
    ("lsquo", '‘'),
    ("rsquo", '’'),
    ("sbquo", '‚'),
    ("ldquo", '“'),
    ("rdquo", '”'),
    ("bdquo", '„'),
    ("euro", '€'),
    ("trade", '™'),
    ("larr", '←'),
    ("uarr", '↑'),
    ("rarr", '→'),
    ("darr", '↓'),
    ("ensp", ' '),
    ("emsp", ' '),
    ("thinsp", ' '),
    ("Scaron", 'Š'),
    ("scaron", 'š'),
    ("prime", '′'),
];

/// The longest name or number of a character.
const LONGEST: usize = 10;

/// The character that a text begins with a reference to, and what comes behind.
pub(super) fn reference(text: &str) -> Option<(char, &str)> {
    let inner = text.strip_prefix('&')?;
    let end = inner.bytes().take(LONGEST + 1).position(|byte| byte == b';')?;
    let (name, rest) = (inner.get(..end)?, inner.get(end + 1..)?);
    let character = match name.strip_prefix('#') {
        Some(number) => numbered(number)?,
        None => named(name)?,
    };
    Some((character, rest))
}

fn numbered(number: &str) -> Option<char> {
    let code = match number.strip_prefix(['x', 'X']) {
        Some(digits) => u32::from_str_radix(digits, 16).ok()?,
        None => number.parse().ok()?,
    };
    char::from_u32(code)
}

fn named(name: &str) -> Option<char> {
    let latin = LATIN_1.split(' ').filter(|word| !word.is_empty()).zip('\u{A0}'..='\u{FF}');
    let mut known = OTHERS.into_iter().chain(latin);
    known.find(|(word, _)| *word == name).map(|(_, character)| character)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn references_are_names_and_numbers() {
        for (text, character) in
            [("&nbsp;", '\u{A0}'), ("&yuml;", 'ÿ'), ("&szlig;", 'ß'), ("&#381;", 'Ž'), ("&#x17d;", 'Ž')]
        {
            assert_eq!(reference(text), Some((character, "")), "{text}");
        }
        for text in ["&", "&;", "&nothing;", "&#xD800;", "&#;", "amp;", "&amp", "&averylongname;", "&ąąąąą;"] {
            assert_eq!(reference(text), None, "{text}");
        }
    }
}
