//! A GPX file: the same however its bytes come, the same when written and read again, and what can be followed of it is
//! followed.

use std::io::{self, Read};

use route_guide_core::errors::Complaint;
use route_guide_core::gpx::{
    self, At, Gpx, GpxError, Limits, Oddity, Profile, RecordedFix, RecordedRide, RideExport, Warnings, export_ride,
};
use route_guide_core::guidance::{Course, Guide, Settings};
use route_guide_core::model::{Language, Mode};

/// No file of more bytes is tried: what a long one costs is measured elsewhere.
const LONGEST: usize = 1 << 20;
/// So many fixes of a ride are followed.
const FOLLOWED: usize = 100;

/// A GPX file in any state.
pub fn gpx(bytes: &[u8]) {
    let bytes = &bytes[..bytes.len().min(LONGEST)];
    let whole = gpx::read(bytes, &Limits::phone());
    same(&whole, &gpx::read(Pieces { rest: bytes, sizes: 0 }, &Limits::phone()));
    match whole {
        Err(error) => told(&error),
        Ok(read) => {
            written_and_read(&read);
            followed(&read);
            if let Some(ride) = gpx::recorded_ride(&read) {
                recorded_and_read(&ride);
            }
        }
    }
}

/// Hands out a file in pieces of odd sizes.
struct Pieces<'b> {
    rest: &'b [u8],
    sizes: usize,
}

impl Read for Pieces<'_> {
    fn read(&mut self, into: &mut [u8]) -> io::Result<usize> {
        const SIZES: [usize; 6] = [1, 3, 2, 7, 61, 400];
        let most = SIZES[self.sizes % SIZES.len()].min(into.len());
        self.sizes += 1;
        self.rest.read(&mut into[..most])
    }
}

fn same(one: &Result<Gpx, GpxError>, other: &Result<Gpx, GpxError>) {
    match (one, other) {
        (Ok(one), Ok(other)) => assert_eq!(one, other, "what is read hangs on how the bytes come"),
        (Err(one), Err(other)) => {
            assert_eq!(one.to_string(), other.to_string(), "what is told hangs on how the bytes come");
        }
        _ => panic!("whether it is read hangs on how the bytes come: {one:?}\n{other:?}"),
    }
}

fn told(error: &GpxError) {
    assert!(error.at.line > 0 && error.at.column > 0, "{error}");
    for language in [Language::LT, Language::EN, Language::DE] {
        assert!(!Complaint::of_gpx(error, language).text.is_empty(), "{error}");
    }
}

fn written_and_read(read: &Gpx) {
    let mut written = Vec::new();
    gpx::write(read, &mut written).expect("writes");
    match gpx::read(&written[..], &Limits::default()) {
        // Where points that lie elsewhere are gone, others may show for what they are; that is told.
        Ok(again) if has_points_astray(&again) => assert!(again.track_points() < read.track_points()),
        Ok(mut again) => {
            // One that says nothing of itself is written as it should be.
            if read.root.creator.is_none() && read.root.version == again.root.version {
                again.root = read.root.clone();
            }
            assert_eq!(content(read), content(&again), "{}", String::from_utf8_lossy(&written));
        }
        Err(error) => panic!("what was written is refused: {error}\n{}", String::from_utf8_lossy(&written)),
    }
}

fn has_points_astray(gpx: &Gpx) -> bool {
    gpx.warnings.first().iter().any(|warning| matches!(warning.oddity, Oddity::Astray { .. }))
}

/// A document without where its parts stood and what was odd.
fn content(gpx: &Gpx) -> Gpx {
    let nowhere = At { line: 0, column: 0 };
    let mut gpx = Gpx { warnings: Warnings::default(), ..gpx.clone() };
    gpx.tracks.iter_mut().for_each(|track| track.at = nowhere);
    gpx.routes.iter_mut().for_each(|route| route.at = nowhere);
    gpx
}

fn followed(read: &Gpx) {
    let ride = gpx::ride(read);
    let Ok(part) = gpx::whole(read) else { return };
    let Ok(way) = part.way() else { return };
    let line = way.line;
    assert!(line.length().0.is_finite() && line.length().0 > 0.0, "a line of {:?}", line.length());
    let course = Course::of_track("", line, &way.gaps, Mode::Bike, &[]);
    let guide = Guide::new(course, Settings::in_language(Language::LT));
    let steps = ride.fixes.iter().take(FOLLOWED);
    steps.fold(guide.start(), |state, fix| guide.step(state, fix).state);
}

fn recorded_and_read(ride: &RecordedRide) {
    let how = RideExport { profile: Profile::Plain, language: Language::EN };
    let fixes = ride.fixes.iter().map(|fix| Ok::<RecordedFix, io::Error>(*fix));
    let mut written = Vec::new();
    export_ride(&ride.about, &ride.waypoints, how, fixes, &mut written).expect("writes");
    let again = gpx::read(&written[..], &Limits::default()).expect("our own file");
    let again = gpx::recorded_ride(&again).expect("our own recording");
    // As text, as what is no number is not equal to itself.
    let words = |ride: &RecordedRide| format!("{:?} {:?}", ride.waypoints, ride.fixes);
    assert_eq!(words(ride), words(&again), "{}", String::from_utf8_lossy(&written));
}
