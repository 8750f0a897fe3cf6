//! A collection becomes a bundle.

use std::cell::RefCell;
use std::collections::BTreeMap;
use std::path::Path;

use rusqlite::{Connection, OpenFlags, Params, params};

use super::blob::{self, Extent};
use super::metadata::{DIGEST_URI, FACT_URI, JSON, MANIFEST_URI, PLAIN_TEXT, write_fact, write_manifest};
use super::schema::{SCHEMA, base_table};
use super::{Bundle, WriteError, digest, header, place_kind, sound, write_route};
use crate::files::Aside;
use crate::geometry::Point;
use crate::model::{BaseLayer, Collection, Fact, Language, Picture, PictureId, Place, Rendition, Shape, Text};

/// What can go wrong while a bundle is filled: the disk or, never seen, JSON.
pub(super) type Filled<T = ()> = Result<T, Box<dyn std::error::Error + Send + Sync>>;

/// Writes the collection as a bundle: the same collection gives the same bytes. The file is written aside, read once
/// in full, and put in its place at once.
///
/// # Errors
/// When the parts of the collection contradict one another, exceed what a bundle may hold, or the disk says no. An
/// older file of that name is then as it was, and nothing else is left behind.
pub fn write(collection: &Collection, path: &Path) -> Result<(), WriteError> {
    sound::check(collection)?;
    let pictures = sound::pictures(collection)?;
    let disk = |source| WriteError::Disk { path: path.to_owned(), source };
    let aside = Aside::beside(path).map_err(|error| disk(error.into()))?;
    fill(aside.path(), collection, &pictures).map_err(disk)?;
    Bundle::open(aside.path())
        .and_then(|bundle| bundle.verify())
        .map_err(|error| WriteError::Refused(error.problem))?;
    aside.publish(path).map_err(|error| disk(error.into()))
}

fn fill(path: &Path, collection: &Collection, pictures: &BTreeMap<&PictureId, &Picture>) -> Filled {
    // The file is there; were it taken away in this moment, it must not be made anew.
    let connection = Connection::open_with_flags(path, OpenFlags::SQLITE_OPEN_READ_WRITE)?;
    // No journal: should this fail, the file is thrown away. The other numbers are GeoPackage 1.3's.
    connection.execute_batch(&format!(
        "PRAGMA page_size = 4096; PRAGMA encoding = 'UTF-8'; PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF;
         PRAGMA application_id = {}; PRAGMA user_version = 10300; BEGIN;",
        header::APPLICATION_ID
    ))?;
    connection.execute_batch(SCHEMA)?;
    let published = format!("{}T00:00:00.000Z", collection.manifest.published);
    let pen = Pen { connection: &connection, published, extents: RefCell::default() };
    pen.collection(collection, pictures)?;
    pen.contents()?;
    pen.digest()?;
    // Each table's pages side by side and in order: what is read together lies together.
    connection.execute_batch("COMMIT; VACUUM;")?;
    connection.close().map_err(|(_, error)| error)?;
    Ok(())
}

/// Writes rows, always in the same order.
pub(super) struct Pen<'c> {
    connection: &'c Connection,
    /// The moment that stands wherever a GeoPackage wants one.
    published: String,
    /// Where the shapes of each table are.
    extents: RefCell<BTreeMap<&'static str, Extent>>,
}

impl Pen<'_> {
    fn collection(&self, collection: &Collection, pictures: &BTreeMap<&PictureId, &Picture>) -> Filled {
        self.of_all(MANIFEST_URI, JSON, &write_manifest(&collection.manifest)?)?;
        let first = collection.manifest.languages.first().copied().unwrap_or(Language::EN);
        let rows_of_pictures = self.pictures(pictures, &collection.renditions)?;
        for route in &collection.routes {
            write_route::route(self, route, first, &rows_of_pictures)?;
        }
        self.places(&collection.places, first)?;
        collection.base_map.iter().try_for_each(|layer| self.base_layer(layer))
    }

    /// Inserts a row and tells its number.
    pub fn row(&self, sql: &str, params: impl Params) -> Filled<i64> {
        self.connection.prepare_cached(sql)?.execute(params)?;
        Ok(self.connection.last_insert_rowid())
    }

    /// Inserts the languages of a text.
    pub fn text(&self, table: &str, row: i64, field: &str, text: &Text) -> Filled {
        let sql = "INSERT INTO text (table_name, row_id, field, language, text) VALUES (?1, ?2, ?3, ?4, ?5)";
        for (language, words) in text.iter() {
            self.row(sql, params![table, row, field, language.code(), words])?;
        }
        Ok(())
    }

    /// Inserts facts beside the row they are about.
    pub fn facts(&self, table: &str, row: i64, facts: &[Fact]) -> Filled {
        let sql =
            "INSERT INTO gpkg_metadata_reference (reference_scope, table_name, row_id_value, timestamp, md_file_id)
                   VALUES ('row', ?1, ?2, ?3, ?4)";
        for fact in facts {
            let metadata = self.metadata("feature", FACT_URI, JSON, &write_fact(fact)?)?;
            self.row(sql, params![table, row, self.published, metadata])?;
        }
        Ok(())
    }

    /// Inserts metadata about the whole bundle and tells its row.
    fn of_all(&self, uri: &str, media_type: &str, text: &str) -> Filled<i64> {
        let metadata = self.metadata("dataset", uri, media_type, text)?;
        let sql = "INSERT INTO gpkg_metadata_reference (reference_scope, timestamp, md_file_id)
                   VALUES ('geopackage', ?1, ?2)";
        self.row(sql, params![self.published, metadata])?;
        Ok(metadata)
    }

    fn metadata(&self, scope: &str, uri: &str, media_type: &str, text: &str) -> Filled<i64> {
        let sql = "INSERT INTO gpkg_metadata (md_scope, md_standard_uri, mime_type, metadata) VALUES (?1, ?2, ?3, ?4)";
        self.row(sql, [scope, uri, media_type, text])
    }

    /// Takes note of where a shape of a table is.
    pub fn note(&self, table: &'static str, points: impl IntoIterator<Item = Point>) {
        let Some(here) = Extent::around(points) else { return };
        let mut extents = self.extents.borrow_mut();
        extents.entry(table).and_modify(|extent| *extent = extent.and(here)).or_insert(here);
    }

    /// Tells when the tables were filled and where their shapes are.
    fn contents(&self) -> Filled {
        self.row("UPDATE gpkg_contents SET last_change = ?1", [&self.published])?;
        let sql = "UPDATE gpkg_contents SET min_x = ?2, min_y = ?3, max_x = ?4, max_y = ?5 WHERE table_name = ?1";
        for (table, Extent { min_x, max_x, min_y, max_y }) in self.extents.borrow().iter() {
            self.row(sql, params![table, min_x, min_y, max_x, max_y])?;
        }
        Ok(())
    }

    /// Says what all the rows hash to, once they are there; that of the digest is among them, only its text is not.
    fn digest(&self) -> Filled {
        let row = self.of_all(DIGEST_URI, PLAIN_TEXT, "")?;
        let digest = digest::of(self.connection, |_| Ok(()))?;
        self.row("UPDATE gpkg_metadata SET metadata = ?1 WHERE id = ?2", params![digest.to_hex().as_str(), row])?;
        Ok(())
    }

    fn places(&self, places: &[Place], first: Language) -> Filled {
        let sql = "INSERT INTO place (geometry, id, name, kind, accuracy_m, position_source, unverified, address,
                   phone, mobile, source) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11)";
        for place in places {
            let (kind, kind_in_words) = place_kind::written(place.kind);
            let row = self.row(
                sql,
                params![
                    blob::write_point(place.position),
                    place.id.as_str(),
                    place.name.in_language(first),
                    kind.name(),
                    place.accuracy.0,
                    place.position_source,
                    write_route::marks(&place.unverified)?,
                    place.address,
                    place.phone,
                    place.mobile,
                    place.source,
                ],
            )?;
            self.text("place", row, "name", &place.name)?;
            self.text("place", row, "former_name", &place.former_name)?;
            self.text("place", row, "usage", &place.usage)?;
            self.text("place", row, place_kind::FIELD, &kind_in_words)?;
            self.note("place", [place.position]);
        }
        Ok(())
    }

    fn base_layer(&self, layer: &BaseLayer) -> Filled {
        let table = base_table(layer.kind);
        let sql = format!("INSERT INTO {table} (geometry, name, class) VALUES (?1, ?2, ?3)");
        for feature in &layer.features {
            let blob = match &feature.shape {
                Shape::Areas(areas) => {
                    self.note(table, areas.iter().flatten().flatten().copied());
                    blob::write_areas(areas)
                }
                Shape::Lines(lines) => {
                    self.note(table, lines.iter().flatten().copied());
                    blob::write_lines(lines)
                }
            };
            self.row(&sql, params![blob, feature.name, feature.class])?;
        }
        Ok(())
    }

    /// Inserts pictures and their files, and tells each picture's row.
    fn pictures<'p>(
        &self,
        pictures: &BTreeMap<&'p PictureId, &Picture>,
        renditions: &[Rendition],
    ) -> Filled<BTreeMap<&'p PictureId, i64>> {
        let mut rows = BTreeMap::new();
        for (id, picture) in pictures {
            let sql = "INSERT INTO picture (id, author, licence, source) VALUES (?1, ?2, ?3, ?4)";
            let row = self.row(sql, params![id.as_str(), picture.author, picture.licence, picture.source])?;
            self.text("picture", row, "caption", &picture.caption)?;
            rows.insert(*id, row);
        }
        for Rendition { picture, size, media_type, width, height, bytes } in renditions {
            let sql = "INSERT INTO rendition (size, width, height, content_type, data) VALUES (?1, ?2, ?3, ?4, ?5)";
            let row = self.row(sql, params![size.name(), width, height, media_type, bytes])?;
            let sql = "INSERT INTO picture_rendition (base_id, related_id) VALUES (?1, ?2)";
            self.row(sql, params![rows.get(picture), row])?;
        }
        Ok(rows)
    }
}
