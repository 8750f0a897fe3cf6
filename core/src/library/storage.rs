//! How much room everything takes, and what could be freed.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use super::{Library, LibraryError, State};

/// What one thing takes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Stored {
    /// A bundle's id, a recording's number, or the name of the part.
    pub name: String,
    /// Bytes.
    pub bytes: u64,
}

/// How much room everything takes.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Storage {
    /// Each bundle's file.
    pub bundles: Vec<Stored>,
    /// Each recording: about what its fixes take in the database, and the file of a track that was brought in.
    pub recordings: Vec<Stored>,
    /// The database with everything in it, and its log.
    pub database: u64,
    /// Of the database, what can be searched: made from the bundles, and gone with them.
    pub search: u64,
    /// Damaged databases that were set aside.
    pub damaged: u64,
    /// All that the library keeps; files of others that lie in its folder are not counted.
    pub total: u64,
    /// What [`free`](Library::free) would give back: the bin, and room within the database that is not used.
    pub can_be_freed: u64,
}

/// What a fix takes in the database, all in all.
const FIX_BYTES: u64 = 96;

impl Library {
    /// How much room everything takes.
    ///
    /// # Errors
    /// When the folder cannot be read.
    pub fn storage(&self) -> Result<Storage, LibraryError> {
        let size = |path: &Path| folder_bytes(path).map_err(|error| LibraryError::disk(path, &error));
        let files = [self.folder.database(), self.folder.log(), self.folder.log_index()];
        let database = files.iter().filter_map(|path| fs::metadata(path).ok()).map(|metadata| metadata.len()).sum();
        let damaged = size(&self.folder.damaged())?;
        let mut storage = Storage {
            database,
            search: self.search_bytes()?,
            damaged,
            // The folder may be a drive's root.
            total: database + damaged + size(&self.folder.bundles())? + size(&self.folder.tracks())?,
            can_be_freed: self.free_pages()?,
            ..Storage::default()
        };
        for bundle in self.bundles()? {
            storage.bundles.push(Stored { name: bundle.manifest.id.to_string(), bytes: bundle.bytes });
        }
        let recordings = self.recordings()?;
        let mut shared: BTreeMap<&str, (u64, bool)> = BTreeMap::new();
        for (recording, _) in &recordings {
            if let Some(file) = &recording.file {
                let (count, all_binned) = shared.entry(file).or_insert((0, true));
                *count += 1;
                *all_binned &= recording.state == State::Binned;
            }
        }
        for (recording, tally) in &recordings {
            // The fixes of a track that was brought in are in its file, which may hold several tracks.
            let (bytes, frees) = match recording.file.as_deref().and_then(|file| shared.get(file)) {
                Some((count, all_binned)) => (recording.bytes / count, *all_binned),
                None => (tally.fixes * FIX_BYTES, recording.state == State::Binned),
            };
            if frees {
                storage.can_be_freed += bytes;
            }
            storage.recordings.push(Stored { name: recording.id.to_string(), bytes });
        }
        Ok(storage)
    }

    /// Deletes what is in the bin, for good, and gives the room within the database back to the phone.
    ///
    /// # Errors
    /// When the disk is broken.
    pub fn free(&mut self) -> Result<(), LibraryError> {
        self.purge(i64::MAX)?;
        self.ask(|connection| {
            let mut statement = connection.prepare("PRAGMA incremental_vacuum")?;
            let mut steps = statement.query([])?;
            while steps.next()?.is_some() {}
            Ok(())
        })?;
        // What is in the log goes into the database, and the log becomes short.
        self.ask(|connection| Ok(connection.query_row("PRAGMA wal_checkpoint(TRUNCATE)", [], |_| Ok(())).map(drop)?))
    }

    /// Deletes databases that were set aside because they were damaged.
    ///
    /// # Errors
    /// When the disk says no.
    pub fn remove_damaged(&mut self) -> Result<(), LibraryError> {
        let path = self.folder.damaged();
        match fs::remove_dir_all(&path) {
            Err(error) if error.kind() != std::io::ErrorKind::NotFound => Err(LibraryError::disk(&path, &error)),
            _ => Ok(()),
        }
    }

    fn search_bytes(&self) -> Result<u64, LibraryError> {
        let sql = "SELECT ifnull(sum(pgsize), 0) FROM dbstat WHERE aggregate = TRUE AND name IN
                   (SELECT name FROM sqlite_schema WHERE name LIKE 'search%')";
        self.ask(|connection| {
            let bytes: i64 = connection.query_row(sql, [], |row| row.get(0))?;
            Ok(bytes.unsigned_abs())
        })
    }

    fn free_pages(&self) -> Result<u64, LibraryError> {
        self.ask(|connection| {
            let number = |name: &str| connection.query_row(&format!("PRAGMA {name}"), [], |row| row.get::<_, i64>(0));
            Ok(number("freelist_count")?.saturating_mul(number("page_size")?).unsigned_abs())
        })
    }
}

fn folder_bytes(path: &Path) -> std::io::Result<u64> {
    let entries = match fs::read_dir(path) {
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => return Ok(0),
        entries => entries?,
    };
    let mut bytes = 0;
    for entry in entries {
        let entry = entry?;
        let kind = entry.file_type()?;
        if kind.is_dir() {
            bytes += folder_bytes(&entry.path())?;
        } else if let Ok(metadata) = entry.metadata() {
            // A file that went away in the meantime takes nothing.
            bytes += metadata.len();
        }
    }
    Ok(bytes)
}
