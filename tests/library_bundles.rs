//! Bundles come into the library, are replaced and go; who may not come in is told why; what the traveller made stays.

use std::env;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use minisign::KeyPair;
use route_guide_core::bundle;
use route_guide_core::geometry::Line;
use route_guide_core::guidance::Settings;
use route_guide_core::library::{
    Departure, Distrust, Installation, Library, LibraryError, MilestoneKind, Resumption, Start, TrustedKey, Way,
};
use route_guide_core::model::{BundleId, Collection, Language, Route, RouteId, RouteParts};
use route_guide_tests::{
    Dice, MORNING_MS, at, collection, contents, favourite, fixes, full, note, quick_folder, spit_way, travel,
};
use rusqlite::Connection;
use tempfile::TempDir;

const PUBLISHER: &str = "Klaipėda guides";

#[test]
fn a_bundle_comes_is_replaced_by_newer_ones_and_goes() {
    let desk = Desk::new();
    let home = quick_folder();
    let mut library = Library::open(home.path(), MORNING_MS).expect("opens");
    let (third, fourth) = (desk.pack("spit-3", |_| {}), desk.pack("spit-4", |spit| spit.manifest.version = 4));
    assert_eq!(library.install(&third, None, &[], MORNING_MS).expect("installs"), Installation::New);
    assert_eq!(library.install(&third, None, &[], MORNING_MS).expect("is there"), Installation::Unchanged);
    let mut install = |file: &Path| library.install_as_wanted(file, None, &[], MORNING_MS).expect("installs");
    assert_eq!(install(&fourth), Installation::Updated { from: 3 });
    assert_eq!(library.bundle(&spit()).expect("opens").manifest().version, 4);
    assert_eq!(files_in(&home.path().join("bundles")), 1);
    library.uninstall(&spit()).expect("goes");
    assert!(library.bundles().expect("reads").is_empty() && files_in(&home.path().join("bundles")) == 0);
    assert!(matches!(library.uninstall(&spit()), Err(LibraryError::NoBundle(_))));
    assert!(matches!(library.course(&spit_way()), Err(LibraryError::NoBundle(_))));
    assert_eq!(library.install(&third, None, &[], MORNING_MS).expect("installs"), Installation::New);
}

#[test]
fn an_installed_file_that_was_damaged_or_lost_is_mended_by_installing_it_again() {
    let desk = Desk::new();
    let third = desk.pack("spit-3", |_| {});
    let home = quick_folder();
    let mut library = Library::open(home.path(), MORNING_MS).expect("opens");
    library.install(&third, None, &[], MORNING_MS).expect("installs");
    let whole = fs::read(&third).expect("reads");
    let file = || {
        let mut entries = fs::read_dir(home.path().join("bundles")).expect("reads");
        entries.next().expect("a file").expect("an entry").path()
    };
    let mut harmed = whole.clone();
    let middle = harmed.len() / 2;
    harmed[middle..].fill(0);
    fs::write(file(), harmed).expect("writes");
    library.install(&third, None, &[], MORNING_MS).expect("installs");
    library.bundle(&spit()).and_then(|bundle| Ok(bundle.verify()?)).expect("is whole again");
    assert!(fs::read(file()).expect("reads") == whole);
    fs::remove_file(file()).expect("removes");
    library.install(&third, None, &[], MORNING_MS).expect("installs");
    library.bundle(&spit()).and_then(|bundle| Ok(bundle.verify()?)).expect("is there again");
}

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

#[test]
fn an_update_keeps_what_the_traveller_made_and_a_stop_that_went_stays_by_its_name() {
    let desk = Desk::new();
    let home = quick_folder();
    let mut library = travel(home.path());
    library.like(&favourite("pier")).expect("likes");
    library.write_note(&note("pier", "Kavos nėra.")).expect("writes");
    let before = contents(&library);
    let names = |library: &Library| {
        let reached = library.milestones(Some((&spit(), &route()))).expect("reads");
        reached.iter().map(|one| (one.kind, one.item.clone(), one.name.clone())).collect::<Vec<_>>()
    };
    assert!(names(&library).contains(&(MilestoneKind::Visited, "pier".into(), "Didžioji kopa".into())));
    let without_pier = desk.pack("spit-4", |spit| {
        spit.manifest.version = 4;
        alter_route(spit, |parts| parts.stops.retain(|stop| stop.id.as_str() != "pier"));
    });
    library.install_as_wanted(&without_pier, None, &[], MORNING_MS + 1).expect("installs");
    let after = contents(&library);
    assert_eq!((&after.fixes, &after.recordings), (&before.fixes, &before.recordings));
    let lost: Vec<_> = before.others.difference(&after.others).collect();
    assert!(lost.len() == 1 && lost[0].starts_with("InstalledBundle"), "{lost:?}");
    assert!(names(&library).contains(&(MilestoneKind::Visited, "pier".into(), "Didžioji kopa".into())));
    assert!(library.favourites().expect("reads").contains(&favourite("pier")));
    // The line is the same, so the place on it is too.
    let (_, resumption) = library
        .set_out(&spit_way(), false, Departure::Continue, Settings::in_language(Language::EN), None)
        .expect("sets out");
    assert!(matches!(resumption, Resumption::Exactly | Resumption::FoundAgain { .. }));

    library.uninstall(&spit()).expect("goes");
    let after = contents(&library);
    assert_eq!((&after.fixes, &after.recordings), (&before.fixes, &before.recordings));
    let lost: Vec<_> = before.others.difference(&after.others).collect();
    assert!(lost.len() == 1 && lost[0].starts_with("InstalledBundle"), "{lost:?}");
}

#[test]
fn a_line_that_moved_is_found_again_and_said_so() {
    let desk = Desk::new();
    let moved = desk.pack("spit-4", |spit| {
        spit.manifest.version = 4;
        alter_route(spit, |parts| {
            let mut points = parts.line.points().to_vec();
            points[3] = at(55.53, 21.105);
            let line = Line::new(points).expect("a line");
            parts.legs.iter_mut().enumerate().for_each(|(number, leg)| {
                (leg.from, leg.to) = (line.along_of(number), line.along_of(number + 1));
            });
            (parts.stages[0].to, parts.stages[1].from) = (line.along_of(3), line.along_of(3));
            parts.stages[1].to = line.end();
            parts.stops.iter_mut().for_each(|stop| stop.position = line.at(stop.along));
            parts.line = line;
        });
    });
    for (language, expected) in [
        (
            Language::LT,
            "Šis maršrutas atnaujintas nuo tada, kai paskutinį kartą juo keliavote. Jūsų vieta jame nustatyta iš naujo.",
        ),
        (Language::EN, "This route was updated since you were last on it. Your place on it was found again."),
        (
            Language::DE,
            "Diese Route wurde aktualisiert, seit Sie zuletzt auf ihr unterwegs waren. Ihr Standort darauf wurde neu bestimmt.",
        ),
    ] {
        let home = quick_folder();
        let mut library = travel(home.path());
        let before = library.standing(&spit_way(), false).expect("reads").expect("was there");
        library.install_as_wanted(&moved, None, &[], MORNING_MS + 1).expect("installs");
        let settings = Settings::in_language(language);
        let (mut journey, resumption) =
            library.set_out(&spit_way(), false, Departure::Continue, settings, None).expect("sets out");
        assert_eq!(resumption, Resumption::FoundAgain { text: expected.into() });
        let course = library.course(&spit_way()).expect("leads somewhere");
        let next = fixes(&course, 61, 1)[60];
        let update = library.advance(&mut journey, &next).step.outcome.expect("is believed");
        let moved_on = update.matched.along - before.along;
        assert!(moved_on.0.abs() < 100.0, "{moved_on:?}");
        let (_, resumption) =
            library.set_out(&spit_way(), false, Departure::Continue, settings, None).expect("sets out");
        assert_eq!(resumption, Resumption::Exactly);
    }
}

#[test]
fn two_hands_on_one_library_do_each_others_work_no_harm() {
    let desk = Desk::new();
    let (third, fourth) = (desk.pack("spit-3", |_| {}), desk.pack("spit-4", |spit| spit.manifest.version = 4));
    let home = quick_folder();
    let mut one = Library::open(home.path(), MORNING_MS).expect("opens");
    let mut other = Library::open(home.path(), MORNING_MS).expect("opens");
    one.install(&third, None, &[], MORNING_MS).expect("installs");
    assert_eq!(other.install(&third, None, &[], MORNING_MS).expect("is there"), Installation::Unchanged);
    other.install_as_wanted(&fourth, None, &[], MORNING_MS).expect("installs");
    assert_eq!(one.bundles().expect("reads")[0].manifest.version, 4);
    one.bundle(&spit()).expect("opens");
    let id = one.start_recording(&Start::default()).expect("starts");
    assert!(matches!(other.start_recording(&Start::default()), Err(LibraryError::StillOpen(open)) if open == id));
    let course = one.course(&spit_way()).expect("leads somewhere");
    for (number, fix) in fixes(&course, 60, 1).iter().enumerate() {
        let hand = if number % 2 == 0 { &mut one } else { &mut other };
        assert_eq!(hand.record(id, fix).expect("is kept").fixes, number as u64 + 1);
    }
    drop(one);
    let third = Library::open(home.path(), MORNING_MS).expect("opens");
    assert_eq!(contents(&third), contents(&other));
    assert!(third.check().expect("reads"));
}

#[test]
fn two_processes_on_one_library_lose_nothing() {
    const HOME: &str = "ROUTE_GUIDE_HOME_OF_TWO";
    const NOTES: usize = 150;
    let write = |folder: &Path, who: &str| {
        for number in 0..NOTES {
            // Each time anew: opening must not disturb the other either.
            let mut library = Library::open(folder, MORNING_MS).expect("opens");
            library.write_note(&note("dune", &format!("{who} {number}"))).expect("writes");
            assert!(library.damages().expect("reads").is_empty());
        }
    };
    if let Some(folder) = env::var_os(HOME) {
        return write(Path::new(&folder), "child");
    }
    let home = quick_folder();
    drop(Library::open(home.path(), MORNING_MS).expect("opens"));
    let mut child = Command::new(env::current_exe().expect("has a path"))
        .args(["--exact", "two_processes_on_one_library_lose_nothing", "--nocapture"])
        .env(HOME, home.path())
        .stdout(Stdio::null())
        .spawn()
        .expect("starts");
    write(home.path(), "parent");
    assert!(child.wait().expect("ends").success());
    let library = Library::open(home.path(), MORNING_MS).expect("opens");
    assert_eq!(library.notes().expect("reads").len(), 2 * NOTES);
    assert!(library.check().expect("reads"));
}

#[test]
fn a_library_of_a_newer_app_is_refused_and_stays_as_it_is() {
    let home = quick_folder();
    drop(travel(home.path()));
    let path = home.path().join("library.sqlite");
    let newer = |only_in_the_log: bool| {
        let connection = Connection::open(&path).expect("opens");
        connection.execute_batch("PRAGMA user_version = 99; CREATE TABLE IF NOT EXISTS later (what);").expect("runs");
        if only_in_the_log {
            let copy = quick_folder();
            for name in ["library.sqlite", "library.sqlite-wal"] {
                fs::copy(home.path().join(name), copy.path().join(name)).expect("copies");
            }
            return Some(copy);
        }
        None
    };
    let in_the_log = newer(true).expect("a copy");
    assert!(newer(false).is_none());
    for folder in [home.path(), in_the_log.path()] {
        let read = |name: &str| fs::read(folder.join(name)).unwrap_or_default();
        let before = ["library.sqlite", "library.sqlite-wal"].map(read);
        for _ in 0..2 {
            let error = Library::open(folder, MORNING_MS).expect_err("is newer");
            assert!(matches!(error, LibraryError::Newer { found: 99, .. }), "{error}");
            assert!(error.to_string().ends_with("update the app. Nothing was changed"), "{error}");
            assert!(["library.sqlite", "library.sqlite-wal"].map(read) == before, "it was changed");
            assert!(!folder.join("damaged").exists());
        }
    }
}

/// Where bundles are packed.
struct Desk(TempDir);

impl Desk {
    fn new() -> Desk {
        Desk(quick_folder())
    }

    fn pack(&self, name: &str, alter: impl FnOnce(&mut Collection)) -> PathBuf {
        let mut collection = collection();
        alter(&mut collection);
        let path = self.0.path().join(format!("{name}.gpkg"));
        bundle::write(&collection, &path).expect("packs");
        path
    }

    fn copy(&self, of: &Path, name: &str, alter: impl FnOnce(&mut Vec<u8>)) -> PathBuf {
        let mut bytes = fs::read(of).expect("reads");
        alter(&mut bytes);
        let path = self.0.path().join(format!("{name}.gpkg"));
        fs::write(&path, bytes).expect("writes");
        path
    }
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

fn spit() -> BundleId {
    BundleId::new("spit").expect("an id")
}

fn route() -> RouteId {
    let Way::Route { route, .. } = spit_way() else { unreachable!("it is a route") };
    route
}

/// Changes the first route of the collection.
fn alter_route(collection: &mut Collection, alter: impl FnOnce(&mut RouteParts)) {
    let mut parts: RouteParts = (*collection.routes[0]).clone();
    alter(&mut parts);
    collection.routes[0] = Route::new(parts).expect("a route");
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

fn files_in(folder: &Path) -> usize {
    fs::read_dir(folder).expect("reads").count()
}
