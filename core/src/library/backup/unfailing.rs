//! A file that never fails while it is written to, and tells at the end what did.
//!
//! A zip writer that meets a full disk ends its archive all the same, on the way out, and panics where what it wrote
//! does not add up. So it is not told.

use std::fs::File;
use std::io::{self, Seek, SeekFrom, Write};

/// A file being written; from its first failure on nothing more is written.
pub(super) struct Unfailing {
    file: File,
    at: u64,
    end: u64,
    failure: Option<io::Error>,
}

impl Unfailing {
    /// Writes to an empty file.
    pub fn new(file: File) -> Unfailing {
        Unfailing { file, at: 0, end: 0, failure: None }
    }

    /// Whether all that was written is in the file.
    pub fn done(self) -> io::Result<()> {
        self.failure.map_or(Ok(()), Err)
    }

    fn unless_failed<T>(&mut self, work: impl FnOnce(&mut File) -> io::Result<T>) {
        if self.failure.is_none() {
            self.failure = work(&mut self.file).err();
        }
    }
}

impl Write for Unfailing {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.unless_failed(|file| file.write_all(bytes));
        self.at += bytes.len() as u64;
        self.end = self.end.max(self.at);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        self.unless_failed(File::flush);
        Ok(())
    }
}

impl Seek for Unfailing {
    fn seek(&mut self, to: SeekFrom) -> io::Result<u64> {
        let to = match to {
            SeekFrom::Start(at) => Some(at),
            SeekFrom::Current(by) => self.at.checked_add_signed(by),
            SeekFrom::End(by) => self.end.checked_add_signed(by),
        };
        self.at = to.ok_or(io::ErrorKind::InvalidInput)?;
        let at = SeekFrom::Start(self.at);
        self.unless_failed(|file| file.seek(at));
        Ok(self.at)
    }
}

#[cfg(test)]
mod tests {
    use zip::ZipWriter;
    use zip::write::SimpleFileOptions;

    use super::*;

    #[test]
    fn an_archive_on_a_disk_that_fails_ends_without_a_panic_and_says_so() {
        let holder = tempfile::TempDir::new().expect("a folder");
        let path = holder.path().join("read-only");
        let file = File::create(&path).and_then(|_| File::open(&path)).expect("opens");
        let mut zip = ZipWriter::new(Unfailing::new(file));
        for name in ["one", "two"] {
            zip.start_file(name, SimpleFileOptions::default()).expect("begins");
            zip.write_all(&[7; 100_000]).expect("writes");
        }
        assert!(zip.finish().expect("ends").done().is_err());
    }
}
