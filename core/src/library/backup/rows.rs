//! Lists in `library.json` of which one bad line costs itself and no more.

use std::collections::BTreeMap;
use std::fmt;
use std::marker::PhantomData;

use serde::de::{DeserializeOwned, IgnoredAny, MapAccess, SeqAccess, Visitor};
use serde::{Deserialize, Deserializer, Serialize, Serializer};
use serde_json::value::RawValue;

use crate::library::Settings;
use crate::library::bounds::MOST_NAMES;

/// The most lines of a list: more than anybody writes or visits in a life, and few enough to be in memory.
pub(super) const MOST_LINES: usize = 200_000;

/// A list of so many lines at most, and how many more there are or could not be read.
pub(super) struct Rows<T, const MOST: usize = MOST_LINES> {
    pub rows: Vec<T>,
    pub unreadable: usize,
}

/// Settings by their names, and how many there are that are none of this version's.
#[derive(Default)]
pub(super) struct Chosen {
    pub settings: BTreeMap<String, String>,
    pub unreadable: usize,
}

impl<T, const MOST: usize> Default for Rows<T, MOST> {
    fn default() -> Self {
        Rows { rows: Vec::new(), unreadable: 0 }
    }
}

impl<T, const MOST: usize> FromIterator<T> for Rows<T, MOST> {
    fn from_iter<I: IntoIterator<Item = T>>(rows: I) -> Self {
        Rows { rows: rows.into_iter().collect(), unreadable: 0 }
    }
}

impl<T, const MOST: usize> Rows<T, MOST> {
    /// Whether there is nothing in it.
    pub fn is_empty(&self) -> bool {
        self.rows.is_empty()
    }

    /// What the lines mean; those that mean nothing are counted.
    pub fn meant<M>(self, unreadable: &mut usize, mean: impl Fn(T) -> Option<M>) -> Vec<M> {
        let lines = self.rows.len();
        let meant: Vec<M> = self.rows.into_iter().filter_map(mean).collect();
        *unreadable += self.unreadable + lines - meant.len();
        meant
    }
}

impl<T: Serialize, const MOST: usize> Serialize for Rows<T, MOST> {
    fn serialize<S: Serializer>(&self, out: S) -> Result<S::Ok, S::Error> {
        self.rows.serialize(out)
    }
}

impl<'de, T: DeserializeOwned, const MOST: usize> Deserialize<'de> for Rows<T, MOST> {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        from.deserialize_seq(Lines(PhantomData))
    }
}

struct Lines<T, const MOST: usize>(PhantomData<T>);

impl<'de, T: DeserializeOwned, const MOST: usize> Visitor<'de> for Lines<T, MOST> {
    type Value = Rows<T, MOST>;

    fn expecting(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str("a list")
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut list: A) -> Result<Self::Value, A::Error> {
        let mut rows = Rows::default();
        while rows.rows.len() < MOST {
            let Some(line) = list.next_element::<Box<RawValue>>()? else { return Ok(rows) };
            match serde_json::from_str(line.get()) {
                Ok(row) => rows.rows.push(row),
                Err(_) => rows.unreadable += 1,
            }
        }
        while list.next_element::<IgnoredAny>()?.is_some() {
            rows.unreadable += 1;
        }
        Ok(rows)
    }
}

impl Serialize for Chosen {
    fn serialize<S: Serializer>(&self, out: S) -> Result<S::Ok, S::Error> {
        self.settings.serialize(out)
    }
}

impl<'de> Deserialize<'de> for Chosen {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        from.deserialize_map(ByName)
    }
}

impl<'de> Visitor<'de> for ByName {
    type Value = Chosen;

    fn expecting(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str("settings by their names")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Chosen, A::Error> {
        let mut chosen = Chosen::default();
        while let Some((name, value)) = map.next_entry::<String, Box<RawValue>>()? {
            // Only such as can be set: of those there are few.
            let value = serde_json::from_str(value.get()).ok();
            match value.filter(|value: &String| Settings::default().set(&name, value)) {
                Some(value) => drop(chosen.settings.insert(name, value)),
                None => chosen.unreadable += 1,
            }
        }
        Ok(chosen)
    }
}

struct ByName;

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
    fn lines_without_end_end_and_the_others_are_counted() {
        let rows: Rows<u8, 3> = serde_json::from_str("[1, null, 2, 3, 4, [], 5]").expect("reads");
        assert_eq!((rows.rows.as_slice(), rows.unreadable), (&[1, 2, 3][..], 4));
    }

    #[test]
    fn settings_that_are_none_leave_room_for_those_that_are() {
        let many: String = (0..5_000).map(|number| format!("\"x{number}\": \"y\", ")).collect();
        let json = format!("{{{many}\"voice\": \"loud\", \"theme\": 3, \"bin-days\": \"7\"}}");
        let Chosen { settings, unreadable } = serde_json::from_str(&json).expect("reads");
        assert_eq!(settings.into_iter().collect::<Vec<_>>(), [("bin-days".into(), "7".into())]);
        assert_eq!(unreadable, 5_002);
    }

    #[test]
    fn names_without_end_end() {
        let many = format!("[{}\"\"]", "\"\",".repeat(5_000));
        let read = names(&mut serde_json::Deserializer::from_str(&many)).expect("reads");
        assert_eq!(read.len(), MOST_NAMES);
    }
}
