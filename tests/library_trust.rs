//! Which bundles come into the library: who may not is told why.

use std::fs;
use std::path::Path;

use minisign::KeyPair;
use route_guide_core::library::{Distrust, Installation, Library, LibraryError, TrustedKey};
use route_guide_core::model::BundleId;
use route_guide_tests::{Desk, Dice, MORNING_MS, contents, full, quick_folder};

const PUBLISHER: &str = "Klaipėda guides";

#[test]
fn each_refusal_says_what_is_wrong_and_what_to_do() {
    let desk = Desk::new();
    let (ours, theirs) = (Signer::new(), Signer::new());
    let keys = [ours.trusted()];
    let third = desk.pack("spit-3", |_| {});
    let fourth = desk.pack("spit-4", |spit| spit.manifest.version = 4);
    let other_content = desk.pack("spit-3-again", |spit| spit.manifest.licence = "CC0-1.0".into());
    let taken_over = desk.pack("spit-5", |spit| {
        spit.manifest.version = 5;
        spit.manifest.publisher = "Somebody else".into();
    });
    let altered = desk.copy(&third, "spit-3-altered", |bytes| {
        let at = find(bytes, "Sand and wind.".as_bytes());
        bytes[at..at + 4].copy_from_slice(b"Salt");
    });
    let cut = desk.copy(&third, "spit-3-cut", |bytes| bytes.truncate(20_000));
    let empty = desk.copy(&third, "spit-3-empty", Vec::clear);

    let home = quick_folder();
    let mut library = Library::open(home.path(), MORNING_MS).expect("opens");
    let mut told = Vec::new();
    let mut refuse =
        |library: &mut Library, what: &str, file: &Path, signature: Option<String>, keys: &[TrustedKey]| {
            let before = contents(library);
            let error = library.install(file, signature.as_deref(), keys, MORNING_MS).expect_err(what);
            assert_eq!(contents(library), before, "{what}");
            let text = error.to_string().replace(&format!("{}/", file.parent().expect("a folder").display()), "");
            told.push(format!("{what}\n    {text}"));
            match error {
                LibraryError::Refused { reason, .. } => Some(*reason),
                LibraryError::Bundle(_) => None,
                error => panic!("{what}: {error}"),
            }
        };
    let unsigned = refuse(&mut library, "unsigned", &third, None, &keys);
    assert!(matches!(unsigned, Some(Distrust::Unsigned { .. })));
    let wrong_key = refuse(&mut library, "signed by another", &third, Some(theirs.sign(&third)), &keys);
    assert!(matches!(wrong_key, Some(Distrust::WrongKey { .. })));
    let changed = refuse(&mut library, "the file was altered", &altered, Some(ours.sign(&third)), &keys);
    assert!(matches!(changed, None | Some(Distrust::Altered { .. })));
    let of_another = refuse(&mut library, "the signature of another file", &third, Some(ours.sign(&fourth)), &keys);
    assert!(matches!(of_another, Some(Distrust::Altered { .. })));
    let forged = ours.sign(&third).replace("timestamp:", "timestamq:");
    let forged = refuse(&mut library, "the signature was altered", &third, Some(forged), &keys);
    assert!(matches!(forged, Some(Distrust::Altered { .. })));
    for (what, signature) in [("an empty signature", ""), ("no signature at all", "PK\u{3}\u{4} šlamštas\n\n\n")] {
        let garbage = refuse(&mut library, what, &third, Some(signature.into()), &keys);
        assert!(matches!(garbage, Some(Distrust::Signature(_))));
    }
    assert_eq!(refuse(&mut library, "the bundle was cut off", &cut, Some(ours.sign(&cut)), &keys), None);
    assert_eq!(refuse(&mut library, "the bundle is empty", &empty, Some(ours.sign(&empty)), &keys), None);

    library.install(&fourth, Some(&ours.sign(&fourth)), &keys, MORNING_MS).expect("installs");
    assert!(library.bundles().expect("reads")[0].signed);
    let older = refuse(&mut library, "an older version", &third, Some(ours.sign(&third)), &keys);
    assert_eq!(older, Some(Distrust::Older { bundle: spit(), offered: 3, installed: 4 }));
    let taken = refuse(&mut library, "another publisher", &taken_over, None, &keys);
    assert!(matches!(taken, Some(Distrust::Reserved { .. })));
    // The key with which it was signed is remembered, also where the app names none.
    let without_keys = refuse(&mut library, "unsigned after a signed one", &fourth, None, &[]);
    assert!(matches!(without_keys, Some(Distrust::Unsigned { .. })));
    library.uninstall(&spit()).expect("goes");
    library.install(&third, Some(&ours.sign(&third)), &keys, MORNING_MS).expect("installs");
    let again = refuse(&mut library, "the same version", &other_content, Some(ours.sign(&other_content)), &keys);
    assert_eq!(again, Some(Distrust::SameVersion { bundle: spit(), version: 3 }));
    insta::assert_snapshot!(told.join("\n"));
}

#[test]
fn a_bundle_installed_unsigned_is_signed_later() {
    let desk = Desk::new();
    let signer = Signer::new();
    let third = desk.pack("spit-3", |_| {});
    let home = quick_folder();
    let mut library = Library::open(home.path(), MORNING_MS).expect("opens");
    library.install(&third, None, &[], MORNING_MS).expect("installs");
    let keys = [signer.trusted()];
    let installation = library.install(&third, Some(&signer.sign(&third)), &keys, MORNING_MS).expect("installs");
    assert_eq!(installation, Installation::Updated { from: 3 });
    assert!(library.bundles().expect("reads")[0].signed);
    library.bundle(&spit()).expect("its file is there");
}

#[test]
fn a_publisher_changes_keys_and_nobody_else_takes_their_name() {
    let desk = Desk::new();
    let (old, new) = (Signer::new(), Signer::new());
    let third = desk.pack("spit-3", |_| {});
    let fourth = desk.pack("spit-4", |spit| spit.manifest.version = 4);
    let taken_over = desk.pack("spit-9", |spit| {
        spit.manifest.version = 9;
        spit.manifest.publisher = "Somebody else".into();
    });
    let home = quick_folder();
    let mut library = Library::open(home.path(), MORNING_MS).expect("opens");
    library.install(&third, None, &[], MORNING_MS).expect("installs");
    let keys = [old.trusted(), new.trusted()];
    let refused = library.install(&taken_over, None, &keys, MORNING_MS).expect_err("is refused");
    assert!(
        matches!(&refused, LibraryError::Refused { reason, .. } if matches!(**reason, Distrust::OtherPublisher { .. })),
        "{refused}"
    );
    library.install(&third, Some(&old.sign(&third)), &keys, MORNING_MS).expect("installs");
    library.install(&fourth, Some(&new.sign(&fourth)), &keys, MORNING_MS).expect("installs");
    assert_eq!(library.bundles().expect("reads")[0].manifest.version, 4);
}

/// Packed by a stranger under the association's id, and unsigned as anybody can.
#[test]
fn a_stranger_does_not_take_the_place_of_a_bundle() {
    let desk = Desk::new();
    let (ours, theirs) = (Signer::new(), Signer::new());
    let third = desk.pack("spit-3", |_| {});
    let foreign = |name: &str, publisher: &str, version: u32| {
        desk.pack(name, |spit| {
            spit.manifest.version = version;
            spit.manifest.publisher = publisher.into();
        })
    };
    let (by_another, of_another_size) =
        (foreign("by-another", "Somebody else", 4), foreign("size", "Klaip\u{117}da guides ", 4));
    let far_ahead = foreign("far-ahead", PUBLISHER, u32::MAX);
    let refusal = |library: &mut Library, file: &Path, signature: Option<String>, keys: &[TrustedKey]| match library
        .install(file, signature.as_deref(), keys, MORNING_MS)
    {
        Err(LibraryError::Refused { reason, .. }) => *reason,
        other => panic!("{}: {other:?}", file.display()),
    };
    // Nobody signs: the name of the publisher still keeps others away, and versions have an end.
    let home = quick_folder();
    let mut library = Library::open(home.path(), MORNING_MS).expect("opens");
    assert_eq!(
        refusal(&mut library, &far_ahead, None, &[]),
        Distrust::FarAhead { bundle: spit(), offered: u32::MAX, most: 99_999_999 }
    );
    library.install(&third, None, &[], MORNING_MS).expect("installs");
    for stranger in [&by_another, &of_another_size] {
        let reason = refusal(&mut library, stranger, None, &[]);
        assert!(matches!(&reason, Distrust::OtherPublisher { installed, .. } if installed == PUBLISHER), "{reason}");
        assert!(reason.to_string().contains("uninstall the other first"), "{reason}");
    }
    let reason = refusal(&mut library, &far_ahead, None, &[]);
    assert_eq!(reason, Distrust::FarAhead { bundle: spit(), offered: u32::MAX, most: 100_003 });
    // Where a traveller removed ours and took theirs, ours says what to do, and is there again after that.
    library.uninstall(&spit()).expect("goes");
    library.install(&by_another, None, &[], MORNING_MS).expect("installs");
    let reason = refusal(&mut library, &third, None, &[]);
    assert!(matches!(&reason, Distrust::OtherPublisher { installed, .. } if installed == "Somebody else"), "{reason}");
    // Signed with a key that the app trusts, ours takes its place back at once, though its version is lower.
    let keys = [ours.trusted()];
    let back = library.install(&third, Some(&ours.sign(&third)), &keys, MORNING_MS).expect("is put back");
    assert_eq!(back, Installation::Updated { from: 4 });
    let there = library.bundles().expect("reads").remove(0);
    assert_eq!((there.manifest.publisher.as_str(), there.signed), (PUBLISHER, true));
    // From now on the name is ours, whether or not the bundle is there.
    for installed in [true, false] {
        if !installed {
            library.uninstall(&spit()).expect("goes");
        }
        for keys in [&keys[..], &[]] {
            let reason = refusal(&mut library, &by_another, None, keys);
            let told = match &reason {
                // To remove ours first would not help, and is not advised.
                Distrust::Reserved { publisher: owner, offered, .. } => (owner, offered),
                _ => panic!("{reason}"),
            };
            assert_eq!(told, (&PUBLISHER.to_owned(), &"Somebody else".to_owned()));
            assert!(matches!(refusal(&mut library, &third, None, keys), Distrust::Unsigned { .. }));
            let reason = refusal(&mut library, &third, Some(theirs.sign(&third)), keys);
            assert!(matches!(reason, Distrust::WrongKey { .. }), "{reason}");
        }
    }
    library.install(&third, Some(&ours.sign(&third)), &[], MORNING_MS).expect("installs");
    // A new app may trust somebody else with it, once it is gone.
    library.uninstall(&spit()).expect("goes");
    let heirs = [TrustedKey::new("Somebody else", &theirs.key()).expect("a key")];
    library.install(&by_another, Some(&theirs.sign(&by_another)), &heirs, MORNING_MS).expect("installs");
    // None of this is a setting of the traveller's.
    assert_eq!(
        library.settings().expect("reads"),
        Library::open(quick_folder().path(), MORNING_MS).expect("opens").settings().expect("reads")
    );
}

#[test]
fn whose_a_bundle_was_outlives_a_backup_and_is_no_part_of_it() {
    let desk = Desk::new();
    let signer = Signer::new();
    let third = desk.pack("spit-3", |_| {});
    let (home, other) = (quick_folder(), quick_folder());
    let mut library = Library::open(home.path(), MORNING_MS).expect("opens");
    library.install(&third, Some(&signer.sign(&third)), &[signer.trusted()], MORNING_MS).expect("installs");
    library.uninstall(&spit()).expect("goes");
    let backup = home.path().join("backup.zip");
    library.back_up(&backup).expect("is packed");
    let mut elsewhere = Library::open(other.path(), MORNING_MS).expect("opens");
    elsewhere.restore(&backup, MORNING_MS).expect("is restored");
    elsewhere.install(&third, None, &[], MORNING_MS).expect("knows nobody");
    drop(library);
    let mut library = Library::open(home.path(), MORNING_MS).expect("opens");
    assert!(library.install(&third, None, &[], MORNING_MS).is_err());
}

#[test]
fn no_garbage_in_the_place_of_a_signature_or_key_does_harm() {
    let desk = Desk::new();
    let signer = Signer::new();
    let keys = [signer.trusted()];
    let third = desk.pack("spit-3", |_| {});
    let home = quick_folder();
    let mut library = Library::open(home.path(), MORNING_MS).expect("opens");
    let (signature, key) = (signer.sign(&third), signer.key());
    let mut dice = Dice::seeded(0x9E37_79B9_7F4A_7C15);
    let mut installed = 0;
    for _ in 0..if full() { 20_000 } else { 400 } {
        let garbled = garble(&signature, &mut dice);
        match library.install(&third, Some(&garbled), &keys, MORNING_MS) {
            Ok(_) => {
                // Only the comment that nobody signed may differ.
                let signed = |text: &str| text.lines().skip(1).take(3).map(str::to_owned).collect::<Vec<_>>();
                assert_eq!(signed(&garbled), signed(&signature), "{garbled:?}");
                library.uninstall(&spit()).expect("goes");
                installed += 1;
            }
            Err(LibraryError::Refused { .. }) => {}
            Err(error) => panic!("{error} for {garbled:?}"),
        }
        let _ = TrustedKey::new(PUBLISHER, &garble(&key, &mut dice));
    }
    assert!(installed > 0);
    let wrong = TrustedKey::new(PUBLISHER, "RWQ šlamštas").expect_err("is no key");
    assert_eq!(
        wrong.to_string(),
        "`RWQ šlamštas` is no public key of minisign; give the second line of the publisher's .pub file, or the whole file"
    );
}

/// A publisher who signs.
struct Signer(KeyPair);

impl Signer {
    fn new() -> Signer {
        Signer(KeyPair::generate_unencrypted_keypair().expect("a pair of keys"))
    }

    fn key(&self) -> String {
        self.0.pk.to_box().expect("a key").to_string()
    }

    fn trusted(&self) -> TrustedKey {
        TrustedKey::new(PUBLISHER, &self.key()).expect("a key")
    }

    fn sign(&self, file: &Path) -> String {
        let file = fs::File::open(file).expect("opens");
        minisign::sign(Some(&self.0.pk), &self.0.sk, file, None, None).expect("signs").into_string()
    }
}

/// Letters changed, put in, left out or cut off, some of more bytes than one.
fn garble(text: &str, dice: &mut Dice) -> String {
    let mut letters: Vec<char> = text.chars().collect();
    for _ in 0..=dice.below(3) {
        let at = dice.below(letters.len().max(1)).min(letters.len().saturating_sub(1));
        let letter = ['A', '=', '\n', ' ', 'ž', '\u{1F6B2}', '\0', '/'][dice.below(8)];
        match dice.below(6) {
            0 => letters.truncate(at),
            1 => letters.insert(at, letter),
            2 if !letters.is_empty() => letters.truncate(letters.len() - 1),
            3 if !letters.is_empty() => letters.swap(at, 0),
            _ if !letters.is_empty() => letters[at] = letter,
            _ => {}
        }
    }
    letters.into_iter().collect()
}

fn find(bytes: &[u8], wanted: &[u8]) -> usize {
    bytes.windows(wanted.len()).position(|window| window == wanted).expect("is there")
}

fn spit() -> BundleId {
    BundleId::new("spit").expect("an id")
}
