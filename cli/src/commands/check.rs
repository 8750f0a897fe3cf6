//! `route-guide check`: findings that teach.

use std::io::IsTerminal;
use std::path::Path;
use std::process::ExitCode;

use crate::output;
use crate::source::{self, Finding, Severity, Source};

/// Prints what was found and how many findings there are; errors give exit code 1.
pub fn check(folder: &Path) -> ExitCode {
    let source = source::read(folder);
    report(&source.findings, Severity::Warning);
    let (errors, warnings) = count(&source);
    output::note(format!("{}: {}, {}", folder.display(), plural(errors, "error"), plural(warnings, "warning")));
    if errors > 0 { ExitCode::from(1) } else { ExitCode::SUCCESS }
}

/// Prints the findings that are at least as bad as `least`, those of a kind together and the errors last.
pub fn report(findings: &[Finding], least: Severity) {
    let colour = std::io::stderr().is_terminal();
    for told in source::told(findings, least, colour) {
        output::coloured_note(&format!("{told}\n"));
    }
}

/// How many errors and warnings there are.
pub fn count(source: &Source) -> (usize, usize) {
    let errors = source.findings.iter().filter(|finding| finding.severity == Severity::Error).count();
    (errors, source.findings.len() - errors)
}

/// `1 error`, `2 errors`.
pub fn plural(count: usize, word: &str) -> String {
    if count == 1 { format!("1 {word}") } else { format!("{count} {word}s") }
}
