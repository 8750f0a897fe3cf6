//! A bundle opened for reading.

use std::cell::{Cell, RefCell};
use std::collections::BTreeMap;
use std::fs::{self, File};
use std::io::Read;
use std::path::{Path, PathBuf};

use super::header::Pages;
use super::limits::{MAX_BASE_VERTICES, MAX_ROUTES, MAX_STOPS};
use super::metadata::{DIGEST_URI, MANIFEST_URI, read_digest, read_format, read_manifest, within_limit};
use super::read_picture::{EVERY_RENDITION, rendition};
use super::record::Record;
use super::schema::{base_table, holds_areas, known, layout};
use super::tables::Tables;
use super::{BundleError, Problem, blob, digest, header, pages, place_kind, read_route, sound};
use crate::geometry::{Bounds, Metres};
use crate::model::leg;
use crate::model::{
    BaseFeature, BaseLayer, BaseLayerKind, Category, Collection, FORMAT, Language, Manifest, Mode, PictureId, Place,
    PlaceId, PlaceKind, Rendition, Route, RouteId, Shape, Size, Text,
};

/// A bundle opened for reading. Nothing it holds is believed before it is checked; opening reads the manifest only.
///
/// It may go to another thread, but answers one question at a time: who shares it puts it behind a lock.
pub struct Bundle {
    path: PathBuf,
    tables: Tables,
    declared: Declared,
}

/// What a bundle says of itself.
struct Declared {
    format: (u32, u32),
    manifest: Manifest,
    digest: Option<String>,
}

/// What a list of routes shows.
#[derive(Debug, Clone, PartialEq)]
pub struct RouteListing {
    /// To ask for the route itself.
    pub id: RouteId,
    /// Its name.
    pub name: Text,
    /// One or two sentences.
    pub summary: Text,
    /// Days, as its makers say.
    pub days: Option<u32>,
    /// How long its line is.
    pub length: Metres,
    /// How it is travelled, the mode of most metres first.
    pub modes: Vec<Mode>,
    /// How many stops it has.
    pub stops: u32,
    /// How much of its line is only indicative, 0 to 1.
    pub indicative_share: f64,
    /// Where it lies on the map.
    pub bounds: Option<Bounds>,
}

/// How many of each a bundle has.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Counts {
    /// Routes.
    pub routes: usize,
    /// Their stages.
    pub stages: usize,
    /// Their stops.
    pub stops: usize,
    /// Places to search for.
    pub places: usize,
    /// Files of pictures, each size for itself.
    pub renditions: usize,
}

impl Bundle {
    /// Opens a bundle: looks at its header, where its pages lead, its tables and its manifest. This takes one look at
    /// each page of the file.
    ///
    /// # Errors
    /// When the file is not there, no bundle, of a newer format, cut off, or holds what no bundle holds.
    pub fn open(path: &Path) -> Result<Bundle, BundleError> {
        Bundle::opened(path, pages::check)
    }

    /// Opens a bundle that was verified where it lies, and where nobody else writes. Where its pages lead is known, so
    /// this is as quick for a large bundle as for a small one.
    ///
    /// # Errors
    /// As [`open`](Bundle::open).
    pub(crate) fn reopen(path: &Path) -> Result<Bundle, BundleError> {
        Bundle::opened(path, |_, _| Ok(()))
    }

    fn opened(path: &Path, check: impl FnOnce(File, Pages) -> Result<(), Problem>) -> Result<Bundle, BundleError> {
        let opened = look(path, check).and_then(|(file, bytes)| {
            let tables = Tables::open(&file, bytes)?;
            let declared = declared(&tables)?;
            Ok((tables, declared))
        });
        match opened {
            Ok((tables, declared)) => Ok(Bundle { path: path.to_owned(), tables, declared }),
            Err(problem) => Err(BundleError { path: path.to_owned(), problem }),
        }
    }

    /// What the bundle is and who publishes it.
    #[must_use]
    pub fn manifest(&self) -> &Manifest {
        &self.declared.manifest
    }

    /// The digest that the bundle gives its content, in hexadecimal: the same content has the same. Only [verifying]
    /// tells whether it is true. A bundle of format 1.0 has none.
    ///
    /// [verifying]: Bundle::verify
    #[must_use]
    pub fn digest(&self) -> Option<&str> {
        self.declared.digest.as_deref()
    }

    /// Its routes, in the order they are shown.
    ///
    /// # Errors
    /// When the bundle is damaged or holds more than it may.
    pub fn routes(&self) -> Result<Vec<RouteListing>, BundleError> {
        self.asked(|tables| {
            counts_are_within_limits(tables)?;
            routes(tables)
        })
    }

    /// The ids of its routes, in the order they are shown.
    ///
    /// # Errors
    /// When the bundle is damaged or holds more than it may.
    pub fn route_ids(&self) -> Result<Vec<RouteId>, BundleError> {
        self.asked(route_ids)
    }

    /// How many of each it has, without reading any.
    ///
    /// # Errors
    /// When the bundle is damaged.
    pub fn counts(&self) -> Result<Counts, BundleError> {
        self.asked(|tables| {
            Ok(Counts {
                routes: count(tables, "route")?,
                stages: count(tables, "stage")?,
                stops: count(tables, "stop")?,
                places: count(tables, "place")?,
                renditions: count(tables, "rendition")?,
            })
        })
    }

    /// A route with its line, stages, legs and stops.
    ///
    /// # Errors
    /// When there is no such route, or the bundle is damaged or holds more than it may.
    pub fn route(&self, id: &RouteId) -> Result<Route, BundleError> {
        self.asked(|tables| read_route::route(tables, id))
    }

    /// Where its routes lie on the map, all of them together; nothing where it has none.
    ///
    /// # Errors
    /// When the bundle is damaged or holds more than it may.
    pub fn bounds(&self) -> Result<Option<Bounds>, BundleError> {
        self.asked(|tables| {
            let sql = "SELECT fid, geometry FROM route ORDER BY fid";
            let lines = tables.each("route", sql, [], |record| Ok(record.positions()?.0))?;
            Ok(Bounds::around(lines.into_iter().flatten()))
        })
    }

    /// What kinds of places its stops are, each once and in the order of [`Category::ALL`].
    ///
    /// # Errors
    /// When the bundle is damaged or holds more than it may.
    pub fn categories(&self) -> Result<Vec<Category>, BundleError> {
        self.asked(|tables| {
            let sql = "SELECT min(fid), category FROM stop GROUP BY category";
            let mut found = tables.each("stop", sql, [], |record| record.word("category", Category::from_name))?;
            found.sort_unstable();
            Ok(found)
        })
    }

    /// Its places to search for.
    ///
    /// # Errors
    /// When the bundle is damaged or holds more than it may.
    pub fn places(&self) -> Result<Vec<Place>, BundleError> {
        self.asked(places)
    }

    /// One of its places.
    ///
    /// # Errors
    /// When there is no such place, or the bundle is damaged or holds more than it may.
    pub fn place(&self, id: &PlaceId) -> Result<Place, BundleError> {
        self.asked(|tables| {
            let sql = "SELECT * FROM place WHERE id = ?1 LIMIT 1";
            let found = tables.each("place", sql, [id.as_str()], place)?;
            found.into_iter().next().ok_or_else(|| Problem::NoSuchPlace(id.clone()))
        })
    }

    /// What is drawn under the routes.
    ///
    /// # Errors
    /// When the bundle is damaged or holds more than it may.
    pub fn base_map(&self) -> Result<Vec<BaseLayer>, BundleError> {
        self.asked(base_map)
    }

    /// A picture in one size.
    ///
    /// # Errors
    /// When there is no such picture, or the bundle is damaged or holds more than it may.
    pub fn picture(&self, id: &PictureId, size: Size) -> Result<Rendition, BundleError> {
        self.asked(|tables| {
            let sql = "SELECT rendition.*, picture.id AS picture FROM picture
                       JOIN picture_rendition ON base_id = picture.fid JOIN rendition ON rendition.fid = related_id
                       WHERE picture.id = ?1 AND size = ?2 LIMIT 1";
            let found = tables.each("rendition", sql, [id.as_str(), size.name()], rendition)?;
            found.into_iter().next().ok_or_else(|| Problem::NoSuchPicture { picture: id.clone(), size })
        })
    }

    /// Everything in the bundle, as it was packed.
    ///
    /// # Errors
    /// When the bundle is damaged or holds more than it may.
    pub fn collection(&self) -> Result<Collection, BundleError> {
        self.asked(|tables| {
            counts_are_within_limits(tables)?;
            ids_are_unique(tables)?;
            let mut routes = Vec::new();
            each_route(tables, |route| routes.push(route))?;
            Ok(Collection {
                manifest: self.declared.manifest.clone(),
                routes,
                places: places(tables)?,
                base_map: base_map(tables)?,
                renditions: tables.each("rendition", EVERY_RENDITION, [], rendition)?,
            })
        })
    }

    /// Reads everything in the bundle, checks the file's inner structure and compares the content with its digest:
    /// what an installation asks for once. Takes its time, as every page is read.
    ///
    /// # Errors
    /// When the bundle is damaged or altered anywhere or holds more than it may.
    pub fn verify(&self) -> Result<(), BundleError> {
        self.asked(|tables| {
            counts_are_within_limits(tables)?;
            structure_is_whole(tables)?;
            ids_are_unique(tables)?;
            // One after another, so that no two lines and no two files of pictures are in memory at once.
            each_route(tables, drop)?;
            places(tables)?;
            each_base_feature(tables, |_, feature| drop(feature))?;
            tables.each("rendition", EVERY_RENDITION, [], |record| rendition(record).map(drop))?;
            // Last, as the others can name what is wrong. All is read once more, so its bounds are fresh.
            tables.begin();
            digest::check(tables, self.declared.format, self.digest())
        })
    }

    fn asked<T>(&self, answer: impl FnOnce(&Tables) -> Result<T, Problem>) -> Result<T, BundleError> {
        self.tables.begin();
        answer(&self.tables).map_err(|problem| BundleError { path: self.path.clone(), problem })
    }
}

/// The file's full path and size, when its header is that of a bundle and its pages stand the check.
fn look(path: &Path, check: impl FnOnce(File, Pages) -> Result<(), Problem>) -> Result<(PathBuf, u64), Problem> {
    let path = fs::canonicalize(path).map_err(Problem::Unreadable)?;
    let metadata = fs::metadata(&path).map_err(Problem::Unreadable)?;
    if !metadata.is_file() {
        return Err(Problem::NotAFile);
    }
    let mut first = Vec::with_capacity(header::LENGTH);
    let mut file = File::open(&path).map_err(Problem::Unreadable)?;
    Read::by_ref(&mut file).take(header::LENGTH as u64).read_to_end(&mut first).map_err(Problem::Unreadable)?;
    let pages = header::check(&first, metadata.len())?;
    check(file, pages)?;
    Ok((path, metadata.len()))
}

/// What the bundle says of itself, once the tables turned out to be those of a bundle.
fn declared(tables: &Tables) -> Result<Declared, Problem> {
    let found = layout(&tables.connection)?;
    if !["id", "md_standard_uri", "metadata"].iter().all(|column| found.has("gpkg_metadata", column)) {
        return Err(Problem::NotABundle);
    }
    let told = of_all(tables, MANIFEST_URI, "a manifest", |record| {
        let json = record.metadata()?;
        let (major, minor) = read_format(json).map_err(|reason| record.wrong(reason))?;
        if major != FORMAT.0 {
            return Err(Problem::NewerFormat { major, minor });
        }
        // A later minor format may have more tables and columns; what this code knows is there all the same.
        found.check(known()?, minor > FORMAT.1)?;
        let manifest = read_manifest(json).map_err(|reason| record.wrong(reason))?;
        texts_within_limit(&manifest)?;
        Ok(((major, minor), manifest))
    })?;
    let (format, manifest) = told.ok_or(Problem::NotABundle)?;
    let digest = of_all(tables, DIGEST_URI, "a digest", |record| {
        read_digest(record.metadata()?).map_err(|reason| record.wrong(reason))
    })?;
    Ok(Declared { format, manifest, digest })
}

/// The metadata about the whole bundle that goes by this name, of which there is one at most.
fn of_all<T>(
    tables: &Tables,
    uri: &str,
    what: &str,
    read: impl Fn(&Record<'_>) -> Result<T, Problem>,
) -> Result<Option<T>, Problem> {
    let sql = "SELECT id, metadata FROM gpkg_metadata WHERE md_standard_uri = ?1 LIMIT 2";
    let mut found = tables.each("gpkg_metadata", sql, [uri], read)?.into_iter();
    match (found.next(), found.next()) {
        (_, Some(_)) => Err(Problem::Twice(what.into())),
        (one, None) => Ok(one),
    }
}

fn texts_within_limit(manifest: &Manifest) -> Result<(), Problem> {
    for (what, text) in [("name", &manifest.name), ("summary", &manifest.summary), ("note", &manifest.emergency.note)] {
        for (language, text) in text.iter() {
            within_limit(|| format!("the `{what}` in `{language}` of the manifest"), text)?;
        }
    }
    Ok(())
}

/// How many rows a table has.
fn count(tables: &Tables, table: &'static str) -> Result<usize, Problem> {
    let sql = format!("SELECT 0, count(*) AS rows FROM {table}");
    Ok(tables.each(table, &sql, [], |record| record.count("rows"))?.into_iter().sum::<u32>() as usize)
}

/// Whether all that is there is no more than a bundle may hold; to count takes one look at all of it.
fn counts_are_within_limits(tables: &Tables) -> Result<(), Problem> {
    for (table, most, problem) in
        [("stop", MAX_STOPS, Problem::TooManyStops), ("route", MAX_ROUTES, Problem::TooManyRoutes)]
    {
        if count(tables, table)? > most {
            return Err(problem);
        }
    }
    Ok(())
}

fn structure_is_whole(tables: &Tables) -> Result<(), Problem> {
    let damaged = |source| Problem::Damaged { part: "its structure", source };
    let found = tables.connection.query_row("PRAGMA integrity_check(1)", [], |row| row.get::<_, String>(0));
    match found {
        Ok(found) if found == "ok" => Ok(()),
        Ok(found) => Err(damaged(found.into())),
        Err(error) => Err(damaged(error.into())),
    }
}

/// Whether ids are unique: what a table says of that is not compared with the known one.
fn ids_are_unique(tables: &Tables) -> Result<(), Problem> {
    for (what, sql) in [
        ("route", "SELECT fid, id FROM route"),
        ("stop", "SELECT fid, id FROM stop"),
        ("place", "SELECT fid, id FROM place"),
        ("picture", "SELECT fid, id FROM picture"),
        (
            "picture",
            "SELECT rendition.fid, picture.id || ' (' || size || ')' AS id FROM rendition
             JOIN picture_rendition ON related_id = rendition.fid JOIN picture ON picture.fid = base_id",
        ),
    ] {
        let ids = tables.each(what, sql, [], |record| record.string("id"))?;
        sound::once(what, ids.into_iter()).map_err(Problem::Twice)?;
    }
    Ok(())
}

fn routes(tables: &Tables) -> Result<Vec<RouteListing>, Problem> {
    let sql =
        "SELECT fid, id, days, length_m, geometry, (SELECT count(*) FROM stop WHERE stop.route = route.id) AS stops
               FROM route ORDER BY fid";
    tables.each("route", sql, [], |record| {
        let mut texts = Texts::of(tables, "route", record.number()?)?;
        let (id, length) = (record.id("id", RouteId::new)?, record.metres("length_m")?);
        let legs = read_route::legs(tables, &id)?;
        Ok(RouteListing {
            name: texts.take("name"),
            summary: texts.take("summary"),
            days: record.maybe_count("days")?,
            length,
            modes: leg::modes(&legs),
            stops: record.count("stops")?,
            indicative_share: leg::indicative_share(&legs, length),
            bounds: Bounds::around(record.positions()?.0),
            id,
        })
    })
}

fn route_ids(tables: &Tables) -> Result<Vec<RouteId>, Problem> {
    tables.each("route", "SELECT fid, id FROM route ORDER BY fid", [], |record| record.id("id", RouteId::new))
}

fn each_route(tables: &Tables, mut take: impl FnMut(Route)) -> Result<(), Problem> {
    for id in route_ids(tables)? {
        tables.begin_part();
        take(read_route::route(tables, &id)?);
    }
    Ok(())
}

fn places(tables: &Tables) -> Result<Vec<Place>, Problem> {
    tables.each("place", "SELECT * FROM place ORDER BY fid", [], place)
}

fn place(record: &Record<'_>) -> Result<Place, Problem> {
    let mut texts = Texts::of(record.tables, "place", record.number()?)?;
    Ok(Place {
        id: record.id("id", PlaceId::new)?,
        kind: place_kind::read(record.word("kind", PlaceKind::from_name)?, &texts.take(place_kind::FIELD)),
        position: record.position()?,
        accuracy: record.metres("accuracy_m")?,
        position_source: record.string("position_source")?,
        unverified: record.unverified()?,
        name: texts.take("name"),
        former_name: texts.take("former_name"),
        usage: texts.take("usage"),
        address: record.maybe_string("address")?,
        phone: record.maybe_string("phone")?,
        mobile: record.maybe_string("mobile")?,
        source: record.maybe_string("source")?,
    })
}

fn base_map(tables: &Tables) -> Result<Vec<BaseLayer>, Problem> {
    let layers: RefCell<Vec<BaseLayer>> = RefCell::default();
    each_base_feature(tables, |kind, feature| {
        let mut layers = layers.borrow_mut();
        match layers.last_mut() {
            Some(layer) if layer.kind == kind => layer.features.push(feature),
            _ => layers.push(BaseLayer { kind, features: vec![feature] }),
        }
    })?;
    Ok(layers.into_inner())
}

/// Hands out what is drawn under the routes one after another, layer by layer.
fn each_base_feature(tables: &Tables, take: impl Fn(BaseLayerKind, BaseFeature)) -> Result<(), Problem> {
    let vertices = Cell::new(0);
    for &kind in BaseLayerKind::ALL {
        let table = base_table(kind);
        tables.each(table, &format!("SELECT * FROM {table} ORDER BY fid"), [], |record| {
            let shape = base_shape(record, kind)?;
            vertices.set(vertices.get() + count_vertices(&shape));
            if vertices.get() > MAX_BASE_VERTICES {
                return Err(Problem::BaseMapTooLarge);
            }
            take(kind, BaseFeature { name: record.maybe_string("name")?, class: record.string("class")?, shape });
            Ok(())
        })?;
    }
    Ok(())
}

fn base_shape(record: &Record<'_>, kind: BaseLayerKind) -> Result<Shape, Problem> {
    if holds_areas(kind) {
        record.shape(blob::read_areas).map(Shape::Areas)
    } else {
        record.shape(blob::read_lines).map(Shape::Lines)
    }
}

fn count_vertices(shape: &Shape) -> usize {
    match shape {
        Shape::Areas(areas) => areas.iter().flatten().map(Vec::len).sum(),
        Shape::Lines(lines) => lines.iter().map(Vec::len).sum(),
    }
}

/// The texts of one row, by field.
pub(super) struct Texts(BTreeMap<String, Text>);

impl Texts {
    pub fn of(tables: &Tables, table: &'static str, row: i64) -> Result<Texts, Problem> {
        let sql = "SELECT fid, field, language, text FROM text WHERE table_name = ?1 AND row_id = ?2";
        let all = tables.each("text", sql, (table, row), |record| {
            let language = Language::new(record.text("language")?).map_err(|error| record.wrong(error.to_string()))?;
            let field = record.string("field")?;
            let text = record.string("text").map_err(|problem| match problem {
                Problem::TextTooLong { bytes, .. } => {
                    let what = format!("`{field:.40}` in `{language}` of row {row} of table `{table}`");
                    Problem::TextTooLong { what, bytes }
                }
                other => other,
            })?;
            Ok((field, language, text))
        })?;
        let mut texts: BTreeMap<String, Text> = BTreeMap::new();
        for (field, language, text) in all {
            texts.entry(field).or_default().set(language, text);
        }
        Ok(Texts(texts))
    }

    /// The text of a field; empty where there is none.
    pub fn take(&mut self, field: &str) -> Text {
        self.0.remove(field).unwrap_or_default()
    }
}
