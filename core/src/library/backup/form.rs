//! `library.json`, the part of a backup that is for programs.

use std::collections::BTreeMap;

use rusqlite::Connection;
use serde::{Deserialize, Serialize};

use super::number;
use super::numbering::lost;
use super::omitted::Omitted;
use super::rows::{self, Chosen, Rows};
use crate::geometry::{Along, Metres, Point};
use crate::gpx::FileName;
use crate::library::archive::MOST_FILES;
use crate::library::bounds::{self, MOST_ATTACHMENTS, YEARS_MS};
use crate::library::recordings::{
    Attachment, AttachmentKind, Followed, KeptFix, Origin, Recording, RecordingId, State, Told,
};
use crate::library::standing::{LastFix, Placed, Standing};
use crate::library::{Favourite, Item, Milestone, MilestoneKind, Note, Trouble};
use crate::model::{BundleId, Fix, Mode, RouteId};

/// The folders in the archive: of the traveller's own rides, and of tracks that were brought in.
pub(super) const RIDES: &str = "rides";
pub(super) const TRACKS: &str = "tracks";
/// The file's name in the archive.
pub(super) const NAME: &str = "library.json";
/// The form that is written, as major and minor number; any minor of the same major is read. In the first minor, fixes
/// that are not in a ride's GPX file stood among what is known of it.
pub(super) const FORM: [u32; 2] = [1, 1];

/// Longer than any guidance that was saved.
const MOST_GUIDANCE_BYTES: usize = 64 << 10;

#[derive(Serialize, Deserialize)]
pub(super) struct BackupJson {
    pub form: [u32; 2],
    #[serde(default)]
    pub settings: Chosen,
    #[serde(default)]
    pub favourites: Rows<KeptJson>,
    #[serde(default)]
    pub notes: Rows<KeptJson>,
    #[serde(default)]
    pub milestones: Rows<MilestoneJson>,
    #[serde(default)]
    pub standings: Rows<StandingJson>,
    #[serde(default)]
    pub recordings: Rows<RecordingJson, MOST_FILES>,
}

impl BackupJson {
    /// Calls recordings by other keys, wherever they are named.
    pub fn call_recordings(&mut self, keys: &BTreeMap<String, String>) {
        let named = self.milestones.rows.iter_mut().filter_map(|milestone| milestone.recording.as_mut());
        let followed = self.standings.rows.iter_mut().filter(|standing| standing.way[0].is_empty());
        for named in named.chain(followed.map(|standing| &mut standing.way[1])) {
            if let Some(key) = keys.get(named) {
                named.clone_from(key);
            }
        }
    }
}

/// A favourite, or with words a note.
#[derive(Serialize, Deserialize)]
pub(super) struct KeptJson {
    bundle: String,
    item: String,
    name: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    text: Option<String>,
    time_ms: i64,
}

#[derive(Serialize, Deserialize)]
pub(super) struct MilestoneJson {
    kind: String,
    bundle: String,
    route: String,
    item: String,
    name: String,
    time_ms: i64,
    position: Option<[f64; 2]>,
    recording: Option<String>,
}

#[derive(Serialize, Deserialize)]
pub(super) struct StandingJson {
    way: [String; 2],
    reversed: bool,
    along_m: f64,
    share: f64,
    time_ms: i64,
    last: LastFix,
    /// In hexadecimal digits.
    guidance: String,
}

#[derive(Serialize, Deserialize)]
pub(super) struct RecordingJson {
    pub key: String,
    state: String,
    origin: String,
    name: Option<String>,
    mode: Option<String>,
    followed: Option<FollowedJson>,
    started_ms: i64,
    ended_ms: Option<i64>,
    binned_ms: Option<i64>,
    /// The GPX file in the archive; the tracks of one file have the same.
    pub file: String,
    /// Of a track: the digest of its points, by which it is known in a file with several.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    content: Option<String>,
    /// The file in the archive with the fixes that are not in the GPX file: those that were not believed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub fixes: Option<String>,
    /// The same fixes in a backup of the first form.
    #[serde(default, skip_serializing)]
    pub refused: Rows<FixJson, { usize::MAX }>,
    /// Where fixes were lost: the number of the first, and how many.
    #[serde(default, skip_serializing_if = "Rows::is_empty")]
    pub missing: Rows<[u32; 2]>,
    #[serde(default)]
    pub attachments: Rows<AttachmentJson, MOST_ATTACHMENTS>,
}

#[derive(Serialize, Deserialize)]
struct FollowedJson {
    bundle: String,
    route: String,
    #[serde(deserialize_with = "rows::names")]
    names: Vec<String>,
}

/// A fix beside a ride's GPX file.
#[derive(Serialize, Deserialize)]
pub(super) struct FixJson {
    number: u32,
    segment: u32,
    ride_ms: i64,
    time_ms: i64,
    monotonic_ms: Option<i64>,
    #[serde(with = "number")]
    lat: Option<f64>,
    #[serde(with = "number")]
    lon: Option<f64>,
    #[serde(with = "number")]
    accuracy_m: Option<f64>,
    #[serde(with = "number")]
    altitude_m: Option<f64>,
    #[serde(with = "number")]
    speed_mps: Option<f64>,
    #[serde(with = "number")]
    course_deg: Option<f64>,
    /// Why it was not believed; none where only GPX cannot say it.
    reason: Option<String>,
}

#[derive(Serialize, Deserialize)]
pub(super) struct AttachmentJson {
    kind: String,
    file: String,
    bytes: u64,
    digest: String,
    time_ms: i64,
    position: Option<[f64; 2]>,
}

impl From<&Favourite> for KeptJson {
    fn from(favourite: &Favourite) -> KeptJson {
        let Favourite { bundle, item, name, time_ms } = favourite;
        let (bundle, item) = (bundle.to_string(), item.to_string());
        KeptJson { bundle, item, name: name.clone(), text: None, time_ms: bounds::time(*time_ms) }
    }
}

impl From<&Note> for KeptJson {
    fn from(note: &Note) -> KeptJson {
        let Note { number: _, bundle, item, name, text, time_ms } = note;
        let (bundle, item) = (bundle.to_string(), item.to_string());
        let (name, text) = (name.clone(), Some(text.clone()));
        KeptJson { bundle, item, name, text, time_ms: bounds::time(*time_ms) }
    }
}

impl KeptJson {
    pub fn favourite(&self) -> Option<Favourite> {
        let (bundle, item) = (BundleId::new(&self.bundle).ok()?, Item::from_name(&self.item)?);
        Some(Favourite { bundle, item, name: bounds::name(&self.name).to_owned(), time_ms: year(self.time_ms)? })
    }

    pub fn note(&self) -> Option<Note> {
        let Favourite { bundle, item, name, time_ms } = self.favourite()?;
        let note = Note { number: 0, bundle, item, name, text: self.text.clone()?, time_ms };
        Some(note).filter(Note::fits)
    }
}

impl From<&Milestone> for MilestoneJson {
    fn from(milestone: &Milestone) -> MilestoneJson {
        MilestoneJson {
            kind: milestone.kind.name().into(),
            bundle: milestone.bundle.to_string(),
            route: milestone.route.to_string(),
            item: milestone.item.clone(),
            name: milestone.name.clone(),
            time_ms: bounds::time(milestone.time_ms),
            position: milestone.position.map(degrees),
            recording: milestone.recording.clone(),
        }
    }
}

impl MilestoneJson {
    pub fn milestone(&self) -> Option<Milestone> {
        Some(Milestone {
            kind: MilestoneKind::from_name(&self.kind)?,
            bundle: BundleId::new(&self.bundle).ok()?,
            route: RouteId::new(&self.route).ok()?,
            item: bounds::name(&self.item).to_owned(),
            name: bounds::name(&self.name).to_owned(),
            time_ms: year(self.time_ms)?,
            position: self.position.and_then(point),
            recording: self.recording.clone(),
        })
    }
}

impl From<Placed> for StandingJson {
    fn from(placed: Placed) -> StandingJson {
        let Standing { along, share, time_ms, last, guidance } = placed.standing;
        let guidance = guidance.iter().map(|byte| format!("{byte:02x}")).collect();
        let along_m = along.metres();
        StandingJson { way: placed.way, reversed: placed.reversed, along_m, share, time_ms, last, guidance }
    }
}

impl StandingJson {
    /// Guidance that cannot be read is left out: then the place is found again by the last fix.
    pub fn placed(&self) -> Option<Placed> {
        let digits = self.guidance.as_bytes().chunks_exact(2);
        let byte = |pair: &[u8]| u8::from_str_radix(std::str::from_utf8(pair).ok()?, 16).ok();
        let guidance = digits.take(MOST_GUIDANCE_BYTES).map(byte).collect::<Option<Vec<u8>>>().unwrap_or_default();
        let along = Along(Metres(self.along_m));
        let standing = Standing { along, share: self.share, time_ms: self.time_ms, last: self.last, guidance };
        let placed = Placed { way: self.way.clone(), reversed: self.reversed, standing };
        Some(placed).filter(Placed::is_sound)
    }
}

impl Told for RecordingJson {
    fn content(&self) -> Option<&str> {
        self.content.as_deref()
    }
}

impl RecordingJson {
    pub fn of(recording: &Recording, file: String, attachments: &[Attachment]) -> Self {
        let followed = recording.followed.as_ref().map(|followed| FollowedJson {
            bundle: followed.bundle.to_string(),
            route: followed.route.to_string(),
            names: followed.names.clone(),
        });
        RecordingJson {
            key: recording.key.clone(),
            state: recording.state.name().into(),
            origin: recording.origin.name().into(),
            name: recording.name.clone(),
            mode: recording.mode.map(|mode| mode.name().into()),
            followed,
            started_ms: recording.started_ms,
            ended_ms: recording.ended_ms,
            binned_ms: recording.binned_ms,
            file,
            content: recording.content.clone().filter(|_| recording.file.is_some()),
            fixes: None,
            refused: Rows::default(),
            missing: Rows::default(),
            attachments: attachments.iter().map(AttachmentJson::of).collect(),
        }
    }

    /// Whether it is a ride of the traveller's own, as this program packs them.
    pub fn is_own(&self) -> bool {
        self.file.starts_with(RIDES)
    }

    /// Where fixes were lost, as damage can have left it, and how many.
    pub fn gaps(&self) -> Option<(&[[u32; 2]], u64)> {
        let gaps = Some(&*self.missing.rows).filter(|_| self.missing.unreadable == 0)?;
        Some((gaps, lost(gaps)?))
    }

    /// What of it means nothing here.
    pub fn omit(&self, omitted: &mut Omitted) {
        let is_known = [
            State::from_name(&self.state).is_some(),
            Origin::from_name(&self.origin).is_some(),
            self.mode.as_deref().is_none_or(|mode| Mode::from_name(mode).is_some()),
            self.followed.as_ref().is_none_or(|followed| followed.followed().is_some()),
            self.gaps().is_some(),
        ];
        omitted.details += is_known.iter().filter(|is_known| !**is_known).count();
        omitted.fixes += self.refused.unreadable;
        let attachments = &self.attachments;
        omitted.attachments += attachments.unreadable + attachments.rows.len() - self.attached().count();
    }

    /// Attaches its photos and voice notes. Says how many could not be.
    pub fn attach(&self, connection: &Connection, id: RecordingId) -> Result<usize, Trouble> {
        let mut left_out = 0;
        for attachment in self.attached() {
            left_out += usize::from(!attachment.keep(connection, id)?);
        }
        Ok(left_out)
    }

    /// Its photos and voice notes.
    fn attached(&self) -> impl Iterator<Item = Attachment> {
        self.attachments.rows.iter().filter_map(AttachmentJson::attachment)
    }

    /// What is told of the recording, put in the place of what its GPX file says.
    pub fn describe(&self, recording: &mut Recording) {
        // What was under way on another phone is done on this one.
        let binned = self.state == State::Binned.name();
        recording.state = if binned { State::Binned } else { State::Closed };
        recording.binned_ms = self.binned_ms.filter(|_| binned).map(bounds::time);
        recording.origin = Origin::from_name(&self.origin).unwrap_or(recording.origin);
        recording.name = self.name.as_deref().map(|name| bounds::name(name).to_owned());
        recording.mode = self.mode.as_deref().and_then(Mode::from_name);
        recording.followed = self.followed.as_ref().and_then(FollowedJson::followed);
        recording.started_ms = bounds::time(self.started_ms);
        recording.ended_ms = self.ended_ms.or(recording.ended_ms).map(bounds::time);
    }
}

impl FollowedJson {
    fn followed(&self) -> Option<Followed> {
        let (bundle, route) = (BundleId::new(&self.bundle).ok()?, RouteId::new(&self.route).ok()?);
        Some(Followed { bundle, route, names: bounds::names(&self.names) })
    }
}

impl FixJson {
    pub fn of(kept: &KeptFix) -> FixJson {
        let KeptFix { number, segment, ride_ms, fix, refused } = kept;
        FixJson {
            number: *number,
            segment: *segment,
            ride_ms: *ride_ms,
            time_ms: fix.time_ms,
            monotonic_ms: fix.monotonic_ms,
            lat: Some(fix.lat),
            lon: Some(fix.lon),
            accuracy_m: Some(fix.accuracy_m),
            altitude_m: fix.altitude_m,
            speed_mps: fix.speed_mps,
            course_deg: fix.course_deg,
            reason: refused.clone(),
        }
    }

    pub fn kept(&self) -> KeptFix {
        // What is not a number is written as nothing.
        let number = |value: Option<f64>| value.unwrap_or(f64::NAN);
        KeptFix {
            number: self.number,
            segment: self.segment,
            ride_ms: self.ride_ms,
            fix: Fix {
                time_ms: self.time_ms,
                monotonic_ms: self.monotonic_ms,
                lat: number(self.lat),
                lon: number(self.lon),
                accuracy_m: number(self.accuracy_m),
                altitude_m: self.altitude_m,
                speed_mps: self.speed_mps,
                course_deg: self.course_deg,
            },
            refused: self.reason.as_deref().map(|reason| bounds::name(reason).to_owned()),
        }
    }
}

impl AttachmentJson {
    pub fn of(attachment: &Attachment) -> AttachmentJson {
        AttachmentJson {
            kind: attachment.kind.name().into(),
            file: attachment.file.as_str().into(),
            bytes: attachment.bytes,
            digest: attachment.digest.clone(),
            time_ms: bounds::time(attachment.time_ms),
            position: attachment.position.map(degrees),
        }
    }

    pub fn attachment(&self) -> Option<Attachment> {
        Some(Attachment {
            kind: AttachmentKind::from_name(&self.kind)?,
            file: FileName::new(&self.file).ok()?,
            bytes: self.bytes,
            digest: self.digest.clone(),
            time_ms: year(self.time_ms)?,
            position: self.position.and_then(point),
        })
    }
}

fn year(time_ms: i64) -> Option<i64> {
    Some(time_ms).filter(|time_ms| YEARS_MS.contains(time_ms))
}

fn degrees(point: Point) -> [f64; 2] {
    [point.lat(), point.lon()]
}

fn point([lat, lon]: [f64; 2]) -> Option<Point> {
    Point::new(lat, lon).ok()
}
