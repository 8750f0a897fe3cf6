//! Reading a GPX of 200,000 points, beside the `gpx` crate, and the memory that it takes; writing a day's ride and
//! reading it back.

use std::hint::black_box;
use std::io::{self, Read};
use std::time::Instant;

use criterion::{Criterion, Throughput, criterion_group, criterion_main};
use route_guide_core::gpx::{
    Gpx, Item, Limits, Profile, Reader, RecordedFix, RideAbout, RideExport, export_ride, format_time, read,
    recorded_ride,
};
use route_guide_core::model::{Fix, Language};

const POINTS: usize = 200_000;

const BEGIN: &str = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<gpx version=\"1.1\" creator=\"bench\" xmlns=\"http://www.topografix.com/GPX/1/1\" xmlns:t=\"http://www.garmin.com/xmlschemas/TrackPointExtension/v1\">\n  <trk>\n    <name>ride</name>\n    <trkseg>\n";
const END: &str = "    </trkseg>\n  </trk>\n</gpx>\n";

/// A point a second after the one before, as a device writes it.
fn point(second: usize, details: &str) -> String {
    let (lat, lon) = (55.3 + second as f64 * 1.3e-6, 21.0 + second as f64 * 0.7e-6);
    let ele = (second % 700) as f64 * 0.3;
    let time = format_time(1_779_010_200_000 + second as i64 * 1_000).unwrap_or_default();
    format!(
        "      <trkpt lat=\"{lat:.7}\" lon=\"{lon:.7}\">\n        <ele>{ele:.1}</ele>\n        <time>{time}</time>\n{details}      </trkpt>\n"
    )
}

/// A ride that is written while it is read, so that it takes no room itself.
struct Endless {
    second: usize,
    points: usize,
    written: Vec<u8>,
}

impl Read for Endless {
    fn read(&mut self, into: &mut [u8]) -> io::Result<usize> {
        while self.written.len() < into.len() && self.second <= self.points {
            let next = if self.second < self.points { point(self.second, "") } else { END.to_owned() };
            self.written.extend_from_slice(next.as_bytes());
            self.second += 1;
        }
        let count = self.written.len().min(into.len());
        into[..count].copy_from_slice(&self.written[..count]);
        self.written.drain(..count);
        Ok(count)
    }
}

/// What a watch adds to each point, so that it cannot be read the short way.
const HEART_RATE: &str =
    "        <extensions><t:TrackPointExtension><t:hr>97</t:hr></t:TrackPointExtension></extensions>\n";

fn reading(criterion: &mut Criterion) {
    tell_memory();
    compare(criterion, "read 200,000 points", "");
    compare(criterion, "read 200,000 points with heart rate", HEART_RATE);
}

fn compare(criterion: &mut Criterion, name: &str, details: &str) {
    let mut text = BEGIN.to_owned();
    text.extend((0..POINTS).map(|second| point(second, details)));
    text.push_str(END);
    let limits = Limits::default();
    let mut group = criterion.benchmark_group(name);
    group.sample_size(10).throughput(Throughput::Bytes(text.len() as u64));
    group.bench_function("ours", |bench| bench.iter(|| read(black_box(text.as_bytes()), &limits)));
    group.bench_function("ours, streamed", |bench| {
        bench.iter(|| {
            let mut reader = Reader::new(black_box(text.as_bytes()), &limits);
            let mut points = 0;
            while let Ok(Some(item)) = reader.next() {
                points += usize::from(matches!(item, Item::Point(_)));
            }
            points
        });
    });
    group.bench_function("gpx crate", |bench| bench.iter(|| gpx::read(black_box(text.as_bytes()))));
    group.finish();
}

/// Reads ten million points and prints by how much the process grew, against the points' own 32 bytes.
///
/// Only where Linux tells the peak; called first, when the process is still small.
fn tell_memory() {
    let (many, Some(())) = (POINTS * 50, reset_peak()) else { return };
    let Some(before) = status("VmRSS") else { return };
    let began = Instant::now();
    let gpx = read(Endless { second: 0, points: many, written: BEGIN.into() }, &Limits::default());
    let (seconds, Some(peak)) = (began.elapsed().as_secs_f64(), status("VmHWM")) else { return };
    let read = gpx.as_ref().map(Gpx::track_points).unwrap_or_default();
    let grown = peak.saturating_sub(before) * 1_024;
    println!(
        "{read} points written and read in {seconds:.1} s; at the peak {grown} bytes, {:.2} times the points' own size",
        grown as f64 / (many * 32) as f64
    );
    drop(black_box(gpx));
}

fn reset_peak() -> Option<()> {
    std::fs::write("/proc/self/clear_refs", "5").ok()
}

/// A line of the process's status, in KiB.
fn status(name: &str) -> Option<usize> {
    let text = std::fs::read_to_string("/proc/self/status").ok()?;
    text.lines().find_map(|line| line.strip_prefix(name)?.strip_prefix(':')?.trim().strip_suffix(" kB")?.parse().ok())
}

/// A day of a fix a second.
const DAY: i64 = 86_400;

fn riding(criterion: &mut Criterion) {
    // As far off as a receiver is, up to some metres, in no order.
    let off = |second: i64, seed: u64| {
        let mixed = (second as u64 ^ seed << 40).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        ((mixed ^ mixed >> 29).wrapping_mul(0x94D0_49BB_1331_11EB) >> 40) % 1_000
    };
    let fix = |second: i64| Fix {
        time_ms: 1_779_010_200_000 + second * 1_000,
        monotonic_ms: Some(second * 1_000),
        lat: 55.3 + second as f64 * 1.3e-6 + off(second, 1) as f64 * 3e-8,
        lon: 21.0 + second as f64 * 0.7e-6 + off(second, 2) as f64 * 5e-8,
        accuracy_m: 4.75,
        altitude_m: Some((second % 700) as f64 * 0.3),
        speed_mps: Some(f64::from((second % 31) as f32 * 0.17)),
        course_deg: Some(f64::from((second % 360) as f32 * 0.99)),
    };
    let fixes = || (0..DAY).map(|second| RecordedFix { segment: 0, steady_ms: fix(second).time_ms, fix: fix(second) });
    let about = RideAbout {
        key: "day".into(),
        name: "A day".into(),
        description: None,
        followed: Vec::new(),
        started_ms: fix(0).time_ms,
        mode: None,
    };
    let mut out = Vec::new();
    let mut group = criterion.benchmark_group("a ride of 86,400 fixes");
    group.sample_size(10);
    for profile in Profile::ALL {
        group.bench_function(format!("write, {}", profile.name()), |bench| {
            bench.iter(|| {
                out.clear();
                let how = RideExport { profile, language: Language::EN };
                export_ride::<io::Error>(&about, &[], how, fixes().map(Ok), &mut out)
            });
        });
        println!("{}: {} bytes", profile.name(), out.len());
        if profile == Profile::Plain {
            let limits = Limits::phone();
            group.bench_function("read back", |bench| {
                bench.iter(|| read(black_box(&out[..]), &limits).map(|gpx| recorded_ride(&gpx)));
            });
        }
    }
    group.finish();
}

criterion_group!(benches, riding, reading);
criterion_main!(benches);
