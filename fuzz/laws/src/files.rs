//! Several files in one input: before each stands a line with its name.
//!
//! ```text
//! === library.json
//! {"form":[1,0]}
//! === rides/one.gpx
//! <gpx/>
//! ```
//!
//! So a seed can be read and written by people, and the fuzzer changes names and contents alike.

/// What begins the line with a name.
const MARK: &[u8] = b"=== ";

/// The files of an input, each with its name; nothing of an input that does not begin with one.
pub fn files(input: &[u8]) -> Option<Vec<(String, &[u8])>> {
    let mut rest = input.strip_prefix(MARK)?;
    let mut found = Vec::new();
    loop {
        let name_end = position(rest, b"\n").unwrap_or(rest.len());
        let (name, after) = rest.split_at(name_end);
        // A file without a line ends where the next one begins.
        let next = position(after, b"\n=== ");
        let content = after.get(1..next.map_or(after.len(), |end| end + 1)).unwrap_or_default();
        found.push((String::from_utf8_lossy(name).into_owned(), content));
        match next {
            Some(end) => rest = &after[end + 1 + MARK.len()..],
            None => return Some(found),
        }
    }
}

fn position(bytes: &[u8], what: &[u8]) -> Option<usize> {
    bytes.windows(what.len()).position(|window| window == what)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn files_are_told_apart_by_the_lines_with_their_names() {
        let found = files(b"=== a\none\ntwo\n=== b/c\n=== d").expect("files");
        let found: Vec<(&str, &[u8])> = found.iter().map(|(name, content)| (name.as_str(), *content)).collect();
        assert_eq!(found, [("a", &b"one\ntwo\n"[..]), ("b/c", b""), ("d", b"")]);
        assert_eq!(files(b"PK"), None);
    }
}
