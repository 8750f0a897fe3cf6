//! Files of strangers, opened without waiting for anybody.

use std::fs::{self, File};
use std::io::{Error, ErrorKind, Result};
use std::path::Path;

/// Opens a file to be read. A pipe or device is refused before it is opened: whoever reads it may wait for ever.
///
/// # Errors
/// When it is none, a folder, or may not be read.
pub fn open_regular(path: &Path) -> Result<File> {
    // Links are followed: what counts is what they lead to.
    judge(&fs::metadata(path)?)?;
    let file = File::open(path)?;
    judge(&file.metadata()?)?;
    Ok(file)
}

fn judge(about: &fs::Metadata) -> Result<()> {
    if about.is_file() {
        Ok(())
    } else if about.is_dir() {
        Err(ErrorKind::IsADirectory.into())
    } else {
        Err(Error::new(ErrorKind::InvalidInput, "it is no ordinary file"))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_files_are_opened() {
        let folder = tempfile::TempDir::new().expect("a folder");
        let file = folder.path().join("a.gpx");
        assert_eq!(open_regular(&file).expect_err("is missing").kind(), ErrorKind::NotFound);
        fs::write(&file, "a").expect("writes");
        assert!(open_regular(&file).is_ok());
        assert_eq!(open_regular(folder.path()).expect_err("is a folder").kind(), ErrorKind::IsADirectory);
        #[cfg(unix)]
        assert_eq!(open_regular(Path::new("/dev/zero")).expect_err("has no end").kind(), ErrorKind::InvalidInput);
    }
}
