//! Findings of one kind, told together: many of the same kind would hide the few of another.
//!
//! What lives here: what is of one kind, and the order in which kinds are told. How one finding looks stands in
//! [`super::finding`].

use std::collections::BTreeMap;

use super::{Finding, Severity};
use crate::output;

/// As many of a kind are shown with their line of the file; of the others only the place is told.
const SHOWN: usize = 3;

/// The findings as they are told, those of a kind together and the errors last, where they are read.
#[must_use]
pub fn told(findings: &[Finding], least: Severity, colour: bool) -> Vec<String> {
    let mut kinds: Vec<(String, Vec<&Finding>)> = Vec::new();
    let mut numbers: BTreeMap<(Severity, String), usize> = BTreeMap::new();
    for finding in findings.iter().filter(|finding| finding.severity <= least) {
        let kind = kind(&finding.what);
        let number = *numbers.entry((finding.severity, kind.clone())).or_insert(kinds.len());
        match kinds.get_mut(number) {
            Some((_, alike)) => alike.push(finding),
            None => kinds.push((kind, vec![finding])),
        }
    }
    kinds.sort_by_key(|(_, alike)| std::cmp::Reverse(alike.first().map(|first| first.severity)));
    kinds.iter().flat_map(|(_, alike)| told_together(alike, colour)).collect()
}

fn told_together(alike: &[&Finding], colour: bool) -> Vec<String> {
    // A line for the last one would take no less room than the finding itself deserves.
    let shown = if alike.len() == SHOWN + 1 { alike.len() } else { alike.len().min(SHOWN) };
    let (shown, others) = alike.split_at(shown);
    let mut told: Vec<String> = shown.iter().map(|finding| finding.render(colour)).collect();
    if !others.is_empty() {
        told.push(places(others));
    }
    told
}

/// How many more there are and where, a line a file.
fn places(others: &[&Finding]) -> String {
    let mut files: BTreeMap<String, Vec<String>> = BTreeMap::new();
    for finding in others {
        let (line, _) = finding.at.line_column();
        let file = output::harmless(&finding.at.file.path.display().to_string());
        let lines = files.entry(file).or_default();
        if lines.last() != Some(&line.to_string()) {
            lines.push(line.to_string());
        }
    }
    let files = files.into_iter().map(|(file, lines)| format!("\n  --> {file}:{}", lines.join(", ")));
    format!("and {} more of this kind:{}", others.len(), files.collect::<String>())
}

/// What is wrong without the names and numbers of this one: ``stop `nida` lies 9.6 km`` is of a kind with every other
/// stop's.
fn kind(what: &str) -> String {
    let sayings = what.split('`').step_by(2).map(|words| {
        let words = words.split_whitespace().filter(|word| !word.contains(|letter: char| letter.is_ascii_digit()));
        // Metres and kilometres are one kind.
        words.filter(|word| !matches!(*word, "m" | "km" | "m)" | "km)")).collect::<Vec<_>>().join(" ")
    });
    sayings.collect::<Vec<_>>().join("`")
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use super::super::{File, Spot};
    use super::*;

    #[test]
    fn the_same_warning_many_times_does_not_hide_the_error() {
        let file = |name: &str| Arc::new(File { path: name.into(), text: "a = 1\n".repeat(40) });
        let (one, other) = (file("one.toml"), file("other.toml"));
        let mut findings = vec![Finding::error(Spot::new(&one, 0..1), "`x` is no day", "write a day")];
        for number in 0..37 {
            let what = format!("leg `l{number}` is only indicative: {number}.5 km known within 500 m");
            let file = if number < 20 { &one } else { &other };
            findings.push(Finding::warning(Spot::new(file, number * 6..number * 6 + 1), what, "draw it"));
        }
        let told = told(&findings, Severity::Warning, false);
        assert_eq!(told.len(), 5, "{told:#?}");
        assert!(told[3].starts_with("and 34 more of this kind:\n  --> one.toml:4, 5, 6"), "{}", told[3]);
        assert!(told[3].contains("\n  --> other.toml:21, 22"), "{}", told[3]);
        assert!(told[4].starts_with("error: `x` is no day"), "{}", told[4]);
        assert_eq!(super::told(&findings, Severity::Error, false).len(), 1);
    }

    #[test]
    fn what_differs_in_names_and_numbers_is_of_one_kind() {
        assert_eq!(
            kind("stop `a` lies 999 m from `r` (at most 500 m)"),
            kind("stop `b` lies 9.6 km from `q` (at most 2 km)")
        );
        assert_ne!(kind("stop `a` lies there"), kind("stop `a` is there twice"));
    }
}
