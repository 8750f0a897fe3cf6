-- Format 1.1. The writer executes this file and the reader compares what it opens with it.
-- Format 1.0 had the same tables, but no digest of the content among the metadata.
-- A UNIQUE of several columns is there so that what hangs on a row is found without looking at every row.
-- Above are the tables of OGC GeoPackage 1.3 and its Metadata and Related Tables extensions, below are ours.

CREATE TABLE gpkg_spatial_ref_sys (
  srs_name TEXT NOT NULL,
  srs_id INTEGER NOT NULL PRIMARY KEY,
  organization TEXT NOT NULL,
  organization_coordsys_id INTEGER NOT NULL,
  definition TEXT NOT NULL,
  description TEXT
);

CREATE TABLE gpkg_contents (
  table_name TEXT NOT NULL PRIMARY KEY,
  data_type TEXT NOT NULL,
  identifier TEXT UNIQUE,
  description TEXT DEFAULT '',
  last_change DATETIME NOT NULL DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ','now')),
  min_x DOUBLE,
  min_y DOUBLE,
  max_x DOUBLE,
  max_y DOUBLE,
  srs_id INTEGER,
  CONSTRAINT fk_gc_r_srs_id FOREIGN KEY (srs_id) REFERENCES gpkg_spatial_ref_sys(srs_id)
);

CREATE TABLE gpkg_geometry_columns (
  table_name TEXT NOT NULL,
  column_name TEXT NOT NULL,
  geometry_type_name TEXT NOT NULL,
  srs_id INTEGER NOT NULL,
  z TINYINT NOT NULL,
  m TINYINT NOT NULL,
  CONSTRAINT pk_geom_cols PRIMARY KEY (table_name, column_name),
  CONSTRAINT uk_gc_table_name UNIQUE (table_name),
  CONSTRAINT fk_gc_tn FOREIGN KEY (table_name) REFERENCES gpkg_contents(table_name),
  CONSTRAINT fk_gc_srs FOREIGN KEY (srs_id) REFERENCES gpkg_spatial_ref_sys(srs_id)
);

CREATE TABLE gpkg_extensions (
  table_name TEXT,
  column_name TEXT,
  extension_name TEXT NOT NULL,
  definition TEXT NOT NULL,
  scope TEXT NOT NULL,
  CONSTRAINT ge_tce UNIQUE (table_name, column_name, extension_name)
);

CREATE TABLE gpkg_metadata (
  id INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
  md_scope TEXT NOT NULL DEFAULT 'dataset',
  md_standard_uri TEXT NOT NULL,
  mime_type TEXT NOT NULL DEFAULT 'text/xml',
  metadata TEXT NOT NULL DEFAULT ''
);

CREATE TABLE gpkg_metadata_reference (
  reference_scope TEXT NOT NULL,
  table_name TEXT,
  column_name TEXT,
  row_id_value INTEGER,
  timestamp DATETIME NOT NULL DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ','now')),
  md_file_id INTEGER NOT NULL,
  md_parent_id INTEGER,
  CONSTRAINT crmr_by_row UNIQUE (table_name, row_id_value, md_file_id),
  CONSTRAINT crmr_mfi_fk FOREIGN KEY (md_file_id) REFERENCES gpkg_metadata(id),
  CONSTRAINT crmr_mpi_fk FOREIGN KEY (md_parent_id) REFERENCES gpkg_metadata(id)
);

CREATE TABLE gpkgext_relations (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  base_table_name TEXT NOT NULL,
  base_primary_column TEXT NOT NULL DEFAULT 'id',
  related_table_name TEXT NOT NULL,
  related_primary_column TEXT NOT NULL DEFAULT 'id',
  relation_name TEXT NOT NULL,
  mapping_table_name TEXT NOT NULL UNIQUE
);

-- Layers. `name` repeats the name in the bundle's first language for whoever looks at the map in a GIS; every text
-- in every language is in `text`. Lists are JSON arrays. Lengths are metres, `from_m` and `to_m` along the route.

CREATE TABLE route (
  fid INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
  geometry LINESTRING NOT NULL,
  id TEXT NOT NULL UNIQUE,
  name TEXT NOT NULL,
  creator TEXT NOT NULL,
  days INTEGER,
  length_m DOUBLE NOT NULL,
  official_length_m DOUBLE,
  districts TEXT NOT NULL,
  suitability TEXT NOT NULL,
  unverified TEXT NOT NULL
);

CREATE TABLE stage (
  fid INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
  geometry LINESTRING NOT NULL,
  route TEXT NOT NULL,
  id TEXT NOT NULL,
  name TEXT NOT NULL,
  from_m DOUBLE NOT NULL,
  to_m DOUBLE NOT NULL,
  UNIQUE (route, id)
);

CREATE TABLE leg (
  fid INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
  geometry LINESTRING NOT NULL,
  route TEXT NOT NULL,
  id TEXT NOT NULL,
  stage TEXT NOT NULL,
  mode TEXT NOT NULL,
  origin TEXT NOT NULL,
  accuracy_m DOUBLE NOT NULL,
  follows TEXT NOT NULL,
  from_m DOUBLE NOT NULL,
  to_m DOUBLE NOT NULL,
  UNIQUE (route, id)
);

CREATE TABLE stop (
  fid INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
  geometry POINT NOT NULL,
  route TEXT NOT NULL,
  id TEXT NOT NULL UNIQUE,
  stage TEXT NOT NULL,
  name TEXT NOT NULL,
  category TEXT NOT NULL,
  accuracy_m DOUBLE NOT NULL,
  position_source TEXT NOT NULL,
  radius_m DOUBLE NOT NULL,
  official BOOLEAN NOT NULL,
  official_note TEXT,
  optional BOOLEAN NOT NULL,
  same_place_as TEXT,
  unverified TEXT NOT NULL,
  along_m DOUBLE NOT NULL,
  distance_m DOUBLE NOT NULL,
  side TEXT NOT NULL,
  UNIQUE (route, id)
);

CREATE TABLE place (
  fid INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
  geometry POINT NOT NULL,
  id TEXT NOT NULL UNIQUE,
  name TEXT NOT NULL,
  kind TEXT NOT NULL,
  accuracy_m DOUBLE NOT NULL,
  position_source TEXT NOT NULL,
  unverified TEXT NOT NULL,
  address TEXT,
  phone TEXT,
  mobile TEXT,
  source TEXT
);

CREATE TABLE base_water (
  fid INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
  geometry MULTIPOLYGON NOT NULL,
  name TEXT,
  class TEXT NOT NULL
);

CREATE TABLE base_land (
  fid INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
  geometry MULTIPOLYGON NOT NULL,
  name TEXT,
  class TEXT NOT NULL
);

CREATE TABLE base_inland_water (
  fid INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
  geometry MULTIPOLYGON NOT NULL,
  name TEXT,
  class TEXT NOT NULL
);

CREATE TABLE base_waterway (
  fid INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
  geometry MULTILINESTRING NOT NULL,
  name TEXT,
  class TEXT NOT NULL
);

CREATE TABLE base_border (
  fid INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
  geometry MULTILINESTRING NOT NULL,
  name TEXT,
  class TEXT NOT NULL
);

-- Attributes.

CREATE TABLE text (
  fid INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
  table_name TEXT NOT NULL,
  row_id INTEGER NOT NULL,
  field TEXT NOT NULL,
  language TEXT NOT NULL,
  text TEXT NOT NULL,
  UNIQUE (table_name, row_id, field, language)
);

CREATE TABLE picture (
  fid INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
  id TEXT NOT NULL UNIQUE,
  author TEXT NOT NULL,
  licence TEXT NOT NULL,
  source TEXT
);

CREATE TABLE rendition (
  fid INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
  size TEXT NOT NULL,
  width INTEGER NOT NULL,
  height INTEGER NOT NULL,
  content_type TEXT NOT NULL,
  data BLOB NOT NULL
);

-- Which pictures a route or stop has, and in which renditions a picture is there.

CREATE TABLE route_picture (
  id INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
  base_id INTEGER NOT NULL,
  related_id INTEGER NOT NULL,
  UNIQUE (base_id, id)
);

CREATE TABLE stop_picture (
  id INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
  base_id INTEGER NOT NULL,
  related_id INTEGER NOT NULL,
  UNIQUE (base_id, id)
);

CREATE TABLE picture_rendition (
  id INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
  base_id INTEGER NOT NULL,
  related_id INTEGER NOT NULL UNIQUE,
  UNIQUE (base_id, related_id)
);

-- What is the same in every bundle.

INSERT INTO gpkg_spatial_ref_sys VALUES
  ('Undefined Cartesian', -1, 'NONE', -1, 'undefined', 'undefined Cartesian coordinate reference system'),
  ('Undefined geographic', 0, 'NONE', 0, 'undefined', 'undefined geographic coordinate reference system'),
  ('WGS 84', 4326, 'EPSG', 4326, 'GEOGCS["WGS 84",DATUM["WGS_1984",SPHEROID["WGS 84",6378137,298.257223563,AUTHORITY["EPSG","7030"]],AUTHORITY["EPSG","6326"]],PRIMEM["Greenwich",0,AUTHORITY["EPSG","8901"]],UNIT["degree",0.0174532925199433,AUTHORITY["EPSG","9122"]],AXIS["Latitude",NORTH],AXIS["Longitude",EAST],AUTHORITY["EPSG","4326"]]', 'longitude and latitude in degrees on the WGS 84 ellipsoid');

INSERT INTO gpkg_contents (table_name, data_type, identifier, description, srs_id) VALUES
  ('route', 'features', 'Routes', 'The line of each route', 4326),
  ('stage', 'features', 'Stages', 'A day''s part of a route', 4326),
  ('leg', 'features', 'Legs', 'Stretches of a route with one mode, origin and accuracy', 4326),
  ('stop', 'features', 'Stops', 'Points of interest in their place on a route', 4326),
  ('place', 'features', 'Places', 'Settlements, ferry piers and information centres', 4326),
  ('base_water', 'features', 'Base map: water', 'Sea and lagoon', 4326),
  ('base_land', 'features', 'Base map: land', 'Land', 4326),
  ('base_inland_water', 'features', 'Base map: inland water', 'Lakes, ponds and wide rivers', 4326),
  ('base_waterway', 'features', 'Base map: waterways', 'Rivers and streams', 4326),
  ('base_border', 'features', 'Base map: borders', 'Borders between countries', 4326),
  ('text', 'attributes', 'Texts', 'Every text in every language, by table, row and field', NULL),
  ('picture', 'attributes', 'Pictures', 'Author, licence and source of each picture', NULL),
  ('rendition', 'attributes', 'Renditions', 'The pictures in several sizes', NULL);

INSERT INTO gpkg_geometry_columns VALUES
  ('route', 'geometry', 'LINESTRING', 4326, 2, 0),
  ('stage', 'geometry', 'LINESTRING', 4326, 2, 0),
  ('leg', 'geometry', 'LINESTRING', 4326, 2, 0),
  ('stop', 'geometry', 'POINT', 4326, 0, 0),
  ('place', 'geometry', 'POINT', 4326, 0, 0),
  ('base_water', 'geometry', 'MULTIPOLYGON', 4326, 0, 0),
  ('base_land', 'geometry', 'MULTIPOLYGON', 4326, 0, 0),
  ('base_inland_water', 'geometry', 'MULTIPOLYGON', 4326, 0, 0),
  ('base_waterway', 'geometry', 'MULTILINESTRING', 4326, 0, 0),
  ('base_border', 'geometry', 'MULTILINESTRING', 4326, 0, 0);

INSERT INTO gpkg_extensions VALUES
  ('gpkg_metadata', NULL, 'gpkg_metadata', 'http://www.geopackage.org/spec130/#extension_metadata', 'read-write'),
  ('gpkg_metadata_reference', NULL, 'gpkg_metadata', 'http://www.geopackage.org/spec130/#extension_metadata', 'read-write'),
  ('gpkgext_relations', NULL, 'gpkg_related_tables', 'http://docs.opengeospatial.org/is/18-000/18-000.html', 'read-write'),
  ('route_picture', NULL, 'gpkg_related_tables', 'http://docs.opengeospatial.org/is/18-000/18-000.html', 'read-write'),
  ('stop_picture', NULL, 'gpkg_related_tables', 'http://docs.opengeospatial.org/is/18-000/18-000.html', 'read-write'),
  ('picture_rendition', NULL, 'gpkg_related_tables', 'http://docs.opengeospatial.org/is/18-000/18-000.html', 'read-write');

INSERT INTO gpkgext_relations VALUES
  (1, 'route', 'fid', 'picture', 'fid', 'attributes', 'route_picture'),
  (2, 'stop', 'fid', 'picture', 'fid', 'attributes', 'stop_picture'),
  (3, 'picture', 'fid', 'rendition', 'fid', 'media', 'picture_rendition');
