//! Endings: `Nida`, `Nidos` and `Nidą` are one place.

/// Endings of nouns and adjectives in Lithuanian, English and German, folded; of two that fit the longer one counts.
const ENDINGS: &[&str] = &[
    "iuose", "iams", "iais", "iose", "uose", "iame", "omis", "emis", "ams", "ais", "oms", "ems", "ose", "ese", "yse",
    "oje", "eje", "yje", "uje", "iai", "iui", "ius", "ios", "ias", "ies", "ia", "io", "iu", "ai", "ei", "ui", "as",
    "is", "ys", "us", "os", "es", "en", "er", "em", "a", "e", "i", "o", "u", "y", "s", "n",
];

/// The fewest letters that still say what is meant.
const SHORTEST: usize = 3;

/// A folded word without its ending, where it has one and enough is left.
pub(super) fn stem(word: &str) -> Option<&str> {
    let fits = |ending: &&&str| word.len() >= ending.len() + SHORTEST && word.ends_with(**ending);
    let ending = ENDINGS.iter().find(fits)?;
    word.strip_suffix(ending).filter(|stem| stem.chars().count() >= SHORTEST)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cases_and_numbers_of_a_word_share_its_stem() {
        for word in ["nida", "nidos", "nidoje", "nidai"] {
            assert_eq!(stem(word), Some("nid"), "{word}");
        }
        assert_eq!(stem("muziejuose"), Some("muziej"));
        assert_eq!(stem("museums"), Some("museum"));
        assert_eq!(stem("museen"), Some("muse"));
        assert_eq!(stem("oje"), None);
        assert_eq!(stem("kop"), None);
    }

    #[test]
    fn the_longer_ending_stands_first() {
        assert!(ENDINGS.windows(2).all(|pair| pair[0].len() >= pair[1].len()));
    }
}
