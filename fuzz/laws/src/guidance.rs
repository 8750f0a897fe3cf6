//! A traveller who does anything: whatever the fixes, guidance goes on, can be saved and restored at any moment, and what
//! it says makes sense. Whatever was saved, it is gone on from or refused.

use std::sync::LazyLock;

use arbitrary::Arbitrary;
use route_guide_core::geometry::{Line, Metres};
use route_guide_core::guidance::{Course, Guide, GuideState, Settings, Step, Update};
use route_guide_core::model::{Fix, Language, Mode, Units};
use route_guide_tests::{MORNING_MS, at, collection};

use crate::given::given;
use crate::odd::{Moment, Number};

/// A line of some shape, with nothing on it.
fn bare(points: impl IntoIterator<Item = (f64, f64)>) -> Course {
    let points = points.into_iter().map(|(lat, lon)| at(lat, lon)).collect();
    Course::of_line(Line::new(points).expect("a line"), Mode::Walk)
}

/// A guide along each of some courses, one in each language.
static GUIDES: LazyLock<Vec<Guide>> = LazyLock::new(|| {
    let routes = collection().routes;
    let ring = (0..=36).map(|corner| {
        let angle = f64::from(corner).to_radians() * 10.0;
        (55.5 + 0.01 * angle.cos(), 21.2 + 0.018 * angle.sin())
    });
    let there_and_back = (0..20).chain((0..19).rev()).map(|step| (55.6 + f64::from(step) * 0.002, 21.3));
    let courses = [
        Course::of_route(&routes[0]),
        Course::of_route(&routes[0]).reversed(),
        Course::of_route(&routes[1]),
        bare(ring),
        bare(there_and_back),
        bare([(55.7, 21.1), (55.7005, 21.1)]),
        bare([(-16.0, 179.9), (-16.1, -179.9), (-16.0, -179.7)]),
        bare([(89.9, 0.0), (89.9, 120.0), (89.95, -120.0)]),
    ];
    let guide = |(number, course): (usize, Course)| {
        let language = [Language::LT, Language::EN, Language::DE][number % 3];
        let units = if number % 2 == 0 { Units::Metric } else { Units::Imperial };
        let stop_ahead = (number % 4 == 3).then_some(Metres(2_000.0));
        Guide::new(course, Settings { units, stop_ahead, ..Settings::in_language(language) })
    };
    courses.into_iter().enumerate().map(guide).collect()
});

/// What happens next.
#[derive(Debug, Arbitrary)]
enum Happens {
    /// The traveller goes along the line: metres forward, metres aside, after some seconds.
    Goes { metres: i16, aside: i8, seconds: u8, accuracy: u8 },
    /// The same, many times.
    GoesOn { times: u8, metres: i8, aside: i8, seconds: u8 },
    /// The phone says anything.
    Says { time: Moment, lat: Number, lon: Number, accuracy: Number, speed: Option<Number>, course: Option<Number> },
    /// The phone says something not far from here and now.
    Errs { seconds: i16, north: i16, east: i16, accuracy: Number, altitude: Option<Number> },
    /// Somebody changed what was saved and made its checksum anew.
    Tampers { at: u16, bytes: [u8; 8], count: u8 },
    /// Guidance of one course goes on along another.
    Swaps { course: u8 },
}

/// State bytes as they are where they begin as such; else a traveller on one of some courses.
pub fn guidance(bytes: &[u8]) {
    if bytes.starts_with(b"RGGS") {
        GUIDES.iter().for_each(|guide| goes_on_from(guide, bytes));
        return;
    }
    let Some(((course, happens), _shown)) = given::<(u8, Vec<Happens>)>(bytes) else { return };
    let mut traveller = Traveller::new(&GUIDES[usize::from(course) % GUIDES.len()]);
    happens.iter().take(200).for_each(|one| traveller.meets(one));
}

fn goes_on_from(guide: &Guide, bytes: &[u8]) {
    if let Ok(state) = guide.restore(bytes) {
        let mut traveller = Traveller { state, ..Traveller::new(guide) };
        traveller.is_restorable();
        for _ in 0..8 {
            traveller.meets(&Happens::Goes { metres: 50, aside: 3, seconds: 10, accuracy: 8 });
        }
    }
}

struct Traveller<'g> {
    guide: &'g Guide,
    state: GuideState,
    along: f64,
    time_ms: i64,
}

impl Traveller<'_> {
    fn new(guide: &Guide) -> Traveller<'_> {
        Traveller { guide, state: guide.start(), along: 0.0, time_ms: MORNING_MS }
    }

    fn meets(&mut self, happens: &Happens) {
        match *happens {
            Happens::Goes { metres, aside, seconds, accuracy } => {
                self.goes(f64::from(metres), f64::from(aside), i64::from(seconds), f64::from(accuracy));
            }
            Happens::GoesOn { times, metres, aside, seconds } => {
                for _ in 0..times {
                    self.goes(f64::from(metres), f64::from(aside), i64::from(seconds), 10.0);
                }
            }
            Happens::Says { time, lat, lon, accuracy, speed, course } => {
                let (speed_mps, course_deg) = (speed.map(|speed| speed.0), course.map(|course| course.0));
                let fix = Fix::of_position(time.0, lat.0, lon.0, accuracy.0);
                self.hears(&Fix { speed_mps, course_deg, ..fix });
            }
            Happens::Errs { seconds, north, east, accuracy, altitude } => {
                let here = self.here();
                let time_ms = self.time_ms.saturating_add(i64::from(seconds) * 1_000);
                let (lat, lon) = (here.0 + f64::from(north) * 1e-3, here.1 + f64::from(east) * 1e-3);
                let altitude_m = altitude.map(|altitude| altitude.0);
                self.hears(&Fix { altitude_m, ..Fix::of_position(time_ms, lat, lon, accuracy.0) });
            }
            Happens::Tampers { at, bytes, count } => {
                let mut saved = self.state.to_bytes();
                let body = saved.len() - 8;
                let new = bytes.iter().take(usize::from(count));
                saved[..body].iter_mut().skip(usize::from(at)).zip(new).for_each(|(byte, new)| *byte = *new);
                let sum = checksum(&saved[..body]);
                saved[body..].copy_from_slice(&sum.to_le_bytes());
                if let Ok(state) = self.guide.restore(&saved) {
                    assert!(state.to_bytes() == saved, "what was restored is something else");
                    self.state = state;
                }
            }
            Happens::Swaps { course } => self.guide = &GUIDES[usize::from(course) % GUIDES.len()],
        }
    }

    fn here(&self) -> (f64, f64) {
        let line = self.guide.course().line();
        let point = line.at(route_guide_core::geometry::Along(Metres(self.along.clamp(0.0, line.length().0))));
        (point.lat(), point.lon())
    }

    fn goes(&mut self, metres: f64, aside: f64, seconds: i64, accuracy: f64) {
        self.along = (self.along + metres).clamp(0.0, self.guide.course().line().length().0);
        self.time_ms += seconds * 1_000;
        let (lat, lon) = self.here();
        self.hears(&Fix::of_position(self.time_ms, lat + aside * 1e-5, lon, accuracy));
    }

    fn hears(&mut self, fix: &Fix) {
        let is_of_course = self.guide.restore(&self.state.to_bytes()).is_ok();
        let step = self.guide.step(self.state.clone(), fix);
        let again = self.guide.step(self.state.clone(), fix);
        assert_eq!(step.state.to_bytes(), again.state.to_bytes(), "the same fix comes to something else");
        assert!(is_sensible(&step), "{step:?} of {fix:?}");
        match &step.outcome {
            Ok(update) => makes_sense(update, self.guide, fix),
            Err(refused) => {
                assert!(is_text(&refused.text), "{refused:?}");
                let (then, now) = (self.guide.stops_ahead(&self.state), self.guide.stops_ahead(&step.state));
                assert!(!is_of_course || then == now, "{fix:?} was refused ({refused:?}) and moved the traveller");
            }
        }
        self.state = step.state;
        self.is_restorable();
    }

    fn is_restorable(&self) {
        let saved = self.state.to_bytes();
        assert!(saved.len() <= GuideState::MAX_BYTES, "a state of {} bytes", saved.len());
        match self.guide.restore(&saved) {
            Ok(state) => assert!(state.to_bytes() == saved, "what was restored is something else"),
            Err(error) => panic!("its own state is refused: {error}\n{:?}", self.state),
        }
    }
}

fn is_sensible(step: &Step) -> bool {
    let next = step.next_fix;
    next.after_s.is_finite() && next.after_s > 0.0 && next.accuracy.0.is_finite() && next.accuracy.0 > 0.0
}

fn makes_sense(update: &Update, guide: &Guide, fix: &Fix) {
    let end = guide.course().line().length().0;
    let matched = &update.matched;
    assert!((0.0..=end).contains(&matched.along.0.0), "{matched:?} of {fix:?}");
    assert!((0.0..=1.0).contains(&matched.confidence) && matched.cross.0.is_finite(), "{matched:?} of {fix:?}");
    if let Some(next) = &update.next_stop {
        assert!(next.ahead.0.is_finite() && next.distance.0.is_finite(), "{next:?} of {fix:?}");
    }
    if let Some(off) = &update.off_route {
        assert!(off.distance.0.is_finite() && off.distance.0 >= 0.0, "{off:?} of {fix:?}");
    }
    for cue in &update.cues {
        assert!(is_text(&cue.text) && cue.spoken.as_deref().is_none_or(is_text), "{cue:?} of {fix:?}");
    }
}

/// Whether a text has words, and nothing of a form that was not filled in.
fn is_text(text: &str) -> bool {
    !text.is_empty() && !["{", "}", "NaN", "inf"].iter().any(|odd| text.contains(odd))
}

/// FNV-1a, as at the end of a saved state.
fn checksum(bytes: &[u8]) -> u64 {
    bytes.iter().fold(0xcbf2_9ce4_8422_2325, |sum, byte| (sum ^ u64::from(*byte)).wrapping_mul(0x0100_0000_01b3))
}
