//! What goes wrong with bundles, in words for people.

use std::error::Error;
use std::io;
use std::path::PathBuf;

use super::limits::{
    MAX_BASE_VERTICES, MAX_FILE_BYTES, MAX_LINE_VERTICES, MAX_OBJECTS, MAX_PICTURE_BYTES, MAX_ROUTES, MAX_ROW_BYTES,
    MAX_ROWS, MAX_STOPS, MAX_TEXT_BYTES,
};
use crate::geometry::{LineError, PointError};
use crate::model::{FORMAT, PictureId, PlaceId, RouteError, RouteId, Size};

/// Why a bundle could not be opened or read.
#[derive(Debug, thiserror::Error)]
#[error("{}: {problem}", path.display())]
pub struct BundleError {
    /// The file.
    pub path: PathBuf,
    /// What is wrong with it.
    pub problem: Problem,
}

/// What is wrong with a bundle.
#[derive(Debug, thiserror::Error)]
pub enum Problem {
    /// The file is not there or may not be read.
    #[error("the file cannot be read; check that it is there and that you may read it")]
    Unreadable(#[source] io::Error),
    /// A folder, a device or the like.
    #[error("this is not a file; give the path of a bundle (*.gpkg)")]
    NotAFile,
    /// Nothing in it.
    #[error("the file is empty; fetch or pack the bundle again")]
    Empty,
    /// Larger than a bundle may be.
    #[error("the file has {bytes} bytes, a bundle at most {MAX_FILE_BYTES}; split the collection into several bundles")]
    FileTooLarge {
        /// Its size.
        bytes: u64,
    },
    /// Another kind of file.
    #[error("the file is no GeoPackage; give the path of a bundle (*.gpkg)")]
    NotAGeoPackage,
    /// A GeoPackage of something else.
    #[error("the file is a GeoPackage but no route guide bundle: it has no manifest; pack one from its source")]
    NotABundle,
    /// Not as long as it says.
    #[error("the file has {bytes} bytes, but {expected} were written; it was cut off or added to: fetch it again")]
    Length {
        /// Its size.
        bytes: u64,
        /// The size that its first page tells.
        expected: u64,
    },
    /// Open in a program that changes files, or left by it in the middle of that.
    #[error(
        "another program has the file open for changes or left it so (QGIS does while it shows a layer); close it there, or fetch the bundle again"
    )]
    Changed,
    /// From the future.
    #[error("the bundle has format {major}.{minor}, this version reads up to format {}; update the app", FORMAT.0)]
    NewerFormat {
        /// The first number of its format.
        major: u32,
        /// The second.
        minor: u32,
    },
    /// Something that no bundle has.
    #[error("the bundle holds the {kind} `{name}`, which no bundle has; do not trust it, fetch it from its publisher")]
    Foreign {
        /// `view`, `trigger`, `virtual table`, `index`, `table`, `column` or `generated column`.
        kind: &'static str,
        /// Its name.
        name: String,
    },
    /// A table that every bundle has is not there.
    #[error("the bundle has no table `{0}`; fetch or pack it again")]
    MissingTable(String),
    /// A column that every bundle has is not there.
    #[error("table `{table}` of the bundle has no column `{column}`; fetch or pack it again")]
    MissingColumn {
        /// The table.
        table: String,
        /// The column.
        column: String,
    },
    /// A column holds another type.
    #[error(
        "column `{column}` of table `{table}` is `{found}`, but a bundle's is `{expected}`; fetch or pack it again"
    )]
    ColumnType {
        /// The table.
        table: String,
        /// The column.
        column: String,
        /// As the bundle declares it.
        found: String,
        /// As it should be.
        expected: String,
    },
    /// More tables and indexes than anybody needs, or such as take too many words to tell.
    #[error(
        "the bundle has more than {MAX_OBJECTS} tables and indexes, or such as no bundle has; do not trust it, fetch it from its publisher"
    )]
    TooManyTables,
    /// More routes than a bundle may have.
    #[error("the bundle has more than {MAX_ROUTES} routes; split it into several bundles")]
    TooManyRoutes,
    /// More stops than a bundle may have.
    #[error("the bundle has more than {MAX_STOPS} stops; split it into several bundles")]
    TooManyStops,
    /// A line of too many vertices.
    #[error(
        "row {row} of table `{table}` has a line of {vertices} vertices, at most {MAX_LINE_VERTICES} may be; simplify it"
    )]
    TooManyVertices {
        /// The table.
        table: &'static str,
        /// The row's number.
        row: i64,
        /// How many it declares.
        vertices: u64,
    },
    /// A base map of too many vertices.
    #[error("the base map has more than {MAX_BASE_VERTICES} vertices; simplify it")]
    BaseMapTooLarge,
    /// A text that is too long.
    #[error("{what} is {bytes} bytes long, a text may have {MAX_TEXT_BYTES}; shorten it")]
    TextTooLong {
        /// Which text.
        what: String,
        /// Its length.
        bytes: usize,
    },
    /// A picture whose file is too large.
    #[error(
        "picture `{picture}` has {bytes} bytes in size `{size}`, at most {MAX_PICTURE_BYTES} may be; make it smaller"
    )]
    PictureTooLarge {
        /// Which picture.
        picture: String,
        /// In which size.
        size: String,
        /// Its length.
        bytes: usize,
    },
    /// A picture whose file is another than its row tells, or would take more room than its size does.
    #[error("picture `{picture}` in size `{size}` {reason}; do not trust the bundle, fetch it from its publisher")]
    PictureUntrue {
        /// Which picture.
        picture: String,
        /// In which size.
        size: String,
        /// What is wrong with its file.
        reason: String,
    },
    /// More rows than anybody asks for at once.
    #[error("table `{0}` has more than {MAX_ROWS} rows for one question; split the bundle into several")]
    TooManyRows(&'static str),
    /// A row beyond all sense.
    #[error("table `{0}` holds a row of more than {MAX_ROW_BYTES} bytes; fetch or pack the bundle again")]
    RowTooLarge(&'static str),
    /// A value that makes no sense.
    #[error("row {row} of table `{table}`: {reason}; fetch or pack the bundle again")]
    Value {
        /// The table.
        table: &'static str,
        /// The row's number.
        row: i64,
        /// Which value, and what is wrong with it.
        reason: String,
    },
    /// A position off the earth.
    #[error("row {row} of table `{table}`: {reason}; fetch or pack the bundle again")]
    Position {
        /// The table.
        table: &'static str,
        /// The row's number.
        row: i64,
        /// What is wrong with it.
        reason: PointError,
    },
    /// Positions that make no line.
    #[error("row {row} of table `{table}`: {reason}; fetch or pack the bundle again")]
    Line {
        /// The table.
        table: &'static str,
        /// The row's number.
        row: i64,
        /// What is wrong with it.
        reason: LineError,
    },
    /// Parts that make no route.
    #[error("{0}; fetch or pack the bundle again")]
    Route(RouteError),
    /// Something that must be there once.
    #[error("the bundle has {0} twice; fetch or pack it again")]
    Twice(String),
    /// A route that is not in the bundle.
    #[error("the bundle has no route `{0}`; choose one of those it lists")]
    NoSuchRoute(RouteId),
    /// A place that is not in the bundle.
    #[error("the bundle has no place `{0}`; choose one of those it lists")]
    NoSuchPlace(PlaceId),
    /// A picture that is not in the bundle.
    #[error("the bundle has no picture `{picture}` in size `{size}`; choose one that a route or stop names")]
    NoSuchPicture {
        /// Which picture.
        picture: PictureId,
        /// In which size.
        size: Size,
    },
    /// Pages that lead round in circles.
    #[error("the bundle's pages lead round in circles; it is damaged or made to harm: fetch it from its publisher")]
    Endless,
    /// Not what was packed, though it fits together.
    #[error("the bundle's content is not what its publisher packed (its digest differs); fetch it again")]
    Altered,
    /// A bundle of a format with a digest, without one.
    #[error("the bundle has lost the digest of its content, so nobody can tell whether it is whole; fetch it again")]
    NoDigest,
    /// What the file's structure says does not fit together.
    #[error("the bundle is damaged ({part}); fetch it again")]
    Damaged {
        /// Where that was seen.
        part: &'static str,
        /// What the database said.
        #[source]
        source: Box<dyn Error + Send + Sync>,
    },
}

/// Why a bundle could not be written. Nothing is left behind, and an older file of the same name is as it was.
#[derive(Debug, thiserror::Error)]
pub enum WriteError {
    /// The day of publication is none.
    #[error("the manifest says it was published on `{0}`; write a day as 2026-11-23")]
    Published(String),
    /// An address that phones would not open in a browser.
    #[error("`{0}` is no address of the web; begin it with https:// and put no spaces into it")]
    Address(String),
    /// Two things share an id.
    #[error("the collection has {0} twice; give each its own id")]
    Twice(String),
    /// An accuracy, radius or distance that is none.
    #[error("a length of `{0}` is less than nothing or no number; give its accuracy, radius and distance in metres")]
    Length(String),
    /// A picture told in two ways.
    #[error("picture `{0}` has different authors, licences, sources or captions in two places; make them the same")]
    PictureDiffers(PictureId),
    /// A file of a picture that nothing shows.
    #[error("picture `{0}` belongs to no route or stop; name it there or leave it out")]
    PictureUnused(PictureId),
    /// A media type that no bundle holds.
    #[error("picture `{picture}` is `{media_type}`; make it image/jpeg, image/png or image/webp")]
    MediaType {
        /// Which picture.
        picture: PictureId,
        /// What it says.
        media_type: String,
    },
    /// Layers of the base map out of order.
    #[error(
        "layer `{0}` of the base map is empty, there twice or out of order; give each layer that has features once, in the order of drawing"
    )]
    LayerOrder(&'static str),
    /// Lines in a layer of areas, or the other way round.
    #[error(
        "layer `{0}` of the base map holds the wrong kind of shape; areas go into water, land and inland-water, lines into waterway and border"
    )]
    LayerShape(&'static str),
    /// What was written could not be read again, because it is larger or longer than a bundle may hold.
    #[error("the collection makes no bundle: {0}")]
    Refused(Problem),
    /// The disk said no.
    #[error("`{}` cannot be written; check that the folder is there, that you may write in it, that the disk has room and that no other program has the file open", path.display())]
    Disk {
        /// The file.
        path: PathBuf,
        /// What the system said.
        #[source]
        source: Box<dyn Error + Send + Sync>,
    },
}
