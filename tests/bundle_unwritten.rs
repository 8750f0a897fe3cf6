//! What cannot be a bundle is not written, and what was in its place stays.

use std::fs;
use std::path::Path;

use route_guide_core::bundle::{self, WriteError};
use route_guide_core::geometry::Metres;
use route_guide_core::model::{Collection, Language, Text};
use route_guide_tests::collection;
use tempfile::TempDir;

#[test]
fn a_failed_write_leaves_all_as_it_was() {
    let folder = TempDir::new().expect("a folder");
    let path = folder.path().join("spit.gpkg");
    bundle::write(&collection(), &path).expect("packs");
    let before = fs::read(&path).expect("reads");
    let refused = |change: fn(&mut Collection)| {
        let mut wrong = collection();
        change(&mut wrong);
        bundle::write(&wrong, &path).expect_err("must be refused").to_string()
    };
    let long = |wrong: &mut Collection| {
        wrong.places[0].name = [(Language::EN, "n".repeat(70_000))].into_iter().collect::<Text>();
    };
    assert!(refused(long).contains("70000 bytes long"), "{}", refused(long));
    assert!(refused(|wrong| wrong.manifest.published = "today".into()).contains("published on `today`"));
    assert!(refused(|wrong| wrong.places.push(wrong.places[0].clone())).contains("place `nida` twice"));
    assert!(refused(|wrong| wrong.places[0].accuracy = Metres(f64::NAN)).contains("a length of `nida`"));
    assert!(refused(|wrong| wrong.base_map.swap(0, 1)).contains("layer `water`"));
    assert!(refused(|wrong| wrong.base_map[0].features.clear()).contains("layer `water`"));
    assert!(refused(|wrong| wrong.base_map[0].features = wrong.base_map[3].features.clone()).contains("wrong kind"));
    assert!(refused(|wrong| wrong.renditions[0].media_type = "image/gif".into()).contains("`image/gif`"));
    assert!(refused(|wrong| wrong.routes.clear()).contains("belongs to no route or stop"));
    assert!(refused(|wrong| wrong.renditions[0].bytes = vec![0; 21 << 20]).contains("at most 20971520"));
    assert_eq!(fs::read(&path).expect("reads"), before);
    assert_eq!(fs::read_dir(folder.path()).expect("lists").count(), 1);
}

#[test]
fn a_folder_that_is_not_there_is_said() {
    let error = bundle::write(&collection(), Path::new("/no/such/folder/spit.gpkg")).expect_err("cannot be written");
    assert!(matches!(error, WriteError::Disk { .. }));
    assert!(error.to_string().starts_with("`/no/such/folder/spit.gpkg` cannot be written; check that the folder"));
}
