//! What the tool writes: files that are whole or not there, and lines for people or programs.

use std::io::{ErrorKind, Write};
use std::path::Path;

use route_guide_core::files::{self, plain};
use serde::Serialize;

use crate::failure::Failure;

/// Refuses a name for a file to write whose ending is none of `endings`, or where something stands that is no file.
///
/// The ending keeps a slip of the hand from replacing a bundle or a source by what is made from it.
///
/// # Errors
/// When the call has to be written otherwise.
pub fn must_be(path: &Path, endings: &[&str]) -> Result<(), Failure> {
    let ending = path.extension().and_then(|ending| ending.to_str()).unwrap_or("");
    if !endings.iter().any(|known| known.eq_ignore_ascii_case(ending)) {
        let endings: Vec<String> = endings.iter().map(|ending| format!(".{ending}")).collect();
        return Err(Failure::Call(format!("{}: the file's ending must be {}", path.display(), endings.join(" or "))));
    }
    if std::fs::metadata(path).is_ok_and(|there| !there.is_file()) {
        return Err(Failure::Call(format!("{} is no ordinary file; give another name", path.display())));
    }
    Ok(())
}

/// Writes a file aside, syncs it and renames it: a reader sees the old file or the new one.
///
/// # Errors
/// When the folder is missing, full or may not be written to.
pub fn write_whole(path: &Path, bytes: &[u8]) -> Result<(), Failure> {
    files::write_whole(path, bytes).map_err(|error| cannot("written", path, &error))
}

/// Makes a folder, with those above it.
///
/// # Errors
/// When it may not be made there.
pub fn make_folder(path: &Path) -> Result<(), Failure> {
    std::fs::create_dir_all(path).map_err(|error| cannot("made", path, &error))
}

/// What could not be done with a file, and the system's reason.
pub fn cannot(done: &str, path: &Path, error: &std::io::Error) -> Failure {
    Failure::Work(format!("{} cannot be {done}: {}", path.display(), plain(error)))
}

/// Prints a line for people. A reader who has seen enough (`| head`) ends the tool quietly.
pub fn line(text: impl std::fmt::Display) {
    print(&harmless(&text.to_string()));
}

/// Prints a value as one line of JSON.
///
/// # Errors
/// When the value has no JSON form.
pub fn json_line(value: &impl Serialize) -> Result<(), Failure> {
    print(&serde_json::to_string(value).map_err(Failure::work)?);
    Ok(())
}

fn print(text: &str) {
    match writeln!(std::io::stdout().lock(), "{text}") {
        Err(error) if error.kind() == ErrorKind::BrokenPipe => std::process::exit(0),
        Err(error) => {
            note(format!("error: standard output cannot be written: {}", plain(&error)));
            std::process::exit(1);
        }
        Ok(()) => {}
    }
}

/// Says something to standard error. Where that is closed or full nobody is left to be told so.
pub fn note(text: impl std::fmt::Display) {
    coloured_note(&harmless(&text.to_string()));
}

/// The same, for text that brings its own colours and nothing else to a terminal.
pub fn coloured_note(text: &str) {
    let _ = writeln!(std::io::stderr().lock(), "{text}");
}

/// Names and texts are strangers' work: what would command the terminal, or have it show letters in another order, is
/// shown as a replacement character.
pub fn harmless(text: &str) -> String {
    shown(text, |letter| letter == '\n')
}

/// The same of what stands within a line: a name, a path.
pub fn one_line(text: &str) -> String {
    shown(text, |_| false)
}

fn shown(text: &str, stays: impl Fn(char) -> bool) -> String {
    let turns = |letter: char| matches!(letter, '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}');
    let commands = |letter: char| (letter.is_control() || turns(letter)) && !stays(letter);
    text.chars().map(|letter| if commands(letter) { '\u{fffd}' } else { letter }).collect()
}

#[cfg(test)]
mod tests {
    use super::{harmless, one_line};

    #[test]
    fn a_name_cannot_command_the_terminal() {
        assert_eq!(harmless("Nida\u{1b}[31m\u{9b}2J\r"), "Nida\u{fffd}[31m\u{fffd}2J\u{fffd}");
        assert_eq!(harmless("Nida\u{202E}xpg.\u{2066}\nPreila"), "Nida\u{fffd}xpg.\u{fffd}\nPreila");
        assert_eq!(one_line("Nida\nPreila"), "Nida\u{fffd}Preila");
    }
}
