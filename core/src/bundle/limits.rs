//! How much a bundle may hold: more than any honest one, less than what would hurt a phone.

/// The largest file: 1 GiB.
pub const MAX_FILE_BYTES: u64 = 1 << 30;
/// The most routes of a bundle.
pub const MAX_ROUTES: usize = 10_000;
/// The most stops of a bundle.
pub const MAX_STOPS: usize = 1_000_000;
/// The most vertices of one route's line.
pub const MAX_LINE_VERTICES: usize = 1_000_000;
/// The most vertices of the base map, all layers together.
pub const MAX_BASE_VERTICES: usize = 5_000_000;
/// The longest text: 64 KiB.
pub const MAX_TEXT_BYTES: usize = 64 << 10;
/// The largest file of a picture: 20 MiB.
pub const MAX_PICTURE_BYTES: usize = 20 << 20;

/// The most rows that answer one question: legs, places, facts, the ids of all stops; a row of ten bytes can take
/// hundreds in memory.
pub(super) const MAX_ROWS: usize = MAX_STOPS;
/// The longest piece of metadata, which holds several texts: 1 MiB.
pub(super) const MAX_METADATA_BYTES: usize = 1 << 20;
/// The largest row: the longest line with elevations takes 24 MB, the rest leaves room for an error that says more.
pub(super) const MAX_ROW_BYTES: i32 = 64 << 20;
/// The most tables and indexes; a bundle of today has fewer than fifty, later formats may have more.
pub(super) const MAX_OBJECTS: usize = 1_000;
/// The most bytes that tell how these are made, all together; today they are 12,000.
pub(super) const MAX_SCHEMA_BYTES: usize = 256 << 10;
/// The longest key of an index: keys are ids and names. Each look-up compares some.
pub(super) const MAX_INDEX_KEY_BYTES: usize = 16 << 10;
