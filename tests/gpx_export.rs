//! Routes exported as GPX: what a schema, a device and a person would say to the files.
use std::process::Command;

use route_guide_core::geometry::{Along, Line, Metres, Point, Side};
use route_guide_core::gpx::{Detail, Export, ExportError, Exported, Gpx, Limits, Profile, Selection, export, read};
use route_guide_core::model::*;
use route_guide_tests::{shared, text, tool};

fn manifest() -> Manifest {
    Manifest {
        id: BundleId::new("klaipeda").expect("an id"),
        version: 1,
        published: "2026-11-23".into(),
        publisher: "Klaipėda & friends".into(),
        licence: "CC-BY-4.0".into(),
        name: text("Maršrutai", "Routes", "Routen"),
        summary: text("Du maršrutai.", "Two routes.", "Zwei Routen."),
        languages: vec![Language::LT, Language::EN, Language::DE],
        emergency: Emergency { number: PhoneNumber::everywhere(), note: Text::default(), source: None },
        attributions: vec![Attribution {
            what: "base map".into(),
            text: "© OpenStreetMap contributors".into(),
            licence: "ODbL-1.0".into(),
            url: Some("https://www.openstreetmap.org/copyright".into()),
        }],
    }
}

/// A winding line of that many vertices, north along the spit.
fn winding(vertices: usize) -> Line {
    let at = |step: usize| {
        let share = step as f64 / (vertices - 1) as f64;
        Point::new(55.3 + 0.3 * share, 21.0 + 0.01 * ((step * 7 % 13) as f64 / 13.0) + 0.05 * share).expect("valid")
    };
    Line::new((0..vertices).map(at).collect()).expect("a line")
}

/// A route of two stages, three legs and three stops.
fn route(id: &str, vertices: usize) -> Route {
    let line = winding(vertices);
    let along = |share: usize| line.along_of((vertices - 1) * share / 4);
    let stage = |name: &str, from: usize, to: usize| Stage {
        id: StageId::new(name).expect("an id"),
        name: text("Pirmoji diena: nuo Nidos iki Juodkrantės", "Day one", "Tag eins"),
        summary: text("Diena.", "A day.", "Ein Tag."),
        description: Text::default(),
        from: along(from),
        to: along(to),
    };
    let leg = |number: usize, mode: Mode, origin: Origin, from: usize, to: usize| Leg {
        id: TrackId::new(&format!("leg-{number}")).expect("an id"),
        stage: StageId::new(if number < 3 { "one" } else { "two" }).expect("an id"),
        mode,
        origin,
        accuracy: Metres(50.0),
        follows: "shore".into(),
        from: along(from),
        to: along(to),
    };
    let stop = |number: usize, stage: &str, at: usize, optional: bool| Stop {
        id: StopId::new(&format!("{id}-stop-{number}")).expect("an id"),
        stage: StageId::new(stage).expect("an id"),
        category: Category::Lighthouse,
        position: line.at(along(at)),
        accuracy: Metres(12.5),
        position_source: "OpenStreetMap".into(),
        radius: Metres(80.0),
        official: true,
        official_note: None,
        optional,
        same_place_as: None,
        unverified: vec![Unverified::Position, Unverified::Name(Language::DE)],
        name: text("Šilalės Kūlis – didžiausias riedulys", "Lighthouse <of> Nida", "Leuchtturm \u{1}Nida"),
        summary: text("Švyturys.", "A lighthouse.", "Ein Leuchtturm."),
        description: text("Aukštas.", "It is tall.", "Er ist hoch."),
        facts: vec![
            Fact { text: "tall".into(), source: Some("https://example.org/a?b=1&c=2".into()) },
            Fact { text: "old".into(), source: Some("https://example.org/a?b=1&c=2".into()) },
            Fact { text: "red".into(), source: Some("a book".into()) },
        ],
        pictures: Vec::new(),
        along: along(at),
        distance: Metres(0.0),
        side: Side::Left,
    };
    Route::new(RouteParts {
        id: RouteId::new(id).expect("an id"),
        name: text("Malonūs nuovargiai", "Pleasant weariness", "Wohlige Müdigkeit"),
        summary: text("Per neriją.", "Along the spit.", "Über die Nehrung."),
        description: text("Ilgai.", "For long.", "Lange."),
        creator: "x".into(),
        days: Some(2),
        official_length: None,
        districts: Vec::new(),
        suitability: Vec::new(),
        unverified: vec![Unverified::Stages],
        name_sources: Text::default(),
        facts: Vec::new(),
        pictures: Vec::new(),
        stages: vec![stage("one", 0, 2), stage("two", 2, 4)],
        legs: vec![
            leg(1, Mode::Bike, Origin::Digitised, 0, 1),
            leg(2, Mode::Ferry, Origin::Indicative, 1, 2),
            leg(3, Mode::Bike, Origin::Digitised, 2, 4),
        ],
        stops: vec![stop(1, "one", 1, false), stop(2, "two", 3, true), stop(3, "two", 4, false)],
        line: line.clone(),
    })
    .expect("parts that fit")
}

fn exported(
    selection: Selection<'_>,
    profile: Profile,
    language: Language,
    detail: Option<Detail>,
) -> Result<(String, Exported), ExportError> {
    let manifest = manifest();
    let how = Export { profile, language, detail, manifest: &manifest, time_ms: Some(1_779_010_200_000) };
    let mut out = Vec::new();
    let told = export(selection, &how, &mut out)?;
    Ok((String::from_utf8(out).expect("UTF-8"), told))
}

fn gpx(text: &str) -> Gpx {
    let gpx = read(text.as_bytes(), &Limits::default()).expect("our own file");
    assert_eq!(gpx.warnings.count(), 0);
    gpx
}

fn names(gpx: &Gpx) -> Vec<String> {
    gpx.waypoints.iter().filter_map(|waypoint| waypoint.children.text("name")).collect()
}

#[test]
fn a_stage_reads_well() {
    let route = route("nehrung", 9);
    let stage = StageId::new("one").expect("an id");
    let (text, _) = exported(Selection::Stage(&route, &stage), Profile::Plain, Language::EN, None).expect("written");
    insta::assert_snapshot!(text);
}

#[test]
fn the_same_input_gives_the_same_bytes() {
    let routes = [route("one", 50), route("two", 60)];
    for profile in Profile::ALL.into_iter().filter(|profile| *profile != Profile::Komoot) {
        let write = || exported(Selection::Routes(&routes), profile, Language::LT, None).expect("written").0;
        assert_eq!(write(), write());
    }
}

#[test]
fn garmin_gets_short_names_that_differ_and_ten_thousand_points() {
    let routes = [route("one", 25_000), route("two", 100)];
    let (text, told) = exported(Selection::Routes(&routes), Profile::Garmin, Language::LT, None).expect("written");
    let gpx = gpx(&text);
    let mut all = names(&gpx);
    all.extend(gpx.tracks.iter().filter_map(|track| track.name()));
    assert_eq!(all.len(), 8);
    assert!(all.iter().all(|name| name.chars().count() <= 30), "{all:?}");
    assert_eq!(all.iter().collect::<std::collections::BTreeSet<_>>().len(), 8, "{all:?}");
    assert!(gpx.waypoints.iter().all(|waypoint| waypoint.children.text("sym").as_deref() == Some("Light")));
    let points: usize = gpx.tracks[0].segments.iter().map(|segment| segment.len()).sum();
    assert!((9_000..=10_000).contains(&points), "{points}");
    assert!(told.tracks[0].tolerance > Metres::ZERO && told.tracks[0].of == 25_000);
    assert!(gpx.description().expect("said").contains("palikta taškų: "));
}

#[test]
fn osmand_gets_its_icons_colours_and_backgrounds() {
    let routes = [route("one", 50)];
    let (text, _) = exported(Selection::Routes(&routes), Profile::Osmand, Language::DE, None).expect("written");
    let gpx = gpx(&text);
    let look = |number: usize, name: &str| gpx.waypoints[number].children.find(name).map(|element| element.text());
    assert_eq!(look(0, "icon").as_deref(), Some("man_made_lighthouse"));
    assert_eq!((look(0, "background").as_deref(), look(1, "background").as_deref()), (Some("circle"), Some("square")));
    assert_eq!(look(0, "color").map(|colour| colour.len()), Some(7));
    assert_eq!(names(&gpx)[0], "Leuchtturm Nida");
}

#[test]
fn komoot_gets_one_track_in_one_piece() {
    let routes = [route("one", 50), route("two", 60)];
    let refused = exported(Selection::Routes(&routes), Profile::Komoot, Language::EN, None);
    assert!(matches!(refused, Err(ExportError::OneRoute(2))));
    let (text, _) = exported(Selection::Routes(&routes[..1]), Profile::Komoot, Language::EN, None).expect("written");
    let gpx = gpx(&text);
    assert_eq!((gpx.tracks.len(), gpx.tracks[0].segments.len(), gpx.routes.len()), (1, 1, 0));
    assert_eq!(gpx.track_points(), 50);
}

#[test]
fn a_simplified_line_keeps_stops_and_leg_ends_and_its_word() {
    let routes = [route("one", 2_001)];
    let route = &routes[0];
    for detail in [Detail::Tolerance(Metres(30.0)), Detail::Points(300)] {
        let (text, told) =
            exported(Selection::Routes(&routes), Profile::Plain, Language::EN, Some(detail)).expect("written");
        let gpx = gpx(&text);
        let track = &gpx.tracks[0];
        assert_eq!(track.segments.len(), 3);
        assert!(gpx.track_points() < 2_001);
        if let Detail::Points(most) = detail {
            assert!(gpx.track_points() <= most, "{}", gpx.track_points());
        }
        let near = |wanted: Point| {
            track.segments.iter().flat_map(|segment| segment.points()).any(|point| point.distance(wanted) < Metres(0.1))
        };
        assert!(route.stops.iter().all(|stop| near(route.line.at(stop.along))));
        assert!(route.legs.iter().all(|leg| near(route.line.at(leg.from)) && near(route.line.at(leg.to))));
        let coarse = track.line().expect("a line");
        for point in route.line.points() {
            let foot = coarse.nearest_between(point.ecef(), Along::START, coarse.end());
            assert!(foot.distance.0 <= told.tracks[0].tolerance.0 + 0.1);
        }
        assert!(gpx.description().expect("said").contains("Line simplified: at most "));
    }
}

#[test]
fn a_file_that_cannot_keep_to_the_points_asked_for_does_not_say_it_does() {
    let routes = [route("one", 9)];
    for (count, kept) in [(2, false), (2_000, true)] {
        let (text, told) =
            exported(Selection::Routes(&routes), Profile::Plain, Language::EN, Some(Detail::Points(count)))
                .expect("written");
        let gpx = gpx(&text);
        assert_eq!(told.tracks[0].written, gpx.track_points());
        assert_eq!(gpx.track_points() <= count, kept);
        assert_eq!(text.contains("Points a track, at most"), kept);
    }
}

#[test]
fn choices_that_make_no_sense_are_refused_with_the_way_out() {
    let routes = [route("one", 9)];
    let said = |selection: Selection<'_>, detail| {
        exported(selection, Profile::Plain, Language::EN, detail).expect_err("refused").to_string()
    };
    let whole = Selection::Routes(&routes);
    assert!(said(Selection::Routes(&[]), None).contains("no route to export"));
    let stage = StageId::new("nine").expect("an id");
    assert_eq!(
        said(Selection::Stage(&routes[0], &stage), None),
        "route `one` has no stage `nine`; it has `one`, `two`"
    );
    assert!(said(whole, Some(Detail::Tolerance(Metres(f64::NAN)))).contains("no tolerance"));
    assert!(said(whole, Some(Detail::Tolerance(Metres(-1.0)))).contains("no tolerance"));
    assert!(said(whole, Some(Detail::Points(1))).contains("allow 2 or more"));
}

#[test]
fn every_profile_writes_what_the_schema_wants() {
    let Some(schema) = shared("gpx-schema/gpx-1.1.xsd") else { return };
    if !tool("xmllint") {
        return;
    }
    let folder = tempfile::tempdir().expect("a folder");
    let routes = [route("one", 50), route("two", 60)];
    let stage = StageId::new("two").expect("an id");
    let mut files = Vec::new();
    for profile in Profile::ALL {
        for language in [Language::LT, Language::EN, Language::DE] {
            let whole = if profile == Profile::Komoot { &routes[..1] } else { &routes[..] };
            for (what, selection) in
                [("all", Selection::Routes(whole)), ("stage", Selection::Stage(&routes[0], &stage))]
            {
                let path = folder.path().join(format!("{}-{language}-{what}.gpx", profile.name()));
                let (text, _) = exported(selection, profile, language, Some(Detail::Points(40))).expect("written");
                std::fs::write(&path, text).expect("writable");
                files.push(path);
            }
        }
    }
    let judged = Command::new("xmllint").args(["--noout", "--schema"]).arg(schema).args(&files).output().expect("runs");
    assert!(judged.status.success(), "{}", String::from_utf8_lossy(&judged.stderr));
}
