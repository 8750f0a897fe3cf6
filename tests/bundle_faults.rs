//! Bundles that are broken or made to harm: one clear error each, never a panic, never endless.

use std::fs::{self, File};
use std::io::Read;
use std::path::PathBuf;
use std::sync::LazyLock;

use proptest::prelude::*;
use route_guide_core::bundle::{self, Bundle, BundleError, Problem, WriteError};
use route_guide_core::model::Collection;
use route_guide_tests::{Dice, collection, project};
use rusqlite::Connection;
use tempfile::TempDir;

/// A bundle in a folder of its own.
struct Packed {
    _folder: TempDir,
    path: PathBuf,
}

impl Packed {
    fn new() -> Packed {
        static ONCE: LazyLock<Vec<u8>> = LazyLock::new(|| {
            let folder = TempDir::new().expect("a folder");
            let path = folder.path().join("once.gpkg");
            bundle::write(&collection(), &path).expect("packs");
            fs::read(path).expect("reads")
        });
        let folder = TempDir::new().expect("a folder");
        let path = folder.path().join("spit.gpkg");
        fs::write(&path, &*ONCE).expect("writes");
        Packed { _folder: folder, path }
    }

    /// A bundle on which somebody has run some SQL.
    fn after(sql: &str) -> Packed {
        let packed = Packed::new();
        packed.run(sql);
        packed
    }

    fn run(&self, sql: &str) {
        let connection = Connection::open(&self.path).expect("opens");
        connection.execute_batch(&format!("PRAGMA foreign_keys = OFF; PRAGMA synchronous = OFF; {sql}")).expect("runs");
    }

    fn bytes(&self) -> Vec<u8> {
        fs::read(&self.path).expect("reads")
    }

    fn replace(&self, bytes: &[u8]) {
        // A new file each time: to write over one makes some disks wait.
        fs::remove_file(&self.path).expect("removes");
        fs::write(&self.path, bytes).expect("writes");
    }

    fn problem(&self) -> Problem {
        self.read().expect_err("must be refused").problem
    }

    /// Everything is asked for; the structure is not checked first, as that would hide what is wrong inside.
    fn read(&self) -> Result<Collection, BundleError> {
        let bundle = Bundle::open(&self.path)?;
        bundle.routes()?;
        bundle.collection()
    }
}

/// What each harm done by SQL is answered with.
fn assert_answers(harms: &[(&str, &str)]) {
    for (sql, answer) in harms {
        let problem = Packed::after(sql).problem().to_string();
        assert!(problem.contains(answer), "{sql}\n  gave: {problem}\n  not:  {answer}");
    }
}

#[test]
fn what_no_bundle_holds_is_named() {
    assert_answers(&[
        ("CREATE TABLE loot (a)", "the table `loot`, which no bundle has"),
        ("CREATE VIEW peep AS SELECT 1", "the view `peep`, which no bundle has"),
        ("CREATE TRIGGER trap AFTER INSERT ON stop BEGIN SELECT 1; END", "the trigger `trap`"),
        ("CREATE VIRTUAL TABLE hunt USING fts5(a)", "the virtual table `hunt`"),
        ("CREATE INDEX quick ON stop(abs(along_m))", "the index `quick`"),
        ("ALTER TABLE stop ADD COLUMN extra TEXT", "the column `stop.extra`"),
        ("ALTER TABLE stop ADD COLUMN made TEXT AS (hex(zeroblob(9)))", "the generated column `stop.made`"),
        ("ALTER TABLE stop RENAME TO real; CREATE VIEW stop AS SELECT * FROM real", "the view `stop`"),
        (
            "ALTER TABLE gpkg_metadata RENAME TO m; CREATE VIEW gpkg_metadata AS SELECT * FROM m",
            "the view `gpkg_metadata`",
        ),
    ]);
}

#[test]
fn what_every_bundle_holds_is_missed() {
    assert_answers(&[
        ("DROP TABLE stage", "no table `stage`"),
        ("ALTER TABLE stop DROP COLUMN side", "table `stop` of the bundle has no column `side`"),
        (
            "PRAGMA writable_schema = ON;
             UPDATE sqlite_schema SET sql = replace(sql, 'along_m DOUBLE', 'along_m TEXT') WHERE name = 'stop'",
            "column `along_m` of table `stop` is `TEXT NOT NULL`, but a bundle's is `DOUBLE NOT NULL`",
        ),
        ("DROP TABLE gpkg_metadata", "no route guide bundle"),
        ("DELETE FROM gpkg_metadata", "no route guide bundle"),
    ]);
}

#[test]
fn later_formats() {
    let format = |format: &str| {
        format!("UPDATE gpkg_metadata SET metadata = json_set(metadata, '$.format', json('{format}')) WHERE id = 1")
    };
    let newer = Packed::after(&(format("[2,0]") + "; DROP TABLE stop")).problem();
    assert!(matches!(newer, Problem::NewerFormat { major: 2, minor: 0 }), "{newer}");
    assert_eq!(newer.to_string(), "the bundle has format 2.0, this version reads up to format 1; update the app");
    let more = "; CREATE TABLE tide (fid INTEGER PRIMARY KEY); ALTER TABLE stop ADD COLUMN extra TEXT";
    assert_eq!(Packed::after(&(format("[1,7]") + more)).read().expect("reads"), collection());
    assert_answers(&[(&(format("[1,7]") + "; CREATE VIEW v AS SELECT 1"), "the view `v`")]);
}

#[test]
fn values_that_make_no_sense() {
    assert_answers(&[
        ("UPDATE stop SET accuracy_m = 'near'", "row 1 of table `stop`: `accuracy_m` is no number"),
        ("UPDATE stop SET accuracy_m = -1", "`accuracy_m` is -1, less than nothing"),
        ("UPDATE stop SET radius_m = 9e999", "`radius_m` is no number"),
        ("UPDATE stop SET category = 'casino'", "`category` is `casino`, which no bundle says"),
        ("UPDATE stop SET side = 'up'", "`side` is `up`"),
        ("UPDATE stop SET id = '../../etc/passwd' WHERE fid = 1", "is no id"),
        ("UPDATE stop SET optional = 7", "`optional` is neither yes (1) nor no (0)"),
        ("UPDATE stop SET unverified = '[[[['", "`unverified` is no list of texts"),
        ("UPDATE stop SET unverified = '[\"smell\"]'", "`smell` is no mark"),
        ("UPDATE stop SET name = x'00', official_note = CAST(x'ff' AS TEXT)", "`official_note` is not in UTF-8"),
        ("UPDATE stop SET official_note = x'00'", "`official_note` is no text"),
        ("UPDATE stop SET along_m = 9e9 WHERE id = 'dune'", "stop `dune` of route `spit-route` stands at"),
        ("UPDATE stop SET stage = 'day-9'", "names stage `day-9`, which the route does not have"),
        ("UPDATE leg SET to_m = 1 WHERE id = 'by-walk'", "leg `by-walk` of route `spit-route`"),
        ("UPDATE route SET days = -2", "`days` is no number of things"),
        ("UPDATE route SET length_m = 7", "`length_m` is 7 m, but the line has"),
        ("UPDATE text SET language = 'Elvish' WHERE fid = 1", "is no language code"),
        ("UPDATE rendition SET content_type = 'text/html'", "`content_type` is `text/html`"),
        ("UPDATE rendition SET width = 'wide'", "`width` is no number of things"),
        ("DELETE FROM picture_rendition", "`picture` is missing"),
        ("UPDATE gpkg_metadata SET metadata = '{' WHERE id = 2", "row 2 of table `gpkg_metadata`: EOF"),
        ("UPDATE gpkg_metadata SET metadata = '{' WHERE id = 1", "row 1 of table `gpkg_metadata`: EOF"),
        (
            "INSERT INTO gpkg_metadata SELECT 99, md_scope, md_standard_uri, mime_type, metadata FROM gpkg_metadata LIMIT 1",
            "a manifest twice",
        ),
    ]);
}

#[test]
fn a_number_to_call_is_a_number_and_an_address_one_of_the_web() {
    let manifest = |path: &str, value: &str| {
        format!("UPDATE gpkg_metadata SET metadata = json_set(metadata, '$.{path}', '{value}') WHERE id = 1")
    };
    for trick in ["*21*900123456#", "tel:900123456", "112,,900", "", "112;ext=1", "1", "١١٢"] {
        let problem = Packed::after(&manifest("emergency.number", trick)).problem().to_string();
        assert!(problem.contains(&format!("`{trick}` is no telephone number")), "{problem}");
    }
    for address in ["javascript:alert(1)", "intent://x#Intent;end", "file:///etc/passwd", "https://", "https://a b"] {
        let read = Packed::after(&manifest("attributions[0].url", address)).read().expect("is read");
        assert_eq!(read.manifest.attributions[0].url, None, "{address}");
        let mut collection = collection();
        collection.manifest.attributions[0].url = Some(address.into());
        let folder = TempDir::new().expect("a folder");
        let error = bundle::write(&collection, &folder.path().join("x.gpkg")).expect_err("is refused");
        assert!(matches!(error, WriteError::Address(_)), "{error}");
    }
}

#[test]
fn what_was_altered_with_sense_is_refused() {
    let verified = |sql: &str| Bundle::open(&Packed::after(sql).path).and_then(|bundle| bundle.verify());
    for sql in [
        "UPDATE stop SET radius_m = radius_m + 1 WHERE fid = 1",
        "UPDATE place SET phone = '' WHERE phone IS NULL",
        "UPDATE text SET text = upper(text) WHERE language = 'lt'",
        "UPDATE text SET text = (SELECT text FROM text WHERE fid = 2) WHERE fid = 1",
        "UPDATE rendition SET data = CAST(data || x'00' AS BLOB) WHERE fid = 1",
        "UPDATE base_water SET class = class || 's'",
        "UPDATE gpkg_contents SET description = '' WHERE table_name = 'stop'",
        "UPDATE gpkg_metadata SET md_scope = 'feature' WHERE md_standard_uri LIKE '%:digest'",
        "UPDATE gpkg_metadata SET metadata = replace(metadata, 'Klaipėda', 'Palanga') WHERE id = 1",
        "UPDATE gpkg_metadata SET metadata = json_set(metadata, '$.format', json('[1,0]')) WHERE id = 1",
        "DELETE FROM stop_picture WHERE id = 1",
    ] {
        let problem = verified(sql).expect_err("must be refused").problem;
        assert!(matches!(problem, Problem::Altered), "{sql}: {problem}");
        assert!(problem.to_string().contains("is not what its publisher packed"), "{problem}");
    }
    let lost =
        verified("DELETE FROM gpkg_metadata WHERE md_standard_uri LIKE '%:digest'").expect_err("must be refused");
    assert!(
        lost.to_string()
            .ends_with("has lost the digest of its content, so nobody can tell whether it is whole; fetch it again")
    );
    assert_answers(&[
        ("UPDATE gpkg_metadata SET metadata = 'none' WHERE md_standard_uri LIKE '%:digest'", "`none` is no digest"),
        ("UPDATE gpkg_metadata SET metadata = upper(metadata) WHERE md_standard_uri LIKE '%:digest'", "` is no digest"),
        (
            "INSERT INTO gpkg_metadata SELECT 99, md_scope, md_standard_uri, mime_type, metadata FROM gpkg_metadata
             WHERE md_standard_uri LIKE '%:digest'",
            "a digest twice",
        ),
    ]);
}

/// SQL that puts some bytes into the shape of a row, after so many of its own.
fn patch(table: &str, after: usize, bytes: &[u8]) -> String {
    let hex: String = bytes.iter().map(|byte| format!("{byte:02x}")).collect();
    let tail = after + bytes.len() + 1;
    format!(
        "UPDATE {table} SET geometry = CAST(substr(geometry, 1, {after}) || x'{hex}' || substr(geometry, {tail}) AS BLOB) WHERE fid = 1"
    )
}

#[test]
fn shapes_that_make_no_sense() {
    // A position's longitude stands after 13 bytes, its latitude after 21; a line's count after 45.
    assert_answers(&[
        (
            &patch("stop", 21, &91.0_f64.to_le_bytes()),
            "row 1 of table `stop`: latitude 91 is outside −90 to 90 degrees",
        ),
        (&patch("stop", 13, &f64::NAN.to_le_bytes()), "are not both numbers"),
        (&patch("place", 13, &(-181.0_f64).to_le_bytes()), "longitude -181 is outside"),
        (
            &patch("route", 45, &1_000_000_000_u32.to_le_bytes()),
            "a line of 1000000000 vertices, at most 1000000 may be",
        ),
        (&patch("route", 45, &999_999_u32.to_le_bytes()), "the geometry declares more parts than it has"),
        (&patch("route", 45, &1_u32.to_le_bytes()), "the geometry goes on after its end"),
        (&patch("base_water", 45, &u32::MAX.to_le_bytes()), "the geometry declares more parts than it has"),
        (&patch("base_land", 41, &[5]), "the geometry is of another kind than its layer"),
        (&patch("base_border", 40, &[0]), "the geometry is not little-endian"),
        (&patch("stop", 4, &3857_i32.to_le_bytes()), "not in longitude and latitude on WGS 84"),
        (&patch("stop", 0, b"PK"), "is no GeoPackage geometry"),
        ("UPDATE stop SET geometry = x''", "the geometry is cut off"),
        ("UPDATE stop SET geometry = 'POINT(1 2)'", "`geometry` holds no bytes"),
    ]);
}

#[test]
fn ids_that_are_there_twice() {
    let mut harms = Vec::new();
    for (table, answer) in [
        ("place", "the bundle has place `nida` twice"),
        ("stop", "the bundle has stop `dune` twice"),
        ("picture", "the bundle has picture `dune` twice"),
    ] {
        // The table anew, without the word that keeps ids apart.
        let declared: String = Connection::open(Packed::new().path)
            .and_then(|bundle| bundle.query_row(TEXT_OF_TABLE, [table], |row| row.get(0)))
            .expect("is there");
        let lax =
            declared.replace("id TEXT NOT NULL UNIQUE", "id TEXT NOT NULL").replace(",\n  UNIQUE (route, id)", "");
        assert_ne!(lax, declared);
        let id = answer.split('`').nth(1).expect("is named");
        let sql = format!(
            "ALTER TABLE {table} RENAME TO old; {lax}; INSERT INTO {table} SELECT * FROM old; DROP TABLE old;
             UPDATE {table} SET id = '{id}'"
        );
        let verified = Bundle::open(&Packed::after(&sql).path).and_then(|bundle| bundle.verify());
        assert!(verified.is_err_and(|error| error.to_string().contains(answer)), "{table}");
        harms.push((sql, answer));
    }
    let harms: Vec<(&str, &str)> = harms.iter().map(|(sql, answer)| (sql.as_str(), *answer)).collect();
    assert_answers(&harms);
    assert_answers(&[("UPDATE rendition SET size = 'card'", "the bundle has picture `dune (card)` twice")]);
}

const TEXT_OF_TABLE: &str = "SELECT sql FROM sqlite_schema WHERE name = ?1";

#[test]
fn more_than_a_bundle_may_hold() {
    let many_stops = "WITH RECURSIVE n(i) AS (SELECT 10 UNION ALL SELECT i + 1 FROM n WHERE i < 1000010)
        INSERT INTO stop SELECT i, geometry, route, 's-' || i, stage, name, category, accuracy_m, position_source,
            radius_m, official, official_note, optional, same_place_as, unverified, along_m, distance_m, side
        FROM n, stop WHERE fid = 1";
    let long_line = format!(
        "UPDATE route SET geometry = CAST(substr(geometry, 1, 45) || x'{:08x}' || zeroblob(16000016) AS BLOB)",
        1_000_001_u32.swap_bytes()
    );
    let many_routes = "WITH RECURSIVE n(i) AS (SELECT 10 UNION ALL SELECT i + 1 FROM n WHERE i < 10010)
        INSERT INTO route SELECT i, geometry, 'r-' || i, name, creator, days, length_m, official_length_m, districts,
            suitability, unverified
        FROM n, route WHERE fid = 1";
    // Nine rivers of 600,000 vertices, each within what one row may hold.
    let large_base_map = format!(
        "WITH RECURSIVE n(i) AS (SELECT 10 UNION ALL SELECT i + 1 FROM n WHERE i < 18)
         INSERT INTO base_waterway
         SELECT i, CAST(substr(geometry, 1, 54) || x'{:08x}' || zeroblob(9600000) AS BLOB), name, class
         FROM n, base_waterway WHERE fid = 1",
        600_000_u32.swap_bytes()
    );
    let many_borders = "WITH RECURSIVE n(i) AS (SELECT 10 UNION ALL SELECT i + 1 FROM n WHERE i < 1000010)
        INSERT INTO base_border (geometry, class) SELECT x'47500011e6100000010500000000000000', '' FROM n";
    assert_answers(&[
        (many_borders, "table `base_border` has more than 1000000 rows"),
        (many_stops, "more than 1000000 stops"),
        (many_routes, "more than 10000 routes"),
        (&large_base_map, "the base map has more than 5000000 vertices"),
        (&long_line, "a line of 1000001 vertices, at most 1000000 may be"),
        (
            "UPDATE text SET text = printf('%.65537c', 'a') WHERE table_name = 'stop' AND field = 'summary'",
            "`summary` in `de` of row 1 of table `stop` is 65537 bytes long, a text may have 65536",
        ),
        (
            "UPDATE stop SET official_note = printf('%.65537c', 'a')",
            "`official_note` in row 1 of table `stop` is 65537",
        ),
        (
            "UPDATE rendition SET data = zeroblob(20971521)",
            "picture `dune` has 20971521 bytes in size `list`, at most 20971520 may be",
        ),
        ("UPDATE rendition SET data = zeroblob(70000000)", "table `rendition` holds a row of more than"),
    ]);
}

#[test]
fn files_that_are_no_bundles() {
    let packed = Packed::new();
    let refused = |bytes: &[u8]| {
        packed.replace(bytes);
        packed.problem()
    };
    assert!(matches!(refused(b""), Problem::Empty));
    assert!(matches!(refused(b"<gpx/>"), Problem::NotAGeoPackage));
    assert!(matches!(refused(&[0; 4096]), Problem::NotAGeoPackage));
    fs::remove_file(&packed.path).expect("removes");
    assert!(matches!(packed.problem(), Problem::Unreadable(_)));
    packed.run("CREATE TABLE t (a)");
    assert!(matches!(packed.problem(), Problem::NotAGeoPackage));
    packed.run("PRAGMA application_id = 0x47504B47");
    assert!(matches!(packed.problem(), Problem::NotABundle));
    packed.run("PRAGMA journal_mode = WAL");
    assert!(matches!(packed.problem(), Problem::Changed));
    File::options().write(true).open(&packed.path).and_then(|file| file.set_len((1 << 30) + 1)).expect("grows");
    assert!(matches!(packed.problem(), Problem::FileTooLarge { bytes: 0x4000_0001 }));
    let folder = Bundle::open(packed.path.parent().expect("has one")).err().expect("refused");
    assert!(matches!(folder.problem, Problem::NotAFile), "{folder}");
}

#[test]
fn a_bundle_cut_off_anywhere_is_refused() {
    let packed = Packed::new();
    let whole = packed.bytes();
    let steps = (0..200).chain((200..whole.len()).step_by(509)).chain([whole.len() - 1]);
    for length in steps {
        packed.replace(&whole[..length]);
        let problem = packed.problem();
        let told = matches!(problem, Problem::Empty | Problem::NotAGeoPackage | Problem::Length { .. });
        assert!(told, "{length}: {problem}");
    }
}

#[test]
fn a_bundle_changed_anywhere_is_refused_or_read() {
    let packed = Packed::new();
    let whole = packed.bytes();
    let mut dice = Dice::seeded(0x9E37_79B9_7F4A_7C15);
    let mut refused = 0;
    for _ in 0..250 {
        let mut bytes = whole.clone();
        let page = dice.below(bytes.len() / 4096) * 4096;
        // Half of the harm goes to the start of the page, where its structure is.
        let span = if dice.below(2) == 0 { 64 } else { 4096 };
        for _ in 0..=dice.below(4) {
            bytes[page + dice.below(span)] = dice.below(256) as u8;
        }
        packed.replace(&bytes);
        let read = packed.read();
        let verified = Bundle::open(&packed.path).and_then(|bundle| bundle.verify());
        assert!(read.is_ok() || verified.is_err(), "what verifies can be read");
        refused += usize::from(verified.is_err());
    }
    assert!(refused > 60, "only {refused} of 250 were noticed");
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 64, ..ProptestConfig::default() })]

    #[test]
    fn any_bytes_after_a_true_header_are_refused(noise in proptest::collection::vec(any::<u8>(), 4096 - 100)) {
        let packed = Packed::new();
        let mut bytes = packed.bytes();
        bytes[100..4096].copy_from_slice(&noise);
        packed.replace(&bytes);
        prop_assert!(packed.read().is_err());
    }
}

/// A page of a table that holds no rows but points to one other page, 300 times.
fn page_pointing_to(page: u32) -> Vec<u8> {
    const CELLS: u16 = 300;
    let mut bytes = vec![0; 4096];
    let content = 4096 - CELLS * 5;
    bytes[0] = 5;
    bytes[3..5].copy_from_slice(&CELLS.to_be_bytes());
    bytes[5..7].copy_from_slice(&content.to_be_bytes());
    bytes[8..12].copy_from_slice(&page.to_be_bytes());
    for cell in 0..CELLS {
        let (pointer, at) = (usize::from(12 + 2 * cell), content + 5 * cell);
        bytes[pointer..pointer + 2].copy_from_slice(&at.to_be_bytes());
        bytes[usize::from(at)..usize::from(at) + 4].copy_from_slice(&page.to_be_bytes());
        bytes[usize::from(at) + 4] = 1;
    }
    bytes
}

#[test]
fn pages_that_lead_round_in_circles_come_to_an_end() {
    for table in ["base_water", "stop", "gpkg_metadata_reference", "stop_picture"] {
        let packed =
            Packed::after("CREATE TABLE filler (a); INSERT INTO filler VALUES (zeroblob(40000)); DROP TABLE filler");
        let connection = Connection::open(&packed.path).expect("opens");
        let sql = "SELECT rootpage FROM sqlite_schema WHERE name = ?1";
        let root: u32 = connection.query_row(sql, [table], |row| row.get(0)).expect("is there");
        drop(connection);
        let mut bytes = packed.bytes();
        let pages = (bytes.len() / 4096) as u32;
        let page = |number: u32| (number as usize - 1) * 4096..number as usize * 4096;
        let rows = bytes[page(root)].to_vec();
        bytes[page(pages)].copy_from_slice(&rows);
        for number in pages - 6..pages {
            bytes[page(number)].copy_from_slice(&page_pointing_to(number + 1));
        }
        bytes[page(root)].copy_from_slice(&page_pointing_to(pages - 6));
        packed.replace(&bytes);
        let problem = packed.problem();
        assert!(matches!(problem, Problem::Endless), "{table}: {problem}");
        let verified = Bundle::open(&packed.path).and_then(|bundle| bundle.verify());
        assert!(verified.is_err(), "{table}");
    }
}

/// The chain of a fuzzing day: a row that goes round in circles on overflow pages, which other rows share.
#[test]
fn a_row_without_end_is_refused_before_it_is_followed() {
    let packed = Packed::new();
    let fixture = File::open(project("tests/fixtures/strangers/bundle-endless-chain.zip")).expect("is there");
    let mut bytes = Vec::new();
    let mut archive = zip::ZipArchive::new(fixture).expect("an archive");
    archive.by_index(0).expect("an entry").read_to_end(&mut bytes).expect("reads");
    packed.replace(&bytes);
    let opened = Bundle::open(&packed.path).map(drop).expect_err("must be refused").problem;
    assert!(matches!(opened, Problem::Endless), "{opened}");
}

#[test]
fn a_chain_without_end_is_refused_in_any_table_at_any_size() {
    for (size, table, rows, bytes) in
        [(1_024, "gpkg_metadata", 2_000, 900_000), (512, "stop_picture", 300, 90_000), (65_536, "place", 40, 4_000_000)]
    {
        let packed = Packed::after(&format!(
            "PRAGMA page_size = {size}; VACUUM; CREATE TABLE filler (a);
             WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < {rows})
             INSERT INTO filler SELECT zeroblob(iif(i = 1, {bytes}, 3 * {size})) FROM n;
             PRAGMA writable_schema = ON;
             UPDATE sqlite_schema SET rootpage = (SELECT rootpage FROM sqlite_schema WHERE name = 'filler')
             WHERE name = '{table}'; DELETE FROM sqlite_schema WHERE name = 'filler'"
        ));
        let mut file = packed.bytes();
        let pages = file.len() / size;
        let next = |file: &[u8], page: usize| {
            usize::try_from(u32::from_be_bytes(file[page * size..][..4].try_into().expect("four"))).expect("small")
        };
        // Overflow pages of noughts that lead to the page behind them: the last of them leads back now.
        let chain: Vec<usize> = (0..pages)
            .filter(|page| {
                next(&file, *page) == page + 2 && file[page * size + 4..][..size - 4].iter().all(|byte| *byte == 0)
            })
            .collect();
        let (first, last) = (chain[0], chain[chain.len() - 1]);
        file[last * size..][..4].copy_from_slice(&(first as u32 + 1).to_be_bytes());
        packed.replace(&file);
        let opened = Bundle::open(&packed.path).map(drop).expect_err("must be refused").problem;
        assert!(matches!(opened, Problem::Endless), "{table}: {opened}");
    }
}
