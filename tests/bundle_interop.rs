//! Others read our bundles: the OGC's own test suite and GDAL, which QGIS reads with.

use std::path::{Path, PathBuf};
use std::process::Command;

use route_guide_core::bundle;
use route_guide_core::model::Language;
use route_guide_tests::{collection, shared, tool};
use serde_json::Value;
use tempfile::TempDir;

fn packed() -> (TempDir, PathBuf) {
    let folder = TempDir::new().expect("a folder");
    let path = folder.path().join("spit.gpkg");
    bundle::write(&collection(), &path).expect("packs");
    (folder, path)
}

fn output(program: impl AsRef<std::ffi::OsStr>, arguments: &[&str], file: &Path) -> String {
    let output = Command::new(program).args(arguments).arg(file).output().expect("starts");
    let told = String::from_utf8(output.stdout).expect("in UTF-8");
    assert!(output.status.success(), "{told}\n{}", String::from_utf8_lossy(&output.stderr));
    told
}

/// A layer as GDAL sees it.
fn layer(file: &Path, name: &str) -> Vec<Value> {
    let arguments = ["-f", "GeoJSON", "-lco", "COORDINATE_PRECISION=15", "/vsistdout/"];
    let output = Command::new("ogr2ogr").args(arguments).arg(file).arg(name).output().expect("starts");
    let mut json: Value = serde_json::from_slice(&output.stdout).expect("JSON");
    serde_json::from_value(json["features"].take()).expect("features")
}

#[test]
fn the_ogc_suite_finds_no_fault() {
    let Some(suite) = shared("conformance/geopackage") else { return };
    if !tool("java") || !tool("python3") {
        return;
    }
    let (_folder, path) = packed();
    let told = output(suite, &[], &path);
    let counts: Vec<u32> = told.split_whitespace().filter_map(|word| word.parse().ok()).collect();
    let [passed, failed, _skipped] = counts[..] else { panic!("{told}") };
    assert_eq!(failed, 0, "{told}");
    // A file with features alone passes 43: the rest are Attributes, Extensions, Metadata, Related Tables and Media.
    assert!(passed >= 61, "{told}");
}

#[test]
fn gdal_lists_every_layer() {
    if !tool("ogrinfo") {
        return;
    }
    let (_folder, path) = packed();
    let told = output("ogrinfo", &["-ro", "-al", "-so"], &path);
    let listed: Vec<(&str, bool, u64)> = told.split("Layer name: ").skip(1).map(seen).collect();
    let expected = [
        ("route", true, 2),
        ("stage", true, 3),
        ("leg", true, 6),
        ("stop", true, 3),
        ("place", true, 2),
        ("base_water", true, 2),
        ("base_land", true, 2),
        ("base_inland_water", true, 2),
        ("base_waterway", true, 1),
        ("base_border", true, 1),
        ("text", false, 85),
        ("picture", false, 2),
        ("rendition", false, 6),
    ];
    assert_eq!(listed, expected, "{told}");
    assert!(told.contains("Extent: (21.000000, 55.300000) - (21.120000, 55.710000)"), "{told}");
}

/// A layer's name, whether it is on WGS 84, and how many rows it has.
fn seen(layer: &str) -> (&str, bool, u64) {
    let after = |key: &str| layer.split_once(key).and_then(|(_, rest)| rest.lines().next()).unwrap_or_default();
    (
        layer.lines().next().unwrap_or_default(),
        layer.contains("ID[\"EPSG\",4326]"),
        after("Feature Count: ").parse().expect("a number"),
    )
}

#[test]
fn gdal_reads_names_and_shapes() {
    if !tool("ogr2ogr") {
        return;
    }
    let (_folder, path) = packed();
    let packed = collection();
    let routes = layer(&path, "route");
    for (read, route) in routes.iter().zip(&packed.routes) {
        assert_eq!(read["properties"]["name"], route.name.in_language(Language::LT));
        let heights = route.line.elevations();
        let expected: Vec<Vec<f64>> = (route.line.points().iter().enumerate())
            .map(|(vertex, at)| [at.lon(), at.lat()].into_iter().chain(heights.map(|all| all[vertex])).collect())
            .collect();
        assert_eq!(read["geometry"]["coordinates"], serde_json::json!(expected));
    }
    let stops = layer(&path, "stop");
    let packed_stops: Vec<_> = packed.routes.iter().flat_map(|route| &route.stops).collect();
    assert_eq!((routes.len(), stops.len()), (packed.routes.len(), packed_stops.len()));
    for (read, stop) in stops.iter().zip(packed_stops) {
        assert_eq!(read["properties"]["id"], stop.id.as_str());
        let at = &read["geometry"]["coordinates"];
        let distance =
            (at[0].as_f64().expect("x") - stop.position.lon()).hypot(at[1].as_f64().expect("y") - stop.position.lat());
        assert!(distance < 1e-12, "{at}");
    }
    let areas = layer(&path, "base_water");
    assert_eq!(areas[0]["geometry"]["type"], "MultiPolygon");
    assert_eq!(areas[0]["geometry"]["coordinates"][0].as_array().map(Vec::len), Some(2), "a ring and a hole");
}
