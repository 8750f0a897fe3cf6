//! Zip archives from strangers, read within bounds.

use std::borrow::Cow;
use std::fs::File;
use std::io::{BufReader, Read, Seek, SeekFrom};
use std::path::{Path, PathBuf};

use zip::ZipArchive;
use zip::result::ZipError;

use super::LibraryError;

/// The most files of an archive that are looked at.
const MOST_FILES: usize = 20_000;
/// The largest archive: 1 GiB.
const MOST_BYTES: u64 = 1 << 30;
/// The largest file in one, unpacked: 256 MiB.
const MOST_UNPACKED_BYTES: u64 = 256 << 20;

/// What may be unpacked of one archive in all: 1 GiB, or of a large one so many times its size. Tracks pack to a tenth,
/// what is made to swell to a thousandth.
const MOST_UNPACKED_IN_ALL: u64 = 1 << 30;
const MOST_SWELLING: u64 = 100;

/// An open archive.
pub(super) struct Archive {
    path: PathBuf,
    /// How much may still be unpacked.
    left: u64,
    zip: ZipArchive<BufReader<File>>,
}

/// Whether the file begins as archives do.
pub(super) fn is_archive(path: &Path) -> std::io::Result<bool> {
    let mut first = [0; 4];
    let read = File::open(path)?.take(4).read(&mut first)?;
    Ok(read == 4 && (first == *b"PK\x03\x04" || first == *b"PK\x05\x06"))
}

impl Archive {
    /// Opens an archive.
    pub fn open(path: &Path) -> Result<Archive, LibraryError> {
        let disk = |error: std::io::Error| LibraryError::disk(path, &error);
        let file = File::open(path).map_err(disk)?;
        let bytes = file.metadata().map_err(disk)?.len();
        if bytes > MOST_BYTES {
            return Err(wrong(path, format!("the archive is larger than {MOST_BYTES} bytes; split it")));
        }
        // Before all their names are in memory.
        if count(&file).map_err(disk)?.is_some_and(|files| files > MOST_FILES) {
            return Err(wrong(path, format!("the archive holds more than {MOST_FILES} files; split it")));
        }
        let zip = ZipArchive::new(BufReader::new(file)).map_err(|error| broken(path, &error))?;
        let left = MOST_UNPACKED_IN_ALL.max(bytes.saturating_mul(MOST_SWELLING));
        Ok(Archive { path: path.to_owned(), left, zip })
    }

    /// The names of the files in it, in their order; names are only shown and compared, never used as paths.
    pub fn names(&self) -> Vec<String> {
        // A name that is no text is that of no file of ours.
        self.zip.file_names().filter_map(Result::ok).filter(|name| !name.ends_with('/')).map(Cow::into_owned).collect()
    }

    /// How to tell of a file in it: always as one within the archive, whatever its name.
    pub fn place(&self, name: &str) -> PathBuf {
        let parts = name.split(['/', '\\']).filter(|part| !["", ".", ".."].contains(part));
        parts.fold(self.path.clone(), |place, part| place.join(part))
    }

    /// How a file in it begins; `None` where that cannot be read.
    pub fn beginning(&mut self, name: &str, most: u64) -> Option<Vec<u8>> {
        let mut bytes = Vec::new();
        self.zip.by_name(name).ok()?.take(most).read_to_end(&mut bytes).ok()?;
        Some(bytes)
    }

    /// A file in it, unpacked.
    pub fn read(&mut self, name: &str) -> Result<Vec<u8>, LibraryError> {
        let place = self.place(name);
        let file = self.zip.by_name(name).map_err(|error| broken(&place, &error))?;
        let mut bytes = Vec::new();
        let most = MOST_UNPACKED_BYTES.min(self.left);
        let unpacked = file.take(most + 1).read_to_end(&mut bytes);
        let all = bytes.len() as u64;
        self.left = self.left.saturating_sub(all);
        unpacked.map_err(|error| match error.raw_os_error() {
            Some(_) => LibraryError::disk(&self.path, &error),
            None => wrong(&place, format!("it cannot be unpacked ({error}); pack it again")),
        })?;
        if all > most && most < MOST_UNPACKED_BYTES {
            return Err(wrong(&place, "the files in the archive unpack to more than is read of one; split it".into()));
        }
        if all > most {
            return Err(wrong(&place, format!("it unpacks to more than {MOST_UNPACKED_BYTES} bytes; split it")));
        }
        Ok(bytes)
    }
}

/// How many files an archive says it holds, at its end; `None` where it has no such end.
///
/// The record is that of the ZIP specification, section 4.3.16; archives of more files say 65,535 there.
fn count(mut file: &File) -> std::io::Result<Option<usize>> {
    const RECORD: u64 = 22;
    const LONGEST_COMMENT: u64 = 65_535;
    let length = file.seek(SeekFrom::End(0))?;
    file.seek(SeekFrom::Start(length.saturating_sub(RECORD + LONGEST_COMMENT)))?;
    let mut tail = Vec::new();
    file.take(RECORD + LONGEST_COMMENT).read_to_end(&mut tail)?;
    file.rewind()?;
    let records = tail.windows(RECORD as usize).filter(|record| record.starts_with(b"PK\x05\x06"));
    // Which of them is the true one is for the reader to find out.
    Ok(records.filter_map(|record| Some(usize::from(u16::from_le_bytes(*record.get(10..)?.first_chunk()?)))).max())
}

fn broken(path: &Path, error: &ZipError) -> LibraryError {
    match error {
        ZipError::Io(error) if error.raw_os_error().is_some() => LibraryError::disk(path, error),
        ZipError::FileNotFound => wrong(path, "there is no such file in the archive".into()),
        ZipError::UnsupportedArchive(reason) => {
            wrong(path, format!("the archive is of a kind that is not read ({reason}); pack it as an ordinary zip"))
        }
        error => wrong(path, format!("this is no zip archive or a damaged one ({error}); fetch or pack it again")),
    }
}

fn wrong(path: &Path, reason: String) -> LibraryError {
    LibraryError::Archive { path: path.to_owned(), reason }
}
