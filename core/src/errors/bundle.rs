//! What is told of the errors of bundles.

use super::codes::Code;
use super::told::Told;
use crate::bundle::{BundleError, Problem};
use crate::model::FORMAT;

pub(super) fn told(error: &BundleError) -> Told {
    problem(&error.problem).file(&error.path)
}

fn problem(problem: &Problem) -> Told {
    match problem {
        Problem::Unreadable(_) => Told::of(Code::BundleMissing),
        Problem::NotAFile | Problem::Empty | Problem::NotAGeoPackage | Problem::NotABundle => {
            Told::of(Code::NotABundle)
        }
        Problem::Length { bytes: _, expected: _ } => Told::of(Code::BundleIncomplete),
        Problem::Changed => Told::of(Code::BundleOpenElsewhere),
        Problem::NewerFormat { major, minor } => {
            Told::of(Code::BundleNewer).with("major", *major).with("minor", *minor).with("most", FORMAT.0)
        }
        Problem::Foreign { kind: _, name: _ }
        | Problem::TooManyTables
        | Problem::PictureUntrue { picture: _, size: _, reason: _ } => Told::of(Code::BundleForeign),
        // Only its publisher can make it smaller.
        Problem::FileTooLarge { bytes: _ }
        | Problem::TooManyRoutes
        | Problem::TooManyStops
        | Problem::TooManyVertices { table: _, row: _, vertices: _ }
        | Problem::BaseMapTooLarge
        | Problem::TextTooLong { what: _, bytes: _ }
        | Problem::PictureTooLarge { picture: _, size: _, bytes: _ }
        | Problem::TooManyRows(_) => Told::of(Code::BundleTooLarge),
        // Wherever it was seen, the way out is to fetch it again.
        Problem::MissingTable(_)
        | Problem::MissingColumn { table: _, column: _ }
        | Problem::ColumnType { table: _, column: _, found: _, expected: _ }
        | Problem::RowTooLarge(_)
        | Problem::Value { table: _, row: _, reason: _ }
        | Problem::Position { table: _, row: _, reason: _ }
        | Problem::Line { table: _, row: _, reason: _ }
        | Problem::Route(_)
        | Problem::Twice(_)
        | Problem::Endless
        | Problem::Damaged { part: _, source: _ } => Told::of(Code::BundleDamaged),
        Problem::NoSuchRoute(route) => Told::of(Code::BundleNoRoute).named("route", route.as_str()),
        Problem::NoSuchPlace(place) => Told::of(Code::BundleNoPlace).named("place", place.as_str()),
        Problem::NoSuchPicture { picture, size: _ } => {
            Told::of(Code::BundleNoPicture).named("picture", picture.as_str())
        }
        Problem::Altered | Problem::NoDigest => Told::of(Code::BundleAltered),
    }
}
