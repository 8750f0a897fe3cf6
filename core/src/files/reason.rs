//! What the system says of files, for people.

use std::io::{Error, ErrorKind};

/// What the system says of a file, without its number.
#[must_use]
pub fn plain(error: &Error) -> String {
    match error.kind() {
        ErrorKind::NotFound => "there is no such file or folder".into(),
        ErrorKind::PermissionDenied if cfg!(windows) => {
            "the system does not permit it, perhaps as another program has it open".into()
        }
        ErrorKind::PermissionDenied => "the system does not permit it".into(),
        ErrorKind::InvalidFilename => "the system takes no such name".into(),
        ErrorKind::IsADirectory => "it is a folder".into(),
        ErrorKind::NotADirectory => "what should be its folder is none".into(),
        ErrorKind::StorageFull => "the disk is full".into(),
        ErrorKind::ReadOnlyFilesystem => "the disk is read-only".into(),
        _ if is_shared(error) => "another program has it open".into(),
        _ => error.to_string(),
    }
}

/// Whether the system has no room left.
#[must_use]
pub fn is_full(error: &Error) -> bool {
    matches!(error.kind(), ErrorKind::StorageFull | ErrorKind::QuotaExceeded)
}

/// Whether another program has the file, or a part of it, for itself, which on Windows is usual.
fn is_shared(error: &Error) -> bool {
    // ERROR_SHARING_VIOLATION, ERROR_LOCK_VIOLATION
    cfg!(windows) && matches!(error.raw_os_error(), Some(32 | 33))
}
