//! Every seed of the fuzzer, and with them all that it ever found, holds its law.

use std::fs;
use std::panic;
use std::path::{Path, PathBuf};

use route_guide_laws::Law;

macro_rules! seeds_hold {
    ($($law:ident)+) => {
        $(
            #[test]
            fn $law() {
                hold(stringify!($law), route_guide_laws::$law);
            }
        )+

        #[test]
        fn no_law_is_left_out() {
            assert_eq!(route_guide_laws::LAWS.map(|(name, _)| name), [$(stringify!($law)),+]);
        }
    };
}

seeds_hold! { gpx bundle_pages bundle_values backup_zip guidance source ffi_arguments }

fn hold(name: &str, law: Law) {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../seeds").join(name);
    let seeds = fs::read_dir(&folder).expect("a folder of seeds").map(|entry| entry.expect("an entry").path());
    let mut seeds: Vec<PathBuf> = seeds.collect();
    seeds.sort();
    assert!(!seeds.is_empty(), "{name} has no seeds");
    let is_broken = |seed: &&PathBuf| {
        let bytes = fs::read(seed).expect("reads");
        panic::catch_unwind(|| law(&bytes)).is_err()
    };
    let broken: Vec<&PathBuf> = seeds.iter().filter(is_broken).collect();
    assert!(broken.is_empty(), "what each panic said stands above: {broken:#?}");
}
