//! A ride with a phone that does not give up.

use std::fs::File;
use std::path::Path;

use route_guide_core::gpx::{self, Limits};
use route_guide_core::guidance::Settings;
use route_guide_core::library::{Departure, Library, LibraryError, RecordingId, Start, Way};
use route_guide_core::model::{Language, RouteId};

use crate::NOW_MS;

/// How often one who is told no tries again.
const PATIENCE: usize = 1_000;

/// Rides along a route with a recording, from its start to its end, as the tool does. Tells what is not kept, goes on
/// all the same, and lets the library be looked at after each change.
///
/// # Panics
/// When there is no such ride or route, or the library never comes to itself.
pub fn ride(
    library: &mut Library,
    file: &Path,
    route: &str,
    mut refused: impl FnMut(&LibraryError),
    mut look: impl FnMut(&Library),
) {
    let track = gpx::read(File::open(file).expect("opens"), &Limits::default()).expect("is GPX");
    let fixes = gpx::ride(&track).fixes;
    let route = RouteId::new(route).expect("an id");
    let settings = Settings::in_language(Language::EN);
    let id: RecordingId = persist(&mut refused, || {
        let way = Way::Route { bundle: library.bundle_of(&route)?, route: route.clone() };
        let followed = library.followed(&way, settings)?;
        library.start_recording(&Start { time_ms: fixes[0].time_ms, followed, ..Start::default() })
    });
    look(library);
    let mut journey = persist(&mut refused, || {
        let way = Way::Route { bundle: library.bundle_of(&route)?, route: route.clone() };
        Ok(library.set_out(&way, false, Departure::Continue, settings, Some(id))?.0)
    });
    for fix in &fixes {
        match library.advance(&mut journey, fix).kept {
            Ok(_) => look(library),
            Err(error) => refused(&error),
        }
    }
    persist(&mut refused, || library.catch_up(&mut journey));
    persist(&mut refused, || library.stop_recording(id, NOW_MS));
    look(library);
}

/// Does it until it is done.
fn persist<T>(refused: &mut impl FnMut(&LibraryError), mut work: impl FnMut() -> Result<T, LibraryError>) -> T {
    for _ in 0..PATIENCE {
        match work() {
            Ok(done) => return done,
            Err(error) => refused(&error),
        }
    }
    panic!("the library never came to itself");
}
