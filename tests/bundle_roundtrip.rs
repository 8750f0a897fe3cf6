//! Whatever a collection holds, the bundle gives it back, to the last bit.

use std::collections::BTreeSet;

use proptest::collection::{btree_map, vec};
use proptest::option::of;
use proptest::prelude::*;
use proptest::sample::{select, subsequence};
use route_guide_core::bundle::{self, Bundle};
use route_guide_core::geometry::{Along, Line, Metres, Point, Side};
use route_guide_core::model::{
    Attribution, BaseFeature, BaseLayer, BaseLayerKind, BundleId, Category, Collection, Emergency, Fact, Language, Leg,
    Manifest, Mode, Origin, PhoneNumber, Picture, PictureId, Place, PlaceId, PlaceKind, Rendition, Route, RouteId,
    RouteParts, Shape, Size, Stage, StageId, Stop, StopId, Text, TrackId, Unverified,
};
use route_guide_tests::jpeg;
use tempfile::TempDir;

proptest! {
    #![proptest_config(ProptestConfig { cases: 48, ..ProptestConfig::default() })]

    #[test]
    fn a_bundle_gives_back_what_was_packed(collection in collections()) {
        let folder = TempDir::new().expect("a folder");
        let path = folder.path().join("any.gpkg");
        bundle::write(&collection, &path).expect("packs");
        let bundle = Bundle::open(&path).expect("opens");
        prop_assert_eq!(bundle.collection().expect("reads"), collection);
        prop_assert_eq!(std::fs::read_dir(folder.path()).expect("lists").count(), 1);
    }
}

fn collections() -> impl Strategy<Value = Collection> {
    let routes = vec(route_parts(), 0..3);
    (manifest(), routes, vec(place(), 0..4), base_map(), subsequence(Size::ALL.to_vec(), 0..=3)).prop_map(
        |(manifest, routes, mut places, base_map, sizes)| {
            let routes: Vec<Route> =
                routes.into_iter().enumerate().map(|(number, parts)| route(number, parts)).collect();
            for (number, place) in places.iter_mut().enumerate() {
                place.id = PlaceId::new(&format!("place-{number}")).expect("an id");
            }
            let of_stops = routes.iter().flat_map(|route| &route.stops).flat_map(|stop| &stop.pictures);
            let used: BTreeSet<&PictureId> =
                routes.iter().flat_map(|route| &route.pictures).chain(of_stops).map(|picture| &picture.id).collect();
            let renditions = used.iter().flat_map(|id| sizes.iter().map(|size| rendition(id, *size))).collect();
            Collection { manifest, routes, places, base_map, renditions }
        },
    )
}

/// Ids are unique in a bundle: they are numbered here.
fn route(number: usize, mut parts: RouteParts) -> Route {
    parts.id = RouteId::new(&format!("route-{number}")).expect("an id");
    for (place, stop) in parts.stops.iter_mut().enumerate() {
        stop.id = StopId::new(&format!("stop-{number}-{place}")).expect("an id");
    }
    Route::new(parts).expect("fits together")
}

fn rendition(picture: &PictureId, size: Size) -> Rendition {
    let bytes = jpeg(size.pixels(), 1, format!("{picture} as {size}").as_bytes());
    Rendition {
        picture: picture.clone(),
        size,
        media_type: "image/jpeg".into(),
        width: size.pixels(),
        height: 1,
        bytes,
    }
}

fn words() -> impl Strategy<Value = String> {
    prop_oneof![Just(String::new()), "\\PC{1,30}", "[ąčęėįšųūžäöüß„“'\"\\x00-\\x1f]{1,20}"]
}

fn languages() -> impl Strategy<Value = Language> {
    prop_oneof![Just(Language::LT), Just(Language::EN), Just(Language::DE), Just(Language::new("lav").expect("a code"))]
}

fn texts() -> impl Strategy<Value = Text> {
    btree_map(languages(), words(), 0..4).prop_map(|texts| texts.into_iter().collect())
}

fn facts() -> impl Strategy<Value = Vec<Fact>> {
    vec((words(), of(words())).prop_map(|(text, source)| Fact { text, source }), 0..3)
}

fn marks() -> impl Strategy<Value = Vec<Unverified>> {
    let marks = [Unverified::Position, Unverified::Stages, Unverified::Modes, Unverified::Phone, Unverified::Use];
    let named = languages()
        .prop_flat_map(|language| select(vec![Unverified::Name(language), Unverified::FormerName(language)]));
    vec(prop_oneof![select(marks.to_vec()), named], 0..3)
}

/// What is told of a picture depends on its id alone, as it must.
fn pictures() -> impl Strategy<Value = Vec<Picture>> {
    let picture = (0..4_u8).prop_map(|number| Picture {
        id: PictureId::new(&format!("picture-{number}")).expect("an id"),
        author: format!("author {number}"),
        licence: "CC0-1.0".into(),
        source: (number % 2 == 0).then(|| "an attic".into()),
        caption: (0..number).zip([Language::DE, Language::EN, Language::LT]).map(|(_, code)| (code, "…")).collect(),
    });
    vec(picture, 0..3)
}

fn lengths() -> impl Strategy<Value = Metres> {
    prop_oneof![Just(0.0), Just(5e-324), Just(25.0), 0.0..1e9_f64].prop_map(Metres)
}

fn points() -> impl Strategy<Value = Point> {
    let any = (-90.0..=90.0_f64, -180.0..=180.0_f64);
    let odd = select(vec![(90.0, 180.0), (-90.0, -180.0), (0.0, 0.0), (55.7, 21.1)]);
    prop_oneof![3 => any, 1 => odd].prop_map(|(lat, lon)| Point::new(lat, lon).expect("on the earth"))
}

fn lines() -> impl Strategy<Value = Line> {
    let steps = vec((-0.01..0.01_f64, -0.01..0.01_f64, -400.0..8000.0_f64), 1..30);
    ((-80.0..80.0_f64, -180.0..180.0_f64), steps, any::<bool>()).prop_filter_map(
        "has length",
        |(start, steps, high)| {
            let (mut lat, mut lon) = start;
            let mut points = vec![Point::new(lat, lon).ok()?];
            let mut heights = vec![0.1];
            for (north, east, height) in steps {
                (lat, lon) = (lat + north, (lon + east + 540.0).rem_euclid(360.0) - 180.0);
                points.push(Point::new(lat, lon).ok()?);
                heights.push(height);
            }
            let line = Line::new(points).ok()?;
            if high { line.with_elevations(heights).ok() } else { Some(line) }
        },
    )
}

fn route_parts() -> impl Strategy<Value = RouteParts> {
    let texts = (texts(), texts(), texts(), texts(), words());
    let told = (of(any::<u32>()), of(lengths()), vec(words(), 0..3), vec(words(), 0..3), marks(), facts(), pictures());
    let parts = (lines(), vec(stage(), 1..4), vec(leg(), 1..6), vec(stop(), 0..5));
    (texts, told, parts).prop_map(|(texts, told, (line, mut stages, mut legs, mut stops))| {
        let cut = |part: usize, parts: usize| match part {
            0 => Along::START,
            part if part == parts => line.end(),
            part => Along(line.length() * (part as f64 / parts as f64)),
        };
        let (days, tracks, places) = (stages.len(), legs.len(), stops.len());
        for (number, stage) in stages.iter_mut().enumerate() {
            stage.id = StageId::new(&format!("day-{number}")).expect("an id");
            (stage.from, stage.to) = (cut(number, days), cut(number + 1, days));
        }
        for (number, leg) in legs.iter_mut().enumerate() {
            leg.id = TrackId::new(&format!("track-{number}")).expect("an id");
            (leg.from, leg.to) = (cut(number, tracks), cut(number + 1, tracks));
        }
        for (number, stop) in stops.iter_mut().enumerate() {
            stop.along = cut(number, places);
        }
        let (name, summary, description, name_sources, creator) = texts;
        let (days, official_length, districts, suitability, unverified, facts, pictures) = told;
        RouteParts {
            id: RouteId::new("numbered-later").expect("an id"),
            name,
            summary,
            description,
            creator,
            days,
            official_length,
            districts,
            suitability,
            unverified,
            name_sources,
            facts,
            pictures,
            line,
            stages,
            legs,
            stops,
        }
    })
}

fn first_day() -> StageId {
    StageId::new("day-0").expect("an id")
}

fn stage() -> impl Strategy<Value = Stage> {
    (texts(), texts(), texts()).prop_map(|(name, summary, description)| Stage {
        id: first_day(),
        name,
        summary,
        description,
        from: Along::START,
        to: Along::START,
    })
}

fn leg() -> impl Strategy<Value = Leg> {
    (select(Mode::ALL), select(Origin::ALL), lengths(), words()).prop_map(|(mode, origin, accuracy, follows)| Leg {
        id: TrackId::new("numbered-later").expect("an id"),
        stage: first_day(),
        mode,
        origin,
        accuracy,
        follows,
        from: Along::START,
        to: Along::START,
    })
}

fn stop() -> impl Strategy<Value = Stop> {
    let place = (select(Category::ALL), points(), lengths(), words(), lengths(), lengths());
    let told = (any::<bool>(), of(words()), any::<bool>(), any::<bool>(), marks(), any::<bool>());
    (place, told, (texts(), texts(), texts()), facts(), pictures()).prop_map(|(place, told, texts, facts, pictures)| {
        let (category, position, accuracy, position_source, radius, distance) = place;
        let (official, official_note, optional, same, unverified, left) = told;
        let (name, summary, description) = texts;
        Stop {
            id: StopId::new("numbered-later").expect("an id"),
            stage: first_day(),
            category,
            position,
            accuracy,
            position_source,
            radius,
            official,
            official_note,
            optional,
            same_place_as: same.then(|| StopId::new("elsewhere").expect("an id")),
            unverified,
            name,
            summary,
            description,
            facts,
            pictures,
            along: Along::START,
            distance,
            side: if left { Side::Left } else { Side::Right },
        }
    })
}

fn place() -> impl Strategy<Value = Place> {
    let told = (select(PlaceKind::ALL), points(), lengths(), words(), marks());
    let texts = (texts(), texts(), texts());
    (told, texts, (of(words()), of(words()), of(words()), of(words()))).prop_map(|(told, texts, found)| {
        let (kind, position, accuracy, position_source, unverified) = told;
        let (name, former_name, usage) = texts;
        let (address, phone, mobile, source) = found;
        Place {
            id: PlaceId::new("numbered-later").expect("an id"),
            kind,
            position,
            accuracy,
            position_source,
            unverified,
            name,
            former_name,
            usage,
            address,
            phone,
            mobile,
            source,
        }
    })
}

fn manifest() -> impl Strategy<Value = Manifest> {
    let emergency = ("[+]?[0-9]{2,5}([ -][0-9]{1,5}){0,2}", texts(), of(words())).prop_map(|(number, note, source)| {
        let number = PhoneNumber::new(&number).expect("a number");
        Emergency { number, note, source }
    });
    let attribution = (words(), words(), words(), of("https?://[a-z0-9]{1,9}[!-~]{0,20}"))
        .prop_map(|(what, text, licence, url)| Attribution { what, text, licence, url });
    let told = (any::<u32>(), words(), words(), texts(), texts(), vec(languages(), 0..4));
    (told, emergency, vec(attribution, 0..3), 1..=28_u8).prop_map(|(told, emergency, attributions, day)| {
        let (version, publisher, licence, name, summary, languages) = told;
        Manifest {
            id: BundleId::new("any").expect("an id"),
            version,
            published: format!("2026-02-{day:02}"),
            publisher,
            licence,
            name,
            summary,
            languages,
            emergency,
            attributions,
        }
    })
}

fn base_map() -> impl Strategy<Value = Vec<BaseLayer>> {
    let ring = vec(points(), 3..6).prop_map(|mut ring| {
        ring.push(ring[0]);
        ring
    });
    let areas = vec(vec(ring, 1..3), 0..3).prop_map(Shape::Areas);
    let lines = vec(vec(points(), 2..6), 0..3).prop_map(Shape::Lines);
    let layer = |kind, shape: BoxedStrategy<Shape>| {
        let feature = (of(words()), words(), shape).prop_map(|(name, class, shape)| BaseFeature { name, class, shape });
        of(vec(feature, 1..3)).prop_map(move |features| features.map(|features| BaseLayer { kind, features }))
    };
    let (areas, lines) = (areas.boxed(), lines.boxed());
    (
        layer(BaseLayerKind::Water, areas.clone()),
        layer(BaseLayerKind::Land, areas.clone()),
        layer(BaseLayerKind::InlandWater, areas),
        layer(BaseLayerKind::Waterway, lines.clone()),
        layer(BaseLayerKind::Border, lines),
    )
        .prop_map(|(a, b, c, d, e)| [a, b, c, d, e].into_iter().flatten().collect())
}
