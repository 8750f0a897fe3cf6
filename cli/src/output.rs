//! What the tool writes: files that are whole or not there, and lines for people or programs.

use std::io::{ErrorKind, Write};
use std::path::Path;

use serde::Serialize;

use crate::failure::Failure;

/// Writes a file aside, syncs it and renames it: a reader sees the old file or the new one.
///
/// # Errors
/// When the folder is missing, full or may not be written to.
pub fn write_whole(path: &Path, bytes: &[u8]) -> Result<(), Failure> {
    let wrong = |error: std::io::Error| Failure::Work(format!("{} cannot be written: {error}", path.display()));
    let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
    let mut aside = tempfile::Builder::new().prefix(".route-guide-").tempfile_in(folder).map_err(wrong)?;
    aside.write_all(bytes).and_then(|()| aside.as_file().sync_all()).map_err(wrong)?;
    make_readable(aside.as_file()).map_err(wrong)?;
    aside.persist(path).map_err(|refused| wrong(refused.error))?;
    Ok(())
}

/// A temporary file is private; a file that was asked for is as readable as any other.
#[cfg(unix)]
fn make_readable(file: &std::fs::File) -> std::io::Result<()> {
    use std::os::unix::fs::PermissionsExt;
    file.set_permissions(std::fs::Permissions::from_mode(0o644))
}

#[cfg(not(unix))]
fn make_readable(_file: &std::fs::File) -> std::io::Result<()> {
    Ok(())
}

/// Prints a line. A reader who has seen enough (`| head`) ends the tool quietly.
pub fn line(text: impl std::fmt::Display) {
    let mut out = std::io::stdout().lock();
    match writeln!(out, "{text}") {
        Err(error) if error.kind() == ErrorKind::BrokenPipe => std::process::exit(0),
        Err(error) => {
            eprintln!("error: standard output cannot be written: {error}");
            std::process::exit(1);
        }
        Ok(()) => {}
    }
}

/// Prints a value as one line of JSON.
///
/// # Errors
/// When the value has no JSON form.
pub fn json_line(value: &impl Serialize) -> Result<(), Failure> {
    line(serde_json::to_string(value).map_err(Failure::work)?);
    Ok(())
}
