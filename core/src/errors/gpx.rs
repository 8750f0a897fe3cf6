//! What is told of GPX files that cannot be read.

use super::codes::Code;
use super::told::Told;
use crate::gpx::{Fault, GpxError};

pub(super) fn told(error: &GpxError) -> Told {
    fault(&error.fault).at(error.at)
}

fn fault(fault: &Fault) -> Told {
    match fault {
        Fault::Empty => Told::of(Code::GpxEmpty),
        // The way out of archives is another: no program has to export anything.
        Fault::OtherFormat { what, way_out: _ } if what.ends_with("archive") => Told::of(Code::GpxPacked),
        Fault::OtherFormat { what: _, way_out: _ } | Fault::OtherRoot { root: _ } => Told::of(Code::GpxOtherFormat),
        Fault::NoRoot | Fault::CutOff { open: _ } => Told::of(Code::GpxCutOff),
        Fault::UnknownEncoding(_) => Told::of(Code::GpxEncoding),
        Fault::Malformed(_) | Fault::Entity(_) | Fault::Declarations | Fault::TooDeep(_) => Told::of(Code::GpxBroken),
        Fault::NoCoordinate { element: _, attribute: _ }
        | Fault::Coordinate { attribute: _, value: _, name: _, most: _, hint: _ } => Told::of(Code::GpxPosition),
        Fault::TooLong(_) | Fault::TooManyPoints(_) | Fault::TooManyParts(_) | Fault::TooMuchKept(_) => {
            Told::of(Code::GpxTooLarge)
        }
        Fault::NothingUnderstood { element: _ } => Told::of(Code::NothingToFollow),
        Fault::Io(error) => Told::of_io(error),
    }
}

#[cfg(test)]
mod tests {
    use crate::errors::Complaint;
    use crate::gpx::{Limits, read};
    use crate::model::Language;

    fn code(bytes: &[u8]) -> &'static str {
        let error = read(bytes, &Limits::phone()).expect_err("is refused");
        Complaint::of_gpx(&error, Language::EN).code
    }

    #[test]
    fn files_that_cannot_be_read_are_told_by_what_to_do_about_them() {
        assert_eq!(code(b""), "gpx.empty");
        assert_eq!(code(b"\x1F\x8B\x08"), "gpx.packed");
        assert_eq!(code(b"PK\x03\x04"), "gpx.packed");
        assert_eq!(code(b"{\"type\":"), "gpx.other-format");
        assert_eq!(code(b"<kml></kml>"), "gpx.other-format");
        assert_eq!(code(b"<gpx><trk>"), "gpx.cut-off");
        assert_eq!(code(b"<gpx><trk></gpx>"), "gpx.broken");
        assert_eq!(code(b"<?xml version='1.0' encoding='klingon'?><gpx/>"), "gpx.encoding");
        assert_eq!(code(b"<gpx><wpt lat='95' lon='21'/></gpx>"), "gpx.position");
    }
}
