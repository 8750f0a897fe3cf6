//! The traveller's own rides and the tracks they brought in.
//!
//! A recording is started, paused, resumed, stopped, and discarded to a bin from which it can be taken back. Every
//! fix is committed as it comes, whatever guidance thinks of it, with the time of the ride beside the phone's own
//! ([`RideClock`](clock)); what it all comes to ([`Tally`]) is kept up with each fix, so that neither the cost of a fix
//! nor that of a list grows with the ride. A track brought in from a GPX file is kept as the file it was; several may share one.

mod attachments;
mod believing;
mod clock;
mod content;
mod counted;
mod export;
mod fixes;
mod holds;
mod import;
mod incoming;
mod join;
pub(super) mod keeping;
mod names;
mod own;
mod parts;
pub(super) mod recount;
mod remarks;
mod row;
mod scales;
mod sources;
mod start;
mod tally;
mod times;
mod tracks;
mod trail;

pub use attachments::{Attachment, AttachmentKind};
pub(super) use clock::RideClock;
pub(super) use content::Content;
pub use export::Handed;
pub use fixes::KeptFix;
pub(super) use fixes::{each as each_fix, rows};
pub use holds::Holds;
pub use import::{Imported, NotImported};
pub(super) use incoming::{Contents, Original, Place, Told, Tracks};
pub use parts::leave_out_unbelieved;
pub(super) use parts::read_tracks;
pub use remarks::{Remark, RemarkAbout, Remarks};
pub use row::{Followed, Origin, Recording, RecordingId, Start, State};
pub use tally::Tally;
pub(super) use tracks::list_tracks_again;
