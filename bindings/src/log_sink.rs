//! What the binding logs, handed to the shell. Above debug nothing says who or where the traveller is.

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::{Arc, Once, PoisonError, RwLock};

use log::{Level, LevelFilter, Metadata, Record};

/// How much a line matters.
#[derive(Debug, Clone, Copy, PartialEq, Eq, uniffi::Enum)]
pub enum LogLevel {
    /// A fault of ours.
    Error,
    /// Something of the phone fails: its disk, a damaged file.
    Warn,
    /// What happens now and then.
    Info,
    /// For those who look for a fault; from here on lines may say where the traveller is.
    Debug,
    /// Every step.
    Trace,
}

/// One line of the log.
#[derive(Debug, Clone, PartialEq, Eq, uniffi::Record)]
pub struct LogLine {
    /// How much it matters.
    pub level: LogLevel,
    /// Which part of the core says it.
    pub part: String,
    /// What it says.
    pub words: String,
}

/// Where the log goes. It may be called from any thread and should return at once.
#[uniffi::export(callback_interface)]
pub trait LogSink: Send + Sync {
    /// Takes a line.
    fn log(&self, line: LogLine);
}

struct ToShell(RwLock<Option<Arc<dyn LogSink>>>);

static LOGGER: ToShell = ToShell(RwLock::new(None));

/// Sends the log, up to that level, to a sink; without one it goes nowhere. One sink for the whole app.
#[uniffi::export]
pub fn set_log_sink(sink: Option<Box<dyn LogSink>>, level: LogLevel) {
    static LOGGING: Once = Once::new();
    // It fails where the process has another logger in this very library, which only tests could have.
    LOGGING.call_once(|| drop(log::set_logger(&LOGGER)));
    log::set_max_level(if sink.is_some() { filter(level) } else { LevelFilter::Off });
    *LOGGER.0.write().unwrap_or_else(PoisonError::into_inner) = sink.map(Arc::from);
}

impl log::Log for ToShell {
    fn enabled(&self, metadata: &Metadata<'_>) -> bool {
        // Libraries of others do not promise to keep coordinates and names to themselves.
        metadata.target().starts_with("route_guide")
    }

    fn log(&self, record: &Record<'_>) {
        if !self.enabled(record.metadata()) {
            return;
        }
        let sink = self.0.read().unwrap_or_else(PoisonError::into_inner).clone();
        let Some(sink) = sink else { return };
        let line =
            LogLine { level: level(record.level()), part: record.target().into(), words: record.args().to_string() };
        // A sink that fails costs its line and nothing else.
        let _ = catch_unwind(AssertUnwindSafe(|| sink.log(line)));
    }

    fn flush(&self) {}
}

fn filter(level: LogLevel) -> LevelFilter {
    match level {
        LogLevel::Error => LevelFilter::Error,
        LogLevel::Warn => LevelFilter::Warn,
        LogLevel::Info => LevelFilter::Info,
        LogLevel::Debug => LevelFilter::Debug,
        LogLevel::Trace => LevelFilter::Trace,
    }
}

fn level(level: Level) -> LogLevel {
    match level {
        Level::Error => LogLevel::Error,
        Level::Warn => LogLevel::Warn,
        Level::Info => LogLevel::Info,
        Level::Debug => LogLevel::Debug,
        Level::Trace => LogLevel::Trace,
    }
}
