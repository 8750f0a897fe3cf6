//! Zip archives from strangers, read within bounds.

use std::borrow::Cow;
use std::fs::File;
use std::io::{BufReader, Read, Seek, SeekFrom};
use std::path::{Path, PathBuf};

use zip::ZipArchive;
use zip::read::ZipFile;
use zip::result::ZipError;

mod hidden;

use self::hidden::Hidden;
use super::LibraryError;
use crate::files::open_regular;

/// The most files of an archive that are looked at.
pub(super) const MOST_FILES: usize = 20_000;
/// How long the list of an archive's files may be: it is all in memory at once.
const MOST_LIST_BYTES: u64 = 32 << 20;
/// The largest file in one that is wanted whole, unpacked: 256 MiB.
pub(super) const MOST_UNPACKED_BYTES: u64 = 256 << 20;

/// What an archive may hold in all, unpacked: 256 MiB, or of a large one so many times its size. Tracks pack to a tenth,
/// what is made to swell to a thousandth.
const MOST_UNPACKED_IN_ALL: u64 = 256 << 20;
const MOST_SWELLING: u64 = 100;
/// How often each of its files may be read.
const READINGS: u64 = 2;

/// An open archive.
pub(super) struct Archive {
    path: PathBuf,
    bytes: u64,
    /// How much may still be unpacked.
    left: u64,
    zip: ZipArchive<BufReader<File>>,
    /// Files whose names later ones have, too.
    hidden: Vec<Hidden>,
}

/// Whether the file begins as archives do.
pub(super) fn is_archive(path: &Path) -> std::io::Result<bool> {
    let mut first = [0; 4];
    let read = open_regular(path)?.take(4).read(&mut first)?;
    Ok(read == 4 && (first == *b"PK\x03\x04" || first == *b"PK\x05\x06"))
}

impl Archive {
    /// Opens an archive.
    pub fn open(path: &Path) -> Result<Archive, LibraryError> {
        let disk = |error: std::io::Error| LibraryError::disk(path, &error);
        let file = open_regular(path).map_err(disk)?;
        let bytes = file.metadata().map_err(disk)?.len();
        // Before all their names are in memory.
        let ends = ends(&file).map_err(disk)?;
        if ends.iter().any(|end| end.files > MOST_FILES) {
            return Err(wrong(path, format!("the archive holds more than {MOST_FILES} files; split it")));
        }
        if ends.iter().any(|end| end.list_bytes > MOST_LIST_BYTES) {
            return Err(wrong(path, "the list of its files is far too long for an archive; pack it again".into()));
        }
        let directory = file.try_clone().map_err(disk)?;
        let mut zip = ZipArchive::new(BufReader::new(file)).map_err(|error| broken(path, &error))?;
        // Made so that a little unpacks to very much.
        if zip.has_overlapping_entries().map_err(|error| broken(path, &error))? {
            return Err(wrong(path, "files in the archive lie over one another; pack it again".into()));
        }
        // Only where the directory names more files than there are names are some hidden.
        let is_hiding = ends.iter().any(|end| end.files > zip.len());
        let hidden = if is_hiding {
            hidden::hidden(&directory, zip.central_directory_start(), MOST_LIST_BYTES, zip.offset()).map_err(disk)?
        } else {
            Vec::new()
        };
        let left = most_unpacked(bytes).saturating_mul(READINGS);
        Ok(Archive { path: path.to_owned(), bytes, left, zip, hidden })
    }

    /// Whether it unpacks to more than is read of one.
    pub fn swells(&self) -> bool {
        self.zip.decompressed_size().is_none_or(|unpacked| unpacked > u128::from(most_unpacked(self.bytes)))
    }

    /// The names of the files in it, in their order; names are only shown and compared, never used as paths.
    pub fn names(&self) -> Vec<String> {
        // A name that is no text is that of no file of ours.
        self.zip.file_names().filter_map(Result::ok).filter(|name| !name.ends_with('/')).map(Cow::into_owned).collect()
    }

    /// How many files in it have names that later ones have, too.
    pub fn hidden(&self) -> usize {
        self.hidden.len()
    }

    /// One of them: its name, and what is in it, unpacked.
    pub fn read_hidden(&mut self, number: usize) -> (String, Result<Vec<u8>, LibraryError>) {
        let Some(hidden) = self.hidden.get(number) else {
            return (String::new(), Err(broken(&self.path, &ZipError::FileNotFound)));
        };
        let (place, most) = (self.place(&hidden.name), MOST_UNPACKED_BYTES.min(self.left));
        let bytes = match open_regular(&self.path).and_then(|file| hidden.read(&file, most)) {
            Ok(bytes) if bytes.len() as u64 > most => Err(too_large(&place, most)),
            Ok(bytes) => Ok(bytes),
            Err(error) if error.raw_os_error().is_some() => Err(LibraryError::disk(&self.path, &error)),
            Err(error) => Err(wrong(&place, format!("it cannot be unpacked ({error}); pack it again"))),
        };
        let name = hidden.name.clone();
        self.left -= bytes.as_ref().map_or(0, |bytes| bytes.len() as u64);
        (name, bytes)
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
        let mut unpacking = self.unpack(name, MOST_UNPACKED_BYTES)?;
        let mut bytes = Vec::new();
        match unpacking.read_to_end(&mut bytes) {
            Ok(_) => Ok(bytes),
            Err(error) => Err(unpacking.fault.unwrap_or_else(|| wrong(&unpacking.place, error.to_string()))),
        }
    }

    /// A file in it, to be unpacked piece by piece as it is read, and no more of it than that many bytes.
    pub fn unpack(&mut self, name: &str, most: u64) -> Result<Unpacking<'_>, LibraryError> {
        let place = self.place(name);
        let file = self.zip.by_name(name).map_err(|error| broken(&place, &error))?;
        // What says itself that it is too large is not begun.
        if file.size() > most {
            return Err(too_large(&place, most));
        }
        Ok(Unpacking { file, archive: &self.path, place, most, more: most, left: &mut self.left, fault: None })
    }
}

/// A file of an archive that is unpacked as it is read.
pub(super) struct Unpacking<'a> {
    file: ZipFile<'a, BufReader<File>>,
    archive: &'a Path,
    place: PathBuf,
    most: u64,
    /// How much more of this file may come.
    more: u64,
    /// How much more of the whole archive.
    left: &'a mut u64,
    fault: Option<LibraryError>,
}

impl Unpacking<'_> {
    /// Why reading failed, where it did.
    pub fn fault(&mut self) -> Option<LibraryError> {
        self.fault.take()
    }
}

impl Read for Unpacking<'_> {
    fn read(&mut self, into: &mut [u8]) -> std::io::Result<usize> {
        let fault = match self.file.read(into) {
            Ok(read) => {
                let bytes = read as u64;
                let whole = self.more >= bytes && *self.left >= bytes;
                self.more = self.more.saturating_sub(bytes);
                *self.left = self.left.saturating_sub(bytes);
                if whole {
                    return Ok(read);
                } else if *self.left > 0 {
                    too_large(&self.place, self.most)
                } else {
                    let reason = "the files in the archive unpack to more than is read of one; split it";
                    wrong(&self.place, reason.into())
                }
            }
            Err(error) if error.kind() == std::io::ErrorKind::Interrupted => return Err(error),
            Err(error) if error.raw_os_error().is_some() => LibraryError::disk(self.archive, &error),
            Err(error) => wrong(&self.place, format!("it cannot be unpacked ({error}); pack it again")),
        };
        let told = std::io::Error::other(fault.to_string());
        self.fault = Some(fault);
        Err(told)
    }
}

fn most_unpacked(bytes: u64) -> u64 {
    MOST_UNPACKED_IN_ALL.max(bytes.saturating_mul(MOST_SWELLING))
}

/// What an archive says of itself at its end.
struct End {
    files: usize,
    list_bytes: u64,
}

/// What may be the end of an archive; none where there is no such thing.
///
/// The record is that of the ZIP specification, section 4.3.16; archives of more files say 65,535 there.
fn ends(mut file: &File) -> std::io::Result<Vec<End>> {
    const RECORD: u64 = 22;
    const LONGEST_COMMENT: u64 = 65_535;
    let length = file.seek(SeekFrom::End(0))?;
    file.seek(SeekFrom::Start(length.saturating_sub(RECORD + LONGEST_COMMENT)))?;
    let mut tail = Vec::new();
    file.take(RECORD + LONGEST_COMMENT).read_to_end(&mut tail)?;
    file.rewind()?;
    let records = tail.windows(RECORD as usize).filter(|record| record.starts_with(b"PK\x05\x06"));
    // Which of them is the true one is for the reader to find out.
    let end = |record: &[u8]| {
        let files = usize::from(u16::from_le_bytes(*record.get(10..)?.first_chunk()?));
        let list_bytes = u64::from(u32::from_le_bytes(*record.get(12..)?.first_chunk()?));
        Some(End { files, list_bytes })
    };
    Ok(records.filter_map(end).collect())
}

fn too_large(place: &Path, most: u64) -> LibraryError {
    wrong(place, format!("it unpacks to more than {most} bytes; split it"))
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
