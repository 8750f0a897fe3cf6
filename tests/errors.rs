//! What a traveller reads when something goes wrong, every complaint in three languages.

use std::collections::BTreeMap;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use route_guide_core::bundle::{Bundle, BundleError, MAX_FILE_BYTES, Problem};
use route_guide_core::errors::{CODES, Caveat, CaveatCode, Complaint};
use route_guide_core::geometry::LineError;
use route_guide_core::gpx::{At, Export, ExportError, Fault, GpxError, Limits, Profile, Selection, export, read};
use route_guide_core::library::{Distrust, Library, LibraryError, RecordingId, Start, State, TrustedKey};
use route_guide_core::model::{BundleId, Language, PictureId, PlaceId, RouteId, Size, StageId};
use route_guide_tests::{MORNING_MS, collection, quick_folder, spit_bundle, spit_way, travel};
use tempfile::TempDir;

const LANGUAGES: [Language; 3] = [Language::LT, Language::EN, Language::DE];
const PUBLISHER: &str = "Klaipėdos gidai";
const FOLDER: &str = "/data/user/0/guide";

/// What was complained of: by code, then by language, each complaint once.
#[derive(Default)]
struct Heard(BTreeMap<&'static str, Vec<[Complaint; 3]>>);

impl Heard {
    fn take(&mut self, complain: impl Fn(Language) -> Complaint) -> &'static str {
        let complaint = LANGUAGES.map(complain);
        let code = complaint[0].code;
        let heard = self.0.entry(code).or_default();
        if heard.iter().all(|other| other[0].text != complaint[0].text) {
            heard.push(complaint);
        }
        code
    }

    fn library(&mut self, error: &LibraryError) -> &'static str {
        self.take(|language| Complaint::of_library(error, language))
    }

    fn bundle(&mut self, error: &BundleError) -> &'static str {
        self.take(|language| Complaint::of_bundle(error, language))
    }

    fn export(&mut self, error: &ExportError) -> &'static str {
        self.take(|language| Complaint::of_export(error, language))
    }

    fn all(&self) -> impl Iterator<Item = &Complaint> {
        self.0.values().flatten().flatten()
    }
}

/// Everything that can go wrong; what is cheap to bring about is brought about.
fn heard() -> Heard {
    let mut heard = Heard::default();
    of_the_library(&mut heard);
    of_recordings(&mut heard);
    of_trust(&mut heard);
    of_bundles(&mut heard);
    of_gpx(&mut heard);
    of_exports(&mut heard);
    heard.take(|language| Complaint::of_argument("stop", "`Nida` is no id", language));
    heard.take(|language| Complaint::closed("Library", language));
    heard.take(|language| Complaint::broken("Guide", language));
    heard.take(|language| Complaint::internal("an index was out of bounds", language));
    heard
}

fn of_the_library(heard: &mut Heard) {
    let folder = || PathBuf::from(FOLDER);
    heard.library(&LibraryError::Newer { folder: folder(), found: 4, known: 2 });
    heard.library(&LibraryError::Busy { folder: folder() });
    heard.library(&LibraryError::Full { path: folder() });
    heard.library(&LibraryError::Damaged { folder: folder() });
    heard.library(&LibraryError::Value("an empty note says nothing".into()));
    let reason = "this is no zip archive".into();
    heard.library(&LibraryError::Archive { path: folder().join("Atsarginė kopija.zip/library.json"), reason });

    let strangers = quick_folder();
    let kept = strangers.path().join("Dokumentai");
    fs::create_dir_all(kept.join("bundles")).expect("a folder");
    fs::write(kept.join("bundles/letter.txt"), "Dear Ona").expect("writes");
    assert_eq!(heard.library(&Library::open(&kept, MORNING_MS).expect_err("is no library")), "library.not-a-library");

    let home = quick_folder();
    let mut library = Library::open(home.path(), MORNING_MS).expect("opens");
    let track = home.path().join("Nida.gpx");
    let gone = library.import(&track, MORNING_MS).expect_err("is not there");
    assert_eq!(heard.library(&gone), "disk.failed");
    assert_eq!(heard.library(&library.course(&spit_way()).expect_err("is not installed")), "not-found.bundle");
    let route = RouteId::new("spit-route").expect("an id");
    assert_eq!(heard.library(&library.bundle_of(&route).expect_err("is not there")), "not-found.route");
    for (content, code) in
        [("<gpx></gpx>", "gpx.nothing-to-follow"), ("<gpx><wpt lat='55.3' lon='21.0'/></gpx>", "gpx.only-waypoints")]
    {
        fs::write(&track, content).expect("writes");
        let imported = library.import(&track, MORNING_MS).expect("the disk is sound");
        assert_eq!(heard.library(&imported.refused[0].reason), code);
    }
    let empty = home.path().join("Nuotraukos");
    fs::create_dir(&empty).expect("makes");
    let imported = library.import(&empty, MORNING_MS).expect("the disk is sound");
    assert_eq!(heard.library(&imported.refused[0].reason), "gpx.none-inside");
    let large = LibraryError::TooLarge { path: empty.join("Nida.gpx.gz"), most: 1 << 28 };
    assert_eq!(heard.library(&large), "gpx.too-large");
}

fn of_recordings(heard: &mut Heard) {
    let home = quick_folder();
    let mut library = travel(home.path());
    let open = library.open_recording().expect("reads").expect("is open").id;
    let unknown = RecordingId::new(21);
    assert_eq!(heard.library(&library.recording(unknown).expect_err("is not there")), "not-found.recording");
    let another = library.start_recording(&Start::default()).expect_err("one is open");
    assert_eq!(heard.library(&another), "recording.still-open");
    for state in State::ALL {
        heard.library(&LibraryError::NotNow { id: open, state: *state, asked: "resumed" });
    }
    let nowhere = LibraryError::NoLine { id: open, reason: LineError::NoLength };
    heard.library(&nowhere);
}

fn of_trust(heard: &mut Heard) {
    let key = TrustedKey::new(PUBLISHER, "RWQ").expect_err("is no key");
    assert_eq!(heard.library(&key), "trust.key");
    let publisher = || PUBLISHER.to_owned();
    let bundle = || BundleId::new("klaipedos-regionas").expect("an id");
    for reason in [
        Distrust::Unsigned { publisher: publisher() },
        Distrust::Signature("Invalid encoding in minisign data".into()),
        Distrust::WrongKey { publisher: publisher() },
        Distrust::Altered { publisher: publisher() },
        Distrust::Older { bundle: bundle(), offered: 3, installed: 4 },
        Distrust::SameVersion { bundle: bundle(), version: 3 },
        Distrust::Reserved { bundle: bundle(), publisher: publisher(), offered: "Kažkas kitas".into() },
        Distrust::Shipped { bundle: bundle(), publisher: publisher(), offered: publisher() },
        Distrust::FarAhead { bundle: bundle(), offered: u32::MAX, most: 100_003 },
        Distrust::Unproven { bundle: bundle(), publisher: publisher(), offered: 4, installed: 3 },
        Distrust::OtherPublisher { bundle: bundle(), installed: publisher(), offered: "Kažkas kitas".into() },
    ] {
        let path = Path::new(FOLDER).join("klaipedos-regionas.gpkg");
        heard.library(&LibraryError::Refused { path, reason: Box::new(reason) });
    }
}

fn of_bundles(heard: &mut Heard) {
    let desk = TempDir::new().expect("a folder");
    let spit = spit_bundle(desk.path(), 3);
    let whole = fs::read(&spit).expect("reads");
    let path = desk.path().join("klaipedos-regionas.gpkg");
    assert_eq!(heard.bundle(&Bundle::open(&path).err().expect("is not there")), "bundle.missing");
    let half = whole[..whole.len() / 2].to_vec();
    for (bytes, code) in [(vec![], "bundle.not-a-bundle"), (half, "bundle.incomplete")] {
        fs::write(&path, bytes).expect("writes");
        assert_eq!(heard.bundle(&Bundle::open(&path).err().expect("is broken")), code);
    }
    fs::copy(&spit, &path).expect("copies");
    let bundle = Bundle::open(&path).expect("opens");
    let route = RouteId::new("nida").expect("an id");
    assert_eq!(heard.bundle(&bundle.route(&route).expect_err("has none")), "bundle.no-route");
    let place = PlaceId::new("preila").expect("an id");
    assert_eq!(heard.bundle(&bundle.place(&place).expect_err("has none")), "bundle.no-place");
    let picture = PictureId::new("kopa").expect("an id");
    assert_eq!(heard.bundle(&bundle.picture(&picture, Size::Card).expect_err("has none")), "bundle.no-picture");
    for (problem, code) in [
        (Problem::Changed, "bundle.open-elsewhere"),
        (Problem::NewerFormat { major: 2, minor: 0 }, "bundle.newer"),
        (Problem::Foreign { kind: "trigger", name: "harm".into() }, "bundle.foreign"),
        (
            Problem::PictureUntrue { picture: "kopa".into(), size: "list".into(), reason: "is another".into() },
            "bundle.foreign",
        ),
        (Problem::FileTooLarge { bytes: MAX_FILE_BYTES + 1 }, "bundle.too-large"),
        (Problem::MissingTable("stop".into()), "bundle.damaged"),
        (Problem::NoDigest, "bundle.altered"),
    ] {
        let error = LibraryError::from(BundleError { path: path.clone(), problem });
        assert_eq!(heard.library(&error), code);
    }
}

fn of_gpx(heard: &mut Heard) {
    for (content, code) in [
        (&b""[..], "gpx.empty"),
        (b"\x1F\x8B\x08", "gpx.packed"),
        (b"<kml/>", "gpx.other-format"),
        (b"<gpx>\n  <trk></gpx>", "gpx.broken"),
        (b"<?xml version='1.0'?>\n", "gpx.cut-off"),
        (b"<?xml version='1.0' encoding='klingon'?>\n<gpx/>", "gpx.encoding"),
        (b"<gpx>\n  <wpt lat='95' lon='21'/></gpx>", "gpx.position"),
    ] {
        let error = read(content, &Limits::phone()).expect_err("is refused");
        heard.take(|language| Complaint::of_gpx(&error, language));
        let path = Path::new(FOLDER).join("Kopų žiedas.gpx");
        assert_eq!(heard.library(&LibraryError::Gpx { path, reason: Box::new(error) }), code);
    }
    let at = At { line: 1_234_567, column: 17 };
    let large = GpxError { at, fault: Fault::TooManyPoints(1_000_000) };
    assert_eq!(heard.take(|language| Complaint::of_gpx(&large, language)), "gpx.too-large");
    let stopped = GpxError { at, fault: Fault::Io(io::Error::from(io::ErrorKind::TimedOut)) };
    assert_eq!(heard.take(|language| Complaint::of_gpx(&stopped, language)), "disk.failed");
}

fn of_exports(heard: &mut Heard) {
    let collection = collection();
    let how = Export {
        profile: Profile::Komoot,
        language: Language::LT,
        detail: None,
        manifest: &collection.manifest,
        time_ms: None,
    };
    let refused = |chosen: Selection<'_>| export(chosen, &how, &mut Vec::new()).expect_err("is refused");
    let route = &collection.routes[0];
    assert_eq!(heard.export(&refused(Selection::Routes(&[]))), "export.no-route");
    let stage = StageId::new("nida").expect("an id");
    assert_eq!(heard.export(&refused(Selection::Stage(route, &stage))), "export.no-stage");
    for count in [2, 10, 21] {
        let routes = vec![route.clone(); count];
        assert_eq!(heard.export(&refused(Selection::Routes(&routes))), "export.one-route");
    }
    heard.export(&ExportError::Points(1));
    heard.export(&ExportError::NoLength("nida".into()));
    heard.export(&ExportError::Write(io::Error::from(io::ErrorKind::StorageFull)));
}

#[test]
fn every_complaint_reads_well() {
    let mut told = String::new();
    for (code, complaints) in &heard().0 {
        told += &format!("{code} ({})\n", complaints[0][0].kind);
        for complaint in complaints {
            for (language, complaint) in LANGUAGES.iter().zip(complaint) {
                told += &format!("    {language}  {}\n", complaint.text);
            }
        }
    }
    insta::assert_snapshot!(told);
}

#[test]
fn every_code_is_told_of_something_and_of_its_kind() {
    let heard = heard();
    let told: Vec<_> = heard.0.iter().map(|(code, complaints)| (*code, complaints[0][0].kind)).collect();
    assert_eq!(told, CODES);
}

#[test]
fn texts_are_plain_sentences_without_paths_and_details_say_more() {
    for Complaint { code, text, detail, .. } in heard().all() {
        assert!(text.ends_with('.') && !text.contains(['/', '\\', '`', '{', '$', '!', '\n', '"']), "{code}: {text}");
        assert!(!text.contains("  ") && text.chars().count() <= 260, "{code}: {text}");
        assert!(!detail.is_empty() && !text.contains(detail.as_str()), "{code}: {detail}");
        for jargon in ["database", "manifest", "GeoPackage", "digest", "SQL", "XML"] {
            assert!(!text.contains(jargon), "{code}: {text}");
        }
    }
}

/// What is told of files that were brought in all the same, of one and of several.
fn caveats() -> Vec<(CaveatCode, [String; 3])> {
    let home = quick_folder();
    let point = |number: u32, more: &str| format!("<trkpt lat='55.{number:04}' lon='21'>{more}</trkpt>\n");
    let points = |count: u32, more: &str| (10..10 + count).map(|number| point(number, more)).collect::<String>();
    let track = |inside: &str| format!("<trk><trkseg>{}{inside}</trkseg></trk>", point(1, ""));
    let dot = "<trk><trkseg><trkpt lat='55' lon='21'/></trkseg></trk>";
    // In the middle of a walk so many positions of another town.
    let astray = |count: u32| -> String {
        let at = |second: u32| {
            let degrees = if (3 * count..4 * count).contains(&second) { 54 } else { 55 };
            let (hour, minute) = (second / 3_600, second / 60 % 60);
            let time = format!("2026-06-01T{:02}:{minute:02}:{:02}Z", 8 + hour, second % 60);
            format!("<trkpt lat='{degrees}.{:05}' lon='21'><time>{time}</time></trkpt>\n", second)
        };
        (0..8 * count).map(at).collect()
    };
    let mut told = Vec::new();
    for count in [1, 2, 21, 110] {
        let many = usize::try_from(count).expect("few");
        let files = [
            ("heights.gpx", track(&points(count, "<ele>x</ele>"))),
            ("times.gpx", track(&points(count, "<time>x</time>"))),
            ("astray.gpx", format!("<trk><trkseg>{}</trkseg></trk>", astray(count))),
            ("misplaced.gpx", track(&points(2, "")) + &"<rtept lat='55' lon='21'/>".repeat(many)),
            ("twice.gpx", track(&points(2, "")) + &track(&points(3, "")).repeat(many + 1)),
            ("spikes.gpx", track(&("<trkpt lat='54' lon='21'><ele>1</ele></trkpt><trkpt lat='54.0001' lon='21'><ele>900</ele></trkpt><trkpt lat='54.0002' lon='21'><ele>1</ele></trkpt>".repeat(many)))),
            ("dots.gpx", track(&points(2, "")) + &dot.repeat(many)),
            ("many.gpx", tracks(200 + count)),
            ("form.gpx", track(&points(2, ""))),
            ("positions.gpx", track(&(points(2, "") + &"<trkpt lat='x' lon='21'/>".repeat(many)))),
            ("cut-off.gpx", track(&points(2, "")) + "<trk><name>"),
            ("broken.gpx", track(&points(2, "")) + &"</oops>".repeat(many)),
            ("letters.gpx", track(&points(2, "")) + "<wpt lat='55' lon='21'><name>Ni~da</name></wpt>"),
            ("trailing.gpx", track(&points(2, "")) + "</gpx>and more<gpx>"),
        ];
        let folder = home.path().join(format!("Kopos {count}"));
        fs::create_dir(&folder).expect("makes");
        for (number, (name, inside)) in (30..).zip(files) {
            // Each another way.
            let inside = inside.replace("lon='21'", &format!("lon='{number}'"));
            let namespace = if name == "form.gpx" { "" } else { " xmlns='http://www.topografix.com/GPX/1/1'" };
            let text = format!("<gpx version='1.1'{namespace}>{inside}</gpx>");
            let text = text.replace("<gpx></gpx>", "").replace("<name></gpx>", "<name>");
            // What stands for a byte that is no letter.
            let bytes: Vec<u8> = text.bytes().map(|byte| if byte == b'~' { 0xFF } else { byte }).collect();
            fs::write(folder.join(name), bytes).expect("writes");
        }
        for number in 0..count {
            fs::write(folder.join(format!("{number}.jpg")), "x").expect("writes");
        }
        let mut library = Library::open(&home.path().join(format!("library {count}")), MORNING_MS).expect("opens");
        let imported = library.import(&folder, MORNING_MS).expect("the disk is sound");
        assert!(imported.refused.is_empty(), "{:?}", imported.refused);
        for remark in imported.remarks.first() {
            let caveats = LANGUAGES.map(|language| Caveat::of_import(remark, language));
            assert!(caveats.iter().all(|caveat| !caveat.detail.is_empty() && caveat.code == caveats[0].code));
            told.push((caveats[0].code, caveats.map(|caveat| caveat.text)));
        }
    }
    told.sort_by_key(|one| one.0);
    told.dedup();
    told
}

/// So many tracks, each of its own.
fn tracks(count: u32) -> String {
    let track = |number: u32| {
        let points = [0, 1].map(|point| format!("<trkpt lat='56.{number:03}{point}' lon='21'/>"));
        format!("<trk><trkseg>{}</trkseg></trk>", points.concat())
    };
    (0..count).map(track).collect()
}

#[test]
fn every_caveat_reads_well() {
    let mut read = String::new();
    let told = caveats();
    for code in CaveatCode::ALL {
        let texts: Vec<_> = told.iter().filter(|(of, _)| of == code).map(|(_, texts)| texts).collect();
        assert!(!texts.is_empty(), "{code}");
        read += &format!("{code}\n");
        for texts in texts {
            for (language, text) in LANGUAGES.iter().zip(texts) {
                assert!(text.ends_with('.') && !text.contains(['/', '`', '{', '$', '!', '\n', '"']), "{text}");
                assert!(!text.contains("  ") && text.chars().count() <= 260, "{text}");
                read += &format!("    {language}  {text}\n");
            }
        }
    }
    insta::assert_snapshot!(read);
}
