//! The tool at work on a phone whose disk fails, and what became of the phone.

use std::os::unix::process::ExitStatusExt;
use std::panic::{self, AssertUnwindSafe};
use std::path::PathBuf;
use std::process::{Child, Command, Output, Stdio};

use super::{Operation, Phone, State};
use crate::{Calls, Disk, Fault};

/// The tool, with a disk that fails on demand.
pub struct Work {
    program: PathBuf,
    disk: Disk,
}

/// How work ended.
#[derive(Debug, Clone)]
pub struct Done {
    /// The exit code; `None` if it was killed.
    pub code: Option<i32>,
    /// The signal that ended it.
    pub signal: Option<i32>,
    /// What it said.
    pub said: String,
    /// What it said of troubles.
    pub complained: String,
}

impl From<Output> for Done {
    fn from(output: Output) -> Done {
        Done {
            code: output.status.code(),
            signal: output.status.signal(),
            said: String::from_utf8_lossy(&output.stdout).into_owned(),
            complained: String::from_utf8_lossy(&output.stderr).into_owned(),
        }
    }
}

impl Work {
    /// The work of a program; `None` where disks do not fail on demand.
    #[must_use]
    pub fn of(program: &str) -> Option<Work> {
        Some(Work { program: program.into(), disk: Disk::new()? })
    }

    /// Begins to work.
    ///
    /// # Panics
    /// When it does not start.
    pub fn begin(&self, words: &[String], phone: &Phone, fault: Fault) -> Child {
        let mut command = Command::new(&self.program);
        command.args(words).stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::piped());
        self.disk.lay_before(&mut command, phone.folder(), fault);
        command.spawn().expect("starts")
    }

    /// Works to the end.
    ///
    /// # Panics
    /// When it does not start.
    pub fn run(&self, words: &[String], phone: &Phone, fault: Fault) -> Done {
        self.begin(words, phone, fault).wait_with_output().expect("ends").into()
    }

    /// What the last work did with files.
    #[must_use]
    pub fn calls(&self) -> Calls {
        self.disk.calls()
    }

    /// Does it on a disk without faults and counts the calls.
    ///
    /// # Panics
    /// When it fails or comes to something else than was foretold.
    pub fn count(&self, operation: &Operation) -> Calls {
        let phone = operation.before.twin();
        let done = self.run(&operation.words(&phone), &phone, Fault::Nothing);
        assert_eq!(done.code, Some(0), "{}: {done:?}", operation.name);
        let calls = self.calls();
        let state = State::of(&phone, &phone.open());
        assert!(state == *operation.done(), "{}:\n{}", operation.name, operation.done().difference(&state));
        calls
    }

    /// Looks at a phone on which an operation was cut short, and does it again. Says in which of its states the phone
    /// was.
    ///
    /// # Panics
    /// When anything is lost or half, or doing it again does not bring it about.
    pub fn look_and_repeat(&self, operation: &Operation, phone: &Phone, done: &Done, case: &str) -> usize {
        let looked = panic::catch_unwind(AssertUnwindSafe(|| {
            let found = State::of(phone, &phone.open());
            let number = operation.states.iter().position(|state| *state == found);
            let number = number.unwrap_or_else(|| panic!("half a thing:\n{}", nearest(operation, &found)));
            let told = done.said.lines().filter_map(|line| line.parse::<usize>().ok()).max();
            assert!(told.is_none_or(|told| number > told), "{told:?} fixes were committed, state {number} is there");
            if operation.repeatable || found != *operation.done() {
                let again = self.run(&operation.words(phone), phone, Fault::Nothing);
                assert_eq!(again.code, Some(0), "again: {again:?}");
                let found = State::of(phone, &phone.open());
                assert!(found == *operation.done(), "again:\n{}", operation.done().difference(&found));
            }
            number
        }));
        looked.unwrap_or_else(|_| panic!("{}, {case}: {done:?}", operation.name))
    }
}

/// How a state differs from the one it is most like.
fn nearest(operation: &Operation, found: &State) -> String {
    let differences = operation.states.iter().map(|state| state.difference(found));
    differences.min_by_key(String::len).unwrap_or_default()
}
