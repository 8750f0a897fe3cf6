//! What the tool writes: files that are whole or not there, and lines for people or programs.

use std::io::{ErrorKind, Write};
use std::path::Path;

use route_guide_core::files::{self, plain};
use route_guide_core::geometry::Metres;
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
    let name = path.file_name().and_then(|name| name.to_str()).unwrap_or_default();
    if cfg!(windows) && !suits_windows(name) {
        return Err(Failure::Call(format!(
            "{}: Windows gives no file the name `{name}`; give another",
            path.display()
        )));
    }
    if std::fs::metadata(path).is_ok_and(|there| !there.is_file()) {
        return Err(Failure::Call(format!("{} is no ordinary file; give another name", path.display())));
    }
    Ok(())
}

/// Whether a file can have the name there: without the signs that mean something else, and that of no device, which a
/// name with an ending is, too. A colon would write into another file, beside what that holds.
fn suits_windows(name: &str) -> bool {
    let stem = name.split('.').next().unwrap_or_default().trim_end().to_ascii_uppercase();
    let is_device = match stem.strip_prefix("COM").or_else(|| stem.strip_prefix("LPT")) {
        Some(number) => number.chars().count() == 1 && number.chars().all(|sign| "0123456789¹²³".contains(sign)),
        None => ["CON", "PRN", "AUX", "NUL", "CONIN$", "CONOUT$"].contains(&stem.as_str()),
    };
    !is_device && !name.contains(|sign: char| sign.is_control() || "\\/:*?\"<>|".contains(sign))
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
    print(&format!("{}\n", harmless(&text.to_string())));
}

/// A length as people say it: `340 m`, `18.4 km`, `165 km`.
pub fn length(length: Metres) -> String {
    match length.0.abs() {
        short if short < 999.5 => format!("{length:.0}"),
        middling if middling < 99_950.0 => format!("{:.1} km", length.0 / 1_000.0),
        _ => format!("{}", length / 1_000.0).replace(" m", " km"),
    }
}

/// Prints a value as one line of JSON. It says exactly what the value says, but what would command a terminal is
/// written as an escape.
///
/// # Errors
/// When the value has no JSON form.
pub fn json_line(value: &impl Serialize) -> Result<(), Failure> {
    let json = serde_json::to_string(value).map_err(Failure::work)?;
    let mut line = String::with_capacity(json.len() + 1);
    for letter in json.chars() {
        // Outside of its strings JSON has none of them.
        if commands_a_terminal(letter) {
            line.push_str(&format!("\\u{:04x}", u32::from(letter)));
        } else {
            line.push(letter);
        }
    }
    line.push('\n');
    print(&line);
    Ok(())
}

/// Prints the tool's own words as they are: scripts, help.
pub fn print(text: &str) {
    let mut out = std::io::stdout().lock();
    match out.write_all(text.as_bytes()).and_then(|()| out.flush()) {
        Err(error) if is_closed(&error) => std::process::exit(0),
        Err(error) => {
            note(format!("error: standard output cannot be written: {}", plain(&error)));
            std::process::exit(1);
        }
        Ok(()) => {}
    }
}

/// Whether nobody reads what is written any more.
fn is_closed(error: &std::io::Error) -> bool {
    // ERROR_PIPE_NOT_CONNECTED, which the standard library does not count among the broken ones.
    error.kind() == ErrorKind::BrokenPipe || cfg!(windows) && error.raw_os_error() == Some(233)
}

/// Says something in a line to standard error. Where that is closed or full nobody is left to be told so.
pub fn note(text: impl std::fmt::Display) {
    coloured_note(&harmless(&text.to_string()));
}

/// The same, for text that brings its own colours and line ends and nothing else to a terminal.
pub fn coloured_note(text: &str) {
    let _ = writeln!(std::io::stderr().lock(), "{text}");
}

/// Names and texts are strangers' work: what would command the terminal, begin a line of its own there or turn the
/// order of letters is shown as a replacement character.
pub fn harmless(text: &str) -> String {
    text.chars().map(|letter| if commands_a_terminal(letter) { '\u{fffd}' } else { letter }).collect()
}

/// Control characters, among them line ends; separators of lines and paragraphs; whatever controls the direction of
/// writing (Bidi_Control in Unicode).
pub fn commands_a_terminal(letter: char) -> bool {
    let directs =
        matches!(letter, '\u{61c}' | '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}');
    letter.is_control() || directs || matches!(letter, '\u{2028}' | '\u{2029}')
}

#[cfg(test)]
mod tests {
    use super::{Metres, harmless, length, suits_windows};

    #[test]
    fn windows_keeps_some_names_for_itself() {
        for name in ["Žygis ąčęėįšųūž.gpx", "contour.gpx", "com.gpx", "com12.gpx", "ride 1.nul.gpx", ".gpx"] {
            assert!(suits_windows(name), "{name}");
        }
        for name in
            ["CON.gpx", "nul", "aux .gpx", "Com1.tar.gz", "LPT².svg", "a:b.gpx", "where?.gpx", "x|y", "a\tb.gpx"]
        {
            assert!(!suits_windows(name), "{name}");
        }
    }

    #[test]
    fn lengths_are_told_as_people_say_them() {
        let told = [0.0, 340.4, 999.4, 999.6, 18_449.0, 52_441.0, 99_949.0, 99_951.0, 1_234_567.0];
        let told = told.map(|metres| length(Metres(metres)));
        let right = ["0 m", "340 m", "999 m", "1.0 km", "18.4 km", "52.4 km", "99.9 km", "100 km", "1,235 km"];
        assert_eq!(told, right);
    }

    #[test]
    fn a_name_cannot_command_the_terminal() {
        assert_eq!(harmless("Nida\u{1b}[31m\u{9b}2J\r"), "Nida\u{fffd}[31m\u{fffd}2J\u{fffd}");
        assert_eq!(harmless("ride\nerror: no\u{202e}xpg.\u{2028}"), "ride\u{fffd}error: no\u{fffd}xpg.\u{fffd}");
        assert_eq!(harmless("Žemaičių 🚲 Näh\u{a0}e"), "Žemaičių 🚲 Näh\u{a0}e");
    }
}
