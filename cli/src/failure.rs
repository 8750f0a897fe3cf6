//! How the tool fails: one message to standard error and an exit code.

use std::fmt::Display;
use std::process::ExitCode;

use crate::output;

/// Why a verb could not do what was asked. Exit codes: 0 done, 1 the input or the work is at fault, 2 the call is.
#[derive(Debug)]
pub enum Failure {
    /// A file is wrong, or reading or writing failed: exit code 1.
    Work(String),
    /// The words of the call do not fit together: exit code 2.
    Call(String),
}

impl Failure {
    /// A failure of the work, said in the words of `error`.
    pub fn work(error: impl Display) -> Failure {
        Failure::Work(error.to_string())
    }

    /// Says what is wrong and gives the exit code.
    #[must_use]
    pub fn report(&self) -> ExitCode {
        let (message, code) = match self {
            Failure::Work(message) => (message, 1),
            Failure::Call(message) => (message, 2),
        };
        output::note(format!("error: {message}"));
        ExitCode::from(code)
    }
}

impl Display for Failure {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Failure::Work(message) | Failure::Call(message) => out.write_str(message),
        }
    }
}
