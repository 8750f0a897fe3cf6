//! A zip archive that is handed in as a backup: what it brings can be read, handed on and backed up again, and the backup
//! becomes the same elsewhere.

use std::fs::{self, File};
use std::io::{self, Write};
use std::path::Path;

use arbitrary::Arbitrary;
use route_guide_core::library::Library;
use route_guide_tests::{MORNING_MS, quick_folder};
use serde_json::{Value, json};
use zip::ZipWriter;
use zip::write::SimpleFileOptions;

use crate::files::files;
use crate::given::given;
use crate::library::{comes_back, is_handed_on, is_whole, told};
use crate::odd::{Moment, Number, Word};

/// A backup in any state: an archive as it is, files to be packed into one, or bytes that tell what stands in it.
pub fn backup_zip(bytes: &[u8]) {
    let folder = quick_folder();
    let path = folder.path().join("any.zip");
    if bytes.starts_with(b"PK") {
        fs::write(&path, bytes).expect("writes");
        return holds(&path, folder.path());
    }
    if let Some(files) = files(bytes) {
        let files = files.iter().map(|(name, content)| (name.clone(), content.to_vec()));
        pack(&path, files).expect("packs");
        return holds(&path, folder.path());
    }
    let Some((backup, _shown)) = given::<Backup>(bytes) else { return };
    pack(&path, backup.files()).expect("packs");
    holds(&path, folder.path());
}

/// What comes of the archive as a backup, and as one that brings tracks.
fn holds(path: &Path, folder: &Path) {
    restored(path, folder);
    brought_in(path, folder);
}

fn restored(path: &Path, folder: &Path) {
    let mut library = Library::open(&folder.join("restored"), MORNING_MS).expect("opens");
    if told(library.restore(path, MORNING_MS)).is_none() {
        assert!(library.recordings().expect("reads").is_empty(), "it was refused, and something of it is there");
    }
    stays(&mut library, folder);
}

/// The same archive as one that brings tracks.
fn brought_in(path: &Path, folder: &Path) {
    let mut library = Library::open(&folder.join("brought-in"), MORNING_MS).expect("opens");
    let brought = told(library.import(path, MORNING_MS)).is_some_and(|imported| !imported.brought.is_empty());
    if brought {
        fs::remove_dir_all(folder.join("elsewhere")).expect("removes");
        stays(&mut library, folder);
    }
}

fn stays(library: &mut Library, folder: &Path) {
    is_whole(library);
    is_handed_on(library, folder);
    comes_back(library, folder);
}

fn pack(path: &Path, files: impl IntoIterator<Item = (String, Vec<u8>)>) -> io::Result<()> {
    let mut zip = ZipWriter::new(File::create(path)?);
    for (name, content) in files {
        // Two of the same name are no archive.
        if zip.start_file(name, SimpleFileOptions::default()).is_ok() {
            zip.write_all(&content)?;
        }
    }
    zip.finish()?;
    Ok(())
}

/// What stands in a backup.
#[derive(Debug, Arbitrary)]
struct Backup {
    recordings: Vec<Told>,
    kept: Vec<Kept>,
    milestones: Vec<Reached>,
    standings: Vec<Placed>,
    settings: Vec<Setting>,
}

#[derive(Debug, Arbitrary)]
struct Told {
    key: Word,
    state: Word,
    origin: Word,
    name: Option<Word>,
    mode: Option<Word>,
    followed: Option<(Word, Word, Vec<Word>)>,
    started: Moment,
    ended: Option<Moment>,
    binned: Option<Moment>,
    refused: Vec<Refused>,
    missing: Vec<[u32; 2]>,
    attached: Vec<Attached>,
    /// Whether its GPX file is one of ours.
    is_ride: bool,
    /// The key in its GPX file, where that is another.
    key_there: Option<Word>,
    segments: Vec<Vec<Point>>,
}

#[derive(Debug, Arbitrary)]
struct Point {
    lat: Number,
    lon: Number,
    /// Rather near the one before than anywhere.
    near: Option<(i8, i8)>,
    height: Option<Number>,
    time: Option<Moment>,
    seconds: Option<i16>,
    accuracy: Option<Number>,
    speed: Option<Number>,
    monotonic: Option<Moment>,
    phone_time: Option<Moment>,
}

#[derive(Debug, Arbitrary)]
struct Refused {
    number: u32,
    small: Option<u8>,
    segment: u32,
    times: (Moment, Moment, Option<Moment>),
    numbers: [Number; 6],
    infinite: bool,
    reason: Word,
}

#[derive(Debug, Arbitrary)]
struct Attached {
    kind: bool,
    file: Word,
    bytes: u64,
    digest: Word,
    time: Moment,
    position: Option<(Number, Number)>,
}

#[derive(Debug, Arbitrary)]
struct Kept {
    bundle: Word,
    item: Item,
    name: Word,
    text: Option<Word>,
    time: Moment,
}

#[derive(Debug, Arbitrary)]
enum Item {
    Stop(Word),
    Route(Word),
    Place(Word),
    Any(Word),
}

#[derive(Debug, Arbitrary)]
struct Reached {
    kind: u8,
    bundle: Word,
    route: Word,
    item: Word,
    name: Word,
    time: Moment,
    position: Option<(Number, Number)>,
    recording: Option<Word>,
}

#[derive(Debug, Arbitrary)]
struct Placed {
    way: (Word, Word),
    reversed: bool,
    along: Number,
    share: Number,
    time: Moment,
    clock: (Moment, Moment, Option<Moment>),
    position: (Number, Number),
    accuracy: Number,
    guidance: Vec<u8>,
}

#[derive(Debug, Arbitrary)]
struct Setting {
    name: u8,
    value: Word,
    number: Option<Number>,
}

impl Backup {
    fn files(&self) -> Vec<(String, Vec<u8>)> {
        let mut files: Vec<(String, Vec<u8>)> = self
            .recordings
            .iter()
            .take(8)
            .enumerate()
            .map(|(number, told)| (file_of(number), told.gpx().into()))
            .collect();
        files.push(("library.json".into(), self.json().to_string().into()));
        files
    }

    fn json(&self) -> Value {
        let kept = |with_text: bool| -> Vec<Value> {
            self.kept.iter().filter(|kept| kept.text.is_some() == with_text).map(Kept::json).collect()
        };
        json!({
            "form": [1, 0],
            "settings": self.settings.iter().map(Setting::pair).collect::<serde_json::Map<String, Value>>(),
            "favourites": kept(false),
            "notes": kept(true),
            "milestones": self.milestones.iter().map(Reached::json).collect::<Vec<_>>(),
            "standings": self.standings.iter().map(Placed::json).collect::<Vec<_>>(),
            "recordings": self.recordings.iter().take(8).enumerate().map(|(number, told)| told.json(number)).collect::<Vec<_>>(),
        })
    }
}

fn file_of(number: usize) -> String {
    format!("rides/{number}.gpx")
}

fn position(position: &Option<(Number, Number)>) -> Value {
    position.map_or(Value::Null, |(lat, lon)| json!([lat.0, lon.0]))
}

fn word(word: &Option<Word>) -> Value {
    word.as_ref().map_or(Value::Null, |word| word.0.as_str().into())
}

impl Told {
    fn json(&self, number: usize) -> Value {
        let followed = self.followed.as_ref().map(|(bundle, route, names)| {
            json!({ "bundle": bundle.0, "route": route.0, "names": names.iter().map(|name| &name.0).collect::<Vec<_>>() })
        });
        json!({
            "key": self.key.0, "state": self.state.0, "origin": self.origin.0, "name": word(&self.name),
            "mode": word(&self.mode), "followed": followed, "started_ms": self.started.0,
            "ended_ms": self.ended.map(|moment| moment.0), "binned_ms": self.binned.map(|moment| moment.0),
            "file": file_of(number), "missing": self.missing,
            "refused": self.refused.iter().map(Refused::json).collect::<Vec<_>>(),
            "attachments": self.attached.iter().map(Attached::json).collect::<Vec<_>>(),
        })
    }

    fn gpx(&self) -> String {
        let (mut at, mut time) = ((55.0, 21.0), MORNING_MS);
        let mut segment = |points: &Vec<Point>| {
            let points: String = points.iter().map(|point| point.gpx(&mut at, &mut time, self.is_ride)).collect();
            format!("<trkseg>{points}</trkseg>")
        };
        let segments: String = self.segments.iter().map(&mut segment).collect();
        let key = escaped(&self.key_there.as_ref().unwrap_or(&self.key).0);
        let head = if self.is_ride {
            format!(
                "<metadata><name>{}</name><time>2026-06-01T08:00:00Z</time><extensions><rg:key>{key}</rg:key></extensions></metadata>",
                escaped(self.name.as_ref().map_or("", |name| &name.0)),
            )
        } else {
            String::new()
        };
        format!(
            "<gpx version=\"1.1\" creator=\"x\" xmlns=\"http://www.topografix.com/GPX/1/1\" xmlns:rg=\"urn:x-route-guide:recording\">{head}<trk>{segments}</trk></gpx>"
        )
    }
}

/// What XML can hold of a text.
fn escaped(text: &str) -> String {
    let kept = text.chars().filter(|one| !one.is_control());
    kept.map(|one| match one {
        '<' => "&lt;".into(),
        '&' => "&amp;".into(),
        one => one.to_string(),
    })
    .collect()
}

impl Point {
    fn gpx(&self, at: &mut (f64, f64), time: &mut i64, is_ride: bool) -> String {
        *at = match self.near {
            Some((north, east)) => (at.0 + f64::from(north) * 1e-5, at.1 + f64::from(east) * 1e-5),
            None if self.lat.0.abs() <= 90.0 && self.lon.0.abs() <= 180.0 => (self.lat.0, self.lon.0),
            None => *at,
        };
        *time = match (self.time, self.seconds) {
            (Some(Moment(moment)), None) => moment,
            (_, Some(seconds)) => time.saturating_add(i64::from(seconds) * 1_000),
            (None, None) => time.saturating_add(1_000),
        };
        let height = self.height.map(|height| format!("<ele>{}</ele>", height.0)).unwrap_or_default();
        let own = |name: &str, value: Option<String>| {
            value.map(|value| format!("<rg:{name}>{value}</rg:{name}>")).unwrap_or_default()
        };
        let own = [
            own("time", Some(time.to_string())),
            own("accuracy", self.accuracy.map(|number| number.0.to_string())),
            own("speed", self.speed.map(|number| number.0.to_string())),
            own("monotonic", self.monotonic.map(|moment| moment.0.to_string())),
            own("phoneTime", self.phone_time.map(|moment| moment.0.to_string())),
        ];
        let said =
            route_guide_core::gpx::format_time(*time).map(|time| format!("<time>{time}</time>")).unwrap_or_default();
        let own = if is_ride { format!("<extensions>{}</extensions>", own.concat()) } else { String::new() };
        format!("<trkpt lat=\"{}\" lon=\"{}\">{height}{said}{own}</trkpt>", at.0, at.1)
    }
}

impl Refused {
    fn json(&self) -> Value {
        let (time, ride, monotonic) = self.times;
        let number = |number: Number| {
            if self.infinite && number.0.is_infinite() { json!("infinite") } else { json!(number.0) }
        };
        let [lat, lon, accuracy, altitude, speed, course] = self.numbers.map(number);
        json!({
            "number": self.small.map_or(self.number, u32::from), "segment": self.segment, "ride_ms": ride.0,
            "time_ms": time.0, "monotonic_ms": monotonic.map(|moment| moment.0), "lat": lat, "lon": lon,
            "accuracy_m": accuracy, "altitude_m": altitude, "speed_mps": speed, "course_deg": course,
            "reason": self.reason.0,
        })
    }
}

impl Attached {
    fn json(&self) -> Value {
        json!({
            "kind": if self.kind { "photo" } else { "voice-note" }, "file": self.file.0, "bytes": self.bytes,
            "digest": self.digest.0, "time_ms": self.time.0, "position": position(&self.position),
        })
    }
}

impl Kept {
    fn json(&self) -> Value {
        let item = match &self.item {
            Item::Stop(id) => format!("stop/{}", id.0),
            Item::Route(id) => format!("route/{}", id.0),
            Item::Place(id) => format!("place/{}", id.0),
            Item::Any(word) => word.0.clone(),
        };
        json!({
            "bundle": self.bundle.0, "item": item, "name": self.name.0, "text": word(&self.text), "time_ms": self.time.0,
        })
    }
}

impl Reached {
    fn json(&self) -> Value {
        const KINDS: [&str; 6] = ["visited", "seen", "skipped", "stage-done", "route-done", "eaten"];
        json!({
            "kind": KINDS[usize::from(self.kind) % KINDS.len()], "bundle": self.bundle.0, "route": self.route.0,
            "item": self.item.0, "name": self.name.0, "time_ms": self.time.0, "position": position(&self.position),
            "recording": word(&self.recording),
        })
    }
}

impl Placed {
    fn json(&self) -> Value {
        let (ride, phone, monotonic) = self.clock;
        json!({
            "way": [self.way.0.0, self.way.1.0], "reversed": self.reversed, "along_m": self.along.0,
            "share": self.share.0, "time_ms": self.time.0,
            "last": {
                "clock": { "ride_ms": ride.0, "time_ms": phone.0, "monotonic_ms": monotonic.map(|moment| moment.0) },
                "lat": self.position.0.0, "lon": self.position.1.0, "accuracy_m": self.accuracy.0,
            },
            "guidance": self.guidance.iter().map(|byte| format!("{byte:02x}")).collect::<String>(),
        })
    }
}

impl Setting {
    fn pair(&self) -> (String, Value) {
        const NAMES: [&str; 9] = [
            "language",
            "units",
            "voice",
            "theme",
            "map-style",
            "bin-days",
            "off-route-alarm-m",
            "stop-ahead-m",
            "other",
        ];
        let name = NAMES[usize::from(self.name) % NAMES.len()].to_owned();
        (name, self.number.map_or_else(|| self.value.0.clone(), |number| number.0.to_string()).into())
    }
}
