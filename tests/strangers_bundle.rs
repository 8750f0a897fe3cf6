//! Bundles of strangers: they take no place of the app's own, and their pictures are no larger than they say.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use minisign::KeyPair;
use route_guide_core::bundle::{self, Bundle, Problem, WriteError};
use route_guide_core::library::{Distrust, Installation, Library, LibraryError, TrustedKey};
use route_guide_core::model::{BundleId, Manifest, PictureId, Rendition, Size};
use route_guide_tests::{MORNING_MS, PIXEL, collection, jpeg, quick_folder};
use rusqlite::Connection;
use tempfile::TempDir;

const OURS: &str = "Klaipėda guides";
const THEIRS: &str = "Somebody else";

/// A library, and the desk where bundles of one id are packed for it.
struct Home {
    library: Library,
    desk: TempDir,
    _folder: TempDir,
}

impl Home {
    fn new() -> Home {
        let folder = quick_folder();
        let library = Library::open(folder.path(), MORNING_MS).expect("opens");
        Home { library, desk: quick_folder(), _folder: folder }
    }

    fn pack(&self, publisher: &str, version: u32, alter: impl FnOnce(&mut Manifest)) -> PathBuf {
        let mut packed = collection();
        (packed.manifest.publisher, packed.manifest.version) = (publisher.into(), version);
        alter(&mut packed.manifest);
        let path = self.desk.path().join("spit.gpkg");
        bundle::write(&packed, &path).expect("packs");
        path
    }

    fn ship(&mut self, version: u32) -> Installation {
        let file = self.pack(OURS, version, |_| {});
        self.library.install_shipped(&file, MORNING_MS).expect("is the app's own")
    }

    /// Brings in a file that nobody signed.
    fn bring(&mut self, publisher: &str, version: u32) -> Result<Installation, Distrust> {
        self.bring_signed(publisher, version, None, &[])
    }

    /// Brings in a file that nobody signed, for a traveller who was asked.
    fn bring_wanted(&mut self, publisher: &str, version: u32) -> Result<Installation, Distrust> {
        let file = self.pack(publisher, version, |_| {});
        refusal(self.library.install_as_wanted(&file, None, &[], MORNING_MS))
    }

    fn bring_signed(
        &mut self,
        publisher: &str,
        version: u32,
        signer: Option<&KeyPair>,
        keys: &[TrustedKey],
    ) -> Result<Installation, Distrust> {
        let file = self.pack(publisher, version, |_| {});
        let signature = signer.map(|signer| sign(signer, &file));
        refusal(self.library.install(&file, signature.as_deref(), keys, MORNING_MS))
    }

    fn remove(&mut self) {
        self.library.uninstall(&spit()).expect("goes");
    }

    /// The publisher and version of what is installed, and whether it is signed.
    fn there(&self) -> Option<(String, u32, bool)> {
        let there = self.library.bundles().expect("reads").pop()?;
        self.library.bundle(&spit()).expect("its file is there").verify().expect("is whole");
        Some((there.manifest.publisher, there.manifest.version, there.signed))
    }
}

fn refusal(installed: Result<Installation, LibraryError>) -> Result<Installation, Distrust> {
    match installed {
        Ok(installation) => Ok(installation),
        Err(LibraryError::Refused { reason, .. }) => Err(*reason),
        Err(error) => panic!("{error}"),
    }
}

fn spit() -> BundleId {
    BundleId::new("spit").expect("an id")
}

fn signer() -> KeyPair {
    KeyPair::generate_unencrypted_keypair().expect("a pair of keys")
}

fn trusted(publisher: &str, signer: &KeyPair) -> TrustedKey {
    TrustedKey::new(publisher, &signer.pk.to_box().expect("a key").to_string()).expect("a key")
}

fn sign(signer: &KeyPair, file: &Path) -> String {
    let file = fs::File::open(file).expect("opens");
    minisign::sign(Some(&signer.pk), &signer.sk, file, None, None).expect("signs").into_string()
}

fn shipped(offered: &str) -> Distrust {
    Distrust::Shipped { bundle: spit(), publisher: OURS.into(), offered: offered.into() }
}

#[test]
fn no_unsigned_file_takes_the_place_of_what_the_app_ships() {
    let mut home = Home::new();
    assert_eq!(home.ship(3), Installation::New);
    for installed in [true, false] {
        if !installed {
            home.remove();
        }
        for (publisher, version) in [(OURS, 2), (OURS, 4), (OURS, u32::MAX), (THEIRS, 4), (THEIRS, 3)] {
            assert_eq!(home.bring(publisher, version), Err(shipped(publisher)), "{version}");
            // A signature that nobody can check is none.
            let signed = home.bring_signed(publisher, version, Some(&signer()), &[]);
            assert_eq!(signed, Err(shipped(publisher)), "{version}");
        }
        let other_content = home.pack(OURS, 3, |manifest| manifest.licence = "CC0-1.0".into());
        let refused = home.library.install(&other_content, None, &[], MORNING_MS).expect_err("is another");
        assert!(refused.to_string().ends_with(&shipped(OURS).to_string()), "{refused}");
        let expected = installed.then(|| (OURS.to_owned(), 3, false));
        assert_eq!(home.there(), expected);
    }
    assert_eq!(
        shipped(THEIRS).to_string(),
        "`spit` of `Klaipėda guides` comes with the app, and nothing proves that this file, which says it is from \
         `Somebody else`, is theirs; do not trust it, a newer one comes with an update of the app"
    );
    // The very same bundle is the app's own, however it comes.
    assert_eq!(home.bring(OURS, 3), Ok(Installation::New));
    assert_eq!(home.bring(OURS, 3), Ok(Installation::Unchanged));
    assert_eq!(home.bring(OURS, 4), Err(shipped(OURS)));
    home.remove();
    // It comes back, and goes on with the app.
    assert_eq!(home.ship(3), Installation::New);
    assert_eq!(home.ship(3), Installation::Unchanged);
    assert_eq!(home.ship(4), Installation::Updated { from: 3 });
}

#[test]
fn what_the_app_ships_takes_its_place_back_whatever_holds_it() {
    for (publisher, version) in [(OURS, 2), (OURS, 3), (OURS, 4), (OURS, 99_999_999), (THEIRS, 1), (THEIRS, 99_999_999)]
    {
        // As an earlier version of the app left it, which took all this for good.
        let mut home = Home::new();
        home.bring(publisher, version).expect("nobody is known");
        let installation = home.ship(3);
        let expected = if (publisher, version) == (OURS, 3) {
            Installation::Unchanged
        } else {
            Installation::Updated { from: version }
        };
        assert_eq!(installation, expected, "{publisher} {version}");
        assert_eq!(home.there(), Some((OURS.into(), 3, false)));
        // It is the app's own from now on.
        assert_eq!(home.bring(OURS, 4), Err(shipped(OURS)));
        home.remove();
        if (publisher, version) != (OURS, 3) {
            assert_eq!(home.bring(publisher, version), Err(shipped(publisher)));
        }
    }
    // One of the same version with other content, as at a developer's desk.
    let mut home = Home::new();
    home.ship(3);
    let again = home.pack(OURS, 3, |manifest| manifest.licence = "CC0-1.0".into());
    let installation = home.library.install_shipped(&again, MORNING_MS).expect("is the app's own");
    assert_eq!(installation, Installation::Updated { from: 3 });
}

#[test]
fn an_older_app_leaves_a_newer_bundle_of_the_same_publisher() {
    let mut home = Home::new();
    home.ship(5);
    assert_eq!(home.ship(4), Installation::Unchanged);
    assert_eq!(home.there(), Some((OURS.into(), 5, false)));
    let signer = signer();
    let keys = [trusted(OURS, &signer)];
    home.bring_signed(OURS, 6, Some(&signer), &keys).expect("is theirs");
    assert_eq!(home.ship(5), Installation::Unchanged);
    assert_eq!(home.there(), Some((OURS.into(), 6, true)));
    assert_eq!(home.ship(7), Installation::Updated { from: 6 });
    // That the publisher signs is not forgotten over that.
    assert!(matches!(home.bring(OURS, 8), Err(Distrust::Unsigned { .. })));
    home.bring_signed(OURS, 8, Some(&signer), &[]).expect("is signed as before");
}

#[test]
fn who_signs_with_a_key_that_the_app_trusts_may_take_the_place_of_what_it_ships() {
    let (ours, theirs) = (signer(), signer());
    for publisher in [OURS, THEIRS] {
        let keys = [trusted(publisher, &ours)];
        for installed in [true, false] {
            let mut home = Home::new();
            home.ship(3);
            if !installed {
                home.remove();
            }
            assert!(matches!(home.bring_signed(publisher, 4, None, &keys), Err(Distrust::Unsigned { .. })));
            let forged = home.bring_signed(publisher, 4, Some(&theirs), &keys);
            assert!(matches!(forged, Err(Distrust::WrongKey { .. })), "{forged:?}");
            // Versions still count against what the app ships.
            if installed && publisher == OURS {
                let older = home.bring_signed(publisher, 2, Some(&ours), &keys);
                assert!(matches!(older, Err(Distrust::Older { offered: 2, installed: 3, .. })), "{older:?}");
            }
            home.bring_signed(publisher, 4, Some(&ours), &keys).expect("is trusted");
            assert_eq!(home.there(), Some((publisher.into(), 4, true)));
        }
    }
}

/// What a bundle says of pictures is altered behind its back, and the digest with it, as its maker would.
#[test]
fn a_picture_that_is_another_than_the_bundle_says_is_refused_by_its_name() {
    let bomb = jpeg(16_000, 12_000, b"");
    let scans = [&jpeg(1, 1, b"")[..15], &jpeg(1, 1, b"")[15..25].repeat(300), b"\xff\xd9"].concat();
    let frame = &jpeg(9, 9, b"")[2..15];
    let two = [&jpeg(1, 1, b"")[..15], frame, &jpeg(1, 1, b"")[15..]].concat();
    let moving = b"RIFF\x1e\0\0\0WEBPVP8X\x0a\0\0\0\x02\0\0\0\0\0\0\0\0\0ANIM";
    let wide = jpeg(161, 1, b"");
    for (file, kind, (width, height), told) in [
        (&bomb[..], "image/jpeg", (1, 1), "has 16000 by 12000 pixels, but the bundle says 1 by 1"),
        (&bomb, "image/jpeg", (16_000, 12_000), "has 16000 by 12000 pixels, but each side has 1 to 160 in this size"),
        (&wide, "image/jpeg", (161, 1), "has 161 by 1 pixels, but each side has 1 to 160 in this size"),
        (&jpeg(0, 9, b""), "image/jpeg", (0, 9), "has 0 by 9 pixels, but each side has 1 to 160 in this size"),
        (PIXEL, "image/png", (1, 2), "has 1 by 1 pixels, but the bundle says 1 by 2"),
        (PIXEL, "image/jpeg", (1, 1), "is image/png, but the bundle says image/jpeg"),
        (&scans, "image/jpeg", (1, 1), "is a JPEG of 300 scans, more than anybody needs"),
        (&two, "image/jpeg", (1, 1), "is no JPEG, PNG or WebP as bundles have them, or cut off"),
        (&bomb[..20], "image/jpeg", (1, 1), "is no JPEG, PNG or WebP as bundles have them, or cut off"),
        (moving, "image/webp", (1, 1), "is no JPEG, PNG or WebP as bundles have them, or cut off"),
        (b"<svg/>", "image/png", (1, 1), "is no JPEG, PNG or WebP as bundles have them, or cut off"),
        (b"", "image/png", (1, 1), "is no JPEG, PNG or WebP as bundles have them, or cut off"),
    ] {
        let mut home = Home::new();
        let path = home.pack(OURS, 3, |_| {});
        let altered = Connection::open(&path).expect("opens").execute(
            "UPDATE rendition SET data = ?1, content_type = ?2, width = ?3, height = ?4 WHERE fid = 4",
            rusqlite::params![file, kind, width, height],
        );
        assert_eq!(altered, Ok(1));
        let expected =
            format!("picture `sunset` in size `list` {told}; do not trust the bundle, fetch it from its publisher");
        let bundle = Bundle::open(&path).expect("opens");
        let sunset = PictureId::new("sunset").expect("an id");
        for error in [
            bundle.verify().expect_err(told),
            bundle.collection().expect_err(told),
            bundle.picture(&sunset, Size::List).expect_err(told),
        ] {
            assert_eq!(error.problem.to_string(), expected);
        }
        bundle.picture(&sunset, Size::Card).expect("is sound");
        let refused = home.library.install(&path, None, &[], MORNING_MS).expect_err(told);
        assert!(refused.to_string().ends_with(&expected), "{refused}");
        assert_eq!(home.there(), None);
        // Nor is it packed.
        let mut collection = collection();
        let (bytes, media_type) = (file.to_vec(), kind.to_owned());
        collection.renditions[3] = Rendition { picture: sunset, size: Size::List, media_type, width, height, bytes };
        let packed = bundle::write(&collection, &path);
        assert!(matches!(packed, Err(WriteError::Refused(Problem::PictureUntrue { .. }))), "{packed:?}");
    }
}

/// Anybody can pack a bundle in anybody's name.
#[test]
fn no_unsigned_file_takes_the_place_of_a_bundle_unless_the_traveller_wants_it() {
    for version in [2, 3, 50_000, 100_001, 100_002, 1_000_001, u32::MAX] {
        let mut home = Home::new();
        home.bring(OURS, 1).expect("nobody is known");
        let refused = if version <= 100_001 {
            Distrust::Unproven { bundle: spit(), publisher: OURS.into(), offered: version, installed: 1 }
        } else {
            Distrust::FarAhead { bundle: spit(), offered: version, most: 100_001 }
        };
        assert_eq!(home.bring(OURS, version), Err(refused.clone()));
        // A signature that nobody can check is none.
        assert_eq!(home.bring_signed(OURS, version, Some(&signer()), &[]), Err(refused.clone()));
        assert_eq!(home.there(), Some((OURS.into(), 1, false)));
        assert_eq!(home.bring(OURS, 1), Ok(Installation::Unchanged));
        let wanted = home.bring_wanted(OURS, version);
        if version <= 100_001 {
            assert_eq!(wanted, Ok(Installation::Updated { from: 1 }));
            assert_eq!(home.there(), Some((OURS.into(), version, false)));
        } else {
            assert_eq!(wanted, Err(refused));
        }
    }
}

#[test]
fn what_the_traveller_wants_is_no_proof() {
    let signer = signer();
    let keys = [trusted(OURS, &signer)];
    let mut home = Home::new();
    home.bring(OURS, 1).expect("nobody is known");
    assert!(matches!(home.bring_wanted(THEIRS, 2), Err(Distrust::OtherPublisher { .. })));
    home.bring_signed(OURS, 2, Some(&signer), &keys).expect("is signed");
    assert!(matches!(home.bring_wanted(OURS, 3), Err(Distrust::Unsigned { .. })));
    assert!(matches!(home.bring_wanted(THEIRS, 3), Err(Distrust::Reserved { .. })));
    let mut home = Home::new();
    home.ship(1);
    for publisher in [OURS, THEIRS] {
        assert_eq!(home.bring_wanted(publisher, 2), Err(shipped(publisher)));
    }
}

/// Whatever is installed and whatever comes: who is told to remove the one first can install the other after that.
#[test]
fn who_does_as_a_refusal_says_gets_what_it_says() {
    let (ours, theirs) = (signer(), signer());
    let known = [vec![], vec![trusted(OURS, &ours)], vec![trusted(THEIRS, &theirs)]];
    let mut advised = 0;
    for before in 0..3 {
        for (publisher, version) in [(OURS, 3), (OURS, 6), (THEIRS, 6), (THEIRS, u32::MAX)] {
            let signer = if publisher == OURS { &ours } else { &theirs };
            for by in [None, Some(signer)] {
                for keys in &known {
                    let mut home = Home::new();
                    match before {
                        0 => drop(home.bring(OURS, 5).expect("nobody is known")),
                        1 => drop(home.bring_signed(OURS, 5, Some(&ours), &known[1]).expect("is signed")),
                        _ => drop(home.ship(5)),
                    }
                    let Err(refusal) = home.bring_signed(publisher, version, by, keys) else { continue };
                    if !refusal.to_string().contains("uninstall") {
                        continue;
                    }
                    advised += 1;
                    home.remove();
                    let installed = home.bring_signed(publisher, version, by, keys);
                    assert_eq!(installed, Ok(Installation::New), "after {before}, {refusal}");
                }
            }
        }
    }
    assert_eq!(advised, 17, "of 72");
}

/// A version of the app that did not write down whose a signed bundle is left one behind.
#[test]
fn whose_a_bundle_is_is_known_by_its_signature_too() {
    let signer = signer();
    let folder = quick_folder();
    let mut home = Home::new();
    home.library = Library::open(folder.path(), MORNING_MS).expect("opens");
    home.bring_signed(OURS, 3, Some(&signer), &[trusted(OURS, &signer)]).expect("is signed");
    home.library = Library::open(quick_folder().path(), MORNING_MS).expect("opens");
    let database = Connection::open(folder.path().join("library.sqlite")).expect("opens");
    assert_eq!(database.execute("DELETE FROM setting", []), Ok(1));
    drop(database);
    home.library = Library::open(folder.path(), MORNING_MS).expect("opens");
    for _ in 0..2 {
        let refused = home.bring(THEIRS, 4);
        assert!(matches!(&refused, Err(Distrust::Reserved { publisher, .. }) if publisher == OURS), "{refused:?}");
        let _ = home.library.uninstall(&spit());
    }
}

#[test]
fn the_tool_puts_an_unsigned_bundle_in_the_place_of_another_only_when_told_to() {
    let home = Home::new();
    let desk = quick_folder();
    let install = |version: u32, more: &[&str]| {
        let mut tool = Command::new(env!("CARGO_BIN_EXE_desk"));
        tool.arg("library").arg(desk.path().join("phone")).arg("install").arg(home.pack(OURS, version, |_| {}));
        let ended = tool.args(more).output().expect("runs");
        (String::from_utf8(ended.stderr).expect("is text"), ended.status.code())
    };
    assert_eq!(install(1, &[]), (String::new(), Some(0)));
    let (said, code) = install(2, &[]);
    assert!(said.contains("nothing proves that version 2 in this file is from `Klaipėda guides`"), "{said}");
    assert_eq!(code, Some(1));
    assert_eq!(install(2, &["--replace"]), (String::new(), Some(0)));
}
