//! An editor's files: they give findings and nothing else, and what has no errors can be packed.

use std::fs;
use std::path::{Path, PathBuf};

use arbitrary::Arbitrary;
use route_guide_cli::source::{self, Severity};
use route_guide_core::bundle::{self, Bundle};
use route_guide_tests::quick_folder;

use crate::files::files;
use crate::given::given;

/// A small source without errors.
const SMALL: &[u8] = include_bytes!("../../seeds/source/small");

/// A change to one file of the small source.
#[derive(Debug, Arbitrary)]
struct Edit<'a> {
    file: u8,
    at: u16,
    cut: u8,
    put: &'a [u8],
}

/// A source in any state: its files as they are, or edits of a small source.
pub fn source(bytes: &[u8]) {
    let folder = quick_folder();
    let root = folder.path().join("source");
    fs::create_dir(&root).expect("a folder");
    let packed = folder.path().join("packed.gpkg");
    if let Some(files) = files(bytes) {
        files.iter().for_each(|(name, content)| write(&root, name, content));
        return is_read(&root, &packed);
    }
    let Some((edits, _shown)) = given::<Vec<Edit>>(bytes) else { return };
    let small = files(SMALL).expect("files").into_iter();
    let mut small: Vec<(String, Vec<u8>)> = small.map(|(name, content)| (name, content.to_vec())).collect();
    let count = small.len();
    edits.iter().for_each(|edit| edit.is_done_to(&mut small[usize::from(edit.file) % count].1));
    small.iter().for_each(|(name, content)| write(&root, name, content));
    is_read(&root, &packed);
}

impl Edit<'_> {
    fn is_done_to(&self, content: &mut Vec<u8>) {
        let start = usize::from(self.at).min(content.len());
        let end = (start + usize::from(self.cut)).min(content.len());
        content.splice(start..end, self.put.iter().copied());
    }
}

/// Writes a file where it lies below the source's folder and cannot be anything but a file.
fn write(root: &Path, name: &str, content: &[u8]) {
    let plain = |part: &str| {
        part.len() < 40
            && part.starts_with(|one: char| one.is_ascii_alphanumeric())
            && part.chars().all(|one| one.is_ascii_alphanumeric() || "-_.".contains(one))
    };
    if name.split('/').count() <= 5 && name.split('/').all(plain) {
        let path: PathBuf = root.join(name);
        let folder = path.parent().unwrap_or(root);
        // A name may be that of a file and of a folder: the first that came stays.
        let _ = fs::create_dir_all(folder).and_then(|()| fs::write(&path, content));
    }
}

fn is_read(root: &Path, packed: &Path) {
    let source = source::read(root);
    for finding in &source.findings {
        let (line, column) = finding.at.line_column();
        assert!(line > 0 && column > 0);
        let shown = finding.render(false);
        assert!(!shown.chars().any(|one| one.is_control() && one != '\n'), "commands to the terminal in {shown:?}");
    }
    let errors = source.findings.iter().filter(|finding| finding.severity == Severity::Error).count();
    assert_eq!(source.collection.is_none(), errors > 0, "a collection is there just when there are no errors");
    if let Some(collection) = source.collection {
        bundle::write(&collection, packed).expect("what has no errors can be packed");
        let bundle = Bundle::open(packed).expect("our own bundle");
        bundle.verify().expect("our own bundle");
        assert_eq!(bundle.collection().expect("our own bundle"), collection, "packed it means something else");
    }
}
