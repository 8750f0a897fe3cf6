//! What strangers' files bring into the library: archives and folders, names, times, a file that comes again. The inputs
//! under `fixtures/strangers` were made after faults that other programs had.

use std::fs;
use std::path::Path;

use route_guide_core::errors::{Caveat, CaveatCode, Complaint};
use route_guide_core::guidance::Settings;
use route_guide_core::library::{Departure, LibraryError, RemarkAbout, State, Way};
use route_guide_core::model::{Fix, Language};
use route_guide_tests::{Home, MORNING_MS, file_of, straight_track, stranger};

#[test]
fn a_newer_file_of_the_same_way_brings_its_name_and_places() {
    let mut home = Home::new();
    let id = home.bring(&stranger("brought-in-again-1.gpx"))[0];
    assert_eq!((home.name(id), home.stops(id)), ("Sunday".into(), vec!["Bakery".to_owned()]));
    let way = Way::Track(id);
    let fix =
        |second: i64| Fix::of_position(MORNING_MS + second * 1_000, 55.702 + second as f64 * 1e-6, 21.131_558, 5.0);
    let settings = Settings::in_language(Language::EN);
    let (mut journey, _) = home.library.set_out(&way, false, Departure::Here, settings, None).expect("sets out");
    for second in 0..3 {
        home.library.advance(&mut journey, &fix(second)).kept.expect("is kept");
    }
    home.library.finish(&mut journey).expect("ends");
    let standing = home.library.standing(&way, false).expect("reads").expect("is known");

    let again = home.import(&stranger("brought-in-again-2.gpx"));
    assert_eq!((again.brought.len(), again.updated, again.known.len()), (0, vec![id], 0));
    assert_eq!(
        (home.name(id), home.stops(id)),
        ("Sunday, with the ferry".into(), vec!["Bakery".to_owned(), "Ferry".into()])
    );
    assert_eq!(home.stored(), 1, "the older file is gone");
    assert_eq!(home.library.standing(&way, false).expect("reads"), Some(standing));
    assert_eq!(home.import(&stranger("brought-in-again-2.gpx")).known, [id]);
    // The file brought in last is the newest.
    assert_eq!(home.import(&stranger("brought-in-again-1.gpx")).updated, [id]);
    assert_eq!((home.name(id), home.stops(id).len()), ("Sunday".into(), 1));
}

#[test]
fn a_name_that_the_traveller_gave_stays() {
    let mut home = Home::new();
    let id = home.bring(&stranger("brought-in-again-1.gpx"))[0];
    home.library.rename_recording(id, "With grandmother").expect("renames");
    assert_eq!(home.import(&stranger("brought-in-again-2.gpx")).updated, [id]);
    assert_eq!((home.name(id), home.stops(id).len()), ("With grandmother".into(), 2));
    home.library.rename_recording(id, "").expect("renames");
    assert_eq!(home.import(&stranger("brought-in-again-1.gpx")).updated, [id]);
    assert_eq!(home.library.recording(id).expect("reads").name, None);
    // Named after its file at first, after what the newer file says later.
    let bare = home.bring(&home.file("ride 7.gpx", file_of(&straight_track("", 54.0, 30, ""))))[0];
    assert_eq!(home.name(bare), "ride 7");
    home.import(&home.file("ride 7.gpx", file_of(&straight_track("<name>To the lake</name>", 54.0, 30, ""))));
    assert_eq!(home.name(bare), "To the lake");
}

#[test]
fn a_file_that_says_the_same_in_other_words_is_known() {
    let mut home = Home::new();
    let text = fs::read_to_string(stranger("brought-in-again-1.gpx")).expect("reads");
    let id = home.bring(&stranger("brought-in-again-1.gpx"))[0];
    let again =
        home.import(&home.file("copy.gpx", text.replace('\n', "\r\n").replace("creator=\"test\"", "creator=\"x\"")));
    assert_eq!((again.updated.len(), again.known), (0, vec![id]));
    // Heights that were wanting are taken.
    let high = text.replace("></trkpt>", "><ele>7</ele></trkpt>");
    assert_eq!(home.import(&home.file("high.gpx", high)).updated, [id]);
    assert!(home.library.profile(id, 10).expect("reads").is_some());
}

#[test]
fn a_file_that_is_gone_comes_back_with_the_next_import() {
    let mut home = Home::new();
    let id = home.bring(&stranger("brought-in-again-1.gpx"))[0];
    for file in fs::read_dir(home.path("phone/tracks")).expect("reads") {
        fs::remove_file(file.expect("an entry").path()).expect("removes");
    }
    assert!(home.library.course(&Way::Track(id)).is_err());
    assert_eq!(home.import(&stranger("brought-in-again-1.gpx")).updated, [id]);
    assert!(home.library.course(&Way::Track(id)).is_ok());
}

#[test]
fn a_recording_has_the_rides_own_name_in_one_line() {
    let mut home = Home::new();
    for (file, name) in [
        ("name-organic-maps.gpx", "Evening ride to the pier"),
        ("name-of-route.gpx", "Kuršių marios"),
        ("name-with-newline.gpx", "line one line two"),
    ] {
        let ids = home.bring(&stranger(file));
        assert_eq!(home.names(&ids), [name], "{file}");
    }
}

#[test]
fn hostile_names_are_harmless() {
    let mut home = Home::new();
    let long = "ilgas ".repeat(5_000);
    let cases = [
        ("ride\u{202E}xpg.exe", "ridexpg.exe"),
        ("&#x9;\u{2067}a\u{2069} &#xD;&#xA; b ", "a b"),
        (" \u{200B}\u{3000} ", "file 2"),
        (&long, &"ilgas ".repeat(34)[..200]),
        ("&lt;b&gt;bold&lt;/b&gt;", "bold"),
    ];
    for (number, (name, shown)) in cases.iter().enumerate() {
        let file = file_of(&straight_track(&format!("<name>{name}</name>"), 50.0 + number as f64, 20, ""));
        let ids = home.bring(&home.file(&format!("file {number}.gpx"), file));
        assert_eq!(home.names(&ids), [*shown], "{number}");
    }
    let ids = home.bring(&home.file("evil\n\u{202E}\u{1b}[31m.gpx", file_of(&straight_track("", 59.0, 20, ""))));
    assert_eq!(home.names(&ids), ["evil [31m"]);
}

#[test]
fn a_recording_starts_when_most_of_the_file_says() {
    let mut home = Home::new();
    let first = home.bring(&stranger("times-first-future-decade.gpx"))[0];
    assert_eq!(home.started(first), "2026-06-01T08:00:10Z");
    let backwards = home.bring(&stranger("times-backwards.gpx"))[0];
    assert_eq!(home.started(backwards), "2026-06-01T08:00:00Z");
    // Nothing is known of it but when it was brought in.
    let never = home.bring(&stranger("times-all-1970.gpx"))[0];
    assert_eq!(home.library.recording(never).expect("reads").started_ms, MORNING_MS);
}

#[test]
fn what_marks_places_only_is_refused_and_said_to_be_that() {
    let mut home = Home::new();
    let places = "<wpt lat=\"55\" lon=\"21\"><name>a</name></wpt>".repeat(3);
    for (inside, code) in
        [(places.as_str(), "gpx.only-waypoints"), ("", "gpx.nothing-to-follow"), ("<trk/>", "gpx.nothing-to-follow")]
    {
        let imported = home.import(&home.file("places.gpx", file_of(inside)));
        assert!(imported.brought.is_empty());
        assert_eq!(Complaint::of_library(&imported.refused[0].reason, Language::EN).code, code, "{inside}");
    }
}

#[test]
fn a_file_that_is_prefixed_below_its_root_is_read() {
    let mut home = Home::new();
    let ids = home.bring(&stranger("prefixed-below-the-root.gpx"));
    assert_eq!(home.names(&ids), ["pėsčiomis"]);
    assert_eq!(home.library.tally(ids[0]).expect("reads").fixes, 11);
}

#[test]
fn companions_of_a_mac_are_passed_over() {
    let mut home = Home::new();
    let imported = home.import(&stranger("mac.zip"));
    assert_eq!((imported.brought.len(), imported.refused.len(), imported.remarks.count()), (2, 0, 0));
}

#[test]
fn what_strava_hands_out_is_read() {
    let mut home = Home::new();
    let imported = home.import(&stranger("strava.zip"));
    assert_eq!((home.names(&imported.brought), imported.refused.len()), (vec!["one".to_owned()], 0));
    let passed = imported.remarks.first()[0].to_string();
    assert!(passed.ends_with("passed over, as no GPX: 1 .csv"), "{passed}");
}

#[test]
fn an_archive_without_gpx_says_what_is_in_it() {
    let mut home = Home::new();
    let kmz = home.import(&stranger("trip.kmz")).refused;
    assert!(kmz[0].reason.to_string().contains("KML, as Google Earth has it"), "{}", kmz[0].reason);
    assert_eq!(Complaint::of_library(&kmz[0].reason, Language::EN).code, "gpx.other-format");
    let zip = home.zip("photos.zip", &[("a/1.jpg", "x"), ("a/2.JPG", "y"), ("notes.txt", "z"), ("._3.gpx", "")]);
    let other = home.import(&zip).refused;
    assert!(other[0].reason.to_string().contains("no GPX file in it, but 2 .jpg, 1 .txt;"), "{}", other[0].reason);
    assert_eq!(Complaint::of_library(&other[0].reason, Language::EN).code, "gpx.none-inside");
    let empty = home.zip("empty.zip", &[] as &[(&str, &str)]);
    assert!(home.import(&empty).refused[0].reason.to_string().contains("it is empty; choose another"));
    fs::create_dir(home.path("bare")).expect("makes");
    assert_eq!(home.import(&home.path("bare")).refused.len(), 1);
}

#[test]
fn gpx_in_an_archive_is_known_by_what_it_is() {
    let mut home = Home::new();
    let plain = |number: u32| file_of(&straight_track("", 50.0 + f64::from(number), 20, ""));
    let utf_16: Vec<u8> = format!("\u{FEFF}{}", plain(3)).encode_utf16().flat_map(u16::to_le_bytes).collect();
    let zip = home.zip(
        "mixed.zip",
        &[
            ("Rides\\2025\\ONE.GPX", plain(1).as_bytes()),
            ("Rides\\2025\\", b"".as_slice()),
            ("export", plain(2).as_bytes()),
            ("track.xml", &utf_16),
            ("page.html", b"<!doctype html><p>nothing"),
            ("a/b/c/d/e/f.Gpx", plain(4).as_bytes()),
        ],
    );
    let imported = home.import(&zip);
    assert_eq!((imported.brought.len(), imported.refused.len()), (4, 0), "{:?}", imported.refused);
    assert_eq!(home.name(imported.brought[0]), "ONE");
}

#[test]
fn folders_are_looked_into_and_nothing_outside_them() {
    let mut home = Home::new();
    let plain = |number: u32| file_of(&straight_track("", 50.0 + f64::from(number), 20, ""));
    home.file("rides/2025/one.gpx", plain(1));
    home.file("rides/2025/May/two.GPX", plain(2));
    home.file("rides/three", plain(3));
    home.file("rides/._one.gpx", "Mac");
    home.file("rides/.DS_Store", "Mac");
    home.file("rides/2025/photo.jpg", "x");
    home.file("rides/broken.gpx", "not GPX");
    fs::rename(home.zip("mail.zip", &[("in/four.gpx", plain(4))]), home.path("rides/mail.zip")).expect("moves");
    fs::rename(home.zip("letter.docx", &[("word/x.xml", "<x/>")]), home.path("rides/letter.docx")).expect("moves");
    home.file("elsewhere/five.gpx", plain(5));
    #[cfg(unix)]
    {
        std::os::unix::fs::symlink(home.path("elsewhere"), home.path("rides/elsewhere")).expect("links");
        std::os::unix::fs::symlink(home.path("elsewhere/five.gpx"), home.path("rides/five.gpx")).expect("links");
        std::os::unix::fs::symlink(home.path("rides"), home.path("rides/2025/round")).expect("links");
    }
    let imported = home.import(&home.path("rides"));
    let mut names = home.names(&imported.brought);
    names.sort();
    assert_eq!(names, ["four", "one", "three", "two"]);
    assert_eq!(imported.refused.len(), 1, "{:?}", imported.refused);
    assert!(imported.refused[0].file.ends_with("broken.gpx"));
    let passed = imported.remarks.first()[0].to_string();
    assert!(passed.contains("1 .docx, 1 .jpg"), "{passed}");
    if cfg!(unix) {
        assert!(passed.contains("3 links"), "{passed}");
    }
}

#[cfg(unix)]
#[test]
fn a_pipe_or_a_device_is_not_waited_for() {
    let mut home = Home::new();
    let pipe = home.path("rides/pipe.gpx");
    home.file("rides/one.gpx", file_of(&straight_track("", 50.0, 20, "")));
    assert!(std::process::Command::new("mkfifo").arg(&pipe).status().expect("runs").success());
    for path in [pipe.as_path(), Path::new("/dev/zero"), Path::new("/dev/null")] {
        let error = home.library.import(path, MORNING_MS).expect_err("is no file");
        assert!(matches!(error, LibraryError::Disk { .. }), "{error}");
    }
    assert_eq!(home.import(&home.path("rides")).brought.len(), 1);
}

#[test]
fn warnings_of_a_file_reach_whoever_brings_it_in() {
    let mut home = Home::new();
    let points = ["12", "1,5x", "x", "13", "y"].iter().enumerate();
    let points = points.map(|(number, height)| {
        format!("<trkpt lat=\"55.00{number}\" lon=\"21\"><ele>{height}</ele><time>soon</time></trkpt>\n")
    });
    let file = file_of(&format!("<trk><trkseg>\n{}</trkseg></trk>", points.collect::<String>()));
    let imported = home.import(&home.file("odd.gpx", file));
    let of = |code: CaveatCode| {
        let caveats = imported.remarks.first().iter().map(|remark| Caveat::of_import(remark, Language::EN));
        caveats.filter(|caveat| caveat.code == code).map(|caveat| (caveat.text, caveat.detail)).next().expect("is told")
    };
    let (text, detail) = of(CaveatCode::Heights);
    assert_eq!(
        text,
        "The file “odd.gpx” was imported without 3 heights that cannot be right (first: line 3, character 35)."
    );
    assert!(detail.contains("odd.gpx:3:35: ") && detail.ends_with("; and 2 more like it"), "{detail}");
    assert!(
        of(CaveatCode::Times).0.contains("without 5 times that cannot be read (first: line 2"),
        "{:?}",
        of(CaveatCode::Times)
    );
    // Once it is here there is nothing new to say.
    assert_eq!(home.import(&home.path("odd.gpx")).remarks.count(), 0);
}

#[test]
fn what_of_a_file_could_not_be_read_is_said_and_the_rest_comes_in() {
    for (file, code, points) in [
        ("cut-off-in-a-point.gpx", CaveatCode::CutOff, 331),
        ("cut-off-after-a-point.gpx", CaveatCode::CutOff, 331),
        ("one-point-without-place.gpx", CaveatCode::Positions, 100),
        ("waypoint-without-place.gpx", CaveatCode::Positions, 101),
        ("heights-minus-32768.gpx", CaveatCode::Heights, 101),
        ("heights-1e300.gpx", CaveatCode::Heights, 101),
    ] {
        // Some are the same way.
        let mut home = Home::new();
        let imported = home.import(&stranger(file));
        assert!(imported.refused.is_empty(), "{:?}", imported.refused);
        assert_eq!(home.library.tally(imported.brought[0]).expect("reads").fixes, points, "{file}");
        let of = |remark| Caveat::of_import(remark, Language::EN);
        let codes: Vec<CaveatCode> = imported.remarks.first().iter().map(|remark| of(remark).code).collect();
        assert_eq!(codes, [code], "{file}");
    }
}

#[test]
fn remarks_are_bounded() {
    let mut home = Home::new();
    let many: String =
        (0..400).map(|number| format!("<trkpt lat=\"55.{number:03}\" lon=\"21\"><ele>x</ele></trkpt>")).collect();
    for number in 0..130 {
        let more = format!("<trkpt lat=\"56.{number:03}\" lon=\"21\"/>");
        home.file(&format!("rides/{number}.gpx"), file_of(&format!("<trk><trkseg>{many}{more}</trkseg></trk>")));
    }
    let imported = home.import(&home.path("rides"));
    assert_eq!(imported.brought.len(), 130);
    assert_eq!(imported.remarks.first().len(), 100);
    assert!(imported.remarks.count() >= 260);
    let more = &imported.remarks.first()[1].about;
    assert!(matches!(more, RemarkAbout::MoreOdd { count: 300 }), "{more:?}");
}

#[test]
fn a_discarded_track_that_comes_again_stays_in_the_bin() {
    let mut home = Home::new();
    let id = home.bring(&stranger("brought-in-again-1.gpx"))[0];
    home.library.discard_recording(id, MORNING_MS).expect("discards");
    assert_eq!(home.import(&stranger("brought-in-again-2.gpx")).updated, [id]);
    assert_eq!(home.library.recording(id).expect("reads").state, State::Binned);
}
