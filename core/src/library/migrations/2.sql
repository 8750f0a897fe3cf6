-- Form 2: what can be searched. All of it comes from the installed bundles and can be made again from them.

CREATE TABLE search_bundle (
  number INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  -- Its things are numbered from here on without a gap.
  first INTEGER NOT NULL,
  count INTEGER NOT NULL
);

CREATE TABLE search_language (
  number INTEGER PRIMARY KEY,
  code TEXT NOT NULL UNIQUE
);

-- A route, stage, stop or place.
CREATE TABLE search_thing (
  number INTEGER PRIMARY KEY,
  bundle INTEGER NOT NULL REFERENCES search_bundle(number),
  kind INTEGER NOT NULL,
  route TEXT,
  id TEXT NOT NULL,
  -- Of a stop its category, of a place its kind.
  sort TEXT,
  lat REAL NOT NULL,
  lon REAL NOT NULL
);

-- What it is called in one language, to be shown.
CREATE TABLE search_name (
  thing INTEGER NOT NULL,
  language INTEGER NOT NULL,
  name TEXT NOT NULL,
  -- One a line.
  alternatives TEXT NOT NULL,
  PRIMARY KEY (thing, language)
) WITHOUT ROWID;

-- What is said of it in one language, to be quoted; numbered like the row of search_text_index.
CREATE TABLE search_text (
  number INTEGER PRIMARY KEY,
  text TEXT NOT NULL
);

-- Folded words. The number of a row says what it holds, in which language, of which thing and where: see number.rs.
CREATE VIRTUAL TABLE search_name_index USING fts5(
  words, content='', contentless_delete=1, detail=none, prefix='1 2 3 4 5 6 7 8', tokenize='ascii'
);
CREATE VIRTUAL TABLE search_text_index USING fts5(
  words, content='', contentless_delete=1, detail=none, prefix='3 4', tokenize='ascii'
);
-- Pages gathered in memory before they are written: fewer and larger ones are found faster.
INSERT INTO search_name_index(search_name_index, rank) VALUES('hashsize', 8388608);
INSERT INTO search_text_index(search_text_index, rank) VALUES('hashsize', 8388608);

-- The beginnings of the longer words of names, whole and with each letter left out: what somebody may type who slips.
CREATE TABLE search_slip (
  beginning TEXT NOT NULL,
  word TEXT NOT NULL,
  bundle INTEGER NOT NULL,
  PRIMARY KEY (beginning, word, bundle)
) WITHOUT ROWID;
