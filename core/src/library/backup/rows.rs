//! Lists in `library.json` of which one bad line costs itself and no more.

use std::collections::BTreeMap;
use std::fmt;
use std::marker::PhantomData;

use serde::de::{DeserializeOwned, IgnoredAny, MapAccess, SeqAccess, Visitor};
use serde::{Deserialize, Deserializer, Serialize, Serializer};
use serde_json::value::RawValue;

use crate::library::bounds::MOST_NAMES;

/// More settings than any version has.
const MOST_SETTINGS: usize = 1_000;

/// A list, and how many of its lines could not be read.
pub(super) struct Rows<T> {
    pub rows: Vec<T>,
    pub unreadable: usize,
}

impl<T> Default for Rows<T> {
    fn default() -> Self {
        Rows { rows: Vec::new(), unreadable: 0 }
    }
}

impl<T> FromIterator<T> for Rows<T> {
    fn from_iter<I: IntoIterator<Item = T>>(rows: I) -> Self {
        Rows { rows: rows.into_iter().collect(), unreadable: 0 }
    }
}

impl<T> Rows<T> {
    /// What the lines mean; those that mean nothing are counted.
    pub fn meant<M>(self, unreadable: &mut usize, mean: impl Fn(T) -> Option<M>) -> Vec<M> {
        let lines = self.rows.len();
        let meant: Vec<M> = self.rows.into_iter().filter_map(mean).collect();
        *unreadable += self.unreadable + lines - meant.len();
        meant
    }
}

impl<T: Serialize> Serialize for Rows<T> {
    fn serialize<S: Serializer>(&self, out: S) -> Result<S::Ok, S::Error> {
        self.rows.serialize(out)
    }
}

impl<'de, T: DeserializeOwned> Deserialize<'de> for Rows<T> {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        from.deserialize_seq(Lines(PhantomData))
    }
}

struct Lines<T>(PhantomData<T>);

impl<'de, T: DeserializeOwned> Visitor<'de> for Lines<T> {
    type Value = Rows<T>;

    fn expecting(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str("a list")
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut list: A) -> Result<Rows<T>, A::Error> {
        let mut rows = Rows::default();
        while let Some(line) = list.next_element::<Box<RawValue>>()? {
            match serde_json::from_str(line.get()) {
                Ok(row) => rows.rows.push(row),
                Err(_) => rows.unreadable += 1,
            }
        }
        Ok(rows)
    }
}

/// Settings by their names; those that are no text, and more than any version has, are passed over.
pub(super) fn settings<'de, D: Deserializer<'de>>(from: D) -> Result<BTreeMap<String, String>, D::Error> {
    from.deserialize_map(Settings)
}

struct Settings;

impl<'de> Visitor<'de> for Settings {
    type Value = BTreeMap<String, String>;

    fn expecting(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str("settings by their names")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Self::Value, A::Error> {
        let mut settings = BTreeMap::new();
        while let Some((name, value)) = map.next_entry::<String, Box<RawValue>>()? {
            if let Ok(value) = serde_json::from_str(value.get())
                && settings.len() < MOST_SETTINGS
            {
                settings.insert(name, value);
            }
        }
        Ok(settings)
    }
}

/// As many names as one thing has; those behind them are passed over.
pub(super) fn names<'de, D: Deserializer<'de>>(from: D) -> Result<Vec<String>, D::Error> {
    from.deserialize_seq(Names)
}

struct Names;

impl<'de> Visitor<'de> for Names {
    type Value = Vec<String>;

    fn expecting(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str("a list of names")
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut list: A) -> Result<Vec<String>, A::Error> {
        let mut names = Vec::new();
        while names.len() < MOST_NAMES
            && let Some(name) = list.next_element()?
        {
            names.push(name);
        }
        while list.next_element::<IgnoredAny>()?.is_some() {}
        Ok(names)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_bad_line_costs_itself_and_no_more() {
        let rows: Rows<u8> = serde_json::from_str("[1, null, 300, [[]], {\"a\": 2}, 7]").expect("reads");
        assert_eq!((rows.rows.as_slice(), rows.unreadable), (&[1, 7][..], 4));
        assert!(serde_json::from_str::<Rows<u8>>("[1, nil]").is_err());
        let mut unreadable = 0;
        assert_eq!(rows.meant(&mut unreadable, |row| (row > 1).then_some(row)), [7]);
        assert_eq!(unreadable, 5);
    }

    #[test]
    fn names_without_end_end() {
        let many = format!("[{}\"\"]", "\"\",".repeat(5_000));
        let read = names(&mut serde_json::Deserializer::from_str(&many)).expect("reads");
        assert_eq!(read.len(), MOST_NAMES);
        let read = settings(&mut serde_json::Deserializer::from_str("{\"a\": 1, \"b\": \"x\"}")).expect("reads");
        assert_eq!(read.into_iter().collect::<Vec<_>>(), [("b".into(), "x".into())]);
    }
}
