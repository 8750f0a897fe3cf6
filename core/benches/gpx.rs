//! Reading a GPX of 200,000 points, beside the `gpx` crate; and the memory that it takes.

use std::fs::File;
use std::hint::black_box;
use std::io::{self, BufWriter, Write};

use criterion::{Criterion, Throughput, criterion_group, criterion_main};
use route_guide_core::gpx::{Item, Limits, Reader, format_time, read};

const POINTS: usize = 200_000;

/// A ride with a fix a second, as a device writes it.
fn ride(points: usize, details: &str, out: &mut impl Write) -> io::Result<()> {
    out.write_all(b"<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<gpx version=\"1.1\" creator=\"bench\" xmlns=\"http://www.topografix.com/GPX/1/1\">\n  <trk>\n    <name>ride</name>\n    <trkseg>\n")?;
    for second in 0..points {
        let (lat, lon) = (55.3 + second as f64 * 1.3e-6, 21.0 + second as f64 * 0.7e-6);
        let ele = (second % 700) as f64 * 0.3;
        let time = format_time(1_779_010_200_000 + second as i64 * 1_000).unwrap_or_default();
        write!(
            out,
            "      <trkpt lat=\"{lat:.7}\" lon=\"{lon:.7}\">\n        <ele>{ele:.1}</ele>\n        <time>{time}</time>\n{details}      </trkpt>\n"
        )?;
    }
    out.write_all(b"    </trkseg>\n  </trk>\n</gpx>\n")
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
    let mut text = Vec::new();
    let written = ride(POINTS, details, &mut text);
    assert!(written.is_ok());
    let limits = Limits::default();
    let mut group = criterion.benchmark_group(name);
    group.sample_size(10).throughput(Throughput::Bytes(text.len() as u64));
    group.bench_function("ours", |bench| bench.iter(|| read(black_box(&text[..]), &limits)));
    group.bench_function("ours, streamed", |bench| {
        bench.iter(|| {
            let mut reader = Reader::new(black_box(&text[..]), &limits);
            let mut points = 0;
            while let Ok(Some(item)) = reader.next() {
                points += usize::from(matches!(item, Item::Point(_)));
            }
            points
        });
    });
    group.bench_function("gpx crate", |bench| bench.iter(|| gpx::read(black_box(&text[..]))));
    group.finish();
}

/// Reads a file of 2,200,000 points (where growing costs most) and prints by how much the process grew, against the points' own 32 bytes.
///
/// Only where Linux tells the peak; called first, when the process is still small.
fn tell_memory() {
    let many = POINTS * 11;
    let Ok(file) = tempfile::NamedTempFile::new() else { return };
    if ride(many, "", &mut BufWriter::new(file.as_file())).is_err() {
        return;
    }
    let (Ok(input), Some(())) = (File::open(file.path()), reset_peak()) else { return };
    let Some(before) = status("VmRSS") else { return };
    let gpx = read(input, &Limits::default());
    let Some(peak) = status("VmHWM") else { return };
    let own = many * 32;
    let grown = peak.saturating_sub(before) * 1_024;
    println!("memory at its peak: {grown} bytes, {:.2} times the points' own size", grown as f64 / own as f64);
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

criterion_group!(benches, reading);
criterion_main!(benches);
