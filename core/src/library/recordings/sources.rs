//! Where GPX files lie: alone, packed with gzip, in folders and in zip archives.
//!
//! What is found is handed on file by file, in the order of names; what is no GPX is [counted](Holds), and what a Mac or a
//! Windows puts beside files is passed over. Nothing is written, no link is followed, and what is unpacked is bounded
//! by the size of what it was packed in.

use std::fs;
use std::io::{ErrorKind, Read};
use std::path::{Component, Path, PathBuf};

use flate2::bufread::GzDecoder;

use super::holds::Holds;
use crate::files::open_regular;
use crate::library::LibraryError;
use crate::library::archive::{Archive, is_archive};

/// The largest file that is brought in, unpacked: 256 MiB.
const MOST_BYTES: u64 = 256 << 20;
/// The most files of a folder that are looked at.
const MOST_FILES: usize = 20_000;
/// Folders within folders.
const DEEPEST: usize = 16;
/// What is packed with gzip becomes at most so many times as large: tracks become ten times as large, what is made to
/// swell a thousand times.
const MOST_SWELLING: u64 = 200;
/// So much of a file tells what it is.
const BEGINNING: u64 = 4_096;

/// Takes a file that may be GPX: its name, within an archive that in there, and what is in it.
type Take<'t> = dyn FnMut(&Path, Result<Vec<u8>, LibraryError>) -> Result<(), LibraryError> + 't;

/// Hands on all that may be GPX at a path. Says what else is there.
///
/// # Errors
/// When the path itself cannot be read, or what was handed on is at its end with the library.
pub(super) fn each_file(path: &Path, take: &mut Take<'_>) -> Result<Holds, LibraryError> {
    let mut holds = Holds::default();
    let about = fs::metadata(path).map_err(|error| LibraryError::disk(path, &error))?;
    if about.is_dir() {
        for file in files_in(path, &mut holds)? {
            in_folder(&file, &mut holds, take)?;
        }
    } else if is_archive(path).map_err(|error| LibraryError::disk(path, &error))? || unpacks_itself(path) {
        in_archive(path, &mut holds, take)?;
    } else {
        holds.found += 1;
        take(path, read_bounded(path).and_then(|bytes| plain(path, bytes)))?;
    }
    Ok(holds)
}

/// A file as it is, when it is an ordinary one and no larger than what is brought in.
pub(super) fn read_bounded(path: &Path) -> Result<Vec<u8>, LibraryError> {
    let disk = |error: std::io::Error| LibraryError::disk(path, &error);
    let mut bytes = Vec::new();
    open_regular(path).map_err(disk)?.take(MOST_BYTES + 1).read_to_end(&mut bytes).map_err(disk)?;
    if bytes.len() as u64 > MOST_BYTES { Err(too_large(path)) } else { Ok(bytes) }
}

/// The files of a folder and of those in it, in the order of their names.
fn files_in(folder: &Path, holds: &mut Holds) -> Result<Vec<PathBuf>, LibraryError> {
    let disk = |error: std::io::Error| LibraryError::disk(folder, &error);
    let mut files = Vec::new();
    let mut folders = vec![(folder.to_owned(), 0)];
    while let Some((path, depth)) = folders.pop() {
        let entries = match fs::read_dir(&path) {
            // One of many that may not be read is no reason to leave the others.
            Err(error) if depth > 0 && error.kind() == ErrorKind::PermissionDenied => {
                holds.closed += 1;
                continue;
            }
            entries => entries.map_err(disk)?,
        };
        for entry in entries {
            let entry = entry.map_err(disk)?;
            let kind = entry.file_type().map_err(disk)?;
            let inside = entry.path();
            if is_companion(Path::new(&entry.file_name())) {
                continue;
            }
            match kind {
                kind if kind.is_dir() && depth < DEEPEST => folders.push((inside, depth + 1)),
                kind if kind.is_file() => files.push(inside),
                // A link may lead out of the folder, and where it leads within, the file is found there.
                _ => holds.closed += 1,
            }
            if files.len() + folders.len() > MOST_FILES {
                let reason = format!("the folder holds more than {MOST_FILES} files; choose one with fewer");
                return Err(LibraryError::Archive { path: folder.to_owned(), reason });
            }
        }
    }
    files.sort();
    Ok(files)
}

/// A file of a folder, which nobody has chosen by its name.
fn in_folder(file: &Path, holds: &mut Holds, take: &mut Take<'_>) -> Result<(), LibraryError> {
    let named = has_gpx_ending(file);
    let archive = match is_archive(file) {
        Err(error) if named => {
            holds.found += 1;
            return take(file, Err(LibraryError::disk(file, &error)));
        }
        archive => archive.unwrap_or(false),
    };
    if archive {
        let mut inside = Holds::default();
        match in_archive(file, &mut inside, take) {
            Err(error) if error.is_of_library() => return Err(error),
            Err(error) if is_zip(file) => {
                holds.found += 1;
                return take(file, Err(error));
            }
            // Documents and apps are archives, too.
            Ok(()) if is_zip(file) || inside.found > 0 => holds.add(&inside),
            _ => holds.other(file),
        }
        return Ok(());
    }
    let beginning = || {
        let mut beginning = Vec::new();
        open_regular(file)
            .and_then(|file| file.take(BEGINNING).read_to_end(&mut beginning))
            .is_ok()
            .then_some(beginning)
    };
    if named || beginning().is_some_and(|beginning| looks_like_gpx(&beginning)) {
        holds.found += 1;
        return take(file, read_bounded(file).and_then(|bytes| plain(file, bytes)));
    }
    holds.other(file);
    Ok(())
}

/// The files of an archive.
fn in_archive(path: &Path, holds: &mut Holds, take: &mut Take<'_>) -> Result<(), LibraryError> {
    let mut archive = Archive::open(path)?;
    for name in archive.names() {
        let file = archive.place(&name);
        // As Windows ends the name of a folder.
        if name.ends_with('\\') || is_companion(file.strip_prefix(path).unwrap_or(&file)) {
            continue;
        }
        let is_gpx = has_gpx_ending(&file) || archive.beginning(&name, BEGINNING).is_some_and(|it| looks_like_gpx(&it));
        if !is_gpx {
            holds.other(&file);
            continue;
        }
        holds.found += 1;
        match archive.read(&name) {
            Err(error) if error.is_of_library() => return Err(error),
            bytes => take(&file, bytes.and_then(|bytes| plain(&file, bytes)))?,
        }
    }
    for hidden in 0..archive.hidden() {
        let (name, bytes) = archive.read_hidden(hidden);
        let file = archive.place(&name);
        if is_companion(file.strip_prefix(path).unwrap_or(&file)) {
            continue;
        }
        match bytes {
            Err(error) if error.is_of_library() => return Err(error),
            Ok(bytes) if !has_gpx_ending(&file) && !looks_like_gpx(start_of(&bytes)) => holds.other(&file),
            bytes => {
                holds.found += 1;
                take(&file, bytes.and_then(|bytes| plain(&file, bytes)))?;
            }
        }
    }
    Ok(())
}

/// What is packed with gzip unpacked, all else as it is.
fn plain(file: &Path, bytes: Vec<u8>) -> Result<Vec<u8>, LibraryError> {
    if !is_gzip(&bytes) {
        return Ok(bytes);
    }
    let most = MOST_BYTES.min(BEGINNING + MOST_SWELLING.saturating_mul(bytes.len() as u64));
    let mut unpacked = Vec::new();
    let mut rest = &*bytes;
    // Several may stand one behind the other, and what is no other one is nothing.
    while is_gzip(rest) {
        let mut decoder = GzDecoder::new(rest);
        let read = decoder.by_ref().take(most + 1 - unpacked.len() as u64).read_to_end(&mut unpacked);
        if unpacked.len() as u64 > most {
            return Err(too_large(file));
        }
        match read {
            Ok(_) => rest = decoder.into_inner(),
            // A copy that was cut off: how far the track goes is for its reader to say.
            Err(error) if error.kind() == ErrorKind::UnexpectedEof && !unpacked.is_empty() => break,
            Err(error) => {
                let reason = format!("it cannot be unpacked ({error}); pack or fetch it again");
                return Err(LibraryError::Archive { path: file.to_owned(), reason });
            }
        }
    }
    Ok(unpacked)
}

fn is_gzip(bytes: &[u8]) -> bool {
    bytes.starts_with(&[0x1F, 0x8B])
}

/// Whether a file begins as GPX does, in whatever encoding, or as gzip does that holds one.
fn looks_like_gpx(beginning: &[u8]) -> bool {
    let mut unpacked = Vec::new();
    let beginning = if is_gzip(beginning) {
        // Its end is not here: what could be unpacked is there all the same.
        let _ = GzDecoder::new(beginning).take(BEGINNING).read_to_end(&mut unpacked);
        &unpacked
    } else {
        beginning
    };
    // In UTF-16 every other byte is 0; marks of the encoding are no letters.
    let letters = beginning.iter().filter(|byte| byte.is_ascii_graphic() || byte.is_ascii_whitespace());
    let plain = letters.map(|byte| if byte.is_ascii_whitespace() { b' ' } else { byte.to_ascii_lowercase() });
    let text: Vec<u8> = plain.skip_while(|byte| *byte == b' ').collect();
    let is_root = |window: &[u8]| matches!(window, [b'<' | b':', b'g', b'p', b'x', b' ' | b'>']);
    text.starts_with(b"<") && text.windows(5).any(is_root)
}

/// Whether a system put it beside files, in whatever folder of an archive: nobody's track.
fn is_companion(inside: &Path) -> bool {
    inside.components().any(|part| {
        let Component::Normal(name) = part else { return false };
        let name = name.to_string_lossy();
        name.starts_with("._")
            || ["__macosx", ".ds_store", "thumbs.db", "desktop.ini"]
                .iter()
                .any(|known| name.eq_ignore_ascii_case(known))
    })
}

fn has_gpx_ending(path: &Path) -> bool {
    let name = path.file_name().map(|name| name.to_string_lossy().to_ascii_lowercase()).unwrap_or_default();
    name.ends_with(".gpx") || name.ends_with(".gpx.gz")
}

fn is_zip(path: &Path) -> bool {
    path.extension().is_some_and(|ending| ending.eq_ignore_ascii_case("zip") || ending.eq_ignore_ascii_case("kmz"))
}

fn start_of(bytes: &[u8]) -> &[u8] {
    bytes.get(..BEGINNING as usize).unwrap_or(bytes)
}

/// Whether it is an archive by its name and its end, though it begins as something else, as one that unpacks itself.
fn unpacks_itself(path: &Path) -> bool {
    is_zip(path) && Archive::open(path).is_ok()
}

fn too_large(path: &Path) -> LibraryError {
    LibraryError::TooLarge { path: path.to_owned(), most: MOST_BYTES }
}

#[cfg(test)]
mod tests {
    use std::io::Write;

    use flate2::Compression;
    use flate2::write::GzEncoder;

    use super::*;

    fn packed(text: &[u8]) -> Vec<u8> {
        let mut packing = GzEncoder::new(Vec::new(), Compression::best());
        packing.write_all(text).and_then(|()| packing.finish()).expect("packs")
    }

    fn unpacked(bytes: &[u8]) -> Result<Vec<u8>, String> {
        plain(Path::new("a.gpx.gz"), bytes.to_vec()).map_err(|error| error.to_string())
    }

    #[test]
    fn gzip_is_unpacked_member_by_member_and_what_follows_is_left() {
        let mut bytes = packed(b"<gpx>");
        assert_eq!(unpacked(&bytes), Ok(b"<gpx>".to_vec()));
        bytes.extend(packed(b"</gpx>"));
        bytes.extend([0; 512]);
        assert_eq!(unpacked(&bytes), Ok(b"<gpx></gpx>".to_vec()));
        assert_eq!(unpacked(b"<gpx/>"), Ok(b"<gpx/>".to_vec()));
    }

    #[test]
    fn gzip_that_was_cut_off_is_read_as_far_as_it_goes() {
        let text: String = (0..2_000).map(|number| format!("<trkpt lat=\"55.{number}\" lon=\"21.1\"/>")).collect();
        let bytes = packed(text.as_bytes());
        let read = unpacked(&bytes[..bytes.len() / 2]).expect("reads");
        assert!(!read.is_empty() && text.as_bytes().starts_with(&read));
        assert!(unpacked(&bytes[..5]).is_err(), "nothing of it can be read");
    }

    #[test]
    fn gzip_made_to_swell_is_refused() {
        let bomb = packed(&vec![b' '; 8 << 20]);
        assert!(bomb.len() < 16 << 10);
        assert!(unpacked(&bomb).is_err_and(|error| error.contains("unpacks to more")));
    }

    #[test]
    fn gpx_is_known_by_its_beginning() {
        let utf_16 = |text: &str| text.encode_utf16().flat_map(u16::to_le_bytes).collect::<Vec<u8>>();
        for gpx in ["<gpx>", "\u{FEFF}<?xml version='1.0'?>\n<gpx\nversion='1.1'>", " \n<x:gpx xmlns:x='y'>", "<GPX >"]
        {
            assert!(looks_like_gpx(gpx.as_bytes()), "{gpx}");
            assert!(looks_like_gpx(&utf_16(gpx)), "{gpx} in UTF-16");
            assert!(looks_like_gpx(&packed(gpx.as_bytes())), "{gpx} packed");
        }
        for other in ["", "gpx", "<kml>", "<!doctype html><p>a gpx file</p>", "{\"gpx\":1}", "<gpxtpx>"] {
            assert!(!looks_like_gpx(other.as_bytes()), "{other}");
        }
    }

    #[test]
    fn companions_are_known_wherever_they_lie() {
        for name in ["._one.gpx", "__MACOSX/rides/one.gpx", "rides/.DS_Store", "a/THUMBS.DB", "desktop.ini"] {
            assert!(is_companion(Path::new(name)), "{name}");
        }
        for name in ["one.gpx", "macosx/one.gpx", ".one.gpx", "rides.DS_Store/one.gpx"] {
            assert!(!is_companion(Path::new(name)), "{name}");
        }
    }
}
