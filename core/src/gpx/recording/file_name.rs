//! Names of files that lie beside a GPX file.

use std::fmt::Write;

/// The name of a file beside a GPX file, perhaps in a folder there: `photos/nida 2.jpg`. It leads nowhere else.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct FileName(String);

/// Why a text is no such name.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error(
    "`{0}` is no name of a file beside the GPX file; write folders and name with / between them, without `..`, blank ends and any of \\ : * ? \" < > |"
)]
pub struct FileNameError(String);

/// Longer than what a folder of a phone takes.
const LONGEST: usize = 1_024;

impl FileName {
    /// A name from its parts with `/` between them.
    ///
    /// # Errors
    /// When it would lead out of the folder, or a file system of phones or desks could not take it.
    pub fn new(name: &str) -> Result<FileName, FileNameError> {
        if name.len() <= LONGEST && name.split('/').all(is_part) {
            return Ok(FileName(name.to_owned()));
        }
        Err(FileNameError(name.chars().take(80).collect()))
    }

    /// The name.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The name as a relative URI.
    pub(in crate::gpx) fn reference(&self) -> String {
        let mut reference = String::with_capacity(self.0.len());
        for byte in self.0.bytes() {
            if byte.is_ascii_alphanumeric() || b"-_.~/".contains(&byte) {
                reference.push(char::from(byte));
            } else {
                let _ = write!(reference, "%{byte:02X}");
            }
        }
        reference
    }

    /// The name that a relative URI gives; `None` where it is no such name.
    pub(in crate::gpx) fn from_reference(reference: &str) -> Option<FileName> {
        let mut bytes = reference.bytes();
        let mut name = Vec::with_capacity(reference.len());
        while let Some(byte) = bytes.next() {
            let digit = |byte: Option<u8>| char::from(byte?).to_digit(16);
            name.push(match byte {
                b'%' => u8::try_from(digit(bytes.next())? * 16 + digit(bytes.next())?).ok()?,
                byte => byte,
            });
        }
        FileName::new(std::str::from_utf8(&name).ok()?).ok()
    }
}

fn is_part(part: &str) -> bool {
    let refused = |c: char| c.is_control() || "\\:*?\"<>|".contains(c);
    !part.is_empty() && part != "." && part != ".." && part.trim() == part && !part.contains(refused)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn a_name_leads_to_a_file_beside_and_nowhere_else() {
        let name = FileName::new("nuotraukos/Nida – 2.jpg").expect("a name");
        assert_eq!(name.reference(), "nuotraukos/Nida%20%E2%80%93%202.jpg");
        for elsewhere in ["", "/etc/passwd", "../x", "a/../x", "a//x", "C:x", "http://x", "a\\..\\x", "a/", "a\u{0}"] {
            assert!(FileName::new(elsewhere).is_err(), "{elsewhere}");
        }
        for elsewhere in ["%2e%2E/x", "%2Fx", "a%5C..%5Cx", "%", "%4", "%zz", "%FF", "javascript%3Ax"] {
            assert_eq!(FileName::from_reference(elsewhere), None, "{elsewhere}");
        }
        assert!(FileName::new(&"x".repeat(2_000)).is_err());
    }

    proptest! {
        #[test]
        fn a_reference_gives_the_name_again(name in "\\PC{1,20}(/\\PC{1,8})?") {
            if let Ok(name) = FileName::new(&name) {
                prop_assert!(name.reference().is_ascii());
                prop_assert_eq!(FileName::from_reference(&name.reference()), Some(name));
            }
        }

        #[test]
        fn no_reference_makes_it_stumble(reference in "[%0-9a-fA-F./ą:]{0,20}") {
            let _ = FileName::from_reference(&reference);
        }
    }
}
