//! What is told of routes that could not be written as GPX.

use super::codes::Code;
use super::told::Told;
use crate::gpx::ExportError;

pub(super) fn told(error: &ExportError) -> Told {
    match error {
        ExportError::NoRoute => Told::of(Code::ExportNoRoute),
        ExportError::NoStage { route, stage, known: _ } => {
            Told::of(Code::ExportNoStage).named("route", route).named("stage", stage)
        }
        ExportError::OneRoute(count) => Told::of(Code::ExportOneRoute).with("count", *count),
        ExportError::Tolerance(_) | ExportError::Points(_) => Told::of(Code::ExportDetail),
        ExportError::NoLength(stage) => Told::of(Code::ExportNoLength).named("stage", stage),
        ExportError::Write(error) => Told::of_io(error),
    }
}
