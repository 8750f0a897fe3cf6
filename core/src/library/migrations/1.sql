-- Form 1. Tables end in `sum`, which seals each row (see sealed.rs); a row's number is its INTEGER PRIMARY KEY. Times are milliseconds since 1970-01-01 UTC, lengths metres, names JSON by language.

CREATE TABLE bundle (
  number INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  version INTEGER NOT NULL,
  file TEXT NOT NULL,
  bytes INTEGER NOT NULL,
  digest TEXT,
  key TEXT,
  installed_ms INTEGER NOT NULL,
  manifest TEXT NOT NULL,
  sum INTEGER NOT NULL
);

CREATE TABLE recording (
  number INTEGER PRIMARY KEY,
  key TEXT NOT NULL UNIQUE,
  state TEXT NOT NULL,
  origin TEXT NOT NULL,
  name TEXT,
  mode TEXT,
  bundle TEXT,
  route TEXT,
  followed TEXT,
  started_ms INTEGER NOT NULL,
  ended_ms INTEGER,
  binned_ms INTEGER,
  content TEXT,
  file TEXT,
  bytes INTEGER NOT NULL,
  sum INTEGER NOT NULL
);

-- The number joins the recording's number (above 32 bits) and the fix's place in it, from 0.
CREATE TABLE fix (
  number INTEGER PRIMARY KEY,
  segment INTEGER NOT NULL,
  ride_ms INTEGER NOT NULL,
  time_ms INTEGER NOT NULL,
  monotonic_ms INTEGER,
  lat REAL,
  lon REAL,
  accuracy_m REAL,
  altitude_m REAL,
  speed_mps REAL,
  course_deg REAL,
  refused TEXT,
  sum INTEGER NOT NULL
);

-- What a recording comes to, kept with every fix; it has the recording's number.
CREATE TABLE tally (
  number INTEGER PRIMARY KEY,
  tally TEXT NOT NULL,
  sum INTEGER NOT NULL
);

-- Photos and voice notes of a recording, which stay where the phone keeps them.
CREATE TABLE attachment (
  number INTEGER PRIMARY KEY,
  recording INTEGER NOT NULL,
  kind TEXT NOT NULL,
  name TEXT NOT NULL,
  bytes INTEGER NOT NULL,
  digest TEXT NOT NULL,
  time_ms INTEGER NOT NULL,
  lat REAL,
  lon REAL,
  sum INTEGER NOT NULL,
  UNIQUE (recording, digest)
);

-- Stops visited, seen from afar or skipped, stages and routes done; with their names, which a later version of the
-- bundle may no longer have.
CREATE TABLE milestone (
  number INTEGER PRIMARY KEY,
  kind TEXT NOT NULL,
  bundle TEXT NOT NULL,
  route TEXT NOT NULL,
  item TEXT NOT NULL,
  name TEXT NOT NULL,
  time_ms INTEGER NOT NULL,
  lat REAL,
  lon REAL,
  recording TEXT,
  sum INTEGER NOT NULL,
  UNIQUE (kind, bundle, route, item, time_ms)
);

-- Where the traveller is on a route, and the guidance to go on with.
CREATE TABLE standing (
  number INTEGER PRIMARY KEY,
  bundle TEXT NOT NULL,
  route TEXT NOT NULL,
  reversed INTEGER NOT NULL,
  along_m REAL NOT NULL,
  share REAL NOT NULL,
  time_ms INTEGER NOT NULL,
  fix TEXT NOT NULL,
  guidance BLOB NOT NULL,
  sum INTEGER NOT NULL,
  UNIQUE (bundle, route, reversed)
);

CREATE TABLE favourite (
  number INTEGER PRIMARY KEY,
  bundle TEXT NOT NULL,
  item TEXT NOT NULL,
  name TEXT NOT NULL,
  time_ms INTEGER NOT NULL,
  sum INTEGER NOT NULL,
  UNIQUE (bundle, item)
);

CREATE TABLE note (
  number INTEGER PRIMARY KEY,
  bundle TEXT NOT NULL,
  item TEXT NOT NULL,
  name TEXT NOT NULL,
  text TEXT NOT NULL,
  time_ms INTEGER NOT NULL,
  sum INTEGER NOT NULL,
  UNIQUE (bundle, item, text, time_ms)
);

CREATE TABLE setting (
  number INTEGER PRIMARY KEY,
  name TEXT NOT NULL UNIQUE,
  value TEXT NOT NULL,
  sum INTEGER NOT NULL
);

-- What was salvaged and what was lost, until the traveller has seen it.
CREATE TABLE damage (
  number INTEGER PRIMARY KEY,
  report TEXT NOT NULL,
  sum INTEGER NOT NULL
);
