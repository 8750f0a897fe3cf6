//! What is told of files that were brought in, though not everything in them was as it should be.

use super::told::{Coded, Told};
use crate::gpx::{Oddity, Warning};
use crate::library::{Remark, RemarkAbout};
use crate::model::Language;
use crate::model::named::named;

named!(
    /// What was not as it should be. Like the codes of complaints these are added, never changed.
    CaveatCode {
        /// So many tracks that they became one recording.
        AsOne = "read.as-one",
        /// Points where nobody can have been at their times were left out.
        Astray = "read.astray",
        /// What stands at a fault in the file was left out.
        Broken = "read.broken",
        /// The file breaks off.
        CutOff = "read.cut-off",
        /// It is not quite GPX; nothing was lost.
        Form = "read.form",
        /// Heights that are none; their points are there without them.
        Heights = "read.heights",
        /// Tracks that lead nowhere were left out.
        LeftOut = "read.left-out",
        /// Letters that cannot be read are shown as a mark.
        Letters = "read.letters",
        /// What stands where it does not belong was left out.
        Misplaced = "read.misplaced",
        /// More than is told one by one.
        More = "read.more",
        /// Files of other kinds were passed over.
        PassedOver = "read.passed-over",
        /// Points without a position were left out.
        Positions = "read.positions",
        /// Heights that stand out like spikes do not count.
        Spikes = "read.spikes",
        /// Times that are none; their points are there without them.
        Times = "read.times",
        /// What follows the end was left out.
        Trailing = "read.trailing",
        /// Tracks that are the same as others of the file were brought in once.
        Twice = "read.twice",
    }
);

impl Coded for CaveatCode {
    fn code(self) -> &'static str {
        self.name()
    }
}

/// Something that went well but for this, told to three listeners.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Caveat {
    /// For programs and support, stable.
    pub code: CaveatCode,
    /// For the traveller, in their language; in English where there are no texts in it.
    pub text: String,
    /// For whoever looks into it, in English. May hold paths.
    pub detail: String,
}

impl Caveat {
    /// What to know of a file that was brought in.
    #[must_use]
    pub fn of_import(remark: &Remark, language: Language) -> Caveat {
        let told = told(&remark.about).file(&remark.file);
        Caveat { code: told.code, text: told.text(language), detail: remark.to_string() }
    }
}

fn told(about: &RemarkAbout) -> Told<CaveatCode> {
    match about {
        RemarkAbout::Odd { first: first @ Warning { oddity: Oddity::BrokenInAll { places, .. }, .. }, count: _ } => {
            odd(first).with("count", *places)
        }
        RemarkAbout::Odd { first, count } => odd(first).with("count", *count),
        RemarkAbout::MoreOdd { count } => Told::of(CaveatCode::More).with("count", *count),
        RemarkAbout::Astray { points } => Told::of(CaveatCode::Astray).with("count", *points as u64),
        RemarkAbout::LeftOut { parts } => Told::of(CaveatCode::LeftOut).with("count", *parts as u64),
        RemarkAbout::AsOne { parts } => Told::of(CaveatCode::AsOne).with("count", *parts as u64),
        RemarkAbout::Twice { parts } => Told::of(CaveatCode::Twice).with("count", *parts as u64),
        RemarkAbout::Spikes { heights } => Told::of(CaveatCode::Spikes).with("count", *heights as u64),
        RemarkAbout::PassedOver(holds) => Told::of(CaveatCode::PassedOver).with("count", holds.others()),
    }
}

fn odd(first: &Warning) -> Told<CaveatCode> {
    let code = match first.oddity {
        Oddity::Time(_) => CaveatCode::Times,
        Oddity::Elevation(_) | Oddity::ImpossibleElevation(_) => CaveatCode::Heights,
        Oddity::Position(_) | Oddity::Nowhere | Oddity::Astray { .. } | Oddity::Shape { .. } => CaveatCode::Positions,
        Oddity::CutOff { .. } => CaveatCode::CutOff,
        Oddity::Broken { .. } | Oddity::BrokenInAll { .. } => CaveatCode::Broken,
        Oddity::Bytes => CaveatCode::Letters,
        Oddity::Version(_) | Oddity::Namespace(_) | Oddity::Prefix(_) | Oddity::Leading { .. } => CaveatCode::Form,
        Oddity::Misplaced(_) => CaveatCode::Misplaced,
        Oddity::Trailing { .. } => CaveatCode::Trailing,
    };
    Told::of(code).at(first.at)
}
