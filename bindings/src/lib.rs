//! The core in Kotlin and Swift: a translation and nothing else.
//!
//! What lives here: the objects that a phone holds ([`Library`], [`RouteBundle`], [`Guide`], [`Journey`], [`Recorder`], [`Words`]),
//! the records that go over the border with each call, and the border itself, which lets nothing through that could
//! crash an app. What must not: anything that decides something about routes, fixes or files. That belongs in core.
//!
//! Every function blocks until it is done; shells call those that touch the disk off their main thread. Nothing calls
//! back per fix: what happened comes back as a result. `surface.txt` lists all of it.

mod away;
mod border;
mod bundle;
mod failure;
mod guide;
mod journey;
mod library;
mod log_sink;
mod map;
mod packed;
mod phone;
mod recorder;
mod records;
mod words;

pub use away::{Away, away};
pub use bundle::RouteBundle;
pub use failure::{RouteGuideError, Said, closed_object, unexpected_fault};
pub use guide::Guide;
pub use journey::{Journey, JourneyStep, Resumed};
pub use library::Library;
pub use log_sink::{LogLevel, LogLine, LogSink, set_log_sink};
pub use map::{here_layer, map_style_json};
pub use recorder::Recorder;
pub use records::*;
pub use words::{PositionText, Words};

uniffi::setup_scaffolding!();
