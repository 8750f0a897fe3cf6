//! Sources that editors get wrong and strangers get wrong on purpose: each gives clear findings and nothing else.

use std::fs;
use std::path::Path;

use route_guide_cli::source::{self, Severity};
use route_guide_tests::{copy_folder, project};
use tempfile::TempDir;

/// A copy of the real source in which one file can be broken.
struct Broken {
    folder: TempDir,
}

impl Broken {
    fn new() -> Broken {
        let folder = TempDir::new().expect("a folder");
        copy_folder(&project("route-data"), folder.path());
        Broken { folder }
    }

    fn path(&self) -> &Path {
        self.folder.path()
    }

    fn replace(self, file: &str, what: &str, with: &str) -> Broken {
        let path = self.path().join(file);
        let text = fs::read_to_string(&path).expect("reads");
        assert!(text.contains(what), "{what} is not in {file}");
        fs::write(path, text.replacen(what, with, 1)).expect("writes");
        self
    }

    fn write(self, file: &str, bytes: &[u8]) -> Broken {
        fs::write(self.path().join(file), bytes).expect("writes");
        self
    }

    /// The errors, as an editor sees them, without the folder.
    fn errors(&self) -> Vec<String> {
        let read = source::read(self.path());
        let errors: Vec<String> = read
            .findings
            .iter()
            .filter(|finding| finding.severity == Severity::Error)
            .map(|finding| finding.render(false).replace(&format!("{}/", self.path().display()), ""))
            .collect();
        assert_eq!(
            read.collection.is_none(),
            !errors.is_empty(),
            "a collection is there just when there are no errors"
        );
        errors
    }
}

const STOP: &str = "routes/malonus-nuovargiai/stops/olando-kepure.toml";
const ROUTE: &str = "routes/malonus-nuovargiai/route.toml";
const LINE: &str = "routes/malonus-nuovargiai/line.gpx";

#[test]
fn the_real_source_has_no_errors() {
    assert!(Broken::new().errors().is_empty());
}

#[test]
fn each_mistake_is_told_with_its_line_and_the_way_out() {
    let mistakes = [
        Broken::new().replace(STOP, "lat = 55.79593", "lat = 95.79593"),
        Broken::new().replace(STOP, "lat = 55.79593", "lat = 55.89593"),
        Broken::new().replace(STOP, "lat = 55.79593", "lat = \"55.79593\""),
        Broken::new().replace(STOP, "category = \"viewpoint\"", "category = \"view\""),
        Broken::new().replace(STOP, "id = \"olando-kepure\"", "id = \"olando_kepurė\""),
        Broken::new().replace(STOP, "accuracy_m = 250", "accuracy_m = nan"),
        Broken::new().replace(STOP, "[summary]\nlt = ", "[summary]\nll = "),
        Broken::new().replace(STOP, "official = true", "offical = true"),
        Broken::new().replace(STOP, "[[fact]]", "[[picture]]\nfile = \"../../../../etc/passwd\"\n[picture.caption]\nlt = \"x\"\nen = \"x\"\nde = \"x\"\n[[fact]]"),
        Broken::new().replace(STOP, "[[fact]]", "[[picture]]\nfile = \"olando-kepure.toml\"\n[picture.caption]\nlt = \"x\"\nen = \"x\"\nde = \"x\"\n[[fact]]"),
        Broken::new().replace(ROUTE, "mode = \"bike\"", "mode = \"bicycle\""),
        Broken::new().replace(ROUTE, "track = \"1b-", "track = \"1x-"),
        Broken::new().replace(ROUTE, "\"karkle\"", "\"karkles\""),
        Broken::new().replace(LINE, "lat=\"55.920020\"", "lat=\"155.920020\""),
        Broken::new().replace(LINE, "</trk>", "</trkseg>"),
        Broken::new().replace("collection.toml", "published = \"2026-11-23\"", "published = \"23.11.2026\""),
        Broken::new().replace("collection.toml", "basemap/land.geojson", "../land.geojson"),
        Broken::new().write("basemap/land.geojson", b"{\"type\":\"FeatureCollection\",\"features\":[{\"type\":\"Feature\",\"properties\":{},\"geometry\":{\"type\":\"Polygon\",\"coordinates\":[[[0,91],[0,0],[1,1],[0,91]]]}}]}"),
        Broken::new().write("places.toml", b"\xff\xfe"),
    ];
    let told: Vec<String> = mistakes
        .iter()
        .map(|broken| {
            let errors = broken.errors();
            assert!(!errors.is_empty());
            errors[0].clone()
        })
        .collect();
    insta::assert_snapshot!(told.join("\n\n"));
}

#[test]
fn an_empty_folder_is_told_to_be_one() {
    let folder = TempDir::new().expect("a folder");
    let read = source::read(folder.path());
    assert!(read.collection.is_none());
    assert!(read.findings[0].what.contains("collection.toml"), "{}", read.findings[0].what);
}

#[test]
fn a_file_cut_off_anywhere_gives_findings_and_no_panic() {
    for file in ["collection.toml", "places.toml", STOP, ROUTE, LINE, "basemap/borders.geojson"] {
        let broken = Broken::new();
        let whole = fs::read(broken.path().join(file)).expect("reads");
        let step = (whole.len() / 12).max(1);
        for end in (0..whole.len() - 1).step_by(step) {
            fs::write(broken.path().join(file), &whole[..end]).expect("writes");
            broken.errors();
        }
    }
}

#[test]
fn one_mistake_does_not_hide_another() {
    let broken = Broken::new()
        .replace("collection.toml", "published = \"2026-11-23\"", "published = \"23.11.2026\"")
        .replace(ROUTE, "mode = \"bike\"", "mode = \"bicycle\"")
        .replace("routes/antgamtiniai-peizazai/stops/apuoles-piliakalnis.toml", "[summary]\nlt = ", "[summary]\nll = ");
    let errors = broken.errors().join("\n");
    for mistake in ["`23.11.2026` is no day", "`bicycle` is no mode", "the summary is missing in `lt`"] {
        assert!(errors.contains(mistake), "{mistake} in\n{errors}");
    }
}

#[test]
fn what_an_editor_should_look_at_is_a_warning() {
    let broken = Broken::new()
        .replace(STOP, "\nsource = ", "\n# source = ")
        .replace(STOP, "[summary]\nlt = \"", &format!("[summary]\nlt = \"{}", "Labai ilgai. ".repeat(20)))
        .replace("routes/malonus-nuovargiai/stops/karkle.toml", "lat = 55.809796", "lat = 55.82")
        .write("routes/malonus-nuovargiai/stops/forgotten.toml", b"id = \"forgotten\"")
        .write("routes/malonus-nuovargiai/stops/forgotten.jpg", b"");
    let read = source::read(broken.path());
    assert!(read.collection.is_some());
    let told: String = read.findings.iter().map(|finding| finding.render(false)).collect();
    for warning in [
        "a fact without a source",
        "the summary in `lt` has",
        "stop `karkle` lies",
        "the stop is in no stage",
        "no stop shows this file",
        "is only indicative",
    ] {
        assert!(told.contains(warning), "{warning} in\n{told}");
    }
}

#[test]
fn a_text_that_no_screen_can_show_or_no_bundle_takes_is_refused() {
    let commands = Broken::new().replace(STOP, "category = \"viewpoint\"", "category = \"\\u001b[31mviewpoint\"");
    let told = commands.errors().join("\n");
    assert!(told.contains("U+001B") && !told.contains('\u{1b}'), "{told}");
    let endless = Broken::new().replace(STOP, "[name]\nlt = \"", &format!("[name]\nlt = \"{}", "ą".repeat(40_000)));
    assert!(endless.errors()[0].contains("bytes long, a bundle takes 65536"), "{}", endless.errors()[0]);
}

/// What lies elsewhere on the editor's machine is neither quoted nor packed, whichever file or folder is a link to it.
#[cfg(unix)]
#[test]
fn links_that_lead_out_of_the_source_are_refused() {
    use std::os::unix::fs::symlink;

    let elsewhere = TempDir::new().expect("a folder");
    let secret = elsewhere.path().join("secret");
    fs::write(&secret, "password = hunter2\n<gpx><trk>hunter2").expect("writes");
    fs::create_dir(elsewhere.path().join("stops")).expect("makes");
    fs::write(elsewhere.path().join("stops/hunter2.toml"), "hunter2").expect("writes");
    let stops = Path::new(STOP).parent().and_then(Path::to_str).expect("a folder");
    let pictures = "[[picture]]\nfile = \"a.jpg\"\nauthor = \"x\"\nlicence = \"x\"\n[picture.caption]\nlt = \"x\"\nen = \"x\"\nde = \"x\"\n[[fact]]";
    let picture = format!("{stops}/a.jpg");
    for file in ["collection.toml", "places.toml", ROUTE, STOP, LINE, "basemap/land.geojson", &picture, stops, "routes"]
    {
        let broken = if file == picture { Broken::new().replace(STOP, "[[fact]]", pictures) } else { Broken::new() };
        let place = broken.path().join(file);
        let to = if place.is_dir() {
            fs::rename(&place, elsewhere.path().join("was")).expect("moves");
            elsewhere.path().join("stops")
        } else {
            let _ = fs::remove_file(&place);
            secret.clone()
        };
        symlink(to, &place).expect("links");
        let read = source::read(broken.path());
        let told: Vec<String> = read.findings.iter().map(|finding| finding.render(false)).collect();
        let told = told.join("\n");
        assert!(read.collection.is_none() && !told.contains("hunter2"), "{file}: {told}");
        if !place.is_dir() {
            assert!(
                told.contains("it is a link that leads out of the source; copy the file into the source"),
                "{told}"
            );
        }
        let _ = fs::remove_dir_all(elsewhere.path().join("was"));
    }
    // Within the source a link is as good as a file, and so is one to the source itself.
    let linked = Broken::new();
    fs::rename(linked.path().join("places.toml"), linked.path().join("places-2026.toml")).expect("moves");
    symlink("places-2026.toml", linked.path().join("places.toml")).expect("links");
    assert!(linked.errors().is_empty());
    let source_itself = elsewhere.path().join("source");
    symlink(linked.path(), &source_itself).expect("links");
    assert!(source::read(&source_itself).collection.is_some());
}

#[test]
fn what_phones_and_libraries_would_refuse_is_not_packed() {
    for (file, what, with, told) in [
        ("collection.toml", "number = \"112\"", "number = \"*21*900#\"", "`*21*900#` is no telephone number"),
        ("places.toml", "phone = \"+370 46 412186\"", "phone = \"tel:112\"", "`tel:112` is no telephone number"),
        (
            "places.toml",
            "mobile = \"+370 687 52051\"",
            "mobile = \"see the web\"",
            "`see the web` is no telephone number",
        ),
        (
            "collection.toml",
            "url = \"https://www.openstreetmap.org/copyright\"",
            "url = \"javascript:x\"",
            "`javascript:x` is no address",
        ),
        (
            "collection.toml",
            "version = ",
            "version = 100000000 #",
            "no library takes version 100000000, at most 99999999",
        ),
    ] {
        let errors = Broken::new().replace(file, what, with).errors();
        assert!(errors.len() == 1 && errors[0].contains(told), "{errors:?}");
    }
}

#[cfg(unix)]
#[test]
fn a_pipe_or_a_device_in_place_of_a_file_is_not_read() {
    let broken = Broken::new();
    fs::remove_file(broken.path().join(STOP)).expect("removes");
    std::os::unix::fs::symlink("/dev/zero", broken.path().join(STOP)).expect("links");
    assert!(broken.errors()[0].contains("it is no ordinary file"), "{}", broken.errors()[0]);
}

#[test]
fn a_stop_listed_out_of_order_or_in_another_stage_is_told_where_it_is_listed() {
    let order = Broken::new().replace(
        ROUTE,
        "    \"karkle\",\n    \"olando-kepure\",\n",
        "    \"olando-kepure\",\n    \"karkle\",\n",
    );
    let told = order.errors().join("\n");
    assert!(told.contains("route.toml:102:5") && told.contains("does not meet stop `karkle` in this order"), "{told}");
    let stage = Broken::new().replace(ROUTE, "    \"karkle\",\n", "").replace(
        ROUTE,
        "    \"nidos-prieplauka\",\n",
        "    \"karkle\",\n    \"nidos-prieplauka\",\n",
    );
    let told = stage.errors().join("\n");
    assert!(told.contains("the line meets stop `karkle` at 12.7 km, outside stage"), "{told}");
}
