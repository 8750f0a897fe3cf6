//! Which elements are GPX's own.
//!
//! Prefixes are resolved as XML has it, but forgivingly: devices write namespaces wrong more often than elements. What
//! the first element is named with is GPX's, whatever its namespace; an element without a prefix is, unless it is said to
//! be something else; a prefix that stands for nothing is not, unless it is that of a track, a route or a waypoint.

use super::attributes::Attributes;
use super::root::is_gpx;

/// The prefixes in force, and whether they stand for GPX.
#[derive(Debug, Default)]
pub(super) struct Namespaces {
    /// The last of a prefix holds.
    bindings: Vec<Binding>,
    /// The first element's.
    prefix: Box<str>,
    uri: Box<str>,
    /// Elements without a prefix are not GPX's.
    plain_is_other: bool,
}

#[derive(Debug)]
struct Binding {
    prefix: Box<str>,
    is_gpx: bool,
    /// How many of GPX's elements are open around it.
    level: u8,
}

impl Namespaces {
    /// Those of the first element, which has that prefix and namespace.
    pub(super) fn of_root(prefix: &str, uri: &str, attributes: &str) -> Namespaces {
        let mut namespaces = Namespaces { prefix: prefix.into(), uri: uri.into(), ..Namespaces::default() };
        namespaces.enter(attributes, 0);
        namespaces
    }

    /// Takes in what the tag of an element at that level declares.
    #[inline]
    pub(super) fn enter(&mut self, attributes: &str, level: u8) {
        if attributes.contains("xmlns") {
            for (prefix, is_gpx) in self.declared(attributes).collect::<Vec<_>>() {
                self.bindings.push(Binding { prefix: prefix.into(), is_gpx, level });
            }
            self.plain_is_other = !self.stands_for_gpx("");
        }
    }

    /// Forgets what was declared at that level and within.
    #[inline]
    pub(super) fn leave(&mut self, level: u8) {
        if self.bindings.last().is_some_and(|last| last.level >= level) {
            self.bindings.retain(|binding| binding.level < level);
            self.plain_is_other = !self.stands_for_gpx("");
        }
    }

    /// The name of an element without its prefix, if it is GPX's; it may itself declare what its prefix stands for.
    #[inline]
    pub(super) fn local<'n>(&self, name: &'n str, attributes: &str) -> Option<&'n str> {
        let (prefix, local) = name.split_once(':').unwrap_or(("", name));
        if prefix.is_empty() && !self.plain_is_other && !attributes.contains("xmlns") {
            return Some(local);
        }
        let own =
            attributes.contains("xmlns").then(|| self.declared(attributes).find(|(of, _)| *of == prefix)).flatten();
        own.map_or_else(|| self.stands_for_gpx(prefix), |(_, is_gpx)| is_gpx).then_some(local)
    }

    /// Takes a prefix that stands for nothing for GPX's, all through the file; says whether it was such a one.
    pub(super) fn adopt(&mut self, prefix: &str) -> bool {
        let is_known = *prefix == *self.prefix || self.bindings.iter().any(|binding| *binding.prefix == *prefix);
        if !is_known {
            self.bindings.insert(0, Binding { prefix: prefix.into(), is_gpx: true, level: 0 });
        }
        !is_known
    }

    /// Whether elements without a prefix are GPX's.
    #[inline]
    pub(super) fn plain_is_gpx(&self) -> bool {
        !self.plain_is_other
    }

    fn stands_for_gpx(&self, prefix: &str) -> bool {
        let bound = self.bindings.iter().rev().find(|binding| *binding.prefix == *prefix);
        bound.map_or(prefix.is_empty() || prefix == &*self.prefix, |binding| binding.is_gpx)
    }

    /// The prefixes that a tag declares; a default namespace that is taken back without another is a program's slip.
    fn declared<'t>(&self, attributes: &'t str) -> impl Iterator<Item = (&'t str, bool)> {
        Attributes::new(attributes).flatten().filter_map(|attribute| {
            let prefix = match attribute.name.strip_prefix("xmlns")? {
                "" => "",
                prefixed => prefixed.strip_prefix(':')?,
            };
            let uri = attribute.raw.trim();
            Some((prefix, uri.is_empty() || is_gpx(uri) || uri == &*self.uri))
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const GPX: &str = "http://www.topografix.com/GPX/1/1";

    #[test]
    fn prefixes_mean_what_they_are_declared_to() {
        let root = format!("xmlns='{GPX}' xmlns:g='{GPX}' xmlns:x='http://x'");
        let mut spaces = Namespaces::of_root("", GPX, &root);
        assert_eq!(spaces.local("trk", ""), Some("trk"));
        assert_eq!(spaces.local("g:trk", ""), Some("trk"));
        assert_eq!((spaces.local("x:trk", ""), spaces.local("y:trk", "")), (None, None));
        assert_eq!(spaces.local("y:trk", &format!("xmlns:y = '{GPX}'")), Some("trk"));
        assert_eq!(spaces.local("trk", "xmlns='http://x'"), None);
        assert_eq!(spaces.local("trk", "xmlns=''"), Some("trk"));
        spaces.enter(&format!("xmlns:x='{GPX}' xmlns='http://y'"), 1);
        assert_eq!((spaces.local("x:trk", ""), spaces.local("trk", "")), (Some("trk"), None));
        assert!(!spaces.plain_is_gpx());
        spaces.leave(1);
        assert_eq!((spaces.local("x:trk", ""), spaces.local("trk", "")), (None, Some("trk")));
    }

    #[test]
    fn a_first_element_in_a_wrong_namespace_is_gpx_all_the_same() {
        let spaces = Namespaces::of_root("g", "http://wrong", "xmlns:g='http://wrong' xmlns:h='http://wrong'");
        assert_eq!((spaces.local("g:trk", ""), spaces.local("h:trk", "")), (Some("trk"), Some("trk")));
        assert_eq!(Namespaces::of_root("g", "", "").local("g:trk", ""), Some("trk"));
        let other = Namespaces::of_root("g", GPX, &format!("xmlns='http://x' xmlns:g='{GPX}'"));
        assert_eq!((other.local("trk", ""), other.local("g:trk", "")), (None, Some("trk")));
    }
}
