//! What else lies where GPX files were looked for, told by endings.

use std::collections::BTreeMap;
use std::fmt;
use std::path::Path;

/// The most kinds of files that are told one by one.
const MOST_KINDS: usize = 5;
/// The longest ending of a name; what is longer is none.
const LONGEST_ENDING: usize = 8;

/// What else an archive or a folder holds.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Holds {
    /// Files that may be GPX.
    pub(super) found: u64,
    /// Files of other kinds by the ending of their names; those without one have an empty one.
    others: BTreeMap<String, u64>,
    /// Links, devices, and folders that may not be read or lie too deep.
    pub(super) closed: u64,
}

impl Holds {
    /// How many files there are that are no GPX.
    #[must_use]
    pub fn others(&self) -> u64 {
        self.others.values().sum::<u64>() + self.closed
    }

    /// Whether it holds nothing at all.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.found + self.others() == 0
    }

    /// Whether it holds archives, in which there may be GPX.
    #[must_use]
    pub fn is_packed(&self) -> bool {
        ["zip", "7z", "rar", "gz", "tgz", "tar"].iter().any(|ending| self.others.contains_key(*ending))
    }

    /// Whether it holds what Google Earth writes in place of GPX.
    #[must_use]
    pub fn is_kml(&self) -> bool {
        ["kml", "kmz"].iter().any(|ending| self.others.contains_key(*ending))
    }

    /// Counts a file of another kind.
    pub(super) fn other(&mut self, file: &Path) {
        let ending = file.extension().map(|ending| ending.to_string_lossy().to_ascii_lowercase()).unwrap_or_default();
        let is_ending = ending.len() <= LONGEST_ENDING && ending.bytes().all(|byte| byte.is_ascii_alphanumeric());
        *self.others.entry(if is_ending { ending } else { String::new() }).or_default() += 1;
    }

    /// Counts what is in one of its archives.
    pub(super) fn add(&mut self, inside: &Holds) {
        self.found += inside.found;
        self.closed += inside.closed;
        for (ending, count) in &inside.others {
            *self.others.entry(ending.clone()).or_default() += count;
        }
    }
}

impl fmt::Display for Holds {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut kinds: Vec<(&String, &u64)> = self.others.iter().collect();
        kinds.sort_by_key(|(_, count)| std::cmp::Reverse(**count));
        let rest: u64 = kinds.iter().skip(MOST_KINDS).map(|(_, count)| **count).sum();
        let told = kinds.into_iter().take(MOST_KINDS).map(|(ending, count)| match ending.as_str() {
            "" => format!("{count} without an ending"),
            ending => format!("{count} .{ending}"),
        });
        let mut told: Vec<String> = told.collect();
        told.extend((rest > 0).then(|| format!("{rest} of other kinds")));
        told.extend((self.closed > 0).then(|| format!("{} links, devices or closed folders", self.closed)));
        if told.is_empty() { out.write_str("nothing") } else { out.write_str(&told.join(", ")) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_there_is_most_of_comes_first_and_strange_endings_are_none() {
        let mut holds = Holds::default();
        assert_eq!(holds.to_string(), "nothing");
        for name in ["a.csv", "b.CSV", "c.jpg", "README", "d.\u{202E}gpx", "e.long-ending-of-a-name"] {
            holds.other(Path::new(name));
        }
        holds.closed = 1;
        assert_eq!(holds.to_string(), "3 without an ending, 2 .csv, 1 .jpg, 1 links, devices or closed folders");
        assert_eq!(holds.others(), 7);
        for ending in 'f'..'m' {
            holds.other(Path::new(&format!("x.{ending}")));
        }
        assert!(holds.to_string().contains("5 of other kinds"), "{holds}");
    }
}
