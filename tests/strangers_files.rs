//! Files that a disk, a cable, an editor or a careless program damaged, as they come into the library and are told there.
//! The inputs under `fixtures/strangers` were made for it; the laws behind them stand beside `core::gpx`.

use std::fs::{self, File};
use std::io::Write;
use std::path::{Path, PathBuf};

use route_guide_core::errors::{Caveat, CaveatCode, Complaint};
use route_guide_core::gpx::{Limits, marked_places, parts, read};
use route_guide_core::library::{Imported, Library};
use route_guide_core::model::Language;
use route_guide_tests::{MORNING_MS, quick_folder};
use tempfile::TempDir;
use zip::ZipWriter;
use zip::write::SimpleFileOptions;

fn fixture(name: &str) -> PathBuf {
    Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/fixtures/strangers")).join(name)
}

/// A new library with a file brought in.
fn brought(path: &Path) -> (TempDir, Library, Imported) {
    let folder = quick_folder();
    let mut library = Library::open(&folder.path().join("phone"), MORNING_MS).expect("opens");
    let imported = library.import(path, MORNING_MS).expect("goes on");
    (folder, library, imported)
}

fn text(name: &str) -> String {
    fs::read_to_string(fixture(name)).expect("a fixture")
}

/// What the traveller is told, with its code.
type Told = (CaveatCode, String);

/// A file brought in that holds this: the names and kilometres of the recordings, and what the traveller is told of it.
fn told(text: &str) -> (Vec<(String, String)>, Vec<Told>) {
    let folder = quick_folder();
    let path = folder.path().join("ride.gpx");
    fs::write(&path, text).expect("writes");
    let (_home, library, imported) = brought(&path);
    let recordings = imported.brought.iter().map(|id| {
        let name = library.recording(*id).expect("there").name.unwrap_or_default();
        (name, format!("{:.1}", library.tally(*id).expect("there").distance_m / 1_000.0))
    });
    let caveats = imported.remarks.first().iter().map(|remark| Caveat::of_import(remark, Language::EN));
    (recordings.collect(), caveats.map(|caveat| (caveat.code, caveat.text)).collect())
}

#[test]
fn a_broken_tag_costs_its_point_and_is_told() {
    for (name, fixes, kilometres, place) in [
        ("bad-quote-80th.gpx", 149, "7.5", "line 84, character 1"),
        ("unclosed-time-80th.gpx", 150, "7.5", "line 84, character 68"),
        ("extra-close-80th.gpx", 150, "7.5", "line 84, character 83"),
        ("unclosed-first-trkpt.gpx", 150, "7.5", "line 5, character 1"),
        ("nul-hole-512-of-middle.gpx", 143, "7.1", "line 50, character 1"),
    ] {
        let (_home, library, imported) = brought(&fixture(name));
        let [id] = imported.brought[..] else { panic!("{name}: {:?}", imported.refused) };
        let tally = library.tally(id).expect("there");
        assert_eq!(
            (tally.fixes, format!("{:.1}", tally.distance_m / 1_000.0)),
            (fixes, kilometres.to_owned()),
            "{name}"
        );
        let [remark] = imported.remarks.first() else { panic!("{name}: {:?}", imported.remarks) };
        let caveat = Caveat::of_import(remark, Language::EN);
        assert_eq!(caveat.code, CaveatCode::Broken, "{name}");
        let wanted =
            format!("is damaged in one place ({place}). What stands there was left out; everything else was imported.");
        assert!(caveat.text.ends_with(&wanted), "{}", caveat.text);
    }
}

#[test]
fn what_stands_before_a_file_and_an_angle_in_its_name_cost_nothing() {
    for (name, said) in
        [("nul-1-before.gpx", 1), ("file-nul-begin.gpx", 1), ("lt-in-name.gpx", 0), ("px-undeclared.gpx", 1)]
    {
        let (_home, library, imported) = brought(&fixture(name));
        let [id] = imported.brought[..] else { panic!("{name}: {:?}", imported.refused) };
        let fixes = library.tally(id).expect("there").fixes;
        assert_eq!(
            (fixes, imported.remarks.count()),
            (if said == 1 && name.starts_with("px") { 41 } else { 150 }, said),
            "{name}"
        );
        for remark in imported.remarks.first() {
            assert_eq!(Caveat::of_import(remark, Language::EN).code, CaveatCode::Form, "{name}");
        }
    }
}

#[test]
fn a_file_broken_in_many_places_is_told_once_with_all_of_them() {
    let broken = text("unclosed-time-80th.gpx").replace("</time></trkpt>", "</trkpt>");
    let (recordings, caveats) = told(&broken);
    assert_eq!(recordings, [("n".to_owned(), "7.5".to_owned())]);
    let [(CaveatCode::Broken, text)] = &caveats[..] else { panic!("{caveats:?}") };
    assert!(text.contains("is damaged in 150 places (first: line 4, character 68)"), "{text}");
}

#[test]
fn names_are_plain_text_wherever_they_are_shown() {
    assert_eq!(told(&text("name-html.gpx")).0, [("bold & x".to_owned(), "2.2".to_owned())]);
    for (name, place, words) in [
        ("html-esc.gpx", "Stop X", "One\n\nTwo link (http://x.lt/a)"),
        ("html-unclosed.gpx", "Stop X", "Text bold http://y.lt"),
    ] {
        let gpx = read(text(name).as_bytes(), &Limits::phone()).expect("readable");
        let marked = marked_places(&gpx, &parts(&gpx)[0]);
        assert_eq!((marked[0].name.as_str(), marked[0].words.as_str()), (place, words), "{name}");
    }
}

#[test]
fn numbers_in_the_writer_s_own_dress_come_into_the_library() {
    let (_home, library, imported) = brought(&fixture("heights-with-comma.gpx"));
    let tally = library.tally(imported.brought[0]).expect("there");
    assert_eq!(imported.remarks.count(), 0);
    assert!(tally.climb().is_some_and(|sums| sums.gain.0 > 30.0), "{:?}", tally.climb());
    let (_home, library, imported) = brought(&fixture("times-persian.gpx"));
    let tally = library.tally(imported.brought[0]).expect("there");
    assert_eq!(imported.remarks.count(), 0);
    assert!(tally.duration_ms > 600_000, "{}", tally.duration_ms);
}

#[test]
fn what_is_no_part_of_a_way_is_left_out_and_told() {
    let (recordings, caveats) = told(&text("untimed-one-point-50km-off.gpx"));
    assert_eq!(recordings, [("ride".to_owned(), "7.5".to_owned())]);
    assert_eq!(caveats.iter().map(|(code, _)| *code).collect::<Vec<_>>(), [CaveatCode::Positions]);
    assert!(caveats[0].1.contains("(line 74, character 1)"), "{}", caveats[0].1);
    let (recordings, caveats) = told(&text("rptbad.gpx"));
    assert_eq!((recordings.len(), caveats[0].0), (1, CaveatCode::Positions));
}

/// Points every 55.6 m northwards, each with what is said of its number.
fn track(lon: &str, more: impl Fn(usize) -> String) -> String {
    let point = |number: usize| {
        format!("<trkpt lat='{:.4}' lon='{lon}'>{}</trkpt>\n", 55.0 + number as f64 * 0.0005, more(number))
    };
    format!("<trk><name>{lon}</name><trkseg>{}</trkseg></trk>", (0..40).map(point).collect::<String>())
}

fn gpx(inside: &str) -> String {
    format!("<gpx version='1.1' xmlns='http://www.topografix.com/GPX/1/1'>{inside}</gpx>")
}

#[test]
fn an_equal_track_a_far_route_and_spikes_are_told_or_brought_in() {
    let plain = |_: usize| String::new();
    let (recordings, caveats) = told(&gpx(&[track("21", plain), track("22", plain), track("21", plain)].concat()));
    assert_eq!(recordings.len(), 2);
    assert_eq!(
        caveats,
        [(
            CaveatCode::Twice,
            "The file “ride.gpx” holds one track that is the same as another; it was imported only once.".to_owned()
        )]
    );
    let (recordings, caveats) = told(&gpx(&track("21", plain).repeat(3)));
    assert_eq!((recordings.len(), caveats.len(), caveats[0].0), (1, 1, CaveatCode::Twice));
    let route = "<rte><name>Far</name><rtept lat='55.3' lon='21'/><rtept lat='55.4' lon='21'/></rte>";
    let (recordings, caveats) = told(&gpx(&(route.to_owned() + &track("21", plain))));
    let names: Vec<&str> = recordings.iter().map(|(name, _)| name.as_str()).collect();
    assert_eq!((names, caveats.len()), (vec!["21", "Far"], 0));
    let spiky = |number: usize| format!("<ele>{}</ele>", if number % 10 == 5 { 900 } else { 5 });
    let (_, caveats) = told(&gpx(&track("21", spiky)));
    assert_eq!(
        caveats,
        [(
            CaveatCode::Spikes,
            "The file “ride.gpx” was imported. 4 heights in it stand out like spikes and do not count.".to_owned()
        )]
    );
}

#[test]
fn files_of_one_name_in_an_archive_are_all_brought_in() {
    let (_home, library, imported) = brought(&fixture("dup-names.zip"));
    let names = imported.brought.iter().map(|id| library.recording(*id).expect("there").name.unwrap_or_default());
    assert_eq!(names.collect::<Vec<_>>(), ["Two", "One"]);
    assert!(imported.refused.is_empty());
}

fn zip(path: &Path, files: &[(&str, &[u8])]) -> Vec<u8> {
    let mut zip = ZipWriter::new(File::create(path).expect("creates"));
    for (name, content) in files {
        zip.start_file(*name, SimpleFileOptions::default()).expect("begins");
        zip.write_all(content).expect("packs");
    }
    zip.finish().expect("packs");
    fs::read(path).expect("reads")
}

#[test]
fn an_archive_in_an_archive_says_what_to_do_and_one_that_unpacks_itself_is_read() {
    let folder = quick_folder();
    let inner = zip(&folder.path().join("inner.zip"), &[("a.gpx", text("name-html.gpx").as_bytes())]);
    let outer = folder.path().join("outer.zip");
    zip(&outer, &[("inner.zip", &inner)]);
    let (_home, _, imported) = brought(&outer);
    let reason = &imported.refused[0].reason;
    assert!(
        reason
            .to_string()
            .ends_with("there is no GPX file in it, but 1 .zip; unpack it, and bring in the archive that is in it"),
        "{reason}"
    );
    assert_eq!(Complaint::of_library(reason, Language::EN).code, "gpx.packed");
    let itself = folder.path().join("unpacks-itself.zip");
    fs::write(&itself, [b"MZ this program unpacks itself".as_slice(), &inner].concat()).expect("writes");
    assert_eq!(brought(&itself).2.brought.len(), 1);
}
